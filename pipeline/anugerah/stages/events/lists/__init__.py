"""Lists of winners: lines under a heading, tables, rows in prose, and what goes on from a sentence before.

A heading says what its list is of: an award, a category, a placing, or the party whose awards the
lines name. A list under a heading that speaks of no award is no list of winners. In a list of winners
the name of an entry is a name by its place, whether a stage knew it or not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from anugerah.mentions import Award
from anugerah.stages.events.chart import Chart, book
from anugerah.stages.events.claim import Claim
from anugerah.stages.events.lists.blocks import read_blocks
from anugerah.stages.events.lists.headings import PLACED
from anugerah.stages.events.lists.ongoing import read_ongoing
from anugerah.stages.events.lists.prose import read_prose
from anugerah.stages.events.lists.sequences import read_sequences
from anugerah.stages.events.lists.shares import shared_out

__all__ = ["with_lists"]


def with_lists(charts: Sequence[Chart], claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a page, those of its lists included.

    What a sentence seems to claim inside the entry of a list gives way to what the entry says.
    """
    lists = read_blocks(charts, claims)
    entries = [(c.chart.start, c.chart.end) for c in lists.claims]
    beside = [c for c in charts if not _within(c.start, c.end, [*entries, *lists.others])]
    kept = [c for c in claims if not any(_within(r.start, r.end, entries) for r in c.recipients)]
    sequences = list(read_sequences(beside))
    kept = list(shared_out(charts, [_without(c, sequences) for c in kept]))
    rows = [_in_category(c) for c in (*sequences, *read_prose(beside, kept))]
    placed = {r.start for s in sequences for r in s.recipients}
    open_claims = [c for c in kept if c.recipients or not _names(c, placed)]
    return [*kept, *lists.claims, *rows, *read_ongoing(beside, open_claims)]


def _names(claim: Claim, winners: set[int]) -> bool:
    """Whether a claim's sentence names winners that have a placing of their own."""
    return any(i.start in winners for i in claim.chart.items)


def _in_category(claim: Claim) -> Claim:
    """A placing with the category that its sentence names before it."""
    told = [i.value for i in claim.chart.items if isinstance(i.value, Award)]
    at = min((a.start for a in claim.awards), default=0)
    before = [a for a in told if a.start < at and a.category]
    if any(a.category for a in claim.awards) or not any(a.rule in PLACED for a in claim.awards):
        return claim
    category = before[-1].category if before else _label(claim.chart, told)
    if category is None:
        return claim
    return replace(claim, awards=tuple(replace(a, category=category) for a in claim.awards))


def _label(chart: Chart, told: Sequence[Award]) -> str | None:
    """What a sentence says before a colon and its placings: `Tari: Juara I A, Juara II B`."""
    if sum(a.rule in PLACED for a in told) == 0:
        return None
    lead = book().rule("events.list_label").pattern.match(chart.page.view, chart.start, told[0].start)
    return lead["name"] if lead and lead.end() == told[0].start else None


def _within(start: int, end: int, entries: Sequence[tuple[int, int]]) -> bool:
    return any(s < end and start < e for s, e in entries)


def _without(claim: Claim, sequences: Sequence[Claim]) -> Claim:
    """A claim without the winners that have a placing of their own in its sentence."""
    own = {r.start for s in sequences if s.chart.index == claim.chart.index for r in s.recipients}
    rest = tuple(r for r in claim.recipients if r.start not in own)
    if len(rest) == len(claim.recipients):
        return claim
    placed = tuple(a for a in claim.awards if a.rank)[-1:]
    contest = next((a for a in claim.awards if not a.rank and a.title), None) if placed else None
    return replace(claim, recipients=rest, awards=placed or claim.awards, event=claim.event or contest)
