"""A register that several PCs share: where it lies, how a PC joins it, and how a register is moved there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import AppError
from app.health import Check, Grade
from app.own_keyring import Secrets
from app.places import Places
from app.services import Services
from app.settings import Settings
from consent.accounts import Act
from consent.errors import Code, ConsentError

if TYPE_CHECKING:
    from consent.store import Address, SharedGround

LONGEST_PASSWORD_FILE = 4096  # bytes


def ground_of(places: Places, settings: Settings, secrets: Secrets) -> Path | SharedGround:
    """Where the register of this store lies: its folder, or the server that the folder names.

    Where the folder holds no store yet and the settings name a server (`register_url`), this PC joins it.
    """
    from consent.store import read_address, read_seat  # noqa: PLC0415 - half a second that others need not wait

    seat = read_seat(places.store)
    if seat is not None:
        return _ground(places, seat.server, settings, server_password(seat.address, settings, secrets))
    if not settings.register_url or places.database.exists():
        return places.store
    address = read_address(settings.register_url)
    ground = _ground(places, address, settings, server_password(address.written, settings, secrets))
    places.prepare()
    ground.join()
    return ground


def server_of(places: Places) -> str:
    """The address of the server that holds this store's register; "" where it is a file of this PC."""
    from consent.store import read_seat  # noqa: PLC0415 - half a second that others need not wait

    seat = read_seat(places.store)
    return seat.address if seat else ""


def register_check(places: Places, settings: Settings, secrets: Secrets) -> Check:
    """For `doctor`: which register is used, and whether its server answers and is what it says."""
    name, own = "register", "an encrypted file of this PC"
    if not places.seat.exists() and not settings.register_url:
        return Check(name, True, Grade.NEEDED, own)
    try:
        from consent.store import reach  # noqa: PLC0415 - half a second that others need not wait

        ground = ground_of(places, settings, secrets)
        told = own if isinstance(ground, Path) else reach(ground)
        return Check(name, True, Grade.NEEDED, told)
    except (ConsentError, AppError) as refused:
        return Check(name, False, Grade.NEEDED, f"on a server: {refused.code.value}")


def join(folder: Path, url: str, password: str) -> str:
    """Let this PC share the register on a server; the address, as the keyring knows it.

    Joining anew also says that a server which was put back to an earlier day is meant to be so. Raises
    ConsentError: INVALID (the address), STORE_EXISTS (this folder has a register of its own), STORE_MISSING
    (there is none on the server), SERVER_UNREACHABLE, SERVER_REFUSED, SERVER_NOT_TRUSTED; AppError as
    `Places.prepare`.
    """
    from consent.store import read_address  # noqa: PLC0415 - half a second that others need not wait

    address = read_address(url)
    places = Places.of(folder)
    places.prepare()
    _ground(places, address, Settings.load(places.settings_file), password).join()
    return address.written


def move(services: Services, url: str, password: str) -> tuple[str, int]:
    """Move an open register, and the photos that are on their way, to a server; the address, and how many photos.

    All or nothing: until everything was written there and read back, the register stays this PC's. Then the
    folder names the server; close the services and call `remove_local`. An admin may. Raises ConsentError as
    `join`; STORE_EXISTS where a register is in use on the server, or this one is shared already.
    """
    from consent.store import EncryptedStore, read_address  # noqa: PLC0415

    services.require(Act.ADMINISTER)
    if server_of(services.places) or not isinstance(services.store, EncryptedStore):
        raise ConsentError(Code.STORE_EXISTS, "shared already")
    address = read_address(url)
    ground = _ground(services.places, address, services.settings, password)
    with services.store.handed_over(ground, by=services.account.id, now=services.clock()) as shelf:
        photos = [photo for photo in sorted(services.vault.kept()) if services.store.keys.key(photo)]
        for photo in photos:
            shelf.put(photo, services.vault.sealed(photo))
    return address.written, len(photos)


def remove_local(folder: Path) -> None:
    """Delete the encrypted file of a register that lies on a server now. Raises ConsentError(STORE_EXISTS)."""
    from consent.store import read_seat, remove_local_register  # noqa: PLC0415

    if read_seat(folder) is None:
        raise ConsentError(Code.STORE_EXISTS)
    remove_local_register(folder)


def server_password(address: str, settings: Settings, secrets: Secrets) -> str:
    """From the file that the settings name, else from this computer's keyring, else none.

    libpq itself may know another way in (a local socket, a certificate), so none is not a refusal yet.
    """
    if settings.register_password_file is not None:
        with settings.register_password_file.open("rb") as file:
            return file.readline(LONGEST_PASSWORD_FILE).decode("utf-8").rstrip("\r\n")
    try:
        return secrets.secret(address) or ""
    except AppError:  # no keyring here
        return ""


def join_here(folder: Path, url: str, password: str, secrets: Secrets) -> None:
    """As `join`, for whoever has no settings to write: the password goes into this computer's keyring first.

    Raises AppError(NO_KEYRING), too: then nothing is joined.
    """
    from consent.store import read_address  # noqa: PLC0415 - half a second that others need not wait

    written = read_address(url).written
    before = secrets.secret(written) if password else None
    if password:
        secrets.put_secret(written, password)
    try:
        join(folder, url, password)
    except (ConsentError, AppError):
        if password and before is None:
            secrets.remove_secret(written)
        raise


def keep_server_password(folder: Path, password: str, secrets: Secrets) -> None:
    """Another password for the server of this store's register. Raises AppError(NO_KEYRING)."""
    secrets.put_secret(server_of(Places.of(folder)), password)


def keep_password(address: str, password: str, secrets: Secrets) -> bool:
    """Put the server's password into this computer's keyring; whether there is one."""
    if not password:
        return True
    try:
        secrets.put_secret(address, password)
    except AppError:
        return False
    return True


def _ground(places: Places, address: Address, settings: Settings, password: str) -> SharedGround:
    from consent.store import SharedGround, Tls  # noqa: PLC0415 - half a second that others need not wait

    return SharedGround(places.store, address, password, tls=Tls(settings.register_tls))
