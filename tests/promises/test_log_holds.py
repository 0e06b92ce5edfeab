"""The log: every single change in it is found and named, no one can clear it, and it forgets no act but every name."""

from __future__ import annotations

import contextlib
import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import DatabaseError

from consent.accounts import AccountId
from consent.audit import FIRST_SEAL, Entry, Event, anchor_of, anchors, first_bad, holds, seal
from consent.errors import Code
from consent.notices import Notice
from consent.people import Carer, PersonId
from consent.permissions import Kind
from consent.policy import Policy
from consent.store import EncryptedStore
from consent.store.schema import metadata
from consent.templates import StoredTemplate
from tests.clear_text import found_below
from tests.factories import NOW, TODAY, a_permission, a_person, a_platform, an_account
from tests.stores import PowerCutError, make_store, opened, refused

ENTRIES = 1000
FIELDS = ("act", "actor", "at", "subject", "detail", "seal")


def a_log(length: int) -> list[Entry]:
    log: list[Entry] = []
    for number in range(1, length + 1):
        at = NOW + timedelta(minutes=37 * number)
        event = Event(f"act.{number % 11}", f"a{number % 5}", at, f"p{number % 97}", f"n={number}")
        log.append(Entry(number, event, seal(log[-1].seal if log else FIRST_SEAL, event)))
    return log


def mutated(entry: Entry, field: str) -> Entry:
    match field:
        case "seal":
            return replace(entry, seal=entry.seal[:-1] + ("0" if entry.seal[-1] != "0" else "1"))
        case "at":
            return replace(entry, event=replace(entry.event, at=entry.event.at + timedelta(microseconds=1)))
        case _:
            value = getattr(entry.event, field)
            return replace(entry, event=replace(entry.event, **{field: value[:-1] + chr(ord(value[-1]) ^ 1)}))


@pytest.mark.slow
def test_promise_37_each_of_a_thousand_entries_is_named_whatever_of_it_was_edited() -> None:
    log = a_log(ENTRIES)
    assert first_bad(log) is None
    for place in range(ENTRIES):
        altered = list(log)
        altered[place] = mutated(log[place], FIELDS[place % len(FIELDS)])
        assert first_bad(altered) == place + 1


@pytest.mark.slow
def test_promise_37_each_cut_swap_and_double_is_named_and_each_cut_tail_by_an_anchor() -> None:
    log = a_log(ENTRIES)
    last = anchor_of(log[-1])
    for place in range(ENTRIES - 1):
        assert first_bad(log[:place] + log[place + 1 :]) == place + 1
        swapped = [*log[:place], log[place + 1], log[place], *log[place + 2 :]]
        assert first_bad(swapped) == place + 1
        assert first_bad([*log[: place + 1], log[place], *log[place + 1 :]]) == place + 2
        tail_cut = log[: place + 1]
        assert first_bad(tail_cut) is None  # the chain alone cannot tell
        assert not holds(tail_cut, last)


@pytest.mark.slow
def test_promise_37_a_log_written_anew_from_any_entry_breaks_every_later_anchor_and_no_earlier_one() -> None:
    log = a_log(ENTRIES)
    kept = anchors(log)
    assert len(kept) > 20
    for since in range(1, ENTRIES + 1, 7):
        forged = log[: since - 1]
        for entry in log[since - 1 :]:
            event = replace(entry.event, actor="someone else")
            forged.append(Entry(entry.number, event, seal(forged[-1].seal if forged else FIRST_SEAL, event)))
        assert first_bad(forged) is None
        seals = {(entry.number, entry.seal) for entry in forged}
        assert [(one.number, one.seal) in seals for one in kept] == [one.number < since for one in kept]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "store"
    make_store(folder)
    return folder


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Iterator[EncryptedStore]:
    shutil.copytree(made, tmp_path / "store")
    one = opened(tmp_path / "store")
    yield one
    one.close()


@pytest.mark.slow
def test_promise_37_a_thousand_entries_in_the_store_itself(store: EncryptedStore) -> None:
    with store.transaction():
        for entry in a_log(ENTRIES - len(store.audit.entries())):
            store.audit.append(entry.event)
    store.audit.verify()
    seed = random.Random(37)  # noqa: S311 - which to alter, not a secret
    for trigger in ("audit_no_update", "audit_no_delete"):
        store.database.change(text(f"DROP TRIGGER {trigger}"))
    ways = [
        "UPDATE audit SET act = act || 'x' WHERE number = :n",
        "UPDATE audit SET actor = actor || 'x' WHERE number = :n",
        "UPDATE audit SET subject = subject || 'x' WHERE number = :n",
        "UPDATE audit SET detail = detail || 'x' WHERE number = :n",
        "UPDATE audit SET seal = seal || 'x' WHERE number = :n",
        "UPDATE audit SET at = '2020-01-01T00:00:00+00:00' WHERE number = :n",
        "DELETE FROM audit WHERE number = :n",
    ]
    for number in sorted(seed.sample(range(1, ENTRIES + 1), 200)):
        way = seed.choice(ways)
        with contextlib.suppress(PowerCutError), store.transaction():
            store.database.change(text(way).bindparams(n=number))
            assert refused(Code.LOG_DAMAGED, store.audit.verify).detail == str(number)
            raise PowerCutError  # put it back
    store.audit.verify()


@pytest.mark.parametrize(
    "attempt",
    [
        "DELETE FROM audit",
        "DELETE FROM audit WHERE number = 1",
        "UPDATE audit SET detail = ''",
        "INSERT OR REPLACE INTO audit (number, act, actor, at, subject, detail, seal) VALUES (1, 'x', 'x', 'x', '', '', '')",
    ],
)
def test_promise_37_staff_cannot_clear_the_log(store: EncryptedStore, attempt: str) -> None:
    before = store.audit.entries()
    with pytest.raises(DatabaseError):
        store.database.change(text(attempt))
    assert store.audit.entries() == before
    store.audit.verify()


def test_no_door_of_the_store_clears_or_edits_the_log(store: EncryptedStore) -> None:
    offered = {name for name in dir(store.audit) if not name.startswith("_")}
    assert offered == {"append", "entries", "entry", "last", "latest", "verify"}


NAME, CARER, FORM, ALIAS, NUMBER = (
    "Canaryella Featherstone", "Zoë-Canária Ólafsdóttir", "canary form of May", "Canny-Canary", "MIS-canary-0042",
)  # fmt: skip


def everything_in(store: EncryptedStore) -> str:
    """All cells of all tables, decrypted, as one text."""
    tables = inspect(store.database.connection()).get_table_names()
    assert set(tables) == {*metadata.tables, "alembic_version"}
    return " ".join(
        str(tuple(row)) for table in metadata.tables.values() for row in store.database.rows(select(table))
    )


def test_promise_38_an_erased_pupil_is_in_no_table_in_no_file_and_the_log_is_whole(
    store: EncryptedStore, tmp_path: Path
) -> None:
    register = store.register
    store.accounts.add_account(an_account("a2"), "second password")
    register.put_policy(Policy(impact_assessment="DPIA", impact_assessed_on=TODAY))
    register.put_platform(a_platform())
    pupil = replace(
        a_person(name=NAME, carers=(Carer("c1", CARER, "mother"),)), known_as=ALIAS, school_id=NUMBER
    )
    register.put_person(pupil)
    register.put_person(replace(pupil, class_name="7 Blue"))
    register.put_person(a_person("p2", name="Someone Else"))
    register.record_notices([Notice(PersonId("p1"), "c1", TODAY, FORM, recorded_by="a1")])
    for kind in (Kind.PHOTO, Kind.NAME, Kind.BIOMETRIC):
        register.record_permission(replace(a_permission(kind=kind), form=FORM))
    register.put_template(StoredTemplate("t1", PersonId("p1"), (0.25,) * 128, TODAY))
    register.mark_never_publish(PersonId("p1"), (AccountId("a1"), AccountId("a2")))
    for act in ("person.added", "person.shown", "report.access"):
        store.audit.append(Event(act, "a1", NOW, "p1"))
    before = store.audit.entries()
    assert all(word in everything_in(store) for word in (NAME, CARER, FORM, ALIAS, NUMBER))
    register.erase_person(PersonId("p1"))
    store.audit.append(Event("person.erased", "a1", NOW, "p1"))
    held = everything_in(store)
    assert [word for word in (NAME, CARER, FORM, ALIAS, NUMBER) if word in held] == []
    assert "Someone Else" in held
    assert store.audit.entries()[:-1] == before
    assert [entry.event.subject for entry in before[-3:]] == ["p1"] * 3
    store.check()
    store.shrink()
    assert found_below(tmp_path / "store", [NAME, CARER, FORM, ALIAS, NUMBER]) == []
