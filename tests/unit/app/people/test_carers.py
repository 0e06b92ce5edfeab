"""Who speaks for a person is changed without losing what anyone said, and the rules judge the answers anew."""

from __future__ import annotations

import atexit
import copy
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.people.carers import change_carers, heard
from app.people.foreseeing import foresee_carers
from app.people.keeping import add, history
from app.services import Services
from consent.accounts import Role
from consent.errors import Code, ConsentError
from consent.people import Carer, Person, PersonId
from consent.permissions import Answer, Kind
from consent.standing import standing
from tests.factories import TODAY, WEBSITE, a_carer, a_notice, a_permission, a_person, a_platform, an_account
from tests.fakes.store import MemoryStore
from tests.unit.app.people.conftest import LEAD, services_of

FOLDER = Path(tempfile.mkdtemp(prefix="greenlight-test-"))
atexit.register(shutil.rmtree, FOLDER)
MOTHER, FATHER = a_carer("c1", "mother"), a_carer("c2", "father")


def school(*answers: tuple[str, Answer], carers: tuple[Carer, ...] = (MOTHER, FATHER)) -> Services:
    """One pupil whose carers gave these answers for photos on the website."""
    services = services_of(MemoryStore(LEAD), FOLDER)
    services.store.register.put_platform(a_platform())
    add(services, a_person(carers=carers))
    services.store.register.record_permissions(
        [a_permission(carer=carer, answer=answer) for carer, answer in answers]
    )
    return services


def pupil(services: Services) -> Person:
    return services.store.register.person(PersonId("p1"))


def shown(services: Services) -> bool:
    records = services.store.register.permissions([PersonId("p1")])
    return standing(records, pupil(services), WEBSITE, Kind.PHOTO, today=TODAY).allowed


def refused(services: Services, *carers: Carer, seen: Person | None = None) -> Code:
    with pytest.raises(ConsentError) as caught:
        change_carers(services, seen or pupil(services), carers)
    return caught.value.code


def test_a_yes_counts_no_longer_when_the_carer_no_longer_answers_for_the_pupil() -> None:
    services = school(("c1", Answer.GRANTED))
    assert shown(services)
    change_carers(services, pupil(services), (replace(MOTHER, responsible=False), FATHER))
    assert not shown(services)


def test_the_no_of_such_a_carer_stands() -> None:
    services = school(("c1", Answer.GRANTED), ("c2", Answer.REFUSED))
    change_carers(services, pupil(services), (MOTHER, replace(FATHER, responsible=False)))
    assert not shown(services)


@pytest.mark.parametrize("how", ["answered", "was told"])
def test_a_carer_who_was_heard_is_never_taken_off(how: str) -> None:
    services = school(("c2", Answer.REFUSED)) if how == "answered" else school()
    if how == "was told":
        services.store.register.record_notices([a_notice(carer="c2")])
    assert heard(services, PersonId("p1")) == {"c2"}
    assert refused(services, MOTHER) is Code.INVALID
    change_carers(services, pupil(services), (FATHER,))
    assert pupil(services).carers == (FATHER,)


def test_a_carer_needs_words_and_a_name_of_their_own() -> None:
    services = school()
    assert refused(services, MOTHER, Carer("", " ", "")) is Code.INVALID
    assert refused(services, MOTHER, Carer("", MOTHER.name.upper(), "aunt")) is Code.INVALID


def test_what_someone_else_changed_meanwhile_is_not_overwritten() -> None:
    services = school()
    seen = pupil(services)
    change_carers(services, seen, (MOTHER,))
    assert refused(services, FATHER, seen=seen) is Code.INVALID


def test_a_new_carer_gets_an_id_and_the_change_is_in_history_and_log_without_a_name() -> None:
    services = school()
    change_carers(
        services, pupil(services), (MOTHER, FATHER, Carer("", "Ann Fox", "aunt", responsible=False))
    )
    *_, aunt = pupil(services).carers
    assert aunt.id
    newest = history(services, PersonId("p1"))[-1]
    assert newest.after.carers[-1] == aunt
    entry = next(one for one in reversed(services.store.audit.entries()) if one.event.act == "person.changed")
    assert entry.event.detail == "carers"


def test_only_whoever_keeps_the_register_may() -> None:
    services = school()
    office = replace(services, account=an_account("office", Role.OFFICE))
    services.store.accounts.add_account(office.account, "three quiet words")
    assert refused(office, MOTHER, seen=pupil(services)) is Code.NOT_ALLOWED


@given(
    answers=st.lists(st.tuples(st.sampled_from(["c1", "c2"]), st.sampled_from(list(Answer))), max_size=4),
    responsible=st.sets(st.sampled_from(["c1", "c2"])),
)
def test_what_is_foreseen_is_what_comes_and_a_changed_carer_never_turns_a_no_into_a_yes(
    answers: list[tuple[str, Answer]], responsible: set[str]
) -> None:
    services = school(*answers)
    store = services.store
    assert isinstance(store, MemoryStore)
    tables: dict[str, Any] = copy.deepcopy(vars(store.tables))
    was, seen = shown(services), pupil(services)
    carers = [replace(one, responsible=one.id in responsible) for one in (MOTHER, FATHER)]
    foreseen = foresee_carers(services, seen, carers)
    assert vars(store.tables) == tables
    change_carers(services, seen, carers)
    assert foreseen.before[0].answers[WEBSITE, Kind.PHOTO].allowed is was
    assert foreseen.after[0].answers[WEBSITE, Kind.PHOTO].allowed is shown(services)
    assert was or not shown(services)  # both could agree before
