"""Entries: what a page on a contest of innovations names without calling it an innovation.

On such a page hardly any word is needed: `Desa X lewat KOPI SORE`, `Puskesmas Y (Perahu Senja)`, a
column of a table. What keeps the names apart from others is their shape and what they are made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import regex

from anugerah.lexicon import load_lexicon
from anugerah.mentions import Acronym, Agency, Official
from anugerah.page import Page
from anugerah.rulebook import TIMEOUT, Rule, Rulebook, load_rulebook
from anugerah.stages.persons import find_persons

Found = tuple[str, int, int]
"""The rule that found a name, and its span, quotation marks included."""

_WORD = regex.compile(r"[\w'!-]{1,40}")
_CELL = regex.compile(r"[^|\n]{1,120}")
_HEADED = regex.compile(r"(?i)inovasi|karya|program|aplikasi|penelitian|proposal")
_COUNTED = regex.compile(r"(?i)\W{0,3}(?:ke\w{2,10}nya|mereka|daftarnya|berikut)\b")
_FORM = regex.compile(r"(?i)\W{0,3}(?:nama |judul )?(?:inovasi|karya|judul|program|aplikasi|proyek)\W{0,3}\Z")
_ENTRANT = regex.compile(
    r"(?i)\b(?:juara|terbaik|peringkat|desa|kelurahan|kecamatan|nagari|puskesmas|rsud|dinas|badan|kota|"
    r"kabupaten|provinsi|sm[apk]n?|mts?n?|man|sdn?|tim|kelompok|guru|siswa|pemerintah|kementerian|pt)\b"
)
_PLACING = regex.compile(
    r"(?i)\b(?:juara|terbaik|peringkat|harapan|emas|perak|perunggu|gold|silver|bronze)\b"
)
_MADE = regex.compile(r'"?, (?P<what>[a-z]{3,20}) ')
_FROM = regex.compile(r" (?:dari|di|asal|-) ")
_TOLD_OF = regex.compile(
    r"\"?, (?!(?:me|di|ber|ter|masuk|lolos|yang|juara|dapat))[a-z][^,.;:()\n\"]{3,80}? (?:dari|milik|besutan|garapan|gagasan|kelolaan|rintisan|karya|buatan) (?=\p{Lu})"
)
"""What it is, and then whose: `, layanan antar obat milik Dinas X`."""
_PLACED = regex.compile(r"(?:[A-Z][A-Za-z.]{1,20}(?: [A-Z][a-z]{1,20}){0,3}), \Z")


def is_contest(lowered: str) -> bool:
    """Whether a page in lower case is on a contest of innovations."""
    near = any(word in lowered for word in rules().lists["contests"])
    return near and rules().words("contests").search(lowered) is not None


@cache
def rules() -> Rulebook:
    """The rules of the innovations stage."""
    return load_rulebook("innovations", frozenset({"sure", "made", "anchors", "before", "entry", "told"}))


@cache
def words(name: str) -> frozenset[str]:
    """A list of the rules as a set."""
    return frozenset(rules().lists[name])


class Entries:
    """The names on the page of a contest, by the rules for entries."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.view = page.view
        self.bodies = {
            p.short.lower()
            for p in page.found(Acronym)
            if " " not in p.short and p.long.split()[0].lower() in words("bodies")
        }
        self.agencies = {a.start: a for a in page.found(Agency)}
        spans = [(a.start, a.end) for a in page.found(Agency)]
        spans += [(o.start, o.end) for o in page.found(Official)]
        self.taken = sorted([*spans, *find_persons(page)])

    def find(self) -> Iterator[Found]:
        """The names, one after the other; the same one may be found by several rules."""
        for rule in rules().rules:
            if rule.options.get("entry"):
                within = rule.id == "innovations.entry_means"
                for m in rule.pattern.finditer(self.view, self.page.base, overlapped=within, timeout=TIMEOUT):
                    for start, end in self._names(rule, m):
                        yield rule.id, start, end

    def _names(self, rule: Rule, m: regex.Match[str]) -> Iterator[tuple[int, int]]:
        kind = rule.id.rpartition("_")[2]
        if kind == "column":
            yield from self._column(m)
            return
        for start, end in pieces(self.view, *m.span("name")):
            if not self._is_free(start, end, named=kind in {"means", "label", "bracket"}):
                continue
            shape = shape_of(self.view[start:end])
            if getattr(self, f"_{kind}")(m, start, end, shape):
                yield start, end

    def _means(self, m: regex.Match[str], start: int, end: int, shape: str) -> bool:
        """`lewat KOPI SORE`, `bikin Perahu Senja`; one plain word only with what it is after a comma."""
        lead = m[0][: m.start("name") - m.start()].strip(" ,").lower().removesuffix(" sebuah")
        if shape == "caps" or (shape == "quoted" and lead in words("means")):
            return True
        if shape == "single":
            return lead in words("making") and self._is_told(end)
        if shape != "title" or in_headline(self.view, start):
            return False
        return lead in words("means") or (lead == "untuk" and self._after_award(m.start()))

    def _apposed(self, m: regex.Match[str], start: int, end: int, shape: str) -> bool:
        return shape in {"caps", "quoted"} and self._is_told(end)

    def _bracket(self, m: regex.Match[str], start: int, end: int, shape: str) -> bool:
        """`Puskesmas X (Perahu Senja)`: after who takes part, not after what the bracket abbreviates."""
        if shape == "single" or any(p.start < m.start() < p.end for p in self.page.found(Acronym)):
            return False
        line = self.view[max(self.view.rfind("\n", 0, m.start()) + 1, m.start() - 120) : m.start()]
        before = line.rstrip().rsplit(";", 1)[-1]
        party = any(m.start() - 2 <= b <= m.start() for _, b in self.taken)
        if shape == "caps" and " " not in self.view[start:end]:
            party = party and bool(_PLACING.search(line))
        return party or bool(_ENTRANT.search(before) and shape != "caps") or bool(m["more"])

    def _label(self, m: regex.Match[str], start: int, end: int, shape: str) -> bool:
        return True

    def _caps(self, m: regex.Match[str], start: int, end: int, shape: str) -> bool:
        """Several words in capitals amid words that are not."""
        if shape != "caps" or " " not in self.view[start:end] or self._opens_line(start):
            return False
        return len(_WORD.findall(self.view[start:end])) < 6

    def _quoted(self, m: regex.Match[str], start: int, end: int, shape: str) -> bool:
        name = self.view[start + 1 : end - 1]
        return shape == "quoted" and shape_of(name) == "caps"

    def _owned(self, m: regex.Match[str], start: int, end: int, shape: str) -> bool:
        """`serta Kopi Senja yang dirintis Dinas X`; a person may be `dari Dinas X` as well."""
        if owner_after(self.view, end, self.agencies) is None:
            return False
        return shape == "caps" or (shape == "title" and not _FROM.match(self.view, end))

    def _line(self, m: regex.Match[str], start: int, end: int, shape: str) -> bool:
        """The line of a list whose heading speaks of innovations."""
        if shape == "single" or _PLACED.search(self.view, max(0, start - 40), start):
            return False
        colon = max(self.view.rfind(":\n", 0, m.start()), self.view.rfind(": \n", 0, m.start()))
        heading = self.view[max(0, colon - 120) : colon]
        heading = heading[max(heading.rfind(". "), heading.rfind("\n")) + 1 :]
        told = _HEADED.search(heading) or (
            _COUNTED.match(heading) and _HEADED.search(self.view, max(0, colon - 300), colon)
        )
        return m.start() - colon < 700 and bool(told)

    def _column(self, m: regex.Match[str]) -> Iterator[tuple[int, int]]:
        """The cells below the word for an innovation, down to the end of the table."""
        heads = [c[0] for c in _CELL.finditer(m[0])]
        column = next((n for n, head in enumerate(heads) if _FORM.match(head)), None)
        if column is None:
            return
        at = m.end() + 1
        while at < len(self.view):
            end = self.view.find("\n", at)
            end = len(self.view) if end < 0 else end
            cells = list(_CELL.finditer(self.view, at, end))
            if len(cells) != len(heads):
                return
            text = cells[column][0]
            start = cells[column].start() + len(text) - len(text.lstrip())
            name = text.strip().split(" (")[0]
            if name[:1].isupper() or name[:1] in "\"'":
                yield start, start + len(name)
            at = end + 1

    def _is_told(self, end: int) -> bool:
        """Whether what it is follows after a comma: `, layanan antar obat`."""
        after = _MADE.match(self.view, end)
        if not after and self.view[end : end + 2] == " (":
            close = self.view.find(")", end, end + 160)
            after = _MADE.match(self.view, close + 1) if close > 0 else None
        return bool(after) and not (
            after["what"] in words("ongoing")
            or regex.match(r"(?:me[mnl]|meng|ber|di(?!ri|gital)|ter)", after["what"])
        )

    def _after_award(self, end: int) -> bool:
        """Whether an award's grade stands right before: `Gold untuk Kopi Senja`."""
        return bool(
            regex.search(
                r"(?i)\b(?:gold|silver|bronze|platinum|emas|perak|perunggu|juara \w{1,8}|terbaik \w{1,8}) \Z",
                self.view[max(0, end - 30) : end],
            )
        )

    def _opens_line(self, start: int) -> bool:
        """Whether it opens a line and a place or a heading may stand there, not a sentence's subject."""
        line = self.view.rfind("\n", 0, start) + 1
        stop = self.view.find("\n", start)
        whole = self.view[line : stop if stop >= 0 else len(self.view)]
        if not any(w.islower() for w in whole.split()):
            return True
        after = regex.compile(r"[A-Z' -]{1,80}").match(self.view, start)
        following = self.view[after.end() : after.end() + 1] if after else ""
        return start - line < 4 and not following.islower()

    def _is_free(self, start: int, end: int, *, named: bool) -> bool:
        """Whether no institution, office or person stands there, and no word of a contest or a place.

        Where the words before say that it is `named`, what sounds like a small institution may be one:
        Samsat Keliling, Bank Sampah Melati.
        """
        name = self.view[start:end].strip("\"'")
        found = [w.lower() for w in _WORD.findall(name)]
        over = [(a, b) for a, b in self.taken if a < end and start < b and b - a > 3]
        if not found or (over and not (named and found[0] in words("homely") and over[0][0] == start)):
            return False
        if name.lower() in self.bodies or any(w in self.bodies for w in found):
            return False
        if found[0] in words("foreign") or (
            len(found) > 1 and found[0] in words("generic") - words("homely")
        ):
            return shape_of(self.view[start:end]) == "caps" and found[0] in {"pak", "bu", "ibu", "bapak"}
        if sum(w in words("foreign") for w in found) > (shape_of(name) == "quoted"):
            return False
        return not load_lexicon().regions(name) and not load_lexicon().bodies(name)


def owner_after(view: str, at: int, agencies: Mapping[int, Agency]) -> Agency | None:
    """The institution that is told to own what ends at a place: `milik Dinas X`, `- RSUD Y`."""
    m = _owning().match(view, at)
    while m:
        if agency := agencies.get(m.end()):
            return agency
        m = _owning().match(view, m.end()) if m["more"] is not None else None
    told = _TOLD_OF.match(view, at)
    return agencies.get(told.end()) if told else None


@cache
def _owning() -> regex.Pattern[str]:
    owning = "|".join(sorted(map(regex.escape, words("owning")), key=len, reverse=True))
    return regex.compile(
        rf",? (?:yang )?(?:juga )?(?:{owning})(?:nya)?(?P<more>(?: oleh| dari| tim| warga)?) "
    )


def in_headline(view: str, start: int) -> bool:
    """Whether nearly every word of a line without a full stop begins with a capital."""
    line = view.rfind("\n", 0, start) + 1
    stop = view.find("\n", start)
    end = stop if stop >= 0 else len(view)
    if view[line:end].rstrip(" \"')")[-1:] in {".", "!", "?", ":", ";", ","}:
        return False
    found = _WORD.findall(view, line, end)[:40]
    return len(found) > 4 and sum(w[0].islower() for w in found) * 5 < len(found)


def shape_of(name: str) -> str:
    """quoted, caps, title, single, or nothing of these."""
    if name[:1] in "\"'" and name[-1:] in "\"'":
        return "quoted" if len(name.split()) < 13 and any(c.isupper() for c in name) else ""
    found = _WORD.findall(name)
    letters = [w for w in found if any(c.isalpha() for c in w)]
    if letters and all(w.isupper() for w in letters):
        vowels = [sum(c in "AEIOUY" for c in w) for w in letters]
        if len(letters) > 1:
            return "caps" if all(vowels) and sum(vowels) > 2 else ""
        return "caps" if len(letters[0]) > 3 and vowels[0] > 1 and not _is_common(letters[0]) else ""
    if not found or not found[0][0].isupper():
        return ""
    return "title" if len(letters) > 1 else "single"


def _is_common(word: str) -> bool:
    return word.lower() in words("common")


def pieces(view: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """A run of capitals cut where its kind changes, a place follows, or another name is joined to it."""
    if view[start] in "\"'":
        return [(start, end)]
    end = loud_part(view, start, end)
    if (at := view.find(" di ", start, end)) > 0:
        end = at
    return joined(view, start, end)


def loud_part(view: str, start: int, end: int) -> int:
    """Where the words in capitals that a run begins with end: *PAK TANI* dari Dinas X."""
    found = list(_WORD.finditer(view, start, end))
    loud = next((n for n, w in enumerate(found) if not w[0].isupper() and not w[0].isdigit()), len(found))
    if 0 < loud < len(found) and (loud > 1 or found[0].end() - start > 4):
        return found[loud - 1].end()
    return end


def joined(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """Two names that `dan` joins, where each is told apart by its shape: two words, or capitals."""
    at = view.find(" dan ", start, end)
    if at < 0:
        return [(start, end)]
    both = [(start, at), (at + 5, end)]
    return both if all(shape_of(view[a:b]) in {"caps", "title"} for a, b in both) else [(start, end)]
