"""Copies together, drawn: however the answers are spread over files, they come out as they were."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from addin.filejobs.saml.flet import by_alphabet, flettet
from addin.filejobs.saml.indsendt import FAELLES
from addin.filejobs.saml.returned import Linje, Reply, Svar
from addin.filejobs.saml.skema import samles, skema
from workbook_templates.samling import SE_FILER

ASKED = skema("vurdering-og-ansoegning")
CELLS = ("b02", "b35", "sprog", "samarbejde", "tilsyn", "ledelse")
NAMES = ("Solen", "Bakken", "Åen", "Ærten")


def line(name: str, svar: dict[str, Svar], table: str = "inst") -> Linje:
    return Linje(table, name, svar, {key: f"Vurdering!{key}" for key in (*CELLS, "navn", "beloeb")}, frozenset())


def reply(file: str, *lines: Linje) -> Reply:
    same = Linje(FAELLES, "", {}, {each.key: f"{each.sheet}!B2" for each in ASKED.faelles}, frozenset())
    return Reply(file, file, {}, None, (), (same, *lines))


answers = st.dictionaries(st.sampled_from(NAMES), st.dictionaries(
    st.sampled_from(CELLS), st.integers(0, 4).map(float), min_size=1), min_size=1)


@given(answers, st.lists(st.integers(0, 3), min_size=24, max_size=24), st.permutations(range(4)), st.booleans())
def test_answers_spread_over_files_in_any_order_are_all_there_once(
        wanted: dict[str, dict[str, float]], spread: list[int], order: list[int], twice: bool) -> None:
    cells = [(name, key) for name in wanted for key in wanted[name]]
    files: list[dict[str, dict[str, Svar]]] = [{} for _ in range(4)]
    for (name, key), nr in zip(cells, spread):
        for at in {nr, (nr + 1) % 4 if twice else nr}:  # what two files say alike is said once
            files[at].setdefault(name, {})[key] = wanted[name][key]
    made = flettet(ASKED, [reply(f"{nr}.xlsx", *(line(name, files[nr][name]) for name in files[nr])) for nr in order])
    assert dict(made.linjer["inst"]) == wanted
    assert [fault for fault in made.faults if fault.file] == []


@given(st.lists(st.integers(0, 2), min_size=2, max_size=5))
def test_a_cell_is_taken_only_where_all_who_say_it_agree(said: list[int]) -> None:
    made = flettet(ASKED, [reply(f"{nr}.xlsx", line("Solen", {"sprog": float(value)}))
                           for nr, value in enumerate(said)])
    (_, cells), = made.linjer["inst"]
    faults = [fault for fault in made.faults if fault.file]
    assert cells["sprog"] == (said[0] if len(set(said)) == 1 else SE_FILER)
    most = max(map(said.count, said))
    assert len(faults) == (0 if len(set(said)) == 1 else len(said) - most if 2 * most > len(said) else len(said))
    assert all(fault.place == "Vurdering!sprog" for fault in faults)


def test_what_cannot_be_read_in_one_file_is_not_taken_from_another() -> None:
    bad = line("Solen", {})._replace(ulaest=frozenset({"sprog"}))
    made = flettet(ASKED, [reply("a.xlsx", bad), reply("b.xlsx", line("solen", {"sprog": 2.0}))])
    assert made.linjer["inst"] == [("Solen", {"sprog": SE_FILER})]


def test_one_who_only_applies_is_not_assessed() -> None:
    made = flettet(ASKED, [reply("a.xlsx", line("Solen", {"beloeb": 1.0}, "ans")), reply("b.xlsx", line("Aa", {}))])
    assert made.linjer["ans"] == [("Solen", {"beloeb": 1.0})] and made.linjer["inst"] == [("Aa", {})]


def test_names_stand_as_the_sender_wrote_them_or_by_the_alphabet() -> None:
    first = [line(name, {"b02": 1.0}) for name in ("Åen", "Solen", "Bakken")]
    made = flettet(ASKED, [reply("b.xlsx", line("Aa", {"b02": 1.0})), reply("a.xlsx", *first)])
    assert [name for name, _ in made.linjer["inst"]] == ["Åen", "Solen", "Bakken", "Aa"]
    alone = flettet(ASKED, [reply(f"{nr}.xlsx", each) for nr, each in enumerate(first)])
    assert [name for name, _ in alone.linjer["inst"]] == ["Bakken", "Solen", "Åen"]
    assert sorted(["å", "a", "ø", "æ", "z"], key=by_alphabet) == ["a", "z", "æ", "ø", "å"]


def test_the_templates_that_are_gathered_say_whose_a_line_is() -> None:
    assert samles() == ("boernetaelling", "vurdering-og-ansoegning")
    for navn in samles():
        assert all(table.navn.overskrift for table in skema(navn).tabeller)
    assert skema("boernetaelling").pr_barn == ("Børn",)
