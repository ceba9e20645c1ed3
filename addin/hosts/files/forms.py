"""What makes a sheet a form: which values a cell takes, and the hidden name that says which form it is."""

from __future__ import annotations

import datetime
from typing import Union

from xlsxwriter import Workbook

from addin.addresses import unquoted
from workbook_templates.skabeloner.form import Regel

NAME = "Fordel_skabelon"
SCOPE, HIDDEN = 1, 3  # where XlsxWriter keeps which sheet a defined name is of, and whether it is hidden
Option = Union[str, float, bool, list[str], datetime.date, None]


def name_form(book: Workbook, form: str, edition: int) -> None:
    """By which a file is known when it comes back, whatever it is called then."""
    define(book, NAME, f'"{form} {edition}"', hidden=True)


def define(book: Workbook, name: str, text: str, hidden: bool = False) -> None:
    """A name of the workbook, or of a sheet, which XlsxWriter does not find where what the sheet is called has an
    apostrophe or an exclamation mark. One that is hidden no program lists."""
    sheet, _, own = name.rpartition("!")
    if book.define_name(own, f"={text}"):
        raise ValueError(f"a name that Excel does not take: {own}")
    if sheet:
        book.defined_names[-1][SCOPE] = book.sheetnames[unquoted(sheet)].index
    book.defined_names[-1][HIDDEN] = int(hidden)


def validation(rule: Regel, label: str, cell: str) -> dict[str, Option]:
    """What XlsxWriter is told of an input's rule."""
    said: dict[str, Option] = {"error_title": label[:32], "error_message": wanted(rule)[:255]}
    if rule.slags == "liste":
        return {**said, "validate": "list", "source": list(rule.valg)}
    if rule.slags == "tekst":
        return {**said, "validate": "length", "criteria": "<=", "value": rule.hoejst,
                "input_title": label[:32], "input_message": "Skriv intet om enkelte børn eller personer."}
    if rule.slags == "dato":
        return {**said, "validate": "date", "criteria": "between", "minimum": datetime.date(1990, 1, 1),
                "maximum": datetime.date(2100, 12, 31)}
    if rule.eller:
        words = ",".join(f'{cell}="{word}"' for word in rule.eller)
        number = f"AND(ISNUMBER({cell}),{cell}>={rule.mindst:.15g},{cell}<={rule.hoejst:.15g})"
        return {**said, "validate": "custom", "value": f"=OR({number},{words})"}
    return {**said, "validate": "integer" if rule.slags == "helt" else "decimal", "criteria": "between",
            "minimum": rule.mindst, "maximum": rule.hoejst}


def wanted(rule: Regel) -> str:
    """What the user is told of a value that is refused."""
    if rule.slags == "liste":
        return "Vælg fra listen: " + ", ".join(rule.valg) + "."
    if rule.slags == "tekst":
        return f"Skriv højst {rule.hoejst:.0f} tegn, og intet om enkelte børn eller personer."
    if rule.slags == "dato":
        return "Skriv en dato, fx 01-08-2027."
    number = "et helt tal" if rule.slags == "helt" else "et tal"
    within = f" mellem {danish(rule.mindst)} og {danish(rule.hoejst)}" if rule.hoejst < 1e12 else (
        f" på mindst {danish(rule.mindst)}" if rule.mindst > -1e12 else "")
    words = f", eller {' eller '.join(rule.eller)}" if rule.eller else ""
    return f"Skriv {number}{within}{words}."


def danish(number: float) -> str:
    return f"{number:.15g}".replace(".", ",")
