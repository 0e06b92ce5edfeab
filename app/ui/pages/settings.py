"""Settings: one section for each matter, of which everyone sees those that are theirs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
)

from app.ui.access import describe
from app.ui.desk import Desk
from app.ui.pages.page import Page
from app.ui.settings.sections import SECTIONS
from app.ui.stop import Stop
from app.ui.theme import LARGE, MEDIUM, SMALL, Theme

LIST_WIDTH = 220


class SettingsPage(Page):
    """The list at the left, the chosen section beside it; sections are built when they are first shown."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.list = QListWidget(self)
        self.list.setObjectName("bare")
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)  # else Qt cuts what it could wrap
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        describe(self.list, self.tr("Sections of the settings"))
        self.list.setToolTip("")
        self._stack = QStackedWidget(self)
        self._built: dict[str, Page] = {}
        self._who_may = QLabel(self)
        self._who_may.setObjectName("small")
        self._who_may.setWordWrap(True)
        side = QFrame(self)
        side.setObjectName("side")
        side.setFixedWidth(min(theme.pixels(LIST_WIDTH), 380))
        column = QVBoxLayout(side)
        column.setContentsMargins(SMALL, LARGE, SMALL, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(self.heading(self.tr("Settings")))
        column.addWidget(self.list, 1)
        column.addWidget(self._who_may)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self._stack, 1)
        self.list.currentItemChanged.connect(self._show)

    def enter(self) -> None:
        self._fill()
        section = self._current()
        if section is not None:
            section.enter()
        self.list.setFocus()

    def enter_at(self, item: str) -> None:
        self._fill()
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == item:
                self.list.setCurrentRow(row)
        section = self._current()
        if section is not None:
            section.enter()

    def put_away(self) -> None:
        for section in self._built.values():
            section.put_away()

    def begin_anew(self) -> None:
        for section in self._built.values():
            self._stack.removeWidget(section)
            section.deleteLater()
        self._built.clear()
        self.list.clear()

    def section(self, name: str) -> Page:
        """A section, built when it is first asked for."""
        if name not in self._built:
            made = next(section for section in SECTIONS if section.page == name).build(self.desk, self.theme)
            made.appearance_wanted.connect(self.appearance_wanted)
            made.page_wanted.connect(self.page_wanted)
            self._built[name] = made
            self._stack.addWidget(made)
        return self._built[name]

    def _sections(self) -> list[Stop]:
        who = self.desk.who
        return [section for section in SECTIONS if who is not None and section.roles & who.roles]

    def _fill(self) -> None:
        sections = self._sections()
        if self.list.count() == len(sections):
            return
        self.list.blockSignals(True)
        self.list.clear()
        for section in sections:
            entry = QListWidgetItem(section.words)
            entry.setData(Qt.ItemDataRole.UserRole, section.page)
            self.list.addItem(entry)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        missing = len(sections) < len(SECTIONS)
        self._who_may.setText(
            self.tr("Staff, devices, platforms and policy are set by an admin; retention by the lead.")
            if missing
            else ""
        )
        self._who_may.setVisible(missing)

    def _current(self) -> Page | None:
        item = self.list.item(self.list.currentRow())
        return self.section(item.data(Qt.ItemDataRole.UserRole)) if self.list.currentRow() >= 0 else None

    def _show(self) -> None:
        section = self._current()
        if section is not None:
            self._stack.setCurrentWidget(section)
            section.enter()
