"""While the head is away someone else may say go live: whom, from which day, until which day; taken back at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.people_words import day
from app.ui.theme import LARGE, MEDIUM, SMALL, Theme
from app.ui.widgets.ask_dialog import AskDialog
from app.ui.widgets.day_field import DayField
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.notice import Tone
from app.ui.widgets.picker import Picker
from app.ui.widgets.records_table import Record, RecordsTable
from consent.accounts import Account, AccountId, Role
from consent.delegations import LONGEST, Delegation

if TYPE_CHECKING:
    from app.services import Services

A_WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class StandingIn:
    """The delegations of whoever is signed in that are not over, and who might stand in."""

    given: Sequence[Delegation]
    may: Sequence[Account]
    today: date


def standing_in(services: Services) -> StandingIn:
    """Read in one go."""
    from app.posts.delegating import delegations  # noqa: PLC0415 - approvers alone need it

    me, today = services.account.id, services.today()
    return StandingIn(
        [one for one in delegations(services) if one.by == me and not one.revoked and one.ends >= today],
        [
            one
            for one in services.store.accounts.accounts()
            if one.id != me and not one.disabled and one.roles & {Role.OFFICE, Role.APPROVER}
        ],
        today,
    )


class StandingInCard(QFrame):
    """For approvers. `give_wanted` asks for a new one, `revoke_wanted` tells the id of one that ends now."""

    give_wanted = Signal()
    revoke_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.view: StandingIn | None = None
        heading = QLabel(self.tr("While you are away"), self)
        heading.setObjectName("heading")
        words = QLabel(
            self.tr(
                "Someone else of the office may say go live in your place, but never to their own photos."
            ),
            self,
        )
        words.setObjectName("muted")
        words.setWordWrap(True)
        self.table = RecordsTable(self.tr("Who stands in for you"), self)
        self.table.setMinimumHeight(theme.pixels(110))
        self.give = QPushButton(self.tr("Let someone stand in…"), self)
        self.revoke = QPushButton(self.tr("Take it back"), self)
        buttons = FlowLayout(spacing=SMALL)
        for button in (self.give, self.revoke):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        for part in (heading, words, self.table):
            column.addWidget(part)
        column.addLayout(buttons)
        self.give.clicked.connect(lambda _checked=False: self.give_wanted.emit())
        self.revoke.clicked.connect(lambda _checked=False: self.revoke_wanted.emit(self.table.current()))

    def show_view(self, view: StandingIn) -> None:
        """One row for each that is not over."""
        self.view = view
        names = {one.id: one.full_name for one in view.may}
        self.table.fill(
            (self.tr("Who"), self.tr("From"), self.tr("Until")),
            [
                Record(
                    one.id,
                    (names.get(one.to, one.to), day(one.starts), day(one.ends)),
                    order=(names.get(one.to, one.to), one.starts.isoformat(), one.ends.isoformat()),
                )
                for one in view.given
            ],
        )
        self.table.fit_columns()
        self.table.setVisible(bool(view.given))
        self.revoke.setVisible(bool(view.given))
        self.give.setEnabled(bool(view.may))

    def clear(self) -> None:
        """Forget the names."""
        self.view = None
        self.table.fill((), ())


class StandInDialog(AskDialog):
    """Whom, and for which days: a term at most."""

    def __init__(
        self,
        theme: Theme,
        view: StandingIn,
        act: Callable[[AccountId, date, date], None],
        *,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self.say(
            self.tr("Let someone stand in"),
            self.tr("Let them"),
            self.tr("They are trained and have read the policy, or it does not count. It ends by itself."),
        )
        self._act, self._today = act, view.today
        self.who = Picker(self.tr("Who stands in"), self)
        self.who.offer([(one.id, one.full_name) for one in view.may])
        self.form.add(self.tr("&Who stands in"), self.who)
        self.starts = DayField(view.today, self)
        self.form.add(self.tr("&First day"), self.starts)
        self.ends = DayField(view.today + A_WEEK, self)
        self.form.add(self.tr("&Last day"), self.ends)

    def try_it(self) -> None:
        starts, ends = self.starts.day, self.ends.day
        if ends < starts or ends < self._today:
            self.notice.say(self.tr("The last day lies before the first, or is over."), Tone.ATTENTION)
            self.ends.setFocus()
            return
        if (ends - starts).days >= LONGEST:
            words = self.tr("At most {n} days: it bridges an absence.").format(n=LONGEST)
            self.notice.say(words, Tone.ATTENTION)
            self.ends.setFocus()
            return
        self._act(AccountId(self.who.value), starts, ends)
        self.accept()
