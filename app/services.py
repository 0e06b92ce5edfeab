"""Everything that a step needs, in one value that is passed to it; nothing is built here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.devices.volumes import Volumes, system_volumes
from app.places import Places
from app.settings import Settings
from app.vault import Vault
from app.work.vision import Vision
from consent.accounts import SYSTEM, Account, Act, refusal
from consent.audit import Event
from consent.errors import Code, ConsentError
from consent.ports import Store

CLOCK_MAY_BE_BEHIND = timedelta(days=1)
"""How far this computer's clock may be behind the log: more than zones, summer time or two PCs can make."""


@dataclass(frozen=True, slots=True)
class Services:
    """One signed-in person's view of one open store. `account` is theirs as it was when they signed in.

    `vision` analyses, publishes and looks again with all models; `preview` is the same contract in a light
    process that makes pictures for the screen, so that a page never waits behind an analysis. `clock` gives
    the present moment with its time zone. `volumes` tells of the cards and sticks that are plugged in.
    """

    store: Store
    vault: Vault
    vision: Vision
    preview: Vision
    account: Account
    clock: Callable[[], datetime]
    places: Places
    settings: Settings
    volumes: Volumes = field(default_factory=system_volumes)

    def note(self, act: str, subject: str = "", detail: str = "") -> None:
        """Put an act of this person, now, into the log. `subject` is an id; `detail` holds codes and counts."""
        self.store.audit.append(Event(act, self.account.id, self.clock(), subject, detail))

    @contextmanager
    def noting_refusal(self, act: str, subject: str = "") -> Iterator[None]:
        """Put into the log that this person was refused, and why."""
        try:
            yield
        except ConsentError as refused:
            self.note(f"{act}.refused", subject, refused.code.value)
            raise

    def judged_at(self) -> datetime:
        """The moment by which permissions are judged: never earlier than what the log has seen.

        Whoever sets the clock back, or an empty battery that does, brings nothing back to life.
        """
        now, seen = self.clock(), self.store.audit.latest()
        return now if seen is None else max(now, seen.astimezone(now.tzinfo))

    def today(self) -> date:
        """The day of `judged_at`."""
        return self.judged_at().date()

    def require_clock(self) -> None:
        """ConsentError(CLOCK_BEHIND) where time may have stood still for longer than a day: nothing goes out by it."""
        if self.judged_at() - self.clock() > CLOCK_MAY_BE_BEHIND:
            raise ConsentError(Code.CLOCK_BEHIND)

    def present_account(self) -> Account:
        """This person's account as it stands now: whoever was shut out at another PC may nothing from then on."""
        return self.store.accounts.account(self.account.id)

    def require(self, act: Act) -> None:
        """Raise ConsentError (NOT_ALLOWED, NOT_TRAINED, POLICY_NOT_READ, …) unless this person may do `act`."""
        reason = refusal(self.present_account(), act, self.store.register.policy())
        if reason is not None:
            raise ConsentError(reason)


def sign_in_beside(services: Services, user_name: str, password: str) -> Account:
    """Whose password this is, while the store is open; a wrong one stands in the log, without a name.

    Raises ConsentError: WRONG_PASSWORD, LOCKED_OUT, ACCOUNT_DISABLED.
    """
    now = services.clock()
    try:
        return services.store.accounts.sign_in(user_name, password, now=now)
    except ConsentError as refused:
        services.store.audit.append(Event("sign_in_failed", SYSTEM, now, "", refused.code.value))
        raise
