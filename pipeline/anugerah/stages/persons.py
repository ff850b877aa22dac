"""Names of persons: what belongs to a name, where one begins and ends, and who stands on a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import regex

from anugerah.mentions import Agency, Official
from anugerah.page import Page
from anugerah.stages.titles import HONOR, RANK, any_of, given_names, rules, spellings, words_of


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name on a page, with honorifics, rank and degrees around it.

    `start` and `end` include them, `name_start` and `name_end` do not; `rank` is the rank as read.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    degrees: str | None
    rank: str | None


_BEFORE = f"(?P<before>(?:(?:{RANK}|{HONOR})(?:[ ,]{{1,2}}|(?<=\\.))){{0,7}})"
_TOKEN = (
    f"(?:{any_of(rules().lists['abbreviated'])}\\.(?= \\p{{Lu}})|"
    r"\p{Lu}\p{Ll}{1,20}(?:['-]\p{L}\p{Ll}{0,15}){0,2}|\p{Lu}'?\p{Lu}\p{Ll}{1,20}|\p{Lu}\.(?:\p{Lu}\.?){0,2}(?=[ ,]|$)"
    r"|[IVX]{1,4}(?!\w)|\p{Lu}{1,3}(?= \p{Lu}\p{Ll})|Mc\p{Lu}\p{Ll}{1,20})"
)
_PARTICLE = f"(?:{any_of(rules().lists['particles'])} )?"
_NAME = regex.compile(f"{_BEFORE}(?P<name>{_TOKEN}(?: {_PARTICLE}{_TOKEN}){{0,6}})(?!\\w)")
_CAPITALS = regex.compile(
    f"{_BEFORE}(?P<name>\\p{{Lu}}[\\p{{Lu}}']{{1,20}}(?: \\p{{Lu}}[\\p{{Lu}}'.]{{0,20}}){{1,5}})(?![\\p{{L}}])"
)
_DEGREE = regex.compile(r"[ ,.]{0,3}(?P<degree>\p{L}[\p{L}.]{0,11}(?:\([A-Z]\))?)(?![\p{L}])")
_BRACKET_DEGREE = regex.compile(r" \([A-Z]\)")


@cache
def _degrees() -> tuple[frozenset[str], frozenset[str]]:
    """Degrees as they are written, and with their dots gone."""
    written = frozenset(d.rstrip(".") for d in spellings("degree"))
    return written, frozenset(d.replace(".", "").replace(" ", "").upper() for d in written)


def _is_degree(word: str) -> bool:
    written, plain = _degrees()
    word = word.rstrip(".")
    return word in written or ("." in word and word.replace(".", "").upper() in plain)


def in_text(page: Page, name: Name) -> Name | None:
    """A name of the headline as far as the text has it too: headlines go on in capitals."""
    if name.start >= page.base:
        return name
    end = name.name_end
    while end > name.name_start:
        if page.view.find(page.view[name.name_start : end], page.base) >= 0:
            return name if end == name.name_end else replace(name, end=end, name_end=end, degrees=None)
        end = max(page.view.rfind(" ", name.name_start, end), name.name_start)
    return None


def read_name(view: str, at: int, limit: int | None = None) -> Name | None:
    """The name that begins at a place of the view, not reaching over `limit`."""
    end = len(view) if limit is None else limit
    m = _NAME.match(view, at, end)
    if not m or (m["name"].isupper() and "." not in m["name"]):
        m = _shouted(view, at, end) or m
    return _cut(view, m) if m else None


def _shouted(view: str, at: int, end: int) -> regex.Match[str] | None:
    """A name in capitals throughout; one of its words must be a known given name."""
    m = _CAPITALS.match(view, at, end)
    return m if m and any(w.lower() in given_names() for w in m["name"].split()) else None


def _cut(view: str, m: regex.Match[str]) -> Name | None:
    """The name of a match without what only looks like one, and with the degrees after it."""
    words = m["name"].split(" ")
    keep = 0
    while keep < len(words) and words[keep].lower().rstrip(".") not in words_of("stops"):
        if keep and _is_degree(words[keep]) and words[keep] not in ("S", "M", "A"):
            break
        keep += 1
    while keep and (words[keep - 1] in words_of("particles") or words[keep - 1].endswith("-")):
        keep -= 1
    if not keep or (keep == 1 and (len(words[0]) < 3 or words[0].endswith("."))):
        return None
    start = m.start("name")
    end = name_end = start + len(" ".join(words[:keep]))
    while (d := _DEGREE.match(view, end)) and _is_degree(d["degree"]):
        end = d.end()
        if b := _BRACKET_DEGREE.match(view, end):
            end = b.end()
    degrees = view[name_end:end].strip(" ,") or None
    if end < len(view) and view[end] == "." and degrees and "." in degrees.split(",")[-1]:
        end += 1
        degrees += "."
    return Name(m.start(), end, start, name_end, degrees, m["rank"])


def name_before(view: str, end: int) -> Name | None:
    """The name that ends, degrees and all, right where a hinge begins."""
    begin = max(0, end - 110)
    found = None
    at = begin
    while m := _NAME.search(view, at, end):
        name = _cut(view, m)
        if name and name.end == end:
            found = name
            break
        at = max(m.end("name") if name is None else min(name.end, m.end("name")), at + 1)
    return found


_RUN = regex.compile(f"(?<![\\w@#.]){_NAME.pattern}")
_ROLE = regex.compile(
    r"(?<!\w)(?:(?:[Mm]aha)?[Ss]isw[ai]|[Aa]tlet|[Gg]uru|[Dd]osen|[Pp]emain|[Pp]enyanyi|[Aa]ktor|[Aa]ktris|[Ss]utradara|[Pp]eneliti|[Ww]arga|[Ww]artawan|[Jj]urnalis|[Pp]elatih"
    r"|[Bb]idan|[Pp]erawat|[Dd]okter|[Pp]etani|[Nn]elayan|[Pp]enulis|[Pp]eraih|[Pp]emenang|[Jj]uara|[Pp]embalap|[Pp]esepak ?bola|[Bb]intang|[Mm]usisi|[Pp]elukis|[Ff]otografer|[Pp]engusaha"
    r"|[Pp]engrajin|[Pp]erajin|[Ss]eniman|[Pp]elajar|[Ii]lmuwan|[Aa]khmad|[Pp]ebulu ?tangkis|[Ii]novator|[Aa]tas nama|[Bb]ernama|[Ss]osok|[Tt]okoh|[Aa]lmarhum|[Pp]olitisi|[Ll]egenda|[Pp]enggagas"
    r"|[Ss]antri|[Kk]ader|[Pp]egawai|[Bb]ripka|[Ss]taf|[Kk]aryawan|[Pp]ustakawan|[Bb]erkat|[Ii]stri|[Ss]uami|[Aa]nak|[Pp]utr[ai]|kata|ujar|ucap|tutur|ungkap|jelas|terang|tambah|sebut|papar|imbuh|tegas)(?:nya)? $"
)
_SPEECH = regex.compile(
    r",? (?:mengatakan|menyampaikan|menjelaskan|mengaku|menuturkan|menyebut|mengungkapkan|berhasil|meraih|dinobatkan|menerima|terpilih|menambahkan|menyabet|dianugerahi|memenangkan)(?!\w)|, (?:siswa|mahasiswa|atlet|guru|warga|dosen|pemain|penyanyi|aktor|peneliti|wartawan|alumn)|,? \((?:\d{1,2}|kiri|kanan|tengah|alm)[ )]"
)


def find_persons(page: Page) -> list[tuple[int, int]]:
    """Spans of names of persons without an office: athletes, pupils, teachers, artists.

    A run of capitalised words counts where it holds a common given name, follows the word for a role
    or an honorific, or does what persons do; not where an institution, an official or an award stands.
    """
    taken = sorted((a.start, a.end) for a in page.found(Agency) if a.end - a.start > 3) + [
        (o.start, o.end) for o in page.found(Official)
    ]
    taken.sort()
    out: list[tuple[int, int]] = []
    for run in _runs(page.view, taken):
        name = in_text(page, run)
        if name and _is_person(page.view, name):
            out.append((name.name_start, name.name_end))
    return out


def last_person(page: Page, end: int) -> tuple[int, int] | None:
    """The person named last before a place, in its paragraph or the one before."""
    taken = [(a.start, a.end) for a in page.found(Agency) if a.end - a.start > 3]
    begin = page.view.rfind("\n", 0, max(0, page.view.rfind("\n", 0, end)))
    last = None
    for name in _runs(page.view, taken, max(begin, 0, end - 500), end):
        if _is_person(page.view, name):
            last = (name.name_start, name.name_end)
    return last


def _runs(view: str, taken: list[tuple[int, int]], begin: int = 0, end: int | None = None) -> Iterator[Name]:
    at, i = begin, 0
    while m := _RUN.search(view, at, len(view) if end is None else end):
        while i < len(taken) and taken[i][1] <= m.start():
            i += 1
        if i < len(taken) and taken[i][0] < m.end():
            if taken[i][0] <= m.start("name"):
                at = max(taken[i][1], m.start() + 1)
                continue
            name = read_name(view, m.start(), taken[i][0])
        else:
            name = _cut(view, m)
        if name is None:
            at = m.start("name") + len(m["name"].split(" ", 1)[0])
            continue
        yield name
        at = max(name.end, m.start() + 1)


def _is_person(view: str, name: Name) -> bool:
    words = view[name.name_start : name.name_end].lower().split(" ")
    known = [w for w in words if w in given_names()]
    introduced = bool(name.start < name.name_start or name.degrees or name.rank)
    if not introduced:
        introduced = _ROLE.search(view, max(0, name.start - 24), name.start) is not None
    if len(words) == 1:
        return introduced and bool(known)
    if words[0] in given_names() or len(known) > 1:
        return True
    return introduced or bool(known) and _SPEECH.match(view, name.end) is not None
