"""Click in Danish: its help pages and what it says when a command is mistyped."""

from __future__ import annotations

from collections.abc import Iterable

import click

_WORDS = {"Options": "Valgmuligheder", "Commands": "Kommandoer", "Usage: ": "Brug: "}


class _DanishFormatter(click.HelpFormatter):
    def write_heading(self, heading: str) -> None:
        super().write_heading(_WORDS.get(heading, heading))

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, "Brug: ")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        danish = [(name, text.replace("[required]", "[skal angives]")) for name, text in rows]
        super().write_dl(danish, col_max, col_spacing)


class _DanishContext(click.Context):
    formatter_class = _DanishFormatter


class _DanishHelp(click.Command):
    """Shared by commands and groups: a Danish --help."""

    context_class: type[click.Context] = _DanishContext

    def get_help_option(self, context: click.Context) -> click.Option | None:
        option = super().get_help_option(context)
        if option is not None:
            option.help = "Vis denne hjælp."
        return option


class DanishCommand(_DanishHelp):
    pass


class DanishGroup(_DanishHelp, click.Group):
    command_class = DanishCommand


def in_danish(error: click.UsageError) -> str:
    """What is wrong with the command as it was typed."""
    if isinstance(error, click.NoSuchOption):
        near = f" Mente du {error.possibilities[0]}?" if error.possibilities else ""
        return f"Valgmuligheden {error.option_name} findes ikke.{near}"
    if isinstance(error, click.BadOptionUsage):
        return f"Valgmuligheden {error.option_name} mangler en værdi."
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
        return f"Der mangler {name or 'et argument'}."
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if error.param and error.param.opts else "argumentet"
        return f"{name} kan ikke læses: {error.message}"
    if error.message.startswith("No such command"):
        group = error.ctx.command if error.ctx else None
        known = ", ".join(sorted(group.commands)) if isinstance(group, click.Group) else ""
        return f"Den kommando findes ikke. Kommandoerne er {known}."
    if "unexpected extra argument" in error.message:
        return "Der er for mange argumenter. Sæt anførselstegn om et filnavn med mellemrum."
    return "Kommandoen kan ikke læses."
