"""Staff accounts: who may work with photos, in which roles, trained when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QGroupBox, QPushButton, QWidget

from app.school import staff
from app.ui.desk import Desk
from app.ui.people_words import day
from app.ui.role_words import role_words
from app.ui.settings.section import SettingsSection
from app.ui.theme import MEDIUM, SMALL, Theme
from app.ui.widgets.ask_dialog import AskDialog
from app.ui.widgets.day_field import DayField
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.notice import Tone
from app.ui.widgets.records_table import Record, RecordsTable
from consent.accounts import Account, AccountId, Role

if TYPE_CHECKING:
    from app.services import Services


class StaffSection(SettingsSection):
    """An admin may everything here but to their own account; a lead enters days of training."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.begin_with(
            self.tr("Staff accounts"),
            self.tr("Everyone has an account of their own, a day of training, and has read the policy."),
        )
        self._accounts: dict[str, Account] = {}
        self.table = RecordsTable(self.tr("Staff accounts"), self)
        self.table.setMinimumHeight(theme.pixels(240))
        self.invite = QPushButton(self.tr("Add an account…"), self)
        self.roles = QPushButton(self.tr("Change roles…"), self)
        self.train = QPushButton(self.tr("Enter training…"), self)
        self.password = QPushButton(self.tr("New first password…"), self)
        self.shut = QPushButton(self.tr("Shut out"), self)
        theme.put_icon(self.invite, "add")
        buttons = FlowLayout(spacing=SMALL)
        for button in (self.invite, self.roles, self.train, self.password, self.shut):
            buttons.addWidget(button)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(buttons)
        self.table.current_changed.connect(lambda _key: self._fit())
        self.invite.clicked.connect(lambda _checked=False: self._ask_invite())
        self.roles.clicked.connect(lambda _checked=False: self._ask_roles())
        self.train.clicked.connect(lambda _checked=False: self._ask_training())
        self.password.clicked.connect(lambda _checked=False: self._ask_password())
        self.shut.clicked.connect(lambda _checked=False: self._ask_shut())

    def enter(self) -> None:
        self.desk.ask(staff.staff, done=self._show, failed=self.tell)

    def put_away(self) -> None:
        self._accounts.clear()
        self.table.fill((), ())

    def _show(self, accounts: Sequence[Account]) -> None:
        if self.desk.is_locked:
            return
        self._accounts = {account.id: account for account in accounts}
        columns = (
            self.tr("Name"), self.tr("User name"), self.tr("Roles"), self.tr("Trained"), self.tr("Policy read"),
            self.tr("State"),
        )  # fmt: skip
        records = []
        for one in accounts:
            roles = ", ".join(role_words(role) for role in Role if role in one.roles)
            cells = (
                one.full_name,
                one.user_name,
                roles,
                day(one.trained_on) or self.tr("not yet"),
                one.policy_read or self.tr("not yet"),
                self._state(one),
            )
            records.append(Record(one.id, cells, order=(*cells[:3], str(one.trained_on or ""), *cells[4:])))
        self.table.fill(columns, records)
        self.table.fit_columns()
        self._fit()

    def _state(self, account: Account) -> str:
        if account.disabled:
            return self.tr("shut out")
        return self.tr("invited") if account.invited else self.tr("works")

    def _chosen(self) -> Account | None:
        return self._accounts.get(self.table.current())

    def _fit(self) -> None:
        """What may be done to the account in front."""
        who, one = self.desk.who, self._chosen()
        admin = who is not None and Role.ADMIN in who.roles
        other = one is not None and who is not None and one.id != who.id
        self.invite.setVisible(admin)
        for button in (self.roles, self.password, self.shut):
            button.setVisible(admin)
        self.roles.setEnabled(one is not None)
        self.train.setEnabled(other)
        self.password.setEnabled(other and one is not None and not one.disabled)
        self.shut.setEnabled(other)
        opens = one is not None and one.disabled
        self.shut.setText(self.tr("Let in again…") if opens else self.tr("Shut out…"))

    # acts

    def _ask_invite(self) -> None:
        def invite(user: str, name: str, roles: frozenset[Role], password: str) -> None:
            self.do(
                lambda services: staff.invite(services, user, name, roles=roles, first_password=password),
                self.tr("Added. Hand the first password over; it must be changed at the first sign-in."),
            )

        InviteDialog(self.theme, invite, parent=self).open()

    def _ask_roles(self) -> None:
        one = self._chosen()
        if one is not None:
            RolesDialog(
                self.theme,
                one,
                act=lambda roles: self.do(
                    lambda services: staff.give_roles(services, one.id, roles), self.tr("Changed.")
                ),
                parent=self,
            ).open()

    def _ask_training(self) -> None:
        one = self._chosen()
        if one is not None:
            TrainingDialog(
                self.theme,
                one.full_name,
                act=lambda on: self.do(
                    lambda services: staff.train(services, one.id, on), self.tr("Entered.")
                ),
                parent=self,
            ).open()

    def _ask_password(self) -> None:
        one = self._chosen()
        if one is not None:
            self._first_password(one.id, staff.give_password)

    def _ask_shut(self) -> None:
        one = self._chosen()
        if one is None:
            return
        if one.disabled:
            self._first_password(one.id, staff.enable)
            return
        self.confirm(
            self.tr(
                "Shut {name} out? The account can no longer sign in. What it did stays in the log."
            ).format(name=one.full_name),
            self.tr("Shut out"),
            many=1,
            act=lambda: self.do(lambda services: staff.disable(services, one.id), self.tr("Shut out.")),
        )

    def _first_password(
        self, account: AccountId, give: Callable[[Services, AccountId, str], Account]
    ) -> None:
        FirstPasswordDialog(
            self.theme,
            act=lambda password: self.do(
                lambda services: give(services, account, password),
                self.tr("Set. Hand it over; it must be changed at the first sign-in."),
            ),
            parent=self,
        ).open()


class _RoleBoxes(QGroupBox):
    def __init__(self, name: str, chosen: frozenset[Role], parent: QWidget) -> None:
        super().__init__(name, parent)
        flow = FlowLayout(spacing=MEDIUM)
        self.boxes = {role: QCheckBox(role_words(role), self) for role in Role}
        for role, box in self.boxes.items():
            box.setChecked(role in chosen)
            flow.addWidget(box)
        self.setLayout(flow)

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(role for role, box in self.boxes.items() if box.isChecked())


class InviteDialog(AskDialog):
    """A new colleague."""

    def __init__(
        self, theme: Theme, act: Callable[[str, str, frozenset[Role], str], None], *, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.say(self.tr("Add an account"), self.tr("Add"))
        self._act = act
        self.name = self.form.line(self.tr("&Name"))
        self.user_name = self.form.line(self.tr("&User name"))
        self.password = self.form.line(
            self.tr("First &password"), tip=self.tr("To be handed over; three words are easy to tell")
        )
        self.boxes = _RoleBoxes(self.tr("Roles"), frozenset({Role.OFFICE}), self)
        self.form.column.addWidget(self.boxes)

    def try_it(self) -> None:
        typed = [field.text().strip() for field in (self.user_name, self.name, self.password)]
        if not all(typed) or not self.boxes.roles:
            self.notice.say(self.tr("Fill in every field and tick a role."), Tone.ATTENTION)
            return
        self._act(typed[0], typed[1], self.boxes.roles, typed[2])
        self.accept()


class RolesDialog(AskDialog):
    """What someone may do."""

    def __init__(
        self, theme: Theme, account: Account, *, act: Callable[[frozenset[Role]], None], parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.say(self.tr("Roles of {name}").format(name=account.full_name), self.tr("Change"))
        self._act = act
        self.boxes = _RoleBoxes(self.tr("Roles"), account.roles, self)
        self.form.column.addWidget(self.boxes)

    def try_it(self) -> None:
        if not self.boxes.roles:
            self.notice.say(self.tr("Tick at least one role."), Tone.ATTENTION)
            return
        self._act(self.boxes.roles)
        self.accept()


class TrainingDialog(AskDialog):
    """The day of someone's training."""

    def __init__(self, theme: Theme, name: str, *, act: Callable[[date], None], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.say(self.tr("Training of {name}").format(name=name), self.tr("Enter"))
        self._act = act
        self.day = DayField(date.today(), self)  # noqa: DTZ011 - the day on this computer's calendar
        self.form.add(self.tr("&Day of the training in data protection"), self.day)

    def try_it(self) -> None:
        self._act(self.day.day)
        self.accept()


class FirstPasswordDialog(AskDialog):
    """A password that is handed over and must be changed."""

    def __init__(self, theme: Theme, *, act: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.say(self.tr("A new first password"), self.tr("Set"))
        self._act = act
        self.password = self.form.line(
            self.tr("First &password"), tip=self.tr("Three words are easy to tell")
        )

    def try_it(self) -> None:
        if not self.password.text().strip():
            return
        self._act(self.password.text().strip())
        self.accept()
