"""The spaCy pipeline: the stages as components that load, pickle, travel, and agree with `extract`."""

from __future__ import annotations

import pickle
from importlib.metadata import entry_points
from pathlib import Path

import anugerah
import pytest
import spacy
from anugerah import Article
from anugerah.language import STAGES, read_page, store
from anugerah.mentions import KINDS
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin

TEXT = (
    "Pemerintah Kota Surabaya meraih penghargaan Adipura Kencana dari Kementerian Lingkungan Hidup. "
    "Piala diterima Wali Kota Surabaya Sarwo Utomo di Jakarta, Selasa (21/11/2023)."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return anugerah.load()


def test_every_stage_is_a_component_in_order(nlp: Language) -> None:
    assert nlp.pipe_names == [f"anugerah_{stage}" for stage in STAGES]


def test_stages_can_be_left_out() -> None:
    assert anugerah.load(exclude=["events", "awards"]).pipe_names[-1] == "anugerah_innovations"


def test_every_stage_is_a_spacy_entry_point() -> None:
    factories = {e.name: e for e in entry_points(group="spacy_factories") if e.name.startswith("anugerah_")}
    assert set(factories) == {f"anugerah_{stage}" for stage in STAGES}
    assert all(callable(e.load()) for e in factories.values())


def test_a_single_stage_fits_into_any_pipeline() -> None:
    nlp = spacy.blank("id")
    nlp.add_pipe("anugerah_dates")
    doc = nlp("Upacara berlangsung Selasa (21/11/2023).")
    assert [span.text for span in doc.spans["dates"]] == ["Selasa (21/11/2023)"]


def test_each_stage_writes_its_span_group(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert set(doc.spans) == set(STAGES)
    assert [span.text for span in doc.spans["dates"]] == ["Selasa (21/11/2023)"]
    assert [span.text for span in doc.spans["sentences"]] == [TEXT[:94], TEXT[95:]]


def test_a_span_leads_to_what_it_denotes(nlp: Language) -> None:
    doc = nlp(TEXT)
    (span,) = doc.spans["dates"]
    assert store(doc)["mentions"]["dates"][span.id]["value"] == "2023-11-21"


def test_pipe_finds_what_extract_finds(nlp: Language, articles: list[Article]) -> None:
    docs = nlp.pipe(anugerah.make_doc(nlp, article) for article in articles)
    for doc, extraction in zip(docs, anugerah.extract_many(articles), strict=True):
        assert extraction.page is not None
        assert read_page(doc).layers == extraction.page.layers


def test_processes_find_the_same(nlp: Language) -> None:
    (alone,) = nlp.pipe([TEXT])
    (shared,) = nlp.pipe([TEXT], n_process=2)
    assert shared.to_bytes() == alone.to_bytes()


@pytest.mark.parametrize("stage", STAGES)
def test_components_pickle(nlp: Language, stage: str) -> None:
    component = pickle.loads(pickle.dumps(nlp.get_pipe(f"anugerah_{stage}")))
    assert component.group == stage


def test_the_pipeline_pickles(nlp: Language) -> None:
    assert pickle.loads(pickle.dumps(nlp))(TEXT).to_bytes() == nlp(TEXT).to_bytes()


def test_the_pipeline_survives_the_disk(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again.pipe_names == nlp.pipe_names
    assert again(TEXT).user_data == nlp(TEXT).user_data


def test_a_doc_survives_bytes_with_all_that_was_found(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert read_page(again).layers == read_page(doc).layers
    for group in doc.spans:
        assert [(s.text, s.label_, s.id) for s in again.spans[group]] == [
            (s.text, s.label_, s.id) for s in doc.spans[group]
        ]


def test_a_doc_bin_keeps_all_that_was_found(nlp: Language) -> None:
    data = DocBin(docs=[nlp(TEXT)], store_user_data=True).to_bytes()
    (again,) = DocBin(store_user_data=True).from_bytes(data).get_docs(nlp.vocab)
    assert read_page(again).layers == read_page(nlp(TEXT)).layers


def test_mentions_are_plain_data_and_back(nlp: Language) -> None:
    page = read_page(nlp(TEXT))
    for group, kind in KINDS.items():
        assert [kind.from_data(m.to_data()) for m in page.found(kind)] == page.layers[group]


def test_a_title_is_on_the_page_and_not_in_the_doc(nlp: Language) -> None:
    article = Article(id="a", text=TEXT, title="Surabaya Raih Adipura, Selasa (21/11/2023)")
    doc = nlp(anugerah.make_doc(nlp, article))
    assert doc.text == TEXT
    page = read_page(doc)
    assert page.text.startswith("Surabaya Raih Adipura")
    assert [page.place(m.start, m.end) for m in page.layers["dates"]] == [
        ("Selasa (21/11/2023)", 23, 42, True),
        ("Selasa (21/11/2023)", 153, 172, False),
    ]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Kamis(30/11/2023)", ["Kamis", "(", "30", "/", "11", "/", "2023", ")"]),
        ("Publik”,kata", ["Publik", "”", ",", "kata"]),
        ("a  b\n\nc", ["a", " ", "b", "\n\n", "c"]),
        ("", []),
    ],
)
def test_tokens_end_at_blanks_and_punctuation(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [t.text for t in nlp.make_doc(text)] == tokens


@given(text=st.text(max_size=80))
def test_tokens_keep_the_text(text: str) -> None:
    assert _NLP.make_doc(text).text == text


_NLP = anugerah.load(exclude=STAGES)
