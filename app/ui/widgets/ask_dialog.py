"""A question with a form: what most dialogs are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import HUGE, LARGE, MEDIUM, SMALL, STEP, Theme
from app.ui.widgets.form import Form
from app.ui.widgets.notice import Notice

HIGHEST = 440
"""Pixels of a form; a small screen (768) has room for that with heading and buttons at 200 %."""


class AskDialog(QDialog):
    """A heading, perhaps a sentence, a form, and two buttons of which the safe one is always there."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Greenlight")
        self.notice = Notice(theme, self)
        self.form = Form(self)
        self.yes = QPushButton(self)
        self.yes.setObjectName("primary")
        self.yes.setDefault(True)  # else Qt takes the hidden button of the notice, and Enter does nothing
        self.no = QPushButton(self.tr("Cancel"), self)
        self.no.setAutoDefault(False)
        self._title = QLabel(self)
        self._title.setObjectName("heading")
        self._title.setWordWrap(True)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
        column.setSpacing(MEDIUM)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget(self._area)
        inner.setObjectName("page")
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, MEDIUM, 0)
        inside.addWidget(self.form)
        inside.addStretch(1)
        self._area.setWidget(inner)
        for part in (self._title, self._words, self.notice):
            column.addWidget(part)
        column.addWidget(self._area, 1)
        column.addLayout(row)
        self.setMinimumWidth(min(theme.pixels(460), 1000))
        self.yes.clicked.connect(lambda _checked=False: self.try_it())
        self.no.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """As high as the form, or scrolling where the screen or the size of text does not allow that."""
        wanted = self.form.column.totalHeightForWidth(self.minimumWidth() - 2 * HUGE - MEDIUM)
        self._area.setMinimumHeight(min(max(wanted, self.form.sizeHint().height()) + STEP, HIGHEST))
        super().showEvent(event)
        self.adjustSize()

    def say(self, title: str, yes: str, words: str = "") -> None:
        """What is asked, and what the button that does it is called."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self.yes.setText(yes)
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def try_it(self) -> None:
        """The yes was pressed."""
        self.accept()
