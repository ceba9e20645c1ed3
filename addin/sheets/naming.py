"""What our sheets are called, and the keys they are known by from run to run: one set for each edition (udgave)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from addin.formulas import shortened, units
from addin.messages import SHEET, Message, warning
from addin.workbook import Refusal, Snapshot
from workbook_templates import (
    fordel_puljer,
    fordel_tjek,
    fordeling,
    fordeling_bilag,
    fordeling_kontrol,
    fordeling_trin,
    opsaetning,
)

SHEETS = {fordeling.NOEGLE: fordeling.ARK, fordeling_bilag.NOEGLE: fordeling_bilag.ARK,
          fordeling_trin.NOEGLE: fordeling_trin.ARK,
          fordeling_kontrol.NOEGLE: fordeling_kontrol.ARK, opsaetning.NOEGLE: opsaetning.ARK,
          fordeling_kontrol.BOERNELINJER: fordeling_kontrol.BOERNEARK, fordel_tjek.NOEGLE: fordel_tjek.ARK}
SOMETIMES = (fordel_tjek.NOEGLE, fordeling_kontrol.BOERNELINJER)  # not in every workbook
EVERY_EDITION = (opsaetning.NOEGLE, fordel_tjek.NOEGLE, fordel_puljer.NOEGLE)  # one sheet, whatever is made from it
OF_SEVERAL = {fordel_puljer.NOEGLE: fordel_puljer.ARK}  # the sheet that the user writes
MAX_NAME = 31  # characters of a sheet's name
MAX_UDGAVE = MAX_NAME - len(f"{fordeling_kontrol.ARK} ()")
POOL = "/"  # in a key, before the number of a pool; it can stand in no edition
SEVERAL = " ved flere puljer, der får hver sit nummer"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\'\"|()\x00-\x1f]")


class Naming(NamedTuple):
    """By the key of a kind of sheet: the sheet's name, and the key of the one of this edition."""

    names: dict[str, str]
    keys: dict[str, str]
    moved: dict[str, Message]  # where the user has a sheet called so: what is said of it

    def told(self, *sometimes: str) -> list[Message]:
        """What is said of the sheets that are written: those always there, and these."""
        return [message for kind, message in self.moved.items() if kind not in SOMETIMES or kind in sometimes]


def naming(snapshot: Snapshot, udgave: object, pool: int = 0, kinds: Mapping[str, str] = SHEETS) -> Naming:
    """The name each of our sheets gets: the one it has, or ours, or a free one where the user has a sheet called so.
    Each `pool` of several, counted from 1, has a set of its own beside that of the sum."""
    edition = edition_of(udgave)
    known = edition.casefold()
    if pool:
        known = f"{known}{POOL}{pool}"
        edition = edition_of(f"{edition} {pool}" if edition else f"pulje {pool}", SEVERAL)
    mine = set(snapshot.ours.values())
    taken = {sheet.name.casefold() for sheet in snapshot.sheets if sheet.name not in mine}
    names: dict[str, str] = {}
    keys: dict[str, str] = {}
    moved = {}
    for kind, plain in kinds.items():
        of_edition = bool(edition) and kind not in EVERY_EDITION
        wanted = f"{plain} ({edition})" if of_edition else plain
        keys[kind] = f"{kind} {known}" if of_edition else kind
        names[kind], number = snapshot.ours.get(keys[kind], wanted), 2
        while names[kind].casefold() in taken:
            tail = f" ({number})"
            names[kind] = shortened(wanted, MAX_NAME - len(tail)) + tail
            number += 1
        if keys[kind] not in snapshot.ours and names[kind] != wanted:
            moved[kind] = warning(kind, f'Projektmappen har et ark "{wanted}", som Fordel ikke har lavet. Det er ikke '
                                        f'rørt; Fordels ark hedder "{names[kind]}".', names[kind])
        taken.add(names[kind].casefold())
    return Naming(names, keys, moved)


def edition_of(udgave: object, several: str = "") -> str:
    """The edition as it stands in sheet names; "" where there is none. `several` is said of one with a number."""
    if isinstance(udgave, float) and udgave.is_integer():
        udgave = int(udgave)
    edition = "" if udgave is None else str(udgave).strip()
    if units(edition) > MAX_UDGAVE or _FORBIDDEN.search(edition):
        raise Refusal(f'Udgave: "{edition}" kan ikke stå i et arks navn{several}. Brug højst {MAX_UDGAVE} tegn, og '
                      "ingen af [ ] ( ) : * ? / \\ ' \" |.")
    return edition


def others(snapshot: Snapshot, keys: dict[str, str]) -> list[str]:
    """The sheets of other editions, which stay as they are; `keys` are those of this one."""
    mine = {*keys.values(), *of_pools(snapshot, keys)}
    return [name for key, name in snapshot.ours.items() if key.split(" ")[0] in keys and key not in mine]


def without_staying(snapshot: Snapshot, stay: Collection[str]) -> list[Message]:
    """What the host has noticed; what the user has put on a sheet of ours is told where the sheet is written anew, and
    so of none of those that `stay` as they are."""
    return [each for each in snapshot.notices if each.about != SHEET or each.place not in stay]


def of_pools(snapshot: Snapshot, keys: Mapping[str, str]) -> list[str]:
    """The keys of the sheets that an edition has of its several pools, since an earlier run."""
    start = keys[fordeling.NOEGLE].partition(" ")[2] + POOL
    return [key for key in snapshot.ours if key.partition(" ")[0] in keys and key.partition(" ")[2].startswith(start)]
