"""A store of every released form opens with the present program and holds all that was in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from consent.errors import Code
from consent.people import PersonId
from consent.store import migrate, open_with_recovery
from consent.store.database import Database
from consent.store.migrate import MIGRATIONS
from consent.store.schema import REVISION
from tests.conftest import ROOT
from tests.released import make
from tests.stores import CHEAP, PASSWORD, opened, refused

RELEASED = sorted(path for path in (ROOT / "tests" / "released").iterdir() if path.name.isdecimal())


@pytest.fixture(params=RELEASED, ids=lambda path: path.name)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a released store."""
    shutil.copytree(request.param, tmp_path / "store")
    return tmp_path / "store"


def test_the_first_form_is_kept_and_every_kept_form_is_one_of_the_steps() -> None:
    steps = {path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")}
    assert "0001" in {path.name for path in RELEASED} <= steps


def test_promise_36_a_store_of_every_release_opens_and_holds_everything(released: Path) -> None:
    for user_name, password in (("ada.admin", PASSWORD), ("leo.lead", make.SECOND)):
        store = opened(released, user_name, password)
        register, ledger = store.register, store.ledger
        assert store.accounts.accounts() == [make.ADMIN, make.LEAD, make.GONE]
        assert register.people() == [make.PUPIL, make.LEAVER]
        assert register.permissions() == list(make.PERMISSIONS)
        assert register.never_publish() == {PersonId("p2")}
        assert register.templates() == [make.TEMPLATE]
        assert register.platforms() == [make.WEBSITE, make.PRESS]
        assert register.devices() == [make.CAMERA]
        assert register.policies() == [make.OLD_POLICY, make.POLICY]
        assert ledger.batches() == [make.BATCH]
        assert ledger.photos(make.BATCH.id) == [make.PHOTO]
        assert ledger.proposals(make.PHOTO.id) == [make.PROPOSAL]
        assert ledger.approvals(make.PHOTO.id) == [make.APPROVAL]
        assert ledger.publications() == [make.POST]
        assert store.keys.key(make.PHOTO.id) == make.PHOTO_KEY
        acts = [entry.event.act for entry in store.audit.entries()]
        assert acts[:5] == ["store_created", *["person.added"] * 3, "sign_in"]
        store.check()
        store.close()
    refused(Code.ACCOUNT_DISABLED, opened, released, "gus.gone", make.SECOND)
    recovery_key = (released / make.RECOVERY_FILE).read_text(encoding="ascii")
    open_with_recovery(released, recovery_key, now=make.NOW, cost=CHEAP).close()


def test_promise_36_a_migrated_store_takes_new_records_and_has_the_newest_form(released: Path) -> None:
    store = opened(released, "ada.admin")
    assert store.database.rows(text("SELECT version_num FROM alembic_version"))[0][0] == REVISION
    store.register.put_person(replace(make.LEAVER, id=PersonId("p3")))
    store.accounts.set_password(make.LEAD.id, "another password")
    store.close()
    store = opened(released, "leo.lead", "another password")
    assert [person.id for person in store.register.people()] == ["p1", "p2", "p3"]
    store.check()
    store.close()


@pytest.mark.skipif(REVISION == "0001", reason="there is no step to break off yet")
def test_promise_36_an_update_that_is_broken_off_leaves_the_old_store_as_it_was(
    released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking_off(upgrade: Callable[[Database], None]) -> Callable[[Database], None]:
        def upgrade_and_break_off(database: Database) -> None:
            with database.transaction():
                upgrade(database)
                raise KeyboardInterrupt

        return upgrade_and_break_off

    with monkeypatch.context() as patched:
        patched.setattr(migrate, "_upgrade", breaking_off(migrate._upgrade))
        with pytest.raises(KeyboardInterrupt):
            opened(released, "ada.admin")
    test_promise_36_a_store_of_every_release_opens_and_holds_everything(released)
