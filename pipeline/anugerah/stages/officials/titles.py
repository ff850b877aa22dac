"""Titles: an office as it stands on a page, spelled out with its institution and region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import regex

from anugerah.lexicon import Entry, Head, load_lexicon
from anugerah.mentions import Acronym, Agency
from anugerah.page import Page
from anugerah.stages.officials.vocabulary import (
    Row,
    any_of,
    has_prefix,
    is_given,
    rules,
    spellings,
    title_rows,
    words_of,
)

_STATUS = regex.compile(rf"(?<!\w)(?P<word>{any_of(spellings('status'))})\.?(?: \(\w{{2,4}}\.?\))? ?$")
_WORD = regex.compile(r"(?P<gap>,? |[/&-]| [&/-] ?)(?P<word>[\w(][\w&'()./-]{0,40}(?<![.,/-]))")
_BRACKET = regex.compile(r" ?\((?P<inside>[A-Za-z][\w .&/-]{1,30})\)")
SHORT_FORM = regex.compile(r" ?\((?:\p{L}*\p{Lu}[\p{L}-]*\p{Lu}\w{0,8}|Perser(?:o|oda))\)(?= \p{Lu}|, )")
_LEVEL = regex.compile(
    r"[ ,]{1,2}(?P<level>[Pp]rovinsi|[Pp]ropinsi|[Kk]abupaten|[Kk]ota|KABUPATEN|KOTA|PROVINSI|Prov|Kab)\.? "
)
_VILLAGE = regex.compile(r" (?P<level>Kecamatan|Desa|Kelurahan|Distrik|Nagari|Gampong|Kapanewon)(?= \p{Lu})")
_REPUBLIC = regex.compile(r" (?:RI|R\.I\.|Republik Indonesia)(?!\w)")
_COUNTRY = regex.compile(
    f" (?P<name>{any_of([*rules().lists['countries'], *rules().settings['countries']])})(?!\\w)"
)
_ORDINAL = regex.compile(r" (?P<nth>ke-?\d{1,2}|[IVX]{1,4}(?=[ ,]))(?!\w)")
_PLACE = regex.compile(
    r" (?P<place>(?:[IVX]{1,5}/|\d{3,4}[/-])?\p{Lu}[\p{L}'-]{1,20}(?: \p{Lu}[\p{L}'-]{1,20}){0,3})"
    r"(?P<listed>, (?=\p{Lu}))?"
)
_PLACE_WORDS = regex.compile(r"\p{L}[\p{L}.'-]{0,20}(?<![.-])(?: \p{L}[\p{L}.'-]{0,20}(?<![.-])){0,3}")

_LEVEL_NAMES = {"prov": "Provinsi", "propinsi": "Provinsi", "kab": "Kabupaten"}
_LEVEL_KINDS = {"Provinsi": "province", "Kabupaten": "regency", "Kota": "city"}
_OFFICE_KINDS = {"Gubernur": "province", "Bupati": "regency", "Wali Kota": "city"}
_AS_WRITTEN = frozenset({"company", "bank", "media", "other", "organisation", "community"})
"""Kinds of bodies that a title names as the article writes them."""


@dataclass(frozen=True, slots=True)
class Title:
    """An office on a page. `office` is its head word, `whole` is true where it names its body too."""

    start: int
    end: int
    text: str
    office: str
    scope: str
    region: str | None
    whole: bool


class _Part(NamedTuple):
    """One part of a title: where it ends, what it adds to the text, the region that it names."""

    end: int
    text: str | None
    region: str | None


class Reader:
    """Reads the titles of one page: status, head, institution or field, region."""

    def __init__(self, page: Page, view: str) -> None:
        self.view = view
        self.year = page.published.year if page.published else 0
        self.agencies = {
            a.start: a for a in page.found(Agency) if not a.bare or a.kind in _AS_WRITTEN | {"country"}
        }
        self.acronyms = {a.short: a.long for a in page.found(Acronym)}

    def read(self, start: int, end: int, row: Row, limit: int) -> Title:
        """The title whose head stands at a place, with all that belongs to it, not over `limit`."""
        text, region, whole = row.name, None, row.scope == "state"
        if row.scope == "body":
            head, last = self._head(start, end)
            if head:
                text, end, whole = head.title, last, True
        elif row.scope == "state" and (m := _ORDINAL.match(self.view, end)):
            text, end = f"{text} {m['nth']}", m.end()
        for _ in range(6):
            part = self._part(end, row, limit, whole=whole and row.scope == "body", bare=text == row.name)
            if part is None:
                break
            end = part.end
            if part.text:
                text, whole = _joined(text, part.text), True
            region = part.region or region
        status = _STATUS.search(self.view, max(0, start - 40), start)
        if status:
            text, start = f"{_status(status['word'])} {text}", status.start("word")
        return Title(start, end, text, row.name, row.scope, region, whole)

    def _head(self, start: int, end: int) -> tuple[Head | None, int]:
        """The office of the lexicon that most words from here on name."""
        ends = [end]
        while len(ends) < 10 and (m := _WORD.match(self.view, ends[-1])) and m["word"][0] != "(":
            ends.append(m.end())
        for last in reversed(ends):
            surface = self.view[start:last]
            if surface.rpartition(" ")[2].lower() not in words_of("connectors"):
                head = _office(surface, self.year)
                if head:
                    return head, last
        return None, end

    def _part(self, end: int, row: Row, limit: int, *, whole: bool, bare: bool) -> _Part | None:
        """One more part of a title after `end`; a short form in brackets may stand before it."""
        part = self._next(end, row, limit, whole=whole, bare=bare)
        if part is None and (m := _BRACKET.match(self.view, end)):
            part = self._next(m.end(), row, limit, whole=whole, bare=bare)
            known = m["inside"] in self.acronyms
            if part is None and (known or (whole and SHORT_FORM.match(self.view, end))):
                return _Part(m.end(), None, None)
        return part

    def _next(self, end: int, row: Row, limit: int, *, whole: bool, bare: bool) -> _Part | None:
        if m := _REPUBLIC.match(self.view, end):
            return _Part(m.end(), "Republik Indonesia", None)
        if row.scope == "state":
            nth = _ORDINAL.match(self.view, end)
            if nth and not bare:
                return _Part(nth.end(), nth["nth"], None)
            return self._country(end) or self._region(end, row, whole=whole)
        if row.scope != "region" and (part := self._agency(end, after_comma=whole or not bare)):
            return part
        if row.scope == "village":
            return self._place(end, limit) if bare else self._region(end, row, whole=True)
        part = self._region(end, row, whole=whole or not bare)
        if part is None and row.scope == "body":
            part = self._country(end)
        if part is None and row.scope == "body" and (m := _VILLAGE.match(self.view, end)):
            place = self._place(m.end(), limit)
            return _Part(place.end, f"{m['level']} {place.text}", None) if place else None
        if part is None and row.scope == "body":
            part = self._body(end) or self._field(end, limit)
        elif part is None and row.scope == "place" and bare:
            part = self._place(end, limit)
        return part

    def _agency(self, end: int, *, after_comma: bool) -> _Part | None:
        """An institution that the agencies stage found here."""
        comma = self.view[end : end + 2] == ", "
        if self.view[end : end + 1] not in (" ", "/", ",") or (comma and not after_comma):
            return None
        agency = self.agencies.get(end + 1 + comma)
        if agency is None:
            return None
        if agency.kind in _AS_WRITTEN:
            last = self._before_name(agency.start, agency.end)
            name = self.view[agency.start : last]
            return _Part(last, self.acronyms.get(name, name), agency.region)
        return _Part(agency.end, agency.name, agency.region)

    def _country(self, end: int) -> _Part | None:
        agency = self.agencies.get(end + 1)
        if agency and agency.kind == "country":
            return _Part(agency.end, agency.name, None)
        m = _COUNTRY.match(self.view, end)
        name = m["name"] if m else ""
        return _Part(m.end(), rules().settings["countries"].get(name, name), None) if m else None

    def _before_name(self, start: int, end: int) -> int:
        """Where an institution ends that took the name after it for its own."""
        words = self.view[start:end].split(" ")
        if self.view[end : end + 2] not in (", ", " (") and words[-1][0] != "(":
            for i in range(2, len(words)):
                last = start + len(" ".join(words[:i]))
                if is_given(words[i].lower()) or has_prefix(self.view, last + 1):
                    return last
        return end

    def _region(self, end: int, row: Row, *, whole: bool) -> _Part | None:
        """A region, with or without its level; `whole` says that the title already has an institution."""
        level, at = "", end + 1
        if m := _LEVEL.match(self.view, end):
            word = m["level"].lower()
            level, at = _LEVEL_NAMES.get(word, word.capitalize()), m.end()
        elif self.view[end : end + 1] != " " or (row.scope == "body" and not whole):
            return None
        kind = _LEVEL_KINDS.get(level) or next(
            (k for office, k in _OFFICE_KINDS.items() if row.name.endswith(office)), None
        )
        found = _longest_region(self.view, at, kind) or self._short_region(at, kind)
        if not found:
            return None
        last, entries = found
        is_head = row.scope == "region" and kind is not None and not row.name.startswith("Sek")
        name = entries[0].short if is_head or not level else f"{level} {entries[0].short}"
        return _Part(last, name, entries[0].id if kind or len(entries) == 1 else None)

    def _short_region(self, at: int, kind: str | None) -> tuple[int, Sequence[Entry]] | None:
        """A region by a short form that the article spells out: `PPU`."""
        m = _PLACE_WORDS.match(self.view, at)
        short = m[0].partition(" ")[0] if m else ""
        entries = _regions(self.acronyms[short], kind) if short in self.acronyms else ()
        return (at + len(short), entries) if entries else None

    def _body(self, end: int) -> _Part | None:
        """An institution of the lexicon, or a short form that the article spells out."""
        ends: list[int] = []
        while len(ends) < 7 and (m := _WORD.match(self.view, ends[-1] if ends else end)):
            if not ends and (m["gap"] not in (" ", "/") or not m["word"][0].isupper()):
                return None
            ends.append(m.end())
        for last in reversed(ends):
            surface = self.view[end + 1 : last]
            name = self.acronyms.get(surface) or _institution(surface, self.year)
            if name:
                return _Part(last, name, None)
        return None

    def _field(self, end: int, limit: int) -> _Part | None:
        """Words of a title that no list knows, up to the institution, region or bracket that closes them.

        After a comma they must go on a list: `..., Penelitian dan Pengembangan Provinsi Rejo`.
        """
        at, goes_on = end, False
        for n in range(12):
            m = _WORD.match(self.view, at)
            if not m:
                return None
            word = m["word"]
            if n == 0:
                if word[0] == "(" or is_given(word.lower()):
                    return None
                goes_on = m["gap"] != ", " or word == "Bidang"
            elif self._closes(at, word):
                return _Part(at, self.view[end:at].lstrip(" "), None) if goes_on else None
            lower = word[0].islower()
            if (lower and word not in words_of("connectors")) or m.end() > limit:
                return None
            if (
                has_prefix(self.view, m.start("word"))
                or len(word) == 1
                or (n and is_given(word.lower()) and self.view[at - 4 : at] == " dan")
            ):
                return None
            goes_on = goes_on or lower
            at = m.end()
        return None

    def _closes(self, at: int, word: str) -> bool:
        if (word[0] == "(" and self.view[at] == " ") or at + 1 in self.agencies or self._body(at):
            return True
        m = _LEVEL.match(self.view, at)
        found = _longest_region(self.view, m.end() if m else at + 1, None)
        return found is not None and (m is not None or found[0] - at > 4)

    def _place(self, end: int, limit: int) -> _Part | None:
        """A village or district that no list knows: up to a comma, else one word and what goes with it."""
        m = _PLACE.match(self.view, end)
        if not m or has_prefix(self.view, end + 1):
            return None
        words = m["place"].split(" ")
        if m["listed"] and m.end() < limit and len(words) < 4:
            return _Part(m.end("place"), m["place"], None)
        taken = 1
        while taken < len(words) and (
            words[taken - 1].lower() in words_of("place_before")
            or words[taken].lower() in words_of("place_after")
        ):
            taken += 1
        place = " ".join(words[:taken])
        return _Part(end + 1 + len(place), place, None)


def _joined(text: str, part: str) -> str:
    """A title and one more part: `Kepala Dinas` and `Dinas Pasar` share a word, `, Pasar` has its comma."""
    if part[0] == ",":
        return text + part
    first = part.partition(" ")[0]
    if text.endswith(f" {first}"):
        return f"{text.removesuffix(first)}{part}"
    if text.endswith("Direktur Jenderal"):
        part = part.removeprefix("Direktorat Jenderal ")
    return f"{text} {part}"


def _status(word: str) -> str:
    return next(r.name for r in title_rows() if r.kind == "status" and word in (r.name, *r.aliases))


def is_region(surface: str) -> bool:
    """True if a name is that of a region."""
    return bool(_regions(surface, None))


def _longest_region(view: str, at: int, kind: str | None) -> tuple[int, Sequence[Entry]] | None:
    """Where the longest name of a region from here ends, and the regions that it can mean."""
    m = _PLACE_WORDS.match(view, at)
    if not m or not (m[0][0].isupper() or kind):
        return None
    words = m[0].split(" ")
    for k in range(len(words), 0, -1):
        surface = " ".join(words[:k])
        if entries := _regions(surface, kind):
            return at + len(surface), entries
    return None


@lru_cache(maxsize=16384)
def _regions(surface: str, kind: str | None) -> tuple[Entry, ...]:
    return load_lexicon().regions(surface, kind) or load_lexicon().regions(surface)


@lru_cache(maxsize=16384)
def _office(surface: str, year: int) -> Head | None:
    head = load_lexicon().head(surface, year or None)
    if head is None:
        spelled = rules().settings["spelled"]
        longer = " ".join(spelled.get(w.strip(","), w) for w in surface.split(" "))
        head = load_lexicon().head(longer, year or None) if longer != surface else None
    return head


@lru_cache(maxsize=16384)
def _institution(surface: str, year: int) -> str | None:
    body = load_lexicon().body(surface, year or None)
    if body is None or (surface in body.contextual and not surface.isupper()):
        return None
    return surface if body.kind in _AS_WRITTEN else body.name
