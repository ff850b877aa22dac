"""Award series: the awards gazetteer, by name and alias."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable

import ahocorasick_rs

from anugerah.errors import DataError
from anugerah.lexicon import gazetteer_folders


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
    """The award series by lower-case name and alias; own rows of a known id replace ours."""
    rows: dict[str, dict[str, str]] = {}
    for folder in gazetteer_folders():
        file = folder / "awards.csv"
        if file.is_file():
            rows.update({row["id"]: row for row in _read(file)})
    out: dict[str, Series] = {}
    for row in rows.values():
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


COLUMNS = ("id", "name", "aliases", "giver", "grades", "recipient", "context", "source")


def _read(file: Traversable) -> Iterator[dict[str, str]]:
    """The rows of one file of awards; DataError A211 or A212 where one breaks the schema."""
    lines = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    if tuple(lines.fieldnames or ()) != COLUMNS:
        raise DataError(
            "A211", "its columns are not those of awards", remedy=f"use {', '.join(COLUMNS)}",
            file=file.name, line=1,
        )  # fmt: skip
    for row in lines:
        if None in row or None in row.values() or not (row["id"] and row["name"] and row["source"]):
            raise DataError(
                "A212", "a row without id, name or source, or with too many or too few cells",
                remedy="fill them; quote cells that hold a comma", file=file.name, line=lines.line_num,
            )  # fmt: skip
        yield row


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
