"""The innovations stage."""

from __future__ import annotations

from spacy.language import Language

from anugerah.mentions import Innovation
from anugerah.page import Page
from anugerah.stages.component import Component


class InnovationStage(Component):
    """The innovations stage."""

    group = "innovations"

    def find(self, page: Page) -> list[Innovation]:
        """The mentions on a page, in order of their start."""
        return []


@Language.factory("anugerah_innovations")
def make_innovations(nlp: Language, name: str) -> InnovationStage:
    """The stage as a spaCy component."""
    return InnovationStage()
