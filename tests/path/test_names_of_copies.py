"""Promise 6: neither name nor time of a copy tells whose it is or when it was taken; only the register knows."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from app.steps import path
from consent.platforms import PlatformId
from tests.clear_text import found_below
from tests.path.conftest import School
from vision.copies import FIXED_TIME
from vision.findings import Analysis


def exported(school: School, photos: int) -> list[tuple[PlatformId, str]]:
    """Every copy of that many photos for two platforms, in the order in which they left."""
    for file in school.device.iterdir():
        file.unlink()
    for number in range(photos):
        content = b"an empty room %d" % number
        school.vision.seen[content] = Analysis(1600, 1200)
        (school.device / f"Canaryella Featherstone {number:04}.jpg").write_bytes(content)
    batch, _ = school.bring_in()
    for photo in school.office.store.ledger.photos(batch.id):
        path.ask_for_approval(school.office, photo.id)
        path.go_live(school.as_("head"), photo.id)
    assert {told.trouble for told in school.deliver(batch)} == {""}
    return [(post.platform, post.file_name) for post in school.office.store.ledger.publications()]


@pytest.mark.parametrize("photos", [20, pytest.param(500, marks=pytest.mark.slow)])
def test_promise_6_of_a_thousand_exports_no_name_and_no_time_tells_anything(
    school: School, photos: int
) -> None:
    sent = exported(school, photos)
    names = [name for _, name in sent]
    assert len(set(names)) == len(names) == 2 * photos
    assert all(re.fullmatch(r"[0-9a-f]{32}\.(jpg|png)", name) for name in names)
    copies: list[Path] = [school.out / platform / name for platform, name in sent]
    assert {copy.stat().st_mtime for copy in copies} == {FIXED_TIME}
    _no_order_in(names)
    _every_digit_alike(names)
    assert found_below(school.out, ["Featherstone", "Canaryella"]) == []
    # which photo a copy is of stands in the register, and there only behind its key
    assert found_below(school.device.parent / "store", [name.split(".")[0] for name in names[:40]]) == []


def _no_order_in(names: list[str]) -> None:
    """Sorted by name they do not stand as they were sent: Spearman's rank correlation, at five deviations."""
    ranks = np.argsort(np.argsort(names))
    correlation = np.corrcoef(ranks, np.arange(len(names)))[0, 1]
    assert abs(correlation) < 5 / np.sqrt(len(names) - 1)


def _every_digit_alike(names: list[str]) -> None:
    """At each of 32 places each of 16 digits as often: chi-square of 32 times 15 degrees, at five deviations."""
    expected = len(names) / 16
    counts = np.array(
        [[sum(name[at] == digit for name in names) for digit in "0123456789abcdef"] for at in range(32)]
    )
    chi = ((counts - expected) ** 2 / expected).sum()
    assert abs(chi - 480) < 5 * np.sqrt(2 * 480)
