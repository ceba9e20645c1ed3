"""Reads a returned form: its sheets by their names or titles, questions by their labels, lines by their headings,
wherever rows or columns have been put in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from addin.danish import listed
from addin.filejobs.saml import values
from addin.filejobs.saml.returned import Fault, Returned, Svar
from addin.filejobs.saml.skema import Asked
from addin.inputs import where
from addin.workbook import Held, Place, Sheet
from udfs.errors import antal
from workbook_templates.skabeloner.form import Kolonne

I_ALT = "i alt"  # begins the line below the last of a table
BEYOND = "linjen står under I alt og er ikke læst. Skriv den over I alt, og saml igen"


class Reading:
    """A file while it is read; `faults` grows. `titles` are the sheets of the form and what stands at their tops."""

    def __init__(self, book: Returned, titles: Mapping[str, str]):
        self.book, self.titles = book, titles
        self.faults: list[Fault] = []
        self.found: dict[str, Sheet | None] = {}

    def say(self, place: str, text: str, harmless: bool = False) -> None:
        self.faults.append(Fault(self.book.file, place, text, harmless))

    def sheet(self, name: str) -> Sheet | None:
        """A sheet by its name, or by the title at its top where it has another; said once where it is missing."""
        if name not in self.found:
            self.found[name] = self.look_for(name)
        return self.found[name]

    def look_for(self, name: str) -> Sheet | None:
        found = self.named(name)
        if found is None:
            self.say(name, "arket mangler")
        elif found.unread:
            self.say(name, "arket er beskadiget og kan ikke læses")
            return None
        elif found.name.casefold() != name.casefold():
            self.say(found.name, f"arket hed {name} og er læst under sit nye navn", harmless=True)
        return found

    def named(self, name: str) -> Sheet | None:
        """A sheet of the form, where it is there."""
        named = next((sheet for sheet in self.book.sheets if sheet.name.casefold() == name.casefold()), None)
        titled = [sheet for sheet in self.book.sheets if sheet.value(0, 0) == self.titles[name]]
        return titled[0] if named is None and len(titled) == 1 else named

    def beside(self, sheet: Sheet, label: str, places: list[Place]) -> Place | None:
        """The cell right of a label, which must stand once."""
        if len(places) == 1:
            return places[0][0], places[0][1] + 1
        self.say(sheet.name, f'"{label}" ' + ("står der ikke mere" if not places else
                 f"står {antal(len(places), 'gang', 'gange')}") + " og er ikke læst")
        return None

    def answer(self, sheet: Sheet, asked: Asked, places: list[Place]) -> Svar | None:
        place = self.beside(sheet, asked.label, places)
        return self.value(sheet, place, asked.label, sheet.value(*place), asked) if place else None

    def heading(self, sheet: Sheet, columns: Sequence[Kolonne], what: str) -> tuple[int, dict[str, int]] | None:
        """The row with the headings, and the column of each; where one is missing, or stands twice, `what` is not
        read."""
        wanted = {plain(column.overskrift): column for column in columns}
        rows = [(row, Counter(plain(value) for value in line if isinstance(value, str) and plain(value) in wanted))
                for row, line in enumerate(sheet.rows)]
        row, found = max(rows, key=lambda each: len(each[1]), default=(0, Counter[str]()))
        wrong = [f'"{wanted[text].overskrift}" står {many} gange' for text, many in found.items() if many > 1]
        wrong += [f'"{column.overskrift}" mangler' for text, column in wanted.items() if text not in found]
        if wrong:
            told = f"overskriften {listed(wrong)}" if found else "overskrifterne mangler"
            self.say(sheet.name, f"{told}, og {what} er ikke læst")
            return None
        return row, {wanted[plain(value)].noegle: column for column, value in enumerate(sheet.rows[row])
                     if isinstance(value, str) and plain(value) in wanted}

    def below(self, sheet: Sheet, row: int, first: int, columns: Collection[int]) -> Iterator[int]:
        """The rows between the headings and the total, which is known by its first column. What stands further down in
        one of the `columns` is said: nobody knows whether it is a line."""
        rows = iter(range(row + 1, len(sheet.rows)))
        for at in rows:
            if plain(str(sheet.value(at, first) or "")) == I_ALT:
                break
            yield at
        for at in rows:
            filled = [column for column in columns if not values.is_blank(sheet.value(at, column))]
            if filled:
                self.say(where(sheet, at, filled[0]), BEYOND)

    def value(self, sheet: Sheet, place: Place, label: str, held: Held, asked: Asked) -> Svar | None:
        read = values.read(held, asked.rule)
        if read.said:
            self.say(where(sheet, *place), f"{label}: {read.said}", harmless=read.value is not None)
        return read.value


def labelled(sheet: Sheet) -> dict[str, list[Place]]:
    """Where each text stands."""
    found: dict[str, list[Place]] = defaultdict(list)
    for row, line in enumerate(sheet.rows):
        for column, value in enumerate(line):
            if isinstance(value, str):
                found[plain(value)].append((row, column))
    return found


def plain(text: str) -> str:
    return " ".join(text.split()).casefold()
