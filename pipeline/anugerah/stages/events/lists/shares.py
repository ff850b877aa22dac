"""Shares: winners told together, each with its category: `A dan B, masing-masing pada kategori x dan y`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from anugerah.mentions import Award
from anugerah.stages.events.chart import Chart, book
from anugerah.stages.events.claim import Claim


def shared_out(charts: Sequence[Chart], claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, those of several winners cut apart where their sentence gives each a category."""
    by_index = {c.index: c for c in charts}
    for claim in claims:
        categories = _categories(claim) if len(claim.recipients) > 1 and claim.awards else []
        if not categories or len(categories) != len(claim.recipients):
            yield claim
            continue
        award = claim.awards[0]
        if not (award.title or award.rank):
            award = _told_before(by_index.get(claim.chart.index - 1)) or award
        for recipient, category in zip(claim.recipients, categories, strict=True):
            own = replace(award, category=category)
            yield replace(claim, recipients=(recipient,), awards=(own, *claim.awards[1:]))


def _categories(claim: Claim) -> list[str]:
    """The categories that a sentence tells one by one after its winners."""
    chart = claim.chart
    reached = max(r.end for r in claim.recipients)
    m = book().rule("events.list_shares").pattern.search(chart.page.view, reached, chart.end)
    return [name for name in _JOINT.split(m["names"]) if name] if m else []


_JOINT = regex.compile(r",?[ ](?:dan|serta)[ ](?:(?:kategori|bidang|kelas|cabang|jenjang)[ ])?|,[ ]")


def _told_before(chart: Chart | None) -> Award | None:
    """The award that the sentence before names."""
    named = [i.value for i in chart.items if isinstance(i.value, Award)] if chart else []
    return next((a for a in reversed(named) if a.title and not a.anaphor), None)
