"""Names of innovations: their shapes, where they end, and what is none."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import regex

from anugerah.lexicon import load_lexicon
from anugerah.mentions import Acronym, Agency
from anugerah.rulebook import Rulebook, load_rulebook

WORD = regex.compile(r"[\w'!-]{1,40}")
"""A word of a name."""

_TOLD_OF = regex.compile(
    r"\"?, (?!(?:me|di|ber|ter|masuk|lolos|yang|juara|dapat))[a-z][^,.;:()\n\"]{3,80}? "
    r"(?:dari|milik|besutan|garapan|gagasan|kelolaan|rintisan|karya|buatan) (?=\p{Lu})"
)
"""What it is, and then whose: `, layanan antar obat milik Dinas X`."""


@cache
def rules() -> Rulebook:
    """The rules of the innovations stage."""
    return load_rulebook("innovations", frozenset({"sure", "made", "anchors", "before", "entry", "told"}))


@cache
def words(name: str) -> frozenset[str]:
    """A list of the rules as a set."""
    return frozenset(rules().lists[name])


def is_name(name: str, *, quoted: bool, homely: bool) -> bool:
    """Not a field, an award, a sentence or a word that any article has in capitals.

    `homely` lets it begin with a word of which names of innovations are fond: Sekolah Sungai.
    """
    own = name.lower().split()
    if not own or len(own) > 12 or len(name) < 3:
        return False
    if " ".join(own) in words("not_names") or " ".join(own[:2]) in words("not_names"):
        return False
    fond = homely and len(own) > 1 and own[0] in words("homely")
    if not quoted and not fond and (own[0] in words("generic") or name.lower() in words("common")):
        return False
    if "award" in name.lower() or regex.search(r"(?:19|20)\d\d$", name):
        return False
    if load_lexicon().regions(name) or any(e.kind == "country" for e in load_lexicon().bodies(name)):
        return False
    return any(c.isalpha() for c in name) and not (quoted and name[-1] in "!?." and len(own) > 4)


def is_name_of_body(long: str) -> bool:
    first = long.split()[0].lower()
    return first in words("bodies")


def is_initials(pair: Acronym) -> bool:
    """A plain abbreviation, as institutions and laws have them."""
    initials = [w[0] for w in pair.long.split() if w[0].isupper()]
    return pair.short.upper().removesuffix("S") in ("".join(initials), "".join(initials).removesuffix("S"))


def owner_after(view: str, at: int, agencies: Mapping[int, Agency]) -> Agency | None:
    """The institution that is told to own what ends at a place: `milik Dinas X`, `- RSUD Y`."""
    m = _owning().match(view, at)
    while m:
        if agency := agencies.get(m.end()):
            return agency
        m = _owning().match(view, m.end()) if m["more"] is not None else None
    told = _TOLD_OF.match(view, at)
    return agencies.get(told.end()) if told else None


@cache
def _owning() -> regex.Pattern[str]:
    owning = "|".join(sorted(map(regex.escape, words("owning")), key=len, reverse=True))
    return regex.compile(
        rf",? (?:yang )?(?:juga )?(?:{owning})(?:nya)?(?P<more>(?: oleh| dari| tim| warga)?) "
    )


def in_headline(view: str, start: int) -> bool:
    """Whether nearly every word of a line without a full stop begins with a capital."""
    line = view.rfind("\n", 0, start) + 1
    stop = view.find("\n", start)
    end = stop if stop >= 0 else len(view)
    if view[line:end].rstrip(" \"')")[-1:] in {".", "!", "?", ":", ";", ","}:
        return False
    found = WORD.findall(view, line, end)[:40]
    return len(found) > 4 and sum(w[0].islower() for w in found) * 5 < len(found)


def shape_of(name: str) -> str:
    """quoted, caps, title, single, or nothing of these."""
    if name[:1] in "\"'" and name[-1:] in "\"'":
        return "quoted" if len(name.split()) < 13 and any(c.isupper() for c in name) else ""
    found = WORD.findall(name)
    letters = [w for w in found if any(c.isalpha() for c in w)]
    if letters and all(w.isupper() for w in letters):
        vowels = [sum(c in "AEIOUY" for c in w) for w in letters]
        if len(letters) > 1:
            return "caps" if all(vowels) and sum(vowels) > 2 else ""
        return "caps" if len(letters[0]) > 3 and vowels[0] > 1 and not _is_common(letters[0]) else ""
    if not found or not found[0][0].isupper():
        return ""
    return "title" if len(letters) > 1 else "single"


def _is_common(word: str) -> bool:
    return word.lower() in words("common")


def pieces(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """A run of capitals cut where its kind changes, a place follows, or another name is joined to it."""
    if view[start] in "\"'":
        return [(start, end)]
    end = loud_part(view, start, end)
    if (at := view.find(" di ", start, end)) > 0:
        end = at
    return joined(view, start, end)


def loud_part(view: str, start: int, end: int) -> int:
    """Where the words in capitals that a run begins with end: *PAK TANI* dari Dinas X."""
    found = list(WORD.finditer(view, start, end))
    loud = next((n for n, w in enumerate(found) if not w[0].isupper() and not w[0].isdigit()), len(found))
    if 0 < loud < len(found) and (loud > 1 or found[0].end() - start > 4):
        return found[loud - 1].end()
    return end


def joined(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """Two names that `dan` joins, where each is told apart by its shape: two words, or capitals."""
    at = view.find(" dan ", start, end)
    if at < 0:
        return [(start, end)]
    both = [(start, at), (at + 5, end)]
    return both if all(shape_of(view[a:b]) in {"caps", "title"} for a, b in both) else [(start, end)]
