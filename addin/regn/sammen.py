"""What the parts give a calculation together, and the one place that refuses what cannot be used together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from addin.dele import DELE, kerne
from addin.dele.form import FOERST, NOEGLE, VED_SIDEN, Del
from addin.figures.adjusted import Adjusted
from addin.figures.besides import Bidrag
from addin.figures.institutions import Institutions
from addin.inputs import Column
from addin.settings.setup import Setup
from addin.workbook import Refusal, Sheet
from workbook_templates.indstillinger import BESPARELSE, CELLE, OMRAADE, TILDELING
from workbook_templates.opsaetning import SETTINGS

Parts = Collection[Del[Any]]
# Settings that the direction of the money refuses.
REFUSED = {BESPARELSE: "kan ikke bruges i en besparelse. Tøm indstillingen.",
           TILDELING: f"kan kun bruges, når {SETTINGS['retning'].label.lower()} {BESPARELSE}."}


def aendret(sheet: Sheet, setup: Setup, numbers: Mapping[str, Column], words: Mapping[str, list[str]]
            ) -> Adjusted | None:
    """The key as the part that changes it has it; None where nothing is changed."""
    return next((part.aendret(sheet, setup, numbers, words) for part in DELE if part.fylder == NOEGLE), None)


def bidrag(setup: Setup, basis: Institutions, uden: Collection[str] = ()) -> Bidrag:
    """What all parts but some give; raises Refusal where they cannot be used together."""
    parts = [part for part in DELE if part.key not in uden]
    fills = {part.fylder: part for part in parts}
    besides = fills[VED_SIDEN].ved_siden(setup, basis) if VED_SIDEN in fills else None
    each = fills[FOERST].foerst(setup, basis, besides) if FOERST in fills else None
    empty = {key for key, filled_in in ((VED_SIDEN, besides), (FOERST, each)) if filled_in is None}
    there = [part for part in parts if part.fylder not in empty]
    refuse_direction(setup, there)
    shares = {part.key: part.andele(setup) for part in parts}
    in_use = [part for part in parts if shares[part.key]]
    refuse_pairs(setup, in_use, there)
    refuse_beside(setup, in_use, there)
    keys = basis.noegle if NOEGLE in fills else basis.noegle_foer or basis.noegle
    needed = {key for part in in_use for key in part.kraever}
    return Bidrag(keys, besides, each, {key: share for part in in_use for key, share in shares[part.key].items()},
                  {key: [each for part in in_use if key in part.kraever for each in filled(setup, part)]
                   for key in needed})


def filled(setup: Setup, part: Del[Any]) -> list[str]:
    """The settings of one value that a part is told by."""
    return [key for key in SETTINGS if key in part.ejer and setup.says(key)]


def refuse_direction(setup: Setup, parts: Parts) -> None:
    """What has no meaning where money is given, or where it is to be found: first the columns, each with its place."""
    direction = setup.settings.retning
    for part in parts:
        for key in part.ikke_i.get(direction, ()):
            if SETTINGS[key].kind == OMRAADE and setup.says(key):
                raise Refusal(f"{part.navn.capitalize()} kan ikke bruges i en {direction}, men {setup.areas[key]} er "
                              f"{SETTINGS[key].label.lower()}. Slet navnet {SETTINGS[key].name}, eller giv kolonnen en "
                              "anden overskrift.")
    refused = [key for owner in (*(part.ikke_i for part in parts), kerne.IKKE_I) for key in owner.get(direction, ())
               if SETTINGS[key].kind == CELLE and setup.says(key)]
    if refused:
        raise Refusal(f"{labels(refused)} {REFUSED[direction]}")


def refuse_pairs(setup: Setup, in_use: Parts, there: Parts) -> None:
    """What one part cannot be told from beside another."""
    for part in in_use:
        for other in there:
            if other.fylder in part.udelukker:
                raise Refusal(f"{labels(filled(setup, part))} kan ikke bruges sammen med {other.navn}. Tøm "
                              f"indstillingen, eller brug ingen {other.navn}.")


def refuse_beside(setup: Setup, in_use: Parts, there: Parts) -> None:
    """What cannot be used beside a part that alone says what amounts become."""
    why = next((why for part in there if (why := part.alene(setup))), "")
    if not why:
        return
    others = {key for part in DELE if part in in_use or (part in there and part.fylder) for key in part.ejer}
    for key in SETTINGS:
        if key in {*kerne.GRAENSER, *others} and setup.says(key):
            raise Refusal(f"{setup.said(key)} kan ikke bruges, når {why}")


def labels(keys: Iterable[str]) -> str:
    return " og ".join(SETTINGS[key].label for key in keys)
