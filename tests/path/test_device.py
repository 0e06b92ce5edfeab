"""Photos come only from devices that are the school's own or that an admin approved."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.errors import AppError, Trouble
from app.steps.device import find_device, judge_device, know_camera, require_approved
from consent.devices import Standing
from consent.errors import Code, ConsentError
from tests.factories import TODAY
from tests.path.conftest import School


def refused(school: School) -> None:
    with pytest.raises(AppError) as error:
        require_approved(school.office, find_device(school.office, school.device))
    assert error.value.code is Trouble.DEVICE_NOT_APPROVED


def test_a_refused_device_gives_no_photo_and_an_approved_one_does(school: School) -> None:
    admin = school.as_("admin")
    device = judge_device(admin, find_device(admin, school.device), Standing.REFUSED)
    refused(school)
    judge_device(admin, device, Standing.APPROVED)
    require_approved(school.office, find_device(school.office, school.device))


def test_naming_a_camera_never_approves_a_device_that_was_refused_meanwhile(school: School) -> None:
    admin = school.as_("admin")
    shown = judge_device(admin, find_device(admin, school.device), Standing.APPROVED)
    judge_device(admin, shown, Standing.REFUSED)
    assert know_camera(admin, shown, "Canon EOS R5 (0123)").standing is Standing.REFUSED
    refused(school)


def test_an_approval_ends_with_its_last_day(school: School) -> None:
    admin = school.as_("admin")
    device = find_device(admin, school.device)
    judge_device(admin, device, Standing.APPROVED, until=TODAY)
    require_approved(school.office, find_device(school.office, school.device))
    judge_device(admin, device, Standing.APPROVED, until=TODAY - timedelta(days=1))
    refused(school)


def test_only_an_admin_judges_devices(school: School) -> None:
    device = find_device(school.office, school.device)
    with pytest.raises(ConsentError) as error:
        judge_device(school.office, device, Standing.APPROVED)
    assert error.value.code is Code.NOT_ALLOWED


def test_a_device_is_never_judged_unknown(school: School) -> None:
    admin = school.as_("admin")
    with pytest.raises(ConsentError):
        judge_device(admin, find_device(admin, school.device), Standing.UNKNOWN)
