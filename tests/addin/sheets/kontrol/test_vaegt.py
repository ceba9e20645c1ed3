"""What an institution counts with after the threshold, as the control has it; that it is right, tests/addin/figures/
test_threshold.py and test_recipients.py prove in LibreOffice."""

from __future__ import annotations

from addin.sheets.kontrol import vaegt


def made(by_group: bool) -> str:
    return vaegt.formula(lambda key: f"{key}1", lambda key: f"{key}1:9", "boern", by_group, "$C$1", "$C$2")


def test_a_group_is_tested_by_all_its_keys_and_children() -> None:
    whole, children = (f"SUMIF(gruppe_nr1:9,gruppe_nr1,{key}1:9)" for key in ("noegle", "boern"))
    assert made(True) == f"IF({whole}-$C$1*{children}<-1E-9*MAX(1,ABS({whole})),0,noegle1)"


def test_an_institution_is_tested_by_its_own() -> None:
    above, noise = "noegle1-$C$1*boern1", "1E-9*MAX(1,ABS(noegle1))"
    assert made(False) == f"IF($C$2=1,IF({above}<={noise},0,{above}),IF({above}<-{noise},0,noegle1))"
