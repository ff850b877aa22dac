"""Mentions: what the stages find, as typed values over plain data.

A mention is a span of the *page* (see `page.py`) with a value that says what it denotes. On a spaCy
`Doc` the values live as plain JSON data in `doc.user_data["anugerah"]["mentions"][group]`, so that
docs pickle and survive `to_bytes`, and the spans that stand in the text also stand in
`doc.spans[group]`, with the mention's index as the span's id.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span of the page and the rule that found it. Offsets are code points, end exclusive."""

    start: int
    end: int
    rule: str

    group: ClassVar[str] = ""

    def to_data(self) -> dict[str, Any]:
        """The mention as plain JSON data."""
        return {f: getattr(self, f) for f in _field_names(type(self))}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Self:
        """The mention that `to_data` gave, whichever sequences a serialiser made of its sequences."""
        return cls(**{k: _frozen(v) for k, v in data.items()})


def _frozen(value: Any) -> Any:
    """Sequences as tuples, but for those in a record, which is JSON data."""
    if isinstance(value, list | tuple):
        return tuple(_frozen(v) for v in value)
    return _listed(value)


def _listed(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _listed(v) for k, v in value.items()}
    return [_listed(v) for v in value] if isinstance(value, list | tuple) else value


_FIELD_NAMES: dict[type[Mention], tuple[str, ...]] = {}


def _field_names(kind: type[Mention]) -> tuple[str, ...]:
    if kind not in _FIELD_NAMES:
        _FIELD_NAMES[kind] = tuple(f.name for f in fields(kind))
    return _FIELD_NAMES[kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise(Mention):
    """A stretch that is not article.

    `kind`: markup, byline, dateline, stamp, link (related articles), ad, tags, share, comments,
    credit, copyright, page, caption. A caption is marked and still read.
    """

    group: ClassVar[str] = "noise"
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Mention):
    """A sentence. Quotations that close after the full stop belong to it."""

    group: ClassVar[str] = "sentences"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention(Mention):
    """An expression that denotes a calendar date.

    `kind`: date (a day, month, year or range used as a time), stamp (publication stamp), dateline,
    edition (the year of an award's edition), fiscal (the year that a report covers), period (a
    relative month or year, the current week, a month without its year: `tahun lalu`, `akhir Mei`),
    other_calendar.
    `value` is ISO 8601 or EDTF (`2023-11-21`, `2023-11`, `2023-10-08/2023-10-10`, `XXXX-11-21`), or
    None where it cannot be known. `earliest` and `latest` are plain ISO days, or None.
    `basis` names what settled the value; `conflict` what in the article contradicts it.
    """

    group: ClassVar[str] = "dates"
    kind: str
    value: str | None
    precision: str | None  # day, month, year, interval
    earliest: str | None = None
    latest: str | None = None
    basis: str | None = None
    conflict: str | None = None
    runner_up: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acronym(Mention):
    """A short form and its long form, spelled out by the article. The span covers the pair."""

    group: ClassVar[str] = "acronyms"
    short: str
    long: str
    short_start: int
    short_end: int
    long_start: int
    long_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency(Mention):
    """An institution, linked to what it is.

    `name` is canonical (spec section 2: `Pemkab Banyuwangi` is `Kabupaten Banyuwangi`), `id` the
    Kemendagri code of a regional government or the gazetteer id of an agency, `region` the code of
    the region that it belongs to. `bare` marks a plain place name (`Banyuwangi`) or a private body
    (`PT Karya Maju`), which is an institution of the article only where an event credits it;
    `in_title` one inside an official's title.
    """

    group: ClassVar[str] = "agencies"
    name: str
    kind: str
    id: str | None = None
    region: str | None = None
    bare: bool = False
    in_title: bool = False

    @property
    def key(self) -> str:
        """What two mentions of one institution share."""
        return self.id or self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Official(Mention):
    """A person with an office, or one of the two alone.

    `name` is the person without degrees and honorifics (None where only the office stands), `title`
    the office spelled out, status words in front (None where only the name stands, later in the
    article: then `title` is that of the first mention and `resolved` is true).
    """

    group: ClassVar[str] = "officials"
    name: str | None
    title: str | None
    name_start: int | None = None
    name_end: int | None = None
    title_start: int | None = None
    title_end: int | None = None
    region: str | None = None
    degrees: str | None = None
    resolved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Innovation(Mention):
    """A named innovation, programme or application. `owner` is the canonical name of its owner."""

    group: ClassVar[str] = "innovations"
    name: str
    expansion: str | None = None
    owner: str | None = None
    owner_start: int | None = None
    owner_end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Mention):
    """A mention of an award: what was, is or could be won.

    `id` names the series in the awards gazetteer; the other slots are those of the record.
    `anaphor` marks `penghargaan tersebut`, `piala itu`: an award named elsewhere in the article.
    """

    group: ClassVar[str] = "awards"
    title: str | None
    id: str | None = None
    event: str | None = None
    category: str | None = None
    rank: str | None = None
    edition: str | None = None
    count: int | None = None
    anaphor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Mention):
    """An award event as it stands in the article: the record as plain JSON data.

    The span goes from the first to the last word of the record's evidence.
    """

    group: ClassVar[str] = "events"
    record: dict[str, Any]


KINDS: dict[str, type[Mention]] = {
    kind.group: kind
    for kind in (Noise, Sentence, DateMention, Acronym, Agency, Official, Innovation, Award, Event)
}
