"""What a spreadsheet program shows of a function: name, group, help and shapes, read from the rule itself."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from udfs import catalogue

HELP_LIMIT = 255  # characters of one help text that Excel shows
SECTIONS = ("Argumenter", "Resultat", "Fejl", "Formel", "Kilde", "Eksempel")
KINDS = ("tal", "tekst", "omraade", "tabel")

_ARGUMENT = re.compile(r"([a-z][a-z0-9_]*): (.+)")
# The words by which a help says how many cells it wants. A test calls every rule and compares.
_TABLE = re.compile(r"en kolonne pr\. ")
_RANGE = re.compile(r"i en (kolonne eller række|række eller kolonne)|lige så mange som|en celle pr\. "
                    r"|pr\. institution|(ét|et) pr\. modtager")
_ONE_CELL = re.compile(r"(Ét tal|Én tekst)\b(?! pr\.)")


class Argument(NamedTuple):
    """`default` is the rule's own, None where there is none; `kind` is one of KINDS."""

    name: str
    help: str
    optional: bool
    default: object
    kind: str


class Description(NamedTuple):
    """`title` is one sentence, `text` what follows it; `example` is as a Python prompt shows it."""

    name: str
    group: str
    title: str
    text: str
    arguments: tuple[Argument, ...]
    result: str
    one_cell: bool  # whatever is given, the result is one number or text
    errors: str
    formula: str
    source: str
    example: str


@cache
def descriptions() -> tuple[Description, ...]:
    """All functions, in the order and the groups of the catalogue."""
    return tuple(describe(rule) for rule in catalogue.FUNCTIONS.values())


def describe(rule: Callable[..., Any]) -> Description:
    """Raises ValueError where the rule's manual leaves something out that a host must show."""
    parts = sections(rule.__doc__ or "")
    title, text = parts[""].partition("\n\n")[::2]
    if not title:
        raise ValueError(f"{rule.__name__} has no first sentence")
    arguments = _arguments(rule, _helps(parts.get("Argumenter", "")))
    said = {heading: _one_line(parts.get(heading, "")) for heading in SECTIONS}
    return Description(rule.__name__, _group(rule), _one_line(title), _one_line(text), arguments, said["Resultat"],
                       bool(_ONE_CELL.match(said["Resultat"])), said["Fejl"], said["Formel"], said["Kilde"],
                       parts.get("Eksempel", ""))


def sections(text: str) -> dict[str, str]:
    """Heading -> its text, dedented; "" is the opening."""
    found: dict[str, list[str]] = {"": []}
    heading = ""
    for line in inspect.cleandoc(text).splitlines():
        if line.endswith(":") and line[:-1] in SECTIONS:
            heading = line[:-1]
            found[heading] = []
        else:
            found[heading].append(line[4:] if heading else line)
    return {name: "\n".join(lines).strip() for name, lines in found.items()}


def _helps(text: str) -> dict[str, str]:
    """Argument -> help; an indented line goes on with the one above."""
    found: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        entry = _ARGUMENT.match(line)
        if entry:
            name = entry[1]
            found[name] = entry[2].strip()
        elif line.strip() and name:
            found[name] += " " + line.strip()
    return found


def _arguments(rule: Callable[..., Any], helps: dict[str, str]) -> tuple[Argument, ...]:
    parameters = inspect.signature(rule).parameters
    if list(helps) != list(parameters):
        raise ValueError(f"{rule.__name__} takes {list(parameters)}, but describes {list(helps)}")
    too_long = [name for name, text in helps.items() if len(text) > HELP_LIMIT]
    if too_long:
        raise ValueError(f"{rule.__name__}: more than {HELP_LIMIT} characters of help for {too_long}")
    found = []
    for name, parameter in parameters.items():
        optional = parameter.default is not parameter.empty
        default = parameter.default if optional else None
        found.append(Argument(name, helps[name], optional, default, _kind(helps[name], default)))
    return tuple(found)


def _kind(text: str, default: object) -> str:
    """What the argument holds: a number (SAND and FALSK are numbers), a word, a column or row, or n x m."""
    if isinstance(default, str):
        return "tekst"
    if isinstance(default, bool):
        return "tal"
    if _TABLE.search(text):
        return "tabel"
    return "omraade" if _RANGE.search(text) else "tal"


def _group(rule: Callable[..., Any]) -> str:
    return next((name for name, rules in catalogue.GROUPS.items() if rule in rules), "")


def _one_line(text: str) -> str:
    return " ".join(text.split())
