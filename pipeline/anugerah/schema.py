"""The JSON Schema of a record, generated from the dataclasses and kept in `award-event.schema.json`.

`python -m anugerah.schema` writes it anew after a change in `record.py`.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import orjson
from pydantic import TypeAdapter

from anugerah.record import SCHEMA, AwardEvent

FILE = "award-event.schema.json"

_WHERE_TRUE = {"in_title": ("in", {"const": "title"}), "inferred": ("inferred", {"const": True})}
"""Marks that are written only where they hold, and how."""


def generate_schema() -> dict[str, Any]:
    """The schema of what `AwardEvent.to_dict` gives: every key there, no other key allowed."""
    schema = TypeAdapter(AwardEvent).json_schema()
    for part in schema["$defs"].values():
        if part.get("type") == "object":
            _close(part)
    schema["properties"] = {"schema": {"const": SCHEMA}, **schema["properties"]}
    _close(schema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Award event",
        "description": schema.pop("description"),
        **{k: v for k, v in schema.items() if k not in {"title", "$defs"}},
        "$defs": schema["$defs"],
    }


def _close(part: dict[str, Any]) -> None:
    properties = {}
    for name, value in part["properties"].items():
        key, rewritten = _WHERE_TRUE.get(name, (name, value))
        properties[key] = {k: v for k, v in rewritten.items() if k not in {"title", "default"}}
    marks = {key for key, _ in _WHERE_TRUE.values()}
    part |= {
        "properties": properties,
        "required": [key for key in properties if key not in marks],
        "additionalProperties": False,
    }
    part.pop("title", None)


def read_schema() -> str:
    """The schema as it stands under version control."""
    return (files("anugerah") / FILE).read_text(encoding="utf-8")


def write_schema(path: Path) -> None:
    """Write the generated schema."""
    path.write_bytes(orjson.dumps(generate_schema(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


if __name__ == "__main__":
    write_schema(Path(__file__).with_name(FILE))
