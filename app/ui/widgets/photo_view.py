"""The photo under the hand: zoom, move about, choose, move and resize, by mouse and by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme
from app.ui.widgets.gesture import Drag, Handle, Tool, handle_at, moved, resized
from app.ui.widgets.photo_drawing import ARROWS, BRUSH_STEP, SIZES, PhotoDrawing
from app.ui.widgets.region_mark import RegionMark
from app.ui.widgets.viewport import ZOOM_STEP, Viewport

REACH = 8.0
"""How near the pointer must come to a handle, in widget pixels."""

NUDGE = 2.0
"""How far an arrow key moves a region, in widget pixels."""

SETTLE_MS = 400
"""A region moved by keys is saved when the keys rest this long."""

DIVIDING: dict[int, float] = {Qt.Key.Key_Left: -0.05, Qt.Key.Key_Right: 0.05}
"""How far Shift and an arrow move the divider, in shares of the width."""

CURSORS = {
    Handle.NW: Qt.CursorShape.SizeFDiagCursor,
    Handle.SE: Qt.CursorShape.SizeFDiagCursor,
    Handle.NE: Qt.CursorShape.SizeBDiagCursor,
    Handle.SW: Qt.CursorShape.SizeBDiagCursor,
    Handle.N: Qt.CursorShape.SizeVerCursor,
    Handle.S: Qt.CursorShape.SizeVerCursor,
    Handle.W: Qt.CursorShape.SizeHorCursor,
    Handle.E: Qt.CursorShape.SizeHorCursor,
    Handle.BODY: Qt.CursorShape.SizeAllCursor,
}


class PhotoView(PhotoDrawing):
    """Tells what the hand wants; whoever owns it changes the photo's regions and shows them again."""

    region_chosen = Signal(str)
    region_reshaped = Signal(str, object)  # region, BoxF
    open_wanted = Signal()
    view_moved = Signal(object)  # Viewport: zoomed or moved about by hand

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pan: QPointF | None = None
        self._dividing = False
        self._unsaved = False
        self.editable = True
        self.can_leave = True
        """Whether Tab goes on to the next control, because no region waits for an answer."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SETTLE_MS)
        self._rest.timeout.connect(self._save_nudge)
        self.setMouseTracking(True)

    def choose(self, region: str) -> None:
        self._save_nudge()
        super().choose(region)

    def _move_view(self, view: Viewport) -> None:
        self._view = view
        self.view_moved.emit(view)
        self.update()

    def zoom(self, factor: float) -> None:
        super().zoom(factor)
        self.view_moved.emit(self._view)

    def fit(self) -> None:
        super().fit()
        self.view_moved.emit(self._view)

    # pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if not self.has_picture():
            return
        place = event.position()
        if event.button() is Qt.MouseButton.MiddleButton:
            self._pan = place
            return
        if self._near_divider(place):
            self._dividing = True
            return
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._tool is not Tool.NONE:
            self._begin_drawing(place)
        else:
            self._take_hold(place, self._view.clamp(*self._view.to_photo(place.x(), place.y())))

    def _take_hold(self, place: QPointF, point: tuple[float, float]) -> None:
        """Of a handle or a region; else of the photo itself, to move it about."""
        hold = self._handle_under(place)
        chosen = self._find(self._chosen)
        if hold not in {None, Handle.BODY} and chosen is not None:
            self._drag = Drag(point, point, hold, chosen.box)
            return
        under = self._region_under(place)
        if under is None:
            self._pan = place
            return
        if under.region != self._chosen:
            self.region_chosen.emit(under.region)
        elif self.editable:
            self._drag = Drag(point, point, Handle.BODY, under.box)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        place = event.position()
        if self._dividing:
            self.move_divider(place.x() / max(1, self.width()))
        elif self._drag is not None or self._stroke is not None or self._tool is Tool.BRUSH:
            self._draw_on(place)
        elif self._pan is not None:
            step = place - self._pan
            self._pan = place
            self._move_view(self._view.moved(step.x(), step.y()))
        else:
            self._hover(place)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._pan, self._dividing = None, False
        if self._stroke is not None or (self._drag is not None and self._drag.handle is None):
            self._finish_drawing()
            return
        drag, self._drag = self._drag, None
        if drag is not None and drag.start != drag.now:
            self._nudged = drag.result(self._view.photo_width, self._view.photo_height)
            self.region_reshaped.emit(self._chosen, self._nudged)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        turns = event.angleDelta().y() / 120
        if turns and self._tool is Tool.BRUSH and self._stroke is None:
            self.size_brush(BRUSH_STEP**turns)
        elif turns:
            place = event.position()
            self._move_view(self._view.zoomed(ZOOM_STEP**turns, place.x(), place.y()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Pinching, and Tab while a region waits (Qt would move the focus away before a key event)."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                place = event.position()
                self._move_view(self._view.zoomed(1 + event.value(), place.x(), place.y()))
            return True
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and self._tool is Tool.BRUSH
            and event.key() in ARROWS.keys() | SIZES.keys()
        ):
            event.accept()  # the arrows are the brush's now, and not the next photo's
            return True
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and not event.modifiers()
            and not self.can_leave
        ):
            self.open_wanted.emit()
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._hovered = ""
        self.update()
        super().leaveEvent(event)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key, modifiers = event.key(), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.peek(on=True)
        elif key == Qt.Key.Key_Escape and self._tool is not Tool.NONE:
            self.take_tool(Tool.NONE)
        elif not control and self._brush_by_key(key):
            return
        elif key in DIVIDING and self.comparing and modifiers == Qt.KeyboardModifier.ShiftModifier:
            self.move_divider(self.divider() / max(1, self.width()) + DIVIDING[key])
        elif key in ARROWS and control and self.editable:
            self._nudge(*ARROWS[key], wider=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
        elif key != Qt.Key.Key_Space:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.peek(on=False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self.peek(on=False)  # the release of Space would go elsewhere
        self._save_nudge()
        super().focusOutEvent(event)

    def _nudge(self, dx: float, dy: float, *, wider: bool) -> None:
        chosen = self._find(self._chosen)
        if chosen is None:
            return
        step = max(1.0, NUDGE / self._view.scale)
        size = (self._view.photo_width, self._view.photo_height)
        box = self._nudged or chosen.box
        if wider:
            self._nudged = resized(box, Handle.SE, dx * step, dy=dy * step, size=size)
        else:
            self._nudged = moved(box, dx * step, dy * step, size=size)
        self._unsaved = True
        self._rest.start()
        self.update()

    def _save_nudge(self) -> None:
        self._rest.stop()
        if self._unsaved and self._nudged is not None:
            self._unsaved = False
            self.region_reshaped.emit(self._chosen, self._nudged)

    # what lies where

    def _near_divider(self, place: QPointF) -> bool:
        return abs(place.x() - self.divider()) <= REACH

    def _hover(self, place: QPointF) -> None:
        under = self._region_under(place)
        hovered = under.region if under is not None else ""
        if hovered != self._hovered:
            self._hovered = hovered
            self.setToolTip(under.reason if under is not None else "")
            self.update()
        if self._near_divider(place):
            self.setCursor(Qt.CursorShape.SplitHCursor)
        elif self._tool is Tool.NONE:
            hold = self._handle_under(place) if self.editable else None
            self.setCursor(
                CURSORS.get(hold, Qt.CursorShape.ArrowCursor) if hold else Qt.CursorShape.ArrowCursor
            )

    def _handle_under(self, place: QPointF) -> Handle | None:
        chosen = self._find(self._chosen)
        if chosen is None or not self.editable:
            return None
        x, y = self._view.to_photo(place.x(), place.y())
        return handle_at(chosen.box, x, y, reach=REACH / self._view.scale)

    def _region_under(self, place: QPointF) -> RegionMark | None:
        """The smallest region under the pointer, so that a face in front of a banner can be had."""
        x, y = self._view.to_photo(place.x(), place.y())
        under = [r for r in self._regions if r.box[0] <= x <= r.box[2] and r.box[1] <= y <= r.box[3]]
        return min(under, key=lambda r: (r.box[2] - r.box[0]) * (r.box[3] - r.box[1]), default=None)
