"""Assembly: the claims of a page joined into records, one for each recipient and award.

Claims that name the award become drafts; drafts of one recipient and one award are one record
however often it is told; claims that name no award, and the ceremony, fill what the drafts lack.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

import regex

from anugerah.mentions import Acronym, Agency, Award, DateMention, Event, Innovation, Official
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
    with_ids,
)
from anugerah.stages.awards import load_series
from anugerah.stages.events.ceremony import Ceremony, Venue
from anugerah.stages.events.chart import Chart, Item, Person, book
from anugerah.stages.events.claims import Claim, dates_of
from anugerah.stages.events.credit import Credit, body_of, credit
from anugerah.stages.events.parties import PLACES


@dataclass(slots=True)
class Draft:
    """A record in the making: a credit, an award and what has been found to go with them."""

    credit: Credit
    award: Award
    claim: Claim
    event: Award | None = None
    giver: Item | None = None
    presenter: Item | None = None
    receiver: Item | None = None
    innovation: Item | None = None
    date: DateMention | None = None
    place: Venue | None = None
    support: list[Claim] = field(default_factory=list)

    @property
    def past(self) -> bool:
        """Whether it is history, outside the article's ceremony."""
        return self.claim.past


def assemble(page: Page, claims: Sequence[Claim], ceremony: Ceremony, rows: Sequence[Chart]) -> list[Event]:
    """The records of a page as events, in the order of the text."""
    drafts = _retold(page, _merge(d for d in _drafts(page, claims) if not _is_measure(page, d)))
    if not drafts:
        drafts = _merge(_drafts(page, _resolved(page, claims), weak=True))
    _share(page, drafts, claims, ceremony, rows)
    drafts = [d for d in drafts if d.event or d.award.title or d.award.rank or d.award.event or d.claim.weak]
    records = with_ids(_record(page, d) for d in sorted(drafts, key=lambda d: d.claim.start))
    return [
        Event(start=d.claim.start, end=d.claim.end, rule=d.claim.trigger.rule, record=r.to_dict())
        for d, r in zip(sorted(drafts, key=lambda d: d.claim.start), records, strict=True)
    ]


def _resolved(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Claims that name no award, with the award that is named within two sentences of them."""
    named = [
        a for a in page.found(Award)
        if a.title and not a.anaphor and a.rule != "awards.ceremony" and (a.id or a.rank or a.title[:1].isupper())
    ]  # fmt: skip
    out = []
    for claim in claims:
        if not claim.weak:
            continue
        near = [a for a in named if abs(a.start - claim.start) < 420]
        if claim.recipients and near:
            best = min(
                near,
                key=lambda a: (a.start < claim.chart.start, not (a.rank or a.id), abs(a.start - claim.start)),
            )
            claim = replace(claim, awards=(best,))
        out.append(claim)
    return out


def _drafts(page: Page, claims: Sequence[Claim], *, weak: bool = False) -> list[Draft]:
    """A draft for each recipient and award of the claims."""
    main: Credit | None = None
    out: list[Draft] = []
    for claim in claims:
        if (claim.weak and not weak) or not claim.recipients:
            continue
        if claim.weak and not (claim.giver or claim.event or any(a.count for a in claim.awards)):
            continue
        for item, award in _pairs(claim):
            whose = credit(page, item, award, main)
            if whose is None or (whose.kind == "country" and award.rule not in _NATIONAL):
                continue
            main = main or whose
            draft = Draft(whose, award, claim, event=claim.event, giver=claim.giver, support=[claim])
            draft.presenter = claim.presenters[0] if claim.presenters else None
            draft.receiver = claim.receivers[0] if claim.receivers else whose.receiver
            draft.innovation = whose.innovation or (
                claim.innovations[0] if len(claim.innovations) == 1 else None
            )
            out.append(draft)
    return out


_NATIONAL = frozenset({"awards.awards", "awards.known"})
"""Awards that a country can win; its medals and ranks are its athletes' and its statistics'."""


def _pairs(claim: Claim) -> list[tuple[Item, Award]]:
    """Recipients and awards of a claim: all with one, one with all, or each with its own."""
    awards = claim.awards or ((claim.event,) if claim.event else ())
    if not awards:
        return []
    if len(claim.recipients) == 1:
        return [
            (claim.recipients[0], a)
            for a in awards
            if a.title or a.rank or a.category or a.event or len(awards) == 1
        ]
    if len(awards) == len(claim.recipients) and book().words("each").search(
        claim.chart.words(claim.chart.start, claim.chart.end)
    ):
        return list(zip(claim.recipients, awards, strict=True))
    return [(r, awards[0]) for r in claim.recipients]


_RANKING = regex.compile(r"(?i)(?:peringkat|urutan|posisi|rang?king|\d+ besar|\w+ besar)")


def _is_measure(page: Page, draft: Draft) -> bool:
    """Whether a draft is only a rank in a survey or table: `urutan ketiga se-Indonesia`."""
    award = draft.award
    if award.category or award.event or award.id or draft.event or not award.rank:
        return False
    if not _RANKING.match(award.rank):
        return False
    sentence = draft.claim.chart.words(draft.claim.chart.start, draft.claim.chart.end)
    if book().words("measure").search(sentence):
        return True
    start = draft.claim.chart.start - 250
    near = [m for m in page.found(Award) if start < m.start < draft.claim.chart.end]
    return not any(m.event and book().words("contest").search(m.event) for m in near)


def _retold(page: Page, drafts: list[Draft]) -> list[Draft]:
    """A headline retells the body: what only it says of a recipient goes into the body's draft."""
    out: list[Draft] = []
    for draft in drafts:
        headline = all(c.chart.start < page.base for c in draft.support)
        body = [d for d in drafts if d is not draft and d.credit.key == draft.credit.key and not d.past]
        body = [d for d in body if any(c.chart.start >= page.base for c in d.support)]
        if headline and body and page.base:
            body[0].support += draft.support
            body[0].event = body[0].event or draft.event
        else:
            out.append(draft)
    return out


def _words(*values: str | None) -> set[str]:
    found = regex.findall(r"\w+", " ".join(v for v in values if v).lower())
    return {w for w in found if w not in _LIGHT}


_LIGHT = frozenset(
    "penghargaan predikat anugerah award awards gelar opini kategori tingkat tahun dan sebagai".split()
)


def _bag(draft: Draft, words: str | None) -> set[str]:
    """The words of a name, its long forms that the article abbreviates replaced by their short ones."""
    bag = _words(words)
    for acronym in draft.claim.chart.page.found(Acronym):
        long = _words(acronym.long)
        if long and long <= bag:
            bag = (bag - long) | _words(acronym.short)
    return bag


def _same(a: Draft, b: Draft) -> bool:
    """Whether two drafts tell of one fact."""
    if not a.credit.same(b.credit) or a.past != b.past or a.claim.status != b.claim.status:
        return False
    if a.claim.trigger.frame == b.claim.trigger.frame == "list" and a.claim.chart is not b.claim.chart:
        return a.award.title == b.award.title and a.award.category == b.award.category
    if a.award.rank and b.award.rank and _words(a.award.rank) != _words(b.award.rank):
        return False
    if a.award.category and b.award.category and not _words(a.award.category) & _words(b.award.category):
        return False
    if a.innovation and b.innovation and a.innovation.value != b.innovation.value and a.credit.innovation:
        return False
    if a.award.id and b.award.id:
        return a.award.id == b.award.id
    left, right = _bag(a, a.award.title), _bag(b, b.award.title)
    if not left or not right:
        return True
    if _is_event_of(left, b) or _is_event_of(right, a):
        return True
    return left <= right or right <= left or len(left & right) * 2 > min(len(left), len(right))


def _is_event_of(title: set[str], draft: Draft) -> bool:
    """Whether a title is only the name of the ceremony at which another award was won."""
    event = draft.award.event or (draft.event.event or draft.event.title if draft.event else None)
    return bool(event) and title <= _bag(draft, event)


def _merge(drafts: Iterable[Draft]) -> list[Draft]:
    """One draft for each fact; later tellings fill what earlier ones lack."""
    out: list[Draft] = []
    for draft in drafts:
        for known in out:
            if _same(known, draft):
                _fill(known, draft)
                break
        else:
            out.append(draft)
    return out


def _fill(known: Draft, other: Draft) -> None:
    a, b = known.award, other.award
    richer = len(_words(b.title)) > len(_words(a.title))
    known.award = replace(
        a,
        title=b.title if richer else a.title,
        rank=a.rank or b.rank,
        category=a.category or b.category,
        event=a.event or b.event,
        edition=a.edition or b.edition,
        id=a.id or b.id,
    )
    known.event = known.event or other.event
    known.giver = known.giver or other.giver
    known.presenter = known.presenter or other.presenter
    known.receiver = known.receiver or other.receiver
    known.innovation = known.innovation or other.innovation
    known.support += other.support


def _main_event(page: Page, fresh: Sequence[Draft], claims: Sequence[Claim]) -> Award | None:
    """The ceremony or programme that the article is about: one that a claim names, else the most named."""
    for award in (*(d.event for d in fresh), *(c.event for c in claims)):
        if award:
            return award
    named: dict[str, list[Award]] = {}
    for award in page.found(Award):
        if award.event and not award.anaphor:
            named.setdefault(award.event.lower(), []).append(award)
    if not named:
        return None
    most = max(named.values(), key=lambda found: (len(found), -found[0].start))
    return next((a for a in most if a.edition), most[0])


def _organiser(rows: Sequence[Chart]) -> Item | None:
    """The institution that runs the ceremony: `digelar Kementerian X`, `versi Majalah Y`."""
    rule, organising = book().rule("events.organised"), book().rule("events.organising").pattern
    for row in rows:
        starts = {i.start: i for i in row.items if isinstance(i.value, Agency)}
        if not starts:
            continue
        for item in starts.values():
            if organising.match(row.page.view, item.end, row.end) and any(
                isinstance(i.value, Award) for i in row.items
            ):
                return item
        for m in rule.pattern.finditer(row.page.view, row.start, row.end):
            item = starts.get(m.end())
            if item and not (
                isinstance(item.value, Agency) and item.value.bare and item.value.kind in PLACES
            ):
                return item
    return None


def _share(
    page: Page, drafts: Sequence[Draft], claims: Sequence[Claim], ceremony: Ceremony, rows: Sequence[Chart]
) -> None:
    """What the drafts of one ceremony have in common."""
    fresh = [d for d in drafts if not d.past]
    event = _main_event(page, fresh, claims)
    giver = next(
        (g for g in (*(d.giver for d in fresh), *(c.giver for c in claims if not c.past)) if g), None
    )
    giver = giver or _organiser(rows)
    handed = [c for c in claims if c.presenters and not c.past]
    represented = {_key(c.represented): c.receivers for c in claims if c.represented}
    receivers = [r for c in claims if not c.past for r in (*c.receivers, *_takers(c))]
    planned = {c.status for c in claims if c.trigger.frame in _HANDOVER} == {"scheduled"}
    own_days = _own_days(page, claims)
    _innovations(drafts, rows)
    for draft in drafts:
        own = [d for c in draft.support for d in dates_of(c.chart)]
        if draft.past:
            draft.date = next((d for _, d in own if d.value), None)
            continue
        if planned and draft.claim.status == "received":
            draft.claim = replace(draft.claim, status="scheduled")
        draft.date = own_days.get(draft.credit.key) or ceremony.date
        draft.place = ceremony.place
        if event and not draft.event and (not draft.award.event or event.rule == "awards.ceremony"):
            draft.event = event
        draft.giver = draft.giver or giver
        draft.innovation = draft.innovation or _earned(page, draft, drafts)
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


def _innovations(drafts: Sequence[Draft], rows: Sequence[Chart]) -> None:
    """`Penghargaan ini diraih melalui inovasi X`: X earned the award that was told of last."""
    for row in rows:
        pointing = any(isinstance(i.value, Award) and i.value.anaphor for i in row.items)
        earned = [i for i in row.items if isinstance(i.value, Innovation)]
        told = [d for d in drafts if any(c.chart.index < row.index for c in d.support)]
        if not pointing or len(earned) != 1 or not told:
            continue
        if book().words("earned").search(row.words(max(row.start, earned[0].start - 45), earned[0].start)):
            last = max(told, key=lambda d: max(c.chart.index for c in d.support if c.chart.index < row.index))
            last.innovation = last.innovation or earned[0]


def _earned(page: Page, draft: Draft, drafts: Sequence[Draft]) -> Item | None:
    """The innovation that earned an award: the one named beside it, or the only one of the article."""
    found = page.found(Innovation)
    if not found or draft.credit.kind == "person":
        return None
    chart = draft.claim.chart
    beside = [i for i in chart.items if isinstance(i.value, Innovation)]
    if len(beside) == 1 and book().words("earned").search(chart.words(beside[0].start - 45, beside[0].start)):
        return beside[0]
    names = {m.name for m in found}
    told = " ".join(filter(None, (draft.award.title, draft.award.event, draft.event and draft.event.event)))
    if len({d.credit.key for d in drafts}) > 1 or not book().words("innovative").search(told):
        return None
    first = found[0]
    if len(names) == 1 or first.start - draft.claim.end < 600:
        return Item(first.start, first.end, first, "")
    return None


def _key(item: Item) -> str:
    value = item.value
    return (value.id or value.name.lower()) if isinstance(value, Agency) else ""


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


_HANDOVER = frozenset({"handed", "handing"})


def _takers(claim: Claim) -> list[Item]:
    """Officials who are the subject of taking: `Bupati X menerima piala`."""
    if claim.trigger.frame != "receive" or claim.trigger.rule != "events.receive":
        return []
    return [r for r in claim.recipients if isinstance(r.value, Official)]


def _took(page: Page, receiver: Item, draft: Draft) -> bool:
    """Whether an official took an award for a draft's recipient."""
    body = body_of(page, receiver.value) if isinstance(receiver.value, Official) else None
    return body is not None and (body.id or body.name.lower()) == draft.credit.key


def _record(page: Page, draft: Draft) -> AwardEvent:
    evidence = sorted({(c.chart.start, c.chart.end) for c in draft.support})
    return AwardEvent(
        doc=_source(page),
        status=draft.claim.status,  # type: ignore[arg-type]
        recipient=_recipient(page, draft),
        award=_award(page, draft),
        innovation=_innovation(page, draft.innovation),
        giver=_giver(page, draft.giver),
        presenter=_person(page, draft.presenter, "events.presenter"),
        receiver=_person(page, draft.receiver, "events.receiver"),
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
    event = a.event or (e.event or e.title if e else None)
    title = a.title or event or (a.rank or a.category or "penghargaan")
    edition = a.edition or (e.edition if e else None) or _edition_of(page, a, event)
    series = load_series().get((a.title or "").lower())
    return AwardSlot(
        title=title,
        id=a.id or (series.id if series else None),
        event=event or title,
        category=a.category,
        rank=a.rank,
        edition=edition,
        count=a.count if not a.title else None,
        **_span(page, a.start, a.end, a.rule),
    )


def _edition_of(page: Page, award: Award, event: str | None) -> str | None:
    """The edition that another mention of the same award or event tells, if all that tell one agree."""
    names = {n.lower() for n in (award.title, award.event, event) if n}
    years = {
        m.edition
        for m in page.found(Award)
        if m.edition and (m.id and m.id == award.id or names & {n.lower() for n in (m.title, m.event) if n})
    }
    return years.pop() if len(years) == 1 else None


def _innovation(page: Page, item: Item | None) -> InnovationSlot | None:
    if item is None or not isinstance(item.value, Innovation):
        return None
    v = item.value
    return InnovationSlot(
        name=v.name, expansion=v.expansion, owner=v.owner, **_span(page, item.start, item.end, v.rule)
    )


def _giver(page: Page, item: Item | None) -> Giver | None:
    if item is None:
        return None
    v = item.value
    if isinstance(v, Agency):
        return Giver(name=v.name, id=v.id, **_span(page, item.start, item.end, "events.giver"))
    if isinstance(v, Official) and v.title:
        return Giver(name=v.title, **_span(page, item.start, item.end, "events.giver_office"))
    return None


def _person(page: Page, item: Item | None, rule: str) -> PersonSlot | None:
    if item is None:
        return None
    v = item.value
    if isinstance(v, Official):
        return PersonSlot(name=v.name, title=v.title, **_span(page, item.start, item.end, rule))
    if isinstance(v, Person):
        return PersonSlot(name=v.name, title=None, **_span(page, item.start, item.end, rule))
    return None


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
