"""Lines: the text as its line breaks cut it, and numbered items that run together in one line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import regex

from anugerah.page import Page
from anugerah.stages.events.chart import Chart, book

_LINE = regex.compile(r"[^\n]+")
SHORTEST_RUN = 3
"""Numbers in a row that make a run-on list."""


def lines_of(charts: Sequence[Chart]) -> list[Chart]:
    """The lines of a page's text, each as a chart; items that run together in a line are cut apart."""
    page = charts[0].page
    items = [i for c in charts for i in c.items]
    triggers = [t for c in charts for t in c.triggers]
    item_starts, trigger_starts = [i.start for i in items], [t.start for t in triggers]
    sentence_starts = [c.start for c in charts]
    out = []
    for m in _LINE.finditer(page.view, page.base):
        for start, end in _pieces(page, m.start(), m.end()):
            stretch = page.view[start:end]
            first, last = end - len(stretch.lstrip()), start + len(stretch.rstrip())
            if first >= last:
                continue
            inside = items[bisect_left(item_starts, first) : bisect_left(item_starts, last)]
            told = triggers[bisect_left(trigger_starts, first) : bisect_left(trigger_starts, last)]
            index = charts[max(0, bisect_right(sentence_starts, first) - 1)].index
            out.append(
                Chart(page, index, first, last, tuple(i for i in inside if i.end <= last), tuple(told))
            )
    return out


def mark_of(line: Chart) -> regex.Match[str] | None:
    """The number, letter or bullet that a line begins with."""
    return book().rule("events.list_mark").pattern.match(line.page.view, line.start, line.end)


def _pieces(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A line cut before each number or bullet of the list that runs on in it."""
    cuts: list[int] = []
    wanted = 1
    run = book().rule("events.list_run").pattern
    bullets = []
    for m in run.finditer(page.view, start, end):
        if m["number"] and int(m["number"]) == wanted:
            cuts.append(m.start())
            wanted += 1
        elif m["bullet"]:
            bullets.append(m.start())
    cuts = cuts if len(cuts) >= SHORTEST_RUN else bullets if len(bullets) > 1 else []
    edges = [start, *cuts, end]
    yield from zip(edges, edges[1:], strict=False)


def last_sentence(line: Chart, charts: Sequence[Chart]) -> Chart:
    """The part of a line that its last sentence takes."""
    start = max((c.start for c in charts if line.start <= c.start < line.end), default=line.start)
    items = tuple(i for i in line.items if i.start >= start)
    return Chart(line.page, line.index, start, line.end, items, line.triggers)
