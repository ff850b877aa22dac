"""Award phrases: how far they reach, and which slots their parts fill."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from anugerah.article import Article
from anugerah.extraction import read
from anugerah.mentions import Award
from anugerah.rulebook import parse_markup
from anugerah.stages.awards import load_series
from hypothesis import given
from hypothesis import strategies as st


def awards(text: str, title: str | None = None) -> list[Award]:
    return read(Article(id="a", text=text, title=title)).found(Award)


def the(text: str) -> Award:
    (award,) = awards(text)
    return award


# ---------------------------------------------------------------- where a phrase begins and ends

MARKED = {
    "placing": [
        "Desa Sabran meraih <placing>Juara I Lomba Desa Siaga</placing> di Kudus.",
        "Ia menjadi <placing>juara kedua</placing> pada hari itu.",
        "Tim itu merebut <placing>Harapan III</placing> dan pulang.",
        "Kota Malang menduduki <placing>peringkat ke-3</placing> dari sembilan kota.",
        "Sekolah itu keluar sebagai <placing>juara umum</placing>, lalu bersyukur.",
        "Regu putri menempati <placing>posisi kedua</placing> setelah final.",
        "Mereka menyabet <placing>Terbaik II kategori Perencanaan</placing> dari gubernur.",
    ],
    "top": [
        "Inovasi itu menembus <top>Top 45 Inovasi Pelayanan Publik</top> tahun ini.",
        "Aplikasi itu masuk <top>TOP 99</top> setelah diuji.",
        "Desa Sabran lolos ke <top>tiga besar</top> tahun ini.",
    ],
    "medal": [
        "Rafi membawa pulang <medal>medali emas</medal> dari Osaka.",
        "Riset mereka diganjar <medal>Gold Medal</medal> di Seoul.",
        "Tim robot menjadi <medal>2nd Place Winner</medal> di Taipei.",
        "Naskahnya memperoleh <medal>Honorable Mention</medal> dari juri.",
    ],
    "best": [
        "Bank Karsa disebut <best>Best Bank in Central Java</best> oleh sebuah majalah.",
        "Kudus dinobatkan sebagai <best>The Most Innovative City</best> dalam acara itu.",
    ],
    "awards": [
        "Perusahaan itu meraih <awards>Karsa Green Leadership Award 2022</awards> di Bogor.",
        "Kampus itu menyabet <awards>Regional Library Award for Excellence</awards> kemarin.",
        "PT Randu Jaya menerima <awards>Nusantara Best Brand Awards</awards> dari panitia.",
    ],
    "best_of": [
        "Puskesmas Randu menjadi <best_of>Unit Pelayanan Terbaik</best_of> tahun lalu.",
        "Sleman dinobatkan sebagai <best_of>Kabupaten Terbaik Pertama</best_of> di Jawa.",
    ],
    "head": [
        "Kampung itu menyandang <head>gelar Kampung Teladan</head> sejak pagi.",
        "Balai itu menyandang <head>predikat Sangat Baik</head> dari kementerian.",
        "Warga memecahkan <head>rekor MURI tari massal terbanyak</head> pada Minggu.",
        "Panitia menyerahkan <head>piagam Pelopor Layanan Desa</head> kepada camat.",
        "Kantor itu meraih <head>predikat “Sangat Memuaskan”</head> dari tim penilai.",
    ],
    "winner": ["Kelompok itu tampil sebagai <winner>pemenang</winner> semalam."],
    "category": [
        "Sleman terbaik pada <category>kategori Kota Besar</category> di Bali.",
        "Sleman unggul dalam <category>klaster kabupaten</category> di Jawa.",
    ],
    "ceremony": [
        "Semua berkumpul dalam <ceremony>ajang Pesona Desa 2023</ceremony> di Solo.",
        "Pemuda itu mengikuti <ceremony>Lomba Karya Tulis Nusantara</ceremony> di Solo.",
    ],
    "predicate": ["Kantor itu dinyatakan berpredikat <predicate>Sangat Inovatif</predicate> oleh juri."],
    "known": [
        "Kota Malang menerima <known>Adipura Kencana</known> di Jakarta.",
        "Kudus meraih <known>Swasti Saba Wistara 2023</known> dari kementerian.",
        "Pemkab Pati mempertahankan <known>opini WTP</known> atas laporannya.",
        "Sleman meraih <known>Anugerah Parahita Ekapraya kategori Madya</known> di Bogor.",
    ],
    "count": [
        "Sekolah itu memborong <count>lima penghargaan</count> sekaligus.",
        "Mereka membawa pulang <count>15 piala</count> ke kampung.",
    ],
}


@pytest.mark.parametrize(
    ("seed", "marked"), [(seed, marked) for seed, texts in MARKED.items() for marked in texts]
)
def test_a_phrase_is_found_whole_by_the_seed_that_begins_it(seed: str, marked: str) -> None:
    text, marks = parse_markup(marked)
    wanted = [(f"awards.{kind}", text[start:end]) for kind, start, end in marks]
    assert {kind for kind, _, _ in marks} == {seed}
    assert [(a.rule, text[a.start : a.end]) for a in awards(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Bupati menyampaikan apresiasi atas kinerja para petugas.",
        "Warga memberi apresiasi kepada tim medis.",
        "Ia menyandang gelar sarjana hukum.",
        "Polisi akan melakukan gelar perkara pekan depan.",
        "Bintang film itu tiba di Solo.",
        "Sertifikat tanah dibagikan kepada warga.",
        "Ia menonton Top Gear semalam.",
        "Hotel berbintang itu ramai.",
        "Juara bertahan itu kalah telak.",
        "Harga emas batangan naik.",
        "Kawasan itu dikategorikan aman.",
        "Ia memberi yang terbaik bagi warga.",
        "Ajang itu ramai pengunjung.",
        "Tiga orang terbaik dikirim ke Solo.",
        "Ape itu kue dari Betawi.",
        "Menteri memuji kerja mereka.",
        "",
    ],
)
def test_praise_degrees_and_common_words_are_no_awards(text: str) -> None:
    assert awards(text) == []


# ---------------------------------------------------------------- slots

SLOTS: list[tuple[str, dict[str, Any]]] = [
    (
        "Ia meraih Juara I Lomba Desa Siaga 2022 di Kudus.",
        {
            "title": "Juara I Lomba Desa Siaga",
            "event": "Lomba Desa Siaga",
            "rank": "Juara I",
            "edition": "2022",
        },
    ),
    (
        "Ia meraih Top 45 Kompetisi Inovasi Layanan Desa Tahun 2023 kemarin.",
        {
            "title": "Top 45 Kompetisi Inovasi Layanan Desa",
            "event": "Kompetisi Inovasi Layanan Desa",
            "rank": "Top 45",
            "edition": "2023",
        },
    ),
    (
        "Mereka meraih Terbaik II kategori Perencanaan di Solo.",
        {"title": "Terbaik II kategori Perencanaan", "rank": "Terbaik II", "category": "Perencanaan"},
    ),
    ("Rafi meraih medali perak di Osaka.", {"title": "medali perak", "rank": "medali perak"}),
    ("Kampung itu meraih predikat Sangat Baik.", {"title": "predikat Sangat Baik", "rank": "Sangat Baik"}),
    (
        "Kota itu berpredikat Sangat Inovatif.",
        {"title": "Predikat Sangat Inovatif", "rank": "Sangat Inovatif"},
    ),
    ("Ia menerima piagam Pelopor Layanan Desa.", {"title": "Pelopor Layanan Desa"}),
    ("Ia menerima penghargaan bergengsi Pelopor Layanan Desa.", {"title": "Pelopor Layanan Desa"}),
    ("Ia menyandang gelar Kampung Teladan.", {"title": "gelar Kampung Teladan"}),
    (
        "PT Randu meraih Karsa Green Award 2022.",
        {"title": "Karsa Green Award", "event": "Karsa Green Award", "edition": "2022"},
    ),
    ("Semua berkumpul dalam ajang Pesona Desa 2023 itu.", {"event": "Pesona Desa", "edition": "2023"}),
    ("Sleman unggul dalam kategori Kota Besar.", {"category": "Kota Besar"}),
    ("Sekolah itu memborong lima penghargaan.", {"count": 5}),
    ("Sekolah itu membawa pulang 15 piala.", {"count": 15}),
    (
        "Sleman dinobatkan sebagai Kabupaten Terbaik Pertama.",
        {"title": "Kabupaten Terbaik Pertama", "rank": "Terbaik Pertama"},
    ),
    ("Ia dinobatkan sebagai Penyuluh Teladan.", {"title": "Penyuluh Teladan"}),
]
EMPTY: dict[str, Any] = {
    "title": None, "event": None, "category": None, "rank": None, "edition": None, "count": None,
    "anaphor": False,
}  # fmt: skip


def slots(award: Award) -> dict[str, Any]:
    return {slot: getattr(award, slot) for slot in EMPTY}


@pytest.mark.parametrize(("text", "wanted"), SLOTS)
def test_the_parts_of_a_phrase_fill_its_slots(text: str, wanted: dict[str, Any]) -> None:
    assert slots(the(text)) == EMPTY | wanted


@pytest.mark.parametrize(
    ("text", "id", "wanted"),
    [
        ("Malang meraih Adipura.", "adipura", {"title": "Adipura", "event": "Adipura"}),
        (
            "Malang meraih Adipura Kencana.",
            "adipura",
            {"title": "Adipura Kencana", "event": "Adipura", "rank": "Kencana"},
        ),
        (
            "Kudus meraih Swasti Saba Wistara 2023.",
            "swasti-saba-kabupaten-kota-sehat",
            {"title": "Swasti Saba Wistara", "event": "Swasti Saba", "rank": "Wistara", "edition": "2023"},
        ),
        (
            "Pabrik itu meraih PROPER Emas.",
            "proper",
            {"title": "PROPER Emas", "event": "PROPER", "rank": "Emas"},
        ),
        (
            "Sleman meraih Anugerah Parahita Ekapraya kategori Madya.",
            "anugerah-parahita-ekapraya",
            {
                "title": "Anugerah Parahita Ekapraya Madya",
                "event": "Anugerah Parahita Ekapraya",
                "category": "Madya",
                "rank": "Madya",
            },
        ),
        (
            "Penerima IGA 2023 kategori kabupaten terinovatif diumumkan.",
            "innovative-government-award",
            {
                "title": "Innovative Government Award",
                "event": "Innovative Government Award",
                "category": "kabupaten terinovatif",
                "edition": "2023",
            },
        ),
    ],
)
def test_a_name_of_the_gazetteer_brings_its_series_and_reads_its_grade(
    text: str, id: str, wanted: dict[str, Any]
) -> None:
    award = the(text)
    assert award.id == id
    assert slots(award) == EMPTY | wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ia menerima penghargaan Kalpataru.", {"title": "Kalpataru", "rule": "awards.known"}),
        ("Malang menerima penghargaan Adipura Kencana.", {"title": "Adipura Kencana", "rank": "Kencana"}),
        ("Pati menerima piagam Swasti Saba Padapa.", {"title": "Swasti Saba Padapa", "rank": "Padapa"}),
        ("Desa itu meraih penghargaan Juara I Lomba Desa.", {"rank": "Juara I", "rule": "awards.placing"}),
        (
            "Pati menerima penghargaan Top 45 Inovasi Layanan Desa.",
            {"title": "Top 45 Inovasi Layanan Desa", "rank": "Top 45", "event": "Inovasi Layanan Desa"},
        ),
    ],
)
def test_a_head_leads_to_the_placing_or_name_after_it(text: str, wanted: dict[str, Any]) -> None:
    award = the(text)
    assert {slot: getattr(award, slot) for slot in wanted} == wanted
    assert text[award.start :].startswith(("penghargaan", "piagam"))


def test_a_grade_alone_belongs_to_the_series_that_the_page_names() -> None:
    first, second = awards("Kudus mengincar Swasti Saba. Pati sudah sampai pada tingkat Wiwerda.")
    assert (second.id, second.rank, second.rule) == (first.id, "Wiwerda", "awards.grade")
    assert awards("Pati sudah sampai pada tingkat Wiwerda.") == []


@pytest.mark.parametrize(
    "text", ["Penghargaan tersebut diserahkan.", "Piala itu tiba.", "Ia menerima penghargaan serupa."]
)
def test_an_anaphor_points_back(text: str) -> None:
    assert slots(the(text)) == EMPTY | {"anaphor": True}


@pytest.mark.parametrize("text", ["Ia menerima penghargaan dari gubernur.", "Ia menerima award dari kantor."])
def test_a_head_without_a_name_has_no_title(text: str) -> None:
    assert slots(the(text)) == EMPTY


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ia meraih APE kemarin.", True),
        ("Kota Malang menerima KLA kemarin.", True),
        ("Penerima IGA diumumkan.", True),
        ("Kursus APE dibuka kemarin.", False),
        ("Kantor KLA dipindah.", False),
    ],
)
def test_a_doubtful_name_needs_words_of_winning_before_it(text: str, found: bool) -> None:
    assert bool(awards(text)) is found


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("Pemkab Pati Raih Karsa Green Award", "Karsa Green Award"),
        ("Bupati Serahkan Penghargaan Guru Teladan", "Penghargaan Guru Teladan"),
        ("Peraih Karsa Innovation Award", "Karsa Innovation Award"),
    ],
)
def test_the_verb_of_a_headline_is_no_part_of_a_name(headline: str, words: str) -> None:
    assert words in [headline[a.start : a.end] for a in awards(headline)]


def test_names_in_a_list_are_awards_of_their_own() -> None:
    text = "Kota Malang menerima Adipura, Kalpataru, dan Swasti Saba."
    assert [a.title for a in awards(text)] == ["Adipura", "Kalpataru", "Swasti Saba"]


def test_a_phrase_stays_in_its_sentence() -> None:
    text = "Ia meraih Juara I. Lomba Desa digelar besok."
    assert text[awards(text)[0].start : awards(text)[0].end] == "Juara I"


def test_every_name_of_the_gazetteer_is_found_where_it_is_won() -> None:
    missed = []
    for series in load_series().values():
        text = f"Kabupaten Sleman meraih {series.name} kemarin."
        if not awards(text):
            missed.append(series.name)
    assert missed == []


@given(
    st.text(
        alphabet=st.sampled_from('Juara I Top45(")“”.,:\n penghargaanPialakategoriAdipura2023'), max_size=200
    )
)
def test_phrases_of_any_text_lie_in_it_in_order_without_overlap(text: str) -> None:
    found = awards(text)
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
