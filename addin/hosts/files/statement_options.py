"""What `fordel udmelding` asks for besides the settings."""

from __future__ import annotations

from typing import Any

import click

from addin.hosts.files.options import Command

_OPTIONS = (
    click.option("--krav-til", metavar="NAVN=TEKST", multiple=True,
                 help="Andre krav til en enkelt modtager; kan gentages. De kan også stå i projektmappen, i en kolonne "
                      "Krav ved navnene."),
    click.option("--accepteret", metavar="TEKST", default="",
                 help="Hvem der har accepteret, at små antal kan regnes ud af beløbene, hvornår og hvorfor. Trykkes "
                      "ikke."),
)


def of_statement(command: Command) -> Command:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def with_accepted(choices: dict[str, Any]) -> dict[str, Any]:
    """The choices, with who has accepted what can be worked out as the action knows it."""
    from addin.actions.udmeld import ACCEPTERET  # only here: no other command needs it

    return {**{key: value for key, value in choices.items() if key != "accepteret"}, ACCEPTERET: choices["accepteret"]}
