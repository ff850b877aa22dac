"""The words of titles: gazetteer/titles.csv, the offices of the lexicon, given names, word lists."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import regex
from ahocorasick_rs import AhoCorasick, Implementation

from anugerah.errors import DataError
from anugerah.lexicon import load_lexicon
from anugerah.rulebook import Rulebook, load_rulebook

KINDS = frozenset({"office", "status", "honorific", "degree_before", "degree", "rank", "service"})
SCOPES = frozenset({"", "as_read", "state", "region", "place", "village", "body"})


_NAMED_AFTER_WORK = frozenset({"ministry", "state_agency", "agency", "organisation", "police", "court"})
_CAPITALIZED = regex.compile(r"(?<!\w)\p{Lu}\p{Ll}{3,}(?!\w)")
_DERIVED = regex.compile(r"(?:ke|pe)\p{Ll}{4,14}an|\p{Ll}{3,14}(?:asi|itas|logi|nomi|isme)")
"""What nouns of offices look like: `keamanan`, `pengawasan`, `rehabilitasi`."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of gazetteer/titles.csv: an office, status word, honorific, degree, rank or service.

    `scope` says what follows an office: `state` nothing, `region` a region, `place` a region or any
    place, `village` a district or village, `body` an institution or a field. A rank that is `as_read` is not
    spelled out.
    """

    name: str
    kind: str
    aliases: tuple[str, ...]
    scope: str


@cache
def title_rows() -> tuple[Row, ...]:
    """The rows of gazetteer/titles.csv, checked; DataError A212 or A216 names file, line and remedy."""
    rows = []
    source = files("anugerah.gazetteer") / "titles.csv"
    for i, cells in enumerate(csv.DictReader(source.read_text(encoding="utf-8").splitlines()), 2):
        if not (cells["id"] and cells["name"] and cells["source"]):
            raise DataError(
                "A212",
                "a row without id, name or source",
                remedy="fill them",
                file="titles.csv",
                line=i,
            )
        if cells["kind"] not in KINDS or cells["scope"] not in SCOPES:
            raise DataError(
                "A216",
                f"unknown kind {cells['kind']!r} or scope {cells['scope']!r}",
                remedy=f"use one of {', '.join(sorted(KINDS))} and one of {', '.join(sorted(SCOPES))}",
                file="titles.csv",
                line=i,
            )
        aliases = tuple(a for a in cells["aliases"].split("|") if a)
        rows.append(Row(cells["name"], cells["kind"], aliases, cells["scope"]))
    return tuple(rows)


def spellings(*kinds: str) -> list[str]:
    """Every name and alias of the kinds."""
    return [n for r in title_rows() if r.kind in kinds for n in (r.name, *r.aliases)]


@cache
def given_names() -> frozenset[str]:
    """Common given names, in lower case."""
    return _names("given_names")


@lru_cache(maxsize=1 << 15)
def is_given(word: str) -> bool:
    """True of a word in lower case that is a given name, spells one otherwise, or is built like one."""
    if word in given_names():
        return True
    if len(word) < _LEAST or word in words_of("no_given") or not word.isalpha():
        return False
    return (
        fold_name(word) in _folded()
        or rules().rule("officials.given_shape").pattern.fullmatch(word) is not None
    )


_LEAST = 6
"""How many letters a name has at least that no list spells so: shorter ones are like too many words."""
_DOUBLED = regex.compile(r"(\p{L})\1{1,3}")


def fold_name(word: str) -> str:
    """What the spellings of one name share: `Soetjipto` and `Sucipto`, `Choirunnisah` and `Khoirunisa`."""
    for written, plain in rules().settings["same_sound"]:
        word = word.replace(written, plain)
    return _DOUBLED.sub(r"\1", word).removesuffix("h")


@cache
def _folded() -> frozenset[str]:
    return frozenset(map(fold_name, given_names()))


@cache
def family_names() -> frozenset[str]:
    """Family names and names that come last, in lower case."""
    return _names("family_names")


def _names(table: str) -> frozenset[str]:
    text = (files("anugerah.gazetteer") / f"{table}.csv").read_text(encoding="utf-8")
    return frozenset(row["name"] for row in csv.DictReader(text.splitlines()))


@cache
def office_words() -> frozenset[str]:
    """What institutions and their fields are named with, in lower case: no word of it begins a name."""
    bodies = (e for e in load_lexicon().entries.values() if e.table != "clubs")
    names = (e.name for e in bodies if e.kind in _NAMED_AFTER_WORK)
    words = {w.lower() for name in names for w in _CAPITALIZED.findall(name)}
    return frozenset(words | set(rules().lists["office_words"])) - given_names() - words_of("leading")


def is_office_word(word: str) -> bool:
    """True of a word in capitals or not that belongs to an office rather than to a name."""
    low = word.lower()
    return low in office_words() or (_DERIVED.fullmatch(low) is not None and not is_given(low))


@cache
def no_speakers() -> frozenset[str]:
    """Words in lower case that are said to speak and are no persons: places, institutions, pronouns."""
    names = (n for e in load_lexicon().entries.values() for n in (e.name, e.short, *e.aliases))
    return frozenset(w.lower() for n in names for w in n.split()) | words_of("no_speakers")


@cache
def rules() -> Rulebook:
    """The words of rules/officials.toml."""
    return load_rulebook("officials")


@cache
def words_of(name: str) -> frozenset[str]:
    """One of the lists of rules/officials.toml as a set."""
    return frozenset(rules().lists[name])


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, whether they end in a dot or not."""
    bare = {w.rstrip(".") for w in words}
    return "(?:" + "|".join(sorted(map(regex.escape, bare), key=len, reverse=True)) + ")"


_SERVICE = f"(?:[ .]{{1,2}}\\(?{any_of(rules().lists['services'])}\\.?\\)?(?![\\w']))"
_HONORS = {h for s in spellings("honorific", "degree_before") for h in (s, s.upper() if len(s) < 6 else s)}
RANK = f"(?P<rank>(?:{any_of(spellings('rank'))})(?!\\w)\\.?{_SERVICE}{{0,4}})"
HONOR = f"(?:{any_of(_HONORS)}(?![\\w'])\\.?)"
_PREFIXED = regex.compile(f"(?:{RANK}|{HONOR})(?:[ ,]|(?<=\\.))")


def has_prefix(view: str, at: int) -> bool:
    """True if an honorific, a degree or a rank stands here before a name."""
    return _PREFIXED.match(view, at) is not None


_POSSESSED = regex.compile(r"nya(?!\w)")


class _Offices:
    """An automaton over every spelling of every office and rank."""

    def __init__(self) -> None:
        rows: dict[str, Row] = {}
        for row in title_rows():
            if row.kind in {"office", "rank"}:
                for name in (row.name, *row.aliases):
                    rows.setdefault(name.lower(), row)
        for entry in load_lexicon().entries.values():
            for head in (entry.head, *entry.head_aliases):
                if head and len(head) > 3:
                    rows.setdefault(head.lower(), Row(entry.head or head, "office", (), "body"))
            if entry.kind == "ministry":
                for head in entry.head_aliases:
                    deputy = Row(f"Wakil {entry.head}", "office", (), "body")
                    rows.setdefault(f"wa{head}".lower(), deputy)
        rows.update((phrase, Row(phrase, "blocked", (), "")) for phrase in rules().lists["no_offices"])
        self.rows = list(rows.values())
        self.automaton = AhoCorasick(list(rows), implementation=Implementation.DFA)

    def __call__(self, view: str) -> list[tuple[int, int, Row]]:
        """Where offices and ranks stand as whole words: the longest at each place, none in another."""
        low = view.lower()
        if len(low) != len(view):
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in view)
        whole = [
            (start, -end, i)
            for i, start, end in self.automaton.find_matches_as_indexes(low, overlapping=True)
            if not (start and (view[start - 1].isalnum() or view[start - 1] in "@#"))
            and not (end < len(view) and view[end].isalnum() and not _POSSESSED.match(view, end))
        ]
        out: list[tuple[int, int, Row]] = []
        for start, minus_end, i in sorted(whole):
            if not out or start >= out[-1][1]:
                out.append((start, -minus_end, self.rows[i]))
        return [hit for hit in out if hit[2].kind != "blocked"]


@cache
def offices() -> _Offices:
    """The automaton of offices, built once a process."""
    return _Offices()
