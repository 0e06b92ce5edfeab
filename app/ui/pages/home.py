"""Home: what waits for me comes first, then the batches, newest first."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from app.ui.access import describe
from app.ui.count import counted
from app.ui.deleting import Deleting
from app.ui.desk import Desk
from app.ui.duty_words import lines
from app.ui.job import Urgency
from app.ui.pages.page import Page
from app.ui.reading import BatchLine, Who, photos_at
from app.ui.reading_duties import Duties, duties, told
from app.ui.theme import MEDIUM, STEP, Theme
from app.ui.widgets.duty_list import DutyList
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.notice import Notice, Tone
from consent.publications import BatchId
from consent.stages import UNPUBLISHED, Stage


class HomePage(Page):
    """Numbers here are things to do, never statistics."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        column = self.column()
        self._hello = self.heading("")
        column.addWidget(self._hello)
        column.addWidget(self.notice)
        self._behind = Notice(theme, self)
        column.addWidget(self._behind)
        self._waits_heading = self.heading(self.tr("What waits for you"), name="heading")
        column.addWidget(self._waits_heading)
        self._tiles = QHBoxLayout()
        self._tiles.setSpacing(MEDIUM)
        column.addLayout(self._tiles)
        self._tile: dict[str, _Tile] = {}
        for page, text in (
            ("bring_in", self.tr("Bring in")),
            ("review", self.tr("Review")),
            ("approve", self.tr("Approve")),
            ("deliver", self.tr("Deliver")),
        ):
            tile = _Tile(theme, page, text, self)
            tile.button.clicked.connect(lambda _checked=False, p=page: self.page_wanted.emit(p, ""))
            self._tile[page] = tile
            self._tiles.addWidget(tile, 1)
        self._duties_heading = self.heading(self.tr("Also to see to"), name="heading")
        column.addWidget(self._duties_heading)
        self.duties = DutyList(theme, self)
        self.duties.wanted.connect(self.page_wanted)
        column.addWidget(self.duties)
        self._duties_heading.hide()
        self._batches_heading = self.heading(self.tr("Batches"), name="heading")
        column.addWidget(self._batches_heading)
        self._batches = QVBoxLayout()
        self._batches.setSpacing(MEDIUM)
        column.addLayout(self._batches)
        self._empty = EmptyState(theme, self)
        column.addWidget(self._empty)
        column.addStretch(1)
        self._shown: tuple[tuple[BatchLine, ...], BatchId | None] = ((), None)
        self._deleting = Deleting(self)
        self._begins = False
        desk.waiting_changed.connect(self._counted)

    def enter(self) -> None:
        self.desk.count()
        self._begins = True
        self._show()
        self.desk.ask(duties, done=self._show_duties, failed=lambda _failure: None, urgency=Urgency.LATER)

    def _counted(self) -> None:
        self._show()
        self._begins = False

    def _begin_where_something_waits(self) -> None:
        """What only few may do comes first, then the first card with something to do; else the first card."""
        tiles = [tile for tile in self._tile.values() if not tile.isHidden()]
        approve = self._tile["approve"]
        tiles.sort(key=lambda tile: (tile is not approve or not tile.number, not tile.number))
        first = next(iter(tiles), None)
        if first is not None and self._begins and self.isVisible():
            first.button.setFocus()

    def put_away(self) -> None:
        self._hello.clear()
        self._clear_batches()
        self.duties.clear()
        self._duties_heading.hide()

    def _show(self) -> None:
        who, waits = self.desk.who, self.desk.waiting
        if who is None or self.desk.is_locked:
            return
        self._hello.setText(self.tr("Hello, {name}").format(name=who.name))
        self._say_what_is_missing(who)
        another = ""
        if waits.for_another:
            another = self.tr("{photos} of yours wait for a colleague").format(
                photos=counted("%n photo(s)", waits.for_another)
            )
        self._tile["bring_in"].say(
            waits.unfinished,
            self.tr("Unfinished: go on") if waits.unfinished else self.tr("From a camera, card or folder"),
        )
        back = self.tr("{n} sent back with a note").format(n=waits.sent_back) if waits.sent_back else ""
        self._tile["review"].say(waits.to_review, back or self.tr("Who is who, and what is covered"))
        look = self.tr("Look, and say go live")
        if who.stands_in_for:
            look = self.tr("You stand in for {name}").format(name=who.stands_in_for)
        self._tile["approve"].say(waits.to_approve, another or look)
        self._tile["deliver"].say(waits.to_deliver, self.tr("Approved, ready to go out"))
        works = who.may_prepare()
        for page in ("bring_in", "review", "deliver"):
            self._tile[page].setVisible(works)
        self._tile["approve"].setVisible(who.may_approve())
        self._waits_heading.setVisible(works)
        self._begin_where_something_waits()
        shown = (waits.lines, self.desk.delivering)
        if shown != self._shown:  # else a button under the hand would be taken away
            self._clear_batches()
            self._shown = shown
            for line in waits.lines:
                self._batches.addWidget(self._batch(line))
        self._batches_heading.setVisible(bool(waits.lines))
        self._empty.setVisible(not waits.lines and works)
        self._empty.say(
            "photo",
            self.tr("No photos yet"),
            self.tr(
                "Bring in the photos of an event from a camera, a card or a folder. They stay on this computer."
            ),
            button=self.tr("Bring in photos"),
            act=lambda: self.page_wanted.emit("bring_in", ""),
        )

    def _show_duties(self, found: Duties) -> None:
        if self.desk.is_locked:
            return
        said = tuple(lines(found))
        self.duties.show_lines(said)
        self._duties_heading.setVisible(bool(said))
        if any(not one.told for one in found.endings):
            self.desk.ask(
                lambda services: told(services, found), done=lambda _: None, failed=lambda _failure: None
            )

    def _say_what_is_missing(self, who: Who) -> None:
        """Why this person can only look, and who can help."""
        if who.trained and who.policy_read:
            self._behind.hide()
            return
        if who.trained:
            said = self.tr(
                "You can look, but not work, until you have read the policy. Sign in again to read it."
            )
        else:
            said = self.tr(
                "You can look, but not work, until the day of your training is entered under Settings."
            )
            if who.helpers:
                said += " " + self.tr("{names} can do that.").format(names=", ".join(who.helpers))
        self._behind.say(said, Tone.ATTENTION)

    def _clear_batches(self) -> None:
        self._shown = ((), None)
        while (item := self._batches.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _batch(self, line: BatchLine) -> QWidget:
        frame, column = self.card()
        title = self.heading(line.batch.title, name="strong")
        when = QLocale().toString(QDate(*_day(line.batch.created_at)), QLocale.FormatType.LongFormat)
        words = [when, counted("%n photo(s)", line.photos), *self._counts(line)]
        column.setSpacing(STEP)
        if self.desk.delivering == line.batch.id:
            column.addLayout(self.row(title, None, self.heading(self.tr("being delivered"), name="muted")))
            column.addWidget(self.heading(" · ".join(words), name="muted"))
            return frame
        buttons: list[QWidget | None] = []
        for page, number, text in (
            ("bring_in", line.unfinished, self.tr("Go on")),
            ("review", line.to_review, self.tr("Review")),
            ("approve", 0 if line.mine else line.to_approve, self.tr("Approve")),
            ("deliver", line.to_deliver, self.tr("Deliver")),
        ):
            if number and (page != "approve" or (self.desk.who is not None and self.desk.who.may_approve())):
                button = QPushButton(text, self)
                describe(button, self.tr("{act}: {title}").format(act=text, title=line.batch.title))
                button.clicked.connect(
                    lambda _checked=False, p=page, b=line.batch.id: self.page_wanted.emit(p, b)
                )
                buttons.append(button)
        if line.unpublished and self.desk.who is not None and self.desk.who.may_prepare():
            buttons.append(self._delete_button(line))
        column.addLayout(self.row(title, None, *buttons))
        column.addWidget(self.heading(" · ".join(words), name="muted"))
        return frame

    def _delete_button(self, line: BatchLine) -> QPushButton:
        """What may be deleted of a batch; nothing is, before the question that follows is answered."""
        button = QPushButton(self.tr("Delete"), self)
        describe(button, self.tr("{act}: {title}").format(act=button.text(), title=line.batch.title))
        menu = QMenu(button)
        for number, text, stages in (
            (
                line.refused,
                self.tr("What could not be used ({n})…"),
                frozenset({Stage.REFUSED}),
            ),
            (line.unpublished, self.tr("Everything that is not published ({n})…"), UNPUBLISHED),
        ):
            if number:
                action = menu.addAction(text.format(n=number))
                action.triggered.connect(
                    lambda _checked=False, batch=line.batch.id, at=stages: self._ask_to_delete(batch, at)
                )
        button.setMenu(menu)
        return button

    def _ask_to_delete(self, batch: BatchId, stages: frozenset[Stage]) -> None:
        self.desk.ask(
            lambda services: photos_at(services, batch, stages), done=self._deleting.ask, failed=self.tell
        )

    def _counts(self, line: BatchLine) -> list[str]:
        """What of a batch is where, in words; nothing of what is none."""
        pairs = (
            (line.unfinished, self.tr("{n} not looked at yet")),
            (line.to_review, self.tr("{n} to review")),
            (line.sent_back, self.tr("{n} sent back with a note")),
            (line.to_approve, self.tr("{n} asked for approval")),
            (line.to_deliver, self.tr("{n} to deliver")),
            (line.delivered, self.tr("{n} out and deleted here")),
            (line.refused, self.tr("{n} refused")),
            (line.deleted, self.tr("{n} deleted, never published")),
        )
        return [text.format(n=number) for number, text in pairs if number]


class _Tile(QFrame):
    """One number with what it means, and the way there."""

    def __init__(self, theme: Theme, page: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._text, self.number = text, 0
        self._number = QLabel(self)
        self._number.setObjectName("number")
        self._words = QLabel(self)
        self._words.setObjectName("muted")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)  # in one line with its neighbours
        self.button = QPushButton(text, self)
        theme.put_icon(self.button, page)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(STEP)
        column.addWidget(self._number)
        column.addWidget(self._words, 1)
        column.addWidget(self.button)

    def say(self, number: int, words: str) -> None:
        self.number = number
        self._number.setText(str(number) if number else "–")
        self._words.setText(words)
        describe(self.button, f"{self._text}, {number}. {words}" if number else f"{self._text}. {words}")


def _day(moment: datetime) -> tuple[int, int, int]:
    """The day on this computer's calendar."""
    local = moment.astimezone()
    return local.year, local.month, local.day
