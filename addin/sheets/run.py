"""A run as it is written: what has been calculated, what our sheets are called, and what the user is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from addin.checks.run import Answer
from addin.checks.subject import Subject
from addin.messages import Message
from addin.run.laest import Laest
from addin.run.puljer import Puljer
from addin.run.regnet import Regnet
from addin.smaa_antal.published import Column


@dataclass(frozen=True)
class Run:
    """`names` maps the kind of each of our sheets to its name, `keys` to its key in the edition that is made."""

    laest: Laest
    regnet: tuple[Regnet, ...]
    names: Mapping[str, str]
    keys: Mapping[str, str]
    made: str  # when, as shown
    version: str
    warnings: tuple[Message, ...] = ()
    messages: tuple[Message, ...] = ()
    checked: tuple[Answer, ...] = ()  # the checks, where the workbook has a sheet of them
    seen: tuple[Message, ...] = ()  # what the sheet of settings tells besides where they came from
    answer: str = ""  # of a copy for others: the control's in words; it says nothing of the workbook's cells
    earlier: tuple[Subject, ...] = ()  # editions published before, and other pools: shares are judged beside them
    once: str = ""  # why no shares are shown, where those of another pool's page would tell more beside them
    more: tuple[Column, ...] = ()  # and beside what else the same output has of amounts
    puljer: Puljer | None = None  # the pools it is the sum of; None of one

    @property
    def first(self) -> Regnet:
        """The distribution itself."""
        return self.regnet[0]
