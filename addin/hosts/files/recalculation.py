"""`--genberegn`: the formulas of a workbook computed by the LibreOffice of this machine, in a copy that is thrown away.

A profile of its own: the user's, which may be open, is not touched, and no link is followed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot
from addin.workbook import Recalculated, Refusal, Snapshot

SECONDS = 600
MISSING = ("--genberegn bruger LibreOffice på denne maskine, og det er der ikke. Åbn og gem {file} i et regneark, så "
           "formlerne bliver beregnet, og prøv igen uden --genberegn.")
FAILED = "LibreOffice kunne ikke beregne {file}. Åbn og gem den i et regneark, og prøv igen uden --genberegn."
# Where it lies when it is not on the path.
_PLACES = (r"C:\Program Files\LibreOffice\program\soffice.com",
           r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
           "/Applications/LibreOffice.app/Contents/MacOS/soffice", "/usr/lib/libreoffice/program/soffice")
# Compute everything on loading; ask nothing, and follow no link.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">\
<value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop>\
</item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">\
<value>3</value></prop></item>
</oor:items>
"""
_PROGRAM = re.compile(rb"<Application>LibreOffice/([0-9.]+)")


def recalculated(taken: Snapshot, data: bytes) -> Recalculated:
    """What LibreOffice makes of the formulas; raises Refusal where it cannot be asked."""
    program = libreoffice()
    if program is None:
        raise Refusal(MISSING.format(file=taken.file_name))
    converted = computed(program, data, taken.file_name)
    if converted is None:
        raise Refusal(FAILED.format(file=taken.file_name))
    package = Package(converted, taken.file_name)
    sheets = {sheet.name: sheet for sheet in snapshot(package, converted).sheets}
    values = {sheet.name: {place: sheets[sheet.name].value(*place) for place in sheet.formulas or ()}
              for sheet in taken.foreign() if sheet.name in sheets and not sheets[sheet.name].unread}
    return Recalculated(name_of(package), values)


def libreoffice() -> str | None:
    """The program, where it is there."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).exists()), None)


def name_of(package: Package) -> str:
    """The program that wrote a file, as the file says itself."""
    part = package.related("", "extended-properties")
    said = _PROGRAM.search(package.read(part)) if part else None
    return f"LibreOffice {said[1].decode()}" if said else "LibreOffice"


def computed(program: str, data: bytes, file: str) -> bytes | None:
    """The workbook as LibreOffice saves it again; None where it does not."""
    with tempfile.TemporaryDirectory(prefix="fordel-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        user = folder / "profil" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        source = folder / f"mappe{Path(file).suffix or '.xlsx'}"
        source.write_bytes(data)
        command = [program, f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless", "--norestore",
                   "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "ud"), str(source)]
        try:
            subprocess.run(command, check=True, timeout=SECONDS, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"})
            return (folder / "ud" / "mappe.xlsx").read_bytes()
        except (OSError, subprocess.SubprocessError):
            return None
