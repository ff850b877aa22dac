"""Lists of winners: numbered and bulleted lines under a heading, and `Juara I: Desa X` in prose.

A heading says what its list is of: an award, a category, a placing by number, or the party whose
awards the lines name. A list under a heading that speaks of no award is no list of winners.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from anugerah.mentions import Agency, Award, Innovation, Official
from anugerah.stages.events.chart import Chart, Item, Person, Trigger, book
from anugerah.stages.events.claim import Claim
from anugerah.stages.events.frames import named_awards
from anugerah.stages.events.parties import chain_right, shape_after

_LINE = regex.compile(r"\s{0,12}(?P<mark>\(?(?P<number>\d{1,2})[.)]{1,2}|[-•●▪*·○>])[ ]{0,3}(?=\S)")
_COLON = regex.compile(r"\s?[:=]\s{1,2}")
_NAME = regex.compile(r"\p{Lu}[\p{L}.'’-]{0,20}(?:[ ]\p{Lu}[\p{L}.'’-]{0,20}){0,5}")


def read_lists(charts: Sequence[Chart], claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims that lists make, given what the sentences claim."""
    for block in _blocks(charts):
        yield from _read_block(block, claims)
    yield from _read_members(claims)
    for chart, category in _under_category(charts):
        for claim in _read_colons(chart):
            yield _in_category(claim, category)
    for chart in charts:
        yield from _read_pairs(chart)
        yield from _read_verbless(chart, claims)
    yield from _read_stacked(charts)
    yield from _read_continuations(charts, claims)
    yield from _read_owned(charts)


def _mark(chart: Chart) -> regex.Match[str] | None:
    return _LINE.match(chart.page.view, chart.start, chart.end)


def _blocks(charts: Sequence[Chart]) -> Iterator[list[Chart]]:
    """Runs of two and more marked lines, each with its heading first."""
    run: list[Chart] = []
    for n, chart in enumerate(charts):
        if _mark(chart):
            if not run and n:
                run = [charts[n - 1]]
            run.append(chart)
        else:
            if len(run) > 2:
                yield run
            run = []
    if len(run) > 2:
        yield run


def _read_block(block: Sequence[Chart], claims: Sequence[Claim]) -> Iterator[Claim]:
    heading, lines = block[0], block[1:]
    title = heading.words(heading.start, heading.end)
    awards, event = named_awards(heading.items)
    named = sum(any(isinstance(i.value, Award) and i.value.rank for i in line.items) for line in lines)
    if not book().words("winning").search(title) and not awards and named * 2 < len(lines):
        return
    owners = tuple(i for i in heading.items if i.party and i.before not in {"dari", "di", "kata", "ujar"})
    if not owners:
        spoken = [c for c in claims if c.recipients and c.chart.index <= heading.index]
        owners = spoken[-1].recipients[:1] if spoken else ()
    ranked = bool(book().words("ranked").search(title))
    for line in lines:
        mark = _mark(line)
        if not mark:
            continue
        own, _ = named_awards(line.items)
        parties = [i for i in line.items if i.party and i.before not in {"dari", "oleh"}]
        party = parties[0] if parties and (not own or parties[0].start < own[0].end + 60) else None
        shaped = _by_shape(line, mark.end())
        if shaped and (party is None or party.start > shaped.end) and (not own or own[0].start > shaped.end):
            party = shaped
        number = mark["number"]
        if party is not None:
            award = own[0] if own else (awards[0] if awards else None)
            if award is None:
                continue
            if awards and own:
                award = _within(own[0], awards[0])
            elif ranked and number:
                award = replace(award, rank=number)
            yield _claim(line, (party,), award, event)
        elif own and owners:
            yield _claim(line, owners[:1], own[0], event)


def _within(own: Award, heading: Award) -> Award:
    """The award of a line, with what only its heading says."""
    return replace(
        own,
        title=own.title or heading.title,
        event=own.event or heading.event or heading.title,
        category=own.category or heading.category,
        edition=own.edition or heading.edition,
    )


def _by_shape(line: Chart, start: int) -> Item | None:
    """The name that a line begins with, where no stage knew it."""
    m = _NAME.match(line.page.view, start, line.end)
    if not m or any(i.start < m.end() and m.start() < i.end for i in line.items):
        return None
    if " " not in m[0] and not regex.match(r"\s?[(,]", line.words(m.end(), line.end)):
        return None
    return Item(m.start(), m.end(), Person(m.start(), m.end(), " ".join(m[0].split())), "")


def _strong(award: Award) -> bool:
    """Whether an award is named or placed; `tiga kelompok besar` is not."""
    return bool(award.id or (award.rank and award.rule != "awards.top") or award.rule in _NAMING)


_PLACES = ("juara", "peringkat", "terbaik", "harapan", "posisi", "urutan")
_TITLES = frozenset({"awards.best", "awards.best_of"})
_NAMING = frozenset({"awards.awards", "awards.best_of", "awards.category"})


def _read_members(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Winners that are counted first and named then: `Tiga desa meraih A, yaitu X, Y dan Z`."""
    members = book().rule("events.members").pattern
    for claim in claims:
        if claim.recipients or not claim.awards or claim.weak:
            continue
        chart, reached = claim.chart, max(a.end for a in claim.awards)
        for n, item in enumerate(chart.items):
            if item.party and item.start > reached and members.search(chart.words(reached, item.start)):
                listed = _claim(chart, chain_right(chart, chart.items, n), claim.awards[0], claim.event)
                yield replace(listed, status=claim.status)
                break


HEADING = 90
"""The longest line that is a heading, in code points."""


def _under_category(charts: Sequence[Chart]) -> Iterator[tuple[Chart, Award | None]]:
    """Each sentence with the category of the heading that it stands under: `Kategori Televisi`."""
    category: Award | None = None
    for chart in charts:
        awards = [i.value for i in chart.items if isinstance(i.value, Award)]
        alone = len(awards) == len(chart.items) == 1 and chart.end - chart.start < HEADING
        if alone and awards[0].rule in {"awards.category", "awards.grade"} and not chart.triggers:
            category = replace(awards[0], category=awards[0].category or awards[0].rank)
        elif chart.end - chart.start > 2 * HEADING:
            category = None
        yield chart, category


def _in_category(claim: Claim, category: Award | None) -> Claim:
    if category is None or any(a.category for a in claim.awards):
        return claim
    return replace(claim, awards=tuple(replace(a, category=category.category) for a in claim.awards))


def _read_colons(chart: Chart) -> Iterator[Claim]:
    """`Juara I: Desa X, Juara II: Desa Y`."""
    for n, item in enumerate(chart.items):
        if not isinstance(item.value, Award) or not _strong(item.value):
            continue
        following = chart.items[n + 1] if n + 1 < len(chart.items) else None
        colon = _COLON.match(chart.page.view, item.end, chart.end)
        shaped = shape_after(chart, colon.end(), chart.end) if colon else None
        if shaped and (following is None or following.start > shaped.end):
            yield _claim(chart, (shaped,), item.value, None)
            continue
        if following is None or not following.party:
            continue
        between = chart.words(item.end, following.start)
        if len(between) <= 45 and book().rule("events.colon").pattern.match(between):
            yield _claim(chart, chain_right(chart, chart.items, n + 1), item.value, None)


def _read_pairs(chart: Chart) -> Iterator[Claim]:
    """`Harapan III untuk Puskesmas X, dan terbaik II atas nama Y`."""
    pairing = book().rule("events.for").pattern
    for n, item in enumerate(chart.items):
        following = chart.items[n + 1] if n + 1 < len(chart.items) else None
        if not isinstance(item.value, Award):
            continue
        if not (item.value.rank or item.value.category or item.value.rule in _TITLES):
            continue
        if following and following.party and pairing.match(chart.page.view, item.end, following.start):
            yield _claim(chart, chain_right(chart, chart.items, n + 1), item.value, None)
            continue
        link = pairing.match(chart.page.view, item.end, chart.end)
        shaped = shape_after(chart, link.end(), chart.end) if link else None
        if shaped:
            yield _claim(chart, (shaped,), item.value, None)


def _read_verbless(chart: Chart, claims: Sequence[Claim]) -> Iterator[Claim]:
    """`Desa X juara I Lomba Y`, `... dan Bupati Y TOP Pembina`: the winner before the award, no verb."""
    here = [c for c in claims if c.chart.index == chart.index and c.trigger.frame == "receive"]
    claimed = {a.start for c in here for a in c.awards}
    for first, second in pairwise(chart.items):
        placing = first.value
        if not isinstance(placing, Award) or placing.rule != "awards.placing" or not second.party:
            continue
        if placing.title == placing.rank and second.start - first.end == 1 and placing.start not in claimed:
            yield _claim(chart, (second,), placing, None)
    placings = sum(isinstance(i.value, Award) and i.value.rule == "awards.placing" for i in chart.items)
    for party, item in pairwise(chart.items):
        award = item.value
        if not party.party or party.before or not isinstance(award, Award) or award.start in claimed:
            continue
        placed = award.rule in {"awards.placing", "awards.winner"} and (award.rank or "").lower().startswith(
            _PLACES if placings > 1 else "juara"
        )
        if (placed or (here and award.title)) and chart.words(party.end, item.start).isspace():
            yield _claim(chart, (party,), award, None)


def _read_stacked(charts: Sequence[Chart]) -> Iterator[Claim]:
    """A table with one cell a line: `Juara I` and below it the winner."""
    for above, below in pairwise(charts):
        alone = len(above.items) == 1 and isinstance(above.items[0].value, Award) and not above.triggers
        if not alone or above.end - above.start > HEADING or below.end - below.start > HEADING:
            continue
        award, first = above.items[0].value, below.items[0] if below.items else None
        if not isinstance(award, Award) or not award.rank or award.title != award.rank:
            continue
        if first and first.party and first.start - below.start < 4 and not below.triggers:
            yield _claim(below, (first,), award, None)


def _read_continuations(charts: Sequence[Chart], claims: Sequence[Claim]) -> Iterator[Claim]:
    """`Sebelas daerah lain yakni A, B, C` or `X dan Y termasuk di antaranya`, after the award was told of."""
    members, among = book().rule("events.members").pattern, book().rule("events.among").pattern
    for n, chart in enumerate(charts):
        near = charts[max(0, n - 2) : n]
        if not any(
            isinstance(i.value, Award) and i.value.rule != "awards.ceremony" for b in near for i in b.items
        ):
            continue
        told = [c for c in claims if c.awards and not c.weak and c.chart.index < chart.index]
        told = [c for c in told if c.recipients or c.trigger.frame in {"receive", "named"}]
        if not told or any(isinstance(i.value, Award) for i in chart.items):
            continue
        if book().words("waiting").search(chart.words(chart.start, chart.end)):
            continue
        for k, item in enumerate(chart.items):
            if not item.party:
                continue
            chain = chain_right(chart, chart.items, k)
            listed = len(chain) > 2 and members.search(chart.words(chart.start, item.start))
            if listed or among.match(chart.words(chain[-1].end, chart.end)):
                claim = _claim(chart, chain, told[-1].awards[0], told[-1].event)
                if _took_for_bodies(chain, near, told):
                    claim = replace(claim, recipients=(), receivers=chain)
                yield replace(claim, status=told[-1].status)
                break


def _took_for_bodies(chain: Sequence[Item], near: Sequence[Chart], told: Sequence[Claim]) -> bool:
    """Whether officials are listed who took what the bodies listed just before them have won."""
    if not all(isinstance(i.value, Official | Person) for i in chain):
        return False
    bodies = [r for c in told for r in c.recipients if isinstance(r.value, Agency)]
    listed = [i for b in near for i in b.items if isinstance(i.value, Agency)]
    return len(bodies) > 1 or len(listed) > 2


def _read_owned(charts: Sequence[Chart]) -> Iterator[Claim]:
    """Innovations with their owners, after the award that all won: `A dari Pemkab X, B dari Pemkab Y`."""
    for n, chart in enumerate(charts):
        pairs = [
            (left, right)
            for left, right in pairwise(chart.items)
            if isinstance(left.value, Innovation)
            and isinstance(right.value, Agency)
            and right.before in book().lists["owner"]
            and right.start - left.end < 60
        ]
        near = [i.value for b in charts[max(0, n - 2) : n + 1] for i in b.items if isinstance(i.value, Award)]
        top = [a for a in near if a.rank and not a.anaphor]
        if len(pairs) < 2 or not top:
            continue
        for innovation, owner in pairs:
            yield replace(_claim(chart, (owner,), top[-1], None), innovations=(innovation,))


def _claim(chart: Chart, recipients: tuple[Item, ...], award: Award, event: Award | None) -> Claim:
    trigger = Trigger(chart.start, chart.start, "list", "events.list", "")
    return Claim(
        chart=chart,
        trigger=trigger,
        recipients=recipients,
        awards=(award,),
        event=event,
        start=chart.start,
        end=chart.end,
    )
