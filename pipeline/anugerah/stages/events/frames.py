"""Frames: what a trigger says by its voice and the prepositions around it.

The subject of `meraih` is a recipient, what follows `diraih` is one too, what follows `dari` is a giver.
Each frame reads one window and gives a claim, or None where the sentence does not bear it out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

import regex

from anugerah.mentions import Agency, Award, Innovation, Official
from anugerah.stages.events.chart import PLACES, Chart, Item, Person, book
from anugerah.stages.events.claim import Claim, Window
from anugerah.stages.events.parties import (
    BY,
    TO,
    called_by,
    chain_right,
    given_to,
    members_after,
    shape_after,
    subject,
    subject_free,
)


def named_awards(items: Sequence[Item]) -> tuple[tuple[Award, ...], Award | None]:
    """The awards among items, those that only tell category, rank or ceremony joined to the one before."""
    awards: list[Award] = []
    event: Award | None = None
    contest: Award | None = None
    for item in items:
        if not isinstance(item.value, Award):
            continue
        award = item.value
        ceremony = award.rule == "awards.ceremony" or (
            award.rule in _NAMES and item.before in {"dalam", "pada", "di"} and awards
        )
        if ceremony:
            event = event or award
        elif (award.anaphor and awards) or (event and event.id and event.id == award.id):
            continue
        elif awards and awards[-1].category and not (awards[-1].title or award.category) and award.rank:
            awards[-1] = replace(award, category=awards[-1].category)
        elif awards and award.rank and award.title == award.rank and award.start - awards[-1].end < 2:
            awards[-1] = replace(awards[-1], rank=awards[-1].rank or award.rank, end=award.end)
        elif awards and award.category and not award.title:
            awards[-1] = replace(awards[-1], category=awards[-1].category or award.category)
        elif awards and awards[-1].id and award.id == awards[-1].id:
            continue
        elif awards and item.before in {"dengan", "sebagai", "untuk", "di", "pada"} and not awards[-1].rank:
            awards[-1] = replace(
                awards[-1], rank=award.rank, event=award.event or awards[-1].event or awards[-1].title,
                title=award.title or awards[-1].title, edition=awards[-1].edition or award.edition,
                category=awards[-1].category or award.category, end=award.end,
            )  # fmt: skip
        elif contest and awards == [contest] and award.rank and not award.event:
            event, awards = event or contest, [award]
        else:
            awards.append(award)
            if award.rule in _NAMES and item.before in {"dalam", "pada", "di"}:
                contest = award
    return tuple(awards), event


_NAMES = frozenset({"awards.awards", "awards.known"})


_CONFERRING = frozenset(
    {
        "dari",
        "oleh",
        "versi",
        "besutan",
        "garapan",
        "digelar",
        "diselenggarakan",
        "dihelat",
        "diadakan",
        "digagas",
    }
)
"""What stands before the one who confers an award or runs its contest."""


def _giver(
    chart: Chart, items: Sequence[Item], recipients: Sequence[Item]
) -> tuple[Item | None, tuple[Item, ...]]:
    """Giver and presenters among items: what stands after `dari`, `oleh`, `versi`."""
    giver: Item | None = None
    people: tuple[Item, ...] = ()
    for n, item in enumerate(items):
        if item.before in _CONFERRING and item.party and item not in recipients:
            if isinstance(item.value, Agency) and not (item.value.bare and item.value.kind in PLACES):
                giver = giver or item
            elif isinstance(item.value, Official) and not people:
                people = chain_right(chart, items, n)
                if not item.value.name and item.before != "oleh":
                    giver = giver or item
    return giver, tuple(p for p in people if isinstance(p.value, Official | Person))


def _make(w: Window, recipients: tuple[Item, ...], items: Sequence[Item], **more: object) -> Claim:
    awards, event = named_awards(items)
    sources = w.chart.items if w.trigger.frame in {"handed", "taken"} else w.rest()
    giver, presenters = _giver(w.chart, sources, recipients)
    innovations = tuple(i for i in w.chart.items if isinstance(i.value, Innovation) and i not in recipients)
    spans = [w.trigger.start, w.trigger.end, *(i.start for i in recipients if i in w.chart.items)]
    spans += [p for a in awards for p in (a.start, a.end)]
    claim = Claim(
        chart=w.chart,
        trigger=w.trigger,
        recipients=recipients,
        awards=awards,
        giver=giver,
        presenters=presenters,
        innovations=innovations,
        event=event,
        start=min(spans),
        end=max(spans),
    )
    return replace(claim, **more)  # type: ignore[arg-type]


def _receive(w: Window) -> Claim | None:
    """Subject, verb of getting, award: `Pemkab X meraih Adipura dari Y`."""
    items = w.after()
    awards = [i for i in items if isinstance(i.value, Award)]
    objects = [
        i for i in awards
        if (i.before not in OBLIQUE or w.trigger.rule == "events.stand")
        and i.start - w.trigger.end < OBJECT and not _in_stage(w, i)
        and (not _is_ceremony(i) or w.trigger.word in book().lists["winning_verb"])
    ]  # fmt: skip
    if not objects and _takes_thing(w):
        return _hand_only(w)
    if not objects and not w.trigger.word.endswith("nya"):
        return None
    if objects and w.trigger.word == "dapat" and objects[0].start - w.trigger.end > 15:
        return None
    if objects and book().words("not_won").search(w.chart.words(w.trigger.end, objects[0].start)):
        return None
    if _ALIAS.search(w.chart.words(w.left, w.trigger.start)):
        return None
    if w.trigger.rule == "events.stand" and (_in_stage(w, awards[0]) or not _stands_at(w, awards[0])):
        return None
    taker = _cleft(w)
    if taker:
        return replace(_make(w, taker, items), receivers=taker)
    recipients, inherited = subject(w)
    if not recipients and not inherited:
        return None
    return _make(w, recipients, _own(w.chart, items), inherited=inherited)


def _is_ceremony(item: Item) -> bool:
    """Whether an award phrase names only the contest or ceremony, not what is won there."""
    return isinstance(item.value, Award) and item.value.rule == "awards.ceremony"


@cache
def _thing() -> regex.Pattern[str]:
    things = "|".join(map(regex.escape, book().lists["thing"]))
    return regex.compile(rf"[^.,;:]{{0,26}}?\b(?:{things})\b", regex.IGNORECASE)


def _takes_thing(w: Window) -> bool:
    """Whether a verb of taking has only a thing for object: `menerima ketiganya`, `mengambil trofi itu`."""
    if w.trigger.word not in book().lists["take"]:
        return False
    return bool(_thing().match(w.chart.page.view, w.trigger.end, w.chart.end))


def _hand_only(w: Window) -> Claim | None:
    """Who took it, and from whom: nobody is credited with an award that is not named."""
    people = [i for i in w.before() if isinstance(i.value, Official) and i.before in subject_free()]
    claim = _make(w, (), w.after())
    if not people and not claim.presenters:
        return None
    return replace(claim, receivers=tuple(people[-1:]))


def _in_stage(w: Window, award: Item) -> bool:
    """Whether an award only names the contest in which a stage was reached: `babak 32 besar`."""
    return bool(
        book().words("stage").search(w.chart.words(max(w.trigger.end, award.start - 30), award.start))
    )


def _own(chart: Chart, items: Sequence[Item]) -> list[Item]:
    """The items up to a party that has an award of its own: `meraih A karena Desa X juara I`."""
    seen = False
    for n, item in enumerate(items):
        following = items[n + 1] if n + 1 < len(items) else None
        close = following and isinstance(following.value, Award) and following.start - item.end < 3
        if seen and item.party and not item.before and (close or _next_winner(chart, items, n)):
            return list(items[:n])
        seen = seen or isinstance(item.value, Award)
    return list(items)


def _next_winner(chart: Chart, items: Sequence[Item], n: int) -> bool:
    """Whether a party is the next to win: `meraih juara I, disusul Desa X di tempat kedua`."""
    ahead = [i.end for i in items[:n] if isinstance(i.value, Award)]
    return bool(book().words("next").search(chart.words(ahead[-1], items[n].start)))


def _cleft(w: Window) -> tuple[Item, ...]:
    """`yang menerimanya sang wali kota, X`: who took it stands after the verb."""
    lead = w.chart.words(w.left, w.trigger.start).rstrip().lower()
    if not lead.endswith("yang") or "erima" not in w.trigger.word:
        return ()
    people = [i for i in w.after() if isinstance(i.value, Official | Person)]
    if not people or people[0].start - w.trigger.end > 40 or people[0].before not in {"", "sang"}:
        return ()
    return (people[0],)


_ALIAS = regex.compile(r"\b(?:alias|atau)\s{1,2}(?:\w{2,12}\s){0,2}\Z", regex.IGNORECASE)


_STRONG = frozenset(
    {
        "awards.placing",
        "awards.top",
        "awards.medal",
        "awards.known",
        "awards.best",
        "awards.best_of",
        "awards.awards",
        "awards.winner",
        "awards.crown",
        "awards.grade",
    }
)


OBLIQUE = frozenset({"dalam", "pada", "di", "ke", "dari", "lewat", "melalui"})
"""Prepositions of a ceremony, not of what is won."""


OBJECT = 75
"""How far after its verb an object may begin, in code points."""


def _stands_at(w: Window, award: Item) -> bool:
    """Whether an award is what a verb of standing (`masuk`, `menjadi`) leads to."""
    value = award.value
    if not isinstance(value, Award) or award.start - w.trigger.end > 40:
        return False
    if w.trigger.word.startswith("lolos"):
        return value.rule == "awards.top"
    if w.trigger.word.startswith(("masuk", "menembus", "tembus")) and value.rule == "awards.awards":
        return bool(value.rank) or not value.title or not value.title.endswith(("Cup", "Masters"))
    return value.rule in _STRONG or bool(value.rank and value.rule == "awards.head")


def _named(w: Window) -> Claim | None:
    """`X dinobatkan sebagai A`; with an award as subject it is a handing over."""
    before = [i for i in w.before() if i.party or isinstance(i.value, Award | Innovation)]
    if before and isinstance(before[-1].value, Award):
        return _handed(w)
    items = w.after()
    if not any(isinstance(i.value, Award) and not _is_ceremony(i) for i in items):
        return _handed(w) if w.trigger.word in {"diberikan", "dianugerahkan"} else None
    if w.trigger.word in {"dinilai", "disebut", "tercatat", "dinyatakan", "dipilih"}:
        first = next(i for i in items if isinstance(i.value, Award))
        if not _stands_at(w, first) and first.before != "dengan":
            return None
    told = _told_after(w, items)
    recipients, inherited = (told, False) if told else subject(w)
    if not recipients:
        return None
    claim = _make(w, recipients, items, inherited=inherited)
    agent = next((i for i in items if i.party), None)
    if agent and isinstance(agent.value, Agency) and not agent.place and w.leads_to(agent):
        return replace(claim, giver=agent) if agent not in recipients else claim
    return claim


def _told_after(w: Window, items: Sequence[Item]) -> tuple[Item, ...]:
    """Who is named after the award: `terpilih sebagai A ialah X`."""
    first = next(i for i in items if isinstance(i.value, Award))
    for n, item in enumerate(items):
        if item.party and item.start > first.start:
            told = _IS.search(w.chart.words(first.end, item.start))
            return chain_right(w.chart, items, n) if told else ()
    return ()


_IS = regex.compile(r"\b(?:ialah|adalah|yakni|yaitu|jatuh (?:kepada|pada|ke))\s{1,2}\Z")


def _give(w: Window) -> Claim | None:
    """Giver or presenter, verb of giving, award, `kepada` recipient."""
    items = w.rest()
    awards = [i for i in w.after() if isinstance(i.value, Award)]
    if awards and (_too_far(w, awards[0]) or _in_stage(w, awards[0])):
        return None
    verb = w.trigger.word.removesuffix("nya")
    if verb in book().lists["as_what"] and not (awards and _as_what(w, awards[0])):
        return None
    if awards and book().words("not_won").search(w.chart.words(w.trigger.end, awards[0].start)):
        return None
    named = awards or w.trigger.word.endswith("nya") or any(isinstance(i.value, Award) for i in w.before())
    named = named or bool(_thing().match(w.chart.page.view, w.trigger.end, w.chart.end))
    if not named:
        return None
    if book().words("thanks").search(w.chart.words(w.trigger.end, min(w.trigger.end + 90, w.chart.end))):
        return None
    direct = [
        n for n, i in enumerate(items)
        if i.party and not i.before and w.leads_to(i)
    ]  # fmt: skip
    given = [n for n, i in enumerate(items) if i.party and i.before in TO]
    recipients: tuple[Item, ...] = ()
    for n in given or direct:
        recipients = chain_right(w.chart, items, n)
        break
    if not recipients and awards and _points_back(w, awards[0]):
        recipients = w.spoken_of()
    if not recipients:
        recipients = members_after(w)
    if not recipients and awards and not awards[0].value.anaphor:  # type: ignore[union-attr]
        recipients = given_to(w)
    agents = [i for i in w.before() if i.party and i.before in subject_free() and not i.place]
    if not agents and w.chart.words(w.left, w.trigger.start).rstrip().lower().endswith("yang"):
        agents = [
            i
            for i in items
            if isinstance(i.value, Official) and _IS.search(w.chart.words(w.trigger.end, i.start))
        ]
    giver = next((i for i in reversed(agents) if isinstance(i.value, Agency)), None)
    presenters = tuple(i for i in agents if isinstance(i.value, Official))[-1:]
    if not agents and not recipients:
        return None
    claim = _make(w, recipients, w.after() or w.before())
    return replace(claim, giver=giver or claim.giver, presenters=presenters or claim.presenters)


_AS = regex.compile(r"\b(?:sebagai|menjadi|dengan|berupa)\s(?:\p{Ll}{3,12}\s){0,2}\Z")


def _as_what(w: Window, award: Item) -> bool:
    """Whether `sebagai` or `dengan` leads to an award: `memilih X sebagai Guru Teladan`."""
    return bool(_AS.search(w.chart.words(w.trigger.end, award.start)))


def _too_far(w: Window, award: Item) -> bool:
    """Whether an award stands too far after its verb, not counting the party in between."""
    parties = [i for i in w.after() if i.party and i.end <= award.start and w.leads_to(i)]
    return award.start - (parties[-1].end if parties else w.trigger.end) > OBJECT


def _points_back(w: Window, award: Item) -> bool:
    """Whether the one who is given something is only pointed at: `memberinya A`, `mengganjarnya dengan A`."""
    verb = w.trigger.word.removesuffix("nya")
    if verb != w.trigger.word and (verb.endswith("i") or verb in book().lists["as_what"]):
        return True
    between = w.chart.words(w.trigger.end, award.start)
    if _TO_HIM.search(w.chart.words(w.trigger.end, w.chart.end)):
        return True
    return bool(_POINTED.search(between)) and _as_what(w, award)


_POINTED = regex.compile(r"\b(?:itu|ini|tersebut|kepadanya|mereka)\b", regex.IGNORECASE)


_TO_HIM = regex.compile(r"\b(?:kepadanya|padanya|di dadanya|di lehernya|ke tangannya)\b")


def _handed(w: Window) -> Claim | None:
    """Award or its anaphor, passive of handing, presenter, `kepada` recipient."""
    before = [i for i in w.before() if isinstance(i.value, Award)]
    after = w.rest()
    by = [n for n, i in enumerate(w.after()) if i.party and i.before in BY | {"dari"}]
    given = [n for n, i in enumerate(after) if i.party and i.before in TO]
    agents = chain_right(w.chart, w.after(), by[0]) if by else ()
    recipients = chain_right(w.chart, after, given[0]) if given else members_after(w) or given_to(w)
    awards = [*before, *(i for i in w.after() if isinstance(i.value, Award))]
    if not awards and not agents and not recipients:
        return None
    if recipients and given and awards and awards[0].start < recipients[0].start:
        awards = [a for a in awards if a.start < recipients[-1].end]
    if not awards and w.trigger.word not in book().lists["plain_handing"]:
        return None
    claim = _make(w, recipients, awards)
    giver = next((a for a in agents if isinstance(a.value, Agency)), claim.giver)
    people = tuple(a for a in agents if isinstance(a.value, Official | Person))
    proxies = tuple(i for i in after if i.before == "diwakili" and isinstance(i.value, Official))
    receivers = proxies or tuple(r for r in recipients if isinstance(r.value, Official))
    return replace(claim, giver=giver, presenters=people or claim.presenters, receivers=receivers)


def _taken(w: Window) -> Claim | None:
    """Award, passive of getting, recipient: `Juara I diraih Desa X`; people who `diterima` are receivers."""
    after = w.after()
    awards = [i for i in w.before() if isinstance(i.value, Award)]
    parties = [
        n for n, i in enumerate(after)
        if (i.party or isinstance(i.value, Innovation)) and w.leads_to(i)
        and (i.before in BY | TO or w.trigger.word.endswith(i.before))
    ]  # fmt: skip
    counted = () if parties else members_after(w)
    shaped = None if parties or counted else shape_after(w.chart, w.trigger.end, w.right)
    if counted and awards:
        return _make(w, counted, awards[-1:])
    if not parties and not shaped and awards and _without_agent(w, awards[-1]):
        return replace(_make(w, w.spoken_of(), awards[-1:]), inherited=True)
    if not parties and not (shaped and awards):
        claim = _make(w, (), awards)
        return claim if claim.presenters or claim.giver else None
    if parties and w.trigger.word == "diterima" and getattr(after[parties[0]].value, "kind", "") == "media":
        return None
    recipients = chain_right(w.chart, after, parties[0]) if parties else (shaped,) if shaped else ()
    if not awards:
        awards = [i for i in after if isinstance(i.value, Award) and i.start >= recipients[-1].end][:1]
    claim = _make(w, recipients, _last(awards) if len(recipients) == 1 else awards)
    people = tuple(r for r in recipients if isinstance(r.value, Official))
    if w.trigger.word in {"diterima", "di terima", "diambil"}:
        claim = replace(claim, receivers=people)
    return claim


def _last(awards: Sequence[Item]) -> Sequence[Item]:
    """The award nearest to its verb; the category before it, where it is a thing: `kategori X, piala`."""
    thing = [i.value for i in awards[-1:] if isinstance(i.value, Award)]
    if len(awards) > 1 and thing and not (thing[0].title or thing[0].rank or thing[0].category):
        before = awards[-2].value
        if isinstance(before, Award) and before.category:
            return awards[-2:-1]
    return awards[-1:]


def _without_agent(w: Window, award: Item) -> bool:
    """Whether a passive leaves out who got a named award: `Adiwiyata tingkat kota diperoleh pada 2013`."""
    value = award.value
    if not isinstance(value, Award) or value.anaphor or not (value.title or value.rank):
        return False
    return bool(w.spoken_of()) and bool(_NO_AGENT.match(w.chart.page.view, w.trigger.end, w.chart.end))


_NO_AGENT = regex.compile(
    r"\s{1,2}(?:pada|tahun|berkat|karena|setelah|lewat|melalui|dalam|sejak|lantaran|kembali|lagi|\d)\b|\s?[.,]"
)


def _carry(w: Window) -> Claim | None:
    """`mengantarkan X ke Top 45`, `menjadikan X sebagai juara`: what is carried is the recipient."""
    after = w.after()
    parties = [n for n, i in enumerate(after) if i.party and w.leads_to(i)]
    if not parties and w.trigger.word.endswith("nya"):
        spoken_of = w.topic.main()
        near = [i for i in after if isinstance(i.value, Award) and i.start - w.trigger.end < OBJECT]
        return replace(_make(w, spoken_of, after), inherited=True) if spoken_of and near else None
    if not parties:
        first = next((i for i in after if isinstance(i.value, Award)), None)
        if first and _SOME.match(w.chart.words(w.trigger.end, first.start)):
            recipients, inherited = subject(w)
            return _make(w, recipients, after, inherited=inherited) if recipients else None
        return _receive(w) if first and first.start - w.trigger.end < 12 else None
    recipients = chain_right(w.chart, after, parties[0])
    awards = [i for i in after if i.start >= recipients[-1].end and isinstance(i.value, Award)]
    if not awards or awards[0].start - recipients[-1].end > 45 or _in_stage(w, awards[0]):
        return None
    claim = _make(w, recipients, awards)
    if claim.giver is None:
        agents = [i for i in w.before() if isinstance(i.value, Agency) and not i.before and not i.place]
        claim = replace(claim, giver=agents[-1] if agents else None)
    return claim


def _owned(w: Window) -> Claim | None:
    """`gelar itu diraihnya`, `A sudah mereka kantongi`: the agent is whom the article speaks of."""
    before = [i for i in w.before() if isinstance(i.value, Award)]
    spoken_of = w.spoken_of() or w.topic.main()
    if not before or not spoken_of or w.trigger.start - before[-1].end > 2 * OBJECT:
        return None
    return replace(_make(w, spoken_of, before), inherited=True)


_SOME = regex.compile(
    r"\s(?:\d{1,3}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\s(?:\p{Ll}{3,15}\s){1,4}(?:di|ke|pada|dalam|masuk)\s\Z"
)
"""How many of its own somebody brings into an award: `menaruh tiga inovasi di Top 30`."""


def _winners(w: Window) -> Claim | None:
    """`peraih A adalah X`, `X, peraih A`."""
    items = w.after()
    awards = [i for i in items if isinstance(i.value, Award)]
    if not awards or awards[0].start - w.trigger.end > 30:
        return None
    for n, item in enumerate(items):
        if item.party and item.start > awards[0].start:
            link = w.chart.words(awards[0].end, item.start)
            if regex.search(
                r"(?:adalah|yakni|yaitu|ialah|:|jatuh|antara lain|di antaranya)\s*\w{0,12}\s*\Z", link
            ):
                return _make(w, chain_right(w.chart, items, n), awards)
    named = [i for i in items if isinstance(i.value, Person | Official) and i.start >= awards[0].end]
    if named and not named[0].before and _APPOSED.match(w.chart.words(awards[0].end, named[0].start)):
        return _make(w, tuple(named[:1]), awards)
    apposed = called_by(w.chart, awards[0].end)
    if apposed:
        return _make(w, (apposed,), awards)
    recipients, inherited = subject(w)
    if not recipients or inherited or w.trigger.start - recipients[-1].end > 25:
        return None
    return _make(w, recipients, items)


_APPOSED = regex.compile(r"(?: (?:tahun )?\(?\d{4}\)?)?,?\s(?:dari \p{Lu}\p{Ll}+,?\s)?\Z")
"""Between an award and the one who is called by it: `peraih Nobel Fisika 1965, Richard Feynman`."""


def _handing(w: Window) -> Claim | None:
    """`Penyerahan dilakukan oleh H kepada T`: tells who handed, credits only those after `kepada`."""
    rest = w.rest()
    by = [n for n, i in enumerate(rest) if i.party and i.before == "oleh"]
    given = [n for n, i in enumerate(rest) if i.party and i.before == "kepada"]
    if not by and not given:
        return None
    agents = chain_right(w.chart, rest, by[0]) if by else ()
    recipients = chain_right(w.chart, rest, given[0]) if given else ()
    claim = _make(w, recipients, w.after())
    people = tuple(a for a in agents if isinstance(a.value, Official))
    giver = next((a for a in agents if isinstance(a.value, Agency)), claim.giver)
    receivers = tuple(r for r in recipients if isinstance(r.value, Official))
    return replace(claim, presenters=people or claim.presenters, giver=giver, receivers=receivers)


def _naming(w: Window) -> Claim | None:
    """`Empat penghargaan itu yakni A, B dan C`: each is credited to whom the article speaks of."""
    items = w.rest()
    awards, event = named_awards(items)
    awards = tuple(a for a in awards if a.title or a.rank or a.category)
    first = next((i for i in items if isinstance(i.value, Award)), None)
    if not awards or first is None or first.start - w.trigger.end > 25:
        return None
    if any(i.party and i.before not in {"dari", "pada", "di", "dalam", "atas"} for i in items):
        return None
    recipients = w.last or w.topic.parties
    if not recipients or w.chart.index - w.topic.sentence > 6:
        return None
    return replace(_make(w, recipients, items), awards=awards, event=event, inherited=True)


def _represented(w: Window) -> Claim | None:
    """`Bali diwakili Kepala Badan X`: who took it, for whom."""
    people = [n for n, i in enumerate(w.rest()) if isinstance(i.value, Official) and w.leads_to(i)]
    parties = [i for i in w.before() if i.party]
    if not people or not parties:
        return None
    receivers = chain_right(w.chart, w.rest(), people[0])
    return replace(_make(w, (), ()), receivers=receivers, represented=parties[-1])


FRAMES: dict[str, Callable[[Window], Claim | None]] = {
    "receive": _receive,
    "named": _named,
    "give": _give,
    "handed": _handed,
    "taken": _taken,
    "carry": _carry,
    "owned": _owned,
    "winners": _winners,
    "handing": _handing,
    "naming": _naming,
    "represented": _represented,
}
