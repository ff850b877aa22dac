"""The events stage."""

from __future__ import annotations

from spacy.language import Language

from anugerah.mentions import Event
from anugerah.page import Page
from anugerah.stages.component import Component


class EventStage(Component):
    """The events stage."""

    group = "events"

    def find(self, page: Page) -> list[Event]:
        """The mentions on a page, in order of their start."""
        return []


@Language.factory("anugerah_events")
def make_events(nlp: Language, name: str) -> EventStage:
    """The stage as a spaCy component."""
    return EventStage()
