"""The Python of the browser: which release, what of it is used, and that it is just that.

The files come from the release "pyodide-0.27.7.tar.bz2" of its makers (github.com/pyodide/pyodide, Releases). We reach
inside it in three places, app/worker.js: `_makeSnapshot`, `_loadSnapshot` and `makeMemorySnapshot`; so it is one
version and no other. To take another: new sums here, and the tests in Chromium.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from addin.workbook import Refusal

VERSION = "0.27.7"
LOCK = "pyodide-lock.json"
STANDARD = "python_stdlib.zip"  # Python's own modules
# SHA-256 of what its makers have published.
CORE = {
    "pyodide.js": "b4cb23a53aba19c221659b9fb40a2f18281d685691dc06647fb0afd0681baf98",
    "pyodide.asm.js": "6b4c90de5b7172873f04f21884d0e9d2274e305fe32116558fe3e4fbe3618d51",
    "pyodide.asm.wasm": "a50dd1843f805a0b7c45b61037ee0d7b26dfe85efe0e18ef95a34ad24e401f5f",
    STANDARD: "16611534726e5d8ac2bd8f926410b2dcb8d6f49aa24913463533b457a2115c16",
}
FOR_NODE = {"pyodide.mjs": "04c052c815abb0bf2981fa38c2dfa58e3120ee5288c956df2b2a15e301782c5f"}  # only to build with
WHERE = f"Hent pyodide-{VERSION}.tar.bz2 fra github.com/pyodide/pyodide (Releases), og pak den ud."


def files(folder: Path) -> dict[str, bytes]:
    """What the site has of Pyodide, by name; raises Refusal where a file is missing, or is not what it should be."""
    lock = _lock(folder)
    found = {name: _checked(folder, name, sha) for name, sha in CORE.items()}
    for name, sha in FOR_NODE.items():
        _checked(folder, name, sha)
    trimmed = {"info": lock["info"], "packages": {}}  # it loads none: what is used of numpy is in our own archive
    return {**found, LOCK: json.dumps(trimmed, sort_keys=True, indent=1).encode()}


def numpy(folder: Path) -> bytes:
    """The package, as it lies with Pyodide and its own list says it is; raises Refusal."""
    listed = _lock(folder)["packages"]["numpy"]
    return _checked(folder, listed["file_name"], listed["sha256"])


def _lock(folder: Path) -> dict[str, Any]:
    """Pyodide's own list of what it consists of."""
    try:
        lock: dict[str, Any] = json.loads(_read(folder, LOCK))
        version, complete = lock["info"]["version"], "numpy" in lock["packages"]
    except (ValueError, KeyError, TypeError):
        raise Refusal(f"{folder / LOCK} kan ikke læses som Pyodides liste over sig selv. {WHERE}") from None
    if version != VERSION:
        raise Refusal(f"{folder} har Pyodide {version}; Fordel er prøvet med {VERSION} og bygges kun med den. {WHERE}")
    if not complete:
        raise Refusal(f"{folder} mangler numpy: det er den lille udgave af Pyodide. {WHERE}")
    return lock


def _checked(folder: Path, name: str, sha: str) -> bytes:
    data = _read(folder, name)
    if hashlib.sha256(data).hexdigest() != sha:
        raise Refusal(f"{folder / name} er ikke den fil, der hører til Pyodide {VERSION}: SHA-256 passer ikke. {WHERE}")
    return data


def _read(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError:
        raise Refusal(f"{folder / name} findes ikke eller kan ikke læses. {WHERE}") from None
