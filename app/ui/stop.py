"""One line of a list of pages: its name and key, whose work it is, and how it is loaded and built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.ui.desk import Desk
from app.ui.pages.page import Page
from app.ui.theme import Theme
from consent.accounts import Role

EVERYONE = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Stop:
    """A page of the rail or a section of the settings. Whoever has none of `roles` does not see it.

    `load` imports the page's module and gives its class; it may run beside the window. `context` is where the
    translation of `text` is found.
    """

    page: str
    text: str
    load: Callable[[], Callable[[Desk, Theme], Page]]
    roles: frozenset[Role] = EVERYONE
    key: str = ""
    context: str = "stops"

    @property
    def icon(self) -> str:
        """Each page's icon has the page's name."""
        return self.page

    @property
    def words(self) -> str:
        """The page's name, in the language in force."""
        return QCoreApplication.translate(self.context, self.text)

    def build(self, desk: Desk, theme: Theme) -> Page:
        """The page itself."""
        return self.load()(desk, theme)
