"""The innovations stage: named innovations, programmes and applications, with expansion and owner."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

import regex
from ahocorasick_rs import AhoCorasick, Implementation

from anugerah.mentions import Acronym, Agency, Innovation, Official
from anugerah.page import Page
from anugerah.rulebook import TIMEOUT, Rule
from anugerah.stages.entries import Entries, is_contest
from anugerah.stages.innovation_names import (
    in_headline,
    is_initials,
    is_name,
    is_name_of_body,
    joined,
    loud_part,
    owner_after,
    pieces,
    shape_of,
)
from anugerah.stages.innovation_names import rules as _rules
from anugerah.stages.innovation_names import words as _words
from anugerah.stages.stage import Stage

_BEFORE = regex.compile(r"(\w+(?: \w+)?)[\"']? $")
_BRACKET = regex.compile(r"[\"']? ?\((?P<inside>[^()\n]{3,160})\)")
_NEXT = regex.compile(
    r"(?:,? (?:dan|serta|hingga|sampai) (?:juga )?|[,;] )(?:(?:inovasi|aplikasi|program|layanan) )?"
)
_ITEM = regex.compile(r"[a-z][^,.;:()\n\"]{3,40}(?=, )")
_LAST_QUOTED = regex.compile(
    r"(?:\"[^\"\n]{2,80}\"|(?<!\w)'[^'\n]{2,70}')(?=(?: berhasil| kembali| sukses)?$)"
)
_WINNING = frozenset({"innovations.earning", "innovations.carrying"})
"""Rules by which the name is said to have won."""
_QUOTES = "\"'"
_AROUND = 250
"""How far from a name what makes it an innovation may stand."""


class InnovationStage(Stage):
    """Names that stand after a noun for innovations, after a word of naming, in a list, or with an owner.

    The expansion comes from the acronyms of the page or from the bracket, the owner from the
    institution after `dari`, `milik`, `besutan`.
    """

    group = "innovations"

    def find(self, page: Page) -> list[Innovation]:
        """The mentions on a page, in order of their start."""
        reader = _Reader(page)
        found: dict[int, Innovation] = {}
        lowered = page.view.lower()
        spoken_of = lowered.count("inova") + lowered.count("innova")
        occasions = sum(lowered.count(word) for word in _words("occasions"))
        reader.on_contest = is_contest(lowered, occasions)
        if not spoken_of and not occasions and not reader.on_contest:
            return []
        reader.on_occasion = reader.on_contest or occasions + spoken_of > 1
        reader.lowered = lowered
        reader.speaks_of_innovation = spoken_of > 0
        reader.on_innovations = spoken_of > 1 or reader.on_contest
        for rule, m in _matches(page.view, lowered):
            for mention in reader.selected(rule, m) if rule.options.get("before") else reader.read(rule, m):
                found.setdefault(mention.start, mention)
        for mention in reader.spelled_out():
            found.setdefault(mention.start, mention)
        if reader.on_contest:
            for mention in reader.entries():
                found.setdefault(mention.start, mention)
        return _with_later(page, _apart(found.values()))


class _Reader:
    """Reads the names of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.view = page.view
        self.lowered = ""
        self.on_occasion = False
        self.on_innovations = self.speaks_of_innovation = self.on_contest = False
        self.pairs = page.found(Acronym)
        self.pair_starts = [p.start for p in self.pairs]
        self.agencies = {a.start: a for a in page.found(Agency)}
        spans = [(a.start, a.end) for a in page.found(Agency) if not a.bare]
        spans += [(o.start, o.end) for o in page.found(Official)]
        self.taken = sorted(spans)

    def read(self, rule: Rule, m: regex.Match[str]) -> Iterator[Innovation]:
        """The name that a rule found, and those that follow it in a list."""
        start, end = m.span("name")
        if self._blocked(m) or not self._believed(rule, m) or self._is_other(start, end):
            return
        if start < self.page.base and self.view.find(m["name"].strip(_QUOTES), self.page.base) < 0:
            return
        if rule.options.get("told") and shape_of(m["name"]) not in {"quoted", "caps", "title"}:
            return
        if self.on_contest:
            end = pieces(self.view, start, end)[0][1]
        elif self.view[start] not in _QUOTES and loud_part(self.view, start, end) < end:
            end = loud_part(self.view, start, end)
        elif _rules().words("linking").search(m[0]):
            end = joined(self.view, start, end)[0][1]
        mention = self._mention(rule.id, start, end)
        if mention is None:
            return
        yield mention
        yield from self._following(mention)

    def _following(self, mention: Innovation) -> Iterator[Innovation]:
        """The further names of the list that a name begins."""
        at = self._after_owner(mention)
        for _ in range(12):
            n = _NEXT.match(self.view, at)
            name = _name().match(self.view, n.end()) if n else None
            if n and not name and (skipped := _ITEM.match(self.view, n.end())):
                at = skipped.end()
                continue
            if not n or not name or self._is_other(*name.span()):
                return
            start, end = joined(self.view, *name.span())[0]
            following = self._mention("innovations.listed", start, end)
            if following is None:
                at = end
                continue
            if not self._closes(following, n):
                return
            yield following
            at = self._after_owner(following)

    def _after_owner(self, mention: Innovation) -> int:
        """Where a list may go on: after a name, its owner and the owner's region."""
        at = max(mention.end, mention.owner_end or 0)
        region = self.agencies.get(at + 2) if self.view.startswith(", ", at) else None
        return region.end if region and region.bare and mention.owner else at

    def entries(self) -> Iterator[Innovation]:
        """The names that only the page of a contest tells, and those that follow them in a list."""
        for rule, start, end in Entries(self.page).find():
            mention = self._mention(rule, start, end)
            if mention:
                yield mention
                yield from self._following(mention)

    def selected(self, rule: Rule, m: regex.Match[str]) -> Iterator[Innovation]:
        """The quoted or spelled out name that ends before a rule's match."""
        end = m.start()
        while end and self.view[end - 1] in " ,":
            end -= 1
        pair = next((p for p in self._near(end - 2, end) if p.end <= end <= p.end + 2), None)
        quoted = _LAST_QUOTED.search(self.view, max(0, end - 90), end)
        if pair and not self._is_other(pair.start, pair.end):
            mention = self._mention(rule.id, pair.start, pair.end)
        elif quoted:
            mention = self._mention(rule.id, *quoted.span())
        else:
            mention = None
        if mention:
            yield mention

    def spelled_out(self) -> Iterator[Innovation]:
        """Pairs of short and long form that have an owner or are said to be a programme."""
        for pair in self.pairs:
            if pair.start < self.page.base or self._is_other(pair.start, pair.end):
                continue
            if is_name_of_body(pair.long) or not pair.long[0].isupper() or self._of_other(pair.start):
                continue
            mention = self._mention("innovations.spelled_out", pair.start, pair.end)
            if mention and self._said(mention, pair):
                yield mention
                yield from self._following(mention)

    def _said(self, mention: Innovation, pair: Acronym) -> bool:
        """True where the words around a pair say what it is: `, layanan yang`, `. Program besutan`."""
        if is_initials(pair):
            return self._is_listed(pair) and _saying().match(self.view, mention.end) is not None
        if " " in pair.short and pair.rule == "acronyms.stands_for":
            return True
        if (self.speaks_of_innovation or self._is_listed(pair)) and _saying().match(self.view, mention.end):
            return True
        if self.on_innovations and mention.owner:
            return True
        listed = self._is_listed(pair)
        noun = pair.long.split()[0].lower()
        is_programme = noun in _words("programme") or noun in _words("innovation")
        return (listed and (self.speaks_of_innovation or is_programme)) or (
            self.on_innovations and is_programme
        )

    def _is_listed(self, pair: Acronym) -> bool:
        """True where a word of a list or of means stands right before a pair."""
        listing = _rules().rule("innovations.listing").pattern
        return listing.search(self.view, max(0, pair.start - 24), pair.start) is not None

    def _blocked(self, m: regex.Match[str]) -> bool:
        """True inside a quotation's beginning, after an award's noun, and where a work is spoken of."""
        if m.start() and self.view[m.start() - 1] in _QUOTES:
            return True
        if self._of_other(m.start()):
            return True
        if "noun" not in m.groupdict():
            return bool(self._clause(m.start()) & _words("works"))
        return False

    def _of_other(self, start: int) -> bool:
        """True after a word that makes what follows the name of a contest or an institution."""
        before = _BEFORE.search(self.view, max(0, start - 40), start)
        if not before:
            return False
        told = before[1].lower()
        return told in _words("not_before") or told.split()[-1] in _words("not_before")

    def _clause(self, end: int) -> set[str]:
        """The words before a place, back to the beginning of its sentence."""
        clause = self.view[max(0, end - 60) : end].lower()
        clause = clause[max(clause.rfind(". "), clause.rfind("\n")) + 1 :]
        return {w.removesuffix("nya") for w in regex.findall(r"\w+", clause)}

    def _is_vague(self, m: regex.Match[str]) -> bool:
        """True of `produk Siemens`: after such a noun a name must be said to be one."""
        if "noun" not in m.groupdict() or m["noun"].lower() not in _words("vague"):
            return False
        return not any(word in self.view[m.end("noun") : m.start("name")] for word in _words("naming"))

    def _on_occasion(self, start: int, end: int) -> bool:
        """True where innovation, an award or a contest is spoken of, often or around a span."""
        if self.on_occasion:
            return True
        around = self.lowered[max(0, start - _AROUND) : end + _AROUND]
        return "inova" in around or "innova" in around or any(w in around for w in _words("occasions"))

    def _is_innovation(self, m: regex.Match[str]) -> bool:
        """An application is one only in an article that speaks of innovation."""
        if "noun" not in m.groupdict() or m["noun"].lower() != "aplikasi":
            return True
        return self.speaks_of_innovation or m["name"][1:2] == "-"

    def _believed(self, rule: Rule, m: regex.Match[str]) -> bool:
        """Quoted and spelled out names where a name can be, others where innovation is spoken of."""
        start, end = m.span("name")
        made = rule.options.get("made")
        near = [p for p in self._near(start, end) if p.start <= start < p.end or p.start <= end <= p.end]
        marked = self.view[start] in _QUOTES or any(not is_initials(p) for p in near)
        loud = shape_of(m["name"]) == "caps"
        if not marked and not loud and in_headline(self.view, start):
            return False
        if not marked and near and not self._calls_it_one(m):
            return False
        if not marked and (self._is_vague(m) or not self._on_occasion(start, end)):
            return False
        if self.on_innovations or (made and self._clause(start) & _words("creations")):
            return True
        if made and not self.speaks_of_innovation:
            return False
        return marked or bool(
            rule.options.get("sure") and (rule.id != "innovations.noun" or self._is_innovation(m))
        )

    def _calls_it_one(self, m: regex.Match[str]) -> bool:
        """Whether the noun before a name is one for innovations."""
        if "noun" in m.groupdict():
            return m["noun"].lower() in _words("innovation")
        return m[0][:7].lower() == "inovasi"

    def _near(self, start: int, end: int) -> list[Acronym]:
        """The pairs that a span can touch."""
        i = bisect_right(self.pair_starts, start)
        return self.pairs[max(0, i - 1) : bisect_right(self.pair_starts, end)]

    def _is_other(self, start: int, end: int) -> bool:
        """True where an institution or an official begins or covers the span."""
        i = bisect_right(self.taken, (start, len(self.view)))
        return any(
            a <= start < b or (a < end and start <= a and b - a > (end - start) // 2)
            for a, b in self.taken[max(0, i - 3) : i + 2]
        )

    def _closes(self, mention: Innovation, joint: regex.Match[str]) -> bool:
        """A further name of a list is quoted, spelled out, owned, or followed by the list's next mark."""
        after = self.view[mention.end : mention.end + 6].lstrip("\"'")
        return (
            bool(mention.owner or mention.expansion)
            or after[:1] in tuple(",;.)")
            or after.startswith((" dan ", " serta"))
            or self.view[mention.start - 1] in _QUOTES
        )

    def _mention(self, rule: str, start: int, end: int) -> Innovation | None:
        quoted = self.view[start] in _QUOTES
        if quoted:
            start, end = start + 1, end - 1
        pair = next(
            (p for p in self._near(start, end) if p.start <= start < p.end or start <= p.start < end), None
        )
        expansion = None
        if pair and not quoted and pair.long_start <= start < pair.long_end:
            start = pair.long_start if pair.long_start < start else start
        name = self.page.text[start:end].strip(" .,")
        last = end
        if pair:
            if start == pair.start or name == pair.short or pair.long_start <= start < pair.long_end - 3:
                name, expansion = pair.short, pair.long
                start, last = min(start, pair.start), max(pair.end, end)
            elif pair.short_end <= end + 2 and pair.short in name:
                expansion, last = pair.long, max(pair.end, end)
        if expansion is None and (more := _colon().match(self.view, last)):
            expansion, last = self.page.text[more.start("more") : more.end("more")], more.end()
        if quoted and ": " in name and shape_of(name.partition(": ")[0]) in {"caps", "single"}:
            name, _, expansion = name.partition(": ")
        if not is_name(name, quoted=quoted, homely=self.on_contest or rule in _WINNING):
            return None
        at = last
        while at < len(self.view) and self.view[at] in _QUOTES + ")":
            at += 1
        b = _BRACKET.match(self.view, last)
        inner = b.start("inside") if b else -1
        whose = self.agencies.get(inner) or self.agencies.get(inner - 1)
        if b:
            at = b.end()
            inside = b["inside"]
            if expansion is None and whose is None and len(inside.split()) > 1 and inside[0].isupper():
                expansion = self.page.text[b.start("inside") : b.end("inside")]
        owner = whose or owner_after(self.view, at, self.agencies)
        return Innovation(
            start=start,
            end=max(at if expansion else end, end),
            rule=rule,
            name=name,
            expansion=expansion,
            owner=owner.name if owner else None,
            owner_start=owner.start if owner else None,
            owner_end=owner.end if owner else None,
        )


def _apart(found: Iterable[Innovation]) -> list[Innovation]:
    """Mentions in order, none inside another; each with the expansion and owner that one of them has."""
    out: list[Innovation] = []
    for m in sorted(found, key=lambda m: (m.start, -m.end)):
        if not out or m.start >= out[-1].end:
            out.append(m)
    expansions = {m.name: m.expansion for m in out if m.expansion}
    owners = {m.name: m.owner for m in reversed(out) if m.owner}
    return [
        replace(m, expansion=m.expansion or expansions.get(m.name), owner=m.owner or owners.get(m.name))
        for m in out
    ]


def _with_later(page: Page, found: list[Innovation]) -> list[Innovation]:
    """The mentions, and where the names that they told stand again."""
    told: dict[str, Innovation] = {}
    for mention in found:
        if len(mention.name) > 4 and mention.name[0].isupper():
            told.setdefault(mention.name, mention)
    if not told:
        return found
    taken = [(mention.start, mention.end) for mention in found]
    later = []
    for name in sorted(told, key=len, reverse=True):
        at = page.view.find(name)
        while at >= 0:
            end = at + len(name)
            around = page.view[max(0, at - 1) : at] + page.view[end : end + 1]
            whole = not any(c.isalnum() or c in "_-" for c in around)
            if whole and not any(a < end and at < b for a, b in taken):
                taken.append((at, end))
                later.append(replace(told[name], start=at, end=end, rule="innovations.again"))
            at = page.view.find(name, end)
    return sorted([*found, *later], key=lambda mention: mention.start)


def _matches(view: str, lowered: str) -> Iterator[tuple[Rule, regex.Match[str]]]:
    """Every match of every rule, tried only where one of its anchors begins a word."""
    if len(lowered) != len(view):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in view)
    automaton, rules = _anchors()
    tried: set[tuple[int, str]] = set()
    for i, at, _ in automaton.find_matches_as_indexes(lowered, overlapping=True):
        if at and view[at - 1].isalnum():
            continue
        for rule in rules[i]:
            if (at, rule.id) not in tried:
                tried.add((at, rule.id))
                m = rule.pattern.match(view, at, timeout=TIMEOUT)
                if m:
                    yield rule, m


@cache
def _anchors() -> tuple[AhoCorasick, list[list[Rule]]]:
    """An automaton over all anchors, and the rules of each."""
    rules: dict[str, list[Rule]] = {}
    for rule in _rules().rules:
        for anchor in rule.options.get("anchors", ()):
            rules.setdefault(anchor, []).append(rule)
    return AhoCorasick(list(rules), implementation=Implementation.DFA), list(rules.values())


@cache
def _name() -> regex.Pattern[str]:
    return regex.compile(_rules().fragments["named"])


@cache
def _saying() -> regex.Pattern[str]:
    nouns = "|".join(sorted(_words("innovation") | _words("programme"), key=len, reverse=True))
    return regex.compile(
        rf"[\"']?[,.]? (?:sebuah |ini |adalah |merupakan |yakni |yaitu )?(?i:{nouns})(?= [a-z])"
    )


@cache
def _colon() -> regex.Pattern[str]:
    return regex.compile(rf": (?P<more>{_rules().fragments['run']})")
