"""The agencies stage: institutions and places, linked to what they are."""

from __future__ import annotations

import pickle
from datetime import date

import anugerah
import pytest
from anugerah.mentions import Agency
from anugerah.page import Page
from anugerah.stages.acronyms import AcronymStage
from anugerah.stages.agencies import AgencyStage
from anugerah.stages.agencies.scan import rulebook
from hypothesis import given, settings
from hypothesis import strategies as st


def agencies(text: str, *, title: str | None = None, published: date | None = None) -> list[Agency]:
    """The mentions of a text, plain places too."""
    page = Page.of(text, title=title, published=published)
    AcronymStage().run(page)
    AgencyStage().run(page)
    for m in page.found(Agency):
        assert 0 <= m.start < m.end <= len(page.text)
    return page.found(Agency)


def institutions(text: str) -> list[tuple[str, str]]:
    """Words and name of the mentions that count without an event."""
    page = Page.of(text)
    AcronymStage().run(page)
    AgencyStage().run(page)
    return [(page.text[m.start : m.end], m.name) for m in page.found(Agency) if not m.bare]


@pytest.mark.parametrize("rule", rulebook().rules, ids=lambda rule: rule.id)
def test_examples_of_rules(rule: anugerah.rulebook.Rule) -> None:
    assert list(rule.failures()) == []


@pytest.mark.parametrize(
    ("written", "name", "id", "kind"),
    [
        ("Pemkab Banyuwangi", "Kabupaten Banyuwangi", "35.10", "regency"),
        ("Pemerintah Kabupaten Banyuwangi", "Kabupaten Banyuwangi", "35.10", "regency"),
        ("Pemerintah Kabupaten (Pemkab) Banyuwangi", "Kabupaten Banyuwangi", "35.10", "regency"),
        ("Pemprov Jatim", "Provinsi Jawa Timur", "35", "province"),
        ("Pemerintah Peovinsi Jatim", "Provinsi Jawa Timur", "35", "province"),
        ("Pemko Langsa", "Kota Langsa", "11.74", "city"),
        ("Pemda DIY", "Provinsi Daerah Istimewa Yogyakarta", "34", "province"),
        ("Pemerintah Aceh", "Provinsi Aceh", "11", "province"),
        ("pemerintah kabupaten Tulangbawang", "Kabupaten Tulang Bawang", "18.05", "regency"),
    ],
)
def test_a_regional_government_is_its_region(written: str, name: str, id: str, kind: str) -> None:
    (found,) = agencies(f"Piagam untuk {written} sudah tiba.")
    assert (found.name, found.id, found.kind, found.bare) == (name, id, kind, False)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (
            "Dinas ESDM Prov. Jatim",
            "Dinas Energi dan Sumber Daya Mineral Provinsi Jawa Timur",
        ),
        (
            "Dinas Energi dan Sumber Daya Mineral (ESDM) Provinsi Jatim",
            "Dinas Energi dan Sumber Daya Mineral Provinsi Jawa Timur",
        ),
        ("Dinkes Sleman", "Dinas Kesehatan Kabupaten Sleman"),
        ("Dinass Kesehatan Sleman", "Dinas Kesehatan Kabupaten Sleman"),
        (
            "Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Kependudukan Kota Batu",
            "Dinas Pemberdayaan Perempuan, Perlindungan Anak dan Kependudukan Kota Batu",
        ),
        ("Biro Organisasi Setda Provinsi Jateng", "Biro Organisasi Sekretariat Daerah Provinsi Jawa Tengah"),
        ("Puskesmas Kanjilo Kabupaten Gowa", "Puskesmas Kanjilo Kabupaten Gowa"),
        ("Polda Kaltim", "Polda Kalimantan Timur"),
        ("Kejari Sleman", "Kejaksaan Negeri Sleman"),
        ("SMKN 2 Magelang", "SMK Negeri 2 Magelang"),
        ("Fakultas Hukum UGM", "Fakultas Hukum Universitas Gadjah Mada"),
        ("BPK RI Perwakilan Lampung", "Badan Pemeriksa Keuangan Perwakilan Provinsi Lampung"),
        ("BPS Jatim", "Badan Pusat Statistik Provinsi Jawa Timur"),
        ("BSKDN Kemendagri", "Badan Strategi Kebijakan Dalam Negeri Kementerian Dalam Negeri"),
        ("Komisi III DPR RI", "Komisi III Dewan Perwakilan Rakyat"),
        (
            "Universitas Islam Negeri (UIN) Maulana Malik Ibrahim",
            "Universitas Islam Negeri Maulana Malik Ibrahim",
        ),
        ("Sekolah Menengah Atas (SMA) Negeri 2 Rejo", "SMA Negeri 2 Rejo"),
        ("DLH Kota Batu", "Dinas Lingkungan Hidup Kota Batu"),
        ("DKP Kota Batu", "DKP Kota Batu"),
        ("Kodim 0812/Lamongan", "Kodim 0812/Lamongan"),
        ("RSUD Kota Kendari", "RSUD Kota Kendari"),
        ("Perumda Air Minum Tirta Rejo Kota Batu", "Perumda Air Minum Tirta Rejo Kota Batu"),
        ("Puskesmas Kanjilo, Kabupaten Gowa", "Puskesmas Kanjilo Kabupaten Gowa"),
        ("Balai Guru Penggerak (BGP) Kalimantan Barat", "Balai Guru Penggerak Kalimantan Barat"),
        ("Kantor Imigrasi Kelas I TPI Ternate", "Kantor Imigrasi Kelas I TPI Ternate"),
        ("Kantor Pertanahan Kabupaten Sleman", "Kantor Pertanahan Kabupaten Sleman"),
        ("PA Banjarbaru", "Pengadilan Agama Banjarbaru"),
        ("Mapolres Sleman", "Polres Sleman"),
        (
            "BPJS Kesehatan Cabang Jember",
            "Badan Penyelenggara Jaminan Sosial Kesehatan Cabang Jember",
        ),
        ("Direktorat Pembinaan SMP Kementerian Kesehatan", "Direktorat Pembinaan SMP Kementerian Kesehatan"),
        ("Kedutaan Besar Jepang untuk Indonesia", "Kedutaan Besar Jepang untuk Indonesia"),
    ],
)
def test_names_are_spelled_out_with_their_region(written: str, name: str) -> None:
    assert institutions(f"Kemarin {written} menerima piagam.") == [(written, name)]


@pytest.mark.parametrize(
    "written",
    [
        "KemenPAN RB",
        "Kemenpan-RB",
        "Kementrian PAN dan RB",
        "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi RI",
        "Kementerian Pendayagunan Aparatur Negara dan Reformasi Birokrasi",
    ],
)
def test_a_ministry_in_any_spelling(written: str) -> None:
    (found,) = agencies(f"Piagam dari {written} sudah tiba.")
    assert (found.name, found.id) == (
        "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
        "kemenpanrb",
    )


def test_a_minister_is_no_agency() -> None:
    assert agencies("Piagam dari Menpan RB sudah tiba.") == []


def test_the_date_chooses_the_ministry() -> None:
    def written_in(year: int) -> list[str | None]:
        return [m.id for m in agencies("Piagam Kemenparekraf tiba.", published=date(year, 6, 1))]

    assert written_in(2013) == ["kemenparekraf-2011"]
    assert written_in(2022) == ["kemenparekraf"]


def test_a_unit_takes_the_region_that_the_article_is_about() -> None:
    text = "Pemkab Sleman menerima piagam. Inovasi itu milik Dinas Kesehatan. Bupati Sleman senang."
    assert institutions(text)[1] == ("Dinas Kesehatan", "Dinas Kesehatan Kabupaten Sleman")


def test_two_regions_settle_nothing() -> None:
    text = "Pemkab Sleman dan Pemkab Bantul menerima piagam. Inovasi itu milik Dinas Kesehatan."
    assert institutions(text)[2] == ("Dinas Kesehatan", "Dinas Kesehatan")


def test_a_unit_through_which_a_region_acts_is_the_regions() -> None:
    text = "Kabupaten Bantul melalui Dinas Sosial dan Kabupaten Sleman lewat Dinas Kesehatan menang."
    assert [name for _, name in institutions(text)] == [
        "Dinas Sosial Kabupaten Bantul",
        "Dinas Kesehatan Kabupaten Sleman",
    ]


def test_city_or_regency_is_decided_from_the_article() -> None:
    assert [m.name for m in agencies("Wali Kota Madiun hadir. Madiun menang.")] == ["Kota Madiun"] * 2
    assert [m.name for m in agencies("Bupati Madiun hadir. Madiun menang.")] == ["Kabupaten Madiun"] * 2
    (found,) = agencies("Pemenangnya Madiun.")
    assert (found.name, found.id, found.kind) == ("Madiun", None, "region")


def test_a_plain_place_is_bare() -> None:
    text = "Acara di Kota Surabaya dihadiri Bupati Sleman."
    assert [(m.name, m.bare, m.in_title) for m in agencies(text)] == [
        ("Kota Surabaya", True, False),
        ("Kabupaten Sleman", True, True),
    ]


def test_an_everyday_word_is_a_region_only_in_context() -> None:
    assert agencies("Seekor Landak lewat di depan Metro baru.") == []
    assert [m.name for m in agencies("Pemkab Landak hadir. Landak menang.")] == ["Kabupaten Landak"] * 2
    assert [m.name for m in agencies("Pemenangnya Landak, Sragen dan Batang.")] == [
        "Kabupaten Landak",
        "Kabupaten Sragen",
        "Kabupaten Batang",
    ]


def test_an_institution_inside_a_title_is_marked() -> None:
    (found,) = agencies("Piagam diterima Kepala Dinas Kesehatan Kabupaten Sleman kemarin.")
    assert (found.name, found.in_title, found.bare) == ("Dinas Kesehatan Kabupaten Sleman", True, False)


def test_a_persons_name_after_a_command_is_no_part_of_it() -> None:
    assert institutions("Kata Kepala Kejari Sleman Amat Sari kemarin.") == [
        ("Kejari Sleman", "Kejaksaan Negeri Sleman")
    ]


def test_a_word_that_begins_like_a_longer_name_hides_nothing() -> None:
    assert [m.name for m in agencies("Karyawan PT Bandung Jaya Abadi Tbk hadir.")] == [
        "PT Bandung Jaya Abadi Tbk"
    ]


def test_a_short_form_leads_to_what_it_stands_for() -> None:
    text = "Dinas Pemberdayaan Perempuan dan Kependudukan (DP2K) Kota Batu menang. Kata pegawai, DP2K senang."
    assert {m.name for m in agencies(text)} == {"Dinas Pemberdayaan Perempuan dan Kependudukan Kota Batu"}


def test_a_later_mention_leads_to_the_first() -> None:
    text = (
        "Kementerian Kesehatan memberi piagam. Menurut kementerian itu, Pemkab Sleman menang. Pemkab senang."
    )
    assert [m.name for m in agencies(text)] == [
        "Kementerian Kesehatan",
        "Kementerian Kesehatan",
        "Kabupaten Sleman",
        "Kabupaten Sleman",
    ]


def test_private_bodies_count_only_where_credited() -> None:
    found = agencies("Piagam dari Yayasan Pelita Anak dan PT Karya Makmur Tbk, juga PT Pertamina Hulu Rejo.")
    assert [(m.name, m.bare) for m in found] == [
        ("Yayasan Pelita Anak", True),
        ("PT Karya Makmur Tbk", True),
        ("PT Pertamina Hulu Rejo", False),
    ]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Tim Laskar Rejo", "Tim Laskar Rejo"),
        ("Tim Laskar UGM", "Tim Laskar Universitas Gadjah Mada"),
        ("Perpustakaan Pelita Rejo", "Perpustakaan Pelita Rejo"),
        ("RW 11 Kelurahan Rejo Jaya", "RW 11 Kelurahan Rejo Jaya"),
        ("TP PKK Kecamatan Rejo Mulyo", "TP PKK Kecamatan Rejo Mulyo"),
        ("Koperasi Pegawai Negeri (KPN) Karya Rejo", "Koperasi Pegawai Negeri Karya Rejo"),
        ("PT Karya Rejo Site Melati", "PT Karya Rejo Site Melati"),
        ("PT Karya Pulp & Paper", "PT Karya Pulp & Paper"),
        ("Kedai Kopi Mak Rejo", "Kedai Kopi Mak Rejo"),
        ("Radar Rejo", "Radar Rejo"),
        ("Rejo Invention Promotion Association (RIPA)", "Rejo Invention Promotion Association"),
        ("Ikatan Dokter Indonesia (IDI) Cabang Jember", "Ikatan Dokter Indonesia Cabang Jember"),
    ],
)
def test_winners_of_every_kind_are_known(written: str, name: str) -> None:
    assert name in {m.name for m in agencies(f"Piagam itu untuk {written}, kemarin.")}


def test_a_post_in_a_title_ends_before_its_head() -> None:
    found = agencies("Sambutan Kepala Kantor Imigrasi Ternate Budi Santoso menutup acara.")
    assert [m.name for m in found] == ["Kantor Imigrasi Ternate"]


def test_a_squad_belongs_to_the_one_police_station_of_the_article() -> None:
    found = agencies("Polres Sleman berterima kasih. Satlantas paling cepat.")
    assert [m.name for m in found] == ["Polres Sleman", "Satuan Lalu Lintas Polres Sleman"]


def test_a_name_in_the_headline_ends_as_in_the_text() -> None:
    found = agencies("RSUD Melati Indah mendapat piagam.", title="RSUD Melati Indah Sabet Piagam Nasional")
    assert {m.name for m in found} == {"RSUD Melati Indah"}


@pytest.mark.parametrize(
    "text",
    [
        "Setiap badan publik dan dinas harus terbuka.",
        "Kemitraan itu membuat para guru bangga.",
        "Rumah dinas bupati dan pasir pantai bersih.",
        "Dewan Juri menilai di Satuan Kerja.",
        "Tim Penilai dan Tim Ahli bertemu di Balai Melati.",
    ],
)
def test_what_is_no_agency(text: str) -> None:
    assert institutions(text) == []


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(text: str) -> None:
    agencies(text, title=text[:40] or None)


@pytest.mark.parametrize("piece", ["Dinas ", "Kementerian A ", "PT A", "Kab. ", "Sleman (", "Ä°İ Bali "])
def test_long_lines_are_read_in_time(piece: str) -> None:
    agencies(piece * (200_000 // len(piece)))


def test_the_stage_pickles() -> None:
    stage = pickle.loads(pickle.dumps(AgencyStage()))
    page = Page.of("Pemkab Sleman menang.")
    stage.run(page)
    assert page.found(Agency)[0].id == "34.04"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Persib", "Persib Bandung"),
        ("Persib Bandung", "Persib Bandung"),
        ("Bali United", "Bali United"),
        ("Timnas Indonesia U-17", "Timnas Indonesia U-17"),
        ("tim nasional futsal Jepang", "Tim nasional futsal Jepang"),
        ("PDI Perjuangan", "Partai Demokrasi Indonesia Perjuangan"),
        ("Hotel Harapan Rejo", "Hotel Harapan Rejo"),
    ],
)
def test_clubs_parties_and_hotels_are_no_places_and_count_only_where_credited(
    written: str, name: str
) -> None:
    (found,) = agencies(f"Piagam untuk {written} sudah tiba.")
    assert (found.name, found.bare) == (name, True)


@pytest.mark.parametrize(
    ("written", "name", "id"),
    [
        ("Kementerian Pertahanan Israel", "Kementerian Pertahanan Israel", None),
        ("Kementerian Luar Negeri AS", "Kementerian Luar Negeri Amerika Serikat", None),
        ("Angkatan Laut Jepang", "Angkatan Laut Jepang", None),
        (
            "Kemenko PMK",
            "Kementerian Koordinator Bidang Pembangunan Manusia dan Kebudayaan",
            "kemenko-pmk",
        ),
    ],
)
def test_a_body_of_another_country_is_not_ours(written: str, name: str, id: str | None) -> None:
    (found,) = agencies(f"Piagam dari {written} sudah tiba.")
    assert (found.name, found.id, found.bare) == (name, id, False)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("POLRES WAY KANAN", "Polres Way Kanan"),
        ("DINAS KESEHATAN KABUPATEN SLEMAN", "Dinas Kesehatan Kabupaten Sleman"),
        ("Polresta Malang Kota", "Polresta Malang Kota"),
        ("FK Undip", "Fakultas Kedokteran Universitas Diponegoro"),
        ("PN Sleman", "Pengadilan Negeri Sleman"),
        ("PLN UP3 Rejo", "PT Perusahaan Listrik Negara (Persero) UP3 Rejo"),
        ("Pertamina", "Pertamina"),
        ("Pertamina Hulu Energi", "Pertamina Hulu Energi"),
        ("Dinas Pekeliruan dan Kebetulan Kota Batu", "Dinas Pekeliruan dan Kebetulan Kota Batu"),
    ],
)
def test_short_and_shouted_names(written: str, name: str) -> None:
    assert institutions(f"Kemarin {written} menerima piagam.") == [(written, name)]


def test_a_word_like_a_head_is_no_misspelt_head() -> None:
    assert agencies("Toko itu menjual Bahan Bangunan.") == []


def test_a_school_keeps_its_name_when_it_is_cut_short() -> None:
    text = "SMA Negeri 1 Rejo menerima piagam. Kepala SMAN 1 senang."
    assert {name for _, name in institutions(text)} == {"SMA Negeri 1 Rejo"}
