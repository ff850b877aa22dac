"""JSON Lines: one article a line.

`text` must be there; `id`, `title`, `source`, `url` and `published` may be; other keys are ignored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

import orjson

from anugerah.article import Article
from anugerah.errors import InputError
from anugerah.published import read_published

_BOM = b"\xef\xbb\xbf"
_ZERO_DAY = "0000-00-00"
"""How MySQL writes that there is no date."""


def read_jsonl(lines: Iterable[bytes], file: str) -> Iterator[Article | InputError]:
    """The articles of lines that end at `\\n` alone; an InputError A101 to A105 for a line without one."""
    for number, line in enumerate(lines, 1):
        raw = line.removeprefix(_BOM)
        if raw.strip():
            try:
                yield parse_article(raw, file, number)
            except InputError as error:
                yield error


def parse_article(raw: bytes, file: str, number: int) -> Article:
    """The article of one line; one without an id is called by its url, else `file:number`."""

    def wrong(code: str, message: str, remedy: str) -> InputError:
        return InputError(code, message, remedy=remedy, file=file, line=number)

    data = _parse_object(raw, wrong)
    text = data.get("text")
    if not isinstance(text, str) or not text.strip():
        raise wrong("A102", "no text", 'give every article a "text"')
    for key in ("title", "source", "url"):
        if not isinstance(data.get(key), str | None):
            raise wrong("A105", f"{key} is {type(data[key]).__name__}, not text", "quote it, or leave it out")
    id = data.get("id")
    if not isinstance(id, str | int | None):
        raise wrong("A105", f"id is {type(id).__name__}, not text", "quote it, or leave it out")
    url = data.get("url") or None
    return Article(
        id=f"{file}:{number}" if id in (None, "") and url is None else str(url if id in (None, "") else id),
        text=text,
        title=data.get("title") or None,
        source=data.get("source") or None,
        url=url,
        published=_parse_day(data.get("published"), wrong),
    )


def _parse_object(raw: bytes, wrong: Callable[[str, str, str], InputError]) -> dict[str, Any]:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise wrong("A104", f"byte {error.start + 1} is not UTF-8", "convert the file to UTF-8") from error
    try:
        data = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        if "surrogate" in error.msg:
            raise wrong(
                "A104",
                f"half a surrogate pair at character {error.pos + 1}",
                "write the character whole, or as U+FFFD",
            ) from error
        raise wrong("A101", f"no JSON ({error.msg})", "write one JSON object a line") from error
    if not isinstance(data, dict):
        raise wrong("A101", "no JSON object", "write one JSON object a line")
    return data


def _parse_day(value: object, wrong: Callable[[str, str, str], InputError]) -> date | None:
    given = "" if value is None else str(value).strip()
    if not given or given.startswith(_ZERO_DAY):
        return None
    try:
        return read_published(given)
    except InputError as error:
        raise wrong(error.code, error.message, error.remedy) from error
