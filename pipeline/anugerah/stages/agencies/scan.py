"""One pass of an automaton over an article: gazetteer names and the heads of the name grammar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs
import regex

from anugerah.lexicon import LEVELS, Entry, key, load_lexicon
from anugerah.rulebook import Rule, Rulebook, load_rulebook

KEYS = frozenset({"heads", "kind", "carries", "takes", "keeps", "private", "typos", "tail", "tail_first"})
"""What a rule of the agencies rulebook may say beside its pattern."""

_MINISTRY = ("kementerian", "kementrian", "kemen", "kem")
_CAPITALISED = regex.compile(r"\b\p{Lu}\p{Ll}{4,13}\b")


@dataclass(frozen=True, slots=True)
class Hit:
    """What the automaton found: a stretch, and what can stand there."""

    start: int
    end: int
    regions: tuple[Entry, ...] = ()
    body: str = ""
    rules: tuple[Rule, ...] = ()
    ministry: bool = False
    contextual: bool = False
    government: str | None = None


class Neighbours:
    """Words, and what is one edit away from them: a letter lost, doubled, wrong or swapped."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._cut: dict[str, str] = {}
        for word in self.words:
            for i in range(len(word)):
                self._cut.setdefault(word[:i] + word[i + 1 :], word)

    def nearest(self, word: str) -> str | None:
        """The word that this one is or was meant to be, or None."""
        if word in self.words:
            return word
        if word in self._cut:
            return self._cut[word]
        for i in range(len(word)):
            cut = word[:i] + word[i + 1 :]
            if cut in self.words:
                return cut
            if cut in self._cut and abs(len(self._cut[cut]) - len(word)) == 0:
                return self._cut[cut]
        return None


@dataclass(slots=True)
class _Term:
    """What one lower-case string of the automaton stands for."""

    regions: tuple[Entry, ...] = ()
    spellings: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    ministry: bool = False
    contextual: bool = False
    generic: bool = False
    government: str | None = None


class Scanner:
    """The automaton over every name and head, and the one-edit neighbours of heads."""

    def __init__(self, book: Rulebook) -> None:
        self._terms: dict[str, _Term] = {}
        typos = [
            head.lower()
            for rule in book.rules
            if rule.options.get("typos")
            for head in book.lists[rule.options["heads"]]
            if " " not in head
        ]
        self._typos = Neighbours(typos)
        for term in _MINISTRY:
            self._term(term).ministry = True
        self._add_regions()
        self._add_bodies()
        for rule in book.rules:
            for head in book.lists[rule.options["heads"]]:
                term = self._term(head.lower())
                term.rules = (*term.rules, rule)
                term.spellings = (*term.spellings, head)
        for level in LEVELS:
            for word in book.lists[f"{level}_governments"]:
                self._term(word).government = level
        self._term("pemda").government = "any"
        for words in book.lists["generic"]:
            self._term(words.lower()).generic = True
        self._strings = list(self._terms)
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._strings, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def _term(self, name: str) -> _Term:
        return self._terms.setdefault(name, _Term())

    def _add_regions(self) -> None:
        lexicon = load_lexicon()
        names: dict[str, tuple[str, bool]] = {}
        for entry in lexicon.entries.values():
            if entry.table == "regions":
                for name in (entry.short, *entry.aliases):
                    plain, contextual = names.get(name.lower(), (name, True))
                    names[name.lower()] = (plain, contextual and name in entry.contextual)
                    words = name.split()
                    if len(words) == 2 and len(name) > 9:
                        names.setdefault("".join(words).lower(), ("".join(words).capitalize(), False))
        for lowered, (name, contextual) in names.items():
            term = self._term(lowered)
            term.regions = lexicon.regions(name)
            term.spellings = (*term.spellings, name)
            term.contextual = contextual

    def _add_bodies(self) -> None:
        for entry in load_lexicon().entries.values():
            if entry.table == "regions":
                continue
            names = entry.aliases if entry.table == "units" else (entry.name, *entry.aliases)
            for name in names:
                if key(name).startswith("kemen"):
                    continue
                if name in entry.contextual and (len(name) <= 4 or not name.isupper()):
                    continue
                term = self._term(name.lower())
                term.spellings = (*term.spellings, name)

    def scan(self, view: str) -> Iterator[Hit]:
        """Hits in order of their start; none overlap. Case and word boundaries are right."""
        for index, start, end in self._automaton.find_matches_as_indexes(lower(view)):
            name = self._strings[index]
            term = self._terms[name]
            if term.generic or (start and _inside(view[start - 1], view[start])):
                continue
            if end < len(view) and view[end - 1].isalnum() and _joined(view[end]):
                if not term.ministry:
                    continue
            written = view[start:end]
            if term.ministry:
                if view[start].isupper():
                    yield Hit(start, end, rules=term.rules, ministry=True)
                continue
            if term.government:
                yield Hit(start, end, government=term.government)
                continue
            fitting = [s for s in term.spellings if _fits(written, s)]
            if not fitting:
                if not (term.regions and written.islower()):
                    continue
                yield Hit(start, end, regions=term.regions, contextual=True)
                continue
            regions = term.regions
            yield Hit(
                start,
                end,
                regions=regions,
                body="" if term.rules or regions else fitting[0],
                rules=term.rules,
                contextual=term.contextual,
            )

    def misspelt(self, view: str) -> Iterator[tuple[int, int, str]]:
        """Capitalised words one edit away from a head: start, end, and the head in lower case."""
        for m in _CAPITALISED.finditer(view):
            word = m[0].lower()
            if word in self._terms:
                continue
            head = self._typos.nearest(word)
            if head:
                yield m.start(), m.end(), head

    def rules(self, head: str) -> tuple[Rule, ...]:
        """The rules that a head in lower case starts."""
        return self._terms[head].rules


def lower(view: str) -> str:
    """Lower case of the same length."""
    lowered = view.lower()
    return lowered if len(lowered) == len(view) else "".join(c.lower() if len(c.lower()) == 1 else c for c in view)


def _inside(before: str, first: str) -> bool:
    return before.isalnum() and (before.islower() == first.islower() or before.isdigit())


def _joined(after: str) -> bool:
    return after.isalnum()


def _fits(written: str, spelling: str) -> bool:
    """A name stands as it is spelled, in capitals, or with capitals where it has them."""
    if written == spelling:
        return True
    if len(spelling) <= 3 or not written[0].isupper():
        return False
    if written.isupper():
        return len(spelling) > 4
    words = spelling.split()
    if len(words) == 1:
        return len(spelling) > 4 or not spelling.isupper()
    return all(w == s for w, s in zip(written.split(), words, strict=False) if s.isupper() and len(s) > 1)


@cache
def rulebook() -> Rulebook:
    """The rulebook of the stage."""
    return load_rulebook("agencies", KEYS)


@cache
def scanner() -> Scanner:
    """The automaton, built once a process."""
    return Scanner(rulebook())
