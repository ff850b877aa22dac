"""The organiser: the institution that runs the contest or confers the award, where no claim names a giver.

`digelar Kementerian X`, `ajang besutan X`, `X menggelar`, `X selaku penyelenggara`, `penghargaan dari X`:
the first that an article tells counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from anugerah.mentions import Agency, Award, DateMention
from anugerah.stages.events.chart import PLACES, Chart, Item, Person, book

NEAR = 25
"""How far after an award `dari` and its giver may begin, in code points."""


def organiser(rows: Sequence[Chart]) -> Item | None:
    """The institution that an article names as the one that runs its ceremony, or None."""
    for tell in (_told_before, _told_after, _told_of_award, _told_by_shape):
        for row in rows:
            found = tell(row)
            if found:
                return found
    return None


def _bodies(row: Chart) -> list[Agency]:
    """The institutions of a sentence, those within an official's title too."""
    return [
        a
        for a in row.page.found(Agency)
        if row.start <= a.start < row.end and not (a.bare and a.kind in PLACES)
    ]


def _told_before(row: Chart) -> Item | None:
    """Who stands after `digelar`, `ajang besutan`, `versi`."""
    starts = {a.start: a for a in _bodies(row)}
    for m in book().rule("events.organised").pattern.finditer(row.page.view, row.start, row.end):
        if m.end() in starts:
            return _item(starts[m.end()])
    return None


def _told_after(row: Chart) -> Item | None:
    """Who stands before `selaku penyelenggara`, or before `menggelar` and a contest."""
    organising = book().rule("events.organising").pattern
    for body in _bodies(row):
        if _as_organiser().match(row.page.view, body.end, row.end):
            return _item(body)
        m = organising.match(row.page.view, body.end, row.end)
        if m and (m[0].endswith("nya") or _holds_contest(row, m.end())):
            return _item(body)
    return None


def _told_of_award(row: Chart) -> Item | None:
    """Who stands after an award and `dari`."""
    for item in row.items:
        if isinstance(item.value, Agency) and item.before == "dari" and not item.place:
            ahead = [i for i in row.items if i.end <= item.start and not isinstance(i.value, DateMention)]
            if ahead and isinstance(ahead[-1].value, Award) and item.start - ahead[-1].end < NEAR:
                return item
    return None


def _told_by_shape(row: Chart) -> Item | None:
    """Whose name in capitals, which no stage knows, stands after an award and `dari`, `versi`, `digelar`."""
    for award in (i for i in row.items if isinstance(i.value, Award)):
        m = _conferrer().match(row.page.view, award.end, row.end)
        if m and not any(i.start < m.end("name") and m.start("name") < i.end for i in row.items):
            start, end = m.span("name")
            return Item(start, end, Person(start, end, " ".join(m["name"].split())), "dari")
    return None


@cache
def _conferrer() -> regex.Pattern[str]:
    verbs = "digelar|diselenggarakan|dihelat|diadakan|digagas|diinisiasi|diprakarsai"
    word = r"(?!Pulau|Provinsi|Kabupaten|Kota|Tanah|Benua|Negeri|Jalan)\p{Lu}[\p{L}\d&'’-]{1,24}"
    return regex.compile(
        rf"[^.;:\n]{{0,30}}?\b(?:dari|versi|besutan|garapan|(?:yang[ ])?(?:{verbs})(?:[ ]oleh)?)[ ]"
        rf"(?P<name>{word}(?:[ ](?:of[ ]|for[ ]|and[ ])?{word}){{1,6}})"
    )


def _holds_contest(row: Chart, at: int) -> bool:
    """Whether what is run is a contest or ceremony: an award phrase, or a common noun for one."""
    if any(isinstance(i.value, Award) and i.start >= at for i in row.items):
        return True
    return bool(book().words("contest").match(row.page.view[at : at + 40].lstrip()))


@cache
def _as_organiser() -> regex.Pattern[str]:
    roles = "|".join(map(regex.escape, book().lists["organiser"]))
    return regex.compile(rf"[^.;:\n]{{0,60}}?\b(?:selaku|sebagai)\s(?:{roles})\b", regex.IGNORECASE)


def _item(body: Agency) -> Item:
    return Item(body.start, body.end, body, "")
