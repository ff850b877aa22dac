"""Floors: figures that extraction over the project's own gold must not fall below.

    python -m anugerah.gold.floors [GOLD.jsonl ...] [--update] [--allow-regression]

`GOLD.floors.json` holds the F1 of each figure, the number of articles and a digest of the gold file;
without an argument all gold of `corpus/` that has floors is compared.
`--update` pins the present figures; a floor is lowered only with `--allow-regression`. The exit code is
0, 1 where a figure is below its floor, or 2 where the gold is not the one that was pinned.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any

import orjson
import typer

from anugerah.article import Article
from anugerah.extraction import extract_many
from anugerah.gold.files import GOLD_KEYS, read_lines
from anugerah.gold.scoring import score

EPSILON = 0.0005
"""How far below its floor a figure may fall: rounding, not a changed record."""


@dataclass(frozen=True, slots=True)
class Floors:
    """Pinned figures and the gold that they were measured on."""

    sha256: str
    articles: int
    figures: dict[str, float]

    @classmethod
    def read(cls, path: Path) -> Floors:
        """The floors of a file."""
        return cls(**orjson.loads(path.read_bytes()))

    def write(self, path: Path) -> None:
        """Put the floors in place of the file's, all or nothing."""
        part = path.with_name(path.name + ".part")
        data = {"sha256": self.sha256, "articles": self.articles, "figures": self.figures}
        part.write_bytes(orjson.dumps(data, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
        os.replace(part, path)

    def breaches(self, now: Floors) -> list[str]:
        """The figures that are below their floor now, or gone, in words."""
        return [
            f"{name}: {now.figures.get(name, 0.0):.4f} is below its floor {floor:.4f}"
            for name, floor in self.figures.items()
            if now.figures.get(name, 0.0) < floor - EPSILON
        ]


def measure(gold: Path) -> Floors:
    """Run the extractor over a gold file. An article that fails counts as one in which nothing was found."""
    articles = read_lines(gold, GOLD_KEYS)
    found = list(extract_many(map(_article, articles)))
    result = score(
        articles,
        [record for x in found for record in x.records],
        {x.article.id: x.entities for x in found},
    )
    return Floors(sha256(gold.read_bytes()).hexdigest(), len(articles), _f1_by_name(result))


def _article(gold: dict[str, Any]) -> Article:
    published = gold.get("published")
    return Article(
        id=gold["id"],
        text=gold["text"],
        title=gold.get("title"),
        source=gold.get("source"),
        url=gold.get("url"),
        published=date.fromisoformat(published) if published else None,
    )


def _f1_by_name(result: dict[str, Any], prefix: str = "") -> dict[str, float]:
    figures: dict[str, float] = {}
    for name, value in result.items():
        if isinstance(value, dict):
            nested = f"{prefix}{name}."
            figures |= {prefix + name: value["f1"]} if "f1" in value else _f1_by_name(value, nested)
    return figures


def floors_of(gold: Path) -> Path:
    """Where the floors of a gold file are."""
    return gold.with_suffix(".floors.json")


app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def compare(
    golds: Annotated[list[Path] | None, typer.Argument(help="Gold files.")] = None,
    update: Annotated[bool, typer.Option("--update", help="Pin the present figures.")] = False,
    allow_regression: Annotated[
        bool, typer.Option("--allow-regression", help="Let --update lower floors.")
    ] = False,
) -> None:
    """Compare extraction over gold with its floors."""
    pinned = Path("corpus").glob("*.floors.json")
    codes = [
        _compare(gold, update=update, allow_regression=allow_regression)
        for gold in golds or sorted(p.with_name(p.name.replace(".floors.json", ".jsonl")) for p in pinned)
    ]
    raise typer.Exit(max(codes, default=0))


def _compare(gold: Path, *, update: bool, allow_regression: bool) -> int:
    """The exit code of one gold file."""
    now = measure(gold)
    floors = floors_of(gold)
    pinned = Floors.read(floors) if floors.exists() else Floors(now.sha256, now.articles, {})
    breaches = pinned.breaches(now)
    typer.echo("\n".join([f"{gold}:", *(f"{name:<24} {figure:.4f}" for name, figure in now.figures.items())]))
    if breaches and not (update and allow_regression):
        typer.echo("\n".join(breaches), err=True)
        typer.echo("Mend the rules, or lower floors with --update --allow-regression.", err=True)
        return 1
    if update:
        now.write(floors)
    elif now.sha256 != pinned.sha256:
        typer.echo(f"{gold} is not the gold that was pinned: pin it with --update.", err=True)
        return 2
    return 0


if __name__ == "__main__":
    app()
