"""One pass of an automaton over an article: gazetteer names and the heads of the name grammar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs
import regex

from anugerah.lexicon import LEVELS, Entry, Neighbours, key, load_lexicon
from anugerah.rulebook import Rule, Rulebook, load_rulebook

KEYS = frozenset(
    {"heads", "kind", "carries", "takes", "keeps", "as_written", "private", "typos", "unnamed", "tail_first"}
)
"""What a rule of the agencies rulebook may say beside its pattern."""

_MINISTRY = ("kementerian", "kementrian", "kemen", "kem")
_LEGAL_FORM = regex.compile(r"^PT | \((?:Persero|Perseroda)\)| Tbk$")
_WORD = regex.compile(r"\w{3,24}")
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
    country: bool = False
    again: str = ""
    spelling: str = ""


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
    country: bool = False
    again: str = ""


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
        for head in _MINISTRY:
            self._term(head).ministry = True
        self._add_regions()
        self._add_bodies(
            tuple(f"{head} " for rule in book.rules for head in book.lists[rule.options["heads"]])
        )
        for rule in book.rules:
            for head in book.lists[rule.options["heads"]]:
                term = self._term(head.lower())
                term.rules = (*term.rules, rule)
                term.spellings = (*term.spellings, head)
        for level in LEVELS:
            for word in book.lists[f"{level}_governments"]:
                self._term(word).government = level
        self._term("pemda").government = "any"
        for word in book.lists["again"]:
            for pointer in book.lists["pointers"]:
                self._term(f"{word} {pointer}").again = word
        for generic in book.lists["generic"]:
            self._term(generic.lower()).generic = True
        self.heads = frozenset(name for name, term in self._terms.items() if term.rules)
        self._values = list(self._terms.values())
        self._heads_meant = dict.fromkeys(book.lists["no_typos"], "")
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(self._terms),
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            implementation=ahocorasick_rs.Implementation.DFA,
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
                    names[name.lower()] = plain, contextual and name in entry.contextual
                    words = name.split()
                    if len(words) == 2 and len(name) > 9:
                        names.setdefault("".join(words).lower(), ("".join(words).capitalize(), False))
                    if len(words) == 3:
                        fused = f"{''.join(words[:2]).capitalize()} {words[2]}"
                        names.setdefault(fused.lower(), (fused, False))
        for lowered, (name, contextual) in names.items():
            term = self._term(lowered)
            term.regions = lexicon.regions(name)
            term.spellings = (*term.spellings, name)
            term.contextual = contextual

    def _add_bodies(self, heads: tuple[str, ...]) -> None:
        for entry in load_lexicon().entries.values():
            if entry.table == "regions":
                continue
            names = entry.aliases
            if entry.table != "units":
                names = (entry.name, entry.name.removesuffix(" Republik Indonesia"), *names)
            if entry.table == "companies":
                names = (*names, _plain_name(entry.name))
            for name in dict.fromkeys(names):
                if key(name).startswith("kemen"):
                    continue
                if entry.table == "units" and name.startswith(heads):
                    continue
                if name in entry.contextual and " " not in name and not name.isupper():
                    continue
                term = self._term(name.lower())
                alone = name not in entry.contextual or " " in name
                term.contextual = not alone and (not term.spellings or term.contextual)
                term.spellings = (*term.spellings, name)
                term.country = entry.kind == "country"

    def scan(self, view: str) -> list[Hit]:
        """Hits in order of their start; none overlap. Case and word boundaries are right."""
        hits, terms, size = [], self._values, len(view)
        for index, start, end in self._automaton.find_matches_as_indexes(lower(view)):
            term = terms[index]
            first = view[start]
            if start and view[start - 1].isalnum() and not (first.isupper() and view[start - 1].islower()):
                continue
            if end < size and view[end].isalnum() and view[end - 1].isalnum() and not term.ministry:
                shorter = self._shorter(view[start:end].lower())
                if not shorter:
                    continue
                term, end = self._terms[shorter], start + len(shorter)
            if term.ministry and not _is_ministry(view, start):
                continue
            hit = _hit(term, start, end, view[start:end])
            if hit:
                hits.append(hit)
        return hits

    def _shorter(self, name: str) -> str:
        """The longest name of whole words that a name cut off within a word begins with."""
        while name := name.rpartition(" ")[0]:
            if name in self._terms:
                return name
        return ""

    def misspelt(self, view: str) -> Iterator[tuple[int, int, str]]:
        """Capitalised words one edit away from a head: start, end, and the head in lower case."""
        for word in {w for w in _CAPITALISED.findall(view) if self._meant(w)}:
            for m in regex.finditer(rf"\b{word}\b", view):
                yield m.start(), m.end(), self._meant(word)

    def _meant(self, word: str) -> str:
        """The head that a capitalised word was meant to be, or nothing."""
        known = self._heads_meant.get(word)
        if known is None:
            lowered = word.lower()
            known = "" if lowered in self._terms else self._typos.nearest(lowered) or ""
            if len(self._heads_meant) < 1 << 16:
                self._heads_meant[word] = known
        return known

    def rules(self, head: str) -> tuple[Rule, ...]:
        """The rules that a head in lower case starts."""
        return self._terms[head].rules


def _plain_name(name: str) -> str:
    """A company's name as the press writes it, without its legal form; all of it if little is left."""
    plain = _LEGAL_FORM.sub("", name)
    return plain if len(plain) > 4 else name


def lower(view: str) -> str:
    """Lower case of the same length."""
    lowered = view.lower()
    return (
        lowered
        if len(lowered) == len(view)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in view)
    )


def _is_ministry(view: str, start: int) -> bool:
    """True of `Kementerian`, `Kemenkes` and `Kemdikbud`, not of other words in Kem-."""
    if not view[start].isupper():
        return False
    m = _WORD.match(view, start)
    word = key(m[0]) if m else ""
    return word in {"kemen", "kemenko"} or word[:8] in _ministry_stems()


@cache
def _ministry_stems() -> frozenset[str]:
    names = (n for e in load_lexicon().entries.values() if e.kind == "ministry" for n in (e.name, *e.aliases))
    return frozenset(k[:8] for k in map(key, names) if k.startswith("kemen"))


def _hit(term: _Term, start: int, end: int, written: str) -> Hit | None:
    if term.generic:
        return None
    if term.again:
        return Hit(start, end, again=term.again)
    if term.ministry:
        return Hit(start, end, rules=term.rules, ministry=True)
    if term.government:
        return Hit(start, end, government=term.government)
    fitting = next((s for s in term.spellings if _fits(written, s)), None)
    if fitting is None:
        if term.regions and written.islower():
            return Hit(start, end, regions=term.regions, contextual=True)
        return None
    return Hit(
        start,
        end,
        regions=term.regions,
        body="" if term.rules or term.regions else fitting,
        rules=term.rules,
        contextual=term.contextual,
        country=term.country,
        spelling=fitting,
    )


def _fits(written: str, spelling: str) -> bool:
    """A name stands as it is spelled, in capitals, or with capitals where it has them."""
    if written == spelling:
        return True
    words = spelling.split()
    if len(spelling) <= 3 or not (written[0].isupper() or (len(words) > 1 and not written.islower())):
        return False
    if written.isupper():
        return len(spelling) > 4
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
