"""The command itself: bugs, mistyped commands, and help."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin.hosts.files import job
from tests.builders import ROWS, budget


def test_a_bug_exits_70_with_a_report_free_of_cell_content(fordel, tmp_path: Path, monkeypatch) -> None:
    source = budget(tmp_path / "hemmeligt budget.xlsx")

    def bug(*arguments: object) -> None:
        secret = [cell for row in ROWS for cell in row]
        raise KeyError(secret)

    monkeypatch.setattr(job, "fordel_pulje", bug)
    answer = fordel("pulje", source)
    assert answer.code == 70
    assert "Der er en fejl i Fordel" in answer.err
    assert "files/job.py" in answer.err and "KeyError" in answer.err
    for secret in ("Anemonen", "0.05", "hemmeligt", str(tmp_path)):
        assert secret not in answer.err
    assert [path.name for path in tmp_path.iterdir()] == [source.name]


@pytest.mark.parametrize(("arguments", "sentence"), [
    (["pulje"], "Der mangler 'FIL'."), (["pulje", "a.xlsx", "--puljen", "1"], "Valgmuligheden --puljen findes ikke."),
    (["pulje", "a.xlsx", "--pulje"], "Valgmuligheden --pulje mangler en værdi."),
    (["pulj"], "Kommandoen pulj findes ikke. Mente du 'pulje'?"),
    (["pulje", "a.xlsx", "--genberegn=1"], "Valgmuligheden --genberegn har ingen værdi."),
    (["byg", "nul"], "Kommandoen nul findes ikke."), (["byg", "web", "m"], "Der mangler '--base'."),
    (["pulje", "a", "b"], "for mange argumenter"),
])
def test_a_mistyped_command_is_answered_in_danish(fordel, arguments: list[str], sentence: str) -> None:
    answer = fordel(*arguments)
    assert (answer.code, sentence in answer.err) == (2, True), answer.err


def test_help_is_danish(fordel) -> None:
    page = fordel("pulje", "--help").out
    assert "Brug: fordel pulje" in page and "Valgmuligheder" in page and "Vis denne hjælp." in page
    assert not any(word in page for word in ("Usage", "Options", "Show this"))
    assert "Kommandoer" in fordel().out
