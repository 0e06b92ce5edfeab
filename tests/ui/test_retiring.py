"""Photos whose time is over: Home tells of them before, the window deletes them, and says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.services import Services
from consent.accounts import SYSTEM
from consent.policy import Policy
from consent.stages import Stage
from tests.factories import NOW
from tests.ui.conftest import BATCH, Desktop
from tests.ui.driving import wait_until

RULES = Policy()


@pytest.fixture
def days() -> list[datetime]:
    """The present moment, to be moved on."""
    return [NOW]


@pytest.fixture
def services(services: Services, days: list[datetime]) -> Services:
    return replace(services, clock=lambda: days[0])


def look(desktop: Desktop) -> None:
    retiring = desktop.window.desk.retiring
    retiring.look()
    wait_until(lambda: not retiring._busy)
    desktop.settle()


def left(desktop: Desktop) -> set[Stage]:
    return {photo.stage for photo in desktop.store.ledger.photos(BATCH)}


def erased_by(desktop: Desktop) -> list[str]:
    return [one.event.actor for one in desktop.store.audit.entries() if one.event.act == "erase"]


def told(desktop: Desktop) -> list[str]:
    return [one.event.actor for one in desktop.store.audit.entries() if one.event.act == "retention.told"]


def test_home_tells_before_photos_go_and_again_when_they_went(
    make_desktop: Callable[..., Desktop], days: list[datetime]
) -> None:
    desktop = make_desktop()
    days[0] += timedelta(days=RULES.retention_days - RULES.notice_days)
    look(desktop)  # nobody is signed in
    desktop.sign_in()
    home = desktop.window.home
    assert "3 photos of “Sports day” will be deleted on" in " ".join(line[0] for line in home.duties._shown)
    assert told(desktop) == ["office"]
    look(desktop)
    assert left(desktop) == {Stage.DECIDE}
    days[0] += timedelta(days=RULES.notice_days)
    desktop.window.desk.lock()
    look(desktop)
    assert left(desktop) == {Stage.ERASE}
    assert list(desktop.services.vault.kept()) == []
    assert erased_by(desktop) == [SYSTEM] * 3, "whoever signed in last did not do it, and may have gone home"


def test_what_went_while_someone_looks_on_is_said(
    make_desktop: Callable[..., Desktop], days: list[datetime]
) -> None:
    desktop = make_desktop()
    days[0] += timedelta(days=RULES.retention_days)
    desktop.sign_in()
    days[0] += timedelta(days=RULES.notice_days)
    look(desktop)
    assert erased_by(desktop) == [SYSTEM] * 3
    assert desktop.window.home.notice.words == "Deleted because the school keeps photos no longer: 3 photos."
    desktop.window.go("home")
    desktop.settle()
    assert desktop.window.home.duties._shown == ()


def test_the_lead_is_told_too_and_is_led_to_the_rule(
    make_desktop: Callable[..., Desktop], days: list[datetime]
) -> None:
    desktop = make_desktop()
    days[0] += timedelta(days=RULES.retention_days)
    desktop.sign_in("lead")
    assert ("settings", "policy") in {line[1:] for line in desktop.window.home.duties._shown}
    assert told(desktop) == ["lead"]
