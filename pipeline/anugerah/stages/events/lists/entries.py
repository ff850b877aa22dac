"""Entries: one line of a list, cut into what is won, who won it, and what is told of the winner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from anugerah.mentions import Agency, Award, Innovation, Official
from anugerah.stages.events.chart import Chart, Item, Person, book
from anugerah.stages.events.credit import regional_head
from anugerah.stages.events.frames import named_awards
from anugerah.stages.events.lists.headings import PLACED, Heading
from anugerah.stages.events.lists.lines import BRACKET, mark_of
from anugerah.stages.events.lists.making import RULE
from anugerah.stages.events.lists.names import Hint, begins_with_noun, heading_noun, located, name_at
from anugerah.stages.events.parties import chain_right

Stretch = tuple[int, int]

LONGEST = 200
"""The longest line without a mark that is an entry, in code points."""

_YEAR = regex.compile(r"(?:19|20)\d\d")
_LABEL = regex.compile(
    r"\p{Lu}[\w.'’&/-]{0,30}(?:[ ](?:(?:dan|of|the|di|se)[ ])?[\p{Lu}\d][\w.'’&/-]{0,30}){0,6}"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: `label` is the award that it begins with, `winner` where its winner stands.

    `title` is a label that only its place makes an award, `year` a label that is an edition.
    """

    line: Chart
    number: str | None
    marked: bool
    label: tuple[Award, ...]
    winner: Stretch | None
    rest: tuple[Stretch, ...]
    title: str | None = None
    year: str | None = None

    @property
    def placed(self) -> bool:
        """Whether it says by itself what was won."""
        return any(a.rank or a.title for a in self.label)


def read_entry(line: Chart, *, member: bool = False) -> Entry | None:
    """A line as an entry, if it has the form of one; the member of a row has it without a mark."""
    mark = mark_of(line) or (_NUMERAL.match(line.page.view, line.start, line.end) if member else None)
    cells = list(_cells(line, mark.end() if mark else line.start))
    if not cells or (not mark and not member and line.end - line.start > LONGEST):
        return None
    number = mark["number"] if mark else None
    marked = mark is not None or member
    first, rest = cells[0], tuple(cells[1:])
    label = _label(line, first)
    if label and not rest:
        label = _shorter(line, *label)
    if label:
        awards, end = label
        if end < first[1]:
            plain = awards[0].rule in PLACED and (awards[0].title == awards[0].rank)
            if (plain and (marked or rest)) or (plain and _NAME_FOLLOWS.match(line.page.view, end, first[1])):
                return Entry(line, number, marked, awards, (end, first[1]), rest)
            if not rest:
                return Entry(line, number, marked, awards, None, ()) if marked else None
        if rest:
            return Entry(line, number, marked, awards, rest[0], rest[1:])
        return Entry(line, number, marked, awards, None, ()) if marked else None
    words = line.words(*first)
    if rest and _YEAR.fullmatch(words):
        return Entry(line, number, marked, (), rest[0], rest[1:], year=words)
    if rest and not marked and not line.triggers:
        after = _label(line, rest[-1])
        if after and after[0][0].rule in _TOLD_AFTER:
            return Entry(line, number, marked, after[0], first, rest[:-1])
    letter = book().rule("events.list_letter").pattern.match(line.page.view, *first)
    words = line.words(letter.end(), first[1]) if letter else words
    if rest and _LABEL.fullmatch(words) and _colon_after(line, first[1]) and not _only_awards(line, rest[0]):
        return Entry(line, number, marked, (), rest[0], rest[1:], title=words)
    return Entry(line, number, marked, (), first, rest) if marked else None


def heading_of(entry: Entry) -> Heading:
    """A marked line that names only an award or a group, as the heading of the lines below it."""
    if entry.label:
        award = entry.label[0]
        level = "category" if not entry.placed else "placing" if award.title == award.rank else "award"
        return Heading(entry.line, level, award, None, heading_noun(award.category or ""))
    start, end = entry.winner or (entry.line.start, entry.line.end)
    words = entry.line.words(start, end).rstrip(" :")
    award = Award(start=start, end=end, rule=RULE, title=None, category=words)
    return Heading(entry.line, "category", award, None, heading_noun(words))


def _shorter(line: Chart, awards: tuple[Award, ...], end: int) -> tuple[tuple[Award, ...], int]:
    """A placing without the body that stands right after it: `Juara I TP PKK Kecamatan Mekar`."""
    first = awards[0]
    if first.rule not in PLACED or not first.rank or first.title == first.rank:
        return awards, end
    reached = first.start + len(first.rank)
    if not begins_with_noun(line.words(reached + 1, line.end)):
        return awards, end
    return (replace(first, end=reached, title=first.rank, event=None, category=None),), reached


_NUMERAL = regex.compile(r"\s{0,3}(?P<number>[IVX]{1,4}|\d{1,2})[.)][ ]{1,2}")
_NAME_FOLLOWS = regex.compile(r"\s{1,4}\p{Lu}[\p{L}.']{1,20}(?:\s\p{Lu}|\s\d|\s?[(,])")


def _colon_after(line: Chart, end: int) -> bool:
    return line.words(end, end + 6).lstrip()[:1] in {":", "="}


def _cells(line: Chart, start: int) -> Iterator[Stretch]:
    """What the separators of a line keep apart; those in brackets keep nothing apart."""
    text = line.page.text[start : line.end]
    masked = BRACKET.sub(lambda m: "(" + "x" * (len(m[0]) - 2) + ")", text)
    at = 0
    for m in book().rule("events.list_separator").pattern.finditer(masked):
        if masked[at : m.start()].strip():
            yield _trimmed(line, start + at, start + m.start())
        at = m.end()
    if masked[at:].strip():
        yield _trimmed(line, start + at, line.end)


def _trimmed(line: Chart, start: int, end: int) -> Stretch:
    stretch = line.page.text[start:end]
    return end - len(stretch.lstrip()), start + len(stretch.rstrip())


def _label(line: Chart, cell: Stretch) -> tuple[tuple[Award, ...], int] | None:
    """The awards that a cell begins with, and where the last of them ends."""
    start, end = cell
    inside = [i for i in line.items if i.start >= start and i.end <= end and isinstance(i.value, Award)]
    if inside and inside[0].start - start < 3 and inside[0].value.rule not in _NO_LABEL:  # type: ignore[union-attr]
        awards, _ = named_awards(inside)
        if awards and (awards[0].title or awards[0].rank or awards[0].category):
            return awards, inside[-1].end
    grouped = _grouped(line, cell, inside)
    if grouped:
        return (grouped,), end
    medal = book().rule("events.list_medal").pattern.fullmatch(line.page.view, start, end)
    if medal:
        name = line.words(start, end)
        return (Award(start=start, end=end, rule="awards.medal", title=name, rank=name),), end
    return None


def _grouped(line: Chart, cell: Stretch, inside: list[Item]) -> Award | None:
    """A placing behind the name of its category, before a colon: `Baca Puisi, juara I: Rina Wati`."""
    placing = inside[0].value if len(inside) == 1 else None
    if not isinstance(placing, Award) or placing.rule not in PLACED or placing.end != cell[1]:
        return None
    words = line.words(cell[0], placing.start).rstrip()
    if not words.endswith((",", "-")) or not _LABEL.fullmatch(name := words.rstrip(" ,-")):
        return None
    return replace(placing, category=placing.category or name) if _colon_after(line, cell[1]) else None


_TOLD_AFTER = PLACED | {"awards.known", "awards.grade"}
"""Awards that a line without a mark may name after its winner."""

_NO_LABEL = frozenset({"awards.ceremony", "awards.count"})


def winners(entry: Entry, hint: Hint, *, several: bool) -> tuple[tuple[Item, ...], int]:
    """Who an entry says has won, and where the last of them ends."""
    if entry.winner is None:
        return (), entry.line.start
    start, end = entry.winner
    line = entry.line
    item, reached = name_at(line, start, end, hint)
    if item is None:
        return (), start
    if isinstance(item.value, Official) and (person := _name_first(item, item.value)):
        return (person,), item.end
    if several and item not in line.items:
        return _by_commas(line, item, reached, end, hint)
    if item in line.items and item.party:
        free = _outside_brackets(line)
        chain = chain_right(line, free, free.index(item)) if item in free else (item,)
        if several or len(chain) == 1 or _joined(line, chain):
            return (located(line, chain[0], reached), *chain[1:]), chain[-1].end
    item = located(line, item, reached)
    return (item,), reached


def _name_first(item: Item, official: Official) -> Item | None:
    """The person of an entry that tells the office behind the name: `AKP Rina, Kasat Lantas X`."""
    start, end = official.name_start, official.name_end
    behind = official.title_start is not None and start is not None and start < official.title_start
    if not behind or regional_head(official) or official.name is None:
        return None
    return Item(
        item.start, item.end, Person(start or item.start, end or item.end, official.name), item.before
    )


def _by_commas(line: Chart, first: Item, reached: int, end: int, hint: Hint) -> tuple[tuple[Item, ...], int]:
    """Winners that commas keep apart, each perhaps with brackets behind it."""
    found = [first]
    while m := _COMMA.match(line.page.view, reached, end):
        item, stop = name_at(line, m.end(), end, hint)
        if item is None or item.place or not item.party:
            break
        found.append(item)
        reached = stop
    return tuple(found), reached


_COMMA = regex.compile(r"\s{0,2}\([^()\n]{1,60}\)\s{0,2}(?:,\s{1,2}|(?:,\s)?(?:dan|serta)\s)(?=\p{Lu})")


def _outside_brackets(line: Chart) -> list[Item]:
    inside = [m.span() for m in BRACKET.finditer(line.page.view, line.start, line.end)]
    return [i for i in line.items if not any(s < i.start < e for s, e in inside)]


def _joined(line: Chart, chain: tuple[Item, ...]) -> bool:
    return any(_AND.search(line.words(a.end, b.start)) for a, b in pairwise(chain))


_AND = regex.compile(r"\b(?:dan|serta)\b")


def told_awards(entry: Entry, reached: int) -> tuple[tuple[Award, ...], Award | None]:
    """What an entry says was won: its label, and what it adds after its winner."""
    after = [i for i in entry.line.items if i.start >= reached]
    stop = book().rule("events.list_work").pattern.search(entry.line.page.view, reached, entry.line.end)
    after = [i for i in after if not stop or i.start < stop.start()]
    awards, event = named_awards(after)
    awards = tuple(a for a in awards if not a.anaphor)
    years = book().rule("events.list_years").pattern.search(entry.line.page.view, reached, entry.line.end)
    if years and not awards and not entry.label:
        return (Award(start=years.start(), end=years.end(), rule=RULE, title=None, rank=years[0]),), event
    if not entry.label:
        return awards, event
    own = entry.label[0]
    for award in awards:
        if award.category and not own.category and not award.title:
            own = replace(own, category=award.category)
    return (own,), event


def innovation_of(entry: Entry, reached: int, *, bracketed: bool) -> Item | None:
    """The innovation that an entry names beside its winner: `(MESIN PERAJANG)`, `dengan X`, `Karya: Y`.

    `bracketed` says whether what stands in brackets may be one: in a contest of innovations.
    """
    line = entry.line
    for item in line.items:
        if isinstance(item.value, Innovation) and item.start >= reached:
            return item
    work = work_between(line, reached, line.end)
    if work:
        return work
    for m in BRACKET.finditer(line.page.view, reached, line.end) if bracketed else ():
        inside = [i for i in line.items if m.start() < i.start < m.end()]
        text = m[0][1:-1]
        if inside and isinstance(inside[0].value, Agency) and inside[0].start - m.start() < 12:
            continue
        if len(text) > 3 and text[0].isalpha() and not regex.match(r"(?i)alm|gugus|kelas|usia", text):
            return named_innovation(line, m.start() + 1, m.end() - 1)
    return None


def _only_awards(line: Chart, cell: Stretch) -> bool:
    """Whether a cell begins with an award that no name follows: `WTP, diterima Wakil Bupati X`."""
    label = _label(line, cell)
    return label is not None and bool(_ENDED.match(line.page.view, label[1], cell[1]))


_ENDED = regex.compile(r"\s{0,2}(?:[,.;(]|\Z)")


def taken_by(entry: Entry, reached: int) -> tuple[Item, ...]:
    """The official who an entry says took what its winner has won: `Kolaka: WTP, diterima Wakil Bupati X`."""
    took = next((t for t in entry.line.triggers if t.frame == "taken" and t.start >= reached), None)
    if took is None:
        return ()
    return tuple(i for i in entry.line.items if isinstance(i.value, Official) and 0 <= i.start - took.end < 8)


def work_between(line: Chart, start: int, end: int) -> Item | None:
    """The innovation in a stretch that words such as `melalui` lead to."""
    work = book().rule("events.list_work").pattern.search(line.page.view, start, end)
    return named_innovation(line, work.end(), end) if work else None


def owner_of(entry: Entry) -> Item | None:
    """The body that an entry names apart from what it begins with: `SIGAP (Gerak Cepat), RSUD Mekar`."""
    if entry.winner is None:
        return None
    line = entry.line
    bodies = (i for i in line.items if isinstance(i.value, Agency) and not i.place)
    after = (i for i in bodies if i.start > entry.winner[0] + 2)
    return next((i for i in after if _APART.search(line.words(i.start - 4, i.start))), None)


def begins_with_work(entry: Entry) -> bool:
    """Whether an entry begins with what looks like an innovation: a known one or an acronym."""
    if entry.winner is None:
        return False
    line, (start, end) = entry.line, entry.winner
    if any(isinstance(i.value, Innovation) and i.start <= start + 2 for i in line.items):
        return True
    return bool(_ACRONYM.match(line.page.view, start, end))


_APART = regex.compile(r"(?:[,;:(|/]|\s-|\))[ ]{0,2}\Z")
_ACRONYM = regex.compile(r"[\s\"']{0,3}[\p{Lu}\d-]{3,30}(?:[ ][\p{Lu}\d-]{2,30}){0,5}[\"']?[ ]?[(,:–-]")


def named_innovation(line: Chart, start: int, end: int) -> Item | None:
    """The name of an innovation that begins at a place, with the expansion that follows it."""
    m = book().rule("events.list_innovation").pattern.match(line.page.view, start, end)
    if not m:
        return None
    for known in line.page.found(Innovation):
        if known.start == m.start("name") or known.name.lower() == m["name"].lower():
            return Item(known.start, known.end, known, "")
    at = m.start("name")
    to = at + len(m["name"].rstrip(".'’"))
    expansion = m["expansion"]
    value = Innovation(
        start=at, end=to, rule=RULE, name=" ".join(line.words(at, to).split()), expansion=expansion
    )
    return Item(at, to, value, "")
