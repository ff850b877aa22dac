"""The command line. What a command needs is imported when it runs: spaCy alone takes a second."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from anugerah import __version__
from anugerah.errors import AnugerahError
from anugerah.writers import Format

if TYPE_CHECKING:
    from anugerah.readers import Reader
    from anugerah.run import Tally

app = typer.Typer(
    help="Award events from Indonesian news: who received which award, from whom, for what, when and where.",
    epilog="Exit codes: 0 clean, 1 some articles failed or some checks did not pass, 2 usage or output.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)
rules_app = typer.Typer(help="Work on rules/.", no_args_is_help=True)
gazetteer_app = typer.Typer(help="Work on gazetteer/.", no_args_is_help=True)
app.add_typer(rules_app, name="rules")
app.add_typer(gazetteer_app, name="gazetteer")

Gazetteers = Annotated[
    list[Path] | None,
    typer.Option(
        "--gazetteer",
        metavar="DIR",
        help="A directory with CSV files of your own names, in the columns of gazetteer/. Can be repeated.",
    ),
]
File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]


def main(args: list[str] | None = None) -> None:
    """Run one command; an error with a code ends it with exit code 2."""
    try:
        app(args=args, prog_name="anugerah")
    except AnugerahError as error:
        typer.echo(str(error), err=True)
        sys.exit(2)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"anugerah {__version__}")
        raise typer.Exit


@app.callback()
def about(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """What stands before every command."""


@app.command(no_args_is_help=True)
def extract(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            metavar="INPUT",
            help="JSON Lines files (text; id, title, source, url and published where known), "
            "plain .txt files, or - for JSON Lines on standard input.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Where records go. Without it, to standard output."),
    ] = None,
    entities: Annotated[
        Path | None,
        typer.Option(
            help="Also write the agencies, officials, innovations, acronyms and dates of each article."
        ),
    ] = None,
    errors: Annotated[
        Path | None,
        typer.Option(
            help="Where failed articles are listed. Default: beside the output, as NAME.errors.jsonl."
        ),
    ] = None,
    to: Annotated[
        Format | None,
        typer.Option(help="Format of records. Default: by the output's suffix, else jsonl."),
    ] = None,
    gazetteer: Gazetteers = None,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Leave out records of less confidence than this.")
    ] = 0.0,
) -> None:
    """Read articles and write a record for every award event in them.

    An article that cannot be read is told on standard error, with a code and what to do; the others
    are read all the same.
    """
    from anugerah.readers import STDIN, Reader
    from anugerah.run import Tally, errors_beside, extract_files

    _add(gazetteer)
    errors = errors or errors_beside(output)
    for path in inputs:
        if path != STDIN and (path.is_dir() or not path.exists()):
            raise typer.BadParameter(f"{path} is no file")
    targets = [path.resolve() for path in (output, entities, errors) if path]
    if len(set(targets)) < len(targets) or any(path.resolve() in targets for path in inputs):
        raise typer.BadParameter("inputs and outputs must all be different files")
    reader, tally = Reader(inputs), Tally()
    with _progress(reader) as show:
        for tally in extract_files(
            reader,
            output=output,
            entities=entities,
            errors=errors,
            format=to,
            min_confidence=min_confidence,
        ):
            show(tally)
    typer.echo(str(tally), err=True)
    if tally.failed:
        raise typer.Exit(1)


@app.command(no_args_is_help=True)
def explain(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="What extract reads; - for JSON Lines on standard input.")
    ],
    id: Annotated[str | None, typer.Option("--id", help="Only the article of this id.")] = None,
    gazetteer: Gazetteers = None,
) -> None:
    """Show what was found in articles and why: sentences with their mentions, records, near misses."""
    from anugerah.explain import explain as tell
    from anugerah.readers import Reader

    _add(gazetteer)
    shown = 0
    for item in Reader([file]):
        if isinstance(item, AnugerahError):
            typer.echo(str(item), err=True)
        elif id is None or item.id == id:
            typer.echo(tell(item))
            shown += 1
    if not shown:
        typer.echo(f"no article{f' {id!r}' if id else ''} in {file}", err=True)
        raise typer.Exit(1)


@app.command(no_args_is_help=True)
def dates(
    text: Annotated[str, typer.Argument(help="The words, or - for standard input.")],
    published: Annotated[
        str | None, typer.Option(help="The day they were published; years and weekdays depend on it.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines with all that is known.")] = False,
) -> None:
    """Print the dates in a text: `anugerah dates "Selasa (21/11)" --published 2023-11-22`."""
    from dataclasses import asdict

    from anugerah.extraction import dates as find_dates
    from anugerah.writers import open_writer

    found = find_dates(sys.stdin.read() if text == "-" else text, published)
    if json:
        with open_writer(None, "jsonl") as lines:
            for date in found:
                lines.write(asdict(date))
        return
    for date in found:
        notes = filter(None, (date.kind, date.basis, date.conflict))
        typer.echo(f"{date.value or 'unknown':<12} {' '.join(date.text.split())}  ({', '.join(notes)})")


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from anugerah.schema import read_schema

    typer.echo(read_schema(), nl=False)


@app.command(no_args_is_help=True)
def score(
    gold: File,
    events: File,
    entities: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="What extract --entities wrote.")
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List every miss and every spurious item.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print all figures as JSON.")] = False,
) -> None:
    """Compare records that extract wrote with a gold file."""
    from json import dumps

    from anugerah.gold.files import ENTITY_KEYS, GOLD_KEYS, RECORD_KEYS, read_lines
    from anugerah.gold.report import render_table
    from anugerah.gold.scoring import score as score_records

    found = {x["id"]: x["entities"] for x in read_lines(entities, ENTITY_KEYS)} if entities else None
    result = score_records(read_lines(gold, GOLD_KEYS), read_lines(events, RECORD_KEYS), found)
    differences = result.pop("errors")
    typer.echo(dumps(result, indent=1) if json else render_table(result))
    if errors:
        typer.echo("\n".join(differences))


@rules_app.command("test")
def run_examples(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]", exists=True, dir_okay=False, help="Rule files. Default: all."),
    ] = None,
) -> None:
    """Run the examples and counterexamples of rules."""
    from anugerah.rulebook import read_rulebook, rulebook_files

    books = [read_rulebook(Path(file.name).stem, file, None) for file in files or rulebook_files()]
    rules = [rule for book in books for rule in book.rules]
    failures = [failure for rule in rules for failure in rule.failures()]
    typer.echo("\n".join([*failures, f"{len(rules)} rules, {len(failures)} failures"]))
    if failures:
        raise typer.Exit(1)


@gazetteer_app.command("lookup", no_args_is_help=True)
def lookup(name: str, gazetteer: Gazetteers = None) -> None:
    """Print what a name means: `anugerah gazetteer lookup "Kemenpan RB"`."""
    from anugerah.lexicon import load_lexicon

    _add(gazetteer)
    entries = load_lexicon().lookup(name)
    for entry in entries:
        years = f"{entry.valid_from or ''}-{entry.valid_to or ''}".strip("-")
        typer.echo("\t".join(filter(None, (entry.id, entry.kind, entry.name, years))))
    if not entries:
        typer.echo(f"{name!r} is in no gazetteer.", err=True)
        raise typer.Exit(1)


@gazetteer_app.command("check")
def check(gazetteer: Gazetteers = None) -> None:
    """Check the gazetteers: faults are errors, names that collide are listed as doubts."""
    from anugerah.lexicon import load_lexicon
    from anugerah.stages.awards import load_series

    _add(gazetteer)
    load_series()
    lexicon = load_lexicon()
    doubts = lexicon.check()
    typer.echo("\n".join([*doubts, f"{len(lexicon.entries)} entries, {len(doubts)} doubts"]))


def _add(folders: list[Path] | None) -> None:
    """Own gazetteers, before anything reads ours."""
    if folders:
        from anugerah.lexicon import use_gazetteers

        use_gazetteers(*folders)


@contextmanager
def _progress(reader: Reader) -> Iterator[Callable[[Tally], None]]:
    """What shows how far a run is: a bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda tally: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=reader.size)
        yield lambda tally: bar.update(task, completed=reader.done, description=str(tally))
