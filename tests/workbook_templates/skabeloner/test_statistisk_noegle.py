"""Randers' pool by a mean profile: the key, the recipients' sums and the index."""

from __future__ import annotations

import math

import pytest

from addin.filejobs.skabelon.write import made
from tests.workbook_templates.skabeloner.reading import changed, field, lines, with_cells
from workbook_templates.skabeloner import skabelon
from workbook_templates.skabeloner.eksempel import HUSE
from workbook_templates.skabeloner.form import Skabelon, Vaerdi

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


def first_line(template: Skabelon, *columns: str) -> list[Vaerdi]:
    """What stands in the first line of Beregning, by the keys of its columns."""
    done = made(template)
    return [done.values.value((sheet, box.row, box.column))
            for sheet, box in (done.book.columns["ber", key] for key in columns)]


def test_a_profile_in_per_cent_is_the_same_beside_the_country_s() -> None:
    profile = with_cells(changed(NAVN, profil_i="procent"), "inst", 1, profil=6.12)
    assert first_line(profile, "mod_landet", "noegle") == pytest.approx([0.0612 / 0.045, 5.67936])


@pytest.mark.parametrize(("behind", "shown"), [(9, False), (10, True)])
def test_a_profile_of_few_children_is_marked_and_its_index_is_not_shown(behind: int, shown: bool) -> None:
    template = with_cells(skabelon(NAVN), "inst", 1, bag=behind)
    of_kommune, of_country, mark = first_line(template, "mod_kommunen", "mod_landet", "maerke")
    assert (of_kommune != "", of_country != "", mark == "") == (shown, shown, shown)


@pytest.mark.parametrize(("cells", "said"), [
    ({"bag": None}, "Skriv børn bag profilen"), ({"profil": None}, "Skriv profilen"),
    ({"aendring": 0.1}, "Skriv, hvorfor nøglen er ændret"), ({"aendring": 0.1, "grund": "Nyt boligområde"}, "")])
def test_what_is_missing_is_said(cells: dict[str, Vaerdi], said: str) -> None:
    assert first_line(with_cells(skabelon(NAVN), "inst", 1, **cells), "maerke") == [said]
