"""A finished copy on its way out: written down before its first byte leaves, so that none goes out twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from consent.accounts import AccountId
from consent.platforms import PlatformId
from consent.publications import PhotoId, Publication


class Sent(StrEnum):
    """What is known about a copy on its way."""

    SENDING = "sending"  # begun, and not heard of since: a crash leaves it so
    SENT = "sent"
    NOT_SENT = "not_sent"
    DOUBTFUL = "doubtful"  # it may have arrived; only a look there, or a person, can tell


UNSETTLED = frozenset({Sent.SENDING, Sent.DOUBTFUL})


@dataclass(frozen=True, slots=True)
class Delivery:
    """One attempt to bring one copy to one place.

    `post` is what the register of posts will say once the copy is known to be there; its `destination` is the
    id of a destination, or the folder that was chosen. `by` and `at` are who began it and when.
    """

    post: Publication
    sent: Sent
    by: AccountId
    at: datetime

    @property
    def file_name(self) -> str:
        """The random name of the copy, and of the attempt."""
        return self.post.file_name

    @property
    def photo(self) -> PhotoId:
        return self.post.photo

    @property
    def platform(self) -> PlatformId:
        return self.post.platform

    @property
    def is_settled(self) -> bool:
        """Whether it is known what became of it."""
        return self.sent not in UNSETTLED
