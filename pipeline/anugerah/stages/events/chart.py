"""The chart of a sentence: its mentions and triggers in one row, without overlaps.

Everything that the event stage decides, it decides over this row: which mention stands on which side
of which trigger, what preposition stands before it, and what stands between two mentions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from anugerah.mentions import Agency, Award, DateMention, Innovation, Mention, Official, Sentence
from anugerah.page import Page
from anugerah.rulebook import Rulebook, load_rulebook
from anugerah.stages.events.shortnames import short_names
from anugerah.stages.persons import find_persons

PLACES = frozenset({"province", "regency", "city", "region", "country", "district", "village"})
"""Kinds of agencies that a bare name may mean as a place."""

FRAMES = frozenset({"frame"})
_SETTINGS = frozenset({"place", "organised", "organising", "members", "among", "for", "colon", "list"})
REACH = 34
"""How far before a mention its preposition is looked for, in code points."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person without an office."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """A mention in the row. `before` is the preposition that governs it, or the empty string."""

    start: int
    end: int
    value: Agency | Official | Person | Innovation | Award | DateMention
    before: str

    @property
    def place(self) -> bool:
        """Whether it is a bare name of a place."""
        return isinstance(self.value, Agency) and self.value.bare and self.value.kind in PLACES

    @property
    def party(self) -> bool:
        """Whether it can give or receive an award."""
        return isinstance(self.value, Agency | Official | Person)

    @property
    def called(self) -> str | None:
        """Its name, of an official without a name the office; None for an award or a date."""
        if isinstance(self.value, Official):
            return self.value.name or self.value.title
        return self.value.name if isinstance(self.value, Agency | Person | Innovation) else None


@dataclass(frozen=True, slots=True)
class Trigger:
    """A verb or noun that tells of an award, and the frame that says who stands where."""

    start: int
    end: int
    frame: str
    rule: str
    word: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One sentence as a row of items and triggers, in order of their start."""

    page: Page
    index: int
    start: int
    end: int
    items: tuple[Item, ...]
    triggers: tuple[Trigger, ...]

    def between(self, start: int, end: int) -> list[Item]:
        """The items that lie between two offsets."""
        return [i for i in self.items if i.start >= start and i.end <= end]

    def words(self, start: int, end: int) -> str:
        """The view between two offsets."""
        return self.page.view[start:end]


def book() -> Rulebook:
    """The rules of the event stage."""
    return load_rulebook("events", FRAMES)


@cache
def _before() -> regex.Pattern[str]:
    words = "|".join((*book().lists["oblique"], *book().lists["speech"]))
    return regex.compile(
        rf"\b(?P<word>{words})(?:[ ](?:langsung|oleh|tangan|pihak|para|sang|bapak|ibu|pak|bu|kepada|pemenang|"
        rf"penerima|unsur|warga|siswa|atlet|tim|sejumlah|mantan|Yth\.?)){{0,2}}[ \n\"'(-]{{0,3}}\Z",
        regex.IGNORECASE,
    )


@cache
def _at() -> regex.Pattern[str]:
    """A place in capitals that goes on to what follows: di Hotel Melati, Kota Lama, ..."""
    word = r"(?:\p{Lu}[\w'./-]{0,25}|\d{1,4}|\([^()\d\n]{1,30}\)|dan|of|the)"
    building = "|".join(book().lists["building"])
    return regex.compile(
        rf"\b(?:di|ke|dari|bertempat di)\s(?:(?:{building})\s){{0,2}}{word}(?:,?\s{word}){{0,9}},?\s\Z"
    )


def persons_of(page: Page) -> list[Person]:
    """The persons without an office that a page names."""
    return [_person(page, start, end) for start, end in find_persons(page)]


def _person(page: Page, start: int, end: int) -> Person:
    """A person's name without the word that opens the sentence: *Bagi* Rina Wati."""
    first, _, rest = page.view[start:end].partition(" ")
    if rest and first in book().lists["opener"]:
        start += len(first) + 1
    return Person(start, end, " ".join(page.view[start:end].split()))


def in_role(page: Page, start: int) -> bool:
    """Whether a role stands before a name: `guru kimia SMA X`, `mahasiswi Universitas Y`."""
    return bool(_role().search(page.view, max(0, start - 60), start))


@cache
def _role() -> regex.Pattern[str]:
    nouns = "|".join(map(regex.escape, book().lists["role"]))
    return regex.compile(rf"\b(?:{nouns})(?:[ ][\w.-]{{2,20}}){{0,4}}[ ]\Z", regex.IGNORECASE)


_BY_MEANS = regex.compile(
    r"\b(?:melalui|lewat|berkat|dengan|atas|karena|untuk|dari|dalam)(?:\s\w{2,15}){0,2}\s(?:inovasi|program)\W{1,3}\Z",
    regex.IGNORECASE,
)


def charts(page: Page) -> list[Chart]:
    """A chart for every sentence of a page, in order."""
    items = _row(page)
    triggers = [t for t in _triggers(page) if not _taken_by(t, items)]
    out, i, t = [], 0, 0
    for index, sentence in enumerate(page.found(Sentence)):
        while i < len(items) and items[i].start < sentence.start:
            i += 1
        first = i
        while i < len(items) and items[i].start < sentence.end:
            i += 1
        while t < len(triggers) and triggers[t].start < sentence.start:
            t += 1
        lead = t
        while t < len(triggers) and triggers[t].start < sentence.end:
            t += 1
        out.append(
            Chart(page, index, sentence.start, sentence.end, tuple(items[first:i]), tuple(triggers[lead:t]))
        )
    return out


def _row(page: Page) -> list[Item]:
    """All mentions in one row; where two overlap, the one that says more stands."""
    officials = page.found(Official)
    agencies = [a for a in page.found(Agency) if not a.in_title]
    awards = page.found(Award)
    kept: list[Mention | Person] = []
    kept += [o for o in officials if not _covered(o, awards)]
    kept += [i for i in page.found(Innovation) if not _covered(i, awards)]
    kept += [a for a in agencies if not _covered(a, awards) and not _covered(a, officials)]
    whole = [a for a in agencies if not (a.bare and a.kind in PLACES)]
    kept += [
        w for w in awards
        if not _starts_in(w, whole) and not _inside(w, officials) and not _of_body(w, whole)
    ]  # fmt: skip
    kept += [d for d in page.found(DateMention) if d.kind in {"date", "edition", "fiscal"}]
    persons = persons_of(page)
    full = [*(p.name for p in persons), *(o.name for o in officials if o.name)]
    persons += [Person(*short) for short in short_names(page, full, book().lists["opener"])]
    for person in persons:
        if book().words("contest").fullmatch(person.name):
            continue
        if not any(_covered(person, group) for group in (officials, agencies, awards)):
            kept.append(person)
    row: list[Item] = []
    for value in sorted(kept, key=lambda m: (m.start, -m.end)):
        if isinstance(value, DateMention) or not row or value.start >= row[-1].end:
            found = _before().search(page.view, max(0, value.start - REACH), value.start)
            before = found["word"].lower() if found else ""
            if not before and isinstance(value, Agency) and value.bare:
                before = "di" if _at().search(page.view, max(0, value.start - 120), value.start) else ""
            if not before and isinstance(value, Agency) and in_role(page, value.start):
                before = book().lists["role"][0]
            if isinstance(value, Innovation) and before in {"inovasi", "program"}:
                before = (
                    "melalui" if _BY_MEANS.search(page.view, max(0, value.start - 60), value.start) else ""
                )
            if before in {"di", "ke"} and isinstance(value, Award) and value.rule == "awards.best_of":
                continue
            if row and _belongs_to(page, row[-1], value):
                continue
            row.append(Item(value.start, value.end, value, before))  # type: ignore[arg-type]
    return row


def _belongs_to(page: Page, last: Item, value: object) -> bool:
    """Whether a bare place right after a body only says where it is: `Universitas X (UX) Serang`."""
    if not isinstance(value, Agency) or not value.bare or value.kind not in PLACES:
        return False
    body = isinstance(last.value, Agency) and not last.place
    return body and bool(_BESIDE.fullmatch(page.view[last.end : value.start]))


_BESIDE = regex.compile(r"\s?(?:\([^()\n]{1,30}\)\s?)?")


def _covered(one: Mention | Person, others: Sequence[Mention]) -> bool:
    """Whether another mention reaches over part of this one and is not itself inside it."""
    return any(
        (o.start < one.end and one.start < o.end and not (one.start <= o.start and o.end <= one.end))
        or (o.start, o.end) == (one.start, one.end)
        for o in others
        if o is not one
    )


def _starts_in(one: Mention, others: Sequence[Mention]) -> bool:
    """Whether a mention begins within another: Museum *Rekor Dunia Indonesia (MURI)*."""
    return _inside(one, others) or any(o.start < one.start < o.end for o in others)


def _of_body(award: Award, agencies: Sequence[Agency]) -> bool:
    """Whether what looks like a ceremony's name is only whose it is: `penilaian Kementerian X`."""
    return award.rule == "awards.ceremony" and any(
        award.start < a.start < award.start + 14 and award.end <= a.end + 12 for a in agencies
    )


def _inside(one: Mention, others: Sequence[Mention]) -> bool:
    return any(
        o.start <= one.start and one.end <= o.end and (o.start, o.end) != (one.start, one.end) for o in others
    )


def _triggers(page: Page) -> list[Trigger]:
    found = [
        Trigger(start, end, str(rule.options["frame"]), rule.id, page.view[start:end].lower())
        for rule, start, end in book().scan(page.view)
    ]
    found += [
        Trigger(m.start(), m.end(), str(rule.options["frame"]), rule.id, m[0].lower())
        for rule in book().tried(page.view.lower())
        if rule.options["frame"] not in _SETTINGS
        for m in rule.matches(page.view)
    ]
    return list(_apart(sorted(found, key=lambda t: (t.start, -t.end))))


def _taken_by(trigger: Trigger, items: Sequence[Item]) -> bool:
    """Whether a trigger's word is part of a name: Ganjar Pranowo, Malam Penganugerahan."""
    at = bisect_right(items, trigger.start, key=lambda i: i.start) - 1
    return at >= 0 and items[at].end >= trigger.end


def _apart(found: Sequence[Trigger]) -> Iterator[Trigger]:
    reached = 0
    for trigger in found:
        if trigger.start >= reached:
            reached = trigger.end
            yield trigger
