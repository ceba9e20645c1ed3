"""Names that are nearly the same, and those that only look so."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from addin.checks.names import are_near, pairs
from tests.addin.checks.checking import found, grouped


@pytest.mark.parametrize(
    "one, other, near",
    [
        ("Børnehuset Solen", "Børnehuset Soolen", True),
        ("Børnehuset Solen", "Børnehuset-Solen", True),
        ("Birken", "Birken.", True),
        ("Skole 1", "Skole 2", False),
        ("Skole A", "Skole B", False),
        ("Solen", "Solan", False),  # short names differ by a letter and mean two
        ("Møllehuset", "Møllerhuset", True),
        ("Møllehuset", "Møllebakken", False),
        ("Afdeling 11", "Afdeling 12", False),
        ("Hus nr. 4100", "Hus nr. 4101", False),
        ("Børnehuset II", "Børnehuset III", False),
        ("Afdelingen 1-2", "Afdelingen 12", False),
        ("Bakkegården", "Bakkegaarden", True),
        ("Mariehønen", "Mariehoenen", True),
    ],
)
def test_which_names_are_near(one, other, near) -> None:
    assert are_near(one, other) is are_near(other, one) is near


SLIPS = st.tuples(st.integers(0, 9), st.integers(0, 2), st.sampled_from(("", "a", "å", "o", ".", " ", "1")))


@given(st.lists(st.text("aåesø 1", min_size=6, max_size=10), min_size=1, max_size=4), st.lists(SLIPS, max_size=8))
def test_no_pair_is_missed_for_being_quick(names: list[str], slips: list[tuple[int, int, str]]) -> None:
    for number, (at, gone, put) in enumerate(slips):
        name = names[number % len(names)]
        names.append(name[:at] + put + name[at + gone:])
    names = list(dict.fromkeys(names))
    expected = [pair for pair in combinations(names, 2) if are_near(*pair)]
    event(f"{min(len(expected), 3)} pairs")
    assert pairs(names) == expected


def test_recipients_that_are_nearly_the_same_are_told() -> None:
    rows = grouped("Dagtilbud Nord", "Dagtilbud Nordd", "Skovhuset", before=(300, 200, 470))
    assert found(rows) == {"navne": ["modtageren Dagtilbud Nord og modtageren Dagtilbud Nordd"]}
