"""Platforms and official accounts: where the school posts, and what may be seen there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QGroupBox, QPushButton, QWidget

from app.ready_made import ready_made_platforms
from app.school import platforms
from app.ui.desk import Desk
from app.ui.marked import QT_TRANSLATE_NOOP
from app.ui.people_words import day
from app.ui.settings.section import SettingsSection
from app.ui.theme import MEDIUM, SMALL, Theme
from app.ui.widgets.ask_dialog import AskDialog
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.picker import Picker
from app.ui.widgets.records_table import Record, RecordsTable
from consent.accounts import Account, AccountId
from consent.governing import to_agree_on_platform
from consent.platforms import Platform, UniformRule

if TYPE_CHECKING:
    from app.services import Services

UNIFORM: dict[UniformRule, str] = {
    UniformRule.ALLOWED: QT_TRANSLATE_NOOP("platforms", "uniform is shown"),
    UniformRule.COVER_CREST: QT_TRANSLATE_NOOP("platforms", "crest is covered"),
    UniformRule.COVER_BODY: QT_TRANSLATE_NOOP("platforms", "uniform is covered"),
    UniformRule.BLOCK: QT_TRANSLATE_NOOP("platforms", "no photo with uniform"),
}


def uniform_words(rule: UniformRule) -> str:
    """One rule, in the language in force."""
    return QCoreApplication.translate("platforms", UNIFORM[rule])


@dataclass(frozen=True, slots=True)
class PlatformsView:
    """Every platform, and the staff who may stand behind an official account."""

    platforms: Sequence[Platform]
    staff: Sequence[Account]


class PlatformsSection(SettingsSection):
    """The rules are the school's; what Greenlight starts with is careful."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.begin_with(
            self.tr("Platforms and official accounts"),
            self.tr("Two named members of staff stand behind each official account."),
        )
        self._view = PlatformsView((), ())
        self.table = RecordsTable(self.tr("Platforms"), self)
        self.table.setMinimumHeight(theme.pixels(240))
        self.change = QPushButton(self.tr("Change…"), self)
        self.offered = Picker(self.tr("Ready-made platforms"), self)
        self.add = QPushButton(self.tr("Add this platform"), self)
        self.retire = QPushButton(self.tr("Stop posting there"), self)
        self.reopen = QPushButton(self.tr("Post there again"), self)
        buttons = FlowLayout(spacing=SMALL)
        for part in (self.change, self.retire, self.reopen, self.offered, self.add):
            buttons.addWidget(part)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(buttons)
        self.change.clicked.connect(lambda _checked=False: self._ask())
        self.table.chosen.connect(lambda _key: self._ask())
        self.table.current_changed.connect(lambda _key: self._fit())
        self.retire.clicked.connect(lambda _checked=False: self._retire())
        self.reopen.clicked.connect(lambda _checked=False: self._reopen())
        self.add.clicked.connect(lambda _checked=False: self._add())

    def enter(self) -> None:
        self.desk.ask(_read, done=self._show, failed=self.tell)

    def put_away(self) -> None:
        self.table.fill((), ())

    def _show(self, view: PlatformsView) -> None:
        if self.desk.is_locked:
            return
        self._view = view
        columns = (
            self.tr("Platform"), self.tr("Rules"), self.tr("Official account"), self.tr("Staff"),
            self.tr("Approved"),
        )  # fmt: skip
        names = {account.id: account.full_name for account in view.staff}
        records = [
            Record(
                one.id,
                (
                    one.name,
                    self._rules(one),
                    one.account.address or self.tr("none yet"),
                    ", ".join(names.get(AccountId(staff), staff) for staff in one.account.staff) or "–",
                    day(one.account.approved_on) or self.tr("not yet"),
                ),
            )
            for one in view.platforms
        ]
        self.table.fill(columns, records)
        self.table.fit_columns()
        present = {one.id for one in view.platforms}
        left = [(one.id, one.name) for one in ready_made_platforms() if one.id not in present]
        self.offered.offer(left)
        self.offered.setVisible(bool(left))
        self.add.setVisible(bool(left))
        self.change.setEnabled(bool(records))
        self._fit()

    def _chosen(self) -> Platform | None:
        return next((one for one in self._view.platforms if one.id == self.table.current()), None)

    def _fit(self) -> None:
        chosen = self._chosen()
        self.retire.setVisible(chosen is not None and not chosen.is_retired)
        self.reopen.setVisible(chosen is not None and chosen.is_retired)

    def _retire(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.do(
                lambda services: platforms.retire(services, chosen.id),
                self.tr("No new photo goes there. What was posted stays in the history."),
            )

    def _reopen(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.do(
                lambda services: platforms.reopen(services, chosen.id), self.tr("Photos may go there again.")
            )

    def _rules(self, platform: Platform) -> str:
        if platform.account.retired_on is not None:
            return self.tr("nothing new since {day}").format(day=day(platform.account.retired_on))
        said = [self.tr("names are shown") if platform.names_allowed else self.tr("names are covered")]
        said.append(uniform_words(platform.uniform))
        if platform.group_only:
            said.append(self.tr("only groups"))
        if platform.watermark:
            said.append(self.tr("source on the photo"))
        return ", ".join(said)

    def _add(self) -> None:
        wanted = next((one for one in ready_made_platforms() if one.id == self.offered.value), None)
        if wanted is not None:
            self.do(lambda services: platforms.add(services, wanted), self.tr("Added."))

    def _ask(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            PlatformDialog(
                self.theme,
                chosen,
                self._view.staff,
                act=lambda after: self._put(chosen, after),
                parent=self,
            ).open()

    def _put(self, before: Platform, after: Platform) -> None:
        """Change it; where its rules would protect less, a second admin agrees first."""
        said = self.tr("Changed.")
        acts = to_agree_on_platform(before, after)
        if not acts:
            self.do(lambda services: platforms.change(services, after), said)
            return
        (act,) = acts
        self.do_by_two(
            self.tr("More could be seen there than before. A second admin agrees here."),
            act,
            lambda services, agreed: platforms.change(services, after, agreed=agreed),
            said=said,
        )


class PlatformDialog(AskDialog):
    """Rules and official account of one platform."""

    def __init__(
        self,
        theme: Theme,
        platform: Platform,
        staff: Sequence[Account],
        *,
        act: Callable[[Platform], None],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self.say(platform.name, self.tr("Change"))
        self._act, self._platform = act, platform
        self.names = QCheckBox(self.tr("Names may be shown, with a permission for it"), self)
        self.names.setChecked(platform.names_allowed)
        self.groups = QCheckBox(self.tr("Only photos of groups"), self)
        self.groups.setChecked(platform.group_only)
        self.watermark = QCheckBox(self.tr("Write the source on each photo"), self)
        self.watermark.setChecked(platform.watermark)
        self.uniform = Picker(self.tr("Uniform"), self)
        self.uniform.offer([(rule.value, uniform_words(rule)) for rule in UniformRule])
        self.uniform.pick(platform.uniform.value)
        for box in (self.names, self.groups, self.watermark):
            self.form.column.addWidget(box)
        self.form.add(self.tr("&Uniform"), self.uniform)
        self.address = self.form.line(self.tr("&Address of the official account"))
        self.address.setText(platform.account.address)
        self.email = self.form.line(self.tr("School &e-mail of the account"))
        self.email.setText(platform.account.email)
        self.staff = QGroupBox(self.tr("Staff who stand behind it: two or more"), self)
        flow = FlowLayout(spacing=MEDIUM)
        self.boxes = {one.id: QCheckBox(one.full_name, self) for one in staff if not one.disabled}
        for account, box in self.boxes.items():
            box.setChecked(account in platform.account.staff)
            flow.addWidget(box)
        self.staff.setLayout(flow)
        self.form.column.addWidget(self.staff)

    def try_it(self) -> None:
        account = replace(
            self._platform.account,
            address=self.address.text().strip(),
            email=self.email.text().strip(),
            staff=tuple(one for one, box in self.boxes.items() if box.isChecked()),
        )
        self._act(
            replace(
                self._platform,
                names_allowed=self.names.isChecked(),
                group_only=self.groups.isChecked(),
                watermark=self.watermark.isChecked(),
                uniform=UniformRule(self.uniform.value),
                account=account,
            )
        )
        self.accept()


def _read(services: Services) -> PlatformsView:
    return PlatformsView(platforms.platforms(services), services.store.accounts.accounts())
