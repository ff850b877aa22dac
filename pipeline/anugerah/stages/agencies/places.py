"""Regions on the page: the words before their names, and which of the namesakes an article means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import regex

from anugerah.lexicon import LEVELS, Entry, Neighbours
from anugerah.stages.agencies.pieces import Piece
from anugerah.stages.agencies.scan import Hit, rulebook

_WORDS = regex.compile(r"\S{1,30}")
_CAPITAL = "31"
"""Jakarta, where every other ceremony is held: named as a place it governs nothing."""
_WEIGHTS = {"government": 4, "head": 3, "level": 2, "title": 3, "bare": 1}


@dataclass(frozen=True, slots=True)
class _Words:
    """What a word before a region's name says, by list of the rulebook."""

    levels: dict[str, str] = field(default_factory=dict)
    governments: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str | None] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    any_government: frozenset[str] = frozenset()
    neighbours: Neighbours = field(default_factory=lambda: Neighbours(()))


def _words() -> _Words:
    lists = rulebook().lists
    levels = {w: level for level in LEVELS for w in lists[f"{level}_words"]}
    governments = {w: level for level in LEVELS for w in lists[f"{level}_governments"]}
    heads: dict[str, str | None] = dict.fromkeys(lists["other_heads"])
    heads.update({w: level for level in LEVELS for w in lists[f"{level}_heads"]})
    return _Words(
        levels,
        governments,
        heads,
        {w: level for level in LEVELS for w in lists[f"{level}_offices"]},
        frozenset(lists["government_words"]),
        Neighbours(w for w in (*levels, *governments, *lists["government_words"]) if len(w) > 5),
    )


class PlaceReader:
    """Reads the region that stands at a hit, with the words before it that belong to it."""

    def __init__(self) -> None:
        self._words = _words()

    def read(self, view: str, hit: Hit) -> Piece | None:
        """The piece of a region: `Pemerintah Kabupaten (Pemkab) X`, `Kota X`, `X`.

        None where a word in lower case is a region's name by its letters only.
        """
        start, level, government, in_title = self._before(view, hit.start)
        if start == hit.start and level is None and view[hit.start].islower():
            return None
        return Piece(
            start=start,
            end=hit.end,
            rule="agencies.government" if government else "agencies.region",
            name=view[hit.start : hit.end],
            kind="region",
            regions=hit.regions,
            level=level if any(e.kind == level for e in hit.regions) else None,
            government=government,
            levelled=start < hit.start,
            in_title=in_title,
            doubtful=hit.contextual and all(e.kind != "province" for e in hit.regions),
        )

    def _before(self, view: str, start: int) -> tuple[int, str | None, bool, bool]:
        window = max(0, start - 60)
        words = [(m.start(), m[0]) for m in _WORDS.finditer(view, window, start)]
        if not words or view[start - 1] not in " .":
            return start, None, False, False
        if view[start - 1] == "." and words[-1][1].lower() not in {"kab.", "prov."}:
            return start, None, False, False
        return self._read_back(words, start)

    def _read_back(self, words: list[tuple[int, str]], start: int) -> tuple[int, str | None, bool, bool]:
        known = self._words
        at, word = words.pop()
        bracketed = word.startswith("(") and word.endswith(")")
        word = self._clean(word)
        earlier = self._clean(words[-1][1]) if words else ""
        if word in known.governments:
            if bracketed and earlier in known.levels:
                at, _, _, _ = self._read_back(words, at)
            return at, known.governments[word], True, False
        if word in known.levels:
            level = known.levels[word]
            if word == "kota" and earlier == "wali":
                return start, "city", False, True
            if earlier in known.any_government:
                return words[-1][0], level, True, False
            if earlier == "daerah" and len(words) > 1 and self._clean(words[-2][1]) in known.any_government:
                return words[-2][0], level, True, False
            return at, level, False, earlier in known.heads
        if word in known.any_government:
            return at, None, True, False
        if word in known.heads:
            return start, known.heads[word], False, True
        if word in known.offices:
            return start, known.offices[word], False, False
        return start, None, False, False

    def _clean(self, word: str) -> str:
        plain = word.strip("().,\"'").lower()
        if word[:1].isupper() and len(plain) > 4:
            return self._words.neighbours.nearest(plain) or plain
        return plain


def settle(view: str, pieces: Sequence[Piece]) -> None:
    """Choose between namesakes by what the article says of the same name elsewhere.

    A word that is an everyday word too (`Landak`) is a region only where the article names it with
    its level, in a list of regions or right after an institution.
    """
    places = [p for p in pieces if p.regions]
    sure = {p.regions for p in places if p.levelled or p.government or p.in_title}
    follows = {b.start for a, b in pairwise(pieces) if "region" in a.takes and b.start - a.end < 2}
    for i, p in enumerate(places):
        if p.doubtful and p.regions not in sure and p.start not in follows:
            gaps = [view[a.end : b.start] for a, b in pairwise(places[max(0, i - 1) : i + 2])]
            if not any(_listing().fullmatch(gap) for gap in gaps):
                p.name, p.regions = "", ()
    places = [p for p in places if p.regions]
    levels: dict[tuple[str, ...], Counter[str]] = {}
    for p in places:
        if p.level and len(p.regions) > 1:
            weight = 3 if p.government else 2
            levels.setdefault(_codes(p), Counter())[p.level] += weight
    for p in places:
        if not p.level and len(p.regions) > 1 and _codes(p) in levels:
            p.level = levels[_codes(p)].most_common(1)[0][0]
        options = p.options()
        if len(options) == 1:
            name_place(p, options[0])
        else:
            shorts = {e.short for e in options}
            p.name = shorts.pop() if len(shorts) == 1 else p.name


@cache
def _listing() -> regex.Pattern[str]:
    return regex.compile(rulebook().fragments["listing"])


def name_place(piece: Piece, region: Entry) -> None:
    """Give a piece the region that it means."""
    piece.name, piece.kind, piece.id, piece.region = region.name, region.kind, region.id, region.id


def _codes(piece: Piece) -> tuple[str, ...]:
    return tuple(e.id for e in piece.regions)


def governing(pieces: Sequence[Piece], base: int, regions: dict[str, Entry]) -> Entry | None:
    """The region whose government the article is about, where that is plain.

    A regency or city goes before its province; two that are spoken of equally settle nothing.
    """
    weights: Counter[str] = Counter()
    for p in pieces:
        if p.place and p.id:
            how = (
                "government" if p.government else "head" if p.in_title else "level" if p.levelled else "bare"
            )
            if how == "bare" and p.id == _CAPITAL:
                continue
            weights[p.id] += _WEIGHTS[how] + (_WEIGHTS["title"] if p.start < base else 0)
        elif p.region:
            weights[p.region] += 1
    for local in (True, False):
        ranked = [(n, c) for c, n in weights.most_common() if (regions[c].kind != "province") is local]
        if ranked and ranked[0][0] >= 3:
            if len(ranked) > 1 and ranked[1][0] * 3 > ranked[0][0] * 2:
                return None
            return regions[ranked[0][1]]
    return None


def in_title(view: str, start: int) -> bool:
    """True where the word before names an office: what follows stands inside a title."""
    if start < 2 or view[start - 1] != " ":
        return False
    word = view[view.rfind(" ", max(0, start - 26), start - 1) + 1 : start - 1]
    return word.rsplit("\n", 1)[-1].lower() in _offices()


@cache
def _offices() -> frozenset[str]:
    return frozenset(rulebook().lists["offices"])
