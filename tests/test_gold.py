"""Gold scoring: the figures of the reference scorer, and floors that hold."""

from __future__ import annotations

import json
from collections.abc import Sequence
from copy import deepcopy
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from anugerah.gold import floors
from anugerah.gold.agreement import overlap, same_award, same_named, same_person, same_rank
from anugerah.gold.assignment import assign
from anugerah.gold.floors import Floors
from anugerah.gold.scoring import score
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from tests.golden import CORPUS, ROOT, read_gold

DATA = ROOT / "tests" / "data" / "scoring"
EXPECTED = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))
"""What the scorer that the gold was made for says of `events.jsonl` and `entities.jsonl`: records made from
half of the gold by leaving out, doubling, swapping and rewriting."""


@pytest.fixture(scope="module")
def entities() -> dict[str, Any]:
    return {x["id"]: x["entities"] for x in read_gold(DATA / "entities.jsonl")}


def without_errors(result: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in result.items() if k != "errors"}


def test_figures_are_those_of_the_reference_scorer(
    gold: list[dict[str, Any]], entities: dict[str, Any]
) -> None:
    result = score(gold, read_gold(DATA / "events.jsonl"), entities)
    assert without_errors(result) == EXPECTED["plain"]


def test_optional_events_count_neither_way(gold: list[dict[str, Any]], entities: dict[str, Any]) -> None:
    changed = deepcopy(gold)
    for article in changed:
        for event in article["events"][1::3]:
            event["optional"] = True
    result = score(changed, read_gold(DATA / "events.jsonl"), entities)
    assert without_errors(result) == EXPECTED["every_third_optional"]


def test_gold_agrees_with_itself(gold: list[dict[str, Any]]) -> None:
    records = [{**event, "doc": {"id": a["id"]}} for a in gold for event in a["events"]]
    result = score(gold, records, {a["id"]: a["entities"] for a in gold})
    assert result["errors"] == []
    figures = [*result["slots"].values(), *result["entities"].values(), result["strict"]]
    assert {figure["f1"] for figure in figures} == {1.0}


def test_nothing_found_is_right_only_where_there_is_nothing(gold: list[dict[str, Any]]) -> None:
    result = score(gold, [])
    silent = sum(not a["events"] for a in gold)
    assert result["quiet_on_negatives"] == f"{silent}/{silent}"
    assert result["detection"]["f1"] == 0.0
    assert result["detection_by_article"]["f1"] == round(silent / len(gold), 4)


def test_differences_are_told_in_words(gold: list[dict[str, Any]]) -> None:
    (article,) = [a for a in gold if a["id"] == "dv-c-001"]
    (event,) = article["events"]
    doc = {"doc": {"id": "dv-c-001"}}
    other = {**event, **doc, "date": None}
    assert score([article], [])["errors"] == [
        "dv-c-001: missed: gold Provinsi Jawa Tengah | Top 99 Inovasi Pelayanan Publik | 2019-07-18"
    ]
    (wrong,) = score([article], [other])["errors"]
    assert wrong.startswith("dv-c-001: wrong date: gold Provinsi Jawa Tengah")
    (spurious,) = score([article], [{**event, **doc}, other])["errors"]
    assert spurious.startswith("dv-c-001: spurious: Provinsi Jawa Tengah")


@pytest.mark.parametrize(
    ("gold", "read", "agree"),
    [
        ({"name": "Kota Surabaya"}, {"name": "KOTA SURABAYA"}, True),
        ({"name": "Kota Surabaya", "id": "35.78"}, {"name": "Surabaya", "id": "35.78"}, True),
        ({"name": "Kota Bandung", "id": "32.73"}, {"name": "Kota Bandung", "id": "32.04"}, False),
        ({"name": "SMP Negeri 3 Sukamaju"}, {"name": "SMP Negeri 5 Sukamaju"}, False),
        ({"name": "Dinas Kesehatan Kabupaten Pati"}, {"name": "Dinas Kesehatan Pati"}, True),
        ({"name": "Dinas Kesehatan Kabupaten Pati"}, {"name": "Dinas Pendidikan Kabupaten Pati"}, False),
        ({"name": "Universitas Sukamaju"}, {"name": None}, False),
    ],
)
def test_names_agree(gold: dict[str, Any], read: dict[str, Any], agree: bool) -> None:
    assert same_named(gold, read) is agree


@pytest.mark.parametrize(
    ("gold", "read", "agree"),
    [
        ("Opini Wajar Tanpa Pengecualian", "WTP", True),
        ("Juara I Lomba Desa", "Juara 1 Lomba Desa", True),
        ("Juara I Lomba Desa", "Juara II Lomba Desa", False),
        ("Top 45 Inovasi Pelayanan Publik", "Top 99 Inovasi Pelayanan Publik", False),
        ("Adipura Kencana", "Kalpataru", False),
        ("Adipura", None, False),
    ],
)
def test_awards_agree(gold: str, read: str | None, agree: bool) -> None:
    assert same_award({"title": gold}, {"title": read}) is agree


@pytest.mark.parametrize(
    ("gold", "read", "agree"),
    [
        ({"name": "Sarwo Utomo"}, {"name": "Sarwo"}, True),
        ({"name": "Sarwo Utomo"}, {"name": "Utari"}, False),
        ({"name": None, "title": "Bupati Pati"}, {"name": None, "title": "Bupati Pati"}, True),
        ({"name": None, "title": "Bupati Pati"}, {"name": "Sarwo", "title": "Bupati Pati"}, False),
    ],
)
def test_persons_agree(gold: dict[str, Any], read: dict[str, Any], agree: bool) -> None:
    assert same_person(gold, read) is agree


@pytest.mark.parametrize(("gold", "read", "agree"), [("Juara I", "I", True), ("Juara I", "Juara III", False)])
def test_ranks_agree(gold: str, read: str, agree: bool) -> None:
    assert same_rank(gold, read) is agree


@given(a=st.text(max_size=30), b=st.text(max_size=30))
def test_overlap_is_a_share_and_has_no_side(a: str, b: str) -> None:
    assert 0.0 <= overlap(a, b) <= 1.0
    assert overlap(a, b) == overlap(b, a)


@st.composite
def matrices(draw: st.DrawFn) -> list[list[float]]:
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    cell = st.integers(0, 100).map(float)
    return draw(st.lists(st.lists(cell, min_size=columns, max_size=columns), min_size=rows, max_size=rows))


@given(weight=matrices())
def test_no_assignment_weighs_more(weight: list[list[float]]) -> None:
    def total(pairs: Sequence[tuple[int, int]]) -> float:
        return sum(weight[i][j] for i, j in pairs)

    rows, columns = len(weight), len(weight[0])
    pairs = assign(weight)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs) == min(rows, columns)
    if rows <= columns:
        others = [list(enumerate(p)) for p in permutations(range(columns), rows)]
    else:
        others = [[(i, j) for j, i in enumerate(p)] for p in permutations(range(rows), columns)]
    assert total(pairs) == max(map(total, others))


class TestFloors:
    """The gate itself, over six articles."""

    @pytest.fixture
    def gold(self, tmp_path: Path) -> Path:
        lines = (CORPUS / "written.jsonl").read_bytes().split(b"\n")
        (tmp_path / "gold.jsonl").write_bytes(b"\n".join(lines[:6]))
        return tmp_path / "gold.jsonl"

    @pytest.fixture
    def pinned(self, tmp_path: Path, gold: Path) -> Path:
        floors.measure(gold).write(tmp_path / "gold.floors.json")
        return tmp_path / "gold.floors.json"

    @staticmethod
    def run(gold: Path, *args: str) -> tuple[int, str]:
        result = CliRunner().invoke(floors.app, [str(gold), *args])
        return result.exit_code, result.output

    @staticmethod
    def raise_floor(pinned: Path, by: float) -> None:
        now = Floors.read(pinned)
        now.figures["entities.dates"] += by
        now.write(pinned)

    def test_what_was_pinned_passes(self, gold: Path, pinned: Path) -> None:
        assert self.run(gold)[0] == 0

    def test_a_figure_below_its_floor_fails(self, gold: Path, pinned: Path) -> None:
        self.raise_floor(pinned, 0.01)
        code, output = self.run(gold)
        assert code == 1
        assert "entities.dates" in output
        assert "is below its floor" in output

    def test_rounding_is_no_breach(self, gold: Path, pinned: Path) -> None:
        self.raise_floor(pinned, 0.0004)
        assert self.run(gold)[0] == 0

    def test_update_lowers_no_floor(self, gold: Path, pinned: Path) -> None:
        self.raise_floor(pinned, 0.01)
        before = pinned.read_bytes()
        assert self.run(gold, "--update")[0] == 1
        assert pinned.read_bytes() == before

    def test_update_lowers_a_floor_where_it_is_allowed(self, gold: Path, pinned: Path) -> None:
        before = pinned.read_bytes()
        self.raise_floor(pinned, 0.01)
        assert self.run(gold, "--update", "--allow-regression")[0] == 0
        assert pinned.read_bytes() == before

    def test_gold_that_was_not_pinned_fails(self, gold: Path, pinned: Path) -> None:
        gold.write_bytes(gold.read_bytes() + b"\n")
        code, output = self.run(gold)
        assert code == 2
        assert "--update" in output
        assert self.run(gold, "--update")[0] == 0
        assert self.run(gold)[0] == 0
