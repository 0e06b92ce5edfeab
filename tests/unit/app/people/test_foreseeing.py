"""What is foreseen of a merge or a split is what comes of it, and nothing of the trial stays."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from app.people.foreseeing import foresee_merge, foresee_split
from app.people.joining import merge, split
from app.people.keeping import add
from app.people.permits import record_all
from consent.errors import Code
from consent.permissions import Answer, Kind
from tests.factories import WEBSITE, a_permission, a_platform
from tests.fakes.store import MemoryStore
from tests.stores import make_store, opened, refused
from tests.unit.app.people.conftest import LEAD, services_of
from tests.unit.app.people.test_joining import FIRST, RECORDS, SECOND, A, B, allowed, school


@given(RECORDS)
@settings(max_examples=60)
def test_what_is_foreseen_is_what_comes_and_the_trial_leaves_no_trace(
    before: list[tuple[str, str, Answer, int]],
) -> None:
    services = school(before)
    store = services.store
    assert isinstance(store, MemoryStore)
    tables: dict[str, Any] = copy.deepcopy(vars(store.tables))
    entries = services.store.audit.entries()
    foreseen = foresee_merge(services, A, B)
    assert vars(store.tables) == tables
    assert services.store.audit.entries() == entries
    assert [one.answers[WEBSITE, Kind.PHOTO].allowed for one in foreseen.before] == [
        allowed(services, A), allowed(services, B),
    ]  # fmt: skip
    after = merge(services, A, B)
    assert foreseen.after[0].person == after
    assert foreseen.after[0].answers[WEBSITE, Kind.PHOTO].allowed == allowed(services, A)
    parting = foresee_split(services, B)
    assert services.store.register.person(B).id == A
    parted = split(services, B)
    assert [one.person for one in parting.after] == [parted.kept, parted.gone]


def test_on_the_encrypted_store_nothing_of_the_trial_stays_either(tmp_path: Path) -> None:
    make_store(tmp_path, LEAD)
    store = opened(tmp_path, LEAD.user_name)
    try:
        services = services_of(store, tmp_path)
        store.register.put_platform(a_platform())
        for person in (FIRST, SECOND):
            add(services, person)
        record_all(services, [a_permission("b", carer="m2", answer=Answer.REFUSED)])
        people, entries = store.register.people(), store.audit.entries()
        assert not foresee_merge(services, A, B).after[0].answers[WEBSITE, Kind.PHOTO].allowed
        refused(Code.INVALID, foresee_merge, services, A, A)
        assert (store.register.people(), store.audit.entries()) == (people, entries)
        store.audit.verify()
    finally:
        store.close()
