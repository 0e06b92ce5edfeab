"""What any store promises about photos on their way, approvals, posts and photo keys."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest

from consent.accounts import AccountId
from consent.errors import Code, ConsentError
from consent.people import PersonId
from consent.platforms import PlatformId
from consent.ports import Store
from consent.publications import (
    Approval,
    BatchId,
    Bookmark,
    Confirmation,
    PhotoId,
    Proposal,
    Publication,
    ReviewNote,
    Whereabouts,
    Words,
)
from consent.sightings import Certainty, Mark, Origin, Sighting, What
from consent.stages import MOVES, Stage
from tests.factories import NOW, a_batch, a_photo, a_platform, a_sighting
from tests.stores import refused

PROPOSAL = Proposal(
    PhotoId("f1"), PlatformId("website"), "ab" * 32, "Sports day", (PersonId("p1"),), AccountId("a1"), NOW
)
APPROVAL = Approval(PROPOSAL, AccountId("a2"), NOW)
POSTED = Publication(
    PhotoId("f1"),
    PlatformId("website"),
    "x.jpg",
    "ab" * 32,
    (),
    AccountId("a1"),
    AccountId("a2"),
    NOW,
    "folder",
)


@pytest.fixture
def stocked(store: Store) -> Store:
    store.register.put_platform(a_platform())
    store.register.put_platform(a_platform("blog"))
    store.ledger.put_batch(a_batch())
    store.ledger.add_photo(a_photo())
    return store


def test_batches_come_back_as_put_in_order_of_time(store: Store) -> None:
    later = replace(a_batch("a"), created_at=NOW + timedelta(days=1), platforms=(), told_on=date(2027, 1, 2))
    earlier = a_batch("z")
    store.ledger.put_batch(later)
    store.ledger.put_batch(earlier)
    store.ledger.put_batch(replace(later, title="Renamed"))
    assert store.ledger.batches() == [earlier, replace(later, title="Renamed")]
    assert store.ledger.batch(earlier.id) == earlier
    refused(Code.UNKNOWN_BATCH, store.ledger.batch, BatchId("none"))


def test_what_is_left_of_each_batch_is_counted(stocked: Store) -> None:
    ledger = stocked.ledger
    ledger.put_batch(a_batch("b2"))
    ledger.put_batch(a_batch("empty"))
    for name, batch in (("f2", "b1"), ("g1", "b2")):
        ledger.add_photo(replace(a_photo(name), batch=BatchId(batch), sha256=name))
    assert dict(ledger.photos_left()) == {"b1": 2, "b2": 1}
    for name in ("f1", "g1"):
        ledger.move_photo(ledger.photo(PhotoId(name)), Stage.ERASE)
    assert dict(ledger.photos_left()) == {"b1": 1}


def test_a_photo_comes_back_with_every_sighting(stocked: Store) -> None:
    seen = replace(
        a_sighting("r1", people=("p1", "p2"), text="Zoë"),
        distances=(0.31, 0.4),
        rejected=(PersonId("p3"),),
        score=0.1 + 0.2,
        found_by="pass-2",
        origin=Origin.BY_HAND,
        mark=Mark.COVER,
    )
    photo = replace(
        a_photo("f2", sightings=(seen, a_sighting("r2", What.CODE))), touched_by=(AccountId("a1"),)
    )
    stocked.ledger.add_photo(photo)
    assert stocked.ledger.photo(photo.id) == photo
    assert stocked.ledger.photos(photo.batch) == [a_photo(), photo]
    assert stocked.ledger.photos(BatchId("other")) == []


def test_everyone_has_a_bookmark_of_their_own_in_a_batch(stocked: Store) -> None:
    first = Bookmark(AccountId("a1"), a_batch().id, PhotoId("f1"), "r1", "website")
    other = Bookmark(AccountId("a2"), a_batch().id, PhotoId("f2"))
    for one in (replace(first, photo=PhotoId("f0")), first, other):
        stocked.ledger.put_bookmark(one)
    assert stocked.ledger.bookmark(first.account, first.batch) == first
    assert stocked.ledger.bookmark(other.account, other.batch) == other
    assert stocked.ledger.bookmark(AccountId("a3"), first.batch) is None
    refused(Code.UNKNOWN_BATCH, stocked.ledger.put_bookmark, replace(first, batch=BatchId("none")))


def test_words_are_kept_while_they_are_being_written(stocked: Store) -> None:
    photo, website, blog = PhotoId("f1"), PlatformId("website"), PlatformId("blog")
    words = {
        website: Words("Zoë’s “day”", "Four pupils", "", frozenset(Confirmation)),
        blog: Words(source="S. Smith"),
    }
    assert stocked.ledger.words(photo) == {}
    stocked.ledger.put_words(photo, {website: Words("an earlier one")})
    stocked.ledger.put_words(photo, words)
    assert stocked.ledger.words(photo) == words
    stocked.ledger.put_words(photo, {})
    assert stocked.ledger.words(photo) == {}
    refused(Code.UNKNOWN_PHOTO, stocked.ledger.put_words, PhotoId("none"), words)


def test_the_same_photo_or_content_is_not_added_twice(stocked: Store) -> None:
    refused(Code.DUPLICATE, stocked.ledger.add_photo, replace(a_photo(), sha256="00"))
    refused(Code.DUPLICATE, stocked.ledger.add_photo, replace(a_photo("f2"), sha256=a_photo().sha256))
    refused(Code.UNKNOWN_BATCH, stocked.ledger.add_photo, a_photo("f3", batch="none"))


def test_content_that_was_erased_may_come_again(stocked: Store) -> None:
    stocked.ledger.move_photo(a_photo(), Stage.ERASE)
    again = replace(a_photo("f2"), sha256=a_photo().sha256)
    stocked.ledger.add_photo(again)
    assert stocked.ledger.photo_of_content(again.sha256) == again
    assert stocked.ledger.photo_of_content("none") is None


@pytest.mark.parametrize(
    "sightings",
    [
        (a_sighting("r1"), a_sighting("r1")),
        (replace(a_sighting(), certainty=Certainty.CONFIRMED, people=()),),
        (a_sighting(people=("p1", "p2"), certainty=Certainty.CONFIRMED),),
        (replace(a_sighting(), score=float("nan")),),
        (replace(a_sighting(), distances=(float("inf"),)),),
    ],
)
def test_sightings_that_contradict_themselves_are_refused(
    stocked: Store, sightings: tuple[Sighting, ...]
) -> None:
    refused(Code.INVALID, stocked.ledger.put_photo, replace(a_photo(), sightings=sightings))


def test_putting_a_photo_keeps_its_stage(stocked: Store) -> None:
    changed = replace(a_photo(), width=2, sightings=(a_sighting(),))
    stocked.ledger.put_photo(changed)
    assert stocked.ledger.photo(changed.id) == changed
    refused(Code.WRONG_STAGE, stocked.ledger.put_photo, replace(changed, stage=Stage.ANALYSE))
    refused(Code.UNKNOWN_PHOTO, stocked.ledger.put_photo, a_photo("none"))


@pytest.mark.parametrize("now", list(Stage))
def test_a_photo_moves_only_along_the_path(stocked: Store, now: Stage) -> None:
    for number, then in enumerate(Stage):
        photo = a_photo(f"m{number}", stage=now)
        stocked.ledger.add_photo(photo)
        if then in MOVES[now]:
            assert stocked.ledger.move_photo(photo, then) == replace(photo, stage=then)
            assert stocked.ledger.photo(photo.id).stage is then
        else:
            refused(Code.WRONG_STAGE, stocked.ledger.move_photo, photo, then)
            assert stocked.ledger.photo(photo.id).stage is now


def test_a_photo_is_not_moved_from_a_stage_that_it_has_left(stocked: Store) -> None:
    stocked.ledger.move_photo(a_photo(), Stage.ANALYSE)
    refused(Code.WRONG_STAGE, stocked.ledger.move_photo, a_photo(), Stage.ANALYSE)


def test_an_approval_stands_beside_the_proposal_that_it_holds(stocked: Store) -> None:
    refused(Code.APPROVAL_VOID, stocked.ledger.put_approval, APPROVAL)
    stocked.ledger.put_proposal(PROPOSAL)
    stocked.ledger.put_approval(APPROVAL)
    stocked.ledger.put_approval(APPROVAL)
    assert stocked.ledger.proposals(PROPOSAL.photo) == [PROPOSAL]
    assert stocked.ledger.approvals(PROPOSAL.photo) == [APPROVAL]


@pytest.mark.parametrize(
    "changed",
    [
        replace(PROPOSAL, sha256="cd" * 32),
        replace(PROPOSAL, caption="Sports Day"),
        replace(PROPOSAL, visible=()),
        replace(PROPOSAL, prepared_at=NOW + timedelta(seconds=1)),
    ],
)
def test_promise_8_a_proposal_that_changes_in_anything_loses_its_approvals(
    stocked: Store, changed: Proposal
) -> None:
    other = replace(PROPOSAL, platform=PlatformId("blog"))
    for proposal in (PROPOSAL, other):
        stocked.ledger.put_proposal(proposal)
        stocked.ledger.put_approval(Approval(proposal, AccountId("a2"), NOW))
    stocked.ledger.put_proposal(PROPOSAL)
    assert len(stocked.ledger.approvals(PROPOSAL.photo)) == 2
    stocked.ledger.put_proposal(changed)
    assert [one.proposal for one in stocked.ledger.approvals(PROPOSAL.photo)] == [other]
    refused(Code.APPROVAL_VOID, stocked.ledger.put_approval, APPROVAL)


def test_promise_9_who_prepared_or_touched_a_photo_cannot_approve_it(stocked: Store) -> None:
    stocked.ledger.put_proposal(PROPOSAL)
    refused(
        Code.SAME_PERSON, stocked.ledger.put_approval, replace(APPROVAL, approved_by=PROPOSAL.prepared_by)
    )
    stocked.ledger.put_photo(replace(a_photo(), touched_by=(AccountId("a2"),)))
    refused(Code.SAME_PERSON, stocked.ledger.put_approval, APPROVAL)
    assert stocked.ledger.approvals(PROPOSAL.photo) == []


def test_voiding_removes_proposals_and_counts_approvals(stocked: Store) -> None:
    stocked.ledger.put_proposal(PROPOSAL)
    stocked.ledger.put_approval(APPROVAL)
    stocked.ledger.put_approval(replace(APPROVAL, approved_by=AccountId("a3")))
    assert stocked.ledger.void_approvals(PROPOSAL.photo) == 2
    assert stocked.ledger.void_approvals(PROPOSAL.photo) == 0
    assert stocked.ledger.proposals(PROPOSAL.photo) == []


def test_a_proposal_needs_its_photo_and_platform(stocked: Store) -> None:
    refused(Code.UNKNOWN_PHOTO, stocked.ledger.put_proposal, replace(PROPOSAL, photo=PhotoId("none")))
    refused(
        Code.UNKNOWN_PLATFORM, stocked.ledger.put_proposal, replace(PROPOSAL, platform=PlatformId("none"))
    )


def test_a_publication_can_get_its_address_later(stocked: Store) -> None:
    posted = replace(POSTED, visible=(PersonId("p1"),))
    stocked.ledger.put_publication(posted)
    second = replace(posted, file_name="y.jpg")
    stocked.ledger.put_publication(second)
    stocked.ledger.put_publication(replace(posted, address="https://example.org/1"))
    assert stocked.ledger.publications() == [replace(posted, address="https://example.org/1"), second]


def test_the_posts_of_one_photo_are_found_in_their_order(stocked: Store) -> None:
    again, other = (
        replace(POSTED, file_name="y.jpg"),
        replace(POSTED, photo=PhotoId("f2"), file_name="z.jpg"),
    )
    for one in (POSTED, other, again):
        stocked.ledger.put_publication(one)
    assert stocked.ledger.publications_of(PhotoId("f1")) == [POSTED, again]
    assert stocked.ledger.publications_of(PhotoId("none")) == []


def test_where_every_photo_stands_is_read_in_one_go(stocked: Store) -> None:
    ledger = stocked.ledger
    ledger.put_batch(a_batch("b2"))
    ledger.add_photo(replace(a_photo("f2", batch="b2"), touched_by=(AccountId("a1"), AccountId("a2"))))
    ledger.add_photo(a_photo("f3"))
    ledger.add_note(ReviewNote(PhotoId("f2"), None, "Who is this?", AccountId("a2"), NOW))
    ledger.put_publication(POSTED)
    ledger.put_publication(replace(POSTED, file_name="again.jpg"))
    f1, f2, f3 = ledger.whereabouts()
    assert f1 == Whereabouts(PhotoId("f1"), BatchId("b1"), Stage.INTAKE, (), published=True, sent_back=False)
    assert (f2.batch, f2.touched_by, f2.sent_back) == ("b2", ("a1", "a2"), True)
    assert not f2.published
    assert not f3.published
    ledger.settle_notes(PhotoId("f2"))
    assert not any(one.sent_back for one in ledger.whereabouts())


def test_a_photo_key_is_kept_replaced_and_destroyed(store: Store) -> None:
    photo = PhotoId("f1")
    assert store.keys.key(photo) is None
    store.keys.put_key(photo, b"\x00" * 32)
    store.keys.put_key(photo, b"\xff\x00" * 16)
    assert store.keys.key(photo) == b"\xff\x00" * 16
    store.keys.destroy_key(photo)
    store.keys.destroy_key(photo)
    assert store.keys.key(photo) is None


def test_many_threads_may_use_one_store(store: Store) -> None:
    store.ledger.put_batch(a_batch())
    wrong: list[BaseException] = []

    def work(name: str) -> None:
        try:
            for number in range(10):
                with store.transaction():
                    store.ledger.add_photo(a_photo(f"{name}{number}"))
                    store.ledger.put_photo(replace(a_photo(f"{name}{number}"), width=number))
        except (ConsentError, RuntimeError) as error:
            wrong.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(store.ledger.photos(BatchId("b1"))) == 40
