"""Two pictures side by side: the photo with its regions, and the very picture that would be published."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.ui.access import describe
from app.ui.pictures import Shown
from app.ui.theme import SMALL, STEP, Theme
from app.ui.widgets.photo_view import PhotoView
from app.ui.widgets.region_mark import RegionMark


class BeforeAfter(QWidget):
    """Both are zoomed and moved as one; neither can be changed here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before = PhotoView(theme, self)
        self.after = PhotoView(theme, self)
        grid = QGridLayout(self)
        grid.setContentsMargins(SMALL, 0, SMALL, 0)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(STEP)
        for column, (view, words) in enumerate(
            ((self.before, self.tr("The photo")), (self.after, self.tr("As it would be published")))
        ):
            view.editable = False
            describe(view, words)
            view.setToolTip("")
            label = QLabel(words, self)
            label.setObjectName("small")
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(view, 1, column)
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(1, 1)
        self.before.view_moved.connect(self.after.look_as)
        self.after.view_moved.connect(self.before.look_as)

    def show_before(self, shown: Shown) -> None:
        self.before.set_photo(shown.image, shown.full_width, shown.full_height)

    def show_regions(self, regions: Sequence[RegionMark]) -> None:
        self.before.set_regions(regions)

    def show_after(self, shown: Shown, full_width: int, full_height: int) -> None:
        """The finished copy, laid over the size of the photo of which it was made."""
        self.after.set_photo(shown.image, full_width, full_height)
        self.after.look_as(self.before.viewport)

    def wait(self, words: str) -> None:
        """No picture yet, or none at all."""
        self.after.clear(words)

    def clear(self) -> None:
        """Forget the pixels."""
        self.before.clear()
        self.after.clear()
