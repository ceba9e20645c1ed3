"""What "netvaerksmaaling" asks of each kommune: its questions, and its lines of units, which have no names."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from addin.filejobs.saml.skema import Asked, skema
from workbook_templates.skabeloner.form import Kolonne, Tabel, Vaerdi

NAVN = "netvaerksmaaling"
SAG, SVAR, ENHEDER = "Sagsoplysninger", "Svar", "Institutioner"


class Form(NamedTuple):
    """`titles` are the sheets and what stands at their tops."""

    titles: dict[str, str]
    asked: dict[str, Asked]
    columns: tuple[Kolonne, ...]  # of the lines, those with inputs
    eksempel: tuple[tuple[Vaerdi, ...], ...]


@cache
def form() -> Form:
    every = skema(NAVN)
    table, = (part for ark in every.skabelon.ark if ark.navn == ENHEDER for part in ark.indhold
              if isinstance(part, Tabel))
    return Form(every.titles, {each.key: each for each in every.felter}, table.indtastes, table.raekker)


def of_svar() -> dict[str, Asked]:
    """The questions of the sheet with answers, and when a child changes age."""
    return {key: each for key, each in form().asked.items() if each.sheet in (SVAR, ENHEDER) and key != "vaegt"}
