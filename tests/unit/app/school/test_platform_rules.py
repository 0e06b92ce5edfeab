"""A platform's rules: made stricter by one admin, and looser only where a second one agrees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

import pytest

from app.school import platforms as doors
from app.school.agree import agree
from consent.accounts import Act, Role
from consent.agreement import Agreement
from consent.errors import Code
from consent.governing import to_agree_on_platform
from consent.platforms import OfficialAccount, Platform, PlatformId, PublishedAs, UniformRule
from tests.factories import NOW, an_account
from tests.stores import PASSWORD, refused
from tests.unit.app.school.conftest import School

PLATFORM = Platform(PlatformId("website"), "Website")

# from the loosest to the strictest
RULES: dict[str, Sequence[Any]] = {
    "names_allowed": (True, False),
    "group_only": (False, True),
    "uniform": (UniformRule.ALLOWED, UniformRule.COVER_CREST, UniformRule.COVER_BODY, UniformRule.BLOCK),
    "approvers_needed": (1, 2, 3),
}
FACTS: dict[str, Sequence[Any]] = {
    "id": ("website", "other"),
    "name": ("Website", "Site"),
    "minimum_age": (0, 13),
    "longest_side": (0, 2048),  # what waits is held by the check of sizes
    "quality": (80, 90),
    "account": (OfficialAccount(), OfficialAccount("https://a.example", open_to_all=False)),
    "destination": ("", "server"),
    "published_as": (PublishedAs.JPEG, PublishedAs.PNG),
    "watermark": (False, True),
}
STEPS = [(name, *pair) for name, values in RULES.items() for pair in pairwise(values)]


def test_of_every_field_it_is_said_whether_it_protects() -> None:
    assert {one.name for one in fields(Platform)} == RULES.keys() | FACTS.keys()
    assert not RULES.keys() & FACTS.keys()
    for name, (one, other) in FACTS.items():
        pair = replace(PLATFORM, **{name: one}), replace(PLATFORM, **{name: other})
        assert not to_agree_on_platform(*pair) | to_agree_on_platform(*reversed(pair))


@pytest.mark.parametrize(("name", "looser", "stricter"), STEPS)
def test_a_looser_rule_needs_a_second_admin_and_the_way_back_one(
    school: School, name: str, looser: Any, stricter: Any
) -> None:
    before, after = replace(PLATFORM, **{name: stricter}), replace(PLATFORM, **{name: looser})
    school.store.register.put_platform(before)
    for who in ("admin2", "admin3"):
        school.put(an_account(who, Role.ADMIN))
    admin = school.services
    right = Agreement(Act.ADMINISTER, admin.account.id, school.as_("admin2").account.id, NOW)
    wrong = (
        None,
        replace(right, act=Act.KEEP_REGISTER),
        replace(right, second=right.first),
        replace(right, first=school.as_("admin3").account.id),
    )
    for agreed in wrong:
        refused(Code.TWO_PEOPLE_NEEDED, doors.change, admin, after, agreed=agreed)
    # a stricter rule beside it does not make up for it, nor does another field
    refused(Code.TWO_PEOPLE_NEEDED, doors.change, admin, replace(after, name="Site", quality=80))
    assert school.store.register.platform(PLATFORM.id) == before
    refused(Code.NOT_ALLOWED, agree, admin, "lead", PASSWORD, act=Act.ADMINISTER)
    agreed = agree(admin, "admin2", PASSWORD, act=Act.ADMINISTER)
    assert doors.change(admin, after, agreed=agreed) == after
    assert [entry[0] for entry in school.log()[-2:]] == ["two.agreed", "platform.changed"]
    assert doors.change(admin, before) == before
