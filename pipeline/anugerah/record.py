"""The record: one award event, one recipient and one award, exactly as in the specification.

Every filled slot says which rule filled it and where its words stand in the text as given.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any, Literal

import orjson

SCHEMA = "award-event/1"

Status = Literal["received", "nominated", "scheduled"]
RecipientKind = Literal[
    "province", "regency", "city", "region", "district", "village", "ministry", "state_agency",
    "agency", "hospital", "health_centre", "police", "military", "court", "school", "university",
    "company", "bank", "cooperative", "organisation", "community", "media", "person", "country",
    "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Words of the article and the rule that read them.

    `start` and `end` are code points in the article's text, end exclusive, or in its title where
    `in_title` is true (written as `"in": "title"`).
    """

    text: str
    start: int
    end: int
    rule: str
    in_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient(Slot):
    """Whom the award is credited to."""

    name: str
    kind: RecipientKind
    id: str | None = None
    region: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardSlot(Slot):
    """What was won. `count` stands for a bare count of awards of which none is named."""

    title: str
    id: str | None = None
    event: str | None = None
    category: str | None = None
    rank: str | None = None
    edition: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InnovationSlot(Slot):
    """The innovation that earned it; `others` where one award honours several."""

    name: str | None
    expansion: str | None = None
    owner: str | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Giver(Slot):
    """The institution that confers it. An inferred one is known from the awards gazetteer only."""

    name: str
    id: str | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSlot(Slot):
    """Who handed it over, or who took it: a person, an office, or both."""

    name: str | None
    title: str | None
    on_behalf_of: str | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSlot(Slot):
    """The day of the event, ISO 8601 or EDTF; `earliest` and `latest` are plain days for tables."""

    value: str
    precision: str
    earliest: str | None = None
    latest: str | None = None
    basis: str | None = None
    conflict: str | None = None
    runner_up: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Slot):
    """Where the ceremony was."""

    venue: str | None
    city: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The article that a record was read from."""

    id: str
    source: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    published_basis: Literal["metadata", "dateline", "stamp"] | None = None
    text_sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A stretch of the article that a record rests on."""

    start: int
    end: int
    in_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardEvent:
    """One award event: who received which award, from whom, for what, when and where."""

    id: str = ""
    doc: Source
    status: Status
    recipient: Recipient
    award: AwardSlot
    innovation: InnovationSlot | None = None
    giver: Giver | None = None
    presenter: PersonSlot | None = None
    receiver: PersonSlot | None = None
    date: DateSlot | None = None
    place: Place | None = None
    confidence: float
    evidence: tuple[Evidence, ...]

    def to_dict(self) -> dict[str, Any]:
        """The record as plain JSON data, keys in the order of the specification."""
        return {
            "schema": SCHEMA,
            "id": self.id,
            "doc": _values(self.doc, _SOURCE),
            "status": self.status,
            "recipient": _slot(self.recipient, _RECIPIENT),
            "award": _slot(self.award, _AWARD),
            "innovation": _slot(self.innovation, _INNOVATION),
            "giver": _slot(self.giver, _GIVER),
            "presenter": _slot(self.presenter, _PERSON),
            "receiver": _slot(self.receiver, _PERSON),
            "date": _slot(self.date, _DATE),
            "place": _slot(self.place, _PLACE),
            "confidence": self.confidence,
            "evidence": [
                {"start": e.start, "end": e.end, **({"in": "title"} if e.in_title else {})}
                for e in self.evidence
            ],
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> AwardEvent:
        """The record that `to_dict` gave."""
        return cls(
            id=data["id"],
            doc=Source(**data["doc"]),
            status=data["status"],
            confidence=data["confidence"],
            evidence=tuple(
                Evidence(start=e["start"], end=e["end"], in_title="in" in e) for e in data["evidence"]
            ),
            **{name: _unslot(kind, data[name]) for name, kind in SLOTS.items()},
        )

    def slots(self) -> Iterable[tuple[str, Slot]]:
        """The filled slots by name."""
        for name in SLOTS:
            slot = getattr(self, name)
            if slot is not None:
                yield name, slot


_SOURCE = ("id", "source", "url", "title", "published", "published_basis", "text_sha256")
_RECIPIENT = ("name", "kind", "id", "region", "affiliation")
_AWARD = ("id", "title", "event", "category", "rank", "edition", "count")
_INNOVATION = ("name", "expansion", "owner", "others")
_GIVER = ("name", "id")
_PERSON = ("name", "title", "on_behalf_of", "others")
_DATE = ("value", "precision", "earliest", "latest", "basis", "conflict", "runner_up")
_PLACE = ("venue", "city")
_SPAN = ("text", "start", "end")


SLOTS: dict[str, type[Any]] = {
    "recipient": Recipient,
    "award": AwardSlot,
    "innovation": InnovationSlot,
    "giver": Giver,
    "presenter": PersonSlot,
    "receiver": PersonSlot,
    "date": DateSlot,
    "place": Place,
}
"""The slots of a record, in their order."""


def _unslot(kind: type[Any], data: dict[str, Any] | None) -> Any:
    if data is None:
        return None
    values = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items() if k != "in"}
    return kind(**values, in_title="in" in data)


def _values(item: object, names: tuple[str, ...]) -> dict[str, Any]:
    values = ((n, getattr(item, n)) for n in names)
    return {n: list(v) if isinstance(v, tuple) else v for n, v in values}


def _slot(slot: Slot | None, names: tuple[str, ...]) -> dict[str, Any] | None:
    if slot is None:
        return None
    data = _values(slot, names + _SPAN)
    if slot.in_title:
        data["in"] = "title"
    if getattr(slot, "inferred", False):
        data["inferred"] = True
    data["rule"] = slot.rule
    return data


def with_ids(records: Iterable[AwardEvent]) -> list[AwardEvent]:
    """The records of one article with their ids: a digest of what they say, the same on any machine."""
    seen: dict[str, int] = {}
    out = []
    for r in records:
        key = orjson.dumps(
            [
                r.doc.id, r.status, r.recipient.name, r.award.title, r.award.event, r.award.category,
                r.award.rank, r.award.edition, r.innovation.name if r.innovation else None,
                r.date.value if r.date else None,
            ]
        )  # fmt: skip
        digest = blake2b(key, digest_size=8).hexdigest()
        seen[digest] = seen.get(digest, 0) + 1
        out.append(replace(r, id=digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"))
    return out
