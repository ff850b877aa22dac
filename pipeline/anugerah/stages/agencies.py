"""The agencies stage."""

from __future__ import annotations

from spacy.language import Language

from anugerah.mentions import Agency
from anugerah.page import Page
from anugerah.stages.component import Component


class AgencyStage(Component):
    """The agencies stage."""

    group = "agencies"

    def find(self, page: Page) -> list[Agency]:
        """The mentions on a page, in order of their start."""
        return []


@Language.factory("anugerah_agencies")
def make_agencies(nlp: Language, name: str) -> AgencyStage:
    """The stage as a spaCy component."""
    return AgencyStage()
