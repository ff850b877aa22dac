"""Short names: a single word that stands for a person whom the article names in full."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import regex

from anugerah.page import Page

LEAST = 3
"""Letters that a word needs to stand for a person."""


def short_names(page: Page, full: Iterable[str], openers: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Where the first or last word of a full name stands alone, and the full name.

    A word that two persons share stands for none; `openers` are words in capitals that may stand
    before one without being part of a name.
    """
    owners: dict[str, set[str]] = {}
    for name in full:
        words = name.split()
        if len(words) < 2:
            continue
        for word in {words[0], words[-1]}:
            if len(word) >= LEAST and word.isalpha() and word.istitle():
                owners.setdefault(word, set()).add(name)
    known = {word: min(names, key=len) for word, names in owners.items() if _one_person(names)}
    if not known:
        return
    alone = regex.compile(rf"(?<![\w-])(?:{'|'.join(map(regex.escape, known))})(?![\w-])(?![ ]\p{{Lu}})")
    for m in alone.finditer(page.view):
        before = _CAPITAL.search(page.view, max(0, m.start() - 24), m.start())
        if before is None or before[1] in openers:
            yield m.start(), m.end(), known[m[0]]


_CAPITAL = regex.compile(r"(?<![\w-])(\p{Lu}[\p{L}.'’-]{0,20})[ ]\Z")


def _one_person(names: set[str]) -> bool:
    """Whether several full names are forms of one."""
    longest = max(names, key=len).split()
    return all(set(name.split()) <= set(longest) for name in names)
