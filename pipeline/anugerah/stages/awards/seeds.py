"""Seeds: where an award phrase may start."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from anugerah.rulebook import Rulebook
from anugerah.stages.awards.series import Series, load_series, series_automaton

TOKEN = regex.compile(r"[\p{L}\d](?:[\w&'’+/.-]{0,40}[\w+])?|[^\s]")


@dataclass(frozen=True, slots=True)
class Seed:
    """Where a phrase starts: the span of its head and what the head says."""

    start: int
    end: int
    rule: str
    series: Series | None = None
    count: int | None = None


_COUNTS = {
    w: i
    for i, w in enumerate(
        ["dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"], 2
    )
}


def find_seeds(book: Rulebook, view: str) -> list[Seed]:
    """Where phrases may start, leftmost first, the longest of those that start together first."""
    low = view.lower()
    verbs = frozenset(book.lists["verb"])
    seeds = [Seed(start, end, rule.id) for rule, start, end in book.scan(view)]
    seeds += [
        Seed(_left_end(m, verbs), m.end(), rule.id, count=_count(m) if rule.id == "awards.count" else None)
        for rule in book.tried(low)
        if rule.id not in {"awards.known", "awards.grade"}
        for m in rule.matches(view)
    ]
    names, automaton = series_automaton()
    for i, start, end in automaton.find_matches_as_indexes(low):
        series = load_series()[names[i]]
        if _is_word(view, start, end) and _is_meant(view, start, end, series):
            seeds.append(Seed(start, end, "awards.known", series))
    return seeds


def find_grades(view: str, seeds: Sequence[Seed]) -> Iterator[Seed]:
    """Grades of the series that a page names: `Wistara` where Swasti Saba is spoken of."""
    for series in {s.series.id: s.series for s in seeds if s.series}.values():
        for grade in series.grades:
            if len(grade) < 3 or grade.lower().startswith(series.name.lower()):
                continue
            named = "" if len(grade) < 5 else "?"
            for m in regex.finditer(
                rf"(?:(?i:predikat|kategori|tingkat|jenjang|kelas|peringkat) ){named}\b{grade}\b", view
            ):
                yield Seed(
                    m.start(), m.end(), "awards.grade", replace(series, name=series.name, grades=(grade,))
                )


_CONTEXT = regex.compile(
    r"(?:penghargaan|predikat|anugerah|piala|trofi|award|raih|terima|nerima|menang|peroleh|dapat|[sy]abet|"
    r"[sy]andang|nobatkan|ganjar|gelar|opini|sertifikat|kategori|lomba|ajang|tingkat|juara|medali|masuk|"
    r"top \d+|nilai)\w{0,6}\b.{0,30}\Z",
    regex.IGNORECASE | regex.DOTALL,
)


_WON_AFTER = regex.compile(
    r"[^.;:\n]{0,30}\b(?:di(?:raih|terima|sabet|peroleh|dapat|sandang|kantongi|borong|boyong|rebut|serahkan|"
    r"berikan|anugerahkan|pertahankan)|jatuh|menjadi milik)"
)


def _is_meant(view: str, start: int, end: int, series: Series) -> bool:
    """Whether a name is written as one, and a doubtful one stands where awards are spoken of."""
    name = view[start:end]
    if (name.islower() and " " not in name) or (len(name) < 5 and not name.isupper()):
        return False
    if name.lower() not in series.contextual or _CONTEXT.search(view, max(0, start - 60), start):
        return True
    return bool(_WON_AFTER.match(view, end, min(len(view), end + 50)))


def _left_end(m: regex.Match[str], verbs: frozenset[str]) -> int:
    """Where a match begins, once a headline's verb and what stands before it are left out."""
    words = list(TOKEN.finditer(m.string, m.start(), m.end()))
    for n in range(len(words) - 2, 0, -1):
        if words[n - 1][0].lower() in verbs:
            return words[n].start()
    return m.start()


def _count(m: regex.Match[str]) -> int | None:
    word = m["count"].lower()
    return int(word) if word.isdigit() else _COUNTS.get(word)


def _is_word(view: str, start: int, end: int) -> bool:
    return not (start and view[start - 1].isalnum()) and not (end < len(view) and view[end].isalnum())
