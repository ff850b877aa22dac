"""Parties: whom a verb is said of, which names are enumerated together, and what a bare name looks like."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from anugerah.mentions import Agency, Award, Innovation, Official
from anugerah.stages.events.chart import PLACES, Chart, Item, Person, book, in_role
from anugerah.stages.events.claim import Window
from anugerah.stages.events.patterns import patterns
from anugerah.stages.events.topic import pointing
from anugerah.stages.persons import name_before, read_name

TO = frozenset({"kepada", "ke", "untuk", "bagi", "pada"})
"""Prepositions of those who are given something."""


BY = frozenset({"", "oleh"})
"""What stands before the agent of a passive; `oleh` is often left out."""


@cache
def subject_free() -> frozenset[str]:
    """What may stand before a subject: nothing, or a verb of speech (`kata X usai menerima`)."""
    return frozenset({"", *book().lists["speech"]})


def subject(w: Window) -> tuple[tuple[Item, ...], bool]:
    """The parties that a trigger's verb is said of, and whether they are carried over."""
    items = [i for i in w.before() if i.party or isinstance(i.value, Innovation)]
    lead = w.chart.words(items[-1].end if items else w.left, w.trigger.start)
    if patterns().counted.search(lead) or _counted_of(w, items):
        return (), True
    if items and isinstance(items[-1].value, Agency) and items[-1].place and _FIRST_OF.match(lead):
        items.pop()
    epithet = patterns().epithet.search(w.chart.words(w.left, w.trigger.start))
    if epithet:
        items = [i for i in items if not _within_epithet(w, i, epithet)]
    if _of_noun(w, lead):
        spoken_of = _meant(w, lead) or w.spoken_of()
        return spoken_of, bool(spoken_of)
    pointed = pointing().search(w.chart.words(w.left, w.trigger.start))
    if pointed and not any(not i.before and i.start >= w.left + pointed.end() for i in items):
        meant = w.topic.meant_by(pointed["noun"], w.chart.index)
        if meant:
            return meant, True
    if items and items[-1].before in book().lists["role"] and w.trigger.start - items[-1].end < 30:
        named = _in_apposition(w, items)
        return (named or items[-1],), False
    antecedent = _antecedent(w, items, lead)
    if antecedent:
        return (antecedent,), False
    for wanted in (frozenset({""}), subject_free()):
        for n in range(len(items) - 1, -1, -1):
            if items[n].before in wanted and not _in_bracket(w.chart, items[n]):
                if items[n].before and not _after_which(w, items[n]):
                    continue
                return _chain_left(w.chart, items, n), False
    if w.last:
        return w.last, True
    single = _single_before(w)
    if single:
        return (single,), False
    of_origin = _shape_of_origin(w, items)
    if of_origin:
        return (of_origin,), False
    owners = book().lists["owner"]
    for item in reversed(items):
        if item.before in owners:
            return (item,), False
    announced = _announced(w)
    if announced:
        return announced, False
    shaped = _shape_before(w) or _short_before(w) or _shape_first(w)
    if shaped:
        return (shaped,), False
    spoken_of = w.spoken_of() if _left_open(w) else ()
    return spoken_of, bool(spoken_of)


@cache
def _noun_which() -> regex.Pattern[str]:
    nouns = "|".join(map(regex.escape, book().lists["epithet"]))
    return regex.compile(
        rf"\b(?P<noun>{nouns})(?:\s\p{{Ll}}{{2,15}}){{0,2}}\syang(?:\s\p{{L}}{{2,12}}){{0,5}}\s\Z",
        regex.IGNORECASE,
    )


def _of_noun(w: Window, lead: str) -> bool:
    """Whether a relative clause is said of a common noun: `kesiapan perusahaan yang Juni lalu menyabet A`."""
    m = _noun_which().search(lead)
    return m is not None and not _IS_ONE.search(lead, 0, m.start())


_IS_ONE = regex.compile(
    r"\b(?:termasuk|salah satu|menjadi|adalah|merupakan|ialah|satu-satunya)\s(?:\p{Ll}+\s)?\Z"
)
"""What makes the noun say what the party before it is: `Polres X termasuk satuan kerja yang diganjar`."""


def _meant(w: Window, lead: str) -> tuple[Item, ...]:
    """The party that the common noun before a relative clause means."""
    m = _noun_which().search(lead)
    return w.topic.meant_by(m["noun"], w.chart.index) if m else ()


_WHICH = regex.compile(r"(?:[,(][^.;:()]{0,60}|\s|\)\s?)yang(?:\s\p{L}{2,12}){0,4}\s\Z")


def _antecedent(w: Window, items: Sequence[Item], lead: str) -> Item | None:
    """Whom a relative clause right before a verb is said of, whatever preposition stands before the name."""
    if not items or not items[-1].before or items[-1].place or not _WHICH.match(lead):
        return None
    if items[-1].before in {"di", "ke", "asal", *book().lists["role"]}:
        return None
    person = isinstance(items[-1].value, Person | Official)
    return items[-1] if person or lead.lstrip().startswith("yang") else None


def _announced(w: Window) -> tuple[Item, ...]:
    """The subject of the main clause, told of in the clause before it: `Usai meraih A, Pemkab X ...`."""
    if not _SUBORDINATE.match(w.chart.words(w.chart.start, w.trigger.start)):
        return ()
    rest = w.rest()
    for n, item in enumerate(rest):
        if item.party and not item.before:
            opened = w.chart.words(w.trigger.end, item.start).rstrip(' "')
            return chain_right(w.chart, rest, n) if opened.endswith(",") and not item.place else ()
    return ()


_SUBORDINATE = regex.compile(
    r"\W{0,3}(?:setelah|usai|seusai|selepas|sesudah|berhasil|sukses|dengan)(?:\s\w{2,12}){0,3}\s\Z",
    regex.IGNORECASE,
)


_FIRST_OF = regex.compile(r"\s(?:pertama|satu-satunya|kedua|ketiga|asal)\s(?:\w+\s){0,2}yang\b")
"""`pebulu tangkis Papua pertama yang`: the place only says where somebody is from."""


def _counted_of(w: Window, items: Sequence[Item]) -> bool:
    """Winners that are counted and told by their place: `Lima Badan Publik Denpasar boyong`."""
    if not items or not isinstance(items[-1].value, Agency):
        return False
    if not patterns().lead.match(w.chart.words(items[-1].end, w.trigger.start)):
        return False
    lead = w.chart.words(w.left, items[-1].start)
    if items[-1].value.name.islower() and _NUMBER.search(lead):
        return True
    counted = patterns().counting.search(lead)
    return bool(counted and (items[-1].place or book().words("people").search(counted[0])))


_NUMBER = regex.compile(
    r"\b(?:\d{1,4}|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|\w+ belas|sejumlah|beberapa)\s\Z",
    regex.IGNORECASE,
)


def _in_apposition(w: Window, items: Sequence[Item]) -> Item | None:
    """The person whose role is told before a verb: `Rina, mahasiswi Universitas X, meraih`."""
    for person in reversed(items[:-1]):
        if isinstance(person.value, Person | Official):
            between = w.chart.words(person.end, items[-1].start)
            return person if between.startswith(" (") or _APPOSITION.match(between) else None
    return None


_APPOSITION = regex.compile(r"(?:,?\s[\p{L}.]{1,8}){0,4}[,;]")
"""A comma after a name and its degrees."""


def _within_epithet(w: Window, item: Item, epithet: regex.Match[str]) -> bool:
    """Whether a place is only part of how a party is spoken of: daerah di timur Jawa Barat itu."""
    inside = w.left + epithet.start() <= item.start and item.end <= w.left + epithet.end()
    return inside and isinstance(item.value, Agency) and item.value.bare


def _left_open(w: Window) -> bool:
    """Whether a clause leaves its subject to what was said before."""
    lead = w.chart.words(w.left, w.trigger.start)
    p = patterns()
    if book().words("field").match(lead.lstrip()):
        return False
    if _PRONOUN_FIRST.match(lead):
        return True
    if len(lead.strip()) < 40 or p.pronoun.search(lead[-60:]) or p.epithet.search(lead):
        return True
    return bool(pointing().search(lead))


_PRONOUN_FIRST = regex.compile(r"[\s\"']{0,3}(?:Ia|Dia|Beliau|Dirinya|Mereka|Keduanya)\b")


def _in_bracket(chart: Chart, item: Item) -> bool:
    opened = chart.words(chart.start, item.start)
    return opened.count("(") > opened.count(")")


def _one_kind(chart: Chart, chain: list[Item], nearest: Item) -> tuple[Item, ...]:
    """An enumeration says `dan` somewhere, or has three members of one kind; else it is an apposition."""
    people = isinstance(nearest.value, Person | Official)
    alike = [i for i in chain if isinstance(i.value, Person | Official) == people]
    text = chart.words(chain[0].end, chain[-1].start)
    if len(alike) == len(chain) and patterns().joining.search(text):
        return tuple(chain)
    units = [i for i in chain if isinstance(i.value, Agency) and not i.place]
    if units and len(units) < len(chain) and all(isinstance(i.value, Agency) for i in chain):
        chain = units if units[0] is chain[0] else chain
        alike = chain
        text = chart.words(chain[0].end, chain[-1].start)
        if len(chain) > 1 and patterns().joining.search(text):
            return tuple(chain)
    kinds = {i.value.kind for i in chain if isinstance(i.value, Agency)}
    if len(alike) == len(chain) > 2 and len(kinds) < 2:
        return tuple(chain)
    first = chain[0].value
    if isinstance(first, Agency) and kinds & PLACES and len(kinds) > 1 and not people:
        return (chain[0],)
    return (nearest,)


def _chain_left(chart: Chart, items: Sequence[Item], n: int) -> tuple[Item, ...]:
    """The party at `n` and those that are enumerated with it on its left."""
    if n + 1 < len(items) and chart.words(items[n].end, items[n + 1].start).strip() == "bersama":
        return items[n], items[n + 1]
    chain = [items[n]]
    while n and _linked(chart, items[n - 1], items[n]):
        if _opens_main_clause(chart, items[n]):
            break
        if items[n - 1].before not in subject_free() and len(chain) < 2:
            break
        n -= 1
        chain.insert(0, items[n])
    return _one_kind(chart, chain, chain[-1])


def _opens_main_clause(chart: Chart, item: Item) -> bool:
    """Whether a comma before a party ends a subordinate clause: `Sebelum dilirik PBB, Selayar ...`."""
    lead = chart.words(chart.start, item.start)
    return lead.count(",") == 1 and lead.rstrip().endswith(",") and bool(_SUBORDINATED.match(lead))


_SUBORDINATED = regex.compile(
    r"\W{0,3}(?:sebelum|setelah|usai|seusai|selepas|sesudah|selain|ketika|saat|sejak|meski|meskipun|walau|karena|menurut)\s",
    regex.IGNORECASE,
)


def chain_right(chart: Chart, items: Sequence[Item], n: int) -> tuple[Item, ...]:
    """The party at `n` and those that are enumerated with it on its right; an award ends the row."""
    chain = [items[n]]
    for item in items[n + 1 :]:
        if isinstance(item.value, Award) or not _linked(chart, chain[-1], item):
            break
        chain.append(item)
    return _one_kind(chart, [i for i in chain if i.party or isinstance(i.value, Innovation)], chain[0])


def members_after(w: Window) -> tuple[Item, ...]:
    """Those named after a count: `diberikan kepada tiga gubernur, yakni A, B dan C`."""
    members = book().rule("events.members").pattern
    rest = w.rest()
    for n, item in enumerate(rest):
        lead = w.chart.words(w.trigger.end, item.start)
        if isinstance(item.value, Award) and w.trigger.frame != "give":
            break
        if item.party and members.search(lead) and _COUNTED.search(lead):
            return chain_right(w.chart, rest, n)
    return ()


_COUNTED = regex.compile(
    r"(?:\A\s(?:oleh\s)?|\s(?:kepada|untuk|bagi)\s)(?:\d{1,3}|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sejumlah|beberapa)\s",
    regex.IGNORECASE,
)


def given_to(w: Window) -> tuple[Item, ...]:
    """Those after `kepada`, `untuk`, `di dada`: a party, a name in capitals, or a noun for the topic."""
    for m in _TO.finditer(w.chart.page.view, w.trigger.end, w.chart.end):
        named = [n for n, i in enumerate(w.chart.items) if i.party and 0 <= i.start - m.end() < 6]
        if named and w.chart.words(m.end(), w.chart.items[named[0]].start).strip() in {
            "",
            "Ny.",
            "Hj.",
            "H.",
        }:
            return chain_right(w.chart, w.chart.items, named[0])
        shaped = shape_after(w.chart, m.end(), w.chart.end)
        if shaped:
            return (shaped,)
        noun = _topic_noun().match(w.chart.page.view, m.end(), w.chart.end)
        if noun:
            return w.topic.meant_by(noun["noun"], w.chart.index) or w.spoken_of()
    return ()


_TO = regex.compile(
    r"\b(?:kepada|untuk|bagi|(?:ke|di) (?:tangan|dada|leher|pundak|pelukan))\s{1,2}"
    r"(?:(?:seorang|sang|sosok)\s[^.,;]{3,40},\s)?"
)


@cache
def _topic_noun() -> regex.Pattern[str]:
    nouns = "|".join(map(regex.escape, book().lists["epithet"]))
    return regex.compile(
        rf"(?P<noun>{nouns})(?:\s\p{{Ll}}{{2,15}}){{0,3}}?(?:\s(?:itu|ini|tersebut|kami|kita))?(?=[.,;\"]|\s(?:di|pada|atas|karena|dan)\b)"
    )


def _linked(chart: Chart, left: Item, right: Item) -> bool:
    between = chart.words(left.end, right.start)
    return bool(between.strip() and patterns().chain.match(between))


def _shape_before(w: Window) -> Item | None:
    """A name in capitals right before a verb, where no stage knew it."""
    view = w.chart.page.view
    m = patterns().lead.search(view, max(w.left, w.trigger.start - 60), w.trigger.start)
    name = name_before(view, m.start()) if m else None
    return _shaped(w.chart, name.name_start, name.name_end) if name and name.start >= w.left else None


def _shape_of_origin(w: Window, items: Sequence[Item]) -> Item | None:
    """A name that no stage knew, told apart by where it is from: `Endra Wati dari Kabupaten X terpilih`."""
    if not items or items[-1].before not in {"dari", "asal"}:
        return None
    view = w.chart.page.view
    hinge = view.rfind(f" {items[-1].before}", w.left, items[-1].start)
    name = name_before(view, hinge) if hinge > w.left else None
    return _shaped(w.chart, name.name_start, name.name_end) if name and name.start >= w.left else None


def _single_before(w: Window) -> Item | None:
    """A single word in capitals within a sentence, right before its verb: `..., SKSD, meraih`."""
    view = w.chart.page.view
    lead = _COMMA_LEAD.search(view, max(w.left, w.trigger.start - 60), w.trigger.start)
    word = lead and _SINGLE.search(view, max(w.left, lead.start() - 50), lead.start())
    if not word or w.chart.start < w.chart.page.base:
        return None
    known = book().lists
    if word["prev"].lower() in known["oblique"] or word["word"].lower() in {
        *known["epithet"],
        *known["pronoun"],
    }:
        return None
    if not word["comma"] and word["prev"][0].isupper() and word["prev"] not in known["opener"]:
        return None
    start, end = word.span("word")
    if any(i.start < end and start < i.end for i in w.chart.items) or word["word"] in known["opener"]:
        return None
    return Item(start, end, Person(start, end, word["word"]), "")


_COMMA_LEAD = regex.compile(
    r",?\s{1,2}(?:(?:kembali|berhasil|sukses|juga|pun|telah|sudah|resmi|akhirnya)\s){0,3}\Z"
)
_SINGLE = regex.compile(r"(?P<prev>[\p{L}]{2,20})(?P<comma>,?)\s{1,2}(?P<word>\p{Lu}[\p{L}]{2,20})\Z")


def _shape_first(w: Window) -> Item | None:
    """A name in capitals that opens the sentence and goes on in small letters."""
    if w.left != w.chart.start:
        return None
    view = w.chart.page.view
    at = next((n for n in range(w.chart.start, w.chart.end) if not view[n].isspace()), w.chart.end)
    name = read_name(view, at, w.trigger.start)
    if not name or not regex.match(r",? \p{Ll}", view[name.end : name.end + 3]):
        return None
    return _shaped(w.chart, name.name_start, name.name_end)


def _after_which(w: Window, item: Item) -> bool:
    """Whether a speaker is said to have spoken after doing it: `kata X usai menerima`."""
    return bool(book().words("there").search(w.chart.words(item.end, w.trigger.start)))


_WORD = regex.compile(r"(?:^|[\s\"])(?P<word>\p{Lu}\p{L}{2,20})\Z")


def _short_before(w: Window) -> Item | None:
    """The last word of an institution's name, which stands for it: `Tololela diganjar ...`."""
    view = w.chart.page.view
    m = patterns().lead.search(view, max(w.left, w.trigger.start - 60), w.trigger.start)
    word = _WORD.search(view, max(w.left, m.start() - 24), m.start()) if m else None
    if not word or in_role(w.chart.page, word.start("word")):
        return None
    for agency in w.chart.page.found(Agency):
        if agency.name.split()[-1] == word["word"] and " " in agency.name and not agency.in_title:
            return Item(word.start("word"), word.end("word"), agency, "")
    return None


def shape_after(chart: Chart, at: int, limit: int) -> Item | None:
    """A name in capitals right after a place, where no stage knew it."""
    view = chart.page.view
    m = patterns().link.match(view, at, limit)
    name = read_name(view, m.end(), limit) if m else None
    if not name:
        return None
    single = " " not in view[name.name_start : name.name_end]
    if single and not _GOES_ON.match(view, name.end):
        return None
    return _shaped(chart, name.name_start, name.name_end, least=1)


def called_by(chart: Chart, end: int) -> Item | None:
    """A name in capitals between commas after an award: `peraih Karsa Award, Susumu Lestari, ...`."""
    m = _CALLED.match(chart.page.view, end, chart.end)
    return _shaped(chart, *m.span("name")) if m else None


_CALLED = regex.compile(
    r"(?:[ ](?:tahun[ ])?\(?\d{4}\)?)?,[ ]"
    r"(?P<name>\p{Lu}[\p{L}'-]{1,20}(?:[ ]\p{Lu}[\p{L}.'-]{0,20}){1,3})(?=,|[ ]\()"
)
_GOES_ON = regex.compile(r"\s?(?:[(,]|(?:dari|dan|asal)\b)")


def _shaped(chart: Chart, start: int, end: int, *, least: int = 2) -> Item | None:
    if any(i.start < end and start < i.end for i in chart.items):
        return None
    words = chart.words(start, end).split()
    while words and words[0] in book().lists["opener"]:
        start = chart.page.view.index(words[1], start) if len(words) > 1 else end
        words = words[1:]
    if not words:
        return None
    name = " ".join(words)
    if len(words) < least or words[0].lower() in book().lists["epithet"] or chart.start < chart.page.base:
        return None
    for innovation in chart.page.found(Innovation):
        if innovation.name == name:
            return Item(start, end, innovation, "")
    return Item(start, end, Person(start, end, name), "")
