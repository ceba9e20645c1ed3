"""What is asked about when all is found: how criteria are counted, hidden counts, a burden unlike the others."""

from __future__ import annotations

from addin.finding.asking import CRITERION, NUMBER
from addin.finding.sums import figure
from addin.inputs import where
from addin.settings.answered import MINDST, hidden_count
from addin.settings.setup import sheet_of
from addin.settings.tables import TableSettler
from addin.workbook import Refusal
from udfs import discretion
from udfs.errors import tal
from udfs.values import name as comparable
from workbook_templates.indstillinger import KRITERIER

OUTLIER = 10  # so many times the next highest a burden must be to be asked about


def check_counting(tables: TableSettler) -> None:
    """What counting children cannot do without: how many criteria, and what a suppressed count stands for."""
    setup = tables.setup
    if "barn_institution" in setup.areas and setup.values["mindst_kriterier"] is None and (
            setup.values["metode"] != KRITERIER):
        tables.asker.ask("mindst_kriterier", "Hvor mange kriterier skal et barn mindst opfylde for at tælle med? "
                         "Skriv fx 1 eller 3.", [], check=MINDST)
    if "antal_kriterier" in setup.areas:
        check_hidden(tables)


def check_hidden(tables: TableSettler) -> None:
    """What hidden counts stand for: asked, and refused at once where they cannot be so many."""
    place, instead = tables.setup.areas["antal_kriterier"], tables.setup.values["erstat"]
    sheet = sheet_of(tables.snapshot, place)
    names = tables.setup.areas["antal_institution"]
    known = {comparable(recipient.name) for recipient in tables.setup.rows.recipients}
    limits = {(row, column): under for row in range(place.row, place.last_row + 1)
              if comparable(sheet.value(row, names.column)) in known
              for column in range(place.column, place.last_column + 1)
              if (under := discretion.limit(sheet.value(row, column))) is not None}
    if not limits:
        return
    first, smallest = where(sheet, *next(iter(limits))), min(limits.values())
    many = "Antal" if tables.asker.asks(CRITERION) else f"{len(limits)} antal"  # more columns may be added
    hidden = f"{many} er skjult i leverancen (.. eller <3), det første i {first}"
    if instead is None:
        tables.asker.ask("erstat", f"{hidden}. Hvad skal de tælle? Skriv fx 1.", [], first, hidden_count(smallest))
    elif not 0 <= instead < smallest:
        raise Refusal(f"{hidden}. De kan ikke tælle {tal(instead)}: --erstat skal være mindst 0 og under "
                      f"{tal(smallest)}.")


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
