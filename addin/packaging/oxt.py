"""The extension for LibreOffice Calc: fordel.oxt. The same bytes every time, and no LibreOffice needed to build it.

All extensions share one Python, so every package goes in under a name of its own: udfs as fordel_udfs, and pypdf and
XlsxWriter, which LibreOffice's Python does not bring, as fordel_pypdf and fordel_xlsxwriter.
"""

from __future__ import annotations

import re
from importlib import metadata, resources
from typing import TYPE_CHECKING

from addin.describe import descriptions
from addin.packaging import registry
from addin.packaging.idl import idl
from addin.packaging.zipped import zipped

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

PREFIX = "fordel_"
PACKAGES = ("udfs", "workbook_templates", "addin", "pypdf", "xlsxwriter")
# What does not run in LibreOffice: other hosts, the builders, and data made by a library that is not there.
LEFT_OUT = ("addin/packaging/", "addin/reference/", "addin/filejobs/skabelon/", "addin/filejobs/efterse.py",
            "addin/hosts/files/", "addin/hosts/excel", "workbook_templates/demo_budget",
            "workbook_templates/opskrifter")
# But for what a job on files (addin/filejobs) reads and writes them by.
OF_JOBS = tuple(f"addin/hosts/files/{name}" for name in (
    "__init__.py", "asides.py", "book.py", "container.py", "contents.py", "excel_functions.py", "forms.py", "graft.py",
    "markup.py", "notices.py", "outfile.py", "package.py", "reading/", "references.py", "refusals.py", "scratch.py",
    "sheetwriter.py", "snapshot.py", "splice.py", "styles.py")) + (
        "addin/reference/__init__.py", "addin/reference/worksheet.py")
TEMPLATES = "workbook_templates/skabeloner/"  # built workbooks, which go in as they are
# The components lie at the top of the extension, where LibreOffice looks for them.
COMPONENTS = {"addin/hosts/calc/component.py": "fordel_komponent.py",
              "addin/hosts/calc/component_opened.py": "fordel_genkendelse.py"}
RDB, IDL = "fordel.rdb", "fordel.idl"
_IMPORT = re.compile(rf"^(\s*(?:from|import)\s+)({'|'.join(PACKAGES)})\b", re.MULTILINE)
_CONFIGURATION = "application/vnd.sun.star.configuration-data"
_PARTS = {
    RDB: "application/vnd.sun.star.uno-typelibrary;type=RDB",
    **dict.fromkeys(COMPONENTS.values(), "application/vnd.sun.star.uno-component;type=Python"),
    "CalcAddIns.xcu": _CONFIGURATION,
    "Addons.xcu": _CONFIGURATION,
    "CalcWindowState.xcu": _CONFIGURATION,
    "ProtocolHandler.xcu": _CONFIGURATION,
    "Jobs.xcu": _CONFIGURATION,
}


class Stale(Exception):
    """The compiled types do not fit the functions there are."""


def oxt() -> bytes:
    """The whole extension."""
    files = {"META-INF/manifest.xml": registry.manifest(_PARTS).encode(),
             "description.xml": registry.description().encode(),
             RDB: types(),
             "CalcAddIns.xcu": registry.calc_addins(descriptions()).encode(),
             "Addons.xcu": registry.addons().encode(),
             "CalcWindowState.xcu": registry.calc_window_state().encode(),
             "ProtocolHandler.xcu": registry.protocol_handler().encode(),
             "Jobs.xcu": registry.jobs().encode(),
             "licenser/pypdf-BSD.txt": licence("pypdf"),
             "licenser/XlsxWriter-BSD.txt": licence("XlsxWriter"),
             **sources()}
    return zipped(files)


def licence(package: str) -> bytes:
    """What a package that is not ours says that may be done with it."""
    files = metadata.distribution(package).files or ()
    return next(file for file in files if file.name in ("LICENSE", "LICENSE.txt")).read_text().encode()


def types() -> bytes:
    """The compiled types; raises Stale where a function has come or changed since they were compiled."""
    here = resources.files("addin.packaging")
    if here.joinpath(IDL).read_text(encoding="utf-8") != idl(descriptions()):
        raise Stale("addin/packaging/fordel.rdb is not of these functions: run python -m addin.packaging.compile")
    return here.joinpath(RDB).read_bytes()


def sources() -> dict[str, bytes]:
    """Our modules under their names in the extension, the component itself at its top."""
    found = {}
    for package in PACKAGES:
        for path, file in walk(resources.files(package), package):
            if path.startswith(TEMPLATES) and path.endswith(".xlsx"):
                found[f"pythonpath/{PREFIX}{path}"] = file.read_bytes()
            if path.startswith(LEFT_OUT) and not path.startswith(OF_JOBS) or not path.endswith(".py"):
                continue
            name = COMPONENTS.get(path, f"pythonpath/{PREFIX}{path}")
            found[name] = renamed(file.read_text(encoding="utf-8")).encode()
    return dict(sorted(found.items()))


def walk(folder: Traversable, path: str) -> list[tuple[str, Traversable]]:
    """Every file in a package with its path."""
    found = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += walk(entry, f"{path}/{entry.name}")
        else:
            found.append((f"{path}/{entry.name}", entry))
    return found


def renamed(source: str) -> str:
    """A module whose imports of ours go to the names in the extension.

    >>> renamed("from addin.workbook import Plan")
    'from fordel_addin.workbook import Plan'
    """
    return _IMPORT.sub(rf"\g<1>{PREFIX}\g<2>", source)
