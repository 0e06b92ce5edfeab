"""Small questions of the People page: a new person, the day of leaving, a second person's word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import (
    QLineEdit,
    QWidget,
)

from app.ui.people_words import WHO
from app.ui.people_words import words as people_words
from app.ui.theme import Theme
from app.ui.widgets.ask_dialog import AskDialog
from app.ui.widgets.day_field import DayField
from app.ui.widgets.notice import Tone
from app.ui.widgets.picker import Picker
from consent.people import PersonKind


class NewPersonDialog(AskDialog):
    """A visitor, a volunteer, a new member of staff: whoever does not come with the roll."""

    def __init__(
        self, theme: Theme, act: Callable[[PersonKind, str, str, str], None], *, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.say(self.tr("Add a person"), self.tr("Add"))
        self._act = act
        self.kind = Picker(self.tr("Who"), self)
        self.kind.offer([(one.value, people_words(WHO[one])) for one in PersonKind])
        self.form.add(self.tr("&Who"), self.kind)
        self.name = self.form.line(self.tr("&Name"), tip=self.tr("As on official papers"))
        self.known_as = self.form.line(self.tr("&Known as"), tip=self.tr("Only where it differs"))
        self.class_name = self.form.line(self.tr("&Class"))

    def try_it(self) -> None:
        if not self.name.text().strip():
            self.notice.say(self.tr("Type the name."), Tone.ATTENTION)
            self.name.setFocus()
            return
        typed = (self.name, self.known_as, self.class_name)
        self._act(PersonKind(self.kind.value), *(field.text().strip() for field in typed))
        self.accept()


class LeavingDialog(AskDialog):
    """From the day of leaving on nothing of a person is shown."""

    def __init__(
        self, theme: Theme, name: str, today: date, *, act: Callable[[date], None], parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.say(
            self.tr("{name} has left").format(name=name),
            self.tr("Has left"),
            self.tr(
                "From this day on every photo covers this person, and what was kept to recognise them is destroyed."
            ),
        )
        self._act = act
        self.day = DayField(today, self)
        self.form.add(self.tr("&Day of leaving"), self.day)

    def try_it(self) -> None:
        self._act(self.day.day)
        self.accept()


class ToldDialog(AskDialog):
    """The parents were told that faces may be compared, before any picture is kept."""

    def __init__(
        self, theme: Theme, name: str, today: date, *, act: Callable[[date, str], None], parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.say(
            self.tr("The parents of {name} were told").format(name=name),
            self.tr("Record"),
            self.tr(
                "Everyone with parental responsibility was told in writing that the school compares faces."
            ),
        )
        self._act = act
        self.day = DayField(today, self)
        self.day.not_after(today)
        self.form.add(self.tr("&Day on which they were told"), self.day)
        self.form_name = self.form.line(
            self.tr("&Form"), tip=self.tr("Which letter it was, and where a copy lies")
        )

    def try_it(self) -> None:
        if not self.form_name.text().strip():
            self.notice.say(self.tr("Say which letter it was."), Tone.ATTENTION)
            return
        self._act(self.day.day, self.form_name.text().strip())
        self.accept()


class NeverPublishDialog(AskDialog):
    """Two people set the mark, and two lift it; only those two ever see why."""

    def __init__(
        self, theme: Theme, name: str, *, lifts: bool, act: Callable[[str, str, str], None], parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self._act, self._lifts = act, lifts
        self.reason = QLineEdit(self)
        if lifts:
            self.say(
                self.tr("Lift “never publish” for {name}").format(name=name),
                self.tr("Lift"),
                self.tr("The permissions decide again. The reason is forgotten. A second lead agrees here."),
            )
            self.reason.hide()
        else:
            self.say(
                self.tr("Never publish {name}").format(name=name),
                self.tr("Mark"),
                self.tr(
                    "Above every permission. Only the two of you ever see the reason. A second lead agrees here."
                ),
            )
            self.form.add(
                self.tr("&Reason, for you two alone"),
                self.reason,
                tip=self.tr("A pointer is enough, such as: see the safeguarding file"),
            )
        self.user_name = self.form.line(self.tr("&User name of the second lead"))
        self.password = self.form.line(self.tr("&Password of the second lead"), secret=True)

    def try_it(self) -> None:
        user_name, password = self.user_name.text().strip(), self.password.text()
        self.password.clear()
        if not user_name or not password or not (self._lifts or self.reason.text().strip()):
            self.notice.say(self.tr("Fill in every field."), Tone.ATTENTION)
            return
        self._act(self.reason.text().strip(), user_name, password)
        self.accept()
