"""The reference as a Markdown page."""

from __future__ import annotations

from addin.describe import Description, descriptions
from addin.reference import words
from addin.reference.shown import Shown, of_function, of_recipe, small_sheet
from addin.workbook import column_letters
from udfs import catalogue
from workbook_templates.opskrifter import OPSKRIFTER, Opskrift


def page() -> str:
    parts = [f"# {words.TITEL}", "Made from the functions' own manuals by `python -m addin.reference`.",
             words.INDLEDNING, words.FEJL, contents()]
    for group in catalogue.GROUPS:
        parts += [f"## {group}", *(function(found) for found in descriptions() if found.group == group)]
    parts += [f"## {words.OPSKRIFTER}", words.OPSKRIFTER_INDLEDNING, *map(recipe, OPSKRIFTER)]
    return "\n\n".join(parts) + "\n"


def contents() -> str:
    rows = [[f"[{found.name}](#{found.name.lower()})", found.title] for found in descriptions()]
    return table(["funktion", "hvad den giver"], rows)


def function(described: Description) -> str:
    arguments = [[f"`{words.argument(one)}`", one.help] for one in described.arguments]
    said = [f"**{heading}:** {text}" for heading, text in (
        ("Resultat", described.result), ("Fejl", described.errors), ("Formel", described.formula),
        ("Kilde", described.source))]
    parts = [f"### {described.name}", described.title, described.text, f"    ={words.typed(described)}",
             table(["argument", "hvad det er"], arguments), "\n\n".join(map(safe, said)),
             example(of_function(described))]
    return "\n\n".join(part for part in parts if part)


def recipe(one: Opskrift) -> str:
    return "\n\n".join([f"### {one.titel}", one.forklaring, example(of_recipe(one))])


def example(shown: Shown) -> str:
    """The inputs and the result as a small sheet, and the formula over them."""
    formula, rows = small_sheet(shown)
    rows[0] = [f"*{text}*" if text else "" for text in rows[0]]
    lines = [[str(number), *row] for number, row in enumerate(rows, 1)]
    return f"Eksempel: `{formula}`\n\n" + table(["", *map(column_letters, range(len(rows[0])))], lines)


def table(headings: list[str], rows: list[list[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(map(safe, line)) + " |" for line in lines)


def safe(text: str) -> str:
    """Signs that mean something to Markdown, as they are."""
    return text.replace("|", "\\|").replace("<", "&lt;")
