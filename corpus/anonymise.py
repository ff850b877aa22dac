"""Replace every person's name in gold articles by an invented one, in text and gold alike.

    python corpus/anonymise.py GOLD.jsonl -o corpus/written.jsonl [--names NAMES.txt] [--list]

Persons are those of gold: officials, presenters, receivers and persons among the recipients. Names that
gold does not hold (bylines, nicknames, people who are only quoted) come from NAMES.txt, one a line, and
are replaced in the articles where they stand whole. A word of a name gets the same invented word in
every article, so short forms still belong to their full names. Initials and the Balinese names of birth
order stay; so do names inside institutions, places, awards and innovations (`RSUD dr. X`).

The same input gives the same output. `--list` prints the capitalised words that stand in the output
instead of writing it: read the list, add the names you find to NAMES.txt, and run again.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Iterator
from hashlib import blake2b
from itertools import product
from pathlib import Path
from typing import Any

WORD = re.compile(r"[^\W\d_]+(?:['’`‘][^\W\d_]+)*")
HEADS = WORD.findall("B Bar D Gun Har Jat K Kus L Mar Nar Pan R Sar Sun Tar Ung Vin War Wir Y Zul")
MIDDLES = ["", "ad", "al", "ik", "un", "uwit", "atman"]
TAILS = WORD.findall(
    "a o ih ek ud anto awan emba idin iman inah ismo obet odra ogi olim osya ubi ulya unita uspa"
)
BIRTH_ORDER = frozenset(
    WORD.findall(
        "I Ni Ida Bagus Ayu Anak Agung Dewa Desak Gusti Ngurah Gde Gede Putu Wayan Made Nyoman Ketut"
    )
)
OFFICES = frozenset({"Bupati", "Gubernur", "Kapolres"})
CAMEL = re.compile(r"[A-Z][a-z]+")
UNCHANGED = frozenset({"id", "source", "url", "published", "status", "kind", "value", "precision", "edition"})


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--names", type=Path)
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    articles = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").split("\n") if line]
    extra = args.names.read_text(encoding="utf-8").split("\n") if args.names else []
    out = list(anonymise(articles, [name.strip() for name in extra if name.strip()]))
    if args.list:
        print("\n".join(sorted({run for a in out for run in capitalised(full_text(a))})))
    elif args.output:
        lines = [json.dumps(article, ensure_ascii=False) + "\n" for article in out]
        args.output.write_text("".join(lines), encoding="utf-8")


def anonymise(articles: list[dict[str, Any]], extra: list[str]) -> Iterator[dict[str, Any]]:
    """The articles with other names."""
    persons = [{*gold_persons(a), *(n for n in extra if stands_in(n, a))} for a in articles]
    taken = {w.lower() for a in articles for w in WORD.findall(json.dumps(a, ensure_ascii=False))}
    invented = invent({w for names in persons for name in names for w in own_words(name)}, taken)
    for article, names in zip(articles, persons, strict=True):
        own = {w: invented[w] for name in names for w in own_words(name)}
        kept = {k for k in institutions(article) if not any(name in k for name in names)}
        yield replaced(article, own, kept, sorted(kept | names, key=len, reverse=True))


def gold_persons(article: dict[str, Any]) -> set[str]:
    """The names of persons in the gold of one article."""
    names = {o["name"] for o in article["entities"]["officials"]}
    for event in article["events"]:
        names |= {event[role]["name"] for role in ("presenter", "receiver") if event.get(role)}
        if event["recipient"]["kind"] == "person":
            names.add(event["recipient"]["name"])
    return {name for name in names if name and name.split()[0] not in OFFICES}


def stands_in(name: str, article: dict[str, Any]) -> bool:
    """True where the article has the name whole."""
    return bool(re.search(rf"\b{re.escape(name)}\b", full_text(article)))


def full_text(article: dict[str, Any]) -> str:
    """Title and text."""
    return f"{article['title'] or ''}\n{article['text']}"


def own_words(name: str) -> Iterator[str]:
    """The words of a name that are the person's own, lower case, one apostrophe for all."""
    for word in WORD.findall(name):
        if word not in BIRTH_ORDER and not (len(word) <= 2 and (word.isupper() or len(word) == 1)):
            yield key(word)


def key(word: str) -> str:
    return re.sub("[’`‘]", "'", word.lower())


def invent(words: set[str], taken: set[str]) -> dict[str, str]:
    """Another word for each word of a name, different from each other and from all in the articles."""
    regions = {row["name"].lower().partition(" ")[2] for row in read_table("regions")}
    given = {row["name"] for row in read_table("given_names")} - regions
    made = {"".join(parts).lower() for parts in product(HEADS, MIDDLES, TAILS)} - regions - given
    pools = [sorted(w for w in pool - taken if w.isalpha()) for pool in (regions, given, made)]
    invented = {}
    for word in sorted(words):
        pool = pools[0 if word in regions else 1 if word in given else 2]
        letters = word.replace("'", "")
        new = min(pool, key=lambda w: (abs(len(w) - len(letters)), blake2b((word + w).encode()).digest()))
        pool.remove(new)
        new = new.capitalize()
        invented[word] = f"{new[:2]}'{new[2:]}" if "'" in word else new
    return invented


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a gazetteer."""
    file = Path(__file__).parents[1] / "gazetteer" / f"{name}.csv"
    with file.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def institutions(article: dict[str, Any]) -> Iterator[str]:
    """The names in gold that belong to no person."""
    for kind in ("agencies", "innovations", "acronyms"):
        for entity in article["entities"][kind]:
            yield from (v for v in entity.values() if v)
    for event in article["events"]:
        slots = ["award", "innovation", "giver", "place"]
        if event["recipient"]["kind"] != "person":
            slots.append("recipient")
        for slot in slots:
            yield from (v for v in (event.get(slot) or {}).values() if isinstance(v, str) and " " in v)


def replaced(value: Any, own: dict[str, str], kept: set[str], phrases: list[str]) -> Any:
    """Plain data with every name in its strings replaced; of two phrases at one place the longer counts."""
    if isinstance(value, dict):
        return {k: v if k in UNCHANGED else replaced(v, own, kept, phrases) for k, v in value.items()}
    if isinstance(value, list):
        return [replaced(v, own, kept, phrases) for v in value]
    if not isinstance(value, str):
        return value

    def rename(m: re.Match[str]) -> str:
        return m[0] if m[0] in kept else WORD.sub(lambda word: renamed(word[0], own), m[0])

    whole = "".join(rf"{re.escape(p)}(?!\w)|" for p in phrases)
    return re.sub(rf"(?<!\w)(?:{whole}{WORD.pattern})", rename, value)


def renamed(word: str, own: dict[str, str]) -> str:
    """One word of a text, renamed where it is a name; glued words (`AdiArnawa`) are read apart."""
    if not word[0].isupper():
        return word
    new = own.get(key(word))
    if new:
        return new.upper() if word.isupper() and len(word) > 1 else new
    parts = CAMEL.findall(word)
    if len(parts) > 1 and "".join(parts) == word and all(key(p) in own for p in parts):
        return "".join(own[key(p)] for p in parts)
    return word


def capitalised(text: str) -> Iterator[str]:
    """Runs of capitalised words."""
    return (m[0] for m in re.finditer(r"[A-Z][\w.'’]*(?: [A-Z][\w.'’]*)*", text))


if __name__ == "__main__":
    main()
