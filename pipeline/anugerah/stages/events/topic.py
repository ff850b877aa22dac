"""The topic: whom an article has been speaking of, for sentences that name nobody.

A sentence that leaves its subject out goes on with the party told of last; `ia` far from it means the
person whom the article names most. A noun that points back (`perusahaan itu`, `penyair ini`) means the
party of its kind that is named most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

import regex

from anugerah.mentions import Agency, Official
from anugerah.stages.events.chart import Chart, Item, Person, book

_KINDS = {
    "noun_region": {"regency", "city", "province", "region"},
    "noun_company": {"company", "bank", "cooperative"},
    "noun_school": {"school"},
    "noun_university": {"university"},
    "noun_village": {"village", "district"},
    "noun_hospital": {"hospital", "health_centre"},
    "noun_body": {
        "agency", "ministry", "state_agency", "police", "military", "court",
        "organisation", "community", "media",
    },
}  # fmt: skip
"""The kinds of agencies that the nouns of a word list point at."""

REACH, PERSONAL_REACH = 4, 9
"""Over how many sentences a subject is carried: `ia` goes on with a person for longer."""


class Topic:
    """Whom the article speaks of at a sentence; `parties` and `sentence` are set as it is read."""

    def __init__(self, charts: Sequence[Chart]) -> None:
        self.parties: tuple[Item, ...] = ()
        self.sentence = -REACH - 1
        self._times: Counter[str] = Counter()
        self._first: dict[str, Item] = {}
        for chart in charts:
            for item in chart.items:
                name = item.called if item.party else None
                if name and not (item.place and item.before) and item.before not in _CONFERRING:
                    self._times[name] += 3 if chart.index < 2 else 1
                    self._first.setdefault(name, item)

    def at(self, index: int, *, personal: bool = False) -> tuple[Item, ...]:
        """The parties that a sentence without a subject goes on with; none where nobody is told of."""
        if self.parties:
            person = isinstance(self.parties[0].value, Person | Official)
            reach = PERSONAL_REACH if person and personal else REACH
            if index - self.sentence <= reach:
                return self.parties
        return self._most(lambda item: isinstance(item.value, Person | Official), least=3) if personal else ()

    def main(self) -> tuple[Item, ...]:
        """The party that the article names most; none where none is named twice."""
        return self._most(lambda item: True, least=2)

    def meant_by(self, noun: str, index: int) -> tuple[Item, ...]:
        """The party that a noun points back at: `perusahaan`, `penyair`; none where none is of its kind."""
        noun = noun.lower()
        if noun in book().lists["noun_person"]:
            spoken_of = self.at(index, personal=True)
            person = len(spoken_of) == 1 and isinstance(spoken_of[0].value, Person | Official)
            return spoken_of if person else self._most(lambda item: isinstance(item.value, Person | Official))
        kinds = next((k for words, k in _KINDS.items() if noun in book().lists[words]), None)
        if kinds is None:
            return ()
        return self._most(lambda item: isinstance(item.value, Agency) and item.value.kind in kinds)

    def _most(self, fits: Callable[[Item], bool], least: int = 1) -> tuple[Item, ...]:
        for name, times in self._times.most_common():
            if times >= least and fits(self._first[name]):
                return (self._first[name],)
        return ()


_CONFERRING = frozenset({"dari", "oleh", "versi", "besutan"})


@cache
def pointing() -> regex.Pattern[str]:
    """A clause that begins with a noun pointed at: `Penyair asal Kandangan itu baru saja ...`."""
    nouns = "|".join(
        regex.escape(n)
        for words in ("noun_person", *_KINDS)
        for n in sorted(book().lists[words], key=len, reverse=True)
    )
    return regex.compile(
        rf"\b(?P<noun>(?i:{nouns}))\b(?:[^.,;:\"]{{0,60}})\s(?:itu|ini|tersebut)\b(?=[^.;:]{{0,50}}\Z)"
    )
