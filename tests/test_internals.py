"""What we reach inside other libraries. Each is capped in setup.cfg; to lift a cap, raise it, run this, look.

XlsxWriter: `Worksheet._prepare_formula`, overridden in addin/hosts/files/sheetwriter.py: formulas stay as written.
"""

from __future__ import annotations

import configparser
import inspect
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

ROOT = Path(__file__).parents[1]


def test_xlsxwriter_still_prepares_formulas_in_one_method() -> None:
    signature = inspect.signature(Worksheet._prepare_formula)
    assert list(signature.parameters) == ["self", "formula", "expand_future_functions"]
    assert "_prepare_formula(" in inspect.getsource(Worksheet._write_formula)


def test_it_is_capped() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    assert "XlsxWriter>=3.2,<3.4" in config["options"]["install_requires"]
