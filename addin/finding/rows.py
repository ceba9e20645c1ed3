"""Tells the rows of a table apart: recipients, group rows, sum rows (proven), repeated headings, notes.

A row is never dropped in silence: what is not a recipient is listed with the reason, and what may be either is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from addin.finding import doubts, groups, labels, sag, sums
from addin.finding.afterwards import CHOICES, IS_NOT, IS_RECIPIENT, Afterwards
from addin.finding.asking import ROW, Asker
from addin.finding.institution import ASSUMPTION, SUM, Recipient, Rows, Skipped
from addin.finding.so_far import SoFar
from addin.finding.words import is_unit, keys, name_of, one_line, plain
from addin.workbook import BadCell, Refusal, Sheet, a1
from workbook_templates.opsaetning import AMOUNT_COLUMNS, TEXT_COLUMNS

OF_THE_CASE = "en oplysning om sagen, ikke en institution"
ADDITIVE = ("boern_0_2", "boern_3_5", "boern", "noegle", *AMOUNT_COLUMNS)


class Reader:
    """Goes down a table once; what it has seen so far is what a sum row is proven against."""

    def __init__(self, sheet: Sheet, columns: dict[str, int], asker: Asker | None = None,
                 seen: range | None = None, said: Mapping[int, str] | None = None, known: Collection[int] = ()):
        self.sheet, self.columns, self.asker = sheet, columns, asker or Asker({}, {})
        self.said = said or {}  # rows of which a column says that they do not take part: its words
        self.known = known  # rows of institutions, beyond doubt
        self.figures = [column for key, column in columns.items() if key not in TEXT_COLUMNS]
        self.additive = list(dict.fromkeys(columns[key] for key in ADDITIVE if key in columns))
        self.others = [column for column in self.figures if column not in self.additive]
        self.seen = slice(seen.start, seen.stop) if seen else slice(None)  # the columns that belong to the table
        self.so_far = SoFar(sheet, self.figures)  # the recipients
        self.sure = SoFar(sheet, self.additive)  # those of them that are not doubted
        self.counted = SoFar(sheet, self.additive)  # the recipients with what may be sums of them
        self.recipients: list[Recipient] = []
        self.skipped: list[Skipped] = []
        self.skewed: list[str] = []
        self.formulas: dict[int, set[int]] = {}
        self.pending: list[Recipient] = []  # called a sum, but of nothing above: perhaps of what is below
        self.nameless: list[tuple[Recipient, groups.Head]] = []  # sums by arithmetic alone
        self.doubtful: dict[int, str] = {}  # recipients that are perhaps none, and why
        self.last_sum = -1  # the last row that adds up rows above it
        self.total = -1  # the last row that adds up all recipients above it
        self.group = ""
        self.begin_block()
        self.gap = False  # the row above is blank
        self.after_setting = False  # a row with a setting has been passed: what follows may be settings too
        self.under_heading = False  # the row above repeats the headings

    def begin_block(self) -> None:
        """What follows a heading or a sum: the recipients since, and those of them that are not doubted."""
        self.block, self.sure_block = SoFar(self.sheet, self.additive), SoFar(self.sheet, self.additive)

    def read(self, first: int, last: int) -> Rows:
        """Classify the rows from first to last."""
        rows = range(first, min(last + 1, len(self.sheet.rows)))
        self.formulas = sums.formula_sums(self.sheet, self.additive, rows)
        for row in rows:
            if self.is_heading(row):
                self.skip(row, one_line(self.sheet.value(row, self.columns["navn"]) or ""), "overskrifter igen")
                self.under_heading = True
                continue
            if self.begins_another(row):
                break
            self.take(row)
            self.under_heading = False
            self.gap = all(value in (None, "") for value in self.sheet.rows[row][self.seen])
        Afterwards(self).settle()
        self.skipped.sort()
        return Rows(self.recipients, self.skipped, self.skewed)

    # --------------------------------------------------------------------------------- what a row is

    def is_heading(self, row: int) -> bool:
        """Whether a row says the headings again, or the second row of them."""
        name = self.sheet.value(row, self.columns["navn"])
        values = [value for column in self.figures if (value := self.sheet.value(row, column)) is not None]
        texts = [value for value in values if isinstance(value, str)]
        if len(texts) < len(values):
            return False
        if isinstance(name, str) and "navn" in keys(name):
            return any(keys(text) for text in texts)
        return name is None and self.under_heading and bool(texts) and all(is_unit(t) or keys(t) for t in texts)

    def take(self, row: int) -> None:
        """Put one row where it belongs."""
        name = name_of(self.sheet.value(row, self.columns["navn"]))
        texts = [one_line(v) for v in self.sheet.rows[row][self.seen] if isinstance(v, str) and v.strip()]
        label = name or next(iter(texts), "")
        words = plain(name) if name else " ".join(map(plain, texts))
        if self.is_of_the_case(row, label):
            self.skip(row, label, OF_THE_CASE, ASSUMPTION)
        elif self.blank(row) and (labels.is_setting(label) or labels.is_setting(next(iter(texts), ""))):
            self.skip(row, label, "en forudsætning, ikke en institution", ASSUMPTION)
        elif self.blank(row) or (self.gap and self.last_sum >= 0 and not self.has_number(row)):
            if label:
                self.take_text(row, name, label)
        elif row in self.formulas:
            self.take_sum(row, label, sorted(self.formulas[row]))
        elif proven := self.arithmetic(row, name, words):
            self.take_sum(row, label, proven)
        elif labels.is_setting(label) and self.is_assumption(row, label, words):
            self.after_setting = True
            self.skip(row, label, "en forudsætning, ikke en institution", ASSUMPTION)
        elif self.is_apart(row) and labels.ranks(label):
            self.skip(row, label, "en forudsætning, ikke en institution", ASSUMPTION)
        elif self.is_aside(row, words):
            self.skip(row, label, "er ikke en institution")
        elif doubts.is_sum(words):
            self.pending.append(Recipient(row, name or label, self.group))
        else:
            self.take_named(row, name, words)

    def is_of_the_case(self, row: int, label: str) -> bool:
        """Whether a row apart from the others, or below another such, is a label with what it says of the case."""
        below = bool(self.skipped) and self.skipped[-1].row == row - 1 and self.skipped[-1].why == OF_THE_CASE
        return (self.gap or below) and bool(sag.key_of(label)) and (
            sum(value not in (None, "") for value in self.sheet.rows[row]) == 2)

    def blank(self, row: int) -> bool:
        """Whether a row has no figure in any column that is used."""
        return all(self.sheet.value(row, column) in (None, "") or self.is_logo(row, column) for column in self.figures)

    def is_logo(self, row: int, column: int) -> bool:
        """Whether a cell holds a picture or the like, and stands beside no name."""
        value = self.sheet.value(row, column)
        return isinstance(value, BadCell) and not value.error and not self.sheet.value(row, self.columns["navn"])

    def is_assumption(self, row: int, label: str, words: str) -> bool:
        """Whether a row called as a setting is one: not where it may as well be a row that gets no money."""
        below = self.gap or self.last_sum >= 0 or self.after_setting
        return self.is_apart(row) or (labels.is_pool(label) and below) or not doubts.is_doubtful(words)

    def is_apart(self, row: int) -> bool:
        """Whether a row has one figure, below another assumption: a label with its value."""
        return self.after_setting and sum(self.sheet.value(row, column) is not None for column in self.figures) == 1

    def has_number(self, row: int) -> bool:
        return any(sums.figure(self.sheet, row, column) is not None for column in self.figures)

    @cached_property
    def last_number(self) -> int:
        """The last row of the sheet with a number in these columns; -1 where none has."""
        return next((row for row in reversed(range(len(self.sheet.rows))) if self.has_number(row)), -1)

    def begins_another(self, row: int) -> bool:
        """Whether another table begins under the total: headings alone, over the figures of this one. The rest of the
        area is told, and not looked at."""
        values = [self.sheet.value(row, column) for column in self.figures]
        if not (self.gap and self.total >= 0) or not any(isinstance(value, str) for value in values):
            return False
        if any(value is not None and not isinstance(value, str) for value in self.sheet.rows[row][self.seen]):
            return False
        if row >= self.last_number:
            return False
        self.skip(row, one_line(self.sheet.value(row, self.columns["navn"]) or "(uden navn)"),
                  "en anden tabel, som ikke er brugt, begynder her")
        return True

    def arithmetic(self, row: int, name: str, words: str) -> list[int] | None:
        """The rows of which a row that is called a sum, or has no name, is the sum: all recipients so far, those of
        the group, or the nearest ones."""
        if name and not doubts.is_sum(words):
            return None
        for over in self.may_be_over(row):
            if over and sums.by_arithmetic(self.sheet, row, self.additive, over):
                return over
        return None

    def may_be_over(self, row: int) -> Iterator[list[int]]:
        """The rows that a row may be the sum of; those whose totals are far from its figures are not added again."""
        def near(some: SoFar) -> list[int]:
            return some.rows if sums.may_be(self.sheet, row, some.totals(self.additive)) else []

        yield near(self.so_far)
        yield near(self.block)
        yield list(sums.run_of(self.sheet, row, self.additive, reversed(self.so_far.rows), 1))
        yield from map(near, (self.counted, self.sure, self.sure_block))

    def is_aside(self, row: int, words: str) -> bool:
        """A mean, a share or an "of which": never an institution where that is certain."""
        if doubts.is_statistic(words) and self.last_sum >= 0:
            return True
        if not doubts.is_unclear(words):
            return False
        return self.last_sum >= 0 or doubts.is_mean(self.sheet, row, self.additive, self.so_far)

    def take_named(self, row: int, name: str, words: str) -> None:
        """A row with figures that is an institution, unless something speaks against it."""
        if not name:
            raise Refusal(f"{self.sheet.name}, række {row + 1}: her er tal, men intet navn på en institution. "
                          "Skriv navnet, eller slet tallene.")
        members = sums.run_of(self.sheet, row, self.additive, reversed(self.so_far.rows))
        if members and groups.may_be_sum(self.sheet, row, members, self.columns):
            self.nameless.append((Recipient(row, name, self.group), groups.Head(row, members)))
            self.counted.add(row)
        elif row in self.known:
            self.add(row, name)
        elif why := self.is_out(row, name, words):
            self.doubtful[row] = why
            self.add(row, name)
        elif why := self.doubt(row):
            self.ask(row, name, why)
        else:
            self.add(row, name)

    def is_out(self, row: int, name: str, words: str) -> str:
        """What says that a row is none that takes part: its name, or a column; "" where nothing does."""
        if doubts.is_doubtful(words, name):
            return "hedder ikke som en institution"
        if doubts.is_closed(name) and not self.has_months(row):
            return "er efter sit navn lukket"
        return self.said.get(row, "")

    def has_months(self, row: int) -> bool:
        """Whether it is said how many months of the year an institution is open."""
        return "maaneder" in self.columns and self.sheet.value(row, self.columns["maaneder"]) is not None

    def doubt(self, row: int) -> str:
        """What speaks against a row being an institution; "" where nothing does."""
        if self.after_setting:
            return "står under en forudsætning"
        if len(self.so_far.rows) > 2 and sums.is_nearly(self.sheet, row, self.so_far.totals(self.additive)):
            return "har næsten de samme tal som alle de andre tilsammen"
        if self.gap and (doubts.is_thin(self.sheet, row, self.figures, self.so_far)
                         or doubts.is_giant(self.sheet, row, self.additive, self.so_far)):
            return "ligger for sig selv, og tallene ligner ikke de andres"
        return ""

    # --------------------------------------------------------------------------------- where it is put

    def add(self, row: int, name: str) -> None:
        group = self.group
        if "gruppe" in self.columns:
            group = name_of(self.sheet.value(row, self.columns["gruppe"]))
        self.recipients.append(Recipient(row, name, group))
        for some in (self.so_far, self.counted, self.block):
            some.add(row)
        for some in (self.sure, self.sure_block) if row not in self.doubtful else ():
            some.add(row)

    def take_text(self, row: int, name: str, label: str) -> None:
        """A row without figures: an institution with blanks, if it has more than its name; else a heading or note."""
        filled = sum(value not in (None, "") for value in self.sheet.rows[row][self.seen])
        if not name or filled == 1 or self.last_sum >= 0 and self.gap or doubts.is_sum(plain(name)):
            self.group = label
            self.begin_block()
            self.skip(row, label, "overskrift eller note uden tal")
        elif self.gap:
            self.ask(row, name, "har ingen tal")
        else:
            self.add(row, name)

    def take_sum(self, row: int, label: str, members: list[int]) -> None:
        """A row that is proven to be a sum."""
        everybody = self.so_far.rows
        of_all = len(everybody) <= len(members) and set(everybody) <= set(members)
        whole = of_all and not (self.group and len(self.block.rows) == len(everybody))
        if members[0] < row:
            self.last_sum = row
            self.total = row if of_all else self.total
        self.skewed += sums.skewed(self.sheet, row, self.additive, members)
        self.skip(row, label or "(uden navn)", "sum af alle institutioner over den" if whole and members[0] < row
                  else "sum af gruppen", SUM)
        if members[0] > row and label:
            self.group = label  # a sum that stands above its members heads them
        self.begin_block()

    def ask(self, row: int, name: str, why: str) -> None:
        """The user says whether a row is an institution."""
        answer = self.answer(row, name, why)
        if answer == IS_RECIPIENT:
            self.add(row, name)
        elif answer == IS_NOT:
            self.skip(row, name, "efter dit svar ikke en institution")

    def answer(self, row: int, name: str, why: str) -> str | None:
        place = f"{self.sheet.name}!{a1(row, self.columns['navn'])}"
        return self.asker.remember(f"{ROW}{self.sheet.name}: {name}", f'{place}: "{name}" {why}. Er det en '
                                   "institution, der skal være med?", CHOICES, place)

    def skip(self, row: int, text: str, why: str, kind: str = "") -> None:
        self.skipped.append(Skipped(row, text, why, kind))
