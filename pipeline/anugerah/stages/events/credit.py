"""Credit: whose an award is. A head of region who takes the region's award is its receiver."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import regex

from anugerah.lexicon import load_lexicon
from anugerah.mentions import Agency, Award, Innovation, Official
from anugerah.page import Page
from anugerah.stages.awards import series_by_id
from anugerah.stages.events.chart import Item, Person, book, persons_of

_LEVEL = {"province": "province", "regency": "regency", "city": "city"}


@dataclass(frozen=True, slots=True)
class Credit:
    """A recipient by its canonical name, and the official who took the award for it, if any."""

    name: str
    kind: str
    id: str | None
    region: str | None
    affiliation: str | None
    item: Item
    receiver: Item | None = None
    innovation: Item | None = None

    def same(self, other: Credit) -> bool:
        """Whether two credits are one recipient's: equal ids, else equal names."""
        if self.id and other.id:
            return self.id == other.id
        return self.name.lower() == other.name.lower()

    @property
    def key(self) -> str:
        """What two mentions of one recipient share."""
        return self.id or self.name.lower()


@cache
def _personal() -> regex.Pattern[str]:
    return regex.compile(r"\b(?:" + "|".join(book().lists["personal"]) + r")", regex.IGNORECASE)


def is_personal(award: Award | None) -> bool:
    """Whether an award is given to persons: an order, a title, 'Guru Teladan'."""
    if award is None:
        return False
    if award.id and series_by_id()[award.id].personal:
        return True
    return bool(_personal().search(" ".join(filter(None, (award.title, award.category)))))


def credit(page: Page, item: Item, award: Award | None, main: Credit | None) -> Credit | None:
    """Who is credited where `item` is said to have got `award`; `main` is the article's own recipient."""
    value = item.value
    if isinstance(value, Agency):
        value = _levelled(value, award)
        return Credit(value.name, value.kind, value.id, value.region, None, item)
    if isinstance(value, Person):
        return Credit(_full_name(page, value.name), "person", None, None, None, item)
    if isinstance(value, Innovation):
        return _owner(page, item, value, main)
    if isinstance(value, Official):
        body = body_of(page, value) or _near(page, value, main)
        if body and not is_personal(award):
            return Credit(body.name, body.kind, body.id, body.region, None, item, receiver=item)
        if regional_head(value) and not is_personal(award):
            return None
        name = value.name or (value.title if regional_head(value) else None)
        return Credit(name, "person", None, value.region, body.name if body else None, item) if name else None
    return None


def _near(page: Page, official: Official, main: Credit | None) -> Agency | Credit | None:
    """The region of a head whose title does not name it: one told just before, else the article's own."""
    if not regional_head(official):
        return None
    told = [
        a for a in page.found(Agency) if a.kind in _LEVEL and official.start - 60 < a.start < official.start
    ]
    if told:
        return told[-1]
    return main if main and main.kind in _LEVEL else None


def _full_name(page: Page, name: str) -> str:
    """The fullest form in which the article names a person."""
    words = set(name.lower().split())
    forms = [(o.start, o.name) for o in page.found(Official) if o.name]
    forms += [(p.start, p.name) for p in persons_of(page)]
    fuller = [
        (start, form) for start, form in forms
        if words < set(form.lower().split()) and not _VERBAL.search(form)
    ]  # fmt: skip
    return min(fuller)[1] if fuller else _called(page, name)


_VERBAL = regex.compile(r"\s(?:Di|Me[mn]?)\p{Ll}{4,}(?:\s|\Z)")
"""A verb in capitals, which a headline puts after a name."""


def _called(page: Page, name: str) -> str:
    """Whom the article says a nickname is of: `Abdurrahman Wahid, akrab disapa Gus Dur`, `X (Gus Dur)`."""
    persons = [(o.end, o.name) for o in page.found(Official) if o.name]
    persons += [(p.end, p.name) for p in persons_of(page)]
    starts = [(o.start, o.name) for o in page.found(Official) if o.name]
    starts += [(p.start, p.name) for p in persons_of(page)]
    for m in regex.finditer(rf"(?<!\w){regex.escape(name)}(?!\w)", page.view):
        hinge = _nicknamed().search(page.view, max(0, m.start() - 70), m.start())
        if hinge:
            near = [
                full
                for end, full in persons
                if hinge.start() - 30 < end <= hinge.start() + 2 and full != name
            ]
            if near:
                return near[-1]
        told = _NICKNAME_OF.match(page.view, m.end())
        if told:
            whose = [full for start, full in starts if start == told.end()]
            if whose:
                return whose[0]
    return name


_NICKNAME_OF = regex.compile(r",?[ ](?:begitu|demikian)[ ](?:panggilan|sapaan)(?:[ ]akrab)?(?:nya)?[ ]")
"""`Gus Dur, begitu panggilan akrab Abdurrahman Wahid`."""


@cache
def _nicknamed() -> regex.Pattern[str]:
    words = "|".join(map(regex.escape, book().lists["nickname"]))
    return regex.compile(
        rf"(?:\(|,?[ ](?:atau|alias)[ ]|\b(?:{words})[ ])(?:\w+[ ]){{0,3}}\"?\Z", regex.IGNORECASE
    )


def _levelled(agency: Agency, award: Award | None) -> Agency:
    """A name that a city and a regency share, decided by the award's own category."""
    if agency.kind != "region" or agency.id or award is None:
        return agency
    told = " ".join(filter(None, (award.category, award.title))).lower()
    level = "city" if "kota" in told and "kabupaten" not in told else "regency"
    if "kota" not in told and "kabupaten" not in told:
        return agency
    found = load_lexicon().regions(agency.name, level)
    return replace(agency, name=found[0].name, kind=level, id=found[0].id) if len(found) == 1 else agency


def _owner(page: Page, item: Item, value: Innovation, main: Credit | None) -> Credit:
    """An innovation that is said to have won: its owner is credited, else the article's recipient."""
    if value.owner:
        for agency in page.found(Agency):
            if agency.name == value.owner:
                return Credit(agency.name, agency.kind, agency.id, agency.region, None, item, innovation=item)
    before = [
        a for a in page.found(Agency) if not a.bare and item.start - 200 < a.start and a.end <= item.start
    ]
    if before and not value.owner:
        a = before[-1]
        return Credit(a.name, a.kind, a.id, a.region, None, item, innovation=item)
    if main and main.kind != "person":
        return Credit(main.name, main.kind, main.id, main.region, None, main.item, innovation=item)
    return Credit(value.name, "other", None, None, None, item, innovation=item)


def regional_head(official: Official) -> bool:
    """Whether an office is that of a region's head, deputy or secretary, whatever its status."""
    title = official.title or ""
    return any(
        title.startswith((h, f"Plt {h}", f"Pj {h}", f"Plh {h}")) for h in book().lists["head_of_region"]
    )


def body_of(page: Page, official: Official) -> Agency | None:
    """The body that an official heads or belongs to: the region of a Bupati, the Dinas of its head."""
    title = official.title or ""
    if regex.match(r"(?:\w+ )?(?:Presiden|Wakil Presiden|Menteri|Raja|Ratu)\b", title):
        return None
    inside = [
        a for a in page.found(Agency)
        if official.start <= a.start and a.end <= official.end and not (a.bare and a.kind == "country")
    ]  # fmt: skip
    regional = regional_head(official)
    if not regional:
        own = [a for a in inside if not a.bare]
        if own:
            return own[0]
    entry = load_lexicon().region(official.region) if official.region else None
    if regional and entry and entry.kind in _LEVEL:
        return Agency(
            start=official.start, end=official.end, rule="events.head_of_region", name=entry.name,
            kind=entry.kind, id=entry.id, region=entry.id,
        )  # fmt: skip
    unit = _unit_of(page, official, title)
    if unit:
        return unit
    return inside[0] if inside and not _COMMANDER.match(title) else None


_COMMANDER = regex.compile(
    r"(?:Wakil )?(?:Kapol|Wakapol|Kepala (?:Kepolisian|Kejaksaan|Pengadilan)|"
    r"Kajari|Kajati|Dandim|Danrem|Pangdam|Ketua|Komandan)"
)
"""Offices of a body that bears its region's name: who holds one is not the region's."""


def _unit_of(page: Page, official: Official, title: str) -> Agency | None:
    """The unit that an office leads and does not name: `Kapolres Sikka` leads the Polres Sikka."""
    for office, unit in _offices():
        if title.startswith(f"{office} "):
            name = f"{unit} {title.removeprefix(office).strip()}"
            named = next((a for a in page.found(Agency) if a.name == name), None)
            return named or Agency(
                start=official.start, end=official.end, rule="events.unit_of", name=name,
                kind=_UNIT_KINDS.get(unit.split()[0], "agency"), region=official.region,
            )  # fmt: skip
    return None


_UNIT_KINDS = {
    "Kodim": "military",
    "Kodam": "military",
    "Korem": "military",
    "Pengadilan": "court",
} | dict.fromkeys(("Polres", "Polresta", "Polrestabes", "Polda", "Polsek"), "police")


@cache
def _offices() -> tuple[tuple[str, str], ...]:
    """Offices and the units that they lead, longest first."""
    pairs = (row.split(":") for row in book().lists["leads_unit"])
    return tuple(sorted(((office, unit) for office, unit in pairs), key=lambda p: -len(p[0])))
