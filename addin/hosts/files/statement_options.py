"""What `fordel udmelding` asks for besides the settings: the words of the statement."""

from __future__ import annotations

import click

from addin.hosts.files.options import Command
from addin.sheets.udmelding.ordlyd import Ordlyd, maaneder

_OPTIONS = (
    click.option("--krav", metavar="TEKST", default="",
                 help="Hvad pengene skal bruges til, som en sætning, eller KORAs styringstype: 1 uddannede pædagoger, "
                      "2 pædagogisk personale, 3 inklusionsopgaver, 4 ingen særlige krav. Nummeret trykkes ikke."),
    click.option("--krav-til", metavar="NAVN=TEKST", multiple=True,
                 help="Andre krav til en enkelt modtager; kan gentages."),
    click.option("--oenske", metavar="TEKST", default="", help="Et ønske, der ikke er et krav."),
    click.option("--opfoelgning", metavar="TEKST", default="", help="Hvad der følges op på, og hvornår."),
    click.option("--ligger-fast", metavar="TEKST", default="",
                 help='Om beløbet reguleres, fx "Beløbet ligger fast i hele 2027".'),
    click.option("--reguleres-over", metavar="MÅNEDER", default="",
                 help="De måneder, en efterregulering fordeles over, fx august-december."),
    click.option("--accepteret", metavar="TEKST", default="",
                 help="Hvem der har accepteret, at små antal kan regnes ud af beløbene, hvornår og hvorfor. Trykkes "
                      "ikke."),
)


def of_statement(command: Command) -> Command:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def statement_words(choices: dict[str, str]) -> Ordlyd:
    """The words, which are taken out of the choices."""
    months = choices.pop("reguleres_over").strip()
    said = {key: choices.pop(key).strip() for key in ("krav", "oenske", "opfoelgning", "ligger_fast", "accepteret")}
    return Ordlyd(said["krav"], {}, said["oenske"], said["opfoelgning"], said["ligger_fast"],
                  maaneder(months) if months else (), said["accepteret"])
