"""This computer's keyring: one person's wish, by their password, and taken back from anywhere."""

from __future__ import annotations

import keyring.backend
import pytest
from keyring.errors import PasswordDeleteError

from app import own_keyring
from app.errors import AppError, Trouble
from app.own_keyring import OwnKeyring
from app.school import computer as computers
from consent.errors import Code
from tests.fakes.secrets import SecretsInMemory
from tests.stores import PASSWORD, refused
from tests.unit.app.school.conftest import School


def test_nothing_is_remembered_until_someone_wishes_it_with_their_password(school: School) -> None:
    office, secrets = school.as_("office"), SecretsInMemory()
    assert computers.remembered_here(office.places.store, secrets) is None
    refused(Code.WRONG_PASSWORD, computers.remember, office, "not my password", secrets)
    assert secrets.held == {}
    assert school.store.computers.computers() == []
    computer = computers.remember(office, PASSWORD, secrets)
    remembered = computers.remembered_here(office.places.store, secrets)
    assert remembered is not None
    assert remembered[0] == computer.id
    assert school.log()[-1] == ("computer.remembered", "office", "office", computer.id)
    assert remembered[1] not in str(school.log())


def test_a_keyring_is_not_asked_before_anyone_wished_it(school: School) -> None:
    class Asked(SecretsInMemory):
        def secret(self, place: str) -> str | None:
            raise AssertionError(place)

    office = school.as_("office")
    assert computers.remembered_here(office.places.store, Asked()) is None
    assert computers.this_one(office, Asked()) is None
    computers.clear_here(office.places.store, Asked())


def test_whoever_wished_it_takes_it_back_here(school: School) -> None:
    office, secrets = school.as_("office"), SecretsInMemory()
    computer = computers.remember(office, PASSWORD, secrets)
    assert computers.this_one(office, secrets) == computer
    refused(Code.NOT_ALLOWED, computers.forget_this_one, school.as_("head"), secrets)
    computers.forget_this_one(office, secrets)
    assert school.log()[-1] == ("computer.forgotten", "office", "office", computer.id)
    assert secrets.held == {}
    assert computers.this_one(office, secrets) is None
    assert school.store.computers.computers() == []
    computers.forget_this_one(office, secrets)


def test_a_computer_remembers_one_person_only(school: School) -> None:
    secrets = SecretsInMemory()
    computers.remember(school.as_("office"), PASSWORD, secrets)
    head = computers.remember(school.as_("head"), PASSWORD, secrets)
    assert school.store.computers.computers() == [head]
    assert len(secrets.held) == 1


def test_one_sees_and_forgets_ones_own_and_an_admin_all(school: School) -> None:
    office = computers.remember(school.as_("office"), PASSWORD, SecretsInMemory())
    head = computers.remember(school.as_("head"), PASSWORD, SecretsInMemory())
    assert computers.computers(school.as_("office")) == [office]
    assert set(computers.computers(school.services)) == {office, head}
    refused(Code.NOT_ALLOWED, computers.forget, school.as_("office"), head.id)
    computers.forget(school.services, head.id)
    computers.forget(school.services, "unknown")
    assert school.log()[-1] == ("computer.forgotten", "admin", "head", head.id)
    assert school.store.computers.computers() == [office]


def test_a_keyring_that_fails_leaves_nothing_remembered(school: School) -> None:
    class Locked(SecretsInMemory):
        def put_secret(self, place: str, secret: str) -> None:
            raise AppError(Trouble.NO_KEYRING)

    with pytest.raises(AppError):
        computers.remember(school.as_("office"), PASSWORD, Locked())
    assert school.store.computers.computers() == []
    assert "computer.remembered" not in [entry[0] for entry in school.log()]


class PlainFile:
    """A keyring that is none: it would keep secrets in the open, and whoever asks it fails."""

    priority = 99


class Trusted:
    """Stands for the system's own."""

    priority = 1

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.held:
            raise PasswordDeleteError
        del self.held[service, username]


def test_only_the_systems_own_keyrings_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    trusted = Trusted()
    monkeypatch.setattr(keyring.backend, "get_all_keyring", lambda: [PlainFile()])
    for call in (
        lambda: OwnKeyring().secret("p"),
        lambda: OwnKeyring().put_secret("p", "s"),
        lambda: OwnKeyring().remove_secret("p"),
    ):
        with pytest.raises(AppError) as raised:
            call()  # type: ignore[no-untyped-call]
        assert raised.value.code is Trouble.NO_KEYRING
    monkeypatch.setattr(keyring.backend, "get_all_keyring", lambda: [PlainFile(), trusted])
    monkeypatch.setattr(own_keyring, "_TRUSTED", frozenset({f"{__name__}.Trusted"}))
    OwnKeyring().put_secret("p", "s")
    assert OwnKeyring().secret("p") == "s"
    OwnKeyring().remove_secret("p")
    OwnKeyring().remove_secret("p")
    assert OwnKeyring().secret("p") is None
