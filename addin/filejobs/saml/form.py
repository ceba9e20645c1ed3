"""What a template asks: its questions by their labels, and its lines by their headings, from its data."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from workbook_templates.skabeloner import skabelon
from workbook_templates.skabeloner.form import Felt, Kolonne, Regel, Tabel, Vaerdi

NAVN = "netvaerksmaaling"
SAG, SVAR, ENHEDER = "Sagsoplysninger", "Svar", "Institutioner"
KOMMUNE = "kommune"


class Asked(NamedTuple):
    """A question: its label stands in the sheet, and the answer right of it. `eksempel` is what the template says."""

    key: str
    sheet: str
    label: str
    rule: Regel
    eksempel: Vaerdi


class Form(NamedTuple):
    """A template as it is read again. `titles` are the sheets and what stands at their tops."""

    navn: str
    udgave: int
    titles: dict[str, str]
    asked: dict[str, Asked]
    columns: tuple[Kolonne, ...]  # of the lines, those with inputs
    headings: tuple[str, ...]  # all of them
    eksempel: tuple[tuple[Vaerdi, ...], ...]


@cache
def form() -> Form:
    template = skabelon(NAVN)
    asked, table = {}, None
    for ark in template.ark:
        for part in ark.indhold:
            if isinstance(part, Felt) and not str(part.vaerdi).startswith("="):
                asked[part.noegle] = Asked(part.noegle, ark.navn, part.etiket, part.regel, part.vaerdi)
            if isinstance(part, Tabel) and ark.navn == ENHEDER:
                table = part
    assert table is not None
    return Form(NAVN, template.udgave, {ark.navn: ark.titel for ark in template.ark}, asked,
                tuple(column for column in table.kolonner if not column.formel),
                tuple(column.overskrift for column in table.kolonner), table.raekker)


def of_svar() -> dict[str, Asked]:
    """The questions of the sheet with answers, and when a child changes age."""
    return {key: each for key, each in form().asked.items() if each.sheet in (SVAR, ENHEDER) and key != "vaegt"}
