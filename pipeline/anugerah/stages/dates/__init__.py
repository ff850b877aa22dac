"""The date stage: every expression that denotes a calendar date, with its value and the grounds for it.

`recognise` finds the expressions and reads their words into numbers; `resolve` settles their values
over the whole page, by the publication date or else by the years that the article establishes.
"""

from __future__ import annotations

from spacy.language import Language

from anugerah.mentions import DateMention, Noise
from anugerah.page import SAME, Page
from anugerah.stages.component import Component
from anugerah.stages.dates.recognise import recognise
from anugerah.stages.dates.resolve import resolve

_DATED = frozenset({"stamp", "dateline"})
"""Kinds of noise that say when the article was written."""


class DateStage(Component):
    """The date stage."""

    group = "dates"

    def find(self, page: Page) -> list[DateMention]:
        """The mentions on a page, in order of their start."""
        dated = [n for n in page.found(Noise) if n.kind in _DATED]
        expressions = recognise(_with(page, dated))
        for noise in dated:
            for e in expressions:
                if noise.start <= e.start < noise.end:
                    e.kind = noise.kind
        return resolve(expressions, page.published)


def _with(page: Page, noises: list[Noise]) -> str:
    """The view with some stretches of noise read again."""
    view = page.view
    for n in noises:
        view = view[: n.start] + page.text[n.start : n.end].translate(SAME) + view[n.end :]
    return view


@Language.factory("anugerah_dates")
def make_dates(nlp: Language, name: str) -> DateStage:
    """The stage as a spaCy component."""
    return DateStage()
