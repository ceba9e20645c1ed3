"""The letters beside an amount on the page, which say what decided it, and their explanations."""

from __future__ import annotations

from addin.run.regnet import Regnet
from addin.sheets import saetninger
from udfs.distribution import ANSOEGT, GARANTI, HOEJST, LOFT, MINIMUM, PRIORITET
from workbook_templates.fordeling import BOGSTAVER, NOTE
from workbook_templates.styles import med_bogstaver

BOUND = {MINIMUM: "M", LOFT: "L", GARANTI: "G", HOEJST: "H", ANSOEGT: "A", PRIORITET: "A"}


class Bogstaver:
    """One text of letters a recipient."""

    def __init__(self, result: Regnet):
        self.result = result
        before, fast = result.figures.column("sidste_aar"), result.figures.fast
        compared = before if before and not result.saving else None
        below = set(result.under_threshold)
        self.each = ["".join((
            "U" if at in below else "", BOUND.get(bound, ""),
            "N" if compared and compared[at] is None else "", "F" if fast and fast[at] else ""))
            for at, bound in enumerate(result.fordeling.bundet)]

    def nothing(self) -> str:
        """That those under the threshold get nothing, where none of them gets anything by another rule."""
        given = any(self.result.tildeling[at] for at in self.result.under_threshold)
        return "" if given else f", {self.result.retning.faar_intet}"

    def styles(self) -> dict[str, list[str]]:
        """How the cells of the amounts look."""
        oere = "oere_" if self.result.in_oere else ""
        return {"tildeling": [med_bogstaver(f"{oere}bogstav", letters) for letters in self.each]}

    def told(self) -> list[str]:
        """* U: under minimumsgrænsen på 8 %; L: ved loftet."""
        settings, result = self.result.setup.settings, self.result
        loft = f" på {saetninger.kroner_per_child(result, settings.loft)}" if settings.loft is not None else ""
        of = "budgettet" if result.saving else f"sidste år{' pr. barn' if result.figures.pr_barn else ''}"
        shares = {key: f" ({saetninger.percent(share)} af {of})"
                  for key, share in result.figures.andele.items()}
        words = {"taerskel": saetninger.limit(result), "loft": loft, "garanti": shares.get("garanti", ""),
                 "hoejst": shares.get("hoejst", ""), "intet": self.nothing()}
        used = [letter for letter in BOGSTAVER if any(letter in letters for letters in self.each)]
        told = "; ".join(f"{letter}: {BOGSTAVER[letter].format(**words)}" for letter in used)
        return [f"{NOTE} {told}."] if used else []
