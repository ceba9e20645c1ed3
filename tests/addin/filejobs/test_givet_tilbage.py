"""The attack knows what the copy prints besides the amounts."""

from __future__ import annotations

from pathlib import Path

from addin.checks.small_counts import given, publication
from addin.checks.subject import Subject
from addin.filejobs.givet_tilbage import lines, refusal, shares_give_more, with_sats
from addin.sheets.run import Run
from tests.addin.filejobs.files import distributed, houses, large, made, refused, texts, values
from tests.addin.smaa_antal.houses import TWELVE_HEADS
from tests.planning import calculated


def subject(run: Run) -> Subject:
    return Subject(run.laest, run.first.figures, run.first)


def test_a_printed_sats_gives_counts_back_to_anybody() -> None:
    """Rounded to 5.000 kr. it takes a count of one's own; with the sats, 19.440 kr., it takes nothing."""
    run = calculated(houses(afrunding=5_000))
    without, known = given(subject(run), []), lines(run, [])
    assert without[0].startswith("Kan regnes ud af beløbene af den, der kender sit eget antal: ")
    assert known[0].startswith("Kan regnes ud af beløbene: ") and "Skovbrynet" in known[0]


def test_the_ways_out_are_tried_with_the_sats_they_would_print() -> None:
    """Not with the one there is now, by which no counts at all would fit."""
    found = lines(calculated(houses()), [])
    assert [line.split(":")[1].strip() for line in found[1:]][0].startswith("Pengene gives til de 3 grupper")
    assert any("er der så fundet" in line for line in found[1:])


def test_of_nothing_there_is_no_sats() -> None:
    run = calculated(houses(pulje=0))
    found = publication(subject(run))
    assert found is not None and with_sats(found, run).columns[0].sats[0] == 0


def test_the_refusal_names_who_and_what_can_be_done(tmp_path: Path) -> None:
    said = refusal(["Kan regnes ud: Solen (3 børn)", "Vej: x."], 5)
    assert said.splitlines()[1:3] == ["  Kan regnes ud: Solen (3 børn)", "  Vej: x."]
    assert "--" not in said  # how it is said is the host's
    assert refused(distributed(houses(), tmp_path)).splitlines()[1].startswith("  Kan regnes ud")


UNDER = [25, 14, 13, 3, 27, 18, 16, 17, 39, 18, 4, 14]  # two small ones, both under the threshold


def test_shares_are_left_out_where_they_give_back_what_the_amounts_do_not(tmp_path: Path) -> None:
    """Kløverstien gets nothing, so no amount tells of it; but the other amounts tell the others' counts, and the share
    of the group the sum of them all."""
    run = calculated(houses(UNDER))
    assert lines(run, []) == [] and shares_give_more(run, [])
    data = distributed(houses(UNDER), tmp_path)
    done = made(data)
    assert "Andel, der tæller med" in texts(data, "Fordeling")
    assert not any("Andel, der" in text or text.endswith(" %") for text in texts(done.copy, "Fordeling"))
    left_out = [row[2] for row in values(done.list, "Udeladt af kopien") if row[0] == "Kolonne"]
    assert left_out == ["Andel, der tæller med"]


def test_shares_stay_where_they_give_back_nothing() -> None:
    assert not shares_give_more(calculated(large()), [])


def test_all_the_children_are_no_small_count() -> None:
    """A budget by the number of pupils gives that number back, which stands beside it."""
    of_all, of_some = houses(TWELVE_HEADS, taerskel=None), houses(taerskel=None)
    names = {**of_all.names, "noegle": of_all.names["boern"]}
    assert lines(calculated(of_all._replace(names=names)), []) == []
    assert not shares_give_more(calculated(of_all._replace(names=names)), [])
    assert lines(calculated(of_some), []) != []
