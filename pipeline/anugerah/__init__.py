"""anugerah reads Indonesian news and finds award events: who received which award, and the rest."""

from anugerah.article import Article
from anugerah.extraction import Extraction, extract, extract_many
from anugerah.language import load, make_doc
from anugerah.record import AwardEvent

__all__ = ["Article", "AwardEvent", "Extraction", "extract", "extract_many", "load", "make_doc"]
__version__ = "0.1.0"
