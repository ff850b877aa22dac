"""The project's own gold: what the extractor must reach on it, and that it is what it says it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from anugerah.gold.floors import Floors, floors_of, measure

from tests.golden import OWN_GOLD, read_gold

PINNED = {gold: Floors.read(floors_of(gold)) for gold in OWN_GOLD}
FIGURES = [(gold, figure) for gold, floors in PINNED.items() for figure in floors.figures]


@cache
def now(gold: Path) -> Floors:
    return measure(gold)


@pytest.mark.parametrize("gold", OWN_GOLD, ids=lambda p: p.stem)
def test_the_gold_is_the_one_that_was_pinned(gold: Path) -> None:
    assert (now(gold).sha256, now(gold).articles) == (PINNED[gold].sha256, PINNED[gold].articles)


@pytest.mark.parametrize(("gold", "figure"), FIGURES, ids=lambda p: p.stem if isinstance(p, Path) else p)
def test_no_figure_is_below_its_floor(gold: Path, figure: str) -> None:
    floor = PINNED[gold]
    breaches = Floors(floor.sha256, floor.articles, {figure: floor.figures[figure]}).breaches(now(gold))
    assert breaches == []


@pytest.mark.parametrize("gold", OWN_GOLD, ids=lambda p: p.stem)
def test_every_figure_has_a_floor(gold: Path) -> None:
    assert set(now(gold).figures) == set(PINNED[gold].figures)


@pytest.fixture(params=OWN_GOLD, ids=lambda p: p.stem)
def gold(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    """One gold file after the other."""
    return read_gold(request.param)


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
