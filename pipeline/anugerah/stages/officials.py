"""The officials stage."""

from __future__ import annotations

from spacy.language import Language

from anugerah.mentions import Official
from anugerah.page import Page
from anugerah.stages.component import Component


class OfficialStage(Component):
    """The officials stage."""

    group = "officials"

    def find(self, page: Page) -> list[Official]:
        """The mentions on a page, in order of their start."""
        return []


@Language.factory("anugerah_officials")
def make_officials(nlp: Language, name: str) -> OfficialStage:
    """The stage as a spaCy component."""
    return OfficialStage()
