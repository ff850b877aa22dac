"""What a stage is: it reads a page and writes one layer of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from anugerah.mentions import Mention
from anugerah.page import Page


class Stage:
    """One step of the way of an article. Subclasses name their `group` and give `find`.

    A stage keeps its configuration and nothing else, so that it pickles; what it needs of rules and
    gazetteers is loaded once a process and shared. `language.Component` makes a spaCy component of it.
    """

    group: ClassVar[str]

    def find(self, page: Page) -> Sequence[Mention]:
        """The stage's mentions on a page, in order of their start."""
        raise NotImplementedError

    def run(self, page: Page) -> None:
        """Add the stage's layer to a page."""
        page.layers[self.group] = list(self.find(page))
