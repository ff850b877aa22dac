"""Errors with codes: what happened, where, and what to do about it.

Codes: A1xx input, A2xx rules and gazetteers, A3xx runs, A4xx output, A5xx installation.
"""

from __future__ import annotations


class AnugerahError(Exception):
    """An error that names its code, the file, the line and the remedy.

    `str(error)` reads `A102 news.jsonl:17: no text. Remedy: give every article a "text".`
    """

    def __init__(
        self,
        code: str,
        message: str,
        *,
        remedy: str,
        file: str | None = None,
        line: int | None = None,
    ) -> None:
        super().__init__(code, message, remedy, file, line)
        self.code = code
        self.message = message
        self.remedy = remedy
        self.file = file
        self.line = line

    def __str__(self) -> str:
        where = self.file or ""
        if self.line is not None:
            where += f":{self.line}"
        return f"{self.code} {where}{': ' if where else ''}{self.message}. Remedy: {self.remedy}"

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.args))


def _rebuild(kind: type[AnugerahError], args: tuple[str, str, str, str | None, int | None]) -> AnugerahError:
    code, message, remedy, file, line = args
    return kind(code, message, remedy=remedy, file=file, line=line)


class InputError(AnugerahError):
    """A1xx: an article that cannot be read as it is."""


class DataError(AnugerahError):
    """A2xx: a rule file or gazetteer that breaks its schema."""


class RunError(AnugerahError):
    """A3xx: a batch run that cannot go on."""


class OutputError(AnugerahError):
    """A4xx: an output that cannot be written."""


class MissingExtraError(AnugerahError):
    """A5xx: a part of the installation that an optional feature needs."""
