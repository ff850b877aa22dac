"""Agreement: when a value that was read says the same as the value in gold.

Names are compared by their words, without case, accents and punctuation. Numerals must not differ:
`SMPN 3` is not `SMPN 5`, `Juara I` not `Juara II`, `Juara 1` is `Juara I`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from typing import Any

Value = Mapping[str, Any]

_YEAR = re.compile(r"(19|20)\d\d")
_AWARD_WORDS = ("rank", "title", "category", "event")


def words(text: str | None) -> list[str]:
    """The words of a name: lower case, no accents, Latin letters and digits only."""
    plain = unicodedata.normalize("NFKD", text or "").lower()
    return re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))


_STOP = frozenset(
    words(
        "dan di ke dari yang untuk pada dalam dengan oleh atas se sebagai tingkat kategori tahun ri "
        "republik indonesia penghargaan award awards anugerah predikat"
    )
)
_ROMAN = {r: str(i) for i, r in enumerate(words("i ii iii iv v vi vii viii ix x"), 1)}
_ORDINAL = {w: str(i) for i, w in enumerate(words("pertama kedua ketiga keempat kelima keenam"), 1)}
_NUMBER = _ROMAN | _ORDINAL


def overlap(a: str | None, b: str | None) -> float:
    """The share of words that two names have in common, 0 to 1."""
    return _word_f1(words(a), words(b))


def _word_f1(a: Iterable[str], b: Iterable[str]) -> float:
    ca, cb = Counter(a), Counter(b)
    common = (ca & cb).total()
    return 2 * common / (ca.total() + cb.total()) if common else 0.0


def _numbers(found: Iterable[str]) -> set[str]:
    return {_NUMBER.get(w, w) for w in found if (w.isdigit() or w in _NUMBER) and not _YEAR.fullmatch(w)}


def _abbreviated(full: list[str], other: Iterable[str]) -> list[str]:
    """`full` with each run of words whose initials are a word of `other` put as that word."""
    shorts = {w for w in other if 3 <= len(w) <= 6 and w.isalpha()}
    out, i = [], 0
    while i < len(full):
        run = next((s for s in shorts if "".join(w[0] for w in full[i : i + len(s)]) == s), None)
        out.append(run or full[i])
        i += len(run) if run else 1
    return out


def same_named(gold: Value, read: Value) -> bool:
    """Equal ids where both have one, else nearly the same words and no word put in place of another."""
    if gold.get("id") and read.get("id"):
        return bool(gold["id"] == read["id"])
    a, b = words(gold.get("name")), words(read.get("name"))
    if a == b:
        return bool(a)
    if _word_f1(a, b) < 0.8 or _numbers(a) != _numbers(b):
        return False
    left, right = set(Counter(a) - Counter(b)), set(Counter(b) - Counter(a))
    if not (left and right):
        return True
    return all(any(SequenceMatcher(None, x, y).ratio() >= 0.8 for y in right) for x in left)


def same_award(gold: Value, read: Value) -> bool:
    """Most words in common, or one a fair part of the other, in title or in title, rank and programme."""
    a, b = words(gold["title"]), words(read.get("title"))
    if not b or len(b) > 2 * len(a) + 6:
        return False
    for x, y in ((a, b), (_whole_award(gold), _whole_award(read))):
        x, y = _abbreviated(x, y), _abbreviated(y, x)
        nx, ny = _numbers(x), _numbers(y)
        if nx and ny and not nx & ny:
            return False
        short, long = sorted((set(x) - _STOP, set(y) - _STOP), key=len)
        if _word_f1(x, y) >= 0.6 or (short and short <= long and 3 * len(short) >= len(long)):
            return True
    return False


def _whole_award(award: Value) -> list[str]:
    return words(" ".join(str(award[k]) for k in _AWARD_WORDS if award.get(k)))


def same_person(gold: Value, read: Value) -> bool:
    """One name a part of the other, or most of it; where gold has an office only, most of the office."""
    if not gold.get("name"):
        return not read.get("name") and overlap(gold.get("title"), read.get("title")) >= 0.5
    a, b = set(words(gold["name"])), set(words(read.get("name")))
    return bool(b) and (a <= b or b <= a or overlap(gold["name"], read.get("name")) >= 0.75)


def same_office(gold: Value, read: Value) -> bool:
    """Half of the words of the office, where gold has one."""
    return not gold.get("title") or overlap(gold["title"], read.get("title")) >= 0.5


def same_innovation(gold: Value, read: Value) -> bool:
    """Name or expansion of one is the name or expansion of the other."""
    return any(
        a and b and (overlap(a, b) >= 0.75 or words(a) == words(b))
        for a in (gold.get("name"), gold.get("expansion"))
        for b in (read.get("name"), read.get("expansion"))
    )


def same_place(gold: Value, read: Value) -> bool:
    """The same city, or most of the venue's words."""
    if gold.get("city") and read.get("city") and words(gold["city"]) == words(read["city"]):
        return True
    return overlap(gold.get("venue"), read.get("venue")) >= 0.6


def same_rank(gold: str, read: str) -> bool:
    """The same numerals, and most words or one a part of the other."""
    a, b = words(str(gold)), words(str(read))
    if _numbers(a) != _numbers(b):
        return False
    return _word_f1(a, b) >= 0.6 or set(a) - _STOP <= set(b) or set(b) - _STOP <= set(a)


def _equal(gold: object, read: object) -> bool:
    return str(gold) == str(read)


SLOTS: Mapping[str, Callable[[Any, Any], bool]] = {
    "recipient": same_named,
    "award": same_award,
    "date": _equal,
    "status": _equal,
    "giver": same_named,
    "presenter": same_person,
    "receiver": same_person,
    "innovation": same_innovation,
    "place": same_place,
    "rank": same_rank,
    "category": same_rank,
    "edition": _equal,
}
"""The slots that are scored, each with what counts as agreement."""


def _same_official(gold: Value, read: Value) -> bool:
    return same_person(gold, read) and same_office(gold, read)


def _same_acronym(gold: Value, read: Value) -> bool:
    return words(gold["short"]) == words(read.get("short")) and overlap(gold["long"], read.get("long")) >= 0.7


def _same_date(gold: Value, read: Value) -> bool:
    return gold["value"] == read.get("value") and (
        bool(gold["value"]) or overlap(gold["text"], read.get("text")) >= 0.5
    )


def _same_agency(gold: Value, read: Value) -> bool:
    return same_named(gold, read) or overlap(gold.get("text"), read.get("text")) >= 0.8


ENTITIES: Mapping[str, tuple[str, Callable[[Any, Any], bool]]] = {
    "agencies": ("agencies", _same_agency),
    "agencies_linked": ("agencies", same_named),
    "officials": ("officials", _same_official),
    "innovations": ("innovations", same_innovation),
    "acronyms": ("acronyms", _same_acronym),
    "dates": ("dates", _same_date),
}
"""The entity figures, each with its set and its agreement.

`agencies` wants the mention, `agencies_linked` the canonical name or id.
"""
