"""What any store promises about destinations, copies on their way, take-downs, incidents and delegations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from consent.accounts import AccountId
from consent.delegations import Delegation
from consent.deliveries import Delivery, Sent
from consent.destinations import DestinationId, DestinationKind, DestinationRecord
from consent.errors import Code
from consent.incidents import Incident
from consent.people import PersonId
from consent.platforms import PlatformId
from consent.ports import Store
from consent.publications import PhotoId, Publication, ReviewNote, TakenDown
from consent.sightings import RegionId
from tests.factories import NOW, a_batch, a_photo
from tests.stores import cut_off, refused

SITE = DestinationRecord(
    DestinationId("site"),
    "School website",
    DestinationKind.WORDPRESS,
    address="https://school.example",
    user="office",
)
POST = Publication(
    PhotoId("f1"),
    PlatformId("website"),
    "ab12.jpg",
    "ab" * 32,
    (PersonId("p1"),),
    AccountId("a1"),
    AccountId("a2"),
    NOW,
    "site",
    caption="Sports Day ☀",
    permissions=(3, 4),
)
DELIVERY = Delivery(POST, Sent.SENDING, by=AccountId("a1"), at=NOW)
INCIDENT = Incident("i1", NOW, AccountId("a1"), "a name stayed legible", post="ab12.jpg")


def test_a_destination_keeps_its_secret_until_another_is_given(store: Store) -> None:
    store.outbox.put_destination(SITE, "application password")
    renamed = replace(SITE, name="Site")
    store.outbox.put_destination(renamed)
    assert store.outbox.destinations() == [renamed]
    assert store.outbox.destination(SITE.id) == renamed
    assert store.outbox.secret(SITE.id) == "application password"
    store.outbox.put_destination(renamed, "another")
    assert store.outbox.secret(SITE.id) == "another"


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"address": "https://another.example"},
        {"user": "somebody"},
        {"kind": DestinationKind.WEBDAV},
        {"pinned": "SHA256:another"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_secret_is_never_shown_to_another_server_or_for_another_user(
    store: Store, elsewhere: dict[str, Any]
) -> None:
    store.outbox.put_destination(SITE, "application password")
    store.outbox.put_destination(replace(SITE, **elsewhere))
    assert store.outbox.secret(SITE.id) == ""
    store.outbox.put_destination(SITE, "given for this one")
    assert store.outbox.secret(SITE.id) == "given for this one"


def test_a_removed_destination_takes_its_secret_with_it(store: Store) -> None:
    store.outbox.put_destination(SITE, "application password")
    store.outbox.remove_destination(SITE.id)
    assert store.outbox.secret(SITE.id) == ""
    assert store.outbox.destinations() == []
    refused(Code.UNKNOWN_DESTINATION, store.outbox.destination, SITE.id)
    refused(Code.UNKNOWN_DESTINATION, store.outbox.remove_destination, SITE.id)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(SITE, address="http://school.example"),  # not encrypted on the way
        replace(SITE, address="https://office:secret@school.example"),
        replace(SITE, address=""),
        replace(SITE, id=DestinationId("../x")),
        replace(SITE, kind=DestinationKind.SFTP, address="school.example"),  # no host key was seen
        replace(SITE, kind=DestinationKind.S3, folder="/"),
        replace(SITE, kind=DestinationKind.FOLDER, folder=""),
    ],
)
def test_a_destination_that_is_unsafe_or_incomplete_is_refused(
    store: Store, wrong: DestinationRecord
) -> None:
    refused(Code.INVALID, store.outbox.put_destination, wrong)


def test_a_delivery_changes_its_state_and_stays_one(store: Store) -> None:
    store.outbox.put_delivery(DELIVERY)
    other = replace(
        DELIVERY,
        post=replace(POST, file_name="cd34.jpg", photo=PhotoId("f2")),
        at=NOW + timedelta(seconds=1),
    )
    store.outbox.put_delivery(other)
    assert store.outbox.unsettled() == [DELIVERY, other]
    sent = replace(DELIVERY, sent=Sent.SENT)
    store.outbox.put_delivery(sent)
    store.outbox.put_delivery(replace(other, sent=Sent.DOUBTFUL))
    assert store.outbox.deliveries(PhotoId("f1")) == [sent]
    assert len(store.outbox.deliveries()) == 2
    assert [one.sent for one in store.outbox.unsettled()] == [Sent.DOUBTFUL]


def test_a_take_down_keeps_its_proof(store: Store) -> None:
    listed = TakenDown("ab12.jpg", NOW)
    store.aftercare.put_take_down(listed)
    assert store.aftercare.take_downs() == [listed]
    assert store.aftercare.proof("ab12.jpg") is None
    done = replace(
        listed, done_at=NOW + timedelta(hours=2), done_by=AccountId("a1"), note="page is gone", has_proof=True
    )
    store.aftercare.put_take_down(done, b"\x89PNG")
    store.aftercare.put_take_down(done)
    assert store.aftercare.proof(done.post) == b"\x89PNG"
    store.aftercare.put_take_down(listed)
    assert (store.aftercare.take_downs(), store.aftercare.proof(done.post)) == ([listed], None)
    store.aftercare.put_take_down(done, b"\x89PNG")
    assert store.aftercare.take_downs() == [done]
    assert store.aftercare.proof("ab12.jpg") == b"\x89PNG"


def test_incidents_come_back_in_order_of_their_noticing(store: Store) -> None:
    later = replace(INCIDENT, id="i0", noticed_at=NOW + timedelta(days=1), closed_at=NOW + timedelta(days=2))
    store.aftercare.put_incident(later)
    store.aftercare.put_incident(INCIDENT)
    told = replace(INCIDENT, reported_at=NOW + timedelta(hours=3))
    store.aftercare.put_incident(told)
    assert store.aftercare.incidents() == [told, later]
    assert store.aftercare.incident("i1") == told
    refused(Code.UNKNOWN_INCIDENT, store.aftercare.incident, "none")
    refused(Code.INVALID, store.aftercare.put_incident, replace(INCIDENT, what=" "))
    refused(
        Code.INVALID, store.aftercare.put_incident, replace(INCIDENT, noticed_at=NOW.replace(tzinfo=None))
    )


def test_delegations_are_kept_and_can_be_revoked(store: Store) -> None:
    given = Delegation("d1", AccountId("a2"), AccountId("a1"), date(2026, 12, 1), date(2026, 12, 5))
    store.ledger.put_delegation(given)
    store.ledger.put_delegation(replace(given, revoked=True))
    assert store.ledger.delegations() == [replace(given, revoked=True)]
    for wrong in (
        replace(given, to=given.by),
        replace(given, ends=date(2026, 11, 30)),
        replace(given, ends=date(2027, 12, 1)),
    ):
        refused(Code.INVALID, store.ledger.put_delegation, wrong)


def test_notes_stand_until_they_are_settled(store: Store) -> None:
    store.ledger.put_batch(a_batch())
    store.ledger.add_photo(a_photo())
    note = ReviewNote(PhotoId("f1"), RegionId("face-0"), "who is this?", AccountId("a2"), NOW)
    store.ledger.add_note(note)
    store.ledger.add_note(replace(note, region=None, words="crop it"))
    assert store.ledger.settle_notes(PhotoId("f1")) == 2
    assert store.ledger.settle_notes(PhotoId("f1")) == 0
    assert [(one.region, one.settled) for one in store.ledger.notes(PhotoId("f1"))] == [
        (RegionId("face-0"), True),
        (None, True),
    ]
    refused(Code.UNKNOWN_PHOTO, store.ledger.add_note, replace(note, photo=PhotoId("none")))


def test_what_a_transaction_loses_of_the_outbox_is_lost_whole(store: Store) -> None:
    with cut_off(store):
        store.outbox.put_destination(SITE, "secret")
        store.outbox.put_delivery(DELIVERY)
        store.aftercare.put_incident(INCIDENT)
    assert (store.outbox.destinations(), store.outbox.deliveries()) == ([], [])
    assert (store.outbox.secret(SITE.id), store.aftercare.incidents()) == ("", [])
