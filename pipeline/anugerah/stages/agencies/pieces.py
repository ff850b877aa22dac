"""The pieces that names are joined from."""

from __future__ import annotations

from dataclasses import dataclass

from anugerah.lexicon import LEVELS, Entry


@dataclass(slots=True, kw_only=True, eq=False)
class Piece:
    """A region, an institution or a unit on the page, before its neighbours are looked at.

    `regions`: what a place can mean; `level`: the level that its words name; `government`: true of
    `Pemkab X`; `doubtful`: the name is an everyday word too.
    `carries` says what the name still lacks, `takes` what may follow it, `keeps` that its region
    stays short (`Polda Kalimantan Timur`), `as_written` that it has its level only where the article
    writes it, `branch` that it has one in every region.
    `written`: the words that the name grammar read, which may run on into a person's name.
    `spelled`: the name is as the article has it, in more than a short form.
    `owner`: the body above it. `unnamed`: only a head (`Polres`) as long as nothing names it.
    `again`: the word that points back (`dinas tersebut`).
    """

    start: int
    end: int
    rule: str
    name: str
    kind: str
    id: str | None = None
    region: str | None = None
    regions: tuple[Entry, ...] = ()
    level: str | None = None
    government: bool = False
    levelled: bool = False
    carries: str = ""
    takes: frozenset[str] = frozenset()
    keeps: bool = False
    as_written: bool = False
    private: bool = False
    in_title: bool = False
    doubtful: bool = False
    written: str = ""
    spelled: bool = False
    owner: str = ""
    again: str = ""
    branch: bool = False
    unnamed: bool = False

    @property
    def place(self) -> bool:
        """True of a region or its government, False of an institution."""
        return bool(self.regions) or self.government

    def options(self) -> tuple[Entry, ...]:
        """The regions that the piece can mean once its level is known."""
        return tuple(e for e in self.regions if self.level in (None, e.kind)) or self.regions


PLACES = frozenset({*LEVELS, "region", "country"})
