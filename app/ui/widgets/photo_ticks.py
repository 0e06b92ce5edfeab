"""Small pictures of the photos on a device, each with a tick, by mouse or with the arrows and Space."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.ui.access import describe

if TYPE_CHECKING:
    from app.choosing import OnDevice

SIDE = 128
"""Longest side of a small picture in pixels."""

ROOM = 48


class PhotoTicks(QListWidget):
    """What was brought in before begins without a tick; `ticked_changed` tells of every change."""

    ticked_changed = Signal()

    def __init__(
        self, photos: Sequence[OnDevice], before: frozenset[str] | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        describe(self, self.tr("Photos on the device"), tip=self.tr("Space ticks the photo in front"))
        self.setToolTip("")
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setMovement(QListWidget.Movement.Static)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(SIDE, SIDE))
        line = self.fontMetrics().height()
        self.setGridSize(QSize(max(SIDE + ROOM, 12 * line), SIDE + 4 * line))
        empty = QPixmap(SIDE, SIDE)
        empty.fill(Qt.GlobalColor.transparent)
        self._items = {photo.path: self._add(photo, before, QIcon(empty)) for photo in photos}
        self.itemChanged.connect(lambda _item: self.ticked_changed.emit())
        self.setCurrentRow(0)

    def _add(self, photo: OnDevice, before: frozenset[str] | None, picture: QIcon) -> QListWidgetItem:
        changed = QDate(photo.changed.year, photo.changed.month, photo.changed.day)
        day = QLocale().toString(changed, "d MMM yyyy")
        item = QListWidgetItem(picture, f"{photo.shown_name.rsplit('/', 1)[-1]}\n{day}")
        item.setToolTip(photo.shown_name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        ticked = photo.is_new if before is None else photo.path in before
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.addItem(item)
        return item

    def ticked(self) -> frozenset[str]:
        """The paths that are chosen now."""
        return frozenset(
            path for path, item in self._items.items() if item.checkState() is Qt.CheckState.Checked
        )

    def tick_all(self) -> None:
        """Choose every photo."""
        self._tick(Qt.CheckState.Checked)

    def tick_none(self) -> None:
        """Begin with none."""
        self._tick(Qt.CheckState.Unchecked)

    def show_picture(self, path: str, image: QImage) -> None:
        """A small picture has arrived."""
        item = self._items.get(path)
        if item is not None:
            self.blockSignals(True)
            item.setIcon(QIcon(QPixmap.fromImage(image)))
            self.blockSignals(False)

    def _tick(self, state: Qt.CheckState) -> None:
        self.blockSignals(True)
        for item in self._items.values():
            item.setCheckState(state)
        self.blockSignals(False)
        self.viewport().update()
        self.ticked_changed.emit()
