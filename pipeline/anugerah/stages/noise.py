"""Noise: what stands in an article's text and is not article.

The stage marks it and takes it out of the view, line breaks at both ends, so that nothing is read
across it. Captions are marked and still read. What a date or an outlet says in a stamp or dateline
stays in `page.text` for the stages that ask for it. The title is never noise, save its markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex
from ahocorasick_rs import AhoCorasick, Implementation

from anugerah.markup import read_markup
from anugerah.mentions import Noise
from anugerah.page import Edit, Page, blanks, edited
from anugerah.rulebook import TIMEOUT, Rule, Rulebook, load_rulebook
from anugerah.stages.stage import Stage

KEYS = frozenset({"kind", "place", "list", "until"})


class NoiseStage(Stage):
    """Marks what is not article, and blanks it in the view."""

    group = "noise"

    def find(self, page: Page) -> list[Noise]:
        """The stretches of a page that are not article, in order of their start."""
        return _read(page)[0]

    def run(self, page: Page) -> None:
        """Add the noise layer to a page and blank it in the view."""
        found, page.view = _read(page)
        page.layers[self.group] = list(found)


def _read(page: Page) -> tuple[list[Noise], str]:
    """The noise of a page, and its view without it."""
    book = load_rulebook("noise", KEYS)
    markup = read_markup(page.view)
    view = edited(page.view, markup.edits) if markup.edits else page.view
    found = list(_rules(view, page.base))
    found += _repeated(view, page, book)
    found += _dateline(view, page.base, found)
    found = _apart(found)
    view = edited(view, _gaps(view, found))
    found += [Noise(start=s, end=e, rule="noise.markup", kind="markup") for s, e in _runs(markup.edits)]
    found += [Noise(start=s, end=e, rule="noise.caption.image", kind="caption") for s, e in markup.captions]
    return sorted(found, key=lambda n: (n.start, -n.end)), view


@dataclass(frozen=True, slots=True)
class _Gate:
    """The rules by where they are tried, behind one automaton of the words that they need."""

    book: Rulebook
    needs: AhoCorasick
    owners: tuple[tuple[Rule, ...], ...]
    head: tuple[Rule, ...]
    tail: tuple[Rule, ...]


@cache
def _gate() -> _Gate:
    book = load_rulebook("noise", KEYS)
    owners: dict[str, list[Rule]] = {}
    for rule in book.rules:
        for need in rule.needs:
            owners.setdefault(need, []).append(rule)
    return _Gate(
        book=book,
        needs=AhoCorasick(list(owners), implementation=Implementation.DFA),
        owners=tuple(map(tuple, owners.values())),
        head=tuple(r for r in book.rules if r.options.get("place") == "head"),
        tail=tuple(r for r in book.rules if r.options.get("place") == "tail"),
    )


def _rules(view: str, base: int) -> Iterator[Noise]:
    gate = _gate()
    tail, top = _tail(view, base, gate.book), _top(view, base, gate.book)
    for rule in gate.tail:
        for m in rule.pattern.finditer(view, tail, timeout=TIMEOUT):
            yield _noise(rule, *_trimmed(view, *m.span()))
    needed: dict[str, list[int]] = {}
    rules: dict[str, Rule] = {}
    for literal, at, _ in gate.needs.find_matches_as_indexes(_lowered(view), overlapping=True):
        for rule in gate.owners[literal]:
            rules[rule.id] = rule
            needed.setdefault(rule.id, []).append(at)
    for rule in rules.values():
        end = base
        for m in _matches(rule, view, base, needed[rule.id], gate.book.settings["line"]):
            if m.start() < end or (rule.options.get("place") == "top" and m.start() > top):
                continue
            start, end = m.span()
            if rule.options.get("until") == "headline":
                end = _headline_end(view, start, end, gate.book)
            elif rule.options.get("list"):
                end = _list_end(view, end, gate.book)
            yield _noise(rule, *_trimmed(view, start, end))


def _matches(rule: Rule, view: str, base: int, at: list[int], line: int) -> Iterator[regex.Match[str]]:
    """The matches of a rule, whose needs stand at the given places."""
    if rule.options.get("place") not in {"line", "top"}:
        yield from list(rule.pattern.finditer(view, base, timeout=TIMEOUT))
        return
    end = -1
    for place in at:
        before = view.rfind("\n", max(0, base - 1, place - line), place)
        if place < max(base, end) or (before < 0 and place > line):
            continue
        start = before + 1
        stop = view.find("\n", place, start + line + 1)
        if stop < 0 and len(view) - start > line:
            continue
        end = stop if stop >= 0 else len(view)
        m = rule.pattern.match(view, start, timeout=TIMEOUT)
        if m:
            yield m


def _lowered(view: str) -> str:
    lowered = view.lower()
    return lowered if len(lowered) == len(view) else "".join(c.lower()[0] for c in view)


def _dateline(view: str, base: int, found: list[Noise]) -> Iterator[Noise]:
    """The first of the head's lines that opens with a dateline, furniture passed over."""
    gate = _gate()
    taken = {noise.start for noise in found}
    start = base
    for _ in range(gate.book.settings["head_lines"]):
        while start < len(view) and view[start] == "\n":
            start += 1
        blank = len(view[start : start + 9]) - len(view[start : start + 9].lstrip(" "))
        for rule in gate.head if start + blank not in taken else ():
            m = rule.pattern.match(view, start, timeout=TIMEOUT)
            if m:
                yield _noise(rule, *_trimmed(view, *m.span()))
                return
        start = view.find("\n", start)
        if start < 0:
            return


def _noise(rule: Rule, start: int, end: int) -> Noise:
    return Noise(start=start, end=end, rule=rule.id, kind=rule.options["kind"])


def _trimmed(view: str, start: int, end: int) -> tuple[int, int]:
    stretch = view[start:end]
    return end - len(stretch.lstrip()), start + len(stretch.rstrip())


def _tail(view: str, base: int, book: Rulebook) -> int:
    """Where the last paragraph begins: furniture may follow it, but no more article."""
    end = len(view)
    while end > base:
        start = max(view.rfind("\n", base, end), base - 1) + 1
        line = view[start:end].rstrip()
        if len(line) >= book.settings["paragraph"] and _PARAGRAPH_END.search(line[-60:]):
            return start
        end = start - 1
    return base


def _top(view: str, base: int, book: Rulebook) -> int:
    """Where the first paragraph begins."""
    start = base
    while start < len(view):
        stop = view.find("\n", start)
        stop = len(view) if stop < 0 else stop
        if stop - start >= book.settings["paragraph"]:
            return start
        start = stop + 1
    return base


def _list_end(view: str, end: int, book: Rulebook) -> int:
    """Where the short lines under a heading end: at a line that reads like a paragraph."""
    for _ in range(book.settings["listed_lines"]):
        start = end
        while start < len(view) and view[start] in " \n":
            start += 1
        stop = view.find("\n", start)
        stop = len(view) if stop < 0 else stop
        line = view[start:stop].rstrip()
        if not line or len(line) > book.settings["headline"] or line[-1] in ".:;,":
            break
        if line[0].islower() and len(line) > book.settings["tag"]:
            break  # a hard-wrapped paragraph
        end = stop
    return end


def _headline_end(view: str, start: int, end: int, book: Rulebook) -> int:
    """Where the headline after a link's marker ends; the marker's own end if it has none."""
    longest = book.settings["headline"]
    marker = view[start:end].lower()
    stop = view.find("\n", end, end + 2 * longest)
    stop = stop if stop >= 0 else min(len(view), end + 2 * longest)
    line = view[end:stop].rstrip()
    if not line:
        return _next_line(view, end, stop, longest)
    if marker.endswith("juga") and "baca" in marker:
        return end
    if marker.lstrip().startswith("("):
        closing = line.find(")") + 1
        if closing:
            return end + closing
    ends = [at for term in book.lists["after_headline"] if (at := line.find(term, 1)) > 0]
    if ends and min(ends) <= longest and not _INNER_STOP.search(line[: min(ends)]):
        return end + min(ends)
    before = view[max(0, start - 9) : start].rstrip(" ")
    opens = before == "" or before.endswith("\n")
    if len(line) <= longest and not (_INNER_STOP if opens else _INNER).search(line):
        return stop
    return end + _certain(line[: longest + 80], longest, book)


_PARAGRAPH_END = regex.compile(r"""\.["')]{0,2}\s{0,3}(?:[(\[][^()]{1,40}[)\]])?[ *.]{0,6}$""")
_INNER = regex.compile(r"""[.!?]["')]?\s{0,3}["(]?[A-Z]|\.$""")
_INNER_STOP = regex.compile(r"""[a-z]{3}\.["')]?\s{1,3}["(]?[A-Z]""")


def _next_line(view: str, end: int, stop: int, longest: int) -> int:
    start = stop
    while start < len(view) and view[start] in " \n":
        start += 1
    after = view.find("\n", start)
    after = len(view) if after < 0 else after
    line = view[start:after].rstrip()
    headline = 0 < len(line) <= longest and line[-1] not in ".:,;\"'" and line[0] not in "\"'("
    return after if headline else end


def _certain(line: str, longest: int, book: Rulebook) -> int:
    """How much of a line is surely headline, where other text follows it on the same line."""
    openers, small = frozenset(book.lists["opener"]), frozenset(book.lists["small"])
    words = list(_WORD.finditer(line[:longest]))
    running = [w[0].isalpha() and w[0].islower() and w[0] not in small for w in words]
    titled = not any(running[:6])
    for i in range(3, len(words)):
        word, before = words[i][0], words[i - 1][0]
        if before[-1] in ".?!" and word[0].isupper() and (before[-1] != "." or not any(running[:i])):
            return words[i].start()
        if before[-1] in ".?!" and word[0].isupper():
            break
        if word.rstrip(",") in openers and before not in small:
            goes_on = word.endswith(",") or (i + 1 < len(words) and running[i + 1])
            if goes_on or (not titled and running[i - 1]):
                return words[i].start()
    if len(words) <= 8:
        return 0
    if titled:
        return words[max(4, running.index(True) - 6) if any(running) else 4].start()
    turn = (i for i in range(2, len(words)) if running[i - 1] and words[i][0][0].isupper())
    return words[max(4, next(turn, 4))].start()


_WORD = regex.compile(r"\S{1,60}")


def _repeated(view: str, page: Page, book: Rulebook) -> Iterator[Noise]:
    """Lines that say again, word for word, what the title or an earlier paragraph said."""
    shortest = book.settings["repeated"]
    title = view[: page.base].strip().casefold()
    seen: set[str] = set()
    start = page.base
    for line in view[page.base :].split("\n"):
        words = line.strip()
        end = start + len(line)
        if len(words) >= shortest or (title and len(words) == len(title)):
            key = words.casefold()
            if key in seen or key == title:
                yield Noise(
                    start=start + line.index(words),
                    end=start + line.index(words) + len(words),
                    rule="noise.page.repeated",
                    kind="page",
                )
            seen.add(key)
        start = end + 1


def _apart(found: list[Noise]) -> list[Noise]:
    """The stretches in order, without those that lie in or run into an earlier one."""
    apart: list[Noise] = []
    for noise in sorted(found, key=lambda n: (n.start, -n.end)):
        if noise.end > noise.start and (not apart or noise.start >= apart[-1].end):
            apart.append(noise)
    return apart


def _gaps(view: str, found: list[Noise]) -> Iterator[Edit]:
    for n in found:
        if n.kind != "caption":
            gone = blanks(view[n.start : n.end])
            yield n.start, n.end, gone if len(gone) < 2 else f"\n{gone[1:-1]}\n"


def _runs(edits: list[Edit]) -> Iterator[tuple[int, int]]:
    start = end = -1
    for s, e, _ in edits:
        if s > end:
            if end > start:
                yield start, end
            start, end = s, e
        end = max(end, e)
    if end > start:
        yield start, end
