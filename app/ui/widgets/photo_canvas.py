"""A photo with its regions, and as it would be published: in its place while peeking, or beside it at a divider."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme
from app.ui.widgets.photo_plain import PlainPhoto
from app.ui.widgets.region_mark import paint_label


class PhotoCanvas(PlainPhoto):
    """What is seen of a photo, without the hand that works on it."""

    peek_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._published: QPixmap | None = None
        self._not_published = ""
        self._peeking = False
        self._split: float | None = None

    def set_photo(self, picture: QImage, full_width: int, full_height: int) -> None:
        """See `PlainPhoto.set_photo`; what was published of the one before is gone."""
        same = (full_width, full_height) == (self._view.photo_width, self._view.photo_height)
        self._published, self._peeking = None, False
        if not same:
            self._not_published = ""
        super().set_photo(picture, full_width, full_height)

    def clear(self, words: str = "") -> None:
        """Show no photo, but a word on why; also forgets the pixels."""
        self._published, self._peeking = None, False
        super().clear(words)

    def set_published(self, picture: QImage | None, words: str = "") -> None:
        """The picture made from the very bytes that would be written, shown while peeking.

        `words` stand there while there is none.
        """
        self._published = None if picture is None else QPixmap.fromImage(picture)
        self._not_published = words
        self.update()

    @property
    def peeking(self) -> bool:
        return self._peeking

    @property
    def comparing(self) -> bool:
        """Whether the photo stands beside itself as published, with a divider to move."""
        return self._split is not None

    def compare(self, *, on: bool) -> None:
        """Photo to the left of the divider, as published to the right of it."""
        if on != self.comparing:
            self._split = 0.5 if on else None
            self.peek_wanted.emit(on)
            self.update()

    def move_divider(self, to: float) -> None:
        """To a share of the width, 0 to 1."""
        if self._split is not None:
            self._split = min(max(to, 0.02), 0.98)
            self.update()

    def divider(self) -> float:
        """Where the divider stands, in widget pixels from the left; far away where there is none."""
        return self.width() * self._split if self._split is not None else -1e9

    def peek(self, *, on: bool) -> None:
        if on != self._peeking:
            self._peeking = on
            self.peek_wanted.emit(on)
            self.update()

    # painting

    def _paint_shown(self, painter: QPainter) -> None:
        if self._peeking:
            self._paint_published(painter, QRectF(self.rect()))
            return
        self._paint_photo(painter)
        if self._split is not None:
            self._paint_comparison(painter)

    def _paint_published(self, painter: QPainter, room: QRectF) -> None:
        """As published, in this part of the widget; words where there is nothing (yet).

        Never the bare original in its place: it would look like what is published.
        """
        colours = self._theme.colours
        painter.save()
        painter.setClipRect(room)
        painter.fillRect(room, QColor(colours.photo_ground))
        if self._published is None:
            painter.setPen(QColor(colours.muted))
            inner = room.adjusted(24, 24, -24, -24)
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inner, int(centred), self._not_published)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self._place(), self._published, QRectF(self._published.rect()))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._theme.font(12))
            top = QRectF(room.left(), room.top() - 40, room.width(), 30)
            paint_label(painter, self.tr("As published"), top, room=room, colours=colours)
        painter.restore()

    def _paint_comparison(self, painter: QPainter) -> None:
        """The right part as published, and the divider with its grip."""
        at, height, colours = self.divider(), float(self.height()), self._theme.colours
        self._paint_published(painter, QRectF(at, 0, self.width() - at, height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#ffffff"), 5))
        painter.drawLine(QPointF(at, 0), QPointF(at, height))
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.drawLine(QPointF(at, 0), QPointF(at, height))
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(QPointF(at, height / 2), 13, 13)
        for side in (-1, 1):
            tip, back = QPointF(at + 8 * side, height / 2), at + 4 * side
            painter.drawPolyline([QPointF(back, height / 2 - 4), tip, QPointF(back, height / 2 + 4)])
