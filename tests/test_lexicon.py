"""The lexicon: what names mean, how spellings meet, and what a broken gazetteer says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from anugerah.errors import DataError
from anugerah.lexicon import Lexicon, key, load_lexicon, use_gazetteers

HEADER = "id,name,kind,aliases,parent,valid_from,valid_to,source"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.mark.parametrize(
    "name",
    [
        "KemenPAN RB",
        "Kemenpan-RB",
        "Kemen PANRB",
        "KEMENPANRB",
        "Kementrian PAN dan RB",
        "Kementeian PAN & RB",
        "Kementerian PAN-RB RI",
        "Kempan RB",
    ],
)
def test_spellings_of_a_ministry_have_one_key(name: str, lexicon: Lexicon) -> None:
    assert key(name) == "kemenpanrb"
    body = lexicon.body(name, 2023)
    assert body is not None
    assert body.name == "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"


def test_a_minister_is_no_ministry(lexicon: Lexicon) -> None:
    assert key("Menpan-RB") == key("Menteri PAN dan RB") != key("Kemenpan-RB")
    assert lexicon.body("Menpan-RB") is None


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Jatim", ["35"]),
        ("Pemkot Sby", ["35.78"]),
        ("Kab. OKU", ["16.01"]),
        ("Pemkab Banyuwangi", ["35.10"]),
        ("Pemerintah Provinsi Jawa Timur", ["35"]),
        ("kota bandarlampung", ["18.71"]),
        ("Madiun", ["35.19", "35.77"]),
        ("Kota Madiun", ["35.77"]),
        ("Gorontalo", ["75", "75.01", "75.71"]),
        ("Nanggroe Aceh Darussalam", ["11"]),
        ("Kotabaru", ["63.02"]),
        ("Sukamaju Raya", []),
    ],
)
def test_names_of_regions(name: str, codes: list[str], lexicon: Lexicon) -> None:
    assert [e.id for e in lexicon.regions(name)] == codes


def test_a_level_chooses_between_regions_of_one_name(lexicon: Lexicon) -> None:
    assert [e.name for e in lexicon.regions("Madiun", "city")] == ["Kota Madiun"]


def test_every_region_is_there(lexicon: Lexicon) -> None:
    kinds = [e.kind for e in lexicon.entries.values() if e.table == "regions"]
    assert (kinds.count("province"), kinds.count("regency") + kinds.count("city")) == (38, 514)


@pytest.mark.parametrize(
    ("year", "id"), [(2012, "kemenparekraf-2011"), (2016, "kemenpar-2014"), (2022, "kemenparekraf")]
)
def test_years_choose_between_bodies(year: int, id: str, lexicon: Lexicon) -> None:
    name = "Kementerian Pariwisata" if year == 2016 else "Kemenparekraf"
    body = lexicon.body(name, year)
    assert body is not None
    assert body.id == id


@pytest.mark.parametrize(
    ("short", "title", "body"),
    [
        ("Mendagri", "Menteri Dalam Negeri", "Kementerian Dalam Negeri"),
        ("Wamenkes", "Wakil Menteri Kesehatan", "Kementerian Kesehatan"),
        ("Kadinkes", "Kepala Dinas Kesehatan", "Dinas Kesehatan"),
        ("Kadis Kesehatan", "Kepala Dinas Kesehatan", "Dinas Kesehatan"),
        (
            "Kepala Bappeda",
            "Kepala Badan Perencanaan Pembangunan Daerah",
            "Badan Perencanaan Pembangunan Daerah",
        ),
        ("Kapolri", "Kepala Kepolisian Negara Republik Indonesia", "Kepolisian Negara Republik Indonesia"),
        ("Sekda", "Sekretaris Daerah", "Sekretariat Daerah"),
    ],
)
def test_heads_are_spelled_out(short: str, title: str, body: str, lexicon: Lexicon) -> None:
    head = lexicon.head(short, 2023)
    assert head is not None
    assert (head.title, head.body.name) == (title, body)


def test_lookup_reads_whatever_a_text_can_name(lexicon: Lexicon) -> None:
    assert [e.id for e in lexicon.lookup("Mendagri")] == ["kemendagri"]
    assert [e.name for e in lexicon.lookup("Dinkes")] == ["Dinas Kesehatan"]


def test_own_rows_are_added_and_replace(tmp_path: Path) -> None:
    rows = [
        HEADER,
        "air-bening,Perumda Air Bening,company,PAB,,,,own",
        "ojk,Otoritas Jasa Keuangan,state_agency,OJK,,2011,,own",
    ]
    (tmp_path / "agencies.csv").write_text("\n".join(rows), encoding="utf-8")
    lexicon = load_lexicon((tmp_path,))
    assert [e.id for e in lexicon.bodies("PAB")] == ["air-bening"]
    assert lexicon.entries["ojk"].source == "own"
    assert load_lexicon().entries["ojk"].source != "own"


def test_own_rows_reach_the_stages(tmp_path: Path) -> None:
    row = "tirta-bening,Perumda Tirta Bening,company,Tiben,,,,own"
    (tmp_path / "companies.csv").write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    script = (
        "import sys; from anugerah.lexicon import use_gazetteers; use_gazetteers(sys.argv[1])\n"
        "from anugerah.page import Page; from anugerah.stages.agencies import AgencyStage\n"
        "print([m.id for m in AgencyStage().find(Page.of('Piagam untuk Tiben tiba.'))])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['tirta-bening']"


def test_own_rows_come_before_the_first_article(tmp_path: Path) -> None:
    load_lexicon()
    with pytest.raises(DataError, match="A217"):
        use_gazetteers(tmp_path)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("A211", "id,name\na,B\n"),
        ("A211", f"{HEADER},colour\na,B,agency,,,,,own,red\n"),
        ("A212", f"{HEADER}\na,,agency,,,,,own\n"),
        ("A212", f"{HEADER}\na,B,agency,,,,,own,more\n"),
        ("A213", f"{HEADER}\na,B,agency,,,,,own\na,C,agency,,,,,own\n"),
        ("A214", f"{HEADER}\na,B,agency,,nowhere,,,own\n"),
        ("A215", f"{HEADER}\na,B,agency,,,soon,,own\n"),
        ("A215", f"{HEADER}\na,B,agency,,,2020,2010,own\n"),
        ("A216", f"{HEADER}\na,B,gang,,,,,own\n"),
    ],
)
def test_a_broken_gazetteer_says_where(code: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_lexicon((tmp_path,))
    assert caught.value.code == code
    assert caught.value.file == "units.csv"
    assert caught.value.line is not None


def test_our_gazetteer_leaves_nothing_doubtful(lexicon: Lexicon) -> None:
    assert lexicon.check() == []
