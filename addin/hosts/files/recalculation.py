"""`--genberegn`: the formulas of a workbook computed by the LibreOffice of this machine."""

from __future__ import annotations

import re
from pathlib import Path

from addin import libreoffice
from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot
from addin.libreoffice import Setting
from addin.workbook import Recalculated, Refusal, Snapshot
from workbook_templates import fordel_puljer

MISSING = ("--genberegn bruger LibreOffice på denne maskine, og det er der ikke. Åbn og gem {file} i et regneark, så "
           "formlerne bliver beregnet, og prøv igen uden --genberegn.")
FAILED = "LibreOffice kunne ikke beregne {file}. Åbn og gem den i et regneark, og prøv igen uden --genberegn."
_EVERYTHING = (Setting("Office.Calc/Formula/Load", "OOXMLRecalcMode", 0),)  # computed on loading
_PROGRAM = re.compile(rb"<Application>LibreOffice/([0-9.]+)")


def recalculated(taken: Snapshot, data: bytes) -> Recalculated:
    """What LibreOffice makes of the formulas; raises Refusal where it cannot be asked."""
    program = libreoffice.program()
    if program is None:
        raise Refusal(MISSING.format(file=taken.file_name))
    converted = computed(program, data, taken.file_name)
    if converted is None:
        raise Refusal(FAILED.format(file=taken.file_name))
    package = Package(converted, taken.file_name)
    sheets = {sheet.name: sheet for sheet in snapshot(package, converted).sheets}
    pools = taken.sheet(taken.ours.get(fordel_puljer.NOEGLE, ""))  # ours, but the user writes it
    wanted = [*taken.foreign(), *([pools] if pools else [])]
    values = {sheet.name: {place: sheets[sheet.name].value(*place) for place in sheet.formulas or ()}
              for sheet in wanted if sheet.name in sheets and not sheets[sheet.name].unread}
    return Recalculated(name_of(package), values)


def name_of(package: Package) -> str:
    """The program that wrote a file, as the file says itself."""
    part = package.related("", "extended-properties")
    said = _PROGRAM.search(package.read(part)) if part else None
    return f"LibreOffice {said[1].decode()}" if said else "LibreOffice"


def computed(program: str, data: bytes, file: str) -> bytes | None:
    """The workbook as LibreOffice saves it again; None where it does not."""
    name = f"mappe{Path(file).suffix or '.xlsx'}"
    try:
        return libreoffice.converted(program, data, name, "xlsx:Calc MS Excel 2007 XML", _EVERYTHING)
    except libreoffice.Silent:
        return None
