"""CSV: a flat table, one row a record, one column for each value of each slot.

Columns are `slot_value` (`recipient_name`, `award_title`, `date_earliest`), always the same and in the
same order. Several values in one cell stand with `|` between them.
"""

from __future__ import annotations

import csv
import io
from dataclasses import fields
from typing import Any, BinaryIO

from anugerah.record import SLOTS, Slot, Source

_SPAN = tuple(f.name for f in fields(Slot))


def _columns() -> dict[str, tuple[str, str]]:
    columns = {f"doc_{f.name}": ("doc", f.name) for f in fields(Source)}
    for slot, kind in SLOTS.items():
        values = [f.name for f in fields(kind) if f.name not in _SPAN]
        columns |= {f"{slot}_{name}": (slot, name) for name in (*values, *_SPAN)}
    return columns


_SLOT_COLUMNS = _columns()
COLUMNS = ("id", "status", *_SLOT_COLUMNS, "confidence", "evidence")


def flatten(record: dict[str, Any]) -> dict[str, Any]:
    """A record as one row: every column, None where the record says nothing."""
    row = {column: _cell(record[part], name) for column, (part, name) in _SLOT_COLUMNS.items()}
    evidence = "|".join(f"{'title:' if 'in' in e else ''}{e['start']}-{e['end']}" for e in record["evidence"])
    return {
        "id": record["id"],
        "status": record["status"],
        **row,
        "confidence": record["confidence"],
        "evidence": evidence,
    }


def _cell(slot: dict[str, Any] | None, name: str) -> Any:
    if slot is None:
        return None
    if name == "in_title":
        return "in" in slot
    value = slot.get(name)
    return "|".join(value) if isinstance(value, list) else value


class TableWriter:
    """Writes records as CSV rows under a header."""

    def __init__(self, stream: BinaryIO) -> None:
        self._text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
        self._rows = csv.DictWriter(self._text, COLUMNS, lineterminator="\n")
        self._rows.writeheader()

    def write(self, record: dict[str, Any]) -> None:
        """One row."""
        self._rows.writerow(flatten(record))

    def close(self) -> None:
        """Hands the file back open, as it came."""
        self._text.detach()
