"""The acronyms stage: short forms that the article spells out, in either order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from anugerah.lexicon import load_lexicon
from anugerah.mentions import Acronym
from anugerah.page import Page
from anugerah.rulebook import Rule, Rulebook, load_rulebook
from anugerah.stages.stage import Stage

_WORD = regex.compile(r"[\w&][\w&'.+]{0,40}(?<![.'])|&")
_BREAK = regex.compile(r"[;:()\"\[\]!?|]|\n\s*\n|(?<=[.,])\n|(?<=[a-z0-9]{2})\. (?=[\"A-Z])")
_SHORT = regex.compile(
    r"(?=[^\s]{0,30}[A-Za-z])[A-Za-z0-9][\w&'./+!-]{1,24}(?: (?:dan |& )?[A-Za-z0-9][\w&'./+!-]{0,20}){0,3}"
)
_YEAR = regex.compile(r"[ ,-]{1,2}(?:tahun )?(?:19|20)\d\d$", regex.IGNORECASE)
_TIMES = regex.compile(r"([a-z])-?([2-5])|([2-5])-?([a-z])")
_PLAIN = regex.compile(r"[^a-z0-9]")


@dataclass(frozen=True, slots=True)
class Alignment:
    """How well words give the letters of a short form, and which of the words it takes."""

    cost: float
    first: int
    last: int


class AcronymStage(Stage):
    """Pairs of short and long form around a bracket, `singkatan dari`, `atau`, `alias`, `disingkat`.

    Which words belong to the long form is decided by aligning them with the letters of the short one.
    """

    group = "acronyms"

    def find(self, page: Page) -> list[Acronym]:
        """The pairs on a page, in order of their start."""
        found: list[Acronym] = []
        for rule in _rules().tried(page.view.lower()):
            for m in rule.matches(page.view):
                pair = _read(page, rule, m)
                i = bisect_left(found, pair.start, key=_start) if pair else 0
                if pair and not any(
                    pair.start < p.end and p.start < pair.end for p in found[max(0, i - 1) : i + 1]
                ):
                    found.insert(i, pair)
        return found


def _start(pair: Acronym) -> int:
    return pair.start


def align(short: str, words: Sequence[str], *, whole: bool = False, free: bool = False) -> Alignment | None:
    """The cheapest way to get the letters of `short` out of `words`, or None.

    Each word may give a beginning, letters after its beginning, or nothing. `whole` keeps the first
    word as the beginning of the long form; `free` lets it end before the last word.
    """
    price = _rules().settings
    stopwords = _stopwords()
    letters = _spell(short)
    n, count = len(letters), len(words)
    if not whole and not free and (first := _initials(letters, words)) is not None:
        return Alignment(0.0, first, count)
    plain = [_PLAIN.sub("", w.lower()) for w in words]
    if not n or not any(w.startswith(letters[0]) or letters[:2] in w for w in plain[: 1 if whole else count]):
        return None
    far = 1e9
    best = [[(far, count)] * (n + 1) for _ in range(count + 1)]
    best[count] = [(price["missing"] * (n - j), count) for j in range(n + 1)]
    taken: list[tuple[float, int]] = [(far, count)] * count
    for i in range(count - 1, -1, -1):
        word = plain[i]
        below, row = best[i + 1], best[i]
        light = words[i].lower() in stopwords
        skip = price["light"] if light else price["skip"]
        tail = 0.0 if free else (0.0 if light else price["tail"])
        row[n] = (0.0, i) if free else (below[n][0] + tail, below[n][1])
        for j in range(n - 1, -1, -1):
            choice = (below[j][0] + skip, below[j][1])
            for k, cost in _given(word, letters, j, price):
                rest = below[k]
                if cost + rest[0] < choice[0]:
                    choice = (cost + rest[0], max(rest[1], i + 1) if free and k == n else rest[1])
            lost = row[j + 1]
            if lost[0] + price["missing"] < choice[0]:
                choice = (lost[0] + price["missing"], lost[1])
            row[j] = choice
        if word and not light:
            taken[i] = min(
                (
                    (cost + below[k][0], max(below[k][1], i + 1))
                    for k, cost in _given(word, letters, 0, price)
                    if k > 1 or word[0] == letters[0]
                ),
                default=(far, count),
            )
    starts = range(1) if whole else range(count)
    cost, first = min((taken[i][0] + _lower(words, i, price["lower"]), -i) for i in starts)
    if cost >= far:
        return None
    return Alignment(cost, -first, taken[-first][1])


def _initials(letters: str, words: Sequence[str]) -> int | None:
    """Where the long form begins if the letters are the initials of the last words, the common case."""
    i = len(words)
    for letter in reversed(letters):
        i -= 1
        while i > 0 and words[i][0].lower() != letter and words[i].lower() in _stopwords():
            i -= 1
        if i < 0 or words[i][0].lower() != letter:
            return None
    return i


def _given(word: str, letters: str, j: int, price: Mapping[str, float]) -> Iterator[tuple[int, float]]:
    """How far into the letters one word can lead, and at what cost."""
    if not word:
        return
    k = j
    if word[0] == letters[j]:
        while k < len(letters) and k - j < len(word) and word[k - j] == letters[k]:
            k += 1
            yield k, 0.0
        at = k - j
        while k < len(letters) and (at := word.find(letters[k], at) + 1):
            k += 1
            yield k, price["inner"]
        return
    at = word.find(letters[j])
    if at < 0:
        return
    yield j + 1, price["lone"]
    k = j + 1
    while k < len(letters) and (at := word.find(letters[k], at + 1)) > 0:
        k += 1
        yield k, price["middle"]


def _lower(words: Sequence[str], i: int, price: float) -> float:
    """A long form in capitals does not begin with a word in lower case."""
    if words[i][0].islower() and i + 1 < len(words) and words[i + 1][0].isupper():
        return price
    return 0.0


def _spell(short: str) -> str:
    """The letters that a short form stands for: `DP3AK` is `dpppak`, `3T` is `ttt`."""
    plain = short.lower().replace(" dan ", " ").replace("'", "")

    def times(m: regex.Match[str]) -> str:
        return m[1] * int(m[2]) if m[1] else m[4] * int(m[3])

    return _PLAIN.sub("", _TIMES.sub(times, plain))


def _read(page: Page, rule: Rule, m: regex.Match[str]) -> Acronym | None:
    left, right = _left(page.view, m.start()), m.span("right")
    inside = page.view[right[0] : right[1]]
    if not left or not any(c.isalpha() for c in inside):
        return None
    order = rule.options["order"]
    pair = _long_left(page, rule, left, right) if order != "short_first" else None
    if pair or order == "long_first":
        return pair
    return _long_right(page, rule, left, right)


def _left(view: str, end: int) -> list[tuple[int, int]]:
    """The words before a hinge, back to where the clause or the quotation begins."""
    begin, stop = max(0, end - 220), end
    while stop > begin and view[stop - 1] in " ,\"'":
        stop -= 1
    for b in _BREAK.finditer(view, begin, stop):
        begin = b.end()
    words = [w.span() for w in _WORD.finditer(view, begin, stop)]
    return words[-_rules().settings["words"] :]


def _long_left(page: Page, rule: Rule, left: list[tuple[int, int]], right: tuple[int, int]) -> Acronym | None:
    inside = page.view[right[0] : right[1]]
    if rule.options.get("open"):
        w = _WORD.match(inside)
        inside = w[0] if w and sum(c.isupper() for c in w[0]) > 1 else ""
    short = _YEAR.sub("", inside.strip(' "'))
    if not _SHORT.fullmatch(short) or (short.islower() and " " in short):
        return None
    left = left[-len(short) - 5 :]
    words = [page.view[a:b] for a, b in left]
    found = align(short, words)
    if not found:
        return None
    long = words[found.first : found.last]
    name = short.isupper() and len(short) > 5 and not any(w.islower() for w in long)
    kind = ("phrase" if " " in short else "creative") if name else "slack"
    if not _good(short, long, found.cost, _slack(rule, kind)):
        return None
    last = found.last
    while last < len(words) and words[last].lower() in _tails():
        last += 1
    begin = right[0] + page.view[right[0] : right[1]].index(short)
    return _pair(page, rule.id, (begin, begin + len(short)), (left[found.first][0], left[last - 1][1]))


def _long_right(
    page: Page, rule: Rule, left: list[tuple[int, int]], right: tuple[int, int]
) -> Acronym | None:
    spans = [w.span() for w in _WORD.finditer(page.view, *right)][: _rules().settings["words"]]
    words = [page.view[a:b] for a, b in spans]
    if len(words) < 2:
        return None
    is_open = rule.options.get("open", False)
    choices = []
    beginnings = _beginnings(page.view, left)
    for first in beginnings:
        short = page.view[left[first][0] : left[-1][1]]
        found = align(short, words, whole=True, free=is_open)
        if found and _good(short, words[: found.last], found.cost, _slack(rule, "creative")):
            choices.append((found.cost / len(short), first, found))
    if not choices:
        return None
    _, first, found = min(choices, key=lambda c: c[:2])
    if not page.view[left[first][0] : left[-1][1]].isupper():
        first = min(first, max(beginnings[-1], 1))
    last = found.last if is_open else len(spans)
    if is_open and words[last - 1].lower() in _stopwords():
        return None
    short = page.view[left[first][0] : left[-1][1]]
    if rule.options.get("loud") and (not short.isupper() or load_lexicon().bodies(short)):
        return None
    if rule.options.get("titled") and not _is_titled(words[:last]):
        return None
    while rule.options.get("runs_on") and last < len(spans) and words[last][0].isupper():
        if page.view[spans[last - 1][1] : spans[last][0]] != " ":
            break
        last += 1
    end = spans[last - 1][1]
    return _pair(page, rule.id, (left[first][0], left[-1][1]), (spans[0][0], end))


def _beginnings(view: str, left: list[tuple[int, int]]) -> list[int]:
    """Where a short form that ends at the hinge may begin: in a run of words in capitals."""
    out: list[int] = []
    for i in range(len(left) - 1, max(-1, len(left) - 5), -1):
        word = view[left[i][0] : left[i][1]]
        joined = i == len(left) - 1 or view[left[i][1] : left[i + 1][0]] in " -"
        if not joined or word.lower() in _introducers() or not any(c.isupper() for c in word):
            break
        out.append(i)
    return out


def _is_titled(words: Sequence[str]) -> bool:
    """Three words or more, all but those that only link beginning with a capital."""
    return len(words) > 2 and all(w[0].isupper() or w.lower() in _stopwords() for w in words)


def _slack(rule: Rule, kind: str) -> float:
    return float(rule.options.get(kind, rule.options["slack"]))


def _good(short: str, words: Sequence[str], cost: float, slack: float) -> bool:
    """An alignment is believed if it costs little for each letter and the long form is a longer one."""
    letters = len(_spell(short))
    long = sum(len(w) for w in words)
    if long < letters + 3 or short.lower() in (w.lower() for w in words):
        return False
    if len(words) < 2:
        titled = letters < 4 and long > 6 and short.istitle() and words[0].istitle()
        return titled and cost <= _rules().settings["inner"]
    if letters < 3:
        return letters == 2 and cost == 0 and short.isupper()
    return cost <= slack * letters


def _pair(page: Page, rule: str, short: tuple[int, int], long: tuple[int, int]) -> Acronym:
    return Acronym(
        start=min(short[0], long[0]),
        end=max(short[1], long[1]),
        rule=rule,
        short=page.text[short[0] : short[1]],
        long=" ".join(page.text[long[0] : long[1]].split()),
        short_start=short[0],
        short_end=short[1],
        long_start=long[0],
        long_end=long[1],
    )


@cache
def _rules() -> Rulebook:
    return load_rulebook(
        "acronyms", frozenset({"order", "open", "slack", "creative", "phrase", "runs_on", "titled", "loud"})
    )


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(_rules().lists["stopwords"])


@cache
def _introducers() -> frozenset[str]:
    return frozenset(_rules().lists["introducers"])


@cache
def _tails() -> frozenset[str]:
    return frozenset(_rules().lists["tails"])
