"""Titles: the offices of gazetteer/titles.csv and of the lexicon, as they stand on a page, spelled out."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import regex
from ahocorasick_rs import AhoCorasick, Implementation

from anugerah.errors import DataError
from anugerah.lexicon import Entry, Head, load_lexicon
from anugerah.mentions import Acronym, Agency
from anugerah.page import Page
from anugerah.rulebook import Rulebook, load_rulebook

KINDS = frozenset({"office", "status", "honorific", "degree_before", "degree", "rank", "service"})
SCOPES = frozenset({"", "state", "region", "place", "village", "body"})


@dataclass(frozen=True, slots=True)
class Row:
    """One row of gazetteer/titles.csv: an office, status word, honorific, degree, rank or service.

    `scope` says what follows an office: `state` nothing, `region` a region, `place` a region or any
    place, `village` a district or village, `body` an institution or a field.
    """

    name: str
    kind: str
    aliases: tuple[str, ...]
    scope: str


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
    text = (files("anugerah.gazetteer") / "given_names.csv").read_text(encoding="utf-8")
    return frozenset(row["name"] for row in csv.DictReader(text.splitlines()))


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


_STATUS = regex.compile(
    r"(?<!\w)(?P<word>{})\.?(?: \(\w{{2,4}}\.?\))? ?$".format(
        "|".join(sorted(map(regex.escape, spellings("status")), key=len, reverse=True))
    )
)
_WORD = regex.compile(r"(?P<gap>,? |[/&-]| [&/-] ?)(?P<word>[\w(][\w&'()./-]{0,40}(?<![.,/-]))")
_BRACKET = regex.compile(r" ?\([A-Za-z][\w .&/-]{1,30}\)")
_LEVEL = regex.compile(
    r"[ ,]{1,2}(?P<level>(?:[Pp]rovinsi|[Pp]ropinsi|[Kk]abupaten|[Kk]ota|KABUPATEN|KOTA|PROVINSI|Prov|Kab)\.?) "
)
_REPUBLIC = regex.compile(r" (?:RI|R\.I\.|Republik Indonesia)(?!\w)")
_ORDINAL = regex.compile(r" (?P<nth>ke-?\d{1,2}|[IVX]{1,4}(?= )|[IVX]{1,4}(?=,))(?!\w)")
_FIELD = regex.compile(r"[ ,]{1,2}(?:[Bb]idang|[Uu]rusan|Wilayah|Perwakilan|Cabang|Daerah|Pusat)(?!\w)")
_LEVEL_NAMES = {"prov": "Provinsi", "propinsi": "Provinsi", "kab": "Kabupaten"}
_LEVEL_KINDS = {"Provinsi": "province", "Kabupaten": "regency", "Kota": "city"}
_OFFICE_KINDS = {"Gubernur": "province", "Bupati": "regency", "Wali Kota": "city"}


class Reader:
    """Reads the titles of one page: status, head, institution, region."""

    def __init__(self, page: Page, view: str) -> None:
        self.view = view
        self.limit = len(view)
        self.headed = False
        self.year = page.published
        self.agencies: dict[int, Agency] = {}
        for a in page.found(Agency):
            if not a.bare or a.kind in {"country", "company", "media", "organisation", "community"}:
                self.agencies[a.start] = a
        self.acronyms = {a.short: a.long for a in page.found(Acronym)}

    def read(self, start: int, end: int, row: Row, limit: int) -> Title:
        """The title whose head stands at a place, with all that belongs to it, not over `limit`."""
        self.limit = limit
        parts, region, whole = [row.name], None, row.scope == "state"
        self.headed = False
        if row.scope == "body":
            head, last = self._head(start, end)
            if head:
                parts, end = [head.title], last
                whole = self.headed = True
        if row.scope == "state" and (m := _ORDINAL.match(self.view, end)):
            parts.append(m["nth"])
            end = m.end()
        for _ in range(6):
            step = self._step(end, row, parts)
            if step is None:
                break
            end, part, code = step
            if part:
                parts.append(part)
                whole = True
            region = code or region
        status = _STATUS.search(self.view, max(0, start - 40), start)
        if status:
            parts.insert(0, _status(status["word"]))
            start = status.start("word")
        return Title(start, end, " ".join(parts).replace(" , ", ", "), row.name, row.scope, region, whole)

    def _head(self, start: int, end: int) -> tuple[Head | None, int]:
        """The office of the lexicon that most words from here on name."""
        ends = [end]
        at = end
        while len(ends) < 10 and (m := _WORD.match(self.view, at)) and m["word"][0] != "(":
            at = m.end()
            ends.append(at)
        for last in reversed(ends):
            if self.view[start:last].rpartition(" ")[2].lower() in words_of("connectors"):
                continue
            head = _office(self.view[start:last], self.year.year if self.year else 0)
            if head:
                return head, last
        return None, end

    def _step(self, end: int, row: Row, parts: list[str]) -> tuple[int, str | None, str | None] | None:
        """One more part of a title after `end`: where it ends, what it adds, the region it names."""
        view = self.view
        if m := _REPUBLIC.match(view, end):
            return m.end(), "Republik Indonesia", None
        at = end + (2 if view[end : end + 2] == ", " else 1)
        agency = self.agencies.get(at) if view[end : end + 1] in " ,/" else None
        if agency and (at == end + 1 or row.scope == "body" and len(parts) > 1):
            if row.scope in {"body", "place", "village"} or (
                row.scope == "state" and agency.kind == "country"
            ):
                if agency.kind in _AS_WRITTEN:
                    last = self._before_name(at, agency.end)
                    return last, self.view[at:last], agency.region
                return agency.end, agency.name, agency.region
        if m := _BRACKET.match(view, end):
            inside = m[0].strip(" ()")
            if inside in self.acronyms or inside.isupper() or view[m.end() : m.end() + 2].strip():
                nested = self._step(m.end(), row, parts)
                if nested or inside in self.acronyms:
                    return nested or (m.end(), None, None)
        if row.scope == "state" and (m := _WORD.match(view, end)) and m["word"] == "AS":
            return m.end(), rules().settings["spelled"]["AS"], None
        if row.scope == "village" and len(parts) == 1:
            return self._place(end + 1, parts) if view[end : end + 1] == " " else None
        found = self._region(end, row, parts)
        if found or row.scope == "state":
            return found
        if row.scope == "body":
            return self._body(end) or self._field(end, row)
        if row.scope == "place" and view[end : end + 1] == " ":
            return self._place(end + 1, parts)
        return None

    def _before_name(self, at: int, end: int) -> int:
        """Where an institution ends that took the name after it for its own."""
        words = self.view[at:end].split(" ")
        if end < len(self.view) and self.view[end : end + 2] != ", " and len(words) > 2:
            for i in range(2, len(words)):
                if words[i].lower() in given_names():
                    return at + len(" ".join(words[:i]))
        return end

    def _region(self, end: int, row: Row, parts: list[str]) -> tuple[int, str, str | None] | None:
        m = _LEVEL.match(self.view, end)
        level = ""
        at = end
        if m:
            word = m["level"].rstrip(".").lower()
            level = _LEVEL_NAMES.get(word, word.capitalize())
            at = m.end() - 1
        elif self.view[end : end + 1] != " ":
            return None
        kind = _LEVEL_KINDS.get(level) or next(
            (k for o, k in _OFFICE_KINDS.items() if row.name.endswith(o)), None
        )
        found = _longest_region(self.view, at + 1, kind) or self._short_region(at + 1, kind)
        if not found:
            return None
        last, entries = found
        if not level and row.scope == "body" and len(parts) < 2 and not self.headed:
            return None
        one = entries[0]
        head_of_region = row.scope == "region" and not row.name.startswith("Sek")
        name = one.short if head_of_region or not level else f"{level} {one.short}"
        return last, name, one.id if kind or len(entries) == 1 else None

    def _short_region(self, at: int, kind: str | None) -> tuple[int, Sequence[Entry]] | None:
        """A region by a short form that the article spells out: `PPU`."""
        m = _PLACE_WORDS.match(self.view, at)
        short = m[0].split(" ")[0] if m else ""
        entries = _regions(self.acronyms[short], kind) if short in self.acronyms else ()
        return (at + len(short), entries) if entries else None

    def _body(self, end: int) -> tuple[int, str | None, str | None] | None:
        """An institution of the lexicon, or a short form that the article spells out."""
        ends: list[int] = []
        at = end
        while len(ends) < 7 and (m := _WORD.match(self.view, at)):
            if not ends and (m["gap"].strip() not in ("", "/") or not (m["word"][0].isupper())):
                return None
            at = m.end()
            ends.append(at)
        start = end + 1
        for last in reversed(ends):
            surface = self.view[start:last]
            long = self.acronyms.get(surface) or _institution(surface, self.year.year if self.year else 0)
            if long:
                return last, long, None
        return None

    def _field(self, end: int, row: Row) -> tuple[int, str | None, str | None] | None:
        """Words of a title that no list knows, up to an institution, region or bracket that closes it."""
        at = end
        listed = False
        for n in range(12):
            m = _WORD.match(self.view, at)
            if not m:
                return None
            word = m["word"]
            if n == 0:
                if word.lower() in given_names() or word[0] == "(":
                    return None
                listed = m["gap"] != ", " or word == "Bidang"
            elif (
                (word[0] == "(" and m["gap"].strip() == "")
                or at + 1 in self.agencies
                or self._body(at)
                or self._leveled(at)
            ):
                return (
                    (at, self.view[end:at].lstrip(" ") if listed else self.view[end:at], None)
                    if listed
                    else None
                )
            if word[0].islower() and word not in words_of("connectors"):
                return None
            if m.end() > self.limit or has_prefix(self.view, m.start("word")):
                return None
            listed = listed or word in ("dan", "&", "serta")
            at = m.end()
        return None

    def _leveled(self, at: int) -> bool:
        """True if a region closes the title here."""
        m = _LEVEL.match(self.view, at)
        found = _longest_region(self.view, m.end() if m else at + 1, None)
        return found is not None and (m is not None or found[0] - at > 4)

    def _place(self, at: int, parts: list[str]) -> tuple[int, str | None, str | None] | None:
        """A village or district that no list knows: one word, with what belongs to place names."""
        if len(parts) > 1 or not self.view[at : at + 1].isupper():
            return None
        whole = _WHOLE_PLACE.match(self.view, at)
        if whole and whole.end() < self.limit:
            return whole.end("place"), whole["place"], None
        last = at
        word = ""
        for m in _PLACE_WORD.finditer(self.view, at, at + 60):
            if m.start() != last or not m["word"][0].isupper():
                break
            known, word = word, m["word"].lower()
            if last == at or known in words_of("place_before") or word in words_of("place_after"):
                last = m.end()
            else:
                break
        return (last, self.view[at:last], None) if last > at else None


def _status(word: str) -> str:
    row = next(r for r in title_rows() if r.kind == "status" and word in (r.name, *r.aliases))
    return row.name


@lru_cache(maxsize=16384)
def _office(surface: str, year: int) -> Head | None:
    lexicon = load_lexicon()
    head = lexicon.head(surface, year or None)
    if head is None:
        spelled = rules().settings["spelled"]
        longer = " ".join(spelled.get(w.strip(","), w) for w in surface.split(" "))
        head = lexicon.head(longer, year or None) if longer != surface else None
    return head


_AS_WRITTEN = frozenset({"company", "bank", "media", "other", "organisation", "community"})


@lru_cache(maxsize=16384)
def _institution(surface: str, year: int) -> str | None:
    body = load_lexicon().body(surface, year or None)
    if body is None or (surface in body.contextual and not surface.isupper()):
        return None
    return surface if body.kind in _AS_WRITTEN else body.name


@lru_cache(maxsize=16384)
def _regions(surface: str, kind: str | None) -> tuple[Entry, ...]:
    return load_lexicon().regions(surface, kind) or load_lexicon().regions(surface)


def is_region(surface: str) -> bool:
    """True if a name is that of a region."""
    return bool(_regions(surface, None))


_PLACE_WORD = regex.compile(r" ?(?P<word>\p{L}[\p{L}'-]{1,20})")
_WHOLE_PLACE = regex.compile(r"(?P<place>\p{Lu}[\p{L}'-]{1,20}(?: \p{Lu}[\p{L}'-]{1,20}){0,2}), (?=\p{Lu})")
_PLACE_WORDS = regex.compile(r"\p{L}[\p{L}.'-]{0,20}(?<![.-])(?: \p{L}[\p{L}.'-]{0,20}(?<![.-])){0,3}")


def _longest_region(view: str, at: int, kind: str | None) -> tuple[int, Sequence[Entry]] | None:
    m = _PLACE_WORDS.match(view, at)
    if not m:
        return None
    words = m[0].split(" ")
    for k in range(len(words), 0, -1):
        surface = " ".join(words[:k])
        entries = _regions(surface, kind)
        if entries and (words[0][0].isupper() or kind):
            return at + len(surface), entries
    return None
