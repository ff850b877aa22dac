"""Pieces become institutions: joined with their neighbours, completed from the rest of the article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import zip_longest

import regex

from anugerah.lexicon import Entry, key, load_lexicon
from anugerah.mentions import Acronym
from anugerah.page import Page
from anugerah.stages.agencies.pieces import Piece
from anugerah.stages.agencies.places import governing, in_title, name_place
from anugerah.stages.agencies.scan import rulebook, scanner

_BRACKET = regex.compile(r" ?\(\s?([^()\n]{2,25}?)\s?\)")
_SHORT = regex.compile(r"(?=[^\s]{0,24}\p{Lu})[\p{L}\d][\p{L}\d.&/-]{1,24}(?: [\p{L}\d-]{2,10})?")


_BRANCH = regex.compile(r"((?:Kantor )?(?:Cabang|Wilayah)) $")
_SITES = frozenset({"agencies.school", "agencies.university", "agencies.health"})
"""Rules of names that the press cuts short at their second mention."""


@cache
def _through() -> regex.Pattern[str]:
    return regex.compile(rulebook().fragments["through"])


@cache
def _between() -> regex.Pattern[str]:
    return regex.compile(rulebook().fragments["between"])


def follow_acronyms(page: Page, pieces: list[Piece]) -> None:
    """Find the short forms that the article gives to institutions wherever they stand alone."""
    shorts: dict[str, Piece] = {}
    at = {p.start: p for p in pieces if not p.place}
    for acronym in page.found(Acronym):
        piece = at.get(acronym.long_start)
        if piece and piece.end > acronym.long_end - 4 and _abbreviates(acronym.short, piece):
            shorts.setdefault(acronym.short, piece)
    for piece in pieces:
        bracket = None if piece.place else _BRACKET.match(page.view, piece.end)
        if bracket and _SHORT.fullmatch(bracket[1]) and _abbreviates(bracket[1], piece):
            shorts.setdefault(bracket[1], piece)
    if not shorts:
        return
    pieces[:] = [p for p in pieces if not _glosses(page.view, p, shorts)]
    taken = {p.start: p for p in pieces}
    starts, ends = zip(*sorted((p.start, p.end) for p in pieces), strict=True)
    for short, first in shorts.items():
        if short.lower() in scanner().heads:
            continue
        for start in _occurrences(page.view, short, first.end + 3):
            same = taken.get(start)
            if same is None:
                i = bisect_left(starts, start)
                if i and ends[i - 1] > start:
                    continue
                same = Piece(start=start, end=start + len(short), rule="agencies.acronym", name="", kind="")
                pieces.append(same)
            elif same.end != start + len(short) or same.place:
                continue
            same.name, same.kind, same.id = first.name, first.kind, first.id
            same.carries, same.takes, same.keeps = first.carries, first.takes, first.keeps
            same.private, same.branch = first.private, first.branch


def _glosses(view: str, piece: Piece, shorts: dict[str, Piece]) -> bool:
    """True of a short form in the bracket that introduces it."""
    first = shorts.get(view[piece.start : piece.end])
    return first is not None and first is not piece and 0 < piece.start - first.end < 4


def _abbreviates(short: str, piece: Piece) -> bool:
    """True if a short form begins as the whole name does: not `ESDM` of the Dinas ESDM."""
    initial = piece.name.removeprefix("PT ")[:1]
    return piece.kind != "country" and short[:1].lower() == initial.lower()


def _occurrences(view: str, word: str, start: int) -> Iterator[int]:
    """Where a word stands by itself."""
    while (start := view.find(word, start)) >= 0:
        end = start + len(word)
        if not view[start - 1].isalnum() and not view[end : end + 1].isalnum():
            yield start
        start = end


def end_runs(page: Page, pieces: list[Piece]) -> None:
    """End a name that runs on as it ends elsewhere: in the title, where every word is capitalised,
    and in an office, where the person's name may follow.
    """
    names = {p.name: p for p in pieces if p.start >= page.base and p.written.count(" ")}
    titled = 0
    for p in pieces:
        follows = 0 <= p.start - titled < 2 or in_title(page.view, p.start)
        titled = p.end if follows else -2
        if p.written and (follows or (p.start < page.base and p.name not in names)):
            for q in names.values():
                if p.written.lower().startswith(q.written.lower() + " ") and q is not p:
                    p.end, p.name, p.private = p.start + len(q.written), q.name, q.private
                    break


def join(view: str, pieces: list[Piece]) -> list[Piece]:
    """Join what stands side by side: a unit and its region, an office and the body above it."""
    joined: list[Piece] = []
    for left in reversed(pieces):
        right = joined[-1] if joined else None
        if right is not None and right.start >= left.end and right.start - left.end < 60:
            gap = view[left.end : right.start]
            if _between().fullmatch(gap) and _belongs(left, right, gap):
                if right.kind == "country" and "Indonesia" in left.name:
                    left.name = view[left.start : left.end]
                _absorb(left, right, gap, view[right.start : right.end])
                joined.pop()
        joined.append(left)
    return joined[::-1]


def _belongs(left: Piece, right: Piece, gap: str) -> bool:
    if gap == ", ":
        return right.place and right.levelled and not right.government and left.carries == "region"
    if _BRANCH.search(gap) and not right.place:
        return False
    if "village" in left.takes and right.kind in {"village", "district"}:
        return gap == " "
    if right.place and (right.in_title or not right.regions):
        return False
    if right.place:
        if "campus" in left.takes:
            return "(" in gap and not right.levelled
        if left.id and not left.branch and not right.levelled and "Perwakilan" not in gap:
            return False
        return left.region is None and "region" in left.takes
    if right.kind == "country" and not right.government:
        return gap == " " and "region" in left.takes and not left.carries and left.kind != "organisation"
    if left.carries == "school" and right.kind == "university":
        return True
    return "body" in left.takes and not right.private and right.kind not in {"school", "village", "district"}


def _absorb(left: Piece, right: Piece, gap: str, written: str) -> None:
    """Make the right piece part of the left one's name."""
    if right.kind == "country" and right.name == "Indonesia":
        left.end = right.end
        return
    name = right.name
    short = left.keeps or (left.as_written and not right.levelled)
    if right.place and (short or right.id is None):
        name = load_lexicon().entries[right.id].short if right.id else right.name
    represented = left.id in rulebook().settings["represented"] and right.place
    if "Perwakilan" in gap or represented:
        name = f"Perwakilan {name}"
    elif right.place and (branch := _BRANCH.search(gap)):
        name = f"{branch[1]} {load_lexicon().entries[right.id].short if right.id else right.name}"
    if "campus" in left.takes:
        name = written
    if right.place and left.id:
        left.name = left.name.removesuffix(" Pusat")
    again = name.startswith(left.name)
    left.owner = "" if right.place else right.owner or name
    left.name = name if again else f"{left.name} {name}"
    if left.carries == "school":
        left.private = right.private
    else:
        left.private = left.private and (right.place or right.private)
    left.end, left.region, left.unnamed = right.end, right.region, False
    left.carries = "" if right.place else right.carries
    left.id = right.id if again else None
    if "campus" in left.takes:
        known = load_lexicon().body(left.name)
        left.id, left.private = (known.id, known.sector == "private") if known else (None, left.private)
    left.takes = left.takes - {"region"} if right.place else right.takes - {"body"}


def complete(page: Page, pieces: list[Piece]) -> None:
    """Give later mentions the name of the first, and units the region that the article is about."""
    entries = load_lexicon().entries
    region = governing(pieces, page.base, entries)
    full = {p.name: p for p in pieces if not p.place and not p.carries and not p.unnamed}
    above = {
        "ministry": _only(p.name for p in pieces if p.kind == "ministry"),
        "police": _only(
            p.name for p in pieces if p.kind == "police" and p.rule == "agencies.police" and " " in p.name
        ),
        "parliament": _only(p.name for p in pieces if p.name.startswith("Dewan Perwakilan Rakyat")),
    }
    before: Piece | None = None
    for p, after in zip_longest(pieces, pieces[1:]):
        if p.government and not p.regions and not p.name:
            _name_government(p, pieces, region, entries)
        elif p.carries or p.unnamed:
            first = [n for n in full if n.startswith(f"{p.name} ")]
            body = above.get(p.carries)
            beside = after if after and _lies_in(page.view, p, after) else None
            if beside and p.carries == "region":
                where = entries[str(beside.id)]
                p.name, p.region, p.carries = f"{p.name} {where.name}", where.id, ""
            elif before and p.carries == "region" and _acts_through(page.view, before, p):
                p.name, p.region, p.carries = f"{p.name} {before.name}", before.region, ""
                full[p.name] = p
            elif len(first) == 1 and not (region and _stands_earlier(p, full[first[0]], region)):
                same = full[first[0]]
                p.name, p.region, p.private = same.name, same.region, same.private
                p.unnamed, p.carries = False, ""
            elif p.carries == "region" and region and not (p.kind in _LOCAL and region.kind == "province"):
                owner = entries[region.parent] if p.name.startswith("Biro ") and region.parent else region
                p.name, p.region = f"{p.name} {owner.name}", owner.id
            elif body and (p.carries != "ministry" or p.name.startswith(("Direktorat", "Kedeputian"))):
                p.name, p.carries, p.unnamed = f"{p.name} {body}", "", False
        before = p
    _add_universities(pieces)
    _unify(pieces)
    _refer_back(pieces)


_LOCAL = frozenset({"health_centre", "hospital", "district", "village"})
"""Kinds of units that regencies and cities have: the province of an article tells nothing of theirs."""


def _lies_in(view: str, unit: Piece, place: Piece) -> bool:
    """True of `Puskesmas Melati, Kabupaten X` and `Puskesmas Melati (X)`."""
    local = place.place and place.id and place.kind in {"regency", "city"}
    return bool(local) and view[unit.end : place.start] in {", ", " ("}


def _acts_through(view: str, place: Piece, unit: Piece) -> bool:
    """True of `Kabupaten X melalui Dinas Kesehatan`, where the unit is the region's."""
    return bool(place.place and place.id and _through().fullmatch(view, place.end, unit.start))


def _stands_earlier(short: Piece, full: Piece, region: Entry) -> bool:
    """True of a unit without its region before one of another region: the article's own."""
    return short.carries == "region" and short.start < full.start and full.region != region.id


def _name_government(
    piece: Piece, pieces: list[Piece], region: Entry | None, entries: dict[str, Entry]
) -> None:
    """Give a `Pemkab` that stands alone the region that the article is about."""
    named = {
        p.id for p in pieces if p.id and p.kind == piece.level and (p.government or p.in_title or p.levelled)
    }
    if region and piece.level in (None, region.kind):
        name_place(piece, region)
    elif region and piece.level == "province":
        name_place(piece, entries[region.parent or region.id])
    elif len(named) == 1:
        name_place(piece, entries[str(named.pop())])


def _add_universities(pieces: list[Piece]) -> None:
    """Give a faculty the university that stands close after it, else the last one before it."""
    last: Piece | None = None
    for i, piece in enumerate(pieces):
        if piece.carries == "school":
            after = next((p for p in pieces[i + 1 : i + 5] if _is_school(p)), None)
            if after is not None and after.start - piece.end < 120:
                last = after
            piece.private = last.private if last else True
            piece.name = f"{piece.name} {last.owner or last.name}" if last else piece.name
        elif _is_school(piece):
            last = piece


def _is_school(piece: Piece) -> bool:
    return piece.kind == "university" and (bool(piece.owner) or piece.rule != "agencies.faculty")


def _unify(pieces: list[Piece]) -> None:
    """One name for one institution: the longest that the article has for an id, the first for a key."""
    longest: dict[str, str] = {}
    first: dict[str, str] = {}
    institutions = [p for p in pieces if not p.place]
    for p in sorted(institutions, key=lambda p: (p.end - p.start, p.spelled)):
        if p.id and (p.spelled or p.id not in longest):
            longest[p.id] = p.name
    for p in institutions:
        p.name = longest.get(p.id or "", p.name)
        p.name = first.setdefault(key(p.name), p.name)
    _complete_sites(institutions)


def _complete_sites(institutions: list[Piece]) -> None:
    """Give a school, university or hospital whose name is the beginning of another's that one's name."""
    sites = [p for p in institutions if not p.id and p.rule in _SITES and p.name]
    for name in sorted({p.name for p in sites}, key=len, reverse=True):
        longer = {p.name for p in sites if p.name.startswith(f"{name} ")}
        if len(longer) == 1:
            whole = longer.pop()
            for p in sites:
                p.name = whole if p.name == name else p.name


def _refer_back(pieces: list[Piece]) -> None:
    """Let `kementerian itu` and `dinas tersebut` mean the last institution called so."""
    last: dict[str, Piece] = {}
    for piece in pieces:
        first = last.get(piece.again)
        if first:
            piece.name, piece.kind, piece.id = first.name, first.kind, first.id
            piece.region, piece.private = first.region, first.private
        elif piece.name:
            last[piece.name.split(" ", 1)[0].lower()] = piece


def _only(names: Iterable[str]) -> str | None:
    found = set(names)
    return found.pop() if len(found) == 1 else None
