"""Clock, from the command line: it was ahead and is right now, say two who keep the register."""

from __future__ import annotations

from app.cli.arguments import Given
from app.cli.signing_in import second_password, signed_in
from app.cli.status import Status
from app.school import clock
from app.school.agree import agree
from consent.accounts import Act


def clock_put_right(given: Given) -> Status:
    """From now on permissions are judged by the clock again."""
    with signed_in(given) as services:
        password = second_password(given.second_password_file)
        clock.put_right(services, agree(services, given.second, password, act=Act.KEEP_REGISTER))
    return Status.WELL
