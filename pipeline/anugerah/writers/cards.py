"""Cards: records for people to read, a few lines each."""

from __future__ import annotations

from typing import Any, BinaryIO


class CardWriter:
    """Writes a card for each record: the recipient, then what is known of the award, line by line."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._before = ""

    def write(self, record: dict[str, Any]) -> None:
        """One card; an empty line stands between two."""
        self._stream.write((self._before + card(record)).encode())
        self._before = "\n"

    def close(self) -> None:
        """Nothing stands at the end."""


def card(record: dict[str, Any]) -> str:
    """The card of one record; lines that it has nothing for are left out."""
    recipient, award, doc = record["recipient"], record["award"], record["doc"]
    lines = {
        "award": _join(award, "title"),
        "event": award["event"] if award["event"] != award["title"] else None,
        "category": award["category"] if award["category"] != award["title"] else None,
        "rank": award["rank"],
        "edition": award["edition"],
        "for": _join(record["innovation"], "name", "expansion"),
        "given by": _join(record["giver"], "name"),
        "handed over by": _join(record["presenter"], "name", "title"),
        "taken by": _join(record["receiver"], "name", "title"),
        "when": _join(record["date"], "value", "text"),
        "where": _join(record["place"], "venue", "city"),
        "read in": f"{doc['id']}, characters {award['start']} to {award['end']}: {_line(award['text'])}",
    }
    head = " · ".join(filter(None, (recipient["name"], recipient["kind"], recipient["id"], record["status"])))
    return head + "\n" + "".join(f"    {key:<15} {value}\n" for key, value in lines.items() if value)


def _join(slot: dict[str, Any] | None, *names: str) -> str:
    return ", ".join(_line(slot[name]) for name in names if slot[name]) if slot else ""


def _line(text: str) -> str:
    return " ".join(text.split())
