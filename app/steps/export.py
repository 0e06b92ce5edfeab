"""Export: a proven copy is written to its folder under a name that tells nothing, and put on record."""

from __future__ import annotations

from app.destinations.base import Destination
from app.errors import AppError, Trouble
from app.outbox.handover import hand_over
from app.published import Rendered
from app.services import Services
from consent.publications import PhotoId, Publication
from consent.stages import Stage
from vision.copies import Verified


def export(
    services: Services, rendered: Rendered, verified: Verified, *, destination: Destination
) -> Publication:
    """Write one copy into a folder and record it.

    Raises AppError: NOT_VERIFIED where the proof belongs to other bytes, NOT_PROVEN where the written file
    could not be read back as it was sent, WRONG_USE for a destination that is to be uploaded to.
    """
    if destination.is_remote:
        raise AppError(Trouble.WRONG_USE, "a server is uploaded to")
    return hand_over(services, rendered, verified, destination=destination)


def settle_exported(services: Services, photo: PhotoId) -> None:
    """Every copy of the photo is out, and all of them went into folders."""
    record = services.store.ledger.photo(photo)
    with services.store.transaction():
        services.store.ledger.move_photo(record, Stage.EXPORT)
