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


CONTEST = "Kompetisi Inovasi Desa Karsa 2022 selesai. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Puskesmas Mlati menang lewat OMAH SENJA.", "OMAH SENJA"),
        ("RSUD Pati memperkenalkan “Obat Naik Ojek”.", "Obat Naik Ojek"),
        ("Berbekal Perahu Pintar, klinik apung, Kabupaten Pati terpilih.", "Perahu Pintar"),
        ("Warga meneliti Kayubrik, bahan bakar dari serbuk gergaji.", "Kayubrik"),
        ("Trofi itu buah dari LENTERA, sistem rujukan antardesa.", "LENTERA"),
        ("Juara I: Sarjono, Desa Getas, Kecamatan Wirosari (Pompa Sumur Kayuh)", "Pompa Sumur Kayuh"),
        ("Medali emas. Karya: GELORA, gel luka dari lidah buaya.", "GELORA"),
        (
            "Ada pula Kopi Senja, serta Taman Kata yang dirintis Dinas Perpustakaan Kabupaten Pati.",
            "Taman Kata",
        ),
        ("Gold untuk Bank Sampah Melati Wangi, yang mengolah gulma.", "Bank Sampah Melati Wangi"),
        ("Pada 2019 giliran BECAK ADEM dinyatakan masuk.", "BECAK ADEM"),
        ("Juara kedua jatuh kepada Desa Getas dengan produk Nugget Daun Kelor.", "Nugget Daun Kelor"),
        ("Inovasi yang diusung ialah Rumah Belajar Karsa (RBK).", "RBK"),
    ],
)
def test_the_page_of_a_contest_needs_no_word_for_an_innovation(text: str, name: str) -> None:
    assert name in names(CONTEST + text)


def test_the_column_of_a_table_and_the_lines_of_a_list_name_them() -> None:
    table = "Pemenang | Nama inovasi\nDinas Sosial | BECAK ADEM\nKelurahan Getas | Lapor Tetangga\n"
    assert names(f"{CONTEST}\n{table}") == ["BECAK ADEM", "Lapor Tetangga"]
    lines = "Kedua inovasi itu:\n1. LENTERA (Lebih Tertib Rawat Jalan) - RSUD Pati\n2. Jemput Akta - Disdik\n"
    assert names(f"{CONTEST}\n{lines}") == ["LENTERA", "Jemput Akta"]


@pytest.mark.parametrize(
    "text",
    [
        "Malam anugerah bertema “Karsa Berani Berubah” digelar di Gedung Karsa Utama.",
        "“JANGAN BERHENTI BERKARYA,” pesan bupati.",
        "Juara II : Dewi Lestari (Buton Tengah)",
        "Piala diserahkan Bupati Pati Amir Hasan dengan didampingi Sri Wahyuni.",
        "Lomba melibatkan RSUD Pati, UMKM dan APBD.",
    ],
)
def test_what_a_contest_names_besides_its_entries(text: str) -> None:
    assert names(CONTEST + text) == []


def test_a_name_once_told_is_found_again() -> None:
    text = "Pemkab Pati menang berkat inovasi Perahu Ilmu. Kini Perahu Ilmu berlayar."
    assert names(text) == ["Perahu Ilmu", "Perahu Ilmu"]
    assert names("Pemkab Pati menang berkat inovasi Perahu Ilmu. Perahu Ilmuwan lain.") == ["Perahu Ilmu"]


def test_names_that_dan_joins_are_two_where_each_stands_for_itself() -> None:
    text = "Dua kota menang, masing-masing dengan inovasi Angkot Ramah dan Kelas Senja."
    assert names(CONTEST + text) == ["Angkot Ramah", "Kelas Senja"]


def test_the_next_sentence_says_that_it_is_one() -> None:
    text = "Loket lengang semenjak ada Antre Santai, pendaftaran lewat pesan. Inovasi itu memikat juri."
    assert names(text) == ["Antre Santai"]


@pytest.mark.parametrize(
    "owning", [" (RSUD Pati)", ", layanan antar obat dari RSUD Pati", " besutan RSUD Pati"]
)
def test_the_owner_stands_in_brackets_or_after_what_it_is(owning: str) -> None:
    (m,) = innovations(f"{CONTEST}Juara pertama adalah inovasi Obat Naik Ojek{owning}.")
    assert (m.owner, m.expansion) == ("RSUD Pati", None)


def test_an_article_on_other_things_has_none() -> None:
    assert names("Tim itu menang lewat GOL BUNUH DIRI, kata pelatih.") == []
    assert names("Warga memakai aplikasi Traveloka. Inovasi itu inovasi lama.") == []
