"""The sheet "Fordeling bilag", what stands behind the page: one table a subject, as data.

A table is there where the workbook has anything to show in one of the columns it is about; a column where it has that.
"""

from __future__ import annotations

from typing import NamedTuple

from workbook_templates.fordeling import GRUNDBUDGET, NAVN, Column

NOEGLE = "bilag"
ARK = "Fordeling bilag"
TITEL = "Bilag til fordelingen"

TILDELING = Column("tildeling", "Tildeling, kr.", 14, "kr_fed", "sum")
ANDET = "Hvad beløbet er sat sammen af, og hvad det ellers var blevet"
BOERN, STILLINGER, BUDGET = "Børn, der vejer forskelligt", "Stillinger og efterregulering", "Budgettet i alt"
GARANTI = "Garanti pr. barn"
HVORFOR = "Hvorfor beløbet er ændret"
KORA = "Differentieringen ved siden af KORA's 15 kommuner"
KORAS_KOLONNER = ("Kommune", "Faktor", "Kvartilfaktor", "Giver til")
EGEN, EN_KOMMUNE = "Denne fordeling", "En af de 15"


class Table(NamedTuple):
    """`about` are the columns that make the table worth showing."""

    title: str
    about: tuple[str, ...]
    columns: tuple[Column, ...]
    note: str = ""


TABELLER: tuple[Table, ...] = (
    Table(HVORFOR, ("priser",), (
        NAVN, Column("udgangspunkt", "Sidste år, kr.", 14, "kr", "sum"),
        Column("priser", "Priser", 13, "kr_aendring", "sum"), Column("puljen", "Puljen", 13, "kr_aendring", "sum"),
        Column("andelen", "Andelen", 13, "kr_aendring", "sum"), TILDELING),
        "Priser: sidste års beløb i det nye prisniveau. Puljen: samme andel af den nye pulje. "
        "Andelen: resten, fordi andelen af puljen er en anden end sidste år."),
    Table(ANDET, ("noegledel", "grundbeloeb", "fast", "uden_loft", "fuldt_indfaset", "uden_faste", "uden_aendringer"), (
        NAVN, Column("noegledel", "Efter nøglen, kr.", 13, "kr", "sum"),
        Column("grundbeloeb", "Grundbeløb, kr.", 12, "kr", "sum"),
        Column("fast", "Fast beløb, kr.", 12, "kr", "sum"), TILDELING,
        Column("uden_loft", "Uden loft, kr.", 13, "kr", "sum"),
        Column("fuldt_indfaset", "Fuldt indfaset, kr.", 13, "kr", "sum"),
        Column("uden_faste", "Uden faste beløb, kr.", 13, "kr", "sum"),
        Column("uden_aendringer", "Uden ændring af nøglen, kr.", 14, "kr", "sum"))),
    Table(GARANTI, ("sidste_pr_barn",), (
        NAVN, Column("sidste_pr_barn", "Sidste år pr. barn, kr.", 13, "kr_oere"),
        Column("gulv_pr_barn", "Mindst pr. barn, kr.", 13, "kr_oere"),
        Column("loft_pr_barn", "Højst pr. barn, kr.", 13, "kr_oere"),
        Column("pr_barn", "Tildeling pr. barn, kr.", 13, "kr_oere"), TILDELING),
        "Sidste år er i nyt prisniveau og delt med børnene sidste år. Mindst og højst gælder gange børnene i år."),
    Table(BOERN, ("boern", "boern_taerskel"), (
        NAVN, Column("hoveder", "Børn", 10, "kr", "sum"), Column("boern", "Vægtede børn", 12, "boern", "sum"),
        Column("boern_taerskel", "Børn til tærskel", 12, "boern", "sum"), TILDELING,
        Column("pr_vaegtet", "Kr. pr. vægtet barn", 13, "kr", "kvotient"))),
    Table(STILLINGER, ("paedagoger", "medhjaelpere", "efterregulering"), (
        NAVN, TILDELING, Column("paedagoger", "Pædagoger, stillinger", 12, "normering", "sum"),
        Column("medhjaelpere", "Medhjælpere, stillinger", 13, "normering", "sum"),
        Column("udmeldt", "Udmeldt, kr.", 14, "kr_oere", "sum"),
        Column("efterregulering", "Efterregulering, kr.", 16, "kr_oere_aendring", "sum"))),
    Table(BUDGET, ("i_alt",), (
        NAVN, GRUNDBUDGET, TILDELING, Column("i_alt", "I alt, kr.", 14, "kr", "sum"),
        Column("soc_andel", "Heraf socioøkonomisk, pct. af i alt", 15, "pct2", "kvotient"),
        Column("i_alt_pr_barn", "I alt pr. barn, kr.", 13, "kr", "kvotient"))),
)
