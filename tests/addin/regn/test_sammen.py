"""What cannot be used together, as each part says it: refused in Danish where it says so, and run where it does not.
The pairs of parts: tests/addin/dele/test_par.py."""

from __future__ import annotations

from typing import Any

import pytest

from addin.dele import DELE, kerne
from addin.dele.form import FOERST, NOEGLE, VED_SIDEN
from addin.figures.foer import FOER
from addin.settings import cells
from tests.addin.dele.test_ejere import KEY, SHEETS, TABLE
from tests.addin.dele.test_par import PARTS
from tests.planning import Case, case, planned, refused
from workbook_templates.indstillinger import BESPARELSE, OMRAADE, TILDELING
from workbook_templates.opsaetning import SETTINGS
from workbook_templates.overskrifter import ETIKETTER

BESIDE = {"fast": ("fast_virkning", "fast_grund"), "hoejst_andel": ("grundbudget",)}
SAID = {"garanti": 0.5, "hoejst": 3, "andel_nyt": 0.5, "centralt": 100, "hoejst_andel": 0.5,
        "grundbeloeb": 50, "centralt_andel": 0.1}
OWNERS = (*((part.navn, part.ikke_i) for part in DELE), ("", kerne.IKKE_I))
REFUSED = [(direction, key, navn) for navn, owner in OWNERS for direction, keys in owner.items() for key in keys]


def made(direction: str, *columns: str, **values: Any) -> Case:
    own = {"grundbudget"} if direction == BESPARELSE else {"sidste_aar"}
    return case({"Ark": SHEETS["Ark"]}, {key: TABLE[key] for key in {*KEY, *own, *columns}},
                **{"pulje": 1000, "retning": direction, **values})


def with_setting(direction: str, key: str) -> Case:
    columns = (key,) if SETTINGS[key].kind == OMRAADE else ()
    return made(direction, *columns, *BESIDE.get(key, ()), **({} if columns else {key: SAID[key]}))


@pytest.mark.parametrize(("direction", "key", "navn"), REFUSED)
def test_what_a_direction_refuses_is_refused_with_what_to_do(direction: str, key: str, navn: str) -> None:
    label, said = SETTINGS[key].label, refused(with_setting(direction, key))
    if SETTINGS[key].kind == OMRAADE:
        place = TABLE[key].replace("!$", "!").replace("$", "")
        assert said == (f"{navn.capitalize()} kan ikke bruges i en {direction}, men {place} er {label.lower()}. Slet "
                        f"navnet Fordel_{key}, eller giv kolonnen en anden overskrift.")
    else:
        assert said == label + {BESPARELSE: " kan ikke bruges i en besparelse. Tøm indstillingen.",
                                TILDELING: " kan kun bruges, når pengene er en besparelse."}[direction]


@pytest.mark.parametrize(("direction", "key", "navn"), REFUSED)
def test_and_runs_in_the_other(direction: str, key: str, navn: str) -> None:
    planned(with_setting({BESPARELSE: TILDELING, TILDELING: BESPARELSE}[direction], key))


@pytest.mark.parametrize("part", [part.key for part in DELE if BESPARELSE not in part.ikke_i])
def test_a_part_that_says_nothing_of_a_saving_runs_in_one(part: str) -> None:
    columns, values = PARTS[part]
    planned(made(BESPARELSE, *columns, **values))


def test_several_settings_are_told_in_one_sentence_and_a_column_before_them() -> None:
    several = {"garanti": 0.5, "andel_nyt": 0.5, "centralt": 10}
    assert refused(made(BESPARELSE, **several)) == (
        "Garanti, mindst af sidste år og Indfasning, andel ny fordeling og Central pulje, af toppen kan ikke bruges i "
        "en besparelse. Tøm indstillingen.")
    assert "Ansøgt beløb kan ikke bruges i en besparelse, men Ark!" in refused(made(BESPARELSE, "ansoegt", **several))


def test_fixed_amounts_that_are_none_refuse_nothing() -> None:
    rows = [line[:12] + [None] * 3 + line[15:] for line in SHEETS["Ark"]]
    columns = {key: TABLE[key] for key in (*KEY, *PARTS["fast"][0], "grundbudget")}
    planned(case({"Ark": rows}, columns, pulje=1000, retning=BESPARELSE))
    columns = {key: TABLE[key] for key in (*KEY, *PARTS["fast"][0], "sidste_aar")}
    planned(case({"Ark": rows}, columns, pulje=1000, andel_nyt=0.5))


def test_what_is_needed_and_not_there_is_asked_for_by_all_who_need_it() -> None:
    places = {key: TABLE[key] for key in KEY}
    said = refused(case({"Ark": SHEETS["Ark"]}, places, pulje=1000, garanti=0.5, hoejst=3, andel_nyt=0.5))
    assert said.startswith("Garanti, mindst af sidste år og Højst af sidste år og Indfasning, andel ny fordeling: der "
                           "er ingen kolonne med sidste års tildeling.")


def test_a_place_is_filled_by_one_part_and_what_is_named_is_there() -> None:
    fills = [part.fylder for part in DELE if part.fylder]
    assert sorted(fills) == sorted({FOERST, NOEGLE, VED_SIDEN})
    assert all(part.udelukker <= set(fills) and part.kraever <= {FOER} for part in DELE)
    assert all(part.navn for part in DELE if part.fylder in (VED_SIDEN, FOERST))
    columns = {part for part in DELE for keys in part.ikke_i.values() for key in keys if SETTINGS[key].kind == OMRAADE}
    assert all(part.navn for part in columns)
    assert all(set(keys) <= part.ejer for part in DELE for keys in part.ikke_i.values())


def test_a_label_of_what_the_direction_refuses_is_not_found() -> None:
    """The finding lies below the parts, and has the list of those with labels once more; a price level is refused in
    none, and used in none where nothing is of last year."""
    labelled = {key for direction, key, _ in REFUSED if direction == BESPARELSE and key in ETIKETTER}
    assert labelled | {"pl"} == set(cells.NOT_OF_A_SAVING)
