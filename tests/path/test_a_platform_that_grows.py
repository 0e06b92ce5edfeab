"""No photo goes out larger than it was looked at: what is too small to be found at one size is seen at another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from app.school import platforms
from app.steps import path
from app.steps.erase import discard
from consent.accounts import Role
from consent.errors import Code, ConsentError
from tests.factories import an_account
from tests.fakes.vision import FakeVision
from tests.path.conftest import FACEBOOK, PASSWORD, WEBSITE, School
from vision.findings import Analysis, Wanted


def sized(school: School, platform: str, side: int) -> None:
    """The admin sets how large its copies are."""
    register = school.office.store.register
    one = next(one for one in register.platforms() if one.id == platform)
    platforms.change(school.as_("sizer"), replace(one, longest_side=side))


@pytest.fixture
def sizer(school: School) -> School:
    """A school whose photos, of 1600 pixels, go to two platforms of 1000 and 1200."""
    school.office.store.accounts.add_account(an_account("sizer", Role.ADMIN), PASSWORD)
    sized(school, WEBSITE, 1000)
    sized(school, FACEBOOK, 1200)
    return school


def looked_at(school: School) -> int:
    return school.vision.asked[-1].published_side


@pytest.mark.parametrize("side", [1201, 1600, 4000, 0])
@pytest.mark.parametrize("stage", ["decided", "asked for", "approved"])
def test_a_platform_does_not_outgrow_the_look_at_photos_that_wait(
    sizer: School, side: int, stage: str
) -> None:
    sizer.bring_in()
    photo = sizer.photo("b.jpg").id
    if stage != "decided":
        path.ask_for_approval(sizer.office, photo)
    if stage == "approved":
        path.go_live(sizer.as_("head"), photo)
    assert looked_at(sizer) == 1200
    with pytest.raises(ConsentError) as refused:
        sized(sizer, WEBSITE, side)
    assert refused.value.code is Code.LOOKED_AT_SMALLER
    assert sizer.office.store.register.platform(WEBSITE).longest_side == 1000


def test_up_to_the_size_that_was_looked_at_it_may_grow_and_it_may_always_shrink(sizer: School) -> None:
    sizer.bring_in()
    sized(sizer, WEBSITE, 1200)
    sized(sizer, WEBSITE, 800)
    assert sizer.office.store.register.platform(WEBSITE).longest_side == 800


def test_once_nothing_waits_it_may_grow_and_new_photos_are_looked_at_in_that_size(sizer: School) -> None:
    sizer.bring_in()
    for name in ("a.jpg", "b.jpg"):
        discard(sizer.office, sizer.photo(name).id)
    sized(sizer, WEBSITE, 0)
    sizer.bring_in()
    assert looked_at(sizer) == 0


def test_photos_that_are_no_larger_than_that_do_not_wait_for_it(sizer: School) -> None:
    ledger = sizer.office.store.ledger
    sizer.bring_in()
    for name in ("a.jpg", "b.jpg"):
        ledger.put_photo(replace(sizer.photo(name), width=1200, height=900))
    sized(sizer, WEBSITE, 0)
    assert sizer.office.store.register.platform(WEBSITE).longest_side == 0


@dataclass
class Meanwhile(FakeVision):
    """While it looks at a photo, someone else does something, once."""

    acts: list[Callable[[], object]] = field(default_factory=list)

    def analyse(self, untrusted: bytes, wanted: Wanted) -> Analysis:
        found = super().analyse(untrusted, wanted)
        while self.acts:
            self.acts.pop()()
        return found


@pytest.mark.parametrize(("side", "looks"), [(800, 3), (1200, 3), (1201, 4), (1600, 4), (4000, 4), (0, 4)])
def test_a_platform_that_grows_while_a_photo_is_looked_at_has_it_looked_at_again(
    sizer: School, side: int, looks: int
) -> None:
    vision = Meanwhile(sizer.vision.seen, acts=[lambda: sized(sizer, WEBSITE, side)])
    sizer.vision, sizer.office = vision, replace(sizer.office, vision=vision)
    sizer.bring_in()
    assert len(vision.asked) == looks  # at three files, each of the later ones once
    assert looked_at(sizer) == (side if looks == 4 else 1200)
