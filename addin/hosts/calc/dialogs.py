"""Messages and questions in Danish windows."""

from __future__ import annotations

from addin.foreign import Foreign
from addin.hosts.calc.unotypes import enum
from addin.workbook import Question

WIDTH, LINE, BUTTON = 260, 10, 16
OK, CANCEL = 1, 2  # com.sun.star.awt.PushButtonType
_ROWS = 12  # of choices shown at once


def show(context: Foreign, frame: Foreign, title: str, text: str) -> None:
    """A message with one button."""
    toolkit = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.Toolkit", context)
    toolkit.createMessageBox(frame.getContainerWindow(), enum("awt.MessageBoxType", "INFOBOX"), 1, title,
                             text).execute()


class Asker:
    """Asks one question at a time; None when the user closes the window."""

    def __init__(self, context: Foreign, frame: Foreign, title: str) -> None:
        self.context, self.frame, self.title = context, frame, title

    def __call__(self, question: Question) -> str | None:
        dialog = self.dialog(question)
        try:
            return answered(dialog, question) if dialog.execute() else None
        finally:
            dialog.dispose()

    def dialog(self, question: Question) -> Foreign:
        """The question, its choices numbered in a list (or a line to write on), and the buttons."""
        model = self._make("com.sun.star.awt.UnoControlDialogModel")
        text = question.text + (f" ({question.place})" if question.place else "")
        rows = len(text) // 60 + 2
        answers = min(max(len(question.choices), 1), _ROWS)
        height = (rows + answers + 1) * LINE + 3 * BUTTON
        model.Title, model.Width, model.Height = self.title, WIDTH, height
        _place(model, "FixedText", "spoergsmaal", 6, 6, WIDTH - 12, rows * LINE, Label=text, MultiLine=True)
        top = 10 + rows * LINE
        if question.choices:
            shown = tuple(f"{number}  {value}: {said}" for number, (value, said) in enumerate(question.choices, 1))
            _place(model, "ListBox", "svar", 6, top, WIDTH - 12, (answers + 1) * LINE, StringItemList=shown,
                   SelectedItems=(0,))
        else:
            _place(model, "Edit", "svar", 6, top, WIDTH - 12, 14)
        _place(model, "Button", "ok", WIDTH - 116, height - 22, 50, BUTTON, Label="OK", PushButtonType=OK,
               DefaultButton=True)
        _place(model, "Button", "stop", WIDTH - 58, height - 22, 50, BUTTON, Label="Annullér", PushButtonType=CANCEL)
        dialog = self._make("com.sun.star.awt.UnoControlDialog")
        dialog.setModel(model)
        toolkit = self._make("com.sun.star.awt.Toolkit")
        dialog.createPeer(toolkit, self.frame.getContainerWindow() if self.frame else None)
        return dialog

    def _make(self, service: str) -> Foreign:
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)


def answered(dialog: Foreign, question: Question) -> str | None:
    """The value of the choice that is marked, or what is written; None where nothing is."""
    control = dialog.getControl("svar")
    if question.choices:
        chosen = control.getSelectedItemPos()
        return question.choices[chosen][0] if chosen >= 0 else None
    return control.getText().strip() or None


def _place(model: Foreign, kind: str, name: str, x: int, y: int, width: int, height: int, **properties: object) -> None:
    made = model.createInstance(f"com.sun.star.awt.UnoControl{kind}Model")
    made.Name, made.PositionX, made.PositionY, made.Width, made.Height = name, x, y, width, height
    for key, value in properties.items():
        setattr(made, key, value)
    model.insertByName(name, made)
