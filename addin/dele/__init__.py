"""The parts of the calculation: an optional feature each, in a file that says all of it, and the list of them."""

from __future__ import annotations

from typing import Any

from addin.dele.aendring import Aendring
from addin.dele.ansoegt import Ansoegt
from addin.dele.efterregulering import Efterregulering
from addin.dele.fast import Fast
from addin.dele.form import Del
from addin.dele.garanti import Garanti
from addin.dele.grundbeloeb import Grundbeloeb
from addin.dele.indfasning import Indfasning
from addin.dele.normering import Normering
from addin.figures.read import Figures
from addin.run.regnet import Regnet
from addin.settings.setup import Setup

DELE: tuple[Del[Any], ...] = (
    Aendring(), Grundbeloeb(), Fast(), Garanti(), Ansoegt(), Indfasning(), Normering(), Efterregulering())


def laest(setup: Setup, figures: Figures) -> dict[str, Any]:
    """What each part in use has read, by its key."""
    found = {part.key: part.laes(setup, figures) for part in DELE}
    return {key: data for key, data in found.items() if data is not None}


def i_brug(regnet: Regnet) -> list[tuple[Del[Any], Any]]:
    """The parts a calculation uses, each with what it has read."""
    return [(part, regnet.dele[part.key]) for part in DELE if part.key in regnet.dele]
