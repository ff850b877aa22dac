"""The figures of a scoring as a table for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def render_table(result: Mapping[str, Any]) -> str:
    """One line for each figure: precision, recall, F1 and the counts."""
    by_article = [f"{n} F1 {result[f'{n}_by_article']['f1']:.3f}" for n in ("detection", "strict")]
    intervals = [f"{n} {low:.3f} to {high:.3f}" for n, (low, high) in result["interval_95"].items()]
    lines = [
        f"{result['articles']} articles; silent on negatives {result['quiet_on_negatives']}",
        *(_row(name, result[name]) for name in ("detection", "strict", "slots_micro")),
        f"by article: {', '.join(by_article)}; 95 % intervals: {', '.join(intervals)}",
        *(_row(f"  {slot}", figures) for slot, figures in result["slots"].items()),
        _row("  offices", result["offices"]),
        *(_row(name, figures) for name, figures in result.get("entities", {}).items()),
    ]
    return "\n".join(lines)


def _row(name: str, c: Mapping[str, float]) -> str:
    return (
        f"{name:<16} P {c['p']:.3f}  R {c['r']:.3f}  F1 {c['f1']:.3f}"
        f"   tp {c['tp']:>4}  fp {c['fp']:>4}  fn {c['fn']:>4}"
    )
