"""What the user is told when sheets of ours are replaced: own formulas that show old values, own content that goes.

The file that is read is never written to, so what goes with a sheet of ours is still there; that is why it is told
and not refused. What somebody types into free cells of our sheets cannot be told from what we wrote there ourselves.
"""

from __future__ import annotations

from collections.abc import Collection

from addin.danish import listed
from addin.hosts.files.contents import SheetPart
from addin.hosts.files.graft import marked, saved_by_calc
from addin.hosts.files.markup import elements
from addin.hosts.files.package import Package
from addin.hosts.files.references import Uses, addin_cells, anchors, uses
from addin.messages import FORMULAS, SHEET, Message, warning

_WE_WRITE = {"drawing", "hyperlink", "printerSettings", "vmlDrawing"}
# One and several of what users put on sheets, by the kind of the relationship to it.
_WORDS = {
    "comments": ("note", "noter"), "threadedComment": ("kommentartråd", "kommentartråde"),
    "table": ("tabel", "tabeller"), "pivotTable": ("pivottabel", "pivottabeller"),
    "queryTable": ("dataforbindelse", "dataforbindelser"), "slicer": ("udsnitsværktøj", "udsnitsværktøjer"),
    "timeline": ("tidslinje", "tidslinjer"), "oleObject": ("indlejret objekt", "indlejrede objekter"),
    "package": ("indlejret objekt", "indlejrede objekter"), "control": ("kontrolelement", "kontrolelementer"),
    "ctrlProp": ("kontrolelement", "kontrolelementer"), "image": ("baggrundsbillede", "baggrundsbilleder"),
    "figure": ("figur", "figurer"), "chart": ("diagram", "diagrammer"),
}


def notices(package: Package, kept: Collection[str] = ()) -> list[Message]:
    """What is told, for all sheets of ours but those with a key in `kept`."""
    mine = marked(package)
    ours = [sheet for key, sheet in mine.items() if key not in kept]
    if not ours:
        return []
    told = [warning(SHEET, text, sheet.name) for sheet in ours if (text := own_content(package, sheet))]
    found = uses(package, ours, silent=list(mine.values()))
    if found:
        told.append(warning(FORMULAS, _about_values(found, addin_cells(package, ours))))
    if found.pivots:
        told.append(warning(FORMULAS, "En pivottabel bygger på Fordels ark og viser det, der sidst blev hentet: vælg "
                                      "Data, Opdater alle."))
    return told


def _about_values(found: Uses, addins: list[str]) -> str:
    who = f"Dine formler i {listed(found.cells)} bruger Fordels ark" if found.cells else "Et diagram bruger Fordels ark"
    if not addins:
        return (f"{who}. De bliver beregnet igen, når filen åbnes i Excel; i Beskyttet visning først, når du vælger "
                "Aktivér redigering, og i LibreOffice med Ctrl+Skift+F9.")
    return (f"{who} og kan vise GAMLE TAL. De bliver ikke beregnet igen af sig selv, fordi {listed(addins)} bruger "
            "funktioner fra et tilføjelsesprogram eller en makro og ellers kunne blive til #NAVN?. "
            "Tryk Ctrl+Alt+F9 i Excel på en pc, der har dem.")


def own_content(package: Package, sheet: SheetPart) -> str:
    """What stands on a sheet of ours that we never put there, in a sentence; "" where there is nothing."""
    counts: dict[str, int] = {}
    for relation in package.relations(sheet.part):
        if relation.kind not in _WE_WRITE:
            number = 1
            if relation.kind == "comments" and relation.target and package.has(relation.target):
                number = len(elements(package.xml(relation.target).find("{*}commentList")))
            counts[relation.kind] = counts.get(relation.kind, 0) + number
    if "threadedComment" in counts:
        counts.pop("comments", None)  # each thread has a note too, for programs that do not know threads
    drawn = anchors(package, sheet)
    counts["figure"] = sum(not chart for chart, _ in drawn)
    # Our chart has an alternative text. LibreOffice 7.4 loses it when it saves: then one without may be ours.
    charts = [text for chart, text in drawn if chart]
    counts["chart"] = charts.count("") - (not any(charts) and saved_by_calc(package))
    counts = {kind: number for kind, number in counts.items() if number > 0}
    if not counts:
        return ""
    what = [f"{number} {_WORDS.get(kind, (kind, kind))[number != 1]}" for kind, number in counts.items()]
    return (f'Arket "{sheet.name}" bliver skrevet på ny. Det, du selv har sat på det ({", ".join(what)}), er ikke '
            f"med i resultatet, men står stadig i {package.file}. Hav dit eget på dine egne ark.")

