"""The whole pipeline: articles a second, milliseconds a stage, and how long the first article takes.

    python -m tests.benchmarks.pipeline

Articles are those of `corpus/`. Times depend on the machine, so each stands as a ratio too: to the
time that the same machine takes, in the same run, to hash, encode and decode the same articles a
hundred times.
"""

from __future__ import annotations

import gc
import hashlib
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from anugerah import Article
from anugerah.extraction import stages
from anugerah.page import Page
from anugerah.readers import Reader

CORPUS = Path(__file__).parents[2] / "corpus"
ROUNDS = 5
CALIBRATION = 100
FIRST = "import anugerah; anugerah.extract('Kota Surabaya meraih Adipura, Selasa (21/11/2023).')"


def articles() -> list[Article]:
    """The articles of the project's own corpus."""
    return [a for a in Reader(sorted(CORPUS.glob("*.jsonl"))) if isinstance(a, Article)]


def calibrate(given: Sequence[Article]) -> float:
    """Seconds an article for work that no change of the project makes faster or slower."""
    start = perf_counter()
    for article in given:
        for _ in range(CALIBRATION):
            hashlib.sha256(json.loads(json.dumps(article.text)).encode()).digest()
    return (perf_counter() - start) / len(given)


def measure(given: Sequence[Article]) -> dict[str, float]:
    """Seconds an article by stage; `page` is what it takes to lay the article out."""
    spent = dict.fromkeys(("page", *(stage.group for stage in stages())), 0.0)
    for article in given:
        start = perf_counter()
        page = Page(article)
        spent["page"] += perf_counter() - start
        for stage in stages():
            start = perf_counter()
            stage.run(page)
            spent[stage.group] += perf_counter() - start
    return {name: seconds / len(given) for name, seconds in spent.items()}


def first() -> float:
    """Seconds that a new process takes for its first article, imports and rules included."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", FIRST], check=True)
    return perf_counter() - start


def main() -> None:
    """Print the best of several rounds as a table."""
    given = articles()
    measure(given)
    gc.disable()
    rounds = [(measure(given), calibrate(given)) for _ in range(ROUNDS)]
    gc.enable()
    best = min((spent for spent, _ in rounds), key=lambda spent: sum(spent.values()))
    unit, whole = min(unit for _, unit in rounds), sum(best.values())
    size = sum(len(a.text) for a in given) / len(given)
    print(f"{len(given)} articles of {size:.0f} characters; unit {unit * 1e3:.2f} ms")
    print(f"{1 / whole:.0f} articles a second; first article after {min(first() for _ in range(3)):.2f} s")
    print(f"  {'':12}{'ms':>8}{'ratio':>8}")
    for name, seconds in [*best.items(), ("all", whole)]:
        print(f"  {name:12}{seconds * 1e3:8.2f}{seconds / unit:8.2f}")


if __name__ == "__main__":
    main()
