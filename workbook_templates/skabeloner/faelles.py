"""What every template has: Vejledning and Sagsoplysninger; and the words several of them use."""

from __future__ import annotations

from workbook_templates.opsaetning import SETTINGS
from workbook_templates.sagsoplysninger import BLOK
from workbook_templates.skabeloner.form import (
    DATO,
    TEKST,
    Ark,
    Felt,
    Regel,
    Skabelon,
    Tabel,
    Tekst,
    Vaerdi,
    liste,
)

VEJLEDNING, SAGSOPLYSNINGER = "Vejledning", "Sagsoplysninger"
FOER = "Beløbene her er før loft og afrunding. Fordel pulje regner de endelige beløb, til kronen og med kontrol."
PERSONER = "Skriv ikke navne, CPR-numre eller noget om enkelte børn."
FARVER = "Gule celler: skriv her. Grå celler: regnes, skriv ikke i dem. Blå overskrifter: skal stå, som de står."
FJERN = ('Fjern eksemplet: lav skabelonen igen med kommandoen "fordel skabelon {navn} UD.xlsx --tom", eller vælg '
         "navnet Eksempel i navnefeltet over kolonne A på hvert ark, og tryk Delete.")
MAERKE = ('{.maerke}<>""', "fortalt")  # what is not as it should be is yellow
REGNES = "Formlerne her regnes, hvor Fordel er installeret. Andre steder kan der stå en fejl eller et tal fra før."
FUNKTIONER = ("{ark} har formler med Fordels funktioner (FORDEL_). De regnes, hvor Fordel er installeret; "
              "andre steder kan der stå en fejl. Alle andre ark er almindelige formler og kan bruges uden Fordel.")

SENDES = ('Skal flere udfylde den, så skriv først det, der er ens for alle, og send den ud uden eksempel. Læg dem, der '
          'kommer igen, i én mappe: kommandoen "fordel saml MAPPE" samler dem i én projektmappe, som puljen kan '
          "fordeles fra, og siger for hver fil og celle, hvad der er galt.")
TOMT = " Arket {} skal være tomt: en fil med rækker for børn bliver lagt til side ulæst."


def navn(key: str) -> str:
    """The defined name of a setting."""
    return SETTINGS[key].name


def faerdig_noegle(hvor: str) -> Felt:
    """The setting that says that the key is a column of its own; `hvor` is where it stands."""
    return Felt("grundlag", "Nøglen laves af", "nøgle", "valg", f"Nøglen står færdig {hvor}. Skal ikke ændres.",
                liste("nøgle"), navn("grundlag"), True)


def sag(noegle: str, vaerdi: Vaerdi = None, regel: Regel = TEKST, hjaelp: str = "", etiket: str = "",
        stil: str = "fritekst", fast: bool = False) -> Felt:
    """A line of Sagsoplysninger, by the setting it is."""
    line = SETTINGS[noegle]
    stil = "dato" if regel is DATO else stil
    return Felt(noegle, etiket or line.label, vaerdi, stil, hjaelp or line.help, regel, line.name, fast)


def sagsoplysninger(**fundet: Vaerdi) -> Ark:
    """The sheet with what the case is; the same labels and names in every template."""
    def line(noegle: str, regel: Regel = TEKST, hjaelp: str = "", etiket: str = "") -> Felt:
        return sag(noegle, fundet.get(noegle), regel, hjaelp, etiket)

    return Ark(SAGSOPLYSNINGER, BLOK[0].capitalize(), (26, 32, 36), (
        line("kommune"), line("budgetaar"),
        line("udgave_tekst", etiket="Udgave"),
        line("besluttet_af", liste("fagudvalg", "byråd", "administrativt")),
        line("besluttet_den", DATO), line("sagsnummer"),
        line("formaal", hjaelp="Fx børn lige, institutioner lige eller en egen tekst."),
        line("finansiering", liste("omlagt støtte", "generelle midler", "statslig pulje", "andet")),
        line("datakilde"),
        line("noegle_pr", DATO, etiket="Kriterier opgjort pr."), line("boern_pr", DATO),
        line("befolkning", liste("indskrevne børn", "bosatte børn", "begge")),
        line("kontakt", hjaelp="En afdeling og en postkasse, aldrig en person."),
        sag("mindste_antal", 5, Regel("helt", 3, 100), stil="helt", fast=True),
        sag("mindste_valgt_af", None), sag("mindste_dato", None, hjaelp="Hvornår det er valgt, fx 12.03.2026."),
        Tekst("Det, der er tomt, vises ikke. Ingen af oplysningerne flytter et beløb.", "lille_brudt"),
    ))


def vejledning(skabelon: Skabelon) -> Ark:
    """The first sheet: what the workbook is, who fills it in and how, to somebody who has nothing else."""
    ours = [ark.navn for ark in skabelon.ark if ark.har_funktioner]
    med_funktioner = ("Arkene " if len(ours) > 1 else "Arket ") + " og ".join(ours)
    return Ark(VEJLEDNING, skabelon.titel, (4, 84), (
        Tekst(skabelon.hvad), Tekst("Hvem udfylder den", "afsnit"), Tekst(skabelon.hvem),
        Tekst("Sådan gør du", "afsnit"),
        *(Tekst(f"{nr}. {tekst}") for nr, tekst in enumerate(skabelon.trin, 1)),
        *((Tekst("Et eksempel", "afsnit"), Tekst(skabelon.eksempel)) if skabelon.eksempel else ()),
        Tekst("Farver", "afsnit"), Tekst(FARVER), Tekst(PERSONER, "advarsel"),
        *((Tekst("Eksemplets tal", "afsnit", True), Tekst(FJERN.format(navn=skabelon.navn), om_eksemplet=True))
          if skabelon.eksempel else ()),
        *((Tekst("Send den til flere", "afsnit"), Tekst(sendes(skabelon))) if skabelon.eksempel and any(
            isinstance(part, Tabel) and part.samles for ark in skabelon.ark for part in ark.indhold) else ()),
        *((Tekst("Funktioner", "afsnit"), Tekst(FUNKTIONER.format(ark=med_funktioner))) if ours else ()),
        *((Tekst("Fordel pulje", "afsnit"), Tekst(
            "Når arkene er udfyldt, fordeles puljen med knappen Fordel pulje eller kommandoen \"fordel pulje FIL\". "
            "Den spørger ikke om noget: cellerne har de navne, den kender."))
          if skabelon.pulje else ()),
        Tekst(f"Skabelon {skabelon.navn}, udgave {skabelon.udgave}, {skabelon.dato:%d.%m.%Y}.", "lille_brudt"),
    ))


def sendes(skabelon: Skabelon) -> str:
    """How it is sent to many, and what may not come back."""
    return SENDES + "".join(TOMT.format(ark.navn) for ark in skabelon.ark if ark.pr_barn)
