"""What many tests share."""

from __future__ import annotations

from typing import Any

import pytest
from anugerah import Article

from tests.golden import CORPUS, as_article, read_gold


@pytest.fixture(scope="session")
def gold() -> list[dict[str, Any]]:
    """The project's own gold."""
    return read_gold(CORPUS / "written.jsonl")


@pytest.fixture(scope="session")
def articles(gold: list[dict[str, Any]]) -> list[Article]:
    """The articles of the project's own gold."""
    return [as_article(line) for line in gold]
