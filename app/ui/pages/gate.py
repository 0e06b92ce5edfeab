"""What stands between signing in and working: a first password to change, a new version of the policy to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QTextBrowser, QWidget

from app.ui.access import describe
from app.ui.desk import Desk
from app.ui.job import Failure
from app.ui.pages.page import Page
from app.ui.people_words import day
from app.ui.reading import Who
from app.ui.theme import Theme
from app.ui.widgets.current_stack import CurrentStack
from app.ui.widgets.form import Form
from app.ui.widgets.notice import Tone

if TYPE_CHECKING:
    from app.services import Services
    from consent.accounts import Account

# ruff: noqa: PLC0415 - most people never see this page


class GatePage(Page):
    """Shown by the window while `needed` says so; whoever only wants to look may go on without the policy."""

    passed = Signal()

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.title = self.heading("")
        self.stack = CurrentStack(self)
        self.stack.addWidget(self._password())
        self.stack.addWidget(self._policy())
        self.look = QPushButton(self.tr("Only look for now"), self)
        self.go = QPushButton(self.tr("Go on"), self)
        self.go.setObjectName("primary")
        self.front_door(
            self.title, self.notice, self.stack, self.row(self.look, None, self.go), onward=self.go
        )
        self.go.clicked.connect(lambda _checked=False: self._go_on())
        self.look.clicked.connect(lambda _checked=False: self.passed.emit())

    def _password(self) -> QWidget:
        form = Form(self)
        words = self.tr("Someone else chose your first password. Choose one that only you know.")
        form.column.addWidget(self.heading(words, name="body"))
        self.old = form.line(self.tr("&First password"), secret=True)
        self.new = form.line(
            self.tr("&New password"), tip=self.tr("Three words of your own are easy to remember"), secret=True
        )
        self.again = form.line(self.tr("New password &again"), secret=True)
        return form

    def _policy(self) -> QWidget:
        form = Form(self)
        self.words = self.heading("", name="body")
        form.column.addWidget(self.words)
        self.text = QTextBrowser(self)
        describe(self.text, self.tr("Text of the policy"))
        self.text.setToolTip("")
        self.text.setMinimumHeight(self.theme.pixels(160))
        form.column.addWidget(self.text)
        rules = self.tr(
            "Greenlight holds you to four rules of it: whoever has not agreed is covered; what is covered is gone "
            "from the copy for good; nobody publishes alone; nothing is deleted before it is safe elsewhere, and "
            "nothing is kept after."
        )
        form.column.addWidget(self.heading(rules, name="muted"))
        self.read = QCheckBox(self.tr("I have read the policy and will keep to it"), self)
        form.column.addWidget(self.read)
        return form

    @staticmethod
    def needed(who: Who) -> bool:
        """Whether this person has something to do first."""
        return who.invited or not who.policy_read

    def enter(self) -> None:
        who = self.desk.who
        if who is None:
            return
        self.notice.hide()
        if who.invited:
            self.title.setText(self.tr("Your own password"))
            self.stack.setCurrentIndex(0)
            self.old.setFocus()
        else:
            self.title.setText(self.tr("The school's policy for photos"))
            said = self.tr("Version {version} is in force.").format(version=who.policy_version)
            if who.policy_owner:
                said += " " + self.tr("{name} looks after it and has the text.").format(name=who.policy_owner)
            if who.next_review is not None:
                said += " " + self.tr("It is reviewed on {day}.").format(day=day(who.next_review))
            self.words.setText(said)
            self.text.setPlainText(who.policy_text)
            self.text.setVisible(bool(who.policy_text))
            self.read.setChecked(False)
            self.stack.setCurrentIndex(1)
            self.read.setFocus()
        self.look.setVisible(not who.invited)

    def put_away(self) -> None:
        for field in (self.old, self.new, self.again):
            field.clear()

    def _go_on(self) -> None:
        if self.stack.currentIndex() == 0:
            self._change_password()
        elif not self.read.isChecked():
            self.notice.say(
                self.tr("Read the policy and tick that you have, or only look for now."), Tone.ATTENTION
            )
        else:
            self.desk.ask(_read_policy, done=self._became, failed=self.tell)

    def _change_password(self) -> None:
        old, new = self.old.text(), self.new.text()
        if new != self.again.text() or not new:
            self.notice.say(self.tr("The new password was not typed the same twice."), Tone.ATTENTION)
            self.new.setFocus()
            return

        def change(services: Services) -> Account:
            from app.school.staff import change_own_password

            return change_own_password(services, old, new)

        self.desk.ask(change, done=self._became, failed=self._refused)

    def _refused(self, failure: Failure) -> None:
        self.tell(failure)
        self.old.setFocus()

    def _became(self, account: Account) -> None:
        self.put_away()
        self.desk.become(account, then=self._next)

    def _next(self) -> None:
        who = self.desk.who
        if who is not None and self.needed(who):
            self.enter()
        else:
            self.passed.emit()


def _read_policy(services: Services) -> Account:
    from app.school.staff import read_policy

    return read_policy(services, services.store.register.policy().version)
