"""Two people: a second one agrees, at the same desk, with a password of their own."""

from __future__ import annotations

from app.services import Services, sign_in_beside
from consent.accounts import Act
from consent.agreement import Agreement, refusal_of_two
from consent.errors import Code, ConsentError


def agree(services: Services, user_name: str, password: str, *, act: Act) -> Agreement:
    """What the person who is signed in and this second one agree to do; to be used at once.

    Raises ConsentError: WRONG_PASSWORD, LOCKED_OUT, ACCOUNT_DISABLED, SAME_PERSON, and NOT_ALLOWED, NOT_TRAINED
    or POLICY_NOT_READ where one of the two may not do `act`.
    """
    services.require(act)  # first: who may not, need not learn whose password is right
    second = sign_in_beside(services, user_name, password)
    policy = services.store.register.policy()
    refused = refusal_of_two(services.present_account(), second, act, policy=policy)
    if refused is not None:
        raise ConsentError(refused)
    services.note("two.agreed", second.id, act.value)
    return Agreement(act, services.account.id, second.id, services.clock())


def require_agreement(services: Services, agreed: Agreement | None, acts: frozenset[Act]) -> None:
    """Nothing where no act needs two; else ConsentError(TWO_PEOPLE_NEEDED) unless just these two agreed to it.

    One agreement is for one act: what needs two different ones is changed one after the other.
    """
    if not acts:
        return
    if (
        agreed is None
        or acts != {agreed.act}
        or agreed.first != services.account.id
        or agreed.second == services.account.id
    ):
        raise ConsentError(Code.TWO_PEOPLE_NEEDED)
