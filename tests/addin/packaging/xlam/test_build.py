"""Fordel.xlam as a file: the same every time, and read back whole by others than the one that wrote it."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

import openxml_audit  # type: ignore[import-untyped]
import pyopenvba
import pytest
from lxml import etree
from oletools.olevba import VBA_Parser  # type: ignore[import-untyped]

from addin import ribbon
from addin.packaging.xlam import build, customui
from addin.workbook import Refusal
from tests.conftest import Answer

SCHEMA = Path(openxml_audit.__file__).parent / "data/openxml/schemas/schemas_microsoft_com_office_2009_07_customui.json"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("xlam") / build.NAME
    path.write_bytes(build.xlam())
    return path


def test_it_is_the_same_every_time_and_dated_never(made: Path) -> None:
    assert build.xlam() == made.read_bytes()
    with zipfile.ZipFile(made) as parts:
        assert {(info.date_time, info.compress_type) for info in parts.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_olevba_reads_every_module_back(made: Path) -> None:
    read = {stem(name): source for _, _, name, source in VBA_Parser(str(made)).extract_macros()}
    assert set(read) == {*build.modules(), "Sheet1"}
    for name, source in build.modules().items():
        assert code(read[name]) == code(source), name


def stem(name: str) -> str:
    return name.rpartition(".")[0]


def code(source: str) -> list[str]:
    return [line for line in source.splitlines() if not line.startswith("Attribute ")]


def test_pyopenvba_reads_every_module_back_and_finds_no_fault(made: Path) -> None:
    assert not pyopenvba.check_file(made).issues
    book = pyopenvba.ExcelFile(made)
    try:
        assert book.validate() == []
        assert set(book.module_names()) == {*build.modules(), "Sheet1"}
        for name, source in build.modules().items():
            assert code(book.get_module(name)) == code(source), name
    finally:
        book.close()


def test_openxml_audit_finds_nothing(made: Path) -> None:
    result = openxml_audit.OpenXmlValidator().validate(str(made))
    assert result.is_valid, [str(error) for error in result.errors]


def test_nobody_is_named_in_it(made: Path) -> None:
    with zipfile.ZipFile(made) as parts:
        assert b"creator" not in parts.read("docProps/core.xml")
        assert b"lastModifiedBy" not in parts.read("docProps/core.xml")


def test_its_sheet_is_out_of_sight(made: Path) -> None:
    with zipfile.ZipFile(made) as parts:
        assert b'<workbookView visibility="hidden" ' in parts.read("xl/workbook.xml")
        assert all(b"Sheet1" not in parts.read(part) for part in ("xl/workbook.xml", "docProps/app.xml"))


# ------------------------------------------------------------------------------------- the ribbon


def test_the_ribbon_has_only_what_its_schema_knows() -> None:
    """openxml-audit finds unknown elements, not unknown attributes; the schema it carries has both."""
    known: dict[str, set[str]] = {}
    for kind in json.loads(SCHEMA.read_text(encoding="utf-8"))["Types"]:
        element = kind["Name"].rpartition("/")[2].rpartition(":")[2]
        known.setdefault(element, set()).update(a["QName"].lstrip(":") for a in kind.get("Attributes", ()))
    for element in etree.fromstring(customui.customui().encode()).iter():
        tag = etree.QName(element).localname
        assert set(element.attrib) <= known[tag], tag
    assert {"onAction", "tag"} <= known["button"] and "onaction" not in known["button"]  # else nothing was tried


def test_every_button_this_host_can_do_is_there_with_its_words_and_picture() -> None:
    tree = etree.fromstring(customui.customui().encode())
    buttons = {each.get("tag"): each for each in tree.iter(f"{{{customui.NAMESPACE}}}button")}
    assert list(buttons) == [each.action for each in customui.BUTTONS]
    for each in customui.BUTTONS:
        found = buttons[each.action]
        assert (found.get("label"), found.get("supertip")) == (each.label, each.help)
        assert f"customUI/images/{found.get('image')}.png" in customui.pictures()
    others = {each.action for each in ribbon.BUTTONS} - set(buttons)
    assert others == {"sagsbilag", "vis_ruden"}


def test_the_callback_is_there_and_takes_a_button() -> None:
    callbacks = {each.get("onAction") for each in etree.fromstring(customui.customui().encode()).iter()}
    assert callbacks - {None} == {customui.CALLBACK}
    assert f"Public Sub {customui.CALLBACK}(control As Object)" in build.modules()["FordelKnapper"]
    assert "Option Private Module" not in build.modules()["FordelKnapper"]  # Excel must see it


def test_ids_are_one_each_and_texts_no_longer_than_office_shows() -> None:
    elements = list(etree.fromstring(customui.customui().encode()).iter())
    ids = [each.get("id") for each in elements if each.get("id")]
    assert len(ids) == len(set(ids))
    for each in elements:
        for key, most in (("label", 1024), ("screentip", 1024), ("supertip", 1024), ("tag", 1024), ("keytip", 3)):
            assert len(each.get(key, "")) <= most


# ------------------------------------------------------------------------------------- the command


def test_the_command_writes_it(fordel, tmp_path: Path) -> None:
    answer: Answer = fordel("byg", "xlam")
    assert (answer.code, answer.out) == (0, "Skrevet: dist/Fordel.xlam\n")
    assert (tmp_path / "dist" / "Fordel.xlam").read_bytes() == build.xlam()


def test_without_what_builds_it_it_is_said_how_it_is_had(fordel, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pyopenvba", None)
    with pytest.raises(Refusal, match=r"pip install 'fordel\[build\]'"):
        build.xlam()
    answer = fordel("byg", "xlam")
    assert answer.code == 2 and "fordel[build]" in answer.err
