"""What each has applied for, and gets no more than: by any key, beside fixed amounts, and proven."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.addin.figures.test_foer import APPLIED, COLUMNS, made, with_fixed
from tests.calc.office import Office
from tests.planning import amounts, cell_of, key_figures, planned, prove, refused, table, texts


def test_nobody_gets_more_than_was_applied_for() -> None:
    """The key is what was applied for: half of 1.400 is cut alike, and 2.000 is more than enough."""
    columns = {**COLUMNS, "noegle": "Ark!$H$2:$H$4", "ansoegt": "Ark!$H$2:$H$4"}
    assert amounts(planned(made(APPLIED, columns, pulje=700))) == {"Anemonen": 150, "Birken": 250, "Cikorien": 300}
    plan = planned(made(APPLIED, columns, pulje=2000))
    assert amounts(plan) == {"Anemonen": 300, "Birken": 500, "Cikorien": 600}
    figures = key_figures(plan)
    assert (figures["Ansøgt i alt, kr."], figures["Institutioner ved det ansøgte"]) == (1400, 3)
    assert figures["Ikke fordelt, kr."] == 600
    assert table(plan, "trin")["Birken"]["Bundet af"] == "ansøgt"


def test_what_was_applied_for_bounds_any_key_and_fixed_amounts() -> None:
    applied = {"ansoegt": "Ark!$H$2:$H$4"}
    assert amounts(planned(made(APPLIED, {**COLUMNS, **applied}))) == {"Anemonen": 300, "Birken": 350, "Cikorien": 350}
    assert amounts(planned(with_fixed(APPLIED, applied))) == {"Anemonen": 300, "Birken": 50, "Cikorien": 600}
    more = [*APPLIED[:1], [*APPLIED[1][:4], 400, *APPLIED[1][5:]], *APPLIED[2:]]
    said = refused(with_fixed(more, applied))
    assert "det faste beløb er 400 kr., men der er ansøgt om 300 kr." in said and "Anemonen, Ark!H2" in said
    blank = [*APPLIED[:3], [*APPLIED[3][:7], None]]
    warnings = texts(planned(made(blank, {**COLUMNS, **applied})).warnings)
    assert any(warning.startswith('Tomme celler i "Ansøgt beløb" tæller 0 for 1') for warning in warnings)
    crossing = refused(with_fixed(APPLIED, applied, garanti=0.9))
    assert "garantien er 450 kr., men der er ansøgt om 300 kr." in crossing
    assert "Ansøgt beløb kan ikke bruges i en besparelse" in refused(
        made(APPLIED, {**COLUMNS, **applied, "grundbudget": "Ark!$D$2:$D$4"}, retning="besparelse"))


@pytest.mark.soffice
def test_the_control_follows_fixed_amounts_and_applications(office: Office, tmp_path: Path) -> None:
    rows = [*APPLIED[:1], [*APPLIED[1][:7], 560], *APPLIED[2:]]
    taken = with_fixed(rows, {"ansoegt": "Ark!$H$2:$H$4"}, garanti=0.9, hoejst=1.6, pl=0.02, pulje=900)
    prove(office, taken, tmp_path, [
        (cell_of(taken, "fast"), 120), (cell_of(taken, "fast_virkning"), "i stedet for"),
        (cell_of(taken, "ansoegt"), 561), (cell_of(taken, "sidste_aar", 2), 201), (cell_of(taken, "garanti"), 0.95),
        (cell_of(taken, "enhed_ansoegt"), "1.000 kr.")])
