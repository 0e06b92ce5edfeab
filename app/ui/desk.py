"""The desk behind the window: who is signed in, the lanes in which work is done, and what is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.own_keyring import OwnKeyring, Secrets
from app.places import Places
from app.ui.job import Failure, Job, Lane, Urgency
from app.ui.pictures import Pictures
from app.ui.plugged import Plugged
from app.ui.reading import Waiting, Who, waiting, who
from app.ui.retiring import Retiring
from consent.errors import Code, ConsentError
from consent.publications import BatchId

if TYPE_CHECKING:
    from app.demo.report import DemoSchool
    from app.school.set_up import Plan
    from app.services import Services
    from consent.accounts import Account


def _set_up(folder: Path, plan: Plan) -> tuple[Services, str]:
    from app.wiring import set_up_school  # noqa: PLC0415

    return set_up_school(folder, plan)


def _recover(folder: Path, key: str, user_name: str, password: str) -> None:
    """A new password for the admin with this user name, by the printed key."""
    from app.wiring import recovered  # noqa: PLC0415

    with recovered(folder, key) as opened:
        named = [one for one in opened.admins if one.user_name.casefold() == user_name.casefold()]
        if not named:
            raise ConsentError(Code.NOT_ALLOWED)
        opened.give_password(named[0].id, password)


def _open_here(folder: Path, secrets: Secrets) -> Services | None:
    """As the person whom this computer remembers, if it remembers one."""
    from app.wiring import open_on_this_computer  # noqa: PLC0415

    return open_on_this_computer(folder, secrets)


def _join(folder: Path, address: str, password: str, secrets: Secrets) -> None:
    """Share the register of a server from now on."""
    from app.shared import join_here  # noqa: PLC0415

    join_here(folder, address, password, secrets)


def _keep_server_password(folder: Path, _address: str, password: str, secrets: Secrets) -> None:
    """Another password for the server of the register."""
    from app.shared import keep_server_password  # noqa: PLC0415

    keep_server_password(folder, password, secrets)


def _server_of(folder: Path) -> str:
    """The address of the server that holds the register; "" where it is a file of this PC."""
    from app.shared import server_of  # noqa: PLC0415

    return server_of(Places.of(folder))


@dataclass(frozen=True, slots=True)
class Doors:
    """How a store is opened, handed over and shut. The parts are loaded when first used, not with the window."""

    open: Callable[[Path, str, str], Services]
    switch: Callable[[Services, str, str], Services]
    close: Callable[[Services], None]
    make_demo: Callable[[Path], DemoSchool]
    set_up: Callable[[Path, Plan], tuple[Services, str]] = _set_up
    recover: Callable[[Path, str, str, str], None] = _recover
    open_here: Callable[[Path, Secrets], Services | None] = _open_here
    join: Callable[[Path, str, str, Secrets], None] = _join
    keep_server_password: Callable[[Path, str, str, Secrets], None] = _keep_server_password
    server_of: Callable[[Path], str] = _server_of
    secrets: Secrets = field(default_factory=OwnKeyring)


def real_doors() -> Doors:
    """The doors of the program itself."""

    def open_store(folder: Path, user_name: str, password: str) -> Services:
        from app.wiring import open_services  # noqa: PLC0415

        return open_services(folder, user_name, password)

    def switch(services: Services, user_name: str, password: str) -> Services:
        from app.wiring import switch_account  # noqa: PLC0415

        return switch_account(services, user_name, password)

    def close(services: Services) -> None:
        from app.wiring import close as shut  # noqa: PLC0415

        shut(services)

    def make_demo(folder: Path) -> DemoSchool:
        from app.demo.school import make_demo as make  # noqa: PLC0415

        return make(folder)

    return Doors(open_store, switch, close, make_demo)


class Desk(QObject):
    """Pages ask it for everything; they never touch a store, a file or a thread themselves."""

    signed_in = Signal(bool)  # whether it is the same person as before the lock
    locked = Signal()
    waiting_changed = Signal()

    def __init__(self, store: Path | None, doors: Doors, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.doors = doors
        self.who: Who | None = None
        self.waiting = Waiting()
        self.delivering: BatchId | None = None  # nothing else may be done with this batch meanwhile
        self._services: Services | None = None
        self._locked = True
        self.acts = Lane("acts", self)
        self.long = Lane("long", self)
        self.side = Lane("side", self)
        self.picture_lane = Lane("pictures", self)
        self.pictures = Pictures(self.picture_lane)
        self.plugged = Plugged(self)
        self.retiring = Retiring(self)

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """Every lane in which work is done beside the window."""
        return (self.long, self.side, self.picture_lane, self.acts, self.plugged.lane)

    @property
    def services(self) -> Services:
        """The open store; only asked for while someone is signed in."""
        if self._services is None:
            raise RuntimeError("no store is open")
        return self._services

    @property
    def is_open(self) -> bool:
        return self._services is not None

    @property
    def is_locked(self) -> bool:
        return self._locked

    def sign_in(self, user_name: str, password: str, *, failed: Callable[[Failure], None]) -> None:
        """Open the store, or go on in the open one, as this person."""
        store, present = self.store, self._services
        if store is None:
            return

        def work() -> tuple[Services, Who]:
            services = (
                self.doors.open(store, user_name, password)
                if present is None
                else self.doors.switch(present, user_name, password)
            )
            return services, who(services)

        self.acts.submit(work, done=self._welcome, failed=failed)

    @property
    def opens_here(self) -> bool:
        """Whether this computer may open the store by itself: only the first time, and never after a lock."""
        return self.store is not None and not self.is_open and Places.of(self.store).opens_here.exists()

    def sign_in_here(self, *, alone: Callable[[], None], failed: Callable[[Failure], None]) -> None:
        """Open the store as the person whom this computer remembers; `alone` where it remembers no one."""
        store = self.store
        if store is None:
            return

        def work() -> tuple[Services, Who] | None:
            services = self.doors.open_here(store, self.doors.secrets)
            return None if services is None else (services, who(services))

        def done(opened: tuple[Services, Who] | None) -> None:
            if opened is None:
                alone()
            else:
                self._welcome(opened)

        self.acts.submit(work, done=done, failed=failed)

    def _welcome(self, opened: tuple[Services, Who]) -> None:
        before = self.who
        self._services, self.who = opened
        self._locked = False
        if before is None:
            # started while the person still looks at Home, so that the first photo does not wait
            self._services.preview.warm()
            self._services.vision.warm()
        self.signed_in.emit(before is not None and before.id == self.who.id)
        self.count()

    def hold(self, services: Services) -> None:
        """Keep a store that was just made, until its first person goes in; it is shut with the window."""
        self._services = services

    def adopt(self) -> None:
        """Let the first person of a new store go in."""
        services = self.services
        self.acts.submit(lambda: (services, who(services)), done=self._welcome)

    def become(self, account: Account, *, then: Callable[[], None]) -> None:
        """The same person after a change of their own account, such as a policy that was read."""
        services = replace(self.services, account=account)

        def changed(found: Who) -> None:
            self._services, self.who = services, found
            then()

        self.acts.submit(lambda: who(services), done=changed)

    def lock(self) -> None:
        """Nothing of a photo stays on the screen or in the window's memory; work in hand goes on."""
        if self._locked or self._services is None:
            return
        self._locked = True
        self.pictures.forget()
        self.locked.emit()

    def ask(
        self,
        read: Callable[[Services], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Failure], None],
        urgency: Urgency = Urgency.NOW,
    ) -> Job:
        """A short read or act on the store, in the order of asking."""
        services = self.services
        return self.acts.submit(lambda: read(services), done=done, failed=failed, urgency=urgency)

    def begin(
        self,
        work: Callable[[Services], Any],
        *,
        done: Callable[[Any], None],
        failed: Callable[[Failure], None],
        progressed: Callable[[Any], None],
        stopped: Callable[[], None],
        lane: Lane | None = None,
    ) -> Job:
        """Long work: a step's generator, whose every yield is progress and a place to stop.

        The lane `side` is for what must not wait behind a batch that is still being looked at.
        """
        services = self.services
        return (lane or self.long).submit(
            lambda: work(services), done=done, failed=failed, progressed=progressed, stopped=stopped
        )

    def count(self) -> None:
        """Count anew what waits."""
        if self._services is None:
            return
        self.ask(waiting, done=self._counted, failed=lambda _failure: None, urgency=Urgency.SOON)

    def _counted(self, found: Waiting) -> None:
        self.waiting = found
        self.waiting_changed.emit()

    def use_store(self, store: Path) -> None:
        """Another store is to be opened by the next sign-in."""
        self.shut()
        self.store = store

    def shut(self) -> None:
        """Close the store; what is in hand is asked to stop first."""
        services, self._services = self._services, None
        self.who, self._locked, self.waiting = None, True, Waiting()
        self.pictures.forget()
        if services is not None:
            self.doors.close(services)

    def leave(self) -> None:
        """The window closes: stop the lanes, then shut the store. May be called twice."""
        for lane in self.lanes:
            lane.close()
        self.shut()
