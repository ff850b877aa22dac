"""Publication dates: every format that dumps of Indonesian news carry."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime

import pytest
from anugerah.errors import InputError
from anugerah.published import WIB, WIT, WITA, read_published, read_stamp
from hypothesis import given
from hypothesis import strategies as st

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
    "November", "Desember",
)  # fmt: skip
FORMS = (
    "{d:%Y-%m-%d}", "{d:%Y/%m/%d}", "{d:%Y%m%d}", "{d:%Y-%m-%d} 09:15:00", "{d:%Y-%m-%d}T23:59:59+07:00",
    "{d:%d/%m/%Y}", "{d:%d-%m-%Y}", "{d.day} {name} {d.year}", "{d.day} {name} {d.year}, 23:15 WIB",
    "Senin, {d.day} {name} {d.year} | 00:05 WIT", "{d:%d-%b-%Y}", "{d:%b} {d.day}, {d.year}",
)  # fmt: skip


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-11-22", "2023-11-22"),
        ("2025-07-28 00:00:00", "2025-07-28"),
        ("2025/11/01", "2025-11-01"),
        ("20250812", "2025-08-12"),
        ("2023-02-27T23:22:03+07:00", "2023-02-27"),
        ("2023-11-22T10:00:00.123456+07:00", "2023-11-22"),
        ("01 Nov 2025", "2025-11-01"),
        ("31 Okt 2025", "2025-10-31"),
        ("12 Agt 2023", "2023-08-12"),
        ("01-Feb-19", "2019-02-01"),
        ("13+December+2018", "2018-12-13"),
        ("Sep 2, 2023", "2023-09-02"),
        ("Kamis, 25 Jun 2026 08:00 WIB", "2026-06-25"),
        ("Sabtu, 23 Mei  2026 22:15 WIB", "2026-05-23"),
        (" Selasa, 29 Januari 2019 / 20:31 WIB ", "2019-01-29"),
        ("1,234 Views  | \n      Kamis, 25 Jun 2026 05:49 WIB", "2026-06-25"),
        ("Jum'at, 3 Pebruari 2023 | 10.30 WITA", "2023-02-03"),
        ("Minggu, 5 Nopember 2023 14:05", "2023-11-05"),
        ("Ahad 5 Nov 2023", "2023-11-05"),
        ("Rabu, 15/10/2019 10.30 WIB", "2019-10-15"),
        ("15.10.2019 10.30", "2019-10-15"),
        ("3/5/21", "2021-05-03"),
    ],
)
def test_a_format_of_the_dumps_is_read(value: str, day: str) -> None:
    assert read_published(value) == date.fromisoformat(day)


def test_the_day_stands_before_the_month_unless_it_cannot() -> None:
    assert read_published("9/10/2025 22:30") == date(2025, 10, 9)
    assert read_published("10/21/2025 20:43") == date(2025, 10, 21)


@pytest.mark.parametrize(("zone", "tz"), [("WIB", WIB), ("WITA", WITA), ("WIT", WIT)])
def test_the_zones_of_indonesia_become_offsets(zone: str, tz: object) -> None:
    stamp = read_stamp(f"Rabu, 25 November 2020 10:30 {zone}")
    assert stamp == datetime(2020, 11, 25, 10, 30, tzinfo=tz)  # type: ignore[arg-type]
    assert stamp.date() == date(2020, 11, 25)


@pytest.mark.parametrize(
    "value", ["2023-02-27T23:22:03Z", "2023-02-27 23:22:03+00:00", "Mon, 27 Feb 2023 23:22:03 GMT"]
)
def test_a_stamp_from_elsewhere_is_the_day_in_indonesia(value: str) -> None:
    assert read_published(value) == date(2023, 2, 28)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "[]",
        "kemarin",
        "2 jam lalu",
        "2023",
        "Mei 2023",
        "31/02/2023",
        "0000-00-00 00:00:00",
        "0001-01-01T00:00:00Z",
        "-",
    ],
)
def test_what_names_no_day_is_an_error_that_says_so(value: str) -> None:
    with pytest.raises(InputError, match=r"^A103 ") as caught:
        read_published(value)
    assert "write it like 2023-11-22" in str(caught.value)


@given(day=st.dates(date(1990, 1, 1), date(2060, 12, 31)), form=st.sampled_from(FORMS))
def test_any_day_in_any_form_comes_back(day: date, form: str) -> None:
    assert read_published(form.format(d=day, name=MONTHS[day.month - 1])) == day


@given(value=st.text(max_size=60) | st.text("0123456789/-:. +TZWIBJan,|", max_size=30))
def test_any_text_is_a_date_or_an_input_error(value: str) -> None:
    try:
        day = read_published(value)
    except InputError:
        return
    assert 1500 <= day.year <= 2200


def test_dateparser_is_not_loaded_for_iso_dates() -> None:
    code = (
        "import sys; from anugerah.published import read_published; "
        "read_published('2023-11-22T10:00:00+07:00'); sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
