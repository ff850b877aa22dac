"""Lists of winners in the forms that newsrooms print them in: each winner once, with its own award."""

from __future__ import annotations

import anugerah
import pytest

FORMS = {
    "placings in a row": (
        "Pemenang Lomba Desa 2023 yakni juara 1 Desa Sukamaju, juara 2 Desa Mekarsari "
        "dan juara 3 Desa Karangsari.",
        [("Desa Sukamaju", "juara 1"), ("Desa Mekarsari", "juara 2"), ("Desa Karangsari", "juara 3")],
    ),
    "a verb for the first only": (
        "Juara I Lomba Kampung Hijau diraih Kelurahan Bener, Juara II Kelurahan Pakuncen, dan Juara III "
        "Kelurahan Prenggan.",
        [
            ("Kelurahan Bener", "Juara I Lomba Kampung Hijau"),
            ("Kelurahan Pakuncen", "Juara II"),
            ("Kelurahan Prenggan", "Juara III"),
        ],
    ),
    "each award to its own": (
        "Sejumlah penghargaan diserahkan, antara lain Best Innovation kepada Bank Jateng "
        "dan Best Service kepada Bank Jatim pada Nusantara Bank Awards 2023.",
        [("Bank Jateng", "Best Innovation"), ("Bank Jatim", "Best Service")],
    ),
    "cells below each other": (
        "Daftar Pemenang Pesona Desa Award 2023\nJuara 1\nKabupaten Kediri\nJuara 2\nKota Batu",
        [("Kabupaten Kediri", "Juara 1"), ("Kota Batu", "Juara 2")],
    ),
    "counted, then named": (
        "Tiga perusahaan di Gresik meraih PROPER Hijau 2023, yaitu PT Karsa Utama, "
        "PT Bumi Lestari, dan PT Tirta Jaya.",
        [
            ("PT Karsa Utama", "PROPER Hijau"),
            ("PT Bumi Lestari", "PROPER Hijau"),
            ("PT Tirta Jaya", "PROPER Hijau"),
        ],
    ),
    "counted after the verb": (
        "Penghargaan Nirwasita Tantra diberikan kepada dua gubernur, yakni "
        "Gubernur Jawa Timur Ratmi Wibisono dan Gubernur Bali Putu Karsana.",
        [("Provinsi Jawa Timur", "Nirwasita Tantra"), ("Provinsi Bali", "Nirwasita Tantra")],
    ),
    "persons after their placing": (
        "Dalam Lomba Krenova 2023, juara I diraih Slamet Riyadi dari Kecamatan Sewon, "
        "juara II Budi Raharjo dari Kecamatan Kasihan, dan juara III Siti Aminah.",
        [("Slamet Riyadi", "juara I"), ("Budi Raharjo", "juara II"), ("Siti Aminah", "juara III")],
    ),
    "placings after their winners": (
        "Kabupaten Sleman peringkat I, Kabupaten Kudus peringkat II, dan Kabupaten Gianyar peringkat III "
        "dalam Anugerah Layanan Investasi 2023.",
        [
            ("Kabupaten Sleman", "peringkat I"),
            ("Kabupaten Kudus", "peringkat II"),
            ("Kabupaten Gianyar", "peringkat III"),
        ],
    ),
    "titles of one series": (
        "PT Bank Karsa Utama menyabet tiga penghargaan dalam ajang Nusantara Finance Awards 2023, yaitu "
        "Best Retail Bank, Best SME Bank, dan Best Digital Bank.",
        [
            ("PT Bank Karsa Utama", "Best Retail Bank"),
            ("PT Bank Karsa Utama", "Best SME Bank"),
            ("PT Bank Karsa Utama", "Best Digital Bank"),
        ],
    ),
    "labels with blanks before their colon": (
        "Pemenang Lomba Tumpeng Sewu 2023 selengkapnya:\nJuara I     : Puskesmas Mekar Jaya (92,15)\n"
        "Juara II    : Puskesmas Tirta Asri (90,80)",
        [("Puskesmas Mekar Jaya", "Juara I"), ("Puskesmas Tirta Asri", "Juara II")],
    ),
    "separators of many kinds": (
        "Berikut pemenang Lomba Geguritan 2023.\nJuara 1 – Kirana Wulanjari (SDN 2 Mekar)\n"
        "Juara 2 = Rahmania / SDN 3 Mekar\nJuara 3 — Jaka Purwana, SDN 5 Mekar",
        [("Kirana Wulanjari", "Juara 1"), ("Rahmania", "Juara 2"), ("Jaka Purwana", "Juara 3")],
    ),
    "no separator at all": (
        "Berikut pemenang Lomba Olah Pangan 2023.\nJuara I TP PKK Kecamatan Karsa\n"
        "Juara II TP PKK Kecamatan Mekar",
        [("TP PKK Kecamatan Karsa", "Juara I"), ("TP PKK Kecamatan Mekar", "Juara II")],
    ),
    "one line alone under its heading": (
        "Berikut pemenang Lomba Mural Kota 2023.\nKategori Umum\nJuara 1: Komunitas Cat Basah",
        [("Komunitas Cat Basah", "Juara 1")],
    ),
    "winners before what they won": (
        "Rincian capaian mereka pada Pekan Riset Pelajar 2023 sebagai berikut.\n"
        "• Tim Gabus Sakti (Riset Hayati) – medali emas kategori poster;\n"
        "• Tim Kunyit – medali perak kategori presentasi.",
        [
            ("Tim Gabus Sakti", "medali emas kategori poster"),
            ("Tim Kunyit", "medali perak kategori presentasi"),
        ],
    ),
    "numbers run together": (
        "Malam puncak Festival Film Samudra 2023 usai. Daftar pemenang 1. Film Cerita Terbaik: "
        "Ombak Tak Tidur2. "
        "Sutradara Terbaik: Ratih Kusumawati (Ombak Tak Tidur)3. Penata Kamera Terbaik: Yunus Tallo",
        [
            ("Ombak Tak Tidur", "Film Cerita Terbaik"),
            ("Ratih Kusumawati", "Sutradara Terbaik"),
            ("Yunus Tallo", "Penata Kamera Terbaik"),
        ],
    ),
    "awards as headings": (
        "Berikut penerima tanda kehormatan dari Presiden RI:\nBintang Jasa Utama\n"
        "1. Dr. Ir. Lusia Tandiano, peneliti padi\nSatyalancana Kebaktian Sosial\n"
        "1. Mahmud Rangkuti, penjaga pintu air",
        [
            ("Lusia Tandiano", "Bintang Jasa Utama"),
            ("Mahmud Rangkuti", "Satyalancana Kebaktian Sosial"),
        ],
    ),
    "medals as headings": (
        "Hasil Olimpiade Kimia Pelajar 2023 untuk Lampung:\nMedali emas:\n- Nadia Prameswari (SMAN 1 Metro)\n"
        "Medali perak:\n- Tarendra Wiguna (SMAN 3 Metro)",
        [("Nadia Prameswari", "Medali emas"), ("Tarendra Wiguna", "Medali perak")],
    ),
    "a table with columns": (
        "Berikut juara Lomba Pidato Pelajar 2023.\nNAMA | SEKOLAH | PERINGKAT\n"
        "Gerantang Wibawa | SMP Karsa Mekar | Juara I\nKlarisa Wowosan | SMPN 1 Mekar | Juara II",
        [("Gerantang Wibawa", "Juara I"), ("Klarisa Wowosan", "Juara II")],
    ),
    "a table of villages with their districts": (
        "Pemenang Lomba Desa 2023 sebagai berikut.\nKecamatan | Desa | Nilai | Keterangan\n"
        "Mlati | Tirtoadi | 90 | Juara I\nDepok | Karsa Mekar | 80 | Juara II",
        [("Desa Tirtoadi", "Juara I"), ("Desa Karsa Mekar", "Juara II")],
    ),
    "a winner and its school below each placing": (
        "Juara Lomba Bercerita 2023 diumumkan.\n\nJuara I\nKinanti Ayuningrat\nSDN 1 Mekar\n\n"
        "Juara II\nZahwa\nSDN 3 Mekar",
        [("Kinanti Ayuningrat", "Juara I"), ("Zahwa", "Juara II")],
    ),
    "a row with semicolons": (
        "Tujuh guru itu menerima Piagam Guru Tangguh 2023. Ketiganya yakni Rosihin, guru SDN 1 Mekar; "
        "Sutrisno Hadi dari SDN 2 Mekar; serta Yulizar, guru SDN 3 Mekar.",
        [
            ("Rosihin", "Guru Tangguh"),
            ("Sutrisno Hadi", "Guru Tangguh"),
            ("Yulizar", "Guru Tangguh"),
        ],
    ),
    "placings behind their winners": (
        "Para juara Olimpiade Guru 2023 adalah Rahmawati (SDN 1 Mekar) sebagai juara I dan "
        "Kartono (SDN 2 Mekar) "
        "sebagai juara II.",
        [("Rahmawati", "juara I"), ("Kartono", "juara II")],
    ),
    "the noun of a placing told once": (
        "Lomba Cerdas Cermat 2023 usai. Juara pertama SDN 1 Mekar, kedua SDN 2 Mekar, ketiga SDN 3 Mekar.",
        [
            ("SD Negeri 1 Mekar", "Juara pertama"),
            ("SD Negeri 2 Mekar", "Juara kedua"),
            ("SD Negeri 3 Mekar", "Juara ketiga"),
        ],
    ),
    "two placings at once": (
        "Pada Lomba Taman Kota 2023, juara I diraih Kota Surakarta, disusul Kota Semarang dan "
        "Kota Salatiga di "
        "posisi kedua dan ketiga.",
        [
            ("Kota Surakarta", "juara I"),
            ("Kota Semarang", "posisi kedua"),
            ("Kota Salatiga", "posisi ketiga"),
        ],
    ),
    "numbers within a sentence, over paragraphs": (
        "Piagam Guru Tangguh 2023 diserahkan kepada lima orang. Mereka adalah (1) Rosihin Anwar, guru SDN "
        "1 Mekar; "
        "(2) Sutrisno Hadi, Kepala Dinas Sosial Kabupaten Sleman; dan (3) Yulizar Amin.\n"
        "Dua lainnya bertugas di pulau: (4) Nuraini Kasim, guru SDN 4 Mekar; serta (5) dr. Farid Latif.",
        [
            ("Rosihin Anwar", "Guru Tangguh"),
            ("Sutrisno Hadi", "Guru Tangguh"),
            ("Yulizar Amin", "Guru Tangguh"),
            ("Nuraini Kasim", "Guru Tangguh"),
            ("Farid Latif", "Guru Tangguh"),
        ],
    ),
    "one award for two": (
        "Sementara Anugerah Layanan Tangguh 2023 dibagi dua, untuk Kecamatan Depok dan Kecamatan Mlati.",
        [("Kecamatan Depok", "Anugerah Layanan Tangguh"), ("Kecamatan Mlati", "Anugerah Layanan Tangguh")],
    ),
    "the same award to others": (
        "Kabupaten Kapuas menerima Anugerah Karsa Sehat 2023. Piagam yang sama juga diterima "
        "Kabupaten Sukamara dan Kabupaten Lamandau.",
        [
            ("Kabupaten Kapuas", "Anugerah Karsa Sehat"),
            ("Kabupaten Sukamara", "Anugerah Karsa Sehat"),
            ("Kabupaten Lamandau", "Anugerah Karsa Sehat"),
        ],
    ),
}

NO_WINNERS = {
    "who was there": "Tamu yang hadir dalam malam Anugerah Karsa 2023:\n1. Rahmat Hidayat\n2. Budi Santoso",
    "the jury": "Dewan juri Lomba Desa 2023:\n- Ratna Dewi\n- Bambang Irawan",
    "prizes": (
        "Hadiah Lomba Desa 2023:\nJuara I : Rp10 juta\nJuara II : Sepeda Motor\n"
        "Juara III : Piala dan Uang Pembinaan"
    ),
    "criteria": "Kriteria penilaian Lomba Desa 2023:\n- Pemerintahan: 30 persen\n- Kewilayahan: 40 persen",
    "what may still be won": (
        "Lima piala Anugerah Karsa 2023 yang diperebutkan:\n1. Karya Tulis Terbaik\n2. Foto Terbaik"
    ),
    "a programme": "Agenda Festival Desa 2023 hari ini:\n1. Lomba Balap Karung\n2. Lomba Makan Kerupuk",
    "members of a team": "Anggota Tim Karsa yang mengikuti Lomba Robot 2023:\n- Rina Wati\n- Budi Santoso",
}


@pytest.mark.parametrize("form", NO_WINNERS)
def test_a_list_of_others_names_no_winners(form: str) -> None:
    assert not anugerah.extract(NO_WINNERS[form], published="2023-11-22")


@pytest.mark.parametrize("form", FORMS)
def test_each_winner_has_its_own_award(form: str) -> None:
    text, expected = FORMS[form]
    found = anugerah.extract(text, published="2023-11-22")
    assert sorted((e.recipient.name, e.award.title) for e in found) == sorted(expected)


def test_a_heading_gives_its_category_to_the_lines_below_it() -> None:
    text = (
        "Berikut daftar pemenang Lomba Inovasi Daerah 2023:\n\nKategori Masyarakat\nJuara 1: Ratmi Wibisono\n"
        "Juara 2: Karsono Hadi\n\nKategori Pelajar\nJuara 1: SMAN 1 Wates\nJuara 2: SMAN 2 Wonosari"
    )
    found = anugerah.extract(text, published="2023-11-22")
    assert [(e.award.rank, e.award.category) for e in found] == [
        ("Juara 1", "Masyarakat"),
        ("Juara 2", "Masyarakat"),
        ("Juara 1", "Pelajar"),
        ("Juara 2", "Pelajar"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Perpustakaan SD\nJuara I : Rina Wati\nJuara II : Budi Santoso",
        "(1) Perpustakaan SD, juara I: Rina Wati;\n(2) Perpustakaan SD, juara II: Budi Santoso;",
        "1.Perpustakaan SD: Juara I Rina Wati, Juara II Budi Santoso.\n2.Umum: Juara I Sari Dewi.",
    ],
)
def test_a_category_is_told_over_before_or_between(told: str) -> None:
    found = anugerah.extract(f"Hasil Lomba Pustakawan 2023:\n{told}", published="2023-11-22")
    assert [(e.recipient.name, e.award.category) for e in found][:2] == [
        ("Rina Wati", "Perpustakaan SD"),
        ("Budi Santoso", "Perpustakaan SD"),
    ]


def test_winners_told_together_have_each_its_own_category() -> None:
    text = (
        "Anugerah Nakes Karsa 2023 dibagikan. Rina Wati, Budi Santoso dan Sari Dewi terpilih sebagai "
        "Nakes Teladan, "
        "masing-masing pada kategori dokter, bidan, dan tenaga gizi."
    )
    found = anugerah.extract(text, published="2023-11-22")
    assert [(e.recipient.name, e.award.category) for e in found] == [
        ("Rina Wati", "dokter"),
        ("Budi Santoso", "bidan"),
        ("Sari Dewi", "tenaga gizi"),
    ]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Puskesmas Karsa Mekar, Kabupaten Sleman", "Puskesmas Karsa Mekar Kabupaten Sleman"),
        ("Puskesmas Karsa Mekar (Sleman)", "Puskesmas Karsa Mekar Kabupaten Sleman"),
        ("Kelurahan Karsa, Sleman", "Kelurahan Karsa"),
        ("PKK Gampong Karsa Mekar", "PKK Gampong Karsa Mekar"),
    ],
)
def test_a_region_behind_a_body_belongs_to_its_name_where_the_body_is_one_of_many(
    told: str, name: str
) -> None:
    text = f"Pemenang Lomba Kader 2023:\nJuara I : {told}\nJuara II : Puskesmas Depok"
    found = anugerah.extract(text, published="2023-11-22")
    assert found[0].recipient.name == name


def test_a_heading_says_what_kind_of_body_the_bare_names_below_it_are() -> None:
    text = (
        "Pemenang Lomba Desa dan Kelurahan 2023 selengkapnya:\n\nA. DESA\n"
        "Juara I : Rimba Karsa, Kab. Tebo\n\n"
        "B. KELURAHAN\nJuara I : Sumber Sekar, Kota Jambi"
    )
    found = anugerah.extract(text, published="2023-11-22")
    assert [(e.recipient.name, e.recipient.kind, e.award.category) for e in found] == [
        ("Desa Rimba Karsa", "village", "DESA"),
        ("Kelurahan Sumber Sekar", "village", "KELURAHAN"),
    ]


def test_a_list_of_innovations_gives_each_to_the_government_that_is_credited() -> None:
    text = (
        "Dua inovasi asal Kabupaten Kebumen masuk Top 30 Kompetisi Inovasi Pelayanan Publik 2023.\n"
        "Kedua inovasi dimaksud yaitu:\n1. SIMBOK TANGGAP (Sistem Pendampingan Lansia) – UPTD "
        "Puskesmas Karsa\n"
        "2. GULA PINTAR – Dinas Perdagangan"
    )
    found = anugerah.extract(text, published="2023-11-22")
    assert [(e.recipient.name, e.innovation.name if e.innovation else None) for e in found] == [
        ("Kabupaten Kebumen", "SIMBOK TANGGAP"),
        ("Kabupaten Kebumen", "GULA PINTAR"),
    ]


def test_innovations_may_stand_before_their_owners() -> None:
    text = (
        "Inilah penghuni Top 10 Kompetisi Inovasi Pelayanan Publik 2023. Dari 90 proposal, sepuluh yang "
        "bertahan:\n"
        "• SIPERAHU (Sistem Perahu Rujukan), Dinas Kesehatan Kabupaten Kapuas\n"
        "• Kelambu Apung, Dinas Perikanan Kabupaten Barito Selatan\n• TANDU AIR, Kecamatan Mlati"
    )
    found = anugerah.extract(text, published="2023-11-22")
    assert [(e.recipient.name, e.innovation.name if e.innovation else None) for e in found] == [
        ("Dinas Kesehatan Kabupaten Kapuas", "SIPERAHU"),
        ("Dinas Perikanan Kabupaten Barito Selatan", "Kelambu Apung"),
        ("Kecamatan Mlati", "TANDU AIR"),
    ]


def test_the_place_of_an_entry_has_won_what_its_official_took() -> None:
    text = (
        "Daerah di Sulawesi Tenggara menerima opini atas laporan keuangan 2022:\n"
        "- Kolaka: WTP, diterima Wakil Bupati Jayadin Mekar\n- Muna: WTP, diterima Bupati Rusman Karsa\n"
        "- Kota Kendari: WTP, diterima Wali Kota Asmawa Wibisono"
    )
    found = anugerah.extract(text, published="2023-11-22")
    assert [(e.recipient.name, e.receiver.name if e.receiver else None) for e in found] == [
        ("Kabupaten Kolaka", "Jayadin Mekar"),
        ("Kabupaten Muna", "Rusman Karsa"),
        ("Kota Kendari", "Asmawa Wibisono"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "(SIGAP, Sistem Gerak Cepat)",
        "dengan inovasi SIGAP",
        "melalui SIGAP (Sistem Gerak Cepat)",
        "(inovasi: SIGAP)",
    ],
)
def test_an_entry_names_the_innovation_of_its_winner(told: str) -> None:
    text = (
        f"Pemenang Lomba Inovasi Daerah 2023:\nJuara I : Kecamatan Depok {told}\n"
        "Juara II : Kecamatan Mlati (Mesin Perajang Lipat)"
    )
    found = anugerah.extract(text, published="2023-11-22")
    assert [e.innovation.name if e.innovation else None for e in found] == ["SIGAP", "Mesin Perajang Lipat"]


def test_a_range_of_placings_is_spelled_out_in_order() -> None:
    text = (
        "Untuk kelompok kecamatan Lomba Inovasi Daerah 2023, terbaik pertama sampai ketiga "
        "ditempati Kecamatan Depok "
        "dengan SIGAP; Kecamatan Mlati; dan Kecamatan Godean."
    )
    found = anugerah.extract(text, published="2023-11-22")
    assert [(e.recipient.name, e.award.rank) for e in found] == [
        ("Kecamatan Depok", "terbaik pertama"),
        ("Kecamatan Mlati", "terbaik kedua"),
        ("Kecamatan Godean", "terbaik ketiga"),
    ]


def test_who_will_receive_an_award_is_listed_as_scheduled() -> None:
    text = (
        "Dua guru akan menerima Piagam Guru Berdedikasi 2023 dari PGRI, Kamis (30/11) "
        "mendatang.\nKeduanya ialah:\n"
        "• Yeremias Molana, S.Pd., guru SD Karsa;\n• Abdul Gafar Kola, S.Pd., guru SMP Mekar."
    )
    found = anugerah.extract(text, published="2023-11-22")
    assert [(e.recipient.name, e.status) for e in found] == [
        ("Yeremias Molana", "scheduled"),
        ("Abdul Gafar Kola", "scheduled"),
    ]


def test_one_for_each() -> None:
    text = (
        "Dua piagam Top 99 Inovasi Pelayanan Publik 2023 tiba. Satu untuk Dinas Sosial Kota "
        "Malang dengan layanan "
        '"Kelinci Imut", satu lagi untuk Dinas Kesehatan Kota Malang yang memperkenalkan "Naik Becak".'
    )
    found = anugerah.extract(text, published="2023-11-22")
    assert [(e.recipient.name, e.innovation.name if e.innovation else None) for e in found] == [
        ("Dinas Sosial Kota Malang", "Kelinci Imut"),
        ("Dinas Kesehatan Kota Malang", "Naik Becak"),
    ]
