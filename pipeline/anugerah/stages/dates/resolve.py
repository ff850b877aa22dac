"""Resolve: what an expression denotes: value, interval, grounds, and what contradicts them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from anugerah.mentions import DateMention
from anugerah.stages.dates.choose import TYPO, Choice, Frame, choose, day_of, frame_of
from anugerah.stages.dates.recognise import Expression

APPOSED, NEXT, SPOKEN = 3, 25, 400
"""Characters between a relative day and the day in figures that says the same, or when it was said."""


def resolve(expressions: Sequence[Expression], published: date | None) -> list[DateMention]:
    """The mentions that the expressions of one page are, in their order."""
    frame = frame_of(expressions, published)
    mentions = [_mention(e, frame) for e in expressions]
    for i, e in enumerate(expressions):
        if e.unit == "day" or e.bare_weekday:
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


def _mention(e: Expression, frame: Frame) -> DateMention:
    if e.kind == "other_calendar":
        return _made(e, None, None, basis="other calendar")
    if e.unit is not None:
        return _relative(e, frame)
    if e.bare_weekday:
        return _weekday(e, frame)
    if e.month is None and e.day is None:
        return _years(e, e.year, e.year2, "written")
    if e.day is None:
        return _month(e, frame)
    choice = choose(e, frame)
    if choice is None:
        return _open(e)
    if not e.ranged:
        return _days(e, choice, None)
    turns = (e.year2 - e.year) if e.year2 and e.year else (e.month2 or 0) < (e.month or 0)
    last = day_of(choice.day.year + turns, e.month2, e.day2)
    return _days(e, choice, last) if last and last >= choice.day else _impossible(e)


def _open(e: Expression) -> DateMention:
    """A day whose year nothing tells, if the calendar has it in any year."""
    ends = [(e.month, e.day), (e.month2, e.day2)] if e.ranged else [(e.month, e.day)]
    if e.year is not None or not all(day_of(2000, month, day) for month, day in ends):
        return _impossible(e)
    value = "/".join(f"XXXX-{month:02}-{day:02}" for month, day in ends)
    return _made(e, value, "interval" if e.ranged else "day", basis="year unknown")


def _impossible(e: Expression) -> DateMention:
    return _made(e, None, None, basis="written", conflict="impossible: the calendar has no such days")


def _relative(e: Expression, frame: Frame) -> DateMention:
    anchor = frame.anchor
    basis = f"relative+{frame.source}" if anchor else "relative"
    if anchor is None:
        return _made(e, None, None, basis=basis)
    if e.unit == "day":
        return _days(e, Choice(anchor + timedelta(e.shift), basis), None)
    if e.unit in {"week", "weekend"}:
        monday = anchor + timedelta(7 * e.shift - anchor.weekday())
        if e.weekday is not None:
            return _days(e, Choice(monday + timedelta(e.weekday), basis), None)
        first = monday if e.unit == "week" else monday + timedelta(5)
        return _days(e, Choice(first, basis), monday + timedelta(6))
    if e.unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + e.shift
        return _months(e, (months // 12, months % 12 + 1), None, basis)
    return _years(e, anchor.year + e.shift, None, basis)


def _weekday(e: Expression, frame: Frame) -> DateMention:
    if frame.anchor is None:
        return _made(e, None, None, basis="weekday")
    since = (frame.anchor.weekday() - (e.weekday or 0)) % 7
    shift = (7 - since) if e.ahead else -(since or 7) if e.back else -since
    return _days(e, Choice(frame.anchor + timedelta(shift), f"weekday+{frame.source}"), None)


def _month(e: Expression, frame: Frame) -> DateMention:
    month = e.month or 1
    if e.year is not None:
        end = (e.year2 or e.year, e.month2) if e.month2 else None
        return _months(e, (e.year, month), end, "written")
    now = frame.anchor or (frame.near[-1] if frame.near else None)
    if now is not None and e.that_year is not None:
        basis = f"relative+{frame.source}" if frame.anchor else "years"
        return _months(e, (now.year + e.that_year, month), None, basis)
    if frame.anchor is not None or (now is not None and (e.ahead or e.back)):
        return _months(e, (_nearest_year(e, month, now), month), None, frame.source)
    if frame.year is not None:
        return _months(e, (frame.year, month), None, "years")
    return _made(e, f"XXXX-{month:02}", "month", basis="year unknown")


def _nearest_year(e: Expression, month: int, now: date | None) -> int:
    """The year of a month without one, counted from the article's day: ahead, back, or the nearest."""
    assert now is not None
    distance = {y: (y - now.year) * 12 + month - now.month for y in range(now.year - 1, now.year + 2)}
    first, last = (1, 12) if e.ahead else (-12, -1) if e.back else (0, 12) if e.planned else (-10, 2)
    near = [y for y, months in distance.items() if first <= months <= last]
    return min(near or distance, key=lambda y: (abs(distance[y]), distance[y]))


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
