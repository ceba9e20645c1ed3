"""What is said in boxes: short enough for one, asked until it can be used."""

from __future__ import annotations

import pytest

from addin.hosts.excel.desktop import talk
from addin.workbook import Question, Questions

CHOICES = (("Ark!D5:D9", "Elever"), ("Ark!E5:E9", "Point i Ark!E5:E9"))
KEY = Question("noegle", "Hvad er nøglen? (--noegle)", CHOICES, "Ark!D4")
FREE = Question("begrundelse", "Hvorfor?", check=lambda answer: "For kort." if len(answer) < 3 else "")


def held(questions: tuple[Question, ...], *typed: str):
    """The boxes and what came of it."""
    shown: list[str] = []
    work, boxes = talk.ask("Fordel pulje", Questions(questions), shown.append), []
    answers = iter(typed)
    try:
        boxes.append(next(work))
        while True:
            boxes.append(work.send(next(answers) if boxes[-1].kind == talk.ASK else ""))
    except StopIteration as end:
        return boxes, end.value, shown


def test_a_question_has_its_choices_by_number_and_says_how_to_stop() -> None:
    text = talk.worded(KEY)
    assert text.splitlines() == ["Hvad er nøglen? (Ark!D4)", "", "1: Elever (Ark!D5:D9)", "2: Point i Ark!E5:E9", "",
                                 f"{talk.HOW_TO_CHOOSE} {talk.HOW_TO_STOP}"]


def test_all_of_a_round_is_asked_in_turn_and_its_cells_are_shown() -> None:
    boxes, answers, shown = held((KEY, FREE), "2", "fordi")
    assert answers == {"noegle": "Ark!E5:E9", "begrundelse": "fordi"}
    assert [box.title for box in boxes] == ["Fordel pulje (1 af 2)", "Fordel pulje (2 af 2)"]
    assert shown == ["Ark!D4", ""]


@pytest.mark.parametrize("typed", ["0", "3", "x", "-1", "1,5"])
def test_what_is_no_answer_is_asked_again_with_why(typed: str) -> None:
    boxes, answers, _ = held((KEY,), typed, "1")
    assert boxes[1].text.startswith(f'"{typed}" er ikke et af numrene. Skriv et tal fra 1 til 2.')
    assert answers == {"noegle": "Ark!D5:D9"}


def test_what_is_written_freely_is_looked_at() -> None:
    boxes, answers, _ = held((FREE,), "ja", "fordi")
    assert boxes[1].text.startswith("For kort.") and answers == {"begrundelse": "fordi"}


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_stops_all_of_it(typed: str) -> None:
    _, answers, _ = held((KEY, FREE), "1", typed)
    assert answers is None


def test_a_long_question_is_told_first_and_asked_last() -> None:
    many = Question("x", "Hvilken?", tuple((str(number), "y" * 100) for number in range(30)))
    boxes, answers, _ = held((many,), "30")
    assert [box.kind for box in boxes] == [talk.TELL] * (len(boxes) - 1) + [talk.ASK] and len(boxes) > 3
    assert all(len(box.text) <= talk.MOST for box in boxes) and answers == {"x": "29"}


@pytest.mark.parametrize("text", ["x" * 5000, "ord " * 2000, "\n".join(["linje"] * 900), "", "\n\n"])
def test_no_box_is_too_long_and_nothing_is_lost(text: str) -> None:
    pages = talk.pages(text)
    assert all(len(page) <= talk.MOST for page in pages) and pages
    assert "".join("".join(pages).split()) == "".join(text.split())


def test_the_last_box_ends_it() -> None:
    steps = list(talk.finish("Fordel pulje", "x" * 2000))
    assert [step.kind for step in steps] == [talk.TELL, talk.TELL, talk.END]
