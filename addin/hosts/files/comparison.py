"""What became of each part of a workbook in another: the proof that nothing was lost.

Nothing is taken on trust from the graft: what may differ is listed here once more. Four parts may have more in them
than before; sheets Fordel made may be replaced; Excel's note of its order of computing (calcChain) may be left out.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from addin.hosts.files import markup
from addin.hosts.files.container import normal
from addin.hosts.files.graft import marked
from addin.hosts.files.markup import elements, is_index
from addin.hosts.files.package import CONTENT_TYPES, Package, relations_part
from addin.hosts.files.reading.values import unescaped
from addin.workbook import Refusal

SAME, MORE, OURS, LEFT_OUT, NEW = "ens", "udvidet", "Fordels", "udeladt", "ny"
CHANGED, MISSING = "ændret", "mangler"
LOSSES = (CHANGED, MISSING)
_MAY_GROW = {"count"}  # what a list says of its own length
_OURS_SHOWN = "*"  # a window showed a sheet of ours, or none there is, and may show another now
_SHOWN = 4


class Fate(NamedTuple):
    """What became of a part, and more about it."""

    part: str
    verdict: str
    detail: str = ""


def compare(before: Package, after: Package) -> list[Fate]:
    """The fate of every part of `before`, and the parts that are new in `after`."""
    old, new = _Side(before), _Side(after)
    growing = {normal(part) for part in (CONTENT_TYPES, before.workbook_part, before.styles_part or CONTENT_TYPES,
                                         relations_part(before.workbook_part))}
    fates = [_fate(name, old, new, name in growing) for name in before.entries if not name.endswith("/")]
    for name, entry in after.entries.items():
        if name not in before.entries and not name.endswith("/"):
            fates.append(Fate(entry.info.filename, NEW, "på Fordels ark" if name in new.own else "ikke fra Fordel"))
    return fates


def lost(fates: list[Fate]) -> list[Fate]:
    """What is not proven to be there still."""
    return [fate for fate in fates if fate.verdict in LOSSES]


def alike(fates: list[Fate]) -> str:
    """How many parts are as they were, in a sentence."""
    return f"{sum(fate.verdict == SAME for fate in fates)} dele er ens, byte for byte."


def proof(before: Package, after: Package, fates: list[Fate]) -> str:
    """That nothing is lost, in a sentence; raises Refusal where something is."""
    gone = lost(fates)
    if gone:
        which = ", ".join(f"{fate.part} ({fate.verdict})" for fate in gone[:3])
        more = f" og {len(gone) - 3} til" if len(gone) > 3 else ""
        raise Refusal(f"Ikke alt fra {before.file} er i {after.file}: {which}{more}.")
    ours = " Fordels egne ark er skiftet ud." if any(fate.verdict == OURS for fate in fates) else ""
    return f"Intet af {before.file} er tabt i {after.file}.{ours}"


class _Side:
    """A workbook, and the parts in it that only sheets of ours lead to."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.sheets = list(marked(package).values())
        roots = {normal(sheet.part) for sheet in self.sheets}
        kept = package.reached("", without=roots)
        parts = roots | {part for sheet in self.sheets for part in package.reached(sheet.part)} - kept
        self.own = parts | {normal(relations_part(part)) for part in parts}
        self.chain = normal(package.related(package.workbook_part, "calcChain") or "")


def _fate(name: str, old: _Side, new: _Side, may_grow: bool) -> Fate:
    entry = old.package.entries[name]
    shown = entry.info.filename
    if name not in new.package.entries:
        if name in old.own:
            return Fate(shown, OURS, "Fordels eget ark er skiftet ud")
        if name == old.chain:
            return Fate(shown, LEFT_OUT, "rækkefølgen, Excel beregner i; Excel laver den igen")
        return Fate(shown, MISSING, "delen findes ikke længere")
    # Not the checksums: they could be made to agree, and a damaged part has none that is right.
    other = new.package.entries[name]
    if entry.info.compress_type == other.info.compress_type and bytes(entry.raw) == bytes(other.raw):
        return Fate(shown, SAME)
    if name in old.own and name in new.own:
        return Fate(shown, OURS, "Fordels eget ark er skiftet ud")
    if old.package.read(name) == new.package.read(name):
        return Fate(shown, SAME)
    if not may_grow:
        return Fate(shown, CHANGED, "indholdet er et andet")
    attributes: list[str] = []
    gone = list(_missing(_neutral(old, name), _neutral(new, name), attributes))
    if gone:
        return Fate(shown, CHANGED, "mangler " + _listed(gone))
    more = _items(new.package.xml(name)) - _items(old.package.xml(name))
    added = [*(f"{number} {tag}" for tag, number in more.items()), *attributes]
    return Fate(shown, MORE, "tilføjet: " + _listed(added) if added else "Fordels egne steder")


def _items(root: markup.Element) -> Counter[str]:
    """How many there are of what a part lists: its own children, or those of its lists."""
    lists = [child for child in elements(root) if elements(child)]
    items = [item for listing in lists for item in elements(listing)] if lists else elements(root)
    return Counter(_tag(item) for item in items)


def _listed(items: list[str]) -> str:
    return ", ".join(items[:_SHOWN]) + (f" og {len(items) - _SHOWN} til" if len(items) > _SHOWN else "")


# ------------------------------------------------------------------------------------- inside a part


def _missing(old: markup.Element, new: markup.Element, attributes: list[str]) -> Iterator[str]:
    """What an element had and its successor has not; `attributes` gets those that are new."""
    if not _attributes_kept(old, new):
        yield _described(old)
    theirs = elements(new)
    at = 0
    for child in elements(old):
        match = next((i for i in range(at, len(theirs)) if _holds(theirs[i], child)), None)
        if match is None and (known := _same_list(child, theirs[at:])) is not None:
            yield from _missing(child, known, attributes)
            new_keys = {str(key) for key, _ in known.items()} - {str(key) for key, _ in child.items()} - _MAY_GROW
            attributes += [f"{key} på {_tag(known)}" for key in sorted(new_keys)]
            match = theirs.index(known)
        if match is None:
            yield _described(child)
            continue
        at = match + 1


def _same_list(element: markup.Element, candidates: list[markup.Element]) -> markup.Element | None:
    """The successor of a list such as <sheets>: the only one of its name, with all its attributes."""
    found = [c for c in candidates if c.tag == element.tag]
    return found[0] if len(found) == 1 and _attributes_kept(element, found[0]) else None


def _holds(new: markup.Element, old: markup.Element) -> bool:
    """Whether an element says all another said: its name, text, attributes, and children in their order, no more."""
    ours, theirs = elements(old), elements(new)
    return (new.tag == old.tag and set(new.keys()) == set(old.keys())
            and all(value in (new.get(str(key)), _OURS_SHOWN) for key, value in old.items())
            and (new.text or "").strip() == (old.text or "").strip()
            and len(ours) == len(theirs) and all(_holds(n, o) for n, o in zip(theirs, ours)))


def _attributes_kept(old: markup.Element, new: markup.Element) -> bool:
    return all(new.get(str(key)) == value for key, value in old.items() if key not in _MAY_GROW)


def _tag(element: markup.Element) -> str:
    return markup.local(element)


def _described(element: markup.Element) -> str:
    named = next((element.get(key) for key in ("name", "PartName", "Target", "Id") if element.get(key)), None)
    return f"{_tag(element)} {named}" if named else _tag(element)


# ------------------------------------------------------------------------------------- what is ours to change


def _neutral(side: _Side, name: str) -> markup.Element:
    """A part without what is about sheets of ours, and with sheets by their names instead of their numbers."""
    package = side.package
    root = copy.deepcopy(package.xml(name))
    if name == normal(package.workbook_part):
        _neutral_workbook(side, root)
    elif name == normal(relations_part(package.workbook_part)):
        for relation, element in zip(package.relations(package.workbook_part), elements(root), strict=True):
            if normal(relation.target or "") in side.own | {side.chain} - {""}:
                root.remove(element)
    elif name == normal(CONTENT_TYPES):
        for element in elements(root):
            part = normal(element.get("PartName", ""))
            if part in side.own | {side.chain} - {""} or (part and not package.has(part)):  # of nothing
                root.remove(element)
    return root


def _neutral_workbook(side: _Side, root: markup.Element) -> None:
    package, ours = side.package, {sheet.name for sheet in side.sheets}
    names = [sheet.name for sheet in package.sheets]
    for element in list(root.iterfind("{*}sheets/{*}sheet")):
        if unescaped(element.get("name", "")) in ours:
            _remove(root, element)
    for element in list(root.iterfind("{*}definedNames/{*}definedName")):
        scope = element.get("localSheetId")
        if scope is not None:
            element.set("localSheetId", names[int(scope)])
        text = "".join(str(piece) for piece in element.itertext())
        about_ours = "#REF!" in text or any(sheet.casefold() in text.casefold().replace("''", "'") for sheet in ours)
        own_name = element.get("name", "").lower().startswith(("fordel_", "_fordel"))
        if own_name or (scope is not None and names[int(scope)] in ours):
            _remove(root, element)
        elif about_ours:
            element.text = ""
    for element in root.iterfind("{*}calcPr"):
        if element.get("fullCalcOnLoad") in markup.FALSE:  # which is what it means that nothing is said
            del element.attrib["fullCalcOnLoad"]
    for element in root.iterfind("{*}bookViews/{*}workbookView"):
        for key in ("activeTab", "firstSheet"):
            shown = element.get(key, "")
            if is_index(shown):
                name = names[int(shown)] if int(shown) < len(names) else None
                element.set(key, _OURS_SHOWN if name is None or name in ours else name)
    numbers = {str(sheet.sheet_id) for sheet in side.sheets}
    for element in root.iterfind("{*}customWorkbookViews/{*}customWorkbookView"):
        if element.get("activeSheetId") in numbers:
            element.set("activeSheetId", _OURS_SHOWN)


def _remove(root: markup.Element, element: markup.Element) -> None:
    next(parent for parent in root if element in list(parent)).remove(element)
