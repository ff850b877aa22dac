"""The officials stage itself: offices in the order of the text, each with the name beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import regex

from anugerah.mentions import Agency, Official
from anugerah.page import Page
from anugerah.stages.officials.names import Name, in_text, is_person, name_before, read_name
from anugerah.stages.officials.people import Found, settle
from anugerah.stages.officials.titles import SHORT_FORM, Reader, Title, is_region
from anugerah.stages.officials.vocabulary import (
    Row,
    has_prefix,
    is_given,
    is_office_word,
    offices,
    rules,
    words_of,
)
from anugerah.stages.stage import Stage

_WRAPPED = regex.compile(r"(?<=[^\n]{40}[\w,])\n(?=[A-Za-z][^\n]{20})")
"""A line break within a sentence of a wrapped text."""
_WORD = regex.compile(r" {1,2}(?P<word>[\p{L}\d][\p{L}\d&'./-]{0,30}(?<![.,/-])|&)")
_COMMA = regex.compile(r" ?, ")
_FIELD = regex.compile(r" (?:(?P<of>(?:\p{Ll}+ )?dari) (?=\p{Lu})|(?P<word>\p{Ll}+) )")
_ADDING = frozenset({"dan", "&", "serta"})
_LAST_WORD = regex.compile(r"(\w+)\.? $")


class OfficialStage(Stage):
    """Persons and their offices: title before the name, after it, in apposition, or alone.

    Later mentions of a person by a part of the name, or by the office alone, are resolved to the
    full name and title.
    """

    group = "officials"

    def find(self, page: Page) -> list[Official]:
        """The mentions on a page, in order of their start."""
        return sorted(settle(page, _Sweep(page).found()), key=lambda m: (m.start, -m.end))


@dataclass(frozen=True, slots=True)
class _Hit:
    """A word for an office or rank, and where the next office in capitals stands."""

    start: int
    end: int
    row: Row
    limit: int


class _Sweep:
    """One reading of a page from its first office to its last."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.view = _WRAPPED.sub(" ", page.view)
        self.reader = Reader(page, self.view)
        self.agencies = page.found(Agency)
        self.hits = self._hits()
        self.starts = [h.start for h in self.hits if _limits(h.row) and self.view[h.start].isupper()]
        self.agency_starts = [a.start for a in self.agencies]
        self.done = 0

    def found(self) -> Iterator[Found]:
        """Every office on the page, with its name where one stands beside it."""
        for i, hit in enumerate(self.hits):
            if hit.start < self.done:
                continue
            if hit.row.kind == "rank":
                yield from self._ranked(hit)
            elif self._refers_back(hit):
                yield from self._anaphoric(hit)
            elif self._stands(hit):
                yield from self._held(i)

    def _hits(self) -> list[_Hit]:
        covers = [(a.start, a.end) for a in self.agencies if not a.bare and a.end - a.start > 12]
        starts = [start for start, _ in covers]
        hits: list[_Hit] = []
        limit = len(self.view)
        for start, end, row in reversed(offices()(self.view)):
            i = bisect_right(starts, start - 1) - 1
            if not (i >= 0 and start < covers[i][1]) and not self._follows_other_noun(start):
                hits.append(_Hit(start, end, row, limit))
                if _limits(row) and self.view[start].isupper():
                    limit = start
        return hits[::-1]

    def _follows_other_noun(self, start: int) -> bool:
        """True after words that make an office part of another name: `Kantor Gubernur`."""
        m = _LAST_WORD.search(self.view, max(0, start - 20), start)
        return m is not None and m[1].lower() in words_of("no_office_after")

    def _stands(self, hit: _Hit) -> bool:
        """An office in capitals, or in lower case before something in capitals or after `selaku`."""
        view = self.view
        if view[hit.end : hit.end + 3] == "nya":
            return False
        if view[hit.start].isupper() or view[max(0, hit.start - 8) : hit.start].endswith(
            (" selaku ", "sebagai ")
        ):
            return True
        m = _pattern("lower_field").match(view, hit.end)
        if m and hit.row.scope == "body" and self._sure(m.end()):
            return True
        after = view[hit.end + 1 : hit.end + 2]
        if view[hit.end : hit.end + 1] != " ":
            return False
        return after.isupper() or hit.row.scope == "region" or self._says_field(hit)

    def _says_field(self, hit: _Hit) -> bool:
        """An office in lower case with its field in lower case, or with the body it is `dari`."""
        m = _FIELD.match(self.view, hit.end)
        return m is not None and (m["of"] is not None or is_office_word(m["word"]))

    def _ranked(self, hit: _Hit) -> Iterator[Found]:
        """A person introduced by a rank: the rank is the title until an office is found."""
        name = self._name(hit.start, hit.limit)
        name = in_text(self.page.view, self.page.base, name) if name else None
        if name and name.rank:
            text = name.rank
            if hit.row.scope != "as_read":
                text = hit.row.name + name.rank[hit.end - hit.start :]
            yield Found(self._official(name, None, text.rstrip(" ."), "rank"), hit.row.name, ranked=True)
            self.done = name.name_start

    def _refers_back(self, hit: _Hit) -> bool:
        said = (
            self.view[hit.end : hit.end + 3] == "nya"
            or self.view[max(0, hit.start - 5) : hit.start] == "sang "
        )
        return said and _pattern("anaphoric").match(self.view, hit.end) is not None

    def _anaphoric(self, hit: _Hit) -> Iterator[Found]:
        """`sang ketua, NAME`, `wakil bupatinya, NAME`: the office of the institution named just before."""
        m = _pattern("anaphoric").match(self.view, hit.end)
        name = self._name(m.end(), len(self.view)) if m else None
        if name is None or not self._appositive(name):
            return
        row = hit.row
        floor = max(self.view.rfind("\n", 0, hit.start), hit.start - 200)
        i = bisect_right(self.agency_starts, hit.start)
        before = [a for a in self.agencies[max(0, i - 8) : i] if a.start >= floor]
        of_scope = [a for a in before if (a.bare and a.region is not None) == (row.scope == "region")]
        owner = next(reversed(of_scope or before), None)
        text = row.name
        if owner and row.scope in {"region", "body"}:
            is_place = owner.kind in {"province", "regency", "city"}
            text = f"{row.name} {owner.name.partition(' ')[2] if is_place else owner.name}"
        region = owner.region if owner else None
        title = Title(hit.start, hit.end, text, row.name, row.scope, region, whole=True)
        yield Found(self._official(name, title, text, "anaphoric"), row.name)
        self.done = name.end

    def _held(self, i: int) -> Iterator[Found]:
        """An office with the name before it or after it, or alone."""
        title = self._whole_title(i)
        name, rule = self._before(title, strong=True), "name_title"
        if name and not title.whole:
            title = self._run_on(title)
        if name is None:
            title, name = self._after(title)
            name, rule = in_text(self.page.view, self.page.base, name) if name else None, "title_name"
        if name is None:
            name, rule = self._before(title, strong=False), "name_title"
        if name is None and not self._says_of_what(title):
            return
        yield Found(self._official(name, title, title.text, rule if name else "title"), title.office)
        self.done = max(title.end, name.end if name else 0)
        if name and _pattern("several").search(self.view, max(0, title.start - 16), title.start):
            while (m := _pattern("and").match(self.view, self.done)) and (name := self._name(m.end())):
                yield Found(self._official(name, None, title.text, "several"), title.office)
                self.done = name.end

    def _whole_title(self, i: int) -> Title:
        """A title with every further office that a slash or `sekaligus` joins to it."""
        hit = self.hits[i]
        title = self.reader.read(hit.start, hit.end, hit.row, hit.limit)
        for other in self.hits[i + 1 : i + 8]:
            if other.start < title.end or other.row.kind != "office":
                continue
            m = _pattern("joined").fullmatch(self.view, title.end, other.start)
            if not m:
                break
            second = self.reader.read(other.start, other.end, other.row, other.limit)
            joint = f" {m['slash'] or m['and'] or 'sekaligus'} "
            text = f"{title.text}{m['run'] or ''}{joint}{second.text}"
            if second.text.startswith(title.text):
                text = second.text
            title = replace(second, start=title.start, text=text, office=title.office)
        return title

    def _after(self, title: Title) -> tuple[Title, Name | None]:
        """The name that follows a title, and the title with the words between that belong to it."""
        if not title.whole and title.scope == "body":
            if m := _pattern("field_list").match(self.view, title.end):
                title = self._extended(title, [(m.start() + 1, self._before_given(m.start(), m.end()))])
            elif (m := _pattern("lower_field").match(self.view, title.end)) and (name := self._sure(m.end())):
                field = m["field"] or ""
                return replace(title, end=title.end + len(field), text=title.text + field, whole=True), name
        if m := _pattern("setting").match(self.view, title.end):
            title = replace(title, end=m.end(), whole=True)
        limit = self._limit(title.end)
        words = self._words(title.end, limit)
        k = self._split(title, words, limit)
        if k < len(words):
            name = self._name(words[k][0], limit)
            if name and name.start == name.name_start and is_region(" ".join(name.words(self.view))):
                return self._extended(title, [w for w in words if w[1] <= name.name_end]), None
            if name and not self._is_meant(words, k):
                later = self._later(name, limit)
                return self._extended(title, words if later else words[:k]), later or name
            return (title, None) if name is None else (self._extended(title, words), None)
        if words and title.whole and title.scope != "body":
            return title, None
        last = words[-1][1] if words else title.end
        if words and (m := SHORT_FORM.match(self.view, last)) and (name := self._name(m.end() + 1, limit)):
            return self._extended(title, words), name
        of = _pattern("of").match(self.view, last)
        if of and all(map(is_office_word, of["field"].split())) and (run := self._words(of.end(), limit)):
            words, last = [*words, (of.start() + 1, run[-1][1])], run[-1][1]
        m = _COMMA.match(self.view, last)
        name = self._name(m.end(), limit) if m else None
        if name and self._appositive(name) and not (words and self._lists(words, name)):
            return self._extended(title, words), name
        if words and title.scope == "body" and not is_given(self._text(words[0]).lower()):
            return self._extended(title, words), None
        return title, None

    def _before_given(self, start: int, end: int) -> int:
        """Where a run of words ends before a given name in it."""
        last = self.view.rfind(" dan ", start, end) + 5
        for m in _WORD.finditer(self.view, last, end):
            if is_given(m["word"].lower()):
                return m.start()
        return end

    def _sure(self, at: int) -> Name | None:
        """The name here, if it has an honorific, a degree or a known given name."""
        name = self._name(at)
        if name is None or not (name.start < name.name_start or name.degrees or is_person(self.view, name)):
            return None
        return name

    def _is_meant(self, words: list[tuple[int, int]], k: int) -> bool:
        """True where words that no list knows are a body: `pemilik Rejo Makmur itu`."""
        known = any(is_given(self._text(w).lower()) for w in words[k:])
        return not known and _pattern("that").match(self.view, words[-1][1]) is not None

    def _later(self, name: Name, limit: int) -> Name | None:
        """The full name in apposition to one word that only looked like the name."""
        words = name.words(self.view)
        if len(words) > 1 or name.start < name.name_start or is_given(words[0].lower()):
            return None
        m = _COMMA.match(self.view, name.end)
        later = self._name(m.end(), limit) if m else None
        return later if later and len(later.words(self.view)) > 1 and self._appositive(later) else None

    def _lists(self, words: list[tuple[int, int]], name: Name) -> bool:
        """True where a field goes on as a list: `Bidang Riset, Kerja Sama dan Humas`."""
        if self._text(words[0]).lower() not in words_of("fields") or name.start < name.name_start:
            return False
        known = any(is_given(w.lower()) for w in name.words(self.view))
        return not known and self.view.startswith((" dan ", ", "), name.end)

    def _before(self, title: Title, *, strong: bool) -> Name | None:
        """The name to which a title stands in apposition; a strong hinge says so in words."""
        pattern = _pattern("strong_hinge" if strong else "weak_hinge")
        hinge = pattern.search(self.view, max(0, title.start - 40), title.start)
        if not hinge:
            return None
        if not (
            strong or title.whole or title.scope != "body" or _pattern("ends").match(self.view, title.end)
        ):
            return None
        name = name_before(self.view, hinge.start())
        if name is None or name.name_start < self.done:
            return None
        words = name.words(self.view)
        if is_region(" ".join(words)):
            return None
        known = is_given(words[0].lower())
        if hinge[0] == " ":
            return name if title.whole and known and len(words) > 1 else None
        return name if len(words) > 1 or known or name.start < name.name_start else None

    def _split(self, title: Title, words: list[tuple[int, int]], limit: int) -> int:
        """How many of the words after a title belong to it before the name begins."""
        text = [self._text(w) for w in words]
        low = [w.lower() for w in text]
        for i, (start, _) in enumerate(words):
            if has_prefix(self.view, start):
                return i
        if not words:
            return 0
        comma = self.view[words[-1][1] : words[-1][1] + 2] == ", "
        first = next((i for i, w in enumerate(low) if is_given(w)), len(words))
        field = low[0] in words_of("fields") or low[0] in words_of("stops")
        joined = bool(words_of("connectors") & set(low))
        if (title.whole or title.scope in {"region", "state"}) and not field:
            unknown_region = title.scope == "region" and not title.region and len(words) == 1
            return int(unknown_region and comma and first > 0)
        if first == 0 and not joined:
            return 0
        if comma and (name := self._name(words[-1][1] + 2, limit)) and self._appositive(name):
            return len(words)
        k = max((i + 1 for i, w in enumerate(text) if _is_of_office(w)), default=0)
        rest = len(words) - k
        if 0 < rest <= 5 and (k or first < len(words)) and not words_of("connectors") & set(low[k:]):
            if k == 0:
                return 0 if rest == 2 and not field else first
            if rest > 1 or first == k:
                return k
        if len(words) == 1:
            named = title.office in words_of("named_heads") and not field and not k and text[0].istitle()
            return 0 if named and _pattern("goes_on").match(self.view, words[0][1]) else 1
        if k == 0 and not field and not joined:
            personal = title.office in words_of("named_heads")
            return 0 if len(words) == 2 or (personal and len(words) < 5) else len(words) - 2
        return len(words)

    def _words(self, at: int, limit: int, first: str = "fields") -> list[tuple[int, int]]:
        """Words in capitals from here on, with the small words and honorifics between them.

        `first` names the list of the small words with which they may begin.
        """
        words: list[tuple[int, int]] = []
        while len(words) < 12 and (m := _WORD.match(self.view, at, limit)):
            word = m["word"]
            if word.lower() in words_of("headline_verbs"):
                break
            if not (word[0].isupper() or word[0].isdigit()):
                small = words_of("connectors" if words else first)
                if not (word in small or is_office_word(word) or has_prefix(self.view, m.start("word"))):
                    break
            elif words and self._text(words[-1]) in _ADDING and self._begins_name(m.start("word")):
                break
            words.append(m.span("word"))
            at = m.end()
        while words and self._text(words[-1])[0].islower() and not has_prefix(self.view, words[-1][0]):
            words.pop()
        return words

    def _begins_name(self, at: int) -> bool:
        """True where an honorific, an initial or a given name stands."""
        name = self._name(at)
        words = name.words(self.view) if name else []
        return has_prefix(self.view, at) or (
            len(words) > 1 and (len(words[0].rstrip(".")) == 1 or is_given(words[0].lower()))
        )

    def _run_on(self, title: Title) -> Title:
        """A title after its person's name, with all words in capitals that follow."""
        return self._extended(title, self._words(title.end, self._limit(title.end), "connectors"))

    def _extended(self, title: Title, words: list[tuple[int, int]]) -> Title:
        if not words:
            return title
        start, end = words[0][0], words[-1][1]
        return replace(title, end=end, text=f"{title.text} {self.view[start:end]}", whole=True)

    def _appositive(self, name: Name) -> bool:
        """After a comma a name must look like one and be no place."""
        words = name.words(self.view)
        if name.start < name.name_start:
            return True
        if is_given(words[0].lower()) and self.view[name.end : name.end + 1] in tuple(".;)"):
            return True
        if is_region(" ".join(words)):
            return False
        return len(words) > 1 or _pattern("goes_on").match(self.view, name.end) is not None

    def _says_of_what(self, title: Title) -> bool:
        """An office without a name is a mention if it says of what, or is one of a region or of all."""
        if title.scope in {"region", "state"}:
            return self.view[title.start].isupper() or title.region is not None
        return title.whole

    def _name(self, at: int, limit: int | None = None) -> Name | None:
        """The name that begins exactly here."""
        name = read_name(self.view, at, self._limit(at) if limit is None else limit)
        return name if name and name.start == at else None

    def _limit(self, at: int) -> int:
        """Where the next office in capitals stands: no name reaches over it."""
        i = bisect_right(self.starts, at - 1)
        return self.starts[i] if i < len(self.starts) else len(self.view)

    def _text(self, span: tuple[int, int]) -> str:
        return self.view[span[0] : span[1]]

    def _official(self, name: Name | None, title: Title | None, text: str, rule: str) -> Official:
        spans = [(x.start, x.end) for x in (name, title) if x]
        return Official(
            start=min(start for start, _ in spans),
            end=max(end for _, end in spans),
            rule=f"officials.{rule}",
            name=self.page.text[name.name_start : name.name_end] if name else None,
            title=text,
            name_start=name.name_start if name else None,
            name_end=name.name_end if name else None,
            title_start=title.start if title else None,
            title_end=title.end if title else None,
            region=title.region if title else None,
            degrees=name.degrees if name else None,
        )


def _is_of_office(word: str) -> bool:
    """True of a word in a title that can begin or end no name: of an institution, a short form, a region."""
    return (
        (len(word) > 1 and word.isupper())
        or word[0].isdigit()
        or word.lower() in words_of("stops")
        or word in words_of("connectors")
        or is_office_word(word)
    )


def _limits(row: Row) -> bool:
    """True of an office over which no name reaches; `Raja` begins names too."""
    return row.kind == "office" and not is_given(row.name.lower())


@cache
def _pattern(name: str) -> regex.Pattern[str]:
    return rules().rule(f"officials.{name}").pattern
