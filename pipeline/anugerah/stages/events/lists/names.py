"""Names by their place: what stands where a list has its winners is a name, known to a stage or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from anugerah.lexicon import load_lexicon
from anugerah.mentions import Agency, Award, DateMention, Innovation, Official
from anugerah.stages.events.chart import Chart, Item, Person, book
from anugerah.stages.events.lists.making import RULE
from anugerah.stages.persons import read_name


@dataclass(frozen=True, slots=True)
class Hint:
    """What the surroundings say of an entry's name.

    `noun` is the kind of body that a heading names (`DESA`), `works` whether the award is one for
    films, books or songs, `bodies` whether its neighbours are bodies and not persons.
    """

    noun: str | None = None
    works: bool = False
    bodies: bool = False


def name_at(line: Chart, start: int, end: int, hint: Hint) -> tuple[Item | None, int]:
    """The winner that begins at a place of a line, and where its name ends."""
    start = _past_links(line, start, end)
    chunk = book().rule("events.list_chunk").pattern.match(line.page.view, start, end)
    stop = chunk.end() if chunk else end
    stop = start + len(line.words(start, stop).rstrip(" .'\"-"))
    if stop <= start:
        return None, start
    known = next((i for i in line.items if start - 1 <= i.start < stop), None)
    if known and known.start == start and hint.noun and _is_bare(line, known):
        known = None
    if known and isinstance(known.value, Innovation) and begins_with_noun(line.words(start, stop)):
        known = None
    if known and known.place and known.end < stop and _MORE.fullmatch(line.words(known.end, stop)):
        known = None
    if known and known.start <= start + 1 and isinstance(known.value, Agency) and known.end < stop:
        return _whole_name(line, known, known.value, stop)
    if known and known.start <= start + 1 and isinstance(known.value, Agency | Official):
        return known, known.end
    if known and isinstance(known.value, Award | DateMention) and known.start <= start + 1:
        return None, start
    if known and isinstance(known.value, Innovation) and known.start <= start + 1:
        return known, known.end
    if known and isinstance(known.value, Official) and known.end >= stop:
        return known, known.end
    return _by_place(line, start, stop, hint, known), stop


def _whole_name(line: Chart, item: Item, agency: Agency, stop: int) -> tuple[Item, int]:
    """A body whose name goes on where its stage stopped: PT Mekar *Unit Sungai*."""
    more = line.words(item.end, stop)
    told = line.words(item.start, item.end)
    plain = agency.name.lower() == " ".join(told.split()).lower() and not item.place
    plain = plain or begins_with_noun(more.lstrip())
    if not plain or not _MORE.fullmatch(more) or any(item.end <= i.start < stop for i in line.items):
        return item, item.end
    name = " ".join(line.words(item.start, stop).split())
    whole = replace(agency, end=stop, name=name, id=None)
    return Item(item.start, stop, whole, item.before), stop


def located(line: Chart, item: Item, reached: int) -> Item:
    """A body whose name many share, with the region that stands behind it: `Puskesmas Mekar, Kotabaru`."""
    body = item.value
    if not isinstance(body, Agency) or body.kind not in _SHARED:
        return item
    region = next((i for i in line.items if 0 < i.start - reached < 4), None)
    if region is None or not isinstance(region.value, Agency) or region.value.kind not in _REGIONS:
        return item
    if not _BEHIND.fullmatch(line.words(reached, region.start)):
        return item
    own = load_lexicon().region(body.region) if body.region else None
    name = body.name.removesuffix(own.name).rstrip() if own else body.name
    if region.value.name in name:
        return item
    whole = replace(body, name=f"{name} {region.value.name}", id=None, region=region.value.region)
    return Item(item.start, item.end, whole, item.before)


_SHARED = frozenset({"health_centre", "hospital", "agency"})
_REGIONS = frozenset({"regency", "city"})
_BEHIND = regex.compile(r",[ ]|[ ]?\(")

_MORE = regex.compile(r"(?:[ ][\p{Lu}\d][\w.'’&/-]{0,25}){1,4}")


def _past_links(line: Chart, start: int, end: int) -> int:
    """Past blanks, quotes and the words that may stand before a name: atas nama, ananda."""
    link = book().rule("events.list_link").pattern.match(line.page.view, start, end)
    return link.end() if link else start


def _is_bare(line: Chart, item: Item) -> bool:
    """Whether what stands there is a place or a person only by its looks."""
    if isinstance(item.value, Person):
        return True
    named = isinstance(item.value, Agency) and item.value.name.endswith(line.words(item.start, item.end))
    return item.place and named and " " not in line.words(item.start, item.end)


def _by_place(line: Chart, start: int, stop: int, hint: Hint, known: Item | None) -> Item | None:
    text = line.words(start, stop)
    first = regex.match(r"\p{L}{1,20}", text)
    if not first or first[0].lower() in book().lists["no_winner"]:
        return None
    name = read_name(line.page.view, start, stop)
    whole = bool(name and name.end >= stop and name.name_start - start < 40)
    if known and isinstance(known.value, Person) and known.end >= stop and not hint.noun and not _noun(text):
        return known
    if not whole and not book().rule("events.list_name").pattern.fullmatch(text):
        return None
    kind = _noun(text)
    if kind:
        return _body(line, start, stop, text, kind)
    if hint.noun and not (name and name.name_start > start):
        kind = kinds()[hint.noun.lower()]
        return _body(line, start, stop, f"{hint.noun.capitalize()} {text}", kind)
    region = _region(text) if hint.bodies else None
    if region:
        return Item(start, stop, replace(region, start=start, end=stop), "")
    if name and whole and not hint.works and not hint.bodies:
        person = " ".join(line.words(name.name_start, name.name_end).split())
        return Item(start, stop, Person(name.name_start, name.name_end, person), "")
    return _body(line, start, stop, text, "other")


def _region(text: str) -> Agency | None:
    """The region of a name that no other region has, where its neighbours are bodies."""
    found = load_lexicon().regions(text, "regency") + load_lexicon().regions(text, "city")
    if len(found) != 1:
        return None
    entry = found[0]
    return Agency(start=0, end=0, rule=RULE, name=entry.name, kind=entry.kind, id=entry.id, region=entry.id)


def _body(line: Chart, start: int, end: int, name: str, kind: str) -> Item:
    name = " ".join(name.split())
    return Item(start, end, Agency(start=start, end=end, rule=RULE, name=name, kind=kind, bare=True), "")


@cache
def kinds() -> dict[str, str]:
    """The kind of body that a noun means, by the lists `kind_...` of rules/events.toml."""
    return by_list("kind_")


def by_list(prefix: str) -> dict[str, str]:
    """Each word of the lists of rules/events.toml whose names begin so, with the rest of its list's name."""
    return {
        word: name.removeprefix(prefix)
        for name, words in book().lists.items()
        if name.startswith(prefix)
        for word in words
    }


@cache
def _nouns() -> regex.Pattern[str]:
    nouns = "|".join(sorted(map(regex.escape, kinds()), key=len, reverse=True))
    return regex.compile(rf"(?P<noun>{nouns})(?![\p{{L}}'])", regex.IGNORECASE)


def _noun(text: str) -> str | None:
    """The kind of body that a name's first words say: Tim, Desa, SMP."""
    m = _nouns().match(text)
    return kinds()[m["noun"].lower()] if m and m.end() < len(text) else None


def begins_with_noun(text: str) -> bool:
    """Whether a name's first words say what kind of body it is."""
    return _noun(text) is not None


def heading_noun(text: str) -> str | None:
    """The kind of body that a heading says its entries are: `A. DESA`, `Kategori Kelurahan`."""
    found = list(_nouns().finditer(text))
    if not found or found[-1].end() < len(text.rstrip(" :")):
        return None
    noun: str = found[-1]["noun"]
    return noun if kinds()[noun.lower()] in _PREFIXED else None


_PREFIXED = frozenset({"village", "district", "health_centre"})
"""Kinds whose names lists give without their noun."""


def mostly_bodies(items: Sequence[Item]) -> bool:
    """Whether the winners that are known are bodies, not persons."""
    bodies = sum(isinstance(i.value, Agency) and i.value.kind != "other" for i in items)
    return bodies > 1 and bodies > 2 * sum(isinstance(i.value, Person | Official) for i in items)
