"""Document entities: each distinct agency, official, innovation, acronym and date of an article once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from anugerah.mentions import Acronym, Agency, DateMention, Event, Innovation, Official
from anugerah.page import Page

_INSTITUTIONS = frozenset({"recipient", "giver"})


def entity_sets(page: Page) -> dict[str, list[dict[str, Any]]]:
    """The entity sets of the specification's section 5; `text` as the entity first stands."""
    return {
        "agencies": _agencies(page),
        "officials": _officials(page),
        "innovations": _distinct({"name": m.name, "expansion": m.expansion} for m in page.found(Innovation)),
        "acronyms": _distinct({"short": m.short, "long": m.long} for m in page.found(Acronym)),
        "dates": _dates(page),
    }


def _agencies(page: Page) -> list[dict[str, Any]]:
    """Institutions that stand on the page, and plain names of institutions that fill a slot of a record.

    An office that gives is no institution, and a giver that only the awards gazetteer knows stands
    nowhere on the page.
    """
    filled = [e.record[slot] for e in page.found(Event) for slot in _INSTITUTIONS if e.record[slot]]
    credited = {
        s["name"]: s["text"]
        for s in filled
        if s.get("kind") != "person" and s["rule"] != "events.giver_office" and not s.get("inferred")
    }
    out: dict[str, dict[str, Any]] = {}
    for m in page.found(Agency):
        if not m.bare or m.name in credited:
            out.setdefault(m.name, {"text": page.text[m.start : m.end], "name": m.name, "id": m.id})
    for name, text in credited.items():
        out.setdefault(name, {"text": text, "name": name, "id": None})
    return list(out.values())


def _officials(page: Page) -> list[dict[str, Any]]:
    return _distinct(
        {"name": m.name, "title": m.title}
        for m in page.found(Official)
        if m.name and m.title and not m.resolved
    )


def _dates(page: Page) -> list[dict[str, Any]]:
    out: dict[str | None, dict[str, Any]] = {}
    for m in page.found(DateMention):
        if m.kind in {"date", "stamp", "dateline"}:
            text = page.text[m.start : m.end]
            out.setdefault(m.value or text, {"text": text, "value": m.value})
    return list(out.values())


def _distinct(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({tuple(item.values()): item for item in items}.values())
