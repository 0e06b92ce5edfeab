"""The plug is pulled in the middle of writing, again and again: the store opens and nothing is half done."""

from __future__ import annotations

import multiprocessing
import random
import time
from multiprocessing.synchronize import Event as Signal
from pathlib import Path

import pytest

from consent.audit import Event
from tests.factories import NOW, a_carer, a_permission, a_person, a_platform, an_account
from tests.stores import make_store, opened

pytestmark = pytest.mark.slow

TIMES = 8


def write_for_ever(folder: Path, began: Signal) -> None:
    """Each round is one transaction of a person, a permission, a photo key's worth of log, and an account."""
    store = opened(folder)
    number = len(store.register.people())
    while True:
        with store.transaction():
            store.register.put_person(a_person(f"p{number}", carers=(a_carer(),)))
            store.register.record_permission(a_permission(f"p{number}"))
            store.audit.append(Event("person_added", "a1", NOW, f"p{number}"))
            if number % 10 == 9:
                store.accounts.add_account(an_account(f"staff{number}"), "a password of theirs")
        number += 1
        began.set()


def test_promise_18_a_killed_program_leaves_whole_transactions_only(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    make_store(folder)
    store = opened(folder)
    store.register.put_platform(a_platform())
    store.close()
    context = multiprocessing.get_context("spawn")
    seed = random.Random(18)  # noqa: S311 - when to pull the plug, not a secret
    written = 0
    for _ in range(TIMES):
        began = context.Event()
        writer = context.Process(target=write_for_ever, args=(folder, began))
        writer.start()
        assert began.wait(60)
        time.sleep(seed.uniform(0, 0.3))
        writer.kill()
        writer.join(60)
        writer.close()
        store = opened(folder)
        store.check()
        people = [person.id for person in store.register.people()]
        assert [one.person for one in store.register.permissions()] == people
        logged = [entry.event.subject for entry in store.audit.entries() if entry.event.act == "person_added"]
        assert logged == people
        assert len(people) > written
        written = len(people)
        store.close()
        assert {path.name for path in folder.iterdir()} == {"register.db", "keys.json", "lock"}
