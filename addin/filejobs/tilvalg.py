"""The user's own sheets in a copy, as one who sits there is asked for them: `--ark` and `--formler` of the command.

It is asked until the answer is no: "klargoer ark 1" is the sheet that was chosen first, "klargoer ark 2" the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from addin.danish import listed
from addin.filejobs.brugerark import ARK, FORMLER, part_of
from addin.finding.asking import Asked
from addin.hosts.files.package import Package
from addin.sheets.run import Run
from addin.until_answered import Choices
from addin.workbook import Question, Refusal

SPOERG = "klargoer spørg"  # a choice: somebody is there to be asked
NEJ, JA = "nej:", "ja:"  # no sheet can be called so
FIRST = "Skal et af dine egne ark med i kopien? Fordels side og bilag er altid med, og alt andet er udeladt."
NEXT = "{names} er valgt. Skal der flere af dine egne ark med i kopien?"
ONLY_OURS, NO_MORE = "nej: kun Fordels side og bilag", "nej: ikke flere"
FORMULAS = "Hvad skal der stå i kopien, hvor dine ark har formler?"
VALUES, KEPT = "nej: værdierne alene", "ja: formlen, hvis alt, den regner af, er i kopien; ellers værdien"


def own(package: Package, run: Run, choices: Choices, several: bool) -> Choices:
    """The choices as the command would have them; raises Asked where somebody is there and has not said no more. Of
    `several` pools nobody is asked: no sheet can go."""
    said, asks = answered(choices, ARK), choices.get(SPOERG) and not several
    named = [name for name in said if name != NEJ]
    left = [name for name in may_go(package, run) if name not in named] if asks and NEJ not in said else []
    if left:
        offers = ((NEJ, NO_MORE if named else ONLY_OURS), *((name, f'ja, "{name}"') for name in left))
        raise Asked((Question(f"{ARK} {len(said) + 1}", more(named, FIRST, NEXT), offers),))
    formulas = choices.get(FORMLER)
    if asks and not formulas and any(has_formulas(run, name) for name in named):
        raise Asked((Question(FORMLER, FORMULAS, ((NEJ, VALUES), (JA, KEPT))),))
    return {**choices, ARK: (*(choices.get(ARK) or ()), *named), FORMLER: bool(formulas) and formulas != NEJ}


def answered(choices: Choices, key: str) -> list[str]:
    """What has been chosen so far, the no with it."""
    found: list[str] = []
    while answer := str(choices.get(f"{key} {len(found) + 1}") or ""):
        found.append(answer)
    return found


def more(names: Sequence[str], first: str, following: str) -> str:
    """What is asked, with what has been chosen already."""
    return following.format(names=listed([f'"{name}"' for name in names], 20)) if names else first


def may_go(package: Package, run: Run) -> list[str]:
    """The user's sheets that can be seen, without those that are refused whatever is answered."""
    found = []
    for sheet in run.laest.snapshot.foreign():
        try:
            part_of(package, run.laest.snapshot, run, sheet.name)
        except Refusal:
            continue
        found += [sheet.name] if sheet.visible else []
    return found


def has_formulas(run: Run, name: str) -> bool:
    sheet = run.laest.snapshot.sheet(name)
    return sheet is not None and bool(sheet.formulas)
