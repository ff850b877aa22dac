"""Prose: rows of awards and winners within sentences, `Juara I: Desa X, juara II Desa Y`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from anugerah.mentions import Award
from anugerah.stages.events.chart import Chart, book
from anugerah.stages.events.claim import Claim
from anugerah.stages.events.lists.headings import LONGEST
from anugerah.stages.events.lists.making import listed
from anugerah.stages.events.parties import chain_right, shape_after

_COLON = regex.compile(r"\s?[:=]\s{1,2}")


def read_prose(charts: Sequence[Chart], claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of rows within sentences, given what the sentences claim."""
    for chart, category in _under_category(charts):
        for claim in _read_colons(chart):
            yield _in_category(claim, category)
    for chart in charts:
        yield from _read_pairs(chart)
        yield from _read_verbless(chart, claims)


def _under_category(charts: Sequence[Chart]) -> Iterator[tuple[Chart, Award | None]]:
    """Each sentence with the category of the heading that it stands under: `Kategori Televisi`."""
    category: Award | None = None
    for chart in charts:
        awards = [i.value for i in chart.items if isinstance(i.value, Award)]
        alone = len(awards) == len(chart.items) == 1 and chart.end - chart.start < LONGEST
        if alone and awards[0].rule in {"awards.category", "awards.grade"} and not chart.triggers:
            category = replace(awards[0], category=awards[0].category or awards[0].rank)
        elif chart.end - chart.start > 2 * LONGEST:
            category = None
        yield chart, category


def _in_category(claim: Claim, category: Award | None) -> Claim:
    if category is None or any(a.category for a in claim.awards):
        return claim
    return replace(claim, awards=tuple(replace(a, category=category.category) for a in claim.awards))


def _strong(award: Award) -> bool:
    """Whether an award is named or placed; `tiga kelompok besar` is not."""
    return bool(award.id or (award.rank and award.rule != "awards.top") or award.rule in _NAMING)


_PLACES = ("juara", "peringkat", "terbaik", "harapan", "posisi", "urutan")
_TITLES = frozenset({"awards.best", "awards.best_of"})
_NAMING = frozenset({"awards.awards", "awards.best_of", "awards.category"})


def _read_colons(chart: Chart) -> Iterator[Claim]:
    """`Juara I: Desa X, Juara II: Desa Y`."""
    for n, item in enumerate(chart.items):
        if not isinstance(item.value, Award) or not _strong(item.value):
            continue
        following = chart.items[n + 1] if n + 1 < len(chart.items) else None
        colon = _COLON.match(chart.page.view, item.end, chart.end)
        shaped = shape_after(chart, colon.end(), chart.end) if colon else None
        if shaped and (following is None or following.start > shaped.end):
            yield listed(chart, (shaped,), item.value, None)
            continue
        if following is None or not following.party:
            continue
        between = chart.words(item.end, following.start)
        if len(between) <= 45 and book().rule("events.colon").pattern.match(between):
            yield listed(chart, chain_right(chart, chart.items, n + 1), item.value, None)


def _read_pairs(chart: Chart) -> Iterator[Claim]:
    """`Harapan III untuk Puskesmas X, dan terbaik II atas nama Y`."""
    pairing = book().rule("events.for").pattern
    for n, item in enumerate(chart.items):
        following = chart.items[n + 1] if n + 1 < len(chart.items) else None
        if not isinstance(item.value, Award):
            continue
        divided = book().rule("events.list_divided").pattern.match(chart.page.view, item.end, chart.end)
        sharers = [k for k, i in enumerate(chart.items) if divided and i.party and i.start == divided.end()]
        if sharers and item.value.title:
            yield listed(chart, chain_right(chart, chart.items, sharers[0]), item.value, None)
            continue
        if not (item.value.rank or item.value.category or item.value.rule in _TITLES):
            continue
        if following and following.party and pairing.match(chart.page.view, item.end, following.start):
            yield listed(chart, chain_right(chart, chart.items, n + 1), item.value, None)
            continue
        link = pairing.match(chart.page.view, item.end, chart.end)
        shaped = shape_after(chart, link.end(), chart.end) if link else None
        if shaped:
            yield listed(chart, (shaped,), item.value, None)


def _read_verbless(chart: Chart, claims: Sequence[Claim]) -> Iterator[Claim]:
    """`Desa X juara I Lomba Y`, `... dan Bupati Y TOP Pembina`: the winner before the award, no verb."""
    here = [c for c in claims if c.chart.index == chart.index and c.trigger.frame == "receive"]
    claimed = {a.start for c in here for a in c.awards}
    for first, second in pairwise(chart.items):
        placing = first.value
        if not isinstance(placing, Award) or placing.rule != "awards.placing" or not second.party:
            continue
        if placing.title == placing.rank and second.start - first.end == 1 and placing.start not in claimed:
            yield listed(chart, (second,), placing, None)
    placings = sum(isinstance(i.value, Award) and i.value.rule == "awards.placing" for i in chart.items)
    for party, item in pairwise(chart.items):
        award = item.value
        if not party.party or party.before or not isinstance(award, Award) or award.start in claimed:
            continue
        placed = award.rule in {"awards.placing", "awards.winner"} and (award.rank or "").lower().startswith(
            _PLACES if placings > 1 else "juara"
        )
        if (placed or (here and award.title)) and chart.words(party.end, item.start).isspace():
            yield listed(chart, (party,), award, None)
