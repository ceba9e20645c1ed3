"""What is said with a run has the key of a setting, or of what may be asked; any other is refused, not passed by."""

from __future__ import annotations

import pytest

from addin.settings import keys
from addin.workbook import Refusal
from workbook_templates.opsaetning import SETTINGS


def test_every_setting_and_what_may_be_asked_is_known() -> None:
    keys.check([*SETTINGS, "ark", "begrundelse", *(f"{begin} Budget!D4" for begin in keys.SOMETIMES_ASKED)])
    assert keys.is_known("NOEGLE") and not keys.is_known("ark")  # in a file of answers it answers nothing


@pytest.mark.parametrize(("key", "meant"), [("noegl", "Mente du noegle?"), ("taerskl", "Mente du taerskel?"),
                                            ("xyzzy", "")])
def test_a_key_that_is_mistyped_is_refused_with_what_is_near(key: str, meant: str) -> None:
    with pytest.raises(Refusal, match=f'hedder "{key}"') as refused:
        keys.check(["pulje", key])
    assert str(refused.value).endswith(meant or f'"{key}".')
