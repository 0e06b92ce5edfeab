"""School: a new store with its first people, the recovery key shown once and typed back."""

from __future__ import annotations

import os
import sys

from app.cli.arguments import Given, wrong_use
from app.cli.printing import print_line, tell
from app.cli.school_words import PROBLEMS
from app.cli.signing_in import new_password, recovery_key, store_folder
from app.cli.status import Status
from app.school import recovery
from app.school.set_up import NewPerson, Plan, problems
from app.services import Services
from consent.errors import Code, ConsentError
from consent.passwords import suggested
from consent.platforms import PlatformId


def set_up(given: Given) -> Status:
    """Make the store, and print what has to be handed over or locked away: it is shown this once."""
    from app import wiring  # noqa: PLC0415 - brings the store's libraries

    plan = _plan(given)
    wrong = problems(plan, today=wiring.now().date())
    for problem in wrong:
        tell(PROBLEMS[problem])
    if wrong:
        return Status.WRONG_USE
    services, key = wiring.set_up_school(store_folder(given), plan)
    try:
        print_line(f"recovery key: {key}")
        tell("print the key or write it down, and lock it away: it opens everything when no password does")
        if plan.lead is not None:
            print_line(f"first password of {plan.lead.user_name}: {plan.lead.password}")
            tell(
                "hand it over yourself; it opens nothing until it is changed with 'greenlight staff password'"
            )
        _typed_back(services)
    finally:
        wiring.close(services)
    tell("next: 'greenlight policy read', then 'greenlight staff train' and 'greenlight staff invite'")
    return Status.WELL


def _typed_back(services: Services) -> None:
    """At a terminal the key is asked for until it is right or given up."""
    if not sys.stdin.isatty():
        tell("the key was not typed back: do it with 'greenlight recovery confirm'")
        return
    while True:
        try:
            recovery.confirm(services, recovery_key(None))
        except ConsentError as refused:
            if refused.code is not Code.WRONG_PASSWORD:
                raise
            tell("that is not the key: look at the paper once more, or end with Ctrl+C")
        else:
            return


def _plan(given: Given) -> Plan:
    asked = vars(given)
    if bool(asked["lead"]) == asked["no_second"]:
        raise wrong_use("name the data protection lead with --lead and --lead-name, or say --no-second")
    if bool(asked["lead"]) != bool(asked["lead_name"]):
        raise wrong_use("--lead and --lead-name belong together")
    file = asked["new_password_file"] or os.environ.get("GREENLIGHT_PASSWORD_FILE")
    lead = NewPerson(asked["lead"], asked["lead_name"], suggested()) if asked["lead"] else None
    return Plan(
        school=asked["school"],
        admin=NewPerson(asked["admin"], asked["admin_name"], new_password(file, "Your password")),
        trained_on=asked["trained"],
        lead=lead,
        school_names=tuple(asked["school_name"]),
        platforms=tuple(PlatformId(one) for one in asked["platform"]),
        policy_version=asked["policy_version"],
    )
