"""What many tests share."""

from __future__ import annotations

import os
from typing import Any

import pytest
from anugerah import Article
from hypothesis import settings

from tests.golden import CORPUS, as_article, read_gold

settings.register_profile("anugerah", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("anugerah")


@pytest.fixture(scope="session")
def gold() -> list[dict[str, Any]]:
    """The project's own gold."""
    return read_gold(CORPUS / "written.jsonl")


@pytest.fixture(scope="session")
def articles(gold: list[dict[str, Any]]) -> list[Article]:
    """The articles of the project's own gold."""
    return [as_article(line) for line in gold]
