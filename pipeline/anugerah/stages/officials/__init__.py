"""The officials stage: persons and their offices, apart and together.

`vocabulary` holds the words of gazetteer/titles.csv, `titles` reads an office with its institution and
region, `names` reads a person's name, the stage joins the two, and `people` settles which mentions are
one person.
"""

from anugerah.stages.officials.stage import OfficialStage

__all__ = ["OfficialStage"]
