"""Plain text: a file is one article, called by the file's stem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from anugerah.article import Article
from anugerah.errors import InputError


def read_text(lines: Iterable[bytes], file: str) -> Iterator[Article | InputError]:
    """The article of a file, or the InputError A102 or A104 that says why there is none."""
    raw = b"".join(lines)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield InputError(
            "A104",
            f"byte {error.start + 1} is not UTF-8",
            remedy="convert the file to UTF-8",
            file=file,
            line=raw.count(b"\n", 0, error.start) + 1,
        )
        return
    if text.strip():
        yield Article(id=PurePath(file).stem, text=text)
    else:
        yield InputError("A102", "no text", remedy="leave empty files out", file=file)
