"""The sheet "Fordel opsætning": the settings as data.

A setting that points at cells lives in a workbook-level defined name, `Fordel_<key>`, and that name's target is the
truth: it follows inserted rows, and every host can read it. A setting with a value of its own has the same kind of
name, pointing at its value cell on this sheet.
"""

from __future__ import annotations

from typing import NamedTuple

NOEGLE = "opsaetning"
ARK = "Fordel opsætning"
SKEMAVERSION = 2
NAVN = "Fordel_"

OMRAADE = "område"  # a column of the user's, one cell an institution (or a child)
CELLE = "celle"  # one cell: the user's, or the value cell on this sheet

# The columns of the table of institutions.
TABLE_COLUMNS = ("navn", "gruppe", "modtager", "erstatter", "boern_0_2", "boern_3_5", "boern", "maaneder", "belastning",
                 "noegle", "noegle_aendring", "noegle_grund", "fast", "fast_virkning", "fast_grund", "grundbudget",
                 "sidste_aar", "udmeldt", "ansoegt", "loft_kolonne", "minimum_kolonne")
TEXT_COLUMNS = ("navn", "gruppe", "modtager", "erstatter", "noegle_grund", "fast_virkning", "fast_grund")
POOLS = ("pulje", "pulje_2", "pulje_3")  # added up, and distributed as one
# A bound that is one number for all, and the column it may stand in for each.
OWN_BOUNDS = {"loft": "loft_kolonne", "minimum": "minimum_kolonne"}
# What stands in kr., 1.000 kr. or mio. kr.
AMOUNT_COLUMNS = ("fast", "grundbudget", "sidste_aar", "udmeldt", "ansoegt")
AMOUNTS = ("pulje", *AMOUNT_COLUMNS)
# The criteria that stand beside the institutions on a sheet of counts and on one of children.
CRITERIA = {"antal_institution": "antal_kriterier", "barn_institution": "barn_kriterier"}
# The column that must stand beside a column of names on a sheet of its own.
BESIDE = {**CRITERIA, "score_institution": "score"}
# The settings of one value that only one kind of key has.
ONLY_WITH = {"metode": "barn_institution", "mindst_kriterier": "barn_institution", "erstat": "antal_institution",
             "samling": "antal_institution"}
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
ANTAL, VAEGTET = "antal", "vægtet"
UNIKKE, KRITERIER, BEGGE = "unikke", "kriterier", "begge"  # how children are counted
# How the columns of a delivery become one key.
SUM, VURDERING, SAMMENVEJET, GENNEMSNIT, MAKS = "sum", "vurdering", "sammenvejet", "gennemsnit", "maks"
AAR = (GENNEMSNIT, MAKS)  # the columns are years
MODTAGER, INSTITUTION = "modtager", "institution"
OVEN_I, I_STEDET_FOR = "oven i", "i stedet for"
TUSIND, DECIMAL = "tusind", "decimal"
TILDELING, BESPARELSE = "tildeling", "besparelse"
STILLINGER, TIMER = "stillinger", "timer"
VALG: dict[str, tuple[str, ...]] = {
    "grundlag": tuple(GRUNDLAG), "metode": (UNIKKE, KRITERIER, BEGGE), "taerskeltype": ("fuld", "over"),
    "boern_til_taerskel": (ANTAL, VAEGTET), "boern_til_kr": (VAEGTET, ANTAL), "taerskel_paa": (MODTAGER, INSTITUTION),
    "samling": (SUM, VURDERING, SAMMENVEJET, GENNEMSNIT, MAKS),
    "punktum": (TUSIND, DECIMAL), "retning": (TILDELING, BESPARELSE),
    "normering_i": (STILLINGER, TIMER),
    **{f"enhed_{key}": tuple(ENHEDER) for key in AMOUNTS},
}

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


def _unit(key: str, what: str) -> Setting:
    return Setting(f"enhed_{key}", f"{what} står i", CELLE, "kr., 1.000 kr. eller mio. kr. Resultatet er altid i kr.",
                   "kr.", "tekst")


AFSNIT: tuple[tuple[str, tuple[Setting, ...]], ...] = (
    ("Hvem der kan få", (
        Setting("navn", "Institutioner", OMRAADE,
                "Kolonnen med navne, fra første institution til og med totalen. Gruppe- og sumrækker springes over."),
        Setting("gruppe", "Gruppe", OMRAADE, "Kolonnen med område eller distrikt, hvis der er en."),
        Setting("modtager", "Modtager", OMRAADE,
                "Hvem pengene gives til, fx dagtilbuddet. Tom celle: institutionen selv. Rækker med samme modtager "
                "lægges sammen."),
        Setting("erstatter", "Erstatter", OMRAADE,
                "De gamle institutioner, rækken erstatter, adskilt af semikolon. Deres beløb sidste år lægges til."),
    )),
    ("Børn", (
        Setting("boern_0_2", "0-2-årige", OMRAADE, "Antal 0-2-årige i hver institution."),
        Setting("boern_3_5", "3-5-årige", OMRAADE, "Antal 3-5-årige i hver institution."),
        Setting("boern", "Børn i alt", OMRAADE, "Antal børn, hvis de ikke er delt på alder."),
        Setting("maaneder", "Måneder i drift", OMRAADE,
                "0-12, tom er 12. Børn og nøgle ganges med måneder / 12 (helårsbørn)."),
        Setting("vaegt", "Vægt for 0-2-årige", CELLE,
                "Vægtede børn = vægt x 0-2-årige + 3-5-årige. 1 betyder, at alle børn tæller ens. "
                "KORA 2017 bruger 1,8."),
        Setting("boern_til_taerskel", "Børn til tærskel", CELLE,
                '"antal": tærsklen er en andel af børnene som hoveder. "vægtet": af de vægtede børn. Ved belastning '
                "pr. barn sammenlignes belastningen selv med tærsklen.", ANTAL, "tekst"),
        Setting("boern_til_kr", "Børn til kr. pr. barn", CELLE,
                '"vægtet" eller "antal": børnene i kr. pr. barn og i loftet, og dem, en belastning pr. barn ganges '
                "med.", VAEGTET, "tekst"),
    )),
    ("Nøglen", (
        Setting("grundlag", "Nøglen laves af", CELLE,
                '"belastning" (x børn), "nøgle" (færdig), "leverede antal" (børn pr. kriterium), "børneark" (kriterier '
                'pr. barn) eller "score pr. barn" (gennemsnit x børn).', None, "tekst"),
        Setting("belastning", "Belastning pr. barn", OMRAADE,
                "Sandsynlighed, score eller andel i hver institution. Nøglen er belastning x børn til kr. pr. barn."),
        Setting("noegle", "Nøgle", OMRAADE, "Færdig nøgle i hver institution, fx antal udsatte børn."),
        Setting("noegle_aendring", "Nøgle: ændring", OMRAADE,
                "Et tal med fortegn, der lægges til den færdige nøgle, fx 2 eller -1,5. Vises på resultatet, også "
                "uden."),
        Setting("noegle_grund", "Nøgle: begrundelse", OMRAADE,
                "Hvorfor nøglen er ændret. Vises på resultatet; skal være udfyldt, hvor der er en ændring."),
        Setting("antal_institution", "Leverede antal: institution", OMRAADE,
                "Navnet på institutionen, en række pr. institution, fx i leverancen fra Danmarks Statistik."),
        Setting("antal_kriterier", "Leverede antal: kriterier", OMRAADE,
                "Antal børn, der opfylder kriteriet, en kolonne pr. kriterium. Nøglen er vægt x antal, lagt sammen."),
        Setting("samling", "Leverede antal: samles ved", CELLE,
                '"sum": vægt x antal, lagt sammen (distrikter: vægten er distriktets belastning). "vurdering": vægt x '
                'point, x børn. "sammenvejet": hver kolonne gøres til andele og vejes. "gennemsnit" eller "maks" '
                "(første eller sidste): kolonnerne er år.", SUM, "tekst"),
        Setting("erstat", "Skjulte antal (.. og <3) tæller", CELLE,
                "Det tal, der regnes med, hvor leverancen skjuler et lille antal. Skal angives, hvis der er nogen; "
                '"-" er ingen børn.'),
        Setting("barn_institution", "Børneark: barnets institution", OMRAADE,
                "En række pr. barn: navnet på barnets institution."),
        Setting("barn_kriterier", "Børneark: kriterier", OMRAADE,
                "En række pr. barn, en kolonne pr. kriterium: 1/0, ja/nej eller x."),
        Setting("score_institution", "Score pr. barn: barnets institution", OMRAADE,
                "En række pr. barn: navnet på barnets institution."),
        Setting("score", "Score pr. barn: score", OMRAADE,
                "En række pr. barn: sandsynlighed eller score, mindst 0. Nøglen er institutionens gennemsnit x børn "
                "til kr. pr. barn."),
        Setting("metode", "Optælling", CELLE,
                '"unikke": børn, der opfylder mindst det antal kriterier, der står nedenfor. "kriterier": alle '
                'opfyldte kriterier tælles. "begge": de to antal lagt sammen.', UNIKKE, "tekst"),
        Setting("mindst_kriterier", "Mindst antal kriterier", CELLE,
                "Hvor mange kriterier et barn mindst skal opfylde for at tælle med som unikt (ikke ved kriterier)."),
    )),
    ("Penge", (
        Setting("pulje", "Pulje", CELLE, "Beløbet, der skal fordeles.", None, "kr_oere"),
        Setting("retning", "Pengene er en", CELLE,
                '"tildeling": puljen gives. "besparelse": puljen skal findes, og beløbene trækkes fra grundbudgettet.',
                TILDELING, "tekst"),
        Setting("hoejst_andel", "Besparelse, højst af grundbudgettet", CELLE,
                "Den største andel af sit grundbudget, nogen skal spare, fx 3 %. Kun ved besparelse. Tom betyder ingen "
                "grænse.", None, "pct"),
        Setting("pulje_2", "Pulje 2, lægges til", CELLE, "En pulje mere, hvis flere puljer fordeles samlet.", None,
                "kr_oere"),
        Setting("pulje_3", "Pulje 3, lægges til", CELLE, "Endnu en pulje.", None, "kr_oere"),
        Setting("centralt", "Central pulje, af toppen", CELLE,
                "Et beløb, der tages af puljen, før der fordeles, fx til kompetenceudvikling. Står i samme enhed som "
                "puljen.", None, "kr_oere"),
        _unit("pulje", "Puljen"),
        Setting("fast", "Fast beløb", OMRAADE,
                "Et beløb, der er bestemt på forhånd. Det betales først, og resten fordeles efter nøglen."),
        Setting("fast_virkning", "Fast beløb: virkning", OMRAADE,
                '"oven i": institutionen er også med i fordelingen. "i stedet for": den får kun det faste beløb.'),
        Setting("fast_grund", "Fast beløb: begrundelse", OMRAADE, "Hvorfor. Vises på resultatet; skal være udfyldt."),
        _unit("fast", "Faste beløb"),
        Setting("ansoegt", "Ansøgt beløb", OMRAADE,
                "Ingen får mere, end der er ansøgt om. Er det ansøgte også nøglen, skæres alle forholdsmæssigt."),
        _unit("ansoegt", "Ansøgte beløb"),
        Setting("taerskel", "Tærskel", CELLE,
                "Institutioner med lavere belastning får intet. Tom betyder ingen tærskel.", None, "pct"),
        Setting("taerskel_paa", "Tærsklen prøves på", CELLE,
                '"modtager": den samlede belastning hos modtageren. "institution": hver institution for sig.',
                MODTAGER, "tekst"),
        Setting("taerskeltype", "Tærskeltype", CELLE,
                '"fuld": når tærsklen er nået, tæller hele nøglen. "over": kun det, der ligger over tærsklen.',
                "fuld", "tekst"),
        Setting("loft", "Loft, kr. pr. barn", CELLE,
                "Det højeste, en institution kan få pr. barn. Tom betyder intet loft.", None, "kr_oere"),
        Setting("minimum", "Minimum, kr. pr. institution", CELLE,
                "Det mindste, en institution med nøgle over nul får. Tom betyder intet minimum.", None, "kr_oere"),
        Setting("loft_kolonne", "Loft i en kolonne", OMRAADE,
                "Det højeste hver institution kan få pr. barn, i kr. Tom celle: intet loft. I stedet for ét loft."),
        Setting("minimum_kolonne", "Minimum i en kolonne", OMRAADE,
                "Det mindste hver institution med nøgle over nul får, i kr. Tom celle: intet minimum. I stedet for ét "
                "minimum."),
        Setting("garanti", "Garanti, mindst af sidste år", CELLE,
                "Den mindste andel af sidste års tildeling, fx 95 %. Gælder også den, der intet får efter nøglen. Tom "
                "betyder ingen garanti.", None, "pct"),
        Setting("hoejst", "Højst af sidste år", CELLE,
                "Den største andel af sidste års tildeling, fx 110 %. Tom betyder ingen grænse.", None, "pct"),
        Setting("andel_nyt", "Indfasning, andel ny fordeling", CELLE,
                "Hvor meget den nye fordeling tæller, fx =1/3 det første af tre år eller =5/12 fra august. Resten er "
                "sidste års tildeling. Tom betyder hele den nye fordeling.", None, "pct2"),
        Setting("afrunding", "Afrunding, kr.", CELLE, "Beløbene bliver hele antal af dette: 1 er hele kroner.", 1),
    )),
    # Found by no label: budgets have such pay for other ends, and a result does not get columns nobody asked for.
    ("Normering", (
        Setting("loen_paedagog", "Årsløn, pædagog", CELLE,
                "Kr. for en fuldtidsstilling. Er den udfyldt, viser resultatet, hvor mange stillinger hvert beløb "
                "rækker til.", None, "kr_oere"),
        Setting("loen_medhjaelper", "Årsløn, medhjælper", CELLE,
                "Kr. for en fuldtidsstilling. Skal med, når andelen af pædagoger er under 1.", None, "kr_oere"),
        Setting("andel_paedagoger", "Andel pædagoger", CELLE,
                "Andel af stillingerne, fx 60 %. Tom er 100 %; er der en årsløn for medhjælpere, skal den udfyldes.",
                None, "pct"),
        Setting("normering_i", "Normering vises i", CELLE,
                '"stillinger" på fuld tid eller "timer" om ugen, 37 pr. stilling.', STILLINGER, "tekst"),
    )),
    ("Til sammenligning", (
        Setting("grundbudget", "Grundbudget", OMRAADE, "Budgettet uden den socioøkonomiske tildeling."),
        _unit("grundbudget", "Grundbudgettet"),
        Setting("sidste_aar", "Sidste års tildeling", OMRAADE, "Den socioøkonomiske tildeling sidste år."),
        _unit("sidste_aar", "Sidste års tildeling"),
        Setting("pl", "Pl-sats for sidste års tildeling", CELLE,
                "Sidste års tildeling ganges med 1 + satsen, før den sammenlignes og bruges til garanti. 0,032 er "
                "3,2 %.", None, "pct2"),
        Setting("udmeldt", "Udmeldt tidligere", OMRAADE,
                "Det, der allerede er udmeldt eller udbetalt for samme år. Efterregulering er tildelingen minus det; "
                "tom celle er 0."),
        _unit("udmeldt", "Udmeldt tidligere"),
    )),
    ("Små antal", (
        Setting("mindste_antal", "Mindste antal, der vises", CELLE,
                "Et antal børn under dette må ikke kunne læses eller regnes ud. Mindst 3; tom er 5. Flytter ingen "
                "beløb.", 5, "helt"),
        Setting("mindste_valgt_af", "Mindste antal: valgt af", CELLE, "Hvem der har valgt det, fx Børneudvalget.", None,
                "tekst"),
        Setting("mindste_dato", "Mindste antal: dato", CELLE, "Hvornår det er valgt, fx 12.03.2026.", None, "tekst"),
    )),
    ("Udgave og læsning", (
        Setting("udgave", "Udgave", CELLE,
                "Fx høring eller endelig. Bliver en del af arkenes navne, så tidligere udgaver bliver stående. "
                "Højst 11 tegn.", None, "tekst"),
        Setting("punktum", "Tekst som 1.234 betyder", CELLE,
                '"tusind": 1234. "decimal": 1,234. Kun nødvendigt, hvor tal står som tekst og kan læses på to måder.',
                None, "tekst"),
    )),
)

SETTINGS: dict[str, Setting] = {setting.key: setting for _, settings in AFSNIT for setting in settings}
# What this sheet holds besides: one weight a criterion, and what the user has answered.
KRITERIEVAEGTE, SVAR = NAVN + "kriterievaegte", NAVN + "svar"
