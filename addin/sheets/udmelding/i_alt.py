"""What several pools come to for a recipient: the sum, and what a guarantee of the sum does to it."""

from __future__ import annotations

from collections.abc import Mapping

from addin.danish import percent
from addin.run.puljer import Puljer
from addin.sheets.udmelding import graenser
from addin.sheets.udmelding.baand import ER, PLUS, TAST, Baand
from addin.sheets.udmelding.beregning import Ord, afrunding, efter_noeglen

ORDENE = Ord("Puljerne til alle modtagere", "til dem, garantien bestemmer for", "beløb fra puljerne",
             "krone fra puljerne", "Fra puljerne", "Til rest, når garantien er betalt")
I_ALT = "Puljerne i alt"
UDEN_PULJE = "{} er ikke med i nogen af puljerne."
UAENDRET = "Garantien på {} af sidste år ændrer intet."


def put(baand: Baand, puljer: Puljer, at: int, lines: Mapping[str, int]) -> list[str]:
    """The lines; `lines` has those of the amounts of the pools, by their names. Returns what is said of it."""
    result, garanti, moved = puljer.sum, puljer.garanti, puljer.flyttet
    total, regn = f"{result.retning.beloeb} i alt", ER if lines else TAST
    said = [] if lines else [UDEN_PULJE.format(result.figures.recipients[at].name)]
    baand.ord(I_ALT, fed=True)
    for number, (navn, line) in enumerate(lines.items()):
        baand.kr(f"{navn} (linje {line})", PLUS if number else TAST, baand.linjer[line - 1].tal or 0.0)
    if garanti and moved is not None and moved.any():
        line = baand.kr(ORDENE.vaegt, regn, garanti.foer[at])
        # Those above it give to those under it, all by the same sats.
        efter_noeglen(baand, result, at, line, ORDENE)
        graenser.mindst(baand, result, at)
        graenser.bestemt(baand, result, at)
        afrunding(baand, result, at, total, True)
        return said
    given = float(result.tildeling[at])
    baand.kr(total, regn, given, fed=True)
    return [*said, *([UAENDRET.format(percent(garanti.andel))] if garanti else [])]
