"""Names of persons: what belongs to a name, and where one begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from anugerah.stages.officials.vocabulary import (
    HONOR,
    RANK,
    any_of,
    family_names,
    is_given,
    is_office_word,
    no_speakers,
    rules,
    spellings,
    words_of,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name on a page, with honorifics, rank and degrees around it.

    `start` and `end` include them, `name_start` and `name_end` do not; `rank` is the rank as read.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    degrees: str | None
    rank: str | None

    def words(self, view: str) -> list[str]:
        """The words of the name itself."""
        return view[self.name_start : self.name_end].split(" ")


_BEFORE = f"(?P<before>(?:(?:{RANK}|{HONOR})(?:[ ,]{{1,2}}|(?<=\\.))){{0,7}})"
_TOKEN = (
    rf"(?:{any_of(rules().lists['abbreviated'])}\.(?= \p{{Lu}})"
    r"|\p{Lu}\p{Ll}{1,20}(?:['-]\p{L}\p{Ll}{0,15}){0,2}"  # Amat, Ma'ruf, Al-Hakim
    r"|\p{Lu}'?\p{Lu}\p{Ll}{1,20}"  # DePari
    r"|\p{Lu}\.(?:\p{Lu}\.?){0,2}(?=[ ,]|$)"  # M., A.A
    r"|[IVX]{1,4}(?!\w)"
    r"|\p{Lu}{1,3}(?= \p{Lu}\p{Ll})"  # IB, AA
    r"|Mc\p{Lu}\p{Ll}{1,20})"
)
_PARTICLE = f"(?:{any_of(rules().lists['particles'])}\\.? )?"
_NAME = regex.compile(f"{_BEFORE}(?P<name>{_TOKEN}(?: {_PARTICLE}{_TOKEN}){{0,6}})(?!\\w)")
_SOMEWHERE = regex.compile(f"(?<![\\w@#.])(?=\\p{{Lu}}|dr[.gh ]|drg|apt){_NAME.pattern}")
_CAPITALS = regex.compile(
    rf"{_BEFORE}(?P<name>\p{{Lu}}[\p{{Lu}}']{{1,20}}(?: \p{{Lu}}[\p{{Lu}}'.]{{0,20}}){{1,5}})(?!\p{{L}})"
)
_DEGREE = regex.compile(r"[ ,.]{0,3}(?P<degree>\p{L}[\p{L}.]{0,11}(?:\([A-Z]\))?)(?: \([A-Z]\))?(?!\p{L})")
_FIRST = frozenset({", ", ". ", '" '})
"""What stands before a sentence or an apposition."""
_LEAST = 5
"""How many letters a name of one word has where little else says that it is one."""
_ITEM = regex.compile(r"\n\d{1,2}[.)] $")
_NOUN = regex.compile(r"(?:Ke|Pe)\p{Ll}{4,14}an|\p{Lu}\p{Ll}{3,14}(?:nya|kan)")
"""A word that begins a sentence: `Keberhasilan Amat Sari`, `Pemiliknya Amat Sari`."""


def read_name(view: str, at: int, limit: int | None = None) -> Name | None:
    """The name that begins at a place of the view, not reaching over `limit`."""
    end = len(view) if limit is None else limit
    m = _NAME.match(view, at, end)
    if not m or (m["name"].isupper() and "." not in m["name"]):
        m = _shouted(view, at, end) or m
    return _cut(view, m) if m else None


def name_before(view: str, end: int) -> Name | None:
    """The name that ends, degrees and all, right where a hinge begins."""
    at = max(0, end - 110)
    while m := _NAME.search(view, at, end):
        name = _cut(view, m)
        if name and name.end == end:
            return name
        at = max(at + 1, m.end("name") if name is None else min(name.end, m.end("name")))
    return None


def names_between(view: str, begin: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[Name]:
    """Everything that could be a name, in order, beside the sorted spans that are something else."""
    at, i = begin, 0
    while m := _SOMEWHERE.search(view, at, end):
        while i < len(taken) and taken[i][1] <= m.start():
            i += 1
        name = None
        if i == len(taken) or taken[i][0] >= m.end():
            name = _cut(view, m)
        elif taken[i][0] <= m.start("name"):
            at = max(taken[i][1], m.start() + 1)
            continue
        else:
            name = read_name(view, m.start(), taken[i][0])
        if name:
            yield name
            at = max(name.end, m.start() + 1)
        else:
            at = m.start("name") + len(m["name"].partition(" ")[0])


def in_text(view: str, base: int, name: Name) -> Name | None:
    """A name of the headline as far as the text, from `base` on, has it too: headlines go on in capitals."""
    if name.start >= base:
        return name
    end = name.name_end
    while end > name.name_start:
        if view.find(view[name.name_start : end], base) >= 0:
            return name if end == name.name_end else replace(name, end=end, name_end=end, degrees=None)
        end = max(view.rfind(" ", name.name_start, end), name.name_start)
    return None


def is_person(view: str, name: Name) -> bool:
    """True if what could be a name has a given name, follows a role, or does what persons do."""
    words = [w.lower() for w in name.words(view)]
    known = sum(is_given(w) for w in words)
    if name.start == name.name_start and _names_thing(view, name):
        return False
    if len(words) == 1:
        return (
            _is_called(view, name)
            or _speaks(view, name)
            or (known > 0 and (_is_introduced(view, name) or _acts(view, name) or _is_named(view, name)))
        )
    if _begins_given(words) or known > 1 or words[-1] in family_names():
        return True
    return _is_introduced(view, name) or (known > 0 and (_is_doing(view, name) or _is_item(view, name)))


def _begins_given(words: list[str]) -> bool:
    """True where the first word that is no initial and no `La`, `Ni`, `Lalu` is a given name."""
    first = next((w for w in words if not (w.endswith(".") or len(w) == 1 or w in words_of("leading"))), None)
    return is_given(words[0]) or (first is not None and is_given(first))


def _names_thing(view: str, name: Name) -> bool:
    """True of a name that a bridge, a street, a hospital or a cup bears."""
    return _pattern("thing").search(view, max(0, name.start - 14), name.start) is not None


def _is_introduced(view: str, name: Name) -> bool:
    """True after an honorific, rank or role, or before degrees."""
    if name.start < name.name_start or name.degrees or name.rank:
        return True
    return _pattern("role").search(view, max(0, name.start - 24), name.start) is not None


def _speaks(view: str, name: Name) -> bool:
    """True of one word after `kata`, `ujar`, `menurut` that is the name of no place and no institution."""
    word = view[name.name_start : name.name_end]
    if not word[1:].islower() or word.lower() in no_speakers():
        return False
    said = _pattern("speaking").search(view, max(0, name.start - 14), name.start)
    return said is not None and _pattern("spoken").match(view, name.end) is not None


def _is_called(view: str, name: Name) -> bool:
    """True after `bernama`, or as an item of a list with something in brackets after it."""
    if _pattern("called").search(view, max(0, name.start - 14), name.start):
        return True
    return view.startswith(" (", name.end) and _is_item(view, name)


def _is_item(view: str, name: Name) -> bool:
    """True of what begins an item of a numbered list."""
    return _ITEM.search(view, max(0, name.start - 5), name.start) is not None


def _is_doing(view: str, name: Name) -> bool:
    return _pattern("acting").match(view, name.end) is not None


def _acts(view: str, name: Name) -> bool:
    """True in apposition or first in its sentence before what persons do: `Amat mengaku`."""
    first = name.start == 0 or view[name.start - 1] == "\n" or view[name.start - 2 : name.start] in _FIRST
    return first and _is_doing(view, name)


def _is_named(view: str, name: Name) -> bool:
    """True of a given name where names of winners stand: `Juara III : Amat, Desa Rejo`."""
    if name.name_end - name.name_start < _LEAST or _pattern("named_ends").match(view, name.end) is None:
        return False
    return _pattern("named").search(view, max(0, name.start - 20), name.start) is not None


def _shouted(view: str, at: int, end: int) -> regex.Match[str] | None:
    """A name in capitals throughout; one of its words must be a known given name."""
    m = _CAPITALS.match(view, at, end)
    return m if m and any(is_given(w.lower()) for w in m["name"].split()) else None


def _cut(view: str, m: regex.Match[str]) -> Name | None:
    """The name of a match without what only looks like one, and with the degrees after it."""
    words = m["name"].split(" ")
    keep, stops = int(_is_given_too(words)), words_of("stops")
    while keep < len(words) and words[keep].lower().rstrip(".") not in stops:
        if keep and len(words[keep]) > 1 and (_is_degree(words[keep]) or _is_noun(words[keep])):
            break
        keep += 1
    while keep and (words[keep - 1] in words_of("particles") or words[keep - 1].endswith("-")):
        keep -= 1
    if _is_noun(words[0]) or is_office_word(words[0]) or words[0].lower() in words_of("things"):
        return None
    if not keep or (keep == 1 and (len(words[0]) < 3 or words[0].endswith("."))):
        return None
    start = m.start("name")
    end = name_end = start + len(" ".join(words[:keep]))
    before = m.start()
    if before == start and keep > 2 and _opens(view, start, words):
        start = before = start + len(words[0]) + 1
    while (d := _DEGREE.match(view, end)) and _is_degree(d["degree"]):
        end = d.end()
    degrees = view[name_end:end].strip(" ,") or None
    if degrees and view[end : end + 1] == "." and "." in degrees.rpartition(",")[2]:
        end, degrees = end + 1, degrees + "."
    return Name(before, end, start, name_end, degrees, m["rank"])


def _opens(view: str, start: int, words: list[str]) -> bool:
    """True where an everyday word begins the sentence before a name: `Tangan Amat Sari bergetar`."""
    if start and view[start - 1] != "\n" and view[start - 2 : start] not in _FIRST - {", "}:
        return False
    first, second = words[0].lower(), words[1].lower()
    known = is_given(first) or first in family_names() or first in words_of("leading")
    return not known and len(first) > 3 and first.isalpha() and is_given(second)


def _is_given_too(words: list[str]) -> bool:
    """True where the first word is a given name as well as an everyday word: `Hari Pramudya`."""
    first, second = words[0].lower(), words[1].lower() if len(words) > 1 else ""
    return (
        first in words_of("stops")
        and is_given(first)
        and second not in words_of("stops")
        and (is_given(second) or second in family_names())
    )


def _is_noun(word: str) -> bool:
    """True of a word made by Indonesian grammar, which no name goes on with: `Kepolisian`, `Diremehkan`."""
    return _NOUN.fullmatch(word) is not None and not is_given(word.lower())


def _is_degree(word: str) -> bool:
    written, plain = _degrees()
    word = word.rstrip(".")
    return word in written or ("." in word and word.replace(".", "").upper() in plain)


@cache
def _degrees() -> tuple[frozenset[str], frozenset[str]]:
    """Degrees as they are written, and with their dots gone."""
    written = frozenset(d.rstrip(".") for d in spellings("degree"))
    return written, frozenset(d.replace(".", "").replace(" ", "").upper() for d in written)


@cache
def _pattern(name: str) -> regex.Pattern[str]:
    return rules().rule(f"officials.{name}").pattern
