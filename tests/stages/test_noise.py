"""Noise: what is marked, what is blanked, and what must stand."""

from __future__ import annotations

import time

import pytest
import spacy
from anugerah.mentions import Noise
from anugerah.page import Page
from anugerah.rulebook import parse_markup
from anugerah.stages.noise import NoiseStage
from hypothesis import given, settings
from hypothesis import strategies as st

BODY = (
    "Pemerintah Kota Sukamaju menerima piala kebersihan dari kementerian pada upacara di balai kota, dan "
    "wali kota membawanya pulang bersama para petugas kebersihan."
)


def read(text: str, title: str | None = None) -> Page:
    page = Page.of(text, title=title)
    NoiseStage().run(page)
    return page


def marked(text: str, title: str | None = None) -> list[tuple[str, str]]:
    page = read(text, title)
    return [(n.kind, page.text[n.start : n.end]) for n in page.found(Noise)]


@pytest.mark.parametrize(
    ("kind", "example"),
    [
        ("dateline", "<x>JAKARTA, KABARKOTA.COM -</x> Pemprov meraih piala."),
        ("dateline", "<x>Bandarlampung (ANTARA) -</x> Pemkot meraih piala."),
        ("dateline", "<x>Medan, 18 April 2026 —</x> Pemkot meraih piala."),
        ("dateline", "<x>PALEMBANG-</x>Siapa sangka guru itu meraih piala."),
        ("stamp", "<x>Selasa, 30 April 2024 09:12 WIB | Dibaca : 1018</x>\n\nPemkot meraih piala."),
        ("byline", "<x>By Admin</x>\n\nPemkot meraih piala."),
        ("byline", "<x>Laporan Wartawan Kabarkota.com, Rina Kartika</x>\nPemkot meraih piala."),
        ("page", "<x>Beranda / Berita / Nasional / Piala untuk Kota</x>\nPemkot meraih piala."),
        ("link", "Pemkot meraih piala.\n<x>Baca juga: Lima Desa Raih Piala Kalpataru</x>\nPiala itu emas."),
        ("link", "Pemkot meraih piala.\n<x>Baca juga:\nLima Desa Raih Piala Kalpataru</x>\nPiala itu emas."),
        ("link", "Piala itu emas.<x>BACA JUGA:Lima Desa Raih Piala Kalpataru</x>\nPiala itu emas."),
        ("link", 'Ia pulang.\n<x>Simak juga Video "Penyerahan Piala" di sini:</x>\n\nPiala itu emas.'),
        ("link", BODY + "\n\n<x>Related posts\n\nLima Desa Raih Piala\n\nDewan Puji Bupati</x>"),
        ("ad", "Pemkot meraih piala.\n<x>ADVERTISEMENT</x>\n\nPiala itu emas."),
        ("ad", "Pemkot meraih piala.\n<x>SCROLL TO CONTINUE WITH CONTENT</x>\nPiala itu emas."),
        ("ad", "Pemkot meraih piala. <x>Advertisement</x> Piala itu emas."),
        ("ad", "Pemkot meraih piala.\n<x>[Gambas:Video 20detik]</x>\n"),
        ("share", "Pemkot meraih piala.\n<x>Share on Facebook  Tweet  WhatsApp</x>"),
        ("comments", "Pemkot meraih piala.\n<x>Tinggalkan Balasan</x>"),
        ("credit", BODY + " <x>(bow/ris)</x>"),
        ("credit", BODY + "\n\n<x>(Rina Kartika)</x>"),
        ("tags", BODY + "\n<x>Tags: piala, sukamaju</x>"),
        ("tags", BODY + "\n<x>Tags:\n \nPIALA KEBERSIHAN\nsukamaju</x>"),
        ("copyright", BODY + "\n<x>COPYRIGHT © ANTARA 2019</x>"),
        ("caption", "Wali kota memegang piala. <x>[Foto: dok. Kementerian]</x>"),
        ("page", BODY + "\nPiala itu emas.\n<x>" + BODY + "</x>"),
    ],
)
def test_furniture_is_marked(kind: str, example: str) -> None:
    text, [(_, start, end)] = parse_markup(example)
    page = read(text)
    assert (kind, text[start:end]) in [(n.kind, text[n.start : n.end]) for n in page.found(Noise)]
    assert (page.view[start:end].strip() == "") is (kind != "caption")


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Jakarta-Bandung kini tersambung kereta cepat.",
        "Sejak 2019, kota itu tiga kali menerima piala - dan tak pernah puas.",
        "Piala diterima Dinas Energi dan Sumber Daya Mineral (ESDM)",
        "Acara digelar Rabu, 29 April 2015 pukul 19.44 WIB",
        "Foto itu meraih piala. Iklan layanan itu juga.",
        "Kami baca juga surat dari bupati. Ia membaca juga pidatonya.",
        "Selanjutnya, piala diserahkan. Halaman 2 dari buku itu robek.",
        "1. Kota Sukamaju\n2. Kota Sukarasa\n3. Kota Sukadana\n1. Kota Sukamaju",
        "Sumber: kepolisian menyebut piala hilang. Piala itu emas.",
        "Nilai 3 < 5 dan 7 > 2, tulis AT&T dalam R&D; 5 * 3 ** 2.",
    ],
)
def test_article_text_stands(text: str) -> None:
    page = read(text)
    assert page.found(Noise) == []
    assert page.view == text


def test_a_headline_that_runs_into_the_text_ends_where_text_surely_begins() -> None:
    text = "Piala itu emas. Baca juga: Lima Desa di Jawa Raih Piala Diberitakan, kota itu menang."
    page = read(text)
    assert page.view.split() == ["Piala", "itu", "emas.", "Diberitakan,", "kota", "itu", "menang."]


def test_a_marker_that_lost_its_link_takes_nothing_with_it() -> None:
    text = "Piala itu emas. Baca Juga Musim ini kota itu menang lagi."
    assert marked(text) == [("link", "Baca Juga")]


def test_two_links_in_a_row_end_at_each_other() -> None:
    text = "Ia pulang. Baca juga: Wali kota tinjau pasar lama Baca juga: Desa itu raih piala perak"
    assert [t for _, t in marked(text)] == [
        "Baca juga: Wali kota tinjau pasar lama",
        "Baca juga: Desa itu raih piala perak",
    ]


def test_the_title_is_never_noise_and_its_repetition_is() -> None:
    page = read("Baca juga: Piala untuk Kota\n\n" + BODY, title="Baca juga: Piala untuk Kota")
    assert all(n.start >= page.base for n in page.found(Noise))
    assert page.view.startswith("Baca juga: Piala untuk Kota")


def test_codes_of_writers_are_read_only_after_the_last_paragraph() -> None:
    text = f"Begitu sabda itu. (Sukma)\n{BODY}\n{BODY.replace('Sukamaju', 'Sukarasa')} (Sukma)"
    assert [n.start for n in read(text).found(Noise)] == [text.rindex("(Sukma)")]


def test_html_becomes_blanks_and_lines_and_entities_their_characters() -> None:
    html = '<p style="color: red">&ldquo;Kami&nbsp;menang,&rdquo; kata <b>Budi</b>.</p><p>Ia pulang.</p>'
    page = read(html)
    assert len(page.view) == len(html)
    assert [" ".join(line.split()) for line in page.view.split("\n") if line.strip()] == [
        '"Kami menang, " kata Budi .'.replace(', "', ',"'),
        "Ia pulang.",
    ]
    assert {n.kind for n in page.found(Noise)} == {"markup"}


def test_markdown_leaves_words_and_captions() -> None:
    text = (
        "![Wali kota memegang piala.](https://kabar.id/a.jpg)\n\n**SLEMAN, KABAR.com** - Kata "
        '\\"menang\\" ada di [laman itu](https://kabar.id/b).\n\n## Piala Emas\n'
    )
    page = read(text)
    assert " ".join(page.view.split()) == (
        'Wali kota memegang piala. Kata "menang" ada di laman itu . Piala Emas'
    )
    assert ("caption", "Wali kota memegang piala.") in marked(text)


def test_unclosed_markup_hides_nothing_else() -> None:
    assert read("<script>var a = 1;</script>Piala itu emas.").view.split() == ["Piala", "itu", "emas."]
    assert read("<!-- iklan -->Piala itu emas.").view.split() == ["Piala", "itu", "emas."]
    assert read("Piala <script>itu emas.").view.split() == ["Piala", "itu", "emas."]


def test_docs_have_a_clean_text_of_the_same_length() -> None:
    nlp = spacy.blank("id")
    mark = nlp.add_pipe("anugerah_noise")
    doc = nlp.make_doc("Piala itu emas.\nADVERTISEMENT\nIa pulang.")
    assert doc._.clean == doc.text
    doc = mark(doc)
    assert len(doc._.clean) == len(doc.text)
    assert doc._.clean.split() == ["Piala", "itu", "emas.", "Ia", "pulang."]
    assert [(s.text, s.label_) for s in doc.spans["noise"]] == [("ADVERTISEMENT", "ad")]


WORDS = ["Baca juga: ", "Tags:\n", "Foto: ", "(a/b)", "<p>", "&amp;", "**", "](", "![", "- ", "2019 ", "\n",
         "Jakarta ", '"', "A. ", "halaman ", "<script>", "advertisement", "İ", "ADVERTISEMENT"]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=8)), max_size=30), st.text(max_size=12))
def test_any_text_keeps_its_length_and_its_words_stay_put(pieces: list[str], title: str) -> None:
    text = "".join(pieces)
    page = read(text, title)
    assert len(page.view) == len(page.text)
    for noise in page.found(Noise):
        assert 0 <= noise.start < noise.end <= len(page.text)


@pytest.mark.parametrize("word", WORDS)
def test_a_megabyte_of_one_word_is_read_in_seconds(word: str) -> None:
    started = time.monotonic()
    read(word * (1_000_000 // len(word)))
    assert time.monotonic() - started < 8
