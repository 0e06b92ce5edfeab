"""Whoever looks at a photo that came back is told which regions a finished copy showed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.steps.decide import PhotoView
from app.steps.verify import SEEN_AGAIN, sightings_of
from app.ui.regions import regions_of
from consent.facts import Facts
from consent.policy import Policy
from consent.rules import decide
from tests.factories import TODAY, a_photo, a_platform, a_sighting
from vision.boxes import Box
from vision.copies import Flaw, Problem

TOLD = "It was seen in a finished copy, which did not go out."


@pytest.mark.parametrize("flaw", SEEN_AGAIN)
def test_a_region_that_a_finished_copy_showed_says_so_and_others_do_not(flaw: Flaw) -> None:
    platform = a_platform()
    seen = sightings_of([Problem(flaw, box=Box(300, 100, 360, 180))], 1.0)
    record = replace(a_photo(), sightings=(a_sighting(), *seen))
    facts = Facts([], [], frozenset(), Policy(), [platform], TODAY)
    view = PhotoView(record, (decide(record.sightings, facts, platform),))
    found, again = regions_of(view, view.decisions[0], platform.name, people={})
    assert again.reason.endswith(TOLD)
    assert TOLD not in found.reason
