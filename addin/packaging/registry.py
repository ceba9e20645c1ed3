"""The text files by which LibreOffice knows an extension: functions with help, menu, toolbar, and what is in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from addin import ribbon
from addin.describe import Description
from addin.packaging.idl import identifier
from addin.ribbon import Button
from addin.version import VERSION

IDENTIFIER = "dk.fordel"
FUNCTIONS = "dk.fordel.Funktioner"  # the component with the functions
HANDLER = "dk.fordel.Knapper"  # the component behind the buttons
TOOLBAR = f"{IDENTIFIER}.toolbar"
OPENED = "dk.fordel.Genkendelse"  # the component that makes our functions known in an opened document
PROTOCOL = "dk.fordel:"
MINIMAL = "7.4"  # the oldest LibreOffice it has been tried in
BUTTONS = ribbon.shown(("fordel_pulje", "fordel_tjek", "opret_opsaetning", "opret_puljer", "sagsbilag", "klargoer",
                        "udmeld", "ny_fra_skabelon", "seneste_fejl"))
LANGUAGES = ("en-US", "da")

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_DATA = ('<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" '
         'xmlns:xs="http://www.w3.org/2001/XMLSchema" oor:name="{}" oor:package="org.openoffice.{}">\n{}\n'
         "</oor:component-data>\n")
_SHEETS_ONLY = "com.sun.star.sheet.SpreadsheetDocument"


def _node(name: str, *inside: str, new: bool = True, shared: bool = False) -> str:
    """A node: `new` where it is ours alone, `shared` where others may have put something in it too."""
    operation = "fuse" if shared else "replace" if new else ""
    attributes = f"oor:name={quoteattr(name)}" + (f' oor:op="{operation}"' if operation else "")
    return f"<node {attributes}>" + "".join(inside) + "</node>"


def _prop(name: str, text: str, kind: str = "string") -> str:
    return f'<prop oor:name="{name}" oor:type="xs:{kind}"><value>{escape(text)}</value></prop>'


def _said(name: str, text: str) -> str:
    """The same in every language: there is only Danish, and the names are one everywhere."""
    values = "".join(f'<value xml:lang="{language}">{escape(text)}</value>' for language in LANGUAGES)
    return f'<prop oor:name="{name}" oor:type="xs:string">{values}</prop>'


def calc_addins(functions: Iterable[Description]) -> str:
    """Names, descriptions and the help of each argument, for the function wizard."""
    told = "\n".join(_function(function) for function in functions)
    inside = _node("AddInInfo", _node(FUNCTIONS, _node("AddInFunctions", "\n", told, "\n", new=False)), new=False)
    return _HEAD + _DATA.format("CalcAddIns", "Office", inside)


def _function(function: Description) -> str:
    arguments = (_node(identifier(a.name), _said("DisplayName", a.name), _said("Description", a.help))
                 for a in function.arguments)
    return _node(identifier(function.name), _said("DisplayName", function.name), _said("Description", function.title),
                 _prop("Category", "Add-In"), _said("CompatibilityName", function.name),
                 _node("Parameters", *arguments, new=False))


def addons() -> str:
    """The menu and the toolbar Fordel, in spreadsheets only."""
    def items(prefix: str) -> str:
        return "".join(_node(f"{prefix}{number}", *_button(button)) for number, button in enumerate(BUTTONS, 1))

    menu = _node("OfficeMenuBar", _node(f"{IDENTIFIER}.menu", _said("Title", "Fordel"), _prop("Context", _SHEETS_ONLY),
                                        _node("Submenu", items("m"), new=False)), new=False)
    bar = _node("OfficeToolBar", _node(TOOLBAR, items("t")), new=False)  # a set of items: its title stands elsewhere
    return _HEAD + _DATA.format("Addons", "Office", _node("AddonUI", menu, "\n", bar, new=False))


def calc_window_state() -> str:
    """The toolbar's title, and where it lies at first: a row of its own under the two that Calc has."""
    bar = _node(f"private:resource/toolbar/addon_{TOOLBAR}", _said("UIName", "Fordel"),
                _prop("Docked", "true", "boolean"), _prop("DockingArea", "0", "int"), _prop("DockPos", "0,9"),
                _prop("Visible", "true", "boolean"))
    states = _node("UIElements", _node("States", bar, new=False), new=False)
    return _HEAD + _DATA.format("CalcWindowState", "Office.UI", states)


def _button(button: Button) -> tuple[str, ...]:
    return (_prop("URL", PROTOCOL + button.name), _said("Title", button.label), _prop("Target", "_self"),
            _prop("Context", _SHEETS_ONLY))


def protocol_handler() -> str:
    handled = f'<prop oor:name="Protocols" oor:type="oor:string-list"><value>{PROTOCOL}*</value></prop>'
    return _HEAD + _DATA.format("ProtocolHandler", "Office", _node("HandlerSet", _node(HANDLER, handled), new=False))


def jobs() -> str:
    """What runs when a document has been opened in a window."""
    job = _node("Jobs", _node(OPENED, _prop("Service", OPENED)), new=False)
    event = _node("onDocumentOpened", _node("JobList", _node(OPENED), new=False), shared=True)
    return _HEAD + _DATA.format("Jobs", "Office", job + "\n" + _node("Events", event, new=False))


def description() -> str:
    told = "".join(f'<name lang="{language}">Fordel: fordeling af puljer</name>' for language in ("en", "da"))
    return (_HEAD + '<description xmlns="http://openoffice.org/extensions/description/2006" '
            'xmlns:l="http://libreoffice.org/extensions/description/2011">'
            f'<identifier value="{IDENTIFIER}"/><version value="{VERSION}"/>'
            f'<dependencies><l:LibreOffice-minimal-version value="{MINIMAL}" name="LibreOffice {MINIMAL}"/>'
            "</dependencies>"
            f"<display-name>{told}</display-name></description>\n")


def manifest(parts: Mapping[str, str]) -> str:
    """`parts` are the files LibreOffice must know, with what they are."""
    entry = "<manifest:file-entry manifest:full-path={} manifest:media-type={}/>"
    entries = "\n".join(entry.format(quoteattr(path), quoteattr(kind)) for path, kind in parts.items())
    return (_HEAD + '<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">\n'
            f"{entries}\n</manifest:manifest>\n")
