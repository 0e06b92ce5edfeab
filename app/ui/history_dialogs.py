"""Small questions of History: a post that is gone, something that went wrong, what became known of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.theme import Theme
from app.ui.widgets.ask_dialog import AskDialog
from app.ui.widgets.file_field import FileField
from app.ui.widgets.notice import Tone


class GoneDialog(AskDialog):
    """A post counts as gone only with a word on how that is known, a picture of the empty page, or both."""

    def __init__(self, theme: Theme, act: Callable[[str, Path | None], None], *, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.say(self.tr("The post is gone"), self.tr("It is gone"))
        self._act = act
        self.note = self.form.line(
            self.tr("&How you know"), tip=self.tr("Such as: deleted and looked again without signing in")
        )
        self.picture = FileField(
            theme,
            self.tr("Screenshot"),
            self.tr("Choose a screenshot of the page without the post"),
            self.tr("Pictures (*.png *.jpg *.jpeg)"),
        )
        self.form.add(
            self.tr("Or a &screenshot"),
            self.picture,
            tip=self.tr("Kept encrypted here; delete the file on your desktop afterwards"),
        )

    def try_it(self) -> None:
        if not self.note.text().strip() and self.picture.file is None:
            self.notice.say(
                self.tr("Say how you know that it is gone, or choose a screenshot."), Tone.ATTENTION
            )
            return
        self._act(self.note.text().strip(), self.picture.file)
        self.accept()


class WrongDialog(AskDialog):
    """Anyone may put an incident down: the clock runs from the moment when someone noticed."""

    def __init__(self, theme: Theme, act: Callable[[str], None], *, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.say(
            self.tr("Something went wrong"),
            self.tr("Put it down"),
            self.tr("Such as a child who was shown without a permission. Take the post down first."),
        )
        self._act = act
        self.what = self.form.line(self.tr("&What happened"), tip=self.tr("Without names, where you can"))

    def try_it(self) -> None:
        if not self.what.text().strip():
            self.notice.say(self.tr("Say what happened."), Tone.ATTENTION)
            return
        self._act(self.what.text().strip())
        self.accept()


@dataclass(frozen=True, slots=True)
class Noted:
    """What became known of an incident; empty fields change nothing."""

    measures: str
    not_reported: str
    taken_down: bool
    families_told: bool
    reported: bool


class KnownDialog(AskDialog):
    """What the lead adds as it becomes known."""

    def __init__(self, theme: Theme, act: Callable[[Noted], None], *, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.say(self.tr("What is known now"), self.tr("Add"))
        self._act = act
        self.measures = self.form.line(self.tr("&What was done"))
        self.taken_down = QCheckBox(self.tr("The post was taken down now"), self)
        self.families = QCheckBox(self.tr("The families were told now"), self)
        self.reported = QCheckBox(self.tr("Reported to the ICO now"), self)
        for box in (self.taken_down, self.families, self.reported):
            self.form.column.addWidget(box)
        self.not_reported = self.form.line(self.tr("&Or why it is not reported"))

    def try_it(self) -> None:
        self._act(
            Noted(
                self.measures.text().strip(),
                self.not_reported.text().strip(),
                self.taken_down.isChecked(),
                self.families.isChecked(),
                self.reported.isChecked(),
            )
        )
        self.accept()
