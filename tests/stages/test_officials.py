"""Persons and their offices, apart and together."""

from __future__ import annotations

import pytest
from anugerah.article import Article
from anugerah.extraction import read
from anugerah.mentions import Official
from anugerah.page import Page
from anugerah.stages.officials import OfficialStage
from anugerah.stages.persons import find_persons


def officials(text: str, title: str | None = None) -> list[Official]:
    return read(Article(id="a", text=text, title=title)).found(Official)


def pairs(text: str) -> list[tuple[str | None, str | None]]:
    return [(m.name, m.title) for m in officials(text) if not m.resolved]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Piala diterima Bupati Sleman, Hj. Amat Sari, S.E., M.Si., kemarin.", "Amat Sari", "Bupati Sleman"),
        ("kata Wagub Jatim Budi Rejo.", "Budi Rejo", "Wakil Gubernur Jawa Timur"),
        (
            "diserahkan Menpan-RB Budi Rejo",
            "Budi Rejo",
            "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
        ),
        (
            "kepada Kadinkes Sleman dr. Amat Sari, Sp.A (K), dan rombongan",
            "Amat Sari",
            "Kepala Dinas Kesehatan Sleman",
        ),
        ("Plt. Bupati Sleman Amat Sari hadir", "Amat Sari", "Plt Bupati Sleman"),
        ("Penjabat (Pj) Gubernur Jawa Timur Amat Sari hadir", "Amat Sari", "Pj Gubernur Jawa Timur"),
        ("mantan Wali Kota Surabaya Amat Sari hadir", "Amat Sari", "mantan Wali Kota Surabaya"),
        ("diterima Amat Sari, Bupati Sleman, di Jakarta", "Amat Sari", "Bupati Sleman"),
        ("diterima Amat Sari (Bupati Sleman) di Jakarta", "Amat Sari", "Bupati Sleman"),
        ("diterima Amat Sari selaku Bupati Sleman", "Amat Sari", "Bupati Sleman"),
        ("Kapolres Sleman AKBP Amat Sari hadir", "Amat Sari", "Kepala Kepolisian Resor Sleman"),
        ("bersama Kombes Pol Drs. Amat Sari yang hadir", "Amat Sari", "Komisaris Besar Polisi"),
        ("Perdana Menteri Xara Veldon menyambut tamu", "Xara Veldon", "Perdana Menteri"),
        ("Presiden Armenia Xara Veldon hadir", "Xara Veldon", "Presiden Armenia"),
        ("Menteri Keamanan Nasional Xara Veldon hadir", "Xara Veldon", "Menteri Keamanan Nasional"),
        ("Juru Bicara Partai Demokrat Xara Veldon hadir", "Xara Veldon", "Juru Bicara Partai Demokrat"),
        ("John Amat (CEO Rejo Bros) hadir", "John Amat", "CEO Rejo Bros"),
        (
            "Kepala delegasi PBB wilayah Rejo, Xara Veldon, hadir",
            "Xara Veldon",
            "Kepala delegasi PBB wilayah Rejo",
        ),
        ("Camat Xarejo, Subari juga mengungkapkan rasa bangga", "Subari", "Camat Xarejo"),
        (
            "Pangdam IV/Rejo Mayjen TNI Amat Sari hadir",
            "Amat Sari",
            "Panglima Komando Daerah Militer IV/Rejo",
        ),
        ("Amat Sari (44), Kepala Desa Sukamaju, hadir", "Amat Sari", "Kepala Desa Sukamaju"),
        ("Camat Sukasari Baru Amat Sari hadir", "Amat Sari", "Camat Sukasari Baru"),
        ("Kepala Desa Muara Rejo, Amat Sari, hadir", "Amat Sari", "Kepala Desa Muara Rejo"),
        ("Bupati Sleman AMAT SARI hadir", "AMAT SARI", "Bupati Sleman"),
        ("kata bupati Sleman Amat Sari", "Amat Sari", "Bupati Sleman"),
        ("Gubernur Bali I Gusti Amat Sari hadir", "I Gusti Amat Sari", "Gubernur Bali"),
        ("Direktur Utama PT Rejo Makmur Amat Sari hadir", "Amat Sari", "Direktur Utama PT Rejo Makmur"),
        ("Ketua Panitia, Amat Sari, hadir", "Amat Sari", "Ketua Panitia"),
    ],
)
def test_a_person_and_an_office(text: str, name: str, title: str) -> None:
    assert (name, title) in pairs(text)


def test_two_offices_of_one_person() -> None:
    text = "Menteri Investasi dan Hilirisasi/Kepala BKPM Amat Sari hadir"
    assert [n for n, _ in pairs(text)] == ["Amat Sari"]
    assert "sekaligus" in str(pairs("Camat Rejo sekaligus Ketua KONI Sleman, Amat Sari, hadir")[0][1])


def test_the_office_of_the_institution_named_just_before() -> None:
    assert ("Amat Sari", "Wakil Bupati Sleman") in pairs(
        "Kabupaten Sleman diwakili wakil bupatinya, Amat Sari."
    )


def test_a_comma_inside_degrees_does_not_split_a_name() -> None:
    text = "diterima Bupati Sleman H. Amat Sari, S.Kom., M.H., dan Wali Kota Surabaya dr. Budi Rejo, Sp.A."
    assert [n for n, _ in pairs(text)] == ["Amat Sari", "Budi Rejo"]
    assert [m.degrees for m in officials(text)] == ["S.Kom., M.H.", "Sp.A."]


def test_an_office_without_a_name_is_a_mention() -> None:
    assert pairs("Piala diserahkan Menteri Kesehatan kepada Bupati Sleman.") == [
        (None, "Menteri Kesehatan"),
        (None, "Bupati Sleman"),
    ]


def test_an_office_knows_its_region() -> None:
    assert [m.region for m in officials("Bupati Sleman Amat Sari hadir")] == ["34.04"]


@pytest.mark.parametrize(
    "later", ["Amat tersenyum.", "Bupati tersenyum.", "Bupati Amat tersenyum.", "Sari tersenyum."]
)
def test_later_mentions_are_resolved(later: str) -> None:
    first, second = officials(f"Bupati Sleman Amat Sari menerima piala. Di panggung, {later}")
    assert not first.resolved
    assert (second.resolved, second.name, second.title) == (True, "Amat Sari", "Bupati Sleman")


def test_a_nickname_that_the_article_introduces() -> None:
    text = "Bupati Sleman Amat Sari yang akrab disapa Pakde Amat hadir. Sore harinya Pakde Amat pulang."
    assert [m.name for m in officials(text)] == ["Amat Sari", "Amat Sari", "Amat Sari"]


@pytest.mark.parametrize(
    "text",
    [
        "di Kantor Gubernur Jawa Timur",
        "berdasarkan Keputusan Presiden Nomor 12",
        "di Jalan Jenderal Sudirman",
        "setiap kepala keluarga",
        "Bupatinya",
        "",
    ],
)
def test_offices_that_are_none(text: str) -> None:
    assert officials(text) == []


def test_a_place_after_the_office_is_no_name() -> None:
    assert pairs("di hadapan Gubernur Jawa Timur, Surabaya, Senin") == [(None, "Gubernur Jawa Timur")]


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = "“Baik,” kata Bupati\u00a0Sleman H.\u00a0Amat Sari."
    (m,) = officials(text)
    assert text[m.name_start : m.name_end] == m.name == "Amat Sari"
    assert text[m.title_start : m.title_end] == "Bupati\u00a0Sleman"


def test_the_stage_works_alone() -> None:
    found = OfficialStage().find(Page.of("Bupati Sleman Amat Sari hadir"))
    assert [(m.name, m.title) for m in found] == [("Amat Sari", "Bupati Sleman")]


def persons(text: str) -> list[str]:
    page = read(Article(id="a", text=text))
    return [text[a:b] for a, b in find_persons(page)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Medali emas diraih siswa SMA Rejo, Ahmad Lestari Putra, dan Dewi Sukma.",
            ["Ahmad Lestari Putra", "Dewi Sukma"],
        ),
        ("Penghargaan diberikan kepada guru bernama Suwatinah.", ["Suwatinah"]),
        ("Itu wajar, kata Suwatinah. Menurut Wiryosari, begitu juga.", ["Suwatinah", "Wiryosari"]),
        ("Pelatihnya siswa Ahmad Wiryosari. Wiryosari senang.", ["Ahmad Wiryosari", "Wiryosari"]),
        ("Itu wajar, kata Polisi. Menurut Surabaya, begitu juga.", []),
        ("Sir Harold Pinkerton menerima gelar itu.", ["Harold Pinkerton"]),
        ("Keberhasilan Siti binti Rahmat membanggakan.", ["Siti binti Rahmat"]),
        ("Kementerian Kesehatan dan Kota Surabaya hadir pada Senin.", []),
        ("Bupati Sleman Ahmad Lestari hadir.", []),
    ],
)
def test_persons_without_an_office(text: str, names: list[str]) -> None:
    assert persons(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Medali diraih La Ode Sahrun dan Ni Kadek Ariani.", ["La Ode Sahrun", "Ni Kadek Ariani"]),
        ("Piagam untuk M. Zaini Rahman diserahkan.", ["M. Zaini Rahman"]),
        ("Tangan Rosmawaty br. Siagian bergetar.", ["Rosmawaty br. Siagian"]),
        ("Piala dibawa Thio Kian Liong pulang.", ["Thio Kian Liong"]),
        ("Choirunnissah Xarelia tersenyum.", ["Choirunnissah Xarelia"]),
        ("Dwihandayaningsih Xarelia tersenyum.", ["Dwihandayaningsih Xarelia"]),
        ("Pemiliknya Marselina Yunita tersenyum.", ["Marselina Yunita"]),
        ("Juara III : Muhyidin, Desa Rejo", ["Muhyidin"]),
        ("Mereka melintasi Jembatan Teuku Umar dan Stadion I Wayan Dipta.", []),
        ("Ia dirawat di RS Siti Khadijah.", []),
    ],
)
def test_names_of_all_peoples_and_no_things(text: str, names: list[str]) -> None:
    page = read(Article(id="a", text=text))
    assert [page.text[s:e] for s, e in find_persons(page)] == names


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Ketua tim penilai, Dra. Endang Sari, hadir.", "Endang Sari", "Ketua Tim Penilai"),
        ("Ketua kontingen, Pdt. Marthen Sari, hadir.", "Marthen Sari", "Ketua Kontingen"),
        ("Direktur festival, Nurul Sari, hadir.", "Nurul Sari", "Direktur festival"),
        ("atas nama direktur utama, I Made Sari, ia hadir", "I Made Sari", "Direktur Utama"),
        (
            "oleh Wakil Rektor Bidang Riset, Kerja Sama dan Sistem Informasi, Dr. Amat Sari, M.Si.",
            "Amat Sari",
            "Wakil Rektor Bidang Riset, Kerja Sama dan Sistem Informasi",
        ),
        (
            "Kepala Dinas Kesehatan Sleman Hari Pramudya hadir",
            "Hari Pramudya",
            "Kepala Dinas Kesehatan Sleman",
        ),
        ("Sekretaris Daerah Sleman Lalu Jumadil Sari hadir", "Lalu Jumadil Sari", "Sekretaris Daerah Sleman"),
        ("Kopda Amat Sari hadir", "Amat Sari", "Kopral Dua"),
        ("Dari Sleman adalah Wakil Bupati Amat Sari.", "Amat Sari", "Wakil Bupati"),
    ],
)
def test_fields_in_lower_case_lists_and_names_like_words(text: str, name: str, title: str) -> None:
    assert (name, title) in pairs(text)
