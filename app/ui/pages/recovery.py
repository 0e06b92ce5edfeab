"""Forgotten passwords: the printed recovery key gives an admin a new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from app.ui.desk import Desk
from app.ui.job import Failure
from app.ui.pages.page import Page
from app.ui.theme import Theme
from app.ui.widgets.form import Form
from app.ui.widgets.notice import Tone


class RecoveryPage(Page):
    """Everyone else is helped by an admin; this is for when no admin can sign in."""

    left = Signal()
    done = Signal(str)  # the user name

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        form = Form(self)
        self.key = form.line(
            self.tr("Recovery &key"), tip=self.tr("As it was printed; small letters will do")
        )
        self.user_name = form.line(self.tr("&User name of the admin"))
        self.password = form.line(self.tr("New &password"), secret=True)
        self.again = form.line(self.tr("New password &again"), secret=True)
        self.back = QPushButton(self.tr("Back"), self)
        self.give = QPushButton(self.tr("Set the new password"), self)
        self.give.setObjectName("primary")
        words = self.tr(
            "An admin can give anyone else a new password under Settings. If no admin can sign in, type the "
            "recovery key from the school's safe."
        )
        self.front_door(
            self.heading(self.tr("Forgotten password")),
            self.heading(words, name="body"),
            self.notice,
            form,
            self.row(self.back, None, self.give),
            onward=self.give,
        )
        self.back.clicked.connect(lambda _checked=False: self._leave())
        self.give.clicked.connect(lambda _checked=False: self._give())

    def enter(self) -> None:
        self.notice.hide()
        self.key.setFocus()

    def _fields(self) -> tuple[str, str, str]:
        return self.key.text(), self.user_name.text().strip(), self.password.text()

    def _leave(self) -> None:
        for field in (self.key, self.user_name, self.password, self.again):
            field.clear()
        self.left.emit()

    def _give(self) -> None:
        key, user_name, password = self._fields()
        folder = self.desk.store
        if not key.strip() or not user_name or not password:
            self.notice.say(self.tr("Fill in every field."), Tone.ATTENTION)
            return
        if password != self.again.text():
            self.notice.say(self.tr("The new password was not typed the same twice."), Tone.ATTENTION)
            self.again.setFocus()
            return
        if folder is None:
            return
        self.setEnabled(False)
        recover = self.desk.doors.recover
        self.desk.acts.submit(
            lambda: recover(folder, key, user_name, password),
            done=lambda _none: self._given(user_name),
            failed=self._refused,
        )

    def _given(self, user_name: str) -> None:
        self.setEnabled(True)
        for field in (self.key, self.user_name, self.password, self.again):
            field.clear()
        self.done.emit(user_name)

    def _refused(self, failure: Failure) -> None:
        self.setEnabled(True)
        self.tell(failure)
        self.key.setFocus()
