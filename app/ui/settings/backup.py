"""Backup and recovery key: what helps when this computer is lost, or every password forgotten."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from app.school import keeping, recovery
from app.ui.access import describe
from app.ui.desk import Desk
from app.ui.people_words import day
from app.ui.settings.section import SettingsSection
from app.ui.theme import Theme
from app.ui.widgets.form import Form
from app.ui.widgets.notice import Tone
from consent.accounts import Role

if TYPE_CHECKING:
    from app.services import Services


class BackupSection(SettingsSection):
    """A backup is locked like the store itself; photos are not in it."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.begin_with(
            self.tr("Backup and recovery key"),
            self.tr("A backup is encrypted like the register itself. Photos are not in it."),
        )
        frame, column = self.card()
        column.addWidget(self.heading(self.tr("Backup"), name="heading"))
        column.addWidget(
            self.heading(
                self.tr("Make one after larger changes, and keep it where this computer is not."), name="body"
            )
        )
        self.back_up = QPushButton(self.tr("Make a backup…"), self)
        column.addLayout(self.row(self.back_up, None))
        self.body.addWidget(frame)
        self.key_card, column = self.card()
        column.addWidget(self.heading(self.tr("Recovery key"), name="heading"))
        self.state = self.heading("", name="body")
        column.addWidget(self.state)
        self.key = QLabel(self)
        self.key.setObjectName("key")
        self.key.setWordWrap(True)
        self.key.setTextFormat(Qt.TextFormat.PlainText)
        describe(self.key, self.tr("The recovery key"))
        self.key.setToolTip("")
        column.addWidget(self.key)
        self.form = Form(self)
        self.typed = self.form.line(self.tr("&Type the key back"))
        column.addWidget(self.form)
        self.renew = QPushButton(self.tr("Make a new key…"), self)
        self.print = QPushButton(self.tr("Print…"), self)
        self.confirm_key = QPushButton(self.tr("Confirm"), self)
        column.addLayout(self.row(self.renew, self.print, self.confirm_key, None))
        self.body.addWidget(self.key_card)
        self.body.addStretch(1)
        self.back_up.clicked.connect(lambda _checked=False: self._choose())
        self.renew.clicked.connect(lambda _checked=False: self._ask_renew())
        self.print.clicked.connect(lambda _checked=False: self._print())
        self.confirm_key.clicked.connect(lambda _checked=False: self._confirm())

    def enter(self) -> None:
        who = self.desk.who
        self.key_card.setVisible(who is not None and Role.ADMIN in who.roles)
        self.print.setVisible(bool(self.key.text()))
        self.desk.ask(recovery.confirmed_on, done=self._show, failed=self.tell)

    def put_away(self) -> None:
        self.key.clear()
        self.typed.clear()

    def _show(self, confirmed: date | None) -> None:
        if confirmed is None:
            said = self.tr("The key was not typed back yet. If you do not have it on paper, make a new one.")
        else:
            said = self.tr("Typed back on {day}.").format(day=day(confirmed))
        self.state.setText(said)
        self.form.setVisible(confirmed is None)
        self.confirm_key.setVisible(confirmed is None)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Where the backup goes"), "", self.tr("Backups (*.greenlight)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("greenlight")
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, target: Path) -> None:
        """Write a backup into a new file."""
        self.notice.say(self.tr("Writing the backup…"))
        self.desk.ask(
            lambda services: keeping.back_up(services, target), done=self._written, failed=self.tell
        )

    def _written(self, digest: str) -> None:
        self.notice.say(
            self.tr("The backup is written. Its fingerprint: {digest}").format(digest=digest[:16]), Tone.GOOD
        )

    def _ask_renew(self) -> None:
        self.confirm(
            self.tr("Make a new recovery key? The one on paper opens nothing any more."),
            self.tr("Make a new key"),
            many=1,
            act=self._renew,
        )

    def _renew(self) -> None:
        self.desk.ask(recovery.renew, done=self._renewed, failed=self.tell)

    def _renewed(self, key: str) -> None:
        self.key.setText(key)
        self.enter()
        self.typed.setFocus()

    def _print(self) -> None:
        from app.ui.printing import print_key  # noqa: PLC0415 - hardly ever needed

        who = self.desk.who
        print_key(self.key.text(), who.school if who is not None else "", self)

    def _confirm(self) -> None:
        typed = self.typed.text()

        def confirm(services: Services) -> None:
            recovery.confirm(services, typed)

        self.desk.ask(confirm, done=lambda _none: self._confirmed(), failed=self.tell)

    def _confirmed(self) -> None:
        self.put_away()
        self.enter()
        self.notice.say(self.tr("The key on paper is the right one."), Tone.GOOD)
