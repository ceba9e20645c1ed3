"""The first two sheets: table 4.1 with the network's kommuner among KORA's 15, and figure 4.5."""

from __future__ import annotations

import statistics
from typing import NamedTuple

import pandas

from addin.chart import BARS, HATCHED
from addin.filejobs.saml import pictures
from addin.filejobs.saml.frames import maal
from addin.filejobs.saml.returned import Gathered
from addin.run.differentiering import Plads, median, place
from addin.sheets import tekst
from addin.sheets.sider import Block, lay
from addin.workbook import CellValue, SheetPlan
from udfs.errors import antal, tal
from udfs.rounding import half_up
from workbook_templates.kora_2017 import DIFFERENTIERING, KILDE_DIFFERENTIERING, VAEGT_DIFFERENTIERING
from workbook_templates.samling import ANDELE, FIGUR_45, HOEJ, KORA_AAR, LAV, MINDST, SAMMENLIGNING
from workbook_templates.skabeloner.netvaerksmaaling import FIGURER

DECIMAL = 0.1  # what KORA prints
FEW_ROWS = 40  # of a table that is on one page
OWN, KORAS = "Netværket", "KORA 2017"
TABLE = ("Nr. fra neden", "Kommune", "Hvem får penge", "Faktor", "Nr. med KORA's 15", "Kvartilfaktor",
         "Nr. med KORA's 15", "Faktor, netværket", "Faktor, KORA")
SHARES = ("Nr. fra neden", "Kommune", "Andel, pct.", "Efter kriterier, kr.", "Budget, kr.")


class Line(NamedTuple):
    navn: str
    tildeler: str
    faktor: float
    kvartilfaktor: float
    own: bool


def table_41(gathered: Gathered, wide: pandas.DataFrame) -> SheetPlan:
    plan = SheetPlan("samling_faktor", SAMMENLIGNING, landscape=False, print_columns=7)
    plan.widths = {0: 9, 1: 34, 2: 12, 3: 10, 4: 13, 5: 13, 6: 13, 7: 12, 8: 12}
    blocks: list[Block] = []
    tekst.put_title(plan, "Netværket og KORA's 15 kommuner")
    row = tekst.put_lines(plan, blocks, 2, "", opening(gathered))
    lines = table_lines(wide)
    tekst.put_heading(plan, row, "Tabel 4.1: hvor forskelligt pengene gives")
    plan.put_row(row + 1, TABLE, "hoved")
    plan.heights[row + 1] = 45
    first = row + 2
    for nr, line in enumerate(lines, 1):
        put_line(plan, row + 1 + nr, nr, line)
    row = put_medians(plan, first + len(lines), lines) + 1
    blocks += rows_of(first, row)
    row = chart_41(plan, blocks, row, lines, first)
    without = [f"{reply.kommune} er ikke med i tabellen. {maal(reply).hvorfor}" for reply in gathered.replies
               if maal(reply).faktor is None]
    tekst.put_lines(plan, blocks, row, "", [
        *without, f"{KILDE_DIFFERENTIERING}. Faktor: højeste beløb pr. barn divideret med laveste. Kvartilfaktor: øvre "
        f"kvartil divideret med nedre. 0-2-årige vejer {tal(VAEGT_DIFFERENTIERING)}; specialinstitutioner og dem, der "
        "intet får, er ikke med. Faktorer er rundet til én decimal, som KORA trykker dem."], "lille")
    plan.repeat_row = first - 1 if len(lines) > FEW_ROWS else None
    lay(plan, 7, blocks)
    return plan


def rows_of(first: int, after: int) -> list[Block]:
    """The lines of a table, the first of them with its headings: each is a block of its own."""
    return [Block(first - 2, first), *(Block(row, row) for row in range(first + 1, after))]


def opening(gathered: Gathered) -> list[str]:
    many = antal(gathered.files, "fil", "filer")
    aside = (f" {antal(len(gathered.aside), 'fil tæller', 'filer tæller')} ikke med; hvorfor står på arket Filer."
             if gathered.aside else "")
    return [f"Samlet af {many}: {antal(len(gathered.replies), 'kommune har', 'kommuner har')} svaret.{aside}",
            f"KORA's tal er fra {KORA_AAR}. Andele vises kun, hvor mindst {MINDST} har svaret."]


def table_lines(wide: pandas.DataFrame) -> list[Line]:
    """KORA's 15 and those with both measures, from the lowest factor; at the decimal KORA prints."""
    lines = [Line(f"KORA nr. {nr}", each.tildeler, each.faktor, each.kvartilfaktor, False)
             for nr, each in enumerate(DIFFERENTIERING, 1)]
    if "faktor" in wide:
        lines += [Line(str(kommune), str(told["tildeler"]), half_up(told["faktor"], DECIMAL),
                       half_up(told["kvartilfaktor"], DECIMAL), True)
                  for kommune, told in wide[wide["faktor"].notna()].iterrows()]
    return sorted(lines, key=lambda line: (line.faktor, line.own, line.navn))


def put_line(plan: SheetPlan, row: int, nr: int, line: Line) -> None:
    bold = " fed" if line.own else ""
    plan.put(row, 0, nr, "helt")
    plan.put(row, 1, line.navn, f"tekst{bold}")
    plan.put(row, 2, line.tildeler, f"midt{bold}")
    for column, name in ((3, "faktor"), (5, "kvartilfaktor")):
        value = getattr(line, name)
        plan.put(row, column, value, f"en_decimal{bold}")
        told = among(place(value, [getattr(each, name) for each in DIFFERENTIERING])) if line.own else None
        plan.put(row, column + 1, told, f"midt{bold}")
    plan.put(row, 7 if line.own else 8, line.faktor, "en_decimal")


def among(found: Plads) -> str:
    """A place, also where it is one with those of others.

    >>> among(Plads(3, 15, 0, 2.6, 4.1)), among(Plads(3, 15, 2, 2.6, 4.1))
    ('3', '3-5')
    """
    return f"{found.nr}-{found.nr + found.lige}" if found.lige else str(found.nr)


def put_medians(plan: SheetPlan, row: int, lines: list[Line]) -> int:
    own = [line for line in lines if line.own]
    shown: list[tuple[str, list[CellValue]]] = [
        (f"KORA 2017: median af {len(DIFFERENTIERING)}", [median("faktor"), median("kvartilfaktor")])]
    if own:
        shown.append((f"Netværket: median af {len(own)}", [statistics.median(line.faktor for line in own),
                                                           statistics.median(line.kvartilfaktor for line in own)]))
    for label, values in shown:
        plan.put_row(row, [None, label, *[None] * 5], "sum_tekst")
        for column, value in zip((3, 5), values):
            plan.put(row, column, value, "en_decimal sum_tekst")
        row += 1
    return row


def chart_41(plan: SheetPlan, blocks: list[Block], row: int, lines: list[Line], first: int) -> int:
    return pictures.put(plan, blocks, row, pictures.Bars(
        "Faktor: højeste beløb pr. barn divideret med laveste", first, first + len(lines) - 1, 1,
        ((OWN, 7, BARS), (KORAS, 8, HATCHED)), "Faktor. Udfyldt: netværket. Skraveret: KORA's 15 kommuner",
        pictures.end_of(max(line.faktor for line in lines)), tuple((line.navn, line.faktor) for line in lines)))


# ------------------------------------------------------------------------------------- figure 4.5


def figure_45(wide: pandas.DataFrame) -> SheetPlan:
    plan = SheetPlan("samling_andel", ANDELE, landscape=False)
    plan.widths = {0: 9, 1: 36, 2: 14, 3: 20, 4: 20}
    blocks: list[Block] = []
    tekst.put_title(plan, "Hvor stor en del af budgettet, der følger kriterier")
    found = wide[wide["andel"].notna()].copy() if "andel" in wide else wide.head(0)
    shares = sorted(((str(kommune), float(told["andel"]), told["beloeb"], told["budget"])
                     for kommune, told in found.iterrows()), key=lambda each: (each[1], each[0]))
    row = tekst.put_lines(plan, blocks, 2, "", said_of([share for _, share, _, _ in shares]))
    plan.put_row(row, SHARES, "hoved")
    plan.heights[row] = 30
    for nr, (kommune, share, beloeb, budget) in enumerate(shares, 1):
        plan.put(row + nr, 0, nr, "helt")
        plan.put(row + nr, 1, kommune)
        plan.put(row + nr, 2, 100 * share, "en_decimal")
        plan.put_row(row + nr, [beloeb, budget], "kr", 3)
    last = row + len(shares)
    if shares:
        blocks += rows_of(row + 1, last + 1)
        pictures.put(plan, blocks, last + 2, pictures.Bars(
            "Andel af budgettet efter kriterier, pct.", row + 1, last, 1, ((OWN, 2, BARS),),
            "Pct. af det decentrale budget", pictures.end_of(100 * shares[-1][1]),
            tuple((kommune, half_up(100 * share, DECIMAL)) for kommune, share, _, _ in shares)))
    plan.repeat_row = row if len(shares) > FEW_ROWS else None
    lay(plan, len(plan.widths), blocks)
    return plan


def said_of(shares: list[float]) -> list[str]:
    """The network in the words of figure 4.5, and KORA's own."""
    kora = {label: (printed, n) for label, printed, n in FIGURER}
    low, high = (kora[label] for label in FIGUR_45)
    own = ("" if len(shares) < MINDST else
           f"Netværket: {sum(half_up(share, 0.001) <= LAV for share in shares)} af {len(shares)} giver "
           f"{tal(100 * LAV)} % eller mindre efter kriterier, {sum(share >= HOEJ for share in shares)} mindst "
           f"{tal(100 * HOEJ)} %.")
    few = f"Netværket: {len(shares)} har svaret, og det er for få til en fordeling." if len(shares) < MINDST else ""
    return [own or few, f"KORA 2017, figur 4.5 ({KORA_AAR}, {low[1]} kommuner): fra 1 til 10 %; {low[0]} giver "
            f"{tal(100 * LAV)} % eller mindre, {high[0]} giver {tal(100 * HOEJ)} %. De enkelte andele er ikke trykt.",
            "Decentralt budget uden ledelse, administration og bygningsdrift."]
