"""Named innovations, programmes and applications."""

from __future__ import annotations

import pytest
from anugerah.article import Article
from anugerah.extraction import read
from anugerah.mentions import Innovation


def innovations(text: str, title: str | None = None) -> list[Innovation]:
    return read(Article(id="a", text=text, title=title)).found(Innovation)


def names(text: str) -> list[str]:
    return [m.name for m in innovations(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pemkab Sleman menang berkat inovasi “Tahu Bulat Desa” tahun lalu.", "Tahu Bulat Desa"),
        ("Pemkab Sleman menang berkat inovasi SIGAP RASA yang baru.", "SIGAP RASA"),
        ("Inovasi kota: lewat aplikasi Sapa Warga Rejo, warga melapor", "Sapa Warga Rejo"),
        ("melalui inovasi bernama Kopi Sore, pemkab melayani", "Kopi Sore"),
        ("Tiga inovasi menang. Ketiga Kelurahan Sapa, layanan bagi warga lanjut usia", "Kelurahan Sapa"),
        ("melalui program Kopi Sore yang meraih penghargaan", "Kopi Sore"),
        ("Karyanya yang berjudul Siram Senja memikat juri", "Siram Senja"),
        ("Warga memakai aplikasi itu. Juara pertama: inovasi Si Siram.", "Si Siram"),
        ("Dengan 'e-Lapor', inovasi andalan itu. Inovasi 'e-Lapor' menang", "e-Lapor"),
    ],
)
def test_names_after_their_nouns(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "name", "expansion"),
    [
        ("berkat inovasi TELADAN (Temu Layanan Dasar Anak) itu", "TELADAN", "Temu Layanan Dasar Anak"),
        (
            "berkat inovasi Kelompok Bina Ekonomi Petani Lada (Kabinet Pala) itu",
            "Kabinet Pala",
            "Kelompok Bina Ekonomi Petani Lada",
        ),
        (
            'berkat inovasi "KEBUN CAKAP: Pengolahan Terpadu Lada" itu',
            "KEBUN CAKAP",
            "Pengolahan Terpadu Lada",
        ),
        (
            "Pemkab meraih piala lewat Gerakan Rejo Mandiri Pangan (GRMP), program yang mengajak warga",
            "GRMP",
            "Gerakan Rejo Mandiri Pangan",
        ),
    ],
)
def test_the_expansion_comes_with_the_name(text: str, name: str, expansion: str) -> None:
    (m,) = innovations(text)
    assert (m.name, m.expansion) == (name, expansion)


def test_the_owner_is_the_institution_after_the_name() -> None:
    (m,) = innovations("Inovasi “Tahu Bulat” milik Dinas Kesehatan Kabupaten Sleman menang.")
    assert m.owner == "Dinas Kesehatan Kabupaten Sleman"


def test_a_list_of_innovations() -> None:
    text = (
        "Empat inovasi, yakni Kopi Sore, SIGAP (Siaga Gawat Pasien) milik RSUD Sleman, LARIS, dan Jalan Desa."
    )
    assert names(text) == ["Kopi Sore", "SIGAP", "LARIS", "Jalan Desa"]


@pytest.mark.parametrize(
    "text",
    [
        "Kompetisi Inovasi Pelayanan Publik 2021 digelar",
        "Top 45 Inovasi Pelayanan Publik",
        "mengusung tema “Inovasi Tanpa Batas” di Jakarta",
        "film berjudul Siram Senja diputar",
        "mahasiswa Program Studi Teknik Sipil",
        "menang atas komitmennya pada inovasi",
        "",
    ],
)
def test_what_is_no_innovation(text: str) -> None:
    assert names(text) == []


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = "berkat inovasi “Tahu Bulat” itu"
    (m,) = innovations(text)
    assert text[m.start : m.end].strip("“”") == "Tahu Bulat"
