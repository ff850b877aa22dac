"""The agencies stage: institutions and places, linked to what they are.

`scan` finds the words of the gazetteer and the heads of the name grammar, `grammar` reads names from
there, `regions` settles which region is meant, and the stage joins the pieces: a unit and its
region, an office and its ministry, a second mention and its first.
"""

from anugerah.stages.agencies.stage import AgencyStage

__all__ = ["AgencyStage"]
