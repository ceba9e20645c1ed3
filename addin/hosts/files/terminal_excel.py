"""`fordel byg xlam`, `fordel byg windows` and `fordel excel`: the add-in for Excel on Windows with Python on the PC."""

from __future__ import annotations

import zipfile
from pathlib import Path

import click

from addin.hosts.files import outfile
from addin.system_errors import reason
from addin.workbook import Refusal

NOT_OURS = "{} er ikke Fordel.xlam. Byg den med fordel byg xlam."
NEXT = "Start Excel. Fanen Fordel er der, og funktionerne kan skrives i celler: prøv =FORDEL_ANDEL(A1:A3)."
STAYS = "Python og pakkerne er ikke rørt. Er de kun til Fordel, så slet mappen {}."


def build(target: Path) -> None:
    from addin.packaging.xlam.build import xlam  # only here: no other command needs it

    made = xlam()
    target.parent.mkdir(parents=True, exist_ok=True)
    outfile.write_whole(target, made)
    click.echo(f"Skrevet: {target}")


def gather(folder: Path, wheel: Path | None, python: str) -> None:
    from addin.packaging.xlam import windows

    wheels = windows.gather(folder, wheel, python, lambda step: click.echo(f"{step} …", err=True))
    click.echo(f"Skrevet: {folder} ({len(wheels)} hjul, Python {python}, Windows 64 bit)")
    click.echo(f"På pc'en: dobbeltklik på {windows.COMMAND}. {windows.SUMS} siger, hvad hver fil er.")


def install(given: Path | None) -> None:
    from addin.packaging.xlam import install as installing
    from addin.packaging.xlam import pc

    done = installing.install(pc.this(), _xlam(given))
    if done.had:
        click.echo(f"Opdateret fra Fordel {done.had}.")
    for path in done.written:
        click.echo(f"Skrevet: {path}")
    for path in done.removed:
        click.echo(f"Slettet: {path} (en gammel udgave)")
    click.echo(NEXT)


def look(given: Path | None) -> bool:
    """Whether all is right."""
    from addin.packaging.xlam import install as installing
    from addin.packaging.xlam import pc

    try:
        wanted = _xlam(given)
    except Refusal:
        if given is not None:
            raise
        wanted = None  # it cannot be built here: what is there is not compared
    found = list(installing.look(pc.this(), wanted))
    for finding in found:
        click.echo(f"{'i orden' if finding.right else 'MANGLER'}: {finding.what}")
        if not finding.right and finding.mend:
            click.echo(f"         {finding.mend}")
    return all(finding.right for finding in found)


def remove() -> None:
    from addin.packaging.xlam import install as installing
    from addin.packaging.xlam import pc

    here = pc.this()
    done = installing.remove(here)
    for path in done.removed:
        click.echo(f"Slettet: {path}")
    if not done.removed:
        click.echo("Fordel er ikke installeret i Excel på denne pc.")
    click.echo(STAYS.format(here.prefix))


def _xlam(given: Path | None) -> bytes:
    """The add-in: the file that is given, as one that has been signed, or as it is built."""
    if given is None:
        from addin.packaging.xlam.build import xlam

        return xlam()
    try:
        with zipfile.ZipFile(given) as parts:
            ours = {"xl/vbaProject.bin", "customUI/customUI14.xml"} <= set(parts.namelist())
        if ours:
            return given.read_bytes()
    except zipfile.BadZipFile:
        pass
    except OSError as problem:
        raise Refusal(f"{given} kan ikke læses: {reason(problem)}.") from None
    raise Refusal(NOT_OURS.format(given))
