"""The sentences stage."""

from __future__ import annotations

from spacy.language import Language

from anugerah.mentions import Sentence
from anugerah.page import Page
from anugerah.stages.component import Component


class SentenceStage(Component):
    """The sentences stage."""

    group = "sentences"

    def find(self, page: Page) -> list[Sentence]:
        """The mentions on a page, in order of their start."""
        return []


@Language.factory("anugerah_sentences")
def make_sentences(nlp: Language, name: str) -> SentenceStage:
    """The stage as a spaCy component."""
    return SentenceStage()
