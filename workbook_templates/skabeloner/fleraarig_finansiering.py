"""Measures over several years with their sources (Albertslund 2025), and measures that may go on (Aarhus 2019)."""

from __future__ import annotations

from workbook_templates.skabeloner.faelles import MAERKE, sagsoplysninger
from workbook_templates.skabeloner.form import (
    AAR,
    NAVN,
    TEKST,
    Ark,
    Felt,
    Kolonne,
    Regel,
    Skabelon,
    Tabel,
    Tekst,
    Vaerdi,
    liste,
    om_eksemplet,
)

BELOEB = Regel("tal", -1e12, 1e12, eller=("-", "?"))
UKENDT = Regel("tal", 0, 1e12, eller=("-", "?"))
INDSATSER, KILDER = 20, 8
NY, EKSISTERENDE, REDUKTION, FINANSLOV = ("Ny finansiering", "Eksisterende centrale midler", "Budgetreduktion",
                                          "Pulje på finansloven")
STATSLIG = 'Implementering af statslig pulje "Flere hænder til PPR"'
ALBERTSLUND: tuple[tuple[Vaerdi, ...], ...] = (
    (None, "Kompetenceudvikling af ledere og medarbejdere", 2.5, 2.5, 2.5, 1.5, EKSISTERENDE, None, None),
    (None, "Læringsmiljøer (analyse)", 0.8, "-", "-", "-", NY, None, None),
    (None, "Foranstaltningsbudget", 11.0, 11.0, 11.0, 11.0, NY, None, None),
    (None, "Færre specialpladser (budgetforslag 6.8)", "-", "-", -1.9, -4.5, REDUKTION, None, None),
    (STATSLIG, None, None, None, None, None, None, None, None),
    (None, "Fleksible indsatser i børnenes kontekst", 1.8, 1.8, 1.8, 1.8, FINANSLOV, 2028, NY),
    (None, "Flere understøttende fagprofessionelle tæt på praksis", 4.2, 4.2, 4.2, 4.2, FINANSLOV, 2028, NY),
    (None, "Fagprofessionel understøttelse af hverdag i dagtilbud/skoler", "-", "-", "-", "-", "Eksisterende ramme",
        None,
     None))
AARHUS: tuple[tuple[Vaerdi, ...], ...] = (
    ("Tidlig indsats", "Krop og Bevægelse", 1230, 1230, 1230, 645, 0.3),
    (None, "Robusthed/Livsmestring og Mental Sundhed", 600, 200, 200, 200, 0.3),
    (None, "Familiegrupper i dagtilbud - to grupper", 740, 740, 740, 0, 1.2),
    (None, "Signs of Safety kompetenceforløb", 1350, 1350, 0, 1200, 3.0),
    ("Andet", "Familieiværksætterne: forløb til alle førstegangsforældre", 0, 1100, 150, 0, None),
    (None, "MIO: Natur, udeliv og science i dagtilbud", 1000, 1000, 1000, 1000, 2.0),
    (None, "MOVE 2.0: Indsats til ikke uddannelsesparate", 1375, 3250, 3250, "?", 4.0))


def aarstal(foerste: str, nr: int) -> str:
    return f"{{{foerste}}}+{nr - 1}"


def indsatser(noegle: str, foerste: str, aar: int, raekker: tuple[tuple[Vaerdi, ...], ...], plads: int) -> Tabel:
    """The measures: a line each, a column a year."""
    return Tabel(noegle, (
        Kolonne("nr", "Nr.", "helt", regel=Regel("helt", 1, 999)),
        Kolonne("overskrift", "Overskrift", "fritekst", regel=TEKST),
        Kolonne("navn", "Indsats", "fritekst", regel=TEKST),
        Kolonne("art", "Drift eller anlæg", "fritekst", regel=liste("drift", "anlæg")),
        Kolonne("frem", "Videreføres", "fritekst", regel=liste("ja", "nej", "midlertidigt")),
        *(Kolonne(f"a{nr}", f"={aarstal(foerste, nr)}", "hoejre_tal", regel=BELOEB) for nr in range(1, aar + 1)),
        Kolonne("kilde", "Kilde", "fritekst", regel=NAVN), Kolonne("fra", "Anden kilde fra år", "helt", regel=AAR),
        Kolonne("derefter", "Kilde derefter", "fritekst", regel=NAVN),
        Kolonne("betaling", "Mulig deltager-betaling pr. år", "hoejre_tal", regel=UKENDT),
        Kolonne("aarsvaerk", "Årsværk", "hoejre_tal", regel=UKENDT),
        Kolonne("note", "Note", "fritekst", regel=TEKST)), raekker, plads)


def sum_af(noegle: str, nr: int, hvor: str, hvad: str = "") -> str:
    """The sum of a year's amounts of the measures that go on, where a condition holds; texts in it count as 0."""
    return f'SUMPRODUCT(({{{noegle}.frem}}<>"nej")*{hvor},{{{noegle}.{hvad or f"a{nr}"}}})'


def har_beloeb(noegle: str, nr: int) -> str:
    amount = f"{{{noegle}.a{nr}}}"
    return f'({amount}<>0)*({amount}<>"-")*({amount}<>"?")*({amount}<>"")'


def summer(noegle: str, foerste: str, aar: int, trykt: tuple[Vaerdi, ...]) -> tuple[Tabel, Tabel, Tabel]:
    """What the measures are in all a year, what is not known of them, and what others have printed."""
    years = range(1, aar + 1)
    table = f"{noegle}_sum"
    kolonner = (Kolonne("hvad", "I alt pr. år"), *(Kolonne(f"a{nr}", f"={aarstal(foerste, nr)}", "sum_tal",
        regel=BELOEB)
                                                  for nr in years))

    def linje(hvad: str, formel: str) -> tuple[Vaerdi, ...]:
        return (f'="{hvad}"', *("=" + formel.replace("~", str(nr)) for nr in years))

    uden_kilde = f'({{{noegle}.kilde}}="")'
    raekker = (
        ('="Samlet finansieringsbehov"', *(f"={sum_af(noegle, nr, '1')}" for nr in years)),
        ('="Heraf mulig deltagerbetaling (kun i år med beløb)"',
         *(f"={sum_af(noegle, nr, har_beloeb(noegle, nr), 'betaling')}" for nr in years)),
        linje("Netto efter deltagerbetaling", f"{{{table}.a~#1}}-{{{table}.a~#2}}"),
        ('="Mangler finansiering (ingen kilde)"', *(f"={sum_af(noegle, nr, uden_kilde)}" for nr in years)))
    antal = Tabel(f"{noegle}_antal", (
        Kolonne("hvad", "Antal indsatser, der ikke har et tal"),
        *(Kolonne(f"a{nr}", f"={aarstal(foerste, nr)}", "helt") for nr in years)), (
        linje("Antal ?, som ikke er talt med", f'SUMPRODUCT(({{{noegle}.a~}}="?")*1)'),
        linje("Antal -, som er intet", f'SUMPRODUCT(({{{noegle}.a~}}="-")*1)'),
        linje("Antal tomme, ikke udfyldt", f'SUMPRODUCT(({{{noegle}.navn}}<>"")*({{{noegle}.a~}}=""))')))
    trykte = Tabel(f"{noegle}_trykt", (
        Kolonne("hvad", "Trykt sum (hvis der er en), og forskel"),
        *(Kolonne(f"a{nr}", f"={aarstal(foerste, nr)}", "sum_tal", regel=BELOEB) for nr in years)),
        (('="Trykt samlet finansieringsbehov"', *(trykt or (None,) * aar)),
         ('="Forskel (beregnet minus trykt)"',
          *(f'=IF({{{noegle}_trykt.a{nr}#1}}="","",ROUND({{{table}.a{nr}#1}}-{{{noegle}_trykt.a{nr}#1}},6))'
            for nr in years))))
    return Tabel(table, kolonner, raekker, fast=True), antal, trykte


def aarsvaerk(noegle: str, trykt: Vaerdi) -> tuple[Felt, ...]:
    return (Felt(f"{noegle}_v", "Årsværk i alt", f"=SUM({{{noegle}.aarsvaerk}})", "sum_tal"),
            Felt(f"{noegle}_vu", "Antal ? i deltagerbetaling og årsværk",
                 f'=SUMPRODUCT(({{{noegle}.betaling}}="?")*1)+SUMPRODUCT(({{{noegle}.aarsvaerk}}="?")*1)', "helt"),
            Felt(f"{noegle}_vt", "Trykt sum af årsværk", trykt, "sum_tal", "Står der en i sagen, så skriv den her."),
            Felt(f"{noegle}_vf", "Årsværk: beregnet minus trykt",
                 f'=IF({{{noegle}_vt}}="","",ROUND({{{noegle}_v}}-{{{noegle}_vt}},6))', "sum_tal",
                 "Fordel retter intet: se efter, hvilket tal der er rigtigt."))


def kildesum(nr: int) -> str:
    """What a source pays in a year: it may be another from a year on."""
    year = f"({aarstal('foerste', nr)})"
    return ('=IF({.navn}="","",' + sum_af("ind", nr, f'({{ind.kilde}}={{.navn}})*((({{ind.fra}}="")+'
                                                     f'({{ind.fra}}>{year}))>0)')
            + "+" + sum_af("ind", nr, f'({{ind.derefter}}={{.navn}})*({{ind.fra}}<>"")*({{ind.fra}}<={year})') + ")")


FORUDSAETNINGER = Ark("Forudsætninger", "Forudsætninger", (30, 20, 52), (
    Felt("enhed", "Enhed", "mio. kr.", "valg", "Alle beløb på arkene står i den.", liste("mio. kr.", "1.000 kr."),
         fast=True),
    Felt("foerste", "Første år", 2025, "helt", "Tabellerne viser fire år fra dette.", AAR, fast=True),
    Felt("prisniveau", "Prisniveau", "2025-priser", "fritekst", "", TEKST),
    Tabel("kilder", (Kolonne("navn", "Finansieringskilder", "fritekst", regel=NAVN),),
          tuple((kilde,) for kilde in (NY, EKSISTERENDE, REDUKTION, FINANSLOV, "Eksisterende ramme")), KILDER),
    Tekst('Tre ting er ikke det samme: "-" er intet beløb, "?" er ukendt og tælles som ukendt, og en tom celle er ikke '
          "udfyldt. Ingen af dem regnes som 0 uden at det står på arket Summer.", "brudt")))
ENHED = Tekst('="Alle beløb står i "&{enhed}&IF({prisniveau}="","",", "&{prisniveau})', "lille_brudt")
INDSATS_ARK = Ark("Indsatser", "Indsatser pr. år",
                 (3.5, 14, 22, 7, 10.5, *(7.5 for _ in range(4)), 14, 7, 12, 9, 8, 8.5), (
    ENHED,
    indsatser("ind", "foerste", 4, tuple(
        (nr, row[0], row[1], "drift" if row[1] else None, "ja" if row[1] else None, *row[2:6], *row[6:9], None, None,
            None)
        for nr, row in enumerate(ALBERTSLUND, 1)), INDSATSER),
    Tekst("En indsats, der står til nej under Videreføres, regnes ikke med i summerne.", "lille_brudt"),
    om_eksemplet("Eksemplet er Albertslund Kommunes budgetaftale 2025. Aftalens tekst siger, at tabellens første del "
                 "viser anlæg; den trykte tabel har kun drift.")), True)
I_ALT, ANTAL, TRYKT = summer("ind", "foerste", 4, ())
SUMMER = Ark("Summer", "Summer pr. år og pr. kilde", (46, 14, 14, 14, 14), (
    ENHED, I_ALT,
    Tabel("pr_kilde", (
        Kolonne("navn", "Pr. kilde og år", formel='={kilder.navn@}&""'),
        *(Kolonne(f"a{nr}", f"={aarstal('foerste', nr)}", "sum_tal", kildesum(nr), i_alt=True) for nr in range(1, 5))),
        plads=KILDER, i_alt="I alt efter kilder"),
    Tabel("uden", (
        Kolonne("hvad", "Kilder, der ikke er på listen"),
        *(Kolonne(f"a{nr}", f"={aarstal('foerste', nr)}", "sum_tal") for nr in range(1, 5))),
        (('="Står ved en anden kilde end dem på Forudsætninger"',
          *(f"=ROUND({{ind_sum.a{nr}#1}}-{{ind_sum.a{nr}#4}}-{{pr_kilde.a{nr}+}},6)" for nr in range(1, 5))),)),
    Tekst("Er det ikke 0, så ret kilden på Indsatser, eller skriv den på listen på Forudsætninger.", "lille_brudt"),
    ANTAL, TRYKT, *aarsvaerk("ind", None)))
OPSPARING = Ark("Opsparing", "Opsparede midler", (34, 16, 16, 30), (
    ENHED,
    Felt("primo", "Opsparet ved begyndelsen", 5.9, "sum_tal", regel=Regel()),
    Tabel("ops", (
        Kolonne("aar", "År", "helt"), Kolonne("forbrug", "Forbrug", "sum_tal", regel=Regel()),
        Kolonne("rest", "Rest ved årets slutning", "sum_tal", "={primo}-SUM({ops.forbrug#1}:{.forbrug})"),
        Kolonne("maerke", "Mærke", formel='=IF({.rest}<0,"Bruger mere, end der er opsparet","")', farvet=MAERKE)),
        tuple((f"={aarstal('foerste', nr)}", forbrug) for nr, forbrug in enumerate((2.5, 2.0, 1.4, 0), 1))),
    om_eksemplet("Eksemplet er Aarhus: ca. 5,9 mio. kr. ved begyndelsen.")))
A_SUM, A_ANTAL, A_TRYKT = summer("aar", "aar_foerste", 3, (6295, 8870, 6570))
AARHUS_ARK = Ark("Aarhus indsatser", "Et eksempel mere: Aarhus Kommune 2019, 1.000 kr.",
                 (9, 12, 25, 8, 11, *(8.5 for _ in range(3)), 11, 8, 11, 10.5, 8, 8), (
    Felt("aar_foerste", "Første år", 2020, "helt", "", AAR),
    indsatser("aar", "aar_foerste", 3, tuple((nr, row[0], row[1], "drift", "ja", *row[2:5], None, None, None,
        *row[5:], None)
                                             for nr, row in enumerate(AARHUS, 1)), 0),
    Tekst("MOVE's deltagerbetaling er ukendt (?), og tælles som ukendt. Årsværkene giver 10,8; der er trykt 9,8.",
          "lille_brudt")), True, True)
AARHUS_SUMMER = Ark("Aarhus summer", "Aarhus Kommune 2019: summer, 1.000 kr.", (46, 14, 14, 14, 14), (
    A_SUM, A_ANTAL, A_TRYKT, *aarsvaerk("aar", 9.8)), kun_eksempel=True)
SKABELON = Skabelon(
    "fleraarig-finansiering", "Indsatser og finansiering over flere år",
    "Projektmappen samler indsatser, deres beløb pr. år og hvor pengene kommer fra, og viser, hvad der mangler, hvad "
    "der er "
    "ukendt, og hvad deltagere kan betale.",
    "En økonomikonsulent, når en budgetaftale eller en sag om videreførelse skal stilles op.",
    ("Skriv sagens oplysninger på Sagsoplysninger.",
     "Skriv enhed, første år og finansieringskilder på Forudsætninger.",
     "Skriv én række pr. indsats på Indsatser, og vælg, om den videreføres.",
     "Se på Summer, hvad det giver pr. år og pr. kilde, og hvor mange tal der er ukendte eller mangler.",
     "Skriv opsparede midler og forbruget på Opsparing, hvis de bruges."),
    "Albertslund 2025-2028: 20,3, 19,5, 17,6 og 14,0 mio. kr. i alt. Statens pulje betaler 6,0 mio. kr. til og med "
    "2027; fra "
    "2028 er det ny finansiering, som derfor er 17,0 mio. kr.",
    (sagsoplysninger(formaal="Et styrket almenområde", finansiering="andet"),
     FORUDSAETNINGER, INDSATS_ARK, SUMMER, OPSPARING, AARHUS_ARK, AARHUS_SUMMER))
