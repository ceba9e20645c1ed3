"""The licences of all that is in the folder, and what they mean for a kommune."""

from __future__ import annotations

import io
import zipfile
from importlib import metadata, resources

from addin.packaging.web.pyodide import VERSION as PYODIDE

FOLDER = "licenser"
# File in the folder -> the distribution it comes with, and how its path there ends.
INSTALLED = {"Fordel-MIT.txt": ("fordel", "LICENSE"), "xlwings-BSD.txt": ("xlwings", "licenses/LICENSE.txt"),
             "XlsxWriter-BSD.txt": ("XlsxWriter", "LICENSE.txt"),
             "xlwings-server-PolyForm.md": ("xlwings-server", "licenses/LICENSE.md")}
OVERVIEW = f"""Licenser
========

Alt i denne mappe må en kommune bruge uden at betale. Hvad der er hvis:

Fordel                            MIT, Fordel-MIT.txt
xlwings                           BSD, xlwings-BSD.txt (Python i fordel.zip, uden xlwings/pro)
xlwings' del til Office.js        PolyForm Noncommercial 1.0.0, xlwings-server-PolyForm.md
                                  (JavaScript i xlwings/, Python i fordel.zip under xlwings/pro)
Pyodide {PYODIDE}                    MPL 2.0, MPL-2.0.txt; kildetekst: github.com/pyodide/pyodide
Python 3.12                       PSF, Python-3.12.txt (i Pyodide, uændret; de moduler, en start bruger, er oversat)
Emscripten og musl                MIT, Emscripten.txt (i Pyodide)
numpy                             BSD, numpy-BSD.txt (i fordel.zip, det af den, Fordel bruger)
XlsxWriter                        BSD, XlsxWriter-BSD.txt (Python i fordel.zip)

Required Notice: Copyright (C) Zoomer Analytics GmbH.

PolyForm Noncommercial er ikke en open source-licens. Den tillader al brug, der ikke er kommerciel, og siger
udtrykkeligt, at brug i "any ... government institution" er tilladt, uanset hvor pengene kommer fra. En kommune må altså
bruge det, lægge det på sin egen webserver og give det til sine medarbejdere. En virksomhed, der tilbyder det mod
betaling, må ikke; den skal købe en licens hos xlwings (www.xlwings.org).
"""


def texts(numpy: bytes) -> dict[str, bytes]:
    """The folder, by path. numpy's own licence lies in its package."""
    kept = resources.files(__package__) / "licences"
    found = {each.name: each.read_bytes() for each in kept.iterdir() if each.name.endswith(".txt")}
    found |= {name: installed(*where) for name, where in INSTALLED.items()}
    found["numpy-BSD.txt"] = _of_numpy(numpy)
    found["LAES-MIG.txt"] = OVERVIEW.encode()
    return {f"{FOLDER}/{name}": data for name, data in found.items()}


def installed(distribution: str, end: str) -> bytes:
    """A licence as it was installed with a package."""
    for file in metadata.files(distribution) or ():
        if f"/{file.as_posix()}".endswith(f"/{end}"):
            return file.read_binary()
    raise ValueError(f"{distribution} has no {end}")


def _of_numpy(wheel: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(wheel)) as opened:
        name = next(name for name in opened.namelist() if name.endswith(".dist-info/LICENSE.txt"))
        return opened.read(name)
