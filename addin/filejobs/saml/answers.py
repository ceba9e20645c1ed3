"""The sheet with the answers: how many, the share where there are enough, and KORA's beside it, with its n and year."""

from __future__ import annotations

from collections.abc import Sequence

import pandas

from addin.chart import BARS
from addin.filejobs.saml import pictures
from addin.filejobs.saml.comparison import OWN
from addin.filejobs.saml.form import form
from addin.filejobs.saml.frames import DERIVED, Counted, counted
from addin.sheets import tekst
from addin.sheets.sider import Block, lay
from addin.workbook import SheetPlan
from udfs.rounding import half_up
from workbook_templates.samling import (
    AFSNIT,
    DATAKILDER,
    KORA,
    KORA_AAR,
    KRITERIER,
    MINDST,
    STYRING,
    STYRINGSTYPER,
    SVAR,
    TAL_I_TABEL,
)
from workbook_templates.skabeloner.netvaerksmaaling import FIGURER

HEADINGS = ("Svar", "Antal", "Andel", "Har svaret (n)", "KORA 2017", "KORA: n", "KORA: år")
FEW = f"Hvor under {MINDST} har svaret, står kun hvor mange (n), og hvad KORA fandt."
PRINTED = {label: (printed, n) for label, printed, n in FIGURER}


class Answers:
    """The sheet while it is filled, from the top."""

    def __init__(self, wide: pandas.DataFrame):
        self.wide, self.row = wide, 2
        self.plan = SheetPlan("samling_svar", SVAR, landscape=False, repeat_row=2, freeze=(3, 1), print_columns=7)
        self.plan.widths = {0: 50, 1: 8, 2: 9, 3: 10, 4: 12, 5: 9, 6: 9, 7: 10}
        self.blocks: list[Block] = []
        tekst.put_title(self.plan, "Svarene, og KORA's ved siden af")
        self.plan.put(1, 0, FEW, "lille")
        self.plan.put_row(2, HEADINGS, "hoved")
        self.plan.heights[2] = 30
        self.row = 3
        self.criteria()
        self.row = 2 + self.yes("15. Datakilder, der bruges (ja)", DATAKILDER)
        for title, keys in AFSNIT:
            tekst.put_heading(self.plan, self.row, title)
            self.row += 1
            for key in keys:
                self.question(key)
        self.numbers()
        lay(self.plan, 7, self.blocks)

    def yes(self, title: str, keys: Sequence[str]) -> int:
        """One line a question of several that may all be yes: how many say so, of those who answered it."""
        first = self.row
        tekst.put_heading(self.plan, first, title)
        for row, key in enumerate(keys, first + 1):
            self.line(row, form().asked[key].label, key, "ja", counted(self.wide, key), few=True)
        self.blocks.append(Block(first, first + len(keys)))
        return first + len(keys)

    def criteria(self) -> None:
        """With a picture of the shares."""
        first = self.row + 1
        last = self.yes("13. Kriterier, der har betydning (ja)", KRITERIER)
        for row, key in enumerate(KRITERIER, first):
            share = counted(self.wide, key).share("ja")
            self.plan.put(row, 7, None if share is None else 100 * share, "en_decimal")
        self.row = last + 1
        self.chart(first, last)

    def chart(self, first: int, last: int) -> None:
        shares = [(form().asked[key].label, counted(self.wide, key).share("ja")) for key in KRITERIER]
        if all(share is None for _, share in shares):
            self.row += 1
            return
        self.plan.put(2, 7, "Andel, pct. (til figuren)", "hoved")
        self.row = pictures.put(self.plan, self.blocks, last + 2, pictures.Bars(
            "Kriterier, der har betydning: andel af kommunerne, pct.", first, last, 0, ((OWN, 7, BARS),),
            "Pct. af dem, der har svaret", 120.0, tuple(
                (label, None if share is None else half_up(100 * share, 1.0)) for label, share in shares), "#,##0"))

    def question(self, key: str) -> None:
        """Its answers in the order of the list, and what else they are."""
        found = counted(self.wide, key)
        first = self.row
        label = DERIVED[STYRING] + " (regnet af B9 og B10)" if key == STYRING else form().asked[key].label
        self.plan.put_row(first, [label, None, None, found.n, None, None, None], "gruppe")
        self.plan.put(first, 3, found.n, "helt gruppe")
        self.row += 1
        options = tuple(STYRINGSTYPER.values()) if key == STYRING else form().asked[key].rule.valg
        if found.n < MINDST:
            options = tuple(option for option in options if (key, option) in KORA)
        for option in options:
            self.line(self.row, option, key, option, found)
            self.row += 1
        self.blocks.append(Block(first, self.row - 1))

    def line(self, row: int, label: str, key: str, answer: str, found: Counted, few: bool = False) -> None:
        self.plan.put(row, 0, label, "indrykket")
        share = found.share(answer)
        self.plan.put(row, 1, None if share is None else found.answers.get(answer, 0), "helt")
        self.plan.put(row, 2, share, "pct")
        if few:
            self.plan.put(row, 3, found.n, "helt")
        if (key, answer) in KORA:
            printed, n = PRINTED[KORA[key, answer]]
            self.plan.put(row, 4, printed, "hoejre")
            self.plan.put_row(row, [n, KORA_AAR], "helt", 5)

    def numbers(self) -> None:
        """The least, the middle and the greatest, where there are enough."""
        first = self.row
        tekst.put_heading(self.plan, first, "Tal")
        self.plan.put_row(first + 1, ["", "Mindst", "Median", "n", "Størst"], "hoved")
        for row, (key, label, style) in enumerate(TAL_I_TABEL, first + 2):
            given = self.wide[key].dropna().astype("float64") if key in self.wide else pandas.Series(dtype="float64")
            self.plan.put(row, 0, label, "indrykket")
            self.plan.put(row, 3, len(given), "helt")
            if len(given) >= MINDST:
                for column, value in ((1, given.min()), (2, given.median()), (4, given.max())):
                    self.plan.put(row, column, float(value), style)
        self.row = first + 2 + len(TAL_I_TABEL)
        self.blocks.append(Block(first, self.row - 1))
