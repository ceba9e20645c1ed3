"""The settings of a run: one frozen class, a line a setting, with what the sheet "Fordel opsætning" says of each.

The list of settings is the class's fields, so that what is listed is what is typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workbook_templates.sagsoplysninger import Udmeldingsord
from workbook_templates.setting import CELLE as CELLE
from workbook_templates.setting import NAVN as NAVN
from workbook_templates.setting import OMRAADE as OMRAADE
from workbook_templates.setting import Setting as Setting
from workbook_templates.setting import column, setting, unit

ANTAL, VAEGTET = "antal", "vægtet"
UNIKKE, KRITERIER, BEGGE = "unikke", "kriterier", "begge"  # how children are counted
# How the columns of a delivery become one key.
SUM, VURDERING, SAMMENVEJET, GENNEMSNIT, MAKS = "sum", "vurdering", "sammenvejet", "gennemsnit", "maks"
AAR = (GENNEMSNIT, MAKS)  # the columns are years
MODTAGER, INSTITUTION, GRUPPE = "modtager", "institution", "gruppe"
OVEN_I, I_STEDET_FOR = "oven i", "i stedet for"
TUSIND, DECIMAL = "tusind", "decimal"
UDEN, MED = "uden", "med"  # of key figures
TILDELING, BESPARELSE = "tildeling", "besparelse"
STILLINGER, TIMER = "stillinger", "timer"
BELOEBET, PR_BARN = "beløbet", "pr. barn"  # what a guarantee is a share of
EFTER_NOEGLE, LIGE_AFSLAG, PRIORITET = "nøgle", "lige afslag", "prioritet"  # how applications are shared

ANDEL, PROCENT, POINT = "andel", "procent", "point"  # what a burden stands in


@dataclass(frozen=True)
class Indstillinger(Udmeldingsord):
    """The settings of a run, a line each, in the order of the sheet, and last those of the case: what is not said is
    None."""

    # Hvem der kan få
    navn: None = column(
        "Institutioner",
        "Kolonnen med navne, fra første institution til og med totalen. Gruppe- og sumrækker springes over.")
    gruppe: None = column("Gruppe", "Kolonnen med område eller distrikt, hvis der er en.")
    modtager: None = column(
        "Modtager",
        "Hvem pengene gives til, fx dagtilbuddet. Tom celle: institutionen selv. Rækker med samme modtager "
        "lægges sammen.")
    erstatter: None = column(
        "Erstatter",
        "De gamle institutioner, rækken erstatter, adskilt af semikolon. Deres beløb sidste år lægges til.")
    type: None = column(
        "Type", "Hvad hver institution er, fx kommunal eller selvejende. Bruges kun sammen med Med.")
    med: str | None = setting(
        "Med",
        "De typer, der er med, med komma imellem, fx kommunal, selvejende. De andre får intet og tæller ikke med. "
        "Tom: alle er med.", style="tekst")
    # Børn
    boern_0_2: None = column("0-2-årige", "Antal 0-2-årige i hver institution.")
    boern_3_5: None = column("3-5-årige", "Antal 3-5-årige i hver institution.")
    boern: None = column("Børn i alt", "Antal børn, hvis de ikke er delt på alder.")
    maaneder: None = column("Måneder i drift", "0-12, tom er 12. Børn og nøgle ganges med måneder / 12 (helårsbørn).")
    vaegt: float = setting(
        "Vægt for 0-2-årige",
        "Vægtede børn = vægt x 0-2-årige + 3-5-årige. 1 betyder, at alle børn tæller ens. KORA 2017 bruger "
        "1,8.")
    boern_til_taerskel: str = setting(
        "Børn til tærskel",
        '"antal": tærsklen er en andel af børnene som hoveder. "vægtet": af de vægtede børn. Ved belastning '
        "pr. barn sammenlignes belastningen selv med tærsklen.", default=ANTAL, style="tekst")
    boern_til_kr: str = setting(
        "Børn til kr. pr. barn",
        '"vægtet" eller "antal": børnene i kr. pr. barn og i loftet, og dem, en belastning pr. barn ganges '
        "med.", default=VAEGTET, style="tekst")
    # Nøglen
    grundlag: str | None = setting(
        "Nøglen laves af",
        '"belastning" (x børn), "nøgle" (færdig), "leverede antal" (børn pr. kriterium), "børneark" '
        '(kriterier pr. barn) eller "score pr. barn" (gennemsnit x børn).', style="tekst")
    belastning: None = column(
        "Belastning pr. barn",
        "Sandsynlighed, score eller andel i hver institution. Nøglen er belastning x børn til kr. pr. barn.")
    belastning_i: str = setting(
        "Belastningen står som",
        '"andel": 0,12 eller 12 %. "procent": 12 er 12 %. "point": point pr. barn, ikke andele.', default=ANDEL,
        style="tekst")
    noegle: None = column("Nøgle", "Færdig nøgle i hver institution, fx antal udsatte børn.")
    noegle_aendring: None = column(
        "Nøgle: ændring",
        "Et tal med fortegn, der lægges til den færdige nøgle, fx 2 eller -1,5. Vises på resultatet, også "
        "uden.")
    noegle_grund: None = column(
        "Nøgle: begrundelse",
        "Hvorfor nøglen er ændret. Vises på resultatet; skal være udfyldt, hvor der er en ændring.")
    antal_institution: None = column(
        "Leverede antal: institution",
        "Navnet på institutionen, en række pr. institution, fx i leverancen fra Danmarks Statistik.")
    antal_kriterier: None = column(
        "Leverede antal: kriterier",
        "Antal børn, der opfylder kriteriet, en kolonne pr. kriterium. Nøglen er vægt x antal, lagt sammen.")
    samling: str = setting(
        "Leverede antal: samles ved",
        '"sum": vægt x antal, lagt sammen (distrikter: vægten er distriktets belastning). "vurdering": vægt x'
        ' point, x børn. "sammenvejet": hver kolonne gøres til andele og vejes. "gennemsnit" eller "maks" '
        "(første eller sidste): kolonnerne er år.", default=SUM, style="tekst")
    erstat: float | None = setting(
        "Skjulte antal (.. og <3) tæller",
        "Det tal, der regnes med, hvor leverancen skjuler et lille antal. Skal angives, hvis der er nogen; "
        '"-" er ingen børn.')
    barn_institution: None = column(
        "Børneark: barnets institution",
        "En række pr. barn: navnet på barnets institution.")
    barn_kriterier: None = column(
        "Børneark: kriterier",
        "En række pr. barn, en kolonne pr. kriterium: 1/0, ja/nej eller x.")
    score_institution: None = column(
        "Score pr. barn: barnets institution",
        "En række pr. barn: navnet på barnets institution.")
    score: None = column(
        "Score pr. barn: score",
        "En række pr. barn: sandsynlighed eller score, mindst 0. Nøglen er institutionens gennemsnit x børn "
        "til kr. pr. barn.")
    metode: str = setting(
        "Optælling",
        '"unikke": børn, der opfylder mindst det antal kriterier, der står nedenfor. "kriterier": alle '
        'opfyldte kriterier tælles. "begge": de to antal lagt sammen.', default=UNIKKE, style="tekst")
    mindst_kriterier: float | None = setting(
        "Mindst antal kriterier",
        "Hvor mange kriterier et barn mindst skal opfylde for at tælle med som unikt (ikke ved kriterier).")
    # Penge
    pulje: float | None = setting("Pulje", "Beløbet, der skal fordeles.", style="kr_oere")
    retning: str = setting(
        "Pengene er en",
        '"tildeling": puljen gives. "besparelse": puljen skal findes, og beløbene trækkes fra grundbudgettet.',
        default=TILDELING, style="tekst")
    hoejst_andel: float | None = setting(
        "Besparelse, højst af grundbudgettet",
        "Den største andel af sit grundbudget, nogen skal spare, fx 3 %. Kun ved besparelse. Tom betyder "
        "ingen grænse.", style="pct")
    pulje_2: float | None = setting(
        "Pulje 2, lægges til",
        "En pulje mere, hvis flere puljer fordeles samlet.", style="kr_oere")
    pulje_3: float | None = setting("Pulje 3, lægges til", "Endnu en pulje.", style="kr_oere")
    centralt: float | None = setting(
        "Central pulje, af toppen",
        "Et beløb, der tages af puljen, før der fordeles, fx til kompetenceudvikling. Står i samme enhed som "
        "puljen.", style="kr_oere")
    centralt_andel: float | None = setting(
        "Central pulje, andel af rammen",
        "Den del af puljen, der tages af toppen, fx 99 % af 100 mio.; resten fordeles. I stedet for et beløb.",
        style="pct2")
    centralt_formaal: str | None = setting(
        "Central pulje: formål", "Hvad den er til, fx kompetenceudvikling. Står på siden; flytter ingen beløb.",
        style="tekst")
    enhed_pulje: str = unit("Puljen")
    fast: None = column(
        "Fast beløb",
        "Et beløb, der er bestemt på forhånd. Det betales først, og resten fordeles efter nøglen.")
    fast_virkning: None = column(
        "Fast beløb: virkning",
        '"oven i": institutionen er også med i fordelingen. "i stedet for": den får kun det faste beløb.')
    fast_grund: None = column("Fast beløb: begrundelse", "Hvorfor. Vises på resultatet; skal være udfyldt.")
    enhed_fast: str = unit("Faste beløb")
    grundbeloeb: float | None = setting(
        "Grundbeløb, kr. pr. modtager",
        "Et beløb til hver modtager, før nøglen bruges; også til den, der intet får efter nøglen. Tom betyder intet "
        "grundbeløb.", style="kr_oere")
    grundbeloeb_kolonne: None = column(
        "Grundbeløb i en kolonne",
        "Det, hver institution får, før nøglen bruges. Tom celle: intet. I stedet for ét grundbeløb.")
    enhed_grundbeloeb_kolonne: str = unit("Grundbeløb i en kolonne")
    ansoegt: None = column(
        "Ansøgt beløb",
        "Ingen får mere, end der er ansøgt om. Er det ansøgte også nøglen, skæres alle forholdsmæssigt.")
    enhed_ansoegt: str = unit("Ansøgte beløb")
    ansoegninger_deles: str = setting(
        "Ansøgninger deles",
        '"nøgle": efter nøglen, op til det ansøgte. "lige afslag": lige meget trukket fra alle. "prioritet": i den '
        "rækkefølge, kolonnen Prioritet siger. De to sidste går efter det ansøgte alene.", default=EFTER_NOEGLE,
        style="tekst")
    prioritet: None = column(
        "Prioritet",
        "Hele tal, hvor ansøgninger deles ved prioritet: 1 får det hele før 2. Ens tal deler forholdsmæssigt.")
    taerskel: float | None = setting(
        "Tærskel",
        "Institutioner med lavere belastning får intet. Tom betyder ingen tærskel.", style="pct")
    taerskel_paa: str = setting(
        "Tærsklen prøves på",
        '"modtager": den samlede belastning hos modtageren. "institution": hver institution for sig. "gruppe": den '
        "samlede i gruppen; når den tærsklen, tæller alle i den med.", default=MODTAGER, style="tekst")
    taerskeltype: str = setting(
        "Tærskeltype",
        '"fuld": når tærsklen er nået, tæller hele nøglen. "over": kun det, der ligger over tærsklen.', default="fuld",
        style="tekst")
    loft: float | None = setting(
        "Loft, kr. pr. barn",
        "Det højeste, en institution kan få pr. barn. Tom betyder intet loft.", style="kr_oere")
    minimum: float | None = setting(
        "Minimum, kr. pr. institution",
        "Det mindste, en institution med nøgle over nul får. Tom betyder intet minimum.", style="kr_oere")
    loft_kolonne: None = column(
        "Loft i en kolonne",
        "Det højeste hver institution kan få pr. barn, i kr. Tom celle: intet loft. I stedet for ét loft.")
    minimum_kolonne: None = column(
        "Minimum i en kolonne",
        "Det mindste hver institution med nøgle over nul får, i kr. Tom celle: intet minimum. I stedet for ét"
        " minimum.")
    garanti: float | None = setting(
        "Garanti, mindst af sidste år",
        "Den mindste andel af sidste års tildeling, fx 95 %. Gælder også den, der intet får efter nøglen. Tom"
        " betyder ingen garanti.", style="pct")
    hoejst: float | None = setting(
        "Højst af sidste år",
        "Den største andel af sidste års tildeling, fx 110 %. Tom betyder ingen grænse.", style="pct")
    garanti_gaelder: str = setting(
        "Garanti og højst gælder",
        '"beløbet": sidste års tildeling. "pr. barn": sidste års tildeling / børn sidste år x børn nu.',
        default=BELOEBET, style="tekst")
    boern_foer: None = column(
        "Børn sidste år", "Antal børn i hver institution sidste år, talt som i år. Kun til garanti og højst pr. barn.")
    andel_nyt: float | None = setting(
        "Indfasning, andel ny fordeling",
        "Hvor meget den nye fordeling tæller, fx =1/3 det første af tre år eller =5/12 fra august. Resten er "
        "sidste års tildeling. Tom betyder hele den nye fordeling.", style="pct2")
    afrunding: float = setting("Afrunding, kr.", "Beløbene bliver hele antal af dette: 1 er hele kroner.", default=1)
    # Normering
    loen_paedagog: float | None = setting(
        "Årsløn, pædagog",
        "Kr. for en fuldtidsstilling. Er den udfyldt, viser resultatet, hvor mange stillinger hvert beløb "
        "rækker til.", style="kr_oere")
    loen_medhjaelper: float | None = setting(
        "Årsløn, medhjælper",
        "Kr. for en fuldtidsstilling. Skal med, når andelen af pædagoger er under 1.", style="kr_oere")
    andel_paedagoger: float | None = setting(
        "Andel pædagoger",
        "Andel af stillingerne, fx 60 %. Tom er 100 %; er der en årsløn for medhjælpere, skal den udfyldes.",
        style="pct")
    normering_i: str = setting(
        "Normering vises i",
        '"stillinger" på fuld tid eller "timer" om ugen, 37 pr. stilling.', default=STILLINGER, style="tekst")
    # Til sammenligning
    grundbudget: None = column("Grundbudget", "Budgettet uden den socioøkonomiske tildeling.")
    enhed_grundbudget: str = unit("Grundbudgettet")
    grundbudget_andet: None = column(
        "Grundbudget, opgjort anderledes",
        "Samme budget med eller uden ledelse, administration og bygning. Vises ved siden af; flytter ingen beløb.")
    enhed_grundbudget_andet: str = unit("Det andet grundbudget")
    sidste_aar: None = column("Sidste års tildeling", "Den socioøkonomiske tildeling sidste år.")
    enhed_sidste_aar: str = unit("Sidste års tildeling")
    pl: float | None = setting(
        "Pl-sats for sidste års tildeling",
        "Sidste års tildeling ganges med 1 + satsen, før den sammenlignes og bruges til garanti. 0,032 er 3,2"
        " %.", style="pct2")
    udmeldt: None = column(
        "Udmeldt tidligere",
        "Det, der allerede er udmeldt eller udbetalt for samme år. Efterregulering er tildelingen minus det; "
        "tom celle er 0.")
    enhed_udmeldt: str = unit("Udmeldt tidligere")
    landsgennemsnit: float | None = setting(
        "Landsgennemsnit",
        "Belastningen på landsplan, målt som nøglens: så vises modtagernes indeks, hvor 1 er landet. Tom: vises ikke.")
    noegletal_med: None = column(
        "Med i nøgletal",
        "Ja eller nej: er institutionen med i faktor, kvartilfaktor og figur? KORA tæller ingen specialinstitutioner "
        "med.")
    noegletal_uden: None = column(
        "Uden for nøgletal", "Ja eller et kryds ved dem, der ikke er med i faktor, kvartilfaktor og figur.")
    fast_i_noegletal: str | None = setting(
        "Fast beløb i stedet for nøglen",
        '"uden" eller "med": om dem, der kun får et fast beløb, er uden for eller med i nøgletal. Flytter ingen beløb.',
        style="tekst")
    # Små antal
    mindste_antal: float = setting(
        "Mindste antal, der vises",
        "Et antal børn under dette må ikke kunne læses eller regnes ud. Mindst 3; tom er 5. Flytter ingen "
        "beløb.", default=5, style="helt")
    mindste_valgt_af: str | None = setting(
        "Mindste antal: valgt af",
        "Hvem der har valgt det, fx Børneudvalget.", style="tekst")
    mindste_dato: str | None = setting("Mindste antal: dato", "Hvornår det er valgt, fx 12.03.2026.", style="tekst")
    # Udgave og læsning
    udgave: str | None = setting(
        "Udgave",
        "Fx høring eller endelig. Bliver en del af arkenes navne, så tidligere udgaver bliver stående. Højst "
        "11 tegn.", style="tekst")
    punktum: str | None = setting(
        "Tekst som 1.234 betyder",
        '"tusind": 1234. "decimal": 1,234. Kun nødvendigt, hvor tal står som tekst og kan læses på to måder.',
        style="tekst")

    def vaerdi(self, key: str) -> Any:
        """A setting by its key, where it is one of several."""
        return getattr(self, key)
