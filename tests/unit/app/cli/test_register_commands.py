"""`people`, `permission` and `never-publish` as they are typed, on a real store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.cli.arguments import parser
from app.cli.register_words import FAULTS
from app.cli.run import COMMANDS, command_of, run
from app.cli.status import Status
from app.people.permits import LineFault
from app.places import Places
from consent.accounts import Role
from consent.people import Person, PersonId
from consent.permissions import Answer, Kind
from consent.policy import Policy
from consent.store import create_store
from consent.templates import StoredTemplate
from tests.factories import NOW, TODAY, a_permission, a_platform, an_account, tell_parents
from tests.stores import CHEAP, PASSWORD, opened

SECOND = "another three quiet words"
Typed = Callable[..., int]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with two leads and two platforms; the first signs in, the second's password lies in a file."""
    places = Places.of(tmp_path / "store")
    places.prepare()
    lead = replace(an_account("a1", Role.LEAD, Role.ADMIN), policy_read="1")
    made, _ = create_store(places.store, admin=lead, password=PASSWORD, now=NOW, cost=CHEAP)
    made.accounts.add_account(an_account("a2", Role.LEAD), SECOND)
    made.register.put_policy(Policy(school="Test School"))
    for platform in ("website", "facebook"):
        made.register.put_platform(a_platform(platform))
    made.close()
    for name, password in (("first", PASSWORD), ("second", SECOND)):
        (tmp_path / name).write_text(password)
        (tmp_path / name).chmod(0o600)
    monkeypatch.setenv("GREENLIGHT_PASSWORD_FILE", str(tmp_path / "first"))
    monkeypatch.setenv("GREENLIGHT_USER", "a1")
    monkeypatch.chdir(tmp_path)
    return places.store


@pytest.fixture
def greenlight(store: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Type a command; its status, and everything it said."""

    def typed(*words: str) -> tuple[int, str]:
        status = run([*words, "--store", str(store)])
        told = capsys.readouterr()
        return status, told.out + told.err

    return typed


def people(store: Path) -> list[Person]:
    one = opened(store)
    try:
        return list(one.register.people())
    finally:
        one.close()


def added(greenlight: Callable[..., tuple[int, str]], *more: str) -> str:
    status, said = greenlight(
        "people", "add", "Dee Fox", "--school-id", "S1", "--class", "4A", "--year", "4", *more
    )
    assert status == Status.WELL
    return said.strip()


CARERS = ("--carer", "mother:Ann Fox", "--carer", "father:Bob Fox", "--other-carer", "uncle:Cy Fox")


def test_every_command_is_there_and_takes_what_it_is_given() -> None:
    top = parser()
    for name in COMMANDS:
        assert callable(command_of(name))
    assert top.parse_args(["people", "left", "S1", "--on", "2026-07-20"]).command == "people left"
    assert set(FAULTS) == set(LineFault)


def test_someone_is_added_changed_found_leaves_and_comes_back(
    greenlight: Callable[..., tuple[int, str]], store: Path
) -> None:
    dee = added(greenlight, *CARERS)
    assert (
        greenlight("people", "change", "S1", "--known-as", "Didi", "--carer", "uncle:Cy Fox")[0]
        == Status.WELL
    )
    (person,) = people(store)
    assert (person.id, person.known_as, person.class_name) == (dee, "Didi", "4A")
    assert [(one.relation, one.name, one.responsible) for one in person.carers] == [
        ("mother", "Ann Fox", True),
        ("father", "Bob Fox", True),
        ("uncle", "Cy Fox", True),
    ]
    assert dee in greenlight("people", "search", "did", "4a")[1]
    greenlight("people", "left", "S1", "--on", "2026-07-20")
    assert people(store)[0].left_on is not None
    greenlight("people", "back", "S1")
    assert people(store)[0].left_on is None
    history = greenlight("people", "history", "S1")[1]
    for word in ("added", "changed", "left", "returned", "known_as", "Didi"):
        assert word in history


def test_a_carer_is_taken_off_the_record_unless_they_were_heard(
    greenlight: Callable[..., tuple[int, str]], store: Path
) -> None:
    added(greenlight, *CARERS)
    asked = ("--platform", "website", "--kind", "photo", "--form", "2026-a", "--answer", "refused")
    greenlight("permission", "record", "S1", *asked, "--by", "father", "--given-on", "2025-09-03")
    change = ("people", "change", "S1", "--without-carer")
    assert greenlight(*change, "uncle")[0] == Status.WELL
    assert [one.relation for one in people(store)[0].carers] == ["mother", "father"]
    assert greenlight(*change, "father", "--known-as", "Didi")[0] != Status.WELL
    (person,) = people(store)
    assert [one.relation for one in person.carers] == ["mother", "father"]
    assert person.known_as == ""


def test_the_explanation_is_the_sentence_of_the_register(greenlight: Callable[..., tuple[int, str]]) -> None:
    added(greenlight, *CARERS)
    form = ("--platform", "website", "--kind", "photo", "--form", "2026-a")
    for answer, by, on in (("granted", "mother", "2025-09-01"), ("refused", "Bob Fox", "2025-09-03")):
        given = ("--answer", answer, "--by", by, "--given-on", on)
        assert greenlight("permission", "record", "S1", *form, *given)[0] == Status.WELL
    status, said = greenlight("people", "explain", "S1", "--platform", "website", "--kind", "photo")
    assert status == Status.WELL
    assert "No, because one carer (father) refused on 3 September 2025" in said
    history = greenlight("permission", "history", "S1")[1]
    for word in ("granted", "refused", "Ann Fox (mother)", "Bob Fox (father)", "2026-a"):
        assert word in history


def test_a_form_is_kept_behind_the_answer_and_comes_out_as_it_was(
    greenlight: Callable[..., tuple[int, str]], store: Path, tmp_path: Path
) -> None:
    added(greenlight, *CARERS)
    (tmp_path / "form.pdf").write_bytes(b"%PDF-1.7 signed")
    answer = ("--answer", "granted", "--by", "mother", "--given-on", "2025-09-01", "--form", "2026-a")
    typed = ("permission", "record", "S1", "--platform", "website", "--kind", "photo", *answer)
    assert greenlight(*typed, "--scan", "form.pdf")[0] == Status.WELL
    one = opened(store)
    (record,) = one.register.permissions()
    one.close()
    assert greenlight("permission", "scan", record.evidence, "--out", "again.pdf")[0] == Status.WELL
    assert (tmp_path / "again.pdf").read_bytes() == b"%PDF-1.7 signed"
    (tmp_path / "form.pdf").write_bytes(b"MZ not a form")
    assert greenlight(*typed, "--scan", "form.pdf")[0] not in {Status.WELL, Status.FAILED}


def test_a_class_list_is_recorded_whole_or_not_at_all_and_every_wrong_row_is_named(
    greenlight: Callable[..., tuple[int, str]], store: Path, tmp_path: Path
) -> None:
    added(greenlight, *CARERS)
    greenlight("people", "add", "Eve Moor", "--school-id", "S2")
    typed = ("permission", "bulk", "list.csv", "--platform", "website", "--platform", "facebook", "--kind", "photo",
             "--given-on", "2026-11-02", "--form", "2026-a")  # fmt: skip
    (tmp_path / "list.csv").write_text("S1,yes\nNobody,no\nS2,\nS1,no\n")
    status, said = greenlight(*typed)
    assert status == Status.REFUSED
    for row in ("row 2: no such person", "row 1: this person stands in the list twice", "row 4: this person"):
        assert row in said
    (tmp_path / "list.csv").write_text("S1,yes\nS2,perhaps\n")
    assert "row 2: neither a yes nor a no" in greenlight(*typed)[1]
    one = opened(store)
    assert one.register.permissions() == []
    one.close()
    (tmp_path / "list.csv").write_text("S1,yes\nS2,\n")
    assert greenlight(*typed)[0] == Status.WELL
    one = opened(store)
    answers = [(record.platform, record.kind, record.answer) for record in one.register.permissions()]
    one.close()
    assert answers == [
        (platform, Kind.PHOTO, answer)
        for answer in (Answer.GRANTED, Answer.REQUESTED)
        for platform in ("website", "facebook")
    ]
    assert "Eve Moor" not in greenlight("people", "without-record")[1]
    assert "Dee Fox" in greenlight("people", "without-record", "--platform", "website", "--kind", "name")[1]


def test_two_records_become_one_and_two_again(
    greenlight: Callable[..., tuple[int, str]], store: Path
) -> None:
    dee = added(greenlight, *CARERS)
    twin = greenlight("people", "add", "Deirdre Fox")[1].strip()
    foreseen = greenlight("people", "merge", dee, twin, "--dry-run")
    assert foreseen[0] == Status.WELL
    assert "Nothing was done" in foreseen[1]
    assert len(people(store)) == 2
    assert greenlight("people", "merge", dee, twin)[0] == Status.WELL
    assert [one.once for one in people(store)] == [(twin,)]
    assert "Dee Fox" in greenlight("people", "explain", twin)[1]
    assert greenlight("people", "split", twin, "--dry-run")[0] == Status.WELL
    assert len(people(store)) == 1
    assert greenlight("people", "split", twin)[0] == Status.WELL
    assert len(people(store)) == 2


def test_the_enrolment_record_waits_until_every_parent_was_told(
    greenlight: Callable[..., tuple[int, str]],
) -> None:
    added(greenlight, *CARERS)
    given = (
        "--kind",
        "biometric",
        "--answer",
        "granted",
        "--by",
        "mother",
        "--given-on",
        "2026-01-02",
        "--form",
        "b-1",
    )
    assert greenlight("permission", "record", "S1", *given)[0] == Status.WELL
    status, said = greenlight("people", "enrolment", "S1")
    assert status == Status.WAITING
    assert "still to be told: Ann Fox, Bob Fox" in said
    assert (
        greenlight("people", "told", "--class", "4A", "--on", "2026-01-01", "--form", "n-1")[0] == Status.WELL
    )
    status, said = greenlight("people", "enrolment", "S1")
    assert "still to be told" not in said
    assert "Yes, because one carer (mother) agreed" in said
    assert status == Status.WAITING  # matching is off in this school
    assert "switched off" in said


def test_promise_15_a_mark_needs_two_and_its_reason_is_in_no_list_and_no_log(
    greenlight: Callable[..., tuple[int, str]], store: Path, tmp_path: Path
) -> None:
    added(greenlight, *CARERS)
    (tmp_path / "why").write_text("court order 7")
    second = ("--second-password-file", "second", "--second")
    mark = ("never-publish", "mark", "S1", "--reason-file", "why", *second)
    assert greenlight(*mark, "a1")[0] != Status.WELL
    assert greenlight(*mark, "a2")[0] == Status.WELL
    assert "court order 7" in greenlight("never-publish", "reason", "S1")[1]
    for shown in (("never-publish", "list"), ("people", "list"), ("people", "explain", "S1"),
                  ("people", "history", "S1"), ("report", "audit", "--out", "audit.json")):  # fmt: skip
        assert "court" not in greenlight(*shown)[1]
    assert "court" not in (tmp_path / "audit.json").read_text()
    assert not any(
        "court" in file.read_text(errors="replace") for file in (store / "log").rglob("*") if file.is_file()
    )
    wrong = ("--second-password-file", "first", "--second", "a2")
    assert greenlight("never-publish", "lift", "S1", *wrong)[0] == Status.NOT_ALLOWED
    assert greenlight("never-publish", "lift", "S1", *second, "a2")[0] == Status.WELL
    assert "Dee" not in greenlight("never-publish", "list")[1]


def test_a_mapping_is_said_once_and_used_from_then_on(
    greenlight: Callable[..., tuple[int, str]], store: Path, tmp_path: Path
) -> None:
    (tmp_path / "mapping.toml").write_text(
        '[columns]\nschool_id = "ID"\nlegal_name = "Name"\n[[consents]]\ncolumn = "Photos"\nkind = "photo"\n'
        'platforms = ["website"]\n'
    )
    (tmp_path / "roll.csv").write_text("ID,Name,Photos\n1,Ann Lee,yes\n")
    assert greenlight("people", "import", "roll.csv", "--mapping", "mapping.toml", "--keep")[0] == Status.WELL
    (tmp_path / "roll.csv").write_text("ID,Name,Photos\n1,Ann Lee,yes\n2,Ben Ito,yes\n")
    assert greenlight("people", "import", "roll.csv")[0] == Status.WELL
    one = opened(store)
    assert {(record.platform, record.answer) for record in one.register.permissions()} == {
        ("website", Answer.GRANTED)
    }
    assert len(one.register.permissions()) == 2
    one.close()
    listed = greenlight("people", "mappings")[1]
    assert "Photos" in listed
    assert "website" in listed
    (tmp_path / "coarse.toml").write_text(
        '[columns]\nschool_id = "ID"\nlegal_name = "Name"\n[[consents]]\ncolumn = "Photos"\nkind = "photo"\n'
    )
    status, said = greenlight("people", "import", "roll.csv", "--mapping", "coarse.toml", "--keep")
    assert status != Status.WELL
    assert "write out each platform" in said


def test_a_request_for_what_is_held_stands_in_the_due_list_until_it_is_answered(
    greenlight: Callable[..., tuple[int, str]],
) -> None:
    added(greenlight, *CARERS)
    assert "answer by 28 February 2026" in greenlight("people", "asked", "S1", "--on", "2026-01-31")[1]
    due = greenlight("people", "due")[1]
    assert "28 February 2026" in due
    assert "Dee Fox" in due
    assert greenlight("people", "asked", "S1", "--on", "2999-01-01")[0] == Status.WRONG_USE
    assert greenlight("people", "asked", "nobody at all")[0] == Status.WRONG_USE
    assert "requests answered: 1" in greenlight("people", "answered", "S1", "--on", "2026-02-01")[1]
    assert "Dee Fox" not in greenlight("people", "due")[1]


def test_who_left_longer_ago_than_the_school_keeps_a_record_stands_in_the_due_list(
    greenlight: Callable[..., tuple[int, str]],
) -> None:
    added(greenlight, *CARERS)
    assert "to be forgotten" not in greenlight("people", "due")[1]
    assert greenlight("people", "left", "S1", "--on", "2019-07-31")[0] == Status.WELL
    due = greenlight("people", "due")[1]
    assert "to be forgotten" in due
    assert "Dee Fox" in due
    assert "31 July 2019" in due


def test_a_consent_to_face_templates_is_withdrawn_as_it_is_typed(
    greenlight: Callable[..., tuple[int, str]], store: Path
) -> None:
    dee = added(greenlight, *CARERS)
    one = opened(store)
    one.register.put_policy(Policy(school="S", impact_assessment="DPIA", impact_assessed_on=TODAY))
    tell_parents(one.register, dee)
    mother = one.register.people()[0].carers[0].id
    one.register.record_permission(a_permission(dee, Kind.BIOMETRIC, carer=mother))
    one.register.put_template(StoredTemplate("t1", PersonId(dee), (0.5,) * 128, TODAY))
    one.close()
    assert greenlight("backup", "kept.greenlight")[0] == Status.WELL
    assert greenlight("people", "withdraw", "S1", "--by", "a stranger")[0] == Status.WRONG_USE
    status, said = greenlight("people", "withdraw", "S1", "--by", "father", "--form", "letter of Monday")
    assert (status, "templates destroyed: 1" in said, "still hold" in said) == (Status.WELL, True, True)
    assert "templates destroyed: 0" in greenlight("people", "withdraw", "S1", "--by", "self")[1]
    one = opened(store)
    assert one.register.templates() == []
    one.close()


def test_someone_is_erased_only_for_good_and_then_not_found(
    greenlight: Callable[..., tuple[int, str]], store: Path
) -> None:
    added(greenlight, *CARERS)
    status, said = greenlight("people", "erase", "S1")
    assert (status, "--for-good" in said) == (Status.WRONG_USE, True)
    assert len(people(store)) == 1
    assert greenlight("people", "erase", "S1", "--for-good")[0] == Status.WELL
    assert people(store) == []
    assert greenlight("people", "erase", "S1", "--for-good")[0] == Status.WRONG_USE
    assert greenlight("report", "audit")[0] == Status.WELL, "the log is still whole"
