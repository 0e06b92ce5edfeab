"""Lets a person choose single photos of the folder or phone that Bring in is about to take."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton

from app.ui.access import describe
from app.ui.count import counted
from app.ui.job import Failure
from app.ui.pages.page import Page
from app.ui.widgets.choose_photos import ChoosePhotosDialog
from app.ui.widgets.notice import Tone
from app.ui.widgets.photo_ticks import SIDE
from consent.devices import DeviceId

if TYPE_CHECKING:
    from app.choosing import Choice
    from app.services import Services
    from app.work.vision import Picture

# ruff: noqa: PLC0415 - most bring in everything, and need none of this


class Choosing(QObject):
    """The button, what it says, and the choice; None is every photo."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.chosen: frozenset[str] | None = None
        self._folder: Path | None = None
        self._phone: DeviceId | None = None
        self.button = QPushButton(self.tr("Choose photos…"), page)
        describe(
            self.button,
            self.tr("Choose photos…"),
            tip=self.tr("Only some of the photos there; without it all of them are brought in"),
        )
        self.said = QLabel(page)
        self.said.setObjectName("muted")
        self.button.clicked.connect(lambda _checked=False: self._ask())
        self.begin_at(None, None)

    def begin_at(self, folder: Path | None, phone: DeviceId | None) -> None:
        """Another folder or phone is meant: every photo of it, until someone chooses."""
        self._folder, self._phone, self.chosen = folder, phone, None
        self.button.setEnabled(folder is not None or phone is not None)
        self.said.setText(self.tr("All photos"))

    def _ask(self) -> None:
        folder, phone = self._folder, self._phone

        def look(services: Services) -> Choice:
            from app.choosing import photos_in, photos_on_phone

            if phone is not None:
                return photos_on_phone(services, phone)
            return photos_in(services, folder or Path())

        self.button.setEnabled(False)
        self._page.desk.begin(
            look,
            done=self._open,
            failed=self._failed,
            progressed=lambda _step: None,
            stopped=lambda: self.button.setEnabled(True),
            lane=self._page.desk.side,
        )

    def _failed(self, failure: Failure) -> None:
        self.button.setEnabled(True)
        self._page.tell(failure)

    def _open(self, choice: Choice) -> None:
        self.button.setEnabled(True)
        if self._page.desk.is_locked:
            return
        if not choice.photos:
            self._page.notice.say(self.tr("There is no photo in this folder."), Tone.ATTENTION)
            return
        self._page.notice.hide()
        total = len(choice.photos)
        dialog = ChoosePhotosDialog(
            self._page.theme,
            choice.photos,
            self.chosen,
            lambda paths: self._take(paths, total),
            parent=self._page,
        )
        dialog.open()

        def pictures(services: Services) -> Iterator[tuple[str, Picture | None]]:
            from app.choosing import thumbnails

            return thumbnails(services, choice, SIDE)

        def show(found: tuple[str, Picture | None]) -> None:
            path, picture = found
            if picture is not None and not job.cancelled:  # else the dialog is gone, as after a lock
                dialog.ticks.show_picture(path, _image(picture))

        job = self._page.desk.begin(
            pictures,
            done=lambda _end: None,
            failed=lambda _failure: None,  # a device that was pulled out is told of when it is brought in
            progressed=show,
            stopped=lambda: None,
            lane=self._page.desk.picture_lane,
        )
        dialog.finished.connect(lambda _result: job.cancel())
        dialog.finished.connect(dialog.deleteLater)

    def _take(self, paths: frozenset[str], total: int) -> None:
        self.chosen = None if len(paths) == total else paths
        words = self.tr("{photos} of {total} chosen")
        self.said.setText(
            self.tr("All photos")
            if self.chosen is None
            else words.format(photos=counted("%n photo(s)", len(paths)), total=total)
        )


def _image(picture: Picture) -> QImage:
    image = QImage(picture.rgb, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888)
    return image.copy()
