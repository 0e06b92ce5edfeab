"""The pages in the order of the path: their names, icons and keys, and whose work they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.marked import QT_TRANSLATE_NOOP
from app.ui.stop import Stop
from consent.accounts import Role

if TYPE_CHECKING:
    from app.ui.pages.approve import ApprovePage
    from app.ui.pages.bring_in import BringInPage
    from app.ui.pages.deliver import DeliverPage
    from app.ui.pages.history import HistoryPage
    from app.ui.pages.home import HomePage
    from app.ui.pages.people import PeoplePage
    from app.ui.pages.review import ReviewPage
    from app.ui.pages.settings import SettingsPage

# ruff: noqa: PLC0415 - a page's module is loaded when the page is first shown, so that the window is up sooner

KEEPERS = frozenset({Role.LEAD})
PREPARES = frozenset({Role.OFFICE, Role.APPROVER})


def _home() -> type[HomePage]:
    from app.ui.pages.home import HomePage

    return HomePage


def _bring_in() -> type[BringInPage]:
    from app.ui.pages.bring_in import BringInPage

    return BringInPage


def _review() -> type[ReviewPage]:
    from app.ui.pages.review import ReviewPage

    return ReviewPage


def _approve() -> type[ApprovePage]:
    from app.ui.pages.approve import ApprovePage

    return ApprovePage


def _deliver() -> type[DeliverPage]:
    from app.ui.pages.deliver import DeliverPage

    return DeliverPage


def _people() -> type[PeoplePage]:
    from app.ui.pages.people import PeoplePage

    return PeoplePage


def _history() -> type[HistoryPage]:
    from app.ui.pages.history import HistoryPage

    return HistoryPage


def _settings() -> type[SettingsPage]:
    from app.ui.pages.settings import SettingsPage

    return SettingsPage


STOPS: tuple[Stop, ...] = (
    Stop("home", QT_TRANSLATE_NOOP("stops", "Home"), _home, key="Alt+1"),
    Stop("bring_in", QT_TRANSLATE_NOOP("stops", "Bring in"), _bring_in, PREPARES, key="Alt+2"),
    Stop("review", QT_TRANSLATE_NOOP("stops", "Review"), _review, PREPARES, key="Alt+3"),
    Stop("approve", QT_TRANSLATE_NOOP("stops", "Approve"), _approve, frozenset({Role.APPROVER}), key="Alt+4"),
    Stop("deliver", QT_TRANSLATE_NOOP("stops", "Deliver"), _deliver, PREPARES, key="Alt+5"),
    Stop("people", QT_TRANSLATE_NOOP("stops", "People"), _people, KEEPERS | PREPARES, key="Alt+6"),
    Stop("history", QT_TRANSLATE_NOOP("stops", "History"), _history, KEEPERS | PREPARES, key="Alt+7"),
    Stop("settings", QT_TRANSLATE_NOOP("stops", "Settings"), _settings, key="Alt+8"),
)
