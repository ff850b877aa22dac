"""JSON: one indented array of records, for programs that read no JSON Lines."""

from __future__ import annotations

from typing import Any, BinaryIO

import orjson


class ArrayWriter:
    """Writes records as a JSON array, each as it comes."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._before = b"[\n"

    def write(self, record: dict[str, Any]) -> None:
        """One element."""
        self._stream.write(self._before + orjson.dumps(record, option=orjson.OPT_INDENT_2))
        self._before = b",\n"

    def close(self) -> None:
        """The end of the array."""
        self._stream.write(b"[]\n" if self._before == b"[\n" else b"\n]\n")
