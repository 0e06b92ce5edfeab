"""Every role, in every state of an account, against every door of the school: what is allowed leaves one entry in the
log, what is refused leaves nothing changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from app.reports.audit import audit
from app.school import computer, due, keeping, platforms, policy, recovery
from app.services import Services
from consent.accounts import Account, Act, Role, refusal
from consent.errors import Code
from consent.platforms import OfficialAccount, Platform, PlatformId
from consent.policy import Policy
from tests.factories import TODAY, a_person, an_account
from tests.fakes.secrets import SecretsInMemory
from tests.stores import PASSWORD, refused
from tests.unit.app.school.conftest import School

STATES: dict[str, Callable[[Account], Account]] = {
    "well": lambda one: one,
    "untrained": lambda one: replace(one, trained_on=None),
    "behind": lambda one: replace(one, policy_read="0"),
    "disabled": lambda one: replace(one, disabled=True),
    "invited": lambda one: replace(one, invited=True),
}
WORKING = {"untrained": Code.NOT_TRAINED, "behind": Code.POLICY_NOT_READ}
SHUT = {"disabled": Code.ACCOUNT_DISABLED, "invited": Code.PASSWORD_NOT_CHANGED}


@dataclass(frozen=True)
class Door:
    """One act: who may, whether looking is enough, and how many entries it leaves in the log."""

    go: Callable[[Services, Path], object]
    roles: frozenset[Role]
    looking: bool = False
    entries: Sequence[str] = field(default=())


ADMIN, LEAD, EITHER, ALL = (
    frozenset({Role.ADMIN}), frozenset({Role.LEAD}), frozenset({Role.ADMIN, Role.LEAD}), frozenset(Role),
)  # fmt: skip
NEW = Platform(PlatformId("noticeboard"), "Notice board")
DOORS: dict[str, Door] = {
    "platform added": Door(lambda s, _: platforms.add(s, NEW), ADMIN, entries=["platform.added"]),
    "platform changed": Door(
        lambda s, _: platforms.change(s, Platform(PlatformId("website"), "Site", names_allowed=False)),
        ADMIN,
        entries=["platform.changed"],
    ),
    "platform retired": Door(
        lambda s, _: platforms.retire(s, PlatformId("website")), ADMIN, entries=["platform.retired"]
    ),
    "platforms seen": Door(lambda s, _: platforms.platforms(s), ALL, looking=True),
    "policy seen": Door(lambda s, _: policy.policy(s), ALL, looking=True),
    "policy's school": Door(
        lambda s, _: policy.change(s, Policy(school="Other")), ADMIN, entries=["policy.changed"]
    ),
    "policy's keeping": Door(
        lambda s, _: policy.change(s, Policy(retention_days=3)), LEAD, entries=["policy.changed"]
    ),
    "matching": Door(
        lambda s, _: policy.change(s, Policy(impact_assessment="DPIA", impact_assessed_on=TODAY)),
        LEAD,
        entries=["policy.changed"],
    ),
    "crest": Door(lambda s, _: policy.crest_of(s, b"crest"), ADMIN),
    "backup": Door(
        lambda s, folder: keeping.back_up(s, folder / "backup"),
        EITHER,
        entries=["backup_made", "backup.written"],
    ),
    "overdue": Door(lambda s, _: keeping.leavers_overdue(s), LEAD, entries=["overdue.listed"]),
    "recovery key": Door(lambda s, _: recovery.renew(s), ADMIN, entries=["recovery.renewed"]),
    "due": Door(lambda s, _: due.due(s), ALL, looking=True),
    "computer": Door(
        lambda s, _: computer.remember(s, PASSWORD, SecretsInMemory()),
        ALL,
        looking=True,
        entries=["computer.remembered"],
    ),
    "computers": Door(lambda s, _: computer.computers(s), ALL, looking=True),
    "log": Door(lambda s, _: audit(s), LEAD, entries=["report.audit"]),
}


def expected(door: Door, role: Role, state: str) -> Code | None:
    if state in SHUT:
        return SHUT[state]
    if role not in door.roles:
        return Code.NOT_ALLOWED
    return None if door.looking else WORKING.get(state)


@pytest.mark.parametrize("name", list(DOORS))
@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("state", list(STATES))
def test_every_door_opens_for_its_roles_only(
    school: School, tmp_path: Path, name: str, role: Role, state: str
) -> None:
    school.store.register.put_platform(Platform(PlatformId("website"), "Site"))
    someone = an_account("someone", role)
    school.put(someone)
    school.store.accounts.put_account(STATES[state](someone))
    services, door = school.as_("someone"), DOORS[name]
    before, rules = school.log(), school.store.register.policy()
    places = school.store.register.platforms()
    code = expected(door, role, state)
    if code is None:
        door.go(services, tmp_path)
        new = school.log(len(before))
        assert [entry[0] for entry in new] == list(door.entries)
        assert {entry[1] for entry in new} <= {"someone"}
        return
    refused(code, door.go, services, tmp_path)
    assert school.log() == before
    assert school.store.register.policy() == rules
    assert school.store.register.platforms() == places
    assert school.store.computers.computers() == []
    assert not (tmp_path / "backup").exists()


def test_every_act_belongs_to_some_role_and_none_to_an_account_that_is_shut(school: School) -> None:
    for act in Act:
        able = [role for role in Role if not _refused(school, an_account(f"x{role}", role), act)]
        assert able
    for state in SHUT:
        for act in Act:
            assert _refused(school, STATES[state](an_account("y", *Role)), act)


def _refused(school: School, account: Account, act: Act) -> bool:
    return refusal(account, act, school.store.register.policy()) is not None


def test_a_platform_that_is_retired_stays_so_through_other_changes_and_comes_back_when_it_is_meant_to(
    school: School,
) -> None:
    before = platforms.add(school.services, NEW)
    website = before.id
    retired = platforms.retire(school.services, website)
    assert retired.account.retired_on == TODAY
    assert platforms.retire(school.services, website) == retired
    assert platforms.change(school.services, replace(before, names_allowed=False)).is_retired
    assert platforms.reopen(school.services, website) == replace(before, names_allowed=False)
    assert school.log()[-1][0] == "platform.reopened"


def test_a_changed_official_account_is_approved_by_who_changed_it_and_rules_alone_are_not(
    school: School,
) -> None:
    account = OfficialAccount("https://a.example", "office@a.example", ("office", "head"))
    added = platforms.add(school.services, replace(NEW, account=account))
    assert (added.account.approved_by, added.account.approved_on) == ("admin", TODAY)
    school.store.accounts.add_account(an_account("admin2", Role.ADMIN), PASSWORD)
    stricter = platforms.change(school.as_("admin2"), replace(added, names_allowed=False))
    assert stricter.account == added.account
    moved = replace(stricter, account=replace(stricter.account, staff=("office", "lead")))
    assert platforms.change(school.as_("admin2"), moved).account.approved_by == "admin2"
    assert school.log()[-1] == ("platform.changed", "admin2", "noticeboard", "account")


def test_no_one_who_is_gone_or_unknown_keeps_an_official_account(school: School) -> None:
    school.store.accounts.put_account(replace(an_account("office", Role.OFFICE), disabled=True))
    for staff, code in ((("office", "head"), Code.ACCOUNT_DISABLED), (("nobody",), Code.UNKNOWN_ACCOUNT)):
        wrong = replace(NEW, account=OfficialAccount("https://a.example", staff=staff))
        refused(code, platforms.add, school.services, wrong)
    for wrong, code in (
        (replace(NEW, name=" "), Code.INVALID),
        (replace(NEW, id=PlatformId("con")), Code.INVALID),
        (replace(NEW, quality=0), Code.INVALID),
    ):
        refused(code, platforms.add, school.services, wrong)
    refused(Code.UNKNOWN_PLATFORM, platforms.change, school.services, NEW)
    assert school.store.register.platforms() == []


def test_who_left_longer_ago_than_the_school_keeps_a_record_is_listed_for_the_lead(school: School) -> None:
    register = school.store.register
    register.put_person(replace(a_person("leaver"), left_on=TODAY.replace(year=2025)))
    register.put_person(replace(a_person("lately"), left_on=TODAY))
    register.put_person(a_person("here"))
    assert [person.id for person in keeping.leavers_overdue(school.as_("lead"))] == ["leaver"]
    assert school.log()[-1] == ("overdue.listed", "lead", "", "leavers=1")
