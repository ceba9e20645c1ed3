"""What an action answers, as sorted text: every cell with its style and value, and all that stands around the cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from addin.workbook import Cell, Plan, Questions, Refusal, SheetPlan

PLAIN = ("widths", "heights", "charts", "highlights", "choices", "landscape", "freeze", "repeat_row", "print_columns")


def dumped(answer: Plan | Questions | Refusal) -> str:
    """One line a fact."""
    if isinstance(answer, Refusal):
        return f"refused: {answer}"
    if isinstance(answer, Questions):
        return "\n".join(f"asked: {(each.setting, each.text, each.choices, each.place)!r}" for each in answer.questions)
    return "\n".join([*(line for sheet in answer.sheets for line in of_sheet(sheet)), *around(answer)])


def of_sheet(sheet: SheetPlan) -> Iterator[str]:
    yield f"sheet {sheet.key} {sheet.name!r}"
    for cell in sorted(sheet.cells, key=lambda cell: (cell.row, cell.column)):
        yield f"{cell.row} {cell.column} {cell.style} {of_value(cell)}"
    for block in sheet.blocks:
        yield f"block {block.row} {block.column} {block.formula!r} {of_numbers(block.values)}"
    for name in PLAIN:
        yield f"{name} {sorted_value(getattr(sheet, name))!r}"


def of_value(cell: Cell) -> str:
    value = cell.value
    if isinstance(value, tuple):  # a formula and its cached value
        return f"{value[0]} -> {plain(value[1])!r}"
    return repr(plain(value))


def of_numbers(values: Iterable[Any]) -> str:
    return " ".join(repr(plain(value)) for value in values)


def plain(value: Any) -> Any:
    """Without numpy; whole numbers are the same, whichever of the two types they are."""
    value = value.item() if hasattr(value, "item") else value
    return int(value) if isinstance(value, float) and value.is_integer() else value


def around(plan: Plan) -> Iterator[str]:
    for name, target in sorted(plan.names.items()):
        yield f"name {name} {target}"
    yield f"drop {sorted(plan.drop)}"
    yield from (f"message {message}" for message in plan.messages)
    yield from (f"warning {warning}" for warning in plan.warnings)
    yield from (f"summary {key} {sorted_value(value)!r}" for key, value in sorted(plan.summary.items()))


def sorted_value(value: Any) -> Any:
    """Mappings in the order of their keys, and no numpy."""
    if isinstance(value, Mapping):
        return sorted((key, sorted_value(each)) for key, each in value.items())
    if isinstance(value, list):
        return [sorted_value(each) for each in value]
    if isinstance(value, tuple):
        return tuple(map(sorted_value, value))
    return plain(value)
