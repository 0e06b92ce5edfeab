"""Register: move it to a school's server, or let this PC share one that lies there."""

from __future__ import annotations

from app.cli.arguments import Given
from app.cli.printing import print_line, tell
from app.cli.signing_in import server_password, signed_in, store_folder
from app.cli.status import Status
from app.own_keyring import OwnKeyring
from app.shared import join, keep_password, move, remove_local


def register_join(given: Given) -> Status:
    """From now on this PC shares the register of a server; staff sign in here as they do elsewhere."""
    password = server_password()
    address = join(store_folder(given), given.url, password)
    _keep(address, password)
    print_line(f"This PC shares the register at {address}. Sign in as usual.")
    return Status.WELL


def register_move(given: Given) -> Status:
    """Copy the register and its photos to a server, prove them there, then use that one."""
    with signed_in(given) as services:
        password = server_password()
        address, photos = move(services, given.url, password)
    remove_local(store_folder(given))
    _keep(address, password)
    print_line(f"The register lies at {address} now, with {photos} photo(s) on their way.")
    print_line("Other PCs join with: greenlight register join URL. Earlier backups can still be restored.")
    return Status.WELL


def _keep(address: str, password: str) -> None:
    if not keep_password(address, password, OwnKeyring()):
        tell(
            "this computer has no keyring: name a file with the server's password in "
            "GREENLIGHT_REGISTER_PASSWORD_FILE when you start Greenlight"
        )
