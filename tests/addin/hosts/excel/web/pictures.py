"""Takes pictures of every state of the pane, 320 and 450 pixels wide, for a human to look at.

    python -m tests.addin.hosts.excel.web.pictures FOLDER
"""

from __future__ import annotations

import sys
import tempfile
import threading
from pathlib import Path

from addin.packaging.web import build, serve
from tests.addin.hosts.excel.web import prepare
from tests.addin.hosts.excel.web.alone import ALONE, alone
from tests.addin.hosts.excel.web.books import Books
from tests.addin.hosts.excel.web.chromium import READY, Chromium, Pane
from tests.addin.hosts.excel.web.states import HEIGHT, STATES, WIDTHS, settle


def picture(pane: Pane, path: Path, width: int) -> None:
    """What the user sees at first, and all of it, without what stays in sight lying over the rest."""
    pane.ask("size", width=width, height=HEIGHT)
    pane.run("() => scrollTo(0, 0)")
    pane.ask("screenshot", path=f"{path} øverst.png", full=False)
    high = pane.run("() => document.documentElement.scrollHeight")
    if high > HEIGHT:
        pane.ask("size", width=width, height=high)
        pane.ask("screenshot", path=f"{path} det hele.png", full=False)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        site, chromium = Path(made) / "fordel", Chromium()
        build.build(site, "https://fordel.eksempel.dk/fordel", prepare.PYODIDE)
        server = serve.server(site, 0, None)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        pane = chromium.open(chromium.profile(), f"{address}pane.html")
        pane.until(READY, timeout=120_000)
        for name, come in STATES.items():
            come(pane, Books(Path(made)))
            for width in WIDTHS:
                picture(pane, folder / f"{name} {width}", width)
            settle(pane)
        for name in ALONE:
            page = alone(chromium, address, name)
            for width in WIDTHS:
                picture(page, folder / f"{name} {width}", width)
            chromium.ask("forget", profile=page.profile)
        chromium.stop()
        server.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
