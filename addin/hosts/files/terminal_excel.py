"""`fordel byg xlam`: the add-in for Excel on Windows with Python on the PC."""

from __future__ import annotations

from pathlib import Path

import click

from addin.hosts.files import outfile


def build(target: Path) -> None:
    from addin.packaging.xlam.build import xlam  # only here: no other command needs it

    made = xlam()
    target.parent.mkdir(parents=True, exist_ok=True)
    outfile.write_whole(target, made)
    click.echo(f"Skrevet: {target}")
