"""Platform: where the school posts, with rules and official accounts, from the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.cli.arguments import Given, wrong_use
from app.cli.printing import print_table
from app.cli.school_arguments import YES
from app.cli.signing_in import agreed_by_second, signed_in
from app.cli.status import Status
from app.school import platforms as doors
from app.school.staff import of_user_name
from app.services import Services
from consent.errors import Code, ConsentError
from consent.governing import to_agree_on_platform
from consent.platforms import Platform, PlatformId, UniformRule

_COLUMNS = (
    "platform", "name", "names", "uniform", "groups only", "watermark", "from age", "size", "go live", "account", "staff", "approved", "retired",
)  # fmt: skip


def platform_list(given: Given) -> Status:
    """Every platform."""
    with signed_in(given) as services:
        _print(services, *doors.platforms(services))
    return Status.WELL


def platform_add(given: Given) -> Status:
    """A ready-made platform with its rules, or one of the school's own; options change the rules."""
    asked = vars(given)
    with signed_in(given) as services:
        _print(services, doors.add(services, _with(services, _beginning(asked), asked)))
    return Status.WELL


def platform_change(given: Given) -> Status:
    """Other rules, or another official account; what is not named stays."""
    asked = vars(given)
    with signed_in(given) as services:
        before = services.store.register.platform(PlatformId(asked["platform"]))
        after = _with(services, before, asked)
        agreed = agreed_by_second(given, services, to_agree_on_platform(before, after))
        _print(services, doors.change(services, after, agreed=agreed))
    return Status.WELL


def platform_retire(given: Given) -> Status:
    """The school no longer posts there."""
    with signed_in(given) as services:
        _print(services, doors.retire(services, PlatformId(vars(given)["platform"])))
    return Status.WELL


def platform_reopen(given: Given) -> Status:
    """The school posts there again."""
    with signed_in(given) as services:
        _print(services, doors.reopen(services, PlatformId(vars(given)["platform"])))
    return Status.WELL


def _beginning(asked: Mapping[str, Any]) -> Platform:
    identity = PlatformId(asked["platform"])
    try:
        return doors.ready_made(identity)
    except ConsentError as refused:
        if refused.code is not Code.UNKNOWN_PLATFORM or not asked["name"]:
            raise wrong_use("there is no ready-made platform of that name: give your own a --name") from None
        return Platform(identity, asked["name"])


def _with(services: Services, platform: Platform, asked: Mapping[str, Any]) -> Platform:
    """The platform with what was typed."""
    rules: dict[str, Any] = {
        "name": asked["name"],
        "names_allowed": YES.get(asked["names"]),
        "uniform": UniformRule(asked["uniform"].replace("-", "_")) if asked["uniform"] else None,
        "group_only": YES.get(asked["group_only"]),
        "watermark": YES.get(asked["watermark"]),
        "minimum_age": asked["minimum_age"],
        "longest_side": asked["longest_side"],
        "quality": asked["quality"],
        "approvers_needed": asked["approvers"],
    }
    account: dict[str, Any] = {
        "address": asked["address"],
        "email": asked["email"],
        "staff": None
        if asked["staff"] is None
        else tuple(of_user_name(services, one).id for one in asked["staff"]),
        "open_to_all": YES.get(asked["open"]),
    }
    return replace(platform, account=replace(platform.account, **_given(account)), **_given(rules))


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _print(services: Services, *platforms: Platform) -> None:
    names = {account.id: account.user_name for account in services.store.accounts.accounts()}
    print_table("", _COLUMNS, [_row(one, names) for one in platforms])


def _row(platform: Platform, names: Mapping[Any, str]) -> tuple[str, ...]:
    account = platform.account
    reach = "" if account.open_to_all else " (closed)"
    return (
        platform.id,
        platform.name,
        _word(allowed=platform.names_allowed),
        platform.uniform.value.replace("_", " "),
        _word(allowed=platform.group_only),
        _word(allowed=platform.watermark),
        str(platform.minimum_age or ""),
        f"{platform.longest_side} px" if platform.longest_side else "full",
        str(platform.approvers_needed),
        f"{account.address}{reach}" if account.address else "",
        ", ".join(names.get(one, one) for one in account.staff),
        account.approved_on.isoformat() if account.approved_on else "no",
        account.retired_on.isoformat() if account.retired_on else "",
    )


def _word(*, allowed: bool) -> str:
    return "yes" if allowed else "no"
