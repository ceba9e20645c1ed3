"""python -m tests.layouts: the report on all layouts, or on those whose name holds a pattern."""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from pathlib import Path

from tests.calc.office import Office
from tests.layouts import disturbed, report
from tests.layouts.catalogue import LAYOUTS
from tests.layouts.judge import WRONG, prepare


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.layouts", description=__doc__)
    parser.add_argument("--navn", default="", metavar="MØNSTER", help="kun layouts, hvis navn passer (regulært udtryk)")
    parser.add_argument("-v", "--verbose", action="store_true", help="alle layouts, ikke kun dem, der gik galt")
    parser.add_argument("--calc", action="store_true", help="også som LibreOffice gemmer dem")
    parser.add_argument("--forstyr", type=int, default=0, metavar="GANGE",
                        help="også med en del, en pulje mere og en bemærkning ved siden af, trukket så mange gange")
    parser.add_argument("--godkend", action="store_true", help="skriv det, der gik galt, i misses.txt")
    parser.add_argument("--gem", metavar="MAPPE", help="behold projektmapperne her")
    wanted = parser.parse_args()
    chosen = [layout for layout in LAYOUTS if re.search(wanted.navn, layout.name, re.IGNORECASE)]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(wanted.gem or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        prepared = prepare(chosen, folder)
        outcomes = report.run(prepared)
        apart = Path(temporary) / "disturbed"  # they have the names of the others
        apart.mkdir()
        for seed in range(wanted.forstyr):
            outcomes += disturbed.run(chosen, apart, seed)
        if wanted.calc:
            converted = Path(temporary) / "calc"
            converted.mkdir()
            office = Office()
            outcomes += report.run_calc(office, prepared, converted)
            office.stop()
    print(report.tell(outcomes, wanted.verbose))
    if wanted.godkend:
        assert not wanted.navn, "kun hele listen kan godkendes"
        report.write_golden(outcomes)
    return int(any(outcome.kind == WRONG for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
