"""Dates: every form that newspapers print, what it denotes, and what is no date."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import anugerah
import pytest
import spacy
from anugerah.mentions import DateMention, Noise
from anugerah.page import Page
from anugerah.rulebook import parse_markup
from anugerah.stages.dates import DateStage
from hypothesis import given, settings
from hypothesis import strategies as st

SUITE = tomllib.loads((Path(__file__).parents[1] / "data" / "dates.toml").read_text(encoding="utf-8"))["form"]
UNKNOWN = "?"
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
    "November", "Desember",
)  # fmt: skip
SHORT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")


def find(text: str, published: date | None = None, title: str | None = None) -> list[DateMention]:
    return DateStage().find(Page.of(text, title=title, published=published))


def the(text: str, published: date | None = None) -> DateMention:
    (mention,) = find(text, published)
    return mention


def cases() -> Iterator[object]:
    for form in SUITE:
        published = date.fromisoformat(form["published"]) if "published" in form else None
        for i, (marked, *values) in enumerate(form["cases"]):
            yield pytest.param(marked, values, published, id=f"{form['name']}-{i}")


@pytest.mark.parametrize(("marked", "values", "published"), list(cases()))
def test_an_expression_is_found_whole_and_denotes_its_value(
    marked: str, values: list[str], published: date | None
) -> None:
    text, marks = parse_markup(marked)
    wanted = [(kind, text[s:e], v) for (kind, s, e), v in zip(marks, values, strict=True)]
    assert [(m.kind, text[m.start : m.end], m.value or UNKNOWN) for m in find(text, published)] == wanted


def test_the_suite_is_large_and_a_part_of_it_stands_apart() -> None:
    marks = [m for form in SUITE for marked, *_ in form["cases"] for m in parse_markup(marked)[1]]
    apart = [c for form in SUITE if form.get("apart") for c in form["cases"]]
    assert len(marks) >= 250
    assert len(apart) >= 100


# ---------------------------------------------------------------- any real date, in any form

WRITTEN: dict[str, Callable[[date], str]] = {
    "slashed": lambda d: f"{d.day}/{d.month}/{d.year}",
    "slashed, filled": lambda d: f"{d:%d/%m/%Y}",
    "dashes": lambda d: f"{d:%d-%m-%Y}",
    "dots": lambda d: f"{d:%d.%m.%Y}",
    "iso": lambda d: d.isoformat(),
    "in brackets": lambda d: f"({d.day}/{d.month}/{d.year})",
    "name": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "short name": lambda d: f"{d.day} {SHORT[d.month - 1]} {d.year}",
    "name in capitals": lambda d: f"{d.day} {MONTHS[d.month - 1].upper()} {d.year}",
    "weekday, brackets": lambda d: f"{WEEKDAYS[d.weekday()]} ({d.day}/{d.month}/{d.year})",
    "weekday, glued": lambda d: f"{WEEKDAYS[d.weekday()]}({d:%d/%m/%Y})",
    "weekday, name": lambda d: f"{WEEKDAYS[d.weekday()]}, {d.day} {MONTHS[d.month - 1]} {d.year}",
    "weekday, part of day": lambda d: f"{WEEKDAYS[d.weekday()]} malam ({d.day}/{d.month}/{d.year})",
    "english": lambda d: f"{SHORT[d.month - 1]} {d.day}, {d.year}",
}
each_form = pytest.mark.parametrize("form", WRITTEN.values(), ids=WRITTEN.keys())


@each_form
@given(day=st.dates(date(1930, 1, 1), date(2060, 12, 31)))
def test_a_date_in_full_comes_back(form: Callable[[date], str], day: date) -> None:
    mention = the(f"Piala itu diserahkan di Randu Raya, {form(day)}.")
    assert (mention.value, mention.precision, mention.conflict) == (day.isoformat(), "day", None)
    assert mention.earliest == mention.latest == day.isoformat()


@given(
    published=st.dates(date(2000, 1, 1), date(2040, 12, 31)),
    before=st.integers(0, 300),
    form=st.sampled_from(["{w} ({d}/{m})", "{w}, {d} {name}", "{w} {d}/{m}", "{w} pagi ({d}/{m})"]),
)
def test_weekday_and_publication_give_the_year(published: date, before: int, form: str) -> None:
    day = published - timedelta(before)
    said = form.format(w=WEEKDAYS[day.weekday()], d=day.day, m=day.month, name=MONTHS[day.month - 1])
    assert the(f"Trofi diarak di Randu Raya, {said}.", published).value == day.isoformat()


@given(first=st.dates(date(1990, 1, 1), date(2050, 12, 31)), length=st.integers(1, 60))
def test_a_range_comes_back(first: date, length: int) -> None:
    last = first + timedelta(length)
    names = [f"{d.day} {MONTHS[d.month - 1]} {d.year}" for d in (first, last)]
    mention = the(f"Pameran digelar {names[0]} - {names[1]} di Randu Raya.")
    assert (mention.value, mention.precision) == (f"{first}/{last}", "interval")
    assert (mention.earliest, mention.latest) == (first.isoformat(), last.isoformat())


@given(published=st.dates(date(2000, 1, 1), date(2040, 12, 31)), before=st.integers(0, 200))
def test_an_article_shifted_by_a_week_is_resolved_a_week_later(published: date, before: int) -> None:
    def resolved(published: date) -> list[date]:
        day = published - timedelta(before)
        text = (
            f"Camat hadir {WEEKDAYS[day.weekday()]} ({day.day}/{day.month}). Ia pulang kemarin. "
            f'"Senang," katanya di Randu, {WEEKDAYS[day.weekday()]}. Lomba berlanjut pekan depan.'
        )
        return [date.fromisoformat(m.earliest) for m in find(text, published) if m.earliest]

    shifted = resolved(published + timedelta(7))
    assert [d - timedelta(7) for d in shifted] == resolved(published)
    assert len(shifted) == 4


# ---------------------------------------------------------------- grounds, contradictions, runners-up


def test_the_year_comes_from_weekday_and_publication() -> None:
    mention = the("Piala diserahkan Selasa (21/11).", date(2023, 11, 22))
    assert (mention.value, mention.basis) == ("2023-11-21", "weekday+published")
    assert (mention.conflict, mention.runner_up) == (None, None)


def test_an_explicit_date_stands_against_its_weekday_and_the_slip_is_the_runner_up() -> None:
    mention = the("Pelaku diamankan Sabtu (25/2/2022).", date(2023, 2, 27))
    assert mention.value == "2022-02-25"
    assert mention.conflict == "weekday: 2022-02-25 is Jumat, not Sabtu"
    assert mention.runner_up == "2023-02-25"


def test_a_day_close_to_publication_stands_against_a_weekday_that_fits_only_long_ago() -> None:
    mention = the("Camat hadir Sabtu (13/7).", date(2025, 7, 15))
    assert (mention.value, mention.runner_up) == ("2025-07-13", "2024-07-13")
    assert mention.conflict == "weekday: 2025-07-13 is Minggu, not Sabtu"


def test_a_year_that_cannot_be_meant_is_reported_and_left_out() -> None:
    mention = the("Camat hadir Senin (14/7/3025).", date(2025, 7, 15))
    assert (mention.value, mention.conflict) == ("2025-07-14", "year: 3025 cannot be meant")


@pytest.mark.parametrize(
    "words", ["Senin (31/02)", "Kamis (80/08/2025)", "30 Februari 2024", "12-9 Mei 2024"]
)
def test_an_impossible_date_is_a_mention_without_a_value(words: str) -> None:
    mention = the(f"Camat hadir {words}.", date(2025, 7, 15))
    assert (mention.value, mention.precision, mention.earliest) == (None, None, None)
    assert mention.conflict is not None
    assert mention.conflict.startswith("impossible: ")


def test_without_any_ground_the_year_stays_open() -> None:
    mention = the("Camat hadir Selasa (21/11).")
    assert (mention.value, mention.precision, mention.earliest) == ("XXXX-11-21", "day", None)


def test_the_title_establishes_the_year_too() -> None:
    *_, mention = find("Piala diserahkan Selasa (21/11).", title="Randu Raya Juara Lomba Desa 2023")
    assert (mention.value, mention.basis) == ("2023-11-21", "weekday+years")


# ---------------------------------------------------------------- noise, spaCy, the function


def test_a_dateline_that_was_taken_out_of_the_view_is_read_and_flagged() -> None:
    text = "Randu Raya, 21/5 (Warta) - Lomba Desa 2017 usai, kata camat, Minggu."
    page = Page.of(text)
    page.layers["noise"] = [Noise(start=0, end=26, rule="noise.test", kind="dateline")]
    page.blank(0, 26)
    DateStage().run(page)
    found = [(m.kind, text[m.start : m.end], m.value) for m in page.found(DateMention)]
    assert found == [
        ("dateline", "21/5", "2017-05-21"),
        ("edition", "2017", "2017"),
        ("date", "Minggu", "2017-05-21"),
    ]


def test_the_component_works_alone_in_any_pipeline() -> None:
    nlp = spacy.blank("id")
    nlp.add_pipe("anugerah_dates")
    doc = nlp("Piala diserahkan Selasa (21/11/2023) malam.")
    assert [span.text for span in doc.spans["dates"]] == ["Selasa (21/11/2023) malam"]


def test_dates_gives_mentions_with_words_and_place() -> None:
    in_title, in_text = anugerah.dates(
        "Piala diserahkan Selasa (21/11).", "Rabu, 22 Nov 2023 10:00 WIB", title="Kemarin Juara"
    )
    assert (in_title.text, in_title.in_title, in_title.value) == ("Kemarin", True, "2023-11-21")
    assert (in_text.text, in_text.start, in_text.end) == ("Selasa (21/11)", 17, 31)
    assert (in_text.value, in_text.basis, in_text.in_title) == ("2023-11-21", "weekday+published", False)


def test_the_order_of_articles_does_not_matter() -> None:
    articles = [
        (parse_markup(marked)[0], form.get("published")) for form in SUITE for marked, *_ in form["cases"]
    ]

    def read(article: tuple[str, str | None]) -> list[DateMention]:
        text, published = article
        return find(text, date.fromisoformat(published) if published else None)

    assert [read(a) for a in articles] == [read(a) for a in reversed(articles)][::-1]


# ---------------------------------------------------------------- any text

PIECES = st.sampled_from(
    [
        "Senin", "Jum'at", "minggu", "(", ")", "/", "-", ".", ",", " ", "  ", "\n", "1", "31", "02", "29",
        "2023", "3025", "99", "0", "Februari", "Mei", "tahun", "pekan", "lalu", "depan", "kemarin", "pagi",
        "sampai", "dan", "s.d.", "TA", "Lomba", "pada", "akhir", "WIB", "10:30", "H", "Syawal", "hari ini",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(
    text=st.text(max_size=100)
    | st.lists(PIECES, max_size=40).map(" ".join)
    | st.lists(PIECES, max_size=40).map("".join),
    published=st.none() | st.dates(),
)
def test_any_text_is_read_without_an_error(text: str, published: date | None) -> None:
    reached = 0
    for m in find(text, published):
        assert reached <= m.start < m.end <= len(text)
        reached = m.end
        for day in (m.earliest, m.latest, m.runner_up):
            assert day is None or date.fromisoformat(day)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1/",
        "1/1/",
        "1 ",
        "1, ",
        "Senin ",
        "Senin, ",
        "Senin-",
        "Mei ",
        "tahun ",
        "(1",
        "2020-",
        "\n1 ",
        "(2/3) 1/1/2020 ",
    ],
)
def test_time_is_linear_in_the_length_of_a_line(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    start = perf_counter()
    find(text, date(2024, 1, 1))
    find(text)
    assert perf_counter() - start < 20
