"""Efterregulering: what was told before for the same year is held against what each gets now."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addin.finding.words import keys
from addin.hosts.files import job
from addin.workbook import a1
from tests.builders import workbook
from tests.calc.office import Office
from tests.planning import amounts, case, cell_of, cells, key_figures, planned, prove, refused, table, texts

ROWS = [["Institution", "Område", "Nøgle", "Udmeldt"], ["Anemonen", "Nord", 10, 300], ["Birken", "Nord", 20, 350],
        ["Cikorien", "Syd", 20, None]]
COLUMNS = {"navn": "Ark!$A$2:$A$4", "gruppe": "Ark!$B$2:$B$4", "noegle": "Ark!$C$2:$C$4",
           "udmeldt": "Ark!$D$2:$D$4"}


def made(rows: Any = ROWS, columns: Any = COLUMNS, **values: Any):
    return case({"Ark": rows}, columns, **{"pulje": 1000, **values})


def test_the_difference_stands_beside_the_amount_with_its_sums() -> None:
    lines = table(planned(made()), "fordeling")
    shown = {name: (line["Tildeling"], line["Udmeldt"], line["Efterregulering"]) for name, line in lines.items()}
    assert shown["Anemonen"] == (200, 300, -100) and shown["Birken"] == (400, 350, 50)
    assert shown["Cikorien"] == (400, 0, 400)  # a blank is nothing
    assert shown["Nord i alt"] == (600, 650, -50) and shown["I alt"] == (1000, 650, 350)


def test_what_is_said_of_it() -> None:
    plan = planned(made())
    figures = key_figures(plan)
    assert (figures["Udmeldt tidligere, kr."], figures["Efterregulering i alt, kr."]) == (650, 350)
    assert 'Tomme celler i "Udmeldt tidligere" tæller 0 for 1 institution: Cikorien.' in texts(plan.warnings)
    words = cells(plan, "bilag").values()
    assert "2 institutioner skal have mere, i alt 450 kr. Mest: Cikorien 400 kr.; Birken 50 kr." in words
    assert "1 institution skal betale tilbage, i alt 100 kr. Mest: Anemonen 100 kr." in words


def test_it_is_the_last_step_of_the_trail_and_only_where_it_is_used() -> None:
    line = table(planned(made()), "trin")["Anemonen"]
    assert list(line)[-3:-1] == ["Udmeldt", "Efterregulering"]
    assert (line["Udmeldt"], line["Efterregulering"]) == (300, -100)
    without = planned(made(columns={key: place for key, place in COLUMNS.items() if key != "udmeldt"}))
    for sheet in ("fordeling", "bilag", "trin", "kontrol"):
        assert not [text for text in map(str, cells(without, sheet).values())
                    if "dmeldt" in text or "fterreguler" in text], sheet


def test_the_amounts_are_as_without_it() -> None:
    without = {key: place for key, place in COLUMNS.items() if key != "udmeldt"}
    assert amounts(planned(made())) == amounts(planned(made(columns=without)))


def test_oere_stay_and_are_shown() -> None:
    rows = [ROWS[0], ["Anemonen", "Nord", 10, 300.25], *ROWS[2:]]
    plan = planned(made(rows))
    line = table(plan, "fordeling")["Anemonen"]
    assert (line["Udmeldt"], line["Efterregulering"]) == (300.25, -100.25)
    appendix = next(sheet for sheet in plan.sheets if sheet.key == "bilag")
    assert {cell.style for cell in appendix.cells if getattr(cell.value, "value", cell.value) == -100.25} == {
        "kr_oere_aendring"}


def test_in_thousands() -> None:
    rows = [ROWS[0], ["Anemonen", "Nord", 10, 0.3], ["Birken", "Nord", 20, 0.35], ROWS[3]]
    line = table(planned(made(rows, enhed_udmeldt="1.000 kr.", enhed_pulje="kr.")), "fordeling")["Birken"]
    assert (line["Udmeldt"], line["Efterregulering"]) == (350, 50)


def test_it_cannot_be_negative_or_in_a_saving() -> None:
    assert "Ark!D2" in refused(made([ROWS[0], ["Anemonen", "Nord", 10, -1], *ROWS[2:]]))
    assert refused(made(retning="besparelse")) == (
        "Efterregulering kan ikke bruges i en besparelse, men Ark!D2:D4 er udmeldt tidligere. Slet navnet "
        "Fordel_udmeldt, eller giv kolonnen en anden overskrift.")


@pytest.mark.parametrize(("heading", "setting"), [
    ("Udmeldt foreløbigt", "udmeldt"), ("Foreløbig tildeling 2027", "udmeldt"), ("Udmeldt i år (kr.)", "udmeldt"),
    ("Udmeldt (foreløbigt), kr.", "udmeldt"), ("Udmeldt tidligere, 1.000 kr.", "udmeldt"),
    ("Udmeldt", "sidste_aar"), ("Udmeldt 2026", "sidste_aar"), ("Udmeldt sidste år", "sidste_aar")])
def test_headings(heading: str, setting: str) -> None:
    """The pattern without a star wins; "udmeldt" alone is last year's, as it was."""
    assert keys(heading) == (setting,)


def test_a_column_is_found_by_its_heading(tmp_path: Path) -> None:
    rows = [("Institution", "Nøgle", "Udmeldt 2026", "Foreløbig tildeling 2027"), ("Anemonen", 1, 400, 450),
            ("Birken", 1, 500, 600), ("I alt", 2, 900, 1050)]
    source = workbook(tmp_path / "ind.xlsx", Budget=rows, Pulje=[("Pulje", 1000)])
    plan = job.run(source, tmp_path / "ud.xlsx", {}).plan
    line = table(plan, "fordeling")["Birken"]
    assert (line["Sidste år"], line["Udmeldt"], line["Efterregulering"]) == (500, 600, -100)
    assert plan.names["Fordel_udmeldt"] == "'Budget'!$D$2:$D$4"


def test_two_columns_that_could_be_it_are_not_asked_about(tmp_path: Path) -> None:
    """Nothing that only follows from the amounts may stop them."""
    rows = [("Institution", "Nøgle", "Udmeldt i år", "Foreløbig tildeling"), ("Anemonen", 1, 400, 450),
            ("Birken", 1, 500, 600)]
    plan = job.run(workbook(tmp_path / "ind.xlsx", Budget=rows, Pulje=[("Pulje", 1000)]), tmp_path / "ud.xlsx", {}).plan
    assert "Udmeldt" not in table(plan, "fordeling")["Birken"]
    assert [text for text in map(str, cells(plan, "opsaetning").values()) if "kan begge være Udmeldt tidligere" in text]


EVERYTHING = [["Institution", "Dagtilbud", "Børn", "Nøgle", "Udmeldt", "Fast", "Virkning", "Grund"],
              ["Anemonen", "Nord", 20, 4, 0.2005, None, None, None],
              ["Birken", "Nord", 20, 6, None, 60, "oven i", "aftale"],
              ["Cikorien", None, 40, 10, 0.55, None, None, None],
              ["Dueurten", None, 40, 10, 0.3, 40, "i stedet for", "aftale"]]
KEYS = ("navn", "modtager", "boern", "noegle", "udmeldt", "fast", "fast_virkning", "fast_grund")


def everything():
    """Recipients of several institutions, fixed amounts, and what was told before in 1.000 kr."""
    columns = {key: f"Ark!${letter}$2:${letter}$5" for key, letter in zip(KEYS, "ABCDEFGH", strict=True)}
    return case({"Ark": EVERYTHING}, columns, pulje=1100, enhed_udmeldt="1.000 kr.", enhed_fast="kr.",
                enhed_pulje="kr.")


def test_recipients_of_several_institutions_and_fixed_amounts() -> None:
    """1.100 - 60 - 40 = 1.000 by the keys 10 and 10."""
    lines = table(planned(everything()), "fordeling")
    shown = {name: (line["Tildeling"], line["Udmeldt"], line["Efterregulering"]) for name, line in lines.items()}
    assert shown == {"Nord": (560, 200.5, 359.5), "Cikorien": (500, 550, -50), "Dueurten": (40, 300, -260),
                     "I alt": (1100, 1050.5, 49.5)}


def shown_in(taken: Any, amount: float) -> str:
    """The cell of the result sheet that shows an amount."""
    (row, column), = (place for place, value in cells(planned(taken), "bilag").items() if value == amount)
    return f"Fordeling bilag!{a1(row, column)}"


@pytest.mark.soffice
def test_the_control_proves_it(office: Office, tmp_path: Path) -> None:
    taken = made()
    prove(office, taken, tmp_path, [
        (cell_of(taken, "udmeldt"), 301), (cell_of(taken, "udmeldt", 2), 1), (shown_in(taken, -100), -99),
        {cell_of(taken, "udmeldt"): 350, cell_of(taken, "udmeldt", 1): 300}])


@pytest.mark.soffice
def test_the_control_proves_it_with_everything(office: Office, tmp_path: Path) -> None:
    taken = everything()
    prove(office, taken, tmp_path, [
        (cell_of(taken, "udmeldt"), 0.2), (cell_of(taken, "udmeldt", 1), 0.001),
        (cell_of(taken, "enhed_udmeldt"), "kr."), (cell_of(taken, "fast", 3), 41)])
