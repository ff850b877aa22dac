"""HTML and Markdown in a text: as edits that leave the words, and every offset, where they are.

A tag or a link's target becomes blanks, a block's edge a line break, an entity its character. What is
left of a pair of signs stands next to the words it belongs to, so that `&ldquo;Kami` reads `"Kami`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import regex

from anugerah.page import SAME, Edit

_TIMEOUT = 2.0
_HTML = regex.compile(
    r"<!--"
    r"|<(?P<end>/?)(?P<name>[a-z][a-z0-9:;-]{0,24})(?:\s[^<>]{0,4000})?/?>"
    r"|&(?:amp;)?(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});",
    regex.IGNORECASE,
)
_UNSEEN = {"<!--": "-->", "script": "</script", "style": "</style"}
_BLOCKS = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "br",
            "caption",
            "dd",
            "div",
            "dl",
            "dt",
            "figcaption",
        ),
        *(
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "iframe",
            "img",
            "li",
        ),
        *(
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
        ),
    }
)
_MARKDOWN = regex.compile(
    r"!\[(?P<alt>[^\[\]\n]{0,600})\](?P<source>\([^()\s]{0,600}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?\))"
    r"|(?P<target>\]\([^()\s]{1,600}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?\))"
    r"|(?<=\))\{[^{}\n]{1,300}\}|^:{3,8}[^\n]{0,80}$"
    r"|(?P<open>\[)(?=[^\[\]\n]{1,300}\]\()"
    r"|(?P<bullet>^[ ]{0,6}\*(?=[ ]))"
    r"|(?P<stars>\*{1,4})"
    r"|(?P<heading>^\#{1,6}[ ])"
    r"|(?P<escape>\\[\"'\[\]|@_*#<>~`.()+!-])"
    r"|(?P<hard>\\(?=\n))",
    regex.MULTILINE,
)
_IS_MARKDOWN = regex.compile(r"\]\(\S{1,10}|\*\*[^\s*][^*\n]{0,300}\*\*|^\#{1,6} \S", regex.MULTILINE)


@dataclass(frozen=True, slots=True)
class Markup:
    """What a text's markup comes to: edits in order of start, and the captions of its images."""

    edits: list[Edit]
    captions: list[tuple[int, int]]


def read_markup(view: str) -> Markup:
    """The markup of a view; nothing for plain text."""
    edits: list[Edit] = []
    captions: list[tuple[int, int]] = []
    if "<" in view or "&" in view:
        edits += _html(view)
    if ("](" in view or "**" in view or "\n#" in view) and _IS_MARKDOWN.search(view, timeout=_TIMEOUT):
        for m in _MARKDOWN.finditer(view, timeout=_TIMEOUT):
            if m["alt"] is not None:
                edits += _image(m)
                if m["alt"].strip():
                    captions.append(m.span("alt"))
            else:
                edits.append((m.start(), m.end(), _markdown(m, view)))
    return Markup(sorted(edits), captions)


def _html(view: str) -> Iterator[Edit]:
    done = 0
    closed = dict.fromkeys(_UNSEEN.values(), 0)
    for m in _HTML.finditer(view, timeout=_TIMEOUT):
        start, end = m.span()
        if start < done:
            continue
        name = "<!--" if m[0] == "<!--" else (m["name"] or "").lower()
        if view[start] == "&":
            piece = unescape(unescape(m[0])).translate(SAME)
            if len(piece) != 1:
                continue
            piece = _beside(piece, end - start, view[start - 1 : start], view[end : end + 1])
        elif name in _UNSEEN and not m["end"]:
            closing = _UNSEEN[name]
            if 0 <= closed[closing] < end:
                closed[closing] = view.find(closing, end)
            if closed[closing] >= 0:
                end = closed[closing] + (len(closing) if name == "<!--" else 0)
            piece = " " * (end - start)
        elif name in _BLOCKS:
            size = end - start - 1
            piece = "\n" + " " * size if m["end"] else " " * size + "\n"
        else:
            piece = " " * (end - start)
        yield start, end, piece
        done = end


def _beside(sign: str, size: int, before: str, after: str) -> str:
    """A sign padded to size: an opening one stands next to what follows, others to what precedes."""
    opens = sign in "\"'([" and (not before or before in " \n(>*_") and after.strip() != ""
    return sign.rjust(size) if opens else sign.ljust(size)


def _image(m: regex.Match[str]) -> Iterator[Edit]:
    start, end = m.span()
    alt_start, alt_end = m.span("alt")
    yield start, alt_start, "\n "
    yield alt_end, end, "\n" + " " * (end - alt_end - 1)


def _markdown(m: regex.Match[str], view: str) -> str:
    size = m.end() - m.start()
    if m["escape"]:
        return _beside(m[0][1], size, view[m.start() - 1 : m.start()], view[m.end() : m.end() + 1])
    if m["bullet"]:
        return "-".rjust(size)
    return " " * size
