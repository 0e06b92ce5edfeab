"""How a page with a photo in front is laid out: bar, platforms, what is said, photo, strip, and a panel beside."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.access import describe
from app.ui.theme import LARGE, MEDIUM, SMALL, STEP, Theme
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.filmstrip import Filmstrip
from app.ui.widgets.notice import Notice
from app.ui.widgets.region_list import RegionList
from app.ui.widgets.verdict_tabs import VerdictTabs

PANEL = 320
WIDEST = 460


class PhotoFrame(QWidget):
    """What review and approve share; each fills bar, middle and panel with its own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = ElidedLabel(self)
        self.title.setObjectName("strong")
        self.tabs = VerdictTabs(theme, self)
        self.strip = Filmstrip(theme, self)
        self.regions = RegionList(theme, self)

    def name_parts(self, strip: str, regions: str) -> None:
        """What screen readers call the strip and the list."""
        describe(self.strip, strip)
        describe(self.regions, regions)
        for part in (self.strip, self.regions):
            part.setToolTip("")

    def lay_out(self, bar: QHBoxLayout, notice: Notice, middle: QWidget, side: QVBoxLayout) -> None:
        """Put everything in its place."""
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addLayout(self._left(notice, middle), 1)
        body.addWidget(self._framed("panel", side, width=min(self._theme.pixels(PANEL), WIDEST)))
        bar.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        bar.setSpacing(MEDIUM)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._framed("bar", bar))
        whole.addLayout(body, 1)

    def line(self) -> QFrame:
        """A thin line between two parts of the panel."""
        line = QFrame(self)
        line.setObjectName("line")
        return line

    def small(self, words: str = "", *, name: str = "muted") -> QLabel:
        """A quiet label that takes the lines it needs."""
        label = QLabel(words, self)
        label.setObjectName(name)
        label.setWordWrap(True)
        return label

    def clear(self) -> None:
        """Forget every picture and name."""
        self.strip.clear()
        self.regions.set_regions((), "")
        self.title.clear()

    def _left(self, notice: Notice, middle: QWidget) -> QVBoxLayout:
        strip = QHBoxLayout()
        strip.setContentsMargins(0, 0, 0, 0)
        strip.addWidget(self.strip)
        said = QVBoxLayout()
        said.setContentsMargins(SMALL, SMALL, SMALL, 0)
        said.addWidget(notice)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.tabs)
        left.addLayout(said)
        left.addSpacing(STEP)
        left.addWidget(middle, 1)
        left.addWidget(self._framed("strip", strip))
        return left

    def _framed(self, name: str, layout: QHBoxLayout | QVBoxLayout, *, width: int = 0) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName(name)
        frame.setLayout(layout)
        if width:
            frame.setFixedWidth(width)
        return frame
