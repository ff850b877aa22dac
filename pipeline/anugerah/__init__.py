"""anugerah reads Indonesian news and finds award events: who received which award, and the rest.

What is imported from here is loaded when it is first used, so that `anugerah --help` waits for nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from anugerah.article import Article
    from anugerah.extraction import Extraction, FoundDate, dates, extract, extract_many
    from anugerah.language import load, make_doc
    from anugerah.record import AwardEvent

__all__ = [
    "Article", "AwardEvent", "Extraction", "FoundDate", "dates", "extract", "extract_many", "load",
    "make_doc",
]  # fmt: skip
__version__ = "0.1.0"

_HOMES = {
    "Article": "article",
    "AwardEvent": "record",
    "Extraction": "extraction",
    "FoundDate": "extraction",
    "dates": "extraction",
    "extract": "extraction",
    "extract_many": "extraction",
    "load": "language",
    "make_doc": "language",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
