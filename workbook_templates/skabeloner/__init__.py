"""The template workbooks: each a file of data here, and the .xlsx built from it beside it.

To add one: a module with a `SKABELON` (see form.py for what it is made of, and one that is there), its name in `NAVNE`,
`python -m addin.filejobs.skabelon`, and a test of its own numbers in tests/workbook_templates/skabeloner. All else is
tested of every template in tests/addin/filejobs/skabelon. Look at it too: no test sees what is ugly.
"""

from __future__ import annotations

import importlib
from functools import cache

from workbook_templates.skabeloner.form import Skabelon

NAVNE = ("boernetaelling", "statistisk-noegle", "vurdering-og-ansoegning", "fast-tildeling", "fleraarig-finansiering",
         "kombination", "skolemodel", "fremskrivning", "netvaerksmaaling", "kora-beregningseksempel")


@cache
def skabelon(navn: str) -> Skabelon:
    """A template by its name."""
    found = importlib.import_module(f"{__name__}.{navn.replace('-', '_')}").SKABELON
    assert isinstance(found, Skabelon) and found.navn == navn
    return found
