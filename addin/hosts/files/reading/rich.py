"""Pictures and data types in cells. To programs that do not know them each such cell is an error; it is none."""

from __future__ import annotations

from addin.hosts.files.markup import Element, elements, is_index, local, named
from addin.hosts.files.package import Package
from addin.workbook import BadCell, Refusal

PICTURE, DATA_TYPE = BadCell("et billede", error=False), BadCell("en datatype", error=False)
_RICH = "XLRICHVALUE"
_PICTURES = ("_localImage", "_webimage", "_imageurl")
_ERROR = "_error"  # what newer errors, such as #SPILL!, are


def rich_values(package: Package) -> dict[str, BadCell]:
    """What cells hold that carry a number of the workbook's list of values (vm), by that number; true errors are left
    out, and so is all where the parts do not fit together."""
    part = package.related(package.workbook_part, "sheetMetadata")
    values = package.related(package.workbook_part, "rdRichValue")
    kinds = package.related(package.workbook_part, "rdRichValueStructure")
    if not (part and values and kinds):
        return {}
    try:
        kind_of = [kind.get("t", "") for kind in elements(package.xml(kinds)) if local(kind) == "s"]
        values_of = [kind_of[number(value, "s")] for value in elements(package.xml(values)) if local(value) == "rv"]
        found = listed(package.xml(part), values_of)
    except (Refusal, IndexError, ValueError):
        return {}
    return {at: PICTURE if kind in _PICTURES else DATA_TYPE for at, kind in found.items() if kind != _ERROR}


def listed(metadata: Element, values: list[str]) -> dict[str, str]:
    """The kind of each rich value by its number in the list of the cells' values, which counts from 1."""
    types = [kind.get("name") for kind in elements(metadata.find("{*}metadataTypes"))]
    blocks = next((elements(future) for future in metadata.iterfind("{*}futureMetadata")
                   if future.get("name") == _RICH), [])
    indexes = [number(reference, "i") for block in blocks for reference in list(named(block, "rvb"))[:1]]
    found = {}
    for at, block in enumerate(elements(metadata.find("{*}valueMetadata")), 1):
        for record in named(block, "rc"):
            if types[number(record, "t") - 1] == _RICH:
                found[str(at)] = values[indexes[number(record, "v")]]
    return found


def number(element: Element, attribute: str) -> int:
    said = element.get(attribute, "")
    if not is_index(said):
        raise ValueError(f"{attribute}={said}")
    return int(said)
