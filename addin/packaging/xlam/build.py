"""Fordel.xlam, from text: the same bytes on every machine, and no Excel needed to build it.

pyOpenVBA writes the VBA project into an empty add-in of Excel's own; the parts are then put together anew, with the
ribbon, without the traces of who made the empty one.
"""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from importlib import resources
from pathlib import Path

from addin.packaging.xlam import customui, wrappers
from addin.version import VERSION
from addin.workbook import Refusal

NAME = "Fordel.xlam"  # fixed: formulas in workbooks carry it
DOCUMENT = "ThisWorkbook"  # the module with Excel's events
SHEET = "Fordel"
MISSING = "pyOpenVBA mangler. Installér det, der skal bruges til at bygge: pip install 'fordel[build]'"
_WHEN = (1980, 1, 1, 0, 0, 0)
_VISIBLE = re.compile(r"<workbookView ")
_TYPES, _ROOT, _BOOK = "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"
_CORE, _APP = "docProps/core.xml", "docProps/app.xml"
_EXTENSIBILITY = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
_ABOUT = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
          '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
          'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Fordel {}</dc:title>'
          "<dc:description>Fordeling af puljer mellem dagtilbud og skoler</dc:description></cp:coreProperties>")


def xlam() -> bytes:
    """The whole add-in. Raises Refusal where what builds it is missing."""
    parts = with_ribbon(_empty_with(modules()))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for path, data in parts.items():
            info = zipfile.ZipInfo(path, _WHEN)
            info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_STORED, 0o644 << 16, 3
            made.writestr(info, data)
    return out.getvalue()


def modules() -> dict[str, str]:
    """Module -> its VBA, as it lies with the host."""
    folder = resources.files(wrappers.FOLDER) / "vba"
    files = sorted((file for file in folder.iterdir() if file.name.endswith((".bas", ".cls"))), key=lambda f: f.name)
    return {file.name[:-4]: file.read_text(encoding="utf-8") for file in files}


def _empty_with(sources: dict[str, str]) -> dict[str, bytes]:
    """The parts of an empty add-in with these modules in it."""
    try:
        from pyopenvba import ExcelFile
    except ImportError:
        raise Refusal(MISSING) from None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / NAME
        book = ExcelFile.create_new(path)
        project = book.vba_project()
        project.delete_module("Module1")
        for name, source in sources.items():
            text = "\r\n".join(source.splitlines()) + "\r\n"
            if name == DOCUMENT:
                book.set_module(name, text)
            else:
                project.add_module(name, _without_name(text))
        book.save()
        book.close()
        with zipfile.ZipFile(path) as made:
            return {name: made.read(name) for name in made.namelist()}


def _without_name(text: str) -> str:
    """pyOpenVBA writes the line with the module's name itself."""
    head, _, rest = text.partition("\r\n")
    return rest if head.startswith("Attribute VB_Name") else text


def with_ribbon(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts with our tab, our words about what it is, and its one sheet out of sight."""
    text = {name: parts[name].decode() for name in (_TYPES, _ROOT, _BOOK, _APP)}
    text[_TYPES] = text[_TYPES].replace("<Default ", '<Default Extension="png" ContentType="image/png"/><Default ', 1)
    relation = f'<Relationship Id="rIdFordel" Type="{_EXTENSIBILITY}" Target="{customui.PART}"/>'
    text[_ROOT] = text[_ROOT].replace("</Relationships>", relation + "</Relationships>")
    text[_BOOK] = _VISIBLE.sub('<workbookView visibility="hidden" ', text[_BOOK]).replace(
        'name="Sheet1"', f'name="{SHEET}"')
    text[_APP] = text[_APP].replace("<vt:lpstr>Sheet1<", f"<vt:lpstr>{SHEET}<")
    return {**parts, **{name: changed.encode() for name, changed in text.items()},
            _CORE: _ABOUT.format(VERSION).encode(), customui.PART: customui.customui().encode(),
            customui.RELATIONS: customui.relations().encode(), **customui.pictures()}
