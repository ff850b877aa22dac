"""Recognise: which words of a page denote a date, and what they say. No value is settled here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import regex
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from anugerah.rulebook import TIMEOUT, Rule, Rulebook, load_rulebook

KEYS = frozenset({"at", "kind"})
_SHORTEST_LOWERED = 5
_QUOTATION = 400
_SENTENCE = 120
_FAMILIES = {
    "weekday": (r"(?<!\w)", ("weekday",)),
    "digits": (r"(?=\d)(?<![\w/]|\d[.,:-])", ("day", "year")),
    "month": (r"(?<!\w)", ("month",)),
    "word": (r"(?<!\w)", ("word",)),
}
"""Which rules are tried together, in this order, and what a place must look like before any is."""


@dataclass(slots=True)
class Expression:
    """What the words say, in numbers; None where they say nothing.

    `year2`, `month2`, `day2` are the end of a range. `unit` with `shift` is relative: (`day`, -1) is
    yesterday; `that_year` is -1 for `tahun lalu` behind a day or month. `odd` is a year as written
    that cannot be meant.`view` is the view it stands on.
    """

    start: int
    end: int
    rule: str
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    year2: int | None = None
    month2: int | None = None
    day2: int | None = None
    weekday: int | None = None
    unit: str | None = None
    shift: int = 0
    ahead: bool = False
    back: bool = False
    that_year: int | None = None
    odd: str | None = None
    view: str = ""

    @property
    def quoted(self) -> bool:
        """Whether it is spoken: the last quotation mark before it opens a quotation."""
        view = self.view
        mark = view.rfind('"', max(0, self.start - _QUOTATION), self.start)
        opens = mark == 0 or view[mark - 1] in " \n(:,\\"
        return mark >= 0 and opens and not view[mark + 1].isspace()

    @property
    def planned(self) -> bool:
        """Whether a verb before it in its sentence looks ahead: `akan digelar`."""
        before = self.view[max(0, self.start - _SENTENCE) : self.start]
        return rulebook().rule("dates.planned").pattern.search(before) is not None

    @property
    def bare_weekday(self) -> bool:
        """Whether it is a weekday and nothing else."""
        return self.weekday is not None and self.day is None and self.unit is None

    @property
    def yearless_day(self) -> bool:
        """Whether it names day and month and leaves the year open."""
        return self.day is not None and self.year is None and self.month is not None

    @property
    def ranged(self) -> bool:
        """Whether it names a stretch from one day, month or year to another."""
        return self.day2 is not None or self.month2 is not None or self.year2 is not None


def rulebook() -> Rulebook:
    """The stage's rules, settings and word lists."""
    return load_rulebook("dates", KEYS)


def recognise(view: str) -> list[Expression]:
    """The expressions on a view that denote dates, in order and apart from each other."""
    kept, reached = [], 0
    for start, end, branch, groups in _matches(view):
        if start >= reached:
            reached = end
            if branch.kind != "reject":
                e = Expression(start, end, branch.rule, branch.kind, view=view)
                said = {name: word for name, i in branch.groups if (word := groups[i])}
                kept.append(_express(e, said))
    return kept


@dataclass(frozen=True, slots=True)
class _Branch:
    """A rule inside a family's pattern: which groups it reads, and which empty one tells it apart."""

    rule: str
    kind: str
    mark: int
    groups: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Family:
    """The rules that are tried at one kind of place, as one pattern; the first that matches wins."""

    pattern: regex.Pattern[str]
    branches: tuple[_Branch, ...]

    @classmethod
    def of(cls, boundary: str, rules: list[Rule], guards: Mapping[str, str]) -> _Family:
        """Rules behind a common boundary and their place's guard, each with an empty group at its end."""
        branches: dict[str, list[str]] = {}
        for i, r in enumerate(rules):
            branch = f"(?:{r.source})(?P<rule{i}>)"
            branches.setdefault(guards.get(f"at_{r.options['at']}", ""), []).append(branch)
        guarded = "|".join(f"{guard}(?:{'|'.join(b)})" for guard, b in branches.items())
        pattern = regex.compile(rf"{boundary}(?:{guarded})")
        index = {name: i - 1 for name, i in pattern.groupindex.items()}
        return cls(
            pattern,
            tuple(
                _Branch(
                    rule=r.id,
                    kind=r.options["kind"],
                    mark=index[f"rule{i}"],
                    groups=tuple((name, index[name]) for name in r.groups),
                )
                for i, r in enumerate(rules)
            ),
        )

    def read(self, m: regex.Match[str]) -> _Found:
        """Where a match stands, which rule made it and what its groups hold."""
        groups = m.groups()
        branch = next(b for b in self.branches if groups[b.mark] is not None)
        return m.start(), m.end(), branch, groups


_Found = tuple[int, int, _Branch, tuple[str | None, ...]]


def _earlier_then_longer(found: _Found) -> tuple[int, int]:
    return found[0], -found[1]


def _matches(view: str) -> list[_Found]:
    """What the families find, in the order of the view. None is tried inside a match of an earlier one."""
    families, words, tried = _families()
    places: dict[str, list[int]] = {at: [] for at in families}
    for i, start, _ in words.find_matches_as_indexes(view):
        for at in tried[i]:
            places[at].append(start)
    found: list[_Found] = []
    taken = bytearray(len(view))
    for at, family in families.items():
        matches = (
            _in_gaps(family.pattern, view, found)
            if at == "digits"
            else _at(family.pattern, view, places[at], taken)
        )
        for m in matches:
            start, end = m.span()
            taken[start:end] = b"1" * (end - start)
            found.append(family.read(m))
    return sorted(found, key=_earlier_then_longer)


def _at(
    pattern: regex.Pattern[str], view: str, places: list[int], taken: bytearray
) -> Iterator[regex.Match[str]]:
    for place in places:
        if not taken[place]:
            m = pattern.match(view, place)
            if m:
                yield m


def _in_gaps(pattern: regex.Pattern[str], view: str, found: list[_Found]) -> Iterator[regex.Match[str]]:
    reached = 0
    for start, end, _, _ in [*found, (len(view), 0, None, None)]:
        yield from pattern.finditer(view, reached, start, timeout=TIMEOUT)
        reached = end


@cache
def _families() -> tuple[dict[str, _Family], AhoCorasick, list[list[str]]]:
    """The families in their order, the words at which they are tried, and which are at each word."""
    book = rulebook()
    families = {
        name: _Family.of(boundary, [r for r in book.rules if r.options["at"] in at], book.fragments)
        for name, (boundary, at) in _FAMILIES.items()
    }
    tried: dict[str, list[str]] = {}
    for at, words in book.settings["anchors"].items():
        for word in words:
            forms = {word, word.upper(), word.capitalize()}
            if len(word) >= _SHORTEST_LOWERED:
                forms.add(word.lower())
            for form in forms:
                tried.setdefault(form, []).append(at)
    words = AhoCorasick(list(tried), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
    return families, words, list(tried.values())


def _express(e: Expression, said: Mapping[str, str]) -> Expression:
    """Words into numbers, by the tables of the rulebook."""
    settings = rulebook().settings
    e.day, e.day2 = _int(said.get("d")), _int(said.get("d2"))
    e.month = _month(said.get("m"), said.get("n"))
    e.month2 = _month(said.get("m2"), said.get("n2"))
    e.year, odd = _year(said.get("y"))
    e.year2, odd2 = _year(said.get("y2"))
    e.odd = odd or odd2
    e.ahead, e.back = "next" in said, "last" in said
    if "wd" in said:
        e.weekday = settings["weekdays"][said["wd"].lower().replace(" ", "'")]
    if "that_year" in said:
        e.that_year = settings["years"][said["that_year"]]
    if "shift" in said:
        e.unit, e.shift = "day", settings["days"][said["shift"].lower()]
    if "unit" in said:
        e.unit = settings["units"][said["unit"].lower()]
        count = said.get("count", "se").lower()
        times = int(count) if count.isdigit() else settings["counts"][count]
        e.shift = times if e.ahead else -times if e.back else 0
    if e.month is not None and (e.day2 is not None or e.month2 is not None):
        _share(e, e.month)
    return e


def _share(e: Expression, month: int) -> None:
    """Month and year that the two ends of a range share; the year turns where months run back."""
    e.month2 = e.month2 or month
    turns = e.month2 < month
    if e.year is None and e.year2 is not None:
        e.year = e.year2 - turns
    elif e.year is not None and e.year2 is None:
        e.year2 = e.year + turns


def _month(number: str | None, name: str | None) -> int | None:
    if number:
        return int(number)
    return rulebook().settings["months"][name.lower().rstrip(".")] if name else None


def _year(text: str | None) -> tuple[int | None, str | None]:
    """A year from two or four digits; the digits themselves where no year can be meant."""
    if not text:
        return None, None
    settings, year = rulebook().settings, int(text)
    if len(text) == 2:
        return (2000 if year < settings["century"] else 1900) + year, None
    if settings["earliest"] <= year <= settings["latest"]:
        return year, None
    return None, text


def _int(text: str | None) -> int | None:
    return int(text) if text else None
