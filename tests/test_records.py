"""Records: every one valid against the schema, every span true to the text as given."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from anugerah import Article, AwardEvent, Extraction, extract, extract_many
from anugerah.schema import generate_schema, read_schema
from jsonschema import Draft202012Validator

from tests.golden import as_article, gold_files, read_gold

GOLD_FILES = gold_files()
each_gold_file = pytest.mark.parametrize("file", GOLD_FILES, ids=[file.stem for file in GOLD_FILES])


@cache
def extracted(file: Path) -> list[Extraction]:
    return list(extract_many(as_article(line) for line in read_gold(file)))


def records(file: Path) -> Iterator[tuple[Article, dict[str, Any]]]:
    for x in extracted(file):
        for record in x.records:
            yield x.article, record


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Whatever has a start in a record."""
    if isinstance(value, dict):
        if "start" in value:
            yield value
        for part in value.values():
            yield from spans(part)
    if isinstance(value, list):
        for part in value:
            yield from spans(part)


def test_the_schema_under_version_control_is_that_of_the_dataclasses() -> None:
    assert json.loads(read_schema()) == generate_schema()
    Draft202012Validator.check_schema(generate_schema())


def test_the_schema_allows_no_other_key() -> None:
    (event, *_) = extract("Kota Surabaya meraih penghargaan Adipura Kencana tahun 2023.")
    validator = Draft202012Validator(generate_schema())
    record = event.to_dict()
    assert validator.is_valid(record)
    assert not validator.is_valid(record | {"more": 1})
    assert not validator.is_valid({k: v for k, v in record.items() if k != "giver"})
    assert not validator.is_valid(record | {"status": "lost"})


@each_gold_file
def test_no_article_fails(file: Path) -> None:
    assert [x.error for x in extracted(file) if x.error] == []


@each_gold_file
def test_every_record_is_valid(file: Path) -> None:
    validator = Draft202012Validator(json.loads(read_schema()))
    for article, record in records(file):
        assert [e.message for e in validator.iter_errors(record)] == [], article.id


@each_gold_file
def test_every_span_is_true(file: Path) -> None:
    for article, record in records(file):
        for span in spans(record):
            given = article.title or "" if span.get("in") == "title" else article.text
            assert 0 <= span["start"] < span["end"] <= len(given), (article.id, span)
            if "text" in span:
                assert given[span["start"] : span["end"]] == span["text"], (article.id, span)


@each_gold_file
def test_every_mention_stands_on_its_page(file: Path) -> None:
    for x in extracted(file):
        assert x.page is not None
        for group, mentions in x.page.layers.items():
            starts = [m.start for m in mentions]
            assert starts == sorted(starts), (x.article.id, group)
            for m in mentions:
                assert 0 <= m.start < m.end <= len(x.page.text), (x.article.id, m)


@each_gold_file
def test_a_record_survives_the_way_through_its_dataclass(file: Path) -> None:
    for _, record in records(file):
        assert AwardEvent.from_dict(json.loads(json.dumps(record))).to_dict() == record


@each_gold_file
def test_ids_differ_and_hold(file: Path) -> None:
    for x in extracted(file):
        ids = [r["id"] for r in x.records]
        assert len(set(ids)) == len(ids)
        (again,) = extract_many([x.article])
        assert again.records == x.records


def test_a_record_knows_its_article() -> None:
    text = "Kota Surabaya meraih penghargaan Adipura Kencana tahun 2023."
    given = {"id": "a", "source": "KABAR", "url": "https://x.id/1", "title": "Surabaya"}
    (event, *_) = extract(text, published="2023-06-06", **given)
    published = {"published": "2023-06-06", "published_basis": "metadata"}
    digest = sha256(text.encode()).hexdigest()
    assert event.to_dict()["doc"] == {**given, **published, "text_sha256": digest}
