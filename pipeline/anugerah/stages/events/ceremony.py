"""The ceremony: the day and the place at which the article's awards were handed over or announced.

Winners of one ceremony share it. The day comes from the sentence that tells of the handing over or
of the win, else from words spoken there; never from a written statement or a telephone call.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import regex

from anugerah.lexicon import load_lexicon
from anugerah.mentions import Agency, DateMention
from anugerah.stages.events.chart import Chart, Item, book
from anugerah.stages.events.claim import Claim, dates_of

LEAST = -2.2
"""The score below which a dated sentence is none of the ceremony's."""


@dataclass(frozen=True, slots=True)
class Venue:
    """Where a ceremony was, as it stands on the page."""

    start: int
    end: int
    venue: str | None
    city: str | None


@dataclass(frozen=True, slots=True)
class Ceremony:
    """The day and the place of an article's awards, as far as it tells them."""

    date: DateMention | None
    place: Venue | None


def find_ceremony(charts: Sequence[Chart], claims: Sequence[Claim]) -> Ceremony:
    """The ceremony that an article's own claims belong to."""
    fresh = [c for c in claims if not c.past]
    if not fresh:
        return Ceremony(None, None)
    first = min(c.chart.index for c in fresh)
    best: tuple[float, Chart, DateMention] | None = None
    oldest = _oldest(charts)
    for chart in charts:
        for item, day in dates_of(chart):
            if day.value is None or day.precision not in {"day", "interval"}:
                continue
            score = _score(chart, item.start, fresh, first) - 4 * ((day.latest or oldest) < oldest)
            if score > LEAST and (best is None or score > best[0]):
                best = (score, chart, day)
    scene = best[1] if best else None
    place = find_place(scene) if scene else None
    if place is None:
        for claim in sorted(fresh, key=lambda c: (c.trigger.frame not in _HANDOVER, c.chart.index)):
            place = find_place(claim.chart)
            if place:
                break
    if place is None:
        scenes = (c for c in charts if book().words("scene").search(c.words(c.start, c.end)))
        place = next(filter(None, map(find_place, scenes)), None)
    return Ceremony(best[2] if best else None, place)


def _oldest(charts: Sequence[Chart]) -> str:
    """The day before which a date is history: 300 days before publication, else before the latest date."""
    published = charts[0].page.published if charts else None
    if published:
        return date.fromordinal(max(1, published.toordinal() - 300)).isoformat()
    days = [d.latest for c in charts for _, d in dates_of(c) if d.latest and d.precision == "day"]
    latest = date.fromisoformat(max(days)).toordinal() if days else 301
    return date.fromordinal(max(1, latest - 300)).isoformat()


_HANDOVER = frozenset({"handed", "handing", "taken", "give"})


def _score(chart: Chart, at: int, claims: Sequence[Claim], first: int) -> float:
    """How well a dated sentence fits as that of the ceremony; 0 or less rules it out."""
    text = chart.words(chart.start, chart.end)
    own = [c for c in claims if c.chart.index == chart.index]
    score = 0.0
    if any(c.trigger.frame in _HANDOVER for c in own):
        score += 3
    if own:
        score += 2.5
    if book().words("scene").search(text):
        score += 2
    near = text[max(0, at - chart.start - 110) : at - chart.start]
    spoken = bool(book().words("saying").search(near))
    if book().words("remote").search(text):
        score -= 4
    elif spoken:
        score -= 0.5 if book().words("there").search(near) else 2
    if book().words("decree").search(text[max(0, at - chart.start - 170) : at - chart.start]):
        score -= 6
    score -= 0.15 * abs(chart.index - first)
    return score


def find_place(chart: Chart) -> Venue | None:
    """The venue and city that a sentence names, or None."""
    rule = book().rule("events.place")
    best: Venue | None = None
    for m in rule.pattern.finditer(chart.page.view, chart.start, chart.end):
        if m[0].startswith("dari"):
            continue
        venue = m["venue"].strip()
        country = next((i for i in chart.items if i.start == m.start("city") and _is_country(i)), None)
        if country and not _venue_like(venue):
            return Venue(m.start("venue"), m.end("city"), None, venue)
        start, end = m.span("venue")
        if book().words("no_venue").match(venue):
            continue
        city, city_end = _city(m["city"]), m.end("city")
        if not city and m["more"]:
            city, city_end = _city(m["more"]), m.end("more")
        if city:
            end = city_end
        elif _city(venue):
            if not best and not book().words("anaphor").match(chart.page.view, start + len(venue) + 1):
                best = Venue(start, start + len(venue), None, venue)
            continue
        else:
            words = venue.split(" ")
            for n in (3, 2, 1):
                if len(words) > n and _city(" ".join(words[-n:])):
                    named = len(words) > n + 1 or words[0].lower() not in book().lists["building"]
                    city, venue = " ".join(words[-n:]), " ".join(words[:-n]) if named else venue
                    break
        if _venue_like(venue) or (city and len(venue.split()) > 1):
            return Venue(start, end, venue, city)
    return best


def _is_country(item: Item) -> bool:
    return isinstance(item.value, Agency) and item.value.kind == "country"


def _venue_like(name: str) -> bool:
    return bool(book().words("venue").match(name) or book().words("venue_within").search(name))


def _city(name: str | None) -> str | None:
    """The name, if it is that of a city or regency."""
    if not name:
        return None
    bare = regex.sub(r"^(?:Kota|Kabupaten|Kab\.)\s", "", name.strip())
    if (
        bare in book().lists["city"]
        or load_lexicon().regions(bare, "city")
        or load_lexicon().regions(bare, "regency")
    ):
        return bare
    return None
