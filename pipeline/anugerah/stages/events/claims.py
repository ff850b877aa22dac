"""Claims: what the sentences of a page say of who received which award."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import regex

from anugerah.mentions import Award, DateMention, Official
from anugerah.page import Page
from anugerah.stages.events.chart import Chart, Item, Person, Trigger, book
from anugerah.stages.events.claim import Claim, Window, own_times
from anugerah.stages.events.frames import FRAMES
from anugerah.stages.events.topic import Topic


@dataclass(frozen=True, slots=True)
class Miss:
    """A trigger that made no claim, and what it lacks."""

    chart: Chart
    trigger: Trigger
    lacks: str


def read_claims(charts: Sequence[Chart], misses: list[Miss] | None = None) -> list[Claim]:
    """The claims of a page, in order; triggers that make none are added to `misses`, where given."""
    topic = Topic(charts)
    out: list[Claim] = []
    for chart in charts:
        last: tuple[Item, ...] = ()
        left = chart.start
        for n, trigger in enumerate(chart.triggers):
            right = min((t.start for t in chart.triggers[n + 1 :] if _bounds(trigger, t)), default=chart.end)
            window = Window(chart, trigger, left, right, last, topic)
            claim = FRAMES[trigger.frame](window)
            status = _status(window, claim) if claim and not _is_contested(claim) else None
            if claim is None or status is None:
                if misses is not None:
                    misses.append(Miss(chart, trigger, _lacks(window, claim)))
                continue
            goes_on = bool(out and claim.inherited and _AMONG_THEM.match(chart.words(chart.start, chart.end)))
            goes_on = goes_on or bool(out and trigger.frame == "naming" and out[-1].chart is chart)
            if _same_again(claim) and out:
                claim = replace(claim, awards=_last_named(out) or claim.awards)
            claim = replace(claim, status=status, past=_is_past(window, claim) or (goes_on and out[-1].past))
            if trigger.frame == "taken" and out:
                out[-1] = _without(out[-1], claim)
            out.append(claim)
            if trigger.frame != "naming":
                left = trigger.end
            if claim.recipients:
                last = claim.recipients
                topic.parties, topic.sentence = claim.recipients, chart.index
        _follow(topic, chart, claimed=bool(last))
    return _all_present(out) if all(c.past for c in out) else out


def _all_present(claims: Sequence[Claim]) -> list[Claim]:
    """Claims that are all history, as the article's own where none of them tells a time of its own."""
    dated = any(d.latest for c in claims for _, d in own_times(c.chart))
    return [claim if dated else replace(claim, past=False) for claim in claims]


def _lacks(w: Window, claim: Claim | None) -> str:
    """Why a trigger makes no claim, in words."""
    if claim is not None:
        return (
            "what is won is an election or a tender" if _is_contested(claim) else "told as a hope or denied"
        )
    if not any(isinstance(i.value, Award) for i in w.chart.items):
        return "no award in its sentence"
    if not any(i.party for i in w.chart.items):
        return "nobody in its sentence who could have won"
    return "award and winner do not stand where its frame wants them"


def _follow(topic: Topic, chart: Chart, *, claimed: bool) -> None:
    """Keep track of whom the article speaks of: a person who opens a sentence, or the first party."""
    first = next((i for i in chart.items if i.party), None)
    if topic.parties and any(_same_party(i, topic.parties[0]) for i in chart.items):
        topic.sentence = chart.index
    if claimed or first is None or first.before or first.place:
        return
    person = isinstance(first.value, Person) or (isinstance(first.value, Official) and first.value.name)
    if not topic.parties or (person and first.start - chart.start < 60):
        topic.parties, topic.sentence = (first,), chart.index


def _same_again(claim: Claim) -> bool:
    """Whether the award is one like that just told of: `predikat serupa disandang X`."""
    view = claim.chart.page.view
    return claim.weak and any(_AGAIN.search(view, a.start, a.end) for a in claim.awards)


_AGAIN = regex.compile(r"\b(?:serupa|yang sama)\Z", regex.IGNORECASE)


def _last_named(claims: Sequence[Claim]) -> tuple[Award, ...]:
    """The award of the last claim that names one."""
    return next((c.awards[-1:] for c in reversed(claims) if not c.weak), ())


def _same_party(item: Item, other: Item) -> bool:
    """Whether two items name one body or person."""
    name = getattr(item.value, "name", None)
    return item.party and name is not None and name == getattr(other.value, "name", None)


def _without(earlier: Claim, later: Claim) -> Claim:
    """A claim without the award that a relative clause gives to another: `A dan B yang diraih X`."""
    if earlier.chart is not later.chart or not later.recipients or not later.awards:
        return earlier
    kept = tuple(a for a in earlier.awards if a.start != later.awards[-1].start)
    return replace(earlier, awards=kept) if kept and len(kept) < len(earlier.awards) else earlier


def _bounds(trigger: Trigger, following: Trigger) -> bool:
    """Whether a trigger ends the window of one before it; `menerima penganugerahan gelar X` is one phrase."""
    if following.frame == "naming":
        return False
    if (
        following.frame == "winners"
        and trigger.frame in {"named", "receive"}
        and following.start - trigger.end < 14
    ):
        return False
    return following.frame != "handing" or following.start - trigger.end > 3


_AMONG_THEM = regex.compile(r"\W{0,3}(?:di antaranya|antara lain|yakni|yaitu|termasuk)\b", regex.IGNORECASE)


def _is_contested(claim: Claim) -> bool:
    """Whether what is won is an election, a tender or a lawsuit."""
    winner = "menang" in claim.trigger.word or any(a.rule in _WINNER for a in claim.awards)
    return winner and bool(
        book().words("contested").search(claim.chart.words(claim.chart.start, claim.chart.end))
    )


_WINNER = frozenset({"awards.winner", "awards.placing", "awards.ceremony"})
"""Awards that say no more than that somebody has won."""


def _status(w: Window, claim: Claim) -> str | None:
    """received, nominated or scheduled; None for hopes, targets and denials."""
    clause = w.chart.words(_clause_start(w), w.trigger.end)
    if book().words("candidate").search(clause):
        return "nominated"
    if book().words("hope").search(clause) or _DESERVES.search(clause) or _IN_ORDER_TO.search(clause):
        return None
    reach = max((a.end for a in claim.awards), default=w.trigger.end)
    if not w.trigger.word.startswith(("memenang", "menang")) and book().words("candidate").search(
        w.chart.words(_clause_start(w), min(reach + 12, w.chart.end))
    ):
        return "nominated"
    if book().words("future").search(clause):
        return "scheduled"
    return "received"


_IN_ORDER_TO = regex.compile(
    r"\b(?:untuk|guna|demi)\s(?:bisa\s|dapat\s|mampu\s|kembali\s)?(?!\w*(?:erima|ambil|jemput))\w+\Z",
    regex.IGNORECASE,
)
"""A purpose; who comes to take an award has won it."""


_DESERVES = regex.compile(r"(?<!dinyatakan )(?<!dinilai )\blayak\b")


def _clause_start(w: Window) -> int:
    """Where the clause of a trigger begins: after the last comma, semicolon or colon before it."""
    text = w.chart.words(max(w.chart.start, w.trigger.start - 110), w.trigger.start)
    cut = max(text.rfind(c) for c in ',;:"')
    return w.trigger.start - len(text) + cut + 1


def _is_past(w: Window, claim: Claim) -> bool:
    """Whether a claim speaks of an earlier time than the article's own event."""
    told = [d for _, d in own_times(w.chart)]
    if any(d.precision in {"day", "interval"} for d in told):
        return False
    clause = w.chart.words(w.left, max((a.end for a in claim.awards), default=w.trigger.end))
    if book().words("now").search(clause):
        return False
    before = _before(w.chart.page)
    if before and any(d.latest and d.latest < before for d in told):
        return True
    return bool(book().words("past").search(clause))


RECENT = 40
"""How long before an article's own day a month or year must have ended to be history, in days."""


def _before(page: Page) -> str | None:
    """The day before which a month or year is history: by publication, else by the latest day named."""
    days = [
        d.latest for d in page.found(DateMention) if d.kind == "date" and d.precision == "day" and d.latest
    ]
    last = page.published or (date.fromisoformat(max(days)) if days else None)
    return date.fromordinal(max(1, last.toordinal() - RECENT)).isoformat() if last else None
