"""Ranks told as a range or a row: `terbaik pertama sampai ketiga`, `posisi kedua dan ketiga`."""

from __future__ import annotations

import regex

from anugerah.stages.events.chart import book

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
    if m is None:
        return []
    words = [m["first"], *(w for w in _WORD.findall(m["more"]))]
    series = next((s for s in _SERIES if words[0].lower() in {w.lower() for w in s}), ())
    told = [series.index(w) for word in words for w in series if w.lower() == word.lower()]
    if len(told) < 2:
        return []
    if _RANGE.search(m["more"]):
        told = list(range(told[0], told[-1] + 1))
    return [f"{m['head']} {series[n]}" for n in told]
