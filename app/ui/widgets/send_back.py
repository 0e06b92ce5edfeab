"""Asks why a photo goes back to the office, and which place in it is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.access import describe
from app.ui.theme import HUGE, LARGE, MEDIUM, SMALL, Theme
from app.ui.widgets.region_mark import RegionMark

LONGEST = 1000
"""Signs of a note: a few sentences."""


class SendBackDialog(QDialog):
    """Without a word nothing goes back: the office would not know what to mend."""

    def __init__(
        self,
        theme: Theme,
        regions: Sequence[RegionMark],
        chosen: str,
        *,
        act: Callable[[str, str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Greenlight")
        self._act = act
        self.about = QComboBox(self)
        self.about.addItem(self.tr("The whole photo"), "")
        for region in regions:
            self.about.addItem(region.title, region.region)
        place = self.about.findData(chosen) if chosen else 0
        self.about.setCurrentIndex(max(0, place))
        describe(self.about, self.tr("What is meant"))
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText(self.tr("Such as: please cover the boy at the back"))
        describe(self.note, self.tr("What should be mended"), tip=self.tr("Ctrl+Enter sends it back"))
        self.yes = QPushButton(self.tr("Send back"), self)
        self.yes.setObjectName("primary")
        self.no = QPushButton(self.tr("Not now"), self)
        self._build(theme)
        self.note.textChanged.connect(self._check)
        self.yes.clicked.connect(self._send)
        self.no.clicked.connect(self.reject)
        self._check()
        self.note.setFocus()

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, LARGE)
        column.setSpacing(SMALL)
        for text, field in (
            (self.tr("&About"), self.about),
            (self.tr("&What should be mended?"), self.note),
        ):
            label = QLabel(text, self)
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column.addSpacing(MEDIUM)
        column.addLayout(row)
        self.resize(theme.pixels(460), theme.pixels(280))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter sends, because Enter alone begins a new line."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.yes.isEnabled():
            self._send()
            return
        super().keyPressEvent(event)

    def _words(self) -> str:
        return self.note.toPlainText().strip()

    def _check(self) -> None:
        self.yes.setEnabled(0 < len(self._words()) <= LONGEST)

    def _send(self) -> None:
        words, region = self._words(), str(self.about.currentData())
        self.accept()
        self._act(words, region)
