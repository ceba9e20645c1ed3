"""The sheet "Fordeling kontrol": the certificate's columns, checks and formulas, by name.

`{noegle}` and the like stand for the cells of the same row, `{r.noegle}` for the whole column, `{p.sats}` for the
parameters above the table. Formulas are plain: no add-in, none of the functions that Excel and Calc treat differently.

The certificate: with the sets of recipients at their minimum, free, and at their cap given, there is only one sats,
(pool - sum of bounds) / sum of free weights. If each bound and that sats agree, the solution is the only one.
"""

from __future__ import annotations

from typing import NamedTuple

from workbook_templates.afrunding import half_up

NOEGLE = "kontrol"
ARK = "Fordeling kontrol"
BOERNELINJER = "boernelinjer"
BOERNEARK = "Fordel børn"
KRITERIER_NU, KRITERIER_DA = (1, 4), (2, 4)  # on that sheet: the first criterion's fingerprint now, and when made
OK, FEJL, IKKE_OK = "OK", "FEJL", "IKKE OK"
STATUSNAVN = "Fordel_kontrol"
STATUS = (3, 2)  # where the one answer stands
MANUEL = ("Projektmappen har manuel beregning: svaret herunder gælder først, når du har trykket F9.")

FRI, INTET = "fri", "intet"
# What decided an amount -> which of the two bounds it is in the certificate.
BUNDET = {"minimum": "minimum", "garanti": "minimum", "prioritet": "minimum", "afslag": "minimum",
          "loft": "loft", "højst": "loft", "ansøgt": "loft"}

SOM_DET_VAR = "Det, der skal være, som det var"  # over the list right of the tables

# parameters above the table: key -> (label, style); the settings come first
SETTINGS = 12
PARAMETRE: dict[str, tuple[str, str]] = {
    "pulje": ("Pulje, kr.", "kr_oere"),
    "taerskel": ("Tærskel", "pct"),
    "over": ("Kun over tærsklen tæller (1 = ja)", "tal"),
    "loft": ("Loft, kr. pr. barn", "kr_oere"),
    "minimum": ("Minimum, kr. pr. institution", "kr_oere"),
    "garanti": ("Garanti, mindst af sidste år", "pct"),
    "hoejst": ("Højst af sidste år", "pct"),
    "pl": ("Pl-sats for sidste år", "pct2"),
    "andel_nyt": ("Indfasning, andel ny fordeling", "pct2"),
    "enhed": ("Afrunding, kr.", "tal"),
    "vaegt_0_2": ("Vægt for 0-2-årige", "tal"),
    "mindst": ("Mindst antal kriterier", "tal"),
    "sats": ("Sats: (pulje - bundne beløb) / frie vægte", "sats"),
    "ikke_fordelt": ("Ikke fordelt, kr.", "kr_oere"),
    "decimaler": ("Decimaler af en rest: 14 cifre i alt, højst 6", "tal"),
    "flest": ("Flest enheder ud over de hele, hos nogen", "tal"),
    "hoejeste": ("Størst rest uden den ekstra enhed", "kr_fin"),
    "mindste": ("Mindst rest med den ekstra enhed", "kr_fin"),
    "andel_med": ("Mindst andel med ekstra ved den rest", "noegle"),
    "andel_uden": ("Størst andel uden ekstra ved den rest", "noegle"),
}

# And where the amounts are told as positions: settings too, and what is made of them.
NORMERING: dict[str, tuple[str, str]] = {
    "loen_paedagog": ("Årsløn, pædagog, kr.", "kr_oere"),
    "loen_medhjaelper": ("Årsløn, medhjælper, kr.", "kr_oere"),
    "andel_paedagoger": ("Andel pædagoger", "pct2"),
}
LOEN: dict[str, tuple[str, str]] = {"loen_pr_stilling": ("Årsløn pr. stilling, kr.", "kr_oere")}
# And where last year's amounts are a part of this year's: their sum is another than the pool.
INDFASNING: dict[str, tuple[str, str]] = {"decimaler_efter": ("Decimaler af en rest efter indfasning", "tal")}

PULJE_EFTER = "Pulje efter {}, kr."  # what is paid first
PULJE_EFTER_CENTRAL = "Pulje efter central pulje, kr."


def decimals(total: str) -> str:
    """Of a rest, where the amounts sum to so many units: one less than 6 for each digit above 8."""
    return "6" + "".join(f"-({total}>=10^{digits})" for digits in range(8, 14))


# How the parameters below the settings are calculated.
PARAMETERFORMLER: dict[str, str] = {
    "sats": 'IF(SUMIF({r.bundet},"fri",{r.vaegt})>0,({p.pulje}-SUMIF({r.bundet},"minimum",{r.lo})'
            '-SUMIF({r.bundet},"loft",{r.hi})-SUMIF({r.bundet},"intet",{r.lo}))/SUMIF({r.bundet},"fri",{r.vaegt}),{c.sats})',
    "ikke_fordelt": '{c.pulje}-IF(OR({p.andel_nyt}="",{p.andel_nyt}=1),SUM({r.tildeling}),SUM({r.foer_afrunding}))',
    "decimaler": decimals("{p.pulje}/{p.enhed}"),
    "decimaler_efter": decimals("SUM({r.blandet})/{p.enhed}"),
    "flest": "MAX({r.ekstra})",
    "hoejeste": "MAX({r.rest_uden})",
    "mindste": "MIN({r.rest_med})",
    "andel_med": "MIN({r.andel_med})",
    "andel_uden": "MAX({r.andel_uden})",
    "loen_pr_stilling": "{p.andel_paedagoger}*SUM({p.loen_paedagog})"
                        "+(1-{p.andel_paedagoger})*SUM({p.loen_medhjaelper})",
}


# Where applications all lose the same, that loss is the sats.
SATS_ER_AFSLAG = "Afslag til hver: (ansøgt af de frie - pulje) / antal frie"
SATS_AF_AFSLAG = ('IF(SUMIF({r.bundet},"fri",{r.vaegt})>0,(SUMIF({r.bundet},"fri",{r.hi})-{p.pulje})'
                  '/SUMIF({r.bundet},"fri",{r.vaegt}),{c.sats})')


class Check(NamedTuple):
    text: str
    formula: str  # TRUE when it is right
    remedy: str
    kind: str = ""  # of the lines in the list it is about, the first of which that is changed is told


SUMMEN = Check(
    "Summen af tildelingerne er beløbene før afrunding, rundet ned til hele enheder.",
    "ABS(SUM({r.tildeling})-{p.enhed}*INT(ROUND(SUM({r.foer_afrunding})/{p.enhed},{p.decimaler})))<=MAX(0.005,{p.enhed}*1E-6)",
    "Et beløb på resultatarket er rettet, eller puljen er en anden: fordel igen.")
UDEN_VAEGT = Check(
    "Uden vægt (under tærsklen eller uden nøgle) er der intet beløb ud over en garanti.",
    "ABS(SUMIF({r.vaegt},0,{r.tildeling})-SUMIF({r.vaegt},0,{r.lo}))<=1E-6", "Et beløb er rettet: fordel igen.")
BELOEB = Check(
    "Hvert beløb er i hele enheder, højst én enhed fra beløbet før afrunding, og inden for loft og minimum.",
    "SUM({r.beloeb})={c.n}", "Se rækkerne med 0 i kolonnen: et beløb er rettet, eller en celle er ændret.")
EKSTRA = Check(
    "De ekstra enheder gik til de største rester; ved ens rest til den største vægt, så til den første.",
    "OR({p.mindste}>{p.hoejeste},AND({p.mindste}={p.hoejeste},OR({p.andel_med}>{p.andel_uden},"
    "AND({p.andel_med}={p.andel_uden},MAX({r.plads_med})<MIN({r.plads_uden})))))",
    "Kroner er flyttet mellem institutioner: fordel igen.")
# What the same checks are where last year's amounts are a part of this year's.
SIDSTE_OG_NY = "(1-{p.andel_nyt})*SUM({r.foer})+{p.andel_nyt}*SUM({r.foer_afrunding})"
KONTROLLER_MED_INDFASNING: dict[Check, Check] = {
    SUMMEN: SUMMEN._replace(
        text="Summen af tildelingerne er sidste år og den nye fordeling, hver med sin andel, rundet til hele enheder.",
        formula=f"ABS(SUM({{r.tildeling}})-{{p.enhed}}*({half_up(f'({SIDSTE_OG_NY})/{{p.enhed}}')}))"
                "<=MAX(0.005,{p.enhed}*1E-6)"),
    UDEN_VAEGT: UDEN_VAEGT._replace(
        text="Uden vægt (under tærsklen eller uden nøgle) er der intet i den nye fordeling ud over en garanti.",
        formula=UDEN_VAEGT.formula.replace("{r.tildeling}", "{r.foer_afrunding}")),
    BELOEB: BELOEB._replace(text="Hvert beløb er i hele enheder og højst én enhed fra beløbet efter indfasning."),
    EKSTRA: EKSTRA._replace(text=EKSTRA.text.replace("den største vægt", "det største beløb")),
}

SATSEN = Check(
    "Satsen på resultatarket er (pulje - bundne beløb) / frie vægte.",
    "ABS({p.sats}-{c.sats})<=1E-9*ABS({p.sats})", "Nøgle, børn eller pulje er ændret: fordel igen.")
BAANDET = Check(
    "Hvert loft og minimum passer med satsen, og ingen andre er bundet.",
    "SUM({r.baand})={c.n}", "Se rækkerne med 0 i kolonnen: fordel igen.")
# And where applications all lose the same.
KONTROLLER_MED_LIGE_AFSLAG: dict[Check, Check] = {
    SATSEN: SATSEN._replace(
        text="Afslaget til hver er (ansøgt af dem, der får noget - pulje) / antallet af dem; er der nok, er det 0.",
        remedy="Ansøgt eller pulje er ændret: fordel igen."),
    BAANDET: BAANDET._replace(
        text="De, der intet får, har ansøgt om højst afslaget; alle andre får det ansøgte minus afslaget."),
}

KONTROLLER: tuple[Check, ...] = (
    Check("Institutionerne er de samme og står i de samme rækker som ved fordelingen.",
          "SUM({r.samme})={c.n}", "Tabellen er ændret efter fordelingen: fordel igen."),
    Check("Der er ikke kommet rækker til i eller under tabellen, og ingen er faldet bort.",
          "{c.raekker}", "Tabellen er ændret efter fordelingen: fordel igen.", "raekker"),
    Check("Indstillingerne er de samme som ved fordelingen.",
          "{c.samme_indstillinger}", "Sammenlign de to kolonner ovenfor: fordel igen.", "indstillinger"),
    Check("Overskrifter, enheder, totaler og grupper omkring tallene er, som de var ved fordelingen.",
          "{c.omgivelser}", "Ret det tilbage, eller fordel igen.", "omgivelser"),
    Check("Resultatarket og trinene er, som de blev skrevet.",
          "{c.ark}", "Ret det tilbage, eller fordel igen.", "ark"),
    Check("Børn, nøgle, grundbudget og sidste år er de samme tal, som resultatarket viser.",
          "SUM({r.samme_tal})={c.n}", "Se rækkerne med 0 i kolonnen: et tal er ændret efter fordelingen. Fordel igen."),
    SATSEN,
    BAANDET,
    Check("Beløbene før afrunding er puljen; er de mindre, er alle med vægt ved deres loft.",
          'OR(ABS(SUM({r.foer_afrunding})-{p.pulje})<=0.005,AND(SUM({r.foer_afrunding})<{p.pulje},'
          'COUNTIF({r.bundet},"loft")=COUNTIF({r.vaegt},">0")))', "Pulje eller loft er ændret: fordel igen."),
    BELOEB,
    SUMMEN,
    EKSTRA,
    UDEN_VAEGT,
    Check("Totalen og det ikke fordelte på resultatarket passer med beløbene her.",
          "AND(ABS({c.total}-SUM({r.tildeling}))<=0.005,ABS({c.rest}-{p.ikke_fordelt})<=0.005)",
          "Totalen på resultatarket er rettet: fordel igen."),
)
BOERNEKONTROLLER: tuple[Check, ...] = (
    Check("Hvert barn går i samme institution som ved fordelingen.",
          "SUM({c.boern_samme})=ROWS({c.boern_samme})", "Børnearket er ændret efter fordelingen: fordel igen."),
    Check("Kriterierne er afkrydset som ved fordelingen.",
          "SUMPRODUCT(({c.kriterier}<>{c.kriterier_da})+0)=0", "Børnearket er ændret efter fordelingen: fordel igen."),
    Check("Der er ikke kommet børn til under listen.",
          "{c.under_listen}", "Børnearket er ændret efter fordelingen: fordel igen."),
)
SCOREKONTROLLER: tuple[Check, ...] = (
    Check("Hvert barn går i samme institution og har samme score som ved fordelingen.",
          'AND(SUM({c.boern_samme})=ROWS({c.boern_samme}),COUNT({c.scorer})=COUNTIF({c.boern_nr},">0"))',
          "Arket med en score pr. barn er ændret efter fordelingen: fordel igen."),
    Check("Der er ikke kommet børn til under listen.",
          "{c.under_listen}", "Arket med en score pr. barn er ændret efter fordelingen: fordel igen."),
)
INSTITUTIONSKONTROLLER: tuple[Check, ...] = (
    Check("Hver institution har samme navn, modtager og tal som ved fordelingen.",
          "SUM({i.samme})=ROWS({i.samme})", "Se rækkerne med 0 i tabellen med institutioner: fordel igen."),
)
LEVERANCEKONTROLLER: tuple[Check, ...] = (
    Check("Der er ikke kommet rækker til i eller under leverancen, og ingen er faldet bort.",
          "{c.leverancen}", "Leverancen er ændret: fordel igen.", "leverancen"),
)
AENDRINGSKONTROLLER: tuple[Check, ...] = (
    Check("Hver ændring af nøglen har en begrundelse, og ingen nøgle er blevet negativ.",
          'AND(SUMPRODUCT(({i.noegle_aendring}<>0)*({i.noegle_grund}=""))=0,MIN({i.antal})>=0)',
          "En ændring eller en begrundelse er rettet: fordel igen."),
)
FASTKONTROLLER: tuple[Check, ...] = (
    Check("De faste beløb er hele enheder og tilsammen ikke over puljen.",
          "AND(SUMPRODUCT(ABS(ROUND({i.fast}/{p.enhed}-ROUND({i.fast}/{p.enhed},0),{p.decimaler})))=0,"
          "{p.pulje}>=-0.005)",
          "Et fast beløb er ændret: fordel igen."),
)
GRUNDBELOEB: dict[str, tuple[str, str]] = {"grundbeloeb": ("Grundbeløb, kr. pr. modtager", "kr_oere")}
GRUNDBELOEBSKONTROLLER: tuple[Check, ...] = (
    Check("Grundbeløbene er hele enheder og tilsammen ikke over puljen.",
          "AND(SUMPRODUCT(ABS(ROUND({r.grundbeloeb}/{p.enhed}-ROUND({r.grundbeloeb}/{p.enhed},0),{p.decimaler})))=0,"
          "{p.pulje}>=-0.005)",
          "Et grundbeløb er ændret: fordel igen."),
)
EFTERREGULERINGSKONTROLLER: tuple[Check, ...] = (
    Check("Summen af efterreguleringerne er summen af tildelingerne minus det, der er udmeldt i tabellen.",
          "ABS({c.efterregulering}-({c.tildelt}-SUM({r.udmeldt})))<=0.005",
          "Et udmeldt beløb er ændret efter fordelingen: fordel igen."),
)
# {c.normering} is a condition for each kind of staff: the total on the result sheet is the sum here.
NORMERINGSKONTROLLER: tuple[Check, ...] = (
    Check("Normeringen er tildelingerne / årsløn pr. stilling, delt efter andelen af pædagoger.",
          "AND({c.normering})", "En årsløn, andelen eller et beløb er ændret efter fordelingen: fordel igen."),
)
