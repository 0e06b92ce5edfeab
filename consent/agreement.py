"""Two named people who agreed to one act that lifts a protection; neither of them alone could."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from consent.accounts import Account, AccountId, Act, refusal
from consent.errors import Code
from consent.policy import Policy


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who agreed to what, when. Only for the act, and the moment, for which it was given."""

    act: Act
    first: AccountId
    second: AccountId
    at: datetime

    @property
    def by(self) -> tuple[AccountId, AccountId]:
        """Both, as the register takes them."""
        return self.first, self.second


def refusal_of_two(first: Account, second: Account, act: Act, *, policy: Policy) -> Code | None:
    """Why these two may not do this together: each of them must be allowed to, and they are two people."""
    for one in (first, second):
        refused = refusal(one, act, policy)
        if refused is not None:
            return refused
    return Code.SAME_PERSON if first.id == second.id else None
