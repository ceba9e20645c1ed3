"""What tests do with documents. A component loaded into LibreOffice itself, as the product's own are: a call over the
pipe for each cell would take ten times as long. It is done in LibreOffice's main thread, as a button's work is: from
another, Python's lock and LibreOffice's can wait for each other for ever.

Commands: open, show, close, set, get, formula, formulas, errors, recalc, save, sheets, call. Cells are "Sheet!A1".
"""

import importlib
import json
import os
import re
import sys
import threading
import time
import traceback

import uno
import unohelper
from com.sun.star.awt import XCallback
from com.sun.star.beans import PropertyValue
from com.sun.star.task import XJob

NAME = "dk.fordel.tests.Desk"
SPREADSHEET = "com.sun.star.comp.Calc.SpreadsheetDocument"
VALUE = 1  # com.sun.star.sheet.FormulaResult


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


class Task(unohelper.Base, XCallback):
    """Work that the main thread does when it comes to it."""

    def __init__(self, work):
        self.work, self.done, self.answer = work, threading.Event(), ""

    def notify(self, _):
        try:
            self.answer = self.work()
        finally:
            self.done.set()


class Later(unohelper.Base, XCallback):
    """Work nobody waits for: it may open a window and stay in it."""

    def __init__(self, work):
        self.work = work

    def notify(self, _):
        self.work()


class Desk(unohelper.Base, XJob):
    later = Later

    def __init__(self, context):
        self.context = context
        self.main_thread = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.AsyncCallback", context)
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.toolkit = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.Toolkit", context)
        self.types = context.ServiceManager.createInstanceWithContext("com.sun.star.document.TypeDetection", context)
        self.document = None

    def execute(self, arguments):
        """One command as JSON in the only argument; its answer as JSON."""
        task = Task(lambda: self.answer(*json.loads(arguments[0].Value)))
        self.main_thread.addCallback(task, None)
        task.done.wait()
        return task.answer

    def answer(self, name, *given):
        try:
            if not re.fullmatch("[a-z]+(_[a-z]+)*", name):
                raise ValueError(name)
            return json.dumps({"ok": getattr(self, name)(*given)})
        except Exception as problem:
            return json.dumps({"failed": f"{type(problem).__name__}: {problem}\n{traceback.format_exc()}"})

    def path(self, root):
        """The checkout, whose modules `call` finds."""
        sys.path.insert(0, root)

    def call(self, module, function, *arguments):
        """A function of the tests, under this Python; it gets this object first."""
        return getattr(importlib.import_module(module), function)(self, *arguments)

    def open(self, path):
        """A document nobody looks at: without a frame and a view, it takes a third less."""
        url = prop("URL", uno.systemPathToFileUrl(os.path.abspath(path)))
        _, told = self.types.queryTypeByDescriptor((url,), True)
        made = self.context.ServiceManager.createInstanceWithContext(SPREADSHEET, self.context)
        made.load((*told, prop("Hidden", True)))
        self.document = made
        return made.Sheets.hasElements()

    def show(self, path):
        """As a user opens it: only a document with a window can take back that a sheet was added."""
        return self.in_window(uno.systemPathToFileUrl(os.path.abspath(path)))

    def show_new(self):
        """An empty document in a window."""
        return self.in_window("private:factory/scalc")

    def in_window(self, url):
        self.document = self.desktop.loadComponentFromURL(url, "_default", 0, ())
        self.toolkit.processEventsToIdle()  # the window is drawn, and what waits for an opened document has run
        return self.document is not None

    def close(self):
        if self.document is not None:
            self.document.close(True)
            self.document = None

    def cell(self, address):
        sheet, _, name = address.rpartition("!")
        return self.document.Sheets.getByName(sheet.strip("'")).getCellRangeByName(name)

    def set(self, address, value):
        cell = self.cell(address)
        if isinstance(value, str) and value.startswith("="):
            cell.setFormula(value)
        elif value is None or isinstance(value, str):
            cell.setString(value or "")
        else:
            cell.setValue(value)

    def get(self, address):
        place = self.cell(address)
        if ":" in address:  # in one call; cells in error are asked for with `errors`
            return [[None if value == "" else value for value in row] for row in place.getDataArray()]
        return self.read(place)

    @staticmethod
    def read(cell):
        kind = cell.Type.value
        if cell.getError():
            return {"error": cell.getError()}
        if kind == "EMPTY":
            return None
        if kind == "VALUE" or (kind == "FORMULA" and cell.FormulaResultType2 == VALUE):
            return cell.getValue()
        return cell.getString()

    def formula(self, address):
        """The formula in a cell, None where it has none."""
        cell = self.cell(address)
        return cell.getFormula() if cell.Type.value == "FORMULA" else None

    def errors(self):
        """The addresses of all cells in error, sheet by sheet (one query each)."""
        found = []
        for name in self.document.Sheets.ElementNames:
            sheet = self.document.Sheets.getByName(name)
            ranges = sheet.queryFormulaCells(4)  # com.sun.star.sheet.FormulaResult.ERROR
            found += [ranges.RangeAddressesAsString] if ranges.Count else []
        return found

    def formulas(self, sheet):
        return self.document.Sheets.getByName(sheet).queryFormulaCells(7).RangeAddressesAsString

    def recalc(self):
        started = time.perf_counter()
        self.document.calculateAll()
        return time.perf_counter() - started

    def save(self, path, kind):
        self.document.storeToURL(uno.systemPathToFileUrl(os.path.abspath(path)),
                                 (prop("FilterName", kind), prop("Overwrite", True)))

    def sheets(self):
        return list(self.document.Sheets.ElementNames)


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Desk, NAME, (NAME,))
