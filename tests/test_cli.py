"""The command line, as a user meets it."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from anugerah import __version__
from anugerah.cli import main

from tests.golden import CORPUS, ROOT

GOLD = CORPUS / "written.jsonl"
EXAMPLE = CORPUS / "example.jsonl"


class Result:
    """What a command did."""

    def __init__(self, code: object, out: bytes, err: bytes) -> None:
        self.code = code
        self.out = out.decode()
        self.err = err.decode()

    @property
    def last(self) -> str:
        return self.err.rstrip("\n").split("\n")[-1]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Any:
    """Runs a command in this process."""

    def command(*args: object) -> Result:
        with pytest.raises(SystemExit) as exit:
            main([str(a) for a in args])
        captured = capfdbinary.readouterr()
        return Result(exit.value.code, captured.out, captured.err)

    return command


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(x) for x in path.read_text(encoding="utf-8").split("\n") if x]


def test_extract_writes_records_and_entity_sets(run: Any, tmp_path: Path, gold: list[dict[str, Any]]) -> None:
    events, entities = tmp_path / "events.jsonl", tmp_path / "entities.jsonl"
    result = run("extract", GOLD, "-o", events, "--entities", entities)
    assert (result.code, result.out) == (0, "")
    records = lines(events)
    assert {r["doc"]["id"] for r in records} <= {a["id"] for a in gold}
    assert {r["schema"] for r in records} == {"award-event/1"}
    assert result.last == f"{len(gold)} articles, {len(records)} award events"
    found = lines(entities)
    assert [x["id"] for x in found] == [a["id"] for a in gold]
    assert {tuple(x["entities"]) for x in found} == {
        ("agencies", "officials", "innovations", "acronyms", "dates")
    }
    assert sorted(tmp_path.iterdir()) == [entities, events]


def test_records_go_to_standard_output_without_o(run: Any) -> None:
    result = run("extract", EXAMPLE)
    assert result.code == 0
    assert all(json.loads(x)["schema"] == "award-event/1" for x in result.out.splitlines())
    assert result.out


def test_no_progress_bar_in_a_pipe(run: Any) -> None:
    assert run("extract", EXAMPLE, "--to", "text").err.count("\n") == 1


def test_a_progress_bar_on_a_terminal() -> None:
    terminal, end = pty.openpty()
    command = [sys.executable, "-m", "anugerah", "extract", str(GOLD)]
    environment = {**os.environ, "TERM": "xterm"}
    shown = b""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=end, env=environment) as process:
        os.close(end)
        with os.fdopen(terminal, "rb", buffering=0) as screen, suppress(OSError):  # at its end Linux raises
            while piece := screen.read(4096):
                shown += piece
    assert process.returncode == 0
    assert b"\x1b[" in shown
    assert shown.decode().rstrip().endswith(" award events")


def test_the_same_input_gives_the_same_bytes_in_another_process(run: Any) -> None:
    command = [sys.executable, "-m", "anugerah", "extract", "-"]
    other = subprocess.run(command, input=EXAMPLE.read_bytes(), capture_output=True, check=True)
    assert other.stdout.decode() == run("extract", EXAMPLE).out


def test_a_failed_article_is_told_listed_and_counted(run: Any, tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    news.write_bytes(b'{"id": "a"}\n' + EXAMPLE.read_bytes() + b"no json\n")
    result = run("extract", news, "-o", tmp_path / "events.jsonl")
    assert result.code == 1
    assert "A102 news.jsonl:1: no text" in result.err
    errors = tmp_path / "events.errors.jsonl"
    assert result.last.endswith(f"; 2 failed, listed in {errors}")
    assert [(e["code"], e["line"]) for e in lines(errors)] == [("A102", 1), ("A101", 3)]
    assert lines(tmp_path / "events.jsonl")


def test_a_clean_run_leaves_no_error_file(run: Any, tmp_path: Path) -> None:
    stale = tmp_path / "events.errors.jsonl"
    stale.write_text("{}\n")
    assert run("extract", EXAMPLE, "-o", tmp_path / "events.jsonl").code == 0
    assert not stale.exists()


def test_errors_go_where_they_are_asked_to(run: Any, tmp_path: Path) -> None:
    news = tmp_path / "empty.txt"
    news.touch()
    result = run("extract", news, "--errors", tmp_path / "bad.jsonl")
    assert result.code == 1
    assert lines(tmp_path / "bad.jsonl")[0]["file"] == "empty.txt"


def test_the_error_file_takes_no_input_away(run: Any, tmp_path: Path) -> None:
    news = tmp_path / "events.errors.jsonl"
    news.write_bytes(EXAMPLE.read_bytes())
    assert run("extract", news, "-o", tmp_path / "events.jsonl").code == 2
    assert news.read_bytes() == EXAMPLE.read_bytes()


def test_a_device_has_no_error_file_beside_it(run: Any, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert run("extract", tmp_path / "empty.txt", "-o", "/dev/null").last.endswith("; 1 failed")
    assert not Path("/dev/null.errors.jsonl").exists()


@pytest.mark.parametrize(
    "args",
    [
        ["extract", "no-such-file.jsonl"],
        ["extract", str(CORPUS)],
        ["extract", str(EXAMPLE), "--to", "xls"],
        ["extract", str(EXAMPLE), "-o", str(EXAMPLE)],
        ["extract", str(EXAMPLE), "-o", "x.jsonl", "--entities", "x.jsonl"],
        ["extract", str(EXAMPLE), "-o", str(EXAMPLE / "x.jsonl")],
        ["no-such-command"],
        ["score", str(EXAMPLE)],
    ],
)
def test_wrong_usage_is_exit_code_2(run: Any, args: list[str]) -> None:
    before = EXAMPLE.read_bytes()
    result = run(*args)
    assert result.code == 2
    assert result.err
    assert EXAMPLE.read_bytes() == before


@pytest.mark.parametrize(
    "args", [[], ["extract"], ["dates"], ["score"], ["schema"], ["rules", "test"], ["gazetteer"]]
)
def test_help_explains_every_command(run: Any, args: list[str]) -> None:
    result = run(*args, "--help")
    assert result.code == 0
    assert "Usage: anugerah" in result.out


@pytest.mark.parametrize("module", ["anugerah.cli", "anugerah.run"])
def test_the_command_line_does_not_wait_for_spacy(module: str) -> None:
    program = f"import sys\nimport {module}\nprint('spacy' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout == "False\n"


def test_version(run: Any) -> None:
    assert run("--version").out == f"anugerah {__version__}\n"


def test_schema_prints_what_is_under_version_control(run: Any) -> None:
    kept = ROOT / "pipeline" / "anugerah" / "award-event.schema.json"
    assert run("schema").out == kept.read_text(encoding="utf-8")


def test_dates_prints_what_each_date_denotes(run: Any) -> None:
    out = run("dates", "pada Selasa (21/11)", "--published", "2023-11-22").out
    assert out.startswith("2023-11-21   Selasa (21/11)  (date, ")
    (found,) = map(json.loads, run("dates", "pada Selasa (21/11/2023)", "--json").out.splitlines())
    assert (found["value"], found["start"], found["end"]) == ("2023-11-21", 5, 24)


def test_dates_wants_a_day_that_is_one(run: Any) -> None:
    result = run("dates", "Selasa", "--published", "pekan depan")
    assert result.code == 2
    assert result.err.startswith("A103 ")


def test_score_compares_records_with_gold(run: Any) -> None:
    data = ROOT / "tests" / "data" / "scoring"
    args = ["score", GOLD, data / "events.jsonl", "--entities", data / "entities.jsonl"]
    expected = json.loads((data / "expected.json").read_text(encoding="utf-8"))["plain"]
    assert json.loads(run(*args, "--json").out) == expected
    table = run(*args, "--errors").out
    assert table.startswith("60 articles; silent on negatives 6/8\n")
    assert "dv-c-001: " in table


def test_a_file_that_is_no_gold_is_named_with_its_line(run: Any, tmp_path: Path) -> None:
    bad = tmp_path / "gold.jsonl"
    bad.write_text('{"id": "a", "text": "x"}\n')
    result = run("score", bad, bad)
    assert result.code == 2
    assert result.err.startswith("A207 gold.jsonl:1: has no events, entities")


def test_rules_test_runs_the_examples_of_a_file(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    rule = '[[rule]]\nid = "mine.juara"\npattern = "Juara (?:I|II)"\nexamples = ["<match>Juara II</match>"]\n'
    file.write_text(rule)
    result = run("rules", "test", file)
    assert (result.code, "mine.toml:1: mine.juara" in result.out) == (1, True)
    file.write_text(rule.replace("I|II", "II?"))
    assert run("rules", "test", file).out == "1 rules, 0 failures\n"


def test_rules_test_runs_all_rules(run: Any) -> None:
    assert run("rules", "test").code == 0


def test_gazetteer_lookup_tells_what_a_name_means(run: Any) -> None:
    assert "35.78\tcity\tKota Surabaya" in run("gazetteer", "lookup", "Pemkot Surabaya").out
    assert run("gazetteer", "lookup", "Negeri Dongeng").code == 1


def anugerah(*args: object) -> subprocess.CompletedProcess[str]:
    """Runs a command in a process of its own, which gazetteers of one's own need."""
    return subprocess.run(
        [sys.executable, "-c", "from anugerah.cli import main; main()", *map(str, args)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_own_gazetteers_name_bodies_and_awards(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "companies.csv").write_text(
        "id,name,kind,aliases,parent,valid_from,valid_to,source\n"
        "tirta-bening,Perumda Tirta Bening,company,Tiben,,,,own\n",
        encoding="utf-8",
    )
    (folder / "awards.csv").write_text(
        "id,name,aliases,giver,grades,recipient,context,source\n"
        "mahakarya,Mahakarya Tirta,,Yayasan Air,Agung,,,own\n",
        encoding="utf-8",
    )
    news = tmp_path / "news.jsonl"
    news.write_text(
        '{"id": "n", "text": "Tiben meraih Mahakarya Tirta Agung di Kota Malang."}\n', encoding="utf-8"
    )
    ours = anugerah("extract", news, "-o", tmp_path / "ours.jsonl")
    own = anugerah("extract", news, "-o", tmp_path / "own.jsonl", "--gazetteer", folder)
    assert (ours.returncode, own.returncode) == (0, 0)
    (record,) = lines(tmp_path / "own.jsonl")
    assert record["recipient"]["id"] == "tirta-bening"
    assert (record["award"]["id"], record["award"]["rank"]) == ("mahakarya", "Agung")
    assert all(r["recipient"]["id"] != "tirta-bening" for r in lines(tmp_path / "ours.jsonl"))
    assert "tirta-bening" in anugerah("gazetteer", "lookup", "Tiben", "--gazetteer", folder).stdout


@pytest.mark.parametrize(
    ("rows", "code"),
    [("id,name\n", "A211"), ("id,name,aliases,giver,grades,recipient,context,source\na,B\n", "A212")],
)
def test_a_broken_file_of_own_awards_is_told(rows: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "awards.csv").write_text(rows, encoding="utf-8")
    done = anugerah("gazetteer", "check", "--gazetteer", tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(f"{code} awards.csv:")


def test_a_gazetteer_must_be_a_directory(tmp_path: Path) -> None:
    done = anugerah("gazetteer", "check", "--gazetteer", tmp_path / "none")
    assert (done.returncode, done.stderr[:4]) == (2, "A218")


def test_min_confidence_leaves_doubtful_records_out(run: Any, tmp_path: Path) -> None:
    whole, sure = tmp_path / "whole.jsonl", tmp_path / "sure.jsonl"
    run("extract", GOLD, "-o", whole)
    run("extract", GOLD, "-o", sure, "--min-confidence", "0.75")
    expected = [r for r in lines(whole) if r["confidence"] >= 0.75]
    assert 0 < len(expected) < len(lines(whole))
    assert lines(sure) == expected


def test_explain_shows_an_article_its_records_and_its_near_misses(run: Any, tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    news.write_text(
        json.dumps(
            {
                "id": "n1",
                "text": "Kota Malang meraih Adipura Kencana di Jakarta, Senin (6/3/2023). "
                "Tahun depan Kota Batu ingin meraih Adipura.",
            }
        ),
        encoding="utf-8",
    )
    shown = run("explain", news, "--id", "n1")
    assert shown.code == 0
    assert "[agency Kota Malang] <receive meraih> [award Adipura Kencana]" in shown.out
    assert "recipient   Kota Malang (events.receive, 0-11)" in shown.out
    assert "date        2023-03-06 (dates.weekday_day, 47-63; weekday+written)" in shown.out
    assert "meraih (events.receive, 93): told as a hope or denied" in shown.out


def test_explain_says_where_there_is_nothing_to_tell(run: Any, tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    news.write_text('{"id": "n1", "text": "Harga cabai naik di Kota Batu."}\n', encoding="utf-8")
    assert "no record" in run("explain", news).out
    assert run("explain", news, "--id", "other").code == 1


def test_gazetteer_check_finds_no_fault(run: Any) -> None:
    assert run("gazetteer", "check").code == 0
