"""`--genberegn`: LibreOffice computes a copy, the saved values are compared, and the result says who computed."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin import libreoffice
from addin.settings.seen.computed_again import COMPUTED, SAVED, WHOSE
from addin.settings.seen.uncomputed import UNCOMPUTED
from addin.workbook import Refusal
from tests.addin.settings.seen.owners import HOUSES, POOL, RIGHT, Change, amounts, owned, run
from tests.addin.settings.seen.test_uncomputed import formula
from tests.planning import cells, texts

KEYS = [formula(row, 3, f"=1*{house[3]}", house[3]) for row, house in enumerate(HOUSES, 4)]


@pytest.mark.soffice
def test_values_that_are_right_are_used_and_the_result_says_who_computed(tmp_path: Path) -> None:
    plan, questions = run(owned(tmp_path / "b.xlsx", *KEYS), recalculate=True)
    assert questions == {} and amounts(plan) == RIGHT
    (told,) = [warning for warning in texts(plan.warnings) if "--genberegn" in warning]
    assert told.startswith("Formlerne er beregnet af LibreOffice ")
    assert told.endswith(" (--genberegn): 6 af 6 formler, der bruges.")
    assert told in " ".join(str(value).strip() for value in cells(plan, "bilag").values())  # over lines


@pytest.mark.soffice
@pytest.mark.parametrize("saved", ["", 0])
def test_what_nobody_had_computed_is_computed(tmp_path: Path, saved: object) -> None:
    """Without the option it is refused, or asked about; the file itself stays as it is."""
    changes: list[Change] = [formula(5, 3, "=3+4", saved), formula(1, 1, "=SUM(H1:H2)", saved),
                             lambda book, sheet: sheet.write_column(0, 7, [POOL / 2, POOL / 2])]
    path = owned(tmp_path / "b.xlsx", *changes)
    data = path.read_bytes()
    plan, questions = run(path, {WHOSE: COMPUTED}, recalculate=True)
    assert amounts(plan) == RIGHT and path.read_bytes() == data
    assert list(questions) == ([WHOSE] if saved == 0 else [])


@pytest.mark.soffice
@pytest.mark.parametrize(("answer", "key"), [(COMPUTED, 7), (SAVED, 3)])
def test_where_the_two_differ_the_user_says_which_counts(tmp_path: Path, answer: str, key: int) -> None:
    path = owned(tmp_path / "b.xlsx", formula(5, 3, "=2+5", 3))
    plan, questions = run(path, {WHOSE: answer}, recalculate=True)
    (question,) = questions.values()
    assert "beregner 1 formel til noget andet, end der er gemt: Dagtilbud!D6 (gemt 3, beregnet 7)" in question.text
    assert amounts(plan)["Birkelunden"] == pytest.approx(POOL * key / (63 + key), abs=1)


@pytest.mark.soffice
def test_what_libreoffice_cannot_compute_is_used_as_it_is_saved_and_told(tmp_path: Path) -> None:
    path = owned(tmp_path / "b.xlsx", formula(5, 3, "=UKENDT_FUNKTION(3)", 7))
    plan, questions = run(path, recalculate=True)
    assert questions == {} and amounts(plan) == RIGHT
    unknown = "kunne ikke beregne Dagtilbud!D6; de er brugt, som de er gemt"
    assert any(unknown in warning for warning in texts(plan.warnings))


@pytest.mark.soffice
def test_all_three_commands_take_it(fordel, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = owned(tmp_path / "b.xlsx", *KEYS)
    for command in ("opsaet", "tjek", "pulje"):
        answer = fordel(command, path, "--genberegn", "--ud", str(tmp_path / f"{command}.xlsx"))
        assert answer.code == 0, answer.err
    assert "beregnet af LibreOffice" in " ".join(answer.out.split())


@pytest.mark.parametrize(("program", "says"), [(None, "bruger LibreOffice på denne maskine, og det er der ikke"),
                                               ("/bin/false", "LibreOffice kunne ikke beregne b.xlsx")])
def test_without_it_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str | None,
                                       says: str) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: program)
    with pytest.raises(Refusal, match=says):
        run(owned(tmp_path / "b.xlsx", *KEYS), recalculate=True)
    assert not (tmp_path / "ud.xlsx").exists()


def test_a_placeholder_is_asked_about_without_it(tmp_path: Path) -> None:
    _, questions = run(owned(tmp_path / "b.xlsx", formula(5, 3, "=3+4", 0)), {UNCOMPUTED: "rigtigt"})
    assert "--genberegn" in next(iter(questions.values())).text
