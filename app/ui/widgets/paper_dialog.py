"""A kept paper or picture, page under page; gone with the window's lock, and never in a file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.ui.access import describe
from app.ui.count import counted
from app.ui.theme import LARGE, MEDIUM, SMALL, Theme

STEP = 1.25
SMALLEST, LARGEST = 0.25, 4.0


class PaperDialog(QDialog):
    """Opened empty; `add` puts a page under the others, `drawn` says that there are no more."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Greenlight")
        self._pages: list[QImage] = []
        self._labels: list[QLabel] = []
        self._zoom = 1.0
        heading = QLabel(title, self)
        heading.setObjectName("heading")
        heading.setWordWrap(True)
        self.setAccessibleName(title)
        self.said = QLabel(self.tr("Opening…"), self)
        self.said.setObjectName("muted")
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(self.tr("The pages"))
        inner = QWidget(self.area)
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(LARGE)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area.setWidget(inner)
        self.smaller = QPushButton(self.tr("Smaller"), self)
        self.larger = QPushButton(self.tr("Larger"), self)
        self.shut = QPushButton(self.tr("Close"), self)
        describe(self.smaller, self.tr("Smaller"), key="-")
        describe(self.larger, self.tr("Larger"), key="+")
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.smaller)
        row.addWidget(self.larger)
        row.addWidget(self.said, 1)
        row.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(heading)
        column.addWidget(self.area, 1)
        column.addLayout(row)
        for keys, button, factor in ((("-",), self.smaller, 1 / STEP), (("+", "="), self.larger, STEP)):
            button.clicked.connect(lambda _checked=False, by=factor: self._magnify(by))
            for key in keys:
                QShortcut(QKeySequence(key), self, lambda by=factor: self._magnify(by))
        self.shut.clicked.connect(lambda _checked=False: self.close())
        self.resize(min(theme.pixels(760), 1200), min(theme.pixels(620), 700))
        self.area.setFocus()

    def add(self, page: QImage) -> None:
        """One more page, as wide as there is room."""
        label = QLabel(self)
        label.setAccessibleName(self.tr("Page {n}").format(n=len(self._pages) + 1))
        self._pages.append(page)
        self._labels.append(label)
        self._column.addWidget(label)
        self._show(label, page)

    def drawn(self) -> None:
        """All pages are there."""
        self.said.setText(counted("%n page(s)", len(self._pages)))

    @property
    def pages(self) -> int:
        """How many are shown."""
        return len(self._pages)

    def _magnify(self, by: float) -> None:
        self._zoom = min(LARGEST, max(SMALLEST, self._zoom * by))
        for label, page in zip(self._labels, self._pages, strict=True):
            self._show(label, page)

    def _show(self, label: QLabel, page: QImage) -> None:
        room = max(200, self.area.viewport().width() - 2 * LARGE)
        ratio = self.devicePixelRatio()
        width = min(round(room * self._zoom * ratio), round(page.width() * LARGEST))
        scaled = page.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        label.setPixmap(QPixmap.fromImage(scaled))
