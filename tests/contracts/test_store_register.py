"""What any store promises about people, permissions, marks, templates and the school's rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from consent.accounts import AccountId
from consent.audit import Event
from consent.devices import Device, DeviceId, DeviceKind, Standing
from consent.errors import Code, ConsentError
from consent.people import Carer, Person, PersonId, PersonKind
from consent.permissions import Answer, Giver, Kind, Permission
from consent.platforms import OfficialAccount, PlatformId, UniformRule
from consent.policy import NeverPublishRule, Policy
from consent.ports import Store
from consent.templates import StoredTemplate
from tests.factories import NOW, TODAY, a_carer, a_permission, a_person, a_platform, an_account, tell_parents
from tests.stores import cut_off, refused

MATCHING = Policy(impact_assessment="DPIA-7", impact_assessed_on=date(2026, 9, 1))
TEMPLATE = StoredTemplate("t1", PersonId("p1"), tuple(0.25 * n for n in range(128)), TODAY, date(2026, 6, 1))


@pytest.fixture
def stocked(store: Store) -> Store:
    store.register.put_platform(a_platform())
    store.register.put_person(a_person(carers=(a_carer(), a_carer("c2", "father"))))
    tell_parents(store.register)
    return store


def test_a_person_comes_back_as_put_with_carers_in_order(store: Store) -> None:
    carers = (Carer("z", "Ólafur", "father"), Carer("a", "李 明", "carer", responsible=False))
    person = replace(
        a_person(name="Zoë O’Neill-Smith", carers=carers),
        known_as="Zo",
        school_id="A-17",
        class_name="3B",
        year="3",
        left_on=date(2028, 2, 29),
    )
    store.register.put_person(person)
    assert store.register.person(person.id) == person
    assert store.register.people() == [person]


def test_people_keep_their_order_and_a_second_put_replaces(store: Store) -> None:
    for identity in ("z", "a", "m"):
        store.register.put_person(a_person(identity))
    changed = a_person("a", name="New name", kind=PersonKind.STAFF)
    store.register.put_person(changed)
    assert [one.id for one in store.register.people()] == ["z", "a", "m"]
    assert store.register.person(changed.id) == changed


def test_an_unknown_person_is_refused(store: Store) -> None:
    refused(Code.UNKNOWN_PERSON, store.register.person, PersonId("nobody"))


@pytest.mark.parametrize(
    "person",
    [
        a_person("", name="No id"),
        replace(a_person(), legal_name="  "),
        a_person(carers=(a_carer(), a_carer())),
    ],
)
def test_a_person_without_id_or_name_or_with_twice_the_same_carer_is_refused(
    store: Store, person: Person
) -> None:
    refused(Code.INVALID, store.register.put_person, person)
    assert store.register.people() == []


def test_permissions_are_numbered_in_the_order_of_entry_whatever_their_dates(stocked: Store) -> None:
    late = stocked.register.record_permission(a_permission(given_on=date(2026, 9, 9), sequence=99))
    early = stocked.register.record_permission(a_permission(given_on=date(2025, 1, 1), sequence=1))
    assert late.sequence < early.sequence
    assert stocked.register.permissions() == [late, early]


def test_a_permission_comes_back_as_recorded(stocked: Store) -> None:
    full = Permission(
        PersonId("p1"),
        PlatformId("website"),
        Kind.GROUP,
        Answer.WITHDRAWN,
        Giver.CARER,
        "c2",
        given_on=date(2024, 2, 29),
        valid_from=date(2024, 3, 1),
        valid_until=date(2028, 2, 29),
        form="2024-b, folder 3",
        recorded_by="a1",
    )
    recorded = stocked.register.record_permission(full)
    assert replace(recorded, sequence=0) == full
    assert stocked.register.permissions() == [recorded]


def test_permissions_of_some_people_only(stocked: Store) -> None:
    stocked.register.put_person(a_person("p2", carers=(a_carer(),)))
    stocked.register.record_permission(a_permission("p1"))
    other = stocked.register.record_permission(a_permission("p2"))
    assert stocked.register.permissions([PersonId("p2")]) == [other]
    assert stocked.register.permissions([]) == []


@pytest.mark.parametrize(
    ("code", "permission"),
    [
        (Code.UNKNOWN_PERSON, a_permission("nobody")),
        (Code.UNKNOWN_PLATFORM, a_permission(platform="elsewhere")),
        (Code.INVALID, a_permission(carer="stranger")),
        (Code.INVALID, replace(a_permission(), giver=Giver.SELF)),
        (Code.INVALID, replace(a_permission(), carer="")),
        (Code.INVALID, replace(a_permission(), platform=None)),
        (Code.INVALID, replace(a_permission(kind=Kind.BIOMETRIC), platform=PlatformId("website"))),
        (Code.INVALID, a_permission(given_on=date(2026, 9, 2), valid_until=date(2026, 9, 1))),
        (Code.INVALID, a_permission(valid_from=date(2026, 9, 3), valid_until=date(2026, 9, 2))),
    ],
)
def test_a_permission_that_contradicts_itself_is_not_recorded(
    stocked: Store, code: Code, permission: Permission
) -> None:
    refused(code, stocked.register.record_permission, permission)
    assert stocked.register.permissions() == []


def test_marks_need_two_different_active_members_of_staff(stocked: Store) -> None:
    stocked.accounts.add_account(an_account("a2"), "second password")
    stocked.accounts.add_account(replace(an_account("a3"), disabled=True), "a third password")
    person = PersonId("p1")
    one, two, off = AccountId("a1"), AccountId("a2"), AccountId("a3")
    refused(Code.SAME_PERSON, stocked.register.mark_never_publish, person, (one, one))
    refused(Code.UNKNOWN_ACCOUNT, stocked.register.mark_never_publish, person, (one, off))
    refused(Code.UNKNOWN_PERSON, stocked.register.mark_never_publish, PersonId("nobody"), (one, two))
    stocked.register.mark_never_publish(person, (one, two))
    refused(Code.SAME_PERSON, stocked.register.lift_never_publish, person, (two, two))
    assert stocked.register.never_publish() == {person}
    stocked.register.lift_never_publish(person, (two, one))
    assert stocked.register.never_publish() == frozenset()
    stocked.register.mark_never_publish(person, (two, one))
    assert stocked.register.never_publish() == {person}


def test_no_template_is_kept_while_matching_is_off(stocked: Store) -> None:
    stocked.register.record_permission(a_permission(kind=Kind.BIOMETRIC))
    refused(Code.MATCHING_OFF, stocked.register.put_template, TEMPLATE)


def test_no_template_is_kept_without_biometric_consent(stocked: Store) -> None:
    stocked.register.put_policy(MATCHING)
    refused(Code.NO_BIOMETRIC_CONSENT, stocked.register.put_template, TEMPLATE)
    stocked.register.record_permission(a_permission(kind=Kind.PHOTO))
    refused(Code.NO_BIOMETRIC_CONSENT, stocked.register.put_template, TEMPLATE)
    assert stocked.register.templates() == []


def test_a_template_comes_back_number_for_number(stocked: Store) -> None:
    stocked.register.put_policy(MATCHING)
    stocked.register.record_permission(a_permission(kind=Kind.BIOMETRIC))
    stocked.register.put_template(TEMPLATE)
    assert stocked.register.templates() == [TEMPLATE]


@pytest.mark.parametrize("answer", [Answer.REFUSED, Answer.WITHDRAWN, Answer.REQUESTED])
@pytest.mark.parametrize("giver", list(Giver))
def test_promise_13_a_biometric_no_of_anyone_destroys_the_templates_at_once(
    stocked: Store, answer: Answer, giver: Giver
) -> None:
    stocked.register.put_policy(MATCHING)
    stocked.register.record_permission(a_permission(kind=Kind.BIOMETRIC))
    stocked.register.put_template(TEMPLATE)
    stocked.register.record_permission(
        a_permission(kind=Kind.BIOMETRIC, answer=answer, giver=giver, carer="c2")
    )
    assert stocked.register.templates() == []


PICTURE = b"the face of a reference picture"
WITH_PICTURES = replace(MATCHING, face_pictures=True)


def with_a_picture(store: Store) -> Store:
    store.register.put_policy(WITH_PICTURES)
    store.register.record_permission(a_permission(kind=Kind.BIOMETRIC))
    store.register.put_template(TEMPLATE)
    store.register.put_face_picture(PersonId("p1"), PICTURE)
    assert store.register.face_picture(PersonId("p1")) == PICTURE
    return store


def test_a_face_picture_is_kept_only_beside_a_template_and_only_if_the_school_wants_it(
    stocked: Store,
) -> None:
    put = stocked.register.put_face_picture
    stocked.register.put_policy(WITH_PICTURES)
    refused(Code.NO_BIOMETRIC_CONSENT, put, PersonId("p1"), PICTURE)
    stocked.register.record_permission(a_permission(kind=Kind.BIOMETRIC))
    stocked.register.put_template(TEMPLATE)
    refused(Code.INVALID, put, PersonId("p1"), b"")
    refused(Code.INVALID, put, PersonId("p1"), bytes(100_000))
    put(PersonId("p1"), b"an older one")
    put(PersonId("p1"), PICTURE)
    assert stocked.register.face_picture(PersonId("p1")) == PICTURE
    stocked.register.put_policy(MATCHING)
    assert stocked.register.face_picture(PersonId("p1")) is None
    refused(Code.INVALID, put, PersonId("p1"), PICTURE)


@pytest.mark.parametrize("answer", [Answer.REFUSED, Answer.WITHDRAWN, Answer.REQUESTED])
def test_promise_13_the_face_picture_goes_with_the_template(stocked: Store, answer: Answer) -> None:
    with_a_picture(stocked)
    stocked.register.record_permission(a_permission(kind=Kind.BIOMETRIC, answer=answer))
    assert stocked.register.face_picture(PersonId("p1")) is None


def test_an_erased_person_leaves_no_face_picture(stocked: Store) -> None:
    with_a_picture(stocked)
    stocked.register.erase_person(PersonId("p1"))
    assert stocked.register.face_picture(PersonId("p1")) is None


def test_destroying_templates_tells_how_many(stocked: Store) -> None:
    stocked.register.put_policy(MATCHING)
    stocked.register.record_permission(a_permission(kind=Kind.BIOMETRIC))
    stocked.register.put_template(TEMPLATE)
    stocked.register.put_template(replace(TEMPLATE, id="t2"))
    assert stocked.register.destroy_templates(PersonId("p1")) == 2
    assert stocked.register.destroy_templates(PersonId("p1")) == 0


def test_platforms_come_back_as_put_in_order(store: Store) -> None:
    full = replace(
        a_platform("press", names_allowed=False, group_only=True),
        uniform=UniformRule.COVER_CREST,
        minimum_age=13,
        account=OfficialAccount(
            "https://example.org", "post@example.org", ("a1", "a2"), approved_on=date(2026, 9, 1)
        ),
    )
    store.register.put_platform(full)
    store.register.put_platform(a_platform("blog"))
    store.register.put_platform(replace(full, minimum_age=16))
    assert [one.id for one in store.register.platforms()] == ["press", "blog"]
    assert store.register.platform(full.id) == replace(full, minimum_age=16)
    refused(Code.UNKNOWN_PLATFORM, store.register.platform, PlatformId("nowhere"))


@pytest.mark.parametrize("identity", ["", "..", "a/b", "A", "con", "lpt1", "x" * 64, "-x"])
def test_a_platform_whose_id_cannot_be_a_folder_is_refused(store: Store, identity: str) -> None:
    refused(Code.INVALID, store.register.put_platform, replace(a_platform(), id=PlatformId(identity)))


def test_devices_come_back_as_put(store: Store) -> None:
    device = Device(
        DeviceId("d1"),
        "Camera",
        "/media/x",
        Standing.APPROVED,
        "Office",
        "a1",
        date(2027, 8, 31),
        kind=DeviceKind.VOLUME,
        volume="1A2B-3C4D",
        serial="S1",
        seal=b"secret",
        cameras=("Canon EOS 1",),
        watched=True,
    )
    store.register.put_device(replace(device, standing=Standing.UNKNOWN))
    store.register.put_device(device)
    assert store.register.devices() == [device]
    assert store.register.device(device.id) == device
    refused(Code.UNKNOWN_DEVICE, store.register.device, DeviceId("d2"))


def test_the_policy_starts_with_its_defaults_and_comes_back_as_put(store: Store) -> None:
    assert store.register.policy() == Policy()
    policy = Policy(
        school="Hill School",
        school_names=("Hill School", "HS"),
        version="2",
        next_review=date(2027, 7, 1),
        never_publish=NeverPublishRule.COVER,
        auto_confirm_distance=0.35,
        crests=(b"\x00png\xff", b"second"),
        uniform_colours=((1, 2, 3), (250, 0, 9)),
    )
    store.register.put_policy(policy)
    assert store.register.policy() == policy
    store.register.put_policy(Policy(version="3"))
    assert store.register.policies() == [policy, Policy(version="3")]


@pytest.mark.parametrize(
    "policy",
    [
        Policy(group_size=1),
        Policy(retention_days=0),
        Policy(notice_days=0),
        Policy(auto_confirm_distance=-0.1),
    ],
)
def test_a_policy_that_undoes_a_rule_is_refused(store: Store, policy: Policy) -> None:
    refused(Code.INVALID, store.register.put_policy, policy)
    assert store.register.policy() == Policy()


def test_a_failed_transaction_changes_nothing(stocked: Store) -> None:
    with cut_off(stocked):
        stocked.register.put_person(a_person("p2"))
    assert [one.id for one in stocked.register.people()] == ["p1"]


def test_an_inner_transaction_can_fail_alone(stocked: Store) -> None:
    with stocked.transaction():
        stocked.register.put_person(a_person("p2"))
        with cut_off(stocked):
            stocked.register.put_person(a_person("p3"))
        stocked.register.put_person(a_person("p4"))
    assert [one.id for one in stocked.register.people()] == ["p1", "p2", "p4"]


def test_an_outer_failure_takes_the_inner_with_it(stocked: Store) -> None:
    with cut_off(stocked), stocked.transaction():
        stocked.register.put_person(a_person("p2"))
    assert [one.id for one in stocked.register.people()] == ["p1"]


def test_many_permissions_are_recorded_in_their_order(stocked: Store) -> None:
    before = stocked.register.record_permission(a_permission())
    many = [a_permission(kind=kind) for kind in (Kind.NAME, Kind.BIOMETRIC, Kind.GROUP)]
    recorded = stocked.register.record_permissions(many)
    assert [one.kind for one in recorded] == [one.kind for one in many]
    assert stocked.register.permissions() == [before, *recorded]
    assert sorted({one.sequence for one in recorded}) == [one.sequence for one in recorded]
    assert stocked.register.record_permissions([]) == []


@pytest.mark.parametrize(
    "wrong", [a_permission("nobody"), a_permission(platform="none"), a_permission(carer="x")]
)
def test_of_many_permissions_all_or_none_are_recorded(stocked: Store, wrong: Permission) -> None:
    with pytest.raises(ConsentError):
        stocked.register.record_permissions([a_permission(), wrong])
    assert stocked.register.permissions() == []


def test_promise_38_an_erased_person_leaves_no_record_but_a_log_that_verifies(stocked: Store) -> None:
    stocked.accounts.add_account(an_account("a2"), "second password")
    stocked.register.put_person(a_person("p2", carers=(a_carer(),)))
    stocked.register.put_policy(MATCHING)
    kept = stocked.register.record_permission(a_permission("p2"))
    given = stocked.register.record_permissions([a_permission(), a_permission(kind=Kind.BIOMETRIC)])
    stocked.register.put_template(TEMPLATE)
    stocked.register.mark_never_publish(PersonId("p1"), (AccountId("a1"), AccountId("a2")))
    stocked.audit.append(Event("looked_at", "a1", NOW, "p1"))
    stocked.register.erase_person(PersonId("p1"))
    refused(Code.UNKNOWN_PERSON, stocked.register.person, PersonId("p1"))
    refused(Code.UNKNOWN_PERSON, stocked.register.erase_person, PersonId("p1"))
    assert stocked.register.permissions() == [kept]
    assert stocked.register.templates() == []
    assert stocked.register.never_publish() == frozenset()
    stocked.audit.verify()
    # posts and the log name answers by their numbers, so that none is ever given to another
    for _ in range(2):
        later = stocked.register.record_permission(a_permission("p2"))
        assert later.sequence > max(one.sequence for one in given)
        stocked.register.put_person(a_person("p1", carers=(a_carer(),)))
        given = stocked.register.record_permissions([a_permission()])
        stocked.register.erase_person(PersonId("p1"))
