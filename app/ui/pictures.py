"""Pictures for the screen: made beside the window, kept for a while in memory, never on disk."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from app.ui.job import Failure, Job, Lane, Urgency
from consent.decisions import PhotoDecision
from consent.people import PersonId
from consent.publications import PhotoId, PhotoRecord

if TYPE_CHECKING:
    from app.services import Services

Box = tuple[int, int, int, int]

LARGE = 2048
"""Longest side on the page, in pixels: the default published size, so that nothing smaller is judged."""

PUBLISHED = 4096
"""Longest side of a finished copy on the page: a copy is never shown smaller than any usual platform wants it."""

THUMB = 192

FACE = 160
"""Longest side of a face beside another, in pixels."""

MARGIN = 0.35
"""How much of its own size is shown around a face, so that hair and collar help to know it."""

KEPT_LARGE = 9
KEPT_SMALL = 600
"""Pictures kept in memory: about 110 MB and 65 MB."""


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A picture and the full upright size of the photo that it shows."""

    image: QImage
    full_width: int
    full_height: int


class Pictures:
    """Asks for pictures in their own lane; what was shown lately is there at once."""

    def __init__(self, lane: Lane) -> None:
        self._lane = lane
        self._kept: OrderedDict[tuple[str, ...], Shown] = OrderedDict()
        self._small: OrderedDict[tuple[str, ...], Shown] = OrderedDict()
        self._asked: dict[tuple[str, ...], Job] = {}

    def photo(
        self,
        services: Services,
        photo: PhotoId,
        done: Callable[[Shown], None],
        *,
        failed: Callable[[Failure], None] = lambda _failure: None,
        urgency: Urgency = Urgency.NOW,
        side: int = LARGE,
    ) -> None:
        """The photo as it was taken. `done` is called at once where the picture is still kept."""
        self._get((photo, str(side)), lambda: _preview(services, photo, side), done, failed, urgency)

    def face(
        self,
        services: Services,
        photo: PhotoId,
        box: Box,
        done: Callable[[QImage], None],
        *,
        urgency: Urgency = Urgency.SOON,
    ) -> None:
        """The part of a photo round a face, small. `done` is called at once where it is at hand."""
        whole = self._kept.get((photo, str(LARGE)))
        if whole is not None:
            done(crop_of(whole, box))
            return
        self._get(
            (photo, "face", *map(str, box)),
            lambda: _face(services, photo, box),
            lambda shown: done(shown.image),
            _nobody_waits,
            urgency,
        )

    def reference(self, services: Services, person: PersonId, done: Callable[[QImage | None], None]) -> None:
        """The face kept beside a person's template, or None; never held here, so that it goes with the template."""
        self._lane.submit(
            lambda: _reference(services, person), done=done, failed=_nobody_waits, urgency=Urgency.SOON
        )

    def published(
        self,
        services: Services,
        record: PhotoRecord,
        decision: PhotoDecision,
        done: Callable[[Shown], None],
        *,
        failed: Callable[[Failure], None] = lambda _failure: None,
        urgency: Urgency = Urgency.NOW,
    ) -> None:
        """The photo made from the very bytes that would be written for this platform."""
        key = (record.id, decision.platform, str(hash((record.sightings, decision.decisions))))
        self._get(key, lambda: _published(services, record, decision), done, failed, urgency)

    def forget(self) -> None:
        """Drop every picture, as when the desk is locked."""
        for job in self._asked.values():
            job.cancel()
        self._asked.clear()
        self._kept.clear()
        self._small.clear()

    def forget_photos(self, photos: Collection[PhotoId]) -> None:
        """Drop the pictures of photos that are to be deleted; none that was asked for arrives."""
        for key in [key for key in self._asked if key[0] in photos]:
            self._asked.pop(key).cancel()
        for shelf in (self._kept, self._small):
            for key in [key for key in shelf if key[0] in photos]:
                del shelf[key]

    def cancel_large(self) -> None:
        """Large pictures that were asked for and are not yet begun are no longer wanted."""
        for key, job in list(self._asked.items()):
            if not _is_small(key):
                job.cancel()
                del self._asked[key]

    def kept(self, photo: PhotoId, side: int = LARGE) -> Shown | None:
        """The picture, if it is at hand."""
        key = (photo, str(side))
        return self._kept.get(key) or self._small.get(key)

    def _get(
        self,
        key: tuple[str, ...],
        make: Callable[[], Shown],
        done: Callable[[Shown], None],
        failed: Callable[[Failure], None],
        urgency: Urgency,
    ) -> None:
        shelf, room = (self._small, KEPT_SMALL) if _is_small(key) else (self._kept, KEPT_LARGE)
        found = shelf.get(key)
        if found is not None:
            shelf.move_to_end(key)
            done(found)
            return

        def keep(shown: Shown) -> None:
            if self._asked.get(key) is job:
                del self._asked[key]
            if job.cancelled:
                return
            shelf[key] = shown
            while len(shelf) > room:
                shelf.popitem(last=False)
            done(shown)

        def fail(failure: Failure) -> None:
            if not job.cancelled:
                failed(failure)

        job = self._lane.submit(make, done=keep, failed=fail, urgency=urgency)
        self._asked[key] = job


def crop_of(shown: Shown, box: Box) -> QImage:
    """The part of the picture around a region, square where the photo allows."""
    scale = shown.image.width() / max(1, shown.full_width)
    x1, y1, x2, y2 = (value * scale for value in box)
    side = max(x2 - x1, y2 - y1) * (1 + 2 * MARGIN)
    middle_x, middle_y = (x1 + x2) / 2, (y1 + y2) / 2
    square = QRect(round(middle_x - side / 2), round(middle_y - side / 2), round(side), round(side))
    return shown.image.copy(square.intersected(shown.image.rect()))


def _is_small(key: tuple[str, ...]) -> bool:
    return key[1] in {str(THUMB), "face"}


def _nobody_waits(_failure: Failure) -> None:
    """What cannot be shown leaves an empty place."""


def _face(services: Services, photo: PhotoId, box: Box) -> Shown:
    whole = _preview(services, photo, LARGE)
    face = crop_of(whole, box).scaled(
        FACE, FACE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return Shown(face, face.width(), face.height())


def _reference(services: Services, person: PersonId) -> QImage | None:
    kept = services.store.register.face_picture(person)
    return None if kept is None else _shown(services, kept, FACE).image


def _preview(services: Services, photo: PhotoId, side: int) -> Shown:
    return _shown(services, services.vault.get(photo), side)


def _published(services: Services, record: PhotoRecord, decision: PhotoDecision) -> Shown:
    from app.published import as_published  # noqa: PLC0415 - the window is up before the steps load

    # the light process makes the same bytes, and never waits behind an analysis
    light = replace(services, vision=services.preview)
    return _shown(services, as_published(light, record, decision), PUBLISHED)


def _shown(services: Services, content: bytes, side: int) -> Shown:
    made = services.preview.preview(content, side)
    image = QImage(made.rgb, made.width, made.height, made.width * 3, QImage.Format.Format_RGB888)
    # in the form in which the screen takes it: the window then paints it without converting it first
    return Shown(image.convertToFormat(QImage.Format.Format_RGB32), made.full_width, made.full_height)
