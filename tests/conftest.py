"""Fixtures every test may use: the workbooks, a real LibreOffice, the command line."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from addin.hosts.files import command_line
from addin.packaging.oxt import oxt
from tests.calc.office import Office

# These run under the Python that has uno.
collect_ignore = ["calc/driver.py", "calc/desk.py", "hosts_agree/calc_calls.py", "benchmarks/calc_inside.py",
                  "addin/hosts/excel/desktop/vba_in_calc.py"]
ROOT = Path(__file__).parents[1]
SEEDS = 200  # workbooks drawn for the oracle

# The same examples on every machine; slow machines are no failures.
settings.register_profile("fordel", deadline=None, derandomize=True, max_examples=150)
settings.register_profile("hurtig", parent=settings.get_profile("fordel"), max_examples=15)
settings.load_profile("fordel")

# Python looks for rings of what is thrown away less often than of itself: to go through all that a run keeps, again and
# again, took a third of the slowest tests. Where a ratio of speed is measured, in no process of xdist's, it is as ever.
IN_PARALLEL = "PYTEST_XDIST_WORKER" in os.environ
if IN_PARALLEL:
    gc.set_threshold(100_000)

WORKBOOKS = ROOT / "tests" / "workbooks"
WEB_BASE = "https://fordel.eksempel.dk/fordel"


# The files that take minutes, the longest first: begun last, one of them would keep one core while the others wait.
SLOW = ("layouts/test_in_calc.py", "addin/hosts/excel/web/test_loading.py", "second_engine/test_parts.py",
        "hosts_agree/test_calc_button.py", "addin/hosts/excel/web/test_states.py", "sabotage/test_in_formulas.py",
        "addin/sheets/test_settings_by_dice.py", "layouts/test_layouts.py", "addin/hosts/calc/test_apply.py",
        "hosts_agree/test_excel_button.py", "layouts/test_disturbed.py",
        "addin/hosts/files/reading/test_readers.py", "addin/sheets/kontrol/test_ark.py",
        "addin/sheets/kontrol/test_ark_by_dice.py", "sabotage/test_in_calc.py",
        "addin/hosts/files/test_sagsbilag.py", "addin/hosts/files/test_corpus.py",
        "addin/hosts/excel/web/test_traffic.py", "addin/hosts/excel/web/test_buttons.py",
        "second_engine/test_several_pools.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    place = {ROOT / "tests" / file: number for number, file in enumerate(SLOW)}
    items.sort(key=lambda item: place.get(item.path, len(SLOW)))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seeds", type=int, default=SEEDS, help="workbooks drawn for the oracle")


@pytest.fixture(scope="session")
def seeds(pytestconfig: pytest.Config) -> int:
    return int(pytestconfig.getoption("--seeds"))


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One warm soffice with our extension, in a new profile set to Danish, for all tests of a process."""
    path = tmp_path_factory.mktemp("oxt") / "fordel.oxt"
    path.write_bytes(oxt())
    started = Office(path)
    yield started
    started.stop()


class Answer:
    """What a command did: exit code, and what it said."""

    def __init__(self, code: int, out: str, err: str):
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def fordel(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Runs `fordel ARGUMENTS` in an empty folder, in this process."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: object) -> Answer:
        code = command_line.run([os.fspath(a) if isinstance(a, Path) else str(a) for a in arguments])
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return run


@pytest.fixture(scope="session")
def web_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The add-in for Excel as `fordel byg web` makes it: built by the first process of the run that needs it."""
    import fcntl

    from addin.packaging.web.build import build
    from tests.addin.hosts.excel.web import prepare

    assert prepare.PYODIDE.exists(), "run: python -m tests.addin.hosts.excel.web.prepare"
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if IN_PARALLEL else own) / "web" / "fordel"
    folder.parent.mkdir(exist_ok=True)
    with (folder.parent / "bygges").open("w") as one:
        fcntl.flock(one, fcntl.LOCK_EX)
        if not folder.exists():
            build(folder, WEB_BASE, prepare.PYODIDE)
    return folder
