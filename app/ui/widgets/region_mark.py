"""One region as the screen shows it, and how it is painted over the photo."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from app.ui.theme import Colours
from app.ui.widgets.marks import Mark, colour_of, paint_badge, region_brush
from app.ui.widgets.viewport import Viewport

HANDLE = 8.0
BADGE = 16.0


@dataclass(frozen=True, slots=True)
class RegionMark:
    """What the photo and the list show of a region. `box` and `outline` are in full-size photo pixels.

    `title` says who or what, `reason` is the sentence for the chosen platform, `short` the same without
    the platform's name. `quiet` regions need no
    one's attention and are drawn thin.
    """

    region: str
    box: tuple[int, int, int, int]
    outline: tuple[tuple[float, float], ...]
    mark: Mark
    title: str
    reason: str
    short: str = ""
    quiet: bool = False
    is_person: bool = False
    drawn_by_hand: bool = False


def path_of(region: RegionMark, view: Viewport) -> QPolygonF:
    """The outline in widget pixels."""
    points = region.outline or corners(region.box)
    return QPolygonF([QPointF(*view.to_widget(x, y)) for x, y in points])


def moved_with(region: RegionMark, box: tuple[float, float, float, float]) -> tuple[tuple[float, float], ...]:
    """The region's outline when its box becomes `box`, as `app.correct.reshape` will make it."""
    x1, y1, x2, y2 = region.box
    across, down = (box[2] - box[0]) / max(1, x2 - x1), (box[3] - box[1]) / max(1, y2 - y1)
    return tuple((box[0] + (x - x1) * across, box[1] + (y - y1) * down) for x, y in region.outline)


def corners(box: tuple[float, float, float, float]) -> tuple[tuple[float, float], ...]:
    """The four corners of a box, clockwise from the top left."""
    x1, y1, x2, y2 = box
    return ((x1, y1), (x2, y1), (x2, y2), (x1, y2))


def paint_region(painter: QPainter, region: RegionMark, view: Viewport, *, colours: Colours) -> None:
    """Line and pattern by outcome, over a dark and light edge so that it stands out on any photo."""
    polygon = path_of(region, view)
    colour = colour_of(region.mark, colours)
    bounds = polygon.boundingRect()
    if region.quiet:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(255, 255, 255, 150), 2))
        painter.drawPolygon(polygon)
        painter.setPen(QPen(colour, 1))
        painter.drawPolygon(polygon)
        return
    painter.setBrush(
        QBrush(QColor(255, 255, 255, 90)) if region.mark is Mark.COVER else Qt.BrushStyle.NoBrush
    )
    painter.setPen(QPen(QColor(255, 255, 255, 220), 4.5))
    painter.drawPolygon(polygon)
    painter.setBrush(region_brush(region.mark, colours))
    match region.mark:
        case Mark.UNSURE:
            painter.setPen(QPen(colour, 3, Qt.PenStyle.DashLine))
            painter.drawPolygon(polygon)
        case Mark.BLOCK:
            painter.setPen(QPen(colour, 2))
            painter.drawPolygon(polygon)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bounds.adjusted(-4, -4, 4, 4))
        case Mark.NONE:
            painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
            painter.drawPolygon(polygon)
        case _:
            painter.setPen(QPen(colour, 2.5))
            painter.drawPolygon(polygon)
    if region.mark in {Mark.UNSURE, Mark.BLOCK} and bounds.width() > BADGE * 1.5:
        corner = QRectF(bounds.right() - BADGE / 2, bounds.top() - BADGE / 2, BADGE, BADGE)
        paint_badge(painter, corner, region.mark, colours=colours)


def paint_chosen(painter: QPainter, box: QRectF, *, colours: Colours, handles: bool) -> None:
    """The frame of the region in focus, with its handles."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("#ffffff"), 5))
    painter.drawRect(box.adjusted(-5, -5, 5, 5))
    painter.setPen(QPen(QColor(colours.focus), 3))
    painter.drawRect(box.adjusted(-5, -5, 5, 5))
    if not handles:
        return
    painter.setPen(QPen(QColor(colours.focus), 1.5))
    painter.setBrush(QColor("#ffffff"))
    frame = box.adjusted(-5, -5, 5, 5)
    for point in (
        frame.topLeft(),
        frame.topRight(),
        frame.bottomLeft(),
        frame.bottomRight(),
    ):
        painter.drawRect(QRectF(point.x() - HANDLE / 2, point.y() - HANDLE / 2, HANDLE, HANDLE))


def paint_label(painter: QPainter, text: str, box: QRectF, *, room: QRectF, colours: Colours) -> None:
    """Who it is, on a plate under (or over) the region, inside the widget."""
    metrics = QFontMetricsF(painter.font())
    width = min(metrics.horizontalAdvance(text) + 16, room.width() - 8)
    height = metrics.height() + 8
    left = min(max(box.center().x() - width / 2, room.left() + 4), room.right() - width - 4)
    top = box.bottom() + 10
    if top + height > room.bottom() - 4:
        top = box.top() - height - 10
    plate = QRectF(left, max(top, room.top() + 4), width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.text))
    painter.drawRoundedRect(plate, 4, 4)
    painter.setPen(QColor(colours.surface))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 16)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, shown)
