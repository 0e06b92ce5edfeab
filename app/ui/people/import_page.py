"""Bring in the roll: a file, what its columns mean, what would change, and only then all of it or nothing."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.job import Failure, Job
from app.ui.pages.page import Page
from app.ui.theme import LARGE, SMALL, Theme
from app.ui.widgets.current_stack import CurrentStack
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.notice import Tone
from app.ui.widgets.picker import Picker
from app.ui.widgets.progress_card import ProgressCard
from consent.people import PersonKind

if TYPE_CHECKING:
    from app.people.changes import Changes
    from app.people.mapping import Mapping
    from app.people.roll import Accepted
    from app.people.sheet import Sheet
    from app.services import Services
    from consent.platforms import Platform

# ruff: noqa: PLC0415 - the readers of spreadsheets are loaded when the first one is opened


KEPT_AS = {
    PersonKind.PUPIL: "pupils", PersonKind.STAFF: "staff", PersonKind.VOLUNTEER: "volunteers",
    PersonKind.VISITOR: "visitors",
}  # fmt: skip
"""The name under which a mapping is kept, which the command line knows, too."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read, with what its first row calls the columns."""

    sheet: Sheet
    headings: tuple[str, ...]
    platforms: tuple[Platform, ...]
    kept: dict[str, Mapping]  # what the school said on an earlier day, where it fits this file


class ImportPage(Page):
    """Stopping at any time changes nothing; what is taken over is taken over whole."""

    done = Signal()

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        from app.ui.people.changes_view import ChangesView
        from app.ui.people.mapping_form import MappingForm

        self._opened: Opened | None = None
        self._job: Job | None = None
        self.choose = QPushButton(self.tr("Choose the file…"), self)
        self.choose.setObjectName("primary")
        self.form = MappingForm(theme, self)
        self.kept = Picker(self.tr("What the columns mean"), self)
        self.kept.currentIndexChanged.connect(lambda _index: self._fit())
        self.keep = QCheckBox(self.tr("Remember what the columns mean for the next time"), self)
        self.look = QPushButton(self.tr("Look what would change"), self)
        self.look.setObjectName("primary")
        self.changes = ChangesView(self)
        self.accept: dict[Accepted, QCheckBox] = {}
        self.take = QPushButton(self.tr("Take it over"), self)
        self.take.setObjectName("primary")
        self.back = QPushButton(self.tr("Back"), self)
        self.leave = QPushButton(self.tr("Stop, change nothing"), self)
        self.progress = ProgressCard(self)
        self.step = self.heading("", name="step")
        self._stack = CurrentStack(self)
        self._build()
        self.choose.clicked.connect(lambda _checked=False: self._choose())
        self.look.clicked.connect(lambda _checked=False: self._look())
        self.take.clicked.connect(lambda _checked=False: self._take())
        self.back.clicked.connect(lambda _checked=False: self._turn(max(0, self._stack.currentIndex() - 1)))
        self.leave.clicked.connect(lambda _checked=False: self._leave())
        self.progress.cancelled.connect(self._cancel)

    def _build(self) -> None:
        from app.people.roll import Accepted
        from app.ui.people.roll_words import ACCEPT, words

        first = QWidget(self)
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        column.addWidget(
            self.heading(
                self.tr(
                    "Export the roll from the school's records system as CSV or XLSX, and choose it here. It is "
                    "only read, and nothing is changed before you have seen what would change."
                ),
                name="body",
            )
        )
        column.addLayout(self.row(self.choose, None))
        column.addStretch(1)
        second = QWidget(self)
        column = QVBoxLayout(second)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        column.addWidget(self.kept)
        column.addWidget(self.form)
        column.addWidget(self.keep)
        column.addLayout(self.row(self.look, None))
        column.addStretch(1)
        third = QWidget(self)
        column = QVBoxLayout(third)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.changes, 1)
        for one in Accepted:
            box = QCheckBox(words(ACCEPT[one]), self)
            box.toggled.connect(lambda _on: self._may_take())
            self.accept[one] = box
            column.addWidget(box)
        column.addLayout(self.row(self.take, None))
        for part in (first, second, third):
            self._stack.addWidget(part)
        buttons = FlowLayout(spacing=SMALL)
        buttons.addWidget(self.back)
        buttons.addWidget(self.leave)
        whole = self.column()
        whole.addWidget(self.heading(self.tr("Bring in the roll")))
        whole.addWidget(self.step)
        whole.addWidget(self.notice)
        whole.addWidget(self.progress)
        whole.addWidget(self._stack, 1)
        whole.addLayout(buttons)

    def enter(self) -> None:
        self._opened = None
        self.notice.hide()
        self._turn(0)
        self.choose.setFocus()

    def put_away(self) -> None:
        self.changes.clear()

    def begin_anew(self) -> None:
        self._cancel()
        self.put_away()
        self._opened = None
        self._turn(0)

    def _turn(self, step: int) -> None:
        names = (
            self.tr("1 of 3: the file"),
            self.tr("2 of 3: the columns"),
            self.tr("3 of 3: what would change"),
        )
        self.step.setText(names[step])
        self._stack.setCurrentIndex(step)
        self.back.setVisible(step > 0)

    def _leave(self) -> None:
        self._cancel()
        self.done.emit()

    # the file

    def _choose(self) -> None:
        dialog = QFileDialog(
            self, self.tr("Choose the roll"), "", self.tr("Spreadsheets (*.csv *.xlsx *.txt)")
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_file(self, file: Path) -> None:
        """Read a file and show what its columns are called."""
        self._begin(lambda services: _read(services, file), self._read_it, self.tr("Reading the file…"))

    def _read_it(self, opened: Opened) -> None:
        if self._was_stopped():
            return
        self._opened = opened
        self.form.begin(opened.headings, opened.platforms)
        self.kept.offer(
            [
                *((name, self.tr("As it was said before: {name}").format(name=name)) for name in opened.kept),
                ("", self.tr("Say it anew")),
            ]
        )
        self.kept.pick(next(iter(opened.kept), ""))
        self.keep.setChecked(True)
        self.kept.setVisible(bool(opened.kept))
        self._fit()
        self._turn(1)
        (self.look if opened.kept else self.form.kind).setFocus()

    def _fit(self) -> None:
        """What is kept is used whole; it may say more than the form can."""
        anew = not self.kept.value
        self.form.setVisible(anew)
        self.keep.setVisible(anew)

    def _mapping(self, opened: Opened) -> Mapping:
        return opened.kept.get(self.kept.value) or self.form.mapping()

    # what would change

    def _look(self) -> None:
        opened = self._opened
        if opened is None:
            return
        if not self.kept.value and not self.form.says_who_answered:
            self.notice.say(self.tr("Say who gave these answers."), Tone.ATTENTION)
            self.form.answered_by.setFocus()
            return
        mapping = self._mapping(opened)
        self._begin(
            lambda services: _compare(services, opened.sheet, mapping),
            self._compared,
            self.tr("Comparing with the register…"),
        )

    def _compared(self, changes: Changes) -> None:
        from app.people.roll import needs

        if self._was_stopped():
            return
        self.changes.show_changes(changes)
        needed = needs(changes)
        for one, box in self.accept.items():
            box.setVisible(one in needed)
            box.setChecked(False)
        self._turn(2)
        self._may_take()
        self.changes.list.setFocus()

    def _may_take(self) -> None:
        shown = [box for box in self.accept.values() if not box.isHidden()]
        self.take.setEnabled(all(box.isChecked() for box in shown))

    # taking over

    def _take(self) -> None:
        opened = self._opened
        if opened is None:
            return
        mapping = self._mapping(opened)
        kept_as = "" if self.kept.value or not self.keep.isChecked() else KEPT_AS[mapping.kind]
        accepted = [one for one, box in self.accept.items() if box.isChecked()]
        people = self.changes.people
        self.confirm(
            self.tr("Take the roll over? Permissions that it changes count from now on."),
            self.tr("Take it over"),
            many=people,
            act=lambda: self._begin(
                lambda services: _take(services, opened.sheet, mapping, accepted, kept_as=kept_as),
                self._taken,
                self.tr("Taking the roll over…"),
            ),
        )

    def _taken(self, changes: Changes) -> None:
        self._end()
        self.done.emit()
        del changes

    # work beside the window

    def _begin(self, work: object, done: object, words: str) -> None:
        self.notice.hide()
        self._stack.setEnabled(False)
        self.progress.begin(words)
        self._job = self.desk.begin(
            work,  # type: ignore[arg-type]
            done=done,  # type: ignore[arg-type]
            failed=self._failed,
            progressed=lambda _step: None,
            stopped=self._stopped,
            lane=self.desk.side,
        )

    def _cancel(self) -> None:
        if self._job is not None and not self._job.over:
            self._job.cancel()

    def _was_stopped(self) -> bool:
        """Whether a stop came when the work was just done: what was only looked at is then forgotten."""
        stopped = self._job is not None and self._job.cancelled
        if stopped:
            self._stopped()
        else:
            self._end()
        return stopped

    def _end(self) -> None:
        self._job = None
        self._stack.setEnabled(True)
        self.progress.end()

    def _stopped(self) -> None:
        self._end()
        self.notice.say(self.tr("Stopped. Nothing was changed."), Tone.CALM)

    def _failed(self, failure: Failure) -> None:
        from app.ui.people.roll_words import fault_words

        self._end()
        words = fault_words(failure)
        if words:
            self.notice.say(self.tr("{why} Nothing was changed.").format(why=words), Tone.TROUBLE)
        else:
            self.tell(failure)


def _read(services: Services, file: Path) -> Generator[str, None, Opened]:
    from app.people.mappings import fitting
    from app.people.reading import read_file, read_sheet

    yield "read"
    sheet = read_sheet(read_file(file))
    platforms = tuple(services.store.register.platforms())
    headings = tuple(dict.fromkeys(cell.strip() for cell in sheet.rows[0].cells))
    return Opened(sheet, headings, platforms, fitting(services, headings))


def _compare(services: Services, sheet: Sheet, mapping: Mapping) -> Generator[str, None, Changes]:
    from app.people.roll import look_at

    yield "compare"
    return look_at(services, sheet, mapping)


def _take(
    services: Services, sheet: Sheet, mapping: Mapping, accepted: list[Accepted], *, kept_as: str
) -> Generator[str, None, Changes]:
    from app.people.mappings import keep
    from app.people.roll import take_over

    yield "take over"
    changes = take_over(services, sheet, mapping, accepted=accepted)
    if kept_as:
        keep(services, kept_as, mapping)
    return changes
