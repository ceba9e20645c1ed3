"""Our functions in one session of LibreOffice, against native formulas that do the same."""

from __future__ import annotations

from pathlib import Path

from addin.packaging.oxt import oxt
from tests.benchmarks.measure import Ratio, Run
from tests.calc.office import Office

WHAT = {
    "children": ("LibreOffice: 60,000 children x 6 counted and a pool shared, against native formulas", 1 / 5),
    "capped": ("LibreOffice: 400 recipients, threshold and cap, against native formulas", 1 / 5),
    "opening": ("LibreOffice: 2,000 of our formulas on opening, against 2,000 SUMPRODUCT", None),
}


def in_libreoffice(folder: Path) -> list[Ratio]:
    """Raises where the two ways do not come to the same."""
    extension = folder / "fordel.oxt"
    extension.write_bytes(oxt())
    office = Office(extension)
    try:
        found = office.call("tests.benchmarks.calc_inside", "measured", str(folder))
    finally:
        office.stop()
    ratios = []
    for key, ((ours, value), (native, other)) in found.items():
        what, most = WHAT[key]
        if abs(value - other) > 1e-6 * abs(other):
            raise AssertionError(f"{what}: {value} is not {other}")
        ratios.append(Ratio(what, Run(ours, 0), Run(native, 0), most))
    return ratios
