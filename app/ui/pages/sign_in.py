"""Signing in, and what stands on the screen while the desk is locked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout

from app.ui.access import describe
from app.ui.desk import Desk
from app.ui.icons import pixmap
from app.ui.job import Failure
from app.ui.pages.page import Page
from app.ui.theme import HUGE, LARGE, SMALL, Theme
from app.ui.widgets.language_button import LanguageButton
from app.ui.widgets.notice import Tone
from consent.errors import Code

CARD_WIDTH = 400


class SignInPage(Page):
    """User name and password; nothing else is known before."""

    forgotten = Signal()
    server_wanted = Signal(str)  # the address of the register's server
    language_wanted = Signal(object)  # app.ui.language.Language

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self._picture = QLabel(self)
        self._picture.setPixmap(pixmap("greenlight", "", size=56, ratio=self.devicePixelRatio()))
        self._title = self.heading("Greenlight")
        self._words = self.heading("", name="muted")
        self.user_name = QLineEdit(self)
        self.password = QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.button = QPushButton(self.tr("Sign in"), self)
        self.button.setObjectName("primary")
        self.button.setDefault(True)
        self.someone_else = QPushButton(self.tr("Sign in as someone else"), self)
        self.someone_else.setObjectName("plain")
        self.forgot = QPushButton(self.tr("Forgotten password"), self)
        self.forgot.setObjectName("plain")
        self.forgot.clicked.connect(lambda _checked=False: self.forgotten.emit())
        self.server = QPushButton(self.tr("Password of the server"), self)
        self.server.setObjectName("plain")
        self.server.clicked.connect(lambda _checked=False: self._ask_for_server())
        self.server.hide()
        self.language = LanguageButton(self)
        self.language.wanted.connect(self.language_wanted)
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        describe(self._busy, self.tr("Signing in"))
        describe(self.user_name, self.tr("User name"))
        describe(self.password, self.tr("Password"))
        self._at_start = True
        self._build()
        self.button.clicked.connect(self._sign_in)
        self.user_name.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._sign_in)
        self.someone_else.clicked.connect(self._anyone)
        self._waiting(on=False)

    def _build(self) -> None:
        frame, column = self.card()
        frame.setFixedWidth(self.theme.pixels(CARD_WIDTH))
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        centre = Qt.AlignmentFlag.AlignHCenter
        for label in (self._picture, self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(SMALL)
        for text, field in ((self.tr("&User name"), self.user_name), (self.tr("&Password"), self.password)):
            label = QLabel(text, self)
            label.setBuddy(field)
            pair = QVBoxLayout()
            pair.setSpacing(4)
            pair.addWidget(label)
            pair.addWidget(field)
            column.addLayout(pair)
        column.addWidget(self._busy)
        column.addWidget(self.notice)
        column.addWidget(self.button)
        column.addWidget(self.someone_else, 0, centre)
        column.addWidget(self.server, 0, centre)
        column.addWidget(self.forgot, 0, centre)
        grid = QGridLayout(self)
        grid.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        grid.addWidget(self.language, 0, 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(frame, 1, 0, Qt.AlignmentFlag.AlignCenter)
        grid.setRowStretch(1, 1)

    def enter(self) -> None:
        """Ask; after a lock the same person only types the password."""
        self.password.clear()
        who = self.desk.who
        self.someone_else.setVisible(who is not None)
        self.forgot.setVisible(not self.desk.is_open)
        if who is not None:
            self._words.setText(self.tr("Locked. Sign in to go on where you were."))
        else:
            self._words.setText(self.tr("Photos stay on this computer until a second person says go live."))
        (self.password if self.user_name.text() else self.user_name).setFocus()
        if self._at_start and self.desk.opens_here:
            self._at_start = False
            self._waiting(on=True)
            self.desk.sign_in_here(alone=self._ask, failed=self._not_by_itself)

    def _ask(self) -> None:
        """This computer remembers no one."""
        self._waiting(on=False)
        self.user_name.setFocus()

    def _not_by_itself(self, failure: Failure) -> None:
        self._ask()
        if failure.code is Code.WRONG_PASSWORD:
            self.notice.say(
                self.tr(
                    "This computer no longer opens Greenlight without a password. Nothing was opened. Sign in "
                    "with yours."
                ),
                Tone.ATTENTION,
            )
        else:
            self.tell(failure)

    def greet_again(self, user_name: str) -> None:
        """A new password was set by the recovery key."""
        self.user_name.setText(user_name)
        self.notice.say(self.tr("The new password is set. Sign in with it."), Tone.GOOD)
        self.password.setFocus()

    def welcome(self) -> None:
        """This computer shares a register now, or knows its server's new password."""
        self.server.hide()
        self.notice.say(
            self.tr("This computer knows the way to the register now. Sign in with your own password."),
            Tone.GOOD,
        )
        self.user_name.setFocus()

    def _ask_for_server(self) -> None:
        folder, doors = self.desk.store, self.desk.doors
        if folder is not None:
            self.desk.acts.submit(
                lambda: doors.server_of(folder), done=self.server_wanted.emit, failed=self.tell
            )

    def _anyone(self) -> None:
        self.user_name.clear()
        self.password.clear()
        self.notice.hide()
        self._words.setText(self.tr("Sign in with your own name; work that goes on is not stopped."))
        self.user_name.setFocus()

    def _sign_in(self) -> None:
        if self._busy.isVisible():
            return
        if not self.user_name.text().strip() or not self.password.text():
            self.notice.say(self.tr("Type your user name and your password."), Tone.ATTENTION)
            (self.password if self.user_name.text().strip() else self.user_name).setFocus()
            return
        self.notice.hide()
        self._waiting(on=True)
        password = self.password.text()
        self.password.clear()
        self.desk.sign_in(self.user_name.text().strip(), password, failed=self._refused)

    def signed_in(self) -> None:
        """The desk opened."""
        self.server.hide()
        self._waiting(on=False)
        self.notice.hide()

    def _refused(self, failure: Failure) -> None:
        self._waiting(on=False)
        self.server.setVisible(failure.code is Code.SERVER_REFUSED)
        self.tell(failure)
        self.password.setFocus()

    def _waiting(self, *, on: bool) -> None:
        self._busy.setVisible(on)
        for part in (self.user_name, self.password, self.button):
            part.setEnabled(not on)
