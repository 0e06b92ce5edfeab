"""The school's own choices, with the program's defaults, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LONGEST_KEPT = 3650
"""Days, ten years: longer than a school may have a reason to keep photos or the records of leavers."""

LONGEST_SPELL = 365
"""Days that a notice or a "go live" may last."""

LARGEST_GROUP = 20
"""People: two thirds of a class."""

LARGEST_COVERED_FACE = 400
"""Pixels; a larger face fills a portrait."""


class NeverPublishRule(StrEnum):
    """What becomes of a photo in which someone marked "never publish" is known to be."""

    BLOCK = "block"
    COVER = "cover"


@dataclass(frozen=True, slots=True)
class Policy:
    """What the school decided. Matching stays off until an impact assessment is named.

    `auto_confirm_distance`: a face suggested at this distance or nearer counts as confirmed; None is never
    (default: no machine shows a face by itself). `group_size`: how many must be visible for a `group`
    permission to count (product: three). `retention_days`: how long photos stay before erasure. `notice_days`:
    for how long someone is told before photos go that lie nowhere else.
    `face_pictures`: the face of the reference picture is kept beside the template, to compare by eye.
    `approval_days`: how long a "go live" holds. `smallest_face`: faces smaller than this many pixels (shorter
    side, as published) are covered whoever they are; 0 is no limit.
    `delete_own_originals` names the two accounts that switched on that originals are deleted from the
    trust's own devices too; empty: they stay there.
    `words_refused` may stand in no caption of this school, `words_advised` give a hint, and `words_allowed` are
    neither although the kept lists name them; see `consent.captions.lists_of`.
    `leavers_days`: how long the record of someone who has left is kept. `text` is what staff read and confirm.
    """

    school: str = ""
    school_names: tuple[str, ...] = ()
    text: str = ""
    version: str = "1"
    next_review: date | None = None
    owner: str = ""
    impact_assessment: str = ""
    impact_assessed_on: date | None = None
    never_publish: NeverPublishRule = NeverPublishRule.BLOCK
    auto_confirm_distance: float | None = None
    group_size: int = 3
    retention_days: int = 30
    notice_days: int = 7
    approval_days: int = 14
    smallest_face: int = 0
    delete_own_originals: tuple[str, ...] = ()
    leavers_days: int = 365
    crests: tuple[bytes, ...] = ()
    uniform_colours: tuple[tuple[int, int, int], ...] = ()
    face_pictures: bool = False
    words_refused: tuple[str, ...] = ()
    words_advised: tuple[str, ...] = ()
    words_allowed: tuple[str, ...] = ()

    @property
    def matching(self) -> bool:
        """Whether faces may be compared at all."""
        return bool(self.impact_assessment) and self.impact_assessed_on is not None
