"""`--sagsbilag`: the page for the committee and its appendix as a PDF beside the result, printed by LibreOffice.

LibreOffice is given a workbook of its own with what is printed and nothing else: no sheet of the user's, no formula.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from addin import libreoffice
from addin.hosts.files import outfile
from addin.hosts.files.sheetwriter import scratch_workbook
from addin.sagsbilag import paper, printing
from addin.sagsbilag.printing import NotPrinted, made_by_us
from addin.workbook import Plan, Refusal

MISSING = f"Sagsbilaget bliver ikke lavet. {printing.MISSING} Resultatet bliver skrevet uden."
STOPPED = "Afbrudt: resultatet er skrevet, men sagsbilaget er ikke lavet."


class Sagsbilag(NamedTuple):
    """`problem` says why it was not made, and then `target` is as it was."""

    target: Path
    replaced: bool = False
    pages: int = 0
    problem: str = ""


def check_output(target: Path) -> None:
    """Refuse to write over what Fordel has not made."""
    if target.is_dir():
        raise Refusal(f"{target} er en mappe, og sagsbilaget skulle hedde sådan. Vælg et andet navn med --ud.")
    if target.exists() and not made_by_us(outfile.read_file(target)):
        raise Refusal(f"Filen {target.name} findes allerede, og Fordel har ikke lavet den. Flyt den, eller vælg et "
                      "andet navn med --ud.")


def beside(result: Path, plan: Plan, font: tuple[str, float] | None) -> Sagsbilag:
    """Prints the page of a result that is written; `font` is the one of the user's workbook."""
    target = paper.target_of(result)
    try:
        check_output(target)
        printed = paper.printed(plan)
        workbook = scratch_workbook(Plan(printed.sheets), font)
        pdf = printing.pdf(libreoffice.program(), printed, workbook, result.name)
        replaced = target.exists()
        outfile.write_whole(target, pdf.data)
        return Sagsbilag(target, replaced, pdf.pages)
    except (NotPrinted, Refusal) as problem:
        return Sagsbilag(target, problem=str(problem))
    except KeyboardInterrupt:
        return Sagsbilag(target, problem=STOPPED)
