"""A run: files of articles in, files of records, entity sets and failures out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anugerah.article import Article
from anugerah.errors import AnugerahError
from anugerah.extraction import extract_many
from anugerah.readers import Reader
from anugerah.writers import Format, Writer, open_writer


@dataclass(slots=True)
class Tally:
    """What a run has done so far."""

    read: int = 0
    failed: int = 0
    events: int = 0
    errors: Path | None = None

    def __str__(self) -> str:
        done = f"{_count(self.read, 'article')}, {_count(self.events, 'award event')}"
        if not self.failed:
            return done
        return f"{done}; {self.failed} failed{f', listed in {self.errors}' if self.errors else ''}"


def _count(n: int, what: str) -> str:
    return f"{n:,} {what}{'' if n == 1 else 's'}"


def errors_beside(output: Path | None) -> Path | None:
    """Where failures are listed if nobody says where: beside the output, if that is a file."""
    if output is None or (output.exists() and not output.is_file()):
        return None
    return output.with_name(f"{output.stem}.errors.jsonl")


def extract_files(
    reader: Reader,
    *,
    output: Path | None = None,
    entities: Path | None = None,
    errors: Path | None = None,
    format: Format | None = None,
    min_confidence: float = 0.0,
) -> Iterator[Tally]:
    """Extract from every article and write; the tally after each, and at the end at least once.

    Records below `min_confidence` are left out. Failures go to standard error and to `errors`, a file
    that is there only where something failed.
    """
    tally = Tally(errors=errors)
    with ExitStack() as files:
        records = files.enter_context(open_writer(output, format))
        sets = files.enter_context(open_writer(entities, "jsonl")) if entities else None
        failures = files.enter_context(_Failures(tally))
        for x in extract_many(failures.pass_on(reader)):
            tally.read += 1
            if x.error:
                failures.add(x.error, x.article)
            for record in x.records:
                if record["confidence"] >= min_confidence:
                    records.write(record)
                    tally.events += 1
            if sets:
                sets.write({"id": x.article.id, "entities": x.entities})
            yield tally
    yield tally


class _Failures:
    """Articles that could not be read or extracted from, told and listed."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self._files = ExitStack()
        self._writer: Writer | None = None

    def __enter__(self) -> _Failures:
        return self

    def __exit__(self, *raised: Any) -> None:
        self._files.__exit__(*raised)
        if self._tally.errors and self._tally.errors.is_file() and not self._tally.failed:
            self._tally.errors.unlink()

    def pass_on(self, reader: Reader) -> Iterator[Article]:
        """The articles of a reader, without what it could not read."""
        for item in reader:
            if isinstance(item, Article):
                yield item
            else:
                self._tally.read += 1
                self.add(item)

    def add(self, error: AnugerahError, article: Article | None = None) -> None:
        """Tell and list one failure."""
        self._tally.failed += 1
        print(error, file=sys.stderr)
        if self._tally.errors:
            self._writer = self._writer or self._files.enter_context(open_writer(self._tally.errors, "jsonl"))
            self._writer.write(
                {
                    "id": article.id if article else None,
                    "code": error.code,
                    "file": error.file,
                    "line": error.line,
                    "message": error.message,
                    "remedy": error.remedy,
                }
            )
