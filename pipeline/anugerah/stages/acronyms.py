"""The acronyms stage."""

from __future__ import annotations

from spacy.language import Language

from anugerah.mentions import Acronym
from anugerah.page import Page
from anugerah.stages.component import Component


class AcronymStage(Component):
    """The acronyms stage."""

    group = "acronyms"

    def find(self, page: Page) -> list[Acronym]:
        """The mentions on a page, in order of their start."""
        return []


@Language.factory("anugerah_acronyms")
def make_acronyms(nlp: Language, name: str) -> AcronymStage:
    """The stage as a spaCy component."""
    return AcronymStage()
