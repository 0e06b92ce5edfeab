"""People: someone asked for what is held, and the answer went out."""

from __future__ import annotations

from app.cli.arguments import Given
from app.cli.printing import print_line
from app.cli.signing_in import signed_in
from app.cli.status import Status
from app.people import requests
from app.people.enrol import named_person


def people_asked(given: Given) -> Status:
    """From that day a month is left."""
    with signed_in(given) as services:
        day = given.on or services.today()
        request = requests.asked(services, named_person(services, given.person).id, day)
    print_line(f"answer by {request.due:%d %B %Y}")
    return Status.WELL


def people_answered(given: Given) -> Status:
    """Nothing is due for this person any more."""
    with signed_in(given) as services:
        day = given.on or services.today()
        count = requests.answered(services, named_person(services, given.person).id, day)
    print_line(f"requests answered: {count}")
    return Status.WELL
