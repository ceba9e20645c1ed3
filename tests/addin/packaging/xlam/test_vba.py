"""The VBA by rules a compiler would have: there is none here, and one wrong line takes all of it down."""

from __future__ import annotations

import re
from importlib import metadata

import pytest
from pyopenvba.interpreter import VBACompileError, parse_module

from addin.packaging.xlam.build import DOCUMENT, modules

SOURCES = modules()
KEYWORDS = {"as", "any", "boolean", "byref", "byval", "call", "case", "const", "date", "declare", "dim", "do", "double",
            "each", "else", "end", "enum", "error", "event", "exit", "false", "for", "function", "get", "goto", "if",
            "in", "input", "is", "let", "like", "long", "loop", "me", "mod", "new", "next", "not", "nothing", "object",
            "on", "open", "option", "or", "print", "private", "public", "redim", "resume", "select", "set", "static",
            "step", "stop", "string", "sub", "then", "to", "true", "type", "variant", "wend", "while", "with"}
# What could run something a workbook brings, or read what lies beside one.
FORBIDDEN = ("Shell", "CreateObject", "GetObject", "Evaluate", "ExecuteExcel4Macro", "Application.Run", "CurDir",
             "ChDir", "ActiveWorkbook.Path", "ThisWorkbook.Path", ".CustomDocumentProperties", "VBProject", "SendKeys",
             "CutCopyMode", ".Select")
PROCEDURE = re.compile(r"^(Public |Private )?(?:Declare PtrSafe )?(?:Sub|Function) (\w+)", re.MULTILINE)


def spoken(source: str) -> str:
    """The code without comments and texts."""
    return "\n".join(re.sub(r'"(?:[^"]|"")*"', '""', line).partition("'")[0] for line in source.splitlines())


@pytest.mark.parametrize("name", SOURCES)
def test_its_letters_are_those_vba_has(name: str) -> None:
    SOURCES[name].encode("cp1252")


@pytest.mark.parametrize("name", SOURCES)
def test_its_lines_are_no_longer_than_vba_takes(name: str) -> None:
    lines = SOURCES[name].splitlines()
    assert max(map(len, lines)) <= 1023
    run = most = 0
    for line in lines:
        run = run + 1 if line.endswith(" _") else 0
        most = max(most, run)
    assert most <= 24
    assert "Option Explicit" in lines


@pytest.mark.parametrize("name", [name for name in SOURCES if name != DOCUMENT])
def test_its_name_is_that_of_its_file_and_of_no_procedure(name: str) -> None:
    assert SOURCES[name].startswith(f'Attribute VB_Name = "{name}"\n')
    everywhere = {found[2].lower() for source in SOURCES.values() for found in PROCEDURE.finditer(source)}
    assert name.lower() not in everywhere and len(name) <= 31


def test_a_public_name_is_there_once() -> None:
    names = [found[2].lower() for name, source in SOURCES.items() for found in PROCEDURE.finditer(source)
             if found[1] != "Private "]
    assert sorted(names) == sorted(set(names))
    assert not set(names) & KEYWORDS


def test_no_argument_is_a_word_of_vbas_or_its_function() -> None:
    for source in SOURCES.values():
        for name, arguments in re.findall(r"(?:Sub|Function) (\w+)\(([^)]*)\)", source):
            for argument in re.findall(r"(\w+) As", arguments):
                assert argument.lower() not in KEYWORDS | {name.lower()}, (name, argument)


@pytest.mark.parametrize("name", [name for name in SOURCES if name != DOCUMENT])
def test_it_is_vba(name: str) -> None:
    """As pyOpenVBA reads it; it has no WithEvents, which the module of events is left out for."""
    parse_module(SOURCES[name])


def test_what_is_no_vba_would_be_seen() -> None:
    with pytest.raises(VBACompileError):
        parse_module("Public Sub X()\n    If 1 Then\nEnd Sub\n")


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("word", FORBIDDEN)
def test_nothing_in_it_runs_or_reads_what_a_workbook_brings(name: str, word: str) -> None:
    assert word.lower() not in spoken(SOURCES[name]).lower()


def test_one_file_is_opened_and_one_place_calls_windows() -> None:
    opened = [name for name, source in SOURCES.items() if re.search(r"^\s*Open ", spoken(source), re.MULTILINE)]
    declared = [name for name, source in SOURCES.items() if "Declare" in spoken(source)]
    assert (opened, declared) == (["FordelFil"], ["FordelDll"])


def test_the_dll_is_the_one_of_the_xlwings_that_is_installed() -> None:
    """To lift it: write the new version in FordelDll.bas, and look at xlwings' own Declare in xlwings.bas."""
    version = metadata.version("xlwings")
    wanted = {f"xlwings64-{version}.dll", f"xlwings32-{version}.dll"}
    assert set(re.findall(r'Lib "(xlwings[^"]*)"', SOURCES["FordelDll"])) == wanted


def test_functions_and_buttons_can_be_seen_and_the_rest_cannot() -> None:
    seen = {name for name, source in SOURCES.items() if "Option Private Module" not in source}
    assert seen == {"FordelFunktioner", "FordelKnapper", DOCUMENT}
    assert set(re.findall(r"Public Function (\w+)", SOURCES["FordelKnapper"])) == set()  # it would be offered in cells
