"""Verify: the finished copy is opened again and looked at, as a stranger would look at it."""

from __future__ import annotations

import math
import secrets
from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from app.covers import published_scale
from app.errors import AppError, Trouble
from app.published import Rendered, expected_of
from app.services import Services
from consent.audit import Event
from consent.publications import PhotoId, PhotoRecord
from consent.sightings import SECOND_LOOK, RegionId, Sighting, What
from consent.stages import Stage
from vision.boxes import Box
from vision.copies import Cover, Expected, Flaw, Problem, Refused, Verified
from vision.hide.outline import head_outline

SEEN_AGAIN = MappingProxyType(
    {
        Flaw.FACE_VISIBLE: What.FACE,
        Flaw.NAME_LEGIBLE: What.LIKELY_NAME,
        Flaw.CODE_LEGIBLE: What.CODE,
        Flaw.CREST_VISIBLE: What.CREST,
    }
)


class NotVerifiedError(AppError):
    """The finished copy shows something that it may not; `problems` say what, and where."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(Trouble.NOT_VERIFIED, ",".join(sorted({p.flaw.value for p in problems})))
        self.problems = problems


def verify(services: Services, copies: Iterable[Rendered]) -> tuple[Verified, ...]:
    """The proof of each copy of one photo that it holds only what it may.

    Every file is looked at; platforms that get the very same bytes, in which the very same may be seen, share
    one look. A copy in another size has its own: what was found in a larger picture says nothing of what the
    finders see in a smaller one. Raises NotVerifiedError for the first that shows more: then the photo goes
    back to review, its approval void, and what the second look saw stands there as new regions, covered until
    a person looks at them.
    """
    asked = [(rendered, (rendered.content, _expected(services, rendered))) for rendered in copies]
    each = tuple(dict.fromkeys(look for _, look in asked))
    outcomes = dict(zip(each, services.vision.look_again_each(each), strict=True))
    return tuple(_proof(services, rendered, outcomes[look]) for rendered, look in asked)


def _expected(services: Services, rendered: Rendered) -> Expected:
    record = services.store.ledger.photo(rendered.photo)
    return expected_of(services, record, rendered.decision, source=rendered.approval.proposal.source)


def _proof(services: Services, rendered: Rendered, outcome: Verified | Refused) -> Verified:
    if isinstance(outcome, Verified):
        return outcome
    record = services.store.ledger.photo(rendered.photo)
    platform = services.store.register.platform(rendered.platform)
    seen = sightings_of(outcome.problems, published_scale(record, platform))
    _send_back(services, replace(record, sightings=(*record.sightings, *seen)))
    raise NotVerifiedError(outcome.problems)


def settle_verified(services: Services, photo: PhotoId) -> None:
    """All copies of the photo are proven."""
    record = services.store.ledger.photo(photo)
    if record.stage is Stage.RENDER:
        with services.store.transaction():
            services.store.ledger.move_photo(record, Stage.VERIFY)
            services.store.audit.append(Event("verify", services.account.id, services.clock(), photo))


def sightings_of(problems: Iterable[Problem], scale: float) -> tuple[Sighting, ...]:
    """The problems that have a place, as regions of the photo; `scale` is published pixels per photo pixel."""
    return tuple(
        _sighting(SEEN_AGAIN[problem.flaw], problem.box, scale)
        for problem in problems
        if problem.box is not None and problem.flaw in SEEN_AGAIN
    )


def _sighting(what: What, published: Box, scale: float) -> Sighting:
    box = Box(
        math.floor(published.x1 / scale),
        math.floor(published.y1 / scale),
        math.ceil(published.x2 / scale),
        math.ceil(published.y2 / scale),
    )
    return Sighting(
        region=RegionId(f"again-{secrets.token_hex(6)}"),
        what=what,
        box=(box.x1, box.y1, box.x2, box.y2),
        outline=head_outline(box) if what is What.FACE else Cover.of_box(box).outline,
        found_by=SECOND_LOOK,
    )


def _send_back(services: Services, record: PhotoRecord) -> None:
    with services.store.transaction():
        services.store.ledger.void_approvals(record.id)
        services.store.ledger.move_photo(record, Stage.DECIDE)
        services.store.audit.append(Event("verify.refused", services.account.id, services.clock(), record.id))
