"""The sheet "Fordel opsætning": the settings as data.

A setting that points at cells lives in a workbook-level defined name, `Fordel_<key>`, and that name's target is the
truth: it follows inserted rows, and every host can read it. A setting with a value of its own has the same kind of
name, pointing at its value cell on this sheet.
"""

from __future__ import annotations

from dataclasses import fields

from workbook_templates.indstillinger import (
    ANDEL,
    ANTAL,
    BEGGE,
    BELOEBET,
    BESPARELSE,
    DECIMAL,
    EFTER_NOEGLE,
    GENNEMSNIT,
    GRUPPE,
    INSTITUTION,
    KRITERIER,
    LIGE_AFSLAG,
    MAKS,
    MED,
    MODTAGER,
    NAVN,
    POINT,
    PR_BARN,
    PRIORITET,
    PROCENT,
    SAMMENVEJET,
    STILLINGER,
    SUM,
    TILDELING,
    TIMER,
    TUSIND,
    UDEN,
    UNIKKE,
    VAEGTET,
    VURDERING,
    Indstillinger,
    Setting,
)
from workbook_templates.sagsoplysninger import FAST_SATS, LUKKET, SAG

NOEGLE = "opsaetning"
ARK = "Fordel opsætning"
SKEMAVERSION = 2

# The columns of the table of institutions.
TABLE_COLUMNS = ("navn", "gruppe", "modtager", "erstatter", "boern_0_2", "boern_3_5", "boern", "maaneder", "belastning",
                 "noegle", "noegle_aendring", "noegle_grund", "fast", "fast_virkning", "fast_grund", "grundbudget",
                 "grundbudget_andet", "sidste_aar", "udmeldt", "ansoegt", "grundbeloeb_kolonne", "loft_kolonne",
                 "minimum_kolonne", "noegletal_med", "noegletal_uden", "type", "prioritet", "boern_foer")
TEXT_COLUMNS = ("navn", "gruppe", "modtager", "erstatter", "noegle_grund", "fast_virkning", "fast_grund",
                "noegletal_med", "noegletal_uden", "type")
POOLS = ("pulje", "pulje_2", "pulje_3")  # added up, and distributed as one
# A bound that is one number for all, and the column it may stand in for each.
OWN_BOUNDS = {"loft": "loft_kolonne", "minimum": "minimum_kolonne"}
ONE_OR_EACH = {**OWN_BOUNDS, "grundbeloeb": "grundbeloeb_kolonne"}  # and what else may be one number, or one for each
# What stands in kr., 1.000 kr. or mio. kr.
AMOUNT_COLUMNS = ("fast", "grundbudget", "grundbudget_andet", "sidste_aar", "udmeldt", "ansoegt",
                  "grundbeloeb_kolonne")
AMOUNTS = ("pulje", *AMOUNT_COLUMNS)
# The criteria that stand beside the institutions on a sheet of counts and on one of children.
CRITERIA = {"antal_institution": "antal_kriterier", "barn_institution": "barn_kriterier"}
# The column that must stand beside a column of names on a sheet of its own.
BESIDE = {**CRITERIA, "score_institution": "score"}
# The settings of one value that only one kind of key has.
ONLY_WITH = {"metode": "barn_institution", "mindst_kriterier": "barn_institution", "erstat": "antal_institution",
             "samling": "antal_institution", "belastning_i": "belastning"}
# What is said of a column of amounts, and is nothing without it.
OF_COLUMN = {**{f"enhed_{key}": key for key in AMOUNTS}, "fast_i_noegletal": "fast"}
# The keys that are a burden per child, times the children.
BURDENS = ("belastning", "score_institution")
# What 0-2-year-olds weigh where nothing is said: 1,8 when need per child is spread over weighted children (KORA 2017,
# tables 4.1-4.4); 1 when children are counted, because a threshold on counted children is a share of heads.
WEIGHT = {"belastning": 1.8, "noegle": 1.0, "antal_institution": 1.0, "barn_institution": 1.0,
          "score_institution": 1.8}

DATOER = ("mindste_dato",)  # a date, as text
# The words of the settings that are a choice; the first is the default.
GRUNDLAG = {"belastning": "belastning", "nøgle": "noegle", "leverede antal": "antal_institution",
            "børneark": "barn_institution", "score pr. barn": "score_institution"}
ENHEDER = {"kr.": 1, "1.000 kr.": 1_000, "mio. kr.": 1_000_000}
VALG: dict[str, tuple[str, ...]] = {
    "grundlag": tuple(GRUNDLAG), "metode": (UNIKKE, KRITERIER, BEGGE), "taerskeltype": ("fuld", "over"),
    "boern_til_taerskel": (ANTAL, VAEGTET), "boern_til_kr": (VAEGTET, ANTAL),
    "taerskel_paa": (MODTAGER, INSTITUTION, GRUPPE),
    "samling": (SUM, VURDERING, SAMMENVEJET, GENNEMSNIT, MAKS),
    "punktum": (TUSIND, DECIMAL), "retning": (TILDELING, BESPARELSE),
    "belastning_i": (ANDEL, PROCENT, POINT), "normering_i": (STILLINGER, TIMER),
    "fast_i_noegletal": (UDEN, MED), "ansoegninger_deles": (EFTER_NOEGLE, LIGE_AFSLAG, PRIORITET),
    "garanti_gaelder": (BELOEBET, PR_BARN), "efterregulering_som": (LUKKET, FAST_SATS),
    **{f"enhed_{key}": tuple(ENHEDER) for key in AMOUNTS},
}

HOVED = ("Indstilling", "Værdi", "Forklaring")
BREDDER = (34, 34, 100)


# The first setting under each heading of the sheet.
OVERSKRIFTER = {
    "navn": "Hvem der kan få",
    "boern_0_2": "Børn",
    "grundlag": "Nøglen",
    "pulje": "Penge",
    "loen_paedagog": "Normering",
    "grundbudget": "Til sammenligning",
    "mindste_antal": "Små antal",
    "udgave": "Udgave og læsning",
    SAG[0]: "Sagsoplysninger",
    "krav": "Udmelding",
}


SETTINGS: dict[str, Setting] = {
    line.name: Setting(*line.metadata["setting"])._replace(key=line.name)
    for line in sorted(fields(Indstillinger), key=lambda line: line.name in SAG)}  # the case last


def _sections() -> tuple[tuple[str, tuple[Setting, ...]], ...]:
    found: dict[str, list[Setting]] = {}
    heading = ""
    for key, each in SETTINGS.items():
        heading = OVERSKRIFTER.get(key, heading)
        found.setdefault(heading, []).append(each)
    return tuple((heading, tuple(settings)) for heading, settings in found.items())


AFSNIT = _sections()
# What this sheet holds besides: one weight a criterion, and what the user has answered.
KRITERIEVAEGTE, SVAR = NAVN + "kriterievaegte", NAVN + "svar"
