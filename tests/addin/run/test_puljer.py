"""What is asked of several pools that have been run."""

from __future__ import annotations

from tests.addin.regn.test_puljer import GARANTI, run
from tests.pools import RANDERS


def test_who_takes_no_part_has_no_amount_and_no_place() -> None:
    done = run(*RANDERS)
    assert done.beloeb(0)[1] is None and done.beloeb(1)[1] == 1_446_923
    assert done.pladser == [[0, None, 1, 2, 3, None], [0, 1, 2, 3, 4, 5]]


def test_what_a_pool_has_of_its_own() -> None:
    done = run(RANDERS[0] | {"Loft, kr. pr. barn": 1_000, "Tilovers": "Alle"}, RANDERS[1])
    assert (done.delt[0].eget, done.delt[1].eget) == (1_230_000, 8_360_000)
    assert done.delt[1].ind == {0: done.delt[0].rest} and done.delt[0].rest == 1_230_000 - done.delt[0].tildelt


def test_what_the_guarantee_moves_sums_to_nothing() -> None:
    assert run(*RANDERS).flyttet is None
    moved = run(*RANDERS, GARANTI).flyttet
    assert moved is not None and moved.sum() == 0 and moved[3] == 403_987
