"""Loads a .xlam in a LibreOffice of its own, and types formulas over cells. Runs under the system's Python.

    vba_in_calc.py FILE.xlam    cells and formulas on stdin, what they give on stdout, both JSON

The process that the .xlam calls is this one, known to LibreOffice as a service by the name dk.fordel.Standin.
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import XServiceInfo, XSingleComponentFactory
from com.sun.star.script.provider import XScript

from addin.expose import call
from addin.hosts.excel.functions import from_com
from udfs.errors import RegelFejl

SOFFICE = os.environ.get("FORDEL_SOFFICE", "/usr/lib/libreoffice/program/soffice.bin")
NAME = "dk.fordel.Standin"
FILTER = "Calc MS Excel 2007 VBA XML"
TRUSTED = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Filter/Import/VBA">
<prop oor:name="Load" oor:op="fuse"><value>true</value></prop>
<prop oor:name="Executable" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


class Standin(unohelper.Base, XScript):
    """Answers as the process does; a refusal begins with "!"."""

    def invoke(self, given, _, __):
        name, arguments = given
        try:
            result = call(name, [from_com(argument) for argument in arguments])
        except RegelFejl as refused:
            result = "!" + str(refused)
        return (tuple(map(tuple, result)) if isinstance(result, list) else result), (), ()


class Factory(unohelper.Base, XSingleComponentFactory, XServiceInfo):
    def createInstanceWithContext(self, _):
        return Standin()

    def createInstanceWithArgumentsAndContext(self, *_):
        return Standin()

    def getImplementationName(self):
        return NAME

    def supportsService(self, name):
        return name == NAME

    def getSupportedServiceNames(self):
        return (NAME,)


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def started(profile):
    pipe = f"fordelvba{os.getpid()}"
    command = [SOFFICE, "--headless", "--norestore", "--nologo", "--nodefault",
               f"-env:UserInstallation=file://{profile}", f"--accept=pipe,name={pipe};urp;"]

    def start():
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    process = start()
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            context.ServiceManager.insert(Factory())
            return process, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            if process.poll() is not None:
                process = start()
            time.sleep(0.1)
    raise RuntimeError("soffice does not answer")


def answers(desktop, path, cells, formulas):
    document = desktop.loadComponentFromURL(f"file://{path}", "_blank", 0, (
        prop("Hidden", True), prop("MacroExecutionMode", 4), prop("FilterName", FILTER)))
    sheet = document.Sheets.getByIndex(0)
    for address, value in cells.items():
        cell = sheet.getCellRangeByName(address)
        if isinstance(value, (int, float)):
            cell.Value = value
        elif str(value).startswith("="):
            cell.Formula = value
        else:
            cell.String = value
    found = {}
    for number, formula in enumerate(formulas):
        row = 50 + 50 * number
        area = sheet.getCellRangeByPosition(25, row, 27, row + 3)
        area.setArrayFormula(formula)
        found[formula] = [list(line) for line in area.getDataArray()]
    document.close(True)
    return found


def main(path):
    profile = Path(tempfile.mkdtemp(prefix="fordel-vba-"))
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(TRUSTED, encoding="utf-8")
    process, desktop = started(profile)
    try:
        asked = json.load(sys.stdin)
        json.dump(answers(desktop, os.path.abspath(path), asked["cells"], asked["formulas"]), sys.stdout)
    finally:
        with contextlib.suppress(Exception):  # it goes while it answers
            desktop.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
        shutil.rmtree(profile, ignore_errors=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
