"""The settings as options of the commands, made from their description in `workbook_templates.opsaetning`."""

from __future__ import annotations

import re
from collections.abc import Callable
from gettext import gettext
from pathlib import Path
from typing import Any, TypeVar

import click

from workbook_templates.indstillinger import OMRAADE, Setting
from workbook_templates.opsaetning import AFSNIT, VALG

Command = TypeVar("Command", bound=Callable[..., Any])

# Options that are not called what their setting is.
NAMES = {"mindst_kriterier": "mindst", "enhed_pulje": "enhed"}
COLUMNS = "Kolonner; CELLER er et område som Budget!D5:D55"
_METAVARS = {"kr_oere": "BELØB", "pct": "ANDEL", "pct2": "ANDEL", "tekst": "ORD", "fritekst": "TEKST",
             "dato": "DATO"}
_SENTENCE_END = re.compile(r'\.(?= [A-ZÆØÅ0-9"]|$)')


class SettingOption(click.Option):
    """An option with the heading it stands under in the help."""

    def __init__(self, *arguments: Any, section: str, **attributes: Any):
        super().__init__(*arguments, **attributes)
        self.section = section


class SettingsCommand(click.Command):
    """A command whose help has the settings under the headings they have on the sheet."""

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(context):
            record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
            if record is not None:
                sections.setdefault(getattr(parameter, "section", gettext("Options")), []).append(record)
        for heading, records in sections.items():
            with formatter.section(heading):
                formatter.write_dl(records)


def of_file(suffix: str) -> Callable[[Command], Command]:
    """What every command over a workbook takes: the file, where the result goes, and how it is told apart."""
    parameters = (
        click.argument("fil", type=click.Path(path_type=Path)),
        click.option("--ud", metavar="FIL", type=click.Path(path_type=Path),
                     help=f'Resultatets navn; ellers "FIL{suffix}".'),
        click.option("--svar", metavar="FIL", type=click.Path(path_type=Path),
                     help="Svar på det, der ellers bliver spurgt om: linjer som noegle = Budget!D5:D55."),
        click.option("--genberegn", is_flag=True,
                     help="Beregn formlerne med LibreOffice på denne maskine, i en kopi, og sammenlign med filens."),
        click.option("--ark", metavar="NAVN", multiple=True,
                     help="Arket med institutioner; kan gentages, fx for børn."),
    )

    def add(command: Command) -> Command:
        for parameter in reversed(parameters):
            command = parameter(command)
        return command

    return add


def of_settings(command: Command) -> Command:
    """An option for each setting: single values under their headings, columns last."""
    for section, setting in reversed(in_sections()):
        option = click.option(option_name(setting.key), setting.key, cls=SettingOption, section=section,
                              metavar=metavar(setting), help=help_text(setting))
        command = option(command)
    return command


def in_sections() -> list[tuple[str, Setting]]:
    """Every setting with the heading of its option."""
    singles = [(heading, setting) for heading, settings in AFSNIT for setting in settings if setting.kind != OMRAADE]
    return singles + [(COLUMNS, setting) for _, settings in AFSNIT for setting in settings if setting.kind == OMRAADE]


def option_name(key: str) -> str:
    return "--" + NAMES.get(key, key).replace("_", "-")


def metavar(setting: Setting) -> str:
    if setting.kind == OMRAADE:
        return "CELLER"
    return _METAVARS.get(setting.style, "TAL")


def help_text(setting: Setting) -> str:
    """The setting's name, and for a single value its choices or the first sentence of what it means."""
    if setting.kind == OMRAADE:
        return setting.label + "."
    if setting.key in VALG:
        return f"{setting.label}: {either(VALG[setting.key])}."
    end = _SENTENCE_END.search(setting.help)
    sentence = setting.help[:end.start() if end else None]
    return f"{setting.label}: {sentence[0].lower()}{sentence[1:]}."


def either(words: tuple[str, ...]) -> str:
    """The choices, first the default: "fuld" eller "over"."""
    marked = [f'"{word}"' for word in words]
    return ", ".join(marked[:-1]) + " eller " + marked[-1]
