"""The pages, from templates and from what is described elsewhere: buttons, functions, version."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from html import escape
from importlib import resources
from itertools import groupby

from addin import ribbon
from addin.describe import Description, descriptions
from addin.packaging.web.manifest import BUTTONS, SHOW_PANE
from addin.ribbon import Button
from addin.version import VERSION
from workbook_templates.skabeloner import NAVNE, skabelon

PANE, PAGE = "addin.hosts.excel.web", "addin.hosts.files.web"  # where what they are made of lies
# File of the site -> its template. The first takes a workbook; the others are Excel's.
PAGES = {"index.html": (PAGE, "index.html"), "pane.html": (PANE, "pane.html"),
         "funktioner.html": (PANE, "functions.html")}
PARTS = ("early", "missing", "work", "footer")  # what pages have in common
GUIDES = ("TIL-IT.md", "FOERSTE-EXCEL.md")
# What is pressed on the page that takes a workbook, in this order and these words: nothing is written in the workbook.
ACTIONS = {"opret_opsaetning": ("Se, hvad Fordel finder", "Institutioner, børn, nøgle og pulje, og hvad der er gættet. "
                                "Giver en kopi med opsætningen."),
           "fordel_tjek": ("Tjek", "Ser tallene efter, før der fordeles. Giver en kopi med svarene."),
           "fordel_pulje": ("Fordel pulje", "Giver en kopi med resultat, trin, kontrol og opsætning."),
           "klargoer": ("Klargør", "Giver den kopi af fordelingen, der må sendes til andre, og en liste over det "
                        "udeladte."),
           "udmeld": ("Udmelding", "Giver en side til hver modtager: beløbet, beregningen og kravene."),
           "efterse": ("Efterse", "Hvad projektmappen rummer af skjulte ark, makroer og links.")}


def app_file(name: str, host: str = PANE) -> bytes:
    """A file of the page as it lies with its host."""
    return (resources.files(host) / "app" / name).read_bytes()


def guides() -> dict[str, bytes]:
    """What is written for whoever hosts it, and for whoever sees it first."""
    return {name: (resources.files(PANE) / name).read_bytes() for name in GUIDES}


def pages(build: str) -> dict[str, bytes]:
    """The pages of a build: `build` is the folder with everything they use."""
    put = {**{name: app_file(f"{name}.html").decode().strip() for name in PARTS}, "version": VERSION, "build": build,
           "buttons": _buttons(), "actions": _actions(), "functions": _functions(), "reference": _reference(),
           "templates": _templates()}
    return {file: _filled(app_file(template, host).decode(), put).encode() for file, (host, template) in PAGES.items()}


def worker(imports: str) -> bytes:
    """Where Python lives; with the line of what it imports before a picture is made of its memory."""
    return _filled(app_file("worker.js").decode(), {"imports": imports}).encode()


def keeper(build: str, files: Iterable[str]) -> bytes:
    """What keeps the page in a browser, so that it opens without a net: with the list of what it keeps."""
    listed = json.dumps(["./", "index.html", *sorted(files)], indent=1)
    return _filled(app_file("sw.js", PAGE).decode(), {"build": build, "files": listed}).encode()


def _filled(template: str, put: dict[str, str]) -> str:
    for name, text in put.items():
        template = template.replace("{{" + name + "}}", text)
    assert "{{" not in template
    return template


def _buttons() -> str:
    """Group by group, as on the ribbon."""
    groups = ribbon.by_group([button for button in BUTTONS if button.action != SHOW_PANE])
    return "\n".join('<div role="group" aria-label="{}">\n{}\n</div>'.format(
        escape(group), "\n".join(map(_button, buttons))) for group, buttons in groups.items())


def _actions() -> str:
    """Of the page that takes a workbook."""
    there = {button.action: button for button in ribbon.shown(ACTIONS)}
    buttons = [there[action]._replace(label=label, help=help) for action, (label, help) in ACTIONS.items()]
    return '<div role="group" aria-label="Pulje">\n{}\n</div>'.format("\n".join(map(_button, buttons)))


def _button(button: Button) -> str:
    icon = f"ikoner/{button.icon}"
    return (f'<button type="button" class="action" data-action="{button.action}" data-label="{escape(button.label)}" '
            f'disabled><img src="{icon}-24.png" srcset="{icon}-48.png 2x" width="24" height="24" alt="">'
            f"<span><b>{escape(button.label)}</b><small>{escape(button.help)}</small></span></button>")


def _templates() -> str:
    """Every template with what it is for, and where one begins in it."""
    return "\n".join(f'<li><button type="button" data-template="{name}" data-first="{escape(each.ark[0].navn)}">'
                     f"{escape(each.titel)}</button><p>{escape(each.hvad)}</p></li>"
                     for name, each in ((name, skabelon(name)) for name in NAVNE))


# ------------------------------------------------------------------------------------- functions


def _functions() -> str:
    """Every function with its arguments, by group."""
    return _by_group("<h2>{}</h2>", _function)


def _reference() -> str:
    """The same for the pane, where each can be put into a cell."""
    return _by_group("<h3>{}</h3>", lambda found: _function(found, _put_in(found)))


def _by_group(heading: str, shown: Callable[[Description], str]) -> str:
    groups = ["<section>" + heading.format(escape(group)) + "\n" + "\n".join(map(shown, found)) + "</section>"
              for group, found in groupby(descriptions(), key=lambda found: found.group)]
    return '<div class="functions">\n' + "\n".join(groups) + "\n</div>"


def _function(found: Description, more: str = "") -> str:
    names = [f"[{each.name}]" if each.optional else each.name for each in found.arguments]
    arguments = "".join(f"<dt>{escape(name)}</dt><dd>{escape(each.help)}</dd>"
                        for name, each in zip(names, found.arguments))
    return (f"<details><summary><code>{escape(found.name)}</code> {escape(found.title)}</summary>"
            f"<p>{escape(found.text)}</p>{more}<dl>{arguments}</dl></details>")


def _put_in(found: Description) -> str:
    """Buttons that put the function in the chosen cell with the names of its arguments: those it needs, and all."""
    needed = [each.name for each in found.arguments if not each.optional]
    every = [each.name for each in found.arguments]
    kinds = [("Indsæt", needed), ("Indsæt med alle argumenter", every)][:1 + (needed != every)]
    buttons = "".join(f'<button type="button" data-formula="={found.name}({",".join(names)})" '
                      f'aria-label="{label}: {found.name}">{label}</button>' for label, names in kinds)
    return f'<div class="row">{buttons}</div>'


def metadata() -> bytes:
    """What Excel is told of the functions: names, Danish help, and that any cells may be given, also those in error."""
    told = {"allowCustomDataForDataTypeAny": True, "allowErrorForDataTypeAny": True,
            "functions": [_told(found) for found in descriptions()]}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _told(found: Description) -> dict[str, object]:
    parameters = [{"name": each.name, "description": each.help, "type": "any", "dimensionality": "matrix",
                   **({"optional": True} if each.optional else {})} for each in found.arguments]
    return {"id": found.name, "name": found.name, "description": found.title, "parameters": parameters,
            "result": {"type": "any", "dimensionality": "matrix"},
            "options": {"requiresAddress": True}}  # so that the pane can say which cell a refusal is in


def associations() -> bytes:
    """Ties each function's id to xlwings' client. Small, and at a fixed address, for the manifest tells it."""
    names = json.dumps([found.name for found in descriptions()], indent=1)
    return ("// Ties the functions of funktioner.json to xlwings' client, custom-functions-code.js; that asks Python.\n"
            f"for (const funcName of {names}) {{\n"
            "  CustomFunctions.associate(funcName, (...given) => base(\n"
            "    { funcName, isStreaming: false, isCached: false, callerScoped: false }, ...given));\n"
            "}\n").encode()
