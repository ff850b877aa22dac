"""The noise stage."""

from __future__ import annotations

from spacy.language import Language

from anugerah.mentions import Noise
from anugerah.page import Page
from anugerah.stages.component import Component


class NoiseStage(Component):
    """The noise stage."""

    group = "noise"

    def find(self, page: Page) -> list[Noise]:
        """The mentions on a page, in order of their start."""
        return []


@Language.factory("anugerah_noise")
def make_noise(nlp: Language, name: str) -> NoiseStage:
    """The stage as a spaCy component."""
    return NoiseStage()
