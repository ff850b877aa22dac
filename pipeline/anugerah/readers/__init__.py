"""Readers: files in, articles out, one module a format.

What cannot be read comes as an `InputError` in the stream, where the article would have been; the
articles after it are still read.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from anugerah.article import Article
from anugerah.errors import InputError
from anugerah.readers.jsonl import read_jsonl
from anugerah.readers.text import read_text

_log = logging.getLogger(__name__)

STDIN = Path("-")
"""The path that stands for standard input, which holds JSON Lines."""

_READERS = {".txt": read_text}


class Reader:
    """The articles of files in their order, in one pass; every suffix but `.txt` is JSON Lines.

    Ids are made unique on the way: a repeated one gets `#2`, `#3`, with a warning in the log.
    `size` is what there is to read in bytes, None where standard input is read; `done` what was read.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = paths
        self.size = None if STDIN in paths else sum(path.stat().st_size for path in paths)
        self.done = 0
        self._seen: dict[str, int] = {}

    def __iter__(self) -> Iterator[Article | InputError]:
        for path in self.paths:
            if path == STDIN:
                yield from self._read(path, sys.stdin.buffer, "stdin")
            else:
                try:
                    with path.open("rb") as stream:
                        yield from self._read(path, stream, path.name)
                except OSError as error:
                    yield InputError(
                        "A106",
                        f"cannot be read ({error.strerror})",
                        remedy="see that the file is there and readable",
                        file=path.name,
                    )

    def _read(self, path: Path, stream: BinaryIO, file: str) -> Iterator[Article | InputError]:
        for item in _READERS.get(path.suffix.lower(), read_jsonl)(self._counted(stream), file):
            yield self._unique(item) if isinstance(item, Article) else item

    def _counted(self, stream: BinaryIO) -> Iterator[bytes]:
        for line in stream:
            self.done += len(line)
            yield line

    def _unique(self, article: Article) -> Article:
        n = self._seen[article.id] = self._seen.get(article.id, 0) + 1
        if n == 1:
            return article
        id = f"{article.id}#{n}"
        _log.warning("A107 id %r stands more than once: this article is called %r", article.id, id)
        return self._unique(replace(article, id=id))
