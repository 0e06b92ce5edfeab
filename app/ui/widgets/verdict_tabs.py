"""One tab for each platform, with the photo's verdict as mark and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from app.ui.access import describe
from app.ui.icons import GAP
from app.ui.theme import STEP, Theme
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.marks import Mark, badge_icon, colour_of

BADGE = 16


@dataclass(frozen=True, slots=True)
class Tab:
    """A platform's name, its mark, how many regions wait there, and the verdict in words."""

    name: str
    mark: Mark
    waits: int
    words: str


class VerdictTabs(QWidget):
    """Says which platform is looked at; takes a second row where there are many."""

    platform_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = FlowLayout(self, spacing=STEP)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.platform_chosen.emit)
        self._tabs: list[_Tab] = []

    def set_tabs(self, tabs: Sequence[Tab], current: int) -> None:
        """Show these platforms; buttons that stand already keep the keyboard focus."""
        while len(self._tabs) > len(tabs):
            tab = self._tabs.pop()
            self._row.removeWidget(tab)
            self._group.removeButton(tab)
            tab.deleteLater()
        while len(self._tabs) < len(tabs):
            tab = _Tab(self._theme, self)
            self._group.addButton(tab, len(self._tabs))
            self._row.addWidget(tab)
            tab.show()
            self._tabs.append(tab)
        for tab, value in zip(self._tabs, tabs, strict=True):
            tab.show_tab(value)
        self.updateGeometry()
        if 0 <= current < len(self._tabs):
            self._tabs[current].setChecked(True)


class _Tab(QPushButton):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tab")
        self.setCheckable(True)
        self._theme = theme
        self._mark = Mark.NONE

    def show_tab(self, tab: Tab) -> None:
        self._mark = tab.mark
        size = self._theme.sign(BADGE)
        self.setIcon(badge_icon(tab.mark, self._theme.colours, size, gap=GAP))
        self.setIconSize(QSize(size + GAP, size))
        self.setText(f"{tab.name}  {tab.waits}" if tab.waits else tab.name)
        describe(self, f"{tab.name}: {tab.words}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A blocked platform has a bar across the whole tab, so that it is not told by colour alone."""
        super().paintEvent(event)
        if self._mark is Mark.BLOCK:
            painter = QPainter(self)
            painter.setPen(QPen(colour_of(self._mark, self._theme.colours), 2))
            painter.drawLine(6, self.height() - 5, self.width() - 6, self.height() - 5)
            painter.drawLine(6, self.height() - 9, self.width() - 6, self.height() - 9)
            painter.end()
        if self.isChecked():
            painter = QPainter(self)
            painter.fillRect(0, self.height() - 3, self.width(), 3, QColor(self._theme.colours.accent))
            painter.end()
