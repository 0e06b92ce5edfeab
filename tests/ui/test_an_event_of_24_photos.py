"""24 photos of one afternoon from the card to delivered, by two people: by mouse, and by keyboard alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.regions import open_regions
from consent.sightings import Certainty
from consent.stages import Stage
from tests.ui.an_event import PHOTOS, STRANGER_IN, card_with, enrol
from tests.ui.conftest import WEBSITE, Desktop
from tests.ui.driving import settle
from tests.ui.hands import Hand, Keyboard, Mouse, sign_in_as

MOST_ANSWERS = 2
"""For a photo in which everyone is known."""


@pytest.mark.parametrize("kind", [Mouse, Keyboard])
def test_24_photos_from_the_card_to_delivered(
    kind: Callable[..., Hand], make_desktop: Callable[..., Desktop], tmp_path: Path, qtbot: QtBot
) -> None:
    desktop = make_desktop(photos={})
    enrol(desktop.store)
    desktop.vision.seen = card_with(tmp_path / "card", desktop.store)
    take_the_whole_way(desktop, kind(desktop.window), card=tmp_path / "card", out=tmp_path / "out")
    stages = Counter(
        p.stage for b in desktop.store.ledger.batches() for p in desktop.store.ledger.photos(b.id)
    )
    assert stages == {Stage.ERASE: PHOTOS}
    assert len(list((tmp_path / "out" / "website").iterdir())) == PHOTOS


def take_the_whole_way(
    desktop: Desktop, hand: Hand, *, card: Path, out: Path, part: Callable[[str], None] = lambda _part: None
) -> None:
    """From the sign-in of the office to the last copy; `part` is told where the journey is."""
    window = desktop.window
    part("sign in")
    sign_in_as(window, "office")
    part("bring in")
    hand.go("bring_in")
    settle(window)
    hand.write(window.bring_in.folder.line, str(card))
    hand.write(window.bring_in.batch_title, "Sports day")
    hand.use(window.bring_in.boxes[WEBSITE])
    hand.use(window.bring_in.begin)
    settle(window)
    part("review")
    hand.go("review")
    settle(window)
    answer_all(desktop, hand)
    part("ask for approval")
    hand.use(window.review.frame.ask)
    settle(window)
    part("change to the head")
    hand.leave()
    sign_in_as(window, "head")
    part("approve")
    hand.go("approve")
    settle(window)
    while window.approve.frame.next_unseen.isEnabled():
        hand.next_unseen()
        settle(window)
    hand.use(window.approve.frame.all_live)
    hand.yes()
    settle(window)
    part("deliver")
    hand.go("deliver")
    settle(window)
    hand.write(window.deliver.folder.line, str(out))
    hand.use(window.deliver.begin)
    hand.yes()
    settle(window)


def answer_all(desktop: Desktop, hand: Hand) -> None:
    """Every photo in which someone waits: one answer for all who are known, one for each who is not."""
    model = desktop.window.review.model
    assert model.batch is not None
    assert len(model.batch.photos) == PHOTOS
    answers: Counter[int] = Counter()
    strangers = set()
    while model.view is not None and open_regions(model.view):
        sighting = model.sighting
        assert sighting is not None
        if sighting.certainty is not Certainty.SUGGESTED:
            strangers.add(model.index)
        hand.answer("accept_all" if sighting.certainty is Certainty.SUGGESTED else "not_listed")
        answers[model.index] += 1
        desktop.settle()
        QApplication.processEvents()
    assert model.waiting() == 0
    assert strangers == STRANGER_IN
    assert max(many for photo, many in answers.items() if photo not in strangers) <= MOST_ANSWERS
