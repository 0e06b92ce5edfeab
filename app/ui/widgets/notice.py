"""A sentence in the page that says what happened, what is safe and what to do next, with one button at most."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from app.ui.access import describe
from app.ui.icons import pixmap
from app.ui.theme import MEDIUM, SMALL, Theme


class Tone(StrEnum):
    """How a sentence is meant; each has its own icon and edge."""

    CALM = "calm"
    GOOD = "good"
    ATTENTION = "attention"
    TROUBLE = "trouble"


ICONS = {Tone.CALM: "info", Tone.GOOD: "tick", Tone.ATTENTION: "warning", Tone.TROUBLE: "warning"}


class Notice(QFrame):
    """Hidden until there is something to say; told to screen readers by its accessible name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme, self._tone = theme, Tone.CALM
        self._icon = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)
        self._close = QToolButton(self)
        theme.put_icon(self._close, "dismiss", "muted")
        describe(self._close, self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        row.setSpacing(MEDIUM)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        row.addWidget(self._close)
        self._act: Callable[[], None] = lambda: None
        self.button.clicked.connect(self._press)
        self.hide()

    def say(self, words: str, tone: Tone = Tone.CALM) -> None:
        """Show a sentence."""
        self._show(words, tone)
        self.button.hide()

    def offer(self, words: str, button: str, act: Callable[[], None], *, tone: Tone = Tone.CALM) -> None:
        """Show a sentence with a way on."""
        self._show(words, tone)
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self.button.show()
        self._act = act

    @property
    def words(self) -> str:
        return self._words.text()

    def _show(self, words: str, tone: Tone) -> None:
        self._tone = tone
        self._draw_icon()
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def _draw_icon(self) -> None:
        colours = self._theme.colours
        colour = {
            Tone.GOOD: colours.show,
            Tone.ATTENTION: colours.unsure,
            Tone.TROUBLE: colours.block,
            Tone.CALM: colours.accent,
        }[self._tone]
        self._icon.setPixmap(
            pixmap(ICONS[self._tone], colour, size=self._theme.sign(), ratio=self.devicePixelRatio())
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """In another look the sign has another colour."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw_icon()

    def _press(self) -> None:
        self.hide()
        self._act()
