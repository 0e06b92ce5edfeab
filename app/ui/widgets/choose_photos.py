"""Asks which photos of a device are meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.count import counted
from app.ui.theme import LARGE, MEDIUM, SMALL, Theme
from app.ui.widgets.photo_ticks import PhotoTicks

if TYPE_CHECKING:
    from app.choosing import OnDevice


class ChoosePhotosDialog(QDialog):
    """`act` is called with the paths that are ticked."""

    def __init__(
        self,
        theme: Theme,
        photos: Sequence[OnDevice],
        before: frozenset[str] | None,
        act: Callable[[frozenset[str]], None],
        *,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Greenlight")
        self._act, self._total = act, len(photos)
        heading = QLabel(self.tr("Which photos?"), self)
        heading.setObjectName("heading")
        self.setAccessibleName(heading.text())
        self.said = QLabel(self)
        self.said.setObjectName("muted")
        self.said.setWordWrap(True)
        self.ticks = PhotoTicks(photos, before, self)
        self.all = QPushButton(self.tr("All"), self)
        self.none = QPushButton(self.tr("None"), self)
        self.no = QPushButton(self.tr("Cancel"), self)
        self.yes = QPushButton(self)
        self.yes.setObjectName("primary")
        self.yes.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.all)
        row.addWidget(self.none)
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        for part in (heading, self.said, self.ticks):
            column.addWidget(part)
        column.addLayout(row)
        self.ticks.ticked_changed.connect(self._count)
        self.all.clicked.connect(lambda _checked=False: self.ticks.tick_all())
        self.none.clicked.connect(lambda _checked=False: self.ticks.tick_none())
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(lambda _checked=False: self._take())
        self.resize(min(theme.pixels(860), 1200), min(theme.pixels(600), 700))
        self._count()
        self.ticks.setFocus()

    def _count(self) -> None:
        many = len(self.ticks.ticked())
        self.yes.setText(self.tr("Take {photos}").format(photos=counted("%n photo(s)", many)))
        self.yes.setEnabled(many > 0)
        words = self.tr("{n} of {total} ticked. What was brought in before begins without a tick.")
        self.said.setText(words.format(n=many, total=self._total))

    def _take(self) -> None:
        self._act(self.ticks.ticked())
        self.accept()
