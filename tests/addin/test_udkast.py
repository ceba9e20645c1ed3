"""Whether an edition is a draft."""

from __future__ import annotations

import pytest

from addin.udkast import draft


@pytest.mark.parametrize(("edition", "over"), [
    ("", ""), ("høring", "UDKAST I HØRING"), ("i høring til 20. november", "UDKAST I HØRING"), ("endelig", ""),
    ("hoering 2", "UDKAST I HØRING"), ("efter høring", ""), ("endelig efter høring", ""), ("Udkast 3", "UDKAST"),
    ("vedtaget", ""), ("2027", ""), ("Høringsudgave", "UDKAST I HØRING")])
def test_an_edition_that_is_heard_is_a_draft_until_it_is_over(edition: str, over: str) -> None:
    assert draft(edition) == over
