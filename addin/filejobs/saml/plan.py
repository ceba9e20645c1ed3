"""The whole workbook of a gathering, as a plan."""

from __future__ import annotations

from typing import NamedTuple

import pandas

from addin.filejobs.saml import comparison, lists
from addin.filejobs.saml.answers import Answers
from addin.filejobs.saml.frames import by_kommune, tidy
from addin.filejobs.saml.returned import Gathered
from addin.workbook import Plan
from workbook_templates.skabeloner.form import Skabelon


class Comparison(NamedTuple):
    """The workbook, and its figures one a row; where it is a template filled in, `skabelon` is that, and the plan is
    what stands in it besides."""

    plan: Plan
    figures: pandas.DataFrame
    skabelon: Skabelon | None = None


def compared(gathered: Gathered, files: dict[str, str]) -> Comparison:
    """`files` are all that were looked at, with the kommune of those that could be read."""
    figures = tidy(gathered)
    wide = by_kommune(figures)
    sheets = [comparison.table_41(gathered, wide), comparison.figure_45(wide), Answers(wide).plan,
              lists.kommuner(wide), lists.filer(gathered, files), lists.tal(figures)]
    return Comparison(Plan(sheets, {"Fordel_samling": '"1"'}), figures)
