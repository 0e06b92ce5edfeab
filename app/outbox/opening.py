"""Opens the destinations on record, each once for a delivery; nothing is connected before something is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.destinations.base import Destination
from app.destinations.folder import FolderDestination
from app.destinations.on_record import open_record
from app.errors import AppError, Trouble
from app.services import Services
from consent.destinations import DestinationId
from consent.errors import Code, ConsentError
from consent.platforms import PlatformId

DestinationOf = Callable[[PlatformId], Destination]


def open_label(services: Services, label: str) -> Destination:
    """The destination that the register of posts calls so: one on record, or a folder that was chosen.

    Raises AppError(NO_DESTINATION) where it was removed.
    """
    outbox = services.store.outbox
    try:
        record = outbox.destination(DestinationId(label))
    except ConsentError as error:
        if error.code is not Code.UNKNOWN_DESTINATION:
            raise
    else:
        return open_record(record, outbox.secret(record.id))
    folder = Path(label)
    if not folder.is_absolute():
        raise AppError(Trouble.NO_DESTINATION)
    return FolderDestination(folder)


@contextmanager
def opened_destinations(services: Services, folder: Path | None = None) -> Iterator[DestinationOf]:
    """For each platform its own destination, else its own folder within `folder`; closed at the end.

    The function raises AppError(NO_DESTINATION) for a platform that has neither.
    """
    opened: dict[PlatformId, Destination] = {}

    def destination_of(platform: PlatformId) -> Destination:
        if platform not in opened:
            opened[platform] = _open(services, platform, folder)
        return opened[platform]

    try:
        yield destination_of
    finally:
        for destination in opened.values():
            destination.close()


def _open(services: Services, platform: PlatformId, folder: Path | None) -> Destination:
    label = services.store.register.platform(platform).destination
    if label:
        return open_label(services, label)
    if folder is None:
        raise AppError(Trouble.NO_DESTINATION, platform)
    return FolderDestination(folder / platform)
