"""The add-in as a folder of static files that any web server can host. The same sources give the same bytes.

At the top lies what keeps its address from build to build: manifests, pages, icons. The rest lies in a folder named by
its content, so that a browser may keep it for ever and a new build is all new at once.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path
from urllib.parse import urlsplit

from addin.filejobs.skabelon.til import WEB, template
from addin.packaging.web import archive, headers, icons, licences, manifest, pages, pyodide
from addin.system_errors import reason
from addin.workbook import Refusal
from workbook_templates.demo_budget import FIL
from workbook_templates.skabeloner import NAVNE

MOST = 20_000_000  # bytes of the whole folder
SUMS, OURS = "SHA256SUMS", "manifest-funktioner.xml"  # by which a folder of ours is known
APP = ("cells.js", "early.js", "editions.js", "errors.js", "functions.js", "help.js", "jobs.js", "looks.js", "pane.css",
       "pane.js", "parts.js", "python.js", "read.js", "run.js", "show.js", "standing.js", "support.js", "templates.js",
       "theme.js", "undo.js", "wasm.js", "words.js", "wording.js", "write.js")
# Of the page that takes a workbook.
PAGE_APP = ("drop.js", "figure.js", "made.js", "offline.js", "page.css", "page.js", "page_words.js",
            "shown.js", "start.js")
DEMO = "eksempel.xlsx"
XLWINGS_JS = ("config.js", "utils.js", "custom-functions/custom-functions-code.js")  # unchanged, under xlwings/
Progress = Callable[[str], None]


def build(target: Path, base: str, pyodide_folder: Path, progress: Progress = lambda step: None) -> int:
    """Writes the folder, all of it or nothing; gives its size in bytes. Raises Refusal."""
    base = checked_base(base)
    check_target(target)
    found = site(base, pyodide_folder, progress)
    size = sum(map(len, found.values()))
    if size > MOST:
        raise Refusal(f"Mappen ville fylde {size} byte; den må højst fylde {MOST}.")
    write_whole(target, found)
    return size


def checked_base(base: str) -> str:
    """The address of the folder, with a slash at the end. Office takes https and nothing else."""
    parts = urlsplit(base.strip())
    if parts.scheme != "https" or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise Refusal(f'"{base}" kan ikke være adressen: skriv den som https://server.kommune.dk/fordel')
    return base.strip().rstrip("/") + "/"


def check_target(target: Path) -> None:
    """Only into nothing, or over what this has made before."""
    if target.is_file():
        raise Refusal(f"{target} er en fil. Angiv en mappe.")
    if target.is_dir() and any(target.iterdir()) and not all((target / name).is_file() for name in (SUMS, OURS)):
        raise Refusal(f"Mappen {target} er ikke tom, og Fordel har ikke lavet den. Vælg en anden.")


def site(base: str, pyodide_folder: Path, progress: Progress = lambda step: None) -> dict[str, bytes]:
    """Every file by its path."""
    progress("Kontrollerer Pyodide")
    python, numpy = pyodide.files(pyodide_folder), pyodide.numpy(pyodide_folder)
    progress("Oversætter Fordels Python")
    ours, own = archive.archive(pyodide_folder, numpy)
    inside = {"fordel.zip": ours, **xlwings_js(),
              **{f"pyodide/{name}": data for name, data in {**python, pyodide.STANDARD: own}.items()},
              **{name: pages.app_file(name) for name in APP}, "worker.js": pages.worker(archive.imports()),
              **{name: pages.app_file(name, pages.PAGE) for name in PAGE_APP},
              **{f"skabeloner/{name}.xlsx": template(name, WEB) for name in NAVNE},
              DEMO: (resources.files("workbook_templates") / FIL).read_bytes()}
    progress("Samler mappen")
    name = named_by(inside)
    pictures = {f"ikoner/{icon}-{size}.png": icons.png(icon, size) for icon in icons.ICONS for size in icons.SIZES}
    kept = [*(f"{name}/{path}" for path in inside), *pictures]
    found = {**{f"{name}/{path}": data for path, data in inside.items()}, **pages.pages(name), **pictures,
             "sw.js": pages.keeper(name, kept),
             "funktioner.js": pages.associations(), "funktioner.json": pages.metadata(), **dict(manifest.both(base)),
             **{f"server/{name}": data for name, data in {**headers.settings(), **pages.guides()}.items()},
             **licences.texts(numpy)}
    return {**found, SUMS: sums(found)}


def xlwings_js() -> dict[str, bytes]:
    """xlwings' own client for functions in cells, as it is installed."""
    folder = archive.package_folder("xlwings_server") / "static" / "js"
    return {f"xlwings/{path.rpartition('/')[2]}": (folder / path).read_bytes() for path in XLWINGS_JS}


def named_by(files: Mapping[str, bytes]) -> str:
    """Twelve digits of a sum over names and contents."""
    return hashlib.sha256(sums(files)).hexdigest()[:12]


def sums(files: Mapping[str, bytes]) -> bytes:
    """As `sha256sum -c` reads it."""
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)).encode()


def write_whole(target: Path, files: Mapping[str, bytes]) -> None:
    """Beside the target first, then in its place: a half folder never has its name."""
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=target.parent, prefix=".fordel-"))
    try:
        for path, data in files.items():
            file = made / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        os.chmod(made, 0o755)
        old = made.with_name(made.name + "-foer")
        if target.exists():
            os.replace(target, old)
        os.replace(made, target)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as problem:
        raise Refusal(f"{target} kan ikke skrives: {reason(problem)}.") from None
    finally:
        shutil.rmtree(made, ignore_errors=True)
