"""Explain: an article with what was found in it, each record with its grounds, and the near misses."""

from __future__ import annotations

from collections.abc import Iterator

from anugerah.article import Article
from anugerah.extraction import read
from anugerah.mentions import Award, Event
from anugerah.page import Page
from anugerah.record import AwardEvent, DateSlot, Giver, Slot
from anugerah.stages.events.chart import Chart, Item, charts
from anugerah.stages.events.claims import Miss, read_claims


def explain(article: Article) -> str:
    """What the stages see in an article, in plain text.

    Each sentence that speaks of an award stands with its mentions in brackets and its triggers in
    angles; each record with the words, rule and offsets of every slot; a near miss is a trigger that
    made no record, with what it lacks.
    """
    page = read(article)
    rows = charts(page)
    events = [AwardEvent.from_dict(e.record) for e in page.found(Event)]
    misses: list[Miss] = []
    read_claims(rows, misses)
    parts = [f"{article.id}: {article.title or 'without a title'}"]
    parts += ["", *(_marked(row) for row in rows if row.triggers or _speaks_of_awards(row))]
    for n, event in enumerate(events, 1):
        parts += ["", *_record(n, event)]
    if not events:
        parts += ["", "no record"]
    near = [_miss(page, m) for m in misses if _speaks_of_awards(m.chart)]
    if near:
        parts += ["", "near misses:", *near]
    return "\n".join(parts)


def _speaks_of_awards(row: Chart) -> bool:
    return any(isinstance(i.value, Award) for i in row.items)


def _marked(row: Chart) -> str:
    """A sentence with its mentions and triggers marked."""
    spans = [(i.start, i.end, f"[{_kind(i)} ", "]") for i in row.items]
    spans += [(t.start, t.end, f"<{t.frame} ", ">") for t in row.triggers]
    out, at = [], row.start
    for start, end, opened, closed in sorted(spans):
        if start >= at:
            out += [row.words(at, start), opened, row.words(start, end), closed]
            at = end
    return "  " + " ".join("".join([*out, row.words(at, row.end)]).split())


def _kind(item: Item) -> str:
    return type(item.value).__name__.removesuffix("Mention").lower()


def _record(n: int, event: AwardEvent) -> Iterator[str]:
    yield f"record {n}: {event.status}, confidence {event.confidence}"
    for name, slot in event.slots():
        where = "title" if slot.in_title else f"{slot.start}-{slot.end}"
        told = getattr(slot, "name", None) or getattr(slot, "title", None) or getattr(slot, "value", None)
        yield f"  {name:<11} {told or slot.text} ({slot.rule}, {where}{_ground(slot)})"
    for e in event.evidence:
        yield f"  read in     {'title' if e.in_title else f'{e.start}-{e.end}'}"


def _ground(slot: Slot) -> str:
    """What settled a date and what contradicts it, or that a giver is known from the gazetteer only."""
    if isinstance(slot, DateSlot):
        return "".join(f"; {ground}" for ground in (slot.basis, slot.conflict) if ground)
    return "; known from the gazetteer only" if isinstance(slot, Giver) and slot.inferred else ""


def _miss(page: Page, miss: Miss) -> str:
    _, start, _, in_title = page.place(miss.trigger.start, miss.trigger.end)
    where = "title" if in_title else str(start)
    return f"  {miss.trigger.word} ({miss.trigger.rule}, {where}): {miss.lacks}"
