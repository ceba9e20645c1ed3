"""The attack knows what the copy prints besides the amounts."""

from __future__ import annotations

from pathlib import Path

from addin.checks.several import Named
from addin.filejobs.givet_tilbage import lines, refusal
from addin.filejobs.koersel import Koersel
from tests.addin.checks.test_published import BEFORE, COARSE, NOW
from tests.addin.filejobs.files import distributed, houses, made, refused, texts, values
from tests.planning import Case, calculated


def of_one(taken: Case) -> list[Named]:
    run = calculated(taken)
    return Koersel(run, [run]).subjects()


def test_a_printed_sats_gives_counts_back_to_anybody() -> None:
    """Rounded to 5.000 kr. it takes a count of one's own; with the sats, 19.440 kr., it takes nothing."""
    known = lines(of_one(houses(afrunding=5_000)))
    assert known[0].startswith("Kan regnes ud af beløbene og satsen: ") and "Skovbrynet" in known[0]


def test_the_ways_out_are_tried_with_the_sats_they_would_print() -> None:
    """Not with the one there is now, by which no counts at all would fit."""
    found = lines(of_one(houses()))
    assert [line.split(":")[1].strip() for line in found[1:]][0].startswith("Pengene gives til de 3 grupper")
    assert any("er der så fundet" in line for line in found[1:])


def test_the_refusal_names_who_and_what_can_be_done(tmp_path: Path) -> None:
    said = refusal(["Kan regnes ud: Solen (3 børn)", "Vej: x."], 5)
    assert said.splitlines()[1:3] == ["  Kan regnes ud: Solen (3 børn)", "  Vej: x."]
    assert "--" not in said  # how it is said is the host's
    assert refused(distributed(houses(), tmp_path)).splitlines()[1].startswith("  Kan regnes ud")


def test_shares_are_left_out_where_they_tell_more_beside_an_earlier_edition(tmp_path: Path) -> None:
    """The page of the workbook has them; the copy is judged beside what was published before."""
    data, before = (distributed(houses(counts, afrunding=COARSE), tmp_path) for counts in (NOW, BEFORE))
    assert "Andel, der tæller med" in texts(data, "Fordeling")
    alone = made(data)
    assert "Andel, der tæller med" in texts(alone.copy, "Fordeling")
    both = made(data, [("foer.xlsx", before)], alligevel="den er sendt", valgt_af="Udvalget")
    assert not any(text == "Andel, der tæller med" or text.endswith(" %") for text in texts(both.copy, "Fordeling"))
    assert any(text.startswith("Andel, der tæller med, er ikke vist") for text in texts(both.copy, "Fordeling"))
    left_out = [row[2:5] for row in values(both.list, "Udeladt af kopien") if row[0] == "Kolonne"]
    assert [row[0] for row in left_out] == ["Andel, der tæller med"] and left_out[0][1].endswith("andele")
