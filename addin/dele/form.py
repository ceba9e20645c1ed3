"""What a part of the calculation is: a file that says all of one optional feature. All hooks but reading are empty.

Parts never name each other; what they give stands in the order that workbook_templates.raekkefoelge says.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from addin import inputs
from addin.figures.adjusted import Adjusted
from addin.figures.besides import Besides
from addin.figures.institutions import Institutions
from addin.figures.read import Figures
from addin.run.noegletal import KeyFigure, Kolonne, Step
from addin.run.regnet import Regnet
from addin.settings.setup import Setup
from addin.workbook import CellValue, Sheet
from workbook_templates.fordeling_kontrol import Check
from workbook_templates.kontrolkolonner import Bound, Column

IN_THE_NEW = " i den nye fordeling"  # where it is not all that is given
# What at most one part fills: the key, what is paid besides, and first to each.
NOEGLE, VED_SIDEN, FOERST = "noegle", "ved_siden", "foerst"
Data = TypeVar("Data")
Parameters = Mapping[str, tuple[str, str]]  # key -> label and style
NONE: Mapping[str, Any] = {}


class Celler(Protocol):
    """The cells a part's formulas on the control sheet may name."""

    def param(self, key: str) -> str:
        """A parameter above the table."""

    def here(self, key: str, row: int) -> str:
        """A column of the control, in a row of it."""

    def whole(self, key: str) -> str:
        """A whole column of the control."""

    def shown(self, key: str, number: int) -> str:
        """A recipient's cell on the result sheet."""

    def total(self, key: str) -> str:
        """The sum of a column on the result sheet."""

    def amount(self, key: str, number: int, row: int) -> str:
        """A recipient's amount in a column of the user's, in kr."""

    def figure(self, key: str, number: int) -> str:
        """An institution's number in a column of the user's that is none of amounts."""

    def taking_part(self, key: str, row: int) -> str:
        """The sum of a column of the user's over those of a recipient's institutions that take part by the key."""

    def takes_part(self, row: int) -> str:
        """A condition that any of a recipient's institutions does; "" where all do."""


Formula = Callable[[Celler, int, int], str]  # from the number of the recipient and its row


class Kontrol(NamedTuple):
    """What a part has on the control sheet: values as they are, formulas that prove them, checks of both, and bounds.

    `indstillinger` are settings that are watched, `parametre` what is made of them; `samme` are conditions that a row
    of the result follows from the amounts as it does here; `celler` are what its checks name as {c.key}.
    """

    kolonner: tuple[Column, ...] = ()
    vaerdier: Mapping[str, Sequence[CellValue]] = NONE
    formler: Mapping[str, Formula] = NONE
    indstillinger: Parameters = NONE
    parametre: Parameters = NONE
    parametervaerdier: Mapping[str, CellValue] = NONE
    kontroller: tuple[Check, ...] = ()
    graenser: tuple[Bound, ...] = ()
    samme: Callable[[Celler, int, int], list[str]] | None = None
    celler: Callable[[Celler], dict[str, str]] | None = None


class Del(ABC, Generic[Data]):
    """`ejer` are the settings it owns. What it reads is handed to its other hooks, which are asked only where it is in
    use. What cannot be used together is refused by addin.regn.sammen, from what is said here."""

    key = ""
    navn = ""  # where it is said in a refusal; of one that fills anything in the plural
    ejer: frozenset[str] = frozenset()
    fylder = ""  # NOEGLE, VED_SIDEN or FOERST, where it does
    kraever: frozenset[str] = frozenset()  # what is needed where it has any shares, by key
    udelukker: frozenset[str] = frozenset()  # what no other part may fill where it has any shares
    ikke_i: Mapping[str, tuple[str, ...]] = NONE  # direction of the money -> those of its settings refused there
    vises_uden = False  # whether the result also shows what would have been given without it

    def aendret(self, sheet: Sheet, setup: Setup, numbers: Mapping[str, inputs.Column], words: Mapping[str, list[str]]
                ) -> Adjusted | None:
        """The key with changes; at most one part gives it. Raises Refusal with the cell."""
        return None

    def andele(self, setup: Setup) -> dict[str, float]:
        """Shares that the rule is told, by argument; none where it is not in use. Raises Refusal with the setting."""
        return {}

    def ved_siden(self, setup: Setup, basis: Institutions) -> Besides | None:
        """What is paid besides the part by the key; at most one part gives it. Raises Refusal with the cell."""
        return None

    def foerst(self, setup: Setup, basis: Institutions, besides: Besides | None) -> inputs.Column | None:
        """What each recipient is paid first, whatever its key is, `besides` known; at most one part gives it. Raises
        Refusal with the cell."""
        return None

    def alene(self, setup: Setup) -> str:
        """Why nothing else may say what amounts become, and how it is mended: then any other part and bound is refused
        with it. "" where that is not so."""
        return ""

    @abstractmethod
    def laes(self, setup: Setup, figures: Figures) -> Data | None:
        """What the workbook says of it; None where it is not in use. Raises Refusal with the cell."""

    def kolonner(self, regnet: Regnet, data: Data) -> dict[str, Kolonne]:
        """Columns of the result sheet, by key."""
        return {}

    def trin(self, regnet: Regnet, data: Data) -> list[Step]:
        """Steps of the trail."""
        return []

    def noegletal(self, regnet: Regnet, data: Data) -> dict[str, list[KeyFigure]]:
        """Key figures, by the key of the place they stand in."""
        return {}

    def bemaerkninger(self, regnet: Regnet, data: Data) -> list[str]:
        """What must be known of it before the result is sent on."""
        return []

    def afsnit(self, regnet: Regnet, data: Data) -> tuple[str, list[str]]:
        """A heading under the table, and its lines."""
        return "", []

    def vilkaar(self, regnet: Regnet, data: Data) -> list[str]:
        """What of it belongs in the sentence on the page that says how, as clauses."""
        return []

    def noter(self, data: Data, number: int) -> list[str]:
        """What is worth knowing about an institution beside its amount."""
        return []

    def overvaaget(self, setup: Setup) -> tuple[Check, ...]:
        """Checks that are asked also where it is not in use yet: filling it in later is to be noticed."""
        return ()

    def kontrol(self, regnet: Regnet, data: Data) -> Kontrol:
        """What it has on the control sheet."""
        return Kontrol()
