"""Two records become one person and two again: nothing is lost, and no "no" is lost on the way."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.people.joining import merge, split
from app.people.keeping import add, change, history
from app.people.overview import register_facts
from app.people.permits import record_all
from app.services import Services
from consent.accounts import AccountId
from consent.errors import Code
from consent.pasts import Happened
from consent.people import Carer, Person, PersonId, PersonKind
from consent.permissions import Answer, Giver, Kind, Permission
from consent.publications import PhotoId, Publication
from tests.factories import NOW, WEBSITE, a_permission, a_person, a_platform, an_account
from tests.fakes.store import MemoryStore
from tests.stores import refused
from tests.unit.app.people.conftest import LEAD, Office, services_of

A, B = PersonId("a"), PersonId("b")
FIRST = replace(
    a_person(
        "a", name="Dee Fox", carers=(Carer("m", "Ann Fox", "mother"), Carer("school-form", "", "carer"))
    ),
    class_name="4A",
)
SECOND = replace(
    a_person(
        "b",
        name="Deirdre Fox",
        carers=(Carer("m2", "ann  fox", "mother"), Carer("f2", "Bob Fox", "father"), Carer("school-form", "", "carer")),
    ),
    school_id="S7",
    known_as="Didi",
)  # fmt: skip


@pytest.fixture
def two(office: Office) -> Services:
    add(office.services, FIRST)
    add(
        office.services,
        replace(SECOND, carers=(replace(SECOND.carers[0], name="Ann Fox"), *SECOND.carers[1:])),
    )
    return office.services


def allowed(services: Services, person: PersonId) -> bool:
    return register_facts(services).standing(person, WEBSITE, Kind.PHOTO).allowed


def test_the_one_person_has_the_kept_record_with_its_blanks_filled_and_each_carer_once(two: Services) -> None:
    one = merge(two, A, B)
    assert (one.id, one.once) == (A, (B,))
    assert (one.legal_name, one.known_as, one.school_id, one.class_name) == ("Dee Fox", "Didi", "S7", "4A")
    assert [(carer.id, carer.name) for carer in one.carers] == [
        ("m", "Ann Fox"),
        ("school-form", ""),
        ("f2", "Bob Fox"),
        ("school-form-b", ""),
    ]
    last = history(two, A)[-1]
    assert (last.happened, last.other) == (Happened.MERGED, B)
    assert [one.id for one in two.store.register.people()] == [A]


def test_a_merged_id_still_finds_the_person_for_old_posts_and_the_log(two: Services) -> None:
    merge(two, A, B)
    assert register_facts(two).person(B) == two.store.register.person(A)
    merged = [entry.event for entry in two.store.audit.entries() if entry.event.act == "person.merged"]
    assert [(one.subject, one.detail) for one in merged] == [(A, "other=b")]


def test_two_numbers_or_two_kinds_or_one_record_are_no_merge(two: Services) -> None:
    refused(Code.INVALID, merge, two, A, A)
    change(two, replace(two.store.register.person(A), school_id="S1"))
    assert "school_id" in refused(Code.INVALID, merge, two, A, B).detail
    add(two, a_person("t", kind=PersonKind.STAFF))
    refused(Code.INVALID, merge, two, A, PersonId("t"))
    refused(Code.UNKNOWN_PERSON, merge, two, A, PersonId("nobody"))


def test_two_unnamed_signers_stay_two_so_that_one_cannot_lift_the_others_no(two: Services) -> None:
    record_all(
        two,
        [
            a_permission("b", carer="school-form", answer=Answer.REFUSED, given_on=date(2026, 9, 1)),
            a_permission("a", carer="school-form", given_on=date(2026, 9, 2)),
        ],
    )
    assert allowed(two, A)
    merge(two, A, B)
    assert not allowed(two, A)
    assert not allowed(two, B)


def test_a_carer_of_both_is_one_voice_and_may_change_their_mind(two: Services) -> None:
    record_all(two, [a_permission("b", carer="m2", answer=Answer.REFUSED, given_on=date(2026, 9, 1))])
    merge(two, A, B)
    assert not allowed(two, A)
    record_all(two, [a_permission("a", carer="m", given_on=date(2026, 9, 5))])
    assert allowed(two, A)


JOHN, GRANDFATHER = Carer("j", "John Fox", "father"), Carer("g", "John Fox", "grandfather")


@pytest.mark.parametrize(
    ("kept", "gone", "refuses", "agrees"),
    [
        ((replace(JOHN, id="j0"),), (JOHN, GRANDFATHER), ("b", "j"), ("b", "g")),
        ((JOHN, GRANDFATHER), (replace(JOHN, id="j0"),), ("b", "j0"), ("a", "g")),
        ((JOHN, GRANDFATHER), (replace(JOHN, id="j0"),), ("a", "g"), ("b", "j0")),
    ],
)
def test_two_carers_of_one_name_stay_two_so_that_one_cannot_lift_the_others_no(
    office: Office,
    kept: tuple[Carer, ...],
    gone: tuple[Carer, ...],
    refuses: tuple[str, str],
    agrees: tuple[str, str],
) -> None:
    services = office.services
    for person, carers in ((FIRST, kept), (SECOND, gone)):
        add(services, replace(person, carers=carers))
    (whose, carer), (other, yes) = refuses, agrees
    record_all(
        services,
        [
            a_permission(whose, carer=carer, answer=Answer.REFUSED, given_on=date(2026, 9, 1)),
            a_permission(other, carer=yes, given_on=date(2026, 9, 2)),
        ],
    )
    merge(services, A, B)
    assert not allowed(services, A)
    split(services, B)
    assert [one.carers for one in services.store.register.people()] == [kept, gone]


@pytest.mark.parametrize("answer", [one for one in Answer if one is not Answer.GRANTED])
def test_whatever_took_a_yes_away_while_they_were_one_took_it_from_both(
    two: Services, answer: Answer
) -> None:
    record_all(two, [a_permission(one, carer=carer) for one, carer in (("a", "m"), ("b", "m2"))])
    merge(two, A, B)
    record_all(two, [a_permission("a", carer="m", answer=answer, given_on=date(2026, 9, 5))])
    assert not allowed(two, A)
    split(two, B)
    assert not allowed(two, A)
    assert not allowed(two, B)


def test_after_a_split_both_records_are_what_they_were(two: Services) -> None:
    before = two.store.register.people()
    merge(two, A, B)
    parted = split(two, B)
    assert (parted.kept.school_id, parted.gone.school_id) == ("", "S7")
    assert [one.carers for one in two.store.register.people()] == [one.carers for one in before]
    assert [one.happened for one in history(two, B)] == [Happened.ADDED, Happened.SPLIT]
    refused(Code.INVALID, split, two, B)


def test_posts_from_the_time_as_one_are_named_when_the_two_part(two: Services) -> None:
    def post(name: str, day: int, person: PersonId) -> Publication:
        return Publication(
            PhotoId(name), WEBSITE, name, "ab" * 32, (person,), AccountId("x"), AccountId("y"),
            NOW + timedelta(days=day), "/out",
        )  # fmt: skip

    for one in (post("before", -3, A), post("while", 0, A), post("others", 0, PersonId("z"))):
        two.store.ledger.put_publication(one)
    merge(two, A, B)
    assert [one.file_name for one in split(two, B).posts] == ["while"]


def test_a_mark_set_while_they_were_one_holds_for_both_afterwards(two: Services) -> None:
    two.store.accounts.add_account(an_account("a9"), "three quiet words")
    by = (LEAD.id, AccountId("a9"))
    merge(two, A, B)
    two.store.register.mark_never_publish(A, by, reason="court order 9")
    split(two, B)
    register = two.store.register
    assert register.never_publish() == {A, B}
    assert register.never_publish_reason(B, LEAD.id) == "court order 9"


ANSWERS = st.sampled_from(list(Answer))
DAYS = st.integers(1, 8)
RECORDS = st.lists(
    st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(["mother", "form", "father", "self"]), ANSWERS, DAYS),
    max_size=8,
)  # fmt: skip
IDS = {("a", "mother"): "m", ("b", "mother"): "m2", ("a", "form"): "school-form", ("b", "form"): "school-form",
       ("b", "father"): "f2"}  # fmt: skip
FOLDER = Path(tempfile.mkdtemp(prefix="greenlight-test-"))
atexit.register(shutil.rmtree, FOLDER)


def said(person: str, who: str, answer: Answer, day: int) -> Permission | None:
    giver = Giver.SELF if who == "self" else Giver.CARER
    carer = IDS.get((person, who), "")
    if giver is Giver.CARER and not carer:
        return None
    return a_permission(person, answer=answer, giver=giver, carer=carer, given_on=date(2026, 9, day))


def school(records: list[tuple[str, str, Answer, int]]) -> Services:
    store = MemoryStore(LEAD)
    services = services_of(store, FOLDER)
    store.register.put_platform(a_platform())
    for person in (FIRST, SECOND):
        store.register.put_person(person)
    record_all(services, [one for record in records if (one := said(*record)) is not None])
    return services


@given(RECORDS)
@settings(max_examples=150)
def test_a_merge_shows_no_one_whom_a_standing_no_of_either_record_hides(
    records: list[tuple[str, str, Answer, int]],
) -> None:
    services = school(records)
    merge(services, A, B)
    if not allowed(services, A):
        return
    spoken = [record for record in records if said(*record) is not None]
    for place, (person, who, answer, day) in enumerate(spoken):
        if answer not in {Answer.REFUSED, Answer.WITHDRAWN}:
            continue
        later = [
            (other, whose, given_on)
            for other, whose, given, given_on in spoken[place + 1 :]
            if given is Answer.GRANTED and whose == who and given_on > day
        ]
        if who == "form":  # two signers without a name are two people
            later = [one for one in later if one[0] == person]
        assert later, (person, who, answer, day)


@given(RECORDS, RECORDS)
@settings(max_examples=150)
def test_a_split_gives_back_what_was_and_never_a_yes_of_the_time_as_one(
    before: list[tuple[str, str, Answer, int]], meanwhile: list[tuple[str, str, Answer, int]]
) -> None:
    services = school(before)
    were = {person: allowed(services, person) for person in (A, B)}
    merge(services, A, B)
    split(services, B)
    assert {person: allowed(services, person) for person in (A, B)} == were
    merge(services, A, B)
    people: dict[str, Person] = {"a": services.store.register.person(A)}
    ids = {carer.id for carer in people["a"].carers}
    new = [
        one for record in meanwhile if (one := said("a", *record[1:])) is not None and one.carer in {*ids, ""}
    ]
    record_all(services, new)
    split(services, B)
    assert not allowed(services, B) or were[B]
    if any(one.answer in {Answer.REFUSED, Answer.WITHDRAWN} for one in new):
        assert not allowed(services, B)
