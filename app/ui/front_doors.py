"""What the window shows before anyone has signed in: first start, set-up, sign-in, and the printed key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from app.ui.desk import Desk
from app.ui.joining import offer_joining
from app.ui.pages.first_start import FirstStartPage
from app.ui.pages.page import Page
from app.ui.pages.sign_in import SignInPage
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.demo.report import DemoSchool


class FrontDoors(QObject):
    """Puts its pages into the window's stack and leads from one to the next."""

    goal_set = Signal(str)  # the page at which whoever goes in arrives
    language_wanted = Signal(object)  # app.ui.language.Language

    def __init__(self, desk: Desk, theme: Theme, stack: QStackedWidget, *, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._theme, self._stack = desk, theme, stack
        self.sign_in = SignInPage(desk, theme)
        self.first_start = FirstStartPage(desk, theme)
        for page in (self.sign_in, self.first_start):
            stack.addWidget(page)
        self.first_start.demo_ready.connect(self._demo_ready)
        self.first_start.set_up_wanted.connect(self._set_up)
        offer_joining(self.first_start, self.sign_in, show=self.show, back=self._back_from)
        self.sign_in.forgotten.connect(self._recover)
        self.sign_in.language_wanted.connect(self.language_wanted)
        self.first_start.language_wanted.connect(self.language_wanted)

    def show(self, page: Page) -> None:
        """Put a page in front of everything."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.enter()

    def close(self, page: Page) -> None:
        """Take away a page that is done with."""
        self._stack.removeWidget(page)
        page.deleteLater()

    def _demo_ready(self, school: DemoSchool) -> None:
        self._desk.use_store(school.store)
        self.show(self.sign_in)

    def _set_up(self) -> None:
        """The six steps of a school's first day."""
        from app.ui.pages.set_up import SetUpPage  # noqa: PLC0415 - once in a school's life

        page = SetUpPage(self._desk, self._theme)
        page.cancelled.connect(lambda: self._back_from(page, self.first_start))
        page.finished.connect(lambda to: self._set_up_done(page, to))
        self.show(page)

    def _set_up_done(self, page: Page, to: str) -> None:
        self.goal_set.emit(to)
        self.close(page)

    def _recover(self) -> None:
        """The printed key, when no admin can sign in."""
        from app.ui.pages.recovery import RecoveryPage  # noqa: PLC0415 - hardly ever needed

        page = RecoveryPage(self._desk, self._theme)
        page.left.connect(lambda: self._back_from(page, self.sign_in))
        page.done.connect(lambda user_name: self._recovered(page, user_name))
        self.show(page)

    def _recovered(self, page: Page, user_name: str) -> None:
        self._back_from(page, self.sign_in)
        self.sign_in.greet_again(user_name)

    def _back_from(self, page: Page, to: Page) -> None:
        self._stack.setCurrentWidget(to)
        self.close(page)
        to.enter()
