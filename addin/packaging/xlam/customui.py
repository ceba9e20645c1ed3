"""The tab in Excel's ribbon, from the one list of buttons."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from addin import ribbon
from addin.packaging.web import icons
from addin.ribbon import Button

PART, RELATIONS = "customUI/customUI14.xml", "customUI/_rels/customUI14.xml.rels"
NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
CALLBACK = "FordelTryk"  # in FordelKnapper.bas; a button is known by its tag
ACTIONS = ("fordel_pulje", "fordel_tjek", "opret_opsaetning", "opret_puljer", "efterse", "fortryd", "klargoer",
           "udmeld", "ny_fra_skabelon", "seneste_fejl", "funktioner", "om")
LARGE = ("pulje",)
KEYTIP = "Y"  # of the tab; those of Excel's own are other letters
SIZE = 64  # pixels of a picture; Excel makes it smaller
BUTTONS = ribbon.shown(ACTIONS)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def customui() -> str:
    """The part itself."""
    groups = "\n".join(_group(name, buttons) for name, buttons in ribbon.by_group(BUTTONS).items())
    return (f'{_HEAD}<customUI xmlns="{NAMESPACE}"><ribbon><tabs>\n'
            f'<tab id="FordelFane" label={quoteattr(ribbon.TAB)} keytip="{KEYTIP}">\n{groups}\n</tab>\n'
            "</tabs></ribbon></customUI>\n")


def _group(name: str, buttons: list[Button]) -> str:
    number = ribbon.GROUPS.index(name) + 1
    inside = "\n".join(map(_button, buttons))
    return f'<group id="FordelGruppe{number}" label={quoteattr(name)}>\n{inside}\n</group>'


def _button(button: Button) -> str:
    size = "large" if button.name in LARGE else "normal"
    return (f'<button id="Fordel_{button.name}" tag="{button.action}" label={quoteattr(button.label)} size="{size}" '
            f'image="{button.icon}" screentip={quoteattr(button.label)} supertip={quoteattr(button.help)} '
            f'onAction="{CALLBACK}"/>')


def pictures() -> dict[str, bytes]:
    """Part -> picture."""
    return {f"customUI/images/{icon}.png": icons.png(icon, SIZE) for icon in _icons()}


def relations() -> str:
    """By which the part finds its pictures: the name of an icon is the id."""
    each = "".join(f'<Relationship Id="{icon}" Type="{_IMAGE}" Target="images/{icon}.png"/>' for icon in _icons())
    return (f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}'
            "</Relationships>")


def _icons() -> list[str]:
    return sorted({button.icon for button in BUTTONS})
