"""The exit statuses, and which failure leads to which."""

from __future__ import annotations

from enum import IntEnum

from app.errors import AppError, Trouble
from consent.errors import Code as ConsentCode
from consent.errors import ConsentError
from vision.errors import PhotoRefusedError, VisionError


class Status(IntEnum):
    """How a command ended; other programs rely on the numbers."""

    WELL = 0
    FAILED = 1  # unexpected
    WRONG_USE = 2
    REFUSED = 3  # some photos, or rows of a roll, could not be used; each is named
    WAITING = 4  # blocked, or waiting for a person
    NOT_ALLOWED = 5  # not signed in, or this account may not


EXPECTED = (VisionError, ConsentError, AppError)
"""What a command may end with on purpose."""

_NOT_ALLOWED = frozenset(
    {
        ConsentCode.NOT_SIGNED_IN,
        ConsentCode.WRONG_PASSWORD,
        ConsentCode.LOCKED_OUT,
        ConsentCode.ACCOUNT_DISABLED,
        ConsentCode.NOT_ALLOWED,
        ConsentCode.PASSWORD_NOT_CHANGED,
        ConsentCode.TWO_PEOPLE_NEEDED,
        ConsentCode.NOT_TRAINED,
        ConsentCode.POLICY_NOT_READ,
        ConsentCode.SAME_PERSON,
        ConsentCode.NO_BIOMETRIC_CONSENT,
        ConsentCode.MATCHING_OFF,
    }
)
_WAITING = frozenset(
    {
        ConsentCode.NEEDS_A_PERSON,
        ConsentCode.BLOCKED,
        ConsentCode.APPROVAL_VOID,
        ConsentCode.APPROVAL_EXPIRED,
        ConsentCode.CLOCK_BEHIND,
        ConsentCode.LOOKED_AT_SMALLER,
        ConsentCode.PLATFORM_RETIRED,
        ConsentCode.NOT_SETTLED,
        ConsentCode.WRONG_STAGE,
        ConsentCode.STORE_IN_USE,
    }
)
_WRONG_USE = frozenset(
    {
        ConsentCode.UNKNOWN_PERSON,
        ConsentCode.UNKNOWN_PLATFORM,
        ConsentCode.UNKNOWN_PHOTO,
        ConsentCode.UNKNOWN_DEVICE,
        ConsentCode.UNKNOWN_BATCH,
        ConsentCode.UNKNOWN_ACCOUNT,
        ConsentCode.UNKNOWN_DESTINATION,
        ConsentCode.UNKNOWN_POST,
        ConsentCode.UNKNOWN_INCIDENT,
        ConsentCode.INVALID,
        ConsentCode.WEAK_PASSWORD,
        ConsentCode.LAST_ADMIN,
        ConsentCode.DUPLICATE,
        ConsentCode.STORE_EXISTS,
        ConsentCode.STORE_MISSING,
        Trouble.FOLDER_MISSING,
        Trouble.FOLDER_EMPTY,
        Trouble.FOLDER_NOT_PRIVATE,
        Trouble.PASSWORD_FILE,
        Trouble.MAPPING_REFUSED,
        Trouble.NO_DESTINATION,
        Trouble.WRONG_USE,
    }
)
_REFUSED = frozenset(
    {
        Trouble.SHEET_REFUSED,
        Trouble.ROLL_REFUSED,
        Trouble.LIST_REFUSED,
        Trouble.NOT_A_SCAN,
        Trouble.FILE_UNREADABLE,
        Trouble.FILE_TOO_LARGE,
    }
)


def status_of(error: VisionError | ConsentError | AppError) -> Status:
    """The exit status for a failure that the program expects."""
    if isinstance(error, PhotoRefusedError) or error.code in _REFUSED:
        return Status.REFUSED
    if error.code in _NOT_ALLOWED or error.code is Trouble.DEVICE_NOT_APPROVED:
        return Status.NOT_ALLOWED
    if error.code in _WAITING or error.code in {Trouble.NOT_VERIFIED, Trouble.DOUBTFUL}:
        return Status.WAITING
    return Status.WRONG_USE if error.code in _WRONG_USE else Status.FAILED
