"""What a page says when it has nothing to show: why, and how to go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.icons import pixmap
from app.ui.theme import HUGE, MEDIUM, SMALL, Theme


class EmptyState(QWidget):
    """A picture, a heading, a sentence, and one way on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QLabel(self)
        self._heading = QLabel(self)
        self._heading.setObjectName("heading")
        self._words = QLabel(self)
        self._words.setObjectName("muted")
        self._words.setWordWrap(True)
        self._words.setFixedWidth(theme.pixels(440))
        self.button = QPushButton(self)
        self.button.setObjectName("primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        column.setSpacing(MEDIUM)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        for part in (self._picture, self._heading, self._words):
            column.addWidget(part, 0, centre)
            if isinstance(part, QLabel):
                part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addSpacing(SMALL)
        column.addWidget(self.button, 0, centre)
        column.addStretch(3)
        self._act: Callable[[], None] = lambda: None
        self.button.clicked.connect(lambda _checked=False: self._act())

    def say(
        self,
        picture: str,
        heading: str,
        words: str,
        *,
        button: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Fill it; without a button's text there is none."""
        self._picture.setPixmap(
            pixmap(picture, self._theme.colours.muted, size=48, ratio=self.devicePixelRatio())
        )
        self._heading.setText(heading)
        self._words.setText(words)
        # beside springs Qt gives a text that wraps the height of one line
        self._words.setMinimumHeight(self._words.heightForWidth(self._words.width()))
        self.button.setVisible(bool(button))
        self.button.setText(button)
        if act is not None:
            self._act = act
