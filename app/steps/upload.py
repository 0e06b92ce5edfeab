"""Upload: a proven copy is sent to a server, confirmed there, and put on record; nothing connects before this."""

from __future__ import annotations

from app.destinations.base import Destination
from app.errors import AppError, Trouble
from app.outbox.handover import hand_over
from app.published import Rendered
from app.services import Services
from consent.publications import PhotoId, Publication
from consent.stages import Stage
from vision.copies import Verified


def upload(
    services: Services, rendered: Rendered, verified: Verified, *, destination: Destination
) -> Publication:
    """Send one copy and record it once the server was seen to hold it.

    Raises AppError: NOT_VERIFIED where the proof belongs to other bytes; UNREACHABLE, NOT_LET_IN, NOT_TRUSTED,
    NOT_WRITABLE or NOT_PROVEN where the copy is not there; DOUBTFUL where that is not known, and then it is
    not sent again before someone looked; WRONG_USE for a folder.
    """
    if not destination.is_remote:
        raise AppError(Trouble.WRONG_USE, "a folder is exported to")
    return hand_over(services, rendered, verified, destination=destination)


def settle_uploaded(services: Services, photo: PhotoId) -> None:
    """Every copy of the photo is out, and at least one of them was uploaded."""
    record = services.store.ledger.photo(photo)
    with services.store.transaction():
        services.store.ledger.move_photo(record, Stage.UPLOAD)
