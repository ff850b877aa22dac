"""What every list makes: a claim of its own frame."""

from __future__ import annotations

from anugerah.mentions import Award
from anugerah.stages.events.chart import Chart, Item, Trigger
from anugerah.stages.events.claim import Claim

RULE = "events.list"
"""The rule that a record names for what a list says, or what only its place in one made known."""


def listed(chart: Chart, recipients: tuple[Item, ...], award: Award, event: Award | None) -> Claim:
    """The claim that a stretch of a list makes."""
    return Claim(
        chart=chart,
        trigger=Trigger(chart.start, chart.start, "list", RULE, ""),
        recipients=recipients,
        awards=(award,),
        event=event,
        start=chart.start,
        end=chart.end,
    )
