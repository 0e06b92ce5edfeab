"""What all pages share: a heading, a place for a sentence, and being told when they are shown or put away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.desk import Desk
from app.ui.enter import goes_on
from app.ui.job import Failure
from app.ui.messages import explain_failure
from app.ui.theme import HUGE, LARGE, MEDIUM, Theme
from app.ui.widgets.confirm import ConfirmDialog
from app.ui.widgets.notice import Notice, Tone

FRONT_DOOR = 560
"""Pixels at 100 % of a card before anyone is inside."""


class Page(QWidget):
    """One stretch of the path."""

    page_wanted = Signal(str, str)  # page, and an item of it (such as a batch id) or ""
    home_wanted = Signal()
    switch_wanted = Signal()
    appearance_wanted = Signal(object)  # app.ui.appearance.Appearance

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.desk, self.theme = desk, theme
        self.notice = Notice(theme, self)
        self._onward: QPushButton | None = None

    def enter(self) -> None:
        """The page is shown; read what it shows."""

    def enter_at(self, item: str) -> None:  # noqa: ARG002 - for the pages that have items
        """The page is shown with an item of it in front, such as a batch."""
        self.enter()

    def put_away(self) -> None:
        """The desk is locked: drop every picture and name that is shown."""

    def begin_anew(self) -> None:
        """Someone else has signed in: forget what was open."""
        self.put_away()

    def tell(self, failure: Failure) -> None:
        """Say why something did not work."""
        self.notice.say(explain_failure(failure), Tone.TROUBLE)

    def confirm(self, words: str, yes: str, *, many: int, act: Callable[[], None]) -> None:
        """Ask once more before what cannot be undone."""
        ConfirmDialog(self.theme, words, yes, many=many, act=act, parent=self).open()

    def heading(self, text: str, *, name: str = "title") -> QLabel:
        label = QLabel(text, self)
        label.setObjectName(name)
        label.setWordWrap(True)
        return label

    def column(self) -> QVBoxLayout:
        """A scrolling column for a plain page, with the notice on top; fill the layout that is given."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        inner = QWidget(area)
        inner.setObjectName("page")
        area.setWidget(inner)
        outer.addWidget(area)
        column = QVBoxLayout(inner)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(LARGE)
        return column

    def card(self) -> tuple[QFrame, QVBoxLayout]:
        """A quiet box with a column in it."""
        frame = QFrame(self)
        frame.setObjectName("card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        return frame, column

    def front_door(self, *parts: QWidget | QLayout, onward: QPushButton, width: int = FRONT_DOOR) -> None:
        """One card in the middle with these parts below one another, as before anyone is inside; `width` at 100 %.

        Enter anywhere in it presses `onward`, unless another button has the focus.
        """
        self._onward = onward
        frame, column = self.card()
        frame.setMaximumWidth(self.theme.pixels(width))
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        for part in parts:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        outer = self.column()
        row = QHBoxLayout()
        row.addStretch()  # the springs take what is left beside the card, and no share of its own room
        row.addWidget(frame, 1)
        row.addStretch()
        outer.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(2)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll to a part of the column, as soon as it has its place."""
        for area in self.findChildren(QScrollArea):
            QTimer.singleShot(0, area, partial(area.ensureWidgetVisible, part))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if self._onward is None or not goes_on(event, self._onward):
            super().keyPressEvent(event)

    def row(self, *parts: QWidget | None) -> QHBoxLayout:
        """Parts side by side; None is a spring."""
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        for part in parts:
            if part is None:
                row.addStretch(1)
            else:
                row.addWidget(part)
        return row
