"""Join a school that uses Greenlight already: the address of its register's server, and the server's password."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from app.ui.desk import Desk
from app.ui.job import Failure
from app.ui.pages.page import Page
from app.ui.theme import Theme
from app.ui.widgets.form import Form
from app.ui.widgets.notice import Tone


class JoinRegisterPage(Page):
    """With `address` the register is known already, and only its server's password is asked for anew."""

    left = Signal()
    done = Signal()

    def __init__(self, desk: Desk, theme: Theme, address: str = "") -> None:
        super().__init__(desk, theme)
        self._known = address
        self.form = Form(self)
        self.address = self.form.line(
            self.tr("&Address of the register"),
            tip=self.tr("Such as postgresql://user@pc/name – whoever set it up knows it"),
        )
        self.address.setText(address)
        self.address.setEnabled(not address)
        self.password = self.form.line(
            self.tr("&Password of the server"),
            tip=self.tr("Not your own: you sign in with that afterwards, as on every other computer"),
            secret=True,
        )
        self.back = QPushButton(self.tr("Back"), self)
        self.join = QPushButton(self.tr("Keep the password") if address else self.tr("Join"), self)
        self.join.setObjectName("primary")
        title = self.tr("Password of the server") if address else self.tr("Join my school's register")
        words = self.tr(
            "The register stays on the school's server, sealed; this computer reads it from there. The server's "
            "password is kept in this computer's own keyring."
        )
        self.front_door(
            self.heading(title),
            self.heading(words, name="body"),
            self.notice,
            self.form,
            self.row(self.back, None, self.join),
            onward=self.join,
        )
        self.back.clicked.connect(lambda _checked=False: self._leave())
        self.join.clicked.connect(lambda _checked=False: self._join())

    def enter(self) -> None:
        self.notice.hide()
        (self.password if self._known else self.address).setFocus()

    def _leave(self) -> None:
        self.password.clear()
        self.left.emit()

    def _join(self) -> None:
        address, password, folder = self.address.text().strip(), self.password.text(), self.desk.store
        if folder is None:
            return
        if not address or (self._known and not password):
            self.notice.say(self.tr("Fill in every field."), Tone.ATTENTION)
            return
        self.setEnabled(False)
        doors = self.desk.doors
        act = doors.keep_server_password if self._known else doors.join
        self.desk.acts.submit(
            lambda: act(folder, address, password, doors.secrets), done=self._joined, failed=self._refused
        )

    def _joined(self, _kept: None) -> None:
        self.setEnabled(True)
        self.password.clear()
        self.done.emit()

    def _refused(self, failure: Failure) -> None:
        self.setEnabled(True)
        self.tell(failure)
        self.password.setFocus()
