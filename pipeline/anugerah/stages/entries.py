"""Entries: what a page on a contest of innovations names without calling it an innovation.

On such a page hardly any word is needed: `Desa X lewat KOPI SORE`, `Puskesmas Y (Perahu Senja)`, a
column of a table. What keeps the names apart from others is their shape and what they are made of.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from anugerah.lexicon import load_lexicon
from anugerah.mentions import Acronym, Agency, Official
from anugerah.page import Page
from anugerah.rulebook import TIMEOUT, Rule
from anugerah.stages.innovation_names import WORD, in_headline, owner_after, pieces, rules, shape_of, words
from anugerah.stages.persons import find_persons

Found = tuple[str, int, int]
"""The rule that found a name, and its span, quotation marks included."""

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
_VERB = regex.compile(r"(?:me[mnl]|meng|ber|di(?!ri|gital)|ter)")
_GRADE = regex.compile(
    r"(?i)\b(?:gold|silver|bronze|platinum|emas|perak|perunggu|juara \w{1,8}|terbaik \w{1,8}) \Z"
)
_SHOUTED = regex.compile(r"[!?.,]{0,2}\"")
_LOUD = regex.compile(r"[A-Z' -]{1,80}")
_FROM = regex.compile(r" (?:dari|di|asal|-) ")
_PLACED = regex.compile(r"(?:[A-Z][A-Za-z.]{1,20}(?: [A-Z][a-z]{1,20}){0,3}), \Z")


def is_contest(lowered: str, occasions: int) -> bool:
    """Whether a page in lower case is on a contest of innovations; `occasions` counts words of winning."""
    return _told(lowered, "contests") or (occasions > 1 and _told(lowered, "fields"))


def _told(lowered: str, name: str) -> bool:
    near = any(word in lowered for word in rules().lists[name])
    return near and rules().words(name).search(lowered) is not None


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
        lead = m["lead"].lower()
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
        if self.view[start].isdigit():
            return False
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
        if _SHOUTED.match(self.view, end):
            return False
        return len(WORD.findall(self.view[start:end])) < 6

    def _quoted(self, m: regex.Match[str], start: int, end: int, shape: str) -> bool:
        name = self.view[start + 1 : end - 1]
        return shape == "quoted" and shape_of(name) == "caps" and name[-1] not in ",.!?"

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
        return after is not None and not (after["what"] in words("ongoing") or _VERB.match(after["what"]))

    def _after_award(self, end: int) -> bool:
        """Whether an award's grade stands right before: `Gold untuk Kopi Senja`."""
        return _GRADE.search(self.view, max(0, end - 30), end) is not None

    def _opens_line(self, start: int) -> bool:
        """Whether it opens a line and a place or a heading may stand there, not a sentence's subject."""
        line = self.view.rfind("\n", 0, start) + 1
        stop = self.view.find("\n", start)
        whole = self.view[line : stop if stop >= 0 else len(self.view)]
        if not any(w.islower() for w in whole.split()):
            return True
        after = _LOUD.match(self.view, start)
        following = self.view[after.end() : after.end() + 1] if after else ""
        return start - line < 4 and not following.islower()

    def _is_free(self, start: int, end: int, *, named: bool) -> bool:
        """Whether no institution, office or person stands there, and no word of a contest or a place.

        Where the words before say that it is `named`, what sounds like a small institution may be one:
        Samsat Keliling, Bank Sampah Melati.
        """
        name = self.view[start:end].strip("\"'")
        found = [w.lower() for w in WORD.findall(name)]
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
