"""The workbook of a follow-up: what each was told and has used, what the money went to, the files, and every figure."""

from __future__ import annotations

import math
from collections import Counter
from typing import NamedTuple

import pandas

from addin.filejobs.saml import lists
from addin.filejobs.saml.opfoelgning import ASKED, TOLD
from addin.filejobs.saml.plan import Comparison
from addin.filejobs.saml.returned import Gathered, Reply
from addin.sheets import tekst
from addin.sheets.sider import Block, lay
from addin.workbook import Plan, SheetPlan
from udfs.errors import antal, tal
from workbook_templates.samling import MINDST
from workbook_templates.udmelding import FELTER

ARK, INSTITUTION = "Opfølgning", "Institution"
TABLE = (INSTITUTION, "Udmeldt, kr.", "Brugt, kr.", "Ikke brugt, kr.", "Brugt af det udmeldte", "Stillinger",
         "Brugt til", "Svar", "Begrundelse")
TIDY = (INSTITUTION, "Fil", "Nøgle", "Spørgsmål", "Tal", "Tekst")
WIDTHS = (26, 12, 12, 12, 11, 10, 20, 25, 40)
AS_TOLD, REASONED, UNREASONED, MISSING = (
    "brugt som udmeldt", "afviger, begrundet", "afviger, ikke begrundet", "mangler")
KRONE = 1.0  # less than it is no deviation


class Line(NamedTuple):
    """A recipient's answers, None where there is none."""

    name: str
    told: float | None
    used: float | None
    positions: float | None
    what: str | None
    why: str | None

    @property
    def left(self) -> float | None:
        return None if self.told is None or self.used is None else self.told - self.used

    @property
    def state(self) -> str:
        if self.left is None:
            return MISSING
        return AS_TOLD if abs(self.left) < KRONE else REASONED if self.why else UNREASONED


def compared(gathered: Gathered, files: dict[str, str]) -> Comparison:
    """`files` are all that were looked at, with the recipient of those that could be read."""
    figures = tidy(gathered)
    sheets = [sheet([line(reply) for reply in gathered.replies]), lists.filer(gathered, files, INSTITUTION),
              lists.tal(figures, (26, 38, 14, 60, 16, 50))]
    return Comparison(Plan(sheets, {"Fordel_samling": '"1"'}), figures)


def line(reply: Reply) -> Line:
    number = {key: value for key, value in reply.svar.items() if isinstance(value, float)}
    words = {key: value for key, value in reply.svar.items() if isinstance(value, str)}
    return Line(reply.kommune, number.get(TOLD), number.get("brugt"), number.get("stillinger"), words.get("hvad"),
                words.get("afvigelse"))


def tidy(gathered: Gathered) -> pandas.DataFrame:
    """One row an answer."""
    rows = [(reply.kommune, reply.file, asked.noegle, asked.etiket, value if isinstance(value, float) else None,
             value if isinstance(value, str) else None)
            for reply in gathered.replies for asked in ASKED
            for value in [reply.svar.get(asked.noegle)] if value is not None]
    made = pandas.DataFrame(rows, columns=list(TIDY))
    return made.astype({name: "float64" if name == "Tal" else "string" for name in TIDY})


# ------------------------------------------------------------------------------------- the sheet


def sheet(lines: list[Line]) -> SheetPlan:
    plan = SheetPlan("samling_opfoelgning", ARK, print_columns=len(TABLE))
    plan.widths = dict(enumerate(WIDTHS))
    blocks: list[Block] = []
    tekst.put_title(plan, "Opfølgning: det, der er udmeldt, og det, der er brugt")
    row = tekst.put_lines(plan, blocks, 2, "", [
        *opening(lines), "Arket har hver institutions beløb og egne ord. Det er til den, der følger op, og sendes ikke "
        "videre."])
    plan.put_row(row, TABLE, "hoved")
    plan.heights[row], plan.repeat_row, plan.freeze = 30, row, (row + 1, 1)
    for each in lines:
        row += 1
        put_line(plan, row, each)
    row = put_total(plan, row + 1, lines)
    what(plan, blocks, row + 2, lines)
    lay(plan, len(TABLE), blocks)
    return plan


def opening(lines: list[Line]) -> list[str]:
    """How many say what; those that have not answered by name."""
    states = Counter(each.state for each in lines)
    said = "; ".join(f"{state}: {tal(states[state])}" for state in (AS_TOLD, REASONED, UNREASONED) if states[state])
    missing = [each.name for each in lines if each.state == MISSING]
    said = f" {said[:1].upper()}{said[1:]}." if said else ""
    return [f"Svar fra {antal(len(lines), 'institution', 'institutioner')}.{said}",
            f"Mangler det udmeldte eller det brugte: {', '.join(missing)}." if missing else ""]


def put_line(plan: SheetPlan, row: int, each: Line) -> None:
    share = each.used / each.told if each.used is not None and each.told else None
    plan.put(row, 0, each.name, "fed brudt")
    for column, (value, style) in enumerate(((each.told, "kr"), (each.used, "kr"), (each.left, "kr"), (share, "pct"),
                                             (each.positions, "normering")), 1):
        plan.put(row, column, value, f"{style} stoerre")
    for column, text in enumerate((each.what, each.state, each.why), 6):
        plan.put(row, column, text, "brudt")
    longest = max(len(text or "") / WIDTHS[column] for column, text in ((0, each.name), (8, each.why)))
    plan.tall(row, lists.LINE * max(1, math.ceil(longest * 1.1)))


def put_total(plan: SheetPlan, row: int, lines: list[Line]) -> int:
    """Of those that have told both, so that the columns add up."""
    both = [each for each in lines if each.left is not None]
    told, used = (math.fsum(value or 0 for value in column) for column in zip(*((e.told, e.used) for e in both))
                  ) if both else (0.0, 0.0)
    plan.put_row(row, [f"I alt, {tal(len(both))} med begge beløb", *[None] * 8], "sum_tekst brudt")
    for column, value in enumerate((told, used, told - used), 1):
        plan.put(row, column, value, "kr sum_tekst")
    plan.put(row, 4, used / told if told else None, "pct sum_tekst")
    return row


def what(plan: SheetPlan, blocks: list[Block], row: int, lines: list[Line]) -> None:
    """What the money went to: how many, and the share where enough have answered."""
    given = [each.what for each in lines if each.what is not None]
    options = next(asked.regel.valg for asked in FELTER if asked.noegle == "hvad")
    tekst.put_heading(plan, row, f"Hvad pengene er brugt til (n = {tal(len(given))})")
    if len(given) < MINDST:
        plan.put(row + 1, 0, f"Under {MINDST} har svaret, og svarene er ikke talt op.", "lille")
        return
    plan.put_row(row + 1, ("Brugt til", "Antal", "Andel"), "hoved")
    for at, option in enumerate(options, row + 2):
        many = given.count(option)
        plan.put(at, 0, option, "tekst")
        plan.put(at, 1, many, "helt")
        plan.put(at, 2, many / len(given), "pct")
    blocks.append(Block(row, row + 1 + len(options)))
