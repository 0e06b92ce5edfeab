"""Set up: a school's first day, from its name and its first people to the platforms that it uses."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from app.ready_made import ready_made_platforms
from consent.accounts import Account, AccountId, Role
from consent.audit import Event
from consent.errors import Code, ConsentError
from consent.passwords import check_new_password
from consent.platforms import PlatformId
from consent.policy import Policy
from consent.ports import Store


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Someone who is to have an account, with the password that it begins with."""

    user_name: str
    full_name: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked on the first day.

    `admin` is who sits at the desk and chose the password; `trained_on` is the day of their training. `lead`
    is the data protection lead, whose password the admin hands over and who has to change it; None where the
    school has no second person, so that the admin is both until there is one. `platforms` are ready-made
    ones. Matching faces is off until a lead names the impact assessment.
    """

    school: str
    admin: NewPerson
    trained_on: date
    lead: NewPerson | None = None
    school_names: tuple[str, ...] = ()
    platforms: tuple[PlatformId, ...] = ()
    policy_version: str = "1"


class Problem(StrEnum):
    """Why a plan cannot be carried out."""

    NO_SCHOOL = "no_school"
    NO_ADMIN_NAME = "no_admin_name"
    NO_LEAD_NAME = "no_lead_name"
    SAME_USER_NAME = "same_user_name"
    WEAK_ADMIN_PASSWORD = "weak_admin_password"  # noqa: S105 - a code, not a password
    WEAK_LEAD_PASSWORD = "weak_lead_password"  # noqa: S105 - a code, not a password
    SAME_PASSWORD = "same_password"  # noqa: S105 - a code, not a password
    TRAINED_IN_THE_FUTURE = "trained_in_the_future"
    UNKNOWN_PLATFORM = "unknown_platform"
    NO_POLICY_VERSION = "no_policy_version"


def problems(plan: Plan, *, today: date) -> Sequence[Problem]:
    """Everything that stands in the way of this plan, in the order in which it is asked for."""
    return [problem for problem, found in _looked_at(plan, today) if found]


def _looked_at(plan: Plan, today: date) -> Sequence[tuple[Problem, bool]]:
    admin, lead = plan.admin, plan.lead
    known = {platform.id for platform in ready_made_platforms()}
    return [
        (Problem.NO_SCHOOL, not plan.school.strip()),
        (Problem.NO_ADMIN_NAME, _nameless(admin)),
        (Problem.TRAINED_IN_THE_FUTURE, plan.trained_on > today),
        (Problem.WEAK_ADMIN_PASSWORD, _weak(admin, plan)),
        (Problem.NO_LEAD_NAME, lead is not None and _nameless(lead)),
        (Problem.SAME_USER_NAME, lead is not None and _same(lead.user_name, admin.user_name)),
        (Problem.WEAK_LEAD_PASSWORD, lead is not None and _weak(lead, plan)),
        (Problem.SAME_PASSWORD, lead is not None and lead.password == admin.password),
        (Problem.UNKNOWN_PLATFORM, not known.issuperset(plan.platforms)),
        (Problem.NO_POLICY_VERSION, not plan.policy_version.strip()),
    ]


def first_admin(plan: Plan) -> Account:
    """The account that the store begins with; the policy is still to be read."""
    roles = {Role.ADMIN} if plan.lead is not None else {Role.ADMIN, Role.LEAD}
    return _account(plan.admin, frozenset(roles), trained_on=plan.trained_on)


def furnish(store: Store, plan: Plan, admin: AccountId, *, now: datetime) -> None:
    """Put into a new store what the plan says; raises ConsentError(INVALID) with the problems."""
    wrong = problems(plan, today=now.date())
    if wrong:
        raise ConsentError(Code.INVALID, " ".join(wrong))
    names = tuple(name.strip() for name in plan.school_names if name.strip())
    school = plan.school.strip()
    policy = Policy(school=school, school_names=names or (school,), version=plan.policy_version.strip())
    store.register.put_policy(policy)
    for platform in ready_made_platforms():
        if platform.id in plan.platforms:
            store.register.put_platform(platform)
            store.audit.append(Event("platform.added", admin, now, platform.id))
    if plan.lead is not None:
        lead = _account(plan.lead, frozenset({Role.LEAD}), invited=True)
        store.accounts.add_account(lead, plan.lead.password)
        store.audit.append(Event("staff.invited", admin, now, lead.id, Role.LEAD.value))
    store.audit.append(Event("school.set_up", admin, now))


def _account(
    person: NewPerson, roles: frozenset[Role], *, trained_on: date | None = None, invited: bool = False
) -> Account:
    return Account(
        id=AccountId(secrets.token_hex(8)),
        user_name=person.user_name.strip(),
        full_name=person.full_name.strip(),
        roles=roles,
        trained_on=trained_on,
        invited=invited,
    )


def _nameless(person: NewPerson) -> bool:
    return not (person.user_name.strip() and person.full_name.strip())


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _weak(person: NewPerson, plan: Plan) -> bool:
    about = (person.user_name, person.full_name, plan.school, *plan.school_names)
    try:
        check_new_password(person.password, about=about)
    except ConsentError:
        return True
    return False
