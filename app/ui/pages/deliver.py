"""Deliver: approved copies are written to a folder and checked again, then the photos are deleted here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton

from app.ui import acts
from app.ui.access import describe
from app.ui.addressing import Addressing
from app.ui.count import counted
from app.ui.desk import Desk
from app.ui.job import Failure, Job
from app.ui.pages.page import Page
from app.ui.reading import RefusedFile
from app.ui.reading_delivery import NOTHING, Delivered, Planned, delivered, plan_of
from app.ui.settling import Settling
from app.ui.theme import Theme
from app.ui.widgets.delivered_table import DeliveredTable
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.folder_field import FolderField
from app.ui.widgets.notice import Tone
from app.ui.widgets.plan_table import PlanTable
from app.ui.widgets.progress_card import ProgressCard
from app.ui.widgets.refused_list import RefusedList
from consent.publications import BatchId

if TYPE_CHECKING:
    from app.work.progress import Progress


class DeliverPage(Page):
    """Nothing is deleted before every copy is out and proven."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.batches = QComboBox(self)
        describe(self.batches, self.tr("Batch"))
        self.folder = FolderField(theme, self.tr("Folder"), self.tr("Choose where the copies go"))
        self.begin = QPushButton(self.tr("Deliver"), self)
        theme.put_icon(self.begin, "deliver", "on_accent")
        self.begin.setObjectName("primary")
        self.progress = ProgressCard(self)
        self.refused = RefusedList(self)
        self.table = DeliveredTable(self)
        self.plan = PlanTable(self)
        self.address = QPushButton(self.tr("Enter its address…"), self)
        self._addressing = Addressing(self)
        self.settling = Settling(self)
        self._plan: tuple[Planned, ...] = ()
        self._proof = self.heading("", name="body")
        self._empty = EmptyState(theme, self)
        self._job: Job | None = None
        self._left_out: list[RefusedFile] = []
        self._done_batch: BatchId | None = None
        self.show_folder: Callable[[Path], None] = open_folder
        self._build()
        self.begin.clicked.connect(self._ask)
        self.folder.line.returnPressed.connect(self._ask)
        self.progress.cancelled.connect(self._cancel)
        self.batches.currentIndexChanged.connect(lambda _index: self._say_what())
        self.settling.shown.connect(self._put_doubts_first)
        self.address.clicked.connect(lambda _checked=False: self._ask_address())
        self._addressing.recorded.connect(self._show_result)
        self.table.itemSelectionChanged.connect(self._fit_address)
        desk.waiting_changed.connect(self._offer)

    def _build(self) -> None:
        column = self.column()
        column.addWidget(self.heading(self.tr("Deliver")))
        column.addWidget(self.notice)
        column.addWidget(self.progress)
        column.addWidget(self.settling.card)
        self._form, form = self.card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        self._folder_label = QLabel(self.tr("&Folder"), self)
        for row, label, field in (
            (0, QLabel(self.tr("&Batch"), self), self.batches),
            (2, self._folder_label, self.folder),
        ):
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.plan, 1, 1)
        form.addLayout(grid)
        words = self.tr(
            "Each copy is checked as a stranger would see it, sent, and compared with what arrived. Only then is "
            "the photo deleted on this computer."
        )
        form.addWidget(self.heading(words, name="muted"))
        form.addLayout(self.row(self.begin, None))
        column.addWidget(self._form)
        column.addWidget(self.refused)
        self._result, result = self.card()
        result.addWidget(self._proof)
        result.addWidget(self.table)
        result.addLayout(self.row(self.address, None))
        column.addWidget(self._result, 10)  # nearly all the room: the rest keeps the form at the top
        column.addWidget(self._empty, 10)
        column.addStretch(1)
        self._result.hide()

    def enter(self) -> None:
        self._offer()
        if self._job is None:
            self._show_result()
            self.settling.read()
        (self.folder if self._form.isVisible() else self._empty.button).setFocus()

    def _put_doubts_first(self) -> None:
        """What may not have arrived comes before everything else; where nothing waits there is no more to say."""
        if self._empty.isVisible():
            self._empty.hide()
            self.settling.card.table.setFocus()

    def enter_at(self, item: str) -> None:
        self.enter()
        self.choose(BatchId(item))

    def begin_anew(self) -> None:
        self.put_away()
        self.folder.line.clear()
        self.notice.hide()
        self._done_batch, self._left_out = None, []

    def put_away(self) -> None:
        self.settling.clear()
        self._hide_result()

    def _hide_result(self) -> None:
        self.refused.show_files(())
        self._result.hide()
        self.table.show_files(NOTHING)

    def choose(self, batch: BatchId) -> None:
        """Offer this batch first."""
        place = self.batches.findData(batch)
        if place >= 0:
            self.batches.setCurrentIndex(place)

    def _offer(self) -> None:
        lines = [line for line in self.desk.waiting.lines if line.to_deliver]
        chosen = self.batches.currentData()
        self.batches.blockSignals(True)
        self.batches.clear()
        for line in lines:
            photos = counted("%n photo(s)", line.to_deliver)
            self.batches.addItem(f"{line.batch.title} · {photos}", line.batch.id)
        self.batches.blockSignals(False)
        self.choose(chosen)
        busy = self._job is not None
        self._form.setVisible(bool(lines) and not busy)
        self._empty.setVisible(not lines and not busy and self._done_batch is None)
        self._empty.say(
            "deliver",
            self.tr("Nothing to deliver"),
            self.tr("Photos wait here once a second person has said go live."),
            button=self.tr("Home"),
            act=self.home_wanted.emit,
        )
        self._say_what()

    def _say_what(self) -> None:
        self._ask_for_plan()
        text = self.batches.currentText()
        describe(self.begin, self.tr("Deliver {batch}").format(batch=text) if text else self.tr("Deliver"))

    def _ask(self) -> None:
        folder, batch = self.folder.folder, self.batches.currentData()
        if self._job is not None or batch is None:
            return
        if folder is None and self._needs_folder():
            self.notice.say(self.tr("Choose the folder for the copies first."), Tone.ATTENTION)
            self.folder.setFocus()
            return
        many = next((line.to_deliver for line in self.desk.waiting.lines if line.batch.id == batch), 0)
        photos = counted("%n photo(s)", many)
        self.confirm(
            self.tr("Deliver {photos}? What is proven to be out is then deleted on this computer.").format(
                photos=photos
            ),
            self.tr("Deliver and delete {photos}").format(photos=photos),
            many=many,
            act=lambda: self._begin(BatchId(batch), folder if self._needs_folder() else None),
        )

    def _ask_for_plan(self) -> None:
        batch = self._done_batch if self._job is not None else self.batches.currentData()
        if batch is not None and not self.desk.is_locked:
            chosen = BatchId(batch)
            self.desk.ask(lambda services: plan_of(services, chosen), done=self._show_plan, failed=self.tell)

    def _show_plan(self, plan: tuple[Planned, ...]) -> None:
        self._plan = plan
        self.plan.show_plan(plan)
        self._folder_label.setVisible(self._needs_folder())
        self.folder.setVisible(self._needs_folder())
        self.progress.detail(
            " · ".join(
                self.tr("{platform}: {out} of {total}").format(
                    platform=line.platform, out=line.out, total=line.copies
                )
                for line in plan
            )
        )

    def _needs_folder(self) -> bool:
        """Whether a platform has no destination of its own."""
        return not self._plan or any(not line.destination for line in self._plan)

    def _begin(self, batch: BatchId, folder: Path | None) -> None:
        self.notice.hide()
        self._left_out = []
        self._done_batch = batch
        self.put_away()
        self.progress.begin(self.tr("Preparing the copies…"))
        self._job = self.desk.begin(
            lambda services: acts.deliver(services, batch, folder),
            done=lambda _value: self._all_out(folder),
            failed=self._failed,
            progressed=self._progressed,
            stopped=lambda: self._end(
                self.tr("Stopped. What is out is on record; the rest is safe here and can go on."),
                Tone.ATTENTION,
            ),
        )
        self._form.hide()
        self.desk.delivering = batch
        self.desk.count()
        self.progress.button.setFocus()

    def _all_out(self, folder: Path | None) -> None:
        """Whoever posts by hand goes on in the folder."""
        words = self.tr("Everything is out.")
        self._end(words, Tone.GOOD)
        if folder is not None and not self._left_out:
            self.notice.offer(
                words, self.tr("Open the folder"), lambda: self.show_folder(folder), tone=Tone.GOOD
            )
            self.notice.button.setFocus()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _progressed(self, progress: Progress) -> None:
        words = self.tr("Written, checked and deleted here: {done} of {total}")
        self.progress.step(
            words.format(done=progress.done, total=progress.total), progress.done, progress.total
        )
        if progress.trouble:
            self._left_out.append(RefusedFile(progress.name, progress.trouble))
        self._ask_for_plan()

    def _failed(self, failure: Failure) -> None:
        self._end("", Tone.TROUBLE)
        self.tell(failure)

    def _end(self, words: str, tone: Tone) -> None:
        self._job = self.desk.delivering = None
        self.progress.end()
        if self._left_out:
            words, tone = self.tr("Some photos could not go out; they are safe here."), Tone.ATTENTION
        if words:
            self.notice.say(words, tone)
        self.desk.count()
        self.settling.read()
        self._show_result()

    def _show_result(self) -> None:
        """What became of the last batch; asked for anew after a lock."""
        batch = self._done_batch
        if batch is not None and not self.desk.is_locked:
            self.refused.show_files(self._left_out)
            self.desk.ask(lambda services: delivered(services, batch), done=self._show, failed=self.tell)

    def _show(self, found: Delivered) -> None:
        if self.desk.is_locked:
            return
        self._empty.hide()
        words = self.tr(
            "{copies} went out. {photos} were deleted on this computer: their keys are destroyed."
        )
        self._proof.setText(
            words.format(
                copies=counted("%n copy(s)", len(found.publications)),
                photos=counted("%n photo(s)", len(found.erased)),
            )
        )
        self.table.show_files(found)
        self._fit_address()
        self._result.show()

    # where it can be seen

    def _fit_address(self) -> None:
        post = self.table.current()
        self.address.setEnabled(post is not None)
        self.address.setText(
            self.tr("Change its address…")
            if post is not None and post.address
            else self.tr("Enter its address…")
        )

    def _ask_address(self) -> None:
        post = self.table.current()
        if post is not None:
            self._addressing.ask(
                post.file_name, self.table.platform_of(post), self.table.without_address(post)
            )


def open_folder(folder: Path) -> None:
    """In the computer's own file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
