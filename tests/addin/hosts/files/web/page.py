"""The page that takes a workbook, as a user has it before them."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.addin.hosts.excel.web.chromium import READY, Chromium, Pane

KEPT = "() => navigator.serviceWorker.ready.then((kept) => kept.active?.state === 'activated')"
FORM = "() => Boolean(document.querySelector('#answer form'))"
FILL = """(answers) => {
  for (const field of document.querySelectorAll("#answer fieldset")) {
    const wanted = String(answers[field.dataset.setting]), text = field.querySelector("textarea");
    const choice = [...field.querySelectorAll("input[type=radio]")].find((each) => each.value === wanted);
    if (choice) choice.click();
    else if (text) text.value = wanted;
    else throw new Error("no answer to " + field.dataset.setting);
  }
  document.querySelector("#answer form").requestSubmit();
}"""


class Page(Pane):
    """Chooses, presses, answers and gets."""

    def choose(self, path: Path) -> str:
        """A file by the button; what the page says to it, "" where it is taken."""
        self.ask("files", selector="#file", paths=[str(path)])
        return self.taken()

    def drop(self, *files: tuple[str, bytes]) -> str:
        """Files dragged onto it."""
        told = [[name, base64.b64encode(data).decode()] for name, data in files]
        self.ask("drop", selector="#drop", files=told)
        return self.taken()

    def taken(self) -> str:
        self.settled()
        return self.text("#answer")

    def settled(self, timeout: int = 180_000) -> None:
        """When nothing works any more."""
        self.until("() => document.getElementById('halt').hidden && document.getElementById('work').hidden",
                   timeout=timeout)

    def push(self, action: str = "fordel_pulje") -> None:
        """A button, without waiting."""
        self.ask("click", selector=f"button[data-action={action}]")

    def pushed(self, action: str = "fordel_pulje") -> str:
        """A button, and what it says or asks."""
        self.push(action)
        return self.answer()

    def result(self, target: Path) -> tuple[str, bytes]:
        """The file: its name and its bytes."""
        name: str = self.ask("download", selector="#get", path=str(target))
        return name, target.read_bytes()

    def asks(self) -> bool:
        return bool(self.run(FORM))

    def reply(self, answers: Mapping[str, Any]) -> str:
        """Answers to a round of questions, and what comes then."""
        self.run("() => { globalThis.asked = document.querySelector('#answer form'); }")
        self.run(FILL, dict(answers))
        self.until("() => document.querySelector('#answer form') !== globalThis.asked", timeout=120_000)
        return self.answer()


def opened(chromium: Chromium, address: str, profile: int | None = None, ready: bool = True, **given: Any) -> Page:
    """The page in a profile of its own, or in one that has been there before."""
    pane = chromium.open(chromium.profile() if profile is None else profile, f"{address}index.html", **given)
    page = Page(chromium, pane.number, pane.profile)
    if ready:
        page.until(READY, timeout=120_000)
    return page
