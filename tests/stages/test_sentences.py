"""Sentences: each `|` in an example is where one ends."""

from __future__ import annotations

import time

import pytest
import spacy
from anugerah.mentions import Sentence
from anugerah.page import Page
from anugerah.stages.noise import NoiseStage
from anugerah.stages.sentences import SentenceStage
from hypothesis import given, settings
from hypothesis import strategies as st


def split(text: str, title: str | None = None) -> list[str]:
    page = Page.of(text, title=title)
    SentenceStage().run(page)
    return [page.text[s.start : s.end] for s in page.found(Sentence)]


@pytest.mark.parametrize(
    "example",
    [
        "Piala diserahkan.| Piala itu emas.",
        "Bupati Dr. H. Budi Santoso, M.Si. menerima piala.| Ia pulang.",
        "Bupati Budi Santoso, S.H., M.Hum.| Ia pulang.",
        "Prof. Dr. Ir. Rina Kartika, M.Sc., Ph.D menerima piala.| Ia pulang.",
        "Nilainya Rp. 5.280 dari Prov. Jatim.| Ia pulang.",
        "Kab. Sukamaju, Kec. Sukarasa, Jl. Melati No. 5, mendapat piala.",
        "Surat itu diteken a.n. Bupati Budi.| Ia pulang.",
        "Kata W. Lestari dan M. Budi, piala itu emas.",
        "Kombes Pol. Budi dan Komjen. (Purn) Hari hadir di PT. Sukamaju.| Mereka pulang.",
        "Acara pukul 19.30 WIB dihadiri 1.250 warga dan 97.6 persen pegawai.| Mereka pulang.",
        "Laman www.sukamaju.go.id dan Kabarkota.com memuatnya.| Ia pulang.",
        "Mereka giat kerja.|Para warga senang.",
        "Lomba itu digelar sejak 2019.|Tahun ini kota itu menang.",
        "Kata KabarKota.Com piala itu emas.",
        "“Ini untuk pelayanan.” katanya.| “Kami senang.”| Ia pulang.",
        "“Ini untuk siapa?” tanyanya.| Ia pulang.",
        'Ia pulang."Kami senang," katanya.'.replace('."', '.|"'),
        "Mereka menang… lalu pulang.| Piala itu emas!| Ya.",
        "Piala itu emas... Ia pulang.".replace("... ", "...| "),
        "Empat piala diraih: 1. Kota Sukamaju 2. Kota Sukarasa 3. Kota Sukadana.",
        "Berikut pemenangnya:|\n1. Kota Sukamaju|\n2. Kota Sukarasa|\n- Kota Sukadana",
        "Piala untuk Kota|\n\nWali kota menerima piala.|\nIa pulang.",
        "Piala diserahkan di balai kota. Selasa (21/11/2017).| Ia pulang.",
        "Piala diserahkan di balai kota.| Selasa (21/11), wali kota pulang.",
        "Ia tinggal di tengah jalan.| Adapun piala itu emas.",
        "Ada satu hal.| Selain itu, lihat Hal. 5 buku itu.",
        "Tim menilai perkara nasional.|WBK nanti ditetapkan.",
        "Wakil menteri (\nKabarkota\n), Rina Kartika, mengunjungi \nRSUD Sukamaju\n kemarin.",
    ],
)  # fmt: skip
def test_sentences_end_where_they_end(example: str) -> None:
    wanted = [s.strip() for s in example.split("|")]
    assert split(example.replace("|", "")) == wanted


def test_hard_wrapped_lines_go_on() -> None:
    text = (
        "Pemerintah Kota Sukamaju menerima piala kebersihan\ndari kementerian pada upacara yang digelar di\n"
        "Balai Kota Sukamaju, Selasa malam, dan dihadiri Dr.\nBudi Santoso serta para petugas dari\n"
        "seluruh kecamatan.\nWali kota berterima kasih kepada semua warga yang\nikut bekerja dengan\n"
        "penuh semangat sepanjang\ntahun."
    )
    assert len(split(text)) == 2


def test_the_title_is_a_sentence_of_its_own() -> None:
    assert split("Wali kota pulang.", title="Piala untuk Kota") == ["Piala untuk Kota", "Wali kota pulang."]


def test_what_stands_around_furniture_is_apart() -> None:
    page = Page.of("Kota itu menang lagi Baca Juga Musim ini kota itu menang.")
    NoiseStage().run(page)
    SentenceStage().run(page)
    assert [page.view[s.start : s.end] for s in page.found(Sentence)] == [
        "Kota itu menang lagi",
        "Musim ini kota itu menang.",
    ]


def test_docs_get_sents() -> None:
    nlp = spacy.blank("id")
    nlp.add_pipe("anugerah_sentences")
    doc = nlp("Bupati Dr. Budi menang.\n\nIa pulang. Piala itu emas.")
    assert [s.text.strip() for s in doc.sents] == ["Bupati Dr. Budi menang.", "Ia pulang.", "Piala itu emas."]
    assert sum(len(s) for s in doc.sents) == len(doc)
    assert [s.text.strip() for s in doc.spans["sentences"]] == [s.text.strip() for s in doc.sents]


PIECES = ["a. ", "\n", ".", '."A', "1. ", "Dr. ", "A.", " ", "Kota ", '"', "kerja.Para", "\n\n", "!)"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40), st.text(max_size=9))
def test_sentences_cover_all_words_once_and_in_order(pieces: list[str], title: str) -> None:
    page = Page.of("".join(pieces), title=title)
    SentenceStage().run(page)
    last = 0
    for s in page.found(Sentence):
        assert s.start >= last
        assert page.view[last : s.start].strip() == ""
        assert page.view[s.start : s.end] == page.view[s.start : s.end].strip()
        last = s.end
    assert page.view[last:].strip() == ""


@pytest.mark.parametrize("piece", PIECES)
def test_a_megabyte_of_one_piece_is_split_in_seconds(piece: str) -> None:
    started = time.monotonic()
    split(piece * (1_000_000 // len(piece)))
    assert time.monotonic() - started < 8
