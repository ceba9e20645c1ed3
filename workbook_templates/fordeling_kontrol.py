"""The sheet "Fordeling kontrol": the certificate's columns, checks and formulas, by name.

`{noegle}` and the like stand for the cells of the same row, `{r.noegle}` for the whole column, `{p.sats}` for the
parameters above the table. Formulas are plain: no add-in, none of the functions that Excel and Calc treat differently.

The certificate: with the sets of recipients at their minimum, free, and at their cap given, there is only one sats,
(pool - sum of bounds) / sum of free weights. If each bound and that sats agree, the solution is the only one.
"""

from __future__ import annotations

from typing import NamedTuple

NOEGLE = "kontrol"
ARK = "Fordeling kontrol"
BOERNELINJER = "boernelinjer"
BOERNEARK = "Fordel børn"
KRITERIER_NU, KRITERIER_DA = (1, 4), (2, 4)  # on that sheet: the fingerprint of all marks now, and when made
OK, FEJL, IKKE_OK = "OK", "FEJL", "IKKE OK"
STATUSNAVN = "Fordel_kontrol"
STATUS = (3, 2)  # where the one answer stands

FRI, INTET = "fri", "intet"
# What decided an amount -> which of the two bounds it is in the certificate.
BUNDET = {"minimum": "minimum", "garanti": "minimum", "loft": "loft", "højst": "loft"}
TOLERANCE = "1E-9*MAX(1,ABS({p.sats}*{vaegt}))"

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


class Column(NamedTuple):
    key: str
    heading: str
    width: float
    style: str
    formula: str  # "" where the cell holds a value, or a formula made per workbook


RAEKKEFOELGE = ("rest_med", "rest_uden", "andel_med", "andel_uden", "plads_med", "plads_uden")
PRINTED_TO = "beloeb"  # the last column on paper

KOLONNER: tuple[Column, ...] = (
    Column("nr", "Nr.", 6, "helt", ""),
    Column("navn", "Institution (fra tabellen nu)", 46, "tekst", ""),
    Column("navn_da", "Institution ved fordelingen", 34, "tekst", ""),
    Column("boern", "Børn", 16, "boern", ""),
    Column("noegle", "Nøgle", 12, "noegle", ""),
    Column("vaegt", "Vægt efter tærskel", 12, "noegle",
           'IF({p.taerskel}="",{noegle},IF({p.over}=1,'
           "IF({noegle}-{p.taerskel}*{boern}<=1E-9*MAX(1,ABS({noegle})),0,{noegle}-{p.taerskel}*{boern}),"
           "IF({noegle}-{p.taerskel}*{boern}<-1E-9*MAX(1,ABS({noegle})),0,{noegle})))"),
    Column("andel", "Andel", 10, "pct2", "IF(SUM({r.vaegt})=0,0,ROUND({vaegt}/SUM({r.vaegt}),12))"),
    Column("lo", "Minimum", 12, "kr_oere",
           'IF(OR({p.minimum}="",{vaegt}=0),0,MIN({p.enhed}*ROUNDUP(ROUND({p.minimum}/{p.enhed},6),0),'
           'IF({hi}="",9E+99,{hi})))'),
    Column("hi", "Loft", 13, "kr_oere",
           'IF({p.loft}="","",{p.enhed}*INT(ROUND({p.loft}*{boern}/{p.enhed},6)))'),
    Column("bundet", "Bundet af", 11, "midt", ""),
    Column("foer_afrunding", "Før afrunding", 16, "kr_fin",
           'IF({bundet}="minimum",{lo},IF({bundet}="loft",{hi},IF({bundet}="fri",{p.sats}*{vaegt},{lo})))'),
    Column("tildeling", "Tildeling", 14, "kr_oere", ""),
    Column("enheder", "I enheder af afrundingen", 17, "kr_fin", "ROUND({foer_afrunding}/{p.enhed},6)"),
    Column("rest", "Rest", 10, "kr_fin", "ROUND({enheder}-INT({enheder}),6)"),
    Column("ekstra", "Ekstra enhed", 9, "helt", "ROUND({tildeling}/{p.enhed}-INT({enheder}),6)"),
    Column("samme", "Samme institution", 11, "helt",
           "IF({navn}=TRIM({navn_da}),1,0)"),
    Column("samme_tal", "Tal som på resultatarket", 14, "helt", ""),
    Column("baand", "Loft og minimum passer", 11, "helt",
           'IF({bundet}="intet",IF({vaegt}=0,1,0),IF({vaegt}<=0,0,'
           f'IF({{bundet}}="minimum",IF({{p.sats}}*{{vaegt}}<={{lo}}+{TOLERANCE},1,0),'
           f'IF({{bundet}}="loft",IF({{hi}}="",0,IF({{p.sats}}*{{vaegt}}>={{hi}}-{TOLERANCE},1,0)),'
           f'IF({{p.sats}}*{{vaegt}}<{{lo}}-{TOLERANCE},0,'
           f'IF({{hi}}="",1,IF({{p.sats}}*{{vaegt}}>{{hi}}+{TOLERANCE},0,1)))))))'),
    Column("beloeb", "Beløb passer", 11, "helt",
           "IF(AND(OR({ekstra}=0,{ekstra}=1),ABS({tildeling}-{foer_afrunding})<{p.enhed},"
           "{tildeling}>={lo}-1E-6*{p.enhed},"
           'IF({hi}="",TRUE,{tildeling}<={hi}+1E-6*{p.enhed})),1,0)'),
    # what decides whether the extra units went to the right recipients; not printed
    Column("rest_med", "Rest, hvis ekstra", 10, "kr_fin", "IF({ekstra}=1,{rest},2)"),
    Column("rest_uden", "Rest, hvis ikke", 10, "kr_fin", "IF({ekstra}=1,-1,{rest})"),
    Column("andel_med", "Andel på grænsen, ekstra", 11, "noegle",
           "IF(AND({ekstra}=1,{rest}={p.mindste}),{andel},2)"),
    Column("andel_uden", "Andel på grænsen, ikke", 11, "noegle",
           "IF(AND({ekstra}<>1,{rest}={p.mindste}),{andel},-1)"),
    Column("plads_med", "Plads, ekstra", 9, "helt",
           "IF(AND({ekstra}=1,{rest}={p.mindste},{andel}={p.andel_med}),{nr},0)"),
    Column("plads_uden", "Plads, ikke", 9, "helt",
           "IF(AND({ekstra}<>1,{rest}={p.mindste},{andel}={p.andel_med}),{nr},999999999)"),
)

PULJE_EFTER_FASTE = "Pulje efter faste beløb, kr."
PULJE_EFTER_CENTRAL = "Pulje efter central pulje, kr."
# Where amounts are kept within shares of last year's, in the new price level.
FOER = Column("foer", "Sidste år i nyt prisniveau", 14, "kr_oere", "")
LO_MED_GARANTI = (
    'MIN({p.enhed}*ROUNDUP(ROUND(MAX(IF(OR({p.minimum}="",{vaegt}=0),0,{p.minimum}),'
    'IF({p.garanti}="",0,{p.garanti}*{foer}))/{p.enhed},6),0),IF({hi}="",9E+99,{hi}))')
HI_MED_HOEJST = (
    'IF(AND({p.loft}="",OR({p.hoejst}="",{foer}=0)),"",{p.enhed}*INT(ROUND(MIN('
    'IF({p.loft}="",9E+99,{p.loft}*{boern}),IF(OR({p.hoejst}="",{foer}=0),9E+99,{p.hoejst}*{foer}))/{p.enhed},6)))')
# What the amounts are held against once they are known.
UDMELDT = Column("udmeldt", "Udmeldt (fra tabellen nu)", 14, "kr_oere", "")
# Where last year's amounts are a part of this year's: the bounds are those of the new ones.
NY_FORDELING = "Ny fordeling"
BLANDET = Column("blandet", "Efter indfasning", 16, "kr_fin",
                 "(1-{p.andel_nyt})*{foer}+{p.andel_nyt}*{foer_afrunding}")
MED_INDFASNING = {
    "andel": "IF(SUM({r.enheder})=0,0,ROUND({enheder}/SUM({r.enheder}),12))",
    "enheder": "ROUND({blandet}/{p.enhed},6)",
    "beloeb": "IF(AND(OR({ekstra}=0,{ekstra}=1),ABS({tildeling}-{blandet})<{p.enhed}),1,0)",
}
BEMANDING = (Column("paedagoger", "Pædagoger", 12, "normering", ""),
             Column("medhjaelpere", "Medhjælpere", 13, "normering", ""))
BOERN_TIL_TAERSKEL = Column("boern_taerskel", "Børn til tærskel", 12, "boern", "")


class Used(NamedTuple):
    """What a run uses, as far as the table's columns depend on it."""

    own_children: bool  # of the threshold
    tested_before: bool  # the threshold, on each institution
    bound: bool  # by last year's amounts
    blended: bool  # with them
    after: tuple[Column, ...]  # what follows from the amounts


def kolonner(used: Used) -> tuple[Column, ...]:
    """The columns of a run."""
    return tuple(found for column in KOLONNER for found in (*before(column.key, used), changed(column, used)))


def before(key: str, used: Used) -> tuple[Column, ...]:
    """The columns that stand before one where they are used."""
    there = {
        "noegle": (BOERN_TIL_TAERSKEL,) if used.own_children else (),
        "lo": (FOER,) if used.bound or used.blended else (),
        "tildeling": (BLANDET,) if used.blended else (),
        "samme": used.after,
    }
    return there.get(key, ())


def changed(column: Column, used: Used) -> Column:
    """A column with its formula in this run."""
    formulas: dict[str, str] = {}
    if used.bound:
        formulas |= {"lo": LO_MED_GARANTI, "hi": HI_MED_HOEJST}
    if used.blended:
        formulas |= MED_INDFASNING
    if used.tested_before:
        formulas["vaegt"] = ""
    elif used.own_children and column.key == "vaegt":
        formulas["vaegt"] = column.formula.replace("{boern}", "{boern_taerskel}")
    heading = NY_FORDELING if used.blended and column.key == "foer_afrunding" else column.heading
    return column._replace(heading=heading, formula=formulas.get(column.key, column.formula))


# How the parameters below the settings are calculated.
PARAMETERFORMLER: dict[str, str] = {
    "sats": 'IF(SUMIF({r.bundet},"fri",{r.vaegt})>0,({p.pulje}-SUMIF({r.bundet},"minimum",{r.lo})'
            '-SUMIF({r.bundet},"loft",{r.hi})-SUMIF({r.bundet},"intet",{r.lo}))/SUMIF({r.bundet},"fri",{r.vaegt}),{c.sats})',
    "ikke_fordelt": '{p.pulje}-IF(OR({p.andel_nyt}="",{p.andel_nyt}=1),SUM({r.tildeling}),SUM({r.foer_afrunding}))',
    "hoejeste": "MAX({r.rest_uden})",
    "mindste": "MIN({r.rest_med})",
    "andel_med": "MIN({r.andel_med})",
    "andel_uden": "MAX({r.andel_uden})",
    "loen_pr_stilling": "{p.andel_paedagoger}*SUM({p.loen_paedagog})"
                        "+(1-{p.andel_paedagoger})*SUM({p.loen_medhjaelper})",
}


class Check(NamedTuple):
    text: str
    formula: str  # TRUE when it is right
    remedy: str


SUMMEN = Check(
    "Summen af tildelingerne er beløbene før afrunding, rundet ned til hele enheder.",
    "ABS(SUM({r.tildeling})-{p.enhed}*INT(ROUND(SUM({r.foer_afrunding})/{p.enhed},6)))<=MAX(0.005,{p.enhed}*1E-6)",
    "Et beløb på resultatarket er rettet: fordel igen.")
UDEN_VAEGT = Check(
    "Uden vægt (under tærsklen eller uden nøgle) er der intet beløb ud over en garanti.",
    "ABS(SUMIF({r.vaegt},0,{r.tildeling})-SUMIF({r.vaegt},0,{r.lo}))<=1E-6", "Et beløb er rettet: fordel igen.")
BELOEB = Check(
    "Hvert beløb er i hele enheder, højst én enhed fra beløbet før afrunding, og inden for loft og minimum.",
    "SUM({r.beloeb})={c.n}", "Se rækkerne med 0 i kolonnen: et beløb er rettet, eller en celle er ændret.")
# What the same checks are where last year's amounts are a part of this year's.
KONTROLLER_MED_INDFASNING: dict[Check, Check] = {
    SUMMEN: SUMMEN._replace(
        text="Summen af tildelingerne er sidste år og den nye fordeling, hver med sin andel, rundet til hele enheder.",
        formula="ABS(SUM({r.tildeling})-{p.enhed}*ROUND(ROUND(((1-{p.andel_nyt})*SUM({r.foer})+{p.andel_nyt}"
                "*SUM({r.foer_afrunding}))/{p.enhed},6),0))<=MAX(0.005,{p.enhed}*1E-6)"),
    UDEN_VAEGT: UDEN_VAEGT._replace(
        text="Uden vægt (under tærsklen eller uden nøgle) er der intet i den nye fordeling ud over en garanti.",
        formula=UDEN_VAEGT.formula.replace("{r.tildeling}", "{r.foer_afrunding}")),
    BELOEB: BELOEB._replace(text="Hvert beløb er i hele enheder og højst én enhed fra beløbet efter indfasning."),
}

KONTROLLER: tuple[Check, ...] = (
    Check("Institutionerne er de samme og står i de samme rækker som ved fordelingen.",
          "SUM({r.samme})={c.n}", "Tabellen er ændret efter fordelingen: fordel igen."),
    Check("Der er ikke kommet rækker til i tabellen, og ingen er faldet bort.",
          "COUNTA({c.navne})={c.navne_i_brug}", "Tabellen er ændret efter fordelingen: fordel igen."),
    Check("Indstillingerne er de samme som ved fordelingen.",
          "{c.samme_indstillinger}", "Sammenlign de to kolonner ovenfor: fordel igen."),
    Check("Børn, nøgle, grundbudget og sidste år er de samme tal, som resultatarket viser.",
          "SUM({r.samme_tal})={c.n}", "Se rækkerne med 0 i kolonnen: et tal er ændret efter fordelingen. Fordel igen."),
    Check("Satsen på resultatarket er (pulje - bundne beløb) / frie vægte.",
          "ABS({p.sats}-{c.sats})<=1E-9*MAX(1,ABS({p.sats}))", "Nøgle, børn eller pulje er ændret: fordel igen."),
    Check("Hvert loft og minimum passer med satsen, og ingen andre er bundet.",
          "SUM({r.baand})={c.n}", "Se rækkerne med 0 i kolonnen: fordel igen."),
    Check("Beløbene før afrunding er puljen; er de mindre, er alle med vægt ved deres loft.",
          'OR(ABS(SUM({r.foer_afrunding})-{p.pulje})<=0.005,AND(SUM({r.foer_afrunding})<{p.pulje},'
          'COUNTIF({r.bundet},"loft")=COUNTIF({r.vaegt},">0")))', "Pulje eller loft er ændret: fordel igen."),
    BELOEB,
    SUMMEN,
    Check("De ekstra enheder gik til de største rester; ved ens rest til den største vægt, så til den første.",
          "OR({p.mindste}>{p.hoejeste},AND({p.mindste}={p.hoejeste},OR({p.andel_med}>{p.andel_uden},"
          "AND({p.andel_med}={p.andel_uden},MAX({r.plads_med})<MIN({r.plads_uden})))))",
          "Kroner er flyttet mellem institutioner: fordel igen."),
    UDEN_VAEGT,
    Check("Totalen og det ikke fordelte på resultatarket passer med beløbene her.",
          "AND(ABS({c.total}-SUM({r.tildeling}))<=0.005,ABS({c.rest}-{p.ikke_fordelt})<=0.005)",
          "Totalen på resultatarket er rettet: fordel igen."),
)
BOERNEKONTROLLER: tuple[Check, ...] = (
    Check("Hvert barn går i samme institution som ved fordelingen.",
          "SUM({c.boern_samme})=ROWS({c.boern_samme})", "Børnearket er ændret efter fordelingen: fordel igen."),
    Check("Kriterierne er afkrydset som ved fordelingen.",
          "{c.kriterier}={c.kriterier_da}", "Børnearket er ændret efter fordelingen: fordel igen."),
    Check("Der er ikke kommet børn til under listen.",
          '{c.under_listen}=""', "Børnearket er ændret efter fordelingen: fordel igen."),
)
SCOREKONTROLLER: tuple[Check, ...] = (
    Check("Hvert barn går i samme institution og har samme score som ved fordelingen.",
          'AND(SUM({c.boern_samme})=ROWS({c.boern_samme}),COUNT({c.scorer})=COUNTIF({c.boern_nr},">0"))',
          "Arket med en score pr. barn er ændret efter fordelingen: fordel igen."),
    Check("Der er ikke kommet børn til under listen.",
          '{c.under_listen}=""', "Arket med en score pr. barn er ændret efter fordelingen: fordel igen."),
)
INSTITUTIONSKONTROLLER: tuple[Check, ...] = (
    Check("Hver institution har samme navn, modtager og tal som ved fordelingen.",
          "SUM({i.samme})=ROWS({i.samme})", "Se rækkerne med 0 i tabellen med institutioner: fordel igen."),
)
LEVERANCEKONTROLLER: tuple[Check, ...] = (
    Check("Der er ikke kommet rækker til i leverancen, og ingen er faldet bort.",
          'AND(COUNTA({c.leverede})={c.leverede_i_brug},{c.under_leverancen}="")',
          "Leverancen er ændret: fordel igen."),
)
AENDRINGSKONTROLLER: tuple[Check, ...] = (
    Check("Hver ændring af nøglen har en begrundelse, og ingen nøgle er blevet negativ.",
          'AND(SUMPRODUCT(({i.noegle_aendring}<>0)*({i.noegle_grund}=""))=0,MIN({i.antal})>=0)',
          "En ændring eller en begrundelse er rettet: fordel igen."),
)
FASTKONTROLLER: tuple[Check, ...] = (
    Check("De faste beløb er hele enheder og tilsammen ikke over puljen.",
          "AND(SUMPRODUCT(ABS({i.fast}/{p.enhed}-ROUND({i.fast}/{p.enhed},0)))<=1E-6,{p.pulje}>=-0.005)",
          "Et fast beløb er ændret: fordel igen."),
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
