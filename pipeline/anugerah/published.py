"""Publication dates: what the `published` field of a dump says, in whatever format it came.

ISO stamps, by far the most, are read at once; everything else goes through dateparser, in Indonesian
or English, day first. dateparser is loaded when first needed, and no value is read twice.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

import regex

from anugerah.errors import InputError

EARLIEST, LATEST = 1500, 2200
"""Years in which an article can have been published; `0001-01-01` stands for none in many dumps."""

WIB, WITA, WIT = (timezone(timedelta(hours=h), name) for h, name in ((7, "WIB"), (8, "WITA"), (9, "WIT")))
"""Western, central and eastern Indonesian time."""

_HERE = {zone.utcoffset(None) for zone in (WIB, WITA, WIT)}
_OFFSETS = {"WIB": " +07:00", "WITA": " +08:00", "WIT": " +09:00"}
_ISO = regex.compile(
    r"(\d{4})([-/]?)(\d\d)\2(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?\s?(Z|UTC|[+-]\d\d:?\d\d)?)?"
)
_ZONE = regex.compile(r"\s?\(?\b(WIB|WITA|WIT)\b\)?", regex.IGNORECASE)
_CLOCK = regex.compile(
    r"(?:\b(?:pukul|jam|pkl\.?)\s)?\b(\d{1,2})[.:](\d\d)(?=\D|$)(?!\.\d{4})", regex.IGNORECASE
)
_WEEKDAY = regex.compile(
    r"\b(?:senin|senen|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)\b,?", regex.IGNORECASE
)
_OLD_NAMES = {
    "nopember": "november",
    "pebruari": "februari",
    "agt": "agustus",
    "ags": "agustus",
    "nop": "nov",
}
_OLD_NAME = regex.compile(rf"\b(?:{'|'.join(_OLD_NAMES)})\b", regex.IGNORECASE)
_LONGEST = 400


def read_published(value: str) -> date:
    """The calendar day in Indonesia that a `published` field names; InputError A103 if it names none."""
    moment = read_stamp(value)
    offset = moment.utcoffset()
    return (moment if offset is None or offset in _HERE else moment.astimezone(WIB)).date()


@lru_cache(maxsize=65536)
def read_stamp(value: str) -> datetime:
    """The moment that a publication stamp names, with its offset where it names a zone.

    Midnight where it names no time. InputError A103 if it names no day.
    """
    iso = _ISO.fullmatch(value.strip())
    moment = _read_iso(*iso.group(1, 3, 4, 5, 6)) if iso else _read_any(value[:_LONGEST])
    if moment is None or not EARLIEST <= moment.year <= LATEST:
        raise InputError(
            "A103",
            f"published {value[:80]!r} is no date",
            remedy="write it like 2023-11-22",
        )
    return moment


def _read_iso(year: str, month: str, day: str, clock: str | None, zone: str | None) -> datetime | None:
    zone = {None: "", "Z": "+00:00", "UTC": "+00:00"}.get(zone, zone)
    try:
        return datetime.fromisoformat(f"{year}-{month}-{day}T{clock or '00:00'}{zone}")
    except ValueError:
        return None


def _read_any(value: str) -> datetime | None:
    """The moment in the last part of a stamp that holds one: `1.200 views | Kamis, 25 Jun 2026 05:49 WIB`."""
    parts = value.replace("+", " ").split("|") if "+" in value and ":" not in value else value.split("|")
    for part in (value.replace("|", " "), *reversed(parts)):
        if any(c.isdigit() for c in part) and (moment := _parse(part)):
            return moment
    return None


def _parse(text: str) -> datetime | None:
    import dateparser

    text = _WEEKDAY.sub(" ", text)
    text = _OLD_NAME.sub(_new_name, text)
    text = _CLOCK.sub(r"\1:\2", text)
    text = _ZONE.sub(_offset, text)
    return dateparser.parse(
        " ".join(text.replace(" / ", " ").split()),
        languages=["id", "en"],
        settings={
            "DATE_ORDER": "DMY",
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
        },
    )


def _new_name(m: regex.Match[str]) -> str:
    return _OLD_NAMES[m[0].lower()]


def _offset(m: regex.Match[str]) -> str:
    return _OFFSETS[m[1].upper()]
