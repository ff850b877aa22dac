"""The dates stage."""

from __future__ import annotations

from spacy.language import Language

from anugerah.mentions import DateMention
from anugerah.page import Page
from anugerah.stages.component import Component


class DateStage(Component):
    """The dates stage."""

    group = "dates"

    def find(self, page: Page) -> list[DateMention]:
        """The mentions on a page, in order of their start."""
        return []


@Language.factory("anugerah_dates")
def make_dates(nlp: Language, name: str) -> DateStage:
    """The stage as a spaCy component."""
    return DateStage()
