"""Persons without an office: athletes, pupils, teachers, artists."""

from __future__ import annotations

from functools import lru_cache

import regex

from anugerah.mentions import Agency, Official
from anugerah.page import Page
from anugerah.stages.officials.names import in_text, is_person, name_before, names_between, read_name

__all__ = ["find_persons", "name_before", "read_name"]


def find_persons(page: Page) -> list[tuple[int, int]]:
    """Spans of names of persons without an office, in order.

    A run of words in capitals counts where it holds a common given name, follows the word for a role
    or an honorific, does what persons do, or repeats a word of a name told in full; not where an
    institution or an official stands.
    """
    taken = [(a.start, a.end) for a in page.found(Agency) if a.end - a.start > 3]
    taken += [(o.start, o.end) for o in page.found(Official)]
    return list(_persons(page.view, page.base, tuple(sorted(taken))))


@lru_cache(maxsize=1)
def _persons(view: str, base: int, taken: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The same for a view; kept, because an article is asked for its persons several times in a row."""
    read = (in_text(view, base, name) for name in names_between(view, 0, len(view), taken))
    names = [(n, is_person(view, n)) for n in read if n]
    full = (n.words(view) for n, known in names if known)
    pieces = {w for words in full if len(words) > 1 for w in words if len(w) > 3}
    spans = (
        (n.name_start, n.name_end) for n, known in names if known or view[n.name_start : n.name_end] in pieces
    )
    return tuple((m.end() if (m := _PLACING.match(view, s, e)) else s, e) for s, e in spans)


_PLACING = regex.compile(r"[IVX]{1,4}[ ]")
"""A placing that stands before a name: juara *II* Rina Wati."""
