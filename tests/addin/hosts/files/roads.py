"""The corpus through both roads: files with all that is installed, and bytes without what a browser has not.

    python -m tests.addin.hosts.files.roads      all of it; a sample is in test_session.py
"""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from addin import until_answered
from addin.hosts.files import job
from addin.workbook import Questions, Refusal
from tests.addin.hosts.files.corpus import corpus
from tests.addin.hosts.files.odd_packages import odd_packages
from tests.addin.hosts.files.test_refusals import CASES
from tests.builders import budget
from tests.conftest import ROOT, WORKBOOKS
from tests.layouts.answers import Unanswered
from tests.layouts.catalogue import LAYOUTS
from tests.layouts.judge import ROUNDS, Prepared, on_disk, replies, take
from tests.layouts.model import ASK, Layout
from tests.planning import MADE, WHY

ROADS = {"fordel_pulje": job.run, "fordel_tjek": job.check, "opret_opsaetning": job.set_up}
POOL = {**WHY, "pulje": "1000000"}


class Job(NamedTuple):
    source: Path
    action: str
    choices: dict[str, Any]


def jobs(folder: Path, every: int = 1) -> Iterator[Job]:
    """Each workbook with each of the actions; or one of so many of those there are most of."""
    for prepared in on_disk(LAYOUTS[::every], folder):
        yield from with_all(prepared.path, answered(prepared))
    for path in sorted(WORKBOOKS.glob("*.xlsx")):
        yield from with_all(path, dict(WHY))
    for path in sorted((WORKBOOKS / "excel").glob("*.xls[xm]"))[::every]:
        yield Job(path, "fordel_pulje", POOL)
    data = budget(folder / "b.xlsx").read_bytes()
    made = {**corpus(), **odd_packages(data)}
    for name in itertools.islice(made, 0, None, min(every, 8)):
        yield Job(written(folder / f"{name}.xlsx", made[name]), "fordel_tjek", POOL)
    for name, (data, _) in CASES.items():
        yield Job(written(folder / f"{name}.xlsx", data), "fordel_pulje", POOL)


def with_all(path: Path, choices: dict[str, Any]) -> list[Job]:
    return [Job(path, action, choices) for action in ROADS]


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def asking() -> list[Layout]:
    """The layouts about which must be asked."""
    return [layout for layout in LAYOUTS if layout.expect == ASK]


def answered(prepared: Prepared) -> dict[str, Any]:
    """What the owner of a layout answers, as far as there is anything to answer."""
    choices: dict[str, Any] = {**WHY, **prepared.layout.choices}
    try:
        taken = take(prepared.path)
        for _ in range(ROUNDS):
            came = job.fordel_pulje(taken, choices, MADE, "0")
            if not isinstance(came, Questions):
                break
            choices |= replies(came, prepared)
    except (Unanswered, Refusal):
        pass
    return choices


def ordinary(each: Job, target: Path) -> bytes:
    """The result of the command, or what it says; of questions, it says how they are answered in a file too."""
    try:
        ROADS[each.action](each.source, target, each.choices)
    except Refusal as refusal:
        return str(refusal).encode()
    return target.read_bytes()


def without(listed: Iterable[Job], folder: Path) -> list[bytes]:
    """The same from a process of its own."""
    told = [[str(each.source), each.action, each.choices, str(folder / f"{number}"), MADE]
            for number, each in enumerate(listed)]
    (folder / "jobs.json").write_text(json.dumps(told), encoding="utf-8")
    subprocess.run([sys.executable, "-X", "utf8", "-m", "tests.addin.hosts.files.without", str(folder / "jobs.json")],
                   check=True, cwd=ROOT)
    return [Path(target).read_bytes() for *_, target, _ in told]


def same(theirs: bytes, ours: bytes) -> bool:
    """The same bytes or sentence; where the one asks, the other asks that too."""
    return theirs == ours or (not theirs.startswith(b"PK") and theirs.startswith(b"Der er ")
                              and all(line in theirs for line in ours.splitlines()))


def differences(folder: Path, every: int = 1) -> tuple[int, list[str]]:
    """How many results there were, and the jobs that came out otherwise by the one road than by the other."""
    files, beside = folder / "filer", folder / "uden"
    files.mkdir()
    beside.mkdir()
    listed = list(jobs(files, every))
    until_answered.now = lambda: MADE
    theirs = [ordinary(each, folder / f"{number}{each.source.suffix}") for number, each in enumerate(listed)]
    ours = without(listed, beside)
    wrong = [f"{each.source.name}: {each.action}" for each, one, other in zip(listed, theirs, ours, strict=True)
             if not same(one, other)]
    return sum(data.startswith(b"PK") for data in ours), wrong


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        results, wrong = differences(Path(name))
    print("\n".join(wrong))
    print(f"{results} results are the same, byte for byte, but for {len(wrong)}.")
    return int(bool(wrong) or results < len(LAYOUTS))


if __name__ == "__main__":
    sys.exit(main())
