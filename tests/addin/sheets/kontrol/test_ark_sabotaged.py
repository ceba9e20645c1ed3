"""A solver that is wrong is noticed by the certificate, in a real LibreOffice, recalculated."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.addin.sheets.kontrol.recalculated import CHILDREN, NOT_OK, OK, STATUS, copied, distribute, made_edge, status
from tests.calc.office import Office
from udfs import distribution, solving, threshold

pytestmark = pytest.mark.soffice


def without_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    right = distribution.together

    def wrong(*arguments: Any, **named: Any) -> Any:
        limits = right(*arguments, **named)
        return limits._replace(hi=np.full_like(limits.hi, np.inf))

    monkeypatch.setattr(distribution, "together", wrong)


def strictly_over_the_threshold(monkeypatch: pytest.MonkeyPatch) -> None:
    """burden < threshold made burden <= threshold: the one exactly on it gets nothing."""
    right = threshold.reaches
    monkeypatch.setattr(threshold, "reaches",
                        lambda key, limit: right(key, limit) & (np.abs(key - limit) > 1e-6))


def a_krone_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    right = solving.largest_remainder

    def wrong(*arguments: Any) -> Any:
        done = right(*arguments)
        given = np.flatnonzero(done.ekstra > 0)[0]
        kept = np.flatnonzero((done.ekstra == 0) & (done.rest > 0))[0]
        moved = np.zeros(len(done.beloeb))
        moved[given], moved[kept] = -1, 1
        return done._replace(beloeb=done.beloeb + moved, ekstra=done.ekstra + moved)

    monkeypatch.setattr(solving, "largest_remainder", wrong)


@pytest.mark.parametrize(("sabotage", "make"), [(without_cap, made_edge), (strictly_over_the_threshold, made_edge),
                                                (a_krone_moved, made_edge), (without_cap, copied(CHILDREN)),
                                                (a_krone_moved, copied(CHILDREN))],
                         ids=lambda value: getattr(value, "__name__", ""))
def test_not_ok_when_the_solver_is_sabotaged(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                             sabotage: Callable[[pytest.MonkeyPatch], None],
                                             make: Callable[[Path], Path]) -> None:
    source = make(tmp_path / "ind.xlsx")
    sabotage(monkeypatch)
    office.open(str(distribute(source, tmp_path)))
    try:
        assert office.get(STATUS) == OK  # the program believes it, and says so in the cached value
        assert status(office) == NOT_OK  # the certificate does not
    finally:
        office.close()
