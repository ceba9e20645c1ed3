"""Messages and questions in Danish windows.

All questions of a round are one window with a page each; the cells a question is about are selected behind it.
"""

from __future__ import annotations

import unohelper
from com.sun.star.awt import XActionListener

from addin.addresses import a1, area
from addin.foreign import Foreign
from addin.hosts.calc.unotypes import enum
from addin.until_answered import Answers, complaint
from addin.workbook import Question, Questions

WIDTH, LINE, BUTTON, EDGE = 280, 10, 16, 6
LETTERS = 62  # of a text on a line
OK, CANCEL = 1, 2  # com.sun.star.awt.PushButtonType
POSITION = 3  # com.sun.star.awt.PosSize.POS
_ROWS = 12  # of choices shown at once
CHOOSE, BACK, NEXT = "Vælg et svar.", "tilbage", "naeste"


def show(context: Foreign, frame: Foreign, title: str, text: str) -> None:
    """A message with one button."""
    toolkit = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.Toolkit", context)
    toolkit.createMessageBox(frame.getContainerWindow(), enum("awt.MessageBoxType", "INFOBOX"), 1, title,
                             text).execute()


class Asker:
    """Asks a round of questions; None when the user closes the window."""

    def __init__(self, context: Foreign, frame: Foreign, title: str) -> None:
        self.context, self.frame, self.title = context, frame, title

    def __call__(self, questions: Questions) -> Answers | None:
        window = Window(self.context, self.frame, self.title, questions.questions)
        try:
            return window.answers() if window.dialog.execute() else None
        finally:
            window.dialog.dispose()


class Window(unohelper.Base, XActionListener):
    """The window: a page a question, with nothing chosen beforehand; it ends when the last is answered."""

    def __init__(self, context: Foreign, frame: Foreign, title: str, questions: tuple[Question, ...]) -> None:
        self.context, self.frame, self.title, self.questions = context, frame, title, questions
        self.at = 0
        self.model = self._make("com.sun.star.awt.UnoControlDialogModel")
        self.height = max(map(height, questions)) + 3 * BUTTON
        self.model.Width, self.model.Height = WIDTH, self.height
        for page, question in enumerate(questions, 1):
            self._page(page, question)
        self._buttons()
        self.dialog = self._make("com.sun.star.awt.UnoControlDialog")
        self.dialog.setModel(self.model)
        self.dialog.createPeer(self._make("com.sun.star.awt.Toolkit"), frame.getContainerWindow() if frame else None)
        for name in (BACK, NEXT):
            self.dialog.getControl(name).addActionListener(self)
        self._centre()
        self.turn(0)

    # --------------------------------------------------------------------------------- what is on it

    def _page(self, page: int, question: Question) -> None:
        text, rows = worded(question), lines(question)
        self._place("FixedText", f"spoergsmaal{page}", EDGE, EDGE, WIDTH - 2 * EDGE, rows * LINE, Step=page,
                    Label=text, MultiLine=True)
        top = EDGE + rows * LINE
        if question.choices:
            self._place("ListBox", f"svar{page}", EDGE, top, WIDTH - 2 * EDGE, shown_rows(question) * LINE, Step=page,
                        StringItemList=tuple(offered(*choice) for choice in question.choices), HelpText=text)
        else:
            self._place("Edit", f"svar{page}", EDGE, top, WIDTH - 2 * EDGE, 14, Step=page, HelpText=text)
        self._place("FixedText", f"fejl{page}", EDGE, self.height - 2 * BUTTON - 12, WIDTH - 2 * EDGE, LINE, Step=page,
                    Label="", TextColor=0xC00000)

    def _buttons(self) -> None:
        top = self.height - BUTTON - EDGE
        self._place("Button", BACK, EDGE, top, 50, BUTTON, Label="Tilbage")
        self._place("Button", NEXT, WIDTH - 116, top, 50, BUTTON, Label="", DefaultButton=True)
        self._place("Button", "stop", WIDTH - 58, top, 50, BUTTON, Label="Annuller", PushButtonType=CANCEL)

    def _centre(self) -> None:
        """In the middle of the document's window."""
        parent = self.frame.getContainerWindow().getPosSize() if self.frame else None
        if parent is not None:
            own = self.dialog.getPosSize()
            self.dialog.setPosSize(max(0, (parent.Width - own.Width) // 2), max(0, (parent.Height - own.Height) // 2),
                                   0, 0, POSITION)

    # --------------------------------------------------------------------------------- what is done with it

    def turn(self, to: int) -> None:
        """Shows a question, and what it is about behind it."""
        self.at = to
        many, last = len(self.questions), to == len(self.questions) - 1
        self.dialog.setTitle(self.title + (f": spørgsmål {to + 1} af {many}" if many > 1 else ""))
        self.model.Step = to + 1
        self.model.getByName(BACK).Enabled = to > 0
        self.model.getByName(NEXT).Label = "OK" if last else "Næste"
        self.dialog.getControl(f"svar{to + 1}").setFocus()
        select(self.frame, self.questions[to].place)

    def actionPerformed(self, event: Foreign) -> None:
        if event.Source.getModel().Name == BACK:
            self.turn(self.at - 1)
            return
        complaint = self.complaint()
        self.model.getByName(f"fejl{self.at + 1}").Label = complaint
        if complaint:
            self.dialog.getControl(f"svar{self.at + 1}").setFocus()
        elif self.at + 1 < len(self.questions):
            self.turn(self.at + 1)
        else:
            self.dialog.endDialog(OK)

    def disposing(self, event: Foreign) -> None:
        """The window is gone."""

    def complaint(self) -> str:
        """Why the answer on this page cannot be used; "" where it can."""
        question, answer = self.questions[self.at], self.answered(self.at)
        return complaint(question, answer) if not question.choices else "" if answer else CHOOSE

    def answered(self, at: int) -> str:
        """The value of the choice that is marked, or what is written; "" where nothing is."""
        control, question = self.dialog.getControl(f"svar{at + 1}"), self.questions[at]
        if not question.choices:
            return str(control.getText()).strip()
        chosen = control.getSelectedItemPos()
        return question.choices[chosen][0] if chosen >= 0 else ""

    def answers(self) -> Answers:
        return {question.setting: self.answered(at) for at, question in enumerate(self.questions)}

    def _make(self, service: str) -> Foreign:
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def _place(self, kind: str, name: str, x: int, y: int, width: int, height: int, **properties: object) -> None:
        made = self.model.createInstance(f"com.sun.star.awt.UnoControl{kind}Model")
        made.Name, made.PositionX, made.PositionY, made.Width, made.Height = name, x, y, width, height
        for key, value in properties.items():
            setattr(made, key, value)
        self.model.insertByName(name, made)


# ------------------------------------------------------------------------------------- words and sizes


def worded(question: Question) -> str:
    """A question with the cell it is about."""
    named = not question.place or question.place in question.text
    return question.text if named else f"{question.text} ({question.place})"


def offered(value: str, text: str) -> str:
    """A choice; where it is cells, which they are."""
    return f"{text} ({value})" if area(value) and value not in text else text


def lines(question: Question) -> int:
    return len(worded(question)) // LETTERS + 2


def shown_rows(question: Question) -> int:
    return min(max(len(question.choices), 1), _ROWS) + 1


def height(question: Question) -> int:
    return (lines(question) + shown_rows(question) + 1) * LINE


def select(frame: Foreign, place: str) -> None:
    """Shows the cells a question is about, where it is about some."""
    at = area(place)
    document = frame.getController().getModel() if at and frame else None
    if at and document and document.Sheets.hasByName(at.sheet):
        sheet = document.Sheets.getByName(at.sheet)
        frame.getController().select(sheet.getCellRangeByName(
            f"{a1(at.row, at.column)}:{a1(at.last_row, at.last_column)}"))
