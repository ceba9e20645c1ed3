"""The institutions' figures behind the recipients': a table under the trail, and one on the control sheet, as data."""

from __future__ import annotations

from typing import NamedTuple

OVERSKRIFT = "Institutionernes grundlag"


class Field(NamedTuple):
    heading: str
    unit: str
    width: float
    style: str
    help: str = ""  # how it is re-done on a calculator


# The fields of the trail; those not in use are left out. Where the key is made from tells what `antal` is.
FELTER: dict[str, Field] = {
    "navn": Field("Institution", "", 34, "tekst"),
    "boern_0_2": Field("0-2 år", "antal", 9, "tal"),
    "boern_3_5": Field("3-5 år", "antal", 9, "tal"),
    "boern_i_alt": Field("Børn i alt", "antal", 9, "tal"),
    "maaneder": Field("Måneder", "i drift", 9, "tal", "Tom celle er 12."),
    "boern": Field("Børn", "antal", 10, "boern", ""),
    "boern_taerskel": Field("Børn til tærskel", "antal", 10, "boern", ""),
    "noegle_foer": Field("Nøgle før ændring", "enheder", 15, "noegle_fin", "Fra tabellen."),
    "noegle_aendring": Field("Ændring", "enheder", 11, "noegle", "Fra tabellen; begrundelsen står på resultatet."),
    "scorede": Field("Børn med score", "antal", 10, "tal", "Fra arket med en række pr. barn."),
    "antal": Field("", "", 15, "noegle_fin", ""),
    "noegle": Field("Nøgle", "enheder", 15, "noegle_fin", ""),
    "gruppe": Field("Gruppe", "", 16, "indrykket", "Tærsklen prøves på den."),
    "gruppens_noegle": Field("Gruppens nøgle", "enheder", 15, "noegle_fin", "Summen af nøglerne i gruppen."),
    "gruppens_boern": Field("Gruppens børn", "antal", 12, "boern", "Summen af de børn, tærsklen regnes pr."),
    "over": Field("Over tærskel", "ja/nej", 10, "midt", "Ja, når nøgle / børn når tærsklen."),
    "vaegt": Field("Vægt", "enheder", 15, "noegle_fin", "Nøglen, eller 0 under tærsklen."),
    "fast": Field("Fast beløb", "kr.", 12, "kr_oere", "Betales først."),
    "fast_virkning": Field("Virkning", "", 12, "midt", '"i stedet for": nøglen er 0. "oven i": nøglen tæller med.'),
    "grundbeloeb_kolonne": Field("Grundbeløb", "kr.", 12, "kr_oere", "Fra tabellen; en tom celle er intet."),
    "udmeldt": Field("Udmeldt", "kr.", 13, "kr_oere", "Fra tabellen; en tom celle er 0."),
    "modtager": Field("Modtager", "", 14, "indrykket",
                      "Den, beløbet gives til. Modtagerens tal er institutionernes sum."),
}
# What the key is made from -> the field `antal`.
ANTAL: dict[str, Field] = {
    "belastning": Field("Belastning", "pr. barn", 12, "tal", "Fra tabellen."),
    "noegle": Field("Nøgle i tabellen", "enheder", 15, "noegle_fin", "Fra tabellen."),
    "antal_institution": Field("Leverede antal", "vægtet sum", 15, "noegle_fin", "Vægt x antal, lagt sammen."),
    "barn_institution": Field("Talte børn", "antal", 15, "noegle_fin", "Fra børnearket."),
    "score_institution": Field("Gennemsnitlig score", "pr. barn", 13, "tal",
                               "Børnenes score lagt sammen / børn med score; 0, hvor der ingen er."),
}
# And of a delivery, by how its columns become one number.
SAMLING: dict[str, Field] = {
    "vurdering": Field("Point", "pr. barn", 15, "noegle_fin", "Vægt x point, lagt sammen."),
    "sammenvejet": Field("Sammenvejet nøgle", "andel", 15, "noegle_fin",
                         "For hver kolonne tal / kolonnens sum, ganget med vægt / alle vægte; lagt sammen."),
    "gennemsnit": Field("Gennemsnit", "af årene", 15, "noegle_fin", "Summen af årene / antal år med tal."),
    "maks": Field("Maks", "første eller sidste", 15, "noegle_fin", "Det største af første og sidste år med tal."),
}


class Column(NamedTuple):
    """A column of the table on the control sheet; `da` columns hold what was there at the distribution."""

    key: str
    heading: str
    width: float
    style: str


KONTROLKOLONNER: tuple[Column, ...] = (
    Column("nr", "Nr.", 6, "helt"),
    Column("navn", "Institution (fra tabellen nu)", 46, "tekst"),
    Column("navn_da", "Institution ved fordelingen", 34, "tekst"),
    Column("modtager_nr", "Modtagers nr.", 16, "helt"),
    Column("modtager", "Modtager nu", 12, "tekst"),
    Column("modtager_da", "Modtager ved fordelingen", 12, "tekst"),
    Column("boern_0_2", "0-2 år", 10, "tal"),
    Column("boern_3_5", "3-5 år", 12, "tal"),
    Column("boern_i_alt", "Børn i alt", 13, "tal"),
    Column("maaneder", "Måneder", 11, "tal"),
    Column("boern", "Børn", 16, "boern"),
    Column("boern_taerskel", "Børn til tærskel", 14, "boern"),
    Column("noegle_aendring", "Ændring af nøglen", 12, "noegle"),
    Column("antal", "Belastning, nøgle eller antal", 17, "noegle"),
    Column("noegle", "Nøgle", 10, "noegle"),
    Column("gruppe_nr", "Gruppens nr.", 9, "helt"),
    Column("vaegt", "Vægt efter tærskel", 9, "noegle"),
    Column("fast", "Fast beløb, kr.", 14, "kr_oere"),
    Column("grundbeloeb_kolonne", "Grundbeløb, kr.", 14, "kr_oere"),
    Column("sidste_aar", "Sidste år, kr.", 14, "kr_oere"),
    Column("boern_foer", "Børn sidste år", 11, "tal"),
    Column("ansoegt", "Ansøgt, kr.", 14, "kr_oere"),
    Column("grundbudget", "Grundbudget, kr.", 14, "kr_oere"),
    Column("udmeldt", "Udmeldt, kr.", 14, "kr_oere"),
    Column("samme", "Som ved fordelingen", 11, "helt"),
    # what is compared; not printed
    Column("leveret", "Institution i leverancen nu", 20, "tekst"),
    Column("aftryk", "Fingeraftryk nu", 12, "kr_fin"),
    Column("aftryk_da", "Fingeraftryk ved fordelingen", 12, "kr_fin"),
    Column("erstatter", "Erstatter nu", 20, "tekst"),
    Column("erstatter_da", "Erstatter ved fordelingen", 20, "tekst"),
    Column("noegle_grund", "Begrundelse for ændring nu", 20, "tekst"),
    Column("noegle_grund_da", "Begrundelse for ændring ved fordelingen", 20, "tekst"),
    Column("fast_virkning", "Virkning nu", 12, "tekst"),
    Column("fast_virkning_da", "Virkning ved fordelingen", 12, "tekst"),
    Column("fast_grund", "Begrundelse nu", 20, "tekst"),
    Column("fast_grund_da", "Begrundelse ved fordelingen", 20, "tekst"),
    Column("noegletal_med", "Med i nøgletal nu", 12, "tekst"),
    Column("noegletal_med_da", "Med i nøgletal ved fordelingen", 12, "tekst"),
    Column("noegletal_uden", "Uden for nøgletal nu", 12, "tekst"),
    Column("noegletal_uden_da", "Uden for nøgletal ved fordelingen", 12, "tekst"),
)
