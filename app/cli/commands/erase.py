"""Erase: what has to be seen to, what goes soon, and deleting what was kept as long as the school keeps photos."""

from __future__ import annotations

from app.cli.arguments import Given
from app.cli.printing import print_line, print_table, tell
from app.cli.school_words import print_reminders
from app.cli.sentences import sentence
from app.cli.signing_in import signed_in
from app.cli.status import Status
from app.school.due import due as reminders
from app.steps import erase as steps
from consent.errors import Code


def due(given: Given) -> Status:
    """Everything to see to, and the photos that go soon; who reads it was told of them."""
    with signed_in(given) as services:
        matters, endings = reminders(services), steps.ending(services)
        names = {str(one.id): one.full_name for one in services.store.accounts.accounts()}
        names |= {str(one.id): one.name for one in services.store.register.platforms()}
        print_reminders(matters, names)
        if endings:
            rows = [(one.title, str(one.photos), f"{one.goes_on:%d %B %Y}") for one in endings]
            print_table("photos that will be deleted", ("batch", "photos", "on"), rows)
            tell(
                "publish what is still wanted before its day; 'greenlight erase overdue' deletes what is over"
            )
        steps.tell(services, endings)
    return Status.WELL


def erase_overdue(given: Given) -> Status:
    """Delete what was kept long enough; what nobody was told of yet is told now, and stays for the days of notice."""
    stayed = erased = 0
    with signed_in(given) as services:
        for one in steps.erase_overdue(services):
            erased += not one.trouble
            stayed += bool(one.trouble)
        left = steps.ending(services)
        steps.tell(services, left)
    print_line(f"deleted: {erased}")
    if stayed:
        tell(f"{stayed} stayed: {sentence(Code.NOT_SETTLED)}")
    for batch in left:
        tell(f"{batch.title}: {batch.photos} photos go on {batch.goes_on:%d %B %Y}")
    return Status.WAITING if stayed else Status.WELL
