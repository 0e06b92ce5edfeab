"""Why the register refused something, as codes that a page can put into words."""

from enum import StrEnum


class Code(StrEnum):
    """Reasons for a refusal."""

    NOT_SIGNED_IN = "NOT_SIGNED_IN"
    WRONG_PASSWORD = "WRONG_PASSWORD"  # noqa: S105 - a code, not a password
    LOCKED_OUT = "LOCKED_OUT"  # too many wrong passwords; wait
    ACCOUNT_DISABLED = "ACCOUNT_DISABLED"
    PASSWORD_NOT_CHANGED = "PASSWORD_NOT_CHANGED"  # noqa: S105 - someone else chose it
    WEAK_PASSWORD = "WEAK_PASSWORD"  # noqa: S105 - too short, or easily guessed
    LAST_ADMIN = "LAST_ADMIN"  # someone must be able to look after the accounts
    NOT_ALLOWED = "NOT_ALLOWED"  # this role may not
    NOT_TRAINED = "NOT_TRAINED"
    POLICY_NOT_READ = "POLICY_NOT_READ"
    SAME_PERSON = "SAME_PERSON"  # who prepared may not approve, and two people are two
    APPROVAL_VOID = "APPROVAL_VOID"  # something changed since the approval
    APPROVAL_EXPIRED = "APPROVAL_EXPIRED"
    ALREADY_APPROVED = "ALREADY_APPROVED"  # by the same person; another one is needed
    CAPTION_REFUSED = "CAPTION_REFUSED"  # it says something that it may not
    NOT_CONFIRMED = "NOT_CONFIRMED"  # whoever wrote the caption has not confirmed what it asks for
    LINK_NOT_TICKED = "LINK_NOT_TICKED"
    NOT_SETTLED = "NOT_SETTLED"  # it is not known whether a copy arrived
    WRONG_STAGE = "WRONG_STAGE"  # the photo is not at the step that this act needs
    NEEDS_A_PERSON = "NEEDS_A_PERSON"
    BLOCKED = "BLOCKED"
    NO_BIOMETRIC_CONSENT = "NO_BIOMETRIC_CONSENT"
    MATCHING_OFF = "MATCHING_OFF"
    CLOCK_BEHIND = "CLOCK_BEHIND"  # this computer's clock is more than a day behind the log
    UNKNOWN_PERSON = "UNKNOWN_PERSON"
    LOOKED_AT_SMALLER = (
        "LOOKED_AT_SMALLER"  # photos wait that were looked at in a smaller size than is wanted now
    )
    PLATFORM_RETIRED = "PLATFORM_RETIRED"  # the school no longer posts there
    UNKNOWN_PLATFORM = "UNKNOWN_PLATFORM"
    UNKNOWN_PHOTO = "UNKNOWN_PHOTO"
    UNKNOWN_DEVICE = "UNKNOWN_DEVICE"
    UNKNOWN_BATCH = "UNKNOWN_BATCH"
    UNKNOWN_ACCOUNT = "UNKNOWN_ACCOUNT"
    UNKNOWN_SCAN = "UNKNOWN_SCAN"
    TWO_PEOPLE_NEEDED = "TWO_PEOPLE_NEEDED"  # a protection is lifted by two who agree
    UNKNOWN_DESTINATION = "UNKNOWN_DESTINATION"
    UNKNOWN_POST = "UNKNOWN_POST"
    UNKNOWN_INCIDENT = "UNKNOWN_INCIDENT"
    DUPLICATE = "DUPLICATE"
    INVALID = "INVALID"  # a value contradicts itself or lies outside its range
    NOT_ENOUGH_MEMORY = "NOT_ENOUGH_MEMORY"  # to look at a password, or to lock anything with one
    STORE_EXISTS = "STORE_EXISTS"
    STORE_MISSING = "STORE_MISSING"
    STORE_IN_USE = "STORE_IN_USE"
    STORE_DAMAGED = "STORE_DAMAGED"
    STORE_TOO_NEW = "STORE_TOO_NEW"
    LOG_DAMAGED = "LOG_DAMAGED"
    SERVER_UNREACHABLE = "SERVER_UNREACHABLE"  # no answer, or the connection was lost
    SERVER_REFUSED = "SERVER_REFUSED"  # it knows neither this user nor this password, or not this database
    SERVER_NOT_TRUSTED = "SERVER_NOT_TRUSTED"  # no encryption, or its certificate is not this server's


class ConsentError(Exception):
    """The root of everything that this package raises on purpose; holds ids, never names."""

    def __init__(self, code: Code, detail: str = "") -> None:
        super().__init__(f"{code.value}: {detail}" if detail else code.value)
        self.code = code
        self.detail = detail
