"""Asks where a post that was made by hand can be seen, and puts that down for it or for all that went with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.deliver_dialogs import AddressDialog
from app.ui.pages.page import Page
from app.ui.widgets.notice import Tone

if TYPE_CHECKING:
    from app.services import Services


class Addressing(QObject):
    """The question for one page."""

    recorded = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def ask(self, file_name: str, platform: str, others: Sequence[str]) -> None:
        """`others` are the copies of the same batch on that platform that have no address yet."""

        def typed(address: str, all_of_them: bool) -> None:  # noqa: FBT001 - the dialog's answer
            files = [file_name, *others] if all_of_them else [file_name]
            self._record(files, address)

        AddressDialog(self._page.theme, platform, len(others), act=typed, parent=self._page).open()

    def _record(self, files: Sequence[str], address: str) -> None:
        def record(services: Services) -> None:
            from app.posts.addresses import record_addresses  # noqa: PLC0415 - only where one is given

            record_addresses(services, files, address)

        self._page.desk.ask(record, done=lambda _done: self._done(), failed=self._page.tell)

    def _done(self) -> None:
        self.recorded.emit()
        if not self._page.desk.is_locked:
            self._page.notice.say(self.tr("The address is put down."), Tone.GOOD)
