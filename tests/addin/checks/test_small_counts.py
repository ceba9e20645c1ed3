"""Small counts that amounts give back, and thresholds one child decides: told, with names on the sheet of checks."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.checks import small_counts
from addin.smaa_antal.rules import MINDST
from addin.workbook import Plan
from tests.addin.checks.checking import checked, statuses, told
from tests.addin.checks.test_published import subject
from tests.addin.smaa_antal.houses import TWELVE, TWELVE_COUNTS, TWELVE_HEADS
from tests.planning import MADE, WHY, Case, case, planned, refused, texts
from udfs.distribution import fordel
from udfs.errors import kroner
from workbook_templates.fordel_tjek import FORTAELLES, INTET
from workbook_templates.opsaetning import NOEGLE, SETTINGS

GROUPS = ("Nord",) * 4 + ("Midt",) * 4 + ("Syd",) * 4
TERMS = {"pulje": 2_400_000, "taerskel": 0.08, "loft": 6_000}
BACK = "Kan regnes ud af beløbene og satsen: Skovbrynet (4 børn), Lærken (4 børn)"


def houses(counts: Any = TWELVE_COUNTS, key: str = "noegle", names: Sequence[str] = TWELVE, **terms: Any) -> Case:
    rows = [list(line) for line in zip(names, GROUPS, TWELVE_HEADS, counts)]
    columns = {name: f"Ark!${letter}$2:${letter}$13" for name, letter in
               (("navn", "A"), ("gruppe", "B"), ("boern", "C"), (key, "D"))}
    return case({"Ark": [["Institution", "Område", "Børn", "Nøgle"], *rows]}, columns, **(terms or TERMS))


def test_the_counts_of_the_example_are_told_with_the_ways_out() -> None:
    lines = told(houses())["smaa_antal"]
    assert lines[0] == BACK
    assert [line.split(":")[1].strip() for line in lines[1:]] == [
        "Pengene gives til de 3 grupper, ikke til den enkelte institution", "Gennemsnit af tre år",
        "Alle antal under 5, også 0, tæller 2", "Tærskeltype over", "Tærskel på 10 %", "Minimum på 97.200 kr.",
        "Lad det stå, og skriv, hvem der har accepteret det hvornår, og hvorfor"]
    assert all("flytter" in line and "i alt og højst" in line for line in [lines[1], *lines[3:-1]])
    assert lines[2].endswith("hvad det flytter, kan først regnes ved siden af tidligere udgaver.")
    assert lines[-1].endswith("flytter intet; af de 2 er der så fundet 2.")
    assert lines[1].endswith("; af de 2 er der så fundet 0.")  # three groups of 44, 48 and 55


def test_a_key_of_one_to_each_may_be_no_count_which_the_user_knows() -> None:
    """It is looked at as a count all the same: nothing says that it is none."""
    lines = told(houses([1] * 12, pulje=12_000))["smaa_antal"]
    assert lines[0].startswith("Kan regnes ud") and lines[1] == small_counts.ONE_EACH
    assert small_counts.ONE_EACH not in told(houses([1] * 11 + [2], pulje=13_000))["smaa_antal"]


def test_the_number_that_few_are_to_count_as_says_nothing_of_them() -> None:
    """It is printed: the mean of 3, 4, 4 and 4, to one decimal, would be theirs."""
    few = [min(count, 2) if count < 5 else count for count in TWELVE_COUNTS]
    for counts in (TWELVE_COUNTS, few):
        assert any("tæller 2: " in line for line in told(houses(counts))["smaa_antal"])


@pytest.mark.parametrize("most, looked_for", [(12, True), (11, False)])
def test_more_recipients_than_can_be_held_against_each_other_are_told_to_be_so(
        monkeypatch: pytest.MonkeyPatch, most: int, looked_for: bool) -> None:
    monkeypatch.setattr(small_counts, "MOST_RECIPIENTS", most)
    lines = told(houses())["smaa_antal"]
    assert (lines[0] == BACK) is looked_for
    assert lines[0].startswith("Kan ikke afgøres, og regnes for givet tilbage: der er 12 modtagere") is not looked_for


@pytest.mark.parametrize("afrunding", [1, 100, 1_000, 5_000])
def test_rounding_is_no_way_out(afrunding: int) -> None:
    lines = told(houses(**TERMS, afrunding=afrunding))["smaa_antal"]
    assert lines[0] == BACK
    assert not any("unding" in line for line in lines)


def test_a_share_of_the_children_is_a_count_of_them() -> None:
    shares = [count / heads for count, heads in zip(TWELVE_COUNTS, TWELVE_HEADS)]
    assert told(houses(shares, "belastning", **TERMS, boern_til_kr="antal"))["smaa_antal"][0] == BACK


def test_a_mean_of_editions_is_tried_with_the_earlier_ones() -> None:
    before = subject(houses([count + 6 for count in TWELVE_COUNTS]))
    lines = small_counts.given(subject(houses()), [before])
    way = next(line for line in lines if line.startswith("Vej: Gennemsnit"))
    assert way.startswith("Vej: Gennemsnit af tre år, her af 2 udgaver: flytter ")
    done = fordel(noegle=[count + 3 for count in TWELVE_COUNTS], boern=list(TWELVE_HEADS), **TERMS).tildeling
    now = fordel(noegle=list(TWELVE_COUNTS), boern=list(TWELVE_HEADS), **TERMS).tildeling
    assert f"flytter {kroner(abs(done - now).sum() / 2)} i alt og højst {kroner(abs(done - now).max())} for én" in way
    assert way.endswith("; af de 4 er der så fundet 4.")  # the editions before tell the counts that it is the mean with
    with_pool = subject(houses())._replace(beside=(("Anden pulje", subject(houses(pulje=4_500_000))),))
    assert way in small_counts.given(with_pool, [before])  # another pool's counts are of the same year


@pytest.mark.parametrize("least, told_of", [("<3", True), (7, False)])
def test_counts_that_are_not_whole_cannot_be_judged(least: Any, told_of: bool) -> None:
    """A count that is hidden in the delivery is replaced by half a child more: nothing is promised of it, or of others.
    """
    rows = [["A", 40, least], ["B", 60, 9.5], ["C", 70, 20]]
    columns = {name: f"Ark!${letter}$2:${letter}$4" for name, letter in
               (("navn", "A"), ("boern", "B"), ("antal_institution", "A"), ("antal_kriterier", "C"))}
    taken = case({"Ark": [["Institution", "Børn", "Kriterium"], *rows]}, columns, pulje=1_000_000, erstat=1.5)
    lines = told(taken).get("smaa_antal", [])
    assert lines == (["Kan ikke afgøres, og regnes for givet tilbage, for nøglen er lagt sammen af antal, der vejer "
                      "forskelligt eller ikke er hele: A"] if told_of else [])


def test_a_mean_probability_is_no_count() -> None:
    means = [0.0612 + 0.0031 * number for number in range(12)]
    assert "smaa_antal" not in told(houses(means, "belastning", pulje=2_400_000))


def with_exception(columns: dict[str, str], last: int, line: list[Any]) -> Case:
    """Eleven houses with large counts, and one that is an exception."""
    counts = [*(count + 10 for count in TWELVE_COUNTS[:-1]), last]
    rows = [[*each, *(line if each[0] == TWELVE[-1] else [None] * 3)]
            for each in zip(TWELVE, GROUPS, TWELVE_HEADS, counts)]
    places = {"navn": "A", "gruppe": "B", "boern": "C", "noegle": "D", **columns}
    head = ["Institution", "Område", "Børn", "Nøgle", "Ændring af nøgle" if "fast" not in columns else "Fast beløb",
            "Virkning", "Begrundelse"]
    return case({"Ark": [head, *rows]},
                {name: f"Ark!${letter}$2:${letter}$13" for name, letter in places.items()}, pulje=2_400_000)


def test_what_would_have_been_given_without_fixed_amounts_is_held_against_counts_too() -> None:
    columns, line = {"fast": "E", "fast_virkning": "F", "fast_grund": "G"}, [40_000, "i stedet for", "en aftale"]
    told_of = told(with_exception(columns, 3, line))["smaa_antal"]
    assert told_of[0] == f'Kan regnes ud, når kolonnen "Uden faste beløb" vises: {TWELVE[-1]} (3 børn)'
    assert "smaa_antal" not in told(with_exception(columns, 13, line))


def test_a_key_changed_by_hand_hides_no_count() -> None:
    columns = {"noegle_aendring": "E", "noegle_grund": "G"}
    assert told(with_exception(columns, 3, [20, None, "nyt hus"]))["smaa_antal"][0].endswith(f"{TWELVE[-1]} (3 børn)")
    assert "smaa_antal" not in told(with_exception(columns, 13, [20, None, "nyt hus"]))


def test_a_house_where_nearly_all_are_counted_has_ways_out_too() -> None:
    """Nobody is few: there is no number for all that are to count the same."""
    counts = [count + 10 for count in TWELVE_COUNTS]
    lines = told(houses([TWELVE_HEADS[0] - 1, *counts[1:]], pulje=2_400_000))["smaa_antal"]
    assert lines[0].endswith(f": {TWELVE[0]} (71 børn)")
    assert not any("tæller" in line for line in lines[1:]) and len(lines) > 3


def test_without_small_counts_nothing_is_told() -> None:
    assert told(houses([count + 10 for count in TWELVE_COUNTS], pulje=2_400_000)) == {}
    assert statuses(houses([count + 10 for count in TWELVE_COUNTS], pulje=2_400_000))["smaa_antal"] == INTET


def test_one_child_and_the_threshold() -> None:
    many, who = told(houses())["et_barn"]
    assert many == "4 modtagere; ét barn flytter op til 116.640 kr."
    assert "Birkelunden med 5 for 6: mister 116.640 kr." in who
    assert "Strandhuset med 5 for 4: får 88.364 kr." in who


def test_recipients_are_counted_and_not_what_their_names_begin_with() -> None:
    called = {"Birkelunden": "Hus med skov", "Strandhuset": "Hus med strand"}
    many, who = told(houses(names=[called.get(name, name) for name in TWELVE]))["et_barn"]
    assert many == "4 modtagere; ét barn flytter op til 116.640 kr."
    assert "Hus med skov med 5 for 6" in who and "Hus med strand med 5 for 4" in who


@pytest.mark.parametrize("most, only", [(4, ""), (3, "; beløbene er regnet for 3 af dem, dem med flest")])
def test_where_many_cross_the_amounts_are_those_of_the_largest(most: int, only: str,
                                                               monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(small_counts, "MOST_CROSSING", most)
    many, who = told(houses())["et_barn"]
    assert many == f"4 modtagere; ét barn flytter op til 116.640 kr.{only}"
    assert "Birkelunden med 5 for 6" in who and who.count(" for ") == most


def test_told_stops_nothing_and_no_name_leaves_the_sheet_of_checks() -> None:
    taken = houses()
    assert statuses(taken)["smaa_antal"] == FORTAELLES
    assert checked(taken).summary["roede"] == 0
    assert checked(taken).summary["svar"] == "Intet stopper. 3 gule tjek fortæller noget."
    plan = fordel_pulje(taken.snapshot(), {}, MADE, "0")
    assert isinstance(plan, Plan)
    said = texts([*plan.warnings, *plan.messages])
    assert not any("regnes ud" in line or "Vej:" in line for line in said)


def test_no_amount_is_changed() -> None:
    plan = fordel_pulje(houses().snapshot(), WHY, MADE, "0")
    assert isinstance(plan, Plan)
    assert [round(amount) for _, amount, _ in plan.summary["tabel"]] == [
        432_000, 77_760, 252_720, 0, 468_000, 155_520, 116_640, 136_080, 528_000, 155_520, 0, 77_760]


def test_a_threshold_on_the_parts_of_a_recipient_cannot_be_decided() -> None:
    rows = [["A", "Nord", 40, 3], ["B", "Nord", 60, 0], ["C", "Syd", 70, 20], ["D", "Syd", 50, 12]]
    columns = {name: f"Ark!${letter}$2:${letter}$5" for name, letter in
               (("navn", "A"), ("modtager", "B"), ("boern", "C"), ("noegle", "D"))}
    taken = case({"Ark": [["Institution", "Dagtilbud", "Børn", "Nøgle"], *rows]}, columns, pulje=1_000_000,
                 taerskel=0.05, taerskel_paa="institution")
    assert told(taken)["smaa_antal"][0] == "Kan ikke afgøres, og regnes for givet tilbage: Nord (0 til 100 børn)"


@pytest.mark.parametrize("limit, told_of", [(3, []), (4, []), (5, ["Lærken"])])
def test_the_least_count_that_is_shown_is_a_setting(limit: int, told_of: list[str]) -> None:
    """Kløverstien has 3 children that count, and is under the threshold, which tells nothing more; Lærken has 4."""
    lines = " ".join(told(houses(**TERMS, mindste_antal=limit)).get("smaa_antal", []))
    assert [name for name in ("Kløverstien", "Lærken") if f"{name} (" in lines] == told_of


@pytest.mark.parametrize("limit", [2, 4.5, -5])
def test_it_is_a_whole_number_of_three_or_more(limit: float) -> None:
    assert refused(houses(**TERMS, mindste_antal=limit)).startswith("Mindste antal, der vises: ")


@pytest.mark.parametrize("written", ["12.03.2026", datetime.date(2026, 3, 12), 46093])
def test_who_chose_it_and_when_stand_on_the_settings(written: Any) -> None:
    plan = planned(houses(**TERMS, mindste_antal=4, mindste_valgt_af="Børneudvalget", mindste_dato=written))
    cells = {cell.value for sheet in plan.sheets if sheet.key == NOEGLE for cell in sheet.cells}
    assert {"Små antal", "Mindste antal, der vises", "Mindste antal: valgt af", "Mindste antal: dato"} <= cells


def test_the_default_is_that_of_the_rules() -> None:
    assert SETTINGS["mindste_antal"].default == MINDST
