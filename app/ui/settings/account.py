"""My account: one's own password, who stands in while one is away, and computers that open by themselves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from app.ui.desk import Desk
from app.ui.people_words import day
from app.ui.settings.computers import ComputersCard, Remembered, remembered
from app.ui.settings.section import SettingsSection
from app.ui.settings.standing_in import StandInDialog, StandingIn, StandingInCard, standing_in
from app.ui.theme import Theme
from app.ui.widgets.form import Form
from app.ui.widgets.notice import Tone
from consent.accounts import AccountId, Role

if TYPE_CHECKING:
    from app.services import Services
    from consent.accounts import Account


class AccountSection(SettingsSection):
    """Everyone has this one."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.begin_with(
            self.tr("My account"), self.tr("Your password is yours alone; nobody can look it up.")
        )
        self.about = self.heading("", name="body")
        self.body.addWidget(self.about)
        frame, column = self.card()
        form = Form(self)
        self.old = form.line(self.tr("&Present password"), secret=True)
        self.new = form.line(
            self.tr("&New password"), tip=self.tr("Three words of your own are easy to remember"), secret=True
        )
        self.again = form.line(self.tr("New password &again"), secret=True)
        self.change = QPushButton(self.tr("Change the password"), self)
        column.addWidget(form)
        column.addLayout(self.row(self.change, None))
        self.body.addWidget(frame)
        self.standing_in = StandingInCard(theme, self)
        self.computers = ComputersCard(theme, self)
        self.body.addWidget(self.standing_in)
        self.body.addWidget(self.computers)
        self.body.addStretch(1)
        self.standing_in.give_wanted.connect(self._ask_stand_in)
        self.standing_in.revoke_wanted.connect(self._revoke)
        self.computers.forget_wanted.connect(self._ask_forget)
        self.change.clicked.connect(lambda _checked=False: self._change())

    def enter(self) -> None:
        who = self.desk.who
        if who is None:
            return
        said = [self.tr("Signed in: {name}").format(name=who.name)]
        if not who.trained:
            said.append(self.tr("The day of your training is not entered yet."))
        if who.next_review is not None:
            said.append(self.tr("The policy is reviewed on {day}.").format(day=day(who.next_review)))
        self.about.setText("\n".join(said))
        approves = Role.APPROVER in who.roles
        self.standing_in.setVisible(approves)
        if approves:
            self.desk.ask(standing_in, done=self._show_standing_in, failed=self.tell)
        self.desk.ask(remembered, done=self._show_computers, failed=self.tell)

    def put_away(self) -> None:
        for field in (self.old, self.new, self.again):
            field.clear()
        self.about.clear()
        self.standing_in.clear()
        self.computers.show_view(Remembered((), {}))

    # who stands in

    def _show_standing_in(self, view: StandingIn) -> None:
        if not self.desk.is_locked:
            self.standing_in.show_view(view)

    def _ask_stand_in(self) -> None:
        view = self.standing_in.view
        if view is None:
            return

        def let(to: AccountId, starts: date, ends: date) -> None:
            def delegate(services: Services) -> None:
                from app.posts.delegating import delegate  # noqa: PLC0415

                delegate(services, to, starts, ends=ends)

            self.do(delegate, self.tr("They may say go live on those days."))

        StandInDialog(self.theme, view, let, parent=self).open()

    def _revoke(self, given: str) -> None:
        def revoke(services: Services) -> None:
            from app.posts.delegating import revoke  # noqa: PLC0415

            revoke(services, given)

        if given:
            self.do(revoke, self.tr("Taken back. It ends at once."))

    # computers

    def _show_computers(self, view: Remembered) -> None:
        if not self.desk.is_locked:
            self.computers.show_view(view)

    def _ask_forget(self, computer: str) -> None:
        def forget(services: Services) -> None:
            from app.school.computer import forget  # noqa: PLC0415

            forget(services, computer)

        if computer:
            self.confirm(
                self.tr("Forget this computer? From now on it asks for the password again."),
                self.tr("Forget it"),
                many=1,
                act=lambda: self.do(forget, self.tr("Forgotten.")),
            )

    def _change(self) -> None:
        old, new = self.old.text(), self.new.text()
        if not new or new != self.again.text():
            self.notice.say(self.tr("The new password was not typed the same twice."), Tone.ATTENTION)
            return

        def change(services: Services) -> Account:
            from app.school.staff import change_own_password  # noqa: PLC0415

            return change_own_password(services, old, new)

        self.desk.ask(change, done=self._changed, failed=self.tell)

    def _changed(self, account: Account) -> None:
        for field in (self.old, self.new, self.again):
            field.clear()
        self.desk.become(account, then=self.enter)
        self.notice.say(self.tr("The password is changed."), Tone.GOOD)
