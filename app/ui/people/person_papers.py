"""The signed papers behind a person's answers: scans are added, and looked at inside the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.ui import people_acts
from app.ui.job import Failure
from app.ui.messages import explain_failure
from app.ui.pages.page import Page
from app.ui.papers import show_paper
from app.ui.people.person_card import PersonCard
from app.ui.theme import Theme
from app.ui.widgets.ask_dialog import AskDialog
from app.ui.widgets.day_field import DayField
from app.ui.widgets.file_field import FileField
from app.ui.widgets.notice import Tone


class PersonPapers(QObject):
    """The Papers of a person's page."""

    def __init__(self, page: Page, card: PersonCard, reopen: Callable[[str], None]) -> None:
        super().__init__(page)
        self._page, self._card, self._reopen = page, card, reopen
        card.add_paper.clicked.connect(lambda _checked=False: self._ask_scan())
        card.see_paper.clicked.connect(lambda _checked=False: self._look(card.papers.current()))
        card.papers.chosen.connect(self._look)

    def _ask_scan(self) -> None:
        view = self._card.view
        if view is None:
            return
        person = view.person

        def keep(file: Path, form: str, on: date) -> None:
            def done(_scan: Any) -> None:
                self._reopen(person.id)
                self._card.notice.say(
                    self.tr("Kept, encrypted. Delete the scan where the scanner left it."), Tone.GOOD
                )

            self._page.desk.ask(
                lambda services: people_acts.keep_scan(services, person.id, file, form=form, on=on),
                done=done,
                failed=self._tell,
            )

        ScanDialog(self._page.theme, person.shown_name, view.today, act=keep, parent=self._page).open()

    def _look(self, scan: str) -> None:
        view = self._card.view
        if view is None or not scan:
            return
        form = next((one.form for one in view.scans if one.id == scan), "")
        show_paper(self._page, form, lambda services: people_acts.open_scan(services, scan))

    def _tell(self, failure: Failure) -> None:
        self._card.notice.say(explain_failure(failure), Tone.TROUBLE)


class ScanDialog(AskDialog):
    """Which file, which form, and when it came in."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        today: date,
        *,
        act: Callable[[Path, str, date], None],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self.say(
            self.tr("A signed paper of {name}").format(name=name),
            self.tr("Keep it"),
            self.tr("It is kept encrypted, as it came. An answer can then name it as its proof."),
        )
        self._act = act
        self.file = FileField(
            theme,
            self.tr("Scan"),
            self.tr("Choose the scan"),
            self.tr("Scans (*.pdf *.jpg *.jpeg *.png)"),
        )
        self.form.add(self.tr("&Scan"), self.file)
        self.form_name = self.form.line(
            self.tr("&Form"), tip=self.tr("Which wording was signed, such as “Photo form 2026”")
        )
        self.day = DayField(today, self)
        self.day.not_after(today)
        self.form.add(self.tr("&Day on which it came in"), self.day)

    def try_it(self) -> None:
        file = self.file.file
        if file is None:
            self.notice.say(self.tr("Choose the scan first."), Tone.ATTENTION)
            self.file.setFocus()
            return
        if not self.form_name.text().strip():
            self.notice.say(self.tr("Say which form it is."), Tone.ATTENTION)
            self.form_name.setFocus()
            return
        self._act(file, self.form_name.text().strip(), self.day.day)
        self.accept()
