"""The events stage: sentences make claims, claims make records.

Each sentence becomes a row of mentions and triggers (`chart`); each trigger is read by its frame
(`claims`); the article's ceremony gives day and place (`ceremony`); claims are credited to whom they
belong (`credit`) and joined into one record for each recipient and award (`assembly`).
"""

from __future__ import annotations

from anugerah.mentions import Award, Event
from anugerah.page import Page
from anugerah.stages.events.assembly import assemble
from anugerah.stages.events.ceremony import find_ceremony
from anugerah.stages.events.chart import charts
from anugerah.stages.events.claims import read_claims
from anugerah.stages.events.lists import with_lists
from anugerah.stages.stage import Stage


class EventStage(Stage):
    """The award events of a page."""

    group = "events"

    def find(self, page: Page) -> list[Event]:
        """The award events of a page, in the order of the text; none where no award is named."""
        if not page.found(Award):
            return []
        rows = charts(page)
        claims = with_lists(rows, read_claims(rows))
        if not claims:
            return []
        return assemble(page, claims, find_ceremony(rows, claims), rows)
