"""The process that Fordel.xlam calls, in one of its own over the stand-ins for pywin32 and for Excel.

    python -m tests.addin.hosts.excel.desktop.process

A line of JSON in, a line of JSON out. It has no licence key, as on the user's PC.
"""

from __future__ import annotations

import base64
import json
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl

from tests.hosts_agree.excel_sheets import Book

ROOT = Path(__file__).parents[5]


class Process:
    """Asks, and waits for the answer."""

    def __init__(self) -> None:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("XLWINGS_")}
        self.running = subprocess.Popen([sys.executable, "-m", "tests.addin.hosts.excel.desktop.process"], cwd=ROOT,
                                        env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, what: str, **question: Any) -> Any:
        assert self.running.stdin and self.running.stdout
        self.running.stdin.write(json.dumps({"what": what, **question}) + "\n")
        self.running.stdin.flush()
        answer = json.loads(self.running.stdout.readline())
        assert "bug" not in answer, answer["bug"]
        return answer["answer"]

    def open(self, path: Path) -> None:
        self.ask("open", path=str(path))

    def press(self, button: str, *answers: str) -> list[list[str]]:
        """All the boxes of a button; the answers are typed in turn, and where there are no more the user stops."""
        found: list[list[str]] = self.ask("press", button=button, answers=answers)
        return found

    def book(self) -> Book:
        found: Book = pickle.loads(base64.b64decode(self.ask("book")))
        return found

    def names(self) -> list[str]:
        return [sheet.name for sheet in self.book().sheets]

    def of_theirs(self, path: Path) -> Book:
        """What is open, after seeing that the user's own sheets are as they were."""
        found, before = self.book(), openpyxl.load_workbook(path).sheetnames
        for sheet in found.sheets:
            if sheet.name in before and not sheet.name.startswith("Fordel"):
                assert not (sheet.cells or sheet.looks or sheet.widths or sheet.choices or sheet.highlights), sheet.name
        return found

    def stop(self) -> None:
        assert self.running.stdin and self.running.stdout
        self.running.stdin.close()
        self.running.wait(timeout=20)
        self.running.stdout.close()


# ------------------------------------------------------------------------------------- in the process


class Held:
    """One Excel with one workbook, and the object that Fordel.xlam has."""

    def __init__(self) -> None:
        from tests.addin.hosts.excel.desktop.fake import base, books, files
        from tests.hosts_agree import excel_pywin32

        excel_pywin32.ComError = base.ComError  # type: ignore[misc,assignment]
        excel_pywin32.install()
        sys.modules["pythoncom"].__dict__.update(DISPATCH_PROPERTYGET=2, DISPATCH_PROPERTYPUT=4)
        sys.modules["win32com.client"].__dict__["Dispatch"] = lambda given, **_: given
        from addin.hosts.excel.desktop import server

        self.books, self.files, self.server = books, files, server
        self.calls: Any = server.prepare().XLPython()
        self.application = books.Application()
        self.workbook: Any = None
        self.added = b""

    def open(self, path: str) -> None:
        self.workbook = self.files.opened(self.application, Path(path))

    def close(self) -> None:
        self.workbook = None

    def press(self, button: str, answers: list[str]) -> list[tuple[str, ...]]:
        boxes = [self.calls.Tryk(button, self.workbook)]
        typed = iter(answers)
        while boxes[-1][0] != "slut":
            if boxes[-1][0] == "aabn":
                self.added = Path(boxes[-1][2]).read_bytes()
            boxes.append(self.calls.Svar(next(typed, "") if boxes[-1][0] == "spoerg" else ""))
        self.compute()
        return boxes

    def opened_from(self) -> str:
        """The file a new workbook was opened from."""
        return base64.b64encode(self.added).decode()

    def at(self, made: str) -> None:
        """The time of day, for what is made from a file."""
        from addin import clock, until_answered

        until_answered.now = clock.now = lambda: made

    def lies(self, folder: str) -> None:
        """Where the workbook was opened from; "" where it was never saved."""
        self.workbook._folder = folder

    def cannot_copy(self) -> None:
        self.workbook._cannot_copy = True

    def copies(self) -> list[tuple[str, str, bool]]:
        """Of every SaveCopyAs its place, what was saved, and whether macros would have heard of it."""
        return [(place, base64.b64encode(data).decode(), heard) for place, data, heard in self.workbook._copies]

    def compute(self) -> None:
        """Excel computes what is written; here the formulas have the values their makers say."""
        from addin.workbook import Formula
        from tests.addin.hosts.excel.desktop.fake.cells import Kept

        if self.workbook is None:
            return
        memory = self.calls._buttons.memory.get(self.workbook.FullName)
        for sheet in self.workbook._sheets:
            written = memory.written.values() if memory else ()
            plan = next((plan for plan in written if plan.name == sheet.Name), None)
            for cell in plan.cells if plan else ():
                kept = sheet._cells.get((cell.row, cell.column))
                if isinstance(cell.value, Formula) and kept and kept.formula == cell.value.text:
                    value = cell.value.value
                    number = isinstance(value, int) and not isinstance(value, bool)
                    sheet._cells[cell.row, cell.column] = Kept(float(value) if number else value, kept.formula)

    def opened(self) -> Any:
        return self.server.opened(self.workbook)

    def book(self) -> str:
        return base64.b64encode(pickle.dumps(self.files.compared(self.workbook))).decode()

    def snapshot(self) -> str:
        from addin.hosts.excel.desktop.reading import snapshot

        return base64.b64encode(pickle.dumps(snapshot(self.opened()))).decode()

    def set(self, sheet: str, row: int, column: int, value: Any) -> None:
        """The user types."""
        self.workbook.Worksheets(sheet)._enter(row, column, value)

    def add(self, sheet: str, row: list[str]) -> None:
        """The user's own sheet, last."""
        made = self.books.Worksheet(self.workbook, sheet)
        self.workbook._sheets.append(made)
        for column, value in enumerate(row):
            made._enter(0, column, "'" + value)

    def cell(self, sheet: str, row: int, column: int) -> Any:
        return self.workbook.Worksheets(sheet)._cells.get((row, column), (None, ""))[:2]

    def put(self, path: str, value: Any) -> None:
        """A property of the workbook, or of a sheet: Ark.Visible."""
        owner, _, name = path.rpartition(".")
        setattr(self.workbook.Worksheets(owner) if owner else self.workbook, name, value)

    def state(self) -> dict[str, Any]:
        import xlwings

        excel = self.application
        return {"bar": excel._said, "events": excel._events, "pro": bool(xlwings.__pro__),
                "settings": [excel.ScreenUpdating, excel.EnableEvents, excel.Calculation, excel.DisplayAlerts],
                "active": self.workbook.ActiveSheet.Name, "selected": self.workbook._selected,
                "hidden": [name.Name for name in self.workbook._names if not name.Visible],
                "server": "xlwings.server" in sys.modules}

    def paper(self, sheet: str) -> dict[str, Any]:
        found = self.workbook.Worksheets(sheet)
        return {**{key.strip("_"): value for key, value in vars(found._paper).items() if key != "_sheet"},
                "breaks": found._breaks, "alt": [each._shape.AlternativeText for each in found._charts._found]}

    def break_at(self, member: str) -> None:
        """The next use of a member of a sheet's raises what COM raises."""
        from tests.addin.hosts.excel.desktop.fake.base import ComError

        kind = type(self.workbook._sheets[0])
        real = kind.__dict__[member]

        def broken(*_: Any) -> None:
            setattr(kind, member, real)
            raise ComError()

        setattr(kind, member, property(broken) if isinstance(real, property) else broken)

    def loaded(self, module: str) -> bool:
        return module in sys.modules

    def call_svar(self, text: str) -> Any:
        return self.calls.Svar(text)

    def cleanup_is_off(self) -> bool:
        """Called at the end, it would look for Excels: nothing does."""
        import atexit

        from xlwings import _xlwindows

        looked: list[int] = []
        _xlwindows.Apps.cleanup = staticmethod(lambda: looked.append(1))
        atexit._run_exitfuncs()
        return not looked

    def call(self, name: str, arguments: list[Any]) -> Any:
        return self.calls.Kald(name, tuple(map(_as_com, arguments)))


def _as_com(given: Any) -> Any:
    """Rows are tuples; {"error": n} is a cell in error, {"missing": true} an argument left out."""
    if isinstance(given, dict):
        return -2147352572 if "missing" in given else -2146828288 + given["error"]
    return tuple(tuple(map(_as_com, row)) for row in given) if isinstance(given, list) else given


def main() -> None:
    """What libraries print must not come between the answers."""
    answers, sys.stdout = sys.stdout, sys.stderr
    held = Held()
    for line in sys.stdin:
        question = json.loads(line)
        try:
            answer = {"answer": getattr(held, question.pop("what"))(**question)}
        except BaseException as bug:  # Unknown is one on purpose
            import traceback

            answer = {"bug": "".join(traceback.format_exception(bug))}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
