"""History and reports: what was posted, what must come down, what is due, and the log."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QTabBar, QVBoxLayout

from app.ui import reading_history
from app.ui.access import describe
from app.ui.desk import Desk
from app.ui.history_doings import HistoryDoings
from app.ui.history_rows import LAYOUTS, on_paper
from app.ui.job import Failure
from app.ui.messages import explain_failure
from app.ui.pages.page import Page
from app.ui.reading_history import Names
from app.ui.theme import HUGE, MEDIUM, SMALL, Theme
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.notice import Tone
from app.ui.widgets.records_table import RecordsTable
from consent.accounts import Role

if TYPE_CHECKING:
    from app.services import Services

READ: dict[str, Callable[[Services], tuple[Any, Names]]] = {
    "posts": reading_history.posts_report,
    "takedown": reading_history.takedown_report,
    "gone": reading_history.gone_report,
    "addresses": reading_history.addresses_report,
    "due": reading_history.due_report,
    "incidents": reading_history.incidents_report,
    "deletions": reading_history.deletions_report,
    "log": reading_history.audit_report,
}


FOR_EVERYONE = ("takedown", "gone", "addresses")
"""The reports that are everyone's business: what must come down, and where posts can be seen."""


class HistoryPage(Page):
    """A report is made when its tab is opened, because each making stands in the log."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        describe(self.tabs, self.tr("Reports"))
        self.tabs.setToolTip("")
        self.names: tuple[str, ...] = ()
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = RecordsTable(self.tr("The report"), self)
        self.table.when_empty(self.tr("There is nothing to show here."))
        self.save = QPushButton(self.tr("Save as PDF…"), self)
        self.again = QPushButton(self.tr("Make it anew"), self)
        self.doings = HistoryDoings(self, self.table)
        self._found: tuple[Any, Names] | None = None
        self._after = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addWidget(self.heading(self.tr("History and reports")))
        column.addWidget(self.tabs)
        column.addWidget(self.notice)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        buttons = FlowLayout(spacing=SMALL)
        for button in (*self.doings.buttons, self.save, self.again):
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.tabs.currentChanged.connect(lambda _index: self._make())
        self.again.clicked.connect(lambda _checked=False: self._make())
        self.save.clicked.connect(lambda _checked=False: self._ask_where())
        self.table.chosen.connect(self._open)
        self.table.current_changed.connect(lambda _key: self._fit())
        self.doings.done.connect(self._do_after)

    def _offer_tabs(self) -> None:
        """The reports that are this person's business: what must come down is everyone's."""
        who = self.desk.who
        lead = who is not None and Role.LEAD in who.roles
        names = tuple(LAYOUTS) if lead else FOR_EVERYONE
        if names == self.names:
            return
        texts = {
            "posts": self.tr("Posts"),
            "takedown": self.tr("Take down"),
            "gone": self.tr("Taken down"),
            "addresses": self.tr("No address"),
            "due": self.tr("Due"),
            "incidents": self.tr("Incidents"),
            "deletions": self.tr("Deleted"),
            "log": self.tr("Log"),
        }
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for name in names:
            self.tabs.addTab(texts[name])
        self.tabs.blockSignals(False)
        self.names = names

    def enter(self) -> None:
        self._offer_tabs()
        self._make()
        self.tabs.setFocus()

    def enter_at(self, item: str) -> None:
        """A report by its name, such as `takedown`."""
        self._offer_tabs()
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(self.names.index(item) if item in self.names else 0)
        self.tabs.blockSignals(False)
        self.enter()

    def put_away(self) -> None:
        self._found = self.doings.found = None
        self.said.clear()
        self.table.fill((), ())

    def begin_anew(self) -> None:
        self.put_away()
        self.notice.hide()

    def _name(self) -> str:
        return self.names[max(0, self.tabs.currentIndex())]

    def _make(self) -> None:
        name = self._name()
        self.put_away()
        self.save.setEnabled(False)
        self.said.setText(self.tr("Making the report…"))
        self._fit()
        self.desk.ask(READ[name], done=partial(self._made, name), failed=self._not_made)

    def _made(self, name: str, found: tuple[Any, Names]) -> None:
        if self.desk.is_locked or name != self._name():
            return
        self.notice.hide()
        if self._after:
            self.notice.say(self._after, Tone.GOOD)
            self._after = ""
        self.doings.found = found[0]
        self._found = found
        columns, records, said = LAYOUTS[name](*found)
        self.said.setText(said)
        self.table.fill(columns, records)
        self.table.fit_columns()
        self.save.setEnabled(True)
        self._fit()

    def _fit(self) -> None:
        """What may be done with the row in front."""
        who = self.desk.who
        works = who is not None and bool(who.roles & {Role.OFFICE, Role.APPROVER})
        self.doings.fit(self._name(), works=works)

    def _do_after(self, said: str) -> None:
        """Make the report anew, and say what was done once it is there."""
        self._make()
        self._after = said

    def _not_made(self, failure: Failure) -> None:
        self.said.clear()
        self.notice.say(explain_failure(failure), Tone.TROUBLE)

    def _open(self, key: str) -> None:
        """From what is due to the person whom it is about."""
        if self._name() == "due":
            self.page_wanted.emit("people", key)

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the report"), "", self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self.save_as(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_as(self, file: Path) -> None:
        """Write the report in front as a PDF."""
        from app.reports.markup import document, paragraph, table  # noqa: PLC0415 - only where one is saved

        if self._found is None:
            return
        columns, records, said = on_paper(self._name(), *self._found)
        title = self.tr("Greenlight: {report}").format(report=self.tabs.tabText(self.tabs.currentIndex()))
        html = document(
            title, *map(paragraph, said.splitlines()), table(columns, [one.cells for one in records])
        )
        self.notice.say(self.tr("Writing the file…"))
        self.desk.begin(
            lambda services: _saving(services, title, html, file),
            done=lambda _end: self.notice.say(
                self.tr("Saved. The file is not encrypted: keep it only as long as it is needed."), Tone.GOOD
            ),
            failed=self.tell,
            progressed=lambda _step: None,
            stopped=self.notice.hide,
            lane=self.desk.side,
        )


def _saving(services: Services, title: str, html: str, file: Path) -> None:
    services.note("report.saved")
    reading_history.save_pdf(title, html, file)
