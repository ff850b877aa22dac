"""What a stage is: a spaCy component that reads a page and writes one layer of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from spacy.tokens import Doc

from anugerah.mentions import Mention
from anugerah.page import Page, read_page, write_page


class Component:
    """A stage as a spaCy component. Subclasses name their `group` and give `find`.

    A component keeps its configuration and nothing else, so that it pickles; what it needs of rules
    and gazetteers is loaded once a process and shared.
    """

    group: ClassVar[str]

    def find(self, page: Page) -> Sequence[Mention]:
        """The stage's mentions on a page, in order of their start."""
        raise NotImplementedError

    def run(self, page: Page) -> None:
        """Add the stage's layer to a page."""
        page.layers[self.group] = list(self.find(page))

    def __call__(self, doc: Doc) -> Doc:
        """Add the stage's layer and span group to a Doc."""
        page = read_page(doc)
        self.run(page)
        write_page(doc, page, self.group)
        return doc
