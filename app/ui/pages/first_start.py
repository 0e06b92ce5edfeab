"""The first start: three doors: set up a school, join one, or look around."""

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from app.ui.access import describe
from app.ui.desk import Desk
from app.ui.icons import pixmap
from app.ui.job import Failure
from app.ui.pages.page import Page
from app.ui.theme import HUGE, LARGE, SMALL, Theme
from app.ui.widgets.language_button import LanguageButton

if TYPE_CHECKING:
    from app.demo.report import DemoSchool

CARD_WIDTH = 560


class FirstStartPage(Page):
    """Shown where there is no store yet."""

    demo_ready = Signal(object)  # DemoSchool
    set_up_wanted = Signal()
    join_wanted = Signal()
    language_wanted = Signal(object)  # app.ui.language.Language

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.set_up = QPushButton(self.tr("Set up my school"), self)
        theme.put_icon(self.set_up, "home", "accent")
        self.join = QPushButton(self.tr("Join my school's register"), self)
        theme.put_icon(self.join, "people", "accent")
        self.look_around = QPushButton(self.tr("Look around with the demo school"), self)
        theme.put_icon(self.look_around, "review", "accent")
        self.language = LanguageButton(self)
        self.language.wanted.connect(self.language_wanted)
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._doing = self.heading("", name="muted")
        self._staff = self.heading("", name="body")
        self._staff.setTextFormat(Qt.TextFormat.PlainText)
        self._staff.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.go_on = QPushButton(self.tr("Go on to sign in"), self)
        self.go_on.setObjectName("primary")
        self._school: DemoSchool | None = None
        self._build()
        self.set_up.clicked.connect(lambda _checked=False: self.set_up_wanted.emit())
        self.join.clicked.connect(lambda _checked=False: self.join_wanted.emit())
        self.look_around.clicked.connect(self._make_demo)
        self.go_on.clicked.connect(self._leave)

    def _build(self) -> None:
        frame, column = self.card()
        frame.setFixedWidth(self.theme.pixels(CARD_WIDTH))
        column.setContentsMargins(HUGE, HUGE, HUGE, HUGE)
        picture = QLabel(self)
        picture.setPixmap(pixmap("greenlight", "", size=56, ratio=self.devicePixelRatio()))
        column.addWidget(picture)
        column.addWidget(self.heading(self.tr("Welcome to Greenlight")))
        words = self.tr("It checks a school's photos before they are posted, and covers who has not agreed.")
        column.addWidget(self.heading(words, name="muted"))
        column.addSpacing(SMALL)
        for door, words in (
            (self.set_up, self.tr("Your own people, permissions and platforms.")),
            (self.join, self.tr("It lies on a server, and other computers use it already.")),
            (
                self.look_around,
                self.tr("A made-up school with photos, to try everything. Nothing real in it."),
            ),
        ):
            door.setObjectName("door")
            describe(door, door.text(), tip=words)
            pair = QVBoxLayout()
            pair.setSpacing(4)
            pair.addWidget(door)
            pair.addWidget(self.heading(words, name="small"))
            column.addLayout(pair)
        describe(self._busy, self.tr("Making the demo school"))
        for part in (self._doing, self._busy, self.notice, self._staff, self.go_on):
            column.addWidget(part)
            part.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        grid.addWidget(self.language, 0, 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(frame, 1, 0, Qt.AlignmentFlag.AlignCenter)
        grid.setRowStretch(1, 1)

    def enter(self) -> None:
        self.look_around.setFocus()

    def _make_demo(self) -> None:
        for door in (self.set_up, self.join, self.look_around):
            door.setEnabled(False)
        self.notice.hide()
        self._doing.setText(
            self.tr("Making the demo school: people, permissions and photos. This takes a moment.")
        )
        self._doing.show()
        self._busy.show()
        make = self.desk.doors.make_demo
        self.desk.long.submit(
            lambda: make(Path(mkdtemp(prefix="greenlight-demo-"))), done=self._made, failed=self._not_made
        )

    def _made(self, school: DemoSchool) -> None:
        self._school = school
        self._busy.hide()
        lines = [
            self.tr("{name} ({roles}): {user} / {password}").format(
                name=one.full_name, roles=one.roles, user=one.user_name, password=one.password
            )
            for one in school.staff
        ]
        self._doing.setText(
            self.tr("The demo school is ready. Its staff, with user name and password — keep them at hand:")
        )
        lines += ["", self.tr("Its photos lie in {folder}").format(folder=school.device)]
        self._staff.setText("\n".join(lines))
        self._staff.show()
        self.go_on.show()
        self.go_on.setFocus()

    def _not_made(self, failure: Failure) -> None:
        self._busy.hide()
        self._doing.hide()
        for door in (self.set_up, self.join, self.look_around):
            door.setEnabled(True)
        self.tell(failure)

    def _leave(self) -> None:
        if self._school is not None:
            self.demo_ready.emit(self._school)
