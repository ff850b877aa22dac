"""Rules: every example is found as it is marked, no counterexample is, and a broken file says where."""

from __future__ import annotations

from pathlib import Path

import pytest
from anugerah.errors import DataError
from anugerah.rulebook import Rule, parse_markup, read_rulebook, rulebook_files, unbounded_repeat

RULES = [rule for file in rulebook_files() for rule in read_rulebook(file.name, file, None).rules]
each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])

GOOD = '[[rule]]\nid = "a.b"\npattern = "Juara I"\nexamples = ["<match>Juara I</match>"]\n'


def read(tmp_path: Path, text: str, keys: frozenset[str] = frozenset()) -> tuple[Rule, ...]:
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    return read_rulebook("mine", file, keys).rules


def failures(tmp_path: Path, text: str) -> list[str]:
    return [failure for rule in read(tmp_path, text) for failure in rule.failures()]


@each_rule
def test_examples_are_found_and_counterexamples_are_not(rule: Rule) -> None:
    assert list(rule.failures()) == []


@each_rule
def test_examples_are_marked(rule: Rule) -> None:
    assert all(parse_markup(example)[1] for example in rule.examples)


def test_rule_ids_are_unique_over_all_files() -> None:
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)


def test_rules_are_called_after_their_file() -> None:
    assert [r.id for r in RULES if r.id.split(".")[0] != Path(r.file).stem] == []


def test_lists_and_fragments_stand_for_what_they_hold(tmp_path: Path) -> None:
    (rule,) = read(
        tmp_path,
        """
        [lists]
        weekday = ["Senin", "Selasa"]
        [fragments]
        day = '\\d{1,2}'
        [[rule]]
        id = "a.b"
        pattern = '{weekday} \\((?P<day>{day})/\\d{1,2}\\)'
        examples = ["pada <match>Selasa (<day>21</day>/11)</match>"]
        """,
    )
    assert list(rule.failures()) == []


def test_terms_are_whole_words(tmp_path: Path) -> None:
    (rule,) = read(
        tmp_path,
        """
        [[rule]]
        id = "a.b"
        terms = ["piala", "piala bergilir"]
        examples = ["membawa <match>piala bergilir</match>"]
        counterexamples = ["pialanya"]
        """,
    )
    assert list(rule.failures()) == []


def test_a_rule_whose_needs_are_missing_is_not_tried(tmp_path: Path) -> None:
    (rule,) = read(tmp_path, GOOD + 'needs = ["lomba"]\n')
    assert [m.group() for m in rule.find("Juara I lomba desa")] == ["Juara I"]
    assert list(rule.find("Juara I")) == []


@pytest.mark.parametrize(
    ("example", "says"),
    [
        ("peringkat <match>Juara</match> I", "not found as marked"),
        ("<match>Juara II</match>", "not found as marked"),
    ],
)
def test_an_example_that_is_not_found_as_marked_is_told(tmp_path: Path, example: str, says: str) -> None:
    (rule,) = read(tmp_path, GOOD.replace("<match>Juara I</match>", example))
    (failure,) = rule.failures()
    assert failure.startswith("mine.toml:1: a.b: ")
    assert says in failure


def test_a_counterexample_that_is_found_is_told(tmp_path: Path) -> None:
    (rule,) = read(tmp_path, GOOD + 'counterexamples = ["Juara Indah"]\n')
    (failure,) = rule.failures()
    assert failure == "mine.toml:1: a.b: found 'Juara I' in the counterexample 'Juara Indah'"


@pytest.mark.parametrize(
    ("text", "code", "line", "says"),
    [
        ("[[rule]\n", "A201", None, "not TOML"),
        ("[rules]\n", "A202", None, "unknown parts ['rules']"),
        (GOOD + 'colour = "red"\n', "A202", 1, "unknown keys ['colour']"),
        (GOOD + GOOD, "A203", 5, "two rules called a.b"),
        (GOOD.replace("a.b", "Juara"), "A204", 1, "is no rule id"),
        (GOOD.replace("pattern", "needs"), "A204", 1, "either pattern or terms"),
        (GOOD + 'terms = ["Juara"]\n', "A204", 1, "either pattern or terms"),
        ('\n\n[[rule]]\nid = "a.b"\nterms = ["Juara"]\n', "A204", 3, "has no example"),
        (GOOD.replace("Juara I", "Juara .*", 1), "A205", 1, "unbounded repeat"),
        (GOOD.replace("Juara I", "Juara (", 1), "A206", 1, "no pattern"),
        (GOOD.replace("Juara I", "Juara {rank}", 1), "A206", 1, "unknown piece {rank}"),
    ],
)
def test_a_broken_file_says_what_where_and_what_to_do(
    tmp_path: Path, text: str, code: str, line: int | None, says: str
) -> None:
    with pytest.raises(DataError) as caught:
        failures(tmp_path, text)
    error = caught.value
    assert (error.code, error.file, error.line) == (code, "mine.toml", line)
    assert says in error.message
    assert error.remedy


def test_a_stage_names_the_keys_of_its_rules(tmp_path: Path) -> None:
    (rule,) = read(tmp_path, GOOD + "weight = 2\n", frozenset({"weight"}))
    assert rule.options == {"weight": 2}


@pytest.mark.parametrize("pattern", ["a*", "a+", "a+?", "a{2,}", "(ab)*", "[a-z]+", r"\w+", "a{1,3}b*"])
def test_unbounded_repeats_are_seen(pattern: str) -> None:
    assert unbounded_repeat(pattern)


@pytest.mark.parametrize("pattern", ["a?", "a{1,3}", "a{3}", r"\*", r"\+", "[*+]", "a{1,3}+", "a??", "[]*]"])
def test_bounded_repeats_are_not(pattern: str) -> None:
    assert unbounded_repeat(pattern) is None


@pytest.mark.parametrize(
    ("example", "text", "marks"),
    [
        ("a <x>b</x> c", "a b c", [("x", 2, 3)]),
        ("<match>a <x>b</x></match>", "a b", [("x", 2, 3), ("match", 0, 3)]),
        ("5 < 6 > 4", "5 < 6 > 4", []),
    ],
)
def test_markup_is_text_and_marks(example: str, text: str, marks: list[tuple[str, int, int]]) -> None:
    assert parse_markup(example) == (text, marks)
