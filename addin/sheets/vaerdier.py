"""The numbers of the tables on the result: a recipient's, a group's and all's, and what is unknown."""

from __future__ import annotations

import math
from collections.abc import Sequence

from addin.dele import i_brug
from addin.run.noegletal import Kolonne
from addin.run.regnet import Regnet
from addin.sheets import hvorfor

AF_SIDSTE_AAR = ("aendring", "aendring_pct", "udgangspunkt", "priser", "puljen")  # unknown where last year's amount is


class Vaerdier:
    """What a row shows in a column, by the column's key."""

    def __init__(self, result: Regnet):
        self.result = result
        figures = result.figures
        self.own: dict[str, Kolonne] = {key: column for part, data in i_brug(result)
                                        for key, column in part.kolonner(result, data).items()}
        if result.forud is not None:
            self.own["noegledel"] = Kolonne(result.fordeling.tildeling.tolist())
        without = result.uden_loft
        if without is not None:
            self.own["uden_loft"] = Kolonne(without.tolist())
        self.own |= hvorfor.kolonner(result)
        self.forskelle = {"aendring": ("tildeling", "sidste_aar"), "afslag": ("ansoegt", "tildeling")}
        whole = "grundbudget" if result.saving else "i_alt"
        self.kvotienter = {
            "pr_barn": ("tildeling", "hoveder"), "pr_vaegtet": ("tildeling", "boern"),
            "soc_andel": ("tildeling", whole), "i_alt_pr_barn": ("i_alt", "hoveder"),
            "aendring_pct": ("aendring", "sidste_aar"), "daekket": ("tildeling", "ansoegt")}
        self.values: dict[str, Sequence[float]] = {
            "tildeling": result.tildeling.tolist(),
            **{key: list(column.values) for key, column in self.own.items()}}
        for key, column in (("hoveder", result.hoveder), ("boern", figures.boern),
                            ("boern_taerskel", figures.boern_taerskel), ("sidste_aar", figures.column("sidste_aar")),
                            ("grundbudget", figures.column("grundbudget"))):
            if column is not None:
                self.values[key] = [value or 0.0 for value in column]

    def has(self, key: str) -> bool:
        """Whether this workbook has anything to show in a column."""
        if key in self.values:
            return not (key == "boern" and not self.result.weighs_children)
        if key == "i_alt":
            return "grundbudget" in self.values
        needed = self.forskelle.get(key) or self.kvotienter.get(key)
        return needed is not None and all(self.has(part) or part == "boern" and part in self.values for part in needed)

    def value(self, key: str, members: Sequence[int]) -> float:
        """What a row over these recipients shows; no number where nothing is divided by."""
        if key == "aendring":  # of those only whose amount last year is known, as the rows show it
            members = [index for index in members if not self.is_blank("sidste_aar", index)]
        parts = self.difference(key)
        if parts:
            first, second = (self.value(part, members) for part in parts)
            return first - second
        if key == "i_alt":
            amount = self.value("tildeling", members)
            return self.value("grundbudget", members) + (-amount if self.result.saving else amount)
        if key in self.kvotienter:
            above, below = (self.value(part, members) for part in self.kvotienter[key])
            return above / below if below else math.nan
        return math.fsum(self.values[key][index] for index in members)

    def difference(self, key: str) -> tuple[str, str] | None:
        """The two columns one is the difference of."""
        return self.own[key].forskel if key in self.own else self.forskelle.get(key)

    def is_blank(self, key: str, index: int) -> bool:
        """Unknown is not zero: a blank cell of the user's stays blank, and so does the change from it."""
        if key in self.own and self.own[key].blank:
            return self.own[key].blank[index]
        source = "sidste_aar" if key in AF_SIDSTE_AAR else key
        column = self.result.figures.column(source) if source in ("sidste_aar", "grundbudget") else None
        return column is not None and column[index] is None
