"""A page that shows its work, or says why there is none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedLayout, QWidget

from app.ui.desk import Desk
from app.ui.job import Failure
from app.ui.messages import explain_failure
from app.ui.pages.page import Page
from app.ui.theme import Theme
from app.ui.widgets.empty_state import EmptyState

Onward = tuple[str, Callable[[], None]]
"""What a button says, and what it does."""


class TwoFacedPage(Page):
    """`show_work` and `show_empty` turn it over; a failure while there is no work is told in its place."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.empty = EmptyState(theme, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)

    def put_work(self, work: QWidget) -> None:
        """The widget that is shown while there is something to do."""
        self._stack.addWidget(work)

    def show_work(self) -> None:
        self._stack.setCurrentIndex(1)

    def show_empty(self, picture: str, heading: str, words: str, *, onward: Onward | None = None) -> None:
        """Say why there is nothing, with the way onward, else home."""
        button, act = onward or (self.tr("Home"), self.home_wanted.emit)
        self.empty.say(picture, heading, words, button=button, act=act)
        self._stack.setCurrentIndex(0)

    def tell(self, failure: Failure) -> None:
        super().tell(failure)
        if self._stack.currentIndex() == 0:
            self.show_empty("warning", self.tr("This could not be shown"), explain_failure(failure))
