"""A register on a school's server, from the command line and for two PCs: moved, joined, shared with its photos."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.run import run
from app.errors import AppError, Trouble
from app.own_keyring import OwnKeyring
from app.places import Places
from app.services import Services
from app.settings import Settings
from app.shared import join, join_here, keep_server_password, move, register_check
from app.wiring import close, open_services
from consent.accounts import Role
from consent.errors import Code, ConsentError
from consent.publications import PhotoId
from consent.store import Address, Tls, create_store
from consent.store.server import ServerDatabase
from tests.factories import NOW, a_batch, a_person, a_photo, a_platform, an_account
from tests.fakes.secrets import SecretsInMemory
from tests.postgres import Cluster, running
from tests.stores import CHEAP, PASSWORD, refused

PHOTO = PhotoId("f1")
CONTENT = b"a photo's bytes " * 90_000


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A store of one PC with a person and a photo on its way."""
    folder = tmp_path / "store"
    admin = an_account("a1", Role.OFFICE, Role.ADMIN, Role.LEAD)
    store, _ = create_store(folder, admin=admin, password=PASSWORD, now=NOW, cost=CHEAP)
    store.register.put_platform(a_platform())
    store.register.put_person(a_person())
    store.ledger.put_batch(a_batch())
    store.ledger.add_photo(a_photo(PHOTO))
    store.close()
    services = open_services(folder, "a1", PASSWORD)
    services.vault.put(PHOTO, CONTENT)
    close(services)
    return folder


@pytest.fixture
def as_admin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the command line would ask at a terminal."""
    for name, word in (("PASSWORD", PASSWORD), ("REGISTER_PASSWORD", "unused")):
        file = tmp_path / name
        file.write_text(word)
        file.chmod(0o600)
        monkeypatch.setenv(f"GREENLIGHT_{name}_FILE", str(file))
    monkeypatch.setenv("GREENLIGHT_USER", "a1")


def url(cluster: Cluster, database: str) -> str:
    return cluster.address(database).written


@pytest.mark.usefixtures("as_admin")
def test_a_register_is_moved_and_a_second_pc_sees_its_people_and_photos(
    school: Path, tmp_path: Path, cluster: Cluster, capsys: pytest.CaptureFixture[str]
) -> None:
    address = url(cluster, cluster.database())
    assert run(["--store", str(school), "register", "move", address]) == 0
    assert not any((school / name).exists() for name in ("register.db", "keys.json"))
    assert PASSWORD not in (school / "shared.json").read_text()
    second = tmp_path / "second"
    assert run(["--store", str(second), "register", "join", address]) == 0
    first_pc, second_pc = open_services(school, "a1", PASSWORD), open_services(second, "a1", PASSWORD)
    assert [person.id for person in second_pc.store.register.people()] == ["p1"]
    assert second_pc.vault.get(PHOTO) == CONTENT
    assert (second_pc.places.vault / f"{PHOTO}.photo").exists()
    another = PhotoId("f2")
    second_pc.vault.put(another, b"from the second PC")
    assert first_pc.vault.get(another) == b"from the second PC"
    first_pc.vault.destroy(another)
    assert refused_vault(second_pc, another) is Trouble.VAULT_ERASED
    assert "register_moved" in [entry.event.act for entry in first_pc.store.audit.entries()]
    first_pc.store.check()
    close(first_pc)
    close(second_pc)
    capsys.readouterr()


def refused_vault(services: Services, photo: PhotoId) -> Trouble:
    with pytest.raises(AppError) as raised:
        services.vault.get(photo)
    return raised.value.code


@pytest.mark.usefixtures("as_admin")
def test_a_move_that_fails_leaves_the_register_where_it_was(
    school: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = url(cluster, cluster.database())
    services = open_services(school, "a1", PASSWORD)
    for place in ("consent.store.shelf.StoredShelf.put", "consent.store.shared_ground.write_seat"):
        with monkeypatch.context() as patched:
            patched.setattr(place, _fail)
            with pytest.raises(OSError, match="cut"):
                move(services, address, "")
        assert not services.places.seat.exists()
        services.store.register.put_person(a_person("p2"))  # the register is in use here as before
    close(services)
    refused(Code.STORE_MISSING, join, school.parent / "second", address, "")
    assert run(["--store", str(school), "register", "move", address]) == 0
    moved = open_services(school, "a1", PASSWORD)
    assert {person.id for person in moved.store.register.people()} == {"p1", "p2"}
    close(moved)


def _fail(*_: object) -> None:
    raise OSError("cut")


@pytest.mark.usefixtures("as_admin")
def test_a_move_cut_off_at_its_very_end_is_finished_at_the_next_start(
    school: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = open_services(school, "a1", PASSWORD)
    with monkeypatch.context() as patched:
        patched.setattr("consent.store.server_keys.ServerKeys.settle", _fail)
        with pytest.raises(OSError, match="cut"):
            move(services, url(cluster, cluster.database()), "")
    close(services)
    assert (school / "register.db").exists()
    moved = open_services(school, "a1", PASSWORD)
    assert moved.store.register.person(a_person().id) == a_person()
    assert not (school / "register.db").exists()
    close(moved)


@pytest.mark.usefixtures("as_admin")
def test_a_server_with_a_register_in_use_is_not_written_over(
    school: Path, cluster: Cluster, tmp_path: Path
) -> None:
    database = cluster.database()
    assert run(["--store", str(school), "register", "move", url(cluster, database)]) == 0
    other = tmp_path / "other"
    admin = an_account("a1", Role.ADMIN)
    store, _ = create_store(other, admin=admin, password=PASSWORD, now=NOW, cost=CHEAP)
    store.close()
    assert run(["--store", str(other), "register", "move", url(cluster, database)]) != 0
    assert (other / "register.db").exists()
    assert run(["--store", str(other), "register", "join", url(cluster, database)]) != 0


@pytest.mark.usefixtures("as_admin")
def test_doctor_names_the_register_in_use(
    school: Path, cluster: Cluster, capsys: pytest.CaptureFixture[str]
) -> None:
    places, settings = Places.of(school), Settings.load(Path("none"))
    assert register_check(places, settings, OwnKeyring()).detail == "an encrypted file of this PC"
    # a register of its own comes before a server that the settings name
    named = settings.model_copy(update={"register_url": url(cluster, cluster.database())})
    assert register_check(places, named, OwnKeyring()).detail == "an encrypted file of this PC"
    assert run(["--store", str(school), "register", "move", url(cluster, cluster.database())]) == 0
    found = register_check(places, settings, OwnKeyring())
    assert found.works
    assert found.detail.startswith("on a PostgreSQL ")
    cut = (school / "shared.json").read_text().replace(f":{cluster.port}/", ":1/")
    (school / "shared.json").write_text(cut)
    gone = register_check(places, settings, OwnKeyring())
    assert (gone.works, gone.detail) == (False, "on a server: SERVER_UNREACHABLE")
    capsys.readouterr()


@pytest.fixture(scope="module")
def with_tls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Cluster, Path]]:
    """A server that asks for TLS and a password, and the certificate of the authority that vouches for it."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=register.school",
         "-addext", "subjectAltName=DNS:register.school", "-keyout", folder / "key", "-out", folder / "crt"],
        check=True, capture_output=True,
    )  # fmt: skip
    certificate, key = (folder / "crt").read_text(), (folder / "key").read_text()
    hba = "local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n"
    with running("ssl=on", hba=hba, files={"server.crt": certificate, "server.key": key}) as cluster:
        with cluster.connect() as admin:
            admin.execute("ALTER USER greenlight PASSWORD 'of the server'")
        yield cluster, folder / "crt"


@pytest.mark.parametrize(
    ("host", "tls", "password", "known", "refusal"),
    [
        ("register.school", "verified", "of the server", True, None),
        ("register.school", "verified", "of the server", False, Code.SERVER_NOT_TRUSTED),
        ("another.school", "verified", "of the server", True, Code.SERVER_NOT_TRUSTED),
        ("register.school", "verified", "wrong", True, Code.SERVER_REFUSED),
        ("another.school", "encrypted", "of the server", False, None),
        ("register.school", "off", "of the server", True, Code.SERVER_REFUSED),
    ],
)
def test_a_server_elsewhere_must_prove_who_it_is(
    with_tls: tuple[Cluster, Path], host: str, tls: str, password: str, known: object, refusal: Code | None
) -> None:
    cluster, authority = with_tls
    address = Address(host, cluster.port, "postgres", "greenlight", str(authority) if known else "")
    # the name is not in any directory: libpq is told where it stands, and still checks it
    arguments = {**address.connect_arguments(password, Tls(tls)), "hostaddr": "127.0.0.1"}
    assert not address.is_local

    class Here(Address):
        def connect_arguments(self, password: str, tls: Tls) -> dict[str, object]:
            return arguments

    here = Here(address.host, address.port, address.database, address.user, address.certificate)
    if refusal is None:
        database = ServerDatabase(here, password, tls=Tls(tls))
        assert database.is_encrypted
        database.close()
    else:
        with pytest.raises(ConsentError) as raised:
            ServerDatabase(here, password, tls=Tls(tls))
        assert raised.value.code is refusal
        assert host not in str(raised.value)


@pytest.mark.usefixtures("as_admin")
def test_the_window_joins_with_a_password_that_this_computers_keyring_keeps(
    school: Path, tmp_path: Path, cluster: Cluster
) -> None:
    address = url(cluster, cluster.database())
    assert run(["--store", str(school), "register", "move", address]) == 0
    second, system = tmp_path / "second", SecretsInMemory()
    refused(Code.STORE_MISSING, join_here, tmp_path / "third", url(cluster, cluster.database()), "pw", system)
    assert system.held == {}, "what was not joined leaves no password behind"
    join_here(second, address, "a server's password", system)
    assert system.held == {address: "a server's password"}
    keep_server_password(second, "another one", system)
    assert system.held == {address: "another one"}
    second_pc = open_services(second, "a1", PASSWORD)
    assert [person.id for person in second_pc.store.register.people()] == ["p1"]
    close(second_pc)


def test_where_there_is_no_keyring_the_window_joins_nothing(tmp_path: Path) -> None:
    class Locked(SecretsInMemory):
        def secret(self, place: str) -> str | None:
            raise AppError(Trouble.NO_KEYRING)

    with pytest.raises(AppError):
        join_here(tmp_path / "second", "postgresql://a@localhost/b", "pw", Locked())
    assert not (tmp_path / "second").exists()
