"""Finds out who is at the door: counts first, then looks at the password."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from consent.accounts import AccountId
from consent.errors import Code, ConsentError
from consent.store.cost import dearest
from consent.store.key_file import Failures, KeyFile, KeyPlace
from consent.store.keys import Box, unseal, waste_time
from consent.store.lockout import failed, left_to_wait, settled
from consent.store.running import Running

_STRANGERS = ""
"""All unknown user names share one count, so that trying them does not fill the file."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Who signed in, with the data key and the box that held it, and how often it had gone wrong before."""

    account: AccountId
    data_key: bytes
    box: Box
    failures_before: int

    def __repr__(self) -> str:
        return "Opened"  # a key must not reach a traceback


def sign_in(place: KeyPlace, user_name: str, password: str, *, now: datetime, running: Running) -> Opened:
    """Open the box of this user name; ConsentError WRONG_PASSWORD, LOCKED_OUT or ACCOUNT_DISABLED.

    The try is counted where the keys lie before the password is looked at, so that neither pulling the plug
    nor another PC gives another. LOCKED_OUT's detail is the number of seconds to wait. NOT_ENOUGH_MEMORY:
    the password was not looked at, and the try is not counted.
    """
    with place.held():
        moment, running = place.moment(now, running)
        content = place.read()
        account = content.names.get(content.name_tag(user_name))
        key = _STRANGERS if account is None else str(account)
        before = settled(content.failures.get(key, Failures()), moment, running)
        wait = left_to_wait(before, moment, running)
        is_locked = wait > timedelta(0)
        counted = before if is_locked else failed(before, moment, running)
        _write(place, content, key, counted)
    if is_locked:
        raise ConsentError(Code.LOCKED_OUT, str(math.ceil(wait.total_seconds())))
    try:
        opened = _looked_at(content, account, password, before.count)
    except ConsentError as refused:
        if refused.code is Code.NOT_ENOUGH_MEMORY:
            _take_back(place, key, counted, before)
        raise
    _forget_failures(place, opened.account)
    return opened


def _looked_at(content: KeyFile, account: AccountId | None, password: str, failures: int) -> Opened:
    box = None if account is None else content.boxes.get(account)
    if account is None or box is None:
        waste_time(password, dearest(one.cost for one in content.boxes.values()))
        raise ConsentError(Code.WRONG_PASSWORD if account is None else Code.ACCOUNT_DISABLED)
    data_key = unseal(box, password, bound_to=content.bound_to(account))
    if data_key is None:
        raise ConsentError(Code.WRONG_PASSWORD)
    return Opened(account, data_key, box, failures)


def _take_back(place: KeyPlace, key: str, counted: Failures, before: Failures) -> None:
    """Count this try no longer; those that came in meanwhile, here or on another PC, stay counted."""
    with place.held():
        content = place.read()
        stands = content.failures.get(key, Failures())
        one_less = before if stands == counted else replace(stands, count=max(stands.count - 1, 0))
        _write(place, content, key, one_less)


def _forget_failures(place: KeyPlace, account: AccountId) -> None:
    with place.held():
        content = place.read()
        failures = {key: value for key, value in content.failures.items() if key != account}
        if failures != content.failures:
            place.write(replace(content, failures=failures))


def _write(place: KeyPlace, content: KeyFile, key: str, failures: Failures) -> None:
    if content.failures.get(key) != failures:
        place.write(replace(content, failures={**content.failures, key: failures}))
