"""Who is signed in, and the way out: switch user, lock, look."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from app.ui.access import describe
from app.ui.reading import Who
from app.ui.role_words import role_words
from app.ui.theme import LARGE, SMALL, STEP, Look, Theme
from consent.accounts import Role

WIDEST = 420
"""Pixels that name and roles may take; where they need more, the roles stand in the tip alone."""


class Header(QFrame):
    """The line at the top of the window."""

    lock_wanted = Signal()
    switch_wanted = Signal()
    look_wanted = Signal(str)
    help_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._school = QLabel(self)
        self._school.setObjectName("strong")
        self.who = QPushButton(" ", self)
        theme.put_icon(self.who, "user")
        self.who.setObjectName("plain")
        self.lock = QToolButton(self)
        theme.put_icon(self.lock, "lock")
        describe(self.lock, self.tr("Lock"), key="Ctrl+L")
        self.lock.clicked.connect(self.lock_wanted.emit)
        self.help = QToolButton(self)
        theme.put_icon(self.help, "help")
        describe(self.help, self.tr("Help"), key="F1")
        self.help.clicked.connect(self.help_wanted.emit)
        self.menu = QMenu(self.who)
        switch = self.menu.addAction(self.tr("Switch user"))
        switch.triggered.connect(self.switch_wanted.emit)
        self.menu.addSeparator()
        group = QActionGroup(self.menu)
        for look, text in (
            (Look.SYSTEM, self.tr("As the computer")),
            (Look.LIGHT, self.tr("Light")),
            (Look.DARK, self.tr("Dark")),
            (Look.HIGH_CONTRAST, self.tr("High contrast")),
        ):
            action = QAction(text, self.menu)
            action.setCheckable(True)
            action.setChecked(look is theme.look)
            action.triggered.connect(lambda _checked=False, value=look.value: self.look_wanted.emit(value))
            group.addAction(action)
            self.menu.addAction(action)
        self.who.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, STEP, SMALL, STEP)
        row.setSpacing(SMALL)
        row.addWidget(self._school)
        row.addStretch(1)
        row.addWidget(self.who)
        row.addWidget(self.help)
        row.addWidget(self.lock)

    def show_who(self, who: Who) -> None:
        """The person's own name and roles; no one else's is ever here."""
        roles = ", ".join(role_words(role) for role in Role if role in who.roles)
        full = f"{who.name} ({roles})"
        fits = self.fontMetrics().horizontalAdvance(full) <= WIDEST
        self.who.setText(full if fits else who.name)
        describe(self.who, self.tr("Signed in: {name} ({roles})").format(name=who.name, roles=roles))
        self._school.setText(f"Greenlight · {who.school}" if who.school else "Greenlight")
