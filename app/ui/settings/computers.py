"""The computers that open the store by themselves: listed, and forgotten when one is lost, sold or stolen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.people_words import day
from app.ui.theme import LARGE, MEDIUM, SMALL, Theme
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.records_table import Record, RecordsTable
from consent.accounts import AccountId, Computer

if TYPE_CHECKING:
    from app.services import Services


@dataclass(frozen=True, slots=True)
class Remembered:
    """The computers that this person may see, and whose they are."""

    computers: Sequence[Computer]
    names: Mapping[AccountId, str]


def remembered(services: Services) -> Remembered:
    """One's own; everybody's for an admin."""
    from app.school.computer import computers  # noqa: PLC0415 - after the page is shown

    return Remembered(
        computers(services), {one.id: one.full_name for one in services.store.accounts.accounts()}
    )


class ComputersCard(QFrame):
    """Hidden while there is none. `forget_wanted` tells the id of a computer."""

    forget_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        heading = QLabel(self.tr("Computers that open by themselves"), self)
        heading.setObjectName("heading")
        words = QLabel(
            self.tr("They start without a password. Forget one that is lost, sold or no longer yours."), self
        )
        words.setObjectName("muted")
        words.setWordWrap(True)
        self.table = RecordsTable(self.tr("Computers that open by themselves"), self)
        self.table.setMinimumHeight(theme.pixels(110))
        self.forget = QPushButton(self.tr("Forget this computer…"), self)
        buttons = FlowLayout(spacing=SMALL)
        buttons.addWidget(self.forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        for part in (heading, words, self.table):
            column.addWidget(part)
        column.addLayout(buttons)
        self.forget.clicked.connect(lambda _checked=False: self.forget_wanted.emit(self.table.current()))
        self.hide()

    def show_view(self, view: Remembered) -> None:
        """One row for each."""
        self.table.fill(
            (self.tr("Whose"), self.tr("Since"), self.tr("Mark")),
            [
                Record(
                    one.id,
                    (view.names.get(one.account, one.account), day(one.since), one.id),
                    order=(view.names.get(one.account, one.account), one.since.isoformat(), one.id),
                )
                for one in view.computers
            ],
        )
        self.table.fit_columns()
        self.setVisible(bool(view.computers))
