"""The programme: the contest or ceremony that an article is about, under which its placings were won.

Every name of a contest that the article tells is a candidate, abbreviations and long forms together;
the one that is told most often, with its year, and by the noun for a contest, is the programme.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from anugerah.mentions import Acronym, Award
from anugerah.page import Page
from anugerah.stages.events.chart import book

_NAMING = frozenset({"awards.head", "awards.awards", "awards.known", "awards.ceremony", "awards.champion"})
"""Rules whose phrases may name a programme; a placing only tells of its own."""


def programme(page: Page, told: Sequence[Award]) -> Award | None:
    """The award phrase that names the programme best, its name under `event`; `told` are those that claims
    name as theirs. None where the article names no programme.
    """
    groups: list[list[tuple[frozenset[str], Award]]] = []
    candidates = [_as_event(a) for a in page.found(Award)]
    candidates += [_as_event(a) for a in told]
    named = [(frozenset(_words(page, c.event)), c) for c in candidates if c and c.event]
    for words, award in sorted(named, key=lambda n: -len(n[0])):
        group = next((g for g in groups if words <= g[0][0]), None)
        if group is None:
            groups.append([(words, award)])
        else:
            group.append((words, award))
    if not groups:
        return None
    best = max(groups, key=lambda g: (sum(_weight(a) for _, a in g), -min(a.start for _, a in g)))
    awards = [a for _, a in best]
    full = max(awards, key=lambda a: (bool(a.edition), len(a.event or ""), -a.start))
    return (
        full if full.edition else replace(full, edition=next((a.edition for a in awards if a.edition), None))
    )


def _as_event(award: Award) -> Award | None:
    """An award phrase with the programme that it names, if it names one."""
    if award.anaphor or award.count:
        return None
    if award.event:
        return award
    title = award.title or ""
    named = award.rule in _NAMING and " " in title and _NAME.search(title) is not None
    return replace(award, event=title) if named else None


_NAME = regex.compile(r"\p{Lu}[\p{L}-]+[ ](?:\w+[ ])?\p{Lu}")


def _weight(award: Award) -> float:
    contest = bool(book().words("contest").search(award.event or ""))
    return 1 + 2 * bool(award.edition) + 2 * contest + (award.rule in _NAMING)


def _words(page: Page, name: str | None) -> list[str]:
    """The words of a name, the abbreviations that the article spells out spelled out."""
    text = regex.sub(r"\([^()]*\)", " ", name or "").lower()
    for acronym in page.found(Acronym):
        text = regex.sub(rf"\b{regex.escape(acronym.short.lower())}\b", acronym.long.lower(), text)
    return [w for w in regex.findall(r"\w+", text) if w not in book().lists["light"]]
