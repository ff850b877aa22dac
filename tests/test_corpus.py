"""The project's own gold: what the extractor must reach on it, and that it is what it says it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from anugerah.gold.floors import Floors, measure

from tests.golden import CORPUS

PINNED = Floors.read(CORPUS / "floors.json")


@cache
def now() -> Floors:
    return measure(CORPUS / "written.jsonl")


def test_the_gold_is_the_one_that_was_pinned() -> None:
    assert (now().sha256, now().articles) == (PINNED.sha256, PINNED.articles)


@pytest.mark.parametrize("figure", PINNED.figures)
def test_no_figure_is_below_its_floor(figure: str) -> None:
    breaches = Floors(PINNED.sha256, PINNED.articles, {figure: PINNED.figures[figure]}).breaches(now())
    assert breaches == []


def test_every_figure_has_a_floor() -> None:
    assert set(now().figures) == set(PINNED.figures)


def texts(value: Any) -> Iterator[str]:
    """The words that gold says stand in the article."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "text" and isinstance(part, str):
                yield part
            else:
                yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def test_what_gold_quotes_stands_in_the_article(gold: list[dict[str, Any]]) -> None:
    for article in gold:
        page = f"{article['title'] or ''}\n{article['text']}"
        for text in texts([article["events"], article["entities"]]):
            assert text in page, (article["id"], text)


def test_articles_have_ids_of_their_own_and_real_days(gold: list[dict[str, Any]]) -> None:
    assert len({a["id"] for a in gold}) == len(gold)
    for article in gold:
        if article["published"]:
            date.fromisoformat(article["published"])
