"""The page: an article as the stages read it.

The text as given is never rewritten. Stages read the *view*: a string of the same length in which
quotes, dashes and blanks have one form each and noise is blanked out, so that every offset into the
view is an offset into the text. The title, if there is one, stands before the text on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar, cast

from anugerah.article import Article
from anugerah.mentions import Mention

M = TypeVar("M", bound=Mention)

GAP = "\n\n"
"""What stands on the page between title and text."""

SAME = str.maketrans(
    {
        "\u0130": "I",  # the one letter whose lower case is longer than it
        **dict.fromkeys("“”„‟″«»＂", '"'),
        **dict.fromkeys("‘’‚‛′`´ʼˈ", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys(
            "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\u200b\u200c\u200d\ufeff\u00ad",
            " ",
        ),
        **dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029", "\n"),
    }
)
"""One form for each quote, dash and blank; one code point for one, so that offsets hold."""

_OTHER = re.compile(f"[{re.escape(''.join(map(chr, SAME)))}]")
"""What has another form: ten times faster than `str.translate` over a text that has little of it."""


Edit = tuple[int, int, str]
"""Start, end and what to put there: as many characters as stood there."""


def blanks(stretch: str) -> str:
    """A stretch with nothing left in it but its line breaks."""
    return "\n".join(" " * len(line) for line in stretch.split("\n"))


def edited(view: str, edits: Iterable[Edit]) -> str:
    """A view with its edits put in; where two overlap, the first stands. Its length stays."""
    pieces: list[str] = []
    last = 0
    for start, end, piece in edits:
        if start >= last:
            pieces += (view[last:start], piece)
            last = end
    return "".join(pieces) + view[last:]


@dataclass(slots=True)
class Page:
    """Title and text as one string of code points, with what the stages have found so far.

    `text` is title, gap and text exactly as given; `base` is where the article's text begins;
    `view` has the same length and is what rules are matched against.
    """

    article: Article
    text: str = field(init=False)
    base: int = field(init=False)
    view: str = ""
    layers: dict[str, list[Mention]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        before = self.article.title + GAP if self.article.title else ""
        self.text = before + self.article.text
        self.base = len(before)
        if not self.view:
            self.view = _OTHER.sub(lambda m: SAME[ord(m[0])], self.text)

    @classmethod
    def of(cls, text: str, *, title: str | None = None, published: date | None = None) -> Page:
        """A page over a bare text, nothing found on it yet."""
        return cls(Article(id="text", text=text, title=title, published=published))

    @property
    def published(self) -> date | None:
        """The day the article was published, where its metadata say so."""
        return self.article.published

    def found(self, kind: type[M]) -> list[M]:
        """The mentions of one kind, in order of their start; empty if that stage has not run."""
        return cast(list[M], self.layers.get(kind.group, []))

    def blank(self, start: int, end: int) -> None:
        """Take a stretch out of the view; line breaks in it stay."""
        self.put([(start, end, blanks(self.view[start:end]))])

    def put(self, edits: Iterable[Edit]) -> None:
        """Put other characters into stretches of the view, as many as stood there, in order of start."""
        self.view = edited(self.view, edits)

    def place(self, start: int, end: int) -> tuple[str, int, int, bool]:
        """Text, start and end of a page span in the article's own coordinates; True if in the title."""
        if start >= self.base:
            return self.text[start:end], start - self.base, end - self.base, False
        return self.text[start:end], start, end, True
