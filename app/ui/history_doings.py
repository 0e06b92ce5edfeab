"""What can be done with the row in front of a report: a post is gone, its address, an incident and what is known of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from app.ui.addressing import Addressing
from app.ui.history_dialogs import GoneDialog, KnownDialog, Noted, WrongDialog
from app.ui.pages.page import Page
from app.ui.papers import show_paper
from app.ui.reading_history import Gone, Unaddressed
from app.ui.widgets.records_table import RecordsTable

if TYPE_CHECKING:
    from app.services import Services


class HistoryDoings(QObject):
    """The buttons below the report; `done` tells what an act came to, and the report is then made anew."""

    done = Signal(str)

    def __init__(self, page: Page, table: RecordsTable) -> None:
        super().__init__(page)
        self._page, self._table = page, table
        self.found: Any = None
        self.gone = QPushButton(self.tr("It is gone…"), page)
        self.address = QPushButton(self.tr("Enter its address…"), page)
        self.proof = QPushButton(self.tr("Look at the picture"), page)
        self.still = QPushButton(self.tr("It is there after all…"), page)
        self.wrong = QPushButton(self.tr("Something went wrong…"), page)
        self.add = QPushButton(self.tr("Add what is known…"), page)
        self.close_it = QPushButton(self.tr("Close the incident"), page)
        self._addressing = Addressing(page)
        self._addressing.recorded.connect(lambda: self.done.emit(self.tr("The address is put down.")))
        for button, act in (
            (self.gone, self._ask_gone),
            (self.address, self._ask_address),
            (self.proof, self._show_proof),
            (self.still, self._ask_still),
            (self.wrong, self._ask_wrong),
            (self.add, self._ask_known),
            (self.close_it, self._close_incident),
        ):
            button.clicked.connect(lambda _checked=False, wanted=act: wanted())

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """In their order."""
        return (self.gone, self.address, self.proof, self.still, self.wrong, self.add, self.close_it)

    def fit(self, report: str, *, works: bool) -> None:
        """Show what belongs to this report; `works` says whether this person posts and takes down."""
        row = bool(self._table.current())
        for button, shown in (
            (self.gone, report == "takedown" and works),
            (self.address, report == "addresses" and works),
            (self.proof, report == "gone"),
            (self.still, report == "gone" and works),
            (self.add, report == "incidents"),
            (self.close_it, report == "incidents"),
        ):
            button.setVisible(shown)
            button.setEnabled(row)
        self.proof.setEnabled(row and self._has_proof(self._table.current()))

    # what must come down

    def _ask_gone(self) -> None:
        file = self._table.current()
        if file:
            GoneDialog(
                self._page.theme, lambda note, picture: self._gone(file, note, picture), parent=self._page
            ).open()

    def _gone(self, file: str, note: str, picture: Path | None) -> None:
        def done(services: Services) -> None:
            from app.people.reading import read_file  # noqa: PLC0415
            from app.posts.taking_down import LARGEST_PROOF, taken_down  # noqa: PLC0415

            screenshot = b"" if picture is None else read_file(picture, LARGEST_PROOF)
            taken_down(services, file, note=note, screenshot=screenshot)

        self._do(done, self.tr("Put down as gone, with your proof."))

    def _has_proof(self, file: str) -> bool:
        return isinstance(self.found, Gone) and any(
            one.post == file and one.has_proof for one in self.found.taken
        )

    def _show_proof(self) -> None:
        file = self._table.current()

        def proof(services: Services) -> bytes:
            from app.posts.taking_down import proof_of  # noqa: PLC0415

            return proof_of(services, file)

        show_paper(self._page, self.tr("Proof that the post is gone"), proof)

    def _ask_still(self) -> None:
        file = self._table.current()

        def undo(services: Services) -> None:
            from app.posts.taking_down import still_there  # noqa: PLC0415

            still_there(services, file)

        if file:
            self._page.confirm(
                self.tr("Put this post down as one that can still be seen? It is judged and listed again."),
                self.tr("It is still there"),
                many=1,
                act=lambda: self._do(undo, self.tr("Put down as still there.")),
            )

    # where posts can be seen

    def _ask_address(self) -> None:
        file, found = self._table.current(), self.found
        if file and isinstance(found, Unaddressed):
            platform = next(record.cells[0] for record in self._table.rows.records if record.key == file)
            self._addressing.ask(file, platform, found.beside(file))

    # incidents

    def _ask_wrong(self) -> None:
        WrongDialog(self._page.theme, self._opened, parent=self._page).open()

    def _opened(self, what: str) -> None:
        def opened(services: Services) -> None:
            from app.posts.incidents import open_incident  # noqa: PLC0415

            open_incident(services, what)

        self._do(
            opened, self.tr("Put down. The data protection lead sees it, and the 72 hours run from now.")
        )

    def _ask_known(self) -> None:
        incident = self._table.current()
        if incident:
            KnownDialog(
                self._page.theme, lambda known: self._noted(incident, known), parent=self._page
            ).open()

    def _noted(self, incident: str, known: Noted) -> None:
        def noted(services: Services) -> None:
            from app.posts.incidents import Known, note_incident  # noqa: PLC0415

            now = services.clock()
            said: Known = {}
            if known.measures:
                said["measures"] = known.measures
            if known.not_reported:
                said["not_reported"] = known.not_reported
            if known.reported:
                said["reported_at"] = now
            if known.families_told:
                said["families_told_at"] = now
            if known.taken_down:
                said["taken_down_at"] = now
            note_incident(services, incident, **said)

        self._do(noted, self.tr("Added."))

    def _close_incident(self) -> None:
        incident = self._table.current()

        def closed(services: Services) -> None:
            from app.posts.incidents import close_incident  # noqa: PLC0415

            close_incident(services, incident)

        self._do(closed, self.tr("Closed."))

    def _do(self, act: Callable[[Services], None], said: str) -> None:
        self._page.desk.ask(act, done=lambda _result: self.done.emit(said), failed=self._page.tell)
