"""The sheet of checks: its verdict, its findings, and how many more there are."""

from __future__ import annotations

from tests.addin.checks.checking import checked, made


def test_many_findings_are_counted() -> None:
    rows = [[f"Børnehuset {word}", 40, 10 + at, None, None] for at, word in enumerate(
        ("Ahorn", "Birk", "Ceder", "Douglas", "Eg", "Fyr", "Gran", "Hassel", "Ildtorn", "Jasmin"))]
    rows[0][3] = 400
    columns = {"navn": "Ark!$A$2:$A$11", "boern": "Ark!$B$2:$B$11", "noegle": "Ark!$C$2:$C$11",
               "sidste_aar": "Ark!$D$2:$D$11"}
    plan = checked(made(rows, columns, pulje=400))
    text = next(str(cell.value) for cell in plan.sheets[0].cells if "ingen tildeling sidste år" in str(cell.value))
    assert text.count("\n") == 8 and text.endswith("og 1 til")
