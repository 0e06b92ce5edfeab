"""The encrypted store: the only place that knows SQL, passwords' boxes and files."""

from consent.store.address import Address, Tls, read_address
from consent.store.backup import replace_by_backup, restore_backup
from consent.store.cost import Cost
from consent.store.opening import (
    EncryptedStore,
    create_store,
    open_on_computer,
    open_store,
    open_with_recovery,
)
from consent.store.running import Running, since_start
from consent.store.seat import Seat, read_seat
from consent.store.shared_ground import SharedGround, reach, remove_local_register

__all__ = [
    "Address", "Cost", "EncryptedStore", "Running", "Seat", "SharedGround", "Tls", "create_store",
    "open_on_computer", "open_store", "open_with_recovery", "reach", "read_address", "read_seat",
    "remove_local_register", "replace_by_backup", "restore_backup", "since_start",
]  # fmt: skip
