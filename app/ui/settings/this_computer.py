"""Open on this computer: whether Greenlight starts here without a password; off until its user wishes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from app.school import computer as computers
from app.ui.desk import Desk
from app.ui.people_words import day
from app.ui.settings.section import SettingsSection
from app.ui.theme import Theme
from app.ui.widgets.form import Form
from app.ui.widgets.notice import Tone

if TYPE_CHECKING:
    from app.services import Services
    from consent.accounts import Computer


class ThisComputerSection(SettingsSection):
    """Everyone has this one, for their own account."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.begin_with(
            self.tr("Open on this computer"),
            self.tr(
                "When this is on, whoever is signed in to this computer under your sign-in opens Greenlight as "
                "you, without a password. After a lock it is still asked for. Leave it off where a colleague uses "
                "the same sign-in."
            ),
        )
        frame, column = self.card()
        self.state = self.heading("", name="body")
        column.addWidget(self.state)
        self.form = Form(self)
        self.password = self.form.line(self.tr("Your &password"), secret=True)
        column.addWidget(self.form)
        self.on = QPushButton(self.tr("Open without a password here"), self)
        self.off = QPushButton(self.tr("Ask for the password again"), self)
        column.addLayout(self.row(self.on, self.off, None))
        self.body.addWidget(frame)
        self.body.addStretch(1)
        self.on.clicked.connect(lambda _checked=False: self._remember())
        self.password.returnPressed.connect(self._remember)
        self.off.clicked.connect(lambda _checked=False: self._forget())

    def enter(self) -> None:
        secrets = self.desk.doors.secrets
        self.desk.ask(
            lambda services: computers.this_one(services, secrets), done=self._show, failed=self.tell
        )

    def put_away(self) -> None:
        self.password.clear()

    def _show(self, here: Computer | None) -> None:
        who = self.desk.who
        if who is None:
            return
        mine = here is not None and here.account == who.id
        if here is None:
            said = self.tr("Off: your password is asked for at every start.")
        elif mine:
            said = self.tr("On for you since {day}.").format(day=day(here.since))
        else:
            said = self.tr(
                "On for a colleague since {day}. Switching it on for you switches theirs off."
            ).format(day=day(here.since))
        self.state.setText(said)
        self.form.setVisible(not mine)
        self.on.setVisible(not mine)
        self.off.setVisible(mine)

    def _remember(self) -> None:
        password, secrets = self.password.text(), self.desk.doors.secrets
        self.password.clear()
        if not password:
            self.notice.say(self.tr("Type your password first."), Tone.ATTENTION)
            self.password.setFocus()
            return

        def remember(services: Services) -> Computer:
            return computers.remember(services, password, secrets)

        self.do(remember, self.tr("Greenlight opens as you on this computer."))

    def _forget(self) -> None:
        secrets = self.desk.doors.secrets
        self.do(
            lambda services: computers.forget_this_one(services, secrets),
            self.tr("Your password is asked for again at every start."),
        )
