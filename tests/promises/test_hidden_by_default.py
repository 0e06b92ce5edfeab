"""Promise 11: with no one on the register everyone is hidden, however hard they are to see; only a person changes that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from app import correct
from app.covers import covers_for, output_for
from app.ready_made import ready_made_platforms
from app.steps.analyse import sightings_of
from consent.decisions import Outcome
from consent.facts import Facts
from consent.policy import Policy
from consent.publications import PhotoRecord
from consent.rules import decide
from consent.sightings import What
from tests.factories import TODAY, a_photo
from tests.pictures import a_file
from vision.analyse import Analyser
from vision.boxes import Box
from vision.decode import decode
from vision.findings import Wanted
from vision.hide.cover import cover
from vision.hide.encode import encode
from vision.image import Container, Photo, Pixels
from vision.sessions import Sessions

NO_ONE = Facts((), (), frozenset(), Policy(), (), TODAY)
FACE = (slice(40, 230), slice(130, 320))
"""Where the head is in the portrait."""


@pytest.fixture(scope="module")
def hard_to_see(portrait: Path) -> tuple[Photo, dict[str, Box]]:
    """One real face six times on a plain wall: plain, cut by the edge, behind a mask, lying, in the dark, tiny."""
    head = decode(portrait.read_bytes()).pixels[FACE]
    masked = head.copy()
    masked[115:, 40:150] = (70, 110, 170)
    looks: dict[str, tuple[Pixels, int, int]] = {
        "plain": (head, 100, 300),
        "cut by the edge": (np.ascontiguousarray(head[:, 95:]), 100, 0),
        "behind a mask": (masked, 400, 400),
        "lying": (np.ascontiguousarray(np.rot90(head)), 700, 100),
        "in the dark": ((head * 0.3).astype(np.uint8), 700, 500),
        "tiny": (np.asarray(cv2.resize(head, (28, 28), interpolation=cv2.INTER_AREA)), 900, 900),
    }
    wall = np.full((1000, 1200, 3), (150, 160, 150), dtype=np.uint8)
    places: dict[str, Box] = {}
    for name, (look, top, left) in looks.items():
        height, width = look.shape[:2]
        wall[top : top + height, left : left + width] = look
        places[name] = Box(left, top, left + width, top + height)
    return decode(a_file(Container.PNG, wall)), places


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(Sessions())


@pytest.fixture(scope="module")
def record(hard_to_see: tuple[Photo, dict[str, Box]], analyser: Analyser) -> PhotoRecord:
    """What the real finders see there, as the office gets it."""
    photo, _ = hard_to_see
    analysis = analyser.analyse(photo, Wanted())
    return replace(a_photo(), width=photo.width, height=photo.height, sightings=sightings_of(analysis, {}))


def test_promise_11_each_of_them_is_found_and_hidden_on_every_platform(
    hard_to_see: tuple[Photo, dict[str, Box]], record: PhotoRecord
) -> None:
    for name, place in hard_to_see[1].items():
        heads = [sighting for sighting in record.sightings if Box(*sighting.box).intersection(place).area]
        assert heads, name
        for platform in ready_made_platforms():
            for decided in decide(heads, NO_ONE, platform).decisions:
                assert decided.outcome is Outcome.COVER, (name, platform.id)


@pytest.mark.parametrize("what", [What.FACE, What.PERSON, What.TINY_FACE])
def test_promise_11_whoever_is_seen_from_behind_and_drawn_by_hand_is_hidden_until_someone_names_them(
    what: What,
) -> None:
    drawn = correct.add((), what, ((10.0, 10.0), (90.0, 10.0), (90.0, 200.0), (10.0, 200.0)))
    for platform in ready_made_platforms():
        assert [one.outcome for one in decide(drawn, NO_ONE, platform).decisions] == [Outcome.COVER]


def test_promise_11_on_the_copy_the_same_finders_see_no_one(
    hard_to_see: tuple[Photo, dict[str, Box]], record: PhotoRecord, analyser: Analyser
) -> None:
    photo, platform = hard_to_see[0], ready_made_platforms()[0]
    covers = covers_for(record, decide(record.sightings, NO_ONE, platform))
    copy = decode(encode(cover(photo, covers), output_for(platform)))
    assert analyser.analyse(copy, Wanted()).faces == ()
