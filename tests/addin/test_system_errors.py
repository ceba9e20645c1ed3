"""Why the system said no, in Danish, whatever it said."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from addin.system_errors import reason


@pytest.mark.parametrize("code, said", [(errno.ENOSPC, "disken er fuld"), (errno.ENOENT, "den findes ikke"),
                                        (errno.EACCES, "der er ikke adgang (er den åben i Excel?)"),
                                        (9999, "systemet svarede med fejl 9999")])
def test_the_code_and_not_the_words_say_why(code: int, said: str) -> None:
    assert reason(OSError(code, "English words")) == said


def test_a_folder_that_is_read_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(OSError) as problem:
        tmp_path.read_bytes()
    assert reason(problem.value) == "det er en mappe"
