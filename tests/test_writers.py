"""Writers: one record, four formats."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from anugerah.errors import OutputError
from anugerah.record import (
    AwardEvent,
    AwardSlot,
    DateSlot,
    Evidence,
    Giver,
    InnovationSlot,
    PersonSlot,
    Place,
    Recipient,
    Source,
    with_ids,
)
from anugerah.writers import open_writer
from anugerah.writers.table import COLUMNS


def span(text: str, start: int) -> dict[str, Any]:
    return {"text": text, "start": start, "end": start + len(text), "rule": "events.test"}


@pytest.fixture(scope="module")
def record() -> dict[str, Any]:
    (event,) = with_ids(
        [
            AwardEvent(
                doc=Source(id="kabar-1", title="Sukamaju Juara", published="2023-11-22", text_sha256="00"),
                status="received",
                recipient=Recipient(name="Kabupaten Sukamaju", kind="regency", **span("Pemkab Sukamaju", 0)),
                award=AwardSlot(title='Juara "I"', event="Lomba, Desa", **span("Juara I", 23)),
                innovation=InnovationSlot(name="Si Gesit", others=("Si Cepat", "Si Tepat"), **span("x", 40)),
                giver=Giver(name="Kementerian Desa", inferred=True, **span("Desa", 50)),
                presenter=PersonSlot(name=None, title="Gubernur Jawa Timur", **span("Gubernur Jatim", 60)),
                date=DateSlot(value="2023-11-21", precision="day", in_title=True, **span("Selasa", 0)),
                place=Place(venue=None, city="Madiun", **span("Madiun", 80)),
                confidence=0.9,
                evidence=(Evidence(start=0, end=90), Evidence(start=0, end=5, in_title=True)),
            )
        ]
    )
    return event.to_dict()


def write(path: Path, *records: dict[str, Any], to: Any = None) -> str:
    with open_writer(path, to) as writer:
        for record in records:
            writer.write(record)
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["events.jsonl", "events.ndjson", "events"])
def test_json_lines_is_the_format_of_every_unknown_suffix(
    tmp_path: Path, record: dict[str, Any], name: str
) -> None:
    lines = write(tmp_path / name, record, record).split("\n")
    assert [json.loads(x) for x in lines[:2]] == [record, record]
    assert lines[2:] == [""]


def test_json_is_one_array(tmp_path: Path, record: dict[str, Any]) -> None:
    assert json.loads(write(tmp_path / "events.json", record, record)) == [record, record]
    assert json.loads(write(tmp_path / "none.json")) == []


def test_csv_is_a_flat_table(tmp_path: Path, record: dict[str, Any]) -> None:
    write(tmp_path / "events.csv", record)
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert tuple(row) == COLUMNS
    assert {k: v for k, v in row.items() if k in {"id", "award_title", "award_event", "receiver_name"}} == {
        "id": record["id"],
        "award_title": 'Juara "I"',
        "award_event": "Lomba, Desa",
        "receiver_name": "",
    }
    assert row["innovation_others"] == "Si Cepat|Si Tepat"
    assert (row["giver_inferred"], row["date_in_title"], row["award_in_title"]) == ("True", "True", "False")
    assert row["evidence"] == "0-90|title:0-5"


def test_every_value_of_a_record_has_a_column(tmp_path: Path, record: dict[str, Any]) -> None:
    values = {
        f"{part}_{name}".replace("_in", "_in_title") if name == "in" else f"{part}_{name}"
        for part, slot in record.items()
        if isinstance(slot, dict)
        for name in slot
    }
    assert values <= set(COLUMNS)


def test_text_is_for_people(tmp_path: Path, record: dict[str, Any]) -> None:
    assert write(tmp_path / "events.txt", record).split("\n") == [
        "Kabupaten Sukamaju · regency · received",
        '    award           Juara "I"',
        "    event           Lomba, Desa",
        "    for             Si Gesit",
        "    given by        Kementerian Desa",
        "    handed over by  Gubernur Jawa Timur",
        "    when            2023-11-21, Selasa",
        "    where           Madiun",
        "    read in         kabar-1, characters 23 to 30: Juara I",
        "",
    ]


def test_a_named_format_counts_more_than_the_suffix(tmp_path: Path, record: dict[str, Any]) -> None:
    assert write(tmp_path / "events.jsonl", record, to="csv").startswith("id,status,doc_id,")


def test_a_file_appears_when_it_is_complete(tmp_path: Path, record: dict[str, Any]) -> None:
    path = tmp_path / "new" / "events.jsonl"
    with open_writer(path) as writer:
        writer.write(record)
        assert not path.exists()
    assert path.exists()


def test_what_fails_half_way_leaves_the_old_file(tmp_path: Path, record: dict[str, Any]) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text("old")

    def fail() -> None:
        with open_writer(path) as writer:
            writer.write(record)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_a_coded_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=r"A401 .*cannot be written"), open_writer(tmp_path / "file" / "x"):
        pass


def test_a_device_is_written_in_place(record: dict[str, Any]) -> None:
    with open_writer(Path("/dev/null")) as writer:
        writer.write(record)
    assert not Path("/dev/null").is_file()
