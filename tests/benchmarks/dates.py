"""The date stage against `dateparser.search.search_dates`, side by side on the same texts.

    python -m tests.benchmarks.dates

Texts are those of `tests/data/dates.toml` whose dates are all single days, or that hold none: the
other forms dateparser has no values for. What counts is the set of days of a text. dateparser runs in
Indonesian, day first, with the publication day as its RELATIVE_BASE and without.
"""

from __future__ import annotations

import gc
import tomllib
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from time import perf_counter

from anugerah.page import Page
from anugerah.rulebook import parse_markup
from anugerah.stages.dates import DateStage

SUITE = Path(__file__).parents[1] / "data" / "dates.toml"
DAYS = {"date", "stamp", "dateline"}
ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Case:
    """A text, its publication day, and the days that stand in it."""

    text: str
    published: date | None
    days: frozenset[date]
    apart: bool


def cases() -> list[Case]:
    """The texts of the suite whose dates are all days."""
    out = []
    for form in tomllib.loads(SUITE.read_text(encoding="utf-8"))["form"]:
        published = date.fromisoformat(form["published"]) if "published" in form else None
        for marked, *values in form["cases"]:
            text, marks = parse_markup(marked)
            named = [v for (kind, _, _), v in zip(marks, values, strict=True) if kind in DAYS]
            if all(len(v) == 10 and v[4] == "-" and "X" not in v for v in named):
                days = frozenset(map(date.fromisoformat, named))
                out.append(Case(text, published, days, form.get("apart", False)))
    return out


def ours(case: Case) -> set[date]:
    """The days that the date stage finds."""
    found = DateStage().find(Page.of(case.text, published=case.published))
    return {
        date.fromisoformat(m.value)
        for m in found
        if m.kind in DAYS and m.precision == "day" and m.value and m.earliest
    }


def dateparser(case: Case, *, based: bool) -> set[date]:
    """The days that dateparser finds, with the publication day as its base or without."""
    from dateparser.search import search_dates

    settings: dict[str, object] = {"DATE_ORDER": "DMY"}
    if based and case.published:
        settings["RELATIVE_BASE"] = datetime.combine(case.published, time(12))
    found = search_dates(case.text, languages=["id"], settings=settings) or []
    return {moment.date() for _, moment in found}


def measure(
    name: str, find: Callable[[Case], set[date]], given: Iterable[Case], rounds: int
) -> tuple[str, float, float, float, float]:
    """Name, precision, recall, F1, and seconds a text."""
    given = list(given)
    pairs = [(find(c), c.days) for c in given]
    hits = sum(len(got & want) for got, want in pairs)
    precision = hits / max(1, sum(len(got) for got, _ in pairs))
    recall = hits / max(1, sum(len(want) for _, want in pairs))
    gc.disable()
    start = perf_counter()
    for _ in range(rounds):
        for case in given:
            find(case)
    seconds = (perf_counter() - start) / rounds / len(given)
    gc.enable()
    return name, precision, recall, 2 * precision * recall / max(1e-9, precision + recall), seconds


def main() -> None:
    """Print both parts of the suite as a table."""
    warnings.simplefilter("ignore")
    everything = cases()
    for part, given in (
        ("held apart", [c for c in everything if c.apart]),
        ("open", [c for c in everything if not c.apart]),
    ):
        rows = [
            measure("anugerah", ours, given, ROUNDS),
            measure("dateparser, with base", lambda c: dateparser(c, based=True), given, 1),
            measure("dateparser, without", lambda c: dateparser(c, based=False), given, 1),
        ]
        fastest = rows[0][4]
        print(f"{part}: {len(given)} texts, {sum(len(c.days) for c in given)} days")
        print(f"  {'':24}{'precision':>10}{'recall':>8}{'F1':>8}{'time':>8}")
        for name, precision, recall, f1, seconds in rows:
            print(f"  {name:24}{precision:10.2f}{recall:8.2f}{f1:8.2f}{seconds / fastest:7.0f}x")
    dense = " ".join(c.text for c in everything)
    page = Page.of(dense, published=date(2024, 5, 10))
    found = len(DateStage().find(page))
    start = perf_counter()
    for _ in range(ROUNDS):
        DateStage().find(page)
    spent = (perf_counter() - start) / ROUNDS
    print(f"all texts as one article: {spent / found * 1e6:.0f} µs a mention ({found} mentions)")


if __name__ == "__main__":
    main()
