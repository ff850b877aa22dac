"""Scoring: how well records and entity sets agree with gold.

`detection` counts events whose recipient and award agree (who received what), `strict` those whose
date and status agree too, `slots` every slot of every event, `offices` the presenters and receivers
found whose office is right as well. Events that gold calls `optional` count neither way.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from anugerah.gold.agreement import ENTITIES, SLOTS, same_office
from anugerah.gold.assignment import assign

_YEAR = re.compile(r"\d{4}")

Gold = Mapping[str, Any]
"""A gold line: `id`, `events`, `entities` and the article's own keys."""


@dataclass(slots=True)
class Count:
    """Found, spurious and missed, with the figures that follow from them."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, *, gold: bool, read: bool, agree: bool) -> None:
        """Count one place where gold has a value, or the records have one, or both."""
        self.tp += agree
        self.fn += gold and not agree
        self.fp += read and not agree

    def __iadd__(self, other: Count) -> Count:
        self.tp, self.fp, self.fn = self.tp + other.tp, self.fp + other.fp, self.fn + other.fn
        return self

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        """The share of what is right that was found; 0 where there was nothing to find."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.tp / (2 * self.tp + self.fp + self.fn) if self.tp else 0.0

    @property
    def silent(self) -> bool:
        """True where there was nothing to find and nothing was found."""
        return not (self.tp or self.fp or self.fn)

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 to four places, and the counts."""
        rounded = {
            "p": round(self.precision, 4), "r": round(self.recall, 4), "f1": round(self.f1, 4)
        }  # fmt: skip
        return {**rounded, **asdict(self)}


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """The counts of one article."""

    detection: Count = field(default_factory=Count)
    strict: Count = field(default_factory=Count)


@dataclass(slots=True)
class EventScore:
    """The counts of many articles, and what went wrong in words."""

    articles: list[ArticleScore] = field(default_factory=list)
    slots: dict[str, Count] = field(default_factory=lambda: {s: Count() for s in SLOTS})
    offices: Count = field(default_factory=Count)
    negatives: int = 0
    quiet: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, gold: Gold, records: Sequence[Mapping[str, Any]]) -> None:
        """Count one article."""
        score = ArticleScore()
        self.articles.append(score)
        if not gold["events"]:
            self.negatives += 1
            self.quiet += not records
        wanted = [_slot_values(e) for e in gold["events"]]
        found = [_slot_values(r) for r in records]
        same = [
            [{s: bool(g[s] and r[s]) and SLOTS[s](g[s], r[s]) for s in SLOTS} for r in found] for g in wanted
        ]
        pairs = _pairs(gold["events"], same)
        left = set(range(len(found)))
        for i, (event, g) in enumerate(zip(gold["events"], wanted, strict=True)):
            j = pairs.get(i)
            agree = same[i][j] if j is not None else dict.fromkeys(SLOTS, False)
            hit = agree["recipient"] and agree["award"]
            if event.get("optional"):
                if hit and j is not None:
                    left.discard(j)
                continue
            r = found[j] if j is not None else None
            if j is not None:
                left.discard(j)
            self._count(gold["id"], score, g, r, agree)
        for j in sorted(left):
            self._count(gold["id"], score, dict.fromkeys(SLOTS), found[j], dict.fromkeys(SLOTS, False))

    def _count(
        self,
        id: str,
        score: ArticleScore,
        g: Mapping[str, Any],
        r: Mapping[str, Any] | None,
        agree: Mapping[str, bool],
    ) -> None:
        """Count one event of gold, one record, or a pair of them."""
        wanted = g["award"] is not None
        got = r or dict.fromkeys(SLOTS)
        hit = agree["recipient"] and agree["award"]
        year_only = wanted and r is not None and not g["date"] and got["date"] == g["edition"]
        dated = agree["date"] or (not g["date"] and (not got["date"] or year_only))
        right = bool(hit and dated and agree["status"])
        score.detection.add(gold=wanted, read=r is not None, agree=hit)
        score.strict.add(gold=wanted, read=r is not None, agree=right)
        for slot, count in self.slots.items():
            if slot == "date" and year_only:
                continue
            count.add(gold=bool(g[slot]), read=bool(got[slot]), agree=agree[slot])
        for slot in ("presenter", "receiver"):
            if r is not None and agree[slot]:
                self.offices.add(gold=True, read=True, agree=same_office(g[slot], r[slot]))
        if not right:
            self.errors.append(f"{id}: {_difference(g if wanted else None, r, agree)}")

    def figures(self) -> dict[str, Any]:
        """Every figure, rounded, as plain data."""
        totals = {name: Count() for name in ("detection", "strict", "slots_micro")}
        for article in self.articles:
            totals["detection"] += article.detection
            totals["strict"] += article.strict
        for count in self.slots.values():
            totals["slots_micro"] += count
        by_name = {
            "detection": [a.detection for a in self.articles],
            "strict": [a.strict for a in self.articles],
        }
        return {
            **{name: count.figures() for name, count in totals.items()},
            **{f"{n}_by_article": {"f1": _mean_f1(counts)} for n, counts in by_name.items()},
            "slots": {slot: count.figures() for slot, count in self.slots.items()},
            "offices": self.offices.figures(),
            "interval_95": {n: interval(counts) for n, counts in by_name.items()},
            "quiet_on_negatives": f"{self.quiet}/{self.negatives}",
        }


def _pairs(events: Sequence[Mapping[str, Any]], same: list[list[dict[str, bool]]]) -> dict[int, int]:
    """The record that stands for each event of gold: recipient and award weigh more than other slots."""
    weight = [
        [
            100.0 * (agree["recipient"] and agree["award"])
            + 10 * agree["award"]
            + 10 * agree["recipient"]
            + sum(agree.values())
            + (not event.get("optional"))
            for agree in row
        ]
        for event, row in zip(events, same, strict=True)
    ]
    return {i: j for i, j in assign(weight) if weight[i][j] >= 10}


def _slot_values(event: Mapping[str, Any]) -> dict[str, Any]:
    """What is compared, slot by slot; what is inferred or has no name is as good as empty."""
    award = event.get("award") or {}
    giver, innovation, date = event.get("giver"), event.get("innovation"), event.get("date")
    return {
        "recipient": event.get("recipient") or None,
        "award": award or None,
        "date": date.get("value") if date else None,
        "status": event.get("status") or None,
        "giver": giver if giver and not giver.get("inferred") else None,
        "presenter": event.get("presenter") or None,
        "receiver": event.get("receiver") or None,
        "innovation": innovation if innovation and innovation.get("name") else None,
        "place": event.get("place") or None,
        "rank": award.get("rank"),
        "category": award.get("category"),
        "edition": award.get("edition"),
    }


def _difference(g: Mapping[str, Any] | None, r: Mapping[str, Any] | None, agree: Mapping[str, bool]) -> str:
    if g is None and r is not None:
        return f"spurious: {_summary(r)}"
    if g is not None and r is None:
        return f"missed: gold {_summary(g)}"
    g, r = g or {}, r or {}
    wrong = ", ".join(s for s in SLOTS if (g[s] or r[s]) and not agree[s])
    return f"wrong {wrong}: gold {_summary(g)}  <-> got {_summary(r)}"


def _summary(values: Mapping[str, Any]) -> str:
    recipient, award = values["recipient"] or {}, values["award"] or {}
    return f"{recipient.get('name')} | {award.get('title')} | {values['date']}"


def _mean_f1(counts: Sequence[Count]) -> float:
    """The mean of the articles' own F1, so that long lists do not outweigh; rightly silent ones count 1."""
    return round(sum(1.0 if c.silent else c.f1 for c in counts) / max(1, len(counts)), 4)


def interval(counts: Sequence[Count], rounds: int = 1000) -> list[float]:
    """Where 95 % of the F1 of resampled articles lie: a difference inside it is noise."""
    if not counts:
        return [0.0, 0.0]
    rng, values = random.Random(0), []
    for _ in range(rounds):
        total = Count()
        for count in rng.choices(counts, k=len(counts)):
            total += count
        values.append(1.0 if total.silent else total.f1)
    values.sort()
    return [round(values[int(rounds * q)], 3) for q in (0.025, 0.975)]


def score_entities(
    gold: Sequence[Gold], read: Mapping[str, Mapping[str, Any]]
) -> tuple[dict[str, Count], list[str]]:
    """The counts of each entity set, and what went wrong in words.

    `read` gives an article's entity sets by its id.
    """
    counts, errors = {}, []
    for name, (kind, same) in ENTITIES.items():
        count = counts[name] = Count()
        for article in gold:
            wanted = _distinct(kind, article["entities"].get(kind, []))
            found = _distinct(kind, read.get(article["id"], {}).get(kind, []))
            weight = [[float(same(g, r)) for r in found] for g in wanted]
            hits = [(i, j) for i, j in assign(weight) if weight[i][j]]
            count += Count(len(hits), len(found) - len(hits), len(wanted) - len(hits))
            rows, columns = {i for i, _ in hits}, {j for _, j in hits}
            missed = [g for i, g in enumerate(wanted) if i not in rows]
            spurious = [r for j, r in enumerate(found) if j not in columns]
            errors += [f"{article['id']}: {name} missed: {g}" for g in missed]
            errors += [f"{article['id']}: {name} spurious: {r}" for r in spurious]
    return counts, errors


def _distinct(kind: str, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Dates as a set of values, without bare years: the edition and date slots score those."""
    if kind != "dates":
        return items
    seen: dict[str | None, dict[str, Any]] = {}
    for item in items:
        if not _YEAR.fullmatch(item.get("value") or ""):
            seen.setdefault(item.get("value") or item.get("text"), item)
    return list(seen.values())


def score(
    gold: Sequence[Gold],
    records: Iterable[Mapping[str, Any]],
    entities: Mapping[str, Mapping[str, Any]] | None = None,
) -> dict[str, Any]:
    """All figures of records, and of entity sets by article id where given, against gold."""
    by_article: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for record in records:
        by_article[record["doc"]["id"]].append(record)
    events = EventScore()
    for article in gold:
        events.add(article, by_article[article["id"]])
    result = {"articles": len(gold), **events.figures(), "errors": events.errors}
    if entities is not None:
        counts, errors = score_entities(gold, entities)
        result["entities"] = {name: count.figures() for name, count in counts.items()}
        result["errors"] += errors
    return result
