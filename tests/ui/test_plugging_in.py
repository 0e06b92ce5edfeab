"""A card is plugged in while the desk is open: it is offered, and what was cut off goes on without a question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.services import Services
from app.steps import path
from app.steps.device import find_device, judge_device
from consent.accounts import AccountId
from consent.devices import Standing
from tests.factories import WEBSITE
from tests.fakes.volumes import FakeVolumes
from tests.ui.conftest import Desktop
from tests.ui.driving import click, wait_until


@pytest.fixture
def volumes() -> FakeVolumes:
    return FakeVolumes()


@pytest.fixture
def services(services: Services, volumes: FakeVolumes) -> Services:
    return replace(services, volumes=volumes)


@pytest.fixture
def card(services: Services, volumes: FakeVolumes, tmp_path: Path) -> Path:
    """A card with two photos, approved, and not plugged in."""
    place = tmp_path / "media" / "CARD"
    volumes.plug_in(place)
    for name in ("a.jpg", "b.jpg"):
        (place / name).write_bytes(name.encode())
    admin = replace(services, account=services.store.accounts.account(AccountId("admin")))
    judge_device(admin, find_device(admin, place), Standing.APPROVED)
    return place


def signed_in(make_desktop: Callable[..., Desktop]) -> Desktop:
    desktop = make_desktop(photos={})
    desktop.sign_in()
    return desktop


def look(desktop: Desktop) -> None:
    desktop.window.desk.plugged.look()
    wait_until(lambda: desktop.window.desk.plugged._job is None)


def test_an_approved_card_is_offered_at_home_and_on_its_page_and_brought_in_from_there(
    make_desktop: Callable[..., Desktop], card: Path, services: Services
) -> None:
    desktop = signed_in(make_desktop)
    look(desktop)
    assert "2 photos" in desktop.window.home.notice.words
    click(desktop.window.home.notice.button)
    page = desktop.window.bring_in
    assert page.isVisible()
    (said,) = page.offers.words
    assert said == "CARD: 2 photos not brought in yet"
    click(page.offers.buttons[0])
    assert page.folder.folder == card
    wait_until(lambda: bool(page.boxes))
    click(page.boxes[WEBSITE])
    click(page.begin)
    wait_until(lambda: page._job is None)
    assert not list(card.glob("*.jpg"))
    look(desktop)
    assert not page.offers.isVisible()


def test_a_card_that_nobody_approved_shows_its_count_and_no_button(
    make_desktop: Callable[..., Desktop], volumes: FakeVolumes, tmp_path: Path
) -> None:
    place = tmp_path / "media" / "STRANGE"
    volumes.plug_in(place, "FFFF-0000")
    (place / "a.jpg").write_bytes(b"x")
    desktop = signed_in(make_desktop)
    look(desktop)
    desktop.window.go("bring_in")
    page = desktop.window.bring_in
    assert "1 photo." in page.offers.words[0]
    assert page.offers.buttons == []


def test_an_intake_that_was_cut_off_goes_on_by_itself_when_the_card_comes_back(
    make_desktop: Callable[..., Desktop], card: Path, services: Services, volumes: FakeVolumes
) -> None:
    steps = path.bring_in(services, card, title="Fair", platforms=(WEBSITE,))
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    plugged = volumes.plugged
    volumes.pull_out()
    desktop = signed_in(make_desktop)
    look(desktop)
    assert len(list(card.glob("*.jpg"))) == 2
    volumes.plugged = plugged
    look(desktop)
    page = desktop.window.bring_in
    wait_until(lambda: page._job is None and not services.store.originals.open_intakes())
    assert not list(card.glob("*.jpg"))
    (batch,) = services.store.ledger.batches()
    assert len(services.store.ledger.photos(batch.id)) == 2


def test_nothing_is_looked_at_while_the_desk_is_locked(
    make_desktop: Callable[..., Desktop], card: Path
) -> None:
    desktop = signed_in(make_desktop)
    desktop.window.desk.lock()
    desktop.window.desk.plugged.look()
    assert desktop.window.desk.plugged._job is None
    assert desktop.window.desk.plugged.offers == ()


@pytest.mark.usefixtures("card")
def test_what_was_offered_is_gone_when_the_desk_is_locked_also_where_nobody_opened_the_page(
    make_desktop: Callable[..., Desktop],
) -> None:
    desktop = signed_in(make_desktop)
    look(desktop)
    assert desktop.window.bring_in.offers.words
    desktop.window.desk.lock()
    assert not desktop.window.bring_in.offers.words
