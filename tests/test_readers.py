"""Readers: what becomes an article, what becomes an error, and how articles are called."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from anugerah import Article
from anugerah.errors import InputError
from anugerah.readers import Reader
from hypothesis import given
from hypothesis import strategies as st

TEXT = "Pemkab Sukamaju meraih penghargaan."


def read(tmp_path: Path, data: bytes, name: str = "news.jsonl") -> list[Article | InputError]:
    file = tmp_path / name
    file.write_bytes(data)
    return list(Reader([file]))


def read_one(tmp_path: Path, data: bytes, name: str = "news.jsonl") -> Article:
    (article,) = read(tmp_path, data, name)
    assert isinstance(article, Article)
    return article


def line(**values: object) -> bytes:
    return json.dumps({"text": TEXT, **values}).encode() + b"\n"


def test_a_line_is_an_article(tmp_path: Path) -> None:
    data = line(
        id="a", title="Judul", source="Kabar", url="https://x.id/1", published="2023-11-22", extra=[1]
    )
    assert read_one(tmp_path, data) == Article(
        id="a", text=TEXT, title="Judul", source="Kabar", url="https://x.id/1", published=date(2023, 11, 22)
    )


def test_gold_is_valid_input(tmp_path: Path) -> None:
    article = read_one(tmp_path, line(id="a", published=None, events=[], entities={}))
    assert article == Article(id="a", text=TEXT)


@pytest.mark.parametrize("published", [None, "", " ", "0000-00-00 00:00:00"])
def test_no_publication_date_is_none(tmp_path: Path, published: str | None) -> None:
    assert read_one(tmp_path, line(id="a", published=published)).published is None


@pytest.mark.parametrize(
    ("values", "id"),
    [
        ({"id": "a", "url": "https://x.id/1"}, "a"),
        ({"id": 17}, "17"),
        ({"url": "https://x.id/1"}, "https://x.id/1"),
        ({"id": "", "url": "https://x.id/1"}, "https://x.id/1"),
        ({}, "news.jsonl:2"),
    ],
)
def test_an_article_is_called_by_id_else_url_else_file_and_line(
    tmp_path: Path, values: dict[str, object], id: str
) -> None:
    assert read_one(tmp_path, b"\n" + line(**values)).id == id


def test_a_repeated_id_gets_its_number_and_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    articles = read(tmp_path, line(id="a") + line(id="a#2") + line(id="a") + line(id="a"))
    assert [a.id for a in articles if isinstance(a, Article)] == ["a", "a#2", "a#2#2", "a#3"]
    assert "A107 id 'a' stands more than once" in caplog.text


@pytest.mark.parametrize(
    ("bad", "code", "says"),
    [
        (b"no json\n", "A101", "no JSON"),
        (b'["a list"]\n', "A101", "no JSON object"),
        (b'{"text": "cut off\n', "A101", "no JSON"),
        (b'{"id": "a"}\n', "A102", "no text"),
        (b'{"text": " \\n "}\n', "A102", "no text"),
        (b'{"text": 5}\n', "A102", "no text"),
        (line(published="pekan depan"), "A103", "'pekan depan'"),
        (line(published=True), "A103", "True"),
        (b'{"text": "Pemkab \xff"}\n', "A104", "byte 18 is not UTF-8"),
        (b'{"text": "\\ud83d Pemkab"}\n', "A104", "half a surrogate pair"),
        (b'{"text": "\xed\xa0\x80"}\n', "A104", "not UTF-8"),
        (line(title=["Judul"]), "A105", "title is list"),
        (line(id=1.5), "A105", "id is float"),
    ],
)
def test_a_bad_line_is_one_error_that_says_where_and_the_next_is_read(
    tmp_path: Path, bad: bytes, code: str, says: str
) -> None:
    error, article = read(tmp_path, bad + line(id="next"))
    assert isinstance(error, InputError)
    assert (error.code, error.file, error.line) == (code, "news.jsonl", 1)
    assert says in error.message
    assert str(error).startswith(f"{code} news.jsonl:1: ")
    assert "Remedy: " in str(error)
    assert isinstance(article, Article)
    assert article.id == "next"


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    assert read_one(tmp_path, b"\xef\xbb\xbf" + line(id="a")).text == TEXT
    assert read_one(tmp_path, b"\xef\xbb\xbf" + TEXT.encode(), "a.txt").text == TEXT


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\r"])
def test_lines_end_at_newlines_alone(tmp_path: Path, separator: str) -> None:
    text = f"Pemkab{separator}Sukamaju"
    data = json.dumps({"text": text}, ensure_ascii=separator in "\r\x0b\x0c").encode() + b"\n"
    assert read_one(tmp_path, data).text == text


def test_a_text_file_is_one_article_called_by_its_stem(tmp_path: Path) -> None:
    article = read_one(tmp_path, b"Baris satu\r\n\r\nBaris dua\n", "sukamaju-raih.wtp.txt")
    assert article == Article(id="sukamaju-raih.wtp", text="Baris satu\r\n\r\nBaris dua\n")


@pytest.mark.parametrize(("data", "code", "at"), [(b"", "A102", None), (b"satu\ndua \xff\n", "A104", 2)])
def test_a_text_file_without_readable_text_is_an_error(
    tmp_path: Path, data: bytes, code: str, at: int | None
) -> None:
    (error,) = read(tmp_path, data, "a.txt")
    assert isinstance(error, InputError)
    assert (error.code, error.line) == (code, at)


def test_standard_input_holds_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line(id="a") + line())))
    reader = Reader([Path("-")])
    assert [a.id for a in reader if isinstance(a, Article)] == ["a", "stdin:2"]
    assert reader.size is None


def test_a_file_that_went_away_is_an_error_and_the_next_is_read(tmp_path: Path) -> None:
    gone, there = tmp_path / "gone.jsonl", tmp_path / "there.jsonl"
    gone.touch()
    there.write_bytes(line(id="a"))
    reader = Reader([gone, there])
    gone.unlink()
    error, article = reader
    assert isinstance(error, InputError)
    assert error.code == "A106"
    assert isinstance(article, Article)


def test_a_reader_knows_how_far_it_is(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_bytes(line(id="a") + line(id="b"))
    reader = Reader([file])
    assert (reader.done, reader.size) == (0, file.stat().st_size)
    list(reader)
    assert reader.done == reader.size


@given(data=st.binary(max_size=300) | st.text(max_size=100).map(str.encode))
def test_any_bytes_give_articles_or_coded_errors(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    items = read(tmp_path_factory.mktemp("any"), data)
    assert len(items) <= data.count(b"\n") + 1
    assert all(isinstance(item, Article | InputError) for item in items)
