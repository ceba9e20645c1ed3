"""The installer on PCs of its own making: users with Danish names, two Excels, folders not there or not ours."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from addin.packaging.xlam import install, pc
from addin.packaging.xlam.pc import Pc
from addin.version import VERSION
from addin.workbook import Refusal
from tests.addin.packaging.xlam.pcs import PLATFORM, XLAM, at, files, program, registry, root, wrong

# ------------------------------------------------------------------------------------- installing


def test_two_files_are_written_and_no_more(machine: Pc, tmp_path: Path) -> None:
    before = files(tmp_path)
    done = install.install(machine, XLAM)
    assert at(machine).xlam.parts[-4:] == ("Microsoft", "Excel", "XLSTART", "Fordel.xlam")  # XLSTART was not there
    assert {tmp_path / name for name in files(tmp_path) - before} == set(done.written)
    assert (len(done.written), done.removed, done.had) == (2, [], "")
    assert at(machine).xlam.read_bytes() == XLAM and wrong(machine) == []


def test_the_settings_say_which_python_and_in_letters_vba_reads(machine: Pc) -> None:
    install.install(machine, XLAM)
    lines = at(machine).settings.read_bytes().decode("cp1252").splitlines()
    assert lines == [f"python={machine.prefix / 'Scripts' / 'pythonw.exe'}",
                     f"dll={machine.prefix / 'xlwings64-0.37.8.dll'}", f"version={VERSION}"]
    assert "Søren Ægård Å" in lines[0]


def test_a_32_bit_excel_gets_the_other_dll(machine: Pc, tmp_path: Path) -> None:
    office = program(tmp_path / "x86" / "EXCEL.EXE", 0x14C).parent
    there = replace(machine, registry=registry({root("16.0"): str(office)}))
    install.install(there, XLAM)
    assert "xlwings32-0.37.8.dll" in at(there).settings.read_text(encoding="cp1252")


def test_an_excel_whose_program_cannot_be_read_is_what_click_to_run_says(machine: Pc, tmp_path: Path) -> None:
    there = replace(machine, registry=registry({root("16.0"): str(tmp_path / "WindowsApps"), PLATFORM: "x86"}))
    assert pc.excels(there) == {"16.0": 32}


def test_installing_again_is_upgrading_and_repairing(machine: Pc) -> None:
    install.install(machine, b"PK old")
    at(machine).settings.write_text("python=væk\nversion=0.0.9\n", encoding="cp1252")
    assert len(wrong(machine)) == 2
    done = install.install(machine, XLAM)
    assert done.had == "0.0.9" and wrong(machine) == [] and at(machine).xlam.read_bytes() == XLAM


@pytest.mark.parametrize("name", ["fordel.xla", "Fordeling.xlam"])
def test_an_old_one_under_another_name_is_taken_away(machine: Pc, name: str) -> None:
    old = at(machine).xlam.with_name(name)
    old.parent.mkdir(parents=True)
    old.write_bytes(b"gammel")
    (old.parent / "Regneark.xlam").write_bytes(b"deres")
    assert str(old) in str(wrong(machine))
    assert install.install(machine, XLAM).removed == [old]
    assert not old.exists() and (old.parent / "Regneark.xlam").exists()


def test_a_folder_in_onedrive_or_on_the_network_is_told(machine: Pc) -> None:
    home = Path(machine.environment["APPDATA"]).parent
    there = replace(machine, environment={**machine.environment, "OneDrive": str(home)})
    install.install(there, XLAM)
    told = [finding for finding in install.look(there, XLAM) if "OneDrive" in finding.what]
    assert [finding.right for finding in told] == [True] and wrong(there) == []
    share = install.Places(Path("//server/hjem/Fordel.xlam"), at(machine).settings, at(machine).log)
    assert "netværket" in [finding.what for finding in install._elsewhere(share, machine)][0]


# ------------------------------------------------------------------------------------- not installing


def refused(machine: Pc, tmp_path: Path) -> str:
    """Why; nothing was written."""
    before = {name: (tmp_path / name).read_bytes() for name in files(tmp_path)}
    with pytest.raises(Refusal) as why:
        install.install(machine, XLAM)
    assert {name: (tmp_path / name).read_bytes() for name in files(tmp_path)} == before
    return str(why.value)


@pytest.mark.parametrize("change, said", [
    ({"windows": False}, "kun gøres på en pc med Windows"),
    ({"running": lambda: True}, "Excel er åben"),
    ({"registry": pc.no_registry}, "Excel er ikke fundet"),
    ({"xlwings": None}, "pip install 'fordel[excel]'"),
    ({"import_alone": lambda python: "ModuleNotFoundError: No module named 'win32com'"}, "No module named 'win32com'"),
    ({"encoding": "ascii"}, "har bogstaver, Excels makroer ikke kan læse"),
    ({"environment": {"LOCALAPPDATA": "/findes/ikke", "APPDATA": "/findes/ikke"}}, "hvor din mappe APPDATA er"),
    ({"environment": {}}, "hvor din mappe APPDATA er")])
def test_where_it_cannot_work_nothing_is_written(machine: Pc, tmp_path: Path, change: dict[str, Any], said) -> None:
    assert said in refused(replace(machine, **change), tmp_path)


def test_two_excels_of_different_bits_are_refused(machine: Pc, tmp_path: Path) -> None:
    old = program(tmp_path / "Office15" / "EXCEL.EXE", 0x14C).parent
    new = tmp_path / "Program Files" / "Office16"
    there = replace(machine, registry=registry({root("16.0"): str(new), root("15.0"): str(old)}))
    assert "16.0 (64 bit), 15.0 (32 bit)" in refused(there, tmp_path)
    program(old / "EXCEL.EXE", 0x8664)
    assert install.install(there, XLAM).written


def test_a_dll_of_another_xlwings_is_told_with_what_to_do(machine: Pc, tmp_path: Path) -> None:
    for name in install.dlls().values():
        (machine.prefix / name).rename(machine.prefix / name.replace("0.37.8", "0.37.9"))
    there = replace(machine, xlwings="0.37.9")
    assert "pip install --force-reinstall xlwings==0.37.8" in refused(there, tmp_path)


@pytest.mark.parametrize("which", ["xlam", "settings"])
def test_where_one_file_cannot_be_written_neither_is(machine: Pc, tmp_path: Path, which: str, monkeypatch) -> None:
    """As with a folder without permission, which root does not meet."""
    install.install(machine, b"PK old")
    forbidden = getattr(at(machine), which)
    real = install.whole_file.write

    def write(path: Path, data: bytes) -> None:
        if path == forbidden and data != b"PK old" and b"0.0.9" not in data:
            raise PermissionError(13, "Access is denied", str(path))
        real(path, data)

    at(machine).settings.write_bytes(b"version=0.0.9\n")
    monkeypatch.setattr(install.whole_file, "write", write)
    assert f"{forbidden} kan ikke skrives: der er ikke adgang" in refused(machine, tmp_path)


# ------------------------------------------------------------------------------------- taking it away


def test_all_that_was_written_goes_and_nothing_else(machine: Pc, tmp_path: Path) -> None:
    before = files(tmp_path)
    install.install(machine, XLAM)
    at(machine).log.write_text("en fejl", encoding="utf-8")
    done = install.remove(machine)
    assert files(tmp_path) == before and len(done.removed) == 3
    assert install.remove(machine).removed == []


def test_a_folder_of_ours_that_is_empty_goes_too(machine: Pc, tmp_path: Path) -> None:
    elsewhere = tmp_path / "C" / "Python"
    (elsewhere / "Scripts").mkdir(parents=True)
    for name in ("python.exe",):
        (elsewhere / "Scripts" / name).write_bytes(b"MZ")
    for name in install.dlls().values():
        (elsewhere / name).write_bytes(b"MZ")
    local = tmp_path / "Local"
    local.mkdir()
    there = replace(machine, prefix=elsewhere, python=elsewhere / "Scripts" / "python.exe",
                    environment={**machine.environment, "LOCALAPPDATA": str(local)})
    install.install(there, XLAM)
    assert "python.exe" in at(there).settings.read_text(encoding="cp1252")  # there is no pythonw
    install.remove(there)
    assert list(local.iterdir()) == []


def test_an_open_excel_is_left_alone(machine: Pc) -> None:
    install.install(machine, XLAM)
    with pytest.raises(Refusal, match="Excel er åben"):
        install.remove(replace(machine, running=lambda: True))
    assert at(machine).xlam.exists()
