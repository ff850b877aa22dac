"""Resolve: what day, month or year an expression denotes, and what speaks for and against it."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from anugerah.mentions import DateMention
from anugerah.stages.dates.recognise import Expression

BEFORE, AFTER, LATER = 370, 60, 370
"""Days before and after publication among which a day without a year lies; LATER if it looks ahead."""

TYPO, FAR = 7, 60
"""A day within TYPO days of publication stands against a weekday that fits only beyond FAR days."""

EARLIEST, LATEST = 1500, 2100
"""Years in which an article can have been published."""

APPOSED, NEXT, SPOKEN = 3, 25, 400
"""Characters between a relative day and the day in figures that says the same, or when it was said."""

STRONG = 4
"""Evidence that settles a year alone: an edition, a report's year, a date in full."""

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@dataclass(frozen=True, slots=True)
class Frame:
    """What an article's open dates are settled by.

    `anchor` is the day that `kemarin` counts from; `near` are days among which the article plays;
    `year` is the year that it establishes where no anchor does, and `weekdays` that weekdays agree.
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


def resolve(expressions: Sequence[Expression], published: date | None) -> list[DateMention]:
    """The mentions that the expressions of one page are, in their order."""
    frame = _frame(expressions, published)
    mentions = [_mention(e, frame) for e in expressions]
    for i, e in enumerate(expressions):
        if e.unit == "day" or e.rule == "dates.weekday":
            mentions[i] = _beside(i, expressions, mentions, frame)
    return mentions


def _beside(
    i: int, expressions: Sequence[Expression], mentions: Sequence[DateMention], frame: Frame
) -> DateMention:
    """A relative day by what is printed beside it: `kemarin (15/11)`, `"... hari ini," kata X, Senin`."""
    e = expressions[i]
    for other, m in zip(expressions[i + 1 : i + 4], mentions[i + 1 : i + 4], strict=True):
        apart = other.start - e.end
        if other.unit is not None or m.precision != "day" or m.earliest is None:
            continue
        day = date.fromisoformat(m.earliest)
        if e.weekday is not None:
            if apart <= NEXT and day.weekday() == e.weekday and other.day is not None:
                return _days(e, Choice(day, "apposition"), None)
        elif apart <= APPOSED:
            return _days(e, Choice(day, "apposition"), None)
        elif e.quoted and apart <= SPOKEN and _recent(day, frame):
            return _relative(e, Frame(day, "speech", (day,)))
        return mentions[i]
    return mentions[i]


def _recent(day: date, frame: Frame) -> bool:
    return frame.anchor is None or 0 <= (frame.anchor - day).days <= 2 * TYPO


def _frame(expressions: Sequence[Expression], published: date | None) -> Frame:
    if published is not None and EARLIEST <= published.year <= LATEST:
        return Frame(published, "published", (published,))
    for e in expressions:
        if e.kind in {"stamp", "dateline"} and e.year is not None and (day := _day(e.year, e.month, e.day)):
            return Frame(day, e.kind, (day,))
    year, near = _year_of(expressions)
    frame = Frame(None, "years", near, year)
    for e in expressions:
        if e.kind in {"stamp", "dateline"} and e.yearless_day and (choice := _choose(e, frame)):
            return Frame(choice.day, e.kind, (choice.day, *near), year)
    return frame


def _year_of(expressions: Sequence[Expression]) -> tuple[int | None, tuple[date, ...]]:
    """The year that an article establishes, and the days of that year that are certain."""
    if all(e.year is not None or e.month is None for e in expressions):
        return None, ()
    weights = _evidence(expressions)
    named = [e for e in expressions if e.yearless_day and e.weekday is not None and not e.ranged]
    if not weights:
        return None, ()
    score = {y: w + sum(STRONG if _fits(e, y) else -STRONG for e in named) for y, w in weights.items()}
    best, *rest = sorted(score, key=lambda y: (score[y], y), reverse=True)
    fitting = [e for e in named if _fits(e, best)]
    contested = any(weights[y] >= STRONG and score[best] - score[y] < 2 for y in rest)
    if not fitting and (weights[best] < STRONG or contested):
        return None, ()
    days = [_day(best, e.month, e.day) for e in fitting]
    days += [_day(best, e.month, e.day) for e in expressions if e.year == best and e.day is not None]
    return best, tuple(d for d in days if d)


def _evidence(expressions: Iterable[Expression]) -> Counter[int]:
    """How strongly the expressions of an article speak for each year."""
    seen: Counter[tuple[str, int]] = Counter()
    for e in expressions:
        if e.year is None or e.kind == "other_calendar" or (e.year2 is not None and e.month is None):
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


def _mention(e: Expression, frame: Frame) -> DateMention:
    if e.kind == "other_calendar":
        return _made(e, None, None, basis="other calendar")
    if e.unit is not None:
        return _relative(e, frame)
    if e.month is None and e.day is None:
        return _weekday_or_year(e, frame)
    if e.day is None:
        return _month(e, frame)
    choice = _choose(e, frame)
    if choice is None:
        return _open(e)
    if not e.ranged:
        return _days(e, choice, None)
    turns = (e.year2 - e.year) if e.year2 and e.year else (e.month2 or 0) < (e.month or 0)
    last = _day(choice.day.year + turns, e.month2, e.day2)
    return _days(e, choice, last) if last and last >= choice.day else _impossible(e)


def _open(e: Expression) -> DateMention:
    """A day whose year nothing tells, if the calendar has it in any year."""
    ends = [(e.month, e.day), (e.month2, e.day2)] if e.ranged else [(e.month, e.day)]
    if e.year is not None or not all(_day(2000, month, day) for month, day in ends):
        return _impossible(e)
    value = "/".join(f"XXXX-{month:02}-{day:02}" for month, day in ends)
    return _made(e, value, "interval" if e.ranged else "day", basis="year unknown")


def _impossible(e: Expression) -> DateMention:
    return _made(e, None, None, basis="written", conflict="impossible: the calendar has no such days")


def _choose(e: Expression, frame: Frame) -> Choice | None:
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
    day = _day(year, e.month, e.day)
    if day is None:
        return None
    if e.weekday is None or day.weekday() == e.weekday:
        return Choice(day, "written" if e.weekday is None else "weekday+written")
    return Choice(day, "written", _against(day, e.weekday), _slip(e, day, frame))


def _slip(e: Expression, day: date, frame: Frame) -> date | None:
    """The nearest day that fits the weekday and differs from the one written in one thing only."""
    months = (_day(day.year, month, day.day) for month in range(1, 13))
    years = (_day(day.year + n, day.month, day.day) for n in (-1, 1))
    days = (day + timedelta(n) for n in range(-3, 4))
    swapped = _day(day.year, day.day, day.month)
    fitting = [d for d in (*days, *years, *months, swapped) if d and d.weekday() == e.weekday]
    near = frame.near or (day,)
    return min(fitting, key=lambda d: min(abs(d - n) for n in near), default=None)


def _by_anchor(e: Expression, frame: Frame) -> Choice | None:
    anchor = frame.anchor
    if anchor is None:
        return None
    ahead = LATER if e.ahead else AFTER
    days = [d for y in range(anchor.year - 2, anchor.year + 3) if (d := _day(y, e.month, e.day))]
    inside = [d for d in days if -BEFORE <= (d - anchor).days <= ahead] or days
    if e.ahead:
        inside = [d for d in inside if d >= anchor] or inside
    if not inside:
        return None
    inside.sort(key=lambda d: abs(d - anchor))
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
    day = _day(year, e.month, e.day)
    if day is None:
        return None
    around = [d for y in (year, year - 1, year + 1) if (d := _day(y, e.month, e.day))]
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


def _relative(e: Expression, frame: Frame) -> DateMention:
    anchor = frame.anchor
    basis = f"relative+{frame.source}" if anchor else "relative"
    if anchor is None:
        return _made(e, None, None, basis=basis)
    if e.unit == "day":
        return _days(e, Choice(anchor + timedelta(e.shift), basis), None)
    if e.unit == "week":
        monday = anchor - timedelta(anchor.weekday()) + timedelta(weeks=e.shift)
        return _days(e, Choice(monday, basis), monday + timedelta(6))
    if e.unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + e.shift
        return _months(e, (months // 12, months % 12 + 1), None, basis)
    return _years(e, anchor.year + e.shift, None, basis)


def _weekday_or_year(e: Expression, frame: Frame) -> DateMention:
    if e.weekday is None:
        return _years(e, e.year, e.year2, "written")
    if frame.anchor is None:
        return _made(e, None, None, basis="weekday")
    since = (frame.anchor.weekday() - e.weekday) % 7
    shift = (7 - since) if e.ahead else -(since or 7) if e.back else -since
    return _days(e, Choice(frame.anchor + timedelta(shift), f"weekday+{frame.source}"), None)


def _month(e: Expression, frame: Frame) -> DateMention:
    month = e.month or 1
    if e.year is not None:
        end = (e.year2 or e.year, e.month2) if e.month2 else None
        return _months(e, (e.year, month), end, "written")
    if frame.anchor is not None and e.that_year is not None:
        return _months(e, (frame.anchor.year + e.that_year, month), None, f"relative+{frame.source}")
    if frame.anchor is not None:
        now = frame.anchor.year * 12 + frame.anchor.month
        distance = {y: y * 12 + month - now for y in range(frame.anchor.year - 1, frame.anchor.year + 2)}
        first, last = (1, 12) if e.ahead else (-12, -1) if e.back else (-10, 2)
        near = [y for y, months in distance.items() if first <= months <= last]
        year = min(near or distance, key=lambda y: (abs(distance[y]), distance[y]))
        return _months(e, (year, month), None, frame.source)
    if frame.year is not None:
        return _months(e, (frame.year, month), None, "years")
    return _made(e, f"XXXX-{month:02}", "month", basis="year unknown")


def _days(e: Expression, choice: Choice, last: date | None) -> DateMention:
    first, end = choice.day.isoformat(), (last or choice.day).isoformat()
    return _made(
        e,
        f"{first}/{end}" if last else first,
        "interval" if last else "day",
        first,
        end,
        basis=choice.basis,
        conflict=choice.conflict,
        runner_up=choice.runner_up.isoformat() if choice.runner_up else None,
    )


def _months(e: Expression, first: tuple[int, int], last: tuple[int, int] | None, basis: str) -> DateMention:
    year, month = last or first
    value = f"{first[0]}-{first[1]:02}"
    return _made(
        e,
        f"{value}/{year}-{month:02}" if last else value,
        "interval" if last else "month",
        f"{value}-01",
        f"{year}-{month:02}-{monthrange(year, month)[1]}",
        basis=basis,
    )


def _years(e: Expression, first: int | None, last: int | None, basis: str) -> DateMention:
    if first is None:
        return _made(e, None, None, basis=basis, conflict=f"year: {e.odd} cannot be meant")
    value = f"{first}/{last}" if last else f"{first}"
    precision = "interval" if last else "year"
    return _made(e, value, precision, f"{first}-01-01", f"{last or first}-12-31", basis=basis)


def _made(
    e: Expression,
    value: str | None,
    precision: str | None,
    earliest: str | None = None,
    latest: str | None = None,
    *,
    basis: str,
    conflict: str | None = None,
    runner_up: str | None = None,
) -> DateMention:
    return DateMention(
        start=e.start,
        end=e.end,
        rule=e.rule,
        kind=e.kind,
        value=value,
        precision=precision,
        earliest=earliest,
        latest=latest,
        basis=basis,
        conflict=conflict,
        runner_up=runner_up,
    )


def _fits(e: Expression, year: int) -> bool:
    day = _day(year, e.month, e.day)
    return day is not None and day.weekday() == e.weekday


def _day(year: int, month: int | None, day: int | None) -> date | None:
    """The day, or None where the calendar has none."""
    if not (month and day):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _against(day: date, weekday: int) -> str:
    return f"weekday: {day.isoformat()} is {WEEKDAYS[day.weekday()]}, not {WEEKDAYS[weekday]}"
