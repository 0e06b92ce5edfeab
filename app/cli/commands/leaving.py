"""People: a consent to face templates ends, or a whole record does; what backups still hold is named."""

from __future__ import annotations

from app.cli.arguments import Given, wrong_use
from app.cli.printing import print_line, tell
from app.cli.register_words import carer_of
from app.cli.signing_in import signed_in
from app.cli.status import Status
from app.people.enrol import named_person
from app.people.withdraw import Withdrawn, erase, withdraw
from consent.permissions import Giver


def people_withdraw(given: Given) -> Status:
    """The templates are gone when this ends."""
    with signed_in(given) as services:
        person = named_person(services, given.person)
        own = given.by == Giver.SELF.value
        done = withdraw(
            services,
            person.id,
            giver=Giver.SELF if own else Giver.CARER,
            carer="" if own else carer_of(person, given.by),
            on=given.on or services.today(),
            form=given.form,
        )
    _tell(done)
    return Status.WELL


def people_erase(given: Given) -> Status:
    """Forget someone for good."""
    if not given.for_good:
        raise wrong_use("nothing brings this back: give --for-good if it is meant")
    with signed_in(given) as services:
        done = erase(services, named_person(services, given.person).id)
    _tell(done)
    return Status.WELL


def _tell(done: Withdrawn) -> None:
    print_line(f"templates destroyed: {done.templates}")
    if done.backups:
        tell("backups made at these times still hold what was destroyed: make a new one and delete them")
    for made in done.backups:
        print_line(f"backup of {made.astimezone():%d %B %Y, %H:%M}")
