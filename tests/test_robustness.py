"""Whatever the text: no exception, every span true, the same records again, in bounded time."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest
from anugerah import Article, extract_many
from anugerah.mentions import KINDS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.test_records import spans

PIECES = st.sampled_from(
    [
        "Pemkab Sukamaju", "Kota Surabaya", "meraih", "menerima", "diserahkan", "oleh", "kepada",
        "dari", "penghargaan", "Juara I", "Top 45", "predikat", "kategori", "Kementerian PANRB",
        "(KIPP)", "Tahun", "2023", "Selasa (21/11)", "31/02/2024", "Rp. 5.280", "Bupati", "kata",
        "Dr. H. Sarwo Utomo, M.Si.", "“Si", "Embun”", "Baca juga:", "1.", "2.", "\n", "\n\n", ".", ",",
        "(", ")", '"', "-", "–", "\u00a0", "\u2028", "😀",
    ]
)  # fmt: skip
TEXTS = (
    st.text(max_size=200)
    | st.lists(PIECES, max_size=60).map(" ".join)
    | st.lists(PIECES, max_size=60).map("".join)
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS, title=st.none() | TEXTS, published=st.none() | st.dates())
def test_any_text_gives_true_spans_and_no_error(text: str, title: str | None, published: date | None) -> None:
    article = Article(id="any", text=text, title=title, published=published)
    (x,) = extract_many([article])
    assert x.error is None
    assert x.page is not None
    for record in x.records:
        for span in spans(record):
            given = title or "" if span.get("in") == "title" else text
            assert given[span["start"] : span["end"]] == span.get("text", given[span["start"] : span["end"]])
    for group, kind in KINDS.items():
        for mention in x.page.layers[group]:
            assert 0 <= mention.start <= mention.end <= len(x.page.text)
            assert kind.from_data(mention.to_data()) == mention
    assert x.entities.keys() == {"agencies", "officials", "innovations", "acronyms", "dates"}


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "A",
        " ",
        "\n",
        "1",
        ".",
        "(",
        '"',
        "Kota ",
        "Juara I ",
        "penghargaan ",
        "Selasa (21/11) ",
        "Dr. H. ",
    ],
)
def test_a_long_line_takes_no_more_than_its_length(unit: str) -> None:
    def seconds(size: int) -> float:
        start = perf_counter()
        (x,) = extract_many([Article(id="long", text=unit * (size // len(unit)))])
        assert x.error is None
        return perf_counter() - start

    seconds(1_000)
    assert seconds(200_000) < 100 * max(seconds(20_000), 0.005)
