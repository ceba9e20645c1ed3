"""The lock that CI installs from holds all that setup.cfg asks for, each with hashes."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCK = ROOT / ".ci" / "lock-3.11.txt"
PYTHON = {"python_version": "3.11", "python_full_version": "3.11.7", "sys_platform": "linux", "os_name": "posix",
          "platform_python_implementation": "CPython", "implementation_name": "cpython"}
HOW = "bash .ci/lock"


def locked() -> dict[str, tuple[str, int]]:
    """Package -> its version, and how many hashes it has, on CI's Python."""
    found = {}
    for block in re.split(r"\n(?=\S)", LOCK.read_text(encoding="utf-8")):
        if block.startswith("#"):
            continue
        wanted = Requirement(block.split(" \\")[0])
        if wanted.marker is None or wanted.marker.evaluate(PYTHON):
            version = str(wanted.specifier).removeprefix("==")
            found[canonicalize_name(wanted.name)] = (version, block.count("--hash=sha256:"))
    return found


def asked() -> list[Requirement]:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    extras = setup["options.extras_require"]
    texts = [setup["options"]["install_requires"], *(extras[name] for name in ("test", "web", "excel", "server"))]
    lines = [line for text in texts for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [each for each in map(Requirement, lines) if each.marker is None or each.marker.evaluate(PYTHON)]


@pytest.mark.parametrize("wanted", asked(), ids=str)
def test_all_that_is_asked_for_is_locked(wanted: Requirement) -> None:
    version, hashes = locked().get(canonicalize_name(wanted.name), ("", 0))
    assert version and wanted.specifier.contains(version) and hashes, HOW


def test_everything_locked_has_its_hashes_and_what_builds_us_is_there() -> None:
    found = locked()
    assert [name for name, (_, hashes) in found.items() if not hashes] == []
    assert "setuptools" in found and len(found) > len(asked())
