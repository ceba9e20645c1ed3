"""What comes of the returned copies of a template: the template filled in by all of them, ready to be distributed, the
files with what is said of each, and every figure."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pandas

from addin.filejobs.saml import lists
from addin.filejobs.saml.flet import Cells, Flettet, flettet
from addin.filejobs.saml.plan import Comparison
from addin.filejobs.saml.returned import Gathered, Svar
from addin.filejobs.saml.skema import Samlet, Skema, key
from addin.workbook import Plan
from udfs.errors import antal
from workbook_templates.samling import FILER, SE_FILER
from workbook_templates.skabeloner.form import Felt, Regel, Skabelon, Tabel, Vaerdi, er_formel, udfyldt

INSTITUTION = "Institution"
TIDY = (INSTITUTION, "Ark", "Linje", "Nøgle", "Spørgsmål", "Tal", "Tekst")
WIDTHS = (26, 28, 8, 14, 46, 16, 50)


def compared(asked: Skema, gathered: Gathered, files: dict[str, str]) -> Comparison:
    """`files` are all that were looked at, with who has filled in those that could be read."""
    made = flettet(asked, gathered.replies)
    figures = tidy(asked, made)
    sheets = [lists.filer(gathered, files, INSTITUTION), lists.tal(figures, WIDTHS)]
    return Comparison(Plan(sheets, {"Fordel_samling": '"1"'}), figures, filled(asked, made, len(gathered.replies)))


def filled(asked: Skema, made: Flettet, files: int) -> Skabelon:
    """The template with what the files say in the places of its examples."""
    fields: dict[str, Vaerdi] = {}
    lines: dict[str, list[tuple[Vaerdi, ...]]] = {}
    for ark in asked.skabelon.ark:
        for part in ark.indhold:
            if isinstance(part, Felt) and not er_formel(part.vaerdi):
                fields[part.noegle] = typed(made.faelles.get(part.noegle), part.regel)
            elif isinstance(part, Tabel) and not part.fast:
                lines[part.noegle] = formulas_of(part)
    for table in asked.faste:
        lines[table.tabel.noegle] = list(of_table(table, made.faelles))
    for table in asked.tabeller:
        lines[table.tabel.noegle] = [tuple(
            navn if column is table.navn else typed(cells.get(column.noegle), column.regel)
            for column in table.kolonner) for navn, cells in made.linjer[table.tabel.noegle]]
    return explained(udfyldt(asked.skabelon, fields, lines), files)


def formulas_of(table: Tabel) -> list[tuple[Vaerdi, ...]]:
    """The lines of a table without what is typed in them."""
    lines = [tuple(value if er_formel(value) else None for value in line) for line in table.raekker]
    return [line for line in lines if any(line)]


def of_table(table: Samlet, same: Cells) -> Iterator[tuple[Vaerdi, ...]]:
    """The lines of a table with as many as it has; its formulas stay."""
    for nr, line in enumerate(table.tabel.raekker, 1):
        yield tuple(value if er_formel(value) or column.trykt else
                    typed(same.get(key(table.tabel, column, nr)), column.regel)
                    for column, value in zip(table.kolonner, line))


def typed(value: Svar | None, rule: Regel) -> Vaerdi:
    """An answer as a cell holds it: a day is read as text."""
    return datetime.date.fromisoformat(value) if rule.slags == "dato" and isinstance(value, str) else value


def explained(made: Skabelon, files: int) -> Skabelon:
    """With what to do now on the first sheet."""
    return made._replace(
        titel=f"{made.titel}: samlet", eksempel="",
        hvad=f"Projektmappen er samlet af {antal(files, 'fil', 'filer')}, der er kommet igen. Alle svar står, hvor de "
             "står i skabelonen, og intet skal tastes igen.",
        hvem="Den, der har sendt skabelonen ud. Projektmappen har hver institutions svar og sendes ikke videre.",
        trin=(f"Se arket {FILER}: hvad der er at sige om hver fil, og hvem der mangler.",
              f'Hvor der står "{SE_FILER}", siger to filer noget forskelligt, eller svaret kan ikke læses: skriv det, '
              "der gælder. Puljen kan ikke fordeles, før det er gjort.",
              "Mangler nogen, så bed om svaret, og saml igen; eller skriv det her. Et tomt felt er ikke 0.",
              "Se forudsætningerne igennem: de er som i filerne.",
              "Fordel puljen." if made.pulje else "Brug tallene."))


def tidy(asked: Skema, made: Flettet) -> pandas.DataFrame:
    """One row a figure, as it stands in the workbook."""
    rows = [(navn, table.ark, nr, column.noegle, column.overskrift, value if isinstance(value, float) else None,
             value if isinstance(value, str) else None)
            for table in asked.tabeller for nr, (navn, cells) in enumerate(made.linjer[table.tabel.noegle], 1)
            for column in table.kolonner for value in [cells.get(column.noegle)] if value is not None]
    frame = pandas.DataFrame(rows, columns=list(TIDY))
    return frame.astype({"Linje": "Int64", "Tal": "float64",
                         **{name: "string" for name in TIDY if name not in ("Linje", "Tal")}})
