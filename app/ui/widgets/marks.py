"""The four marks, by line and pattern as well as colour: solid, hatched, dashed, and double with a bar."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPen, QPixmap

from app.ui.theme import Colours
from consent.decisions import Decision, Outcome, Verdict


class Mark(StrEnum):
    """What a region or a photo looks like: the same in photo, list, filmstrip and tabs."""

    SHOW = "show"
    COVER = "cover"
    UNSURE = "unsure"
    BLOCK = "block"
    NONE = "none"  # not looked at yet, or nothing to say


def mark_of(decision: Decision) -> Mark:
    """A region's mark: unsure wins, because it waits for a person."""
    if decision.outcome is Outcome.BLOCK:
        return Mark.BLOCK
    if decision.open:
        return Mark.UNSURE
    return Mark.SHOW if decision.outcome is Outcome.SHOW else Mark.COVER


def mark_of_verdict(verdict: Verdict | None) -> Mark:
    """A photo's mark on one platform."""
    match verdict:
        case Verdict.CLEAR:
            return Mark.SHOW
        case Verdict.CLEAR_WITH_COVERS:
            return Mark.COVER
        case Verdict.NEEDS_A_PERSON:
            return Mark.UNSURE
        case Verdict.BLOCKED:
            return Mark.BLOCK
        case _:
            return Mark.NONE


def colour_of(mark: Mark, colours: Colours) -> QColor:
    """The mark's colour; never the only thing that tells it."""
    match mark:
        case Mark.SHOW:
            return QColor(colours.show)
        case Mark.COVER:
            return QColor(colours.cover)
        case Mark.UNSURE:
            return QColor(colours.unsure)
        case Mark.BLOCK:
            return QColor(colours.block)
        case _:
            return QColor(colours.field_line)


def paint_badge(painter: QPainter, where: QRectF, mark: Mark, *, colours: Colours) -> None:
    """A small square badge: frame and filling tell the mark without its colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = colour_of(mark, colours)
    inner = where.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setBrush(QColor(colours.surface))
    painter.setPen(QPen(colour, 2))
    match mark:
        case Mark.SHOW:
            painter.drawRoundedRect(inner, 3, 3)
            _tick(painter, inner, colour)
        case Mark.COVER:
            painter.drawRoundedRect(inner, 3, 3)
            _hatch(painter, inner, colour)
        case Mark.UNSURE:
            painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine))
            painter.drawEllipse(inner)
            _question(painter, inner, colour)
        case Mark.BLOCK:
            painter.drawRoundedRect(inner, 3, 3)
            painter.setPen(QPen(colour, 1))
            painter.drawRoundedRect(inner.adjusted(2.5, 2.5, -2.5, -2.5), 1, 1)
            painter.setPen(QPen(colour, 2.5))
            painter.drawLine(inner.bottomLeft(), inner.topRight())
        case _:
            painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(inner, 3, 3)
    painter.restore()


def badge_icon(mark: Mark, colours: Colours, size: int = 16, *, gap: int = 0) -> QIcon:
    """The badge as an icon, sharp at one, two and three times."""
    result = QIcon()
    for ratio in (1, 2, 3):
        result.addPixmap(badge_pixmap(mark, colours, size, ratio=ratio, gap=gap))
    return result


def badge_pixmap(
    mark: Mark, colours: Colours, size: int = 16, *, ratio: float = 1.0, gap: int = 0
) -> QPixmap:
    """The badge as a picture of `size` logical pixels."""
    picture = QPixmap(QSize(round((size + gap) * ratio), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_badge(painter, QRectF(0, 0, size, size), mark, colours=colours)
    painter.end()
    return picture


def _tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    w, h = box.width(), box.height()
    points = [(0.24, 0.52), (0.44, 0.72), (0.78, 0.3)]
    painter.drawPolyline([QPointF(box.x() + x * w, box.y() + y * h) for x, y in points])


def _hatch(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.5))
    painter.setClipRect(box)
    step = box.width() / 3
    for number in range(1, 6):
        start = box.x() + number * step
        painter.drawLine(QPointF(start, box.y()), QPointF(start - box.height(), box.bottom()))


def _question(painter: QPainter, box: QRectF, colour: QColor) -> None:
    font = painter.font()
    font.setPixelSize(max(8, round(box.height() * 0.8)))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


def region_brush(mark: Mark, colours: Colours) -> QBrush:
    """The filling of a region in the photo: a hatch where it will be covered, else nothing."""
    colour = colour_of(mark, colours)
    match mark:
        case Mark.COVER:
            colour.setAlpha(150)
            return QBrush(colour, Qt.BrushStyle.BDiagPattern)
        case Mark.BLOCK:
            colour.setAlpha(150)
            return QBrush(colour, Qt.BrushStyle.DiagCrossPattern)
        case _:
            return QBrush(Qt.BrushStyle.NoBrush)
