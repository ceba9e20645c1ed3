"""Any workbook with any settings: the certificate is OK, and not OK after any krone is moved."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from addin.workbook import Refusal
from tests.addin.sheets.kontrol.recalculated import NOT_OK, OK, amount_cells, change, distribute, status
from tests.builders import budget
from tests.calc.office import Office

pytestmark = pytest.mark.soffice
MOST_REFUSED = 15  # of the seeds: a minimum above the pool, a key that is zero for all


def drawn(seed: int, folder: Path) -> tuple[Path, dict[str, str]]:
    """A workbook and settings by the dice: few or many recipients, zeros, blanks, øre, caps, thresholds, units."""
    dice = random.Random(seed)
    need = (0.1, 0.05, 0.2, 0.08, 0, None, dice.random())
    rows = [(f"Hus {number}", dice.choice((0, dice.randint(1, 60))), dice.choice((0, dice.randint(1, 90))),
             dice.choice(need)) for number in range(dice.choice((1, 2, 3, 7, 28, 60)))]
    rows = [(*row[:3], 0 if row[3] is None and (row[1] or row[2]) else row[3]) for row in rows]  # else it is red
    pool = dice.choice((1000, 999.99, dice.randint(1, 10**7), 10**9, 0.07, dice.random() * 1e6))
    options = {"taerskel": ("10%", "5%", "0,1"), "taerskeltype": ("over",), "loft": ("5", "100", "1000", "20000"),
               "minimum": ("1", "100"), "afrunding": ("100", "0,01", "0,5"), "vaegt": ("1", "2", "3,3")}
    choices = {key: dice.choice(values) for key, values in options.items() if dice.random() < 0.4}
    return budget(folder / "ind.xlsx", rows, pool=[("Pulje, kr.", pool)]), choices


def test_ok_for_any_workbook_and_not_ok_after_any_krone_moved(office: Office, tmp_path: Path) -> None:
    refused = 0
    for seed in range(40):
        source, choices = drawn(seed, tmp_path)
        try:
            path = distribute(source, tmp_path, **choices)
        except Refusal:
            refused += 1
            continue
        office.open(str(path))
        try:
            assert status(office) == OK, (seed, choices)
            at = random.Random(seed).choice(amount_cells(path))
            assert change(office, {at: office.get(at) + 1}) == NOT_OK, (seed, at)
        finally:
            office.close()
            path.unlink()
    assert refused <= MOST_REFUSED
