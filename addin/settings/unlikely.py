"""What is asked about when all is found: how criteria are counted, hidden counts, a burden unlike the others."""

from __future__ import annotations

from addin.finding.asking import NUMBER
from addin.finding.children import is_suppressed
from addin.finding.sums import figure
from addin.inputs import where
from addin.settings.answered import ANTAL, MINDST
from addin.settings.setup import sheet_of
from addin.settings.tables import TableSettler
from addin.workbook import Refusal
from udfs.errors import tal
from workbook_templates.indstillinger import KRITERIER

OUTLIER = 10  # so many times the next highest a burden must be to be asked about


def check_counting(tables: TableSettler) -> None:
    """What counting children cannot do without: how many criteria, and what a suppressed count stands for."""
    setup = tables.setup
    if "barn_institution" in setup.areas and setup.values["mindst_kriterier"] is None and (
            setup.values["metode"] != KRITERIER):
        tables.asker.ask("mindst_kriterier", "Hvor mange kriterier skal et barn mindst opfylde for at tælle med? "
                         "Skriv fx 1 eller 3.", [], check=MINDST)
    place = setup.areas.get("antal_kriterier")
    if place and setup.values["erstat"] is None:
        sheet = sheet_of(tables.snapshot, place)
        hidden = [where(sheet, row, column) for row in range(place.row, place.last_row + 1)
                  for column in range(place.column, place.last_column + 1) if is_suppressed(sheet.value(row, column))]
        if hidden:
            tables.asker.ask("erstat", f"{len(hidden)} antal er skjult i leverancen (.. eller <3), den første i "
                             f"{hidden[0]}. Hvad skal de tælle? Skriv fx 1.", [], hidden[0], ANTAL)


def check_burdens(tables: TableSettler) -> None:
    """One burden many times all others, and over 1 where they are shares: typed 12 for 12 %, perhaps."""
    place = tables.setup.areas.get("belastning")
    if place is None:
        return
    sheet = sheet_of(tables.snapshot, place)
    read = sorted((value, recipient) for recipient in tables.setup.rows.recipients
                  if (value := figure(sheet, recipient.row, place.column)) is not None)
    if len(read) < 3 or read[-1][0] <= 1 or read[-2][0] > 1 or read[-1][0] < OUTLIER * read[-2][0]:
        return
    value, recipient = read[-1]
    cell = where(sheet, recipient.row, place.column)
    text = f"{cell}: {recipient.name} har {tal(value)}, og de andre højst {tal(read[-2][0])}. Er tallet rigtigt?"
    answer = tables.asker.remember(f"{NUMBER}{sheet.name}: {recipient.name}", text,
                                   [("ja", "ja, det er rigtigt"), ("nej", "nej, det skal rettes")], cell)
    if answer == "nej":
        raise Refusal(f"{cell}: ret tallet, fx til {tal(value / 100)} eller {tal(value)} %, og kør igen.")
