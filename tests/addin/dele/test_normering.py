"""Normering: what each amount buys in positions, or in weekly hours, at the pay the user has said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addin.hosts.files import job
from tests.builders import workbook
from tests.calc.office import Office
from tests.planning import amounts, case, cell_of, cells, key_figures, place_of, planned, prove, refused, table, texts

ROWS = [["Institution", "Område", "Nøgle"], ["Anemonen", "Nord", 10], ["Birken", "Nord", 20], ["Cikorien", "Syd", 20]]
COLUMNS = {"navn": "Ark!$A$2:$A$4", "gruppe": "Ark!$B$2:$B$4", "noegle": "Ark!$C$2:$C$4"}
MIXED = {"loen_paedagog": 500_000, "loen_medhjaelper": 400_000, "andel_paedagoger": 0.6}  # 460.000 kr. a position
PAY, MORE_PAY, SHARE = (MIXED[key] for key in ("loen_paedagog", "loen_medhjaelper", "andel_paedagoger"))


def made(rows: Any = ROWS, columns: Any = COLUMNS, **values: Any):
    return case({"Ark": rows}, columns, **{"pulje": 2_300_000, **values})


def bought(taken: Any, sheet: str = "fordeling") -> dict[str, tuple[Any, Any]]:
    lines = table(planned(taken), sheet)
    return {name: (pytest.approx(line.get("Pædagoger")), pytest.approx(line.get("Medhjælpere")))
            for name, line in lines.items()}


def test_positions_of_both_kinds_with_their_sums() -> None:
    """2.300.000 is 5 positions of 460.000 kr.: 3 pædagoger and 2 medhjælpere."""
    for sheet in ("fordeling", "trin"):
        found = bought(made(**MIXED), sheet)
        assert found["Anemonen"] == (0.6, 0.4) and found["Birken"] == (1.2, 0.8)
        assert found["I alt"] == (3, 2)
    assert bought(made(**MIXED))["Nord i alt"] == (1.8, 1.2)


def test_in_weekly_hours() -> None:
    plan = planned(made(**MIXED, normering_i="timer"))
    assert table(plan, "fordeling")["I alt"]["Pædagoger"] == pytest.approx(3 * 37)
    assert "Pædagoger, timer pr. uge" in cells(plan, "bilag").values()
    assert "timer pr. uge" in cells(plan, "trin").values()
    assert "60 % x beløbet / årslønnen pr. stilling, 460.000 kr. x 37" in cells(plan, "trin").values()


def test_what_it_is_made_from_stands_on_the_result() -> None:
    plan = planned(made(**MIXED))
    figures = key_figures(plan)
    assert (figures["Årsløn pr. stilling, kr."], figures["Andel pædagoger"]) == (460_000, 0.6)
    assert "60 % x 500.000 kr. + 40 % x 400.000 kr." in cells(plan, "bilag").values()


def test_the_cells_are_formulas_over_the_result_sheet_alone() -> None:
    """Not over the settings: an edition that has been sent does not change with the next one's pay."""
    plan = planned(made(**MIXED))
    front = next(sheet for sheet in plan.sheets if sheet.key == "bilag")
    texts = [cell.value.text for cell in front.cells if cell.style == "normering" and hasattr(cell.value, "text")]
    assert len(texts) == 6 and not [text for text in texts if "Fordel_" in text]


def test_only_paedagoger() -> None:
    line = table(planned(made(loen_paedagog=460_000)), "fordeling")["I alt"]
    assert line["Pædagoger"] == pytest.approx(5) and "Medhjælpere" not in line


def test_only_medhjaelpere() -> None:
    line = table(planned(made(loen_medhjaelper=460_000, andel_paedagoger=0)), "fordeling")["I alt"]
    assert line["Medhjælpere"] == pytest.approx(5) and "Pædagoger" not in line


LIST = 20  # the control's list of all settings stands right of its tables


def test_nothing_of_it_where_it_is_not_asked_for() -> None:
    plan = planned(made(normering_i="timer"))
    for sheet in ("fordeling", "bilag", "trin", "kontrol"):
        words = [text for (_, column), value in cells(plan, sheet).items() if "dhjælper" in (text := str(value))
                 or "Årsløn" in text if column < LIST or sheet != "kontrol"]
        assert words == [], sheet
    assert amounts(plan) == amounts(planned(made(**MIXED)))


def test_a_label_alone_is_not_taken(tmp_path: Path) -> None:
    """Budgets have such pay for other ends; a result gets no columns that nobody asked for."""
    source = workbook(tmp_path / "ind.xlsx", Budget=[("Institution", "Nøgle"), ("Anemonen", 1), ("Birken", 1)],
                      Pulje=[("Pulje", 1000), ("Årsløn pædagog", 478_000)])
    assert "Pædagoger" not in table(job.run(source, tmp_path / "ud.xlsx", {}).plan, "fordeling")["Birken"]
    plan = job.run(source, tmp_path / "ud2.xlsx", {"loen_paedagog": "Pulje!B2"}).plan
    assert table(plan, "fordeling")["Birken"]["Pædagoger"] == pytest.approx(500 / 478_000)
    assert plan.names["Fordel_loen_paedagog"] == "'Pulje'!$B$2"


def test_refusals_name_the_setting() -> None:
    assert refused(made(loen_paedagog=0)) == (
        "Årsløn, pædagog: 0 kr. kan ikke bruges; skriv årslønnen for en fuldtidsstilling.")
    assert refused(made(loen_medhjaelper=400_000)) == (
        "Andel pædagoger mangler: skriv den, når der er en årsløn for medhjælpere, fx 60 %.")
    assert refused(made(loen_paedagog=500_000, andel_paedagoger=0.6)) == "Årsløn, medhjælper: cellen er tom."
    assert refused(made(andel_paedagoger=0.6)) == "Årsløn, pædagog: cellen er tom."
    assert refused(made(**{**MIXED, "andel_paedagoger": 60})) == (
        "Andel pædagoger: 60 ligger ikke mellem 0 og 1; skriv =5/12 eller 60 %.")
    assert "Årsløn, pædagog: -1 er negativ" in refused(made(loen_paedagog=-1))
    assert "Normering vises i" in refused(made(**MIXED, normering_i="årsværk"))


def test_pay_of_a_month_or_in_thousands_is_told() -> None:
    asked = "Årsløn, pædagog er 478 kr. Er det kr. for et år og en fuldtidsstilling?"
    assert asked in texts(planned(made(loen_paedagog=478)).warnings)
    assert not [text for text in texts(planned(made(**MIXED)).warnings) if "Årsløn" in text]


def test_positions_of_a_saving_are_fewer() -> None:
    line = table(planned(made(**MIXED, retning="besparelse")), "fordeling")["Anemonen"]
    assert (line["Færre pædagoger"], line["Færre medhjælpere"]) == (pytest.approx(0.6), pytest.approx(0.4))


EVERYTHING = [["Institution", "Dagtilbud", "Nøgle", "Fast", "Virkning", "Grund", "Udmeldt"],
              ["Anemonen", "Nord", 4, None, None, None, 100_000], ["Birken", "Nord", 6, 60_000, "oven i", "aftale", 0],
              ["Cikorien", None, 10, None, None, None, None]]
KEYS = ("navn", "modtager", "noegle", "fast", "fast_virkning", "fast_grund", "udmeldt")


def everything():
    """Recipients of several institutions, fixed amounts, what was told before, and weekly hours."""
    columns = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in zip(KEYS, "ABCDEFG", strict=True)}
    return case({"Ark": EVERYTHING}, columns, pulje=1_060_000, **MIXED, normering_i="timer")


def test_the_fixed_amounts_buy_too() -> None:
    found = bought(everything())
    assert found["Nord"] == (0.6 * 560_000 / 460_000 * 37, 0.4 * 560_000 / 460_000 * 37)
    assert found["I alt"] == (0.6 * 1_060_000 / 460_000 * 37, 0.4 * 1_060_000 / 460_000 * 37)


def positions_of(taken: Any, name: str) -> str:
    """The cell of the result sheet with a recipient's pædagoger."""
    return place_of(planned(taken), name, "Pædagoger")


@pytest.mark.soffice
def test_the_control_proves_it(office: Office, tmp_path: Path) -> None:
    taken = made(**MIXED)
    prove(office, taken, tmp_path, [
        (cell_of(taken, "loen_paedagog"), PAY + 1), (cell_of(taken, "loen_medhjaelper"), MORE_PAY + 1),
        (cell_of(taken, "andel_paedagoger"), SHARE + 0.01), (cell_of(taken, "normering_i"), "timer"),
        (positions_of(taken, "Birken"), 1.21), (cell_of(taken, "loen_paedagog"), None)])


@pytest.mark.soffice
def test_the_control_proves_it_with_everything(office: Office, tmp_path: Path) -> None:
    taken = everything()
    prove(office, taken, tmp_path, [
        (cell_of(taken, "loen_paedagog"), PAY + 1), (cell_of(taken, "normering_i"), "stillinger"),
        (cell_of(taken, "udmeldt"), 99_999), (positions_of(taken, "Cikorien"), 0)])


@pytest.mark.soffice
def test_the_control_proves_paedagoger_alone(office: Office, tmp_path: Path) -> None:
    taken = made(loen_paedagog=460_000)
    prove(office, taken, tmp_path, [(cell_of(taken, "loen_paedagog"), 460_001),
                                    (cell_of(taken, "andel_paedagoger"), 0.9)])
