"""Gold files, record files and entity files: JSON Lines that are read whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from anugerah.errors import DataError

GOLD_KEYS = ("id", "text", "events", "entities")
RECORD_KEYS = ("doc", "recipient", "award")
ENTITY_KEYS = ("id", "entities")


def read_lines(path: Path, keys: tuple[str, ...]) -> list[dict[str, Any]]:
    """The objects of a file, each with the keys that it must have; DataError A207 names a bad line."""
    return list(_objects(path, keys))


def _objects(path: Path, keys: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            data = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise _wrong(path, number, f"no JSON ({error.msg})", keys) from error
        missing = [k for k in keys if not isinstance(data, dict) or k not in data]
        if missing:
            raise _wrong(path, number, f"has no {', '.join(missing)}", keys)
        yield data


def _wrong(path: Path, number: int, message: str, keys: tuple[str, ...]) -> DataError:
    remedy = f"write one JSON object a line, with {', '.join(keys)}"
    return DataError("A207", message, remedy=remedy, file=path.name, line=number)
