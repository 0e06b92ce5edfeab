"""One photo's way from device to erase: what must happen, and what must never."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import correct
from app.errors import AppError, Trouble
from app.steps import approve, decide, erase, path, review
from consent.decisions import Outcome, Verdict, Why
from consent.errors import Code, ConsentError
from consent.people import PersonId
from consent.permissions import Answer, Kind
from consent.publications import Batch, PhotoId
from consent.sightings import Certainty, RegionId, What
from consent.stages import Stage
from tests.factories import a_permission
from tests.path.conftest import CLASS_PHOTO, FACEBOOK, WEBSITE, School
from vision.boxes import Box
from vision.copies import Flaw, Problem

ANNA, BEN = PersonId("anna"), PersonId("ben")
FIRST, SECOND = RegionId("face-0"), RegionId("face-1")


def name_anna(school: School) -> PhotoId:
    photo = school.photo("a.jpg")
    review.change(school.office, photo.id, correct.confirm(photo.sightings, FIRST, ANNA))
    return photo.id


def approved(school: School) -> tuple[Batch, PhotoId]:
    """Both photos brought in, Anna named, everything prepared by the office and approved by the head."""
    batch, _ = school.bring_in()
    photo = name_anna(school)
    for each in (photo, school.photo("b.jpg").id):
        path.ask_for_approval(school.office, each)
        path.go_live(school.as_("head"), each)
    return batch, photo


def test_a_photo_goes_the_whole_way_and_is_then_erased(school: School) -> None:
    batch, photo = approved(school)
    told = school.deliver(batch)
    assert [progress.trouble for progress in told] == ["", ""]
    copies = sorted((school.out / WEBSITE).iterdir())
    assert len(copies) == 2
    assert not {"a.jpg", "b.jpg"} & {copy.name for copy in copies}
    record = school.office.store.ledger.photo(photo)
    assert (record.stage, record.file_name, record.sightings) == (Stage.ERASE, "", ())
    with pytest.raises(AppError) as error:
        school.office.vault.get(photo)
    assert error.value.code is Trouble.VAULT_ERASED
    school.office.store.audit.verify()


def test_the_register_of_posts_says_who_is_visible_and_who_answered_for_it(school: School) -> None:
    batch, photo = approved(school)
    school.deliver(batch)
    posts = {p.platform: p for p in school.office.store.ledger.publications() if p.photo == photo}
    assert (posts[WEBSITE].visible, posts[FACEBOOK].visible) == ((ANNA,), ())
    assert (posts[WEBSITE].prepared_by, posts[WEBSITE].approved_by) == ("office", "head")


def test_a_broken_file_is_named_and_the_others_go_on(school: School) -> None:
    _, told = school.bring_in()
    assert {p.name: p.trouble for p in told if p.trouble} == {"c.jpg": "BROKEN"}
    assert school.photo("c.jpg").stage is Stage.REFUSED
    assert school.photo("b.jpg").stage is Stage.DECIDE


def test_the_same_photo_is_not_taken_in_twice(school: School) -> None:
    school.bring_in()
    _, told = school.bring_in()
    assert {p.trouble for p in told if p.stage is Stage.INTAKE} == {"DUPLICATE"}


def test_promise_11_everyone_is_covered_until_someone_is_named(school: School) -> None:
    school.bring_in()
    for decision in school.decisions("a.jpg").values():
        assert all(d.outcome is Outcome.COVER for d in decision.decisions)


def test_naming_shows_a_person_only_where_there_is_a_yes(school: School) -> None:
    school.bring_in()
    name_anna(school)
    outcomes = {
        platform: (decision.decisions[0].outcome, decision.decisions[0].why)
        for platform, decision in school.decisions("a.jpg").items()
    }
    assert outcomes == {WEBSITE: (Outcome.SHOW, Why.GRANTED), FACEBOOK: (Outcome.COVER, Why.NO_RECORD)}


def test_an_unanswered_question_stops_the_request_for_approval(school: School) -> None:
    school.bring_in()
    photo = school.photo("a.jpg")
    unsure = tuple(
        replace(s, certainty=s.certainty.UNSURE, people=(ANNA, BEN)) if s.region == FIRST else s
        for s in photo.sightings
    )
    review.change(school.office, photo.id, unsure)
    assert school.decisions("a.jpg")[WEBSITE].verdict is Verdict.NEEDS_A_PERSON
    with pytest.raises(ConsentError) as error:
        path.ask_for_approval(school.office, photo.id)
    assert error.value.code is Code.NEEDS_A_PERSON


def test_promise_08_a_correction_after_approval_voids_it_and_export_is_refused(school: School) -> None:
    batch, photo = approved(school)
    record = school.office.store.ledger.photo(photo)
    review.change(school.office, photo, correct.cover(record.sightings, FIRST))
    assert not school.office.store.ledger.approvals(photo)
    school.deliver(batch)
    assert photo not in {p.photo for p in school.office.store.ledger.publications()}


def test_promise_08_a_changed_pixel_after_approval_voids_it(school: School) -> None:
    batch, photo = approved(school)
    school.office.vault.destroy(photo)
    school.office.vault.put(photo, CLASS_PHOTO + b"!")
    told = {p.photo: p.trouble for p in school.deliver(batch)}
    assert told[photo] == Code.APPROVAL_VOID
    assert school.office.store.ledger.photo(photo).stage is Stage.DECIDE


@pytest.mark.parametrize("preparer", ["office", "head"])
def test_promise_09_who_prepared_cannot_approve(school: School, preparer: str) -> None:
    school.bring_in()
    photo = school.photo("b.jpg").id
    path.ask_for_approval(school.as_(preparer), photo)
    with pytest.raises(ConsentError) as error:
        path.go_live(school.as_(preparer), photo)
    assert error.value.code in {Code.SAME_PERSON, Code.NOT_ALLOWED}


def test_promise_09_who_corrected_another_photo_of_the_batch_cannot_approve(school: School) -> None:
    school.bring_in()
    photo = school.photo("a.jpg")
    review.change(school.as_("head"), photo.id, correct.cover(photo.sightings, FIRST))
    path.ask_for_approval(school.office, school.photo("b.jpg").id)
    with pytest.raises(ConsentError) as error:
        path.go_live(school.as_("head"), school.photo("b.jpg").id)
    assert error.value.code is Code.SAME_PERSON


def test_promise_10_a_permission_withdrawn_after_approval_stops_the_copy(school: School) -> None:
    batch, photo = approved(school)
    school.office.store.register.record_permission(
        a_permission("anna", Kind.PHOTO, platform=WEBSITE, answer=Answer.WITHDRAWN)
    )
    told = {p.photo: p.trouble for p in school.deliver(batch)}
    assert told[photo] == Code.APPROVAL_VOID
    assert photo not in {p.photo for p in school.office.store.ledger.publications()}


def test_promise_10_a_permission_withdrawn_before_approval_stops_the_approval(school: School) -> None:
    school.bring_in()
    photo = name_anna(school)
    path.ask_for_approval(school.office, photo)
    school.office.store.register.record_permission(
        a_permission("anna", Kind.PHOTO, platform=WEBSITE, answer=Answer.WITHDRAWN)
    )
    with pytest.raises(ConsentError) as error:
        path.go_live(school.as_("head"), photo)
    assert error.value.code is Code.APPROVAL_VOID


def test_what_the_second_look_finds_comes_back_to_review_as_a_covered_region(school: School) -> None:
    batch, photo = approved(school)
    school.vision.problems = (Problem(Flaw.FACE_VISIBLE, box=Box(500, 500, 540, 560)),)
    told = {p.photo: p.trouble for p in school.deliver(batch)}
    assert told[photo] == Trouble.NOT_VERIFIED
    record = school.office.store.ledger.photo(photo)
    assert record.stage is Stage.DECIDE
    assert record.sightings[-1].what is What.FACE
    assert record.sightings[-1].box == (500, 500, 540, 560)
    assert not any((school.out / WEBSITE).iterdir())
    assert school.office.vault.get(photo) == CLASS_PHOTO


def test_an_interrupted_look_through_goes_on_where_it_stopped(school: School) -> None:
    work = path.bring_in(school.office, school.device, title="Sports day", platforms=(WEBSITE,))
    for _ in range(4):  # three files taken in, one photo looked at
        next(work)
    work.close()  # type: ignore[attr-defined]
    batch = school.office.store.ledger.batches()[-1]
    rest = list(path.look_through(school.office, batch.id))
    assert len(rest) == 2
    stages = {p.stage for p in school.office.store.ledger.photos(batch.id)}
    assert stages == {Stage.DECIDE, Stage.REFUSED}


def test_sending_back_voids_what_was_proposed(school: School) -> None:
    school.bring_in()
    photo = school.photo("b.jpg").id
    path.ask_for_approval(school.office, photo)
    assert approve.send_back(school.as_("head"), photo).stage is Stage.DECIDE
    assert not school.office.store.ledger.proposals(photo)


def test_promise_14_without_an_impact_assessment_no_template_is_asked_for(school: School) -> None:
    school.bring_in()
    assert {wanted.templates for wanted in school.vision.asked} == {False}


def test_undo_saves_the_earlier_sightings_through_the_same_door(school: School) -> None:
    school.bring_in()
    before = school.photo("a.jpg").sightings
    photo = name_anna(school)
    assert review.change(school.office, photo, before).sightings == before
    assert decide.look(school.office, photo).record.sightings == before


def test_a_photo_is_judged_by_those_whom_it_names_as_by_the_whole_register(school: School) -> None:
    school.bring_in()
    name_anna(school)
    for name in ("a.jpg", "b.jpg"):
        photo = school.photo(name).id
        whole = decide.look(school.office, photo, decide.facts_for(school.office))
        assert decide.look(school.office, photo) == whole
    gone = replace(
        school.photo("a.jpg").sightings[0], people=(PersonId("nobody"),), certainty=Certainty.UNSURE
    )
    assert (
        decide.facts_about(school.office, (replace(school.photo("a.jpg"), sightings=(gone,)),)).people == ()
    )


def test_what_a_power_cut_left_in_the_vault_is_swept_up_and_nothing_else(school: School) -> None:
    school.bring_in()
    kept, gone = school.photo("a.jpg").id, school.photo("b.jpg").id
    school.office.vault.put(PhotoId("f" * 32), b"a photo without a record")
    # erased in the store, but the power went before the file did
    record = school.office.store.ledger.photo(gone)
    school.office.store.ledger.move_photo(record, Stage.ERASE)
    assert erase.sweep_up(school.office) == 2
    assert school.office.vault.get(kept) == CLASS_PHOTO
    assert erase.sweep_up(school.office) == 0


REACHED: tuple[tuple[Stage, ...], ...] = (
    (),
    (Stage.ANALYSE,),
    (Stage.ANALYSE, Stage.MATCH),
    (Stage.ANALYSE, Stage.MATCH, Stage.DECIDE),
    (Stage.REFUSED,),
)


@pytest.mark.parametrize("stages", REACHED, ids=lambda stages: stages[-1].value if stages else "intake")
def test_a_photo_that_no_one_wants_can_be_deleted_before_it_is_prepared(
    school: School, stages: tuple[Stage, ...]
) -> None:
    work = path.bring_in(school.office, school.device, title="Sports day", platforms=(WEBSITE,))
    for _ in range(3):  # three files taken in, none looked at
        next(work)
    work.close()  # type: ignore[attr-defined]
    record = school.photo("a.jpg")
    for stage in stages:
        record = school.office.store.ledger.move_photo(record, stage)
    gone = erase.discard(school.office, record.id)
    erase.finish_erasing(school.office)
    assert (gone.stage, gone.file_name, gone.sightings) == (Stage.ERASE, "", ())
    with pytest.raises(AppError) as error:
        school.office.vault.get(record.id)
    assert error.value.code is Trouble.VAULT_ERASED
    assert (school.device / "a.jpg").read_bytes() == CLASS_PHOTO


@pytest.mark.parametrize("stage", [Stage.REVIEW, Stage.APPROVE, Stage.RENDER, Stage.VERIFY])
def test_deleting_a_prepared_photo_voids_what_was_proposed_and_approved(school: School, stage: Stage) -> None:
    batch, _ = school.bring_in()
    photo, ledger = name_anna(school), school.office.store.ledger
    path.ask_for_approval(school.office, photo)
    if stage is not Stage.REVIEW:
        path.go_live(school.as_("head"), photo)
    for then in (Stage.RENDER, Stage.VERIFY)[: {Stage.RENDER: 1, Stage.VERIFY: 2}.get(stage, 0)]:
        ledger.move_photo(ledger.photo(photo), then)
    assert ledger.photo(photo).stage is stage
    assert ledger.proposals(photo)
    erase.discard(school.office, photo)
    assert (list(ledger.proposals(photo)), list(ledger.approvals(photo))) == ([], [])
    school.deliver(batch)
    assert photo not in {p.photo for p in ledger.publications()}
    school.office.store.audit.verify()


def test_who_approved_stays_on_record_when_a_published_photo_is_erased(school: School) -> None:
    batch, photo = approved(school)
    school.deliver(batch)
    assert school.office.store.ledger.approvals(photo)


def test_a_photo_whose_copy_is_out_is_not_deleted_a_second_time(school: School) -> None:
    batch, photo = approved(school)
    school.deliver(batch)
    with pytest.raises(ConsentError) as error:
        erase.discard(school.office, photo)
    assert error.value.code is Code.WRONG_STAGE


def test_who_may_only_look_deletes_nothing(school: School) -> None:
    school.bring_in()
    photo = school.photo("a.jpg").id
    with pytest.raises(ConsentError) as error:
        erase.discard(school.as_("admin"), photo)
    assert error.value.code is Code.NOT_ALLOWED
    assert school.office.vault.get(photo) == CLASS_PHOTO


def test_a_deleted_photo_can_be_brought_in_again(school: School) -> None:
    school.bring_in()
    erase.discard(school.office, school.photo("c.jpg").id)
    _, told = school.bring_in()
    assert {p.name: p.trouble for p in told if p.trouble} == {
        "a.jpg": "DUPLICATE",
        "b.jpg": "DUPLICATE",
        "c.jpg": "BROKEN",
    }


@pytest.mark.parametrize(("longest_side", "looks"), [(2048, 1), (1600, 2)])
def test_every_file_is_looked_at_and_the_very_same_one_is_looked_at_once(
    school: School, longest_side: int, looks: int
) -> None:
    register = school.office.store.register
    register.put_platform(replace(register.platform(FACEBOOK), longest_side=longest_side))
    batch, _ = school.bring_in()
    photo = school.photo("b.jpg").id
    path.ask_for_approval(school.office, photo)
    path.go_live(school.as_("head"), photo)
    school.deliver(batch)
    posts = school.office.store.ledger.publications_of(photo)
    assert {post.platform for post in posts} == {WEBSITE, FACEBOOK}
    assert len(school.vision.looked_for) == looks == len({post.sha256 for post in posts})
