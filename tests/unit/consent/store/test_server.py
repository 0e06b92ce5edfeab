"""The shared register: nothing readable on the server, nothing exchanged, taken out or put back unnoticed."""

from __future__ import annotations

import contextlib
import multiprocessing
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from multiprocessing.synchronize import Event as Signal
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.exc import DatabaseError

from consent.accounts import Role
from consent.errors import Code, ConsentError
from consent.people import Carer
from consent.permissions import Answer
from consent.publications import PhotoId
from consent.store import EncryptedStore, SharedGround, open_store, open_with_recovery, restore_backup
from consent.store.lockout import FREE_TRIES
from consent.store.schema import NEVER_CHANGED, REVISION, metadata, people, photos
from consent.store.sealed import is_sealed
from tests.canaries import fill, in_clear
from tests.factories import NOW, a_batch, a_permission, a_person, a_photo, a_platform, an_account
from tests.postgres import Cluster, running
from tests.stores import (
    ADMIN,
    CHEAP,
    PASSWORD,
    MadeOnServer,
    Rows,
    cut_off,
    make_on_server,
    opened,
    refused,
)


@pytest.fixture(scope="module")
def made(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> tuple[MadeOnServer, Rows]:
    one = make_on_server(cluster, tmp_path_factory.mktemp("seat") / "store")
    return one, one.rows()


@pytest.fixture
def pc(made: tuple[MadeOnServer, Rows], tmp_path: Path) -> MadeOnServer:
    """One PC of the register."""
    made[0].rewind(made[1])
    return made[0].beside(tmp_path / "pc")


@pytest.fixture
def store(pc: MadeOnServer) -> Iterator[EncryptedStore]:
    one = pc.opened()
    yield one
    one.close()


def stocked(store: EncryptedStore) -> None:
    """Two people; one agreed, one refused."""
    store.register.put_platform(a_platform())
    for name in ("p1", "p2"):
        store.register.put_person(a_person(name, carers=(Carer("c1", "A Carer", "mother"),)))
    store.register.record_permission(a_permission("p1"))
    store.register.record_permission(a_permission("p2", answer=Answer.REFUSED))


def by_admin(pc: MadeOnServer, sql: str) -> None:
    """What the server's administrator can do to a table."""
    with pc.cluster.connect(pc.database) as admin, admin.transaction():
        admin.execute("SET LOCAL session_replication_role = replica")
        admin.execute(sql.encode())


def test_promise_33_the_servers_files_hold_nothing_in_clear(tmp_path: Path) -> None:
    with running() as own:  # its own, to read its files after it was stopped
        pc = make_on_server(own, tmp_path / "pc")
        store = pc.opened()
        fill(store)
        with contextlib.suppress(ConsentError):
            open_store(pc.ground(), "canary.user.name", "canary pass phrase!", now=NOW, cost=CHEAP)
        with own.connect(pc.database) as admin:
            admin.execute("CHECKPOINT")
        written = sum(path.stat().st_size for path in own.folder.rglob("*") if path.is_file())
        assert written > 10_000_000  # the log of all writing among it
        assert in_clear(own.folder) == []
        store.close()
        assert in_clear(pc.folder) == []
        with own.connect(pc.database) as admin:
            admin.execute("CREATE TABLE shown AS SELECT 'Canaryella Featherstone'::text")
            admin.execute("CHECKPOINT")
        assert in_clear(own.folder)  # the search would have found it


def test_only_ids_numbers_and_stages_are_readable_on_the_server() -> None:
    plain = {
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if not is_sealed(column) and not column.primary_key and not column.foreign_keys
    }
    assert plain <= {
        "people.id", "photos.id", "photos.stage", "originals.device", "originals.photo", "originals.fate",
        "companions.id", "carers.position", "platforms.position", "batches.created_at", "approvals.approved_by",
        "publications.photo", "publications.platform", "review_notes.photo", "review_notes.settled",
        "deliveries.photo", "deliveries.sent", "merges.ended", "merges.kept", "merges.gone", "changes.person",
        "incidents.position", "take_downs.post", "merges.after",
        "scans.content",  # encrypted under a key of its own, which is sealed
        "scans.size",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("damage", "place"),
    [
        ("UPDATE people SET legal_name = (SELECT legal_name FROM people WHERE id = 'p2') WHERE id = 'p1'",
         "people.legal_name"),
        ("UPDATE people SET legal_name = known_as WHERE id = 'p1'", "people.legal_name"),
        ("UPDATE people SET left_on = NULL WHERE id = 'p1'", "people.left_on"),
        ("UPDATE people SET legal_name = substr(legal_name, 1, 20) WHERE id = 'p1'", "people.legal_name"),
        ("UPDATE people SET legal_name = ''::bytea WHERE id = 'p1'", "people.legal_name"),
    ],
)  # fmt: skip
def test_promise_34_a_value_exchanged_emptied_or_cut_on_the_server_is_refused(
    pc: MadeOnServer, store: EncryptedStore, damage: str, place: str
) -> None:
    stocked(store)
    by_admin(pc, damage)
    assert refused(Code.STORE_DAMAGED, store.register.people).detail == place


def test_promise_34_an_answer_given_to_another_person_on_the_server_is_refused(
    pc: MadeOnServer, store: EncryptedStore
) -> None:
    stocked(store)
    by_admin(pc, "UPDATE permissions SET person = 'p2' WHERE person = 'p1'")
    refused(Code.STORE_DAMAGED, store.register.permissions)
    refused(Code.STORE_DAMAGED, store.check)


def test_promise_34_a_photo_moved_on_by_the_servers_admin_is_refused(
    pc: MadeOnServer, store: EncryptedStore
) -> None:
    store.ledger.put_batch(a_batch())
    store.ledger.add_photo(a_photo())
    by_admin(pc, "UPDATE photos SET stage = 'approve'")
    refused(Code.STORE_DAMAGED, store.ledger.photo, a_photo().id)


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM permissions WHERE person = 'p2'",
        "INSERT INTO carers SELECT 'p2', 'c2', position, name, relation, responsible FROM carers WHERE person = 'p1'",
        "DELETE FROM store_facts WHERE name = 'tally'",
    ],
)
def test_promise_34_rows_taken_out_or_put_in_on_the_server_are_noticed(pc: MadeOnServer, damage: str) -> None:
    store = pc.opened()
    stocked(store)
    store.close()
    by_admin(pc, damage)
    assert "rows of" in refused(Code.STORE_DAMAGED, pc.opened).detail


def test_promise_34_a_server_put_back_to_an_earlier_day_is_refused_by_whoever_saw_the_later(
    made: tuple[MadeOnServer, Rows], pc: MadeOnServer, tmp_path: Path
) -> None:
    earlier = pc.rows()
    store = pc.opened()
    stocked(store)
    store.close()
    pc.rewind(earlier)
    assert refused(Code.STORE_DAMAGED, pc.opened).detail == "server rolled back"
    pc.beside(tmp_path / "fresh").opened().close()  # who never saw it cannot tell
    pc.ground().join()  # a person says that the earlier day is meant
    pc.opened().close()


def test_promise_37_the_tail_of_the_log_cut_on_the_server_is_noticed(
    pc: MadeOnServer, store: EncryptedStore
) -> None:
    store.audit.append(replace(store.audit.entries()[-1].event, act="look"))
    number = len(store.audit.entries())
    by_admin(pc, f"DELETE FROM audit WHERE number = {number}")  # noqa: S608
    assert refused(Code.LOG_DAMAGED, store.audit.verify).detail == str(number)


@pytest.mark.parametrize("table", NEVER_CHANGED)
def test_the_server_too_keeps_history_as_it_was_written(store: EncryptedStore, table: str) -> None:
    column = next(iter(metadata.tables[table].c)).name
    with pytest.raises(DatabaseError, match="append-only"):
        store.database.change(text(f"UPDATE {table} SET {column} = NULL"))  # noqa: S608


def test_a_statement_that_does_not_say_which_row_writes_nothing(store: EncryptedStore) -> None:
    stocked(store)
    for statement in (
        update(people).values(legal_name="x"),
        update(people).where(people.c.number == 1).values(legal_name="x"),
        insert(people).values(id="p9", legal_name="x"),
        select(people).where(people.c.legal_name == "x"),
        delete(people).where(people.c.legal_name == "x"),
        select(func.max(people.c.legal_name)),
        update(photos).where(photos.c.id == "f1").values(stage="approve", batch="b1"),
    ):
        with pytest.raises(TypeError):
            (store.database.rows if statement.is_select else store.database.change)(statement)
    assert {person.legal_name for person in store.register.people()} == {"Person p1", "Person p2"}


def test_before_signing_in_a_value_cannot_even_be_sent(pc: MadeOnServer) -> None:
    ground = pc.ground()
    with contextlib.ExitStack() as stack:
        ground.enter(stack)
        named = update(people).where(people.c.id == "p1").values(legal_name="Canaryella")
        error = refused(Code.STORE_DAMAGED, ground.database.change, named)
    assert "cannot adapt" in str(error.__cause__)
    assert "Canaryella" not in str(error.__cause__)


def test_the_steps_make_the_same_tables_on_a_server(store: EncryptedStore) -> None:
    context = MigrationContext.configure(store.database.connection(), opts={"compare_type": True})
    ours = {*metadata.tables, "alembic_version"}
    found = [one for one in compare_metadata(context, metadata) if _name(one) in ours]
    assert found == []


def _name(difference: object) -> str:
    thing = difference[1] if isinstance(difference, tuple) else difference
    return str(getattr(getattr(thing, "table", thing), "name", thing))


def test_promise_36_a_newer_register_on_the_server_is_refused(pc: MadeOnServer) -> None:
    by_admin(pc, "UPDATE alembic_version SET version_num = '9999'")
    try:
        refused(Code.STORE_TOO_NEW, pc.opened)
    finally:
        by_admin(pc, f"UPDATE alembic_version SET version_num = '{REVISION}'")  # noqa: S608


def test_a_fresh_pc_joins_and_sees_what_the_others_wrote(
    pc: MadeOnServer, store: EncryptedStore, tmp_path: Path
) -> None:
    stocked(store)
    store.accounts.add_account(an_account("a2", Role.APPROVER), "second password")
    second = pc.beside(tmp_path / "second").opened("a2", "second password")
    assert len(second.register.people()) == 2
    second.register.record_permission(a_permission("p1", answer=Answer.WITHDRAWN))
    assert [one.answer for one in store.register.permissions()][-1] is Answer.WITHDRAWN
    second.close()


def test_one_program_on_each_pc_but_several_pcs(
    pc: MadeOnServer, store: EncryptedStore, tmp_path: Path
) -> None:
    refused(Code.STORE_IN_USE, pc.opened)
    pc.beside(tmp_path / "second").opened().close()


def test_promise_32_wrong_passwords_on_several_pcs_are_counted_together(
    pc: MadeOnServer, tmp_path: Path
) -> None:
    second = pc.beside(tmp_path / "second")
    for number in range(5):
        refused(Code.WRONG_PASSWORD, (pc, second)[number % 2].opened, "a1", "wrong password")
    for one in (pc, second, pc.beside(tmp_path / "third")):
        refused(Code.LOCKED_OUT, one.opened, "a1", PASSWORD)


def test_promise_32_a_try_for_which_a_pc_had_no_memory_is_taken_back_and_no_other(
    pc: MadeOnServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = pc.beside(tmp_path / "second")
    for _ in range(FREE_TRIES - 1):
        refused(Code.WRONG_PASSWORD, pc.opened, "a1", "wrong password")
    with monkeypatch.context() as short_of_memory:
        short_of_memory.setattr("consent.store.signing_in.unseal", _no_memory)
        for one in (pc, second, pc):
            refused(Code.NOT_ENOUGH_MEMORY, one.opened, "a1", PASSWORD)
    refused(Code.WRONG_PASSWORD, second.opened, "a1", "wrong password")
    refused(Code.LOCKED_OUT, pc.opened, "a1", PASSWORD)


def _no_memory(*_: object, **__: object) -> None:
    raise ConsentError(Code.NOT_ENOUGH_MEMORY)


def test_promise_32_a_pc_whose_clock_runs_ahead_does_not_shorten_the_wait(pc: MadeOnServer) -> None:
    for _ in range(5):
        with pytest.raises(ConsentError):
            open_store(_by_servers_clock(pc), "a1", "wrong password", now=NOW, cost=CHEAP)
    ahead = NOW + timedelta(days=9999)
    refused(Code.LOCKED_OUT, open_store, _by_servers_clock(pc), "a1", PASSWORD, now=ahead, cost=CHEAP)


def _by_servers_clock(pc: MadeOnServer) -> SharedGround:
    return SharedGround(pc.folder, pc.cluster.address(pc.database), "")


def _write(pc: MadeOnServer, name: str, go: Signal, count: int) -> None:
    store = pc.opened()
    go.wait(30)
    for number in range(count):
        with store.transaction():
            store.ledger.add_photo(a_photo(f"{name}{number}"))
            store.audit.append(
                replace(store.audit.entries()[0].event, act="intake", subject=f"{name}{number}")
            )
    store.close()


def test_promise_30_two_pcs_that_write_at_once_keep_one_chain(pc: MadeOnServer, tmp_path: Path) -> None:
    first = pc.opened()
    first.ledger.put_batch(a_batch())
    before = len(first.audit.entries())
    context = multiprocessing.get_context(
        "fork"
    )  # a started PostgreSQL is known to the child by its address alone
    go = context.Event()
    seats = [pc.beside(tmp_path / name) for name in "xy"]
    writers = [
        context.Process(target=_write, args=(seat, name, go, 15))
        for seat, name in zip(seats, "xy", strict=True)
    ]
    for writer in writers:
        writer.start()
    go.set()
    for writer in writers:
        writer.join(120)
    assert [writer.exitcode for writer in writers] == [0, 0]
    first.check()
    entries = first.audit.entries()
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    subjects = [entry.event.subject for entry in entries[before:] if entry.event.act == "intake"]
    assert sorted(subjects) == sorted(f"{name}{number}" for name in "xy" for number in range(15))
    assert len(first.ledger.photos(a_batch().id)) == 30
    first.close()


def test_the_same_photo_from_two_pcs_is_taken_once(
    pc: MadeOnServer, store: EncryptedStore, tmp_path: Path
) -> None:
    store.ledger.put_batch(a_batch())
    second = pc.beside(tmp_path / "second").opened()
    store.ledger.add_photo(a_photo("f1"))
    refused(Code.DUPLICATE, second.ledger.add_photo, replace(a_photo("f2"), sha256=a_photo("f1").sha256))
    second.close()


def test_a_lost_connection_costs_what_was_not_finished_and_nothing_else(
    pc: MadeOnServer, store: EncryptedStore
) -> None:
    stocked(store)
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'greenlight'"

    def write_on() -> None:
        with store.transaction():
            store.register.put_person(a_person("p3"))
            by_admin(pc, cut)
            store.register.put_person(a_person("p4"))

    refused(Code.SERVER_UNREACHABLE, write_on)
    assert {person.id for person in store.register.people()} == {"p1", "p2"}
    store.register.put_person(a_person("p3"))
    store.check()


def test_what_a_transaction_takes_back_is_not_counted(store: EncryptedStore) -> None:
    stocked(store)
    with cut_off(store):
        store.register.put_person(a_person("p3"))
    with store.transaction():
        with contextlib.suppress(ConsentError), store.transaction():
            store.register.put_person(a_person("p4"))
            store.register.record_permission(a_permission("nobody"))
        store.register.put_person(a_person("p5"))
    store.check()
    assert {person.id for person in store.register.people()} == {"p1", "p2", "p5"}


def test_promise_35_the_recovery_key_opens_the_shared_register(
    pc: MadeOnServer, made: tuple[MadeOnServer, Rows]
) -> None:
    store = open_with_recovery(pc.ground(), made[0].recovery_key, now=NOW, cost=CHEAP)
    store.accounts.set_password(ADMIN.id, "a fresh start here")
    store.close()
    refused(Code.WRONG_PASSWORD, pc.opened)
    pc.opened("a1", "a fresh start here").close()


def test_a_backup_of_the_shared_register_is_restored_without_the_server(
    store: EncryptedStore, tmp_path: Path
) -> None:
    stocked(store)
    store.keys.put_key(PhotoId("f1"), b"k" * 32)
    store.backup(tmp_path / "backup", by=ADMIN.id, now=NOW)
    restore_backup(tmp_path / "backup", tmp_path / "restored")
    local = opened(tmp_path / "restored")
    assert local.register.people() == store.register.people()
    assert local.register.permissions() == store.register.permissions()
    assert local.keys.key(PhotoId("f1")) is None
    local.check()
    local.close()


def test_photos_of_the_shared_register_are_kept_in_pieces_and_swept(store: EncryptedStore) -> None:
    shelf = store.shelf
    assert shelf is not None
    content = bytes(range(256)) * 10_000
    shelf.put(PhotoId("f1"), [content[:100], content[100:]])
    store.keys.put_key(PhotoId("f2"), b"k" * 32)
    shelf.put(PhotoId("f2"), [b"x"])
    assert b"".join(shelf.get(PhotoId("f1"))) == content
    assert shelf.sweep() == 3  # nobody has a key for it
    assert list(shelf.get(PhotoId("f1"))) == []
    assert shelf.kept() == {PhotoId("f2")}
