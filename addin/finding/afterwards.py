"""Settles what was left open while a table was read: rows that are perhaps none, and sums known by arithmetic alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING

from addin.danish import listed
from addin.finding import doubts, groups, sums
from addin.finding.asking import ROWS
from addin.finding.institution import SUM, Recipient
from addin.finding.so_far import SoFar
from addin.finding.words import plain
from addin.workbook import a1

if TYPE_CHECKING:
    from addin.finding.rows import Reader

IS_RECIPIENT, IS_NOT, EACH = "institution", "spring over", "hver for sig"
CHOICES = [(IS_RECIPIENT, "ja, den er en institution og skal være med"),
           (IS_NOT, "nej, den springes over")]
ALL_CHOICES = [(IS_RECIPIENT, "ja, de er alle institutioner og skal være med"),
               (IS_NOT, "nej, de springes alle over"), (EACH, "spørg om hver række")]
NAMED = 12  # rows in one question


class Afterwards:
    """Works on what the reader has found, when all rows have been read."""

    def __init__(self, reader: Reader):
        self.reader, self.sheet, self.columns = reader, reader.sheet, reader.columns

    def settle(self) -> None:
        self.settle_doubtful()
        self.settle_nameless()
        self.check_sums_above()
        self.settle_pending()
        self.check_tail()

    # --------------------------------------------------------------------------------- rows that are perhaps none

    def settle_doubtful(self) -> None:
        """One question for all rows that their names or a column speak against; each by itself where the user wants."""
        doubted = [recipient for recipient in self.reader.recipients if recipient.row in self.reader.doubtful]
        if not doubted:
            return
        answer = self.about_all(doubted) if len(doubted) > 1 else EACH
        out = set()
        for recipient in doubted:
            one = answer
            if answer == EACH:
                one = self.reader.answer(recipient.row, recipient.name, self.reader.doubtful[recipient.row])
            if one == IS_NOT:
                out.add(recipient.row)
                self.reader.skip(recipient.row, recipient.name, "efter dit svar ikke en institution")
        self.reader.recipients = [recipient for recipient in self.reader.recipients if recipient.row not in out]

    def about_all(self, doubted: list[Recipient]) -> str | None:
        """What the user says of all doubtful rows at once."""
        names = ", ".join(recipient.name for recipient in doubted)
        cells = [f'{a1(recipient.row, self.columns["navn"])} "{recipient.name}" {self.reader.doubtful[recipient.row]}'
                 for recipient in doubted]
        text = f"{self.sheet.name}: {len(doubted)} rækker er måske ikke institutioner, der skal have penge: " \
               f"{listed(cells, NAMED)}. Skal de være med?"
        return self.reader.asker.remember(f"{ROWS}{self.sheet.name}: {names}", text, ALL_CHOICES,
                                          f"{self.sheet.name}!{a1(doubted[0].row, self.columns['navn'])}")

    def include_if_told(self, recipient: Recipient, why: str) -> None:
        answer = self.reader.answer(recipient.row, recipient.name, why)
        if answer == IS_RECIPIENT:
            insort(self.reader.recipients, recipient)
        elif answer == IS_NOT:
            self.reader.skip(recipient.row, recipient.name, "efter dit svar ikke en institution")

    def settle_nameless(self) -> None:
        """Rows that are sums of those above them by arithmetic alone: certain where all recipients are in such groups,
        else the user must say."""
        heads = [head for _, head in self.reader.nameless]
        certain = groups.tiled(heads, [recipient.row for recipient in self.reader.recipients]) and all(
            groups.is_proven(self.sheet, *head, self.columns) for head in heads)
        for recipient, (row, members) in self.reader.nameless:
            self.reader.last_sum = max(self.reader.last_sum, row if certain else -1)
            if certain:
                why = f"sum af rækkerne {members[0] + 1}-{members[-1] + 1} over den"
                self.reader.skip(row, recipient.name, why, SUM)
            else:
                self.include_if_told(recipient, "har tal, der er summen af rækkerne over den")

    def settle_pending(self) -> None:
        """A row called a sum of nothing above it: the sum of what is below, or the user must say."""
        members = [recipient.row for recipient in self.reader.recipients]
        totals = SoFar(self.sheet, self.reader.additive, members).totals(self.reader.additive)
        for row, name, group in self.reader.pending:
            below = (members[at] for at in range(bisect_right(members, row), len(members)))
            run = sums.run_of(self.sheet, row, self.reader.additive, below, 1)
            if members and sums.may_be(self.sheet, row, totals) and sums.by_arithmetic(
                    self.sheet, row, self.reader.additive, members):
                self.reader.skip(row, name, "sum af alle institutioner", SUM)
            elif run:
                self.reader.skip(row, name, f"sum af rækkerne {run[0] + 1}-{run[-1] + 1} under den", SUM)
            elif 0 <= self.reader.total < row and (not members or members[-1] <= self.reader.total):
                self.reader.skip(row, name, "ligger under totalen og er ikke en institution")
            elif doubts.is_total(plain(name)) and self.is_of_all(row, members, totals):
                self.reader.skip(row, name, "hedder som summen af alle, og tallene er det næsten", SUM)
            else:
                self.include_if_told(Recipient(row, name, group),
                                     "hedder som en sum, men tallene er ikke summen af andre rækker")

    def is_of_all(self, row: int, members: list[int], totals: dict[int, float]) -> bool:
        """Whether a row that is called the total is it: one figure is exactly so, or all are nearly."""
        exact = [off == 0 and total != 0 for total, off in (
            sums.away(self.sheet, row, column, members) for column in self.reader.additive)]
        return any(exact) or sums.is_nearly(self.sheet, row, totals)

    def check_sums_above(self) -> None:
        """A group's sum may stand above its members, where it would be given money too."""
        rows = [recipient.row for recipient in self.reader.recipients]
        heads = [head for head in groups.heads_above(self.sheet, rows, self.reader.additive, self.reader.others)
                 if groups.may_be_sum(self.sheet, *head, self.columns)]
        certain = bool(heads) and groups.tiled(heads, [row for row in rows if row >= heads[0].row]) and all(
            groups.is_proven(self.sheet, *head, self.columns) for head in heads)
        by_row = {recipient.row: recipient for recipient in self.reader.recipients}
        for row, members in heads:
            under = f"rækkerne {members[0] + 1}-{members[-1] + 1}" if len(members) > 1 else f"række {members[0] + 1}"
            if certain:
                self.leave_out(by_row[row], f"sum af {under} under den", SUM)
            elif self.reader.answer(row, by_row[row].name, f"er summen af {under} under den") == IS_NOT:
                self.leave_out(by_row[row], "efter dit svar en sum af rækkerne under den", SUM)

    def check_tail(self) -> None:
        """Figures below the last sum could be institutions or a comparison: only the user knows."""
        below = [recipient for recipient in self.reader.recipients if 0 <= self.reader.last_sum < recipient.row]
        for recipient in below:
            if recipient.row in self.reader.doubtful:
                continue  # asked about already
            if self.reader.blank(recipient.row):
                self.leave_out(recipient, "ligger under totalen, uden tal")
                continue
            answer = self.reader.answer(recipient.row, recipient.name, "har tal, men ligger under den sidste sum")
            if answer == IS_NOT:
                self.leave_out(recipient, "efter dit svar ikke en institution")

    def leave_out(self, recipient: Recipient, why: str, kind: str = "") -> None:
        """A group's sum that stood as a recipient: it heads those under it, until the next group."""
        index = bisect_left(self.reader.recipients, (recipient.row,))
        group = self.reader.recipients[index].group
        del self.reader.recipients[index]
        self.reader.skip(recipient.row, recipient.name, why, kind)
        for number in range(index, len(self.reader.recipients)):
            if self.reader.recipients[number].group != group or "gruppe" in self.columns:
                break
            self.reader.recipients[number] = self.reader.recipients[number]._replace(group=recipient.name)

