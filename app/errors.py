"""Failures that the program expects, as codes; the sentences for them live in one translated file."""

from enum import StrEnum


class Trouble(StrEnum):
    """What can go wrong on the way, apart from a bad photo and a refusal by the register."""

    FOLDER_MISSING = "FOLDER_MISSING"
    FOLDER_EMPTY = "FOLDER_EMPTY"  # no photo in it
    FOLDER_NOT_PRIVATE = "FOLDER_NOT_PRIVATE"  # synced, shared or removable: no place for a store
    DEVICE_NOT_APPROVED = "DEVICE_NOT_APPROVED"
    DEVICE_GONE = "DEVICE_GONE"
    CARD_LOCKED = "CARD_LOCKED"  # its mark cannot be written
    MARK_MISSING = "MARK_MISSING"  # it has the id of an approved card, and not its mark
    ORIGINAL_NOT_PROVEN = "ORIGINAL_NOT_PROVEN"  # asked for, and not seen afresh yet
    ORIGINAL_PRESENT = "ORIGINAL_PRESENT"  # still there although the device said that it was deleted
    ORIGINAL_BY_HAND = "ORIGINAL_BY_HAND"  # a phone keeps what was deleted
    ORIGINAL_LOCKED = "ORIGINAL_LOCKED"
    ORIGINAL_CHANGED = "ORIGINAL_CHANGED"  # another picture has its name now
    ORIGINAL_HELD = "ORIGINAL_HELD"  # what belongs to it could not be read
    FILE_UNREADABLE = "FILE_UNREADABLE"
    FILE_TOO_LARGE = "FILE_TOO_LARGE"
    DISK_FULL = "DISK_FULL"
    NOT_WRITABLE = "NOT_WRITABLE"
    NOT_PROVEN = "NOT_PROVEN"  # what was written could not be read back as it was
    VAULT_MISSING = "VAULT_MISSING"  # the photo's bytes are not there
    VAULT_DAMAGED = "VAULT_DAMAGED"
    VAULT_ERASED = "VAULT_ERASED"  # the key was destroyed
    NOT_VERIFIED = "NOT_VERIFIED"  # the finished copy shows something that it may not
    NO_DESTINATION = "NO_DESTINATION"  # the platform has none, and no folder was chosen
    UNREACHABLE = "UNREACHABLE"  # the server does not answer: nothing was sent
    NOT_LET_IN = "NOT_LET_IN"  # user name or password refused
    NOT_TRUSTED = "NOT_TRUSTED"  # another certificate or host key than expected
    DOUBTFUL = "DOUBTFUL"  # it may have arrived, or not
    PASSWORD_FILE = "PASSWORD_FILE"  # noqa: S105 - a code, not a password
    SHEET_REFUSED = "SHEET_REFUSED"  # a spreadsheet that cannot be read safely
    MAPPING_REFUSED = "MAPPING_REFUSED"  # what the columns mean is not said, or not clearly
    ROLL_REFUSED = "ROLL_REFUSED"  # refused rows or too many leavers: a person must say that this is meant
    LIST_REFUSED = "LIST_REFUSED"  # lines of a class list that cannot be recorded; then none is
    NOT_A_SCAN = "NOT_A_SCAN"  # neither PDF nor JPEG nor PNG
    NOT_PRINTED = "NOT_PRINTED"  # no PDF could be made
    NO_KEYRING = "NO_KEYRING"  # the system has none that is safe, or it is locked
    NOT_INSTALLED = "NOT_INSTALLED"
    WRONG_USE = "WRONG_USE"


class AppError(Exception):
    """The root of what `app` raises on purpose; `detail` holds ids and codes, never names, paths or text."""

    def __init__(self, code: Trouble, detail: str = "") -> None:
        super().__init__(f"{code.value}: {detail}" if detail else code.value)
        self.code = code
        self.detail = detail
