"""The documentation: what it shows is what happens."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from anugerah.cli import main
from anugerah.gold.floors import Floors

from tests.golden import CORPUS, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    """The code blocks of a language, as they would stand at the margin."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```", page, re.DOTALL | re.MULTILINE)
    return ["".join(line[len(margin) :] for line in code.splitlines(True)) for margin, code in found]


def test_the_first_command_prints_what_the_readme_shows(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    command = blocks(README, "sh")[0].split(" && ")[-1].split()
    assert command[0] == ".venv/bin/anugerah"
    with pytest.raises(SystemExit):
        main(command[1:])
    assert blocks(README, "text")[0] == capfdbinary.readouterr().out.decode()


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = blocks(README, "sh")[1].split("/")[-1]
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_python_examples_run() -> None:
    assert doctest.testfile(str(ROOT / "README.md"), module_relative=False).failed == 0


def test_the_figures_of_the_readme_are_the_floors() -> None:
    figures = Floors.read(CORPUS / "more.floors.json").figures
    shown = re.findall(r"^\| [^|]*\(`([a-z_.]+)`\) \| ([\d.]+) \|$", README, re.MULTILINE)
    assert len(shown) == 6
    assert {name: float(value) for name, value in shown} == {
        name: round(figures[name], 2) for name, _ in shown
    }


def test_the_rule_of_contributing_is_a_rule(tmp_path: Path) -> None:
    (rule,) = blocks(CONTRIBUTING, "toml")
    file = tmp_path / "events.toml"
    file.write_text(rule, encoding="utf-8")
    with pytest.raises(SystemExit) as exit:
        main(["rules", "test", str(file)])
    assert exit.value.code == 0


@pytest.mark.parametrize(
    "page", [*ROOT.glob("*.md"), *ROOT.glob("*/README.md")], ids=lambda p: str(p.relative_to(ROOT))
)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
