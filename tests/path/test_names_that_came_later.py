"""A name is covered unless its owner may be named, also where the owner came onto the register after the photo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import correct
from app.named_today import named_today
from app.steps import decide, path, review
from consent.decisions import Outcome
from consent.errors import Code, ConsentError
from consent.people import PersonId
from consent.permissions import Kind
from consent.publications import PhotoId
from consent.sightings import Because, What
from consent.stages import Stage
from tests.factories import a_carer, a_permission, a_person
from tests.path.conftest import EMPTY_ROOM, WEBSITE, School
from vision.boxes import Quad
from vision.findings import Analysis, TextFinding, TextKind

LINE = Quad(((100, 400), (700, 400), (700, 430), (100, 430)))


def brought_in(
    school: School, text: str, kind: TextKind = TextKind.OTHER, people: tuple[str, ...] = ()
) -> PhotoId:
    found = TextFinding(LINE, text, 0.95, kind, people)
    school.vision.seen[EMPTY_ROOM] = Analysis(1600, 1200, texts=(found,))
    school.bring_in()
    return school.photo("b.jpg").id


def joins(school: School, identity: str, name: str, *, named: bool = False) -> None:
    register = school.office.store.register
    register.put_person(replace(a_person(identity, carers=(a_carer(),)), legal_name=name, known_as=""))
    if named:
        register.record_permission(a_permission(identity, Kind.NAME, platform=WEBSITE))


def names(school: School, photo: PhotoId) -> list[tuple[PersonId, ...]]:
    sightings = school.office.store.ledger.photo(photo).sightings
    return [one.people for one in sightings if one.what is What.ROLL_NAME]


def is_covered(school: School, photo: PhotoId) -> bool:
    view = decide.look(school.office, photo)
    (website,) = [decision for decision in view.decisions if decision.platform == WEBSITE]
    return any(one.outcome is not Outcome.SHOW for one in website.decisions)


def test_who_joined_before_approval_is_asked_for_is_covered_in_what_is_proposed(school: School) -> None:
    photo = brought_in(school, "Certificate: Zaynab Hussain")
    assert not is_covered(school, photo)
    joins(school, "zaynab", "Zaynab Hussain")
    path.ask_for_approval(school.office, photo)
    assert names(school, photo) == [("zaynab",)]
    assert is_covered(school, photo)
    path.go_live(school.as_("head"), photo)
    school.deliver(school.office.store.ledger.batches()[-1])
    assert len(school.office.store.ledger.publications_of(photo)) == 2


def test_who_joins_after_approval_sends_the_photo_back(school: School) -> None:
    photo = brought_in(school, "Certificate: Zaynab Hussain")
    path.ask_for_approval(school.office, photo)
    path.go_live(school.as_("head"), photo)
    joins(school, "zaynab", "Zaynab Hussain", named=True)
    told = school.deliver(school.office.store.ledger.batches()[-1])
    assert [step.trouble for step in told if step.photo == photo] == [Code.APPROVAL_VOID]
    assert school.office.store.ledger.photo(photo).stage is Stage.DECIDE
    assert names(school, photo) == [("zaynab",)]
    assert school.office.store.ledger.publications() == []


@pytest.mark.parametrize("late", ["Anna Brown", "Ben Person"])
def test_a_namesake_or_another_name_on_the_line_who_came_later_must_agree_too(
    school: School, late: str
) -> None:
    joins(school, "cai", "Anna Person", named=True)
    photo = brought_in(
        school,
        "Anna" if late == "Anna Brown" else "Anna and Ben Person",
        TextKind.ROLL_NAME,
        ("Anna Person",),
    )
    assert not any(one.outcome is not Outcome.SHOW for one in school.decisions("b.jpg")[WEBSITE].decisions)
    joins(school, "late", late)
    path.ask_for_approval(school.office, photo)
    assert PersonId("late") in {who for people in names(school, photo) for who in people}
    assert is_covered(school, photo)


def test_what_staff_said_of_a_line_stays_said(school: School) -> None:
    photo = brought_in(school, "Grace before meals", TextKind.LIKELY_NAME)
    joins(school, "grace", "Grace Lee")
    sightings = school.office.store.ledger.photo(photo).sightings
    review.change(school.office, photo, correct.dismiss(sightings, sightings[0].region, Because.NOT_PERSONAL))
    path.ask_for_approval(school.office, photo)
    assert names(school, photo) == []


def test_read_twice_nothing_more_is_added(school: School) -> None:
    photo = brought_in(school, "Zaynab, Anna and Ben Hussain")
    for identity, name in (("z", "Zaynab Hussain"), ("a", "Anna Hussain"), ("b", "Ben Hussain")):
        joins(school, identity, name)
    facts = decide.facts_for(school.office)
    once = named_today(school.office.store.ledger.photo(photo).sightings, facts)
    assert len(once) == 4
    assert named_today(once, facts) == once
    answered = correct.not_this_person(
        correct.confirm(once, once[1].region, PersonId("z")), once[2].region, PersonId("a")
    )
    assert named_today(answered, facts) == answered


def test_what_one_reader_read_is_not_asked_again_for_the_other(school: School) -> None:
    for identity, name in (("z", "Zaynab Hussain"), ("b", "Ben Hussain")):
        joins(school, identity, name)
    first = TextFinding(LINE, "Zaynab and B3x", 0.6, TextKind.ROLL_NAME, ("Zaynab Hussain",))
    second = replace(first, text="Zaynab and Ben Hussain", people=("Ben Hussain",), found_by="tesseract")
    school.vision.seen[EMPTY_ROOM] = Analysis(1600, 1200, texts=(first, second))
    school.bring_in()
    photo = school.office.store.ledger.photo(school.photo("b.jpg").id)
    assert named_today(photo.sightings, decide.facts_for(school.office)) == photo.sightings


def test_nobody_joins_by_asking_at_the_wrong_stage(school: School) -> None:
    photo = brought_in(school, "Zaynab Hussain")
    path.ask_for_approval(school.office, photo)
    path.go_live(school.as_("head"), photo)
    school.deliver(school.office.store.ledger.batches()[-1])
    with pytest.raises(ConsentError):
        path.ask_for_approval(school.office, photo)
