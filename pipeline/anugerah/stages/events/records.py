"""Records: a draft written out, every slot with its words and its rule."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import regex

from anugerah.mentions import Acronym, Agency, Award, DateMention, Innovation, Official
from anugerah.page import Page
from anugerah.record import (
    AwardEvent,
    AwardSlot,
    DateSlot,
    Evidence,
    Giver,
    InnovationSlot,
    PersonSlot,
    Place,
    Recipient,
    Source,
)
from anugerah.stages.awards import Series, load_series, series_by_id
from anugerah.stages.events.ceremony import Venue
from anugerah.stages.events.chart import Chart, Item, Person
from anugerah.stages.events.claim import Claim
from anugerah.stages.events.drafts import Draft
from anugerah.stages.events.hands import companions, on_behalf_of


def make_record(page: Page, draft: Draft, claims: Sequence[Claim], rows: Sequence[Chart]) -> AwardEvent:
    """The record of a draft; what the article's other claims and rows tell of its people goes with it."""
    evidence = sorted({(c.chart.start, c.chart.end) for c in draft.support})
    return AwardEvent(
        doc=_source(page),
        status=draft.claim.status,  # type: ignore[arg-type]
        recipient=_recipient(page, draft),
        award=_award(page, draft),
        innovation=_innovation(page, draft.innovation, draft.others),
        giver=_giver(page, draft.giver) or _known_giver(page, draft),
        presenter=_person(page, draft.presenter, "events.presenter", claims, rows),
        receiver=_person(page, draft.receiver, "events.receiver", (), rows),
        date=_date(page, draft.date),
        place=_place(page, draft.place),
        confidence=_confidence(draft),
        evidence=tuple(_evidence(page, s, e) for s, e in evidence),
    )


def _confidence(draft: Draft) -> float:
    score = 0.55
    score += 0.1 * (len(draft.support) > 1)
    score += 0.1 * bool(draft.award.id or draft.award.rank)
    score += 0.1 * bool(draft.giver)
    score += 0.05 * bool(draft.date) + 0.05 * bool(draft.presenter)
    score -= 0.2 * draft.claim.inherited + 0.1 * draft.past + 0.25 * draft.claim.weak
    return round(max(0.05, min(0.99, score)), 2)


def _span(page: Page, start: int, end: int, rule: str) -> dict[str, Any]:
    text, at, to, in_title = page.place(start, end)
    return {"text": text, "start": at, "end": to, "rule": rule, "in_title": in_title}


def _evidence(page: Page, start: int, end: int) -> Evidence:
    _, at, to, in_title = page.place(start, end)
    return Evidence(start=at, end=to, in_title=in_title)


def _source(page: Page) -> Source:
    a = page.article
    return Source(
        id=a.id,
        source=a.source,
        url=a.url,
        title=a.title,
        published=a.published.isoformat() if a.published else None,
        published_basis="metadata" if a.published else None,
        text_sha256=sha256(a.text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def _recipient(page: Page, draft: Draft) -> Recipient:
    c = draft.credit
    rule = draft.claim.trigger.rule
    return Recipient(
        name=c.name, kind=c.kind, id=c.id, region=c.region, affiliation=c.affiliation,  # type: ignore[arg-type]
        **_span(page, c.item.start, c.item.end, rule),
    )  # fmt: skip


def _award(page: Page, draft: Draft) -> AwardSlot:
    a, e = draft.award, draft.event
    event = _fullest(page, a) or a.event or (e.event or e.title if e else None)
    title = a.title or event or (a.rank or a.category or "penghargaan")
    edition = a.edition or (e.edition if e else None) or _edition_of(page, a, event) or _fiscal(draft)
    edition = edition or draft.edition
    series = _series(draft)
    return AwardSlot(
        title=_in_full(page, title),
        id=series.id if series else None,
        event=_in_full(page, event or title),
        category=a.category,
        rank=a.rank,
        edition=edition,
        count=a.count if not a.title else None,
        **_span(page, a.start, a.end, a.rule),
    )


def _in_full(page: Page, name: str) -> str:
    """A name without brackets, and with the abbreviations that the article spells out."""
    plain = _BRACKETED.sub("", name) or name
    for acronym in page.found(Acronym):
        if acronym.long.lower() not in plain.lower():
            long = acronym.long.replace("\\", r"\\")
            plain = regex.sub(rf"(?<![\w-]){regex.escape(acronym.short)}(?![\w-])", long, plain)
    return " ".join(plain.split())


def _fullest(page: Page, award: Award) -> str | None:
    """The longest name that the article gives to the series of an award: PROPER, spelled out."""
    names = [m.event for m in page.found(Award) if m.event and m.id and m.id == award.id]
    return max(names, key=len, default=None)


def _edition_of(page: Page, award: Award, event: str | None) -> str | None:
    """The edition that another mention of the same award or event tells, if all that tell one agree."""
    names = {n.lower() for n in (award.title, award.event, event) if n}
    years = {
        m.edition
        for m in page.found(Award)
        if m.edition and ((m.id and m.id == award.id) or names & {n.lower() for n in (m.title, m.event) if n})
    }
    return years.pop() if len(years) == 1 else None


def _fiscal(draft: Draft) -> str | None:
    """The fiscal year right after an award: `opini WTP atas LKPD Tahun Anggaran 2022`."""
    for claim in draft.support:
        for item in claim.chart.items:
            day = item.value
            near = any(0 <= item.start - a.end < 60 for a in claim.awards)
            if near and isinstance(day, DateMention) and day.kind == "fiscal":
                return day.value
    return None


def _innovation(page: Page, item: Item | None, others: Sequence[Item]) -> InnovationSlot | None:
    """The innovation of a record; where one award honours several, none is its name."""
    if item is None or not isinstance(item.value, Innovation):
        return None
    v = item.value
    span = _span(page, item.start, item.end, v.rule)
    if others:
        names = [i.value.name for i in (item, *others) if isinstance(i.value, Innovation)]
        return InnovationSlot(name=None, others=tuple(names), **span)
    return InnovationSlot(name=v.name, expansion=v.expansion, owner=v.owner, **span)


_OF_STATE = frozenset({"Presiden", "Wakil Presiden"})
"""Offices that the press names without their state."""


def _giver(page: Page, item: Item | None) -> Giver | None:
    if item is None:
        return None
    v = item.value
    if isinstance(v, Agency):
        return Giver(name=v.name, id=v.id, **_span(page, item.start, item.end, "events.giver"))
    if isinstance(v, Person):
        return Giver(name=v.name, **_span(page, item.start, item.end, "events.giver_named"))
    if isinstance(v, Official) and v.title:
        name = f"{v.title} Republik Indonesia" if v.title in _OF_STATE else v.title
        return Giver(name=name, **_span(page, item.start, item.end, "events.giver_office"))
    return None


def _series(draft: Draft) -> Series | None:
    """The award series that an award is of: by its id, else by its title or event without brackets."""
    award, event = draft.award, draft.event
    if award.id:
        return series_by_id()[award.id]
    names = (award.title, award.event, event and (event.event or event.title))
    plain = (_BRACKETED.sub("", name).lower() for name in names if name)
    return next((load_series()[name] for name in plain if name in load_series()), None)


_BRACKETED = regex.compile(r"\s?\([^()]{1,40}\)")


def _known_giver(page: Page, draft: Draft) -> Giver | None:
    """Who confers an award according to the awards gazetteer, where the article does not say."""
    series = _series(draft)
    if series is None or series.giver is None:
        return None
    span = _span(page, draft.award.start, draft.award.end, "awards.gazetteer")
    return Giver(name=series.giver, inferred=True, **span)


def _person(
    page: Page, item: Item | None, rule: str, claims: Sequence[Claim], rows: Sequence[Chart]
) -> PersonSlot | None:
    if item is None or not isinstance(item.value, Official | Person):
        return None
    return PersonSlot(
        name=item.value.name,
        title=item.value.title if isinstance(item.value, Official) else None,
        on_behalf_of=on_behalf_of(item, rows),
        others=companions(item, claims),
        **_span(page, item.start, item.end, rule),
    )


def _date(page: Page, date: DateMention | None) -> DateSlot | None:
    if date is None or date.value is None or date.precision is None:
        return None
    return DateSlot(
        value=date.value, precision=date.precision, earliest=date.earliest, latest=date.latest,
        basis=date.basis, conflict=date.conflict, runner_up=date.runner_up,
        **_span(page, date.start, date.end, date.rule),
    )  # fmt: skip


def _place(page: Page, place: Venue | None) -> Place | None:
    if place is None:
        return None
    return Place(venue=place.venue, city=place.city, **_span(page, place.start, place.end, "events.place"))
