"""Short forms that an article spells out."""

from __future__ import annotations

import pytest
from anugerah.page import Page
from anugerah.stages.acronyms import AcronymStage, align


def pairs(text: str) -> list[tuple[str, str]]:
    return [(m.short, m.long) for m in AcronymStage().find(Page.of(text))]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Pemerintah Kota (Pemkot) Mekarsari", "Pemkot", "Pemerintah Kota"),
        ("dari Komisi Informasi (KI) pusat", "KI", "Komisi Informasi"),
        ("sidang lewat video conference (vicon)", "vicon", "video conference"),
        (
            "kepada Dinas Perumahan, Permukiman dan Pertanahan (DP3) setempat",
            "DP3",
            "Dinas Perumahan, Permukiman dan Pertanahan",
        ),
        ("Kelompok Tani Muda Rejo (KTMR 2021)", "KTMR", "Kelompok Tani Muda Rejo"),
        ("WARTA (Wadah Riset Tani) milik Pemkab Rejo", "WARTA", "Wadah Riset Tani"),
        (
            "lewat inovasi Kabinet Pala (Kelompok Bina Ekonomi Petani Lada)",
            "Kabinet Pala",
            "Kelompok Bina Ekonomi Petani Lada",
        ),
        ("program 'TELAGA', singkatan dari Temu Lansia Warga.", "TELAGA", "Temu Lansia Warga"),
        ('"JALDES"/ Jalan Desa', "JALDES", "Jalan Desa"),
        ("(Forum Pemuda Tani/FPT)", "FPT", "Forum Pemuda Tani"),
        ("Penjabat (Pj) Bupati Rejo", "Pj", "Penjabat"),
        ("wilayah\nbebas dari sampah (WBS)", "WBS", "wilayah\nbebas dari sampah"),
    ],
)
def test_pairs_in_either_order(text: str, short: str, long: str) -> None:
    assert pairs(text) == [(short, " ".join(long.split()))]


@pytest.mark.parametrize(
    "text",
    [
        "kata Bupati Rejo (21/11)",
        "Ketua panitia Amat Sari (42) hadir",
        "Amat Sari (Golkar) hadir",
        "Kabupaten Rejo (Jatim) menang",
        "beras 20 kilogram (kg) dibagikan",
        "menang atas Rejo (skor 2-1)",
        "",
        "((((",
    ],
)
def test_brackets_that_spell_out_nothing(text: str) -> None:
    assert pairs(text) == []


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = "lomba “Kompetisi Inovasi Rejo” (KIR)"
    (m,) = AcronymStage().find(Page.of(text))
    assert text[m.long_start : m.long_end] == m.long == "Kompetisi Inovasi Rejo"
    assert text[m.short_start : m.short_end] == m.short == "KIR"


def test_alignment_decides_how_far_left_the_long_form_reaches() -> None:
    found = align("DLH", ["kerja", "sama", "dengan", "Dinas", "Lingkungan", "Hidup"])
    assert found is not None
    assert (found.first, found.cost) == (3, 0.0)


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("SENJA, Senam Jaga Raga, diikuti warga.", "SENJA", "Senam Jaga Raga"),
        ("Puskesmas Randu (SI PADU, Sistem Padu Randu)", "SI PADU", "Sistem Padu Randu"),
        ("RSUD Randu (LENTERA - Lebih Tertib Rawat Jalan)", "LENTERA", "Lebih Tertib Rawat Jalan"),
    ],
)
def test_a_comma_or_a_dash_may_stand_between(text: str, short: str, long: str) -> None:
    assert pairs(text) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "KPU, Ketua Panitia Umum daerah, hadir",
        "DPRD, Dinas Perindustrian dan Perdagangan, hadir",
        "SLEMAN, Senin, Lereng Merapi, Sepi",
    ],
)
def test_what_follows_a_comma_is_seldom_a_long_form(text: str) -> None:
    assert pairs(text) == []
