"""python -m tests.amounts: whether any amount is another than the one that is kept.

With --godkend those of today are kept, where CHANGELOG.md has a new line under Beløb, or where no amount is another.
"""

from __future__ import annotations

import argparse
import sys

from tests.amounts.kept import FILE, Kept, moved, read, refused, today, written
from tests.documents.changelog import amounts


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.amounts", description=__doc__)
    parser.add_argument("--godkend", action="store_true", help="behold dagens beløb")
    wanted = parser.parse_args()
    before = read(FILE.read_text(encoding="utf-8")) if FILE.exists() else Kept({}, set())
    now = today(None if wanted.godkend else before.amounts)
    if not wanted.godkend:
        print(*(f"{name}: {before.amounts[name]} -> {now.get(name)}" for name in moved(before.amounts, now)), sep="\n")
        return int(bool(moved(before.amounts, now)))
    why = refused(before, now, amounts())
    print(why or f"{len(now)} mapper")
    if not why:
        FILE.write_text(written(now, amounts()), encoding="utf-8")
    return int(bool(why))


if __name__ == "__main__":
    sys.exit(main())
