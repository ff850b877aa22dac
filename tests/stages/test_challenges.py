"""Hard cases: short articles with the records that the specification asks for, slot by slot."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anugerah
import pytest
from anugerah.record import AwardEvent, PersonSlot

CASES = tomllib.loads((Path(__file__).parents[1] / "data" / "challenges.toml").read_text(encoding="utf-8"))[
    "case"
]
WHERE_TOLD = frozenset({"event", "id", "kind"})
"""Slots that a case may leave unsaid."""


def cases() -> Iterator[object]:
    for case in CASES:
        missing = case.get("missing")
        marks = [pytest.mark.xfail(strict=True, reason=missing)] if missing else []
        yield pytest.param(case, id=case["name"].replace(" ", "-"), marks=marks)


def said(*words: str | None) -> str:
    return ", ".join(filter(None, words))


def person(slot: PersonSlot | None, role: str) -> dict[str, Any]:
    return {
        role: said(slot.name, slot.title) if slot else "",
        f"{role}_for": (slot.on_behalf_of if slot else None) or "",
        f"{role}_others": list(slot.others) if slot else [],
    }


def told(event: AwardEvent) -> dict[str, Any]:
    """An event in the words of the data file."""
    innovation, place = event.innovation, event.place
    giver = event.giver if event.giver and not event.giver.inferred else None
    return {
        "status": event.status,
        "recipient": event.recipient.name,
        "id": event.recipient.id or "",
        "kind": event.recipient.kind,
        "award": event.award.title,
        "event": event.award.event or "",
        "category": event.award.category or "",
        "rank": event.award.rank or "",
        "edition": event.award.edition or "",
        "innovation": (innovation.name if innovation else None) or "",
        "innovation_others": list(innovation.others) if innovation else [],
        "expansion": (innovation.expansion if innovation else None) or "",
        "owner": (innovation.owner if innovation else None) or "",
        "giver": giver.name if giver else "",
        **person(event.presenter, "presenter"),
        **person(event.receiver, "receiver"),
        "date": event.date.value if event.date else "",
        "place": said(place.venue, place.city) if place else "",
    }


def agrees(wanted: Any, value: Any) -> bool:
    """Whether a slot is as wanted, or one of the forms that are all right."""
    if isinstance(value, list):
        return len(wanted) == len(value) and all(map(agrees, wanted, value))
    return value in wanted if isinstance(wanted, list) else bool(value == wanted)


def differences(record: dict[str, Any], event: dict[str, Any]) -> list[str]:
    """What an event says otherwise than a record of the data file."""
    out = []
    for slot, value in event.items():
        default: Any = [] if isinstance(value, list) else "received" if slot == "status" else ""
        if slot in WHERE_TOLD and slot not in record:
            continue
        wanted = record.get(slot, default)
        if not agrees(wanted, value):
            out.append(f"{slot}: {value!r} where {wanted!r} is wanted")
    return out


@pytest.mark.parametrize("case", list(cases()))
def test_the_records_are_those_of_the_specification(case: dict[str, Any]) -> None:
    events = anugerah.extract(case["text"], published=case.get("published"), title=case.get("title"))
    left = [told(e) for e in events]
    faults = []
    for record in case.get("record", []):
        if not left:
            faults.append(f"no record for {record['recipient']}")
            continue
        best = min(left, key=lambda event: len(differences(record, event)))
        left.remove(best)
        faults += [f"{record['recipient']}: {d}" for d in differences(record, best)]
    faults += [f"a record too many: {event['recipient']}, {event['award']}" for event in left]
    assert faults == []


def test_the_sixty_cases_are_all_there_and_use_known_slots() -> None:
    slots = {
        "status", "recipient", "id", "kind", "award", "event", "category", "rank", "edition", "innovation",
        "innovation_others", "expansion", "owner", "giver", "presenter", "presenter_for", "presenter_others",
        "receiver", "receiver_for", "receiver_others", "date", "place",
    }  # fmt: skip
    assert len({case["name"] for case in CASES}) == 60
    assert {slot for case in CASES for record in case.get("record", []) for slot in record} <= slots
