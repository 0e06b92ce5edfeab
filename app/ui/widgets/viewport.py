"""Where a photo lies on the screen: fitting, zooming and moving it, and the way from one to the other."""

from __future__ import annotations

from dataclasses import dataclass, replace

CLOSEST = 8.0
"""Screen pixels for one pixel of the photo at most."""

ZOOM_STEP = 1.25


@dataclass(frozen=True, slots=True)
class Viewport:
    """A photo of `photo_width` × `photo_height` on a widget of `width` × `height` logical pixels.

    `scale` is widget pixels for one photo pixel; `left`, `top` is where the photo's corner lies.
    """

    photo_width: int
    photo_height: int
    width: int
    height: int
    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    @property
    def fitting(self) -> float:
        """The scale at which the whole photo is seen."""
        if not self.photo_width or not self.photo_height:
            return 1.0
        return min(self.width / self.photo_width, self.height / self.photo_height)

    @property
    def fitted(self) -> bool:
        return abs(self.scale - self.fitting) < 1e-6

    def fit(self) -> Viewport:
        """The whole photo, in the middle."""
        return _settled(replace(self, scale=self.fitting))

    def zoomed(self, factor: float, x: float, y: float) -> Viewport:
        """Larger or smaller, with what is under (x, y) of the widget staying there."""
        smallest = min(self.fitting, 1.0)
        scale = max(smallest, min(CLOSEST, self.scale * factor))
        photo_x, photo_y = self.to_photo(x, y)
        return _settled(replace(self, scale=scale, left=x - photo_x * scale, top=y - photo_y * scale))

    def moved(self, dx: float, dy: float) -> Viewport:
        """Dragged by so many widget pixels; the photo never leaves the widget."""
        return _settled(replace(self, left=self.left + dx, top=self.top + dy))

    def resized(self, width: int, height: int) -> Viewport:
        """The widget has another size: a fitted photo stays fitted, else the middle stays."""
        changed = replace(self, width=width, height=height)
        if self.fitted:
            return changed.fit()
        dx, dy = (width - self.width) / 2, (height - self.height) / 2
        return _settled(replace(changed, left=self.left + dx, top=self.top + dy))

    def showing(self, box: tuple[float, float, float, float], margin: float = 24.0) -> Viewport:
        """Moved just so far that a box of the photo is seen."""
        x1, y1 = self.to_widget(box[0], box[1])
        x2, y2 = self.to_widget(box[2], box[3])
        dx = _shift(x1, x2, room=self.width, margin=margin)
        dy = _shift(y1, y2, room=self.height, margin=margin)
        return self.moved(dx, dy)

    def to_photo(self, x: float, y: float) -> tuple[float, float]:
        """From widget to photo pixels; may lie outside the photo."""
        return (x - self.left) / self.scale, (y - self.top) / self.scale

    def to_widget(self, x: float, y: float) -> tuple[float, float]:
        """From photo to widget pixels."""
        return self.left + x * self.scale, self.top + y * self.scale

    def clamp(self, x: float, y: float) -> tuple[float, float]:
        """The nearest place in the photo."""
        return min(max(x, 0.0), float(self.photo_width)), min(max(y, 0.0), float(self.photo_height))


def _settled(view: Viewport) -> Viewport:
    """No empty margin where the photo could fill it; in the middle where it is smaller."""
    return replace(
        view,
        left=_held(view.left, view.photo_width * view.scale, view.width),
        top=_held(view.top, view.photo_height * view.scale, view.height),
    )


def _held(start: float, length: float, room: float) -> float:
    if length <= room:
        return (room - length) / 2
    return min(0.0, max(room - length, start))


def _shift(start: float, end: float, *, room: float, margin: float) -> float:
    if end - start > room - 2 * margin:
        return (room - (start + end)) / 2
    if start < margin:
        return margin - start
    if end > room - margin:
        return room - margin - end
    return 0.0
