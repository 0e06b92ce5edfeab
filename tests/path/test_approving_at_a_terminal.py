"""Approvals as typed commands: two people, someone who stands in, links, sending back, and approvals that grow old."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app import wiring
from app.cli.run import run
from app.cli.status import Status
from app.services import Services
from app.steps import path
from consent.accounts import Role
from consent.publications import Confirmation, PhotoId, Words
from consent.stages import Stage
from tests.factories import an_account
from tests.path.conftest import FACEBOOK, PASSWORD, WEBSITE, School

LINK = "https://school.example/sports"
Typed = Callable[..., int]


@pytest.fixture
def typed(school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Type a command as one of the staff, in the school that is open."""
    secret = tmp_path / "password"
    secret.write_text(PASSWORD, encoding="utf-8")
    monkeypatch.setenv("GREENLIGHT_PASSWORD_FILE", str(secret))

    @contextmanager
    def open_already(folder: Path, user_name: str, password: str) -> Iterator[Services]:
        del folder, password
        found = [one for one in school.office.store.accounts.accounts() if one.user_name == user_name]
        yield school.as_(found[0].id)

    monkeypatch.setattr(wiring, "signed_in", open_already)

    def type_as(user: str, *words: str) -> int:
        try:
            return run([*words, "--user", user, "--store", str(tmp_path / "store")])
        except SystemExit as ended:
            return int(str(ended.code))

    return type_as


def asked(school: School, words: Words | None = None) -> PhotoId:
    school.bring_in()
    photo = school.photo("b.jpg").id
    path.ask_for_approval(school.office, photo, {WEBSITE: words} if words else None)
    return photo


def test_what_waits_is_listed_and_its_very_copies_are_looked_at_first(
    school: School, typed: Typed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = asked(school, Words("Sports day", "a field", confirmed=frozenset(Confirmation)))
    assert typed("head", "approve", "list") == Status.WELL
    told = capsys.readouterr().out
    assert photo in told
    assert "Sports day" in told
    assert typed("head", "approve", "show", photo, "--out", str(tmp_path / "look")) == Status.WELL
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert len(written) == 2
    assert all(one.name.startswith("not-approved-") for one in written)
    shown = [one.event for one in school.office.store.audit.entries() if one.event.act == "approve.shown"]
    assert [(one.actor, one.subject) for one in shown] == [("head", photo)]
    # whoever may only look is given no file
    assert typed("admin", "approve", "show", photo, "--out", str(tmp_path / "no")) == Status.NOT_ALLOWED
    assert not (tmp_path / "no").exists()
    assert typed("head", "approve", "live", photo) == Status.WELL
    assert school.photo("b.jpg").stage is Stage.APPROVE


def test_promise_9_who_prepared_is_refused_at_a_terminal_too(
    school: School, typed: Typed, capsys: pytest.CaptureFixture[str]
) -> None:
    school.bring_in()
    photo = school.photo("b.jpg").id
    path.ask_for_approval(school.as_("head"), photo)
    assert typed("head", "approve", "live", photo) == Status.NOT_ALLOWED
    assert "SAME_PERSON" in capsys.readouterr().err
    assert typed("office", "approve", "live", photo) == Status.NOT_ALLOWED
    assert school.photo("b.jpg").stage is Stage.REVIEW
    refusals = [
        one.event for one in school.office.store.audit.entries() if one.event.act == "approve.refused"
    ]
    assert [(one.actor, one.detail) for one in refusals] == [
        ("head", "SAME_PERSON"),
        ("office", "NOT_ALLOWED"),
    ]


def test_promise_9_two_people_say_go_live_where_a_platform_asks_for_two(
    school: School, typed: Typed, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    store = school.office.store
    store.register.put_platform(replace(store.register.platform(WEBSITE), approvers_needed=2))
    store.accounts.add_account(an_account("deputy", Role.APPROVER), PASSWORD)
    photo = asked(school)
    assert typed("head", "approve", "live", photo) == Status.WAITING
    assert "1 more must say so" in capsys.readouterr().out
    assert typed("head", "approve", "live", photo) != Status.WELL  # one person counts once
    typed("head", "deliver", "--out", str(tmp_path / "sent"))
    assert store.ledger.publications_of(photo) == []
    assert typed("deputy", "approve", "live", photo) == Status.WELL
    assert typed("head", "deliver", "--out", str(tmp_path / "sent")) == Status.WELL
    assert {post.platform for post in store.ledger.publications_of(photo)} == {WEBSITE, FACEBOOK}


def test_promise_9_who_stands_in_may_for_those_days_and_not_for_what_they_prepared(
    school: School, typed: Typed, capsys: pytest.CaptureFixture[str]
) -> None:
    school.office.store.accounts.add_account(an_account("clerk", Role.OFFICE), PASSWORD)
    photo = asked(school)
    today = school.today.date()
    until = (today + timedelta(days=3)).isoformat()
    assert typed("clerk", "approve", "live", photo) == Status.NOT_ALLOWED
    assert typed("clerk", "approve", "delegate", "office", "--until", until) == Status.NOT_ALLOWED
    for user in ("clerk", "office"):
        assert typed("head", "approve", "delegate", user, "--until", until) == Status.WELL
    capsys.readouterr()
    assert typed("office", "approve", "live", photo) != Status.WELL
    school.today += timedelta(days=2)
    assert typed("clerk", "approve", "live", photo) == Status.WELL
    approval = school.office.store.ledger.approvals(photo)[0]
    assert (approval.approved_by, approval.on_behalf_of) == ("clerk", "head")
    for days in (2, -3):  # nor on an earlier day of a clock that was set back
        school.today += timedelta(days=days)
        assert typed("clerk", "approve", "live", photo) == Status.NOT_ALLOWED


def test_a_delegation_is_taken_back_at_once_and_only_by_whoever_gave_it(
    school: School, typed: Typed, capsys: pytest.CaptureFixture[str]
) -> None:
    school.office.store.accounts.add_account(an_account("clerk", Role.OFFICE), PASSWORD)
    school.office.store.accounts.add_account(an_account("deputy", Role.APPROVER), PASSWORD)
    photo = asked(school)
    until = (school.today.date() + timedelta(days=3)).isoformat()
    assert typed("head", "approve", "delegate", "clerk", "--until", until) == Status.WELL
    given = school.office.store.ledger.delegations()[0].id
    assert typed("deputy", "approve", "revoke", given) == Status.NOT_ALLOWED
    assert typed("head", "approve", "revoke", given) == Status.WELL
    assert "taken back" in capsys.readouterr().out
    assert typed("clerk", "approve", "live", photo) == Status.NOT_ALLOWED
    assert typed("head", "approve", "delegations") == Status.WELL
    capsys.readouterr()


def test_a_link_is_named_by_whoever_looked_at_it(
    school: School, typed: Typed, capsys: pytest.CaptureFixture[str]
) -> None:
    words = Words(f"More at {LINK}", "a field", confirmed=frozenset(Confirmation))
    photo = asked(school, words)
    assert typed("head", "approve", "live", photo) != Status.WELL
    assert "LINK_NOT_TICKED" in capsys.readouterr().err
    assert typed("head", "approve", "live", photo, "--link", LINK) == Status.WELL


def test_what_is_sent_back_is_void_and_says_why(school: School, typed: Typed) -> None:
    photo = asked(school)
    assert typed("head", "approve", "back", photo, "--note", "crop the door") == Status.WELL
    assert school.photo("b.jpg").stage is Stage.DECIDE
    assert [note.words for note in school.office.store.ledger.notes(photo)] == ["crop the door"]


def test_promise_8_an_approval_that_grew_old_sends_nothing(
    school: School, typed: Typed, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    photo = asked(school)
    assert typed("head", "approve", "live", photo) == Status.WELL
    school.today += timedelta(days=school.office.store.register.policy().approval_days)
    assert typed("head", "deliver", "--out", str(tmp_path / "sent")) == Status.WAITING
    told = capsys.readouterr()
    assert "APPROVAL_EXPIRED" in told.out + told.err
    assert school.office.store.ledger.publications_of(photo) == []
    assert school.photo("b.jpg").stage is Stage.DECIDE
