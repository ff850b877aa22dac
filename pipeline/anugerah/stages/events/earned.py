"""Earned: which innovation earned which award.

Every mention of an innovation is tied to a party: its owner, the bracket's or the clause's subject,
or, where its sentence names none, whom the sentence before spoke of. A draft has the innovations that
are tied to its recipient where its award is told of, else the one that a later sentence points at,
else the only one that the article has for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from anugerah.mentions import Agency, Award, Innovation
from anugerah.page import Page
from anugerah.stages.events.chart import Chart, Item, book
from anugerah.stages.events.claim import Claim
from anugerah.stages.events.credit import credit
from anugerah.stages.events.drafts import Draft

REACH = 45
"""How far before an innovation the word that makes it the means may stand, in code points."""


NEXT = 3
"""How many sentences before or after a win no longer speak of it."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A mention of an innovation and the party that it is tied to in its sentence, if any.

    `means` is true where a word says that something was won or made with it, `owned` where the party
    is told as its owner, `won` where it is said to have won in the same sentence.
    """

    item: Item
    value: Innovation
    chart: Chart
    party: Item | None
    means: bool
    owned: bool = False
    won: bool = False


def earn(page: Page, drafts: Sequence[Draft], rows: Sequence[Chart]) -> list[Draft]:
    """The drafts with their innovations; one draft for each where an award is given to innovations."""
    if not page.found(Innovation):
        return list(drafts)
    claimed: dict[int, set[Item]] = {}
    for claim in (c for d in drafts for c in d.support):
        claimed.setdefault(claim.chart.index, set()).update(claim.recipients)
    ties = [t for row in rows for t in _ties(row, claimed.get(row.index, set()))]
    plain = [d for d in drafts if not d.credit.innovation]
    found = {id(d): _beside(page, d, ties) for d in plain}
    _point(page, rows, plain, ties, found)
    used = {t.value.name for told in found.values() for t in told}
    used |= {getattr(d.credit.innovation.value, "name", "") for d in drafts if d.credit.innovation}
    out: list[Draft] = []
    for draft in drafts:
        if draft.credit.innovation:
            out += _credited(page, draft, plain, found, ties)
        else:
            told = found[id(draft)] or ([] if draft.innovation else _only(page, draft, drafts, ties, used))
            out += _with(draft, told) if told or not draft.innovation else [draft]
    return out


def _credited(
    page: Page,
    draft: Draft,
    plain: Sequence[Draft],
    found: Mapping[int, Sequence[Tie]],
    ties: Sequence[Tie],
) -> Iterator[Draft]:
    """A draft whose subject is an innovation: told already of its owner, or its owner's, or its own."""
    item = draft.credit.innovation
    name = getattr(item.value, "name", "") if item else ""
    told = [d for d in plain if d.past == draft.past and any(t.value.name == name for t in found[id(d)])]
    headline = draft.claim.chart.start < page.base
    if draft.credit.kind != "other":
        yield replace(draft, innovation=item)
        return
    if told or (headline and plain):
        return
    owners = [t.party for t in ties if t.value.name == name and t.party and (t.owned or t.means)]
    near = [
        a for a in page.found(Agency)
        if a.kind in _GOVERNMENTS and item and item.start - NEAR < a.start < item.start
    ]  # fmt: skip
    owner = next((o for o in owners if isinstance(o.value, Agency)), None)
    whose = near[-1] if near else None
    if owner is None and whose is not None:
        owner = Item(whose.start, whose.end, whose, "")
    credited = credit(page, owner, draft.award, None) if owner else None
    if credited is None:
        yield replace(draft, innovation=item)
        return
    if not any(d.credit.same(credited) and d.award.rank == draft.award.rank for d in plain):
        yield replace(draft, credit=credited, innovation=item)


NEAR = 300
"""How far before an innovation the government may be named whose it is, in code points."""

_GOVERNMENTS = frozenset({"province", "regency", "city"})


def _ties(row: Chart, claimed: Iterable[Item]) -> Iterator[Tie]:
    """The innovations of a sentence, each with its party; `claimed` are those that are said to have won."""
    items = [i for i in row.items if isinstance(i.value, Innovation)]
    named = {i for i in row.items if i.party and i.before not in _AWAY}
    here = {i for i in claimed if not isinstance(i.value, Innovation) and row.start <= i.start < row.end}
    parties = sorted(named | here, key=lambda i: i.start)
    chained = _each(row, items, parties)
    for n, item in enumerate(items):
        value = item.value
        assert isinstance(value, Innovation)
        owner = next((p for p in row.items if p.start == value.owner_start), None)
        before = [p for p in parties if p.end <= item.start]
        after = [p for p in parties if p.start >= item.end]
        lead = row.words(max(row.start, item.start - REACH), item.start)
        means = bool(book().words("earned").search(lead)) or lead[-1:] in "(|" or ": " in lead[-3:]
        party = chained[n] if chained else owner or next(iter([*before[::-1], *after]), None)
        if not chained and not owner and _opens(row, item) and after:
            party = after[0]
        if lead[-1:] == "(":
            party = _entrant(row, item, before, here)
        yield Tie(item, value, row, party, means, owner is not None, party in here)


_AWAY = frozenset({"dari", "oleh", "kata", "ujar", "tutur", "menurut", "besutan", "versi"})
"""What stands before parties that have no innovation here: givers, speakers, those who are given."""


def _entrant(row: Chart, item: Item, before: Sequence[Item], here: set[Item]) -> Item | None:
    """Whose a bracket is: of the entry's parties the one that has won, else the one that it names first."""
    words = row.words(row.start, item.start - 1)
    opens = row.start + max(words.rfind(")"), words.rfind(";"), words.rfind("\n")) + 1
    entry = [p for p in before if p.start >= opens]
    return next((p for p in entry if p in here), entry[0] if entry else None)


def _opens(row: Chart, item: Item) -> bool:
    """Whether an innovation stands in a clause before the main one: `Berkat X, Pemkab Y meraih A`."""
    return len(row.words(row.start, item.start).split()) < 4


def _each(row: Chart, items: Sequence[Item], parties: Sequence[Item]) -> list[Item]:
    """The parties of innovations that are told `masing-masing`, in their order."""
    if not items or not book().words("each").search(row.words(row.start, items[0].start)):
        return []
    before = [p for p in parties if p.end <= items[0].start]
    return before[-len(items) :] if len(before) >= len(items) > 1 else []


def _key(page: Page, item: Item) -> str:
    whose = credit(page, item, None, None)
    return whose.key if whose else ""


def _belongs(page: Page, tie: Tie, draft: Draft) -> bool:
    """Whether a tie's party is a draft's recipient, or a unit of the region that is."""
    if tie.party is None:
        return False
    own = {draft.credit.item.start}
    own |= {c.recipients[0].start for c in draft.support if len(c.recipients) == 1}
    if tie.party.start in own or _key(page, tie.party) == draft.credit.key:
        return True
    value = tie.party.value
    region = draft.credit.kind in {"province", "regency", "city"} and isinstance(value, Agency)
    return bool(region and tie.owned and isinstance(value, Agency) and value.region == draft.credit.id)


def _beside(page: Page, draft: Draft, ties: Sequence[Tie]) -> list[Tie]:
    """The innovations of the sentences that tell of an award, as far as they are the recipient's."""
    told = [i for i in draft.claim.innovations if draft.claim.trigger.frame == "list"]
    if told:
        return [t for t in ties if any(t.item.start == i.start for i in told)]
    here = [t for c in draft.support for t in ties if t.chart.index == c.chart.index]
    own = [t for t in here if _is_credited(page, draft, t)]
    return _distinct(t for t in own if t.means or t.owned or _is_for_innovations(draft))


def _is_credited(page: Page, draft: Draft, tie: Tie) -> bool:
    """Whether an innovation of a claim's sentence is its recipient's: tied to it, or to nobody else."""
    if _belongs(page, tie, draft):
        return True
    if tie.won or tie.chart.words(tie.item.start - 1, tie.item.start) == "(":
        return False
    here = [c for c in draft.support if c.chart.index == tie.chart.index]
    if any(len(c.recipients) > 1 and not c.inherited for c in here):
        return False
    others = {_key(page, r) for c in here for r in c.recipients} - {draft.credit.key, ""}
    if tie.party is not None and isinstance(tie.party.value, Agency) and not tie.owned:
        return bool(tie.party.place and tie.party.before) and not others and _between(here, tie)
    return not others and (tie.party is None or tie.owned or _between(here, tie))


def _between(here: Sequence[Claim], tie: Tie) -> bool:
    """Whether an innovation stands within the stretch of a claim or right behind it."""
    return any(c.start - 120 < tie.item.start < c.end + 120 for c in here)


def _point(
    page: Page,
    rows: Sequence[Chart],
    drafts: Sequence[Draft],
    ties: Sequence[Tie],
    found: dict[int, list[Tie]],
) -> None:
    """What later sentences say of an award, or of its winner, goes to the draft that they speak of."""
    for tie in ties:
        told = [
            d for d in drafts
            if not found[id(d)] and any(c.chart.index < tie.chart.index + NEXT for c in d.support)
        ]  # fmt: skip
        if not told or any(tie.value.name == t.value.name for f in found.values() for t in f):
            continue
        pointed = _pointed(page, rows, tie, told) or _followed(tie, told)
        if pointed is not None:
            found[id(pointed)] = [tie]


def _pointed(page: Page, rows: Sequence[Chart], tie: Tie, told: Sequence[Draft]) -> Draft | None:
    """`Penghargaan itu diraih berkat X`, `Inovasi yang mengantar Y ialah X`: the draft that is meant."""
    row = tie.chart
    words = row.words(row.start, row.end)
    anaphor = any(isinstance(i.value, Award) and i.value.anaphor for i in row.items) and tie.means
    if not anaphor and not _LED.search(words) and not _points_back(rows, row):
        return None
    lowered = words.lower()
    ranked = [d for d in told if d.award.rank and d.award.rank.lower().split()[-1] in lowered]
    own = [d for d in ranked or told if _belongs(page, tie, d)]
    if own or len(ranked) == 1:
        return (own or ranked)[0]
    before = {_key(page, i) for i in rows[row.index - 1].items if i.party} if row.index else set()
    spoken = [d for d in ranked or told if d.credit.key in before]
    return max(spoken or ranked or told, key=lambda d: _last(d, row))


def _points_back(rows: Sequence[Chart], row: Chart) -> bool:
    """Whether the next sentence says it of what this one names: `Inovasi itu pula yang memikat juri`."""
    if row.index + 1 >= len(rows):
        return False
    following = rows[row.index + 1]
    words = following.words(following.start, following.end)
    return _THAT.match(words) is not None and _LED.search(words) is not None


def _last(draft: Draft, row: Chart) -> int:
    return max(c.chart.index for c in draft.support if c.chart.index < row.index + NEXT)


_LED = regex.compile(
    r"(?i)\b(?:(?:inovasi|program|terobosan|karya|layanan|aplikasi)\w{0,4}\s(?:yang|itu pula|inilah|itulah)\s"
    r"(?:\w{1,12}\s){0,3}?(?:mengantar|membawa|memikat|menarik|meluluhkan|membuat juri|mencuri|dinilai|"
    r"diusung|diandalkan|dilombakan|dibawa|diajukan)|"
    r"(?:memikat|meluluhkan|mencuri|menarik)\s(?:\w{1,12}\s){0,3}(?:juri|penilai)|"
    r"(?:diraih|diperoleh|didapat|kemenangan|keberhasilan|prestasi|capaian|trofi|emas|medali|piala)\w{0,4}\s"
    r"(?:[^.]{0,40}\s)?(?:berkat|buah dari|tak lepas dari|lewat|melalui))"
)
"""Words that say of an innovation that it has won."""


_THAT = regex.compile(
    r"(?i)\W{0,3}(?:inovasi|program|terobosan|karya|layanan|aplikasi|alat)\s(?:itu|ini|tersebut)\b"
)


def _followed(tie: Tie, told: Sequence[Draft]) -> Draft | None:
    """The sentence right after a win that names only what its winner made: `Ia menciptakan X`."""
    row = tie.chart
    party = tie.party
    if not tie.means or (party and party.end <= tie.item.start and isinstance(party.value, Agency)):
        return None
    near = [d for d in told if any(0 < row.index - c.chart.index < NEXT for c in d.support)]
    near = near or [d for d in told if any(0 < c.chart.index - row.index < NEXT for c in d.support)]
    if len(near) != 1 or any(isinstance(i.value, Award) and not i.value.anaphor for i in row.items):
        return None
    words = row.words(row.start, tie.item.start)
    return near[0] if _GOING_ON.match(words) and _is_for_innovations(near[0]) else None


_GOING_ON = regex.compile(
    r"(?i)\W{0,3}(?:(?:ia|dia|mereka|tim|nama|inovasi|alat|karya|program|lewat|melalui|berkat|dengan|wakil|"
    r"pemenang|layanan|sistem|aplikasi|gagasan|ide)\w{0,5}\b|\w{3,20}(?:\s[\w.-]{1,20}){0,7}\s(?:itu|ini|tersebut)\b)"
)
"""How a sentence begins that goes on about the one before."""


def _only(
    page: Page, draft: Draft, drafts: Sequence[Draft], ties: Sequence[Tie], used: set[str]
) -> list[Tie]:
    """The innovations that an article has for a recipient, where no sentence tells of both."""
    if not _is_for_innovations(draft) or draft.past:
        return []
    own = _distinct(
        t for t in ties if (t.owned or t.means) and t.value.name not in used and _belongs(page, t, draft)
    )
    if own and (len(own) == 1 or _counted(draft, len(own))):
        return own
    fresh = {d.credit.key for d in drafts if not d.past}
    names = {t.value.name for t in ties} - used
    free = _distinct(t for t in ties if t.value.name in names)
    if len(fresh) > 1 or len(free) != 1 or own:
        return []
    return free


def _counted(draft: Draft, count: int) -> bool:
    """Whether the sentences that tell of an award count as many innovations."""
    number = next((word for word, n in _NUMBERS.items() if n == count), None)
    told = " ".join(c.chart.words(c.chart.start, c.chart.end) for c in draft.support).lower()
    return bool(number) and regex.search(rf"\b{number}\s(?:\w{{2,12}}\s)?inovasi", told) is not None


_NUMBERS = {"dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8}


def _distinct(ties: Iterable[Tie]) -> list[Tie]:
    """One tie for each innovation, in order."""
    return list({t.value.name: t for t in reversed(list(ties))}.values())[::-1]


def _is_for_innovations(draft: Draft) -> bool:
    """Whether an award is given to innovations: `Top 45`, not to a government for having many."""
    event = (draft.event.event or draft.event.title) if draft.event else None
    told = " ".join(filter(None, (draft.award.title, draft.award.event, draft.award.rank, event)))
    return bool(book().words("innovative").search(told)) and not book().words("governing").search(told)


def _with(draft: Draft, earned: Sequence[Tie]) -> Iterator[Draft]:
    """A draft with its innovation; with several, one draft for each or all in one, as the award is."""
    if not earned:
        yield replace(draft, innovation=None)
        return
    items = tuple(t.item for t in earned)
    apart = _is_for_innovations(draft) or any(
        book().words("each").search(t.chart.words(t.chart.start, t.item.start)) for t in earned
    )
    if len(items) > 1 and not apart:
        yield replace(draft, innovation=items[0], others=items[1:])
        return
    for item in items:
        yield replace(draft, innovation=item)
