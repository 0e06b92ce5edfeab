"""Shows a kept paper or picture inside the window: opened behind the walls, never written to a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from app.ui.job import Failure
from app.ui.pages.page import Page
from app.ui.widgets.paper_dialog import PaperDialog

if TYPE_CHECKING:
    from app.services import Services
    from app.work.vision import Picture


def show_paper(page: Page, title: str, read: Callable[[Services], bytes]) -> None:
    """Ask for the bytes, and show them above the page as soon as they are drawn."""

    def drawn(services: Services) -> Iterator[QImage]:
        from app.people.papers import pages_of  # noqa: PLC0415 - only where a paper is looked at

        for picture in pages_of(services, read(services)):
            yield _image(picture)

    dialog = PaperDialog(page.theme, title, page)
    dialog.open()

    def failed(failure: Failure) -> None:
        if not job.cancelled:
            dialog.close()
        page.tell(failure)

    def show(image: QImage) -> None:
        if not job.cancelled:  # else the dialog is gone, as after a lock
            dialog.add(image)

    def shown(_end: object) -> None:
        if not job.cancelled:
            dialog.drawn()

    job = page.desk.begin(
        drawn,
        done=shown,
        failed=failed,
        progressed=show,
        stopped=lambda: None,
        lane=page.desk.side,
    )
    dialog.finished.connect(lambda _result: job.cancel())


def _image(picture: Picture) -> QImage:
    image = QImage(picture.rgb, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888)
    return image.copy()
