"""Never publish, from the command line: two people, two passwords, and a reason for these two alone."""

from __future__ import annotations

import sys
from pathlib import Path

from app.cli.arguments import Given
from app.cli.printing import print_line, print_table
from app.cli.signing_in import second_password, signed_in
from app.cli.status import Status
from app.people import forbidding
from app.people.enrol import named_person
from app.people.reading import read_file
from app.school.agree import agree
from consent.accounts import Act
from consent.errors import Code, ConsentError

LONGEST_REASON = 10_000  # bytes


def never_publish_mark(given: Given) -> Status:
    """Set the mark. The reason is asked or read from a file: an argument can be seen by other programs."""
    file: str | None = given.reason_file
    with signed_in(given) as services:
        person = named_person(services, given.person)
        agreed = agree(
            services, given.second, second_password(given.second_password_file), act=Act.MARK_NEVER_PUBLISH
        )
        reason = (
            _asked() if file is None else read_file(Path(file), LONGEST_REASON).decode("utf-8", "replace")
        )
        forbidding.mark(services, person.id, reason, agreed)
    return Status.WELL


def never_publish_lift(given: Given) -> Status:
    """Lift the mark."""
    with signed_in(given) as services:
        person = named_person(services, given.person)
        agreed = agree(
            services, given.second, second_password(given.second_password_file), act=Act.MARK_NEVER_PUBLISH
        )
        forbidding.lift(services, person.id, agreed)
    return Status.WELL


def never_publish_list(given: Given) -> Status:
    """Who is marked, since when and by whom; never why."""
    with signed_in(given) as services:
        found = forbidding.listed(services)
        staff = {one.id: one.user_name for one in services.store.accounts.accounts()}
    rows = [
        (
            one.person.id,
            one.person.shown_name,
            one.mark.since,
            " and ".join(staff.get(by, by) for by in one.mark.by),
        )
        for one in found
    ]
    print_table("", ("id", "name", "since", "by"), rows)
    return Status.WELL


def never_publish_reason(given: Given) -> Status:
    """Why, for one of the two who set it."""
    with signed_in(given) as services:
        reason = forbidding.reason(services, named_person(services, given.person).id)
    print_line(reason)
    return Status.WELL


def _asked() -> str:
    if not sys.stdin.isatty():
        raise ConsentError(Code.INVALID, "no terminal to ask for the reason: give --reason-file")
    print("Reason, for the two of you alone: ", end="", file=sys.stderr, flush=True)
    return input()
