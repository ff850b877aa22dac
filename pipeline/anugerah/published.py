"""Publication dates: what the `published` field of a dump says."""

from __future__ import annotations

from datetime import date

from anugerah.errors import InputError


def read_published(value: str) -> date:
    """The day that a `published` field names; InputError A103 where it names none."""
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError as error:
        raise InputError(
            "A103",
            f"published {value!r} is no date",
            remedy="write it like 2023-11-22",
        ) from error
