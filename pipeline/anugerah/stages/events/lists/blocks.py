"""Blocks: entries under their headings, with the sentence that leads to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

import regex

from anugerah.mentions import Agency, Award, Innovation
from anugerah.stages.events.chart import Chart, Item, Person, book
from anugerah.stages.events.claim import Claim
from anugerah.stages.events.frames import named_awards
from anugerah.stages.events.lists.entries import (
    Entry,
    begins_with_work,
    heading_of,
    innovation_of,
    named_innovation,
    owner_of,
    read_entry,
    taken_by,
    told_awards,
    winners,
)
from anugerah.stages.events.lists.headings import PLACED, Heading, Scope, join, read_heading
from anugerah.stages.events.lists.lines import last_sentence, lines_of, mark_of
from anugerah.stages.events.lists.making import RULE, listed
from anugerah.stages.events.lists.names import Hint, mostly_bodies
from anugerah.stages.events.lists.ranks import ranks_of
from anugerah.stages.events.lists.tables import read_tables


@dataclass(slots=True)
class Block:
    """Entries with the headings that each stands under, and the sentence before them."""

    intro: Chart | None
    row: bool = False
    title: str | None = None
    rows: list[tuple[Entry, Scope]] = field(default_factory=list)


@dataclass(slots=True)
class Lists:
    """What the lists of a page say, and where lists stand that name no winners."""

    claims: list[Claim] = field(default_factory=list)
    others: list[tuple[int, int]] = field(default_factory=list)


def read_blocks(charts: Sequence[Chart], claims: Sequence[Claim]) -> Lists:
    """What the lists of a page say of who won what."""
    out = Lists()
    if not charts:
        return out
    lines, rows = lines_of(charts)
    innovative = _innovative(charts)
    out.claims += read_tables(lines)
    reached = [(c.chart.start, c.chart.end) for c in out.claims]
    lines = [x for x in lines if not any(s <= x.start < e for s, e in reached)]
    ranks: list[str] = []
    for block in _blocks(lines, rows, charts):
        reading = _Reading(block, charts, claims, innovative, ranks)
        if reading.of_others():
            out.others += [(e.line.start, e.line.end) for e, _ in block.rows]
        else:
            out.claims += reading.claims()
        ranks = reading.ranks
    return out


def _innovative(charts: Sequence[Chart]) -> bool:
    """Whether the article is about awards that are given to innovations."""
    named = [i.value for c in charts for i in c.items if isinstance(i.value, Award)]
    return any(book().words("innovative").search(a.event or a.title or "") for a in named)


def _blocks(lines: Sequence[Chart], rows: Collection[int], charts: Sequence[Chart]) -> Iterator[Block]:
    """The lists of a page: prose ends one, a heading does not."""
    entries = [read_entry(line, member=line.start in rows) for line in lines]
    headings = [
        None if entry else read_heading(line, over_placings=_opens(following))
        for line, entry, following in zip(lines, entries, [*entries[1:], None], strict=False)
    ]
    scope, block = Scope(), Block(None)
    for n, line in enumerate(lines):
        entry, heading = entries[n], headings[n]
        if line.start not in rows and n + 1 < len(lines) and lines[n + 1].start in rows:
            if block.rows:
                yield block
            titled = mark_of(line) is not None and line.words(line.start, line.end).endswith(":")
            intro = block.intro if titled else last_sentence(line, charts)
            scope, block = Scope(), Block(intro, row=True, title=_title(line) if titled else None)
            continue
        if block.row and line.start not in rows:
            yield block
            scope, block = Scope(), Block(last_sentence(line, charts))
        if entry and n + 1 < len(lines) and _leads(entry, entries[n + 1]):
            heading, entry = heading_of(entry), None
        waits = bool(scope.levels) and scope.levels[-1].level == "placing" and not scope.read
        if waits and not entry and not (heading and heading.line.items) and (plain := _plain(line, scope)):
            block.rows.append((plain, replace(scope, levels=list(scope.levels))))
            scope.read = True
        elif heading and _followed(n, entries, headings):
            scope.enter(heading)
        elif entry:
            block.rows.append((entry, replace(scope, levels=list(scope.levels))))
            scope.read = True
        elif plain := _plain(line, scope):
            block.rows.append((plain, replace(scope, levels=list(scope.levels))))
            scope.read = True
        elif _goes_on(block, entries[n + 1] if n + 1 < len(lines) else None):
            continue
        elif not scope.levels or line.end - line.start > LONG or line.triggers:
            if block.rows:
                yield block
            scope, block = Scope(), Block(last_sentence(line, charts))
    if block.rows:
        yield block


LONG = 120
"""A line longer than this is prose, in code points."""


def _title(line: Chart) -> str:
    """What the number and the colon of a row's title stand around."""
    mark = mark_of(line)
    return line.words(mark.end() if mark else line.start, line.end).rstrip(" :")


def _leads(entry: Entry, following: Entry | None) -> bool:
    """Whether a marked line that names only an award or a group heads the lines below it."""
    if following is None or following.winner is None or not entry.marked or entry.rest:
        return False
    other = following.marked != entry.marked or (following.number is None) != (entry.number is None)
    return other and (entry.winner is None or (not entry.label and following.placed))


def _opens(entry: Entry | None) -> bool:
    """Whether an entry is the first of a row of placings: `Juara I : Desa Mekar`."""
    if entry is None or entry.winner is None:
        return False
    return any(a.rule in PLACED and a.rank and _FIRST.search(a.rank) for a in entry.label)


_FIRST = regex.compile(r"(?i)\b(?:I|1|pertama|satu)\Z")


def _goes_on(block: Block, following: Entry | None) -> bool:
    """Whether the number after a line of prose goes on from the last entry before it."""
    last = block.rows[-1][0].number if block.rows else None
    number = following.number if following else None
    return bool(last and number) and int(number) == int(last) + 1  # type: ignore[arg-type]


def _followed(n: int, entries: Sequence[Entry | None], headings: Sequence[Heading | None]) -> bool:
    """Whether entries follow a heading, at most two other headings between."""
    own = headings[n]
    if own and own.level == "placing" and n + 1 < len(headings):
        return True
    for k in range(n + 1, min(n + 4, len(entries))):
        if entries[k]:
            return True
        if headings[k] is None:
            heading = headings[k - 1]
            return heading is not None and heading.level != "category"
    return False


def _plain(line: Chart, scope: Scope) -> Entry | None:
    """A short line below a placing or an award, which is nothing but its winner."""
    if (
        line.end - line.start > 90
        or line.triggers
        or not scope.levels
        or scope.levels[-1].level == "category"
    ):
        return None
    if scope.levels[-1].level == "placing" and scope.read:
        return None
    known = bool(line.items) and line.items[0].party and line.items[0].start - line.start < 4
    if scope.levels[-1].level == "award" and not known:
        return None
    return Entry(line, None, False, (), (line.start, line.end), ())


NEAR, FAR = 2, 6
"""How many sentences before a list its award is looked for; further where it counts its winners."""


class _Reading:
    """One block being read: what all its entries share."""

    def __init__(
        self,
        block: Block,
        charts: Sequence[Chart],
        claims: Sequence[Claim],
        innovative: bool,
        ranks: list[str],
    ) -> None:
        self.block = block
        self.charts = charts
        self.innovative = innovative
        self.intro = block.intro
        self.words = self.intro.words(self.intro.start, self.intro.end) if self.intro else ""
        index = self.intro.index if self.intro else 0
        reach = FAR if book().rule("events.list_counted").pattern.match(self.words) else NEAR
        self.told = [c for c in claims if c.chart.index <= index and (c.awards or c.recipients)]
        self.near = [c for c in self.told if c.chart.index >= index - reach and c.awards and not c.weak]
        self.before = [] if self.near else _won_in(charts[max(0, index - reach) : index])
        placed = sum(e.winner is not None and (e.placed or _placed_after(e)) for e, _ in block.rows)
        self.placed = placed * 2 >= len(block.rows)
        self.works = innovative and _are_works([e for e, _ in block.rows])
        if self.works and not (self.near or self.before):
            self.before = _told_in(charts[max(0, index - FAR) : index])
        awards, self.event = named_awards(self.intro.items) if self.intro else ((), None)
        self.awards = tuple(a for a in awards if not a.anaphor and (a.title or a.rank or a.category))
        self.status = self._status()
        self.category = self._category()
        self.ranks = ranks_of(self.words) or (ranks if book().words("in_order").search(self.words) else [])
        self.titled = sum(any(a.title for a in e.label) for e, _ in block.rows) * 2 >= len(block.rows)

    def claims(self) -> Iterator[Claim]:
        """What the entries say, if theirs is a list of winners."""
        rows = self.block.rows
        if not self._of_winners():
            return
        read = [(e, s, *self._winners(e, s, bodies=False)) for e, s in rows]
        if mostly_bodies([i for e, _, found, _ in read for i in found if i in e.line.items]):
            read = [(e, s, *self._winners(e, s, bodies=True)) for e, s in rows]
        bare = [
            (e, found) for e, s, found, _ in read
            if not e.placed and e.winner and (e.marked or not s.get("placing"))
        ]  # fmt: skip
        sure = sum(_is_sure(e.line, found) or self._of_innovation(e, found) for e, found in bare)
        one = len(bare) > 1 and len({getattr(f[0].value, "name", None) for _, f in bare if f}) == 1
        told, back = self._wins() or self._headed(), self._points_back()
        people = all(_person(found, single=back) for _, found in bare)
        sure_enough = sure * 2 >= len(bare) or ((told or back) and people)
        doubtful = one or not sure_enough
        for n, (entry, scope, found, reached) in enumerate(read):
            if not (doubtful and not entry.placed and entry.winner and not entry.year):
                rank = self.ranks[n] if len(self.ranks) == len(read) else None
                yield from self._read(entry, scope, found, reached, rank)

    def of_others(self) -> bool:
        """Whether the sentence before says that the list is one of prizes, jurors, guests or criteria."""
        if self._wins():
            return False
        headings = [h.line for _, s in self.block.rows[:1] for h in s.levels]
        words = " ".join([self.words, *(h.words(h.start, h.end) for h in headings)])
        if book().words("list_prize").search(words):
            return True
        out = book().words("list_out").search(words) or book().words("waiting").search(words)
        return bool(out) and not self.placed and not self._headed()

    def _of_winners(self) -> bool:
        """Whether the block is a list of winners, by its headings and the sentence before it."""
        rows = self.block.rows
        won = self._wins()
        headed = self._headed()
        if not self.placed and not self._lists_works():
            told = won or self.awards or self.ranks or (self.block.title and _PLACING.search(self.words))
            if self.block.row and not (told or self._points_back()):
                return False
            awards = self.awards and (won or self.block.row or self._leads())
            winning = book().words("winning").search(self.words) and (won or self._leads())
            if not (headed or awards or self._continues() or winning):
                return False
        alone = rows[0][0]
        return len(rows) > 1 or alone.placed or headed or (alone.marked and self.words.endswith(":"))

    def _lists_works(self) -> bool:
        """Whether entries are innovations with their owners, after an award that was told of."""
        return self.works and self._leads() and bool(self.awards or self.near or self.before)

    def _headed(self) -> bool:
        """Whether entries stand under an award or a placing."""
        return any((a := s.award()) and a.rule != "awards.ceremony" for _, s in self.block.rows)

    def _wins(self) -> bool:
        """Whether the sentence before speaks of winners."""
        return bool(book().words("list_won").search(self.words))

    def _points_back(self) -> bool:
        """Whether the sentence before speaks of those who were counted: `Keenam guru itu ialah`."""
        told = book().rule("events.list_counted").pattern.match(self.words)
        return bool(told and (self.near or self.before))

    def _category(self) -> str | None:
        """The category that a row in prose is of: `Untuk kelompok kota, juara I diraih ...`."""
        if self.block.title:
            return self.block.title
        m = book().rule("events.list_lead").pattern.search(self.words) if self.block.row else None
        return m["name"] if m else None

    def _continues(self) -> bool:
        """Whether the sentence before goes on with what was told: `Ketiganya ialah:`."""
        return self.block.row or (bool(self.near or self.before) and self._leads())

    def _leads(self) -> bool:
        """Whether the sentence before ends in what leads to a list."""
        words = self.words.rstrip(" .")
        return words.endswith((":", "berikut", "berikut ini", *book().lists["list_lead"]))

    def _status(self) -> str:
        if book().words("candidate").search(self.words):
            return "nominated"
        if self.near and not self.awards:
            return self.near[-1].status
        index = self.intro.index if self.intro else 0
        told = " ".join(c.words(c.start, c.end) for c in self.charts[max(0, index - 2) : index])
        future = book().words("future").search(self.words if self.awards or not self.before else told)
        return "scheduled" if future else "received"

    def _winners(self, entry: Entry, scope: Scope, *, bodies: bool) -> tuple[tuple[Item, ...], int]:
        works = _for_works(entry.label[0].title if entry.label else self._heading_title(scope))
        hint = Hint(scope.noun, works, bodies and not entry.placed)
        label = bool(entry.title) or (bool(entry.label) and not any(a.title == a.rank for a in entry.label))
        return winners(entry, hint, several=label)

    def _read(
        self, entry: Entry, scope: Scope, found: tuple[Item, ...], reached: int, rank: str | None
    ) -> Iterator[Claim]:
        if entry.winner and self._of_innovation(entry, found):
            yield from self._innovation(entry, scope)
            return
        own, event = told_awards(entry, reached)
        if entry.title and self.titled and not own:
            own = (Award(start=entry.line.start, end=entry.winner[0], rule=RULE, title=entry.title),)  # type: ignore[index]
        if own and not entry.label and found and not own[0].rank and own[0].start - reached < 2:
            return
        if not found:
            if own and entry.marked and (entry.winner is None or own[0].start - entry.winner[0] < 4):
                yield from self._owned(entry, scope, own[0])
            return
        if isinstance(found[0].value, Innovation):
            return
        award = self._award(entry, scope, own)
        if award is None:
            return
        if rank:
            award = replace(award, rank=rank, title=rank if award.rule in PLACED else award.title)
        award = replace(award, category=award.category or self.category)
        innovation = innovation_of(entry, reached, bracketed=self.innovative)
        claim = listed(entry.line, found, award, event or self.event)
        yield replace(
            claim,
            status=self.status,
            innovations=(innovation,) if innovation else (),
            receivers=taken_by(entry, reached) if isinstance(found[0].value, Agency) else (),
            past=self._is_past(entry),
        )

    def _heading_title(self, scope: Scope) -> str | None:
        award = scope.award()
        return award.title if award else None

    def _award(self, entry: Entry, scope: Scope, own: tuple[Award, ...]) -> Award | None:
        """What an entry's winner has won: its own award, else that of the headings or the sentence before."""
        if own and (own[0].rank or own[0].title):
            return scope.complete(own[0])
        category = own[0].category if own else entry.title
        base = scope.award()
        if base is None:
            base = self.awards[0] if self.awards else None
            if base is None and self.near:
                base = self.near[-1].awards[0]
            if base is None and self.before:
                base = self.before[-1]
            if base is None:
                base = self.event or self._placing(entry)
            if base is None:
                return None
            base = scope.complete(base)
        headings = (h.line.words(h.line.start, h.line.end) for h in scope.levels)
        ranked = base.rule == "awards.ceremony" or any(map(_PLACING.match, headings))
        ranked = ranked or bool(book().words("ranked").search(f"{self.words} {base.title}"))
        if entry.number and (not base.rank or base.rule == "awards.top") and ranked:
            base = replace(base, rank=entry.number)
        if entry.year:
            base = replace(base, edition=entry.year)
        return replace(base, category=category or base.category)

    def _placing(self, entry: Entry) -> Award | None:
        """A number as a placing, where the sentence before says that placings are listed."""
        noun = _PLACING.search(self.words)
        if noun is None or entry.number is None or not self.category:
            return None
        rank = f"{noun[0]} {entry.number}"
        at = entry.line.start
        return Award(start=at, end=at + len(entry.number), rule="awards.placing", title=rank, rank=rank)

    def _is_past(self, entry: Entry) -> bool:
        published = entry.line.page.published
        return bool(entry.year and published and int(entry.year) < published.year)

    def _owned(self, entry: Entry, scope: Scope, own: Award) -> Iterator[Claim]:
        """An entry that names only what was won: by whom, the sentence before says."""
        if not (self._leads() or self.near) or book().words("list_out").search(self.words):
            return
        owners = tuple(
            i for i in (self.intro.items if self.intro else ())
            if i.party and i.before not in {"dari", "di", "kata", "ujar"}
        )  # fmt: skip
        if not owners:
            spoken = [c for c in self.told if c.recipients]
            owners = spoken[-1].recipients[:1] if spoken else ()
        if owners:
            award = join(own, self.awards[0]) if self.awards else own
            yield replace(
                listed(entry.line, owners[:1], scope.complete(award), self.event), status=self.status
            )

    def _of_innovation(self, entry: Entry, found: tuple[Item, ...]) -> bool:
        """Whether an entry begins with the innovation and not with its owner."""
        if entry.placed or not (found or entry.winner):
            return False
        if self.works and owner_of(entry):
            return True
        if found and isinstance(found[0].value, Innovation):
            return True
        kind = getattr(found[0].value, "kind", "person") if found else "other"
        owned = any(isinstance(i.value, Agency) for i in entry.line.items if i.start > entry.winner[1])  # type: ignore[index]
        return self.innovative and kind in {"other", "person"} and "inovasi" in self.words.lower() and owned

    def _innovation(self, entry: Entry, scope: Scope) -> Iterator[Claim]:
        """`1. SIGAP (Sistem ...) - Puskesmas X`: the government that is credited has won, else the owner."""
        line = entry.line
        owner = owner_of(entry)
        start, end = entry.winner or (line.start, line.start)
        item = named_innovation(line, start, min(end, owner.start) if owner else end)
        award = self._award(entry, scope, ())
        if item is None or award is None:
            return
        owners = [i for i in line.items if isinstance(i.value, Agency) and i.start > item.end]
        owners = [owner] if owner else owners
        credited = self._credited()
        party = credited or (owners[0] if owners else None)
        if party:
            yield replace(listed(line, (party,), award, self.event), status=self.status, innovations=(item,))

    def _credited(self) -> Item | None:
        """The government whose innovations are listed: `Tiga inovasi asal Kabupaten X masuk Top 30`."""
        index = self.intro.index if self.intro else 0
        for chart in reversed(self.charts[max(0, index - 2) : index + 1]):
            for item in chart.items:
                if isinstance(item.value, Agency) and item.before in book().lists["owner"]:
                    return item if item.value.kind in _GOVERNMENTS else None
        spoken = [r for c in self.near for r in c.recipients if isinstance(r.value, Agency)]
        return spoken[-1] if spoken and spoken[-1].value.kind in _GOVERNMENTS else None  # type: ignore[union-attr]


def _won_in(charts: Sequence[Chart]) -> list[Award]:
    """The awards that sentences say were won, by whomever."""
    return [
        a
        for c in charts
        if any(t.frame in {"receive", "named", "taken", "winners", "handed", "give"} for t in c.triggers)
        for a in named_awards(c.items)[0]
        if (a.title or a.rank) and not a.anaphor
    ]


def _told_in(charts: Sequence[Chart]) -> list[Award]:
    """The awards that sentences name, the last of them last."""
    return [a for c in charts for a in named_awards(c.items)[0] if (a.title or a.rank) and not a.anaphor]


def _are_works(entries: Sequence[Entry]) -> bool:
    """Whether entries name innovations and then their owners."""
    owned = sum(owner_of(e) is not None and not e.placed for e in entries)
    works = sum(map(begins_with_work, entries))
    return owned * 3 >= len(entries) * 2 and works * 3 >= len(entries)


def _placed_after(entry: Entry) -> bool:
    """Whether an entry names its award after its winner, apart from the name."""
    at = entry.winner[0] if entry.winner else entry.line.start
    return any(
        isinstance(i.value, Award)
        and i.start > at
        and bool(i.value.rank or i.value.id or i.value.title)
        and _APART.search(entry.line.words(at, i.start)) is not None
        for i in entry.line.items
    )


_PLACING = regex.compile(r"(?:\b)(?:juara|peringkat|urutan|terbaik)\b", regex.IGNORECASE)
_APART = regex.compile(r"[,;:()|/]|\s-\s")


def _is_sure(line: Chart, found: tuple[Item, ...]) -> bool:
    """Whether a winner is known for more than its place: to a stage, or by the noun in its name."""
    if not found:
        return False
    return found[0] in line.items or getattr(found[0].value, "kind", "other") != "other"


def _person(found: tuple[Item, ...], *, single: bool) -> bool:
    """Whether a winner is a person with a full name, or a `single` one where that will do."""
    if not found or not isinstance(found[0].value, Person):
        return False
    return single or " " in found[0].value.name


_GOVERNMENTS = frozenset({"province", "regency", "city", "region"})


def _for_works(title: str | None) -> bool:
    """Whether an award is one for films, books or songs, not for who made them."""
    first = (title or "").split(" ", 1)[0].lower()
    return first in book().lists["work"]
