"""Headings: what the lines under one inherit, and where its reach ends."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from anugerah.mentions import Award
from anugerah.stages.events.chart import Chart, book
from anugerah.stages.events.frames import named_awards
from anugerah.stages.events.lists.lines import mark_of
from anugerah.stages.events.lists.making import RULE
from anugerah.stages.events.lists.names import heading_noun

LONGEST = 90
"""The longest line that is a heading, in code points."""

CONTESTS = frozenset({"awards.ceremony", "awards.known"})

PLACED = frozenset({"awards.placing", "awards.medal", "awards.top"})


@dataclass(frozen=True, slots=True)
class Heading:
    """A line over others: its level is `placing`, `award` or `category`."""

    line: Chart
    level: str
    award: Award
    event: Award | None
    noun: str | None


def read_heading(line: Chart, *, over_placings: bool = False) -> Heading | None:
    """A short line that names an award, a placing or a category, or is nothing but a name for a group.

    Over placings that begin with the first, a line is the name of their group even if it is that of a body.
    """
    text = line.words(line.start, line.end)
    if len(text) > LONGEST or line.triggers or text.endswith((".", ";", ",")):
        return None
    lead = book().rule("events.list_letter").pattern.match(line.page.view, line.start, line.end)
    start = lead.end() if lead else line.start
    awards, event = named_awards(line.items)
    noun = heading_noun(line.words(start, line.end))
    first = next((i for i in line.items if isinstance(i.value, Award)), None)
    if awards and first and first.start - start < 4:
        award = awards[0]
        if award.rule in PLACED and award.title == award.rank:
            return Heading(line, "placing", award, event, noun)
        if award.rule == "awards.category" or not (award.title or award.rank or award.event):
            return Heading(line, "category", award, event, noun) if award.category else None
        return Heading(line, "award", award, event, noun if award.rule in CONTESTS else None)
    if first:
        return None
    titled = book().rule("events.list_title").pattern.match(line.page.view, start, line.end)
    if titled:
        edition = titled["year"]
        award = Award(start=start, end=line.end, rule=RULE, title=titled["name"], edition=edition)
        return Heading(line, "award", award, None, None)
    medal = book().rule("events.list_medal").pattern.fullmatch(line.page.view, start, line.end)
    if medal and medal[0].isalpha() and len(medal[0]) > 3:
        grade = Award(start=start, end=line.end, rule="awards.medal", title=None, rank=medal[0])
        return Heading(line, "placing", grade, None, None)
    if line.items and not isinstance(line.items[0].value, Award) and not noun and not over_placings:
        return None
    named = book().rule("events.list_group").pattern.match(line.page.view, start, line.end)
    if not named or (mark_of(line) and not lead):
        return None
    category = named["name"].strip()
    award = Award(start=start, end=line.end, rule="events.list_group", title=None, category=category)
    return Heading(line, "category", award, None, noun)


@dataclass(slots=True)
class Scope:
    """The headings that an entry stands under, the widest first."""

    levels: list[Heading] = field(default_factory=list)
    read: bool = False

    def enter(self, heading: Heading) -> None:
        """A heading ends the reach of one of its own level, and of all when entries were read before it."""
        same = next((n for n, h in enumerate(self.levels) if h.level == heading.level), None)
        if same is not None:
            del self.levels[same:]
        elif self.read:
            self.levels.clear()
        self.levels.append(heading)
        self.read = False

    def get(self, level: str) -> Heading | None:
        """The heading of a level."""
        return next((h for h in self.levels if h.level == level), None)

    @property
    def noun(self) -> str | None:
        """The kind of body that the headings speak of."""
        return next((h.noun for h in reversed(self.levels) if h.noun), None)

    def award(self) -> Award | None:
        """What a line without an award of its own is listed under."""
        placing, award = self.get("placing"), self.get("award")
        if placing:
            return self.complete(placing.award)
        return self._in_category(award.award) if award else None

    def complete(self, own: Award) -> Award:
        """The award of an entry with what only the headings over it say."""
        award = self.get("award")
        return self._in_category(join(own, award.award) if award else own)

    def _in_category(self, own: Award) -> Award:
        """An award with the category of its heading, unless it has its own."""
        category = self.get("category")
        return replace(own, category=own.category or category.award.category) if category else own


def join(own: Award, heading: Award) -> Award:
    """The award of a line, with what only its heading says."""
    return replace(
        own,
        title=own.title or heading.title,
        event=own.event or heading.event or heading.title,
        category=own.category or heading.category,
        edition=own.edition or heading.edition,
    )
