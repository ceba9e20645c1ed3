"""What a file job has made, put beside the workbook it was made of: for a host whose user sits at it. Nothing that lies
there is written over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from addin import whole_file
from addin.filejobs import klargoer, udmelding
from addin.filejobs.klargoer import Klargjort
from addin.hosts.files import outfile
from addin.system_errors import reason
from addin.workbook import Plan, Refusal

CLEARED = "Kopien, der må sendes: {}\nHvad der er udeladt; bliver i huset: {}"
STATED = "Udmelding, et ark til hver modtager: {}"
CANNOT = ("{name} kan ikke skrives: {why}. Intet er lavet. Gem {source} i en mappe, du må skrive i (Filer, Gem som), "
          "og prøv igen.")


def cleared(source: Path, done: Klargjort) -> str:
    """The copy and its list; what is told of them."""
    copy = next(path for path in _names(source, klargoer.SUFFIX, klargoer.ENDING)
                if not path.exists() and not _list(path).exists())
    listed = _list(copy)
    _write(source, {listed: done.list, copy: done.copy})  # the list first: a copy without it is not to be sent
    return _told(CLEARED.format(copy, listed), done)


def stated(source: Path, plan: Plan, font: tuple[str, float] | None) -> str:
    """The statements; what is told of them."""
    target = next(path for path in _names(source, udmelding.SUFFIX, udmelding.ENDING) if not path.exists())
    _write(source, {target: udmelding.workbook(plan.sheets, font)})
    return _told(STATED.format(target), plan)


def _names(source: Path, suffix: str, ending: str) -> Iterator[Path]:
    """As the commands call them, each with a higher number."""
    return (source.with_name(outfile.output_name(source.stem + ending, suffix, number)) for number in count(1))


def _list(copy: Path) -> Path:
    return copy.with_name(klargoer.list_of(copy.name))


def _write(source: Path, files: Mapping[Path, bytes]) -> None:
    """All of them, or a refusal and none."""
    written: list[Path] = []
    for path, data in files.items():
        try:
            whole_file.write(path, data)
        except OSError as problem:
            for made in written:
                made.unlink(missing_ok=True)
            raise Refusal(CANNOT.format(name=path.name, why=reason(problem), source=source.name)) from None
        written.append(path)


def _told(made: str, plan: Plan) -> str:
    lines = [*(f"! {warning}" for warning in plan.warnings),
             *(f"- {message}" for message in plan.messages if message not in plan.warnings)]
    return "\n".join([made, "", *lines]).strip()
