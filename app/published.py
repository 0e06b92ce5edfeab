"""The very bytes that would be published: the one way in which previews, proposals and copies are made."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.correct import NAMES
from app.covers import covers_for, crests_for, expected_for, output_for, watermark_for
from app.services import Services
from consent.decisions import PhotoDecision
from consent.people import by_id
from consent.platforms import Platform, PlatformId
from consent.publications import Approval, PhotoId, PhotoRecord, Words
from vision.copies import CopyWanted, Crests, Expected, Refused, Verified, Watermark


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished copy for one platform, equal to what `approval` is bound to."""

    photo: PhotoId
    platform: PlatformId
    content: bytes
    sha256: str
    approval: Approval
    decision: PhotoDecision


def as_published(
    services: Services, record: PhotoRecord, decision: PhotoDecision, *, source: str | None = None
) -> bytes:
    """A finished file for one platform, made in the vision process; the same each time it is asked for.

    `source` says whose picture it is, for a platform that wants it written on its copies; None: as proposed, or
    as it is being written. Raises VisionError where the photo cannot be read and AppError where the vault no
    longer holds it.
    """
    return all_as_published(services, record, ((decision, source),))[0]


def all_as_published(
    services: Services, record: PhotoRecord, wanted: Sequence[tuple[PhotoDecision, str | None]]
) -> tuple[bytes, ...]:
    """As `as_published`, for several platforms (each with its source): the photo is opened once for all."""
    copies = []
    for decision, source in wanted:
        platform = services.store.register.platform(decision.platform)
        watermark = _watermark(services, record, decision, platform=platform, source=source)
        copies.append(CopyWanted(covers_for(record, decision), output_for(platform, watermark)))
    return services.vision.publish_each(services.vault.get(record.id), tuple(copies))


def sha256_of(content: bytes) -> str:
    """The hash to which proposals, approvals and proofs are bound (SHA-256, hex)."""
    return hashlib.sha256(content).hexdigest()


def look_again(
    services: Services,
    record: PhotoRecord,
    decision: PhotoDecision,
    content: bytes,
    *,
    source: str | None = None,
) -> Verified | Refused:
    """Open a finished copy as a stranger would, and hold it against what this decision lets be seen."""
    return services.vision.look_again(content, expected_of(services, record, decision, source=source))


def expected_of(
    services: Services, record: PhotoRecord, decision: PhotoDecision, *, source: str | None = None
) -> Expected:
    """What a finished copy may show by this decision; `source` as in `as_published`."""
    register = services.store.register
    platform = register.platform(decision.platform)
    named = {person for sighting in record.sightings if sighting.what in NAMES for person in sighting.people}
    # most photos name no one: the whole register is read only for those that do
    people = by_id(register.people()) if named else {}
    return replace(
        expected_for(record, decision, platform=platform, people=people),
        watermark=_watermark(services, record, decision, platform=platform, source=source),
        crests=_crests(services, record, decision, platform),
    )


def _crests(services: Services, record: PhotoRecord, decision: PhotoDecision, platform: Platform) -> Crests:
    """Nothing to look for where no crest is hidden, which spares the second look a fifth of a second."""
    crests = crests_for(record, decision, platform)
    return replace(crests, pictures=services.store.register.policy().crests) if crests.hidden else crests


def _watermark(
    services: Services,
    record: PhotoRecord,
    decision: PhotoDecision,
    *,
    platform: Platform,
    source: str | None,
) -> Watermark | None:
    if not platform.watermark:
        return None
    told = _source(services, record.id, platform.id) if source is None else source
    owner = told or services.store.register.policy().school
    return watermark_for(record, decision, platform, owner=owner)


def _source(services: Services, photo: PhotoId, platform: PlatformId) -> str:
    """Whose picture it is, as proposed for this platform, or as it is being written."""
    ledger = services.store.ledger
    proposed = [one.source for one in ledger.proposals(photo) if one.platform == platform]
    return proposed[0] if proposed else ledger.words(photo).get(platform, Words()).source
