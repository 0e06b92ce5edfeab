"""What is around the pages while someone is signed in: header, rail, and the page in front between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.count import counted
from app.ui.desk import Desk
from app.ui.pages.page import Page
from app.ui.stops import STOPS
from app.ui.theme import Theme
from app.ui.widgets.header import Header
from app.ui.widgets.rail import Rail

if TYPE_CHECKING:
    from app.offers import Offer
    from app.ui.pages.bring_in import BringInPage
    from app.ui.pages.home import HomePage

NARROW = 1100
"""Below so many pixels (at 100 % text) the rail shows icons alone."""


class Inside(QWidget):
    """Pages are built when they are first asked for, and belong to nobody: whoever comes next begins anew."""

    switch_wanted = Signal()
    look_wanted = Signal(str)
    appearance_wanted = Signal(object)  # Appearance

    def __init__(self, desk: Desk, theme: Theme, *, front: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.front = front
        """The page in front, by its name."""
        self.pages: dict[str, Page] = {}
        self._visited: set[str] = set()
        self.header = Header(theme, self)
        self._rail = Rail(theme, STOPS, self)
        self._stack = QStackedWidget(self)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._rail)
        body.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(body, 1)
        self._rail.page_chosen.connect(self.go)
        self.header.lock_wanted.connect(desk.lock)
        self.header.switch_wanted.connect(self.switch_wanted)
        self.header.look_wanted.connect(self.look_wanted)
        self.header.help_wanted.connect(self._help)
        QShortcut(QKeySequence("Ctrl+L"), self, desk.lock)
        QShortcut(QKeySequence("F1"), self, self._help)
        for stop in STOPS:
            QShortcut(QKeySequence(stop.key), self, lambda page=stop.page: self.go(page))

    def _help(self) -> None:
        """The help page of the page in front."""
        from app.ui.widgets.help_window import HelpWindow  # noqa: PLC0415 - only when it is asked for

        HelpWindow(self._theme, self.front, self.window()).show()

    # pages

    def allowed(self) -> frozenset[str]:
        """The pages that are the business of whoever is signed in."""
        who = self._desk.who
        if who is None:
            return frozenset()
        by_role = frozenset(stop.page for stop in STOPS if stop.roles & who.roles)
        return by_role | {"approve"} if who.may_approve() else by_role

    def page(self, name: str) -> Page:
        """A page, built when it is first asked for."""
        if name not in self.pages:
            stop = next(stop for stop in STOPS if stop.page == name)
            page = stop.build(self._desk, self._theme)
            page.page_wanted.connect(self.go)
            page.home_wanted.connect(lambda: self.go("home"))
            page.switch_wanted.connect(self.switch_wanted)
            page.appearance_wanted.connect(self.appearance_wanted)
            self.pages[name] = page
            self._stack.addWidget(page)
        return self.pages[name]

    def build_next(self) -> bool:
        """Build one page that this person may ask for; False where all are there."""
        allowed = self.allowed()
        page = next((stop.page for stop in STOPS if stop.page in allowed - self.pages.keys()), None)
        if page is None:
            return False
        self.page(page)
        return True

    def go(self, page: str, item: str = "") -> None:
        """Show a page of the rail, with an item of it in front (such as a batch) where one is named."""
        if self._desk.is_locked or page not in self.allowed():
            return
        shown = self.page(page)
        self.front = page
        self._visited.add(page)
        self._rail.choose(page)
        self._stack.setCurrentWidget(shown)
        if item:
            shown.enter_at(item)
        else:
            shown.enter()

    # who is at the desk

    def welcome(self) -> None:
        """Someone has signed in: show who it is, and the pages that are theirs."""
        who, allowed = self._desk.who, self.allowed()
        if who is not None:
            self.header.show_who(who)
            for stop in STOPS:
                self._rail.allow(stop.page, allowed=stop.page in allowed)

    def begin_anew(self) -> None:
        """It is someone else than before."""
        for page in self._visited:
            self.pages[page].begin_anew()

    def put_away(self) -> None:
        """The desk is locked; a page that was built and never entered shows nothing."""
        for page in self._visited:
            self.pages[page].put_away()

    # what they are told

    def count(self) -> None:
        """How much waits, beside each page."""
        waits = self._desk.waiting
        self._rail.set_count("bring_in", waits.unfinished)
        self._rail.set_count("review", waits.to_review)
        self._rail.set_count("approve", waits.to_approve)
        self._rail.set_count("deliver", waits.to_deliver)

    def offer(self, offers: tuple[Offer, ...]) -> None:
        """A card or a phone came: its page knows at once, and whoever is at Home is told."""
        if self._desk.is_locked or "bring_in" not in self.allowed():
            return
        self._visited.add("bring_in")  # from now on it shows something
        cast("BringInPage", self.page("bring_in")).show_offers(offers)
        photos = sum(offer.photos for offer in offers if offer.approved)
        if photos and self.front == "home":
            words = self.tr("{photos} are on a device that was plugged in.")
            self._home.notice.offer(
                words.format(photos=counted("%n photo(s)", photos)),
                self.tr("Bring in"),
                lambda: self.go("bring_in"),
            )

    def tell_what_went(self, photos: int) -> None:
        """Photos are gone that nobody clicked on."""
        if not self._desk.is_locked:
            words = self.tr("Deleted because the school keeps photos no longer: {photos}.")
            self._home.notice.say(words.format(photos=counted("%n photo(s)", photos)))

    @property
    def _home(self) -> HomePage:
        return cast("HomePage", self.page("home"))

    def fit_rail(self, width: int) -> None:
        """To a window of so many pixels."""
        self._rail.set_narrow(narrow=width < self._theme.pixels(NARROW))
