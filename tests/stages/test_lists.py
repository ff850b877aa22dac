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
}


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
