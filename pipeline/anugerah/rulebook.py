"""The rulebook: reads rules/*.toml and checks it; a pattern is compiled when it is first tried.

A rule file has up to four parts:

    [lists]       word lists; `{weekday}` in a pattern is any of them, longest first
    [fragments]   pieces of pattern; `{day}` in a pattern is the piece
    [settings]    numbers and words that the stage reads
    [[rule]]      id, pattern or terms (words, or the name of a list), examples, counterexamples,
                  and the keys that the stage knows

Examples carry inline markup: `di Jakarta, <match>Selasa (21/11)</match>` or, by the names of groups,
`<recipient>Pemkab Sukamaju</recipient> meraih ...`. They run as tests. Every repeat is bounded.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Protocol

import regex
from ahocorasick_rs import AhoCorasick, Implementation

from anugerah.errors import DataError
from anugerah.page import SAME

TIMEOUT = 2.0
"""Seconds that one search of one rule may take on one article before it counts as hung."""

_COMMON = {"id", "pattern", "terms", "flags", "needs", "examples", "counterexamples", "note"}
_PLACEHOLDER = regex.compile(r"(?<!\\)\{([a-z_][a-z0-9_]*)\}")
_GROUP = regex.compile(r"\(\?P<([a-z_0-9]+)>")
_TAG = regex.compile(r"<(/?)([a-z_][a-z0-9_]*)>")
_UNBOUNDED = regex.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\d*,\}|\{\d+(?:,\d+)?\}\+?|\?\+|[*+]")


class _Readable(Protocol):
    def read_text(self, encoding: str) -> str: ...


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule: an id that reaches the record, the source of a pattern, and what its stage knows of it.

    `source` is the pattern with all its pieces, to be compiled with `flags`. `needs` are lower-case
    literals of which one must stand in the text before the pattern is tried. A rule of `terms` is
    found by `Rulebook.scan`, all such rules of a book in one pass.
    """

    id: str
    source: str
    flags: int
    terms: tuple[str, ...]
    needs: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    options: Mapping[str, Any]
    file: str
    line: int

    @property
    def pattern(self) -> regex.Pattern[str]:
        """The pattern, compiled once a process; DataError A206 if the source is none."""
        try:
            return _compiled(self.source, self.flags)
        except regex.error as error:
            raise DataError(
                "A206",
                f"{self.id}: no pattern: {error}",
                remedy="mend the pattern",
                file=self.file,
                line=self.line,
            ) from error

    @property
    def groups(self) -> tuple[str, ...]:
        """The names of the pattern's groups, in order."""
        return tuple(dict.fromkeys(_GROUP.findall(self.source)))

    def matches(self, view: str) -> list[regex.Match[str]]:
        """Matches in a view, in order, whatever the rule needs."""
        return list(self.pattern.finditer(view, timeout=TIMEOUT))

    def find(self, view: str) -> list[regex.Match[str]]:
        """Matches in a view, in order; none are tried where no needed literal stands."""
        lowered = view.lower() if self.needs else view
        return self.matches(view) if not self.needs or any(n in lowered for n in self.needs) else []

    def failures(self) -> Iterator[str]:
        """What the examples and counterexamples say that the pattern does not do."""
        for example in self.examples:
            text, marks = parse_markup(example)
            view = text.translate(SAME)
            wanted = {name: (start, end) for name, start, end in marks}
            found = [{n: m.span(0 if n == "match" else n) for n in wanted} for m in self.find(view)]
            if wanted not in found:
                got = [{n: text[s:e] for n, (s, e) in f.items() if s >= 0} for f in found]
                yield f"{self.file}:{self.line}: {self.id}: not found as marked: {example!r}; got {got}"
        for counterexample in self.counterexamples:
            for hit in self.find(counterexample.translate(SAME))[:1]:
                yield (
                    f"{self.file}:{self.line}: {self.id}: found {hit.group()!r} "
                    f"in the counterexample {counterexample!r}"
                )


@dataclass(frozen=True, slots=True)
class Rulebook:
    """One rule file, checked."""

    name: str
    rules: tuple[Rule, ...]
    lists: Mapping[str, tuple[str, ...]]
    fragments: Mapping[str, str]
    settings: Mapping[str, Any]

    def rule(self, id: str) -> Rule:
        """The rule of an id; KeyError if there is none."""
        for rule in self.rules:
            if rule.id == id:
                return rule
        raise KeyError(id)

    def tried(self, lowered: str) -> list[Rule]:
        """The rules with a pattern that has no needs, or a need that stands in a view in lower case."""
        owners, automaton = _automaton(self.rules, needs=True)
        hit = {owners[i] for i, _, _ in automaton.find_matches_as_indexes(lowered, overlapping=True)}
        return [r for n, r in enumerate(self.rules) if not r.terms and (n in hit or not r.needs)]

    def scan(self, view: str) -> Iterator[tuple[Rule, int, int]]:
        """Where the terms of the rules stand as whole words, in any case, the longest of each place."""
        owners, automaton = _automaton(self.rules)
        reached = 0
        hits = automaton.find_matches_as_indexes(view.lower(), overlapping=True)
        for i, start, end in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
            if start >= reached and _is_whole(view, start, end):
                reached = end
                yield self.rules[owners[i]], start, end

    def words(self, name: str) -> regex.Pattern[str]:
        """A pattern for any word of a list, whole and in any case."""
        return _whole_words(self.lists[name])


def parse_markup(example: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Text and marks of an example: `a <x>b</x>` gives `a b` and `[("x", 2, 3)]`."""
    text, last = "", 0
    marks: list[tuple[str, int, int]] = []
    opened: dict[str, int] = {}
    for tag in _TAG.finditer(example):
        text += example[last : tag.start()]
        last = tag.end()
        if tag[1]:
            marks.append((tag[2], opened.pop(tag[2]), len(text)))
        else:
            opened[tag[2]] = len(text)
    return text + example[last:], marks


@cache
def load_rulebook(name: str, keys: frozenset[str] = frozenset()) -> Rulebook:
    """The rulebook `rules/{name}.toml`, with the keys that its stage allows in a rule."""
    return read_rulebook(name, files("anugerah.rules") / f"{name}.toml", keys)


def rulebook_files() -> list[Traversable]:
    """The rule files that there are."""
    found = (f for f in files("anugerah.rules").iterdir() if f.name.endswith(".toml"))
    return sorted(found, key=lambda f: f.name)


def read_rulebook(name: str, source: _Readable, keys: frozenset[str] | None = frozenset()) -> Rulebook:
    """Read and check one rule file; DataError A201 to A206 names file, line and remedy.

    `keys` are those that the file's stage knows; with None, for tools that know no stage, any will do.
    Patterns are checked for unbounded repeats and unknown pieces; what else is wrong with one is
    told when it is first compiled, by `Rule.failures` at the latest.
    """
    file = Path(str(source)).name
    text = source.read_text(encoding="utf-8")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError("A201", f"not TOML: {error}", remedy="mend the syntax", file=file) from error
    unknown = set(data) - {"lists", "fragments", "settings", "rule"}
    if unknown:
        raise DataError(
            "A202",
            f"unknown parts {sorted(unknown)}",
            remedy="use [lists], [fragments], [settings] and [[rule]]",
            file=file,
        )
    lists = {k: tuple(v) for k, v in data.get("lists", {}).items()}
    pieces = {k: _any_of(v) for k, v in lists.items()}
    for key, piece in data.get("fragments", {}).items():
        pieces[key] = f"(?:{_expand(piece, pieces, file, _line_of(text, key))})"
    lines = iter(i for i, line in enumerate(text.split("\n"), 1) if line.startswith("[[rule]]"))
    rules, seen = [], set()
    for entry in data.get("rule", []):
        rule = _read_rule(entry, pieces, lists, keys, file, next(lines, 0))
        if rule.id in seen:
            raise DataError(
                "A203",
                f"two rules called {rule.id}",
                remedy="give each rule its own id",
                file=file,
                line=rule.line,
            )
        seen.add(rule.id)
        rules.append(rule)
    return Rulebook(
        name=name,
        rules=tuple(rules),
        lists=lists,
        fragments={k: v for k, v in pieces.items() if k not in lists},
        settings=data.get("settings", {}),
    )


def _read_rule(
    entry: dict[str, Any],
    pieces: dict[str, str],
    lists: Mapping[str, tuple[str, ...]],
    keys: frozenset[str] | None,
    file: str,
    line: int,
) -> Rule:
    id = entry.get("id", "")

    def wrong(code: str, message: str, remedy: str) -> DataError:
        return DataError(code, f"{id or 'rule'}: {message}", remedy=remedy, file=file, line=line)

    if not regex.fullmatch(r"[a-z]+(?:\.[a-z0-9_]+){1,3}", id):
        raise wrong("A204", f"{id!r} is no rule id", "write it like dates.weekday_slash")
    options = set(entry) - _COMMON
    if keys is not None and options - keys:
        raise wrong("A202", f"unknown keys {sorted(options - keys)}", f"use {sorted(_COMMON | keys)}")
    if ("pattern" in entry) == ("terms" in entry):
        raise wrong("A204", "needs either pattern or terms", "give one of them")
    if not entry.get("examples"):
        raise wrong("A204", "has no example", "give at least one, marked inline")
    terms = entry.get("terms", ())
    if isinstance(terms, str):
        if terms not in lists:
            raise wrong("A206", f"unknown list {terms!r}", f"use one of {sorted(lists)}")
        terms = lists[terms]
    source = entry["pattern"] if "pattern" in entry else rf"\b(?i:{_any_of(tuple(terms))})\b"
    source = _expand(source, pieces, file, line)
    repeat = unbounded_repeat(source)
    if repeat:
        raise wrong("A205", f"unbounded repeat {repeat!r}", "bound it, like {0,12}")
    flags = regex.VERSION0 | regex.VERBOSE if "x" in entry.get("flags", "") else regex.VERSION0
    if "i" in entry.get("flags", ""):
        flags |= regex.IGNORECASE
    return Rule(
        id=id,
        source=source,
        flags=flags,
        terms=tuple(terms),
        needs=tuple(entry.get("needs", ())),
        examples=tuple(entry["examples"]),
        counterexamples=tuple(entry.get("counterexamples", ())),
        options={k: entry[k] for k in sorted(options)},
        file=file,
        line=line,
    )


@cache
def _compiled(source: str, flags: int) -> regex.Pattern[str]:
    return regex.compile(source, flags)


def unbounded_repeat(source: str) -> str | None:
    """The first unbounded repeat of a pattern, or None."""
    for m in _UNBOUNDED.finditer(source):
        if m[0] in "*+" or m[0].endswith(",}"):
            return source[max(0, m.start() - 8) : m.end()]
    return None


def _any_of(words: list[str] | tuple[str, ...]) -> str:
    return (
        "(?:"
        + "|".join(regex.escape(w, special_only=True) for w in sorted(words, key=len, reverse=True))
        + ")"
    )


def _expand(source: str, pieces: dict[str, str], file: str, line: int) -> str:
    def piece(m: regex.Match[str]) -> str:
        if m[1] not in pieces:
            raise DataError(
                "A206",
                f"unknown piece {{{m[1]}}}",
                remedy=f"define it under [lists] or [fragments]; there are {sorted(pieces)}",
                file=file,
                line=line,
            )
        return pieces[m[1]]

    return _PLACEHOLDER.sub(piece, source)


@cache
def _automaton(rules: tuple[Rule, ...], *, needs: bool = False) -> tuple[list[int], AhoCorasick]:
    """An automaton over the terms or the needs of rules, and which rule each of them is of."""
    words = [(w, n) for n, rule in enumerate(rules) for w in (rule.needs if needs else rule.terms)]
    automaton = AhoCorasick([w if needs else w.lower() for w, _ in words], implementation=Implementation.DFA)
    return [n for _, n in words], automaton


def _is_whole(view: str, start: int, end: int) -> bool:
    return not (start and view[start - 1].isalnum()) and not (end < len(view) and view[end].isalnum())


@cache
def _whole_words(words: tuple[str, ...]) -> regex.Pattern[str]:
    return regex.compile(rf"\b{_any_of(words)}\b", regex.IGNORECASE)


def _line_of(text: str, key: str) -> int:
    for i, line in enumerate(text.split("\n"), 1):
        if line.startswith(key):
            return i
    return 0
