"""The claim: one reading of one trigger, and the window of the sentence that it is read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from anugerah.mentions import Award, DateMention
from anugerah.stages.events.chart import Chart, Item, Trigger
from anugerah.stages.events.patterns import patterns
from anugerah.stages.events.topic import Topic, pointing


@dataclass(frozen=True, slots=True)
class Claim:
    """One reading of one trigger: whom it credits with what, and who else it names.

    `weak` marks a claim whose award is not named (`penghargaan tersebut`): it only adds to others.
    """

    chart: Chart
    trigger: Trigger
    recipients: tuple[Item, ...]
    awards: tuple[Award, ...]
    status: str = "received"
    giver: Item | None = None
    presenters: tuple[Item, ...] = ()
    receivers: tuple[Item, ...] = ()
    represented: Item | None = None
    innovations: tuple[Item, ...] = ()
    event: Award | None = None
    inherited: bool = False
    past: bool = False
    start: int = 0
    end: int = 0

    @property
    def weak(self) -> bool:
        """Whether no award is named."""
        return not any(a.title or a.rank or a.category or a.event for a in self.awards)


@dataclass(frozen=True, slots=True)
class Window:
    """A trigger with the stretch of its sentence that it may draw on.

    `left` and `right` are where the neighbouring triggers stand, `last` the recipients of the claim
    before it in the same sentence.
    """

    chart: Chart
    trigger: Trigger
    left: int
    right: int
    last: tuple[Item, ...]
    topic: Topic

    def before(self) -> list[Item]:
        """The items between the trigger before and this one."""
        return self.chart.between(self.left, self.trigger.start)

    def after(self) -> list[Item]:
        """The items between this trigger and the next."""
        return self.chart.between(self.trigger.end, self.right)

    def rest(self) -> list[Item]:
        """All items after this trigger."""
        return self.chart.between(self.trigger.end, self.chart.end)

    def spoken_of(self) -> tuple[Item, ...]:
        """Whom the article speaks of here, for a clause that names nobody."""
        lead = self.chart.words(self.left, self.trigger.start)
        m = pointing().search(lead)
        meant = self.topic.meant_by(m["noun"], self.chart.index) if m else ()
        return meant or self.topic.at(self.chart.index, personal=bool(_PERSONAL.search(lead)))

    def leads_to(self, item: Item) -> bool:
        """Whether nothing but linking words stands between the trigger and an item."""
        return bool(patterns().direct.match(self.chart.words(self.trigger.end, item.start)))


_PERSONAL = regex.compile(r"\b(?:ia|dia|dirinya|beliau)\b", regex.IGNORECASE)


def dates_of(chart: Chart) -> Iterator[tuple[Item, DateMention]]:
    """The dates in a sentence that are times, not years of an edition."""
    for item in chart.items:
        if isinstance(item.value, DateMention) and is_time(item.value):
            yield item, item.value


def is_time(day: DateMention) -> bool:
    """Whether something can have been then: at a date, or in a month whose year the article leaves out."""
    return day.kind == "date" or (day.kind == "period" and day.precision == "month")


def own_times(chart: Chart) -> Iterator[tuple[Item, DateMention]]:
    """The dates in a sentence that its verb is at: no edition after an award, no year of what was judged."""
    ends = [i.end for i in chart.items if isinstance(i.value, Award)]
    for item, day in dates_of(chart):
        if any(0 <= item.start - end < 4 for end in ends):
            continue
        if day.precision in {"day", "interval"} or not _JUDGED.search(chart.words(chart.start, item.start)):
            yield item, day


_JUDGED = regex.compile(
    r"\b(?:kinerja|sepanjang|selama|buku|anggaran|dibanding|dibandingkan|periode|musim|edisi|sejak|target|hingga|"
    r"sampai|menjelang|laporan keuangan)\s(?:tahun\s)?\Z",
    regex.IGNORECASE,
)
"""What stands before a month or year of which something was judged or which it lasted."""
