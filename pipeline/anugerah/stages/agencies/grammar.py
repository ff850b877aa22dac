"""Names read from where the scanner found a head or a gazetteer name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

import regex

from anugerah.lexicon import Entry, choose, load_lexicon
from anugerah.rulebook import TIMEOUT, Rule
from anugerah.stages.agencies.pieces import Piece
from anugerah.stages.agencies.places import in_title
from anugerah.stages.agencies.scan import Hit, rulebook, scanner
from anugerah.stages.officials.vocabulary import is_given

_PARTS = frozenset(
    {"agencies.faculty", "agencies.centre", "agencies.organisation", "agencies.office", "agencies.team"}
)
"""Rules of names that end where the body above them begins."""
_PLACED = frozenset({"agencies.school", "agencies.health"})
"""Rules of names that may have a region for their own (`RSUD Sleman`)."""
_POSTS = frozenset(
    f"agencies.{name}" for name in ("office", "centre", "police", "court", "prosecutor", "prison", "military")
)
"""Rules of names that no person bears."""
REACH = 260
"""How many code points a name may be long."""

_MINISTRY = regex.compile(r"\w{3,20}(?:(?:,? (?:dan|serta|&) |, ?| ?/ ?|-| )\w{1,24}){0,11}")
_DANGLING = (" dan", " serta", ",", "/", "-", "&")
_DANGLES = regex.compile(r"(?:[ ,/-]|\b(?:dan|serta)\b|&){1,4}$")
_CUT = regex.compile(r"[\s,/&-]{1,3}\w{1,25}\.?$")
_GOES_ON = regex.compile(r",? (?:dan|serta|&) \p{Lu}|[,/] ?\p{Lu}")
_SUFFIX = regex.compile(r" ?\(? ?(?:RI|R\.I\.?|Republik Indonesia)\b\)?")
_STATE = frozenset({"state_agency", "ministry", "police", "military", "court", "agency"})
_SHORT_KINDS = frozenset({"police", "military", "hospital", "health_centre"})
"""Kinds of units that the press never spells out."""
_NUMBERED = regex.compile(r"\b(SD|SMP|SMA|SMK|TK|SLB) ?N(?:egeri)?(?=\s)")
_GOVERNMENT = regex.compile(r"^[Pp]emerintah(?:an)?(?: Republik)?$")
_CHAPTER = regex.compile(r" ?(?:\([^()\n]{2,20}\) )?(?:Cabang|Wilayah) \p{Lu}")
"""What follows an association that the article means one chapter of."""
_GLOSS = regex.compile(r" ?\((?!Persero|Perseroda|Perumda)[^()]{1,30}\) ?")
_CAPITALS = regex.compile(r"\b(?:\p{Lu}{5,}|DAN)\b")
_LEVEL = regex.compile(r" (?:KABUPATEN|KAB|KOTA|PROVINSI|PROV)\b")
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6", "VII": "7"}
_SMALL = regex.compile(r"\b(Dan|Serta|Dari|Untuk)\b|(?<=\s),|\s{2,}")


def read_hit(view: str, hit: Hit, following: Sequence[Hit], on: date | None) -> Piece | None:
    """The piece of a name that begins where the scanner found something, or None.

    `following` are the next hits: a name ends where another begins.
    """
    if hit.ministry:
        piece = _ministry(view, hit.start, on)
        if piece:
            return piece
    if hit.spelling and hit.spelling != view[hit.start : hit.end] and view[hit.start : hit.end].isupper():
        return _in_capitals(view, hit, following, on)
    for rule in hit.rules:
        if (
            rule.id == "agencies.team"
            and following
            and following[0].start < hit.end + 2
            and following[0].body
        ):
            continue
        if rule.options.get("tail_first"):
            m = rule.pattern.search(view, max(0, hit.start - 60), hit.end + 60, timeout=TIMEOUT)
            m = m if m and m.start() < hit.start < m.end() else None
        else:
            m = rule.pattern.match(view, hit.start, hit.start + REACH, timeout=TIMEOUT)
        if m and rule.id == "agencies.country_government":
            return _country(rule, m)
        if m:
            last = _before_person(view, m.start(), m.end(), hit) if rule.id in _POSTS else m.end()
            end, keeps = _end(view, rule, m.start(), last, hit, following)
            return _named(rule, m.start(), end, view[m.start() : end], keeps, on)
    if hit.body:
        return _listed(view, hit, following, on)
    return None


def _in_capitals(view: str, hit: Hit, following: Sequence[Hit], on: date | None) -> Piece | None:
    """The piece of a name that stands in capitals, as in a headline: `POLRES SUKAMAJU`."""
    for rule in hit.rules:
        m = rule.pattern.match(hit.spelling + view[hit.end : hit.start + REACH], timeout=TIMEOUT)
        if m and not rule.options.get("tail_first"):
            end, keeps = _end(view, rule, hit.start, hit.start + m.end(), hit, following)
            level = _LEVEL.search(view, hit.end, end)
            end = level.start() if level else end
            words = hit.spelling + _CAPITALS.sub(lambda w: w[0].title(), view[hit.end : end])
            return _named(rule, hit.start, end, words, keeps, on)
    return _listed(view, hit, following, on) if hit.body else None


def read_misspelt(view: str, start: int, end: int, head: str, on: date | None) -> Piece | None:
    """The piece of a name whose head is one edit away from what it should be."""
    mended = head.capitalize()
    text = mended + view[end : end + REACH]
    for rule in scanner().rules(head):
        m = rule.pattern.match(text, timeout=TIMEOUT)
        if m and m.end() > len(mended):
            return _named(rule, start, end + m.end() - len(mended), m[0], False, on)
    return None


def _end(
    view: str, rule: Rule, start: int, end: int, head: Hit, following: Sequence[Hit]
) -> tuple[int, bool]:
    """Where a name ends: before the region at its end, before an institution in it.

    True as well where that region is all that the name has, so that it stays short.
    """
    takes = rule.options.get("takes", ())
    for hit in following:
        if hit.start >= end:
            break
        if not takes or hit.start <= head.end:
            continue
        alone = False
        if hit.regions and "region" in takes and hit.end == end:
            before = view[head.end : hit.start].split()
            alone = rule.id in _PLACED and all(len(w) < 4 or w.isupper() or w == "Negeri" for w in before)
        elif not (hit.regions and rule.options.get("keeps") and _is_whole(view, head, hit)) and not (
            (hit.body or hit.ministry) and not hit.country and _may_end(rule, head, hit)
        ):
            continue
        return start + len(_DANGLES.sub("", view[start : hit.start])), alone
    return end, False


def _before_person(view: str, start: int, end: int, head: Hit) -> int:
    """Where a post in a title ends, before the name of who leads it: `Kepala Kanwil Amat Sari`."""
    if not in_title(view, start):
        return end
    words = view[head.end : end].split(" ")
    at = next((i for i, w in enumerate(words[:-1]) if is_given(w.lower())), len(words))
    return head.end + len(" ".join(words[:at]))


def _is_whole(view: str, head: Hit, hit: Hit) -> bool:
    """True where the region after a regional command is all of its name, and a person's may follow."""
    if hit.contextual or hit.start > head.end + 1 or view.startswith("Polsek", head.start):
        return False
    return not _direction().match(view, hit.end)


def _may_end(rule: Rule, head: Hit, hit: Hit) -> bool:
    """True where a body may begin inside a name: `Badan Anggaran DPR`, not `Dinas Kominfo`."""
    return rule.id in _PARTS or (rule.id == "agencies.unit" and hit.start > head.end + 1)


@cache
def _direction() -> regex.Pattern[str]:
    return regex.compile(rulebook().fragments["direction"])


def _ministry(view: str, start: int, on: date | None) -> Piece | None:
    m = _MINISTRY.match(view, start, start + REACH, timeout=TIMEOUT)
    if not m:
        return None
    length, body = _known_ministry(m[0], on)
    if body is None:
        return None
    return Piece(
        start=start,
        end=_past_suffix(view, start + length),
        rule="agencies.ministry",
        name=body.name if "/" in m[0][:length] else body.name.split("/")[0],
        kind=body.kind,
        id=body.id,
        takes=frozenset({"region"}),
        branch=body.id in rulebook().settings["branches"],
    )


@lru_cache(maxsize=4096)
def _known_ministry(run: str, on: date | None) -> tuple[int, Entry | None]:
    """How much of a run of words names a ministry, and which: the longest name that is known."""
    lexicon = load_lexicon()
    cuts = [run]
    while cut := _CUT.search(cuts[-1]):
        cuts.append(cuts[-1][: cut.start()])
    cuts = [c for c in cuts if not c.endswith(_DANGLING)]
    words = next((c for c in cuts if lexicon.bodies(c)), "")
    if not words or _GOES_ON.match(run, len(words)):
        words = next((c for c in cuts if len(c) > len(words) and lexicon.near_bodies(c)), words)
    return len(words), choose(lexicon.near_bodies(words), on) if words else None


def _country(rule: Rule, m: regex.Match[str]) -> Piece | None:
    words = m["country"].split()
    for n in (len(words), 1):
        country = load_lexicon().body(" ".join(words[:n]))
        if country and country.kind == "country":
            end = m.start("country") + len(" ".join(words[:n]))
            head = m[0][: m.start("country") - m.start()].strip()
            head = _GOVERNMENT.sub("Pemerintah", head)
            name = f"{head} {country.name}"
            if m["at"] and n == len(words):
                name, end = f"{name}{m['at']}", m.end()
            return Piece(start=m.start(), end=end, rule=rule.id, name=name, kind="country", government=True)
    return None


def _past_suffix(view: str, end: int) -> int:
    m = _SUFFIX.match(view, end)
    return m.end() if m else end


@cache
def _company_unit() -> regex.Pattern[str]:
    return regex.compile(rulebook().fragments["company_unit"])


def _listed(view: str, hit: Hit, following: Sequence[Hit], on: date | None) -> Piece | None:
    entry = _entry(hit.body, on)
    if entry is None:
        return None
    branch = entry.id in rulebook().settings["branches"]
    if not branch and following and following[0].regions and following[0].start - hit.end < 12:
        entry = load_lexicon().unit(hit.body) or entry
    unit = entry.table == "units"
    written = view[hit.start : hit.end]
    name = entry.name
    if (entry.table in {"companies", "universities"} or _is_paper(entry, written)) and " " in written:
        name = _tidy(written) if not written.startswith("ISI ") else entry.name
    elif entry.table == "companies":
        name = _common_name(entry) if written.isupper() else written
    elif unit and _in_words(written):
        name = _tidy(written)
    elif unit and (entry.kind in _SHORT_KINDS or _several_units(hit.body)):
        name = written
    part = _company_unit().match(view, hit.end) if entry.table == "companies" else None
    if part:
        name = f"{name}{part[0]}"
    return Piece(
        start=hit.start,
        end=part.end() if part else hit.end if unit else _past_suffix(view, hit.end),
        rule="agencies.unit" if unit else "agencies.gazetteer",
        name=name,
        kind=entry.kind,
        id=None if unit or part else entry.id,
        carries="region" if unit and _owned(entry) else "",
        takes=frozenset(
            {"region", "body"}
            if unit or branch or entry.kind in _STATE or _CHAPTER.match(view, hit.end)
            else ()
        ),
        keeps=entry.kind in {"police", "military"} or entry.table == "universities",
        private=entry.sector == "private"
        or entry.kind == "country"
        or (unit and entry.kind in {"organisation", "company", "bank", "district", "village"}),
        spelled=" " in written
        and (entry.table in {"companies", "universities"} or _is_paper(entry, written)),
        branch=branch,
    )


def _is_paper(entry: Entry, written: str) -> bool:
    """True of a paper that the article calls one: `Majalah Rejo`."""
    return entry.kind == "media" and written.partition(" ")[0] in rulebook().lists["media_heads"]


@lru_cache(maxsize=4096)
def _entry(name: str, on: date | None) -> Entry | None:
    """The body of a name, before a type of unit of that name."""
    entries = [e for e in load_lexicon().bodies(name) if not _gone(e, on)]
    return choose([e for e in entries if e.table != "units"], on) or load_lexicon().unit(name)


@cache
def _several_units(name: str) -> bool:
    """True of a short form that stands for other units in other regions (`DKP`)."""
    return sum(e.table == "units" for e in load_lexicon().bodies(name)) > 1


@cache
def _field() -> frozenset[str]:
    return frozenset(w.lower() for w in rulebook().lists["field"]) | {"dan"}


def _in_words(written: str) -> bool:
    """True of a unit's name in full, which stays as it is: `Biro Humas dan Protokol`."""
    words = written.lower().split()
    plain = not any(w.isupper() for w in written.split())
    return plain and len(words) > 1 and _field().issuperset(words[1:])


def _owned(entry: Entry) -> bool:
    return entry.kind in {"agency", "hospital", "health_centre"} and not entry.name.startswith(
        tuple(rulebook().settings["unowned"])
    )


def _gone(entry: Entry, on: date | None) -> bool:
    """True of a company that had long ceased to be when the article was written."""
    return bool(on and entry.table == "companies" and entry.valid_to and entry.valid_to + 5 < on.year)


def _common_name(entry: Entry) -> str:
    name = regex.sub(r"^PT | \(Persero\)| Tbk$", "", entry.name)
    return name if name.startswith(("Bank", "Perum")) else entry.name


def _named(rule: Rule, start: int, end: int, words: str, keeps: bool, on: date | None) -> Piece:
    options, lexicon = rule.options, load_lexicon()
    short = rulebook().lists["short_field"]
    kind = str(options["kind"])
    carries, private = str(options.get("carries", "")), bool(options.get("private"))
    if kind == "health":
        kind = "health_centre" if "uskesmas" in words[:20] else "hospital"
    name = _tidy(words)
    entry = choose([e for e in lexicon.bodies(name) if e.table != "regions"], on)
    if kind == "hospital" and not name.startswith("RSUD"):
        carries = ""
    if entry and rule.id == "agencies.company" and entry.table == "agencies":
        entry = None
    id = None
    takes = frozenset(options.get("takes", ()))
    if entry and entry.table != "units":
        kind, id, carries = entry.kind, entry.id, ""
        private = entry.sector == "private"
        if entry.table == "agencies":
            name = entry.name
    elif entry and entry.kind not in _SHORT_KINDS:
        if any((len(w) > 1 and w.isupper()) or w in short for w in words.split()):
            name = entry.name
    elif kind == "school":
        name = _school(name)
        private = not regex.search(r"\b(?:Negeri|Inpres)\b|\bM(?:TsN|AN|IN)\b", name)
    elif kind == "university" and "Negeri" in words:
        private = False
    elif rule.id == "agencies.company":
        private = not _state_owned(name)
    return Piece(
        start=start, end=end, rule=rule.id, name=name, kind=kind, id=id, carries=carries, takes=takes,
        keeps=keeps or bool(options.get("keeps")), as_written=bool(options.get("as_written")),
        private=private,
        branch=bool(entry and entry.id in rulebook().settings["branches"]), written=words,
        spelled=True,
        unnamed=bool(options.get("unnamed")) and words.lower() in scanner().heads,
    )  # fmt: skip


def _state_owned(name: str) -> bool:
    """True of a company that bears the name of a state-owned one: `PT Pertamina Hulu Mahakam`."""
    if "(Persero" in name or not name.startswith("PT "):
        return not name.startswith(("PT", "CV", "UD"))
    words = name.split()[1:]
    return any(
        e.table == "companies" and e.sector != "private" and e.kind == "company"
        for n in (1, 2)
        for e in load_lexicon().bodies(" ".join(words[:n]))
    )


def _tidy(words: str) -> str:
    """One blank between words, small words small, no brackets, no dangling marks."""
    words = _GLOSS.sub(" ", words)
    name = _SMALL.sub(lambda m: m[0].lower() if m[0].strip(", ") else "" if m[0] == "," else " ", words)
    name = name.strip(" ,-/")
    for head, spelled in rulebook().settings["spelled"].items():
        if name.startswith(head) and not name[len(head) : len(head) + 1].isalpha():
            return str(spelled) + name[len(head) :]
    return name[:1].upper() + name[1:]


def _school(name: str) -> str:
    name = _NUMBERED.sub(lambda m: f"{m[1]} Negeri", name)
    return regex.sub(r"(?<=Negeri )([IV]{1,3})\b", lambda m: _ROMAN.get(m[1], m[1]), name)
