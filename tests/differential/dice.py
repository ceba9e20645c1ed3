"""A workbook drawn by the dice: every setting of the calculation, blanks in every column, and what it is meant to hold.

Plain data; `oracle` says what must come out of it, `layout` makes a workbook of it.
"""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from tests.differential.later import LATER
from tests.differential.shape import FACTORS as FACTORS
from tests.differential.shape import OWN_BOUNDS as OWN_BOUNDS
from tests.differential.shape import SAVING, Row, in_unit, plain, total
from tests.differential.shape import Drawn as Drawn
from tests.differential.shape import exact as exact

KEYS = ("belastning", "noegle", "antal_institution", "barn_institution", "score_institution")
YEARS = ("gennemsnit", "maks")
OVEN_I, I_STEDET_FOR = "oven i", "i stedet for"
PARTS = {1 / 4: Fraction(1, 4), 1 / 3: Fraction(1, 3), 5 / 12: Fraction(5, 12), 0.6: Fraction(3, 5), 1: Fraction(1)}
HIDDEN = ("<3", "..")
# What the case is, which moves nothing, however it reads.
CASE = {"kommune": "Albertslund", "budgetaar": 2027, "udgave_tekst": "8 %", "hoeringsfrist": "20. november 2026",
        "sagsnummer": "1.234", "sagsdato": "1/9 2026", "besluttet_af": "Byrådet", "besluttet_den": "01-08-2026",
        "formaal": "børn lige", "finansiering": "heraf 100 kr.", "datakilde": "DST", "noegle_pr": "1.1.2024",
        "boern_pr": 46_235, "befolkning": "begge", "kontakt": "Økonomi", "krav": "1", "oenske": "0-2-årige først",
        "opfoelgning": "12 måneder", "ligger_fast": "til 1. maj", "efterregulering_som": "i marts",
        "reguleres_over": "8 %"}
MARKS = (0, 1, 1, None, "ja", "nej", "x", "J")


def drawn(seed: int) -> Drawn:
    dice = random.Random(seed)
    n, key = dice.choice((1, 1, 2, 3, 3, 5, 8, 20)), dice.choice(KEYS)
    made = Drawn(seed, [institution(dice, number) for number in range(n)], set(), key, {})
    for step in (columns, key_of, counting, rounding, money, bounds, threshold, staff, told, forbidden, own_bounds):
        step(made, dice)
    made.chosen = {name for name in made.settings if name in SAID and dice.random() < 0.2}
    for step in LATER:
        step(made, random.Random(f"{step.__name__} {seed}"))
    return made


def institution(dice: random.Random, number: int) -> Row:
    """Few different values, so that there are ties; none is the sum of two others, which would be asked about."""
    return {"navn": 4100 + number if dice.random() < 0.05 else f"Hus {number}",
            "modtager": dice.choice((None, "Nord", "Syd", "nord ", "Hus 0")),
            "gruppe": dice.choice(("Øst", "Vest", None)),
            "boern_0_2": dice.choice((0, None, 11, 17, 23.5, dice.randint(8, 15))),
            "boern_3_5": dice.choice((31, 40, 40, 47, 52.25, dice.randint(31, 59))),
            "boern": dice.choice((31, 40, 40, 47, 52.25, dice.randint(31, 59))),
            "maaneder": dice.choice((None, None, 12, 5, 7, 1, 0))}


def blank_or(dice: random.Random, *values: Any) -> Any:
    return dice.choice((None, 0, *values))


def columns(made: Drawn, dice: random.Random) -> None:
    """Which of the optional columns are there, and their amounts."""
    made.settings["retning"] = dice.choice(("tildeling", "tildeling", "tildeling", SAVING))
    made.used |= dice.choice(({"boern_0_2", "boern_3_5"}, {"boern_0_2", "boern_3_5"}, {"boern"}))
    some = {"modtager": 0.4, "gruppe": 0.2, "maaneder": 0.3, "sidste_aar": 0.6, "erstatter": 0.25, "grundbudget": 0.4}
    some |= {"udmeldt": 0.3, "ansoegt": 0.3, "fast": 0.35} if not made.saving else {"grundbudget": 0.97}
    made.used |= {"navn"} | {column for column, likely in some.items() if dice.random() < likely}
    made.used |= {"fast_virkning", "fast_grund"} if "fast" in made.used else set()
    if dice.random() < 0.15:
        made.used.add("modtager")
        for row in made.rows:
            row["modtager"] = "Nord"
    for amount in ("sidste_aar", "udmeldt", "ansoegt", "grundbudget", "fast", "pulje"):
        made.settings[f"enhed_{amount}"] = dice.choice(tuple(FACTORS))
    for number, row in enumerate(made.rows):
        row["sidste_aar"] = in_unit(made, "sidste_aar", blank_or(dice, 1000, 2500.25, 12_345, 40_001))
        row["udmeldt"] = in_unit(made, "udmeldt", blank_or(dice, 100, 2500.25, 40_000))
        row["ansoegt"] = in_unit(made, "ansoegt", blank_or(dice, 8000, 33_333.33, 10**6, 10**6, 10**6))
        row["grundbudget"] = in_unit(made, "grundbudget", blank_or(dice, 10**6, 2 * 10**6, 3_141_592.65))
        row["erstatter"] = "Hus 1; Hus 2" if number == 0 and len(made.rows) > 2 else None
    for row in made.rows[1:3]:
        if "erstatter" in made.used and isinstance(row["navn"], int):
            row["navn"] = f"Hus {made.rows.index(row)}"


# ------------------------------------------------------------------------------------- the key


def key_of(made: Drawn, dice: random.Random) -> None:
    """The column or the sheet the key is made from."""
    many = dice.choice((1, 2, 3))
    if made.key in ("belastning", "noegle"):
        values = (0.02, 0.1, 0.1, 0.35, 0.0467) if made.key == "belastning" else (3, 3, 17, 4.5, 0.0625, 12_345.678)
        made.used.add(made.key)
        if made.key == "belastning":
            made.settings["belastning_i"] = stands = dice.choice(("andel", "procent", "point"))
            values = tuple(plain(exact(value) * 100) for value in values) if stands == "procent" else values
        for row in made.rows:
            row[made.key] = blank_or(dice, *values, *values)
    if made.key == "noegle" and dice.random() < 0.6:
        made.used |= {"noegle_aendring", "noegle_grund"}
        for row in made.rows:
            low = -(row["noegle"] or 0)
            row["noegle_aendring"] = change = dice.choice((None, 0, 2.5, 1, low, -0.1 if low else 0.1))
            row["noegle_grund"] = 'flyttet fra "Åen" & <Øst>' if change else dice.choice((None, "ingen"))
    for row in made.rows:  # a blank is red where there are children: see the tests of checks
        if made.key in row and row[made.key] is None and not row.get("noegle_aendring"):
            row[made.key] = 0
    if made.key == "antal_institution":
        delivery(made, dice, many)
    if made.key in ("barn_institution", "score_institution"):
        for number in range(len(made.rows)):
            for _ in range(dice.choice((0, 1, 3, 5))):
                marks = [dice.choice(MARKS) for _ in range(many)]
                made.children.append((number, marks if made.key == "barn_institution" else
                                      [dice.choice((0, 0.04, 0.15, 0.3, 2.5))]))
        dice.shuffle(made.children)
        made.children[1:1] = [(None, [None] * (many if made.key == "barn_institution" else 1))]
    if made.key == "barn_institution":
        made.weights = dice.choice((None, [2, 0.5, 1][:many], [1, None, 3][:many]))
        made.settings |= {"metode": dice.choice(("unikke", "kriterier", "begge")),
                          "mindst_kriterier": dice.choice((1, 2))}


def delivery(made: Drawn, dice: random.Random, many: int) -> None:
    """Counts, points, keys, or years, with hidden and blank cells."""
    how = dice.choice(("sum", "vurdering", "sammenvejet", *YEARS))
    made.settings |= {"samling": how, "erstat": dice.choice((0, 1, 2))}
    made.weights = dice.choice((None, [1, 1, 0][:many]) if how in YEARS else
                               (None, [2, 0.5, 1][:many], [0.35, None, 0][:many]))
    made.order = dice.sample(range(len(made.rows)), len(made.rows))
    for row in made.rows:
        row["antal"] = [dice.choice((0, 1, 5, 9, "-", *HIDDEN, None)) for _ in range(many)]


def counting(made: Drawn, dice: random.Random) -> None:
    """How children are counted."""
    some: dict[str, tuple[Any, ...]] = {"vaegt": (1, 2, 1.8), "boern_til_kr": ("antal", "vægtet"),
                                        "boern_til_taerskel": ("antal", "vægtet")}
    if "boern" not in made.used:
        made.settings |= {key: dice.choice(values) for key, values in some.items() if dice.random() < 0.6}


# ------------------------------------------------------------------------------------- the money


def rounding(made: Drawn, dice: random.Random) -> None:
    if dice.random() < 0.7:
        made.settings["afrunding"] = dice.choice((1, 1, 1, 100, 0.01, 0.5, 12.5, 1000, 10**7))


def money(made: Drawn, dice: random.Random) -> None:
    """Pools large enough for what is fixed and guaranteed, most of the time."""
    unit = exact(made.settings.get("afrunding", 1))
    for row in made.rows:
        fixed = dice.choice((None, None, 0, 3 * unit, 12 * unit)) if unit < 10**6 else None
        row["fast"] = fixed and plain(fixed / made.factor("fast"))
        row["fast_virkning"] = None if fixed is None else dice.choice((OVEN_I, I_STEDET_FOR))
        row["fast_grund"] = None if fixed is None else "aftale"
    wanted = total(made, "fast") + total(made, "sidste_aar") * dice.choice((0, 1, 1, 2)) + dice.choice(
        (0, 0, 1000, 99_999, 6_400_000, Fraction("1234567.89"), dice.randint(1, 10**7), 10**9 + 7))
    if made.saving:
        wanted = total(made, "grundbudget") * dice.choice((0, Fraction(1, 200), Fraction(1, 100), Fraction(3, 100)))
        wanted += dice.choice((0, 450, Fraction("0.55")))
    parts = 1
    for key in ("pulje_2", "pulje_3"):
        if dice.random() < 0.3:
            parts += 1
            made.settings[key] = dice.choice((0, plain(round_to_oere(wanted / 4, made) / made.factor("pulje"))))
    rest = wanted - sum(exact(made.settings.get(key)) for key in ("pulje_2", "pulje_3")) * made.factor("pulje")
    if not made.saving and dice.random() < 0.3:
        made.settings["centralt"] = dice.choice((0, plain(round_to_oere(rest / 10, made) / made.factor("pulje"))))
        rest += exact(made.settings["centralt"]) * made.factor("pulje")
    made.settings["pulje"] = plain(max(Fraction(0), round_to_oere(rest, made)) / made.factor("pulje"))


def round_to_oere(kr: Fraction, made: Drawn) -> Fraction:
    """Few enough decimals to be typed in the unit of the pool."""
    return Fraction(round(kr * 100), 100)


def bounds(made: Drawn, dice: random.Random) -> None:
    some: dict[str, tuple[Any, ...]] = {"loft": (50, 4000, 33.33), "minimum": (100, 1250.5)}
    if made.saving:
        some["hoejst_andel"] = (0.01, 0.03, 0.015, 1)
    elif "sidste_aar" in made.used:
        some |= {"garanti": (0.1, 0.5, 0.9, 0.95), "hoejst": (1.1, 2, 5)}
        if "fast" not in made.used and dice.random() < 0.5:
            made.settings["andel_nyt"] = dice.choice(list(PARTS))
    made.settings |= {key: dice.choice(values) for key, values in some.items() if dice.random() < 0.4}
    if "sidste_aar" in made.used and dice.random() < 0.5:
        made.settings["pl"] = dice.choice((0.032, -0.015, 0))


def threshold(made: Drawn, dice: random.Random) -> None:
    if made.settings.get("samling") != "sammenvejet" and dice.random() < 0.45:
        made.settings["taerskel"] = dice.choice((0.05, 0.1, 0.02, 0.3, 0))
    words_of = {"taerskel_paa": ("modtager", "institution", "institution"), "taerskeltype": ("fuld", "over")}
    for key, words in words_of.items():
        if dice.random() < 0.6:
            made.settings[key] = dice.choice(words)


def staff(made: Drawn, dice: random.Random) -> None:
    if dice.random() < 0.4:
        share = dice.choice((None, 0, 0.6, 1))
        made.settings |= {"loen_paedagog": 512_345.67, "normering_i": dice.choice(("stillinger", "timer"))}
        if share is not None:
            made.settings |= {"loen_medhjaelper": 398_000, "andel_paedagoger": share}


def told(made: Drawn, dice: random.Random) -> None:
    """What moves no amount: an edition, the least count that is shown, the case, who is in the key figures, and what a
    number typed as text means."""
    if dice.random() < 0.15:
        made.settings |= {"udgave": "høring", "mindste_antal": 4, "mindste_valgt_af": "Børneudvalget",
                          "mindste_dato": "12.03.2026", **CASE}
        made.used |= {"noegletal_med", "noegletal_uden", "grundbudget_andet"}
        made.settings |= {"enhed_grundbudget_andet": "1.000 kr.", "landsgennemsnit": 0.07}
    if "fast" in made.used:
        made.settings["fast_i_noegletal"] = ("uden", "med")[made.seed % 2]
    for number, row in enumerate(made.rows):
        row |= {"grundbudget_andet": 2_000 + number, "noegletal_med": "ja" if number else "nej",
                "noegletal_uden": None if number else "x"}
    if dice.random() < 0.25:
        made.settings["punktum"] = dice.choice(("tusind", "decimal"))


def forbidden(made: Drawn, dice: random.Random) -> None:
    """Now and then something that the rules refuse."""
    if dice.random() > 0.04:
        return
    some = {"centralt": 100, "garanti": 0.9, "hoejst_andel": 0.01, "loft": 0, "hoejst": 0, "andel_nyt": 1.5,
            "taerskel": 9, "pulje": -5}
    key, value = dice.choice([*some.items(), ("garanti", 95)])
    made.settings[key] = value


def own_bounds(made: Drawn, dice: random.Random) -> None:
    """Now and then a column with a bound for each, which the rules want to stand alone."""
    values = {"loft": (None, 50, 4000, 33.33), "minimum": (None, 0, 100, 1250.5)}
    for key, column in OWN_BOUNDS.items():
        if dice.random() < 0.14:
            made.used.add(column)
            made.used -= {"modtager"} if dice.random() < 0.6 else set()
            if dice.random() < 0.95:
                made.settings.pop(key, None)
        for row in made.rows:
            row[column] = dice.choice(values[key])


SAID = ("taerskel", "loft", "minimum", "garanti", "hoejst", "pl", "andel_nyt", "afrunding", "vaegt", "hoejst_andel",
        "taerskeltype", "taerskel_paa", "boern_til_kr", "boern_til_taerskel", "centralt", "pulje", "pulje_2")
