"""Gold for tests: the project's own, and that of the folder that ANUGERAH_GOLD_DIR names."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

from anugerah import Article

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
OWN_GOLD = [CORPUS / "written.jsonl", CORPUS / "more.jsonl"]


def read_gold(path: Path) -> list[dict[str, Any]]:
    """The lines of a gold file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def as_article(gold: dict[str, Any]) -> Article:
    """The article of a gold line."""
    return Article(
        id=gold["id"],
        text=gold["text"],
        title=gold.get("title"),
        source=gold.get("source"),
        published=date.fromisoformat(gold["published"]) if gold.get("published") else None,
    )


def gold_files() -> list[Path]:
    """The gold of `corpus/`, and of the folder that ANUGERAH_GOLD_DIR names."""
    elsewhere = os.environ.get("ANUGERAH_GOLD_DIR")
    found = sorted(Path(elsewhere).glob("*.jsonl")) if elsewhere else []
    return [*OWN_GOLD, *found]
