"""What is not in the copy: every part of a workbook with the rule that leaves it out, and the list as a sheet.

The list is a file of its own, which stays in the house: it names sheets and headings that the copy does not.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from addin.danish import listed
from addin.hosts.files import markup
from addin.hosts.files.contents import SheetPart
from addin.hosts.files.markup import BadXml
from addin.hosts.files.package import CONTENT_TYPES, Package
from addin.sheets.intern import INTERN as IN_HOUSE
from addin.sheets.intern import INTERNE
from addin.sheets.sider import LINE
from addin.workbook import Refusal, SheetPlan
from udfs.errors import antal
from workbook_templates import fordeling, fordeling_bilag

TITEL = "Udeladt af kopien"
AKTINDSIGT = ("Listen over det udeladte er ikke i sig selv en besvarelse af en aktindsigt: hvad der kan undtages, og "
              "efter hvilken regel, afgør kommunen. Kolonnen Hjemmel er tom til det.")
HOW = ("Kopien er lavet fra bunden af Fordels side og bilag. Alt andet i projektmappen er udeladt; her står hvad, og "
       "hvorfor. Indholdet er ikke gengivet.")
HEADINGS = ("Del", "Ark", "Kolonne eller celle", "Hvad", "Regel", "Hjemmel")
WIDTHS = (30, 24, 24, 44, 52, 24)
# The rules.
INTERN = "fortæller om mappens egne celler og ark"
OWN = "er ikke skrevet af Fordel"
ASKED = "er besvaret med, at det ikke skal med"
NOT_CHOSEN = "er ikke valgt"
OURS = "er kun til intern brug"
ANOTHER = "er en anden udgave end den, mappen er sat op til"
HIDDEN_TEXT = "kan rumme tekst, som ikke ses på arket"
WHO = "kan sige, hvem der har skrevet, og hvor"
ELSEWHERE = "henter eller gemmer tal fra andet end kopien"
PROGRAM = "er et program"
LOOK = "er om udseende; kopien har sit eget"

# Parts of a file, by their names; the first that fits counts.
PARTS = (
    (r"vbaproject|/activex|vbadata|ctrlprops", "Makroer og knapper", PROGRAM),
    (r"/threadedcomments/|/persons/|/person\.xml", "Kommentartråde og personer", WHO),
    (r"/comments|/notes", "Noter", WHO),
    (r"docprops/thumbnail", "Miniaturebillede", HIDDEN_TEXT),
    (r"docprops/|docmetadata/", "Egenskaber og følsomhedsmærkat", WHO),
    (r"/printersettings", "Printerindstillinger", WHO),
    (r"/revisions/|/userdata|/usernames", "Ændringshistorik", WHO),
    (r"/externallinks/", "Links til andre projektmapper", ELSEWHERE),
    (r"/querytables/|/connections|/webextensions|/model/|/powerquery", "Dataforbindelser", ELSEWHERE),
    (r"/pivot", "Pivottabeller og deres tal", ELSEWHERE),
    (r"/slicer|/timeline", "Udsnitsværktøjer og tidslinjer", ELSEWHERE),
    (r"/tables/|/xmlmaps|/singlexml", "Tabeller og deres navne", HIDDEN_TEXT),
    (r"customxml|/customproperty", "Data i mappen, som ingen celle viser", HIDDEN_TEXT),
    (r"/embeddings/", "Indlejrede filer", HIDDEN_TEXT),
    (r"/media/|/richdata/", "Billeder og datatyper", HIDDEN_TEXT),
    (r"/charts/|/chartsheets/|/diagrams/", "Diagrammer", ELSEWHERE),
    (r"/drawings/", "Tegninger og tekstbokse", HIDDEN_TEXT),
    (r"/sharedstrings", "Teksterne i alle celler", OWN),
    (r"/theme/|/styles|/featurepropertybag", "Formater og deres navne", LOOK),
    (r"/calcchain|/metadata", "Excels egne noter om beregning", LOOK),
    (r"/worksheets/|/macrosheets/|/dialogsheets/|xl/workbook|\.rels$|content_types", "", ""),  # see the sheets
)
# What a sheet itself may hold, by its elements.
INSIDE = (
    (b"headerFooter", "Sidehoved og sidefod", HIDDEN_TEXT),
    (b"dataValidation", "Valideringer og deres lister", HIDDEN_TEXT),
    (b"conditionalFormatting", "Betinget formatering", LOOK),
    (b"hyperlink", "Links", ELSEWHERE),
    (b"sparklineGroup", "Sparklines", ELSEWHERE),
    (b"scenario", "Scenarier", HIDDEN_TEXT),
    (b"protectedRange", "Beskyttede områder", WHO),
    (b"f", "Formler", ELSEWHERE),
)
STATES = {"hidden": "skjult ark", "veryHidden": "meget skjult ark", "visible": "ark"}


class LeftOut(NamedTuple):
    """A line of the list: what part, on which sheet, in which column or cell, what of it, and by which rule."""

    part: str
    sheet: str
    column: str
    what: str
    rule: str


def of_package(package: Package, ours: Mapping[str, str], taken: Sequence[str] = ()) -> list[LeftOut]:
    """Everything in a file that is not carried over; the sheets in `taken` are judged by their columns elsewhere."""
    keys = {name: key for key, name in ours.items()}
    return [*(line for sheet in package.sheets if sheet.name not in taken for line in of_sheet(sheet, keys)),
            *(line for sheet in package.sheets if sheet.name not in keys for line in inside(package, sheet)),
            *(line for line in of_parts(package) if line.sheet not in keys), *of_names(package)]


def of_sheet(sheet: SheetPart, keys: Mapping[str, str]) -> Iterator[LeftOut]:
    kind = keys.get(sheet.name, "").split(" ")[0]
    if kind in (fordeling.NOEGLE, fordeling_bilag.NOEGLE):
        return  # what of them is left out is found when they are written again
    yield LeftOut("Ark", sheet.name, "", STATES.get(sheet.state, "ark"), OURS if kind in INTERNE else NOT_CHOSEN)


def inside(package: Package, sheet: SheetPart) -> Iterator[LeftOut]:
    """What the part of a sheet holds besides values."""
    if not sheet.part or sheet.kind != "worksheet":
        return
    try:
        text = markup.utf8(package.read(sheet.part))
    except (BadXml, Refusal):
        yield LeftOut("Ark", sheet.name, "", "kan ikke læses", NOT_CHOSEN)
        return
    for element, part, rule in INSIDE:
        many = len(re.findall(rb"<(?:\w+:)?%b[\s>/]" % element, text))
        if many:
            yield LeftOut(part, sheet.name, "", antal(many, "sted", "steder"), rule)


def of_parts(package: Package) -> Iterator[LeftOut]:
    """The parts beside the sheets, with the sheet each belongs to, where it is one sheet's."""
    owner = {part: sheet.name for sheet in package.sheets if sheet.part
             for part in package.reached(sheet.part, {package.workbook_part})}
    found: dict[tuple[str, str, str], int] = {}
    for name in package.entries:
        part, rule = kind_of(name)
        if part:
            key = part, owner.get(name, ""), rule
            found[key] = found.get(key, 0) + 1
    return (LeftOut(part, sheet, "", f"{antal(many, 'del', 'dele')} af filen", rule)
            for (part, sheet, rule), many in found.items())


def kind_of(name: str) -> tuple[str, str]:
    """What a part of a file is, and the rule that leaves it out; one that is not known is left out as such."""
    for pattern, part, rule in PARTS:
        if re.search(pattern, f"/{name}"):
            return part, rule
    return ("", "") if name == CONTENT_TYPES.lower() else ("Andet i filen", OWN)


def of_names(package: Package) -> Iterator[LeftOut]:
    names = [name.name for name in package.names if not name.name.lower().startswith(("_xlnm.", "_fordel", "fordel_"))]
    if names:
        yield LeftOut("Definerede navne", "", "", f"{len(names)}: {listed(names, 6)}", HIDDEN_TEXT)


# ------------------------------------------------------------------------------------- the list


def sheet(file: str, lines: Iterable[LeftOut], made: str, version: str, more: Iterable[str] = ()) -> SheetPlan:
    """The list, with a column for the authority to name its legal basis in; under it what else is to be kept."""
    plan = SheetPlan("udeladt", TITEL, landscape=True, repeat_row=4, freeze=(5, 0))
    plan.widths = dict(enumerate(WIDTHS))
    plan.put(0, 0, f"{TITEL} · {IN_HOUSE}", "titel")
    plan.put(1, 0, f"{file} · lavet {made} med Fordel {version}", "lille")
    plan.put(2, 0, HOW)
    plan.put(3, 0, AKTINDSIGT)
    plan.put_row(4, HEADINGS, "hoved")
    for row, line in enumerate(lines, 5):
        plan.put_row(row, line, "brudt")
        plan.put(row, len(line), None, "input")
        plan.tall(row, LINE * max(math.ceil(len(text) / wide) for text, wide in zip(line, WIDTHS) if text))
    for row, text in enumerate(more, max(cell.row for cell in plan.cells) + 2):
        plan.put(row, 0, text)
    return plan


def by_kind(lines: Iterable[LeftOut]) -> list[tuple[str, str, str]]:
    """Each kind of part with where it is, and the rule that leaves it out."""
    found: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        found.setdefault((line.part, line.rule), []).append(line.sheet or line.what)
    return [(part, listed(list(dict.fromkeys(where)), 6), rule) for (part, rule), where in found.items()]


def in_short(lines: Sequence[LeftOut]) -> list[str]:
    """What a terminal says: the kinds, each once."""
    kinds = list(dict.fromkeys(line.part for line in lines))
    return [f"Udeladt: {listed(kinds, 30)}."] if kinds else []
