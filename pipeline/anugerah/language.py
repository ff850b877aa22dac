"""The spaCy `Language`: a plain tokenizer and the stages in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import regex
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from anugerah.article import Article
from anugerah.page import store

STAGES = (
    "noise", "sentences", "dates", "acronyms", "agencies", "officials", "innovations", "awards",
    "events",
)  # fmt: skip
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
