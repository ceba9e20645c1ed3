"""Makes the files of the templates again: python -m addin.filejobs.skabelon"""

from __future__ import annotations

from pathlib import Path

from addin.filejobs.skabelon.write import workbook
from workbook_templates import skabeloner


def main() -> None:
    folder = Path(skabeloner.__file__).parent
    for navn in skabeloner.NAVNE:
        (folder / f"{navn}.xlsx").write_bytes(workbook(skabeloner.skabelon(navn)))


if __name__ == "__main__":
    main()
