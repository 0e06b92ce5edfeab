"""The steps of the path as stages of a photo, and which stage may follow which."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType


class Stage(StrEnum):
    """The last step that is done for a photo; the word is the step's own."""

    INTAKE = "intake"
    ANALYSE = "analyse"
    MATCH = "match"
    DECIDE = "decide"
    REVIEW = "review"  # prepared: someone asked for approval
    APPROVE = "approve"
    RENDER = "render"
    VERIFY = "verify"
    EXPORT = "export"
    UPLOAD = "upload"
    ERASE = "erase"
    REFUSED = "refused"  # cannot be used; kept until a person deletes it


MOVES: MappingProxyType[Stage, frozenset[Stage]] = MappingProxyType(
    {
        Stage.INTAKE: frozenset({Stage.ANALYSE, Stage.REFUSED, Stage.ERASE}),
        Stage.ANALYSE: frozenset({Stage.MATCH, Stage.ANALYSE, Stage.ERASE}),
        Stage.MATCH: frozenset({Stage.DECIDE, Stage.ANALYSE, Stage.ERASE}),
        Stage.DECIDE: frozenset({Stage.DECIDE, Stage.REVIEW, Stage.ANALYSE, Stage.ERASE}),
        # back to DECIDE: sent back, or something changed and the approval is void
        Stage.REVIEW: frozenset({Stage.APPROVE, Stage.DECIDE, Stage.ERASE}),
        Stage.APPROVE: frozenset({Stage.RENDER, Stage.DECIDE, Stage.ERASE}),
        Stage.RENDER: frozenset({Stage.VERIFY, Stage.DECIDE, Stage.ERASE}),
        Stage.VERIFY: frozenset({Stage.EXPORT, Stage.UPLOAD, Stage.DECIDE, Stage.ERASE}),
        Stage.EXPORT: frozenset({Stage.UPLOAD, Stage.ERASE, Stage.DECIDE}),
        Stage.UPLOAD: frozenset({Stage.EXPORT, Stage.ERASE, Stage.DECIDE}),
        Stage.ERASE: frozenset(),
        Stage.REFUSED: frozenset({Stage.ERASE, Stage.ANALYSE}),
    }
)


UNPUBLISHED = frozenset(Stage) - {Stage.EXPORT, Stage.UPLOAD, Stage.ERASE}
"""No copy is known to be out: a person may delete such a photo, because it is broken, blocked or not wanted."""


def may_follow(now: Stage, then: Stage) -> bool:
    """Whether a photo at `now` may go on (or back) to `then`."""
    return then in MOVES[now]
