"""The LibreOffice of this machine, asked to save a workbook as something else, in a copy that is thrown away.

A profile of its own, on a machine set to Danish: the user's profile, which may be open, is not touched, nothing is
asked, and no link is followed.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from addin import temporary

SECONDS = 600
# Where it lies when it is not on the path.
_PLACES = (r"C:\Program Files\LibreOffice\program\soffice.com",
           r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
           "/Applications/LibreOffice.app/Contents/MacOS/soffice", "/usr/lib/libreoffice/program/soffice")
_XCU = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{}
</oor:items>
"""
_PROP = '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'


class Setting(NamedTuple):
    """A setting of LibreOffice's, for one run."""

    path: str
    name: str
    value: object


STARTED_BEFORE = Setting("Setup/Product", "ooSetupLastVersion", "999.0")  # or it first draws a hundred test pictures
ALWAYS = (STARTED_BEFORE,
          Setting("Office.Calc/Content/Update", "Link", 2),  # follow none
          Setting("Office.Common/Security/Scripting", "MacroSecurityLevel", 3))


class Silent(Exception):
    """LibreOffice did not answer in time."""


def program() -> str | None:
    """LibreOffice, where it is there."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).exists()), None)


def converted(office: str, data: bytes, name: str, to: str, settings: Sequence[Setting] = (),
              seconds: float = SECONDS) -> bytes | None:
    """The file `name` as LibreOffice saves it again; `to` is the new ending and the filter, as "pdf:calc_pdf_Export".
    None where it does not, and Silent is raised where it never ends."""
    return all_converted(office, {name: data}, to, settings, seconds).get(name)


def all_converted(office: str, files: Mapping[str, bytes], to: str, settings: Sequence[Setting] = (),
                  seconds: float = SECONDS) -> dict[str, bytes]:
    """The same of several files in one start of it, by name; those that it does not save are not there."""
    with temporary.folder() as folder:
        user = folder / "profil" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(registry((*ALWAYS, *settings)), encoding="utf-8")
        (folder / "ind").mkdir()
        sources = {name: folder / "ind" / name for name in files}
        for name, source in sources.items():
            source.write_bytes(files[name])
        command = [office, f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless", "--norestore",
                   "--convert-to", to, "--outdir", str(folder / "ud"), *map(str, sources.values())]
        try:
            if run(command, seconds):
                return {}
            made = {name: folder / "ud" / f"{source.stem}.{to.partition(':')[0]}" for name, source in sources.items()}
            return {name: path.read_bytes() for name, path in made.items() if path.exists()}
        except OSError:
            return {}


def registry(settings: Sequence[Setting]) -> str:
    """What a profile's registrymodifications.xcu holds where a user has set these."""
    return _XCU.format("\n".join(_PROP.format(*setting) for setting in settings))


def run(command: list[str], seconds: float) -> int:
    """The exit code. Raises Silent where it never ends, and then it and all it has started are gone."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               start_new_session=True, env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"})
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise Silent from None
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """`soffice` is a script that starts another, which starts the program: to end the first would leave the last."""
    if process.poll() is not None:
        return
    if os.name == "nt":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
