"""The letters beside an amount on the page, which say what decided it, and their explanations."""

from __future__ import annotations

from addin.run.regnet import Regnet
from addin.sheets import saetninger
from udfs.distribution import ANSOEGT, GARANTI, HOEJST, LOFT, MINIMUM, PRIORITET
from workbook_templates.fordeling import BOGSTAVER
from workbook_templates.styles import med_bogstaver

BOUND = {MINIMUM: "m", LOFT: "l", GARANTI: "g", HOEJST: "h", ANSOEGT: "a", PRIORITET: "a"}


class Bogstaver:
    """One text of letters a recipient."""

    def __init__(self, result: Regnet):
        self.result = result
        before, fast = result.figures.column("sidste_aar"), result.figures.fast
        compared = before if before and not result.saving else None
        limit = result.fordeling.taerskel is not None
        self.each = ["".join((
            "u" if limit and not over and not only else "", BOUND.get(bound, ""),
            "n" if compared and compared[at] is None else "", "f" if fast and fast[at] else ""))
            for at, (over, only, bound) in enumerate(zip(result.fordeling.over_taerskel.tolist(),
                                                         result.figures.only_fixed, result.fordeling.bundet))]

    def nothing(self) -> str:
        """That those under the threshold get nothing, where none of them gets anything by another rule."""
        below = [amount for amount, letters in zip(self.result.tildeling.tolist(), self.each) if "u" in letters]
        return "" if any(below) else f", {self.result.retning.faar_intet}"

    def styles(self) -> dict[str, list[str]]:
        """How the cells of the amounts look."""
        oere = "oere_" if self.result.in_oere else ""
        return {"tildeling": [med_bogstaver(f"{oere}bogstav", letters) for letters in self.each]}

    def told(self) -> list[str]:
        """u: under minimumsgrænsen på 8 %. l: ved loftet."""
        settings, result = self.result.setup.settings, self.result
        loft = f" på {saetninger.kroner_per_child(result, settings.loft)}" if settings.loft is not None else ""
        of = "budgettet" if result.saving else f"sidste år{' pr. barn' if result.figures.pr_barn else ''}"
        shares = {key: f" ({saetninger.percent(share)} af {of})"
                  for key, share in result.figures.andele.items()}
        words = {"taerskel": saetninger.limit(result), "loft": loft, "garanti": shares.get("garanti", ""),
                 "hoejst": shares.get("hoejst", ""), "intet": self.nothing()}
        used = [letter for letter in BOGSTAVER if any(letter in letters for letters in self.each)]
        return ["; ".join(f"{letter}: {BOGSTAVER[letter].format(**words)}" for letter in used) + "."] if used else []
