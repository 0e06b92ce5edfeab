"""The tools that draw on a photo: a box, a free line round something, and a brush, by mouse and by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme
from app.ui.widgets.gesture import Drag, Stroke, Tool, large_enough, outline_of
from app.ui.widgets.photo_canvas import PhotoCanvas

BRUSH = 16.0
"""Radius at first, in widget pixels: about a finger, half the face of a child in a group."""

SMALLEST_BRUSH, LARGEST_BRUSH = 4.0, 96.0
BRUSH_STEP = 1.25
LEAST_RADIUS = 1.5
"""In photo pixels, however near one has zoomed: a region has two pixels on each side."""

ARROWS: dict[int, tuple[float, float]] = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}

SIZES: dict[int, float] = {Qt.Key.Key_BracketLeft: 1 / BRUSH_STEP, Qt.Key.Key_BracketRight: BRUSH_STEP}


class PhotoDrawing(PhotoCanvas):
    """Tells what was drawn when the hand lets go; nothing is kept here."""

    region_drawn = Signal(object)  # Outline
    tool_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._tool = Tool.NONE
        self._brush = BRUSH

    @property
    def tool(self) -> Tool:
        return self._tool

    def take_tool(self, tool: Tool) -> None:
        """The next drag draws; Enter puts a box in the middle or the brush down, Escape ends it."""
        self._tool = tool if self.editable and self.has_picture() else Tool.NONE
        self._drag, self._stroke = None, None
        drawing = self._tool is not Tool.NONE
        self.setCursor(Qt.CursorShape.CrossCursor if drawing else Qt.CursorShape.ArrowCursor)
        self._show_pen(self._middle() if self._tool is Tool.BRUSH else None)
        self.tool_changed.emit()
        self.update()

    def size_brush(self, factor: float) -> None:
        """Larger or smaller from the next stroke on."""
        self._brush = min(max(self._brush * factor, SMALLEST_BRUSH), LARGEST_BRUSH)
        if self._pen is not None:
            self._show_pen(self._pen[0])

    def press(self) -> None:
        """Enter while a tool is in hand: a box in the middle, or the brush goes down and, the next time, up."""
        if self._tool is not Tool.BRUSH:
            self._draw_in_the_middle()
        elif self._stroke is not None:
            self._finish_drawing()
        elif self._pen is not None:
            self._begin_drawing(self._pen[0])

    def _begin_drawing(self, place: QPointF) -> None:
        """A press of the mouse, or the brush put down, at a place of the widget."""
        point = self._view.clamp(*self._view.to_photo(place.x(), place.y()))
        match self._tool:
            case Tool.BOX:
                self._drag = Drag(point, point)
            case Tool.LASSO:
                self._stroke = Stroke((point,))
            case Tool.BRUSH:
                self._stroke = Stroke((point,), max(LEAST_RADIUS, self._brush / self._view.scale))
            case Tool.NONE:
                return
        self.update()

    def _draw_on(self, place: QPointF) -> None:
        """The line goes on to a place of the widget."""
        point = self._view.clamp(*self._view.to_photo(place.x(), place.y()))
        if self._tool is Tool.BRUSH:
            self._show_pen(place)
        if self._stroke is not None:
            self._stroke = self._stroke.to(*point)
        elif self._drag is not None:
            self._drag = self._drag.to(*point)
        self.update()

    def _finish_drawing(self) -> None:
        """The hand lets go: what was meant is told, and the tool is put down."""
        stroke, drag = self._stroke, self._drag
        self.take_tool(Tool.NONE)
        size = (self._view.photo_width, self._view.photo_height)
        if stroke is not None and stroke.is_meant():
            self.region_drawn.emit(stroke.outline(*size))
        elif drag is not None and large_enough(drag.result(*size)):
            self.region_drawn.emit(outline_of(drag.result(*size)))

    def _draw_in_the_middle(self) -> None:
        """A new box for those who draw by keyboard: a fifth of what is seen, to be moved by keys."""
        x, y = self._view.clamp(*self._view.to_photo(self.width() / 2, self.height() / 2))
        half = min(self.width(), self.height()) / 10 / self._view.scale
        drag = Drag((x - half, y - half), (x + half, y + half))
        self.take_tool(Tool.NONE)
        self.region_drawn.emit(outline_of(drag.result(self._view.photo_width, self._view.photo_height)))

    def _brush_by_key(self, key: int) -> bool:
        """Arrows move the brush, and paint while it is down; brackets size it. Whether the key was for it."""
        if self._tool is not Tool.BRUSH or self._pen is None:
            return False
        if key in SIZES and self._stroke is None:
            self.size_brush(SIZES[key])
        elif key in ARROWS:
            dx, dy = ARROWS[key]
            step = max(2.0, self._brush / 2)
            x, y = self._pen[0].x() + dx * step, self._pen[0].y() + dy * step
            seen = min(max(x, 0.0), float(self.width())), min(max(y, 0.0), float(self.height()))
            self._draw_on(QPointF(*self._view.to_widget(*self._view.clamp(*self._view.to_photo(*seen)))))
        else:
            return key in SIZES
        return True

    def _show_pen(self, place: QPointF | None) -> None:
        """Where the brush is, as a ring of its size; None where there is none."""
        self._pen = None if place is None else (place, self._brush)
        self.update()

    def _middle(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)
