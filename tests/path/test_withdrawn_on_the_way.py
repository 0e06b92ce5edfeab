"""Promise 10: a permission that ends stops the copy, wherever on its way the photo is at that moment."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from app.destinations.folder import FolderDestination
from app.steps import path
from consent.accounts import AccountId
from consent.decisions import Outcome
from consent.errors import Code, ConsentError
from consent.people import PersonId
from consent.permissions import Answer, Kind
from consent.platforms import PlatformId
from consent.publications import Batch, PhotoId
from consent.stages import Stage
from tests.factories import a_permission
from tests.fakes.vision import FakeVision
from tests.path.conftest import FACEBOOK, WEBSITE, School
from tests.path.test_path import approved, name_anna

ANNA = PersonId("anna")


def _answered(school: School, answer: Answer) -> None:
    school.office.store.register.record_permission(
        a_permission("anna", Kind.PHOTO, platform=WEBSITE, answer=answer)
    )


def _left(school: School) -> None:
    register = school.office.store.register
    anna = next(person for person in register.people() if person.id == ANNA)
    register.put_person(replace(anna, left_on=school.today.date() - timedelta(days=1)))


ENDS: dict[str, Callable[[School], object]] = {
    "withdrawn": lambda school: _answered(school, Answer.WITHDRAWN),
    "refused": lambda school: _answered(school, Answer.REFUSED),
    "marked": lambda school: school.office.store.register.mark_never_publish(
        ANNA, (AccountId("head"), AccountId("admin"))
    ),
    "erased from the register": lambda school: school.office.store.register.erase_person(ANNA),
    "left": _left,
}


class PowerCutError(BaseException):
    """Ends everything at once, as a killed program does."""


@dataclass
class Interrupted(FakeVision):
    """Something happens while copies are made, or while they are looked at."""

    rendering: Callable[[], object] = lambda: None
    looking: Callable[[], object] = lambda: None

    def publish_each(self, *args: Any, **named: Any) -> tuple[bytes, ...]:
        self.rendering()
        return super().publish_each(*args, **named)

    def look_again(self, *args: Any) -> Any:
        self.looking()
        return super().look_again(*args)


def before_it_is_approved(school: School, end: Callable[[], object]) -> tuple[Batch, PhotoId]:
    school.bring_in()
    photo = name_anna(school)
    path.ask_for_approval(school.office, photo)
    end()
    with pytest.raises(ConsentError) as refused:
        path.go_live(school.as_("head"), photo)
    assert refused.value.code is Code.APPROVAL_VOID
    return school.office.store.ledger.batches()[-1], photo


def once_it_is_approved(school: School, end: Callable[[], object]) -> tuple[Batch, PhotoId]:
    batch, photo = approved(school)
    end()
    _refused(school, batch, photo)
    return batch, photo


def while_it_is_rendered(school: School, end: Callable[[], object]) -> tuple[Batch, PhotoId]:
    batch, photo = approved(school)
    school.office = replace(school.office, vision=Interrupted(school.vision.seen, rendering=end))
    _refused(school, batch, photo)
    return batch, photo


def while_it_is_verified(school: School, end: Callable[[], object]) -> tuple[Batch, PhotoId]:
    batch, photo = approved(school)
    school.office = replace(school.office, vision=Interrupted(school.vision.seen, looking=end))
    _refused(school, batch, photo)
    return batch, photo


def while_its_destination_is_opened(school: School, end: Callable[[], object]) -> tuple[Batch, PhotoId]:
    batch, photo = approved(school)

    def opened(platform: PlatformId) -> FolderDestination:
        if platform == WEBSITE:
            end()
        return FolderDestination(school.out / platform)

    told = {one.photo: one.trouble for one in path.deliver(school.as_("head"), batch, opened)}
    assert told[photo] == Code.APPROVAL_VOID
    return batch, photo


def after_a_crash_before_it_was_sent(school: School, end: Callable[[], object]) -> tuple[Batch, PhotoId]:
    batch, photo = approved(school)

    def dies(_: PlatformId) -> FolderDestination:
        raise PowerCutError

    with contextlib.suppress(PowerCutError):
        list(path.deliver(school.as_("head"), batch, dies))
    assert school.office.store.ledger.photo(photo).stage is Stage.VERIFY
    end()
    _refused(school, batch, photo)
    return batch, photo


def _refused(school: School, batch: Batch, photo: PhotoId) -> None:
    assert {one.photo: one.trouble for one in school.deliver(batch)}[photo] == Code.APPROVAL_VOID


MOMENTS = [
    before_it_is_approved,
    once_it_is_approved,
    while_it_is_rendered,
    while_it_is_verified,
    while_its_destination_is_opened,
    after_a_crash_before_it_was_sent,
]


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment.__name__)
@pytest.mark.parametrize("how", ENDS)
def test_promise_10_a_permission_that_ends_stops_the_copy_at_each_state(
    school: School, how: str, moment: Callable[..., tuple[Batch, PhotoId]]
) -> None:
    ended: list[bool] = []

    def end() -> None:
        if not ended:
            ended.append(True)
            ENDS[how](school)

    batch, photo = moment(school, end)
    assert ended
    for _ in range(2):  # nor does a second attempt send it
        ledger = school.office.store.ledger
        posts = [post for post in ledger.publications() if post.platform == WEBSITE]
        assert photo not in {post.photo for post in posts}
        assert {file.name for file in (school.out / WEBSITE).iterdir()} == {post.file_name for post in posts}
        assert ledger.approvals(photo) == []
        assert ledger.photo(photo).stage in {Stage.DECIDE, Stage.REVIEW}  # with people again
        assert school.office.vault.get(photo)
        school.deliver(batch)
    shown = {d.outcome for d in school.decisions("a.jpg")[WEBSITE].decisions}
    assert shown == {Outcome.COVER} or how == "marked"


def test_what_ends_for_another_platform_stops_nothing(school: School) -> None:
    """The other side: what was never asked of anyone does not hold a photo up."""
    batch, photo = approved(school)
    school.office.store.register.record_permission(
        a_permission("anna", Kind.PHOTO, platform=FACEBOOK, answer=Answer.WITHDRAWN)
    )
    assert {one.photo: one.trouble for one in school.deliver(batch)}[photo] == ""
