"""Hands: who else handed over or took an award, and for whom a proxy stood."""

from __future__ import annotations

from collections.abc import Sequence

from anugerah.stages.events.chart import Chart, Item
from anugerah.stages.events.claim import Claim


def companions(item: Item, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Those who handed it over together with a person: `Menkes bersama Mendagri menyerahkan`."""
    for claim in claims:
        if item in claim.presenters:
            return tuple(filter(None, (i.called for i in claim.presenters if i is not item)))
    return ()


def on_behalf_of(item: Item, rows: Sequence[Chart]) -> str | None:
    """For whom a proxy stood: `Wali Kota X yang diwakili Y`, `Y mewakili Wali Kota X`."""
    row = next((r for r in rows if r.start <= item.start < r.end), None)
    if row is None or item not in row.items:
        return None
    at = row.items.index(item)
    if item.before == "diwakili":
        named = [i for i in row.items[:at] if i.party]
        return named[-1].called if named else None
    following = row.items[at + 1 : at + 2]
    return following[0].called if following and following[0].before == "mewakili" else None
