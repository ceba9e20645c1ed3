"""The VBA of Fordel.xlam, run: what it asks Python, and what it does when there is none."""

from __future__ import annotations

from typing import Any

import pytest

from addin.hosts.excel.com import REFUSED
from tests.addin.hosts.excel.desktop.fake.base import ComError
from tests.addin.hosts.excel.desktop.fake.cells import Range, _Areas
from tests.addin.hosts.excel.desktop.runtime import VALUE_ERROR, press, sheet
from tests.addin.hosts.excel.desktop.vba import INI, PYTHON, SETTINGS, Addin
from udfs import catalogue

# ------------------------------------------------------------------------------------- functions


def test_a_range_is_asked_for_its_values_and_what_is_left_out_is_empty(addin: Addin) -> None:
    key = sheet([[30.0], [10.0], [None], [20.0]]).Range("A1:A4")
    assert addin.call("FORDEL_PULJE", 1000.0, key) == ((500.0,), (167.0,), (0.0,), (333.0,))
    assert addin.verden.server.asked == [
        ("FORDEL_PULJE", (1000.0, ((30.0,), (10.0,), (None,), (20.0,)), None, None, None, None, None, None))]


def test_one_cell_is_one_value(addin: Addin) -> None:
    cells = sheet([[30.0, 10.0]])
    assert addin.call("FORDEL_BOERN", cells.Range("A1"), cells.Range("B1")) == 64.0


@pytest.mark.parametrize("given", ["x", VALUE_ERROR, None])
def test_a_refusal_is_a_true_error(addin: Addin, given: Any) -> None:
    assert addin.call("FORDEL_ANDEL", given) == VALUE_ERROR


def test_a_range_in_pieces_is_refused_and_not_cut_to_its_first(addin: Addin) -> None:
    pieces = sheet([[1.0, 2.0, 3.0]]).Range("A1")
    both = Both([pieces, pieces])
    assert addin.call("FORDEL_ANDEL", both) == VALUE_ERROR
    assert addin.verden.server.asked == [("FORDEL_ANDEL", (REFUSED + "flere",))]


class Both(Range):
    def __init__(self, found: list[Range]):
        super().__init__(found[0]._sheet, 0, 0)
        self._found = found

    Areas = property(lambda self: _Areas(self._found))


def test_while_the_wizard_is_open_nothing_is_computed(addin: Addin) -> None:
    addin.excel.wizard = True
    assert addin.call("FORDEL_ANDEL", 1.0) is None
    assert addin.verden.started == []


def test_two_thousand_cells_open_the_settings_once_and_compute_what_is_equal_once(addin: Addin, monkeypatch) -> None:
    computed: list[Any] = []
    rule = catalogue.FUNCTIONS["FORDEL_BOERN"]

    def counted(*given: Any) -> Any:
        computed.append(given)
        return rule(*given)

    monkeypatch.setitem(catalogue.FUNCTIONS, "FORDEL_BOERN", counted)
    for number in range(2000):
        assert addin.call("FORDEL_BOERN", float(number % 10), 5.0) == pytest.approx(1.8 * (number % 10) + 5)
    assert addin.verden.read == [INI] and len(addin.verden.started) == 1
    assert len(addin.verden.server.asked) == 2000 and len(computed) == 10


def test_what_is_started_is_what_the_settings_say_alone_and_apart(addin: Addin) -> None:
    addin.call("FORDEL_BOERN", 1.0, 2.0)
    assert addin.verden.started == [("C:\\x\\xlwings64-0.37.8.dll",
                                     f'"{PYTHON}" -I -B -m addin.hosts.excel.desktop.server $(CLSID)')]


# ------------------------------------------------------------------------------------- without Python


@pytest.mark.parametrize("change, said", [
    ({INI: None}, "indstillingerne"), ({PYTHON: None}, "er der ikke længere"), ({INI: "python=\n"}, "kan ikke læses"),
    ({INI: SETTINGS.replace("pythonw", 'py"thonw')}, "kan ikke læses")])
def test_without_python_there_are_errors_in_the_cells_and_one_message(addin: Addin, change, said) -> None:
    for path, text in change.items():
        addin.verden.files.pop(path)
        addin.verden.files |= {path: text} if text is not None else {}
    for _ in range(300):
        assert addin.call("FORDEL_BOERN", 1.0, 2.0) == VALUE_ERROR
    assert addin.boxes() == []  # a function in a cell shows nothing
    addin.call("PythonFortael")
    addin.call("PythonFortael")
    boxes = addin.boxes()
    assert len(boxes) == 1 and said in boxes[0] and "fordel excel installer" in boxes[0]
    assert len(addin.verden.started) == 0 and addin.verden.read.count(INI) <= 1


def test_a_start_that_fails_is_not_tried_again_for_every_cell(addin: Addin) -> None:
    addin.verden.fails = "Python process exited before it was possible to create the interface object."
    for _ in range(300):
        assert addin.call("FORDEL_BOERN", 1.0, 2.0) == VALUE_ERROR
    assert len(addin.verden.started) == 1


def test_a_button_tries_again_and_the_cells_are_computed_anew(addin: Addin) -> None:
    addin.verden.files.pop(PYTHON)
    addin.call("FORDEL_BOERN", 1.0, 2.0)
    addin.verden.files[PYTHON] = ""
    addin.verden.server.boxes = [("slut", "Om Fordel", "Fordel: 0.1.0")]
    press(addin, "om")
    assert addin.boxes() == ["Fordel: 0.1.0"] and addin.excel.calculated == 1
    assert addin.call("FORDEL_BOERN", 1.0, 2.0) == 3.8


def test_a_button_without_python_says_why(addin: Addin) -> None:
    addin.verden.files.clear()
    press(addin, "fordel_pulje")
    assert ["Fordel kan ikke få Python i gang" in box for box in addin.boxes()] == [True]
    assert addin.excel.calculated == 0


def test_a_new_workbook_is_opened_from_a_file_and_what_excel_says_goes_back(addin: Addin) -> None:
    for path, said in (("C:\\Temp\\skolemodel.xlsx", ""), ("C:\\Temp\\skolemodel.doc", "Filen kan ikke åbnes.")):
        addin.verden.server.boxes = [("aabn", "Ny fra skabelon", path), ("slut", "Ny fra skabelon", "færdig")]
        press(addin, "ny_fra_skabelon")
        assert addin.verden.server.answered[-1] == said
    assert addin.excel.Workbooks.added == ["C:\\Temp\\skolemodel.xlsx"] and addin.boxes() == ["færdig", "færdig"]


def test_a_process_that_has_died_is_started_again_and_the_cell_is_answered(addin: Addin) -> None:
    addin.verden.server.dies_at = {2}
    assert [addin.call("FORDEL_BOERN", 1.0, 2.0) for _ in range(3)] == [3.8, 3.8, 3.8]
    assert (len(addin.verden.started), addin.verden.stopped) == (2, 1)
    addin.call("PythonFortael")
    assert addin.boxes() == []


def test_a_call_that_kills_it_twice_ends_it_until_a_button_is_pressed(addin: Addin) -> None:
    addin.verden.server.dies_at = {1, 2}
    assert [addin.call("FORDEL_BOERN", 1.0, 2.0) for _ in range(50)] == [VALUE_ERROR] * 50
    assert len(addin.verden.started) == 2
    addin.call("PythonFortael")
    assert "stoppede to gange, da FORDEL_BOERN skulle regnes" in addin.boxes()[0]
    addin.verden.server.boxes = [("slut", "Om Fordel", "")]
    press(addin, "om")
    assert addin.call("FORDEL_BOERN", 1.0, 2.0) == 3.8


def test_a_process_that_dies_under_a_button_is_told(addin: Addin) -> None:
    addin.verden.server.boxes = [("spoerg", "Fordel pulje", "Hvad?"), None]
    addin.verden.server.excel = addin.excel
    addin.vba.answers[:] = ["1"]
    press(addin, "fordel_pulje")
    assert "Python stoppede undervejs" in addin.boxes()[-1] and addin.excel.StatusBar is False
    excel = addin.excel
    assert excel.ScreenUpdating and excel.EnableEvents and excel.DisplayAlerts and excel.Calculation == -4105
    addin.verden.server.boxes = [("slut", "Om Fordel", "her")]
    press(addin, "om")
    assert addin.boxes() == ["her"]


def test_a_process_that_died_since_is_started_again_for_a_button(addin: Addin) -> None:
    addin.call("FORDEL_BOERN", 1.0, 2.0)
    addin.verden.server.dead = True
    addin.verden.server.boxes = [("slut", "Fordel pulje", "Færdig")]
    press(addin, "fordel_pulje")
    assert addin.boxes() == ["Færdig"] and len(addin.verden.started) == 2


def test_the_other_add_in_is_told_of_once(addin: Addin) -> None:
    addin.verden.server.warning = "Fordel er også på denne pc"
    addin.call("FORDEL_BOERN", 1.0, 2.0)
    addin.call("PythonFortael")
    addin.call("PythonFortael")
    assert addin.boxes() == ["Fordel er også på denne pc"]


# ------------------------------------------------------------------------------------- buttons


def test_a_button_is_a_talk_to_its_end(addin: Addin) -> None:
    addin.verden.server.boxes = [("sig", "Fordel pulje", "Først"), ("spoerg", "Fordel pulje (1 af 2)", "Hvilken?"),
                                 ("spoerg", "Fordel pulje (2 af 2)", "Hvorfor?"), ("slut", "Fordel pulje", "Færdig")]
    addin.vba.answers[:] = [1, "2", ""]
    press(addin, "fordel_pulje")
    assert addin.verden.server.answered == ["fordel_pulje", "", "2", ""]
    assert addin.boxes() == ["Først", "Hvilken?", "Hvorfor?", "Færdig"]


def test_without_a_cell_the_wizard_is_not_opened(addin: Addin) -> None:
    press(addin, "funktioner")
    assert "Stil dig i en tom celle" in addin.boxes()[0] and addin.verden.started == []


def test_a_button_works_where_no_workbook_is_open_and_excel_does_not_say_how_it_computes(addin: Addin) -> None:
    def closed(self: Any) -> Any:
        raise ComError()

    kind = type("Closed", (type(addin.excel),), {"Calculation": property(closed), "CalculateFull": closed})
    addin.excel.__dict__.pop("Calculation")
    addin.excel.__class__ = kind
    addin.verden.files.pop(PYTHON)
    addin.call("FORDEL_BOERN", 1.0, 2.0)
    addin.verden.files[PYTHON] = ""
    addin.verden.server.boxes = [("slut", "Om Fordel", "her")]
    press(addin, "om")
    assert addin.boxes() == ["her"]


def test_every_function_gets_its_help_when_excel_has_started(addin: Addin) -> None:
    addin.call("FordelEfterStart")
    assert [each["Macro"] for each in addin.excel.helped] == [f"'Fordel.xlam'!{name}" for name in catalogue.FUNCTIONS]
    assert {each["Category"] for each in addin.excel.helped} == {"Fordel"}
    assert all(len(text) <= 255 for each in addin.excel.helped for text in each["ArgumentDescriptions"])
    assert addin.verden.started == []  # Python is not started for it
