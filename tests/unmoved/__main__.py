"""python -m tests.unmoved: whether any plan is another than the one whose hash is kept.

With --gem FOLDER the plans are written there as text, to be compared with what another version wrote; --godkend keeps
the hashes of today, and then what moved is said in the commit, with why.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import tempfile
from itertools import islice
from pathlib import Path

from tests.unmoved.cases import cases
from tests.unmoved.dump import dumped

KEPT = Path(__file__).with_name("hashes.txt")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.unmoved", description=__doc__)
    parser.add_argument("--gem", type=Path, metavar="MAPPE", help="skriv planerne her som tekst")
    parser.add_argument("--hver", type=int, default=1, metavar="N", help="kun hver N'te, mens du arbejder")
    parser.add_argument("--godkend", action="store_true", help="behold dagens aftryk")
    wanted = parser.parse_args()
    found: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for case in islice(cases(Path(folder)), None, None, wanted.hver):
            text = "\n\n".join(map(dumped, case.answers()))
            assert case.name not in found, case.name
            found[case.name] = hashlib.sha256(text.encode()).hexdigest()
            if wanted.gem:
                keep(wanted.gem, case.name, text)
    kept = read()
    compared = found if wanted.hver > 1 else {**kept, **found}
    moved = [name for name in compared if kept.get(name) != found.get(name)]
    print(*(f"moved: {name}" for name in moved), sep="\n")
    print(f"{len(found)} cases, {len(moved)} moved")
    if wanted.godkend and wanted.hver == 1:
        KEPT.write_text("".join(f"{sha} {name}\n" for name, sha in found.items()), encoding="utf-8")
    return int(bool(moved) and not wanted.godkend)


def keep(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    plain = re.sub(r"[^\w .,-]", "", name)[:150]
    (folder / f"{plain}.txt").write_text(text + "\n", encoding="utf-8")


def read() -> dict[str, str]:
    """Name -> hash, of what is kept."""
    if not KEPT.exists():
        return {}
    lines = (line.split(" ", 1) for line in KEPT.read_text(encoding="utf-8").splitlines())
    return {name: sha for sha, name in lines}


if __name__ == "__main__":
    sys.exit(main())
