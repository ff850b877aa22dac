"""The awards stage."""

from __future__ import annotations

from spacy.language import Language

from anugerah.mentions import Award
from anugerah.page import Page
from anugerah.stages.component import Component


class AwardStage(Component):
    """The awards stage."""

    group = "awards"

    def find(self, page: Page) -> list[Award]:
        """The mentions on a page, in order of their start."""
        return []


@Language.factory("anugerah_awards")
def make_awards(nlp: Language, name: str) -> AwardStage:
    """The stage as a spaCy component."""
    return AwardStage()
