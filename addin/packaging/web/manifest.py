"""The two manifests Excel installs the add-in by: *Fordel* (ribbon, pane) and *Fordel funktioner* (functions in cells).

Apart, because what goes wrong with functions in the field must not take the buttons with it. Each has its own id, made
from the address: a trial on another server is another add-in, and can be installed beside.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.dom import minidom
from xml.sax.saxutils import escape, quoteattr

from addin import ribbon
from addin.packaging.web.icons import SIZES
from addin.ribbon import Button
from addin.version import VERSION

SHOW_PANE = "vis_ruden"
CAN = ("fordel_pulje", "fordel_tjek", "opret_opsaetning", "opret_puljer", "fortryd", "klargoer", "udmeld",
       "ny_fra_skabelon", "seneste_fejl", "funktioner", "om", SHOW_PANE)  # what the pane does
BUTTONS = ribbon.shown(CAN)
PANE, FUNCTIONS = "Pane.Url", "Functions.Url"  # of the pages: the same everywhere, or there is no shared runtime
PROVIDER, NAME, FUNCTIONS_NAME = "Fordel", "Fordel", "Fordel funktioner"
TEXT = "Fordeler puljer mellem dagtilbud og skoler efter socioøkonomiske kriterier. Intet forlader pc'en."
FUNCTIONS_TEXT = "Fordels funktioner i celler: nøgler, puljer, garantier, normering. Intet forlader pc'en."
SHOW_FUNCTIONS = Button("funktioner", "Fordels funktioner", "Viser funktionerne, og hvad de gør.", "funktioner",
                        ribbon.HJAELP, SHOW_PANE)
OVERRIDES = "http://schemas.microsoft.com/office/taskpaneappversionoverrides"
SHORT, LONG = 125, 250  # characters Office takes of a label and of a screentip


class Resources:
    """What the rest speaks of by id: pictures, addresses and texts."""

    def __init__(self, base: str):
        self.base = base
        self.images: dict[str, str] = {}
        self.urls: dict[str, str] = {}
        self.short: dict[str, str] = {}
        self.long: dict[str, str] = {}

    def icon(self, name: str) -> str:
        pictures = []
        for size in SIZES:
            key = f"{name}.{size}"
            self.images[key] = f"{self.base}ikoner/{name}-{size}.png"
            pictures.append(f'<bt:Image size="{size}" resid="{key}"/>')
        return f"<Icon>{''.join(pictures)}</Icon>"

    def label(self, key: str, text: str) -> str:
        assert len(text) <= SHORT
        self.short[key] = text
        return key

    def tip(self, key: str, text: str) -> str:
        assert len(text) <= LONG
        self.long[key] = text
        return key

    def page(self, key: str, file: str) -> str:
        self.urls[key] = self.base + file
        return key

    def xml(self) -> str:
        lists = (("Images", "Image", self.images), ("Urls", "Url", self.urls), ("ShortStrings", "String", self.short),
                 ("LongStrings", "String", self.long))
        return "\n".join(f"<bt:{name}>{''.join(_said(kind, *each) for each in inside.items())}</bt:{name}>"
                         for name, kind, inside in lists if inside)


def _said(kind: str, key: str, value: str) -> str:
    return f"<bt:{kind} id={quoteattr(key)} DefaultValue={quoteattr(value)}/>"


class Shared(NamedTuple):
    """What is said of an add-in before the ribbon: `requires` are requirement sets with their least version."""

    kind: str
    name: str
    text: str
    page: str
    icon: str
    requires: Sequence[tuple[str, str]]


def identifier(base: str, kind: str) -> str:
    """The add-in's id: the same for the same address."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{base}#{kind}"))


def fordel(base: str) -> bytes:
    """The manifest with the tab; `base` ends with a slash."""
    said = Resources(base)
    said.page(PANE, "pane.html")
    groups = "\n".join(_group(said, group, buttons) for group, buttons in ribbon.by_group(BUTTONS).items())
    label = said.label("Tab.Label", ribbon.TAB)
    tab = f'<CustomTab id="Fordel.Tab">\n{groups}\n<Label resid="{label}"/></CustomTab>'
    surface = f'<ExtensionPoint xsi:type="PrimaryCommandSurface">{tab}</ExtensionPoint>'
    host = f'<DesktopFormFactor><FunctionFile resid="{PANE}"/>\n{surface}</DesktopFormFactor>'
    told = Shared("fordel", NAME, TEXT, "pane.html", "fordel", (("SharedRuntime", "1.1"), ("ExcelApi", "1.9")))
    return _manifest(said, told, PANE, host)


def fordel_funktioner(base: str) -> bytes:
    """The manifest with the functions. No namespace: a formula is the same in every program."""
    said = Resources(base)
    said.page(FUNCTIONS, "funktioner.html")
    script, metadata = said.page("Functions.Script", "funktioner.js"), said.page("Functions.List", "funktioner.json")
    point = (f'<ExtensionPoint xsi:type="CustomFunctions"><Script><SourceLocation resid="{script}"/></Script>'
             f'<Page><SourceLocation resid="{FUNCTIONS}"/></Page>'
             f'<Metadata><SourceLocation resid="{metadata}"/></Metadata></ExtensionPoint>')
    group = _group(said, ribbon.TAB, [SHOW_FUNCTIONS], FUNCTIONS)
    surface = ('<ExtensionPoint xsi:type="PrimaryCommandSurface"><OfficeTab id="TabFormulas">\n'
               f"{group}\n</OfficeTab></ExtensionPoint>")
    host = (f"<AllFormFactors>{point}</AllFormFactors>\n"
            f'<DesktopFormFactor><FunctionFile resid="{FUNCTIONS}"/>\n{surface}</DesktopFormFactor>')
    told = Shared("fordel-funktioner", FUNCTIONS_NAME, FUNCTIONS_TEXT, "funktioner.html", "funktioner",
                  (("SharedRuntime", "1.1"), ("CustomFunctionsRuntime", "1.2")))
    return _manifest(said, told, FUNCTIONS, host)


def _group(said: Resources, name: str, buttons: Iterable[Button], page: str = PANE) -> str:
    key = name.replace("æ", "ae")
    inside = list(buttons)
    controls = "\n".join(_control(said, button, page) for button in inside)
    label = said.label(f"Group.{key}", name)
    return (f'<Group id="Fordel.{key}"><Label resid="{label}"/>{said.icon(inside[0].icon)}\n'
            f"{controls}\n</Group>")


def _control(said: Resources, button: Button, page: str) -> str:
    label, tip = said.label(f"{button.name}.Label", button.label), said.tip(f"{button.name}.Tip", button.help)
    if button.action == SHOW_PANE:
        action = (f'<Action xsi:type="ShowTaskpane"><TaskpaneId>Fordel.Pane</TaskpaneId>'
                  f'<SourceLocation resid="{page}"/></Action>')
    else:
        action = f'<Action xsi:type="ExecuteFunction"><FunctionName>{button.action}</FunctionName></Action>'
    return (f'<Control xsi:type="Button" id="Fordel.{button.name}"><Label resid="{label}"/>'
            f'<Supertip><Title resid="{label}"/><Description resid="{tip}"/></Supertip>{said.icon(button.icon)}'
            f"{action}</Control>")


def _manifest(said: Resources, told: Shared, runtime: str, host: str) -> bytes:
    """Old Office, which has no shared runtime, does not read what is in VersionOverrides; it opens the page alone, and
    there a sentence says that it is too old."""
    sets = "".join(f'<bt:Set Name="{name}" MinVersion="{least}"/>' for name, least in told.requires)
    icon = f"{said.base}ikoner/{told.icon}"
    return _in_lines(f"""<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
<Id>{identifier(said.base, told.kind)}</Id>
<Version>{VERSION}.0</Version>
<ProviderName>{PROVIDER}</ProviderName>
<DefaultLocale>da-DK</DefaultLocale>
<DisplayName DefaultValue={quoteattr(told.name)}/>
<Description DefaultValue={quoteattr(told.text)}/>
<IconUrl DefaultValue={quoteattr(f"{icon}-32.png")}/>
<HighResolutionIconUrl DefaultValue={quoteattr(f"{icon}-64.png")}/>
<SupportUrl DefaultValue={quoteattr(f"{said.base}licenser/LAES-MIG.txt")}/>
<AppDomains><AppDomain>{escape(origin(said.base))}</AppDomain></AppDomains>
<Hosts><Host Name="Workbook"/></Hosts>
<DefaultSettings><SourceLocation DefaultValue={quoteattr(said.base + told.page)}/></DefaultSettings>
<Permissions>ReadWriteDocument</Permissions>
<VersionOverrides xmlns="{OVERRIDES}" xsi:type="VersionOverridesV1_0">
<Requirements><bt:Sets DefaultMinVersion="1.1">{sets}</bt:Sets></Requirements>
<Hosts><Host xsi:type="Workbook"><Runtimes><Runtime resid="{runtime}" lifetime="long"/></Runtimes>{host}</Host></Hosts>
<Resources>{said.xml()}</Resources>
</VersionOverrides>
</OfficeApp>""")


def _in_lines(xml: str) -> bytes:
    """One element a line, for who reads it."""
    tight = re.sub(r">\s+<", "><", xml)
    return minidom.parseString(tight).toprettyxml(indent="  ", encoding="utf-8")


def origin(base: str) -> str:
    """https://server of https://server/folder/."""
    return "/".join(base.split("/")[:3])


def both(base: str) -> Iterator[tuple[str, bytes]]:
    """File -> manifest."""
    yield "manifest.xml", fordel(base)
    yield "manifest-funktioner.xml", fordel_funktioner(base)

