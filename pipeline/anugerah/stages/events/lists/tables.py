"""Tables: rows under a header that says what each column holds, one row or one cell a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import regex

from anugerah.mentions import Acronym, Award, Innovation
from anugerah.stages.events.chart import Chart, Item, book
from anugerah.stages.events.claim import Claim
from anugerah.stages.events.lists.entries import named_innovation
from anugerah.stages.events.lists.headings import read_heading
from anugerah.stages.events.lists.making import RULE, listed
from anugerah.stages.events.lists.names import Hint, by_list, heading_noun, kinds, located, name_at

_METALS = frozenset({"emas", "perak", "perunggu"})
_CELL = regex.compile(r"[ ]{0,20}[|\t][ |\t]{0,20}|[ ]{3,40}")
PROSE = 120
"""A line longer than this is prose, in code points."""

Cell = tuple[int, int]


def read_tables(lines: Sequence[Chart]) -> Iterator[Claim]:
    """The claims of the tables whose header names a column of winners and one of awards."""
    n = 0
    group: str | None = None
    while n < len(lines):
        roles = _header(lines[n])
        stacked = None if roles else _stacked(lines, n)
        heading = None if roles or stacked else read_heading(lines[n])
        if heading and heading.level == "category":
            group = heading.award.category
        elif lines[n].end - lines[n].start > PROSE:
            group = None
        if roles and _tells(roles):
            n += 1
            while n < len(lines) and len(cells := _cells(lines[n])) == len(roles):
                yield from _read(lines[n], cells, roles, group)
                n += 1
            continue
        if stacked and _tells(stacked):
            n += len(stacked)
            while n + len(stacked) <= len(lines):
                cells_of = lines[n : n + len(stacked)]
                if any(c.end - c.start > 80 or c.words(c.start, c.end).endswith(".") for c in cells_of):
                    break
                row = _joined(cells_of)
                yield from _read(row, [(c.start, c.end) for c in cells_of], stacked, group)
                n += len(stacked)
            continue
        n += 1


@cache
def _columns() -> dict[str, str]:
    """The role of a column by its header."""
    return by_list("column_")


def _role(text: str) -> str | None:
    word = text.strip(" .:*").lower()
    return _columns().get(word) or (word if word in kinds() else None)


def _cells(line: Chart) -> list[Cell]:
    text = line.page.text[line.page.text.rfind("\n", 0, line.start) + 1 : line.end]
    base = line.end - len(text)
    edges = [0, *(p for m in _CELL.finditer(text) for p in m.span()), len(text)]
    cells = [(base + s, base + e) for s, e in zip(edges[::2], edges[1::2], strict=True)]
    return [(s, e) for s, e in cells if line.page.text[s:e].strip()]


def _header(line: Chart) -> list[str] | None:
    cells = _cells(line)
    roles = [_role(line.page.text[s:e]) for s, e in cells]
    if len(cells) < 2 or sum(r is not None for r in roles) < max(2, len(roles) - 1):
        return None
    if not {"winner", "body", *kinds()} & set(roles) and None in roles:
        roles[roles.index(None)] = "winner"
    return [r or "other" for r in roles]


def _stacked(lines: Sequence[Chart], n: int) -> list[str] | None:
    """The header of a table that has each of its cells on a line of its own."""
    roles: list[str] = []
    for line in lines[n : n + 7]:
        role = _role(line.words(line.start, line.end))
        if role is None:
            break
        roles.append(role)
    return roles if len(roles) > 1 else None


def _tells(roles: Sequence[str]) -> bool:
    return "award" in roles and not {"winner", "body", *kinds()}.isdisjoint(roles)


def _joined(group: Sequence[Chart]) -> Chart:
    items = tuple(i for c in group for i in c.items)
    return Chart(group[0].page, group[0].index, group[0].start, group[-1].end, items, ())


def _read(row: Chart, cells: Sequence[Cell], roles: Sequence[str], group: str | None) -> Iterator[Claim]:
    by_role: dict[str, Cell] = {}
    for role, cell in zip(roles, cells, strict=True):
        by_role.setdefault(role, cell)
    winner = _winner(row, by_role)
    award = _award(row, by_role, group)
    if winner is None or award is None:
        return
    claim = listed(row, (winner,), award, None)
    innovation = _work(row, by_role.get("work"))
    yield replace(claim, innovations=(innovation,)) if innovation else claim


def _winner(row: Chart, cells: dict[str, Cell]) -> Item | None:
    """Who a row is of: a winner by name, else the first body; a village and not its district."""
    bodies = [role for role in cells if role == "body" or role in kinds()]
    villages = [role for role in bodies if kinds().get(role) == "village"]
    role = next((r for r in ("winner", *villages, *bodies) if r in cells), None)
    if role is None:
        return None
    item, reached = name_at(row, *cells[role], Hint(heading_noun(role)))
    return located(row, item, reached) if item and reached < cells[role][1] else item


def _work(row: Chart, cell: Cell | None) -> Item | None:
    if cell is None or not row.words(*cell).strip():
        return None
    start, end = cell
    if item := named_innovation(row, start, end):
        return item
    name = " ".join(row.words(start, end).strip(" \"'").split())
    return Item(start, end, Innovation(start=start, end=end, rule=RULE, name=name), "")


def _award(row: Chart, cells: dict[str, Cell], group: str | None) -> Award | None:
    """What a row says was won, its category from the column of fields or the heading of the table."""
    start, end = cells["award"]
    text = " ".join(row.words(start, end).split())
    if not text or text in {"-", "0"}:
        return None
    category = " ".join(row.words(*cells["category"]).split()) if "category" in cells else group
    known = next((i.value for i in row.items if start <= i.start < end and isinstance(i.value, Award)), None)
    medal = book().rule("events.list_medal").pattern.fullmatch(text)
    spelled = next((a.long for a in row.page.found(Acronym) if a.short == text), None)
    rank = known.rank if known else None if spelled else text
    title = (known.title if known else spelled) or (
        f"Medali {text}" if medal and text.lower() in _METALS else None
    )
    return Award(
        start=start,
        end=end,
        rule=known.rule if known else "awards.medal" if medal else RULE,
        title=title,
        rank=rank,
        event=known.event if known else None,
        category=category,
    )
