"""Extraction: articles in, award events and document entities out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from anugerah.article import Article
from anugerah.entities import entity_sets
from anugerah.errors import AnugerahError, RunError
from anugerah.mentions import DateMention, Event
from anugerah.page import Page
from anugerah.published import read_published
from anugerah.record import AwardEvent, Slot
from anugerah.stages.acronyms import AcronymStage
from anugerah.stages.agencies import AgencyStage
from anugerah.stages.awards import AwardStage
from anugerah.stages.dates import DateStage
from anugerah.stages.events import EventStage
from anugerah.stages.innovations import InnovationStage
from anugerah.stages.noise import NoiseStage
from anugerah.stages.officials import OfficialStage
from anugerah.stages.sentences import SentenceStage
from anugerah.stages.stage import Stage


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article gave: its page with every mention and record, or the error that stopped it."""

    article: Article
    page: Page | None = None
    error: AnugerahError | None = None

    @property
    def events(self) -> list[AwardEvent]:
        """The article's award events, in the order of the text."""
        return [AwardEvent.from_dict(e.record) for e in self.page.found(Event)] if self.page else []

    @property
    def records(self) -> list[dict[str, Any]]:
        """The same as plain JSON data, as the command line writes them."""
        return [e.record for e in self.page.found(Event)] if self.page else []

    @property
    def entities(self) -> dict[str, list[dict[str, Any]]]:
        """The document-level entity sets of the specification's section 5."""
        return entity_sets(self.page or Page(self.article))


@cache
def stages() -> tuple[Stage, ...]:
    """The stages in their order, made once a process."""
    return (
        NoiseStage(),
        SentenceStage(),
        DateStage(),
        AcronymStage(),
        AgencyStage(),
        OfficialStage(),
        InnovationStage(),
        AwardStage(),
        EventStage(),
    )


def read(article: Article) -> Page:
    """The page of an article with every stage's mentions on it. No spaCy Doc is built."""
    page = Page(article)
    for stage in stages():
        stage.run(page)
    return page


def extract(
    text: str,
    *,
    published: date | str | None = None,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    id: str = "text",
) -> list[AwardEvent]:
    """The award events of one article.

    `published` is a date or any common way to write one; InputError A103 if it is none.
    """
    day = read_published(published) if isinstance(published, str) else published
    article = Article(id=id, text=text, title=title, source=source, url=url, published=day)
    return Extraction(article, read(article)).events


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate(Slot):
    """An expression that denotes a date, with its value and the grounds for it.

    `kind`, `value`, `precision` and the rest are those of `DateMention`.
    """

    kind: str
    value: str | None
    precision: str | None
    earliest: str | None
    latest: str | None
    basis: str | None
    conflict: str | None
    runner_up: str | None


def dates(text: str, published: date | str | None = None, title: str | None = None) -> list[FoundDate]:
    """The dates of one article, in the order of the title and then the text.

    `published` is a date or any common way to write one; InputError A103 if it is none. Without it a
    day without a year gets the year that the article establishes, or none.
    """
    day = read_published(published) if isinstance(published, str) else published
    page = Page.of(text, title=title, published=day)
    for stage in stages():
        if stage.group in {"noise", "dates"}:
            stage.run(page)
    return [_found(page, m) for m in page.found(DateMention)]


def _found(page: Page, m: DateMention) -> FoundDate:
    words, start, end, in_title = page.place(m.start, m.end)
    return FoundDate(
        text=words,
        start=start,
        end=end,
        rule=m.rule,
        in_title=in_title,
        kind=m.kind,
        value=m.value,
        precision=m.precision,
        earliest=m.earliest,
        latest=m.latest,
        basis=m.basis,
        conflict=m.conflict,
        runner_up=m.runner_up,
    )


def extract_many(articles: Iterable[Article]) -> Iterator[Extraction]:
    """A lazy stream: one extraction for each article, in order, whatever it holds.

    An article that a stage cannot read comes back with its `error`; the stream goes on.
    """
    for article in articles:
        try:
            yield Extraction(article, read(article))
        except AnugerahError as error:
            yield Extraction(article, error=error)
        except (
            ArithmeticError,
            AttributeError,
            LookupError,
            TimeoutError,
            TypeError,
            ValueError,
        ) as error:
            yield Extraction(
                article,
                error=RunError(
                    "A301",
                    f"article {article.id}: a stage failed ({type(error).__name__}: {error})",
                    remedy="report it with the article; the other articles are not affected",
                ),
            )
