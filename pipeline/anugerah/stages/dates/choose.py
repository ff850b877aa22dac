"""Choose: which year a day without a year is in, by publication, weekday and what the article establishes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from anugerah.stages.dates.recognise import Expression

BEFORE, AFTER, LATER = 370, 60, 370
"""Days before and after publication among which a day without a year lies; LATER if it looks ahead."""

TYPO, FAR = 7, 60
"""A day within TYPO days of publication stands against a weekday that fits only beyond FAR days."""

EARLIEST, LATEST = 1500, 2100
"""Years in which an article can have been published."""

STRONG = 4
"""Evidence that settles a year alone: an edition, a report's year, a date in full."""

NO_EVIDENCE = frozenset({"other_calendar", "period"})
BACKGROUND = "dates.background"
"""The rule of days of birth, death and founding: they say nothing of the article's year."""

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@dataclass(frozen=True, slots=True)
class Frame:
    """What an article's open dates are settled by.

    `anchor` is the day that `kemarin` counts from, and `source` what it is from; `near` are days
    among which the article plays; `year` is the year that it establishes where there is no anchor.
    """

    anchor: date | None
    source: str
    near: tuple[date, ...]
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A settled day, on what grounds, against what, and what else it could be."""

    day: date
    basis: str
    conflict: str | None = None
    runner_up: date | None = None


def frame_of(expressions: Sequence[Expression], published: date | None) -> Frame:
    if published is not None and EARLIEST <= published.year <= LATEST:
        return Frame(published, "published", (published,))
    for e in expressions:
        if e.kind in {"stamp", "dateline"} and e.year is not None and (day := day_of(e.year, e.month, e.day)):
            return Frame(day, e.kind, (day,))
    year, near = _year_of(expressions)
    frame = Frame(None, "years", near, year)
    for e in expressions:
        if e.kind in {"stamp", "dateline"} and e.yearless_day and (choice := choose(e, frame)):
            return Frame(choice.day, e.kind, (choice.day, *near), year)
    return frame


def _year_of(expressions: Sequence[Expression]) -> tuple[int | None, tuple[date, ...]]:
    """The year that an article establishes, and the days of that year that are certain."""
    if all(e.year is not None or e.month is None for e in expressions):
        return None, ()
    weights = _evidence(expressions)
    named = {
        (e.month, e.day, e.weekday): e
        for e in expressions
        if e.yearless_day and e.weekday is not None and not e.ranged
    }.values()
    if not weights:
        return None, ()
    score = {y: w + sum(STRONG if _fits(e, y) else -STRONG for e in named) for y, w in weights.items()}
    best, *rest = sorted(score, key=lambda y: (score[y], y), reverse=True)
    fitting = [e for e in named if _fits(e, best)]
    contested = any(weights[y] >= STRONG and score[best] - score[y] < 2 for y in rest)
    if not fitting and (weights[best] < STRONG or contested):
        return None, ()
    days = [day_of(best, e.month, e.day) for e in fitting]
    days += [day_of(best, e.month, e.day) for e in expressions if e.year == best and e.day is not None]
    return best, tuple(sorted({d for d in days if d}))


def _evidence(expressions: Iterable[Expression]) -> Counter[int]:
    """How strongly the expressions of an article speak for each year."""
    seen: Counter[tuple[str, int]] = Counter()
    for e in expressions:
        if e.year is None or e.kind in NO_EVIDENCE or (e.year2 is not None and e.month is None):
            continue
        if e.rule == BACKGROUND:
            continue
        seen[e.kind if e.kind in {"edition", "fiscal"} else "day" if e.month else "year", e.year] += 1
    weights: Counter[int] = Counter()
    for (kind, year), times in seen.items():
        more = min(times, 2) - 1
        if kind == "fiscal":
            weights[year] += 1
            weights[year + 1] += STRONG + more
        elif kind == "year":
            weights[year] += 1 + more
        else:
            weights[year] += STRONG + 1 + more
            weights[year + 1] += kind == "edition"
    return weights


def choose(e: Expression, frame: Frame) -> Choice | None:
    """The day that an expression with day and month denotes (the first, of a range)."""
    if e.year is not None:
        return _written(e, e.year, frame)
    if e.that_year is not None and frame.anchor is not None:
        return _written(e, frame.anchor.year + e.that_year, frame)
    if frame.anchor is None and frame.year is None:
        return None
    chosen = _by_anchor(e, frame) if frame.anchor else _by_year(e, frame)
    if chosen and e.odd:
        other = chosen.conflict or f"year: {e.odd} cannot be meant"
        return Choice(chosen.day, chosen.basis, other, chosen.runner_up)
    return chosen


def _written(e: Expression, year: int, frame: Frame) -> Choice | None:
    """A day that is written in full stands; a weekday that contradicts it is reported."""
    day = day_of(year, e.month, e.day)
    if day is None:
        return None
    if e.weekday is None or day.weekday() == e.weekday:
        return Choice(day, "written" if e.weekday is None else "weekday+written")
    return Choice(day, "written", _against(day, e.weekday), _slip(e, day, frame))


def _slip(e: Expression, day: date, frame: Frame) -> date | None:
    """The nearest day that fits the weekday and differs from the one written in one thing only."""
    months = (day_of(day.year, month, day.day) for month in range(1, 13))
    years = (day_of(day.year + n, day.month, day.day) for n in (-1, 1))
    days = (day + timedelta(n) for n in range(-3, 4))
    swapped = day_of(day.year, day.day, day.month)
    fitting = [d for d in (*days, *years, *months, swapped) if d and d.weekday() == e.weekday]
    near = frame.near or (day,)
    return min(fitting, key=lambda d: min(abs(d - n) for n in near), default=None)


def _by_anchor(e: Expression, frame: Frame) -> Choice | None:
    anchor = frame.anchor
    if anchor is None:
        return None
    days = [d for y in range(anchor.year - 2, anchor.year + 3) if (d := day_of(y, e.month, e.day))]
    if not days:
        return None
    days.sort(key=lambda d: abs(d - anchor))
    ahead = e.ahead or (abs(days[0] - anchor).days > FAR and e.planned)
    inside = [d for d in days if -BEFORE <= (d - anchor).days <= (LATER if ahead else AFTER)] or days
    if ahead:
        inside.sort(key=lambda d: d < anchor)
    nearest = inside[0]
    if e.weekday is None:
        far = abs(nearest - anchor).days > FAR and len(inside) > 1
        return Choice(nearest, frame.source, runner_up=inside[1] if far else None)
    fitting = [d for d in inside if d.weekday() == e.weekday]
    if not fitting:
        return Choice(nearest, frame.source, _against(nearest, e.weekday), _slip(e, nearest, frame))
    best = fitting[0]
    if abs(best - anchor).days > FAR and abs(nearest - anchor).days <= TYPO:
        return Choice(nearest, frame.source, _against(nearest, e.weekday), best)
    return Choice(best, f"weekday+{frame.source}", runner_up=nearest if nearest != best else None)


def _by_year(e: Expression, frame: Frame) -> Choice | None:
    year = frame.year
    if year is None:
        return None
    day = day_of(year, e.month, e.day)
    if day is None:
        return None
    around = [d for y in (year, year - 1, year + 1) if (d := day_of(y, e.month, e.day))]
    if e.weekday is not None:
        if day.weekday() == e.weekday:
            return Choice(day, "weekday+years")
        fitting = [d for d in around if d.weekday() == e.weekday]
        near = [d for d in fitting if any(abs(d - n).days <= FAR for n in frame.near)]
        if near:
            return Choice(near[0], "weekday+years", runner_up=day)
        return Choice(day, "years", _against(day, e.weekday), _slip(e, day, frame))
    if frame.near:
        return Choice(min(around, key=lambda d: min(abs(d - n) for n in frame.near)), "years")
    return Choice(day, "years")


def _fits(e: Expression, year: int) -> bool:
    day = day_of(year, e.month, e.day)
    return day is not None and day.weekday() == e.weekday


def day_of(year: int, month: int | None, day: int | None) -> date | None:
    """The day, or None where the calendar has none."""
    if not (month and day):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _against(day: date, weekday: int) -> str:
    return f"weekday: {day.isoformat()} is {WEEKDAYS[day.weekday()]}, not {WEEKDAYS[weekday]}"
