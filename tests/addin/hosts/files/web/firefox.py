"""A Firefox without a screen, driven by its own protocol, Marionette: a line of JSON with its length before it."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

PATIENCE = 240  # seconds for anything it is asked
PORT = "MarionetteActivePort"  # the file in which it says where it listens
PREFERENCES = {
    "marionette.port": 0,  # any that is free
    "browser.download.folderList": 2, "browser.download.useDownloadDir": True,
    "browser.shell.checkDefaultBrowser": False, "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.auto": False, "browser.aboutConfig.showWarning": False,
}


def executable() -> str | None:
    """Debian's."""
    return shutil.which("firefox-esr")


class Firefox:
    """One window; what it downloads goes to `downloads`."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="fordel-firefox-"))
        self.downloads, profile = self.folder / "hentet", self.folder / "profil"
        self.downloads.mkdir()
        profile.mkdir()
        told = {**PREFERENCES, "browser.download.dir": str(self.downloads)}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in told.items()]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        self.running = subprocess.Popen([str(executable()), "--marionette", "--headless", "--profile", str(profile)],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.line = socket.create_connection(("127.0.0.1", self.port(profile)), timeout=PATIENCE)
        self.read()  # it presents itself
        self.number = 0
        self.ask("WebDriver:NewSession")

    def port(self, profile: Path) -> int:
        began = time.monotonic()
        while not (profile / PORT).exists() or not (profile / PORT).read_text():
            assert self.running.poll() is None and time.monotonic() - began < PATIENCE, "Firefox does not start"
            time.sleep(0.1)
        return int((profile / PORT).read_text())

    def ask(self, command: str, **given: Any) -> Any:
        self.number += 1
        told = json.dumps([0, self.number, command, given]).encode()
        self.line.sendall(b"%d:%s" % (len(told), told))
        _, _, error, answer = self.read()
        assert error is None, error
        return answer

    def read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self.some(1)
        wanted, found = int(length[:-1]), b""
        while len(found) < wanted:
            found += self.some(wanted - len(found))
        return json.loads(found)

    def some(self, most: int) -> bytes:
        found = self.line.recv(most)
        assert found, "Firefox has ended"
        return found

    def open(self, address: str) -> None:
        self.ask("WebDriver:Navigate", url=address)

    def run(self, code: str, *given: Any) -> Any:
        """`code` is the body of a function."""
        return self.ask("WebDriver:ExecuteScript", script=code, args=list(given))["value"]

    def until(self, code: str) -> Any:
        began = time.monotonic()
        while not (found := self.run(f"return {code};")):
            assert time.monotonic() - began < PATIENCE, f"not so: {code}"
            time.sleep(0.05)
        return found

    def downloaded(self) -> Path:
        """The one file, when it is whole."""
        began = time.monotonic()
        while True:
            there = list(self.downloads.iterdir())
            if len(there) == 1 and there[0].suffix != ".part" and there[0].stat().st_size:
                return there[0]
            assert time.monotonic() - began < PATIENCE, there
            time.sleep(0.1)

    def stop(self) -> None:
        self.line.close()
        self.running.terminate()
        try:
            self.running.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.running.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
