"""Sharing: what the drafts of one ceremony have in common, and what is told of one of them only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from anugerah.lexicon import load_lexicon
from anugerah.mentions import Agency, Award, DateMention, Official
from anugerah.page import Page
from anugerah.stages.events.ceremony import Ceremony
from anugerah.stages.events.chart import Chart, Item, book
from anugerah.stages.events.claim import Claim, dates_of, own_times
from anugerah.stages.events.credit import body_of, credit
from anugerah.stages.events.drafts import Draft
from anugerah.stages.events.organiser import organiser
from anugerah.stages.events.programme import programme


def share(
    page: Page, drafts: Sequence[Draft], claims: Sequence[Claim], ceremony: Ceremony, rows: Sequence[Chart]
) -> None:
    """What the drafts of one ceremony have in common."""
    fresh = [d for d in drafts if not d.past]
    event = programme(page, [c.event for c in claims if c.event and not c.past])
    giver = next(
        (g for g in (*(d.giver for d in fresh), *(c.giver for c in claims if not c.past)) if g), None
    )
    runs = organiser(rows)
    giver = giver or runs
    handed = [c for c in claims if c.presenters and not c.past]
    represented = {_key(c.represented): c.receivers for c in claims if c.represented}
    receivers = [r for c in claims if not c.past for r in (*c.receivers, *_takers(c))]
    planned = {c.status for c in claims if c.trigger.frame in _HANDOVER} == {"scheduled"}
    own_days = _own_days(page, claims)
    edition = _edition(page, claims)
    for draft in drafts:
        if draft.past:
            draft.date = _own_time(draft)
            continue
        if planned and draft.claim.status == "received" and draft.award.rule not in _PLACED:
            draft.claim = replace(draft.claim, status="scheduled")
        draft.date = own_days.get(draft.credit.key) or ceremony.date
        draft.place = ceremony.place
        draft.edition = edition
        draft.award = _field_of(draft.award, event)
        if event and not draft.event and (not draft.award.event or event.rule == "awards.ceremony"):
            draft.event = event
        draft.giver = _institution(page, draft.giver or giver, runs)
        if draft.giver and _key(draft.giver) == draft.credit.key:
            draft.giver = None
        draft.presenter = draft.presenter or _presenter(page, draft, drafts[0], handed, claims)
        if draft.credit.kind == "person":
            draft.receiver = None
        elif not draft.receiver:
            proxy = represented.get(draft.credit.key, ())
            draft.receiver = next(
                (r for r in (*proxy, *receivers) if r in proxy or _took(page, r, draft)), None
            )
        if draft.presenter and draft.receiver and draft.presenter.value == draft.receiver.value:
            draft.presenter = None


def _own_time(draft: Draft) -> DateMention | None:
    """When a draft's own sentences say that it was: of several times, the one nearest to its award."""
    told = [(i, d) for c in draft.support for i, d in own_times(c.chart) if d.value]
    at = draft.award.start
    return min(told, key=lambda t: abs(t[0].start - at), default=(None, None))[1]


def _field_of(award: Award, event: Award | None) -> Award:
    """A placing in a field of the contest: `terbaik I Tilawah Dewasa Putri` tells a category, no contest."""
    if award.rule not in _PLACED or not award.event or not event or not event.event:
        return award
    contest = book().words("contest")
    if contest.search(award.event) or not contest.search(event.event) or award.category:
        return award
    return (
        award
        if award.event.lower() in event.event.lower()
        else replace(award, event=None, category=award.event)
    )


def _edition(page: Page, claims: Sequence[Claim]) -> str | None:
    """The year of the contest, if all that the article names outside its history have one."""
    history = [(c.chart.start, c.chart.end) for c in claims if c.past]
    years = {
        a.edition
        for a in page.found(Award)
        if a.edition and not any(start <= a.start < end for start, end in history)
    }
    return years.pop() if len(years) == 1 else None


def _own_days(page: Page, claims: Sequence[Claim]) -> dict[str, DateMention]:
    """The day on which one recipient took an award that the others took on another."""
    out: dict[str, DateMention] = {}
    for claim in claims:
        if claim.past or not claim.trigger.word.endswith("nya"):
            continue
        days = [d for _, d in dates_of(claim.chart) if d.value and d.precision == "day"]
        for recipient in claim.recipients:
            whose = credit(page, recipient, None, None)
            if whose and days:
                out[whose.key] = days[0]
    return out


def _institution(page: Page, giver: Item | None, runs: Item | None) -> Item | None:
    """The giver; for an office whose institution runs the ceremony, that institution."""
    if not (giver and runs and isinstance(giver.value, Official)):
        return giver
    leads = {h.body.id for h in load_lexicon().heads(giver.value.title or "")}
    body = body_of(page, giver.value)
    if body:
        leads.add(body.key)
    return runs if _key(runs) in leads else giver


def _key(item: Item) -> str:
    value = item.value
    return value.key if isinstance(value, Agency) else ""


def _presenter(
    page: Page, draft: Draft, main: Draft, handed: Sequence[Claim], claims: Sequence[Claim]
) -> Item | None:
    """Who handed an award over: told for all of them, or only for those whom the sentence names."""
    for claim in handed:
        if claim.status != draft.claim.status:
            continue
        there = [c for c in claims if c.chart.index == claim.chart.index]
        named = [r for c in there for r in (*c.recipients, *c.receivers)]
        alone = named or book().words("singular").search(
            claim.chart.words(claim.chart.start, claim.chart.end)
        )
        if not alone or draft.credit.key == main.credit.key or any(_took(page, r, draft) for r in named):
            return claim.presenters[0]
    return None


_PLACED = frozenset({"awards.placing", "awards.top", "awards.winner", "awards.medal"})
"""Awards that are won when they are announced, whenever the trophy follows."""


_HANDOVER = frozenset({"handed", "handing"})


def _takers(claim: Claim) -> list[Item]:
    """Officials who are the subject of taking: `Bupati X menerima piala`."""
    if claim.trigger.frame != "receive" or claim.trigger.rule != "events.receive":
        return []
    return [r for r in claim.recipients if isinstance(r.value, Official)]


def _took(page: Page, receiver: Item, draft: Draft) -> bool:
    """Whether an official took an award for a draft's recipient: its own, or its region's."""
    if not isinstance(receiver.value, Official):
        return False
    body = body_of(page, receiver.value)
    if body is not None and body.key == draft.credit.key:
        return True
    if draft.credit.kind in {"province", "regency", "city"}:
        return receiver.value.region == draft.credit.id
    headed = _HEAD.sub("", receiver.value.title or "")
    return len(headed) > 8 and draft.credit.name.startswith(headed)


_HEAD = regex.compile(r"\A(?:(?:Plt|Plh|Pj)\s)?(?:Kepala|Direktur(?: Utama)?|Ketua|Rektor|Camat|Lurah)\s")
"""The word before the body in a title: *Kepala* Dinas Kesehatan."""
