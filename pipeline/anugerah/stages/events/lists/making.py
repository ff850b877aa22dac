"""What every list makes: a claim of its own frame."""

from __future__ import annotations

from anugerah.mentions import Award
from anugerah.stages.events.chart import Chart, Item, Trigger
from anugerah.stages.events.claim import Claim


def listed(chart: Chart, recipients: tuple[Item, ...], award: Award, event: Award | None) -> Claim:
    """The claim that a stretch of a list makes."""
    return Claim(
        chart=chart,
        trigger=Trigger(chart.start, chart.start, "list", "events.list", ""),
        recipients=recipients,
        awards=(award,),
        event=event,
        start=chart.start,
        end=chart.end,
    )
