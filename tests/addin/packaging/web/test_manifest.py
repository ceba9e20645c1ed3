"""The manifests, held to what Microsoft says of them: order, ids, lengths, and that every reference is found."""

from __future__ import annotations

import json
import re
import uuid
from typing import Any

import pytest
from lxml import etree

from addin import ribbon
from addin.describe import HELP_LIMIT, descriptions
from addin.hosts.excel import scripts
from addin.packaging.web import manifest, pages
from addin.packaging.web.icons import ICONS, SIZES

BASE = "https://fordel.kommune.dk/fordel/"
O = "{http://schemas.microsoft.com/office/appforoffice/1.1}"  # noqa: E741 - the prefix Microsoft's pages have
V = "{http://schemas.microsoft.com/office/taskpaneappversionoverrides}"
BT = "{http://schemas.microsoft.com/office/officeappbasictypes/1.0}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}type"
# The children of each element in the order of Microsoft's schema ([MS-OWEMXML]); a question mark may be left out.
ORDER = {
    f"{O}OfficeApp": "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl? "
                     "HighResolutionIconUrl? SupportUrl? AppDomains? Hosts? Requirements? DefaultSettings Permissions? "
                     "VersionOverrides?",
    f"{V}VersionOverrides": "Description? Requirements? Hosts Resources",
    f"{V}Host": "Runtimes? AllFormFactors? DesktopFormFactor?",
    f"{V}DesktopFormFactor": "GetStarted? FunctionFile ExtensionPoint*",
    f"{V}CustomTab": "Group* Label InsertBefore? InsertAfter?",
    f"{V}OfficeTab": "Group*",
    f"{V}Group": "Label Tooltip? Icon Control*",
    f"{V}Control": "Label Supertip Icon Action",
    f"{V}Supertip": "Title Description",
    f"{V}Resources": "Images Urls ShortStrings LongStrings",
}
REQUIRED_SIZES = {16, 32, 80}  # learn.microsoft.com/javascript/api/manifest/icon; the rest are used on other screens


@pytest.fixture(scope="module", params=["manifest.xml", "manifest-funktioner.xml"])
def root(request) -> Any:
    return etree.fromstring(dict(manifest.both(BASE))[request.param])


def local(element: Any) -> str:
    return str(etree.QName(element).localname)


def test_the_elements_lie_in_the_order_of_the_schema(root) -> None:
    for element in root.iter():
        order = ORDER.get(element.tag)
        if order is None:
            continue
        pattern = "".join(rf"(?:{name.rstrip('?*')} ){'*' if name[-1] == '*' else '?' if name[-1] == '?' else ''}"
                          for name in order.split())
        assert re.fullmatch(pattern, "".join(f"{local(child)} " for child in element)), local(element)


def test_every_reference_is_found_and_everything_found_is_referred_to(root) -> None:
    resources = root.find(f".//{V}Resources")
    there = [each.get("id") for group in resources for each in group]
    used = [each.get("resid") for each in root.iter() if each.get("resid")]
    assert len(set(there)) == len(there)
    assert set(used) == set(there)
    assert all(len(key) <= 32 for key in there)  # learn.microsoft.com/javascript/api/manifest/group


def test_texts_are_no_longer_than_office_shows(root) -> None:
    for group, most in (("ShortStrings", 125), ("LongStrings", 250)):
        for each in root.find(f".//{BT}{group}"):
            assert 0 < len(each.get("DefaultValue")) <= most
    assert len(root.find(f"{O}DisplayName").get("DefaultValue")) <= 125
    assert len(root.find(f"{O}Description").get("DefaultValue")) <= 250


def test_every_address_is_https_and_ours(root) -> None:
    values = [each.get("DefaultValue") or "" for each in root.iter()]
    addresses = [value for value in values if value.startswith("http")]
    assert len(addresses) > 5 and all(address.startswith(BASE) for address in addresses)
    assert root.findtext(f"{O}AppDomains/{O}AppDomain") == "https://fordel.kommune.dk"


def test_ids_are_each_there_once(root) -> None:
    commands = [each.get("id") for each in root.iter(f"{V}CustomTab", f"{V}Group", f"{V}Control")]
    assert len(set(commands)) == len(commands) and all(len(each) <= 125 for each in commands)
    assert re.fullmatch(r"\d+(\.\d+){3}", root.findtext(f"{O}Version"))
    assert root.findtext(f"{O}DefaultLocale") == "da-DK"


def test_a_group_has_at_most_six_buttons_and_every_icon_its_sizes(root) -> None:
    for group in root.iter(f"{V}Group"):
        assert 0 < len(group.findall(f"{V}Control")) <= 6
    for icon in root.iter(f"{V}Icon"):
        sizes = {int(image.get("size")) for image in icon}
        assert REQUIRED_SIZES <= sizes <= set(SIZES)
    for image in root.iter(f"{BT}Image"):
        if image.get("DefaultValue"):
            name, size = re.fullmatch(rf"{BASE}ikoner/(\w+)-(\d+)\.png", image.get("DefaultValue")).groups()
            assert name in ICONS and int(size) in SIZES


def test_one_page_is_runtime_pane_and_functions_or_nothing_is_shared(root) -> None:
    """learn.microsoft.com/office/dev/add-ins/develop/configure-your-add-in-to-use-a-shared-runtime"""
    runtime = root.find(f".//{V}Runtime")
    pages_ = {each.get("resid") for each in root.iter(f"{V}FunctionFile")}
    pages_ |= {each.find(f"{V}SourceLocation").get("resid") for each in root.iter(f"{V}Action", f"{V}Page")
               if each.find(f"{V}SourceLocation") is not None}
    assert pages_ == {runtime.get("resid")} and runtime.get("lifetime") == "long"
    needed = {each.get("Name"): each.get("MinVersion") for each in root.iter(f"{BT}Set")}
    assert needed["SharedRuntime"] == "1.1"


def test_old_office_gets_the_page_that_says_so() -> None:
    """No requirement outside VersionOverrides: else Office with Internet Explorer's engine would not show it at all."""
    for _, data in manifest.both(BASE):
        root = etree.fromstring(data)
        assert root.find(f"{O}Requirements") is None
        assert root.find(f"{O}DefaultSettings/{O}SourceLocation").get("DefaultValue").endswith(".html")


def test_the_two_and_two_addresses_are_four_add_ins() -> None:
    found = [etree.fromstring(data).findtext(f"{O}Id") for base in (BASE, "https://proeve.kommune.dk/")
             for _, data in manifest.both(base)]
    assert len(set(found)) == 4 and all(str(uuid.UUID(each)) == each for each in found)
    assert dict(manifest.both(BASE)) == dict(manifest.both(BASE))


def test_the_buttons_are_those_of_the_one_list() -> None:
    root = etree.fromstring(dict(manifest.both(BASE))["manifest.xml"])
    texts = {each.get("id"): each.get("DefaultValue") for group in ("ShortStrings", "LongStrings")
             for each in root.find(f".//{BT}{group}")}
    found = {group.find(f"{V}Label").get("resid"): [
        (texts[control.find(f"{V}Label").get("resid")],
         texts[control.find(f"{V}Supertip/{V}Description").get("resid")],
         control.findtext(f"{V}Action/{V}FunctionName")) for control in group.findall(f"{V}Control")]
        for group in root.iter(f"{V}Group")}
    does = {button: None if button.action == manifest.SHOW_PANE else button.action for button in manifest.BUTTONS}
    wanted = {f"Group.{group.replace('æ', 'ae')}": [(each.label, each.help, does[each]) for each in buttons]
              for group, buttons in ribbon.by_group(manifest.BUTTONS).items()}
    assert found == wanted
    assert texts["Tab.Label"] == ribbon.TAB
    assert set(manifest.CAN) == {*scripts.ACTIONS, "fortryd", "klargoer", "udmeld", "ny_fra_skabelon", "vis_ruden",
                                 "seneste_fejl", "funktioner", "om"}


# ------------------------------------------------------------------------------------- functions


def test_functions_have_no_namespace() -> None:
    root = etree.fromstring(dict(manifest.both(BASE))["manifest-funktioner.xml"])
    assert not list(root.iter(f"{V}Namespace"))
    assert {each.get("Name") for each in root.iter(f"{BT}Set")} == {"SharedRuntime", "CustomFunctionsRuntime"}
    assert [each.get(XSI) for each in root.iter(f"{V}ExtensionPoint")] == ["CustomFunctions", "PrimaryCommandSurface"]


def test_every_function_is_there_with_danish_help_for_every_argument() -> None:
    told = json.loads(pages.metadata())
    assert told["allowErrorForDataTypeAny"] is True
    functions = {each["name"]: each for each in told["functions"]}
    assert set(functions) == {found.name for found in descriptions()}
    for found in descriptions():
        each = functions[found.name]
        assert each["id"] == found.name and re.fullmatch(r"[A-Z][A-Z0-9_.]{2,127}", each["id"])
        assert each["description"] == found.title and len(found.title) <= HELP_LIMIT
        assert [p["name"] for p in each["parameters"]] == [a.name for a in found.arguments]
        assert [p["description"] for p in each["parameters"]] == [a.help for a in found.arguments]
        assert [p.get("optional", False) for p in each["parameters"]] == [a.optional for a in found.arguments]
        assert all((p["type"], p["dimensionality"]) == ("any", "matrix") for p in each["parameters"])
    for name in functions:
        assert f'"{name}"' in pages.associations().decode()
