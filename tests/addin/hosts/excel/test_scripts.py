"""What a script says with a button, as JSON: settings by their keys, and nothing else."""

from __future__ import annotations

import pytest

from addin.hosts.excel.scripts import choices
from addin.workbook import Refusal


def test_settings_and_reasons_are_taken_as_they_are_said() -> None:
    assert choices('{"taerskel": "8%", "begrundelse": "prøve"}') == {"taerskel": "8%", "begrundelse": "prøve"}
    assert choices("") == {}


@pytest.mark.parametrize(("said", "why"), [('{"taerskl": "8%"}', "Mente du taerskel"), ("[1]", "JSON-objekt"),
                                           ("{", "JSON-objekt")])
def test_what_is_mistyped_is_refused(said: str, why: str) -> None:
    with pytest.raises(Refusal, match=why):
        choices(said)
