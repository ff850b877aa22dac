"""The people of a page: which mentions are one person, and what later mentions mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

import regex

from anugerah.mentions import Official
from anugerah.page import Page
from anugerah.stages.officials.names import Name, is_person, names_between
from anugerah.stages.officials.vocabulary import is_given, rules, words_of

_NEXT = regex.compile(r" (\p{Lu}[\p{L}.'-]*)")
_LAST = regex.compile(r"(\p{Lu}[\p{L}.'-]*) $")
_NEAR = 120
"""How far from a person's mention a nickname is introduced."""


@dataclass(frozen=True, slots=True)
class Found:
    """An official as it stands, and the head word of the office; `ranked` if that is only a rank."""

    official: Official
    office: str
    ranked: bool = False


@dataclass(slots=True)
class Person:
    """One person of an article: the fullest name, and every introduction."""

    name: str
    found: list[Found]
    words: set[str] = field(init=False)
    offices: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.words = set(self.name.lower().split())
        self.offices = {f.office for f in self.found}

    def add(self, found: Found, name: str) -> None:
        """One more introduction of the same person."""
        self.found.append(found)
        self.offices.add(found.office)
        words = set(name.lower().split())
        if len(words) > len(self.words):
            self.name, self.words = name, words

    def title(self) -> str:
        """The title that says most of the first office, rather than a rank."""
        first = next((f for f in self.found if not f.ranked), self.found[0])
        same = (f.official.title or "" for f in self.found if f.office == first.office)
        return max(same, key=lambda t: len(t.split()))


def settle(page: Page, found: Iterable[Found]) -> list[Official]:
    """Every mention with the name and title of its person; all but the first are resolved."""
    people, alone = _people(found)
    alone = list(_called(page, people, alone))
    out: list[Official] = []
    titles = {id(p): p.title() for p in people}
    for person in people:
        for i, f in enumerate(person.found):
            out.append(replace(f.official, name=person.name, title=titles[id(person)], resolved=i > 0))
    holders = _holders(people)
    for f in alone:
        person_of = _holder(f, people, holders)
        if person_of is None:
            out.append(f.official)
        else:
            title = titles[id(person_of)]
            out.append(replace(f.official, name=person_of.name, title=title, resolved=True))
    return out + list(_repeated(page, people, titles, out))


def _people(found: Iterable[Found]) -> tuple[list[Person], list[Found]]:
    """The persons of an article, and the offices that stand alone."""
    people: list[Person] = []
    by_word: dict[str, list[Person]] = {}
    alone = []
    for f in found:
        name = f.official.name
        if name is None:
            alone.append(f)
            continue
        words = set(name.lower().split())
        near = (p for w in words for key in (w, w[:4]) for p in by_word.get(key, ()))
        person = next((p for p in near if _same(p, words, f)), None)
        if person:
            person.add(f, name)
        else:
            person = Person(name, [f])
            people.append(person)
        for w in words:
            for key in (w, w[:4]):
                if person not in by_word.setdefault(key, []):
                    by_word[key].append(person)
    return people, alone


def _same(person: Person, words: set[str], found: Found) -> bool:
    """One name holds the other; a single word, or the beginning of one, where the offices agree too."""
    related = any(o.startswith(found.office) or found.office.startswith(o) for o in person.offices)
    if len(words) == 1 and related:
        (word,) = words
        return word in person.words or (len(word) > 3 and any(w.startswith(word) for w in person.words))
    if not (words <= person.words or person.words <= words):
        return found.office in person.offices and _misspelt(words, person.words)
    return min(len(words), len(person.words)) > 1 or related or words == person.words


def _misspelt(words: set[str], others: set[str]) -> bool:
    """Two names that differ by a letter or so in one word."""
    left, right = words - others, others - words
    if len(left) != 1 or len(right) != 1 or len(words) < 2:
        return False
    return SequenceMatcher(None, left.pop(), right.pop()).ratio() >= 0.8


def _called(page: Page, people: list[Person], alone: list[Found]) -> Iterator[Found]:
    """Give `Wali Kota Rejo itu` to the person named last before it; yield the offices that stay alone."""
    that = rules().rule("officials.that").pattern
    offices = {o for p in people for o in p.offices}
    for f in alone:
        o = f.official
        last = (
            _last_person(page, o.start) if that.match(page.view, o.end) and f.office not in offices else None
        )
        if last is None:
            yield f
            continue
        name = page.text[last.name_start : last.name_end]
        if not any(set(name.lower().split()) <= p.words for p in people):
            people.append(Person(name, [replace(f, official=replace(o, name=name, rule="officials.that"))]))


def _last_person(page: Page, end: int) -> Name | None:
    """The person named last before a place, in its paragraph or the one before."""
    begin = page.view.rfind("\n", 0, max(0, page.view.rfind("\n", 0, end)))
    names = names_between(page.view, max(begin, 0, end - 500), end, [])
    return max((n for n in names if is_person(page.view, n)), key=lambda n: n.start, default=None)


def _holders(people: list[Person]) -> dict[str, list[Person]]:
    """Who holds the offices of each name."""
    holders: dict[str, list[Person]] = {}
    for person in people:
        for office in person.offices:
            holders.setdefault(office, []).append(person)
    return holders


def _holder(alone: Found, people: list[Person], holders: dict[str, list[Person]]) -> Person | None:
    """The one person whose office a bare title means, or whose name stands at its end."""
    title = alone.official.title or ""
    agree = [
        p
        for p in holders.get(alone.office, ())
        if title == alone.office or any(title in (f.official.title or "") for f in p.found)
    ]
    if not agree and " " in title:
        last = title.rpartition(" ")[2].lower()
        agree = [p for p in people if last in p.words]
    return agree[0] if len(agree) == 1 else None


def _repeated(
    page: Page, people: list[Person], titles: dict[int, str], taken: list[Official]
) -> Iterator[Official]:
    """Later mentions of a person by a part of the name or by a nickname."""
    view = page.view
    spans = sorted((o.start, o.end) for o in taken)
    known: dict[str, Person | None] = {}
    for person in people:
        for word in person.name.split():
            if len(word) > 3 and word.isalpha():
                known[word] = None if word in known else person
    known.update(_nicknames(page, people))
    reached: dict[int, int] = {}
    for word, owner in sorted(known.items(), key=lambda k: -len(k[0])):
        if owner is None:
            continue
        first = owner.found[0].official
        at = view.find(word)
        while at >= 0:
            end = at + len(word)
            if _free(at, end, spans) and _whole_word(view, at, end) and reached.get(at, 0) < end:
                span = _widened(view, at, end, owner)
                if span:
                    reached.update(dict.fromkeys(range(*span), span[1]))
                    yield replace(
                        first,
                        start=span[0],
                        end=span[1],
                        rule="officials.repeated",
                        name=owner.name,
                        title=titles[id(owner)],
                        name_start=span[0],
                        name_end=span[1],
                        title_start=None,
                        title_end=None,
                        degrees=None,
                        resolved=True,
                    )
            at = view.find(word, end)


def _free(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """True if none of the sorted spans overlaps."""
    i = bisect_left(spans, (start, end))
    return not any(a < end and start < b for a, b in spans[max(0, i - 3) : i + 1])


def _whole_word(view: str, start: int, end: int) -> bool:
    return not (start and view[start - 1].isalnum()) and not (end < len(view) and view[end].isalnum())


def _widened(view: str, start: int, end: int, person: Person) -> tuple[int, int] | None:
    """The mention with further words of the same name; None if it is part of another name."""
    while m := _NEXT.match(view, end):
        if m[1].lower() not in person.words:
            return None
        end = m.end()
    while m := _LAST.search(view, max(0, start - 24), start):
        if m[1].lower() not in person.words:
            return None if is_given(m[1].lower()) else (start, end)
        start = m.start(1)
    return start, end


def _nicknames(page: Page, people: list[Person]) -> Iterator[tuple[str, Person]]:
    """Nicknames that the article introduces close to a person."""
    ends = sorted((f.official.end, i) for i, p in enumerate(people) for f in p.found)
    for name in ("nickname", "nicknamed"):
        for m in rules().rule(f"officials.{name}").find(page.view):
            i = bisect_left(ends, (m.start(), 0))
            near = min(ends[max(0, i - 1) : i + 1], key=lambda e: abs(e[0] - m.start()), default=None)
            if (
                near
                and abs(near[0] - m.start()) < _NEAR
                and m["nick"].split()[0].lower() not in words_of("stops")
            ):
                yield m["nick"], people[near[1]]
    for m in _familiar(page.view) if people else ():
        word = m["word"].lower()
        meant = [p for p in people if any(w.endswith(word) or w.startswith(word) for w in p.words)]
        if len(meant) == 1 and word not in meant[0].words:
            yield m["nick"], meant[0]


def _familiar(view: str) -> Iterator[regex.Match[str]]:
    """Familiar words with a piece of a name, looked for by their literals."""
    pattern = rules().rule("officials.familiar").pattern
    for word in rules().lists["familiar"]:
        at = view.find(f"{word} ")
        while at >= 0:
            if m := pattern.match(view, at):
                yield m
            at = view.find(f"{word} ", at + 1)
