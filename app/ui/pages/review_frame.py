"""How the review is laid out: bar, tabs, photo, strip, and the panel beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.access import describe
from app.ui.bind import native_key
from app.ui.count import counted
from app.ui.pages.photo_frame import PhotoFrame
from app.ui.pictures import Shown, crop_of
from app.ui.theme import MEDIUM, SMALL, STEP, Theme
from app.ui.widgets.candidate_button import Offer
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.face_panel import FacePanel
from app.ui.widgets.notice import Notice
from app.ui.widgets.photo_view import PhotoView
from app.ui.widgets.region_mark import RegionMark
from app.ui.widgets.words_panel import WordsPanel
from app.ui.widgets.yielding_area import YieldingArea

ROOMY, TIGHT = 1080, 900
"""Pixels at 100 % above which there is room for the bar of progress, and below which for few words."""

TOOL = 16
"""Side of a tool's icon in pixels at 100 %: six of them stand beside words."""


class ReviewFrame(PhotoFrame):
    """Widgets and their places; no meaning."""

    def __init__(self, theme: Theme, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.name_parts(self.tr("The photos of this batch"), self.tr("In this photo"))
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(120)
        self.answered = ElidedLabel(self)
        self.answered.setObjectName("muted")
        self.ask = QPushButton(self)
        self.ask.setObjectName("primary")
        self.photo = PhotoView(theme, self)
        describe(
            self.photo,
            self.tr("The photo"),
            tip=self.tr("Tab goes to the next open person; Space shows it as published"),
        )
        self.photo.setToolTip("")
        self.peek = QPushButton(self.tr("As published"), self)
        self.peek.setObjectName("plain")
        theme.put_icon(self.peek, "peek")
        describe(
            self.peek,
            self.tr("As published"),
            tip=self.tr("Hold to see the photo as it would be published"),
            key="Space",
        )
        self.heads = self.small()
        self.notes = self.small(name="note")
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.panel = FacePanel(theme, self)
        self.words = WordsPanel(theme, self)
        self._sides = QStackedLayout()
        self.same = QPushButton(self.tr("Same person"), self)
        self.same.setObjectName("plain")
        theme.put_icon(self.same, "everyone")
        self._tools = QHBoxLayout()
        self._side_tools = QHBoxLayout()
        self.lay_out(self._bar(), notice, self.photo, self._side())

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        for part in (self.title, self.progress, self.answered):
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(self.peek)
        self._tools.setSpacing(0)
        bar.addLayout(self._tools)
        bar.addWidget(self.ask)
        return bar

    def _side(self) -> QVBoxLayout:
        faces = QWidget(self)
        column = QVBoxLayout(faces)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, SMALL)
        head.setSpacing(STEP)
        words = QLabel(self.tr("In this photo"), self)
        words.setObjectName("strong")
        words.setWordWrap(True)
        self._side_tools.setSpacing(0)
        self._side_tools.addWidget(words, 1)
        head.addLayout(self._side_tools)
        head.addWidget(self.heads)
        head.addWidget(self.notes)
        column.addLayout(head)
        column.addWidget(self.regions, 1)
        column.addWidget(self.same)
        column.addWidget(self.line())
        column.addWidget(YieldingArea(self.panel, self))
        self._sides.addWidget(faces)
        self._sides.addWidget(self.words)
        both = QVBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.addLayout(self._sides)
        return both

    def turn_to_words(self, *, on: bool) -> None:
        """What is written beside the photo, in the place of who is in it."""
        self._sides.setCurrentIndex(int(on))
        if on:
            self.words.caption.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.photo.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def at_words(self) -> bool:
        return self._sides.currentIndex() == 1

    def take_actions(self, actions: Mapping[str, QAction]) -> None:
        """Buttons for the actions that have a place on the page."""
        for name in ("compare", "zoom_out", "zoom_in", "fit", "undo", "redo"):
            self._tools.addWidget(self._button(actions[name]))
        self._tools.addSpacing(MEDIUM)  # not where the hand goes for undo
        self._tools.addWidget(self._button(actions["delete"]))
        for name in ("words", "draw", "lasso", "brush", "everyone", "keys"):
            self._side_tools.addWidget(self._button(actions[name]))
        self.same.clicked.connect(actions["same"].trigger)
        self.same.hide()
        self.panel.set_answers(
            actions,
            {
                "accept": "tick",
                "accept_all": "everyone",
                "not_listed": "dismiss",
                "remove": "remove",
                "cover": "cover",
                "show": "show",
            },
        )

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setIconSize(QSize(self._theme.sign(TOOL), self._theme.sign(TOOL)))
        describe(button, action.text(), tip=action.statusTip())
        button.setToolTip(action.toolTip())
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where there is little room, the words alone say how far it is, and not what a picture says, too."""
        self.progress.setVisible(self.width() > self._theme.pixels(ROOMY))
        self.peek.setText("" if self.width() < self._theme.pixels(TIGHT) else self.tr("As published"))
        super().resizeEvent(event)

    # filling

    def show_batch(self, title: str, photos: int, *, waits: int, ready: int) -> None:
        """The bar on top."""
        self.title.setText(f"{title} · {counted('%n photo(s)', photos)}")
        self.progress.setRange(0, max(1, photos))
        self.progress.setValue(photos - waits)
        words = self.tr("{done} of {total} answered").format(done=photos - waits, total=photos)
        self.answered.setText(words)
        describe(self.progress, words)
        text = self.tr("Ask for approval ({n})").format(n=ready) if ready else self.tr("Ask for approval")
        self.ask.setText(text)
        self.ask.setEnabled(bool(ready))
        tip = self.tr("Send the answered photos to a colleague, who looks and says go live")
        describe(self.ask, text, tip=tip, key="Ctrl+Return")

    def show_unfinished(self, unfinished: int) -> None:
        """How many photos of the batch are still being looked at; they come to the strip one by one."""
        if unfinished:
            more = self.tr("{n} more to come").format(n=unfinished)
            self.answered.setText(f"{self.answered.text()} · {more}")

    def show_region(
        self, mark: RegionMark, picture: Shown | None, offers: Sequence[Offer], *, named: bool
    ) -> None:
        """The region in focus."""
        crop = crop_of(picture, mark.box) if picture is not None else None
        self.panel.show_region(mark.title, mark.reason, crop, can_be_named=named)
        self.panel.show_offers(offers)

    def show_notes(self, lines: Sequence[str]) -> None:
        """Why the photo came back from whoever approves."""
        self.notes.setText("\n".join(lines))
        self.notes.setVisible(bool(lines))

    def show_same(self, name: str, many: int) -> None:
        """Whoever was named last may be in other photos of the batch, too."""
        self.same.setVisible(many > 0)
        photos = counted("%n photo(s)", many)
        words = self.tr("{name}: {photos} more").format(name=name, photos=photos)
        self.same.setText(words if many else self.tr("Same person"))
        describe(
            self.same,
            self.same.text(),
            tip=self.tr("See where else in this batch the same person may be, and confirm them together"),
            key="A",
        )

    def show_no_region(self, *, has_regions: bool) -> None:
        if has_regions:
            words = self.tr("Nothing here waits for you. Choose someone to correct, or press {key} to go on.")
        else:
            words = self.tr("No one and nothing was found. Look yourself; draw (B) what was missed.")
        self.panel.show_region("", words.format(key=native_key("Return")), None, can_be_named=False)
        self.panel.show_offers(())

    def clear(self) -> None:
        super().clear()
        self.photo.clear()
        self.panel.clear()
        self.words.clear()
        self.heads.clear()
        self.show_same("", 0)
        self.show_notes(())
