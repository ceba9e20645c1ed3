"""The button *Sagsbilag som PDF* in a LibreOffice with the extension installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.addin.sagsbilag.heard import Heard
from tests.calc.office import Office

pytestmark = pytest.mark.soffice
CALLS, INSIDE = "tests.hosts_agree.calc_calls", "tests.addin.hosts.calc.inside"


def press(office: Office, **answers: object) -> str:
    return office.call(CALLS, "press", "sagsbilag", answers)


def test_the_page_lies_beside_the_document_and_can_be_heard(office: Office, budget_2023: Path) -> None:
    before = budget_2023.read_bytes()
    said = press(office, taerskel="2,5%", udgave="høring")
    made = budget_2023.with_name("Budget 2023 sagsbilag.pdf")
    assert f"Sagsbilag: {made}" in said and 'Se arkene "Fordeling (høring)"' in said
    assert sorted(path.name for path in budget_2023.parent.iterdir() if path.suffix != "#" and "lock" not in path.name
                  ) == [made.name, budget_2023.name]
    heard = Heard(made.read_bytes())
    assert heard.title.startswith("UDKAST I HØRING: ") and heard.language == "da-DK"
    assert heard.pages[0].lstrip().startswith("UDKAST I HØRING")
    assert "9.590.000" in heard.text and "2,5 %" in heard.text
    assert heard.count("H1") >= 1 and heard.count("Table") >= 1 and heard.alts
    assert budget_2023.read_bytes() == before
    assert office.call(INSIDE, "undo") == ["|", "Sagsbilag som PDF"] and "Fordeling (høring)" not in office.sheets()


def test_again_it_is_made_anew_but_never_over_what_is_not_ours(office: Office, budget_2023: Path) -> None:
    made = budget_2023.with_name("Budget 2023 sagsbilag.pdf")
    made.write_bytes(b"%PDF-1.4 en andens")
    said = press(office)
    assert "findes allerede, og Fordel har ikke lavet den" in said and "Dokumentet er ikke rørt" in said
    assert made.read_bytes() == b"%PDF-1.4 en andens" and office.call(INSIDE, "steps") == ["|"]
    made.unlink()
    press(office)
    first = Heard(made.read_bytes())
    assert f"Sagsbilag: {made}" in press(office, pulje="9000000")
    assert "9.000.000" in Heard(made.read_bytes()).text and "9.000.000" not in first.text


def test_why_it_cannot_be_written_is_told_in_danish(office: Office, budget_2023: Path) -> None:
    budget_2023.parent.rename(budget_2023.parent.with_name("flyttet"))
    try:
        assert "Budget 2023 sagsbilag.pdf kan ikke skrives (den findes ikke)." in press(office)
    finally:
        budget_2023.parent.with_name("flyttet").rename(budget_2023.parent)
