"""The officials stage: persons with an office, offices alone, and later mentions of either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import regex
from spacy.language import Language

from anugerah.mentions import Agency, Official
from anugerah.page import Page
from anugerah.stages.component import Component
from anugerah.stages.persons import Name, in_text, last_person, name_before, read_name
from anugerah.stages.titles import (
    Reader,
    Row,
    Title,
    given_names,
    has_prefix,
    is_region,
    offices,
    rules,
    words_of,
)

_JOINED = regex.compile(r" ?/ ?|,? (?:sekaligus|yang juga|merangkap|dan juga)(?: sebagai| menjabat)? ")
_RUN_JOINED = regex.compile(r"(?P<run>(?: \p{Lu}[\w'-]{1,20}){1,5}),? sekaligus(?: sebagai| menjabat)? ")
_STRONG = regex.compile(
    r"(?:,? selaku |,? (?:yang )?(?:juga |kini )?(?:menjabat|merupakan|adalah)(?: sebagai)? |,? yang juga |,? sebagai )$"
)
_WEAK = regex.compile(r"(?:, | \(|,? - | )$")
_ANAPHORIC = regex.compile(r"(?:nya)?(?: sendiri)?, ")
_SETTING = regex.compile(r"(?: [a-z]{3,12})? setempat|,? (?:kala|saat|waktu|ketika) itu,?|,? terpilih")
_THAT = regex.compile(r" (?:itu|tersebut|ini)(?!\w)")
_SEVERAL = regex.compile(r"(?:dua|tiga|empat|lima|para|[2-5])(?: orang)? $")
_AND = regex.compile(r",? dan |, ")
_LAST_WORD = regex.compile(r"(\w+)\.? $")
_WRAPPED = regex.compile(r"(?<=[^\n]{40}[\w,])\n(?=[A-Za-z][^\n]{20})")
_RUN = regex.compile(r" (?P<word>[\p{L}\d][\p{L}\d&'./-]{0,30}(?<![.,/-])|&)")
_GOES_ON = regex.compile(
    r",|,? (?:dan jajaran|beserta|bersama|saat|ketika|usai|selaku|juga|di sela)(?!\w)|,? (?:me|ber)\w{4}"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """An official as it stands, with the head word of the office."""

    official: Official
    office: str
    ranked: bool


class OfficialStage(Component):
    """Persons and their offices: title before the name, after it, in apposition, or alone.

    Later mentions of a person by a part of the name, or by the office alone, are resolved to the
    full name and title.
    """

    group = "officials"

    def find(self, page: Page) -> list[Official]:
        """The mentions on a page, in order of their start."""
        people, alone = _people(_introduced(page))
        alone = list(_called(page, people, alone))
        found = list(_settled(people, alone))
        found += _repeated(page, people, found)
        return sorted(found, key=lambda m: (m.start, -m.end))


def _introduced(page: Page) -> Iterator[_Found]:
    """Every office on the page, with its name where one stands beside it."""
    view = _WRAPPED.sub(" ", page.view)
    reader = Reader(page, view)
    covered = [(a.start, a.end) for a in page.found(Agency) if not a.bare and a.end - a.start > 12]
    hits = [h for h in offices()(view) if not _blocked(view, h[0], covered)]
    done = 0
    for i, (start, end, row) in enumerate(hits):
        if start < done:
            continue
        if row.kind == "rank":
            name = read_name(view, start, _next_office(view, hits, i, end))
            name = in_text(page, name) if name else None
            if name and name.rank and name.start == start:
                text = row.name + view[end : start + len(name.rank)]
                official = _official(page, name, None, text.rstrip(" ."), "officials.rank")
                yield _Found(official, row.name, ranked=True)
                done = name.name_start
            continue
        if _ANAPHORIC.match(view, end) and (view[end] == "n" or view[max(0, start - 5) : start] == "sang "):
            found = _anaphoric(page, view, start, end, row)
            if found:
                yield found
                done = found.official.end
            continue
        if view[end : end + 3] == "nya" or not _stands(view, start, end, row):
            continue
        title = _whole_title(view, reader, hits, i)
        name, rule = _name_before(view, title, done, strong=True), "officials.name_title"
        if name and not title.whole:
            title = _run_on(view, title)
        if name is None:
            title, name = _name_after(view, title, _next_office(view, hits, i, title.end))
            rule = "officials.title_name"
            name = in_text(page, name) if name else None
        if name is None:
            name, rule = _name_before(view, title, done, strong=False), "officials.name_title"
        if name is None and not _alone(view, title):
            continue
        rule = rule if name else "officials.title"
        yield _Found(_official(page, name, title, title.text, rule), title.office, ranked=False)
        done = max(title.end, name.end if name else 0)
        if name and _SEVERAL.search(view, max(0, title.start - 16), title.start):
            while (m := _AND.match(view, done)) and (name := read_name(view, m.end())):
                yield _Found(_official(page, name, None, title.text, rule), title.office, ranked=False)
                done = name.end


def _anaphoric(page: Page, view: str, start: int, end: int, row: Row) -> _Found | None:
    """`sang ketua, NAME`, `wakil bupatinya, NAME`: the office of the institution named just before."""
    m = _ANAPHORIC.match(view, end)
    name = read_name(view, m.end()) if m else None
    if name is None or not _appositive(view, name):
        return None
    floor = max(view.rfind("\n", 0, start), start - 200)
    before = [a for a in page.found(Agency) if floor <= a.start < start]
    of = [a for a in before if (a.bare and a.region is not None) == (row.scope == "region")] or before
    text = row.name
    if of and row.scope in {"region", "body"}:
        owner = of[-1]
        short = owner.name.partition(" ")[2] if owner.kind in {"province", "regency", "city"} else owner.name
        text = f"{row.name} {short}"
    title = Title(start, end, text, row.name, row.scope, of[-1].region if of else None, whole=True)
    return _Found(_official(page, name, title, text, "officials.anaphor"), row.name, ranked=False)


def _next_office(view: str, hits: list[tuple[int, int, Row]], i: int, end: int) -> int:
    """Where the next office in capitals stands: no name reaches over it."""
    return next(
        (s for s, _, row in hits[i + 1 :] if s >= end and row.kind == "office" and view[s].isupper()),
        len(view),
    )


def _blocked(view: str, start: int, covered: list[tuple[int, int]]) -> bool:
    """True inside an institution's name and after words that make an office part of another name."""
    if any(a < start < b for a, b in covered):
        return True
    m = _LAST_WORD.search(view, max(0, start - 20), start)
    return m is not None and m[1].lower() in words_of("no_office_after")


def _stands(view: str, start: int, end: int, row: Row) -> bool:
    """An office in capitals, or in lower case before something in capitals or after `selaku`."""
    if view[start].isupper():
        return True
    if view[max(0, start - 8) : start].endswith((" selaku ", "sebagai ")):
        return True
    after = view[end + 1 : end + 2]
    return view[end : end + 1] == " " and (after.isupper() or row.scope == "region")


def _whole_title(view: str, reader: Reader, hits: list[tuple[int, int, Row]], i: int) -> Title:
    """A title with every further office that a slash or `sekaligus` joins to it."""
    start, end, row = hits[i]
    title = reader.read(start, end, row, _next_office(view, hits, i, end))
    for j in range(i + 1, len(hits)):
        at, last, other = hits[j]
        if at < title.end or other.kind != "office":
            continue
        m = _JOINED.fullmatch(view, title.end, at)
        if not m and (run := _RUN_JOINED.fullmatch(view, title.end, at)):
            title = replace(title, end=run.end("run"), text=title.text + run["run"], whole=True)
            m = _JOINED.fullmatch(view, title.end, at)
        if not m:
            break
        second = reader.read(at, last, other, _next_office(view, hits, j, last))
        joint = " / " if "/" in m[0] else " sekaligus "
        title = replace(second, start=title.start, text=title.text + joint + second.text, office=title.office)
    return title


def _name_after(view: str, title: Title, limit: int) -> tuple[Title, Name | None]:
    """The name that follows a title, and the title with the words before the name that belong to it."""
    words = []
    at = title.end
    if m := _SETTING.match(view, at):
        at = m.end()
        title = replace(title, end=at, whole=True)
    while len(words) < 12 and (m := _RUN.match(view, at, limit)):
        word = m["word"]
        capital = word[0].isupper() or word[0].isdigit()
        if not capital and word not in words_of("connectors" if words else "fields"):
            if not has_prefix(view, m.start("word")):
                break
        words.append((m.start("word"), m.end("word")))
        at = m.end()
    while words and view[words[-1][0] : words[-1][1]] in words_of("connectors"):
        words.pop()
    k = _split(view, title, words, limit)
    if k < len(words):
        name = read_name(view, words[k][0], limit)
        if name and name.start == words[k][0]:
            if is_region(view[name.name_start : name.name_end]) and name.start == name.name_start:
                return _extended(view, title, [w for w in words if w[1] <= name.name_end]), None
            return _extended(view, title, words[:k]), name
    if k == len(words):
        end = words[-1][1] if words else title.end
        if view[end : end + 2] == ", " or view[end : end + 3] == " , ":
            start = end + 2 if view[end] == "," else end + 3
            name = read_name(view, start, limit)
            if name and name.start == start and _appositive(view, name):
                return _extended(view, title, words), name
        if words and title.scope == "body" and _is_field(view, words):
            return _extended(view, title, words), None
    return title, None


def _run_on(view: str, title: Title) -> Title:
    """A title after its person's name, with all words in capitals that follow."""
    words = []
    at = title.end
    while len(words) < 9 and (m := _RUN.match(view, at)):
        if not (m["word"][0].isupper() or m["word"] in words_of("connectors")):
            break
        words.append((m.start("word"), m.end("word")))
        at = m.end()
    while words and view[words[-1][0] : words[-1][1]] in words_of("connectors"):
        words.pop()
    return _extended(view, title, words)


def _split(view: str, title: Title, words: list[tuple[int, int]], limit: int) -> int:
    """How many of the words after a title belong to it before the name begins."""
    text = [view[a:b] for a, b in words]
    low = [w.lower() for w in text]
    for i, (a, _) in enumerate(words):
        if has_prefix(view, a) and (i or title.whole or title.scope not in {"place", "village"}):
            return i
    if not words:
        return 0
    field = low[0] in words_of("fields") or low[0] in words_of("stops")
    comma = view[words[-1][1] : words[-1][1] + 2] == ", "
    first = next((i for i, w in enumerate(low) if w in given_names()), None)
    if title.whole or title.scope in {"region", "state"}:
        if not field:
            if (
                comma
                and len(words) == 1
                and low[0] not in given_names()
                and title.scope == "region"
                and not title.region
            ):
                return 1
            return 0
    elif first == 0 and not any(w in words_of("connectors") for w in low):
        return 0
    if comma and _is_name_at(view, words[-1][1] + 2, limit):
        return len(words)
    if (
        first is not None
        and first
        and len(words) - first <= 5
        and not set(low[first:]) & words_of("connectors")
    ):
        return first
    short = [i for i, w in enumerate(text) if len(w) > 1 and w.isupper()]
    if short and short[-1] < len(words) - 1:
        return short[-1] + 1
    if len(words) >= 4:
        return len(words) - 2
    if len(words) == 1 and title.office in words_of("named_heads") and not field and text[0].istitle():
        return 0
    return 0 if len(words) == 2 and not field and low[0] not in words_of("stops") else len(words)


def _is_name_at(view: str, at: int, limit: int) -> bool:
    name = read_name(view, at, limit)
    return name is not None and name.start == at and _appositive(view, name)


def _appositive(view: str, name: Name) -> bool:
    """After a comma a name must look like one and be no place."""
    words = view[name.name_start : name.name_end].split(" ")
    if name.start < name.name_start or words[0].lower() in given_names():
        return len(words) > 1 or view[name.end : name.end + 1] in ",.;)" or name.start < name.name_start
    if is_region(" ".join(words)):
        return False
    return len(words) > 1 or _GOES_ON.match(view, name.end) is not None


def _is_field(view: str, words: list[tuple[int, int]]) -> bool:
    first = view[words[0][0] : words[0][1]].lower()
    return first not in given_names()


def _extended(view: str, title: Title, words: list[tuple[int, int]]) -> Title:
    if not words:
        return title
    more = view[words[0][0] : words[-1][1]]
    return replace(title, end=words[-1][1], text=f"{title.text} {more}", whole=True)


def _name_before(view: str, title: Title, done: int, *, strong: bool) -> Name | None:
    """The name to which a title stands in apposition; a strong hinge says so in words."""
    hinge = (_STRONG if strong else _WEAK).search(view, max(0, title.start - 40), title.start)
    if not hinge or not (strong or title.whole or title.scope in {"region", "place", "village"}):
        return None
    name = name_before(view, hinge.start())
    if name is None or name.name_start < done:
        return None
    words = view[name.name_start : name.name_end].split(" ")
    known = words[0].lower() in given_names()
    if hinge[0] == " ":
        return name if title.whole and known and len(words) > 1 else None
    return name if len(words) > 1 or known or name.start < name.name_start else None


def _alone(view: str, title: Title) -> bool:
    """An office without a name is a mention if it says of what, or is an office of one region or of all."""
    if title.scope in {"region", "state"}:
        return view[title.start].isupper() or title.region is not None
    return title.whole


def _official(page: Page, name: Name | None, title: Title | None, text: str, rule: str) -> Official:
    starts = [x.start for x in (name, title) if x]
    ends = [x.end for x in (name, title) if x]
    return Official(
        start=min(starts),
        end=max(ends),
        rule=rule,
        name=page.text[name.name_start : name.name_end] if name else None,
        title=text,
        name_start=name.name_start if name else None,
        name_end=name.name_end if name else None,
        title_start=title.start if title else None,
        title_end=title.end if title else None,
        region=title.region if title else None,
        degrees=name.degrees if name else None,
    )


@dataclass(slots=True)
class _Person:
    """One person of an article: the names and titles it goes by, the fullest first."""

    name: str
    found: list[_Found]

    @property
    def words(self) -> set[str]:
        return set(self.name.lower().split())

    @property
    def title(self) -> str:
        """The title that says most of the first office, rather than a rank."""
        first = next((f for f in self.found if not f.ranked), self.found[0])
        same = (f.official.title or "" for f in self.found if f.office == first.office)
        return max(same, key=lambda t: len(t.split()))


def _people(found: Iterable[_Found]) -> tuple[list[_Person], list[_Found]]:
    """The persons of an article, and the offices that stand alone."""
    people: list[_Person] = []
    alone = []
    for f in found:
        if f.official.name is None:
            alone.append(f)
            continue
        words = set(f.official.name.lower().split())
        person = next((p for p in people if _same(p, words, f)), None)
        if person is None:
            people.append(_Person(f.official.name, [f]))
        else:
            person.found.append(f)
            if len(words) > len(person.words):
                person.name = f.official.name
    return people, alone


def _same(person: _Person, words: set[str], found: _Found) -> bool:
    """One name holds the other; a single word counts where the offices agree too."""
    offices = {f.office for f in person.found}
    if len(words) == 1 and found.office in offices:
        (word,) = words
        return len(word) > 3 and any(w.startswith(word) for w in person.words)
    if not (words <= person.words or person.words <= words):
        return False
    return min(len(words), len(person.words)) > 1 or found.office in offices or words == person.words


def _called(page: Page, people: list[_Person], alone: list[_Found]) -> Iterator[_Found]:
    """Give `Wali Kota Rejo itu` to the person named last before it; yield the offices that stay alone."""
    for f in alone:
        o = f.official
        named = None
        if _THAT.match(page.view, o.end) and not any(_agree(f, g) for p in people for g in p.found):
            named = last_person(page, o.start)
        if named is None:
            yield f
            continue
        name = page.text[named[0] : named[1]]
        person = next((p for p in people if set(name.lower().split()) <= p.words), None)
        if person is None:
            official = replace(o, name=name, rule="officials.called")
            people.append(_Person(name, [replace(f, official=official)]))


def _settled(people: list[_Person], alone: list[_Found]) -> Iterator[Official]:
    """Every mention with the name and title of its person; all but the first are resolved."""
    for person in people:
        title = person.title
        for i, f in enumerate(person.found):
            yield replace(f.official, name=person.name, title=title, resolved=i > 0)
    for f in alone:
        last = (f.official.title or "").rpartition(" ")[2].lower()
        holders = [p for p in people if any(_agree(f, g) for g in p.found)]
        holders = holders or [p for p in people if last in p.words]
        if len(holders) == 1:
            yield replace(f.official, name=holders[0].name, title=holders[0].title, resolved=True)
        else:
            yield f.official


def _agree(alone: _Found, named: _Found) -> bool:
    """The same office, and not of different regions or bodies."""
    a, b = alone.official.title or "", named.official.title or ""
    return alone.office == named.office and not alone.ranked and (a in b or a == alone.office)


def _repeated(page: Page, people: list[_Person], taken: list[Official]) -> Iterator[Official]:
    """Later mentions of a person by a part of the name or by a nickname."""
    view = page.view
    spans = sorted((o.start, o.end) for o in taken)
    known: dict[str, _Person | None] = {}
    for person in people:
        for word in person.name.split():
            if len(word) > 3 and word.isalpha():
                known[word] = None if word in known else person
    known.update(_nicknames(page, people))
    covered: list[tuple[int, int]] = []
    for word, owner in sorted(known.items(), key=lambda k: -len(k[0])):
        if owner is None:
            continue
        at = view.find(word, owner.found[0].official.end)
        while at >= 0:
            end = at + len(word)
            if _free(view, at, end, spans) and _free(view, at, end, covered) and _whole_word(view, at, end):
                start, end = _widened(view, at, end, owner)
                if start is not None:
                    covered.append((start, end))
                    first = owner.found[0].official
                    yield replace(
                        first,
                        start=start,
                        end=end,
                        rule="officials.repeated",
                        name=owner.name,
                        title=owner.title,
                        name_start=start,
                        name_end=end,
                        title_start=None,
                        title_end=None,
                        degrees=None,
                        resolved=True,
                    )
            at = view.find(word, at + len(word))


def _free(view: str, start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return not any(a < end and start < b for a, b in spans)


def _whole_word(view: str, start: int, end: int) -> bool:
    return not (start and view[start - 1].isalnum()) and not (end < len(view) and view[end].isalnum())


_NEXT = regex.compile(r" (\p{Lu}[\p{L}.'-]*)")
_LAST = regex.compile(r"(\p{Lu}[\p{L}.'-]*) $")


def _widened(view: str, start: int, end: int, person: _Person) -> tuple[int | None, int]:
    """The mention with further words of the same name; none if it is part of another name."""
    while m := _NEXT.match(view, end):
        if m[1].lower() not in person.words:
            return None, end
        end = m.end()
    while m := _LAST.search(view, max(0, start - 24), start):
        if m[1].lower() not in person.words:
            break
        start = m.start(1)
    return start, end


def _nicknames(page: Page, people: list[_Person]) -> Iterator[tuple[str, _Person]]:
    """Nicknames that the article introduces close to a person."""
    for rule in rules().rules:
        for m in rule.find(page.view):
            near = [
                (abs(f.official.end - m.start()), i)
                for i, p in enumerate(people)
                for f in p.found
                if abs(f.official.end - m.start()) < 120
            ]
            if near and m["nick"].split()[0].lower() not in words_of("stops"):
                yield m["nick"], people[min(near)[1]]


@Language.factory("anugerah_officials")
def make_officials(nlp: Language, name: str) -> OfficialStage:
    """The stage as a spaCy component."""
    return OfficialStage()
