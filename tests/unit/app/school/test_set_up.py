"""The first day: a plan without problems becomes a school, and one with problems nothing at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app import wiring
from app.places import Places
from app.school import recovery, staff
from app.school.due import due
from app.school.keeping import back_up
from app.school.set_up import NewPerson, Plan, Problem, problems
from consent.accounts import AccountId, Act, Role
from consent.errors import Code
from consent.platforms import PlatformId
from consent.reminders import Matter
from tests.factories import NOW, TODAY
from tests.stores import refused

PLAN = Plan(
    school="Aldergreen Primary",
    admin=NewPerson("ada", "Ada Admin", "seven quiet gulls"),
    trained_on=date(2026, 9, 1),
    lead=NewPerson("leo", "Leo Lead", "bado kile muna"),
    school_names=("Aldergreen", " "),
    platforms=(PlatformId("website"), PlatformId("facebook")),
)


def test_a_plan_becomes_a_school_that_only_its_people_open(tmp_path: Path) -> None:
    services, key = wiring.set_up_school(tmp_path / "store", PLAN, clock=lambda: NOW)
    register = services.store.register
    assert register.policy().school == "Aldergreen Primary"
    assert register.policy().school_names == ("Aldergreen",)
    assert not register.policy().matching
    assert [platform.id for platform in register.platforms()] == ["website", "facebook"]
    admin, lead = sorted(services.store.accounts.accounts(), key=lambda one: one.user_name)
    assert (admin.roles, admin.invited, admin.trained_on) == (
        frozenset({Role.ADMIN}),
        False,
        date(2026, 9, 1),
    )
    assert (lead.roles, lead.invited, lead.trained_on) == (frozenset({Role.LEAD}), True, None)
    assert services.account == admin
    recovery.confirm(services, key.lower())
    services = replace(services, account=staff.read_policy(services, "1"))
    staff.train(services, lead.id, TODAY)
    services.require(Act.ADMINISTER)
    wiring.close(services)
    services = wiring.open_services(tmp_path / "store", "leo", "bado kile muna", clock=lambda: NOW)
    refused(Code.PASSWORD_NOT_CHANGED, services.require, Act.LOOK)
    services = replace(
        services, account=staff.change_own_password(services, "bado kile muna", "a heron at noon")
    )
    services = replace(services, account=staff.read_policy(services, "1"))
    services.require(Act.KEEP_REGISTER)
    wiring.close(services)


def test_the_log_of_the_first_day_names_no_one(tmp_path: Path) -> None:
    services, key = wiring.set_up_school(tmp_path / "store", PLAN, clock=lambda: NOW)
    recovery.confirm(services, key)
    entries = [entry.event for entry in services.store.audit.entries()]
    wiring.close(services)
    assert [one.act for one in entries] == [
        "store_created", "platform.added", "platform.added", "staff.invited", "school.set_up", "recovery.confirmed",
    ]  # fmt: skip
    told = " ".join(f"{one.actor} {one.subject} {one.detail}" for one in entries)
    for word in ("Ada", "Leo", "Admin", "Lead", "Aldergreen", key):
        assert word not in told


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"school": " "}, Problem.NO_SCHOOL),
        ({"admin": NewPerson("", "Ada", "seven quiet gulls")}, Problem.NO_ADMIN_NAME),
        ({"admin": NewPerson("ada", " ", "seven quiet gulls")}, Problem.NO_ADMIN_NAME),
        ({"admin": NewPerson("ada", "Ada", "short")}, Problem.WEAK_ADMIN_PASSWORD),
        ({"admin": NewPerson("ada", "Ada", "aldergreen 2026")}, Problem.WEAK_ADMIN_PASSWORD),
        ({"lead": NewPerson("leo", "", "bado kile muna")}, Problem.NO_LEAD_NAME),
        ({"lead": NewPerson("leo", "Leo", "password 1234")}, Problem.WEAK_LEAD_PASSWORD),
        ({"lead": NewPerson(" ADA", "Leo", "bado kile muna")}, Problem.SAME_USER_NAME),
        ({"lead": NewPerson("leo", "Leo", "seven quiet gulls")}, Problem.SAME_PASSWORD),
        ({"trained_on": TODAY + timedelta(days=1)}, Problem.TRAINED_IN_THE_FUTURE),
        ({"platforms": (PlatformId("nowhere"),)}, Problem.UNKNOWN_PLATFORM),
        ({"policy_version": ""}, Problem.NO_POLICY_VERSION),
    ],
)
def test_each_problem_is_named_and_leaves_no_store(
    tmp_path: Path, changes: dict[str, object], problem: Problem
) -> None:
    plan = replace(PLAN, **changes)  # type: ignore[arg-type]
    assert problems(plan, today=TODAY) == [problem]
    with pytest.raises(Exception, match=r"INVALID|WEAK_PASSWORD"):
        wiring.set_up_school(tmp_path / "store", plan, clock=lambda: NOW)
    assert not (tmp_path / "store" / "keys.json").exists()
    assert not (tmp_path / "store" / "register.db").exists()


def test_a_plan_as_it_should_be_has_no_problems_and_shows_no_password() -> None:
    assert problems(PLAN, today=TODAY) == []
    assert problems(replace(PLAN, lead=None, platforms=()), today=TODAY) == []
    assert "gulls" not in repr(PLAN)
    assert "muna" not in repr(PLAN)


def test_one_person_alone_is_both_and_reminded_of_it_until_there_is_a_second(tmp_path: Path) -> None:
    services, _ = wiring.set_up_school(tmp_path / "store", replace(PLAN, lead=None), clock=lambda: NOW)
    assert services.account.roles == {Role.ADMIN, Role.LEAD}
    matters = [one.matter for one in due(services)]
    assert Matter.ONE_PERSON in matters
    assert Matter.RECOVERY_NOT_CONFIRMED in matters
    services = replace(services, account=staff.read_policy(services, "1"))
    staff.invite(services, "leo", "Leo", roles=frozenset({Role.LEAD}), first_password="bado kile muna")
    assert Matter.ONE_PERSON not in [one.matter for one in due(services)]
    wiring.close(services)


def test_the_wrong_key_typed_back_confirms_nothing(tmp_path: Path) -> None:
    services, key = wiring.set_up_school(tmp_path / "store", PLAN, clock=lambda: NOW)
    for wrong in ("", key[:-1], key[::-1]):
        refused(Code.WRONG_PASSWORD, recovery.confirm, services, wrong)
    assert recovery.confirmed_on(services) is None
    services = replace(services, account=staff.read_policy(services, "1"))
    fresh = recovery.renew(services)
    refused(Code.WRONG_PASSWORD, recovery.confirm, services, key)
    recovery.confirm(services, fresh)
    assert recovery.confirmed_on(services) == TODAY
    assert [entry.event.act for entry in services.store.audit.entries()][-2:] == [
        "recovery.renewed",
        "recovery.confirmed",
    ]
    wiring.close(services)


def test_promise_35_the_printed_key_gives_an_admin_and_no_one_else_a_new_password(tmp_path: Path) -> None:
    services, key = wiring.set_up_school(tmp_path / "store", PLAN, clock=lambda: NOW)
    admin = services.account.id
    lead = next(one.id for one in services.store.accounts.accounts() if one.id != admin)
    wiring.close(services)
    with wiring.recovered(tmp_path / "store", key, clock=lambda: NOW) as opened:
        assert [one.id for one in opened.admins] == [admin]
        refused(Code.NOT_ALLOWED, opened.give_password, lead, "a heron at noon")
        refused(Code.NOT_ALLOWED, opened.give_password, AccountId("nobody"), "a heron at noon")
        refused(Code.WEAK_PASSWORD, opened.give_password, admin, "short")
        opened.give_password(admin, "a heron at noon")
    services = wiring.open_services(tmp_path / "store", "ada", "a heron at noon", clock=lambda: NOW)
    acts = [(entry.event.act, entry.event.actor) for entry in services.store.audit.entries()]
    assert acts[-3:] == [
        ("recovery_key_used", "system"), ("recovery.password_given", "system"), ("sign_in", admin),
    ]  # fmt: skip
    wiring.close(services)
    refused(Code.WRONG_PASSWORD, wiring.open_services, tmp_path / "store", "ada", "seven quiet gulls")


def test_promise_35_a_lost_pc_a_backup_and_a_password_or_the_key_are_enough_on_a_clean_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services, key = wiring.set_up_school(tmp_path / "old" / "store", PLAN, clock=lambda: NOW)
    services = replace(services, account=staff.read_policy(services, "1"))
    digest = back_up(services, tmp_path / "backup")
    assert services.store.audit.entries()[-1].event.detail == f"sha256={digest[:16]}"
    wiring.close(services)
    (tmp_path / "old" / "store" / "register.db").unlink()
    monkeypatch.setenv("HOME", str(tmp_path / "clean home"))
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(variable, raising=False)
    new = Places.default().store
    assert new.is_relative_to(tmp_path / "clean home")
    wiring.restore(tmp_path / "backup", new)
    services = wiring.open_services(new, "ada", "seven quiet gulls", clock=lambda: NOW)
    assert services.store.register.policy().school == "Aldergreen Primary"
    assert "store_restored" in [entry.event.act for entry in services.store.audit.entries()]
    wiring.close(services)
    with wiring.recovered(new, key, clock=lambda: NOW) as opened:
        opened.give_password(opened.admins[0].id, "a heron at noon")
    wiring.close(wiring.open_services(new, "ada", "a heron at noon", clock=lambda: NOW))
    refused(Code.STORE_EXISTS, wiring.restore, tmp_path / "backup", new)
