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

LOWEST = 160
"""Pixels that a form keeps, however much is said above it; it scrolls then."""
FRAME = 48
"""Pixels of the screen that the frame of the dialog takes."""


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
        column = self._column = QVBoxLayout(self)
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
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """As high as what is in it, or as the screen, where the form scrolls."""
        column = self._column
        width = max(self.minimumWidth(), self.sizeHint().width())
        form = self.form.column.totalHeightForWidth(width - 2 * HUGE - MEDIUM)
        form = max(form, self.form.sizeHint().height()) + STEP
        self._area.setMinimumHeight(min(form, LOWEST))
        column.activate()
        least = column.minimumHeightForWidth(width)
        whole = least - self._area.minimumHeight() + form
        self.resize(width, max(least, min(whole, self.screen().availableGeometry().height() - FRAME)))

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
