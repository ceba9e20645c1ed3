"""A template as a program stores our functions: the committed file, with the formulas that program binds."""

from __future__ import annotations

from importlib import resources

from addin.hosts.files.bindings import DESKTOP as DESKTOP
from addin.hosts.files.bindings import WEB as WEB
from addin.hosts.files.omsaet import converted


def template(name: str, form: str) -> bytes:
    """By the name of a template; `form` is one of addin.hosts.files.bindings."""
    file = f"{name}.xlsx"
    return converted((resources.files("workbook_templates.skabeloner") / file).read_bytes(), form, file).data
