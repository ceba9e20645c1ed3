"""What the command makes of a file, at the time of day the page did it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from addin import until_answered
from addin.clock import now
from addin.hosts.files import job
from addin.workbook import Refusal

ROADS = {"fordel_pulje": job.run, "fordel_tjek": job.check, "opret_opsaetning": job.set_up}


class Command:
    """The command over one file; begun before the page is, so that a minute that passes between is no difference."""

    def __init__(self, source: Path, action: str = "fordel_pulje", choices: Mapping[str, Any] | None = None):
        self.source, self.action, self.choices = source, action, dict(choices or {})
        self.began = now()

    def made(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[bytes]]:
        """Name of the result -> its bytes, for each minute it may have been made in."""
        found: dict[str, list[bytes]] = {}
        for moment in sorted({self.began, now()}):
            with monkeypatch.context() as at:
                at.setattr(until_answered, "now", lambda moment=moment: moment)
                copy = folder / self.source.name
                if copy != self.source:
                    copy.write_bytes(self.source.read_bytes())
                done = ROADS[self.action](copy, None, self.choices)
            found.setdefault(done.target.name, []).append(done.target.read_bytes())
            done.target.unlink()
        return found

    def said(self) -> str:
        """The sentence it refuses with."""
        try:
            ROADS[self.action](self.source, None, self.choices)
        except Refusal as refusal:
            return str(refusal)
        raise AssertionError("not refused")
