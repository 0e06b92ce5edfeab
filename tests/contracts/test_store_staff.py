"""What any store promises about staff accounts and the log."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from consent.accounts import SYSTEM, Account, AccountId, Role
from consent.audit import PUT_RIGHT, Event
from consent.errors import Code
from consent.ports import Store
from tests.factories import NOW, an_account
from tests.stores import PASSWORD, cut_off, refused

SECOND = "second password"


def test_an_account_comes_back_as_added(store: Store) -> None:
    account = Account(
        AccountId("x7"),
        "Zoë.Head",
        "Zoë Head",
        frozenset({Role.LEAD, Role.APPROVER}),
        trained_on=date(2026, 2, 28),
        policy_read="3",
    )
    store.accounts.add_account(account, SECOND)
    assert store.accounts.account(account.id) == account
    assert [one.id for one in store.accounts.accounts()] == ["a1", "x7"]
    refused(Code.UNKNOWN_ACCOUNT, store.accounts.account, AccountId("none"))


def test_no_account_goes_by_the_name_under_which_the_log_knows_the_program(store: Store) -> None:
    refused(Code.INVALID, store.accounts.add_account, replace(an_account("a2"), id=SYSTEM), SECOND)


def test_each_signs_in_with_their_own_password_only(store: Store) -> None:
    store.accounts.add_account(an_account("a2"), SECOND)
    assert store.accounts.sign_in("a2", SECOND, now=NOW).id == "a2"
    assert store.accounts.sign_in(" A1 ", PASSWORD, now=NOW).id == "a1"
    refused(Code.WRONG_PASSWORD, store.accounts.sign_in, "a2", PASSWORD, now=NOW)
    refused(Code.WRONG_PASSWORD, store.accounts.sign_in, "nobody", PASSWORD, now=NOW)


@pytest.mark.parametrize("user_name", ["A1", "a1 ", "\uff211"])  # full-width A
def test_user_names_that_look_alike_are_one(store: Store, user_name: str) -> None:
    twin = replace(an_account("a2"), user_name=user_name)
    refused(Code.DUPLICATE, store.accounts.add_account, twin, SECOND)


def test_an_id_is_given_once(store: Store) -> None:
    twin = replace(an_account("a1"), user_name="other")
    refused(Code.DUPLICATE, store.accounts.add_account, twin, SECOND)


def test_a_weak_password_is_refused(store: Store) -> None:
    for weak in ("eleven more", "Password 2026!", "a1 a1 a1 a1 a1 a1"):
        refused(Code.WEAK_PASSWORD, store.accounts.add_account, an_account("a2"), weak)
        refused(Code.WEAK_PASSWORD, store.accounts.set_password, AccountId("a1"), weak)
    assert len(store.accounts.accounts()) == 1


def test_a_new_password_replaces_the_old(store: Store) -> None:
    store.accounts.set_password(AccountId("a1"), SECOND)
    refused(Code.WRONG_PASSWORD, store.accounts.sign_in, "a1", PASSWORD, now=NOW)
    assert store.accounts.sign_in("a1", SECOND, now=NOW).id == "a1"


def test_a_user_name_can_change(store: Store) -> None:
    store.accounts.put_account(replace(store.accounts.account(AccountId("a1")), user_name="new.name"))
    assert store.accounts.sign_in("NEW.name", PASSWORD, now=NOW).id == "a1"
    refused(Code.WRONG_PASSWORD, store.accounts.sign_in, "a1", PASSWORD, now=NOW)


def test_a_disabled_account_needs_a_new_password_to_come_back(store: Store) -> None:
    account = an_account("a2")
    store.accounts.add_account(account, SECOND)
    store.accounts.put_account(replace(account, disabled=True))
    refused(Code.ACCOUNT_DISABLED, store.accounts.sign_in, "a2", SECOND, now=NOW)
    refused(Code.ACCOUNT_DISABLED, store.accounts.set_password, account.id, SECOND)
    store.accounts.put_account(account)
    refused(Code.ACCOUNT_DISABLED, store.accounts.sign_in, "a2", SECOND, now=NOW)
    store.accounts.set_password(account.id, "a third password")
    assert store.accounts.sign_in("a2", "a third password", now=NOW) == account


def test_the_last_admin_stays(store: Store) -> None:
    admin = store.accounts.account(AccountId("a1"))
    refused(Code.LAST_ADMIN, store.accounts.put_account, replace(admin, disabled=True))
    refused(Code.LAST_ADMIN, store.accounts.put_account, replace(admin, roles=frozenset({Role.LEAD})))
    assert store.accounts.account(AccountId("a1")) == admin
    assert store.accounts.sign_in("a1", PASSWORD, now=NOW) == admin


def test_an_account_added_in_a_failed_transaction_cannot_sign_in(store: Store) -> None:
    with cut_off(store):
        store.accounts.add_account(an_account("a2"), SECOND)
    refused(Code.WRONG_PASSWORD, store.accounts.sign_in, "a2", SECOND, now=NOW)


def test_after_five_wrong_passwords_even_the_right_one_has_to_wait(store: Store) -> None:
    for _ in range(5):
        refused(Code.WRONG_PASSWORD, store.accounts.sign_in, "a1", "wrong horse", now=NOW)
    refused(Code.LOCKED_OUT, store.accounts.sign_in, "a1", PASSWORD, now=NOW + timedelta(seconds=29))
    assert store.accounts.sign_in("a1", PASSWORD, now=NOW + timedelta(seconds=30)).id == "a1"
    refused(Code.WRONG_PASSWORD, store.accounts.sign_in, "a1", "wrong horse", now=NOW)


def test_waiting_grows_and_a_clock_set_back_does_not_shorten_it(store: Store) -> None:
    for _ in range(5):
        refused(Code.WRONG_PASSWORD, store.accounts.sign_in, "a1", "wrong horse", now=NOW)
    now = NOW + timedelta(seconds=30)
    refused(Code.WRONG_PASSWORD, store.accounts.sign_in, "a1", "wrong horse", now=now)
    refused(Code.LOCKED_OUT, store.accounts.sign_in, "a1", PASSWORD, now=now + timedelta(seconds=59))
    long_ago = now - timedelta(days=400)
    refused(Code.LOCKED_OUT, store.accounts.sign_in, "a1", PASSWORD, now=long_ago)
    refused(Code.LOCKED_OUT, store.accounts.sign_in, "a1", PASSWORD, now=long_ago + timedelta(seconds=59))
    assert store.accounts.sign_in("a1", PASSWORD, now=long_ago + timedelta(seconds=60)).id == "a1"


def test_one_persons_mistakes_do_not_lock_out_another(store: Store) -> None:
    store.accounts.add_account(an_account("a2"), SECOND)
    for _ in range(6):
        with pytest.raises(Exception, match=r"WRONG_PASSWORD|LOCKED_OUT"):
            store.accounts.sign_in("a2", "wrong horse", now=NOW)
    assert store.accounts.sign_in("a1", PASSWORD, now=NOW).id == "a1"


def test_the_log_numbers_and_chains_what_is_appended(store: Store) -> None:
    before = store.audit.entries()
    events = [
        Event("look", "a1", NOW, "p1", "code"),
        Event("look", "a1", NOW - timedelta(days=1)),
        Event("look", "system", datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC), "p2"),
    ]
    added = [store.audit.append(event) for event in events]
    assert [entry.event for entry in added] == events
    assert store.audit.entries() == [*before, *added]
    assert [entry.number for entry in store.audit.entries()] == list(range(1, len(before) + 4))
    assert len({entry.seal for entry in store.audit.entries()}) == len(before) + 3
    store.audit.verify()


def test_an_event_of_a_failed_transaction_leaves_no_gap(store: Store) -> None:
    with cut_off(store):
        store.audit.append(Event("look", "a1", NOW))
    last = store.audit.append(Event("look", "a1", NOW))
    assert last.number == len(store.audit.entries())
    store.audit.verify()


def test_an_account_that_begins_disabled_is_known_but_closed(store: Store) -> None:
    store.accounts.add_account(replace(an_account("a2"), disabled=True), SECOND)
    refused(Code.ACCOUNT_DISABLED, store.accounts.sign_in, "a2", SECOND, now=NOW)


def test_each_new_recovery_key_is_another_in_eight_groups(store: Store) -> None:
    one, other = store.accounts.renew_recovery_key(), store.accounts.renew_recovery_key()
    assert one != other
    assert [len(group) for group in one.split("-")] == [5] * 8


def test_a_backup_is_logged_named_by_its_hash_and_never_written_over(store: Store, tmp_path: Path) -> None:
    digest = store.backup(tmp_path / "backup", by=AccountId("a1"), now=NOW)
    assert hashlib.sha256((tmp_path / "backup").read_bytes()).hexdigest() == digest
    refused(Code.DUPLICATE, store.backup, tmp_path / "backup", by=AccountId("a1"), now=NOW)
    assert [entry.event.act for entry in store.audit.entries()].count("backup_made") == 1
    store.check()


def test_a_recovery_key_counts_as_printed_once_it_was_typed_back(store: Store) -> None:
    key = store.accounts.renew_recovery_key()
    assert store.accounts.recovery_confirmed_on() is None
    for wrong in ("", key[:-1], "0" * len(key), store.accounts.renew_recovery_key()[::-1]):
        refused(Code.WRONG_PASSWORD, store.accounts.confirm_recovery_key, wrong, on=NOW.date())
    key = store.accounts.renew_recovery_key()
    store.accounts.confirm_recovery_key(key, on=NOW.date())
    assert store.accounts.recovery_confirmed_on() == NOW.date()
    store.accounts.renew_recovery_key()
    assert store.accounts.recovery_confirmed_on() is None


def test_a_computer_is_remembered_until_it_is_forgotten(store: Store) -> None:
    store.accounts.add_account(an_account("a2"), SECOND)
    one, secret = store.computers.remember_computer(AccountId("a1"), on=NOW.date())
    other, another = store.computers.remember_computer(AccountId("a2"), on=NOW.date())
    assert secret != another
    assert set(store.computers.computers()) == {one, other}
    store.computers.forget_computer(one.id)
    store.computers.forget_computer(one.id)
    assert store.computers.computers() == [other]


def test_a_new_password_or_a_disabled_account_forgets_all_computers_of_that_account(store: Store) -> None:
    store.accounts.add_account(an_account("a2"), SECOND)
    kept, _ = store.computers.remember_computer(AccountId("a1"), on=NOW.date())
    store.computers.remember_computer(AccountId("a2"), on=NOW.date())
    store.accounts.set_password(AccountId("a2"), "yet another one")
    assert store.computers.computers() == [kept]
    store.computers.remember_computer(AccountId("a2"), on=NOW.date())
    store.accounts.put_account(replace(an_account("a2"), disabled=True))
    assert store.computers.computers() == [kept]
    refused(Code.ACCOUNT_DISABLED, store.computers.remember_computer, AccountId("a2"), on=NOW.date())
    refused(Code.UNKNOWN_ACCOUNT, store.computers.remember_computer, AccountId("a9"), on=NOW.date())


def test_single_entries_of_the_log_are_those_of_the_whole(store: Store) -> None:
    for number in range(3):
        store.audit.append(Event("look", "a1", NOW, f"p{number}"))
    entries = store.audit.entries()
    assert [store.audit.entry(entry.number) for entry in entries] == entries
    assert store.audit.last() == entries[-1]
    assert store.audit.entry(0) is None
    assert store.audit.entry(len(entries) + 1) is None


def test_an_invitation_is_remembered(store: Store) -> None:
    invited = replace(an_account("a2"), invited=True)
    store.accounts.add_account(invited, SECOND)
    assert store.accounts.account(AccountId("a2")) == invited
    store.accounts.put_account(replace(invited, invited=False))
    assert not store.accounts.account(AccountId("a2")).invited


def test_the_log_knows_the_latest_moment_that_it_has_seen(store: Store) -> None:
    """Not its last entry's: a clock may have been set back. What was rolled back was not seen."""
    store.audit.append(Event("look", "a1", NOW))
    ahead = NOW + timedelta(days=5)
    store.audit.append(Event("look", "a1", ahead.astimezone(timezone(timedelta(hours=-11)))))
    store.audit.append(Event("look", "a1", NOW))
    assert store.audit.latest() == ahead
    with pytest.raises(ZeroDivisionError), store.transaction():
        _ = store.audit.append(Event("look", "a1", NOW + timedelta(days=6))).number / 0
    store.audit.append(Event(PUT_RIGHT, "a1", NOW))
    assert store.audit.latest() == NOW
    store.audit.append(Event("look", "a1", NOW + timedelta(hours=1)))
    assert store.audit.latest() == NOW + timedelta(hours=1)
