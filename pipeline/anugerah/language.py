"""The spaCy `Language`: a plain tokenizer, the stages as components, and pages on Docs.

Nothing else of the package imports spaCy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, cast

import regex
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import registry
from spacy.vocab import Vocab

from anugerah.article import Article
from anugerah.extraction import stages
from anugerah.mentions import KINDS
from anugerah.page import Page
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

STAGES = tuple(stage.group for stage in stages())
"""The way of an article, in order."""

_TOKENS = regex.compile(r"(\w{1,}|[^\w\s]|\s{1,})( ?)")


class Tokenizer:
    """Splits at every blank and every punctuation mark, and nowhere else.

    The stages work on characters, so boundaries need only be plain and fast: `Publik”,kata` and
    `Kamis(30/11/2023)` come apart, which the stock Indonesian tokenizer leaves whole.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        pairs = _TOKENS.findall(text)
        return Doc(self.vocab, words=[w for w, _ in pairs], spaces=[bool(s) for _, s in pairs])

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterable[Doc]:
        """A Doc for each text."""
        return map(self, texts)

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Nothing to keep: the tokenizer has no state."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> Tokenizer:
        """The tokenizer as it is."""
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Nothing to keep: the tokenizer has no state."""

    def from_disk(self, path: str | Path, **kwargs: Any) -> Tokenizer:
        """The tokenizer as it is."""
        return self

    def __reduce__(self) -> tuple[type[Tokenizer], tuple[Vocab]]:
        return Tokenizer, (self.vocab,)


@registry.tokenizers("anugerah.tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], Tokenizer]:
    """The tokenizer as a spaCy registry function."""
    return _tokenizer_of


def _tokenizer_of(nlp: Language) -> Tokenizer:
    return Tokenizer(nlp.vocab)


class Component:
    """A stage as a spaCy component: it adds the stage's layer and span group to a Doc."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    @property
    def group(self) -> str:
        """The name of the layer and of the span group."""
        return self.stage.group

    def __call__(self, doc: Doc) -> Doc:
        """Add what the stage finds to a Doc; its sentences to `doc.sents` too, if it has none."""
        page = read_page(doc)
        self.stage.run(page)
        write_page(doc, page, self.group)
        if self.group == SentenceStage.group and len(doc) and not doc.has_annotation("DEP"):
            firsts = {span.start for span in doc.spans[self.group]} | {0}
            for token in doc:
                token.is_sent_start = token.i in firsts
        return doc


def _factory(stage: type[Stage], *assigns: str) -> Callable[[Language, str], Component]:
    def make(nlp: Language, name: str) -> Component:
        return Component(stage())

    factory = Language.factory(f"anugerah_{stage.group}", assigns=("doc.spans", *assigns), func=make)
    return cast(Callable[[Language, str], Component], factory)


make_noise = _factory(NoiseStage, "doc._.clean")
make_sentences = _factory(SentenceStage, "token.is_sent_start", "doc.sents")
make_dates = _factory(DateStage)
make_acronyms = _factory(AcronymStage)
make_agencies = _factory(AgencyStage)
make_officials = _factory(OfficialStage)
make_innovations = _factory(InnovationStage)
make_awards = _factory(AwardStage)
make_events = _factory(EventStage)


def load(*, exclude: Iterable[str] = ()) -> Language:
    """The pipeline as a spaCy `Language`, every stage a component that can be dropped or replaced.

    `exclude` names stages (`"events"`) that are left out.
    """
    left_out = set(exclude)
    nlp = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": "anugerah.tokenizer.v1"}}})
    for stage in STAGES:
        if stage not in left_out:
            nlp.add_pipe(f"anugerah_{stage}")
    return nlp


def make_doc(nlp: Language, article: Article) -> Doc:
    """A Doc over the article's text as given, which knows its title and publication date."""
    doc = nlp.make_doc(article.text)
    store(doc)["article"] = {
        "id": article.id,
        "title": article.title or None,
        "source": article.source,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
    }
    return doc


def read_page(doc: Doc) -> Page:
    """The page of a Doc that went through `make_doc`, or of any Doc."""
    data = store(doc)
    return Page(
        _article(doc.text, data.get("article", {})),
        view=data.get("view", ""),
        layers={
            group: [KINDS[group].from_data(m) for m in found]
            for group, found in data.get("mentions", {}).items()
        },
    )


def write_page(doc: Doc, page: Page, group: str) -> None:
    """Put one layer of a page on its Doc: values as plain data, spans as a span group."""
    data = store(doc)
    data["view"] = page.view
    found = page.layers[group]
    data.setdefault("mentions", {})[group] = [m.to_data() for m in found]
    spans: list[Span] = []
    for i, m in enumerate(found):
        if m.start >= page.base:
            span = doc.char_span(
                m.start - page.base,
                m.end - page.base,
                label=getattr(m, "kind", group),
                span_id=i,
                alignment_mode="expand",
            )
            if span is not None:
                spans.append(span)
    doc.spans[group] = spans


def _article(text: str, data: dict[str, str | None]) -> Article:
    published = data.get("published")
    return Article(
        id=data.get("id") or "text",
        text=text,
        title=data.get("title"),
        source=data.get("source"),
        url=data.get("url"),
        published=date.fromisoformat(published) if published else None,
    )


def store(doc: Doc) -> dict[str, Any]:
    """Where everything that anugerah knows of a Doc lives: plain JSON data."""
    return cast(dict[str, Any], doc.user_data.setdefault("anugerah", {}))


def _clean(doc: Doc) -> str:
    """The text of a Doc without its noise, quotes, dashes and blanks in one form each: offsets hold."""
    data = store(doc)
    return data["view"][-len(doc.text) :] if data.get("view") and doc.text else doc.text


if not Doc.has_extension("clean"):
    Doc.set_extension("clean", getter=_clean)
