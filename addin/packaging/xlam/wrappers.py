"""The VBA that follows from the catalogue: a wrapper for each function, and its help in the function wizard.

    python -m addin.packaging.xlam.wrappers

writes them beside the rest of the VBA. They are committed, so that what runs in Excel can be read; a test compares.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import resources
from pathlib import Path

from addin.describe import Argument, Description, descriptions

FOLDER = "addin.hosts.excel.desktop"  # where the VBA lies, in vba/
CATEGORY = "Fordel"
HELP_LIMIT = 255
_MADE = "' Made by python -m addin.packaging.xlam.wrappers; a test fails when it differs."


def generated() -> dict[str, str]:
    """File -> its text."""
    found = descriptions()
    return {"FordelFunktioner.bas": functions(found), "FordelHjaelp.bas": helps(found)}


def functions(found: Iterable[Description]) -> str:
    """A function a cell calls, for each of the catalogue."""
    head = ['Attribute VB_Name = "FordelFunktioner"', "Option Explicit", _MADE]
    return "\n".join([*head, *(_function(each) for each in found)]) + "\n"


def _function(found: Description) -> str:
    taken = ", ".join(map(_argument, found.arguments))
    given = ", ".join(argument.name for argument in found.arguments)
    return (f"\nPublic Function {found.name}({taken}) As Variant\n"
            f'    {found.name} = FordelKald("{found.name}", Array({given}))\n'
            "End Function")


def _argument(argument: Argument) -> str:
    return f"{'Optional ' if argument.optional else ''}ByVal {argument.name} As Variant"


def helps(found: Iterable[Description]) -> str:
    """What the wizard shows. Excel eats the end of the last text, so an empty one is last."""
    functions = list(found)
    head = ['Attribute VB_Name = "FordelHjaelp"', "Option Explicit", "Option Private Module", _MADE, "",
            "Public Sub SkrivHjaelp()", *(f"    Hjaelp_{each.name}" for each in functions), "End Sub", ""]
    tail = ["Private Sub Beskriv(ByVal navn As String, ByVal tekst As String, ByVal argumenter As Variant)",
            "    On Error Resume Next ' help that cannot be written must not keep Excel from starting",
            "    Application.MacroOptions Macro:=\"'\" & ThisWorkbook.Name & \"'!\" & navn, Description:=tekst, "
            f'Category:="{CATEGORY}", ArgumentDescriptions:=argumenter',
            "End Sub"]
    return "\n".join([*head, *(_help(each) for each in functions), *tail]) + "\n"


def _help(found: Description) -> str:
    lines = [f"Private Sub Hjaelp_{found.name}()",
             f'    Beskriv "{found.name}", {quoted(found.title[:HELP_LIMIT])}, Array( _']
    lines += [f"        {quoted(argument.help)}, _" for argument in found.arguments]
    return "\n".join([*lines, '        "")', "End Sub", ""])


def quoted(text: str) -> str:
    """A text as VBA writes it, in the characters it has.

    >>> quoted('skriv "3", ikke 1:3')
    '"skriv ""3"", ikke 1:3"'
    """
    return '"' + text.replace('"', '""') + '"'


def main() -> None:
    folder = Path(str(resources.files(FOLDER))) / "vba"
    for name, text in generated().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
