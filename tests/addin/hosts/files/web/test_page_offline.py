"""The page without a net, and when there is a new build."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from addin.packaging.web import build, serve
from tests.addin.hosts.files.web.commands import Command
from tests.addin.hosts.files.web.page import KEPT, opened
from tests.hosts_agree.test_excel_button import calculated

pytestmark = pytest.mark.chromium


@pytest.fixture
def moved(web_site: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the folder that may be changed, and its address."""
    copy = tmp_path / "side"
    shutil.copytree(web_site, copy)
    server = serve.server(copy, 0, None)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield copy, f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def another_build(folder: Path) -> str:
    """What a new build has: its own name, in the pages too."""
    old = next(path.name for path in folder.iterdir() if len(path.name) == 12)
    new = "0123456789ab"
    (folder / old).rename(folder / new)
    for name in ("index.html", "sw.js"):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    assert (folder / build.SUMS).is_file()
    return new


BUILD = "() => document.querySelector('script[type=module]').src.split('/').at(-2)"


def test_it_opens_without_a_net_and_takes_a_new_build_at_the_next_visit(chromium, moved, tmp_path, monkeypatch) -> None:
    site, address = moved
    profile = chromium.profile()
    first = opened(chromium, address, profile)
    first.until(KEPT, timeout=120_000)
    old = first.run(BUILD)
    first.ask("close")

    chromium.ask("offline", profile=profile, off=True)
    source = calculated("dagtilbud_budget_2023", tmp_path)
    command = Command(source)
    page = opened(chromium, address, profile)
    page.choose(source)
    assert "færdig" in page.pushed()
    name, data = page.result(tmp_path / "fra siden.xlsx")
    assert data in command.made(tmp_path, monkeypatch)[name]
    page.ask("close")

    chromium.ask("offline", profile=profile, off=False)
    new = another_build(site)
    during = opened(chromium, address, profile)
    assert during.run(BUILD) == old
    during.until("() => document.getElementById('note').textContent.startsWith('En ny udgave af Fordel er hentet.')",
                 timeout=120_000)
    during.ask("close")
    after = opened(chromium, address, profile)
    assert after.run(BUILD) == new
    names: Any = after.run("() => caches.keys()")
    assert [each for each in names if each.startswith("side-")] == [f"side-{new}"]
    chromium.ask("forget", profile=profile)
