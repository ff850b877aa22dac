"""The agencies stage: pieces are read, joined, completed and given out as mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache

import regex
from spacy.language import Language

from anugerah.lexicon import Entry, key, load_lexicon
from anugerah.mentions import Acronym, Agency
from anugerah.page import Page
from anugerah.stages.agencies.grammar import read_hit, read_misspelt
from anugerah.stages.agencies.pieces import PLACES, Piece
from anugerah.stages.agencies.places import PlaceReader, governing, name_place, settle
from anugerah.stages.agencies.scan import Hit, rulebook, scanner
from anugerah.stages.component import Component

_BETWEEN = regex.compile(r" ?(?:\([^()\n]{2,40}\) ?)?(?:Perwakilan |Daerah |Kantor Perwakilan )?")
_BRACKET = regex.compile(r" ?\(\s?([^()\n]{2,25}?)\s?\)")
_SHORT = regex.compile(r"(?=[^\s]{0,24}\p{Lu})[\p{L}\d][\p{L}\d.&/-]{1,24}(?: [\p{L}\d-]{2,10})?")
_PARTS = frozenset({"agencies.faculty", "agencies.centre", "agencies.organisation", "agencies.office"})
"""Rules of names that end where the body above them begins."""
_DIRECTION = regex.compile(r" (?:Kota|Raya|Barat|Timur|Utara|Selatan|Tengah|Pusat)\b")
_DANGLING = regex.compile(r"(?:[ ,/-]|\b(?:dan|serta)\b|&){1,4}$")
_BEFORE = regex.compile(r"\S{1,25}")


class AgencyStage(Component):
    """Institutions and places of an article, each with its canonical name, id, kind and region.

    Reads the acronyms that the article spells out. Private bodies, villages and plain places are
    `bare`: they are institutions of the article only where an event credits them.
    """

    group = "agencies"

    def find(self, page: Page) -> list[Agency]:
        """The mentions on a page, in order of their start."""
        pieces = _read(page)
        _follow_acronyms(page, pieces)
        pieces.sort(key=lambda p: p.start)
        settle(pieces)
        _end_runs(page, pieces)
        pieces = _join(page.view, pieces)
        _complete(page, pieces)
        return [_mention(page.view, p) for p in pieces if p.name and not p.unnamed]


@cache
def _places() -> PlaceReader:
    return PlaceReader()


def _read(page: Page) -> list[Piece]:
    """The pieces where the scanner found something, none of them overlapping."""
    view, on = page.view, page.published
    hits = list(scanner().scan(view))
    pieces: list[Piece] = []
    last = 0
    for i, hit in enumerate(hits):
        if hit.start < last:
            continue
        piece: Piece | None
        if hit.again:
            piece = Piece(
                start=hit.start, end=hit.end, rule="agencies.again", name="", kind="", again=hit.again
            )
        elif hit.government:
            piece = _government(view, hit, hits[i + 1 : i + 2])
        else:
            if hit.body and hit.contextual and not _has_context(view, hit, hits[i + 1 : i + 2]):
                continue
            piece = _places().read(view, hit) if hit.regions else read_hit(view, hit, on)
        if piece is None or piece.start < last:
            continue
        if piece.rule == "agencies.media" and _in_title(view, piece.start):
            continue
        if piece.takes:
            _cut(view, piece, hit, hits[i + 1 : i + 10])
        pieces.append(piece)
        last = piece.end
    taken = sorted((p.start, p.end) for p in pieces)
    for start, end, head in scanner().misspelt(view):
        if not any(s < end and start < e for s, e in taken):
            found = read_misspelt(view, start, end, head, on)
            if found:
                pieces.append(found)
    return pieces


def _government(view: str, hit: Hit, following: list[Hit]) -> Piece | None:
    """A `Pemkab` that stands alone; one before its region is read with the region."""
    if following and following[0].regions and not view[hit.end : following[0].start].strip(" .)"):
        return None
    if view[hit.end : hit.end + 1] == "/" or view[hit.end : hit.end + 4] == " se-":
        return None
    return Piece(
        start=hit.start, end=hit.end, rule="agencies.government_again", name="", kind="region",
        level=None if hit.government == "any" else hit.government, government=True,
    )  # fmt: skip


def _has_context(view: str, hit: Hit, following: list[Hit]) -> bool:
    """True of a short form that is more than a word: with its region (`DLH Kota X`) or office."""
    near = following and following[0].regions and following[0].start - hit.end < 12
    return bool(near) or _in_title(view, hit.start)


def _cut(view: str, piece: Piece, head: Hit, following: list[Hit]) -> None:
    """End a name where another begins: a region at its end, an institution anywhere in it."""
    for hit in following:
        if hit.start >= piece.end:
            return
        if hit.start <= head.end:
            continue
        if hit.regions and "region" in piece.takes and hit.end == piece.end:
            before = view[head.end : hit.start].split()
            first = not any(len(w) > 3 and not w.isupper() for w in before)
            piece.keeps = piece.keeps or (first and piece.kind in {"school", "hospital", "health_centre"})
        elif hit.regions and piece.keeps and _is_whole(view, piece, head, hit):
            pass
        elif not (hit.body or hit.ministry) or hit.country or not _may_end(piece, head, hit):
            continue
        gone = piece.end - len(view[: hit.start].rstrip(" ,-/"))
        piece.name = _DANGLING.sub("", piece.name[:-gone])
        piece.end -= gone
        if piece.end <= head.end and piece.rule == "agencies.organisation":
            piece.name = ""
        return


def _is_whole(view: str, piece: Piece, head: Hit, hit: Hit) -> bool:
    """True where the region after a regional command is all of its name, and a person's may follow."""
    if hit.contextual or hit.start > head.end + 1 or piece.name.startswith("Polsek"):
        return False
    return not _DIRECTION.match(view, hit.end)


def _may_end(piece: Piece, head: Hit, hit: Hit) -> bool:
    """True where a body may begin inside a name: `Badan Anggaran DPR`, not `Dinas Kominfo`."""
    return piece.rule in _PARTS or (piece.rule == "agencies.unit" and hit.start > head.end + 1)


def _follow_acronyms(page: Page, pieces: list[Piece]) -> None:
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
    for p in [p for p in pieces if _glosses(page.view, p, shorts)]:
        pieces.remove(p)
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


def _glosses(view: str, piece: Piece, shorts: dict[str, Piece]) -> bool:
    """True of a short form in the bracket that introduces it."""
    first = shorts.get(view[piece.start : piece.end])
    return first is not None and first is not piece and 0 < piece.start - first.end < 4


def _join(view: str, pieces: list[Piece]) -> list[Piece]:
    """Join what stands side by side: a unit and its region, an office and the body above it."""
    joined: list[Piece] = []
    for left in reversed(pieces):
        right = joined[-1] if joined else None
        if right is not None and right.start >= left.end and right.start - left.end < 60:
            gap = view[left.end : right.start]
            if _BETWEEN.fullmatch(gap) and _belongs(left, right, gap):
                _absorb(left, right, gap, view[right.start : right.end])
                joined.pop()
        joined.append(left)
    return joined[::-1]


def _belongs(left: Piece, right: Piece, gap: str) -> bool:
    if right.place and (right.in_title or not right.regions):
        return False
    if right.place:
        if "campus" in left.takes:
            return "(" in gap and not right.levelled
        if left.id and not left.branch and not right.levelled and "Perwakilan" not in gap:
            return False
        return left.region is None and "region" in left.takes
    return "body" in left.takes and not right.private and right.kind not in {"school", "village", "district"}


def _absorb(left: Piece, right: Piece, gap: str, written: str) -> None:
    """Make the right piece part of the left one's name."""
    name = right.name
    if right.place and (left.keeps or right.id is None):
        name = load_lexicon().entries[right.id].short if right.id else right.name
    represented = left.id in rulebook().settings["represented"] and right.place
    if "Perwakilan" in gap or represented:
        name = f"Perwakilan {name}"
    if "campus" in left.takes:
        name = written
    if right.place and left.id:
        left.name = left.name.removesuffix(" Pusat")
    again = name.startswith(left.name)
    left.owner = "" if right.place else right.owner or name
    left.name = name if again else f"{left.name} {name}"
    left.private = left.private and (right.place or right.private)
    left.end, left.region, left.unnamed = right.end, right.region, False
    left.carries = "" if right.place else right.carries
    left.id = right.id if again else None
    if "campus" in left.takes:
        known = load_lexicon().body(left.name)
        left.id, left.private = (known.id, known.sector == "private") if known else (None, left.private)
    left.takes = left.takes - {"region"} if right.place else right.takes - {"body"}


def _complete(page: Page, pieces: list[Piece]) -> None:
    """Give later mentions the name of the first, and units the region that the article is about."""
    entries = load_lexicon().entries
    region = governing(pieces, page.base, entries)
    full = {p.name: p for p in pieces if not p.place and not p.carries and not p.unnamed}
    ministry = _only(p.name for p in pieces if p.kind == "ministry")
    for p in pieces:
        if p.government and not p.regions and not p.name:
            _name_government(p, pieces, region, entries)
        if not p.carries and not p.unnamed:
            continue
        first = [n for n in full if n.startswith(f"{p.name} ")]
        if len(first) == 1:
            p.name, p.region, p.private = first[0], full[first[0]].region, full[first[0]].private
            p.unnamed = False
        elif p.carries == "region" and region:
            owner = region
            if p.name.startswith("Biro ") and region.parent:
                owner = entries[region.parent]
            p.name, p.region = f"{p.name} {owner.name}", owner.id
        elif p.carries == "ministry" and ministry and p.name.startswith(("Direktorat", "Kedeputian")):
            p.name = f"{p.name} {ministry}"
        elif p.carries == "parliament":
            above_it = _only(q.name for q in pieces if q.name.startswith("Dewan Perwakilan Rakyat"))
            if above_it:
                p.name, p.unnamed = f"{p.name} {above_it}", False
    _add_universities(pieces)
    _unify(pieces)
    _refer_back(pieces)


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


def _end_runs(page: Page, pieces: list[Piece]) -> None:
    """End a name that runs on as it ends elsewhere: in the title, where every word is capitalised,
    and in an office, where the person's name may follow.
    """
    names = {p.name: p for p in pieces if p.start >= page.base and p.written.count(" ")}
    titled = 0
    for p in pieces:
        follows = 0 <= p.start - titled < 2 or _in_title(page.view, p.start)
        titled = p.end if follows else -2
        if p.written and (follows or (p.start < page.base and p.name not in names)):
            for q in names.values():
                if p.written.lower().startswith(q.written.lower() + " ") and q is not p:
                    p.end, p.name, p.private = p.start + len(q.written), q.name, q.private
                    break


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


def _only(names: Iterable[str]) -> str | None:
    found = set(names)
    return found.pop() if len(found) == 1 else None


def _mention(view: str, piece: Piece) -> Agency:
    place = piece.kind in PLACES
    return Agency(
        start=piece.start,
        end=piece.end,
        rule=piece.rule,
        name=piece.name,
        kind=piece.kind,
        id=piece.id,
        region=piece.region,
        bare=(place and not piece.government) or piece.private,
        in_title=piece.in_title or _in_title(view, piece.start),
    )


def _in_title(view: str, start: int) -> bool:
    words = _BEFORE.findall(view, max(0, start - 30), start)
    return bool(words) and words[-1].lower() in _offices() and view[start - 1] == " "


@cache
def _offices() -> frozenset[str]:
    return frozenset(rulebook().lists["offices"])


@Language.factory("anugerah_agencies")
def make_agencies(nlp: Language, name: str) -> AgencyStage:
    """The stage as a spaCy component."""
    return AgencyStage()
