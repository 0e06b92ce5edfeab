"""Platforms: where the school posts, by which official account, and what may be seen there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date

from app.ready_made import ready_made_platforms
from app.school.agree import require_agreement
from app.services import Services
from consent.accounts import AccountId, Act
from consent.agreement import Agreement
from consent.errors import Code, ConsentError
from consent.governing import to_agree_on_platform
from consent.platforms import OfficialAccount, Platform, PlatformId
from consent.stages import UNPUBLISHED, Stage

WAITING = UNPUBLISHED - {Stage.INTAKE, Stage.REFUSED}
"""Stages of photos that were looked at and may still go out."""


def platforms(services: Services) -> Sequence[Platform]:
    """Every platform, in the order in which they came."""
    services.require(Act.LOOK)
    return services.store.register.platforms()


def ready_made(platform: PlatformId) -> Platform:
    """One of those that a school can start from; ConsentError(UNKNOWN_PLATFORM)."""
    for one in ready_made_platforms():
        if one.id == platform:
            return one
    raise ConsentError(Code.UNKNOWN_PLATFORM, platform)


def add(services: Services, platform: Platform) -> Platform:
    """A new platform. Raises ConsentError: DUPLICATE, INVALID, UNKNOWN_ACCOUNT."""
    services.require(Act.ADMINISTER)
    register = services.store.register
    if any(one.id == platform.id for one in register.platforms()):
        raise ConsentError(Code.DUPLICATE, platform.id)
    added = _approved(services, platform, OfficialAccount())
    with services.store.transaction():
        register.put_platform(added)
        services.note("platform.added", platform.id)
    return added


def change(services: Services, platform: Platform, *, agreed: Agreement | None = None) -> Platform:
    """Other rules, or another official account, for a platform that is there.

    A changed official account counts as approved today by who changed it.
    Raises ConsentError: UNKNOWN_PLATFORM, INVALID, UNKNOWN_ACCOUNT; TWO_PEOPLE_NEEDED where a rule would protect
    less and no second admin agreed; LOOKED_AT_SMALLER where photos on their way there would go out larger than
    they were looked at.
    """
    services.require(Act.ADMINISTER)
    register = services.store.register
    with services.store.transaction():  # at a shared register another admin may have changed it meanwhile
        before = register.platform(platform.id)
        # whether the school posts there is said by `retire` and `reopen` alone
        wanted = replace(platform, account=replace(platform.account, retired_on=before.account.retired_on))
        after = _approved(services, wanted, before.account)
        changed = [
            one.name for one in fields(Platform) if getattr(before, one.name) != getattr(after, one.name)
        ]
        if not changed:
            return before
        require_agreement(services, agreed, to_agree_on_platform(before, after))
        if _would_outgrow(services, before, after):
            raise ConsentError(Code.LOOKED_AT_SMALLER, platform.id)
        register.put_platform(after)
        services.note("platform.changed", platform.id, " ".join(changed))
    return after


def _would_outgrow(services: Services, before: Platform, after: Platform) -> bool:
    """Whether a photo that still waits would be published larger than any of its platforms was when it was looked at.

    Faces and writing that are too small to be found at one size can be recognised at another.
    """
    if _side(after) <= _side(before):
        return False
    sides = {one.id: _side(one) for one in services.store.register.platforms()}
    ledger = services.store.ledger
    left = ledger.photos_left()
    for batch in ledger.batches():
        if before.id in batch.platforms and left.get(batch.id):
            looked_at = max(sides[platform] for platform in batch.platforms)
            for photo in ledger.photos(batch.id):
                if photo.stage in WAITING and max(photo.width, photo.height) > looked_at < _side(after):
                    return True
    return False


def _side(platform: Platform) -> float:
    return platform.longest_side or math.inf


def retire(services: Services, platform: PlatformId) -> Platform:
    """From today nothing new is posted there; answers and posts stay on record. Raises ConsentError(UNKNOWN_PLATFORM)."""
    return _since(services, platform, services.clock().date(), "platform.retired")


def reopen(services: Services, platform: PlatformId) -> Platform:
    """The school posts there again, by the answers that count today. Raises ConsentError(UNKNOWN_PLATFORM)."""
    return _since(services, platform, None, "platform.reopened")


def _since(services: Services, platform: PlatformId, day: date | None, act: str) -> Platform:
    services.require(Act.ADMINISTER)
    before = services.store.register.platform(platform)
    if before.is_retired == (day is not None):
        return before
    after = replace(before, account=replace(before.account, retired_on=day))
    with services.store.transaction():
        services.store.register.put_platform(after)
        services.note(act, platform)
    return after


def _approved(services: Services, platform: Platform, before: OfficialAccount) -> Platform:
    """The platform, its staff known, and its account approved where it is another than `before`."""
    if not platform.name.strip():
        raise ConsentError(Code.INVALID, "platform without name")
    account = platform.account
    for one in account.staff:
        if services.store.accounts.account(AccountId(one)).disabled:
            raise ConsentError(Code.ACCOUNT_DISABLED, one)
    same = replace(account, approved_by=before.approved_by, approved_on=before.approved_on) == before
    if same:
        return replace(platform, account=before)
    today = services.clock().date()
    return replace(platform, account=replace(account, approved_by=services.account.id, approved_on=today))
