"""A photo with its regions, large: what is seen of it, without the hand that works on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import Theme
from app.ui.widgets.gesture import BoxF, Drag, Stroke
from app.ui.widgets.region_mark import RegionMark, moved_with, paint_chosen, paint_label, paint_region
from app.ui.widgets.viewport import Viewport


class PlainPhoto(QWidget):
    """Shows one photo; knows nothing of people or permissions, only marks and words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QPixmap()
        self._view = Viewport(0, 0, 1, 1)
        self._regions: tuple[RegionMark, ...] = ()
        self._chosen = ""
        self._hovered = ""
        self._drag: Drag | None = None
        self._stroke: Stroke | None = None
        self._pen: tuple[QPointF, float] | None = None
        self._nudged: BoxF | None = None
        self._waiting = ""
        self.editable = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # what is shown

    def set_photo(self, picture: QImage, full_width: int, full_height: int) -> None:
        """A photo (a smaller picture of it) of `full_width` × `full_height` upright pixels, fitted."""
        same = (full_width, full_height) == (self._view.photo_width, self._view.photo_height)
        keep = same and not self._picture.isNull() and not self._view.fitted and self._waiting == ""
        self._picture = QPixmap.fromImage(picture)
        self._waiting = ""
        if not keep:
            self._view = Viewport(full_width, full_height, self.width(), self.height()).fit()
        self.update()

    def clear(self, words: str = "") -> None:
        """Show no photo, but a word on why; also forgets the pixels."""
        self._picture = QPixmap()
        self._regions, self._chosen, self._hovered, self._waiting = (), "", "", words
        self._drag, self._stroke, self._nudged, self._pen = None, None, None, None
        self.update()

    def set_regions(self, regions: Sequence[RegionMark]) -> None:
        self._regions = tuple(regions)
        self._nudged = None
        self.update()

    def choose(self, region: str) -> None:
        """Put a region in focus and bring it into sight."""
        self._chosen = region
        found = self._find(region)
        if found is not None and not self._view.fitted:
            self._view = self._view.showing(found.box)
        self.update()

    def look_as(self, view: Viewport) -> None:
        """Show the same part of the same photo as another view."""
        if view.photo_width == self._view.photo_width and view.photo_height == self._view.photo_height:
            self._view = view.resized(self.width(), self.height())
            self.update()

    @property
    def viewport(self) -> Viewport:
        return self._view

    def has_picture(self) -> bool:
        return not self._picture.isNull()

    def zoom(self, factor: float) -> None:
        """Larger or smaller about the chosen region, or the middle."""
        found = self._find(self._chosen)
        x, y = self.width() / 2, self.height() / 2
        if found is not None and factor > 1:
            x, y = self._view.to_widget((found.box[0] + found.box[2]) / 2, (found.box[1] + found.box[3]) / 2)
        self._view = self._view.zoomed(factor, x, y)
        self.update()

    def fit(self) -> None:
        self._view = self._view.fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._view = self._view.resized(self.width(), self.height())
        super().resizeEvent(event)

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        colours = self._theme.colours
        painter.fillRect(self.rect(), QColor(colours.photo_ground))
        if self._picture.isNull():
            self._paint_words(painter, self._waiting)
        else:
            self._paint_shown(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_shown(self, painter: QPainter) -> None:
        """Everything but the frame of the focus."""
        self._paint_photo(painter)

    def _paint_words(self, painter: QPainter, words: str) -> None:
        painter.setPen(QColor(self._theme.colours.muted))
        room = self.rect().adjusted(24, 24, -24, -24)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def _paint_photo(self, painter: QPainter) -> None:
        view, colours = self._view, self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self._place(), self._picture, QRectF(self._picture.rect()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for region in self._regions:
            # what needs no one's attention is drawn when it is pointed at; the list always has it
            if region.region != self._chosen and (not region.quiet or region.region == self._hovered):
                paint_region(painter, region, view, colours=colours)
        chosen = self._find(self._chosen)
        if chosen is not None:
            box = self._live_box(chosen)
            if box != tuple(chosen.box):
                whole = (round(box[0]), round(box[1]), round(box[2]), round(box[3]))
                chosen = replace(chosen, outline=moved_with(chosen, box), box=whole)
            paint_region(painter, chosen, view, colours=colours)
            paint_chosen(painter, self._rect(box), colours=colours, handles=self.editable)
        self._paint_drawn(painter)
        named = self._find(self._hovered) or chosen
        if named is not None and self._drag is None and self._stroke is None:
            painter.setFont(self._theme.font(12))
            box = self._live_box(named)
            paint_label(painter, named.title, self._rect(box), room=QRectF(self.rect()), colours=colours)

    def _place(self) -> QRectF:
        """Where the whole photo lies."""
        view = self._view
        return QRectF(view.left, view.top, view.photo_width * view.scale, view.photo_height * view.scale)

    def _paint_drawn(self, painter: QPainter) -> None:
        """What the hand is just drawing."""
        view = self._view
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.colours.focus), 2, Qt.PenStyle.DashLine))
        if self._drag is not None and self._drag.handle is None:
            painter.drawRect(self._rect(self._drag.result(view.photo_width, view.photo_height)))
        if self._stroke is not None:
            self._paint_stroke(painter, self._stroke)
        if self._pen is not None:
            place, radius = self._pen
            for colour, width in ((QColor("#ffffff"), 3.0), (QColor(self._theme.colours.focus), 1.5)):
                painter.setPen(QPen(colour, width))
                painter.drawEllipse(place, radius, radius)

    def _paint_stroke(self, painter: QPainter, stroke: Stroke) -> None:
        """A free line with its end joined to its start; what the brush has touched, see-through."""
        line = QPolygonF([QPointF(*self._view.to_widget(x, y)) for x, y in stroke.points])
        if not stroke.radius:
            painter.drawPolygon(line)
            return
        colour = QColor(self._theme.colours.focus)
        colour.setAlpha(110)
        width = 2 * stroke.radius * self._view.scale
        round_ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(QPen(colour, width, *round_ends))
        if len(stroke.points) > 1:
            painter.drawPolyline(line)
        else:
            painter.drawPoint(line.first())

    def _rect(self, box: BoxF) -> QRectF:
        return QRectF(
            QPointF(*self._view.to_widget(box[0], box[1])), QPointF(*self._view.to_widget(box[2], box[3]))
        )

    def _live_box(self, region: RegionMark) -> BoxF:
        if region.region == self._chosen:
            if self._drag is not None and self._drag.handle is not None:
                return self._drag.result(self._view.photo_width, self._view.photo_height)
            if self._nudged is not None:
                return self._nudged
        return region.box

    def _find(self, region: str) -> RegionMark | None:
        return next((mark for mark in self._regions if mark.region == region), None)
