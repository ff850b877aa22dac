"""Drafts: records in the making. Claims of one recipient and one award are one draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import regex

from anugerah.mentions import Acronym, Award, DateMention
from anugerah.page import Page
from anugerah.stages.awards import load_series
from anugerah.stages.events.ceremony import Venue
from anugerah.stages.events.chart import Item, book
from anugerah.stages.events.claim import Claim, dates_of
from anugerah.stages.events.credit import Credit, credit


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
    others: tuple[Item, ...] = ()
    date: DateMention | None = None
    place: Venue | None = None
    edition: str | None = None
    support: list[Claim] = field(default_factory=list)

    @property
    def past(self) -> bool:
        """Whether it is history, outside the article's ceremony."""
        return self.claim.past


def make_drafts(page: Page, claims: Sequence[Claim], *, weak: bool = False) -> list[Draft]:
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
            listed = (
                claim.innovations if claim.trigger.frame == "list" and len(claim.innovations) == 1 else ()
            )
            draft.innovation = whose.innovation or next(iter(listed), None)
            out.append(draft)
    return out


def resolved(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Claims that name no award, with the award that is named within two sentences of them."""
    named = [
        a
        for a in page.found(Award)
        if a.title and not a.anaphor and a.rule != "awards.ceremony"
        if a.id or a.rank or a.title[:1].isupper()
    ]
    out = []
    for claim in claims:
        if not claim.weak or (claim.trigger.frame == "taken" and not claim.awards):
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


_WON = regex.compile(r"(?i)(?:pemenang|juara|jawara|gelar)\b")
_RANKING = regex.compile(
    r"(?i)(?:peringkat|urutan|posisi|tempat|rang?king|\d+ besar|\w+ besar|"
    r"(?:pemenang|juara|jawara|gelar juara)\Z)"
)

_FAR_DOWN = regex.compile(
    r"(?i)\b(?:peringkat|urutan|posisi|rang?king)\s(?:ke-?\s?)?(?:[2-9]\d|\d{3,})\b(?!\sbesar)"
)
"""Places that no contest honours."""


NEAR = 1200
"""How far before a placing the contest may be named, in code points."""


def is_measure(page: Page, draft: Draft) -> bool:
    """Whether a draft is only a rank in a survey or table: `urutan ketiga se-Indonesia`."""
    award = draft.award
    if draft.claim.trigger.rule == "events.stand" and award.rank is None:
        placed = next((a for a in draft.claim.awards if a.rank and _RANKING.match(a.rank)), None)
        return placed is not None and is_measure(page, replace(draft, award=placed))
    if (
        not award.rank
        or award.id
        or draft.claim.trigger.rule == "events.named"
        or not _RANKING.match(award.rank)
    ):
        return False
    if _FAR_DOWN.search(award.rank):
        return True
    sentence = draft.claim.chart.words(draft.claim.chart.start, draft.claim.chart.end)
    if not _WON.match(award.rank) and book().words("league").search(sentence):
        return True
    if award.category or award.event or draft.event:
        return False
    if book().words("measure").search(sentence):
        return True
    start = draft.claim.chart.start - NEAR
    near = [m for m in page.found(Award) if start < m.start < draft.claim.chart.end]
    return not any(m.event and book().words("contest").search(m.event) for m in near)


def retold(page: Page, drafts: list[Draft]) -> list[Draft]:
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
    return {w for w in found if w not in book().lists["light"]}


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
    if not a.credit.same(b.credit) or (a.past != b.past and _apart_in_time(a, b)):
        return False
    if a.claim.status != b.claim.status and "nominated" in (a.claim.status, b.claim.status):
        return False
    if a.claim is b.claim and (a.award.title, a.award.category) != (b.award.title, b.award.category):
        return False
    of_innovations = bool(a.credit.innovation) or b.claim.trigger.frame == "list"
    if a.innovation and b.innovation and a.innovation.value != b.innovation.value and of_innovations:
        return False
    if a.claim.trigger.frame == b.claim.trigger.frame == "list" and a.claim.chart is not b.claim.chart:
        told = [(d.award.title, d.award.category, d.award.edition) for d in (a, b)]
        return told[0] == told[1]
    if a.award.rank and b.award.rank and _words(a.award.rank) != _words(b.award.rank):
        return False
    if a.award.category and b.award.category and not _words(a.award.category) & _words(b.award.category):
        return False
    ids = _series_id(a.award), _series_id(b.award)
    if all(ids):
        return ids[0] == ids[1]
    left, right = _bag(a, a.award.title), _bag(b, b.award.title)
    if not left or not right:
        return True
    if _is_event_of(left, b) or _is_event_of(right, a):
        return True
    return left <= right or right <= left or len(left & right) * 2 > min(len(left), len(right))


def _apart_in_time(a: Draft, b: Draft) -> bool:
    """Whether history is told with a year of its own, or of another award than the article's."""
    past, other = (a, b) if a.past else (b, a)
    years = {d.latest[:4] for _, d in dates_of(past.claim.chart) if d.latest}
    if years:
        return other.award.edition not in years
    return _words(past.award.title) != _words(other.award.title)


def _series_id(award: Award) -> str | None:
    """The series of an award, told by its title where its phrase was read without the gazetteer."""
    series = load_series().get((award.title or "").lower())
    return award.id or (series.id if series else None)


def _is_event_of(title: set[str], draft: Draft) -> bool:
    """Whether a title is only the name of the ceremony at which another award was won."""
    event = draft.award.event or (draft.event.event or draft.event.title if draft.event else None)
    return bool(event) and title <= _bag(draft, event)


def by_name(drafts: Sequence[Draft]) -> list[Draft]:
    """A body whose member is said to have won gives way to the member, where one is named."""
    roles = book().lists["role"]
    named = [d for d in drafts if d.credit.kind == "person"]
    return [d for d in drafts if d.credit.item.before not in roles or not any(_told_of(d, n) for n in named)]


def _told_of(body: Draft, member: Draft) -> bool:
    ranks = _words(body.award.rank), _words(member.award.rank)
    return ranks[0] == ranks[1] and (bool(ranks[0]) or _same(replace(body, credit=member.credit), member))


def once(drafts: Sequence[Draft]) -> list[Draft]:
    """An innovation wins once: for the government that is credited with it, not again for its unit."""
    return [d for d in drafts if not (d.credit.innovation and any(_wins_same(o, d) for o in drafts))]


def _wins_same(other: Draft, draft: Draft) -> bool:
    if other.credit.same(draft.credit) or other.credit.innovation or not other.innovation:
        return False
    names = {getattr(i.value, "name", None) for i in (other.innovation, draft.innovation) if i}
    return len(names) == 1 and _words(other.award.rank) == _words(draft.award.rank)


def listed(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts without the placings that a row tells better: `Terbaik I hingga III diraih A, B dan C`."""
    drafts = list(drafts)
    rows = [d for d in drafts if d.claim.trigger.frame == "list" and d.award.rank]
    return [d for d in drafts if not any(_told_better(d, row) for row in rows)]


def _told_better(draft: Draft, row: Draft) -> bool:
    if draft.claim.trigger.frame == "list" or draft.claim.chart is not row.claim.chart:
        return False
    return draft.credit.same(row.credit) and bool(draft.award.rank) and draft.award.rank != row.award.rank


def merge(drafts: Iterable[Draft]) -> list[Draft]:
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
    if known.claim.status != other.claim.status and known.claim.chart.start < known.claim.chart.page.base:
        known.claim = replace(known.claim, status=other.claim.status)
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
