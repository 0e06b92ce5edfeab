"""Bring in: a folder, the platforms, and then the photos are copied and looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QPushButton

from app.errors import Trouble
from app.ui import acts
from app.ui.access import describe
from app.ui.choosing import Choosing
from app.ui.count import counted
from app.ui.deleting import Deleting
from app.ui.desk import Desk
from app.ui.job import Failure, Job
from app.ui.pages.page import Page
from app.ui.reading import RefusedFile, latest_batch, platforms
from app.ui.theme import SMALL, STEP, Theme
from app.ui.widgets.folder_field import FolderField
from app.ui.widgets.notice import Tone
from app.ui.widgets.offer_list import OfferList
from app.ui.widgets.progress_card import ProgressCard
from app.ui.widgets.refused_list import RefusedList
from consent.devices import DeviceId
from consent.platforms import Platform, PlatformId
from consent.publications import BatchId, PhotoId
from consent.stages import Stage

if TYPE_CHECKING:
    from app.offers import Offer
    from app.services import Services
    from app.work.progress import Progress


class BringInPage(Page):
    """The originals are only read."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.folder = FolderField(theme, self.tr("Folder"), self.tr("Choose the folder with the photos"))
        self.batch_title = QLineEdit(self)
        describe(
            self.batch_title, self.tr("Title"), tip=self.tr("What the photos are of, such as Sports day")
        )
        self.begin = QPushButton(self.tr("Bring in"), self)
        theme.put_icon(self.begin, "bring_in", "on_accent")
        self.begin.setObjectName("primary")
        self.progress = ProgressCard(self)
        self.refused = RefusedList(self)
        self.offers = OfferList(theme, self)
        self.choosing = Choosing(self)
        self._phone: DeviceId | None = None
        self._plugged_in = 0
        self._goes_on = True  # not after a person stopped it, nor where it would only fail again
        self.boxes: dict[PlatformId, QCheckBox] = {}
        self._job: Job | None = None
        self._batch: BatchId | None = None
        self._offered_early = False
        self._left_out: list[RefusedFile] = []
        self._build()
        self._deleting = Deleting(self)
        self.refused.delete_wanted.connect(self._deleting.ask)
        self._deleting.deleted.connect(self._deleted)
        self.offers.chosen.connect(self._choose)
        self.folder.changed.connect(self._folder_typed)
        self.begin.clicked.connect(self._begin)
        self.folder.line.returnPressed.connect(self.batch_title.setFocus)
        self.batch_title.returnPressed.connect(self._begin)
        self.progress.cancelled.connect(self._cancel)

    def _build(self) -> None:
        column = self.column()
        column.addWidget(self.heading(self.tr("Bring in")))
        column.addWidget(self.notice)
        column.addWidget(self.progress)
        column.addWidget(self.refused)
        column.addWidget(self.offers)
        self._form, form = self.card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for row, text, field in (
            (0, self.tr("&Folder"), self.folder),
            (2, self.tr("&Title"), self.batch_title),
        ):
            label = QLabel(text, self)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.addLayout(self.row(self.choosing.button, self.choosing.said, None), 1, 1)
        meant = QLabel(self.tr("For"), self)
        meant.setContentsMargins(0, SMALL, 0, 0)  # level with the first row of boxes
        grid.addWidget(meant, 3, 0, Qt.AlignmentFlag.AlignTop)
        self._platforms = QGridLayout()
        self._platforms.setSpacing(STEP)
        grid.addLayout(self._platforms, 3, 1)
        grid.setColumnStretch(1, 1)
        form.addLayout(grid)
        words = self.tr(
            "The photos are copied and locked away on this computer. Originals on the school's own devices stay there; on "
            "other approved devices they are deleted when their copies are proven."
        )
        form.addWidget(self.heading(words, name="muted"))
        form.addSpacing(SMALL)
        form.addLayout(self.row(self.begin, None))
        column.addWidget(self._form)
        column.addStretch(1)

    def enter(self) -> None:
        self.desk.ask(platforms, done=self._offer, failed=self.tell)
        if self._job is None:
            self.refused.show_files(self._left_out)
        unfinished = [line for line in self.desk.waiting.lines if line.unfinished]
        if unfinished and self._job is None:
            line = unfinished[0]
            self.notice.offer(
                self.tr("{photos} were brought in and not looked at yet. They are safe.").format(
                    photos=counted("%n photo(s)", line.unfinished)
                ),
                self.tr("Go on"),
                lambda: self.resume(line.batch.id),
                tone=Tone.ATTENTION,
            )
        self.folder.setFocus()

    def begin_anew(self) -> None:
        self._goes_on = True
        self._left_out = []
        self.refused.show_files(())
        self.folder.line.clear()
        self.batch_title.clear()
        for box in self.boxes.values():
            box.setChecked(False)
        self.notice.hide()

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """What is plugged in; an intake that a pulled-out device or a crash cut off goes on by itself."""
        if len(offers) < self._plugged_in:
            self._goes_on = True  # something was pulled out: when it comes back, it has come back
        self._plugged_in = len(offers)
        self.offers.show_offers(offers)
        cut_off = [batch for offer in offers if offer.approved for batch in offer.unfinished]
        if cut_off and self._goes_on and self._job is None:
            self._start(lambda services: acts.resume(services, cut_off[0]), cut_off[0])

    def _choose(self, offer: Offer) -> None:
        """The rest is the same as for a folder: a title, the platforms, and Bring in."""
        self.folder.line.setText(offer.device.name if offer.place is None else str(offer.place))
        self._phone = offer.device.id if offer.place is None else None
        self.choosing.begin_at(offer.place, self._phone)
        self.batch_title.setFocus()

    def _folder_typed(self) -> None:
        self._phone = None
        self.choosing.begin_at(self.folder.folder, None)

    def put_away(self) -> None:
        self.offers.show_offers(())
        self.refused.show_files(())
        self.progress.detail("")

    def _offer(self, found: Sequence[Platform]) -> None:
        if [platform.id for platform in found] == list(self.boxes):
            return
        for box in self.boxes.values():
            box.deleteLater()
        self.boxes = {}
        for number, platform in enumerate(found):
            box = QCheckBox(platform.name, self)
            box.setAccessibleName(platform.name)
            self._platforms.addWidget(box, number // 4, number % 4)
            self.boxes[platform.id] = box

    def _begin(self) -> None:
        folder = self.folder.folder
        chosen = tuple(platform for platform, box in self.boxes.items() if box.isChecked())
        if folder is None:
            self.notice.say(self.tr("Choose the folder with the photos first."), Tone.ATTENTION)
            self.folder.setFocus()
            return
        if not chosen:
            self.notice.say(self.tr("Choose at least one platform."), Tone.ATTENTION)
            next(iter(self.boxes.values()), self.folder).setFocus()
            return
        title = self.batch_title.text().strip() or self.tr("Photos of {day}").format(
            day=QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
        )
        phone, only = self._phone, self.choosing.chosen
        self._start(
            lambda services: (
                acts.bring_in(services, folder, title, platforms=chosen, chosen=only)
                if phone is None
                else acts.bring_in_phone(services, phone, title, platforms=chosen, chosen=only)
            ),
            None,
        )

    def enter_at(self, item: str) -> None:
        self.enter()
        self.resume(BatchId(item))

    def resume(self, batch: BatchId) -> None:
        """Look at the photos of a batch that an earlier run did not come to."""
        if self._job is None:
            self._start(lambda services: acts.go_on(services, batch), batch)

    def _start(self, work: Callable[[Services], Iterator[Progress]], batch: BatchId | None) -> None:
        if self._job is not None:
            return
        self._batch, self._left_out, self._offered_early = batch, [], False
        self.notice.hide()
        self.refused.show_files(())
        self._form.setEnabled(False)
        self.progress.begin(self.tr("Looking for photos…"))
        self._job = self.desk.begin(
            work, done=self._finished, failed=self._failed, progressed=self._progressed, stopped=self._stopped
        )
        self.progress.button.setFocus()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _progressed(self, progress: Progress) -> None:
        doing = {
            Stage.INTAKE: self.tr("Copying: {done} of {total}"),
            Stage.ERASE: self.tr("Deleting originals on the device: {done} of {total}"),
        }.get(progress.stage, self.tr("Looking at the photos: {done} of {total}"))
        done = progress.done
        if progress.stage is Stage.INTAKE and done == progress.total:
            # the first photo is told of when it was looked at, which takes a while
            doing, done = self.tr("Looking at the photos: {done} of {total}"), 0
        self.progress.step(doing.format(done=done, total=progress.total), done, progress.total)
        if progress.trouble:
            # what was left out while copying is not kept; the photo it is told of is one that was here already
            kept = progress.photo if progress.stage is Stage.DECIDE else None
            self._left_out.append(RefusedFile(progress.name, progress.trouble, kept))
            self.progress.detail(
                self.tr("{files} could not be used").format(files=counted("%n file(s)", len(self._left_out)))
            )
        if progress.stage is Stage.DECIDE:
            self.desk.count()
            if not progress.trouble and not self._offered_early and progress.done < progress.total:
                self._offered_early = True
                self.desk.ask(latest_batch, done=self._offer_early, failed=self.tell)

    def _offer_early(self, batch: BatchId | None) -> None:
        """Nobody has to wait for the last photo."""
        if batch is not None and self._job is not None:
            self.notice.offer(
                self.tr("You can begin to review; the other photos come to you as they are looked at."),
                self.tr("Review now"),
                lambda: self.page_wanted.emit("review", batch),
            )
            if self.progress.button.hasFocus():
                self.notice.button.setFocus()

    def _deleted(self, photos: tuple[PhotoId, ...]) -> None:
        self._left_out = [file for file in self._left_out if file.photo is None or file.photo not in photos]
        if not self.desk.is_locked and self._job is None:
            self.refused.show_files(self._left_out)

    def _finished(self, _value: object) -> None:
        self._end(self.tr("The photos are in."), Tone.GOOD)

    def _stopped(self) -> None:
        self._goes_on = False
        self._end(
            self.tr("Stopped. What was finished is kept and safe; you can go on later."), Tone.ATTENTION
        )

    def _failed(self, failure: Failure) -> None:
        self._goes_on = failure.code is Trouble.DEVICE_GONE
        self._over()
        self.tell(failure)
        if failure.code in {Trouble.FOLDER_MISSING, Trouble.FOLDER_EMPTY, Trouble.DEVICE_NOT_APPROVED}:
            self.folder.setFocus()

    def _over(self) -> None:
        self._job = None
        self.progress.end()
        self._form.setEnabled(True)
        self.desk.plugged.look_afresh()
        self.desk.count()
        if not self.desk.is_locked:
            self.refused.show_files(self._left_out)

    def _end(self, words: str, tone: Tone) -> None:
        self._over()

        def found(batch: BatchId | None) -> None:
            if batch is None:
                self.notice.say(
                    words
                    if tone is not Tone.GOOD
                    else self.tr(
                        "No photo was added: what is in this folder is here already or could not be used."
                    ),
                    Tone.ATTENTION,
                )
                return
            self.notice.offer(
                words, self.tr("Review now"), lambda: self.page_wanted.emit("review", batch), tone=tone
            )

        if self._batch is not None:
            found(self._batch)
        else:
            self.desk.ask(latest_batch, done=found, failed=self.tell)
