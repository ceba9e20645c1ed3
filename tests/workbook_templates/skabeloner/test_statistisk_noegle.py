"""Randers' pool by a mean profile: the key, the recipients' sums and the index."""

from __future__ import annotations

import math

import pytest

from tests.workbook_templates.skabeloner.reading import field, lines
from workbook_templates.skabeloner.eksempel import HUSE

NAVN = "statistisk-noegle"


def test_the_key_is_profile_times_weighted_children_and_the_sums_are_the_recipients() -> None:
    shown = lines(NAVN, "Beregning", "Institution")
    keys = {hus.navn: (1.8 * hus.smaa + hus.store) * hus.profil + (0.25 if hus.navn == "Engblommen" else 0)
            for hus in HUSE}
    total, pool = math.fsum(keys.values()), field(NAVN, "Forudsætninger", "Pulje, kr.")
    assert pool == 9_590_000
    assert {name: line["Nøgle"] for name, line in shown.items()} == pytest.approx(keys)
    assert shown["Ellehuset"]["Nøgle"] == pytest.approx(5.67936)
    heading = "Modtagerens sum, før afrunding, kr."
    sums = {line["Modtager"]: line[heading] for line in shown.values() if line[heading] != ""
            and line[heading] is not None}
    nord = math.fsum(keys[hus.navn] for hus in HUSE if hus.dagtilbud == "Nord")
    assert sums["Nord"] == pytest.approx(pool * nord / total) and set(sums) == {"Nord", "Midt", "Syd", "Svalereden",
                                                                               "Lærken"}
    assert math.fsum(sums.values()) == pytest.approx(pool)


def test_the_index_is_the_profile_beside_the_country_s() -> None:
    shown = lines(NAVN, "Beregning", "Institution")
    assert shown["Ellehuset"]["Indeks mod landstal"] == pytest.approx(0.0612 / 0.045)
    assert shown["Ellehuset"]["Mærke"] in (None, "")
