"""Sentences: where each begins and ends, over the view of the page.

One walk from candidate to candidate: stops with the quotes that close after them, and line breaks.
A stop ends a sentence unless what stands before it abbreviates or counts, or what follows goes on in
small letters; a line break ends one unless the line is visibly cut off. The title is its own sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import regex

from anugerah.mentions import Sentence
from anugerah.page import Page
from anugerah.rulebook import load_rulebook
from anugerah.stages.stage import Stage

LONGEST_WORD = 24
NEAR = 400
LINK = 60


class SentenceStage(Stage):
    """Splits the page into sentences that cover all its words once."""

    group = "sentences"

    def find(self, page: Page) -> list[Sentence]:
        """The sentences of a page, in order; blanks around them belong to none."""
        return list(_sentences(page.view, page.base))


def _sentences(view: str, base: int) -> Iterator[Sentence]:
    walk = _Walk(view, base)
    ends = sorted({0, base, *walk.ends(), len(view)})
    for start, end in pairwise(ends):
        stretch = view[start:end]
        first, last = end - len(stretch.lstrip()), start + len(stretch.rstrip())
        if first < last:
            yield Sentence(start=first, end=last, rule="sentences.split")


@dataclass(frozen=True, slots=True)
class _Words:
    before: frozenset[str]
    before_number: frozenset[str]
    either: frozenset[str]
    domain: frozenset[str]
    leads_on: frozenset[str]
    weekday: frozenset[str]
    candidate: regex.Pattern[str]
    fragment: regex.Pattern[str]
    wrapped_lines: int
    wrapped_width: int
    wrapped_share: float


@cache
def _words() -> _Words:
    book = load_rulebook("sentences")
    stop, line = book.rule("sentences.stop"), book.rule("sentences.line")
    return _Words(
        before=frozenset(book.lists["before"]),
        before_number=frozenset(book.lists["before_number"]),
        either=frozenset(book.lists["either"]),
        domain=frozenset(book.lists["domain"]),
        leads_on=frozenset(book.lists["leads_on"]),
        weekday=frozenset(w[:4] for w in book.lists["weekday"]),
        fragment=book.rule("sentences.fragment").pattern,
        candidate=regex.compile(f"{stop.pattern.pattern}|{line.pattern.pattern}"),
        wrapped_lines=book.settings["wrapped_lines"],
        wrapped_width=book.settings["wrapped_width"],
        wrapped_share=book.settings["wrapped_share"],
    )


class _Walk:
    """One walk over a view, from candidate to candidate."""

    def __init__(self, view: str, base: int) -> None:
        self.view = view
        self.base = base
        self.words = _words()
        self.wrapped = self._is_wrapped()
        self.counted = 0
        self.quotes_from = 0
        self.quotes = 0
        self.linked = False  # whether the line before was a link's text, set apart from its sentence

    def ends(self) -> Iterator[int]:
        """Where sentences end."""
        view = self.view
        for m in self.words.candidate.finditer(view):
            start, end = m.span()
            if view[start] == "\n":
                if self._ends_line(start, end):
                    yield end
                self.quotes_from, self.quotes = end, 0
            else:
                cut = self._ends_stop(start, end)
                if cut is not None:
                    yield cut

    def _ends_stop(self, start: int, end: int) -> int | None:
        """Where the sentence ends that may end with the closing marks at start; None if none does."""
        view = self.view
        after = view[end : end + 3]
        if not after or after[0] == "\n":
            return None  # the line break, or the end of the page, decides
        if after[0].isalnum() and view[start - 1 : start].isupper():
            return None
        closers = end
        while view[closers - 1] in "\"')]":
            closers -= 1
        glued = not after[0].isspace()
        if glued and closers < end and view[closers] in "\"'" and self._opens(closers):
            end, after, glued = closers, view[closers : closers + 3], True
        following = view[end : end + 8].lstrip()
        if not following:
            following = view[end : end + NEAR].lstrip()[:8]
            if not following:
                return None
        first = following.lstrip("\"'([")[:1]
        if first.islower() or (following[0] in ",;:)-" and not following.startswith("- ")):
            return None
        if view[closers - 1] != "." or view[start:closers] != ".":
            return end if not glued or first.isupper() else None
        word = self._word(start)
        if glued and end == closers:
            return end if self._glued_end(word, view[end : end + NEAR]) else None
        if self._counts(word, start) or self._abbreviates(word, following):
            return None
        if following[:4] in self.words.weekday and self.words.fragment.match(view[end : end + 60].lstrip()):
            return None
        return end

    def _word(self, stop: int) -> str:
        stretch = self.view[max(0, stop - LONGEST_WORD) : stop]
        return stretch[max(stretch.rfind(" "), stretch.rfind("\n")) + 1 :].lstrip("\"'([")

    def _glued_end(self, word: str, following: str) -> bool:
        """Whether a sentence ends at a stop that the next word is glued to."""
        if not word or (following[0] not in "\"'(" and not following[0].isupper()):
            return False
        if following[0] in "\"'(":
            return len(word) > 2 and following[1:2].isupper()
        rest = regex.match(r"[A-Z][\w-]{0,30}", following)
        next_word = rest[0] if rest else following[0]
        if next_word.lower() in self.words.domain:
            return False
        if not next_word[1:2].islower():
            return word.isalpha() and word[-1].islower() and len(word) > 3
        tail = word.rsplit(".", 1)[-1].lower()
        if word[-1].isdigit():
            return len(tail) > 2 and word[:1].isdigit()
        return (word[-1].islower() and len(tail) > 2 and tail not in self.words.before) or word[-1] in ")\"'"

    def _counts(self, word: str, stop: int) -> bool:
        """Whether the stop belongs to the number of a list's item."""
        digits = word[len(word.rstrip("0123456789")) :]
        if not digits:
            return len(word) <= 4 and _is_numeral(word) and self._opens_line(stop - len(word))
        if len(digits) > 2 or (len(digits) < len(word) and not word[-len(digits) - 1].isalpha()):
            return False
        number = int(digits)
        starts = len(digits) == len(word) and self._opens_line(stop - len(word))
        follows = number == self.counted + 1 and (
            self.counted > 0 or self.view.find(f"{number + 1}.", stop, stop + NEAR) > 0
        )
        if starts or follows:
            self.counted = number
        return starts or follows

    def _opens_line(self, start: int) -> bool:
        return self.view[max(0, start - LONGEST_WORD) : start].rstrip(" ").endswith("\n") or start == 0

    def _abbreviates(self, word: str, following: str) -> bool:
        """Whether the stop abbreviates the word before it, and no sentence ends there."""
        tail = word.lower().rsplit("/", 1)[-1]
        if tail in self.words.before and not (word.isupper() and tail in self.words.either):
            return True
        if tail in self.words.before_number and following[0].isdigit():
            return True
        if len(word) == 1 and word.isupper():
            return True
        next_word = following.split(" ", 1)[0]
        if "." in next_word.rstrip(".,") and next_word[:1].isupper():
            return "." in word or tail in self.words.either
        return False

    def _opens(self, at: int) -> bool:
        """Whether the quotation mark opens, by how many stand before it in the paragraph."""
        self.quotes += self.view.count('"', self.quotes_from, at)
        self.quotes_from = at
        return self.quotes % 2 == 0

    def _ends_line(self, start: int, end: int) -> bool:
        """Whether the line breaks from start to end close a sentence."""
        view = self.view
        before = view[max(0, start - LONGEST_WORD) : start].rstrip(" ")
        if end >= len(view) or not before:
            return True
        first = view[end]
        if first in ",.;)":
            return False
        paragraph = view.count("\n", start, end) > 1
        last = before[-1]
        word = before[max(before.rfind(" "), before.rfind("\n")) + 1 :]
        if last in ".!?\"')":
            stopped = before.rstrip("\"')")[-1:]
            if stopped == "." and not paragraph and self.wrapped:
                return not self._abbreviates(word.rstrip("."), view[end : end + 8])
            if stopped in ".!?":
                return True
        if last in ":;":
            return True
        if paragraph:
            return not (first.islower() and last.isalpha() and last.islower() and len(before) > 20)
        if first.islower() or word.lower() in self.words.leads_on or last in ",-(":
            return False
        if self.linked and view[end - 1] == " ":
            return False
        self.linked = view[start - 1] == " " and last.islower() and first.isalpha()
        self.linked = self.linked and view.find("\n", end, end + LINK) > 0
        return not (self.linked or self.wrapped)

    def _is_wrapped(self) -> bool:
        """Whether the text's lines were cut at a width: many go on in small letters on the next."""
        lines = [x.strip() for x in self.view[self.base :].split("\n")]
        pairs = [(a, b) for a, b in pairwise(lines) if a and b and a[-1] not in ".!?:\"')"]
        if len(pairs) < self.words.wrapped_lines:
            return False
        if sum(len(a) > self.words.wrapped_width for a, _ in pairs) > len(pairs) // 4:
            return False
        going_on = sum(b[0].islower() for _, b in pairs)
        return going_on >= self.words.wrapped_share * len(pairs)


def _is_numeral(word: str) -> bool:
    return bool(word) and (len(word) == 1 or set(word.upper()) <= set("IVX"))
