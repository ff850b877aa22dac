"""The awards stage: phrases that name what is won, and the ceremonies at which it is won.

A phrase starts at a head (`penghargaan`, `predikat`), a placing (`Juara I`), a category, a ceremony
(`ajang`) or a name from `gazetteer/awards.csv`, and is read to the right until a word that cannot
belong to it. Its parts become the slots of an award: title, event, category, rank, edition.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import takewhile

from anugerah.mentions import Agency, Award, Sentence
from anugerah.page import Page
from anugerah.rulebook import Rulebook, load_rulebook
from anugerah.stages.awards.phrases import read_phrase
from anugerah.stages.awards.seeds import Seed, find_grades, find_seeds
from anugerah.stages.awards.series import Series, load_series, series_by_id
from anugerah.stages.persons import find_persons
from anugerah.stages.stage import Stage

__all__ = ["AwardStage", "Series", "load_series", "series_by_id"]


WINNERS = frozenset({"village", "school", "health_centre", "hospital", "university", "regency", "city"})
"""Kinds of bodies that no contest is named after."""

LONGEST = 160
"""How far to the right of its head an award phrase may reach, in code points."""


class AwardStage(Stage):
    """Award phrases of a page: title, event, category, rank, edition, and anaphors."""

    group = "awards"

    def find(self, page: Page) -> list[Award]:
        """The award phrases of a page; a phrase that lies inside a longer one is dropped."""
        book = load_rulebook("awards")
        ends = [s.end for s in page.found(Sentence)]
        out: list[Award] = []
        reached = 0
        agencies = page.found(Agency)
        people = {start for start, _ in find_persons(page)} if "juara" in page.view.lower() else set()
        seeds = find_seeds(book, page.view)
        seeds = sorted([*seeds, *find_grades(page.view, seeds)], key=lambda s: (s.start, -s.end))
        for n, seed in enumerate(seeds):
            if seed.start < reached:
                continue
            at = bisect_right(ends, seed.start)
            limit = min(ends[at] if at < len(ends) else len(page.view), seed.start + LONGEST)
            award = read_phrase(book, page.view, _led_to(book, page.view, seeds, n), limit)
            if award and not _only_leads(award, seeds[n + 1 :]):
                start = seed.end if seed.rule == "awards.predicate" else seed.start
                award = _cut(replace(award, start=start), agencies, people)
                out.append(award)
                reached = award.end
        return out


def _only_leads(award: Award, following: Sequence[Seed]) -> bool:
    """Whether what somebody is made only leads to an award: `dinyatakan sebagai unit kerja WBK`."""
    within = takewhile(lambda s: s.start < award.end, following)
    return award.rule == "awards.crown" and any(s.start > award.start for s in within)


def _led_to(book: Rulebook, view: str, seeds: Sequence[Seed], n: int) -> Seed:
    """The seed that says what a head such as `penghargaan` only leads to: `penghargaan Juara I`."""
    seed = seeds[n]
    head = view[seed.start : seed.end].lower()
    if seed.rule not in {"awards.head", "awards.predicate"} and head != "nominasi":
        return seed
    telling = {"awards.placing", "awards.top", "awards.medal"}
    if head in book.lists["leading"] or head in book.lists["dropped"] or seed.rule == "awards.predicate":
        telling |= {"awards.known", "awards.awards"}
    near = takewhile(lambda s: s.start <= seed.end + 1, seeds[n + 1 :])
    return next((s for s in near if s.start >= seed.end and s.rule in telling), seed)


def _cut(award: Award, agencies: Sequence[Agency], people: Collection[int]) -> Award:
    """A placing without the winner that stands right after it: `juara II Desa Mekar`."""
    if award.rule != "awards.placing" or not award.rank or award.title == award.rank:
        return award
    at = award.start + len(award.rank) + 1
    if at not in people and not any(a.start == at and a.kind in WINNERS for a in agencies):
        return award
    return replace(award, end=at - 1, title=award.rank, event=None, category=None)
