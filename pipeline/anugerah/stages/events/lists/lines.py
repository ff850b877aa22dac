"""Lines: the text as its line breaks cut it, and numbered items that run together in one line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from anugerah.page import Page
from anugerah.stages.events.chart import Chart, book

_LINE = regex.compile(r"[^\n]+")
SHORTEST_RUN = 3
"""Numbers in a row that make a run-on list."""


def lines_of(charts: Sequence[Chart]) -> tuple[list[Chart], frozenset[int]]:
    """The lines of a page's text, each as a chart, and where those begin that are members of a row.

    Items that run together in a line are cut apart, and so are the members of a row that semicolons
    keep apart in a sentence.
    """
    page = charts[0].page
    items = [i for c in charts for i in c.items]
    triggers = [t for c in charts for t in c.triggers]
    item_starts, trigger_starts = [i.start for i in items], [t.start for t in triggers]
    sentence_starts = [c.start for c in charts]
    out = []
    rows = set()
    told = 0
    for m in _LINE.finditer(page.view, page.base):
        inside = charts[bisect_left(sentence_starts, m.start()) : bisect_left(sentence_starts, m.end())]
        cuts, told = _numbered(page, m.start(), m.end(), told)
        for start, end, member in _pieces(page, m.start(), m.end(), cuts, inside):
            stretch = page.view[start:end]
            first, last = end - len(stretch.lstrip()), start + len(stretch.rstrip())
            if first >= last:
                continue
            if member:
                rows.add(first)
            found = items[bisect_left(item_starts, first) : bisect_left(item_starts, last)]
            verbs = triggers[bisect_left(trigger_starts, first) : bisect_left(trigger_starts, last)]
            index = charts[max(0, bisect_right(sentence_starts, first) - 1)].index
            out.append(
                Chart(page, index, first, last, tuple(i for i in found if i.end <= last), tuple(verbs))
            )
    return out, frozenset(rows)


def mark_of(line: Chart) -> regex.Match[str] | None:
    """The number, letter or bullet that a line begins with."""
    return book().rule("events.list_mark").pattern.match(line.page.view, line.start, line.end)


Piece = tuple[int, int, bool]


def _numbered(page: Page, start: int, end: int, told: int) -> tuple[list[int], int]:
    """Where a line is cut before the numbers or bullets that run on in it, and the last number of its list.

    `told` is the last number of the list that an earlier line may have begun.
    """
    fresh: list[int] = []
    further: list[int] = []
    bullets: list[int] = []
    for m in book().rule("events.list_run").pattern.finditer(page.view, start, end):
        if m["number"]:
            if int(m["number"]) == len(fresh) + 1:
                fresh.append(m.start())
            if told and int(m["number"]) == told + len(further) + 1:
                further.append(m.start())
        elif m["bullet"]:
            bullets.append(m.start())
    if len(fresh) >= SHORTEST_RUN:
        return fresh, len(fresh)
    if further:
        return further, told + len(further)
    return (bullets if len(bullets) > 1 else []), told


def _pieces(
    page: Page, start: int, end: int, cuts: Sequence[int], sentences: Sequence[Chart]
) -> Iterator[Piece]:
    """A line cut before each number or bullet of the list that runs on in it, or into a row's members."""
    if cuts or ";" not in page.view[start:end]:
        edges = [start, *cuts, end]
        yield from ((s, e, False) for s, e in pairwise(edges))
        return
    reached = start
    for first, last in _whole(page, sentences):
        members = _members(page, first, last)
        if members:
            yield reached, members[0][0], False
            yield from ((s, e, True) for s, e in members)
            reached = members[-1][1]
    yield reached, end, False


def _whole(page: Page, sentences: Sequence[Chart]) -> Iterator[tuple[int, int]]:
    """Sentences that the numerals of a row do not cut: `I. A; II. B; III. C`."""
    start: int | None = None
    for sentence in sentences:
        start = sentence.start if start is None else start
        if not _CUT.search(page.view, max(start, sentence.end - 8), sentence.end):
            yield start, sentence.end
            start = None
    if start is not None:
        yield start, sentences[-1].end


_CUT = regex.compile(r"[;:,][ ](?:[IVX]{1,4}|\d{1,2})\.\Z")


def _members(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """The members of a row within a sentence: `yakni A; B; serta C`."""
    text = BRACKET.sub(lambda m: "x" * len(m[0]), page.view[start:end])
    if text.count(";") < LEAST_STOPS:
        return []
    first = text.index(";")
    leads = [m.end() for m in book().rule("events.list_row").pattern.finditer(text, 0, first)]
    if not leads:
        return []
    edges = [leads[-1], *(m.end() for m in _STOP.finditer(text, leads[-1])), len(text)]
    return [(start + s, start + e) for s, e in pairwise(edges)]


LEAST_STOPS = 2
"""Semicolons in a sentence that make a row."""

BRACKET = regex.compile(r"\([^()\n]{0,200}\)")
_STOP = regex.compile(r";")


def last_sentence(line: Chart, charts: Sequence[Chart]) -> Chart:
    """The part of a line that its last sentence takes."""
    inside = [c for c in charts if line.start <= c.start < line.end]
    start, index = (inside[-1].start, inside[-1].index) if inside else (line.start, line.index)
    items = tuple(i for i in line.items if i.start >= start)
    return Chart(line.page, index, start, line.end, items, line.triggers)
