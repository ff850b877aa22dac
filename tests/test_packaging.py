"""The wheel: built, installed where there is no source tree, and used."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.golden import CORPUS, ROOT

ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "VIRTUAL_ENV"}}


def run(*command: str | Path, cwd: Path) -> str:
    result = subprocess.run(command, cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    source = out / "source"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".*", "build", "*.egg-info", "__pycache__"))
    run(sys.executable, "-m", "build", "--wheel", "--outdir", out, source, cwd=out)
    (built,) = out.glob("*.whl")
    return built


def test_rules_and_gazetteers_and_the_schema_are_in_the_wheel(wheel: Path) -> None:
    held = set(ZipFile(wheel).namelist())
    expected = {f"anugerah/rules/{f.name}" for f in (ROOT / "rules").glob("*.toml")}
    expected |= {f"anugerah/gazetteer/{f.name}" for f in (ROOT / "gazetteer").glob("*.csv")}
    expected |= {
        f"anugerah/{f.relative_to(ROOT / 'pipeline' / 'anugerah')}" for f in (ROOT / "pipeline").rglob("*.py")
    }
    assert expected | {"anugerah/py.typed", "anugerah/award-event.schema.json"} <= held


def test_the_installed_wheel_extracts(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", wheel, cwd=tmp_path)
    where = run(python, "-c", "import anugerah; print(anugerah.__file__)", cwd=tmp_path)
    assert where.startswith(str(home))
    command = (home / "bin" / "anugerah", "extract", CORPUS / "example.jsonl")
    installed = [json.loads(line) for line in run(*command, cwd=tmp_path).splitlines()]
    assert installed
    assert {record["doc"]["id"] for record in installed} == {"example-1"}
    assert json.loads(run(python, "-m", "anugerah", "schema", cwd=tmp_path))["title"] == "Award event"
    run(python, "-c", "import spacy; spacy.blank('id').add_pipe('anugerah_dates')", cwd=tmp_path)
