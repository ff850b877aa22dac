"""The lexicon: reads gazetteer/*.csv, checks it, and looks names up.

A gazetteer is a CSV file with a header; cells that hold several values separate them by `|`. Names
are compared by their key, which knows how the press spells: `KemenPAN RB`, `Kemenpan-RB`,
`Kemen PANRB` and `Kementrian PAN dan RB` have one key. Validity years choose between bodies of one
name.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Protocol

import regex

from anugerah.errors import DataError

FILES = (
    "regions",
    "agencies",
    "units",
    "universities",
    "companies",
    "organisations",
    "clubs",
    "hospitals",
    "countries",
)
"""The files that hold institutions; other files of a gazetteer belong to other stages."""

KINDS = frozenset(
    {
        *("province", "regency", "city", "region", "district", "village", "ministry", "state_agency"),
        *("agency", "hospital", "health_centre", "police", "military", "court", "school", "university"),
        *("company", "bank", "cooperative", "organisation", "community", "media", "country", "other"),
    }
)
COLUMNS = ("id", "name", "kind", "aliases", "parent", "valid_from", "valid_to", "source")
EXTRA = ("contextual", "head", "head_aliases", "region", "successor", "sector")
"""Columns that a file may have beside the common ones."""

LEVELS = ("province", "regency", "city")

_LEVEL_WORDS = {
    **dict.fromkeys(("provinsi", "propinsi", "prov", "pemprov", "pemprop"), "province"),
    **dict.fromkeys(("kabupaten", "kab", "pemkab"), "regency"),
    **dict.fromkeys(("kota", "kotamadya", "kodya", "pemkot", "pemko"), "city"),
}
_OF_REGION = regex.compile(
    r"(?:(?:pemerintah(?:an)?|pemda)(?: daerah)? )?(?:(provinsi|propinsi|prov|kabupaten|kab|kotamadya|kodya"
    r"|kota|pemprov|pemprop|pemkab|pemkot|pemko)\.? )?(.{1,80})"
)
_WORD = regex.compile(r"[a-z0-9]{1,}")
_MINISTRY = regex.compile(r"(?:kementerian|kementrian|kemen\Z){e<=1}")
_SHORT_MINISTRY = regex.compile(r"kem(?=[bcdfghjklmnpqrstvwxyz])")
_FORMS = frozenset({"tbk", "persero", "perseroda"})
_JOINING = frozenset({"dan", "serta", "and"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of a gazetteer: a region, an institution, or a type of unit that many regions have.

    `id` of a region is its Kemendagri code. `contextual` are the aliases that are everyday words or
    other names too. `head` is the office that leads the body, `sector` state or private
    where that is not plain from the kind. Years are inclusive, None is open.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    valid_from: int | None = None
    valid_to: int | None = None
    source: str
    contextual: frozenset[str] = frozenset()
    head: str | None = None
    head_aliases: tuple[str, ...] = ()
    region: str | None = None
    successor: tuple[str, ...] = ()
    sector: str | None = None
    table: str = ""
    line: int = 0

    @property
    def short(self) -> str:
        """A region's name without its level: `Jawa Timur`, `Banyuwangi`."""
        first, _, rest = self.name.partition(" ")
        if self.kind in LEVELS and first in {"Provinsi", "Kabupaten", "Kota"}:
            return rest.removeprefix("Administrasi ")
        return self.name

    def valid(self, year: int) -> bool:
        """True if the body existed in a year."""
        return (self.valid_from or year) <= year <= (self.valid_to or year)


@dataclass(frozen=True, slots=True)
class Head:
    """An office, spelled out, and the body that it leads: `Menkes` leads the Kementerian Kesehatan."""

    title: str
    body: Entry


def fold(text: str) -> str:
    """Lower case without accents, of the same words."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 15)
def key(text: str) -> str:
    """What two spellings of one name share: no blanks, marks, `dan`, `RI`, `PT`, `Tbk`.

    `Kementerian` is `Kemen`, with one wrong letter too.
    An institution and its head keep apart: `Kemenpan RB` is `kemenpanrb`, `Menpan RB` is `menpanrb`.
    """
    words = [w for w in _WORD.findall(fold(text)) if w not in _JOINING]
    if len(words) > 1 and words[0] == "pt":
        del words[0]
    while len(words) > 1 and words[-1] in _FORMS:
        words.pop()
    if len(words) > 1 and words[-1] == "ri":
        words.pop()
    elif len(words) > 2 and words[-2:] == ["republik", "indonesia"]:
        del words[-2:]
    if not words:
        return ""
    first = words[0]
    if first.startswith("kem"):
        if _MINISTRY.fullmatch(first):
            words[0] = "kemen"
        else:
            words[0] = _SHORT_MINISTRY.sub("kemen", first, count=1)
    elif first == "menteri" and len(words) > 1:
        words[0] = "men"
    elif first == "wakil" and len(words) > 2 and words[1] == "menteri":
        words[:2] = ["wamen"]
    return "".join(words)


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


class Lexicon:
    """The rows of one or more gazetteers, findable by id and by any of their spellings.

    A row of a later directory replaces a row of the same id; what a row of its own id adds is added.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: dict[str, Entry] = {e.id: e for e in entries}

    @cached_property
    def _regions(self) -> Mapping[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            if entry.table == "regions":
                for name in {key(n) for n in (entry.short, entry.name, *entry.aliases)}:
                    found.setdefault(name, []).append(entry)
        return {k: tuple(v) for k, v in found.items()}

    @cached_property
    def _bodies(self) -> Mapping[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            if entry.table != "regions":
                for name in {key(n) for n in (entry.name, *entry.aliases)}:
                    found.setdefault(name, []).append(entry)
        return {k: tuple(v) for k, v in found.items()}

    @cached_property
    def _heads(self) -> Mapping[str, tuple[Head, ...]]:
        found: dict[str, list[Head]] = {}
        for entry in self.entries.values():
            for name, head in _offices(entry):
                if head not in found.setdefault(name, []):
                    found[name].append(head)
        return {k: tuple(v) for k, v in found.items()}

    def region(self, code: str) -> Entry | None:
        """The region of a Kemendagri code: `35`, `35.10`."""
        entry = self.entries.get(code)
        return entry if entry and entry.table == "regions" else None

    def regions(self, name: str, level: str | None = None) -> tuple[Entry, ...]:
        """The regions that a surface name can mean, provinces first: `Jatim`, `Pemkot Sby`, `Kab. OKU`.

        A level in the name or given by the caller (province, regency, city) chooses; a bare
        `Madiun` gives the regency and the city.
        """
        whole = self._regions.get(key(name), ())
        if not whole:
            m = _OF_REGION.fullmatch(" ".join(fold(name).split()))
            if m:
                level = _LEVEL_WORDS.get(m[1], level) if m[1] else level
                whole = self._regions.get(key(m[2]), ())
        found = [e for e in whole if level is None or e.kind == level]
        return tuple(sorted(found, key=lambda e: (LEVELS.index(e.kind), e.id)))

    def bodies(self, name: str) -> tuple[Entry, ...]:
        """Everything but regions that a surface name can mean, whatever the year."""
        return self._bodies.get(key(name), ())

    def near_bodies(self, name: str) -> tuple[Entry, ...]:
        """The ministries and agencies of a name that may have one letter wrong, if it is a long one."""
        found = [e for e in self.bodies(name) if e.table == "agencies"]
        if not found and len(name) > 24:
            near = self._near.nearest(key(name))
            found = [e for e in self._bodies.get(near or "", ()) if e.table == "agencies"]
        return tuple(found)

    @cached_property
    def _near(self) -> Neighbours:
        return Neighbours(
            name for name, found in self._bodies.items() if len(name) > 20 and found[0].kind == "ministry"
        )

    def body(self, name: str, on: date | int | None = None) -> Entry | None:
        """The institution that a surface name means on a day or in a year; without one, the latest."""
        return choose(self.bodies(name), on)

    def unit(self, name: str) -> Entry | None:
        """The type of unit that a surface name means: `Dinkes` is the `Dinas Kesehatan`."""
        return next((e for e in self.bodies(name) if e.table == "units"), None)

    def expand(self, name: str, on: date | int | None = None) -> str:
        """A short name spelled out: `Dinkes`, `Kemenkes`, `Jatim`; the name itself if none is known."""
        regions = self.regions(name)
        if len(regions) == 1:
            return regions[0].name
        body = self.body(name, on)
        return body.name if body else name

    def heads(self, title: str) -> tuple[Head, ...]:
        """The offices that a short or long title can mean: `Menpan RB`, `Kapolri`, `Kadinkes`."""
        return self._heads.get(key(title), ())

    def head(self, title: str, on: date | int | None = None) -> Head | None:
        """The office that a title means on a day or in a year, spelled out, and the body it leads."""
        found = self.heads(title)
        body = choose((h.body for h in found), on)
        return next((h for h in found if h.body is body), None)

    def lookup(self, text: str) -> tuple[Entry, ...]:
        """Whatever a text can name, regions first; a title gives the body that it leads."""
        found = (*self.regions(text), *self.bodies(text), *(h.body for h in self.heads(text)))
        return tuple(dict.fromkeys(found))

    def check(self) -> list[str]:
        """What is doubtful though it loads: aliases of two rows that nothing tells apart."""
        problems = []
        for name, entries in sorted(self._bodies.items()):
            for i, a in enumerate(entries):
                for b in entries[i + 1 :]:
                    if a.name != b.name and _overlap(a, b) and not _marked(a, name) and not _marked(b, name):
                        problems.append(
                            f"{a.table}.csv:{a.line} and {b.table}.csv:{b.line}: {a.id} and {b.id}"
                            f" share the spelling {name!r} in the same years"
                        )
        return problems


def choose(entries: Iterable[Entry], on: date | int | None) -> Entry | None:
    """The entry valid on a day or in a year, else the nearest in time; the latest where several are."""
    year = on.year if isinstance(on, date) else on or 9999
    return min(
        entries,
        key=lambda e: (
            max((e.valid_from or 0) - year, year - (e.valid_to or 9999), 0),
            -(e.valid_from or 0),
        ),
        default=None,
    )


_LEADING = ("Kepala ", "Ketua ", "Direktur Utama ", "Direktur ", "Direktur Jenderal ", "Sekretaris ")
_HEAD_PREFIXES = {
    "Dinas ": ("Kadis ", "Kepala Dinas "),
    "Badan ": ("Kaban ",),
    "Bagian ": ("Kabag ",),
    "Biro ": ("Karo ",),
}


def _offices(entry: Entry) -> Iterator[tuple[str, Head]]:
    """Every key that names the head of a body, and of a ministry its deputy."""
    if not entry.head:
        return
    head = Head(entry.head, entry)
    for name in (entry.head, *entry.head_aliases):
        yield key(name), head
    lead = entry.head.removesuffix(entry.name)
    if lead in _LEADING:
        for alias in entry.aliases:
            yield key(lead + alias), head
            if alias.startswith(("Dis", "Din", "Bapp")):
                yield key("Ka" + alias), head
    for prefix, titles in _HEAD_PREFIXES.items():
        if entry.name.startswith(prefix):
            for title in titles:
                yield key(title + entry.name.removeprefix(prefix)), head
    if entry.kind == "ministry" and entry.head.startswith("Menteri "):
        deputy = Head(f"Wakil {entry.head}", entry)
        for name in {key(n) for n in (entry.name, *entry.aliases, entry.head, *entry.head_aliases)}:
            rest = name.removeprefix("ke") if name.startswith("kemen") else name
            if rest.startswith("men") and len(rest) > 4:
                yield rest, head
                yield f"wa{rest}", deputy


def _overlap(a: Entry, b: Entry) -> bool:
    return max(a.valid_from or 0, b.valid_from or 0) < min(a.valid_to or 9999, b.valid_to or 9999)


def _marked(entry: Entry, name: str) -> bool:
    return any(key(alias) == name for alias in entry.contextual)


class _Process:
    """What the lexicon of this process is read from."""

    own: tuple[Path, ...] = ()
    read: bool = False


def use_gazetteers(*directories: str | Path) -> None:
    """Add directories of own rows to the lexicon that every stage of this process reads.

    Call it before the first article, in worker processes too; DataError A217 afterwards, A218 where
    one is no directory.
    """
    own = tuple(Path(d) for d in directories)
    for folder in own:
        if not folder.is_dir():
            raise DataError(
                "A218", f"{folder} is no directory", remedy="name a directory that holds CSV files"
            )
    if _Process.read and own != _Process.own:
        raise DataError(
            "A217",
            "the gazetteers have been read already",
            remedy="name your own before the first article is read",
        )
    _Process.own = own


def gazetteer_folders() -> tuple[Traversable, ...]:
    """The folders that gazetteers are read from: the project's, then those of `use_gazetteers`."""
    _Process.read = True
    return (files("anugerah.gazetteer"), *_Process.own)


def load_lexicon(extra_dirs: tuple[Path, ...] | None = None) -> Lexicon:
    """The lexicon of the project's gazetteer and of the directories given, read once a process.

    Without directories it is the one that the stages read, with those of `use_gazetteers`.
    DataError A211 to A216 names file, line and remedy of a row that breaks the schema.
    """
    if extra_dirs is None:
        _Process.read = True
        extra_dirs = _Process.own
    return _read_lexicon(extra_dirs)


@cache
def _read_lexicon(extra_dirs: tuple[Path, ...]) -> Lexicon:
    entries: dict[str, Entry] = {}
    for folder in (files("anugerah.gazetteer"), *extra_dirs):
        for table in FILES:
            source = folder / f"{table}.csv"
            if source.is_file():
                entries.update({e.id: e for e in read_table(table, source)})
    for entry in entries.values():
        if entry.parent and entry.parent not in entries:
            raise _wrong(entry, "A214", f"parent {entry.parent!r} is no id", "name a row that is there")
        if entry.region and entry.region not in entries:
            raise _wrong(entry, "A214", f"region {entry.region!r} is no code", "give a Kemendagri code")
    return Lexicon(entries.values())


class _Readable(Protocol):
    def read_text(self, encoding: str) -> str: ...


def read_table(table: str, source: _Readable) -> list[Entry]:
    """The rows of one gazetteer file, each checked."""
    file = Path(str(source)).name
    rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines(), strict=True)
    columns = rows.fieldnames or []
    unknown = [c for c in columns if c not in COLUMNS + EXTRA]
    missing = [c for c in COLUMNS if c not in columns]
    if unknown or missing:
        raise DataError(
            "A211",
            f"unknown columns {unknown}, missing columns {missing}",
            remedy=f"use {', '.join(COLUMNS)}, and where needed {', '.join(EXTRA)}",
            file=file,
            line=1,
        )
    seen: dict[str, Entry] = {}
    for row in rows:
        entry = _read_row(table, file, rows.line_num, row)
        if entry.id in seen:
            raise DataError(
                "A213",
                f"{entry.id!r} stands on line {seen[entry.id].line} too",
                remedy="give each row its own id",
                file=file,
                line=entry.line,
            )
        seen[entry.id] = entry
    return list(seen.values())


def _read_row(table: str, file: str, line: int, row: Mapping[str, str | None]) -> Entry:
    cells = {k: (v or "").strip() for k, v in row.items() if k}

    def year(column: str) -> int | None:
        value = cells[column]
        if not value:
            return None
        if not regex.fullmatch(r"1[6-9]\d\d|20\d\d", value):
            raise DataError(
                "A215", f"{column} {value!r} is no year", remedy="write YYYY", file=file, line=line
            )
        return int(value)

    if None in row or not (cells["id"] and cells["name"] and cells["source"]):
        raise DataError(
            "A212",
            "a row without id, name or source, or with too many cells",
            remedy="fill them; quote cells that hold a comma",
            file=file,
            line=line,
        )
    if cells["kind"] not in KINDS:
        raise DataError(
            "A216",
            f"unknown kind {cells['kind']!r}",
            remedy=f"use one of {', '.join(sorted(KINDS))}",
            file=file,
            line=line,
        )
    entry = Entry(
        id=cells["id"],
        name=cells["name"],
        kind=cells["kind"],
        aliases=_several(cells["aliases"]),
        parent=cells["parent"] or None,
        valid_from=year("valid_from"),
        valid_to=year("valid_to"),
        source=cells["source"],
        contextual=frozenset(_several(cells.get("contextual", ""))),
        head=cells.get("head") or None,
        head_aliases=_several(cells.get("head_aliases", "")),
        region=cells.get("region") or None,
        successor=_several(cells.get("successor", "")),
        sector=cells.get("sector") or None,
        table=table,
        line=line,
    )
    if entry.valid_from and entry.valid_to and entry.valid_from > entry.valid_to:
        raise _wrong(entry, "A215", "valid_from is after valid_to", "put the earlier year first")
    return entry


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip()) if cell else ()


def _wrong(entry: Entry, code: str, message: str, remedy: str) -> DataError:
    return DataError(
        code, f"{entry.id}: {message}", remedy=remedy, file=f"{entry.table}.csv", line=entry.line
    )
