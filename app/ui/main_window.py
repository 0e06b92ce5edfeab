"""The window: the inside while someone is signed in; else the page to sign in, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget

from app.ui.ahead import Ahead
from app.ui.appearance import Appearance
from app.ui.away.base import away_watch
from app.ui.desk import Desk
from app.ui.enter import presses
from app.ui.front_doors import FrontDoors
from app.ui.idle import LOCK_AFTER_MS, IdleWatch
from app.ui.inside import Inside
from app.ui.language import spoken
from app.ui.pages.first_start import FirstStartPage
from app.ui.pages.gate import GatePage
from app.ui.pages.page import Page
from app.ui.pages.sign_in import SignInPage
from app.ui.stops import STOPS
from app.ui.theme import Look, Theme

if TYPE_CHECKING:
    from app.ui.pages.approve import ApprovePage
    from app.ui.pages.bring_in import BringInPage
    from app.ui.pages.deliver import DeliverPage
    from app.ui.pages.home import HomePage
    from app.ui.pages.review import ReviewPage
    from app.ui.widgets.header import Header

REST_MS = 200
"""How often it is looked whether the work in hand is done, when the pages wait to be built anew."""


class MainWindow(QMainWindow):
    """Its title never holds a name; while locked it shows nothing of a photo."""

    appearance_wanted = Signal(object)  # Appearance

    def __init__(self, desk: Desk, theme: Theme, *, lock_after_ms: int = LOCK_AFTER_MS) -> None:
        super().__init__()
        self.setWindowTitle("Greenlight")
        self.desk, self.theme = desk, theme
        self._whole = QStackedWidget(self)
        self.setCentralWidget(self._whole)
        self._inside: Inside | None = None
        self._goal = "home"
        self._gate: Page | None = None
        self._looks_only = ""
        self._idle = IdleWatch(self, after_ms=lock_after_ms)
        self._idle.idle.connect(desk.lock)
        self._away = away_watch(self)
        self._away.away.connect(desk.lock)
        self._rest = QTimer(self, interval=REST_MS)
        self._rest.timeout.connect(self._build_anew_when_at_rest)
        self._doors = self._build_doors()
        desk.signed_in.connect(self._enter)
        # a slow sign-in may outlast the wait: the desk would stay open until someone touched it
        desk.signed_in.connect(lambda _same: self._idle.begin())
        desk.locked.connect(self._locked)
        self.resize(1280, 720)

    def _build_doors(self) -> FrontDoors:
        doors = FrontDoors(self.desk, self.theme, self._whole, parent=self)
        doors.goal_set.connect(self._set_goal)
        doors.language_wanted.connect(self._change_language)
        return doors

    def _set_goal(self, page: str) -> None:
        """Where whoever goes in first is to arrive."""
        self._goal = page

    @property
    def sign_in(self) -> SignInPage:
        return self._doors.sign_in

    @property
    def first_start(self) -> FirstStartPage:
        return self._doors.first_start

    def work_ahead(self) -> Ahead:
        """From now on pages are loaded and built before they are asked for; the window is shown already."""
        ahead = Ahead(self.desk.side, STOPS, build_next=self._build_next, parent=self)
        self.desk.signed_in.connect(lambda _same: ahead.go_on())
        if self.windowHandle() is not None:
            self.windowHandle().installEventFilter(ahead.rest)
        return ahead

    def _build_next(self) -> bool:
        """Build one page that this person may ask for; False where all are there."""
        return self._inside is not None and not self.desk.is_locked and self._inside.build_next()

    def start(self, *, has_store: bool) -> None:
        """Show the first page."""
        self._doors.show(self.sign_in if has_store else self.first_start)

    def go(self, page: str, item: str = "") -> None:
        """Show a page of the rail, with an item of it in front (such as a batch) where one is named."""
        if self._inside is not None:
            self._inside.go(page, item)

    @property
    def pages(self) -> Mapping[str, Page]:
        """Those that are built."""
        return self._inside.pages if self._inside is not None else {}

    def page(self, name: str) -> Page:
        """A page, built when it is first asked for."""
        return self._there.page(name)

    @property
    def header(self) -> Header:
        return self._there.header

    @property
    def _there(self) -> Inside:
        """Only once someone has signed in."""
        if self._inside is None:
            raise LookupError
        return self._inside

    @property
    def home(self) -> HomePage:
        return cast("HomePage", self.page("home"))

    @property
    def bring_in(self) -> BringInPage:
        return cast("BringInPage", self.page("bring_in"))

    @property
    def review(self) -> ReviewPage:
        return cast("ReviewPage", self.page("review"))

    @property
    def approve(self) -> ApprovePage:
        return cast("ApprovePage", self.page("approve"))

    @property
    def deliver(self) -> DeliverPage:
        return cast("DeliverPage", self.page("deliver"))

    # the inside is built when the first person has signed in: the window is up sooner

    def _build_inside(self, front: str) -> Inside:
        inside = Inside(self.desk, self.theme, front=front, parent=self)
        inside.switch_wanted.connect(self._switch)
        inside.look_wanted.connect(self._change_look)
        inside.appearance_wanted.connect(self.appearance_wanted)
        self.desk.waiting_changed.connect(inside.count)
        self.desk.plugged.offered.connect(inside.offer)
        self.desk.retiring.erased.connect(inside.tell_what_went)
        self._whole.addWidget(inside)
        return inside

    # how it looks

    def _change_look(self, look: str) -> None:
        self.appearance_wanted.emit(Appearance(spoken(), Look(look), self.theme.text_percent))

    def _change_language(self, language: object) -> None:
        chosen = Appearance(language, self.theme.look, self.theme.text_percent)  # type: ignore[arg-type]
        self.appearance_wanted.emit(chosen)

    def build_anew(self) -> None:
        """Show everything in another language or size, as soon as no work is in hand."""
        self._rest.start()
        self._build_anew_when_at_rest()

    def _build_anew_when_at_rest(self) -> None:
        if any(lane.busy for lane in self.desk.lanes):
            return  # its pages are told how the work goes on, and must be there
        self._rest.stop()
        at_door = self._whole.currentWidget()
        was_first_start = at_door is self.first_start
        old: list[QWidget | None] = [self.sign_in, self.first_start, self._inside]
        self._close_what_is_open()
        if self._inside is not None:
            self._inside = self._build_inside(self._inside.front)
        self._doors = self._build_doors()
        if self.desk.is_locked or self.desk.who is None:
            self.start(has_store=not was_first_start)
        else:
            self._enter(same=True)
        for widget in old:
            if widget is not None:
                self._whole.removeWidget(widget)
                widget.deleteLater()

    # coming and going

    def _enter(self, same: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.sign_in.signed_in()
        if self._inside is None:
            self._inside = self._build_inside("home")
        self._inside.welcome()
        if not same:
            self._inside.begin_anew()
        elif self._inside.front in self._inside.allowed():
            self._goal = self._inside.front
        who = self.desk.who
        if who is not None and GatePage.needed(who) and (who.invited or who.id != self._looks_only):
            self._stop_at_gate()
        else:
            self._go_in()

    def _stop_at_gate(self) -> None:
        page = GatePage(self.desk, self.theme)
        page.passed.connect(lambda: self._through(page))
        self._gate = page
        self._doors.show(page)

    def _through(self, page: Page) -> None:
        self._gate = None
        self._looks_only = self.desk.who.id if self.desk.who is not None else ""
        self._go_in()
        self._doors.close(page)

    def _go_in(self) -> None:
        if self._inside is None:
            return
        page, self._goal = self._goal, "home"
        self._whole.setCurrentWidget(self._inside)
        self._inside.fit_rail(self.width())
        self._inside.count()
        self.go(page)

    def _locked(self) -> None:
        self._close_what_is_open()
        if self._inside is not None:
            self._inside.put_away()
        if self._gate is not None:
            self._whole.removeWidget(self._gate)
            self._gate.deleteLater()
            self._gate = None
        self._doors.show(self.sign_in)

    def _close_what_is_open(self) -> None:
        """Lists of names, menus and dialogs lie above the window and would stay in sight."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.hide()
        for dialog in self.findChildren(QDialog):
            dialog.close()

    def _switch(self) -> None:
        self.desk.lock()
        self.sign_in.someone_else.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not presses(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if self._inside is not None:
            self._inside.fit_rail(self.width())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            # the native window alone: a filter on every object would slow each event
            handle.installEventFilter(self._idle)
            self._away.begin(int(self.winId()))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        # the photo in hand is finished first; no one has to watch that
        self.hide()
        self._away.end()
        self.desk.leave()
        super().closeEvent(event)
