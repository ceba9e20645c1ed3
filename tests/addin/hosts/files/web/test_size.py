"""What a large workbook takes is said before it begins, and of a small one nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin.hosts.files.package import Package
from addin.hosts.files.web import size
from tests.addin.hosts.files.workbook_files import altered, parts
from tests.builders import budget

SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(("megabytes", "says"), [(29, ""), (31, "31 MB udpakket. Det tager omkring 10 sekunder"),
                                                 (60, "60 MB udpakket. Det tager omkring 20 sekunder")])
def test_from_some_hundred_thousand_rows_on(tmp_path: Path, megabytes: int, says: str) -> None:
    data = budget(tmp_path / "b.xlsx").read_bytes()
    told = size.told(Package(altered(data, {SHEET: parts(data)[SHEET] + b" " * (megabytes << 20)})))
    assert (says in told) if says else told == ""
