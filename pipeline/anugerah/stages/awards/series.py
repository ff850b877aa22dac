"""Award series: the awards gazetteer, by name and alias."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import ahocorasick_rs


@dataclass(frozen=True, slots=True)
class Series:
    """A row of the awards gazetteer."""

    id: str
    name: str
    giver: str | None
    grades: tuple[str, ...]
    personal: bool
    contextual: frozenset[str]


@cache
def load_series() -> dict[str, Series]:
    """The award series by lower-case name and alias."""
    out: dict[str, Series] = {}
    with (files("anugerah.gazetteer") / "awards.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            series = Series(
                id=row["id"],
                name=row["name"],
                giver=row["giver"] or None,
                grades=tuple(filter(None, row["grades"].split("|"))),
                personal=row["recipient"] == "person",
                contextual=frozenset(filter(None, row["context"].lower().split("|"))),
            )
            for name in (row["name"], *filter(None, row["aliases"].split("|"))):
                out.setdefault(name.lower(), series)
    return out


@cache
def series_by_id() -> dict[str, Series]:
    """The award series by id."""
    return {series.id: series for series in load_series().values()}


@cache
def series_automaton() -> tuple[list[str], ahocorasick_rs.AhoCorasick]:
    names = list(load_series())
    return names, ahocorasick_rs.AhoCorasick(
        names,
        matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
        implementation=ahocorasick_rs.Implementation.DFA,
    )
