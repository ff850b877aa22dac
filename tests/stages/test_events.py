"""Award events: who is credited with what, who gave, handed over and took it, when and where."""

from __future__ import annotations

from typing import Any

import anugerah
import pytest
from anugerah.record import SLOTS, AwardEvent, PersonSlot
from hypothesis import given
from hypothesis import strategies as st

AWARD = "Karsa Green Award"


def events(text: str, published: str | None = None, title: str | None = None) -> list[AwardEvent]:
    return anugerah.extract(text, published=published, title=title)


def the(text: str, published: str | None = None, title: str | None = None) -> AwardEvent:
    (event,) = events(text, published, title)
    return event


def pairs(text: str, published: str | None = None, title: str | None = None) -> list[tuple[str, str]]:
    return [(e.recipient.name, e.award.title) for e in events(text, published, title)]


def said(slot: PersonSlot | None) -> tuple[str | None, str | None] | None:
    return (slot.name, slot.title) if slot else None


# ---------------------------------------------------------------- frames

FRAMES: dict[str, list[tuple[str, str, str]]] = {
    "receive": [
        ("Pemkab Sleman meraih Adipura Kencana.", "Kabupaten Sleman", "Adipura Kencana"),
        ("Kota Malang kembali menyabet Karsa Green Award.", "Kota Malang", AWARD),
        ("Karang Taruna Randu Asri menerima Karsa Green Award.", "Karang Taruna Randu Asri", AWARD),
        ("Pemkot Surabaya pulang membawa Karsa Green Award.", "Kota Surabaya", AWARD),
    ],
    "stand": [
        ("Kabupaten Demak masuk Top 45 Inovasi Karsa.", "Kabupaten Demak", "Top 45 Inovasi Karsa"),
        (
            "Kota Malang keluar sebagai juara umum Festival Karsa.",
            "Kota Malang",
            "juara umum Festival Karsa",
        ),
    ],
    "named": [
        ("Kabupaten Kudus diganjar Karsa Green Award.", "Kabupaten Kudus", AWARD),
        (
            "Kabupaten Kudus dinobatkan sebagai Kabupaten Layak Anak.",
            "Kabupaten Kudus",
            "Kabupaten Layak Anak",
        ),
        ("Desa Randu ditetapkan sebagai Desa Terinovatif.", "Desa Randu", "Desa Terinovatif"),
    ],
    "give": [
        ("Kementerian Pertanian menganugerahkan Karsa Green Award kepada Kota Malang.", "Kota Malang", AWARD),
        (
            "Menteri Pertanian Bram Saputra memberikan Karsa Green Award kepada Kota Malang.",
            "Kota Malang",
            AWARD,
        ),
    ],
    "handed": [
        ("Karsa Green Award diserahkan Menteri Pertanian kepada Bupati Pati.", "Kabupaten Pati", AWARD),
        ("Karsa Green Award diberikan kepada Kabupaten Bantul.", "Kabupaten Bantul", AWARD),
    ],
    "taken": [
        ("Juara I Lomba Karsa Desa diraih Kabupaten Demak.", "Kabupaten Demak", "Juara I Lomba Karsa Desa"),
        (
            "Juara II Lomba Karsa Desa jatuh ke tangan Kota Malang.",
            "Kota Malang",
            "Juara II Lomba Karsa Desa",
        ),
    ],
    "carry": [
        ("Inovasi itu mengantarkan Kabupaten Bantul meraih Karsa Green Award.", "Kabupaten Bantul", AWARD),
        (
            "Kerja itu membawa Kabupaten Bantul ke Top 45 Inovasi Karsa.",
            "Kabupaten Bantul",
            "Top 45 Inovasi Karsa",
        ),
    ],
    "owned": [
        (
            "Kabupaten Sleman rajin memilah sampah. Karsa Green Award sudah mereka kantongi.",
            "Kabupaten Sleman",
            AWARD,
        ),
        (
            "Kabupaten Sleman menunggu lama. Akhirnya Karsa Green Award diraihnya.",
            "Kabupaten Sleman",
            AWARD,
        ),
    ],
    "winners": [
        ("Peraih Karsa Green Award 2022 adalah Kabupaten Cilacap.", "Kabupaten Cilacap", AWARD),
        ("Kabupaten Cilacap, peraih Karsa Green Award, berbagi kiat.", "Kabupaten Cilacap", AWARD),
        ("Peraih Karsa Green Award, Lortavi Mandoma, berbagi kiat.", "Lortavi Mandoma", AWARD),
    ],
    "represented": [
        (
            "Karsa Green Award diraih Kabupaten Pati. Kabupaten Pati diwakili Sekretaris Daerah Joko Lelono.",
            "Kabupaten Pati",
            AWARD,
        )
    ],
    "organised": [
        (
            "Kabupaten Kudus meraih Karsa Green Award. Ajang itu digelar Kementerian Pertanian.",
            "Kabupaten Kudus",
            AWARD,
        )
    ],
}


@pytest.mark.parametrize(
    ("text", "recipient", "award"), [case for cases in FRAMES.values() for case in cases]
)
def test_every_frame_credits_its_winner(text: str, recipient: str, award: str) -> None:
    assert pairs(text) == [(recipient, award)]


def test_what_is_named_after_the_word_for_it_goes_to_the_subject() -> None:
    text = "Pemkab Sleman menerima dua piala. Yang pertama adalah Karsa Green Award dan Juara I Lomba Karsa."
    assert pairs(text) == [("Kabupaten Sleman", AWARD), ("Kabupaten Sleman", "Juara I Lomba Karsa")]


def test_a_noun_of_handing_over_tells_the_officials() -> None:
    event = the(
        "Pemkab Sleman meraih Adipura. Penyerahan piala dilakukan oleh Menteri Pertanian Bram Saputra"
        " kepada Bupati Sleman Wening Lestari di Jakarta."
    )
    assert said(event.presenter) == ("Bram Saputra", "Menteri Pertanian")
    assert said(event.receiver) == ("Wening Lestari", "Bupati Sleman")


def test_a_proxy_is_the_receiver() -> None:
    first, second = events(
        "Kabupaten Pati dan Kabupaten Demak meraih Karsa Green Award."
        " Kabupaten Pati diwakili Kepala Dinas Pertanian Joko Lelono."
    )
    assert said(first.receiver) == ("Joko Lelono", "Kepala Dinas Pertanian")
    assert second.receiver is None


def test_a_cleft_tells_the_receiver() -> None:
    event = the(
        "Kabupaten Kudus meraih Karsa Green Award. Yang menerimanya Wakil Bupati Kudus Rini Handayani."
    )
    assert said(event.receiver) == ("Rini Handayani", "Wakil Bupati Kudus")


# ---------------------------------------------------------------- who is spoken of


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Desa Randu Alas bersaing ketat. Desa itu lalu meraih Karsa Green Award.", "Desa Randu Alas"),
        (
            "PT Semen Tonasa dan Pemkab Pangkep bekerja sama. Perusahaan itu meraih Karsa Green Award.",
            "PT Semen Tonasa",
        ),
        (
            "PT Semen Tonasa dan Pemkab Pangkep bekerja sama. Kabupaten itu meraih Karsa Green Award.",
            "Kabupaten Pangkajene dan Kepulauan",
        ),
        (
            "SMA Negeri 2 Bogor menanam pohon. Sekolah tersebut pun meraih Karsa Green Award.",
            "SMA Negeri 2 Bogor",
        ),
    ],
)
def test_a_noun_points_back_at_the_party_of_its_kind(text: str, recipient: str) -> None:
    assert pairs(text) == [(recipient, AWARD)]


def test_placings_are_of_the_contest_that_the_article_is_about() -> None:
    found = events(
        "Tiga kota berlaga dalam Lomba Karsa Hijau 2023. "
        "Kota Malang meraih juara I dan Kota Blitar meraih juara II."
    )
    assert [(e.recipient.name, e.award.title, e.award.event, e.award.edition) for e in found] == [
        ("Kota Malang", "juara I", "Lomba Karsa Hijau", "2023"),
        ("Kota Blitar", "juara II", "Lomba Karsa Hijau", "2023"),
    ]


# ---------------------------------------------------------------- roles by preposition


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        ("Kota Malang meraih Karsa Green Award dari Kementerian Pertanian.", "Kementerian Pertanian"),
        ("Kota Malang diganjar Karsa Green Award oleh Kementerian Pertanian.", "Kementerian Pertanian"),
        (
            "Kota Malang meraih Karsa Green Award yang digelar Kementerian Pertanian.",
            "Kementerian Pertanian",
        ),
        (
            "Kementerian Pertanian menganugerahkan Karsa Green Award kepada Kota Malang.",
            "Kementerian Pertanian",
        ),
        ("Rudi Hartanto menerima Satyalancana Karya Satya dari Presiden.", "Presiden Republik Indonesia"),
        ("Kota Malang meraih Karsa Green Award bersama Kementerian Pertanian.", None),
    ],
)
def test_the_giver_stands_after_its_preposition(text: str, giver: str | None) -> None:
    event = the(text)
    assert (event.giver.name if event.giver else None) == giver


@pytest.mark.parametrize(
    "telling",
    [
        "Ajang itu digelar Kementerian Pertanian.",
        "Kementerian Pertanian menggelar Lomba Karsa Hijau setiap tahun.",
        "Kementerian Pertanian selaku penyelenggara menilai sejak Mei.",
        "Hasil penilaian itu dibagikan Kementerian Pertanian secara tertutup.",
        "Ajang besutan Kementerian Pertanian itu ketat.",
        "Inilah jenjang tertinggi yang diberikan Kementerian Pertanian kepada kota.",
    ],
)
def test_the_organiser_gives_what_nobody_else_is_said_to_give(telling: str) -> None:
    event = the(f"Kota Malang meraih Karsa Green Award. {telling}")
    assert event.giver is not None
    assert event.giver.name == "Kementerian Pertanian"


def test_an_office_gives_for_its_institution_where_that_runs_the_ceremony() -> None:
    won = "Kota Malang meraih Karsa Green Award dari Menteri Pertanian."
    alone, organised = the(won), the(f"{won} Ajang itu digelar Kementerian Pertanian.")
    assert alone.giver is not None
    assert organised.giver is not None
    assert (alone.giver.name, organised.giver.name) == ("Menteri Pertanian", "Kementerian Pertanian")


def test_nobody_gives_to_itself() -> None:
    event = the("Kota Malang meraih Karsa Green Award. Pameran digelar Pemkot Malang.")
    assert event.giver is None


def test_where_contestants_come_from_gives_nothing() -> None:
    event = the("Kota Malang meraih Karsa Green Award. Penghargaan Karsa Green Award jarang dari Pulau Jawa.")
    assert event.giver is None


def test_who_places_another_on_a_rank_gives_it() -> None:
    event = the("Kejaksaan Tinggi Bali menempatkan Kejaksaan Negeri Badung sebagai satuan kerja terbaik I.")
    assert event.recipient.name == "Kejaksaan Negeri Badung"
    assert event.giver is not None
    assert event.giver.name == "Kejaksaan Tinggi Bali"


def test_who_hands_over_is_presenter_and_no_giver() -> None:
    event = the(
        "Karsa Green Award diserahkan Menteri Pertanian Bram Saputra kepada Bupati Pati Wening Lestari"
        " didampingi Ketua DPRD Kabupaten Pati."
    )
    assert said(event.presenter) == ("Bram Saputra", "Menteri Pertanian")
    assert said(event.receiver) == ("Wening Lestari", "Bupati Pati")
    assert event.giver is None


@pytest.mark.parametrize("word", ["disaksikan", "didampingi", "di hadapan", "dihadiri"])
def test_those_who_look_on_have_no_part(word: str) -> None:
    event = the(f"Kota Malang menerima Karsa Green Award, {word} Gubernur Jawa Timur Darto Wibisono.")
    assert event.recipient.name == "Kota Malang"
    assert (event.presenter, event.giver, event.receiver) == (None, None, None)


# ---------------------------------------------------------------- the ceremony

CEREMONY = (
    "Kabupaten Pati meraih Juara I Lomba Karsa Desa 2024. Juara II diraih Kota Malang."
    " Ajang itu digelar Kementerian Pertanian di Hotel Melati, Surabaya, Selasa (4/6)."
)


def test_winners_of_one_ceremony_share_day_place_giver_and_edition() -> None:
    first, second = events(CEREMONY, published="2024-06-05")
    for event in (first, second):
        assert event.date
        assert event.place
        assert event.giver
        assert (event.date.value, event.date.precision) == ("2024-06-04", "day")
        assert (event.place.venue, event.place.city) == ("Hotel Melati", "Surabaya")
        assert event.giver.name == "Kementerian Pertanian"
        assert event.award.edition == "2024"
        assert event.award.event == "Lomba Karsa Desa"


def test_a_presenter_is_shared_only_where_he_served_all() -> None:
    first, second = events(
        "Kabupaten Pati meraih Juara I Lomba Karsa Desa, sedangkan Juara II diraih Kota Malang."
        " Piala Juara I diserahkan Menteri Pertanian Bram Saputra kepada Bupati Pati Wening Lestari."
    )
    assert (first.recipient.name, said(first.presenter)) == (
        "Kabupaten Pati",
        ("Bram Saputra", "Menteri Pertanian"),
    )
    assert (second.recipient.name, second.presenter, second.receiver) == ("Kota Malang", None, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kota Malang meraih Adipura, Selasa (4/6).", "2024-06-04"),
        (
            "Kota Malang meraih Adipura. “Kami bangga,” katanya dalam keterangan tertulis, Rabu (5/6).",
            None,
        ),
        (
            "Kota Malang meraih Adipura. Piala diserahkan di Jakarta, Senin (3/6). “Kami bangga,” kata"
            " wali kota, Rabu (5/6).",
            "2024-06-03",
        ),
        ("Kota Malang meraih Adipura berdasarkan surat keputusan bertanggal 1 Mei 2024.", None),
    ],
)
def test_the_day_is_that_of_the_ceremony(text: str, day: str | None) -> None:
    event = the(text, published="2024-06-05")
    assert (event.date.value if event.date else None) == day


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("di Hotel Melati, Surabaya", ("Hotel Melati", "Surabaya")),
        ("di Gedung Karsa Bhakti", ("Gedung Karsa Bhakti", None)),
        ("di Jakarta", (None, "Jakarta")),
    ],
)
def test_the_place_is_venue_and_city(where: str, place: tuple[str | None, str | None]) -> None:
    event = the(f"Kota Malang menerima Karsa Green Award {where}, Selasa (4/6/2024).")
    assert event.place
    assert (event.place.venue, event.place.city) == place


# ---------------------------------------------------------------- who is credited


def test_a_head_of_region_takes_what_is_the_region_s() -> None:
    event = the("Bupati Sleman Wening Lestari menerima Adipura dari Kementerian LHK.")
    assert (event.recipient.name, event.recipient.kind, event.recipient.id) == (
        "Kabupaten Sleman",
        "regency",
        "34.04",
    )
    assert said(event.receiver) == ("Wening Lestari", "Bupati Sleman")


@pytest.mark.parametrize("award", ["Satyalancana Wira Karya", "Karsa Leader Award", "Bintang Mahaputera"])
def test_what_is_a_person_s_own_is_credited_to_the_person(award: str) -> None:
    event = the(f"Bupati Sleman Wening Lestari menerima {award}.")
    assert (event.recipient.name, event.recipient.kind) == ("Wening Lestari", "person")
    assert event.recipient.affiliation == "Kabupaten Sleman"
    assert event.receiver is None


@pytest.mark.parametrize(
    ("text", "name", "kind", "region"),
    [
        ("Pemkab Kudus meraih Adipura.", "Kabupaten Kudus", "regency", "33.19"),
        ("Pemprov Bali meraih Adipura.", "Provinsi Bali", "province", "51"),
        ("Kota Malang meraih Adipura.", "Kota Malang", "city", "35.73"),
        (
            "Dinas Kesehatan Kabupaten Kudus meraih Karsa Green Award.",
            "Dinas Kesehatan Kabupaten Kudus",
            "agency",
            "33.19",
        ),
        ("RSUD Kudus meraih Karsa Green Award.", "RSUD Kudus", "hospital", "33.19"),
        ("Puskesmas Randu meraih Karsa Green Award.", "Puskesmas Randu", "health_centre", None),
        ("Polres Kudus meraih Karsa Green Award.", "Polres Kudus", "police", "33.19"),
        ("SMAN 2 Kudus meraih Karsa Green Award.", "SMA Negeri 2 Kudus", "school", "33.19"),
        ("PT Randu Jaya meraih Karsa Green Award.", "PT Randu Jaya", "company", None),
        ("Rudi Hartanto meraih Karsa Green Award.", "Rudi Hartanto", "person", None),
    ],
)
def test_recipients_by_kind(text: str, name: str, kind: str, region: str | None) -> None:
    recipient = the(text).recipient
    assert (recipient.name, recipient.kind, recipient.region) == (name, kind, region)


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Inovasi “Lampu Desa” milik Puskesmas Randu masuk Top 45 Inovasi Karsa.", "Puskesmas Randu"),
        ("Pemkab Kudus bangga. Inovasi “Lampu Desa” masuk Top 45 Inovasi Karsa.", "Kabupaten Kudus"),
        ("Inovasi “Lampu Desa” masuk Top 45 Inovasi Karsa.", "Lampu Desa"),
    ],
)
def test_an_innovation_that_wins_wins_for_its_owner(text: str, recipient: str) -> None:
    event = the(text)
    assert event.recipient.name == recipient
    assert event.innovation
    assert event.innovation.name == "Lampu Desa"


def test_the_innovation_that_earned_it_comes_with_expansion_and_owner() -> None:
    event = the(
        "Pemkab Kudus meraih Top 45 Inovasi Karsa berkat inovasi LADEK (Lampu Desa Kita) milik Dinas Sosial"
        " Kabupaten Kudus."
    )
    assert event.recipient.name == "Kabupaten Kudus"
    assert event.innovation
    assert (event.innovation.name, event.innovation.expansion, event.innovation.owner) == (
        "LADEK",
        "Lampu Desa Kita",
        "Dinas Sosial Kabupaten Kudus",
    )


# ---------------------------------------------------------------- lists

SLEMAN, MALANG, PATI = "Kabupaten Sleman", "Kota Malang", "Kabupaten Pati"


@pytest.mark.parametrize(
    "text",
    [
        "Berikut penerima Karsa Green Award:\n1. Kabupaten Sleman\n2. Kota Malang\n3. Kabupaten Pati",
        "Penerima Karsa Green Award:\n- Kabupaten Sleman\n- Kota Malang\n- Kabupaten Pati",
        "Karsa Green Award diraih Kabupaten Sleman, Kota Malang, dan Kabupaten Pati.",
        "Tiga daerah meraih Karsa Green Award, yakni Kabupaten Sleman, Kota Malang, dan Kabupaten Pati.",
        "Kabupaten Sleman meraih Karsa Green Award. Kota Malang dan Kabupaten Pati termasuk di antaranya.",
        "Karsa Green Award diserahkan kepada Kabupaten Sleman, Kota Malang, serta Kabupaten Pati.",
    ],
    ids=["numbered", "bulleted", "prose", "counted", "among", "handed"],
)
def test_every_winner_of_a_list_has_a_record(text: str) -> None:
    assert pairs(text) == [(SLEMAN, AWARD), (MALANG, AWARD), (PATI, AWARD)]


@pytest.mark.parametrize(
    "text",
    [
        "Hasil Lomba Karsa Desa:\n- Juara I: Kabupaten Sleman\n- Juara II: Kota Malang",
        "Pada Lomba Karsa Desa, Juara I: Kabupaten Sleman, Juara II: Kota Malang.",
        "Lomba Karsa Desa usai. Juara I untuk Kabupaten Sleman dan Juara II untuk Kota Malang.",
        "Lomba Karsa Desa usai. Juara I diraih Kabupaten Sleman dan Juara II diraih Kota Malang.",
    ],
    ids=["lines", "colons", "pairs", "prose"],
)
def test_every_placing_of_a_list_goes_to_its_own_winner(text: str) -> None:
    found = [(e.recipient.name, e.award.rank, e.award.event) for e in events(text)]
    assert found == [(SLEMAN, "Juara I", "Lomba Karsa Desa"), (MALANG, "Juara II", "Lomba Karsa Desa")]


def test_a_list_goes_on_in_the_next_sentence() -> None:
    text = (
        "Kabupaten Sleman meraih Karsa Green Award."
        " Daerah lain yang meraihnya, yakni Kota Malang, Kabupaten Pati, dan Kabupaten Demak."
    )
    assert [e.recipient.name for e in events(text)] == [SLEMAN, MALANG, PATI, "Kabupaten Demak"]


def test_a_bare_count_is_a_record_that_says_so() -> None:
    event = the("Pemkab Sleman memborong lima penghargaan dari Kementerian Pertanian.")
    assert (event.recipient.name, event.award.count) == (SLEMAN, 5)


def test_a_list_of_other_things_has_no_winners() -> None:
    assert events("Peserta rapat:\n1. Kabupaten Sleman\n2. Kota Malang\n3. Kabupaten Pati") == []


# ---------------------------------------------------------------- factuality


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kota Malang meraih Adipura.", "received"),
        ("Kota Malang diusulkan menerima Adipura.", "nominated"),
        ("Kota Malang menjadi finalis Karsa Green Award.", "nominated"),
        ("Kota Malang masuk nominasi Karsa Green Award 2023.", "nominated"),
        ("Kota Malang akan menerima Adipura.", "scheduled"),
        ("Kota Malang dijadwalkan menerima Adipura pekan depan.", "scheduled"),
    ],
)
def test_the_status_is_as_told(text: str, status: str) -> None:
    assert the(text).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Pemkab Sleman berharap meraih Adipura tahun depan.",
        "Pemkab Sleman menargetkan meraih Adipura.",
        "Pemkab Sleman optimistis mendapat Adipura.",
        "Pemkab Sleman belum meraih Adipura.",
        "Pemkab Sleman gagal meraih Adipura.",
        "Bupati Sleman menyampaikan terima kasih dan penghargaan setinggi-tingginya kepada warga.",
        "Bupati Sleman memberikan apresiasi dan penghargaan yang tinggi kepada para relawan.",
        "Pemkab Sleman menggelar sosialisasi Adipura di Kantor Bupati.",
        "Pemkab Sleman meraih kepercayaan warga.",
        "Sebanyak 40 guru menerima Satyalancana Karya Satya.",
        "Lomba Karsa Desa dibuka Bupati Sleman.",
    ],
)
def test_hopes_denials_thanks_and_counts_are_no_events(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kabupaten Pati menempati peringkat ketiga indeks pembangunan manusia.",
        "Kota Malang berada di posisi kedua dalam survei kebahagiaan.",
        "Kota Malang menduduki peringkat pertama jumlah penduduk.",
    ],
)
def test_a_rank_in_a_measure_is_no_award(text: str) -> None:
    assert events(text) == []


def test_a_place_far_down_a_ranking_is_no_award() -> None:
    assert events("Rina Wati kini berada di peringkat 33 dunia.") == []


def test_an_earlier_win_has_nothing_of_today_s_ceremony() -> None:
    today, earlier = events(
        "Kota Malang menerima Adipura di Hotel Melati, Surabaya, Selasa (4/6/2024)."
        " Tahun lalu Kota Malang juga meraih Kalpataru."
    )
    assert (today.award.title, earlier.award.title) == ("Adipura", "Kalpataru")
    assert today.date
    assert today.place
    assert (earlier.date, earlier.place, earlier.status) == (None, None, "received")


# ---------------------------------------------------------------- one fact, one record


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Pati Raih Karsa Green Award", "Kabupaten Pati menerima Karsa Green Award 2023 di Jakarta."),
        (None, "Kabupaten Pati meraih Karsa Green Award. Karsa Green Award itu diterima Bupati Pati."),
        (None, "Pemkab Pati meraih Karsa Green Award. Pati meraih Karsa Green Award untuk kali kedua."),
        (None, "Kabupaten Pati meraih Karsa Green Award. Penghargaan tersebut diserahkan Menteri Pertanian."),
    ],
    ids=["headline", "receiver", "again", "anaphor"],
)
def test_one_fact_told_twice_is_one_record(title: str | None, text: str) -> None:
    assert pairs(text, title=title) == [(PATI, AWARD)]


def test_later_sentences_fill_what_the_first_leaves_open() -> None:
    event = the(
        "Kabupaten Pati meraih Karsa Green Award. Penghargaan tersebut diserahkan Menteri Pertanian"
        " Bram Saputra kepada Bupati Pati Wening Lestari di Hotel Melati, Surabaya, Selasa (4/6/2024)."
    )
    assert said(event.presenter) == ("Bram Saputra", "Menteri Pertanian")
    assert said(event.receiver) == ("Wening Lestari", "Bupati Pati")
    assert event.date
    assert event.place
    assert (event.date.value, event.place.venue) == ("2024-06-04", "Hotel Melati")


def test_two_awards_of_one_winner_are_two_records() -> None:
    assert pairs("Kota Malang meraih Adipura dan Kalpataru.") == [(MALANG, "Adipura"), (MALANG, "Kalpataru")]


def test_a_headline_alone_is_evidence() -> None:
    event = the("Acara itu ramai.", title="Kabupaten Pati Raih Karsa Green Award")
    assert (event.recipient.name, event.award.title) == (PATI, AWARD)
    assert event.award.in_title
    assert all(e.in_title for e in event.evidence)


# ---------------------------------------------------------------- provenance

ARTICLE = (
    "SURABAYA - Pemkab Kudus meraih Top 45 Inovasi Karsa 2024 dari Kementerian Pertanian berkat inovasi"
    " “Lampu Desa”.\n\nPenghargaan tersebut diserahkan Menteri Pertanian Bram Saputra kepada Bupati Kudus"
    " Wening Lestari di Hotel Melati, Surabaya, Selasa (4/6).\n\nJuara II diraih Kota Malang."
)
TITLE = "Pemkab Kudus Raih Top 45 Inovasi Karsa"


def spans(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [slot for slot in record.values() if isinstance(slot, dict) and "start" in slot]


def test_every_slot_says_its_rule_and_its_words() -> None:
    first, *_ = events(ARTICLE, "2024-06-05", TITLE)
    assert [name for name, _ in first.slots()] == list(SLOTS)
    for event in events(ARTICLE, "2024-06-05", TITLE):
        for _, slot in event.slots():
            source = TITLE if slot.in_title else ARTICLE
            assert slot.rule
            assert source[slot.start : slot.end] == slot.text
        for evidence in event.evidence:
            assert 0 <= evidence.start < evidence.end <= len(TITLE if evidence.in_title else ARTICLE)


def test_spans_in_the_title_are_marked_as_such() -> None:
    record = the("Acara itu ramai.", title="Kabupaten Pati Raih Karsa Green Award").to_dict()
    assert spans(record)
    assert all(slot["in"] == "title" for slot in spans(record))
    assert all("in" not in slot for slot in spans(the("Kota Malang meraih Adipura.").to_dict()))


def test_ids_are_stable_and_tell_records_apart() -> None:
    first, again = events(ARTICLE, "2024-06-05", TITLE), events(ARTICLE, "2024-06-05", TITLE)
    assert [e.id for e in first] == [e.id for e in again]
    assert len({e.id for e in first}) == len(first)
    assert the("Kota Malang meraih Adipura.").id == the("Kota Malang meraih Adipura.").id
    assert the("Kota Malang meraih Adipura.").id != the("Kota Malang meraih Kalpataru.").id


def test_records_come_in_the_order_of_the_text() -> None:
    assert [e.recipient.name for e in events(ARTICLE, "2024-06-05")] == ["Kabupaten Kudus", MALANG]


def test_what_is_told_often_is_more_certain() -> None:
    once = the("Kota Malang meraih Karsa Green Award.")
    often = the("Kota Malang meraih Karsa Green Award. Kota Malang menerima Karsa Green Award di Jakarta.")
    assert 0 < once.confidence < often.confidence < 1


WORDS = st.sampled_from(
    [
        "Pemkab Sleman", "Kota Malang", "Bupati Pati Wening Lestari", "meraih", "menerima", "diserahkan",
        "diraih", "menyerahkan", "Adipura", "Juara I", "penghargaan", "kategori Utama", "dari", "kepada",
        "oleh", "dan", ",", ".", ":", "\n1. ", "“Lampu Desa”", "Selasa (4/6)", "di Hotel Melati, Surabaya",
        "2024",
    ]
)  # fmt: skip


@given(st.lists(WORDS, max_size=25))
def test_whatever_the_words_every_span_points_to_its_text(words: list[str]) -> None:
    text = " ".join(words)
    for event in events(text, published="2024-06-05"):
        for _, slot in event.slots():
            assert text[slot.start : slot.end] == slot.text


# ---------------------------------------------------------------- which innovation earned it


def earned(text: str) -> list[tuple[str, str | None]]:
    return [(e.recipient.name, e.innovation.name if e.innovation else None) for e in events(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pemkab Kudus masuk Top 45 Inovasi Karsa melalui LAMPU DESA.", "LAMPU DESA"),
        ("Berkat aplikasi Sapa Warga, Pemkab Kudus diganjar Karsa Green Award.", "Sapa Warga"),
        ("Program Sekolah Sungai mengantarkan Pemkab Kudus meraih Karsa Green Award.", "Sekolah Sungai"),
        (
            "Pemkab Kudus meraih Top 45 Inovasi Karsa. Penghargaan itu diraih berkat inovasi Lampu Desa.",
            "Lampu Desa",
        ),
        (
            "Pemkab Kudus meraih Top 45 Inovasi Karsa. Inovasi yang memikat juri adalah LAMPU DESA.",
            "LAMPU DESA",
        ),
        (
            "Pemkab Kudus meraih Top 45 Inovasi Karsa. Warga senang. Inovasi LAMPU DESA lahir dari obrolan.",
            "LAMPU DESA",
        ),
        (
            "Pemkab Kudus meraih Innovative Government Award. Kudus punya 80 inovasi, misalnya LAMPU DESA.",
            None,
        ),
        ("Pemkab Kudus meraih Karsa Green Award. Aplikasi Sapa Warga diluncurkan hari itu.", None),
    ],
)
def test_the_innovation_is_the_one_that_is_said_to_have_earned_it(text: str, name: str | None) -> None:
    assert earned(text) == [("Kabupaten Kudus", name)]


def test_a_person_s_own_innovation_is_told_in_the_next_sentence() -> None:
    text = "Dina Lestari menyabet juara I Lomba Inovasi Karsa. Ia menciptakan BIOPAK, kemasan dari daun."
    assert earned(text) == [("Dina Lestari", "BIOPAK")]


def test_each_winner_of_a_sentence_has_its_own_innovation() -> None:
    each = "Kota Bogor dan Kota Depok masuk Top 45 Inovasi Karsa, masing-masing lewat inovasi {} dan {}."
    assert earned(each.format("Angkot Ramah", "Kelas Senja")) == [
        ("Kota Bogor", "Angkot Ramah"),
        ("Kota Depok", "Kelas Senja"),
    ]
    pairs = (
        "Pemenang Lomba Inovasi Karsa: Juara I Kota Malang dengan PERAHU JIWA, Juara II Desa Randu dengan {}."
    )
    assert earned(pairs.format("POMPA KAYUH")) == [
        ("Kota Malang", "PERAHU JIWA"),
        ("Desa Randu", "POMPA KAYUH"),
    ]


def test_an_award_for_innovations_is_won_by_each_of_them() -> None:
    text = "Pemkab Kudus masuk Top 99 Inovasi Karsa berkat dua inovasi, yakni LAMPU DESA dan Kopi Senja."
    assert earned(text) == [("Kabupaten Kudus", "LAMPU DESA"), ("Kabupaten Kudus", "Kopi Senja")]


def test_any_other_award_honours_several_at_once() -> None:
    event = the("Pemkab Kudus meraih Karsa Green Award berkat dua inovasi, LAMPU DESA dan Kopi Senja.")
    assert event.innovation
    assert (event.innovation.name, event.innovation.others) == (None, ("LAMPU DESA", "Kopi Senja"))


def test_an_innovation_that_won_earlier_earned_nothing_else() -> None:
    text = (
        "Polres Pati meraih Juara I Lomba Inovasi Karsa 2022. Inovasi yang diusung ialah RUMAH RUKUN. "
        "Pada 2020, aplikasi Siap Lapor milik Polres Pati masuk Top 45 Inovasi Pelayanan Publik."
    )
    assert set(earned(text)) == {("Polres Pati", "RUMAH RUKUN"), ("Polres Pati", "Siap Lapor")}
