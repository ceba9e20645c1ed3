"""The columns of "Fordeling kontrol", by name: the certificate of the amounts, in plain formulas.

`{noegle}` and the like stand for the cells of the same row, `{r.noegle}` for the whole column, `{p.sats}` for the
parameters above the table. See `fordeling_kontrol` for what they prove.
"""

from __future__ import annotations

from typing import NamedTuple

from workbook_templates.afrunding import with_decimals
from workbook_templates.raekkefoelge import KONTROLKOLONNER

TOLERANCE = "1E-9*MAX(1,ABS({p.sats}*{vaegt}))"
# A unit more than another at the most, and no more than one from the amount {x} before rounding, to its decimals.
NEAR = "OR({ekstra}={p.flest},{ekstra}={p.flest}-1),ABS({tildeling}-{x})<={p.enhed}*(1+10^-{p.decimaler})"


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
           'IF(OR({p.minimum}="",{vaegt}=0),0,MIN({p.enhed}*ROUNDUP(ROUND({p.minimum}/{p.enhed},{p.decimaler}),0),'
           'IF({hi}="",9E+99,{hi})))'),
    Column("hi", "Loft", 13, "kr_oere",
           'IF({p.loft}="","",{p.enhed}*INT(ROUND({p.loft}*{boern}/{p.enhed},{p.decimaler})))'),
    Column("bundet", "Bundet af", 11, "midt", ""),
    Column("foer_afrunding", "Før afrunding", 16, "kr_fin",
           'IF({bundet}="minimum",{lo},IF({bundet}="loft",{hi},IF({bundet}="fri",{p.sats}*{vaegt},{lo})))'),
    Column("tildeling", "Tildeling", 14, "kr_oere", ""),
    Column("enheder", "I enheder af afrundingen", 17, "kr_fin",
           with_decimals("{foer_afrunding}/{p.enhed}", "{p.decimaler}")),
    Column("rest", "Rest", 10, "kr_fin", "ROUND({enheder}-INT({enheder}),{p.decimaler})"),
    Column("ekstra", "Ekstra enhed", 9, "helt", "ROUND({tildeling}/{p.enhed}-INT({enheder}),{p.decimaler})"),
    Column("samme", "Samme institution", 11, "helt", ""),
    Column("samme_tal", "Tal som på resultatarket", 14, "helt", ""),
    Column("baand", "Loft og minimum passer", 11, "helt",
           'IF({bundet}="intet",IF({vaegt}=0,1,0),IF({vaegt}<=0,0,'
           f'IF({{bundet}}="minimum",IF({{p.sats}}*{{vaegt}}<={{lo}}+{TOLERANCE},1,0),'
           f'IF({{bundet}}="loft",IF({{hi}}="",0,IF({{p.sats}}*{{vaegt}}>={{hi}}-{TOLERANCE},1,0)),'
           f'IF({{p.sats}}*{{vaegt}}<{{lo}}-{TOLERANCE},0,'
           f'IF({{hi}}="",1,IF({{p.sats}}*{{vaegt}}>{{hi}}+{TOLERANCE},0,1)))))))'),
    Column("beloeb", "Beløb passer", 11, "helt",
           f"IF(AND({NEAR.replace('{x}', '{foer_afrunding}')},"
           "{tildeling}>={lo}-1E-6*{p.enhed},"
           'IF({hi}="",TRUE,{tildeling}<={hi}+1E-6*{p.enhed})),1,0)'),
    # what decides whether the extra units went to the right recipients; not printed
    Column("rest_med", "Rest, hvis ekstra", 10, "kr_fin", "IF(AND({ekstra}={p.flest},{tildeling}>{lo}),{rest},2)"),
    Column("rest_uden", "Rest, hvis ikke", 10, "kr_fin", "IF({ekstra}={p.flest},-1,{rest})"),
    Column("andel_med", "Andel på grænsen, ekstra", 11, "noegle",
           "IF({rest_med}={p.mindste},{andel},2)"),
    Column("andel_uden", "Andel på grænsen, ikke", 11, "noegle",
           "IF({rest_uden}={p.mindste},{andel},-1)"),
    Column("plads_med", "Plads, ekstra", 9, "helt",
           "IF(AND({rest_med}={p.mindste},{andel}={p.andel_med}),{nr},0)"),
    Column("plads_uden", "Plads, ikke", 9, "helt",
           "IF(AND({rest_uden}={p.mindste},{andel}={p.andel_med}),{nr},999999999)"),
)

# Where amounts are kept within shares of last year's, in the new price level.
FOER = Column("foer", "Sidste år i nyt prisniveau", 14, "kr_oere", "")
# Of which a guarantee per child takes what it would be for this year's children.
PR_BARN = (Column("foer_kr", "Sidste år, kr.", 14, "kr_oere", ""), Column("boern_nu", "Børn nu", 10, "tal", ""),
           Column("boern_foer", "Børn sidste år", 10, "tal", ""),
           FOER._replace(heading="Sidste år til børnene nu",
                         formula="{foer_kr}*IF({boern_foer}>0,{boern_nu}/{boern_foer},1)"))
# And the fixed amounts of those who also take part by the key: the bounds hold for both together.
PAA_TOPPEN = Column("paa_toppen", "Fast beløb oven i", 13, "kr_oere", "")
GRUNDBELOEB = Column("grundbeloeb", "Grundbeløb", 13, "kr_oere", "")  # in these bounds too
ANSOEGT = Column("ansoegt", "Ansøgt", 13, "kr_oere", "")
# And where these are shared in turn: what is applied for before each one's turn, and to the end of it.
PRIORITET = (
    Column("prioritet", "Prioritet (fra tabellen nu)", 10, "helt", ""),
    Column("soegt_foer", "Ansøgt før den", 14, "kr_oere", 'SUMIF({r.prioritet},"<"&{prioritet},{r.hi})'),
    Column("soegt_med", "Til og med den", 14, "kr_oere", 'SUMIF({r.prioritet},"<="&{prioritet},{r.hi})'))
MED_PRIORITET = {"vaegt": "IF(ROUND(({p.pulje}-{soegt_foer})/{p.enhed},{p.decimaler})>0,{ansoegt},0)"}
# Or with the same loss to each, which is the sats: whoever has applied for less loses all of it.
MED_LIGE_AFSLAG = {
    "vaegt": "IF({ansoegt}>0,1,0)",
    "foer_afrunding": 'IF({bundet}="fri",{hi}-{p.sats},IF({bundet}="loft",{hi},{lo}))',
    "baand": 'IF({bundet}="intet",IF({vaegt}=0,1,0),IF({vaegt}<=0,0,'
             f'IF({{bundet}}="minimum",IF({{p.sats}}>={{hi}}-{TOLERANCE},1,0),'
             f'IF({{bundet}}="loft",IF(ABS({{p.sats}})<={TOLERANCE},1,0),'
             f"IF(AND({{p.sats}}>=-{TOLERANCE},{{p.sats}}<={{hi}}+{TOLERANCE}),1,0)))))"}
# What the amounts are held against once they are known.
UDMELDT = Column("udmeldt", "Udmeldt (fra tabellen nu)", 14, "kr_oere", "")
# Where last year's amounts are a part of this year's: the bounds are those of the new ones.
HEADINGS_AFTER = {"foer_afrunding": "Ny fordeling", "andel": "Andel efter indfasning"}
BLANDET = Column("blandet", "Efter indfasning", 16, "kr_fin",
                 "(1-{p.andel_nyt})*{foer}+{p.andel_nyt}*{foer_afrunding}")
MED_INDFASNING = {
    "andel": "IF(SUM({r.enheder})=0,0,ROUND({enheder}/SUM({r.enheder}),12))",
    "enheder": with_decimals("{blandet}/{p.enhed}", "{p.decimaler_efter}"),
    "rest": "ROUND({enheder}-INT({enheder}),{p.decimaler_efter})",
    "ekstra": "ROUND({tildeling}/{p.enhed}-INT({enheder}),{p.decimaler_efter})",
    "beloeb": f"IF(AND({NEAR.replace('{x}', '{blandet}')}),1,0)",
    "rest_med": "IF({ekstra}={p.flest},{rest},2)",
}
BEMANDING = (Column("paedagoger", "Pædagoger", 12, "normering", ""),
             Column("medhjaelpere", "Medhjælpere", 13, "normering", ""))
# A bound of each one's own, from the user's column; where it is blank there is none.
EGNE = {"loft": Column("loft_kolonne", "Loft, kr. pr. barn (fra tabellen nu)", 14, "kr_oere", ""),
        "minimum": Column("minimum_kolonne", "Minimum (fra tabellen nu)", 14, "kr_oere", "")}
BOERN_TIL_TAERSKEL = Column("boern_taerskel", "Børn til tærskel", 12, "boern", "")


class Bound(NamedTuple):
    """A bound of a part's, as the control calculates it: `formula` in kr. of all that each gets, and `none`, the
    condition that there is none of it, "" where there always is one. Cells stand by name, as in the columns here."""

    is_cap: bool
    formula: str
    none: str = ""


# Whose turn the pool lasts to the end of gets all that is applied for, in whole units.
TUR = Bound(False, "{hi}", "ROUND(({soegt_med}-{p.pulje})/{p.enhed},{p.decimaler})>0")


class Used(NamedTuple):
    """What a run uses, as far as the table's columns depend on it."""

    own_children: bool  # of the threshold
    tested_before: bool  # the threshold, on each institution
    last_year: bool  # amounts that bound this year's, or are a part of them
    blended: bool  # with them
    own: tuple[str, ...] = ()  # the bounds that stand in a column
    in_turn: bool = False  # applications, by priority
    equal_losses: bool = False  # or with the same loss to each
    per_child: bool = False  # what last year's amounts bound


def kolonner(used: Used, parts: tuple[Column, ...], bounds: tuple[Bound, ...]) -> tuple[Column, ...]:
    """The columns of a run, with those of the parts in use; what is paid besides counts in the parts' bounds."""
    paid = "".join(f"-{{{column.key}}}" for column in (GRUNDBELOEB, PAA_TOPPEN) if column in parts)
    there = {column.key: changed(column, used, bounds, paid) for column in KOLONNER}
    there |= {column.key: column for column in (*sometimes(used), *parts)}
    return tuple(there[key] for key in KONTROLKOLONNER if key in there)


def sometimes(used: Used) -> tuple[Column, ...]:
    """The columns of the core that only some runs use."""
    before = PR_BARN if used.per_child else (FOER,) if used.last_year else ()
    return ((BOERN_TIL_TAERSKEL,) if used.own_children else ()) + before \
        + tuple(EGNE[key] for key in used.own) + ((BLANDET,) if used.blended else ())


def changed(column: Column, used: Used, bounds: tuple[Bound, ...], paid: str) -> Column:
    """A column with its formula in this run."""
    formulas: dict[str, str] = {}
    if any(not bound.is_cap for bound in bounds):
        formulas["lo"] = least(bounds, paid)
    if any(bound.is_cap for bound in bounds):
        formulas["hi"] = most(bounds, paid)
    if used.blended:
        formulas |= MED_INDFASNING
    formulas |= MED_PRIORITET if used.in_turn else MED_LIGE_AFSLAG if used.equal_losses else {}
    if used.tested_before:
        formulas["vaegt"] = ""
    elif used.own_children and column.key == "vaegt":
        formulas["vaegt"] = column.formula.replace("{boern}", "{boern_taerskel}")
    heading = HEADINGS_AFTER.get(column.key, column.heading) if used.blended else column.heading
    formula = formulas.get(column.key, column.formula)
    for key in used.own if column.key in ("lo", "hi") else ():
        formula = formula.replace(f"{{p.{key}}}", f"{{{EGNE[key].key}}}")
    return column._replace(heading=heading, formula=formula)


def least(bounds: tuple[Bound, ...], paid: str) -> str:
    """The largest of the minimum and the parts' lower bounds in whole units; where it is above the cap, the cap."""
    parts = ['IF(OR({p.minimum}="",{vaegt}=0),0,{p.minimum})']
    parts += [in_use(bound, "0", paid) for bound in bounds if not bound.is_cap]
    whole = f"{{p.enhed}}*ROUNDUP(ROUND(MAX({','.join(parts)})/{{p.enhed}},{{p.decimaler}}),0)"
    return f'MIN({whole},IF({{hi}}="",9E+99,{{hi}}))'


def most(bounds: tuple[Bound, ...], paid: str) -> str:
    """The smallest of the cap and the parts' upper bounds in whole units; blank where there is none of them."""
    caps = [bound for bound in bounds if bound.is_cap]
    parts = ['IF({p.loft}="",9E+99,{p.loft}*{boern})', *(in_use(bound, "9E+99", paid) for bound in caps)]
    whole = f"{{p.enhed}}*INT(ROUND(MIN({','.join(parts)})/{{p.enhed}},{{p.decimaler}}))"
    none = ['{p.loft}=""', *(bound.none for bound in caps)]
    return f'IF(AND({",".join(none)}),"",{whole})' if all(none) else whole


def in_use(bound: Bound, otherwise: str, paid: str) -> str:
    """What is left of a bound when what is paid besides is taken from it."""
    left = bound.formula + paid
    return f"IF({bound.none},{otherwise},{left})" if bound.none else left
