"""Phrases: how far an award phrase reaches from its seed, and which slots its parts fill."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import regex

from anugerah.mentions import Award
from anugerah.rulebook import Rulebook, load_rulebook
from anugerah.stages.awards.seeds import TOKEN, Seed
from anugerah.stages.awards.series import Series

_YEAR = regex.compile(r"(?:19|20)\d\d(?:/(?:19|20)?\d\d)?\Z")


_EDITION = regex.compile(
    r"[ ,(]{1,3}(?:(?i:tahun anggaran|TA|tahun|periode|edisi|musim)[ .]{1,2})?(?P<year>(?:19|20)\d\d)\b\)?"
)


_EDITION_OF_NAME = regex.compile(
    r"(?:[ ]?\([^()\n]{2,40}\))?(?:[ ](?:[Tt]ingkat|[Jj]enjang|[Ss]e-?\p{L}{3,14}|ke-\d{1,3}|"
    r"\p{Lu}[\w./-]{1,20}|dan|dalam|\([^()\d\n]{2,20}\))){0,9}"
    r"[ (]{1,2}(?:(?i:tahun anggaran|TA|tahun|periode|edisi|musim)[ .]{1,2})?"
    r"(?P<year>(?:19|20)\d\d)\b(?![/-])"
)
"""The edition of a name that goes on: `IGA (Award X) 2021`, `Lomba Desa Tingkat Provinsi X Tahun 2019`."""


_BRACKET = regex.compile(r"\(([^()\n]{2,60})\)")


_DATED = regex.compile(r"\d{1,2}[/.-]\d")


_BLANKS = regex.compile(r"\s{1,20}")


def read_phrase(book: Rulebook, view: str, seed: Seed, limit: int) -> Award | None:
    """Read one phrase from its seed, or None where the seed leads to nothing."""
    kind = seed.rule.removeprefix("awards.")
    if kind == "grade" and seed.series:
        grade = seed.series.grades[0]
        return Award(
            start=seed.start, end=seed.end, rule=seed.rule, id=seed.series.id, rank=grade,
            title=f"{seed.series.name} {grade}", event=seed.series.name,
        )  # fmt: skip
    if kind == "its":
        return Award(start=seed.start, end=seed.end, rule=seed.rule, title=None, anaphor=True)
    if kind == "count":
        return Award(start=seed.start, end=seed.end, rule=seed.rule, title=None, count=seed.count)
    end, anaphor = _extent(book, view, seed, limit)
    edition = _EDITION.match(view, end)
    if edition and edition.end() <= limit + 8:
        year: str | None = edition["year"]
        after = edition.end()
        more, _ = _category_after(book, view, after, limit)
        if more:
            end, after = more, more
        else:
            end = after
    else:
        year = None
    if year is None and kind in {"known", "awards", "ceremony"} and not anaphor:
        named = _EDITION_OF_NAME.match(view, end, min(limit + 40, len(view)))
        year = named["year"] if named else None
    return _parts(book, view, seed, kind, end, year, anaphor)


def _category_after(book: Rulebook, view: str, at: int, limit: int) -> tuple[int | None, bool]:
    m = _CATEGORY.match(view, min(at + 1, len(view)))
    if not m:
        return None, False
    return _extent(book, view, Seed(m.start(), m.end() - 1, "awards.category"), limit)


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {k: frozenset(v) for k, v in load_rulebook("awards").lists.items()}


def _extent(book: Rulebook, view: str, seed: Seed, limit: int) -> tuple[int, bool]:
    """Where a phrase ends, and whether it only points back to an award named before."""
    lists = _sets()
    kind = seed.rule.removeprefix("awards.")
    free = kind in {"metal", "crown", "head", "placing", "medal", "predicate", "category", "top", "winner"}
    end, capital, words, lower = seed.end, False, 0, 0
    position = seed.end
    if kind == "known":
        grade = book.rule("awards.known").pattern.match(view, seed.end)
        if grade is None and seed.series and seed.series.grades:
            grade = _own_grade(seed.series.grades).match(view, seed.end)
        if grade and grade.end() <= limit:
            return grade.end(), False
        return seed.end, False
    while position < limit:
        token = TOKEN.search(view, position, limit)
        if not token:
            break
        word, low = token[0], token[0].lower()
        if word == '"':
            close = view.find('"', token.end(), min(limit, token.end() + 90))
            if close < 0 or (words and not free):
                break
            end, position, capital, words = close + 1, close + 1, True, words + 3
            continue
        if word == "(":
            bracket = _BRACKET.match(view, token.start())
            if not bracket or bracket.end() > limit or _DATED.search(bracket[1]) or not words:
                break
            following = TOKEN.match(view, bracket.end() + 1) if bracket.end() + 1 < limit else None
            if words and (len(bracket[1]) <= 25 and bracket[1][0].isupper()):
                end = bracket.end()
            if not following or not (following[0][0].isupper() or following[0].lower() in lists["tail"]):
                break
            position = bracket.end()
            continue
        if not word[0].isalnum() and word != "&":
            break
        if _YEAR.match(word) and words + (kind in {"awards", "best_of"}) > 0:
            break
        if low == "tahun":
            break
        if (
            low in lists["hard_stop"]
            and not word.islower()
            and not _goes_on_with(low, lists, view, token, limit)
        ):
            break
        if word[0].isupper() or word[0].isdigit() or word == "&":
            end, capital = token.end(), True
        elif not words and low in lists["anaphor"]:
            return token.end(), True
        elif (capital and low in lists["joint"] and _goes_on(view, token.end(), limit)) or (
            not capital and low in lists["filler"]
        ):
            pass
        elif (
            low in lists["stop"]
            or (low.startswith(("me", "di")) and len(low) > 5)
            or (capital and low not in lists["tail"] and kind != "category")
        ):
            break
        elif (free and lower < 4) or low in lists["tail"]:
            end, lower = token.end(), lower + 1
        else:
            break
        words += 1
        position = token.end()
        if words > 16:
            break
    return end, False


@cache
def _own_grade(grades: tuple[str, ...]) -> regex.Pattern[str]:
    """A grade that the gazetteer tells of a series, right after its name."""
    names = "|".join(map(regex.escape, sorted(grades, key=len, reverse=True)))
    return regex.compile(rf"[ ]-?[ ]?(?:(?:kategori|tingkat|predikat|peringkat)[ ])?(?:{names})\b")


def _goes_on_with(
    low: str, lists: dict[str, frozenset[str]], view: str, token: regex.Match[str], limit: int
) -> bool:
    return low in lists["joint"] and _goes_on(view, token.end(), limit)


def _goes_on(view: str, at: int, limit: int) -> bool:
    """Whether a name in capitals goes on after a joining word."""
    token = TOKEN.search(view, at, limit)
    return bool(token and (token[0][0].isupper() or token[0][0] == '"') and not _HEADS.match(token[0]))


_HEADS = regex.compile(
    r"(?i)(?:penghargaan|juara|terbaik|best|most|runner|predikat|top|harapan|peringkat|medali|opini)\Z"
)


def _parts(
    book: Rulebook, view: str, seed: Seed, kind: str, end: int, year: str | None, anaphor: bool
) -> Award | None:
    """The slots of a phrase."""
    whole = _clean(view[seed.start : end])
    head, rest = _clean(view[seed.start : seed.end]), _clean(view[seed.end : end])
    if year:
        rest = _clean(_EDITION.sub(" ", " " + rest))
        whole = _clean(_EDITION.sub(" ", whole))
    base = Award(
        start=seed.start,
        end=end,
        rule=seed.rule,
        title=None,
        id=seed.series.id if seed.series else None,
        edition=year,
        anaphor=anaphor,
    )
    if anaphor:
        return None if kind == "ceremony" else base
    category = _category_of(book, rest)
    if kind == "category":
        return replace(base, category=_unquoted(rest)) if rest else None
    if kind == "ceremony":
        name = _named(book, head, rest)
        return replace(base, event=name) if name else None
    if kind == "known":
        name = seed.series.name if seed.series and len(head) <= 6 else _bare(book, head, seed)
        grade = "" if rest.lower() == "nasional" else _GRADE_NOUN.sub("", rest)
        if not rest and seed.series:
            grade = _grade_in(name, seed.series)
            name = name.removesuffix(f" {grade}") if grade else name
        if category and not _is_grade(category, seed):
            return replace(base, title=name, event=name, category=category)
        return replace(
            base, title=_clean(f"{name} {grade}"), event=name, rank=grade or None,
            category=category and grade,
        )  # fmt: skip
    if kind == "crown" and not _is_honour(book, view[max(0, seed.start - 90) : seed.start], whole):
        return None
    if kind in {"awards", "best", "best_of", "crown", "champion"}:
        rank = _PLACED.search(whole)
        return replace(
            base, title=whole, event=whole if kind in {"awards", "champion"} else None, category=category,
            rank=rank[0] if rank else None,
        )  # fmt: skip
    if kind in {"placing", "top", "medal", "winner"}:
        title = whole
        event = _clean(rest.split(category)[0]) if category else rest
        event = regex.sub(
            r"(?i)\b(?:kategori|katagori|klaster|kelompok|bidang|sektor|kelas|tingkat\b.{0,60})\s*$",
            "",
            event,
        )
        named = event if regex.match(r"\p{Lu}", event) else None
        return replace(base, title=title, rank=head, category=category, event=_clean(named or "") or None)
    if kind == "predicate":
        noun = "Akreditasi" if "akredit" in head.lower() else "Predikat"
        return replace(base, title=f"{noun} {rest}", rank=rest) if rest else None
    if kind == "metal":
        return replace(base, title=whole, rank=head, category=category)
    return _headed(book, base, head, rest, category)


_PLACED = regex.compile(r"Terbaik (?:[IVX]{1,4}|\d|Pertama|Kedua|Ketiga)\Z")


def _is_honour(book: Rulebook, lead: str, whole: str) -> bool:
    """Whether what somebody is made is an honour: after `dinobatkan` any title, else one that says so."""
    if not _SUPERLATIVE.search(whole):
        return False
    return "nobatkan" in lead.lower() or bool(book.words("honour").search(whole))


_SUPERLATIVE = regex.compile(r"\p{Lu}|\bter\p{L}{4}")


_GRADE_NOUN = regex.compile(r"\A(?:-\s?)?(?:kategori|tingkat|predikat|peringkat)\s", regex.IGNORECASE)


def _is_grade(category: str, seed: Seed) -> bool:
    """Whether a category is a grade of the series: `kategori Nindya`, not `kategori kota besar`."""
    return category[:1].isupper() and (
        " " not in category or (seed.series is not None and category in seed.series.grades)
    )


def _grade_in(name: str, series: Series) -> str:
    """The grade that a known name ends with: `PROPER Emas`."""
    words = name.split(" ")
    return words[-1] if len(words) > 1 and words[-1].title() in series.grades else ""


def _bare(book: Rulebook, name: str, seed: Seed) -> str:
    """A known name without `penghargaan` before it, but where the series is called so."""
    first, _, rest = name.partition(" ")
    own = seed.series is not None and seed.series.name.lower() == name.lower()
    return rest if first.lower() in book.lists["dropped"] and rest[:1].isupper() and not own else name


def _headed(book: Rulebook, base: Award, head: str, rest: str, category: str | None) -> Award | None:
    """A phrase with a head such as `penghargaan` or `predikat`."""
    fillers = "|".join(regex.escape(f) for f in book.lists["filler"])
    name = regex.sub(rf"^(?:(?:{fillers})\s){{1,4}}", "", rest)
    plain = head.lower() in book.lists["dropped"]
    if head.lower() in book.lists["praise"] and (
        not name[:1].isupper() or name.split()[0].lower() in book.lists["number"]
    ):
        return None
    contests = _sets()["head"] | _sets()["ceremony"]
    if (
        head.lower() == "kualifikasi"
        and name
        and (name.split()[0].lower() in contests or name.lower().endswith(("awards", "award", "cup")))
    ):
        return None
    if (
        head.lower() == "gelar"
        and not _HONORARY.search(name)
        and f"{name.lower()} ".startswith(tuple(f"{d} " for d in book.lists["degree"]))
    ):
        return None
    metal = name.split()[0] if name.split() and name.split()[0].lower() in book.lists["grade"] else None
    if name in book.lists["filler"] or (plain and name[:1].islower() and not metal) or _NUMBER.match(name):
        name = ""
    if not name:
        return replace(base, title=head) if head.lower().startswith(("satyal", "satya l")) else base
    if category and _unquoted(name) == category:
        return replace(base, category=category, title=None)
    title = name if plain and not book.words("office").match(name) else f"{head} {name}"
    if head.lower() == "opini" and name.lower().startswith("wajar"):
        return None
    contest = _CONTEST.search(name)
    if contest and head.lower() in _sets()["thing"]:
        programme = _unquoted(name[contest.start() :])
        return replace(base, title=programme, event=programme, category=category)
    if name.lower() == "juara":
        return replace(base, title=title, rank=title, category=category)
    placed = _PLACED.search(name)
    rank = _unquoted(name) if head.lower() in {"predikat", "zona hijau", "kualifikasi"} else metal
    rank = rank or (placed[0] if placed else None)
    return replace(base, title=_unquoted(title), rank=rank, category=category)


def _category_of(book: Rulebook, rest: str) -> str | None:
    m = _CATEGORY.search(rest)
    return _unquoted(rest[m.end() :]) or None if m else None


_CONTEST = regex.compile(
    r"\b(?:Lomba|Kompetisi|Festival|Olimpiade|Kejuaraan|Turnamen|Anugerah|Penghargaan|Sayembara|Kontes|Pemilihan|Krenova|Apresiasi|Musabaqah|Pekan)\b"
)
"""Where the name of a contest begins after the thing that is won there: piala bergilir *Lomba* Desa."""


_HONORARY = regex.compile(r"(?i)\b(?:honoris|kehormatan)\b")


_NUMBER = regex.compile(r"\d{1,3}(?:\s(?:kali|tahun|besar)\b.{0,40})?\Z")


_CATEGORY = regex.compile(
    r"\b(?:sub ?)?(?:kategori|katagori|klaster|nominasi|kelompok|bidang|sektor|kelas)\s", regex.IGNORECASE
)


def _named(book: Rulebook, head: str, rest: str) -> str | None:
    """The name of a ceremony: what follows its head, with the head where that is part of the name."""
    first = regex.search(r'["\p{Lu}\d]', rest)
    if not first or len(rest) < 3:
        return None
    lead = rest[: first.start()].strip()
    if lead and not all(w in book.lists["filler"] or w in book.lists["lead"] for w in lead.split()):
        return None
    name = _unquoted(rest[first.start() :])
    return f"{head} {name}" if head.split()[-1] in book.lists["named"] and not lead else name


def _clean(words: str) -> str:
    return _BLANKS.sub(" ", words).strip(" ,;:-")


def _unquoted(words: str) -> str:
    return _clean(words.replace('"', " "))
