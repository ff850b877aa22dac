"""Writers: records out, one module a format."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Literal, Protocol

from anugerah.errors import OutputError
from anugerah.writers.array import ArrayWriter
from anugerah.writers.cards import CardWriter
from anugerah.writers.jsonl import JsonlWriter
from anugerah.writers.table import TableWriter


class Writer(Protocol):
    """Writes records to an open binary file; `close` writes what must stand at the end."""

    def write(self, record: dict[str, Any]) -> None: ...

    def close(self) -> None: ...


Format = Literal["jsonl", "json", "csv", "text"]

_WRITERS: dict[Format, type[JsonlWriter | ArrayWriter | TableWriter | CardWriter]] = {
    "jsonl": JsonlWriter,
    "json": ArrayWriter,
    "csv": TableWriter,
    "text": CardWriter,
}
_SUFFIXES: dict[str, Format] = {".json": "json", ".csv": "csv", ".txt": "text"}


@contextmanager
def open_writer(path: Path | None, format: Format | None = None) -> Iterator[Writer]:
    """A writer to a file, or to standard output where the path is None.

    The format is the one named, else the one of the file's suffix, else JSON Lines. The file appears
    when it is complete; OutputError A401 where it cannot be written.
    """
    suffix = path.suffix.lower() if path else ""
    with _open(path) as stream:
        writer = _WRITERS[format or _SUFFIXES.get(suffix, "jsonl")](stream)
        yield writer
        writer.close()


@contextmanager
def _open(path: Path | None) -> Iterator[BinaryIO]:
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    in_place = path.exists() and not path.is_file()
    part = path if in_place else path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = part.open("wb")
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with stream:
            yield stream
        if not in_place:
            part.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        if not in_place:
            part.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(
        "A401",
        f"cannot be written ({error.strerror})",
        remedy="name a file in a folder that you may write to, on a disk with room",
        file=str(path),
    )
