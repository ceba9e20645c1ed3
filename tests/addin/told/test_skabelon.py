"""Which template, and what is said when it is open."""

from __future__ import annotations

from addin.told import skabelon
from workbook_templates.skabeloner import NAVNE


def test_every_template_may_be_chosen_by_its_title() -> None:
    asked = skabelon.question("et nyt dokument")
    assert [value for value, _ in asked.choices] == list(NAVNE) and asked.text.endswith(" som et nyt dokument.")
    assert len({text for _, text in asked.choices}) == len(NAVNE)


def test_what_is_open_and_where_one_begins_is_said() -> None:
    assert skabelon.opened("boernetaelling", "en ny projektmappe") == (
        '"Fordeling efter børnetælling" er åbnet som en ny projektmappe. Læs arket Vejledning, og begynd på '
        f"{skabelon.skabeloner.skabelon('boernetaelling').ark[0].navn}. Vælg selv, hvor det skal gemmes.")
