"""Lists that go on from what was told: counted winners named later, `X dan Y termasuk di antaranya`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from anugerah.mentions import Agency, Award, Innovation, Official
from anugerah.stages.events.chart import Chart, Item, Person, book
from anugerah.stages.events.claim import Claim
from anugerah.stages.events.lists.making import listed
from anugerah.stages.events.parties import chain_right


def read_ongoing(charts: Sequence[Chart], claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of lists that go on from what the sentences claim."""
    yield from _read_members(claims)
    yield from _read_continuations(charts, claims)
    yield from _read_same(claims)
    yield from _read_owned(charts)


def _read_members(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Winners that are counted first and named then: `Tiga desa meraih A, yaitu X, Y dan Z`."""
    members = book().rule("events.members").pattern
    for claim in claims:
        if claim.recipients or not claim.awards or claim.weak:
            continue
        chart, reached = claim.chart, max(a.end for a in claim.awards)
        for n, item in enumerate(chart.items):
            if item.party and item.start > reached and members.search(chart.words(reached, item.start)):
                named = listed(chart, chain_right(chart, chart.items, n), claim.awards[0], claim.event)
                yield replace(named, status=claim.status)
                break


def _read_continuations(charts: Sequence[Chart], claims: Sequence[Claim]) -> Iterator[Claim]:
    """`Sebelas daerah lain yakni A, B, C` or `X dan Y termasuk di antaranya`, after the award was told of."""
    members, among = book().rule("events.members").pattern, book().rule("events.among").pattern
    for n, chart in enumerate(charts):
        near = charts[max(0, n - 2) : n]
        if not any(
            isinstance(i.value, Award) and i.value.rule != "awards.ceremony" for b in near for i in b.items
        ):
            continue
        told = [c for c in claims if c.awards and not c.weak and c.chart.index < chart.index]
        told = [c for c in told if c.recipients or c.trigger.frame in {"receive", "named"}]
        if not told or any(isinstance(i.value, Award) for i in chart.items):
            continue
        if book().words("waiting").search(chart.words(chart.start, chart.end)):
            continue
        for k, item in enumerate(chart.items):
            if not item.party:
                continue
            chain = chain_right(chart, chart.items, k)
            counted = len(chain) > 2 and members.search(chart.words(chart.start, item.start))
            if counted or among.match(chart.words(chain[-1].end, chart.end)):
                claim = listed(chart, chain, told[-1].awards[0], told[-1].event)
                if _took_for_bodies(chain, near, told):
                    claim = replace(claim, recipients=(), receivers=chain)
                yield replace(claim, status=told[-1].status)
                break


def _read_same(claims: Sequence[Claim]) -> Iterator[Claim]:
    """`Predikat serupa disandang A, B dan C`: the award that was told last goes to others too."""
    same = book().rule("events.list_same").pattern
    for n, claim in enumerate(claims):
        if not claim.weak or not claim.recipients:
            continue
        chart = claim.chart
        told = [c for c in claims[:n] if c.awards and not c.weak and chart.index - c.chart.index < SAME]
        if told and same.search(chart.words(chart.start, chart.end)):
            named = listed(chart, claim.recipients, told[-1].awards[0], told[-1].event)
            yield replace(named, status=claim.status, giver=told[-1].giver)


SAME = 12
"""Over how many sentences `predikat serupa` points back."""


def _took_for_bodies(chain: Sequence[Item], near: Sequence[Chart], told: Sequence[Claim]) -> bool:
    """Whether officials are listed who took what the bodies listed just before them have won."""
    if not all(isinstance(i.value, Official | Person) for i in chain):
        return False
    bodies = [r for c in told for r in c.recipients if isinstance(r.value, Agency)]
    listed = [i for b in near for i in b.items if isinstance(i.value, Agency)]
    return len(bodies) > 1 or len(listed) > 2


def _read_owned(charts: Sequence[Chart]) -> Iterator[Claim]:
    """Innovations with their owners, after the award that all won: `A dari Pemkab X, B dari Pemkab Y`."""
    for n, chart in enumerate(charts):
        pairs = [
            (left, right)
            for left, right in pairwise(chart.items)
            if isinstance(left.value, Innovation)
            and isinstance(right.value, Agency)
            and right.before in book().lists["owner"]
            and right.start - left.end < 60
        ]
        near = [i.value for b in charts[max(0, n - 2) : n + 1] for i in b.items if isinstance(i.value, Award)]
        top = [a for a in near if a.rank and not a.anaphor]
        if len(pairs) < 2 or not top:
            continue
        for innovation, owner in pairs:
            yield replace(listed(chart, (owner,), top[-1], None), innovations=(innovation,))
