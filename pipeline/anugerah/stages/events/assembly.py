"""Assembly: the claims of a page joined into records, one for each recipient and award.

Claims that name the award become drafts; drafts of one recipient and one award are one record
however often it is told; claims that name no award, and the ceremony, fill what the drafts lack.
"""

from __future__ import annotations

from collections.abc import Sequence

from anugerah.mentions import Event
from anugerah.page import Page
from anugerah.record import with_ids
from anugerah.stages.events.ceremony import Ceremony
from anugerah.stages.events.chart import Chart
from anugerah.stages.events.claim import Claim
from anugerah.stages.events.drafts import (
    by_name,
    is_measure,
    listed,
    make_drafts,
    merge,
    once,
    resolved,
    retold,
)
from anugerah.stages.events.earned import earn
from anugerah.stages.events.records import make_record
from anugerah.stages.events.sharing import share


def assemble(page: Page, claims: Sequence[Claim], ceremony: Ceremony, rows: Sequence[Chart]) -> list[Event]:
    """The records of a page as events, in the order of the text."""
    drafts = by_name(
        retold(page, merge(listed(d for d in make_drafts(page, claims) if not is_measure(page, d))))
    )
    if not drafts:
        drafts = merge(make_drafts(page, resolved(page, claims), weak=True))
    share(page, drafts, claims, ceremony, rows)
    drafts = earn(page, drafts, rows)
    drafts = [
        d for d in once(drafts) if d.event or d.award.title or d.award.rank or d.award.event or d.claim.weak
    ]
    drafts.sort(key=lambda d: d.claim.start)
    records = with_ids(make_record(page, d, claims, rows) for d in drafts)
    return [
        Event(start=d.claim.start, end=d.claim.end, rule=d.claim.trigger.rule, record=r.to_dict())
        for d, r in zip(drafts, records, strict=True)
    ]
