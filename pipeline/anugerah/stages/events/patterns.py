"""The patterns that the word lists of rules/events.toml make."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from anugerah.stages.events.chart import book


@dataclass(frozen=True, slots=True)
class Patterns:
    chain: regex.Pattern[str]
    joining: regex.Pattern[str]
    direct: regex.Pattern[str]
    pronoun: regex.Pattern[str]
    epithet: regex.Pattern[str]
    counted: regex.Pattern[str]
    counting: regex.Pattern[str]
    lead: regex.Pattern[str]
    link: regex.Pattern[str]


@cache
def patterns() -> Patterns:
    """The patterns that the word lists of rules/events.toml make."""
    any_of = {
        k: "|".join(map(regex.escape, sorted(v, key=len, reverse=True))) for k, v in book().lists.items()
    }
    adverbs = rf"(?:(?:{any_of['adverb']})\.?\s{{1,2}}){{0,4}}"
    links = rf"(?:(?:{any_of['link']})[\s:]{{1,3}}){{0,5}}"
    return Patterns(
        chain=regex.compile(
            rf"\s{{0,3}}(?:\([^()\n]{{1,60}}\)\s{{0,2}})?(?:[,;/&-]\s{{0,3}})?(?:\d{{1,2}}[.)]\s)?(?:(?:{any_of['joining']})\s{{1,2}}){{0,2}}"
            rf"(?:(?:{any_of['member']})\s{{1,2}})?\Z",
            regex.IGNORECASE,
        ),
        joining=regex.compile(rf"\b(?:{any_of['joining']})\b|&", regex.IGNORECASE),
        direct=regex.compile(rf"[\s\"':]{{0,3}}{links}[\"']?\Z", regex.IGNORECASE),
        pronoun=regex.compile(
            rf"(?:^|[\s\"(,])(?:{any_of['pronoun']})\s{{1,2}}(?:\w{{2,12}}\s{{1,2}}){{0,3}}\Z",
            regex.IGNORECASE,
        ),
        epithet=regex.compile(
            rf"\b(?:{any_of['epithet']})\b.{{0,60}}\b(?:itu|tersebut|ini|setempat)\b",
            regex.IGNORECASE | regex.DOTALL,
        ),
        counted=regex.compile(
            rf"(?<![\d.,])\b(?!(?:19|20)\d\d\b)(?:\d{{1,4}}|{any_of['number']})\s(?!(?:{any_of['unit']})\b)"
            rf"(?:(?:saja\s)?yang|(?:[\p{{Ll}}/-]{{2,20}}\s?){{1,5}}(?<!\s))(?:\s(?:yang|asal|di|dari)(?:\s\w{{2,15}}){{1,3}})?\s{{1,2}}(?:{adverbs})\Z"
        ),
        counting=regex.compile(
            rf"\b(?:\d{{1,4}}|{any_of['number']})(?:\s[\p{{L}}/-]{{2,20}}){{1,3}}\s\Z", regex.IGNORECASE
        ),
        lead=regex.compile(rf"\s{{1,2}}(?i:{adverbs})\Z"),
        link=regex.compile(rf"\s{{0,2}}(?i:{links})"),
    )
