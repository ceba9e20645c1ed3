"""The extension as a file: the same every time, complete, and fit for what it says of itself."""

from __future__ import annotations

import ast
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from addin.describe import descriptions
from addin.packaging import compile as compiler
from addin.packaging import oxt, registry
from addin.packaging.idl import identifier, idl

ROOT = Path(__file__).parents[3]
Imports = dict[str, list[ast.AST]]


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(oxt.oxt())) as made:
        return {name: made.read(name) for name in made.namelist()}


@pytest.fixture(scope="module")
def imports(files: dict[str, bytes]) -> Imports:
    """What each module imports."""
    return {name: [node for node in ast.walk(ast.parse(data)) if isinstance(node, (ast.Import, ast.ImportFrom))]
            for name, data in files.items() if name.endswith(".py")}


def test_it_is_the_same_every_time_and_dated_never() -> None:
    assert oxt.oxt() == oxt.oxt()
    with zipfile.ZipFile(io.BytesIO(oxt.oxt())) as made:
        assert {info.date_time for info in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_function_is_described_with_help_for_every_argument(files: dict[str, bytes]) -> None:
    tree = etree.fromstring(files["CalcAddIns.xcu"])
    oor = "{http://openoffice.org/2001/registry}"
    for function in descriptions():
        node = tree.find(f".//node[@{oor}name='{identifier(function.name)}']")
        assert node is not None
        names = node.findall(f"prop[@{oor}name='DisplayName']/value")
        assert [name.text for name in names] == [function.name] * 2  # in every language: formulas are sent on
        helps = node.findall(f"node/node/prop[@{oor}name='Description']/value")
        assert [text.text for text in helps[::2]] == [argument.help for argument in function.arguments]


def test_no_module_keeps_a_name_another_extension_may_have(imports: Imports) -> None:
    assert {name.split("/")[1] for name in imports if "/" in name} == \
        {"fordel_udfs", "fordel_addin", "fordel_workbook_templates", "fordel_pypdf", "fordel_xlsxwriter"}
    for name, nodes in imports.items():
        for node in nodes:
            found = [a.name for a in node.names] if isinstance(node, ast.Import) else \
                [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            assert not {module.split(".")[0] for module in found} & set(oxt.PACKAGES), name


def test_every_module_it_imports_is_in_it_or_in_libreoffices_python(imports: Imports) -> None:
    import sys

    here = {name.removeprefix("pythonpath/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            for name in imports}
    outside = set(sys.stdlib_module_names) | {"numpy", "uno", "unohelper", "com", "dk"}
    of_pypdf = {"typing_extensions", "cryptography", "Crypto", "PIL", "brotli", "fontTools", "arabic_reshaper", "bidi"}
    for name, nodes in imports.items():  # pypdf does without those it can use
        outside |= of_pypdf if "/fordel_pypdf/" in name else set()
        for node in nodes:
            if isinstance(node, ast.ImportFrom) and not node.level and node.module:
                assert node.module in here or node.module.split(".")[0] in outside, f"{name}: {node.module}"


def test_what_is_not_ours_comes_with_its_licence(files: dict[str, bytes]) -> None:
    for package in ("pypdf", "XlsxWriter"):
        assert b"Redistribution and use in source and binary forms" in files[f"licenser/{package}-BSD.txt"]


def test_what_it_says_of_itself(files: dict[str, bytes]) -> None:
    told = files["description.xml"].decode()
    assert f'LibreOffice-minimal-version value="{registry.MINIMAL}"' in told
    for name in ("Addons.xcu", "CalcWindowState.xcu", "ProtocolHandler.xcu", "META-INF/manifest.xml"):
        etree.fromstring(files[name])
    for part in (e.get("{http://openoffice.org/2001/manifest}full-path") for e in
                 etree.fromstring(files["META-INF/manifest.xml"])):
        assert part in files


def test_the_toolbar_is_a_set_of_buttons_whose_title_and_place_stand_with_the_windows(files: dict[str, bytes]) -> None:
    """LibreOffice passes over a toolbar whose node holds anything but buttons."""
    oor = "{http://openoffice.org/2001/registry}"
    bar = etree.fromstring(files["Addons.xcu"]).find(f".//node[@{oor}name='OfficeToolBar']/node")
    assert bar is not None and {child.tag for child in bar} == {"node"}
    titles = [button.findtext(f"prop[@{oor}name='Title']/value") for button in bar]
    assert titles == [button.label for button in registry.BUTTONS]
    place = etree.fromstring(files["CalcWindowState.xcu"]).find(f".//node[@{oor}name='States']/node")
    assert place is not None and place.get(f"{oor}name") == f"private:resource/toolbar/addon_{bar.get(f'{oor}name')}"
    assert place.findtext(f"prop[@{oor}name='UIName']/value") == "Fordel"


def test_the_committed_types_are_of_the_functions_there_are() -> None:
    assert (ROOT / "addin/packaging/fordel.idl").read_text(encoding="utf-8") == idl(descriptions())


@pytest.mark.skipif(not compiler.available(), reason="libreoffice-dev is not installed")
def test_the_committed_types_are_what_the_compiler_makes() -> None:
    assert compiler.compiled(idl(descriptions())) == oxt.types()


def test_types_of_other_functions_are_not_built_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oxt, "descriptions", lambda: descriptions()[1:])
    with pytest.raises(oxt.Stale, match="addin.packaging.compile"):
        oxt.types()


def test_identifiers_have_no_underscores() -> None:
    assert identifier("FORDEL_PULJE") == "fordelPulje" and identifier("boern_0_2") == "boern02"
    names: list[Any] = [identifier(function.name) for function in descriptions()]
    assert len(set(names)) == len(names)
    for function in descriptions():
        arguments = [identifier(argument.name) for argument in function.arguments]
        assert len(set(arguments)) == len(arguments)
