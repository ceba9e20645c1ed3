"""One workbook for a test, as a Snapshot for the action or as a file for LibreOffice, with defined names Fordel_..."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter

from addin.actions.fordel_pulje import calculate, fordel_pulje
from addin.hosts.files import job
from addin.marks import MARK, mark_text
from addin.messages import Message
from addin.sheets.run import Run
from addin.workbook import Name, Plan, Questions, Refusal, Snapshot, a1, area
from tests.builders import snapshot
from tests.calc.office import Office

SETTINGS = "Valg"  # the sheet with settings of one value, one a row
MADE = "01.09.2026 kl. 12.00"
WHY = {"begrundelse": "et lille eksempel"}  # what is made to be small or odd may well be red; see the tests of checks
OK, NOT_OK = "OK", "IKKE OK"
STATUS = "Fordeling kontrol!C4"
Rows = Sequence[Sequence[Any]]


class Case(NamedTuple):
    """Sheets and names; `names` maps a setting to what it points at, without the sheet's quotes."""

    sheets: Mapping[str, Rows]
    names: Mapping[str, str]
    ours: Mapping[str, str] = {}  # the key of a sheet of ours -> its name

    def snapshot(self) -> Snapshot:
        taken = snapshot(**self.sheets)
        names = tuple(Name(f"Fordel_{key}", target) for key, target in self.names.items())
        return Snapshot(taken.file_name, taken.sheets, names, dict(self.ours))

    def file(self, path: Path) -> Path:
        book = xlsxwriter.Workbook(str(path))
        for name, rows in self.sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
        for key, target in self.names.items():
            book.define_name(f"Fordel_{key}", f"={target}")
        for key, name in self.ours.items():
            book.define_name(f"'{name}'!{MARK}", f"={mark_text(key, [*self.sheets].index(name) + 1)}")
        book.close()
        return path


def case(sheets: Mapping[str, Rows], columns: Mapping[str, str], **values: Any) -> Case:
    """A workbook with named columns ("navn": "Ark!$A$2:$A$4"), and settings of one value on a sheet of their own.
    Whether fixed amounts are in the key figures is said: it would be asked."""
    if "fast_virkning" in columns:
        values.setdefault("fast_i_noegletal", "med")
    single = {key: f"{SETTINGS}!$B${row}" for row, key in enumerate(values, 1)}
    rows = [[key, value] for key, value in values.items()]
    return Case({**sheets, SETTINGS: rows}, {**columns, **single})


def cell_of(taken: Case, key: str, number: int = 0) -> str:
    """Where a setting stands after the distribution, as LibreOffice is asked for it; of several cells one by number."""
    place = area(planned(taken).names.get(f"Fordel_{key}", taken.names.get(key, "")))
    assert place is not None, key
    return f"{place.sheet}!{a1(place.row + number, place.column)}"


def planned(taken: Case) -> Plan:
    answer = fordel_pulje(taken.snapshot(), WHY, MADE, "0")
    assert isinstance(answer, Plan), answer
    return answer


def calculated(taken: Case) -> Run:
    """What the sheets are laid out from."""
    return calculate(taken.snapshot(), WHY, MADE, "0")


def refused(taken: Case) -> str:
    answer = fordel_pulje(taken.snapshot(), WHY, MADE, "0")
    assert isinstance(answer, Refusal), answer
    return str(answer)


def asked(taken: Case) -> set[str]:
    """The settings the user is asked about."""
    answer = fordel_pulje(taken.snapshot(), {}, MADE, "0")
    assert isinstance(answer, Questions), answer
    return {question.setting for question in answer.questions}


def texts(messages: Iterable[Message]) -> list[str]:
    """What is told, as it is read."""
    return [message.text for message in messages]


def amounts(plan: Plan) -> dict[str, float]:
    return {name: amount for name, amount, _ in plan.summary["tabel"]}


def cells(plan: Plan, key: str) -> dict[tuple[int, int], Any]:
    """The cells of one of our sheets; a formula as the value it has."""
    sheet = next(sheet for sheet in plan.sheets if sheet.key.split(" ")[0] == key)  # an edition has its own
    return {(cell.row, cell.column): getattr(cell.value, "value", cell.value) for cell in sheet.cells}


def table(plan: Plan, key: str, corner: str = "Nr.") -> dict[str, dict[str, Any]]:
    """A table of one of our sheets by name and heading; `corner` is the heading it is found by. Those of the result
    together: of the page and of its appendix, headings without their unit."""
    if key == "fordeling":
        return result(plan)
    found = cells(plan, key)
    head = next(row for (row, _), value in sorted(found.items()) if value == corner)
    headings = {column: value for (row, column), value in found.items() if row == head and value}
    at = next(column for column, value in headings.items() if value in ("Institution", "Modtager"))
    lines: dict[str, dict[str, Any]] = {}
    for row in range(head + 1, max(row for row, _ in found) + 1):
        name = found.get((row, at))
        if name and name not in lines and isinstance(name, str):
            lines[name] = {heading: found.get((row, column)) for column, heading in headings.items()}
    return lines


def result(plan: Plan) -> dict[str, dict[str, Any]]:
    lines: dict[str, dict[str, Any]] = {}
    for key in ("fordeling", "bilag"):
        found = cells(plan, key)
        heads = [row for (row, column), value in found.items() if column == 1 and value in ("Institution", "Modtager")]
        for head in heads:
            headings = {column: unit_less(value) for (row, column), value in found.items() if row == head and value}
            if "Gennemsnit" in headings.values():
                continue  # the numbers of the picture
            row = head + 1
            while name := found.get((row, 1)) or found.get((row, 0)):
                line = lines.setdefault(name, {})
                for column, heading in headings.items():
                    line.setdefault(heading, found.get((row, column)))
                row += 1
                if name in ("I alt", "Hele kommunen"):
                    break
    return {**lines, "I alt": lines["Hele kommunen"]} if "Hele kommunen" in lines else lines


def place_of(plan: Plan, name: str, heading: str) -> str:
    """Where a cell of the result stands first: Fordeling!D9."""
    for key in ("fordeling", "bilag"):
        found = cells(plan, key)
        heads = [place for place, value in found.items() if unit_less(str(value)).rstrip("0123456789/ ") == heading]
        for row, column in heads:
            at = next((line for (line, left), value in sorted(found.items())
                       if line > row and left < 2 and value == name), None)
            if at is not None:
                return f"{plan.sheets[('fordeling', 'bilag').index(key)].name}!{a1(at, column)}"
    raise LookupError(f"{name}: {heading}")


def unit_less(heading: str) -> str:
    """"Tildeling, kr." is "Tildeling"; but the change in per cent stays that."""
    return heading if heading.endswith("pct.") else heading.partition(", ")[0]


def key_figures(plan: Plan) -> dict[str, Any]:
    """Those of the appendix, by label."""
    found = cells(plan, "bilag")
    labels = {row: text for (row, column), text in found.items() if column == 1 and isinstance(text, str)}
    return {text: found.get((row, 2)) for row, text in labels.items()}


def notes_of_figures(plan: Plan) -> dict[str, Any]:
    found = cells(plan, "bilag")
    labels = {row: text for (row, column), text in found.items() if column == 1 and isinstance(text, str)}
    return {text: found.get((row, 3)) for row, text in labels.items()}


# ------------------------------------------------------------------------------------- in a real LibreOffice


def distributed(taken: Case, folder: Path) -> Path:
    return job.run(taken.file(folder / "ind.xlsx"), folder / "ud.xlsx", WHY).target


def status(office: Office) -> str:
    office.recalc()
    return office.get(STATUS)


def prove(office: Office, taken: Case, folder: Path, changes: Sequence[tuple[str, Any] | dict[str, Any]]) -> None:
    """OK when everything has been recalculated; not OK after each change alone, and OK again when it is undone.

    A change is a cell and a value, or several of them made at once.
    """
    assert office.open(str(distributed(taken, folder)))
    try:
        assert status(office) == OK
        assert office.errors() == []
        assert shown_status(office) == OK
        for change in changes:
            made = change if isinstance(change, dict) else dict([change])
            before = {address: office.get(address) for address in made}
            for address, value in made.items():
                office.set(address, value)
            assert status(office) == NOT_OK, made
            for address, value in before.items():
                office.set(address, value)
            assert status(office) == OK, f"changing back did not bring the OK back: {made}"
    finally:
        office.close()


def shown_status(office: Office) -> str:
    """The answer as the page shows it."""
    line = next(cells for cells in office.get("Fordeling!A1:I400") if cells[0] == "Kontrol:")
    return str(next(cell for cell in line[1:] if cell))
