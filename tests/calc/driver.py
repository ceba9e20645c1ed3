"""Runs under the system's Python (which has uno): one warm soffice, one JSON command a line, one JSON answer a line.

Commands: open, close, set, get, formula, recalc, errors, save, call, quit. Cells are "Sheet!A1".
"""

import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

import uno
from com.sun.star.beans import PropertyValue

SOFFICE = os.environ.get("FORDEL_SOFFICE", "/usr/lib/libreoffice/program/soffice.bin")
SCREEN = "FORDEL_SCREEN"  # set where its windows are to be seen
VALUE, TEXT, FORMULA = 1, 2, 3  # com.sun.star.table.CellContentType


NOBODY, TRIES = 65534, 6
DANISH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>da-DK</value></prop>
</item></oor:items>
"""


def hand_over(folder, owner):
    for place, _, files in os.walk(folder):
        for name in ("", *files):
            os.chown(os.path.join(place, name), owner, owner)


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


class Office:
    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="fordel-calc-")
        if len(sys.argv) > 1:
            self.install(sys.argv[1])
        pipe = f"fordel{os.getpid()}"
        window = [] if os.environ.get(SCREEN) else ["--headless"]
        command = [SOFFICE, *window, "--norestore", "--nologo", "--nodefault",
                   "-env:UserInstallation=file://" + self.profile, f"--accept=pipe,name={pipe};urp;"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
        for _ in range(900):
            try:
                context = resolver.resolve(address)
                break
            except Exception:
                if self.process.poll() == 81:  # a new profile asks for one restart
                    self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(0.1)
        else:
            raise RuntimeError("soffice does not answer")
        self.context = context
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.document = None

    def install(self, extension):
        """As a user adds an extension, into a profile nobody has used, on a machine set to Danish."""
        for left in reversed(range(TRIES)):
            if self.installed(extension):
                return
            if left:  # unopkg of LibreOffice 7.4 now and then ends itself while it starts; in a new profile it does not
                time.sleep(1)
                self.profile = tempfile.mkdtemp(prefix="fordel-calc-")
        raise RuntimeError("unopkg could not add the extension")

    def installed(self, extension):
        where = os.path.join(self.profile, "fordel.oxt")
        shutil.copy(extension, where)
        os.makedirs(os.path.join(self.profile, "user"))
        with open(os.path.join(self.profile, "user", "registrymodifications.xcu"), "w") as settings:
            settings.write(DANISH)
        command = ["unopkg", "add", "--suppress-license", "-env:UserInstallation=file://" + self.profile, where]
        root = os.geteuid() == 0
        if root:  # unopkg refuses to work for root
            hand_over(self.profile, NOBODY)
        as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if root else {}
        done = subprocess.run(command, timeout=120, cwd="/", env={**os.environ, "HOME": self.profile},
                              stdout=subprocess.DEVNULL, **as_nobody)
        if root:
            hand_over(self.profile, 0)
        return done.returncode == 0

    def call(self, module, function, *arguments):
        """A function of the tests, under this Python and over the pipe; it gets this object first."""
        return getattr(importlib.import_module(module), function)(self, *arguments)

    def open(self, path):
        url = uno.systemPathToFileUrl(os.path.abspath(path))
        self.document = self.desktop.loadComponentFromURL(url, "_blank", 0, (prop("Hidden", True),))
        return self.document is not None

    def show(self, path):
        """As a user opens it: only a document with a window can take back that a sheet was added."""
        url = uno.systemPathToFileUrl(os.path.abspath(path))
        self.document = self.desktop.loadComponentFromURL(url, "_default", 0, ())
        return self.document is not None

    def show_new(self):
        """An empty document in a window."""
        self.document = self.desktop.loadComponentFromURL("private:factory/scalc", "_default", 0, ())
        return True

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

    def quit(self):
        try:
            self.close()
            self.desktop.terminate()
        except Exception:
            pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.profile, ignore_errors=True)


def main():
    sys.path.insert(0, os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..")))
    office = Office()
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        if not re.fullmatch("[a-z]+", name):
            break
        try:
            answer = {"ok": getattr(office, name)(*arguments)}
        except Exception as problem:
            answer = {"failed": f"{type(problem).__name__}: {problem}\n{traceback.format_exc()}"}
        print(json.dumps(answer), flush=True)
        if name == "quit":
            return
    office.quit()  # the test went away


if __name__ == "__main__":
    main()
