"""Asking, approving, sending back: words, links, two approvers, standing in, and approvals that grow old."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app import correct
from app.covers import output_for, smallest_visible_face
from app.steps import approve, erase, path, review
from consent.accounts import AccountId, Role
from consent.decisions import Outcome, Verdict, Why
from consent.delegations import Delegation
from consent.errors import Code, ConsentError
from consent.people import PersonId
from consent.permissions import Answer, Kind
from consent.platforms import PlatformId, PublishedAs
from consent.publications import Confirmation, PhotoId, Words
from consent.sightings import RegionId
from consent.stages import Stage
from tests.factories import a_permission, an_account
from tests.path.conftest import FACEBOOK, PASSWORD, WEBSITE, School
from vision.boxes import Box
from vision.image import Container

FACE = RegionId("face-0")
CONFIRMED = frozenset(Confirmation)
GOOD = Words("Sports day 2026", "two children with a ball", confirmed=CONFIRMED)


def refused(code: Code, call: object, *arguments: object, **named: object) -> None:
    with pytest.raises(ConsentError) as error:
        call(*arguments, **named)  # type: ignore[operator]
    assert error.value.code is code


def asked(school: School, words: Words | None = None, platform: PlatformId = WEBSITE) -> PhotoId:
    school.bring_in()
    photo = school.photo("b.jpg").id
    path.ask_for_approval(school.office, photo, {platform: words} if words else None)
    return photo


def test_words_stand_in_the_proposal_and_later_in_the_register_of_posts(school: School) -> None:
    photo = asked(school, GOOD)
    proposal = next(p for p in school.office.store.ledger.proposals(photo) if p.platform == WEBSITE)
    assert proposal.words == GOOD
    path.go_live(school.as_("head"), photo)
    school.deliver(school.office.store.ledger.batches()[-1])
    post = next(p for p in school.office.store.ledger.publications() if p.platform == WEBSITE)
    assert (post.caption, post.alt_text) == (GOOD.caption, GOOD.alt_text)


@pytest.mark.parametrize("stage", [Stage.DECIDE, Stage.REVIEW])
def test_whoever_wrote_the_words_cannot_approve_them(school: School, stage: Stage) -> None:
    head = school.as_("head")
    school.bring_in()
    photo = school.photo("b.jpg").id
    if stage is Stage.REVIEW:
        path.ask_for_approval(school.office, photo)
    review.write(head, {photo: {WEBSITE: GOOD}})
    assert [entry.event.act for entry in school.office.store.audit.entries()][-1] == "review.words"
    if stage is Stage.DECIDE:
        path.ask_for_approval(school.office, photo, school.office.store.ledger.words(photo))
    refused(Code.SAME_PERSON, path.go_live, head, photo)


def test_looking_at_words_is_not_writing_them(school: School) -> None:
    photo = asked(school, GOOD)
    review.write(school.office, {photo: {WEBSITE: GOOD}})
    review.write(school.as_("head"), {photo: {WEBSITE: GOOD}})
    path.go_live(school.as_("head"), photo)


def test_who_may_only_look_writes_nothing_and_what_is_erased_keeps_no_words(school: School) -> None:
    photo = asked(school)
    refused(Code.NOT_ALLOWED, review.write, school.as_("admin"), {photo: {WEBSITE: GOOD}})
    erase.discard(school.office, photo)
    review.write(school.office, {photo: {WEBSITE: GOOD}})
    assert school.office.store.ledger.words(photo) == {}


def retire(school: School, platform: PlatformId) -> None:
    """The school stops posting there."""
    register = school.office.store.register
    before = register.platform(platform)
    register.put_platform(replace(before, account=replace(before.account, retired_on=school.today.date())))


def test_nothing_is_brought_in_for_a_platform_that_was_retired(school: School) -> None:
    retire(school, FACEBOOK)
    refused(Code.PLATFORM_RETIRED, school.bring_in)
    assert school.office.store.ledger.batches() == []


@pytest.mark.parametrize("moment", ["before asking", "before going live", "before delivery"])
def test_what_was_under_way_to_a_retired_platform_goes_to_the_others_alone(
    school: School, moment: str
) -> None:
    school.bring_in()
    photo = school.photo("b.jpg").id
    if moment == "before asking":
        retire(school, FACEBOOK)
    path.ask_for_approval(school.office, photo)
    if moment == "before going live":
        retire(school, FACEBOOK)
        refused(Code.PLATFORM_RETIRED, path.go_live, school.as_("head"), photo)
        approve.send_back(school.as_("head"), photo, "")
        path.ask_for_approval(school.office, photo)
    path.go_live(school.as_("head"), photo)
    if moment == "before delivery":
        retire(school, FACEBOOK)
    school.deliver(school.office.store.ledger.batches()[-1])
    assert {post.platform for post in school.office.store.ledger.publications()} <= {WEBSITE}
    assert not (school.out / FACEBOOK).exists() or not list((school.out / FACEBOOK).iterdir())


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (replace(GOOD, caption="Well done Person anna"), Code.CAPTION_REFUSED),
        (replace(GOOD, alt_text="write to a@b.example"), Code.CAPTION_REFUSED),
        (replace(GOOD, caption="what a shit day"), Code.CAPTION_REFUSED),
        (replace(GOOD, confirmed=CONFIRMED - {Confirmation.POSITIVE}), Code.NOT_CONFIRMED),
    ],
)
def test_words_that_may_not_stay_are_not_asked_for(school: School, words: Words, code: Code) -> None:
    school.bring_in()
    photo = school.photo("b.jpg").id
    refused(code, path.ask_for_approval, school.office, photo, {WEBSITE: words})
    assert school.office.store.ledger.photo(photo).stage is Stage.DECIDE


def test_a_person_who_may_be_named_is_on_record_as_named(school: School) -> None:
    school.office.store.register.record_permission(a_permission("anna", Kind.NAME, platform=WEBSITE))
    photo = asked(school, replace(GOOD, caption="Well done Person anna"))
    proposal = next(p for p in school.office.store.ledger.proposals(photo) if p.platform == WEBSITE)
    assert proposal.named == ("anna",)


def test_each_link_needs_the_approvers_tick(school: School) -> None:
    photo = asked(school, replace(GOOD, caption="More on https://school.example/day"))
    head = school.as_("head")
    refused(Code.LINK_NOT_TICKED, path.go_live, head, photo)
    refused(Code.LINK_NOT_TICKED, path.go_live, head, photo, ("https://school.example",))
    approvals = path.go_live(head, photo, ("https://school.example/day",))
    assert {link for approval in approvals for link in approval.ticked} == {"https://school.example/day"}


def two_needed(school: School) -> PhotoId:
    school.office.store.accounts.add_account(an_account("second", Role.APPROVER), PASSWORD)
    register = school.office.store.register
    register.put_platform(replace(register.platform(WEBSITE), approvers_needed=2))
    return asked(school)


def test_where_a_platform_asks_for_two_the_photo_waits_for_the_second(school: School) -> None:
    photo = two_needed(school)
    path.go_live(school.as_("head"), photo)
    assert school.office.store.ledger.photo(photo).stage is Stage.REVIEW
    assert approve.missing(school.office, photo) == 1
    refused(Code.ALREADY_APPROVED, path.go_live, school.as_("head"), photo)
    path.go_live(school.as_("second"), photo)
    assert school.office.store.ledger.photo(photo).stage is Stage.APPROVE
    assert school.deliver(school.office.store.ledger.batches()[-1])[0].trouble == ""


def test_promise_9_with_one_of_two_approvals_nothing_leaves(school: School) -> None:
    photo = two_needed(school)
    path.go_live(school.as_("head"), photo)
    ledger = school.office.store.ledger
    ledger.move_photo(ledger.photo(photo), Stage.APPROVE)  # past the step, as only a fault could
    told = school.deliver(ledger.batches()[-1])
    assert told[0].trouble == Code.APPROVAL_VOID
    assert ledger.publications() == []


def test_who_stands_in_for_the_head_may_approve_and_the_record_says_for_whom(school: School) -> None:
    store = school.office.store
    store.accounts.add_account(an_account("deputy", Role.OFFICE), PASSWORD)
    photo = asked(school)
    refused(Code.NOT_ALLOWED, path.go_live, school.as_("deputy"), photo)
    today = school.today.date()
    store.ledger.put_delegation(Delegation("d", AccountId("head"), AccountId("deputy"), today, today))
    assert approve.may_approve(school.as_("deputy"))
    approvals = path.go_live(school.as_("deputy"), photo)
    assert {approval.on_behalf_of for approval in approvals} == {"head"}
    assert any(entry.event.detail.endswith("for=head") for entry in store.audit.entries())


def test_promise_9_who_stands_in_cannot_approve_what_they_prepared(school: School) -> None:
    today = school.today.date()
    ledger = school.office.store.ledger
    ledger.put_delegation(Delegation("d", AccountId("head"), AccountId("office"), today, today))
    photo = asked(school)
    refused(Code.SAME_PERSON, path.go_live, school.office, photo)


def test_promise_8_an_approval_grows_old(school: School) -> None:
    photo = asked(school)
    path.go_live(school.as_("head"), photo)
    school.today += timedelta(days=15)
    told = school.deliver(school.office.store.ledger.batches()[-1])
    assert told[0].trouble == Code.APPROVAL_EXPIRED
    assert school.office.store.ledger.photo(photo).stage is Stage.DECIDE


def test_promise_9_an_approval_of_the_future_means_that_the_clock_was_set_back(school: School) -> None:
    photo = asked(school)
    path.go_live(school.as_("head"), photo)
    school.today -= timedelta(days=1)
    told = school.deliver(school.office.store.ledger.batches()[-1])
    assert told[0].trouble == Code.APPROVAL_EXPIRED
    assert photo not in {post.photo for post in school.office.store.ledger.publications()}


def test_a_note_on_a_region_comes_back_with_the_photo_and_is_settled_by_the_next_request(
    school: School,
) -> None:
    photo = asked(school)
    approve.send_back(school.as_("head"), photo, "who is this?", region=RegionId("face-0"))
    ledger = school.office.store.ledger
    assert [(n.region, n.words, n.by, n.settled) for n in ledger.notes(photo)] == [
        ("face-0", "who is this?", "head", False)
    ]
    path.ask_for_approval(school.office, photo)
    assert [note.settled for note in ledger.notes(photo)] == [True]
    entries = school.office.store.audit.entries()
    assert not any("who is this" in entry.event.detail for entry in entries)


def test_promise_10_a_name_permission_that_ends_before_the_approval_voids_the_caption(school: School) -> None:
    store = school.office.store
    store.register.record_permission(a_permission("anna", Kind.NAME, platform=FACEBOOK))
    photo = asked(school, replace(GOOD, caption="Well done Person anna"), FACEBOOK)
    store.register.record_permission(
        a_permission("anna", Kind.NAME, platform=FACEBOOK, answer=Answer.WITHDRAWN)
    )
    refused(Code.APPROVAL_VOID, path.go_live, school.as_("head"), photo)


def test_promise_10_a_name_permission_that_ends_after_the_approval_stops_the_copy(school: School) -> None:
    store = school.office.store
    store.register.record_permission(a_permission("anna", Kind.NAME, platform=FACEBOOK))
    photo = asked(school, replace(GOOD, caption="Well done Person anna"), FACEBOOK)
    path.go_live(school.as_("head"), photo)
    store.register.record_permission(
        a_permission("anna", Kind.NAME, platform=FACEBOOK, answer=Answer.WITHDRAWN)
    )
    told = {one.photo: one.trouble for one in school.deliver(store.ledger.batches()[-1])}
    assert told[photo] == Code.APPROVAL_VOID
    assert store.ledger.publications() == []


def test_a_face_below_the_schools_limit_is_covered_whoever_it_is(school: School) -> None:
    register = school.office.store.register
    school.bring_in()
    record = school.photo("a.jpg")
    review.change(school.office, record.id, correct.confirm(record.sightings, FACE, PersonId("anna")))
    record = school.photo("a.jpg")
    shown = school.decisions("a.jpg")[WEBSITE]
    assert smallest_visible_face(record, shown, register.platform(WEBSITE)) == 80
    register.put_policy(replace(register.policy(), smallest_face=81))
    covered = school.decisions("a.jpg")[WEBSITE]
    decided = next(one for one in covered.decisions if one.region == FACE)
    assert (decided.outcome, decided.why) == (Outcome.COVER, Why.TOO_SMALL)
    assert smallest_visible_face(record, covered, register.platform(WEBSITE)) is None


def test_the_limit_counts_pixels_as_published_and_a_mark_still_blocks(school: School) -> None:
    store = school.office.store
    store.accounts.add_account(an_account("lead", Role.LEAD), PASSWORD)
    school.bring_in()
    record = school.photo("a.jpg")
    review.change(school.office, record.id, correct.confirm(record.sightings, FACE, PersonId("anna")))
    store.register.put_policy(replace(store.register.policy(), smallest_face=50))
    assert school.decisions("a.jpg")[WEBSITE].visible == ("anna",)
    store.register.put_platform(replace(store.register.platform(WEBSITE), longest_side=800))
    assert school.decisions("a.jpg")[WEBSITE].visible == ()
    store.register.mark_never_publish(PersonId("anna"), (AccountId("lead"), AccountId("head")))
    assert school.decisions("a.jpg")[WEBSITE].verdict is Verdict.BLOCKED


def test_a_platform_that_wants_png_gets_it(school: School) -> None:
    register = school.office.store.register
    register.put_platform(replace(register.platform(WEBSITE), published_as=PublishedAs.PNG))
    assert output_for(register.platform(WEBSITE)).container is Container.PNG


def test_a_platform_may_want_each_copy_to_say_whose_it_is_clear_of_people_and_covers(school: School) -> None:
    register = school.office.store.register
    register.put_platform(replace(register.platform(WEBSITE), watermark=True))
    batch, _ = school.bring_in()
    photo = school.photo("a.jpg")
    review.change(school.office, photo.id, correct.confirm(photo.sightings, FACE, PersonId("anna")))
    path.ask_for_approval(school.office, photo.id, {WEBSITE: Words(source="Siân Ŵyn", confirmed=CONFIRMED)})
    path.go_live(school.as_("head"), photo.id)
    school.deliver(batch)
    marks = {one.watermark for one in school.vision.looked_for}
    assert {one.text for one in marks if one} == {"© Siân Ŵyn"}
    assert None in marks  # the other platform wants none
    shown, covered = Box(100, 100, 180, 200), Box(400, 100, 480, 200)
    for mark in filter(None, marks):
        assert all(any(box.intersection(it) == it for box in mark.clear_of) for it in (shown, covered))


def test_promise_8_another_name_of_the_school_on_the_copy_voids_what_was_approved(school: School) -> None:
    register = school.office.store.register
    register.put_platform(replace(register.platform(WEBSITE), watermark=True))
    batch, _ = school.bring_in()
    photo = school.photo("b.jpg").id
    path.ask_for_approval(school.office, photo)
    path.go_live(school.as_("head"), photo)
    register.put_policy(replace(register.policy(), school="Another School"))
    told = {one.name: one.trouble for one in school.deliver(batch)}
    assert told["b.jpg"] == Code.APPROVAL_VOID.value
