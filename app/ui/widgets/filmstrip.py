"""The photos of a batch in a row, each with its marks, one for each platform."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.icons import pixmap
from app.ui.theme import Theme
from app.ui.widgets.marks import Mark, paint_badge

FRAME = Qt.ItemDataRole.UserRole + 1
PICTURE = Qt.ItemDataRole.UserRole + 2
THUMB_WIDTH, THUMB_HEIGHT = 84, 60
BADGE = 14
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Frame:
    """One photo of the strip. `marks` are in the order of the platforms; `words` is told by screen readers.

    `ticked` says that nothing more is to do here for whoever looks, `back` that the photo came back with a note.
    """

    photo: str
    marks: tuple[Mark, ...]
    words: str
    ticked: bool = False
    back: bool = False


class Filmstrip(QListView):
    """Chosen by click or with the arrow keys; pictures arrive when they are ready."""

    photo_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bare")
        self._model = QStandardItemModel(self)
        self._rows: dict[str, int] = {}
        self.setModel(self._model)
        self.setItemDelegate(_FrameDelegate(theme, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setFixedHeight(THUMB_HEIGHT + BADGE + 40)
        self.selectionModel().currentChanged.connect(self._tell)

    def set_frames(self, frames: Sequence[Frame], current: int) -> None:
        """Show these photos; pictures that were there stay, and so do frames that did not change."""
        self.selectionModel().blockSignals(True)
        if [frame.photo for frame in frames] != list(self._rows):
            pictures = {photo: self._picture(row) for photo, row in self._rows.items()}
            self._model.clear()
            self._rows = {frame.photo: row for row, frame in enumerate(frames)}
            for frame in frames:
                item = QStandardItem()
                item.setData(pictures.get(frame.photo), PICTURE)
                self._model.appendRow(item)
        for row, frame in enumerate(frames):
            item = self._model.item(row)
            if item.data(FRAME) != frame:
                item.setData(frame, FRAME)
                item.setData(frame.words, Qt.ItemDataRole.AccessibleTextRole)
                item.setData(frame.words, Qt.ItemDataRole.ToolTipRole)
        self.selectionModel().blockSignals(False)
        self.go(current)

    def set_picture(self, photo: str, picture: QImage) -> None:
        row = self._rows.get(photo)
        if row is not None:
            self._model.item(row).setData(QPixmap.fromImage(picture), PICTURE)

    def missing(self) -> tuple[str, ...]:
        """The photos that have no picture yet, the nearest to the one in front first."""
        front = max(0, self.currentIndex().row())
        rows = [(abs(row - front), photo) for photo, row in self._rows.items() if self._picture(row) is None]
        return tuple(photo for _, photo in sorted(rows, key=lambda one: one[0]))

    def clear(self) -> None:
        """Forget photos and pixels. Nobody chose the photos that come to the front while the others go."""
        self.selectionModel().blockSignals(True)
        self._model.clear()
        self.selectionModel().blockSignals(False)
        self._rows = {}

    def go(self, row: int) -> None:
        """Show where we are, without telling it."""
        index = self._model.index(row, 0)
        if index == self.currentIndex():
            return
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def frames(self) -> tuple[Frame, ...]:
        return tuple(self._frame(row) for row in range(self._model.rowCount()))

    def _frame(self, row: int) -> Frame:
        found = self._model.index(row, 0).data(FRAME)
        assert isinstance(found, Frame)  # noqa: S101 - this strip alone fills the model
        return found

    def _picture(self, row: int) -> QPixmap | None:
        found = self._model.index(row, 0).data(PICTURE)
        return found if isinstance(found, QPixmap) else None

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.photo_chosen.emit(current.row())


class _FrameDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        return QSize(THUMB_WIDTH + 12, THUMB_HEIGHT + BADGE + 24)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        frame, picture = index.data(FRAME), index.data(PICTURE)
        if frame is None:
            return
        colours = self._theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRect(option.rect.left() + 6, option.rect.top() + 6, THUMB_WIDTH, THUMB_HEIGHT)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(colours.accent), 3))
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(QRectF(option.rect.adjusted(2, 2, -2, -2)), 6, 6)
        painter.fillRect(room, QColor(colours.photo_ground))
        if picture is not None:
            size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            where = QRect(0, 0, size.width(), size.height())
            where.moveCenter(room.center())
            painter.drawPixmap(where, picture)
        self._marks(painter, frame, room)
        painter.restore()

    def _marks(self, painter: QPainter, frame: Frame, room: QRect) -> None:
        colours = self._theme.colours
        step = (
            min(BADGE + 4, (room.width() - BADGE) / max(1, len(frame.marks) - 1))
            if len(frame.marks) > 1
            else 0
        )
        width = BADGE + step * (len(frame.marks) - 1)
        left = room.center().x() - width / 2
        for number, mark in enumerate(frame.marks):
            where = QRectF(left + number * step, room.bottom() + 7, BADGE, BADGE)
            paint_badge(painter, where, mark, colours=colours)
        if frame.ticked:
            self._plate(painter, QRectF(room.right() - 20, room.top() + 2, 18, 18), "tick", colours.accent)
        if frame.back:
            self._plate(painter, QRectF(room.left() + 2, room.top() + 2, 18, 18), "back", colours.block)

    def _plate(self, painter: QPainter, where: QRectF, name: str, colour: str) -> None:
        """A small round sign on the picture."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(where)
        sign = pixmap(name, self._theme.colours.on_accent, size=12, ratio=2)
        painter.drawPixmap(where.adjusted(3, 3, -3, -3).toRect(), sign)
