"""The page in Firefox too: a workbook dropped on it, and the command's bytes out of it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.addin.hosts.files.web.commands import Command
from tests.addin.hosts.files.web.firefox import Firefox, executable
from tests.hosts_agree.test_excel_button import calculated

pytestmark = [pytest.mark.chromium, pytest.mark.firefox]

DROP = """
  const [name, data] = arguments, transfer = new DataTransfer();
  transfer.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], name));
  document.getElementById("drop").dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true,
    cancelable: true }));"""
IDLE = "document.getElementById('halt').hidden && document.getElementById('work').hidden"


@pytest.fixture
def firefox() -> Iterator[Firefox]:
    assert executable(), "Debian's firefox-esr is not installed"
    started = Firefox()
    yield started
    started.stop()


def test_a_workbook_goes_in_and_the_commands_bytes_come_out(firefox: Firefox, address: str, tmp_path: Path,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    source = calculated("dagtilbud_budget_2023", tmp_path)
    command = Command(source)
    firefox.open(f"{address}index.html")
    firefox.until("document.getElementById('status').textContent === 'Klar'")
    firefox.run(DROP, source.name, base64.b64encode(source.read_bytes()).decode())
    firefox.until(f"!document.querySelector('button.action').disabled && {IDLE}")
    firefox.run("document.querySelector('button[data-action=fordel_pulje]').click();")
    firefox.until(f"document.getElementById('get') && {IDLE}")
    firefox.run("document.getElementById('get').click();")
    made = firefox.downloaded()
    assert made.read_bytes() in command.made(tmp_path, monkeypatch)[made.name]
    assert firefox.run("return document.querySelectorAll('svg.bars rect').length;") == 24
