"""Every setting has one owner, and does something: it changes the result, is refused, or is listed as shown only."""

from __future__ import annotations

import importlib
from collections import Counter
from typing import Any, NamedTuple

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.dele import DELE
from addin.dele.kerne import KERNE, VISES_KUN
from addin.workbook import Plan, column_letters
from tests.planning import MADE, WHY, case
from tests.unmoved.dump import dumped
from workbook_templates.opsaetning import SETTINGS

HEADINGS = ("navn", "gruppe", "modtager", "erstatter", "boern_0_2", "boern_3_5", "boern", "maaneder", "belastning",
            "noegle", "noegle_aendring", "noegle_grund", "fast", "fast_virkning", "fast_grund", "grundbudget",
            "sidste_aar", "udmeldt", "ansoegt", "loft_kolonne", "minimum_kolonne", "noegletal_med", "noegletal_uden",
            "grundbudget_andet", "grundbeloeb_kolonne", "type", "prioritet", "boern_foer")
ROWS = [
    ["Anemonen", "Nord", "Dagtilbud Nord", None, 10, 20, 31, 6, 0.1, 12, 2, "se referat", 100, "oven i", "flytning",
     40_000, 300, 250, 500, 90, 20, "ja", "x", 50_000, 60, "a", 2, 20],
    ["Birken", "Nord", "Dagtilbud Nord", None, 5, 40, 44, 12, 0.05, 20, *[None] * 5, 60_000, 350, 300, 300, None, None,
     "nej", None, 70_000, None, "b", 1, 50],
    ["Cikorien", "Syd", None, "Dammen", 20, 10, 33, 12, 0.2, 25, *[None] * 5, 50_000, 250, 250, 400, 40, 30, "ja",
     None, 60_000, 40, "a", 1, 30],
    ["Dammen", "Syd", None, None, 8, 8, 17, 12, 0.12, 9, None, None, 50, "i stedet for", "aftale", 30_000, 90,
     20, 100, None, None, "ja", None, 40_000, 20, "b", 3, 16]]
TABLE = {key: f"Ark!${column_letters(at)}$2:${column_letters(at)}$5" for at, key in enumerate(HEADINGS)}
TEXT = f"Ark!${column_letters(len(HEADINGS))}$2:${column_letters(len(HEADINGS))}$5"
NAMES = [row[0] for row in ROWS]
SHEETS = {"Ark": [[*HEADINGS, "tekst"], *([*row, text] for row, text in zip(ROWS, ("1.234", 20, 30, 40)))],
          "DST": [["Hus", "Ledig", "Enlig"], *([name, 3, "<3" if name == "Birken" else 5] for name in NAMES)],
          "Børn": [["Hus", "Ledig", "Enlig"], *([NAMES[at % 4], at % 2, at % 3 == 0] for at in range(24))],
          "Score": [["Hus", "Score"], *([NAMES[at % 4], at / 10] for at in range(24))]}
AWAY = {"antal_institution": "DST!$A$2:$A$5", "antal_kriterier": "DST!$B$2:$C$5",
        "barn_institution": "Børn!$A$2:$A$25", "barn_kriterier": "Børn!$B$2:$C$25",
        "score_institution": "Score!$A$2:$A$25", "score": "Score!$B$2:$B$25"}
KEY = ("navn", "boern", "noegle")
DST = {"columns": ("navn", "boern", "antal_institution", "antal_kriterier"), "erstat": 2}
CHILDREN = {"columns": ("navn", "boern", "barn_institution", "barn_kriterier")}
AGES = {"columns": ("navn", "boern_0_2", "boern_3_5", "belastning")}
BEFORE = {"columns": (*KEY, "sidste_aar")}
BUDGET = {"columns": (*KEY, "grundbudget"), "retning": "besparelse"}
# What a setting needs beside it to say anything, and a value that is not its default.
WITH: dict[str, dict[str, Any]] = {
    "vaegt": {**AGES, "vaegt": 1.3}, "boern_til_taerskel": {
        "columns": ("navn", "boern_0_2", "boern_3_5", "noegle"), "vaegt": 1.8, "taerskel": 0.4,
        "boern_til_taerskel": "vægtet"},
    "boern_til_kr": {**AGES, "boern_til_kr": "antal"}, "samling": {**DST, "samling": "vurdering"},
    "belastning_i": {**AGES, "belastning_i": "procent", "taerskel": 0.01},
    "grundlag": {"columns": (*KEY, "belastning"), "grundlag": "belastning"},
    "erstat": {**DST, "erstat": 1}, "metode": {**CHILDREN, "metode": "kriterier"},
    "mindst_kriterier": {**CHILDREN, "mindst_kriterier": 2}, "pulje": {"pulje": 2000},
    "retning": BUDGET, "hoejst_andel": {**BUDGET, "hoejst_andel": 0.02}, "pulje_2": {"pulje_2": 500},
    "pulje_3": {"pulje_2": 500, "pulje_3": 700}, "centralt": {"centralt": 100},
    "centralt_andel": {"centralt_andel": 0.1}, "taerskel": {"taerskel": 0.5},
    "taerskel_paa": {"columns": (*KEY, "modtager"), "taerskel": 0.45, "taerskel_paa": "institution"},
    "taerskeltype": {"taerskel": 0.4, "taerskeltype": "over"}, "loft": {"loft": 20}, "minimum": {"minimum": 200},
    "grundbeloeb": {"grundbeloeb": 50},
    "ansoegninger_deles": {"columns": (*KEY, "ansoegt"), "ansoegninger_deles": "lige afslag"},
    "prioritet": {"columns": (*KEY, "ansoegt"), "ansoegninger_deles": "prioritet"},
    **dict.fromkeys(("garanti_gaelder", "boern_foer"), {
        "columns": (*KEY, "sidste_aar", "boern_foer"), "garanti": 0.7, "garanti_gaelder": "pr. barn"}),
    "garanti": {**BEFORE, "garanti": 0.9}, "hoejst": {**BEFORE, "hoejst": 1.1},
    "andel_nyt": {**BEFORE, "andel_nyt": 0.5},
    "afrunding": {"afrunding": 100}, "loen_paedagog": {"loen_paedagog": 500_000},
    "loen_medhjaelper": {"loen_paedagog": 500_000, "andel_paedagoger": 0.6, "loen_medhjaelper": 400_000},
    "andel_paedagoger": {"loen_paedagog": 500_000, "loen_medhjaelper": 400_000, "andel_paedagoger": 0.6},
    "normering_i": {"loen_paedagog": 500_000, "normering_i": "timer"}, "pl": {**BEFORE, "pl": 0.03},
    "landsgennemsnit": {"landsgennemsnit": 0.2},
    "fast_i_noegletal": {"columns": (*KEY, "fast", "fast_virkning", "fast_grund"), "fast_i_noegletal": "uden"},
    "type": {"med": "a"}, "med": {"columns": (*KEY, "type"), "med": "a"},
    "udgave": {"udgave": "høring"}, "punktum": {"columns": ("navn", "tekst"), "punktum": "decimal"},
    **dict.fromkeys(("grundbudget_andet", "enhed_grundbudget_andet"), {
        "columns": (*KEY, "grundbudget", "grundbudget_andet"), "enhed_grundbudget_andet": "1.000 kr."}),
    **{f"enhed_{key}": {"columns": (*KEY, key, "fast_virkning", "fast_grund"), f"enhed_{key}": "1.000 kr.",
                        "enhed_pulje": "kr.", "pulje": 900_000}
       for key in ("fast", "ansoegt", "grundbudget", "sidste_aar", "udmeldt", "grundbeloeb_kolonne")},
    "enhed_pulje": {"enhed_pulje": "1.000 kr."},
    **{key: {"columns": (*KEY, *BESIDES)} for key, BESIDES in {
        "noegle_grund": ("noegle_aendring",), "noegle_aendring": ("noegle_grund",),
        "fast": ("fast_virkning", "fast_grund"), "fast_virkning": ("fast", "fast_grund"),
        "fast_grund": ("fast", "fast_virkning")}.items()},
    "boern": {"columns": ("navn", "noegle")}, "noegle": {"columns": ("navn", "boern")},
    "belastning": {"columns": ("navn", "boern")}, "navn": {"columns": ("boern", "noegle")},
    "boern_0_2": {"columns": ("navn", "noegle", "boern_3_5")},
    "boern_3_5": {"columns": ("navn", "noegle", "boern_0_2")},
    **dict.fromkeys(("antal_institution", "antal_kriterier"), DST),
    **dict.fromkeys(("barn_institution", "barn_kriterier"), CHILDREN),
    **dict.fromkeys(("score_institution", "score"), {"columns": ("navn", "boern", "score_institution", "score")}),
}


class Given(NamedTuple):
    columns: frozenset[str]
    values: dict[str, Any]


def given(key: str, there: bool) -> Given:
    """The least workbook in which a setting says something, with it or without it."""
    more = {"columns": KEY, "pulje": 1000, **WITH.get(key, {})}
    columns = {*more.pop("columns"), *([key] if SETTINGS[key].kind == "område" else [])}
    return Given(frozenset(columns if there else columns - {key}),
                 more if there else {"pulje": 1000, **{name: value for name, value in more.items() if name != key}})


def said(given: Given) -> str:
    """The result but for the sheet of settings, and the list of them on the control."""
    places = {key: place for key, place in {**TABLE, **AWAY}.items() if key in given.columns}
    if "tekst" in given.columns:  # a number that is text, and may be read in two ways
        places["noegle"] = TEXT
    answer = fordel_pulje(case(SHEETS, places, **given.values).snapshot(), WHY, MADE, "0")
    if not isinstance(answer, Plan):
        return dumped(answer)
    answer.sheets = [sheet for sheet in answer.sheets if sheet.key.split()[0] in ("fordeling", "trin")]
    return dumped(answer)


def test_every_setting_has_one_owner() -> None:
    owners = Counter(key for owned in (*(part.ejer for part in DELE), *KERNE.values()) for key in owned)
    assert owners == Counter(dict.fromkeys(SETTINGS, 1))
    for module in KERNE:
        importlib.import_module(module)


@pytest.mark.parametrize("key", [key for key in SETTINGS if key not in VISES_KUN])
def test_every_setting_does_something(key: str) -> None:
    assert said(given(key, True)) != said(given(key, False))


def test_a_part_is_listed_once_and_knows_itself() -> None:
    assert len({part.key for part in DELE}) == len(DELE)
    assert all(part.ejer <= set(SETTINGS) for part in DELE)
