"""Makes the two files of the reference again: python -m addin.reference"""

from __future__ import annotations

from pathlib import Path

import workbook_templates
from addin.reference import FILER
from addin.reference.markdown import page
from addin.reference.workbook import workbook


def main() -> None:
    folder = Path(workbook_templates.__file__).parent
    (folder / FILER[0]).write_text(page(), encoding="utf-8")
    (folder / FILER[1]).write_bytes(workbook())


if __name__ == "__main__":
    main()
