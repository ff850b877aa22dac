"""Ranks told as a range or a row: `terbaik pertama sampai ketiga`, `posisi kedua dan ketiga`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from anugerah.stages.events.chart import Chart, book

RANGE_REACH = 40
"""How far from the words for several placings their winners may stand, in code points."""

_SERIES = (
    ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam"),
    ("satu", "dua", "tiga", "empat", "lima", "enam"),
    ("I", "II", "III", "IV", "V", "VI"),
    ("1", "2", "3", "4", "5", "6"),
)
_WORD = regex.compile(r"\w{1,10}")
_RANGE = regex.compile(r"\b(?:hingga|sampai|s\.d\.)(?!\w)", regex.IGNORECASE)


def ranks_of(text: str) -> list[str]:
    """The placings that a text tells as a range or a row, spelled out one by one."""
    m = book().rule("events.list_range").pattern.search(text)
    return _spelled(m) if m else []


def ranked_ranges(chart: Chart) -> Iterator[tuple[int, int, list[str]]]:
    """Where a sentence tells several placings at once, and which."""
    for m in book().rule("events.list_range").pattern.finditer(chart.page.view, chart.start, chart.end):
        ranks = _spelled(m)
        if ranks:
            yield m.start(), m.end(), ranks


def _spelled(m: regex.Match[str]) -> list[str]:
    words = [m["first"], *(w for w in _WORD.findall(m["more"]))]
    series = next((s for s in _SERIES if words[0].lower() in {w.lower() for w in s}), ())
    told = [series.index(w) for word in words for w in series if w.lower() == word.lower()]
    if len(told) < 2:
        return []
    if _RANGE.search(m["more"]):
        told = list(range(told[0], told[-1] + 1))
    return [f"{m['head']} {series[n]}" for n in told]
