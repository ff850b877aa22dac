"""Sequences: placings told in order within a sentence, each with its own winner.

`Juara I diraih A, disusul B dan C di posisi kedua dan ketiga`; `juara pertama A, kedua B, ketiga C`;
`satu untuk X, satu lagi untuk Y`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from anugerah.mentions import Award, Innovation
from anugerah.stages.events.chart import Chart, Item, book
from anugerah.stages.events.claim import Claim
from anugerah.stages.events.lists.entries import work_between
from anugerah.stages.events.lists.making import listed
from anugerah.stages.events.lists.names import Hint, name_at
from anugerah.stages.events.lists.ranks import RANGE_REACH, ranked_ranges
from anugerah.stages.events.parties import chain_right


def read_sequences(charts: Sequence[Chart]) -> Iterator[Claim]:
    """The claims of the sequences of a page."""
    for n, chart in enumerate(charts):
        yield from _read_ranges(chart)
        yield from _read_ordinals(chart)
        yield from _read_followers(chart)
        yield from _read_placed(chart)
        yield from _read_ones(chart, charts[max(0, n - 2) : n])


def _read_ranges(chart: Chart) -> Iterator[Claim]:
    """`posisi kedua dan ketiga ditempati B dan C`, `B dan C menyusul sebagai terbaik kedua dan ketiga`."""
    for start, end, ranks in ranked_ranges(chart):
        chain = _after(chart, end, len(ranks)) or _before(chart, start, len(ranks))
        innovations = _named_in_order(chart, end, len(ranks))
        category = _category(chart, start)
        for k, (party, rank) in enumerate(zip(chain, ranks, strict=True) if chain else ()):
            award = Award(
                start=start, end=end, rule="awards.placing", title=rank, rank=rank, category=category
            )
            claim = listed(chart, (party,), award, _contest(chart))
            yield replace(claim, innovations=(innovations[k],) if innovations else ())


def _after(chart: Chart, end: int, count: int) -> tuple[Item, ...]:
    """The winners that follow the words for their placings."""
    for n, item in enumerate(chart.items):
        if item.start >= end and item.party:
            chain = chain_right(chart, chart.items, n) if item.start - end < RANGE_REACH else ()
            return chain if len(chain) == count else ()
    return ()


def _before(chart: Chart, start: int, count: int) -> tuple[Item, ...]:
    """The winners that stand before the words for their placings."""
    parties = [n for n, i in enumerate(chart.items) if i.party and i.end <= start]
    for n in parties:
        chain = chain_right(chart, chart.items, n)
        if len(chain) >= count and start - chain[-1].end < RANGE_REACH:
            return chain[-count:]
    return ()


def _named_in_order(chart: Chart, start: int, count: int) -> list[Item]:
    """As many innovations as there are winners, told after them in the same order."""
    found = [i for i in chart.items if isinstance(i.value, Innovation) and i.start >= start]
    return found if len(found) == count else []


def _contest(chart: Chart) -> Award | None:
    """The contest that a sentence names beside its placings."""
    named = (i.value for i in chart.items if isinstance(i.value, Award))
    return next((a for a in named if not a.rank and not a.anaphor and (a.title or a.event)), None)


def _category(chart: Chart, before: int) -> str | None:
    """The category that a sentence speaks of before a placing."""
    told = [i.value for i in chart.items if isinstance(i.value, Award) and i.start < before]
    named = next((a.category for a in reversed(told) if a.category), None)
    if named:
        return named
    lead = book().rule("events.list_lead").pattern.search(chart.page.view, chart.start, before)
    return lead["name"] if lead else None


def _read_ordinals(chart: Chart) -> Iterator[Claim]:
    """`Juara pertama A, kedua B, ketiga C`: the placing's noun is told once."""
    placing = next(
        (i.value for i in chart.items if isinstance(i.value, Award) and i.value.rule == "awards.placing"),
        None,
    )
    if placing is None or not placing.rank:
        return
    noun = placing.rank.rsplit(" ", 1)[0]
    pattern = book().rule("events.list_ordinal").pattern
    for m in pattern.finditer(chart.page.view, placing.end, chart.end):
        party = next((i for i in chart.items if m.end() <= i.start <= m.end() + 1 and i.party), None)
        if party:
            rank = f"{noun} {m['ordinal']}"
            award = replace(placing, start=m.start("ordinal"), end=m.end("ordinal"), title=rank, rank=rank)
            yield listed(chart, (party,), award, _contest(chart))


_FOLLOWED = regex.compile(r"\b(?:disusul|diikuti|dibuntuti|dibayangi)\b", regex.IGNORECASE)
_JOINT = regex.compile(
    r"\b(?:disusul|diikuti|dibuntuti|dibayangi|dan|sedangkan|sementara|lalu|kemudian|serta)(?:[ ]oleh)?[ ]"
)


def _read_followers(chart: Chart) -> Iterator[Claim]:
    """`disusul B di tempat kedua dan C di tempat ketiga`."""
    opened = _FOLLOWED.search(chart.page.view, chart.start, chart.end)
    if opened is None or any(True for _ in ranked_ranges(chart)):
        return
    reached = opened.start()
    for item in chart.items:
        placing = item.value
        if not isinstance(placing, Award) or placing.rule != "awards.placing" or item.start < reached:
            continue
        joints = list(_JOINT.finditer(chart.page.view, reached, item.start))
        party = None
        for joint in joints if item.before in {"di", "pada", "sebagai"} else ():
            party, _ = name_at(chart, joint.end(), item.start, Hint())
            if party and (party.party or isinstance(party.value, Innovation)):
                yield listed(chart, (party,), placing, _contest(chart))
                break
        reached = item.end


def _read_placed(chart: Chart) -> Iterator[Claim]:
    """`Rina (SDN 1) sebagai juara I, Budi (SDN 2) sebagai juara II`, `Rina (juara 1), Budi (juara 2)`."""
    placings = [
        (i, i.value) for i in chart.items
        if isinstance(i.value, Award) and i.value.rule == "awards.placing"
        if chart.words(i.start - 8, i.start).endswith(("sebagai ", "("))
    ]  # fmt: skip
    if len(placings) < 2:
        return
    leads = (
        book().rule("events.list_row").pattern.finditer(chart.page.view, chart.start, placings[0][0].start)
    )
    starts = [m.end() for m in leads]
    if not starts:
        starts = [i.start for i in chart.items if i.party and i.start < placings[0][0].start][:1]
    reached = starts[-1] if starts else chart.end
    for item, placing in placings:
        opened = _OPENED.match(chart.page.view, reached, item.start)
        party, _ = name_at(chart, opened.end() if opened else reached, item.start, Hint())
        if party and party.party:
            yield listed(chart, (party,), placing, _contest(chart))
        reached = item.end


_OPENED = regex.compile(r"[\s),;]{0,4}(?:(?:dan|serta|lalu|kemudian)\s)?")


def _read_ones(chart: Chart, before: Sequence[Chart]) -> Iterator[Claim]:
    """`Satu untuk X dengan A, satu lagi untuk Y`: each of the awards that were counted before."""
    found = list(book().rule("events.list_one").pattern.finditer(chart.page.view, chart.start, chart.end))
    told = [
        i.value for c in (*before, chart) for i in c.items
        if isinstance(i.value, Award) and (i.value.title or i.value.rank) and not i.value.anaphor
    ]  # fmt: skip
    if len(found) < 2 or not told or any(isinstance(i.value, Award) for i in chart.items):
        return
    ends = [*(m.start() for m in found[1:]), chart.end]
    for m, end in zip(found, ends, strict=True):
        party = next((i for i in chart.items if m.end() <= i.start < m.end() + 3 and i.party), None)
        if party:
            claim = listed(chart, (party,), told[-1], None)
            known = (i for i in chart.between(party.end, end) if isinstance(i.value, Innovation))
            named = next(known, None) or work_between(chart, party.end, end)
            yield replace(claim, innovations=(named,) if named else ())
