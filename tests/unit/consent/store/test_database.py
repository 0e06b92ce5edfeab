"""The encrypted file: nothing in clear, history that cannot be rewritten, and one form for old and new."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DatabaseError

from consent.audit import Event
from consent.errors import Code
from consent.people import PersonId
from consent.publications import PhotoId
from consent.store import EncryptedStore
from consent.store.migrate import MIGRATIONS
from consent.store.schema import NEVER_CHANGED, NEVER_DELETED, REVISION, audit, metadata
from tests.canaries import NAMES, SECRETS, fill, in_clear
from tests.factories import (
    NOW,
)
from tests.stores import opened, refused


@pytest.fixture
def store(folder: Path) -> Iterator[EncryptedStore]:
    one = opened(folder)
    yield one
    one.close()


def test_the_search_for_canaries_finds_them(tmp_path: Path) -> None:
    for coded in (NAMES[1].encode("utf-16-le"), base64.b64encode(b"any " + SECRETS[0].encode() + b" more")):
        (tmp_path / "file").write_bytes(b"\x00" + coded)
        assert in_clear(tmp_path)


def test_promise_33_nothing_lies_in_clear_while_open_after_a_crash_or_closed(
    store: EncryptedStore, folder: Path, tmp_path: Path
) -> None:
    template = fill(store)
    assert in_clear(folder) == []
    shutil.copytree(folder, tmp_path / "crashed")  # what a stolen disk holds after the plug was pulled
    store.shrink()
    assert in_clear(folder) == []
    store.close()
    assert in_clear(folder) == []
    numbers = b"".join(path.read_bytes() for path in folder.iterdir())
    assert template.numbers[0].hex().encode() not in numbers
    survivor = opened(tmp_path / "crashed")
    assert survivor.register.templates() == [template]
    survivor.check()
    survivor.close()


def test_shrinking_leaves_no_write_ahead_log(store: EncryptedStore, folder: Path) -> None:
    fill(store)
    assert (folder / "register.db-wal").stat().st_size > 0
    store.shrink()
    assert (folder / "register.db-wal").stat().st_size == 0


def test_shrinking_gives_back_what_was_deleted(store: EncryptedStore, folder: Path) -> None:
    with store.transaction():
        for number in range(200):
            store.keys.put_key(PhotoId(f"f{number}"), bytes(2000))
    store.shrink()
    full = (folder / "register.db").stat().st_size
    with store.transaction():
        for number in range(200):
            store.keys.destroy_key(PhotoId(f"f{number}"))
    store.shrink()
    assert (folder / "register.db").stat().st_size < full - 300_000


def test_shrinking_waits_for_no_transaction(store: EncryptedStore) -> None:
    with store.transaction():
        refused(Code.INVALID, store.shrink)


def test_promise_13_a_destroyed_template_leaves_the_log_and_the_pages_at_once(
    store: EncryptedStore, folder: Path
) -> None:
    fill(store)
    assert store.register.destroy_templates(PersonId("p1")) == 1
    assert (folder / "register.db-wal").stat().st_size == 0


@pytest.mark.parametrize("table", NEVER_CHANGED)
def test_history_cannot_be_changed_even_by_sql(store: EncryptedStore, table: str) -> None:
    fill(store)
    column = next(
        one for one in metadata.tables[table].columns if one.name in {"form", "document", "seal", "first"}
    )
    with pytest.raises(DatabaseError, match="append-only"):
        store.database.change(update(metadata.tables[table]).values({column.name: "x"}))


@pytest.mark.parametrize("table", NEVER_DELETED)
def test_the_log_cannot_be_deleted_from_even_by_sql(store: EncryptedStore, table: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"):
        store.database.change(delete(metadata.tables[table]))


def test_promise_37_an_entry_that_was_edited_cut_or_swapped_is_named(store: EncryptedStore) -> None:
    for number in range(20):
        store.audit.append(Event("look", "a1", NOW + timedelta(seconds=number), f"p{number}"))
    total = len(store.audit.entries())
    store.database.change(text("DROP TRIGGER audit_no_update"))
    store.database.change(text("DROP TRIGGER audit_no_delete"))
    for damage, repair, first_bad in (
        (
            "UPDATE audit SET subject = 'p0' WHERE number = 9",
            "UPDATE audit SET subject = 'p6' WHERE number = 9",
            9,
        ),
        (
            "UPDATE audit SET actor = 'a2' WHERE number = 1",
            "UPDATE audit SET actor = 'a1' WHERE number = 1",
            1,
        ),
        ("UPDATE audit SET number = 99 WHERE number = 5", "UPDATE audit SET number = 5 WHERE number = 99", 5),
    ):
        store.database.change(text(damage))
        assert refused(Code.LOG_DAMAGED, store.audit.verify).detail == str(first_bad)
        store.database.change(text(repair))
        store.audit.verify()
    store.database.change(delete(audit).where(audit.c.number == total))
    assert refused(Code.LOG_DAMAGED, store.audit.verify).detail == str(total)


def test_an_error_of_the_database_repeats_no_name(store: EncryptedStore) -> None:
    with pytest.raises(DatabaseError) as raised:
        store.database.change(update(audit).values(subject=NAMES[0]))
    assert NAMES[0] not in str(raised.value)


def test_the_steps_make_exactly_the_tables_that_the_program_reads(store: EncryptedStore) -> None:
    context = MigrationContext.configure(store.database.connection(), opts={"compare_type": True})
    assert compare_metadata(context, metadata) == []


def test_the_newest_step_is_the_one_that_the_program_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [REVISION]


def test_promise_36_a_newer_store_is_refused_and_left_alone(store: EncryptedStore, folder: Path) -> None:
    store.database.change(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    before = (folder / "register.db").read_bytes()
    refused(Code.STORE_TOO_NEW, opened, folder)
    assert (folder / "register.db").read_bytes() == before


def test_the_settings_that_keep_secrets_are_on(store: EncryptedStore) -> None:
    expected = {
        "journal_mode": "wal",
        "secure_delete": 1,
        "foreign_keys": 1,
        "synchronous": 2,
        "temp_store": 2,
        "auto_vacuum": 2,
        "trusted_schema": 0,
        "recursive_triggers": 1,
    }
    found = {name: store.database.rows(text(f"PRAGMA {name}"))[0][0] for name in expected}
    assert found == expected


def test_what_waits_for_a_commit_is_done_also_where_something_before_it_failed(store: EncryptedStore) -> None:
    done: list[str] = []

    def failing() -> None:
        done.append("first")
        raise OSError("full")

    def change() -> None:
        with store.transaction():
            store.database.after_commit(failing)
            store.database.after_commit(lambda: done.append("second"))
            store.audit.append(Event("looked_at", "a1", NOW))

    with pytest.raises(OSError, match="full"):
        change()
    assert done == ["first", "second"]
    assert store.audit.entries()[-1].event.act == "looked_at"
