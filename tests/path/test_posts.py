"""After a post: its address, its taking down with proof, incidents, standing in, destinations, doubtful copies."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.destinations.folder import FolderDestination
from app.errors import Trouble
from app.outbox.opening import opened_destinations
from app.posts import addresses, delegating, doubtful, incidents, places, reaudit, taking_down
from app.steps import erase, path
from app.steps.decide import facts_for
from consent.accounts import AccountId, Role
from consent.deliveries import Delivery, Sent
from consent.destinations import DestinationId, DestinationKind, DestinationRecord
from consent.errors import Code, ConsentError
from consent.permissions import Answer, Kind
from consent.platforms import PlatformId
from consent.publications import PhotoId, Publication
from consent.stages import Stage
from tests.factories import a_permission, an_account
from tests.path.conftest import PASSWORD, WEBSITE, School
from tests.path.test_path import approved

PNG = b"\x89PNG\r\n\x1a\n screenshot"


def refused(code: Code, call: object, *arguments: object, **named: object) -> None:
    with pytest.raises(ConsentError) as error:
        call(*arguments, **named)  # type: ignore[operator]
    assert error.value.code is code


@pytest.fixture
def posted(school: School) -> School:
    """Anna stands on the website."""
    school.office.store.accounts.add_account(an_account("lead", Role.LEAD), PASSWORD)
    batch, _ = approved(school)
    school.deliver(batch)
    return school


def annas_post(school: School) -> Publication:
    return next(p for p in school.office.store.ledger.publications() if p.visible == ("anna",))


def withdraw(school: School) -> None:
    school.office.store.register.record_permission(
        a_permission("anna", Kind.PHOTO, platform=WEBSITE, answer=Answer.WITHDRAWN)
    )


def test_the_register_of_posts_says_under_which_permission_someone_is_visible(posted: School) -> None:
    (permission,) = annas_post(posted).permissions
    records = {record.sequence: record for record in posted.office.store.register.permissions()}
    assert (records[permission].person, records[permission].kind) == ("anna", Kind.PHOTO)


def test_a_withdrawn_permission_lists_at_once_what_to_take_down(posted: School) -> None:
    facts = facts_for(posted.office)
    assert taking_down.to_take_down(posted.office, facts) == ()
    withdraw(posted)
    (found,) = taking_down.to_take_down(posted.office, facts_for(posted.office), person="anna")  # type: ignore[arg-type]
    assert found.publication == annas_post(posted)
    assert found.since == posted.today
    assert taking_down.to_take_down(posted.office, facts_for(posted.office), person="ben") == ()  # type: ignore[arg-type]


def test_a_ticked_take_down_keeps_its_proof_and_the_time_it_took(posted: School) -> None:
    withdraw(posted)
    (found,) = taking_down.to_take_down(posted.office, facts_for(posted.office))
    name = found.publication.file_name
    posted.today += timedelta(hours=5)
    refused(Code.INVALID, taking_down.taken_down, posted.office, name)
    refused(Code.INVALID, taking_down.taken_down, posted.office, name, screenshot=b"<svg>")
    refused(Code.UNKNOWN_POST, taking_down.taken_down, posted.office, "none.jpg", note="gone")
    done = taking_down.taken_down(posted.office, name, note="the page gives 404", screenshot=PNG)
    assert taking_down.time_taken(done) == timedelta(hours=5)
    assert posted.office.store.aftercare.proof(name) == PNG
    assert taking_down.to_take_down(posted.office, facts_for(posted.office)) == ()
    assert list(taking_down.history(posted.office)) == [done]


def test_a_post_that_was_ticked_by_mistake_is_judged_and_listed_again_without_its_proof(
    posted: School,
) -> None:
    withdraw(posted)
    (found,) = taking_down.to_take_down(posted.office, facts_for(posted.office))
    name = found.publication.file_name
    refused(Code.UNKNOWN_POST, taking_down.still_there, posted.office, name)
    taking_down.taken_down(posted.office, name, note="the wrong one", screenshot=PNG)
    taking_down.still_there(posted.office, name)
    (again,) = taking_down.to_take_down(posted.office, facts_for(posted.office))
    assert (again.publication, again.since) == (found.publication, found.since)
    assert posted.office.store.aftercare.proof(name) is None
    assert posted.office.store.audit.entries()[-1].event.act == "takedown.undone"


def test_promise_38_neither_log_nor_disk_holds_a_proof_or_its_note_in_clear(posted: School) -> None:
    withdraw(posted)
    (found,) = taking_down.to_take_down(posted.office, facts_for(posted.office))
    taking_down.taken_down(
        posted.office, found.publication.file_name, note="Anna's page is gone", screenshot=PNG
    )
    assert not any("Anna" in entry.event.detail for entry in posted.office.store.audit.entries())
    for file in posted.office.places.store.rglob("*"):
        assert not file.is_file() or b"screenshot" not in file.read_bytes()
    posted.office.store.audit.verify()


def test_a_re_audit_judges_everything_posted(posted: School) -> None:
    lead = posted.as_("lead")
    work = reaudit.reaudit(lead, facts_for(lead))
    while True:
        try:
            next(work)
        except StopIteration as end:
            outcome = end.value
            break
    assert (outcome.judged, outcome.gone, outcome.found) == (len(lead.store.ledger.publications()), 0, ())
    refused(Code.NOT_ALLOWED, next, reaudit.reaudit(posted.office, facts_for(posted.office)))


def test_an_incident_is_opened_by_anyone_and_closed_by_the_lead_once_it_is_decided(posted: School) -> None:
    post = annas_post(posted).file_name
    incident = incidents.open_incident(posted.office, "a name stayed legible", post=post)
    refused(Code.NOT_ALLOWED, incidents.incidents, posted.office)
    lead = posted.as_("lead")
    refused(Code.INVALID, incidents.close_incident, lead, incident.id)
    incidents.note_incident(lead, incident.id, reported_at=posted.today, measures="taken down")
    closed = incidents.close_incident(lead, incident.id)
    assert incidents.incidents(lead) == [closed]
    refused(Code.WRONG_STAGE, incidents.note_incident, lead, incident.id, what="more")
    refused(Code.UNKNOWN_POST, incidents.open_incident, lead, "x", post="none.jpg")
    assert not any("legible" in entry.event.detail for entry in lead.store.audit.entries())


def test_the_head_lets_someone_stand_in_and_takes_it_back(school: School) -> None:
    today = school.today.date()
    refused(Code.NOT_ALLOWED, delegating.delegate, school.office, AccountId("head"), today, ends=today)
    head = school.as_("head")
    given = delegating.delegate(head, AccountId("office"), today, ends=today + timedelta(days=3))
    assert delegating.revoke(head, given.id).revoked
    refused(Code.INVALID, delegating.delegate, head, AccountId("head"), today, ends=today)
    yesterday = today - timedelta(days=1)
    refused(Code.INVALID, delegating.delegate, head, AccountId("office"), yesterday, ends=yesterday)


def test_a_post_by_hand_waits_for_its_address(school: School, tmp_path: Path) -> None:
    admin, folder = school.as_("admin"), tmp_path / "to post"
    record = DestinationRecord(DestinationId("hand"), "By hand", DestinationKind.BY_HAND, folder=str(folder))
    places.put_destination(admin, record)
    places.test_destination(admin, record.id)
    places.send_platform_to(admin, WEBSITE, record.id)
    batch, _ = approved(school)
    with opened_destinations(school.office, school.out) as destination_of:
        assert [one.trouble for one in path.deliver(school.as_("head"), batch, destination_of)] == ["", ""]
    waiting = [post for post in addresses.without_address(school.office) if post.destination == "hand"]
    assert {file.name for file in folder.iterdir()} == {post.file_name for post in waiting}
    addresses.record_address(school.office, waiting[0].file_name, "https://school.example/1")
    assert waiting[0].file_name not in {post.file_name for post in addresses.without_address(school.office)}


def test_one_address_for_many_posts_is_recorded_whole_or_not_at_all(posted: School) -> None:
    names = [post.file_name for post in addresses.without_address(posted.office)]
    refused(Code.UNKNOWN_POST, addresses.record_addresses, posted.office, [*names, "none.jpg"], "https://a")
    refused(Code.INVALID, addresses.record_addresses, posted.office, names, "  ")
    assert [post.file_name for post in addresses.without_address(posted.office)] == names
    addresses.record_addresses(posted.office, names, " https://school.example/album ")
    assert addresses.without_address(posted.office) == []
    assert {post.address for post in posted.office.store.ledger.publications()} == {
        "https://school.example/album"
    }


def test_a_post_that_is_gone_is_not_asked_for_its_address(posted: School) -> None:
    name = annas_post(posted).file_name
    taking_down.taken_down(posted.office, name, screenshot=PNG)
    assert name not in [post.file_name for post in addresses.without_address(posted.office)]
    assert taking_down.proof_of(posted.office, name) == PNG
    refused(Code.UNKNOWN_POST, taking_down.proof_of, posted.office, "none.jpg")


def test_a_platform_without_destination_and_folder_is_named(school: School) -> None:
    batch, photo = approved(school)
    with opened_destinations(school.office) as destination_of:
        told = {one.photo: one.trouble for one in path.deliver(school.as_("head"), batch, destination_of)}
    assert told[photo] == Trouble.NO_DESTINATION
    assert school.office.vault.get(photo)


def test_only_an_admin_keeps_destinations(school: School) -> None:
    record = DestinationRecord(DestinationId("f"), "Folder", DestinationKind.FOLDER, folder="/x")
    refused(Code.NOT_ALLOWED, places.put_destination, school.office, record)
    refused(Code.NOT_ALLOWED, places.destinations, school.as_("head"))


@pytest.fixture
def unsure(school: School) -> tuple[School, Delivery]:
    """A copy of which nothing was heard since it was begun: its folder is not there now."""
    _, photo = approved(school)
    ledger = school.office.store.ledger
    proposal = next(one for one in ledger.proposals(photo) if one.platform == WEBSITE)
    post = Publication(
        photo,
        WEBSITE,
        "ab" * 16 + ".jpg",
        proposal.sha256,
        proposal.visible,
        AccountId("office"),
        AccountId("head"),
        school.today,
        str(school.out / "gone"),
    )
    delivery = Delivery(post, Sent.SENDING, AccountId("office"), school.today)
    school.office.store.outbox.put_delivery(delivery)
    return school, delivery


def test_promise_31_a_doubtful_copy_is_neither_sent_again_nor_deleted_here(
    unsure: tuple[School, Delivery],
) -> None:
    school, delivery = unsure
    told = {one.photo: one.trouble for one in school.deliver(school.office.store.ledger.batches()[-1])}
    assert told[delivery.photo] == Trouble.DOUBTFUL
    assert delivery.photo not in {post.photo for post in school.office.store.ledger.publications()}
    assert school.office.vault.get(delivery.photo)
    refused(Code.NOT_SETTLED, erase.discard, school.office, delivery.photo)
    assert doubtful.look_again(school.office, delivery.file_name).sent is Sent.DOUBTFUL


@pytest.mark.parametrize("seen", list(doubtful.Settled))
def test_promise_31_a_person_who_looked_settles_it(
    unsure: tuple[School, Delivery], seen: doubtful.Settled
) -> None:
    school, delivery = unsure
    doubtful.settle(school.office, delivery.file_name, seen)
    assert doubtful.doubtful(school.office) == []
    told = {one.photo: one.trouble for one in school.deliver(school.office.store.ledger.batches()[-1])}
    assert told[delivery.photo] == ""
    names = [p.file_name for p in school.office.store.ledger.publications() if p.photo == delivery.photo]
    assert (delivery.file_name in names) is (seen is doubtful.Settled.IS_THERE)
    assert len(names) == 2, "one for each platform, whichever way it was settled"
    assert school.office.store.ledger.photo(delivery.photo).stage is Stage.ERASE
    refused(Code.UNKNOWN_POST, doubtful.settle, school.office, delivery.file_name, seen)


def test_promise_31_a_copy_that_a_look_proves_absent_is_sent(unsure: tuple[School, Delivery]) -> None:
    school, delivery = unsure
    ledger = school.office.store.ledger
    place = Path(delivery.post.destination)
    place.mkdir()
    batch = ledger.batches()[-1]
    school.deliver(batch)  # looks there, finds nothing: it may go
    posts = [p for p in ledger.publications() if p.photo == delivery.photo and p.platform == WEBSITE]
    assert len(posts) == 1


def test_promise_10_a_permission_that_ends_while_another_copy_is_sent_stops_the_next(school: School) -> None:
    batch, photo = approved(school)
    sent: list[str] = []

    def destination_of(platform: PlatformId) -> FolderDestination:
        if not sent:
            withdraw(school)
        sent.append(platform)
        return FolderDestination(school.out / platform)

    told = {one.photo: one.trouble for one in path.deliver(school.as_("head"), batch, destination_of)}
    assert told[photo] == Code.APPROVAL_VOID
    assert WEBSITE not in {p.platform for p in school.office.store.ledger.publications() if p.photo == photo}
    assert school.office.vault.get(photo)


def test_a_destination_is_not_removed_while_a_copy_may_be_on_its_way_there(school: School) -> None:
    admin = school.as_("admin")
    record = DestinationRecord(DestinationId("f"), "Folder", DestinationKind.FOLDER, folder=str(school.out))
    places.put_destination(admin, record)
    post = Publication(
        PhotoId("x"), WEBSITE, "x.jpg", "ab", (), AccountId("o"), AccountId("h"), school.today, "f"
    )
    delivery = Delivery(post, Sent.DOUBTFUL, AccountId("o"), school.today)
    school.office.store.outbox.put_delivery(delivery)
    refused(Code.NOT_SETTLED, places.remove_destination, admin, record.id)
    school.office.store.outbox.put_delivery(replace(delivery, sent=Sent.NOT_SENT))
    places.send_platform_to(admin, WEBSITE, record.id)
    places.remove_destination(admin, record.id)
    assert admin.store.register.platform(WEBSITE).destination == ""
