"""The sheet "Fordel opsætning": the settings as data.

A setting that points at cells lives in a workbook-level defined name, `Fordel_<key>`, and that name's target is the
truth: it follows inserted rows, and every host can read it. A setting with a value of its own has the same kind of
name, pointing at its value cell on this sheet.
"""

from __future__ import annotations

from typing import NamedTuple

NOEGLE = "opsaetning"
ARK = "Fordel opsætning"
SKEMAVERSION = 1
NAVN = "Fordel_"

OMRAADE = "område"  # a column of the user's, one cell a recipient (or a child)
CELLE = "celle"  # one cell: the user's, or the value cell on this sheet

# The columns of the table of institutions.
TABLE_COLUMNS = ("navn", "gruppe", "boern_0_2", "boern_3_5", "boern", "belastning", "noegle", "grundbudget",
                 "sidste_aar")
# What 0-2-year-olds weigh where nothing is said: 1,8 when need per child is spread over weighted children (KORA 2017,
# tables 4.1-4.4); 1 when children are counted, because a threshold on counted children is a share of heads.
WEIGHT = {"belastning": 1.8, "noegle": 1.0, "barn_institution": 1.0}

HOVED = ("Indstilling", "Værdi", "Forklaring")
BREDDER = (34, 34, 88)


class Setting(NamedTuple):
    key: str
    label: str
    kind: str
    help: str
    default: str | float | None = None
    style: str = "tal"

    @property
    def name(self) -> str:
        """The defined name that carries it."""
        return NAVN + self.key


AFSNIT: tuple[tuple[str, tuple[Setting, ...]], ...] = (
    ("Hvem der kan få", (
        Setting("navn", "Institutioner", OMRAADE,
                "Kolonnen med navne, fra første institution til og med totalen. Gruppe- og sumrækker springes over."),
        Setting("gruppe", "Gruppe", OMRAADE, "Kolonnen med område eller distrikt, hvis der er en."),
    )),
    ("Børn", (
        Setting("boern_0_2", "0-2-årige", OMRAADE, "Antal 0-2-årige i hver institution."),
        Setting("boern_3_5", "3-5-årige", OMRAADE, "Antal 3-5-årige i hver institution."),
        Setting("boern", "Børn i alt", OMRAADE, "Antal børn, hvis de ikke er delt på alder."),
        Setting("vaegt", "Vægt for 0-2-årige", CELLE,
                "Vægtede børn = vægt x 0-2-årige + 3-5-årige. 1 betyder, at alle børn tæller ens. "
                "KORA 2017 bruger 1,8. Tærskel, loft og kr. pr. barn bruger det samme børnetal."),
    )),
    ("Nøglen", (
        Setting("belastning", "Belastning pr. barn", OMRAADE,
                "Sandsynlighed, score eller andel i hver institution. Nøglen er belastning x vægtede børn."),
        Setting("noegle", "Nøgle", OMRAADE, "Færdig nøgle i hver institution, fx antal udsatte børn."),
        Setting("barn_institution", "Børneark: barnets institution", OMRAADE,
                "En række pr. barn: navnet på barnets institution."),
        Setting("barn_kriterier", "Børneark: kriterier", OMRAADE,
                "En række pr. barn, en kolonne pr. kriterium: 1/0, ja/nej eller x."),
        Setting("metode", "Optælling", CELLE,
                '"unikke": børn, der opfylder mindst det antal kriterier, der står nedenfor. '
                '"kriterier": alle opfyldte kriterier tælles.', "unikke", "tekst"),
        Setting("mindst_kriterier", "Mindst antal kriterier", CELLE,
                "Hvor mange kriterier et barn mindst skal opfylde for at tælle med (kun ved unikke børn)."),
    )),
    ("Penge", (
        Setting("pulje", "Pulje", CELLE, "Beløbet, der skal fordeles, i kr.", None, "kr_oere"),
        Setting("taerskel", "Tærskel", CELLE,
                "Institutioner med lavere belastning får intet. Tom betyder ingen tærskel.", None, "pct"),
        Setting("taerskeltype", "Tærskeltype", CELLE,
                '"fuld": når tærsklen er nået, tæller hele nøglen. "over": kun det, der ligger over tærsklen.',
                "fuld", "tekst"),
        Setting("loft", "Loft, kr. pr. barn", CELLE,
                "Det højeste, en institution kan få pr. barn. Tom betyder intet loft.", None, "kr_oere"),
        Setting("minimum", "Minimum, kr. pr. institution", CELLE,
                "Det mindste, en institution med nøgle over nul får. Tom betyder intet minimum.", None, "kr_oere"),
        Setting("afrunding", "Afrunding, kr.", CELLE, "Beløbene bliver hele antal af dette: 1 er hele kroner.", 1),
    )),
    ("Til sammenligning", (
        Setting("grundbudget", "Grundbudget", OMRAADE, "Budgettet uden den socioøkonomiske tildeling, i kr."),
        Setting("sidste_aar", "Sidste års tildeling", OMRAADE, "Den socioøkonomiske tildeling sidste år, i kr."),
    )),
)

SETTINGS: dict[str, Setting] = {setting.key: setting for _, settings in AFSNIT for setting in settings}
