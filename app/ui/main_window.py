"""The window: rail, header and pages while someone is signed in; else the page to sign in, and nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.ahead import Ahead
from app.ui.appearance import Appearance
from app.ui.away.base import away_watch
from app.ui.count import counted
from app.ui.desk import Desk
from app.ui.enter import presses
from app.ui.front_doors import FrontDoors
from app.ui.idle import LOCK_AFTER_MS, IdleWatch
from app.ui.language import spoken
from app.ui.pages.first_start import FirstStartPage
from app.ui.pages.gate import GatePage
from app.ui.pages.page import Page
from app.ui.pages.sign_in import SignInPage
from app.ui.stops import STOPS
from app.ui.theme import Look, Theme
from app.ui.widgets.header import Header
from app.ui.widgets.rail import Rail

if TYPE_CHECKING:
    from app.offers import Offer
    from app.ui.pages.approve import ApprovePage
    from app.ui.pages.bring_in import BringInPage
    from app.ui.pages.deliver import DeliverPage
    from app.ui.pages.home import HomePage
    from app.ui.pages.review import ReviewPage

NARROW = 1100
"""Below so many pixels (at 100 % text) the rail shows icons alone."""

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
        self._inside: QWidget | None = None
        self.pages: dict[str, Page] = {}
        self._visited: set[str] = set()
        self._page = "home"
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
        desk.locked.connect(self._locked)
        desk.waiting_changed.connect(self._count)
        desk.plugged.offered.connect(self._offer)
        desk.retiring.erased.connect(self._tell_what_went)
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
        if self._inside is None or self.desk.is_locked:
            return False
        allowed = self._allowed()
        page = next((stop.page for stop in STOPS if stop.page in allowed - self.pages.keys()), None)
        if page is None:
            return False
        self.page(page)
        return True

    def start(self, *, has_store: bool) -> None:
        """Show the first page."""
        self._doors.show(self.sign_in if has_store else self.first_start)

    def go(self, page: str, item: str = "") -> None:
        """Show a page of the rail, with an item of it in front (such as a batch) where one is named."""
        if self._inside is None or self.desk.is_locked or page not in self._allowed():
            return
        shown = self.page(page)
        self._page = page
        self._visited.add(page)
        self._rail.choose(page)
        self._stack.setCurrentWidget(shown)
        if item:
            shown.enter_at(item)
        else:
            shown.enter()

    def page(self, name: str) -> Page:
        """A page, built when it is first asked for."""
        if name not in self.pages:
            stop = next(stop for stop in STOPS if stop.page == name)
            page = stop.build(self.desk, self.theme)
            page.page_wanted.connect(self.go)
            page.home_wanted.connect(lambda: self.go("home"))
            page.switch_wanted.connect(self._switch)
            page.appearance_wanted.connect(self.appearance_wanted)
            self.pages[name] = page
            self._stack.addWidget(page)
        return self.pages[name]

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

    def _build(self) -> QWidget:
        inside = QWidget(self)
        self.header = Header(self.theme, inside)
        self._rail = Rail(self.theme, STOPS, inside)
        self._stack = QStackedWidget(inside)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._rail)
        body.addWidget(self._stack, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(body, 1)
        self._rail.page_chosen.connect(self.go)
        self.header.lock_wanted.connect(self.desk.lock)
        self.header.switch_wanted.connect(self._switch)
        self.header.look_wanted.connect(self._change_look)
        self.header.help_wanted.connect(self._help)
        QShortcut(QKeySequence("Ctrl+L"), inside, self.desk.lock)
        QShortcut(QKeySequence("F1"), inside, self._help)
        for stop in STOPS:
            QShortcut(QKeySequence(stop.key), inside, lambda page=stop.page: self.go(page))
        return inside

    def _help(self) -> None:
        """The help page of the page in front."""
        from app.ui.widgets.help_window import HelpWindow  # noqa: PLC0415 - only when it is asked for

        HelpWindow(self.theme, self._page, self).show()

    def _allowed(self) -> frozenset[str]:
        """The pages that are this person's business."""
        who = self.desk.who
        if who is None:
            return frozenset()
        by_role = frozenset(stop.page for stop in STOPS if stop.roles & who.roles)
        return by_role | {"approve"} if who.may_approve() else by_role

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
        self.pages, self._visited, self._inside = {}, set(), None
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
            self._inside = self._build()
            self._whole.addWidget(self._inside)
        allowed = self._allowed()
        if self.desk.who is not None:
            self.header.show_who(self.desk.who)
            for stop in STOPS:
                self._rail.allow(stop.page, allowed=stop.page in allowed)
        if not same:
            for page in self._visited:
                self.pages[page].begin_anew()
        self._goal = self._page if same and self._page in allowed else self._goal
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
        self._fit_rail()
        self._count()
        self.go(page)

    def _locked(self) -> None:
        self._close_what_is_open()
        for page in self._visited:  # one that was built and never entered shows nothing
            self.pages[page].put_away()
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

    def _count(self) -> None:
        if self._inside is None:
            return
        waits = self.desk.waiting
        self._rail.set_count("bring_in", waits.unfinished)
        self._rail.set_count("review", waits.to_review)
        self._rail.set_count("approve", waits.to_approve)
        self._rail.set_count("deliver", waits.to_deliver)

    def _offer(self, offers: tuple[Offer, ...]) -> None:
        """A card or a phone came: its page knows at once, and whoever is at Home is told."""
        if self._inside is None or self.desk.is_locked or "bring_in" not in self._allowed():
            return
        self._visited.add("bring_in")  # from now on it shows something
        self.bring_in.show_offers(offers)
        photos = sum(offer.photos for offer in offers if offer.approved)
        if photos and self._page == "home":
            words = self.tr("{photos} are on a device that was plugged in.")
            self.home.notice.offer(
                words.format(photos=counted("%n photo(s)", photos)),
                self.tr("Bring in"),
                lambda: self.go("bring_in"),
            )

    def _tell_what_went(self, photos: int) -> None:
        """Photos are gone that nobody clicked on."""
        if self._inside is not None and not self.desk.is_locked:
            words = self.tr("Deleted because the school keeps photos no longer: {photos}.")
            self.home.notice.say(words.format(photos=counted("%n photo(s)", photos)))

    def _fit_rail(self) -> None:
        if self._inside is not None:
            self._rail.set_narrow(narrow=self.width() < self.theme.pixels(NARROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not presses(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit_rail()

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
