"""Every code as a short English sentence for the terminal; the window has its own, longer and translated."""

from __future__ import annotations

from app.errors import Trouble
from consent.errors import Code as ConsentCode
from vision.errors import Code as VisionCode
from vision.faces.quality import Quality

VISION: dict[VisionCode, str] = {
    VisionCode.EMPTY: "the file is empty",
    VisionCode.NOT_A_PHOTO: "this is not a photo, whatever its name says",
    VisionCode.UNSUPPORTED: "this kind of picture is not read here; save it as JPEG or PNG",
    VisionCode.TRUNCATED: "the photo is cut off; copy it from the camera again",
    VisionCode.BROKEN: "the photo's file is damaged",
    VisionCode.TOO_LARGE: "the photo is too large to be read safely",
    VisionCode.TOO_SMALL: "the photo is too small to be published",
    VisionCode.UNREADABLE: "the file could not be opened",
    VisionCode.TOO_SLOW: "reading the photo took too long and was stopped",
    VisionCode.CRASHED: "the photo made the picture reader stop; it was started again",
    VisionCode.OUT_OF_MEMORY: "there was not enough memory for this photo",
    VisionCode.MODEL_MISSING: "a part that finds faces or writing is missing or was altered; install Greenlight again",
}

CONSENT: dict[ConsentCode, str] = {
    ConsentCode.NOT_SIGNED_IN: "not signed in: give --user and a password",
    ConsentCode.WRONG_PASSWORD: "user name and password do not match",
    ConsentCode.LOCKED_OUT: "too many wrong passwords; wait before trying again",
    ConsentCode.ACCOUNT_DISABLED: "this account is disabled",
    ConsentCode.PASSWORD_NOT_CHANGED: "someone else chose this password: change it first with 'greenlight staff password'",
    ConsentCode.WEAK_PASSWORD: "the password is too easily guessed: take twelve characters or more, such as three words",
    ConsentCode.LAST_ADMIN: "this is the last account that may look after the others",
    ConsentCode.NOT_ALLOWED: "this account may not do that",
    ConsentCode.NOT_TRAINED: "this account has no training date yet and may only look",
    ConsentCode.POLICY_NOT_READ: "this account has not confirmed the current policy and may only look",
    ConsentCode.SAME_PERSON: "two different people are needed: who prepared may not approve",
    ConsentCode.APPROVAL_VOID: "something changed since the approval",
    ConsentCode.APPROVAL_EXPIRED: "the approval is too old: ask for it again",
    ConsentCode.ALREADY_APPROVED: "you approved this already; another approver is needed",
    ConsentCode.CAPTION_REFUSED: "the caption says something that it may not",
    ConsentCode.NOT_CONFIRMED: "purpose, tone and respect of the caption are not confirmed",
    ConsentCode.LINK_NOT_TICKED: "the approver has not ticked each link",
    ConsentCode.NOT_SETTLED: "it is not known whether a copy of this photo arrived",
    ConsentCode.WRONG_STAGE: "the photo is not at the step that this needs",
    ConsentCode.NEEDS_A_PERSON: "a person must look at this first: open the desk",
    ConsentCode.BLOCKED: "blocked by the school's rules",
    ConsentCode.NO_BIOMETRIC_CONSENT: "there is no live consent to matching for this person",
    ConsentCode.MATCHING_OFF: "matching is switched off in this school",
    ConsentCode.UNKNOWN_PERSON: "no such person on the register",
    ConsentCode.CLOCK_BEHIND: (
        "this computer's clock is more than a day behind the log: set it right, or see 'greenlight clock put-right'"
    ),
    ConsentCode.LOOKED_AT_SMALLER: "photos that were looked at in a smaller size still wait to go there",
    ConsentCode.PLATFORM_RETIRED: "the school no longer posts on this platform",
    ConsentCode.UNKNOWN_PLATFORM: "no such platform in this store",
    ConsentCode.UNKNOWN_PHOTO: "no such photo in this store",
    ConsentCode.UNKNOWN_BATCH: "no such batch in this store",
    ConsentCode.UNKNOWN_SCAN: "no such scanned form in this store",
    ConsentCode.UNKNOWN_ACCOUNT: "no such account in this store",
    ConsentCode.UNKNOWN_DEVICE: "no such device in this store",
    ConsentCode.TWO_PEOPLE_NEEDED: "this lifts a protection: a second person must agree with a password of their own",
    ConsentCode.UNKNOWN_DESTINATION: "no such destination in this store",
    ConsentCode.UNKNOWN_POST: "no such post in this store",
    ConsentCode.UNKNOWN_INCIDENT: "no such incident in this store",
    ConsentCode.DUPLICATE: "this is there already",
    ConsentCode.INVALID: "a value contradicts itself or lies outside its range",
    ConsentCode.NOT_ENOUGH_MEMORY: "too little memory is free to check or set a password; nothing was lost or counted: close other programs and try again",
    ConsentCode.STORE_EXISTS: "there is a store already",
    ConsentCode.STORE_MISSING: "there is no store here: name one with --store, or make one with 'greenlight school set-up' or 'greenlight demo'",
    ConsentCode.STORE_IN_USE: "the store is open in another window or command",
    ConsentCode.STORE_DAMAGED: "the store is damaged and was not opened: restore the latest backup with 'greenlight restore FILE --over'",
    ConsentCode.STORE_TOO_NEW: "the store was made by a newer version of Greenlight",
    ConsentCode.LOG_DAMAGED: "the log has been altered",
    ConsentCode.SERVER_UNREACHABLE: "the register's server does not answer; nothing was lost, try again",
    ConsentCode.SERVER_REFUSED: "the register's server refused its user, password or database: ask who looks after it",
    ConsentCode.SERVER_NOT_TRUSTED: "the register's server did not prove who it is: the certificate is missing or another's",
}

TROUBLE: dict[Trouble, str] = {
    Trouble.FOLDER_MISSING: "there is no such folder",
    Trouble.FOLDER_EMPTY: "there is no photo in this folder",
    Trouble.FOLDER_NOT_PRIVATE: "the folder is synced, shared or removable: no place for a store",
    Trouble.DEVICE_NOT_APPROVED: "photos may not be taken from this device: an admin approves it with `greenlight device approve`",
    Trouble.DEVICE_GONE: "the device was taken away",
    Trouble.CARD_LOCKED: "the card cannot be written: slide its lock open and approve it again",
    Trouble.MARK_MISSING: "it has the number of an approved card, but not its mark; an admin must approve it",
    Trouble.ORIGINAL_NOT_PROVEN: "in, but its deletion is not proven: take the card out and put it in again",
    Trouble.ORIGINAL_PRESENT: "in, but the original is still on the device: delete it there",
    Trouble.ORIGINAL_BY_HAND: "in; not proven: delete it on the phone, also under Recently Deleted",
    Trouble.ORIGINAL_LOCKED: "in, but the original is locked: open the card's lock and put it in again",
    Trouble.ORIGINAL_CHANGED: "in; another picture has its name on the device now, so nothing was deleted",
    Trouble.ORIGINAL_HELD: "not all of it is safely here, so all of it stays on the device",
    Trouble.FILE_UNREADABLE: "the file could not be read",
    Trouble.FILE_TOO_LARGE: "the file is too large",
    Trouble.DISK_FULL: "the disk is full",
    Trouble.NOT_WRITABLE: "nothing can be written there",
    Trouble.NOT_PROVEN: "what was written could not be read back as it was",
    Trouble.VAULT_MISSING: "the photo is not in the store any more",
    Trouble.VAULT_DAMAGED: "the photo in the store is damaged",
    Trouble.VAULT_ERASED: "the photo was erased",
    Trouble.NOT_VERIFIED: "the finished copy shows something that it may not",
    Trouble.NO_DESTINATION: "this platform has no destination: name a folder with --out",
    Trouble.UNREACHABLE: "the server does not answer; nothing was sent",
    Trouble.NOT_LET_IN: "the server refused the user name or the password; nothing was sent",
    Trouble.NOT_TRUSTED: "the server is not the one that was set up; nothing was sent",
    Trouble.DOUBTFUL: "it is not known whether the copy arrived; it is kept, and not sent again unasked",
    Trouble.PASSWORD_FILE: "the password file cannot be read",
    Trouble.SHEET_REFUSED: "the spreadsheet cannot be read safely",
    Trouble.MAPPING_REFUSED: "the mapping does not say clearly what the columns mean",
    Trouble.ROLL_REFUSED: "nothing was taken over: a person must first say that this is meant",
    Trouble.LIST_REFUSED: "lines of the list cannot be recorded, so nothing was",
    Trouble.NOT_A_SCAN: "a scanned form is a PDF, a JPEG or a PNG",
    Trouble.NOT_PRINTED: "no PDF could be made: is there a font on this computer? JSON and CSV need none",
    Trouble.NO_KEYRING: "this computer has no keyring of its own, or it is locked",
    Trouble.NOT_INSTALLED: "a part of the program is not installed",
    Trouble.WRONG_USE: "this cannot be asked so",
}


def sentence(code: VisionCode | ConsentCode | Trouble) -> str:
    """What this code means, without a capital and without a full stop."""
    match code:
        case VisionCode():
            return VISION[code]
        case ConsentCode():
            return CONSENT[code]
        case Trouble():
            return TROUBLE[code]


QUALITY: dict[Quality, str] = {
    Quality.NO_FACE: "no face was found in the picture",
    Quality.SEVERAL_FACES: "the picture shows several faces; cut it so that only this person is in it",
    Quality.TOO_SMALL: "the face is too small; use a picture in which it is larger",
    Quality.TOO_BLURRED: "the face is blurred; use a sharper picture",
    Quality.TOO_DARK: "the face is too dark; use a brighter picture",
    Quality.TURNED_AWAY: "the face is turned away; use a picture from the front",
}
"""Why a readable picture is no reference. Not for GOOD."""
