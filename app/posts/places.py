"""Destinations as an admin keeps them: put down, tested, removed, and which platform's copies go where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.destinations.on_record import open_record
from app.services import Services
from consent.accounts import Act
from consent.audit import Event
from consent.destinations import DestinationId, DestinationRecord
from consent.errors import Code, ConsentError
from consent.platforms import Platform, PlatformId


def destinations(services: Services) -> Sequence[DestinationRecord]:
    """Every destination on record, without its secret. Raises ConsentError(NOT_ALLOWED)."""
    services.require(Act.ADMINISTER)
    return services.store.outbox.destinations()


def put_destination(services: Services, record: DestinationRecord, secret: str | None = None) -> None:
    """Add or change a destination; without a secret the one before it stays where the server and the user do.

    The secret is kept in the encrypted store and nowhere else. Raises ConsentError: NOT_ALLOWED, INVALID where
    something is missing or an address is not encrypted on the way.
    """
    services.require(Act.ADMINISTER)
    with services.store.transaction():
        services.store.outbox.put_destination(record, secret)
        services.store.audit.append(
            Event("destination.put", services.account.id, services.clock(), record.id, record.kind.value)
        )


def remove_destination(services: Services, destination: DestinationId) -> None:
    """Forget a destination and its secret; its platforms then ask for a folder.

    Raises ConsentError: NOT_ALLOWED; NOT_SETTLED while it is not known whether a copy arrived there.
    """
    services.require(Act.ADMINISTER)
    if any(one.post.destination == destination for one in services.store.outbox.unsettled()):
        raise ConsentError(Code.NOT_SETTLED, destination)
    with services.store.transaction():
        for platform in services.store.register.platforms():
            if platform.destination == destination:
                services.store.register.put_platform(replace(platform, destination=""))
        services.store.outbox.remove_destination(destination)
        services.store.audit.append(
            Event("destination.removed", services.account.id, services.clock(), destination)
        )


def host_key(address: str) -> str:
    """The host key that an SFTP server shows now, for an admin to compare and pin. Raises AppError(UNREACHABLE)."""
    from app.destinations.sftp import host_key as shown  # noqa: PLC0415 - paramiko is loaded when it is needed

    return shown(address)


def test_destination(services: Services, destination: DestinationId) -> None:
    """Reach it, write a small file, read it back and remove it.

    Raises AppError: UNREACHABLE, NOT_LET_IN, NOT_TRUSTED, NOT_WRITABLE, DISK_FULL, FOLDER_MISSING, NOT_PROVEN.
    """
    services.require(Act.ADMINISTER)
    outbox = services.store.outbox
    opened = open_record(outbox.destination(destination), outbox.secret(destination))
    try:
        opened.test()
    finally:
        opened.close()


def send_platform_to(services: Services, platform: PlatformId, destination: DestinationId | None) -> Platform:
    """From now on this platform's copies go there; None: into a folder that is chosen each time."""
    services.require(Act.ADMINISTER)
    if destination is not None:
        services.store.outbox.destination(destination)
    changed = replace(services.store.register.platform(platform), destination=destination or "")
    with services.store.transaction():
        services.store.register.put_platform(changed)
        services.store.audit.append(
            Event("platform.destination", services.account.id, services.clock(), platform, destination or "")
        )
    return changed
