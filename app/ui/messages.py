"""Every code that can reach a person, as a sentence: what happened, what is safe, and what to do next.

The words are marked here and translated when they are shown, never at import; `register_messages.py`
has those of the register, and `why.py` the reasons for showing, covering and blocking.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.errors import Trouble
from app.ui.marked import QT_TRANSLATE_NOOP
from app.ui.register_messages import ALONE, CONSENT
from consent.errors import Code as ConsentCode
from vision.errors import Code as VisionCode

if TYPE_CHECKING:
    from app.ui.job import Failure, FailureCode

VISION: dict[VisionCode, str] = {
    VisionCode.EMPTY: QT_TRANSLATE_NOOP(
        "messages", "The file has nothing in it. Nothing was changed. Copy it from the camera again."
    ),
    VisionCode.NOT_A_PHOTO: QT_TRANSLATE_NOOP(
        "messages", "This is not a photo, whatever its name says. It stays where it is. Leave it out."
    ),
    VisionCode.UNSUPPORTED: QT_TRANSLATE_NOOP(
        "messages",
        "This kind of picture is not read here. The file stays where it is. Save it as JPEG or PNG and bring "
        "it in again.",
    ),
    VisionCode.TRUNCATED: QT_TRANSLATE_NOOP(
        "messages",
        "The photo is cut off: part of the file is missing. Nothing of it will be published. Copy it from the "
        "camera again.",
    ),
    VisionCode.BROKEN: QT_TRANSLATE_NOOP(
        "messages",
        "The photo's file is damaged. Nothing of it will be published. Copy it from the camera again.",
    ),
    VisionCode.TOO_LARGE: QT_TRANSLATE_NOOP(
        "messages",
        "The photo is too large to be read safely. Nothing of it will be published. Save a smaller copy and "
        "bring that in.",
    ),
    VisionCode.TOO_SMALL: QT_TRANSLATE_NOOP(
        "messages", "The photo is too small to be published. It stays where it is. Look for the original."
    ),
    VisionCode.UNREADABLE: QT_TRANSLATE_NOOP(
        "messages", "The photo could not be opened. Nothing was changed. Try again, or copy it once more."
    ),
    VisionCode.TOO_SLOW: QT_TRANSLATE_NOOP(
        "messages",
        "Looking at this photo took too long and was stopped. The other photos are not affected. Try this one "
        "again later.",
    ),
    VisionCode.CRASHED: QT_TRANSLATE_NOOP(
        "messages",
        "This photo made the picture reader stop. It was started again and no other photo is affected. Leave "
        "this one out.",
    ),
    VisionCode.OUT_OF_MEMORY: QT_TRANSLATE_NOOP(
        "messages",
        "There was not enough memory for this photo. The other photos are not affected. Close other programs "
        "and try again.",
    ),
    VisionCode.MODEL_MISSING: QT_TRANSLATE_NOOP(
        "messages",
        "A part that finds faces or writing is missing or was altered. Nothing will be published without it. "
        "Install Greenlight again.",
    ),
}

TROUBLE: dict[Trouble, str] = {
    Trouble.FOLDER_MISSING: QT_TRANSLATE_NOOP(
        "messages",
        "The folder is not there. Nothing was changed. Plug the camera or card in, or choose another folder.",
    ),
    Trouble.FOLDER_EMPTY: QT_TRANSLATE_NOOP(
        "messages", "There is no photo in this folder. Nothing was brought in. Choose another folder."
    ),
    Trouble.FOLDER_NOT_PRIVATE: QT_TRANSLATE_NOOP(
        "messages",
        "This folder is synced, shared or on a stick, so photos would not stay on this computer. Nothing was "
        "put there. Choose a folder on this computer's own disk.",
    ),
    Trouble.DEVICE_NOT_APPROVED: QT_TRANSLATE_NOOP(
        "messages",
        "This camera or folder is not approved for school photos. Nothing was brought in. Ask an admin to "
        "approve it.",
    ),
    Trouble.DEVICE_GONE: QT_TRANSLATE_NOOP(
        "messages",
        "The camera or card was taken out. What was brought in is safe, and nothing on it was changed. Plug it "
        "in and go on.",
    ),
    Trouble.CARD_LOCKED: QT_TRANSLATE_NOOP(
        "messages",
        "The card cannot be written, so it cannot get its mark. Nothing was changed. Slide its lock open and approve "
        "it again.",
    ),
    Trouble.MARK_MISSING: QT_TRANSLATE_NOOP(
        "messages",
        "This card has the number of an approved one, but not its mark: it was formatted, or it is another card. "
        "Nothing was brought in. Ask an admin to approve it.",
    ),
    Trouble.ORIGINAL_NOT_PROVEN: QT_TRANSLATE_NOOP(
        "messages",
        "The photo is safely in. That its original was deleted is not proven yet. Take the card out and put it in again.",
    ),
    Trouble.ORIGINAL_PRESENT: QT_TRANSLATE_NOOP(
        "messages",
        "The photo is safely in. Its original is still on the device, perhaps in another folder or in its bin. "
        "Delete it on the device.",
    ),
    Trouble.ORIGINAL_BY_HAND: QT_TRANSLATE_NOOP(
        "messages",
        "The photo is safely in. That its original was deleted is not proven. Delete it on the phone, also under "
        "Recently Deleted.",
    ),
    Trouble.ORIGINAL_LOCKED: QT_TRANSLATE_NOOP(
        "messages",
        "The photo is safely in. Its original could not be deleted: the card or the file is locked. Slide the card's "
        "lock open and put it in again.",
    ),
    Trouble.ORIGINAL_CHANGED: QT_TRANSLATE_NOOP(
        "messages",
        "The photo is safely in. On the device another picture has its name now, so nothing was deleted. Look at it "
        "on the device.",
    ),
    Trouble.ORIGINAL_HELD: QT_TRANSLATE_NOOP(
        "messages",
        "Not all of this photo, or of what belongs to it, is safely here. Nothing was deleted: all of it stays on the "
        "device. Look at it there.",
    ),
    Trouble.FILE_UNREADABLE: QT_TRANSLATE_NOOP(
        "messages", "The file could not be read. It stays where it is. Copy it from the camera again."
    ),
    Trouble.FILE_TOO_LARGE: QT_TRANSLATE_NOOP(
        "messages", "The file is too large to be taken in. It stays where it is. Bring in a smaller copy."
    ),
    Trouble.DISK_FULL: QT_TRANSLATE_NOOP(
        "messages",
        "The disk is full. What is finished is safe and no original was touched. Free some space and go on.",
    ),
    Trouble.NOT_WRITABLE: QT_TRANSLATE_NOOP(
        "messages", "Greenlight may not write in this folder. Nothing was changed. Choose another folder."
    ),
    Trouble.NOT_PROVEN: QT_TRANSLATE_NOOP(
        "messages",
        "What was written could not be read back as it was. The photo is still safe here. Try again, perhaps "
        "in another folder.",
    ),
    Trouble.VAULT_MISSING: QT_TRANSLATE_NOOP(
        "messages", "The stored photo is not there. Nothing was published. Bring the photo in again."
    ),
    Trouble.VAULT_DAMAGED: QT_TRANSLATE_NOOP(
        "messages", "The stored photo is damaged. Nothing was published. Bring the photo in again."
    ),
    Trouble.VAULT_ERASED: QT_TRANSLATE_NOOP(
        "messages", "This photo was deleted for good. Its record remains. There is nothing to do."
    ),
    Trouble.NOT_VERIFIED: QT_TRANSLATE_NOOP(
        "messages",
        "The finished copy shows something that it may not. It was not published. Look at the photo again "
        "under Review.",
    ),
    Trouble.NO_DESTINATION: QT_TRANSLATE_NOOP(
        "messages",
        "This platform has no destination yet. Nothing was sent. Choose a folder, or ask an admin.",
    ),
    Trouble.UNREACHABLE: QT_TRANSLATE_NOOP(
        "messages",
        "The server does not answer. Nothing was sent, and the photo is safe here. Try again later.",
    ),
    Trouble.NOT_LET_IN: QT_TRANSLATE_NOOP(
        "messages",
        "The server refused the user name or the password. Nothing was sent. Ask an admin to look at the "
        "destination.",
    ),
    Trouble.NOT_TRUSTED: QT_TRANSLATE_NOOP(
        "messages",
        "The server could not prove that it is the one that was set up. Nothing was sent. Ask whoever looks "
        "after the server before going on.",
    ),
    Trouble.DOUBTFUL: QT_TRANSLATE_NOOP(
        "messages",
        "It is not known whether the copy arrived. The photo is kept here and is not sent again by itself. "
        "Look at the destination, then say whether it is there.",
    ),
    Trouble.PASSWORD_FILE: QT_TRANSLATE_NOOP(
        "messages", "The password file could not be used. Nothing was opened. Type the password instead."
    ),
    Trouble.SHEET_REFUSED: QT_TRANSLATE_NOOP(
        "messages",
        "The spreadsheet could not be read safely. Nothing was taken over. Save it as CSV or XLSX again.",
    ),
    Trouble.MAPPING_REFUSED: QT_TRANSLATE_NOOP(
        "messages",
        "It is not clear what the columns of the spreadsheet mean. Nothing was taken over. Correct the mapping.",
    ),
    Trouble.ROLL_REFUSED: QT_TRANSLATE_NOOP(
        "messages",
        "Rows were refused, or very many people would leave. Nothing was taken over. Look at the list and confirm.",
    ),
    Trouble.LIST_REFUSED: QT_TRANSLATE_NOOP(
        "messages",
        "Lines of the list cannot be recorded. Nothing was recorded. Correct the lines that are named and try again.",
    ),
    Trouble.NOT_A_SCAN: QT_TRANSLATE_NOOP(
        "messages", "This is no scanned form. Nothing was kept. Choose a PDF, a JPEG or a PNG."
    ),
    Trouble.NOT_PRINTED: QT_TRANSLATE_NOOP(
        "messages",
        "The report could not be made as a PDF. Nothing was changed. Try again, or save it as a table instead.",
    ),
    Trouble.NO_KEYRING: QT_TRANSLATE_NOOP(
        "messages",
        "This computer has no keyring of its own, or it is locked. Nothing was changed. Sign in with your "
        "password.",
    ),
    Trouble.NOT_INSTALLED: QT_TRANSLATE_NOOP(
        "messages", "A part of Greenlight is not installed. Nothing was changed. Install Greenlight again."
    ),
    Trouble.WRONG_USE: QT_TRANSLATE_NOOP(
        "messages", "This cannot be done like that. Nothing was changed. Go back and choose again."
    ),
}

UNEXPECTED = QT_TRANSLATE_NOOP(
    "messages",
    "Something unexpected went wrong. Nothing was published. Try again; if it happens twice, tell whoever "
    "looks after this computer.",
)


def explain(code: FailureCode | None) -> str:
    """The sentence for a code, in the language in force; None is a fault of the program itself."""
    match code:
        case VisionCode():
            text = VISION[code]
        case ConsentCode():
            text = CONSENT[code]
        case Trouble():
            text = TROUBLE[code]
        case _:
            text = UNEXPECTED
    return QCoreApplication.translate("messages", text)


def explain_failure(failure: Failure) -> str:
    """The sentence for a job that did not end well."""
    return explain(failure.code)


def explain_of_two(failure: Failure) -> str:
    """The same where a second person had to agree."""
    if failure.code in {ConsentCode.SAME_PERSON, ConsentCode.NOT_ALLOWED}:
        return QCoreApplication.translate("messages", ALONE)
    return explain_failure(failure)


def explain_code(code: str) -> str:
    """The sentence for a code that was kept as text, such as the trouble of a refused photo."""
    for kind in (VisionCode, Trouble, ConsentCode):
        if code in kind.__members__:
            return explain(kind[code])
    return explain(None)
