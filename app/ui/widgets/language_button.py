"""Changes to the other language; it bears that language's own name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.access import describe
from app.ui.language import OWN_NAMES, Language, spoken


class LanguageButton(QPushButton):
    """Whoever reads only Welsh finds "Cymraeg", whoever reads only English finds "English"."""

    wanted = Signal(object)  # Language

    def __init__(self, parent: QWidget | None = None) -> None:
        other = Language.ENGLISH if spoken() is Language.WELSH else Language.WELSH
        super().__init__(OWN_NAMES[other], parent)
        self.setObjectName("plain")
        describe(self, OWN_NAMES[other])
        self.clicked.connect(lambda _checked=False: self.wanted.emit(other))
