"""Destination: where finished copies are sent, kept by an admin."""

from __future__ import annotations

from pathlib import Path

from app.cli.arguments import Given, wrong_use
from app.cli.printing import print_table, tell
from app.cli.signing_in import ask, secret_of, signed_in
from app.cli.status import Status
from app.posts import places
from consent.destinations import LOCAL, DestinationId, DestinationKind, DestinationRecord
from consent.platforms import PlatformId

_COLUMNS = ("id", "name", "kind", "address", "folder", "login")


def destination_list(given: Given) -> Status:
    """Every destination, without its secret."""
    with signed_in(given) as services:
        _print(*places.destinations(services))
    return Status.WELL


def destination_add(given: Given) -> Status:
    """Put a destination down, or change it. For SFTP without --pinned the host key is shown to compare."""
    asked = vars(given)
    kind = DestinationKind(asked["kind"])
    pinned = asked["pinned"]
    if kind is DestinationKind.SFTP and not pinned:
        tell(f"the server shows the host key {places.host_key(asked['address'])}")
        raise wrong_use("compare this key with what the server's owner tells you, then give it with --pinned")
    folder = str(Path(asked["folder"]).absolute()) if kind in LOCAL and asked["folder"] else asked["folder"]
    record = DestinationRecord(
        DestinationId(asked["destination"]),
        asked["name"] or asked["destination"],
        kind,
        address=asked["address"],
        folder=folder,
        user=asked["login"],
        pinned=pinned,
    )
    secret = None if kind in LOCAL else _secret(asked["secret_file"])
    with signed_in(given) as services:
        places.put_destination(services, record, secret)
        _print(record)
    return Status.WELL


def destination_test(given: Given) -> Status:
    """Reach it, write a small file, read it back and remove it."""
    with signed_in(given) as services:
        places.test_destination(services, DestinationId(vars(given)["destination"]))
    tell("it works: a small file was written, read back and removed")
    return Status.WELL


def destination_remove(given: Given) -> Status:
    """Forget a destination and its secret."""
    with signed_in(given) as services:
        places.remove_destination(services, DestinationId(vars(given)["destination"]))
    return Status.WELL


def destination_use(given: Given) -> Status:
    """Send a platform's copies there from now on, or into a folder that is chosen each time."""
    asked = vars(given)
    named = asked["destination"]
    with signed_in(given) as services:
        places.send_platform_to(
            services, PlatformId(asked["platform"]), DestinationId(named) if named else None
        )
    return Status.WELL


def _secret(file: str | None) -> str:
    """From the first line of a file, else from the terminal without an echo. Never from an argument."""
    return secret_of(file) if file else ask("Password of the destination: ", secretly=True)


def _print(*records: DestinationRecord) -> None:
    rows = [(one.id, one.name, one.kind.value, one.address, one.folder, one.user) for one in records]
    print_table("", _COLUMNS, rows)
