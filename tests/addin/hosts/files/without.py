"""Jobs of a Session in a process that has not what a browser has not: python -m tests.addin.hosts.files.without JOBS

JOBS is a list in JSON of [file, action, choices, where the result goes, made]; a refusal or a question is written as
text.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

MISSING = ("click", "rich", "lxml", "python_calamine", "pypdf", "openpyxl", "pandas", "xlwings")
if __name__ == "__main__":  # not where tests are looked for: every import of them fails from here
    sys.modules.update(dict.fromkeys(MISSING))

from addin import until_answered  # noqa: E402 - only now
from addin.hosts.files.session import Made, Session  # noqa: E402
from addin.workbook import Refusal  # noqa: E402


def outcome(source: Path, action: str, choices: dict[str, Any]) -> bytes:
    try:
        answer = Session(source.name, source.read_bytes()).step(action, choices)
    except Refusal as refusal:
        return str(refusal).encode()
    return answer.data if isinstance(answer, Made) else "\n".join(each.text for each in answer.questions).encode()


def main() -> None:
    for source, action, choices, target, made in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        until_answered.now = lambda made=made: made  # type: ignore[misc]
        Path(target).write_bytes(outcome(Path(source), action, choices))
    there = [name for name in MISSING if sys.modules.get(name) is not None]
    assert not there, there


if __name__ == "__main__":
    main()
