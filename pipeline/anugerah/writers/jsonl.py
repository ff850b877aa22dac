"""JSON Lines: one record a line, UTF-8."""

from __future__ import annotations

from typing import Any, BinaryIO

import jsonlines
import orjson


class JsonlWriter:
    """Writes records as JSON Lines."""

    def __init__(self, stream: BinaryIO) -> None:
        self._lines = jsonlines.Writer(stream, dumps=orjson.dumps)

    def write(self, record: dict[str, Any]) -> None:
        """One line."""
        self._lines.write(record)

    def close(self) -> None:
        """Nothing stands at the end."""
        self._lines.close()
