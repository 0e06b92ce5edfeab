"""What the register refuses, as sentences: what happened, what is safe, and what to do next."""

from __future__ import annotations

from app.ui.marked import QT_TRANSLATE_NOOP
from consent.errors import Code as ConsentCode

CONSENT: dict[ConsentCode, str] = {
    ConsentCode.NOT_SIGNED_IN: QT_TRANSLATE_NOOP(
        "messages", "No one is signed in. Everything is locked away. Sign in to go on."
    ),
    ConsentCode.WRONG_PASSWORD: QT_TRANSLATE_NOOP(
        "messages", "User name and password do not match. Nothing was opened. Try again."
    ),
    ConsentCode.LOCKED_OUT: QT_TRANSLATE_NOOP(
        "messages",
        "There were too many wrong passwords. Everything is locked away. Wait a few minutes, then try again.",
    ),
    ConsentCode.ACCOUNT_DISABLED: QT_TRANSLATE_NOOP(
        "messages",
        "This account is switched off. Nothing was opened. Ask the person who looks after staff accounts.",
    ),
    ConsentCode.PASSWORD_NOT_CHANGED: QT_TRANSLATE_NOOP(
        "messages",
        "Your password was chosen by someone else. Everything is locked away. Choose one of your own first.",
    ),
    ConsentCode.WEAK_PASSWORD: QT_TRANSLATE_NOOP(
        "messages",
        "This password is too easily guessed. Nothing was changed. Take twelve characters or more, such as "
        "three words that have nothing to do with you or the school.",
    ),
    ConsentCode.LAST_ADMIN: QT_TRANSLATE_NOOP(
        "messages",
        "This is the last account that may look after the others. Nothing was changed. Give that role to a "
        "colleague first.",
    ),
    ConsentCode.NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "messages",
        "Your role does not include this. Nothing was changed. Ask a colleague whose role does.",
    ),
    ConsentCode.NOT_TRAINED: QT_TRANSLATE_NOOP(
        "messages",
        "No training is on record for you, so you may only look. Nothing was changed. Ask the data protection "
        "lead to record your training.",
    ),
    ConsentCode.POLICY_NOT_READ: QT_TRANSLATE_NOOP(
        "messages",
        "You have not yet confirmed the present photo policy, so you may only look. Nothing was changed. Read "
        "and confirm it first.",
    ),
    ConsentCode.SAME_PERSON: QT_TRANSLATE_NOOP(
        "messages",
        "You prepared this, so someone else must say go live. Nothing was published. Ask a colleague to sign "
        "in and look.",
    ),
    ConsentCode.APPROVAL_VOID: QT_TRANSLATE_NOOP(
        "messages",
        "Something changed after the approval, so it no longer counts. Nothing was published. Look at the "
        "photo again and ask for approval anew.",
    ),
    ConsentCode.APPROVAL_EXPIRED: QT_TRANSLATE_NOOP(
        "messages",
        "The approval is too old, so it no longer counts. Nothing was published. Look at the photo again and "
        "ask for approval anew.",
    ),
    ConsentCode.ALREADY_APPROVED: QT_TRANSLATE_NOOP(
        "messages",
        "You have said go live to this already, and this platform asks for two people. Nothing was published "
        "yet. Another approver must look.",
    ),
    ConsentCode.CAPTION_REFUSED: QT_TRANSLATE_NOOP(
        "messages",
        "The caption says something that it may not. Nothing was asked for. Correct what is marked.",
    ),
    ConsentCode.NOT_CONFIRMED: QT_TRANSLATE_NOOP(
        "messages",
        "The three questions about the caption are not all confirmed. Nothing was asked for. Read the caption "
        "again and tick them.",
    ),
    ConsentCode.LINK_NOT_TICKED: QT_TRANSLATE_NOOP(
        "messages",
        "A link in the caption has not been ticked. Nothing was published. Open each link, then tick it.",
    ),
    ConsentCode.NOT_SETTLED: QT_TRANSLATE_NOOP(
        "messages",
        "It is not known whether a copy of this photo arrived. The photo is kept. Settle that first under "
        "Deliver.",
    ),
    ConsentCode.WRONG_STAGE: QT_TRANSLATE_NOOP(
        "messages",
        "The photo has moved on since this page was shown. Nothing was changed. Open it again from Home.",
    ),
    ConsentCode.NEEDS_A_PERSON: QT_TRANSLATE_NOOP(
        "messages",
        "Someone in the photo is still to be named or covered. Nothing was published. Settle what is open "
        "first.",
    ),
    ConsentCode.BLOCKED: QT_TRANSLATE_NOOP(
        "messages",
        "The school's rules keep this photo off every platform chosen. Nothing was published. Leave it out.",
    ),
    ConsentCode.NO_BIOMETRIC_CONSENT: QT_TRANSLATE_NOOP(
        "messages",
        "There is no consent to compare this person's face. No face data was made. Name the person by hand "
        "instead.",
    ),
    ConsentCode.MATCHING_OFF: QT_TRANSLATE_NOOP(
        "messages",
        "Comparing faces is switched off for this school. No face data was made. Name people by hand.",
    ),
    ConsentCode.UNKNOWN_PERSON: QT_TRANSLATE_NOOP(
        "messages", "This person is not on the register. Nothing was changed. Choose someone from the list."
    ),
    ConsentCode.CLOCK_BEHIND: QT_TRANSLATE_NOOP(
        "messages",
        "This computer's clock is more than a day behind the log, so what has run out might count again. Nothing was "
        "changed. Set the clock right. If it was ahead before, a lead puts that right under Settings, Policy.",
    ),
    ConsentCode.LOOKED_AT_SMALLER: QT_TRANSLATE_NOOP(
        "messages",
        "Photos that were looked at in a smaller size still wait to go to this platform: small faces and writing in "
        "them may not have been found. Nothing was changed. Publish or delete them first.",
    ),
    ConsentCode.PLATFORM_RETIRED: QT_TRANSLATE_NOOP(
        "messages",
        "The school no longer posts on this platform. Nothing was published. Take it off the list, or ask an admin "
        "to open it again.",
    ),
    ConsentCode.UNKNOWN_PLATFORM: QT_TRANSLATE_NOOP(
        "messages", "This platform is not on record. Nothing was published. Choose another."
    ),
    ConsentCode.UNKNOWN_PHOTO: QT_TRANSLATE_NOOP(
        "messages", "This photo is no longer here. Nothing was changed. Go back to Home."
    ),
    ConsentCode.UNKNOWN_DEVICE: QT_TRANSLATE_NOOP(
        "messages", "This camera or folder is not on record. Nothing was brought in. Choose another."
    ),
    ConsentCode.UNKNOWN_BATCH: QT_TRANSLATE_NOOP(
        "messages", "This batch is no longer here. Nothing was changed. Go back to Home."
    ),
    ConsentCode.UNKNOWN_SCAN: QT_TRANSLATE_NOOP(
        "messages", "This scanned form is no longer here. Nothing was changed. Choose another."
    ),
    ConsentCode.UNKNOWN_ACCOUNT: QT_TRANSLATE_NOOP(
        "messages",
        "This member of staff is not on record. Nothing was changed. Ask the person who looks after staff "
        "accounts.",
    ),
    ConsentCode.TWO_PEOPLE_NEEDED: QT_TRANSLATE_NOOP(
        "messages",
        "This lifts a protection, and one person alone may not. Nothing was changed. Ask a colleague of the "
        "same role to agree with a password of their own.",
    ),
    ConsentCode.UNKNOWN_DESTINATION: QT_TRANSLATE_NOOP(
        "messages", "This destination is no longer on record. Nothing was sent. Choose another."
    ),
    ConsentCode.UNKNOWN_POST: QT_TRANSLATE_NOOP(
        "messages", "This post is not on record. Nothing was changed. Choose one from the list."
    ),
    ConsentCode.UNKNOWN_INCIDENT: QT_TRANSLATE_NOOP(
        "messages", "This incident is not on record. Nothing was changed. Choose one from the list."
    ),
    ConsentCode.DUPLICATE: QT_TRANSLATE_NOOP(
        "messages", "This is here already. It was not taken a second time. There is nothing to do."
    ),
    ConsentCode.INVALID: QT_TRANSLATE_NOOP(
        "messages", "This cannot be done here. Nothing was changed. Choose another region or another way."
    ),
    ConsentCode.NOT_ENOUGH_MEMORY: QT_TRANSLATE_NOOP(
        "messages",
        "This computer has not enough free memory to check or set a password. Nothing is lost, and this does not "
        "count as a wrong password. Close other programs, then try again.",
    ),
    ConsentCode.STORE_EXISTS: QT_TRANSLATE_NOOP(
        "messages",
        "There is already a school's store in this folder. It was not touched. Choose an empty folder.",
    ),
    ConsentCode.STORE_MISSING: QT_TRANSLATE_NOOP(
        "messages", "There is no school's store in this folder. Nothing was changed. Choose another folder."
    ),
    ConsentCode.STORE_IN_USE: QT_TRANSLATE_NOOP(
        "messages",
        "The store is open in another window of Greenlight. Nothing was changed. Close that window first.",
    ),
    ConsentCode.STORE_DAMAGED: QT_TRANSLATE_NOOP(
        "messages",
        "The store does not pass its own checks and was not opened. It was left as it is. Restore the latest "
        "backup.",
    ),
    ConsentCode.STORE_TOO_NEW: QT_TRANSLATE_NOOP(
        "messages",
        "The store was written by a newer Greenlight. It was left as it is. Install the newer version.",
    ),
    ConsentCode.LOG_DAMAGED: QT_TRANSLATE_NOOP(
        "messages",
        "The log of acts has been altered. Nothing more will be published. Tell the data protection lead.",
    ),
    ConsentCode.SERVER_UNREACHABLE: QT_TRANSLATE_NOOP(
        "messages",
        "The school's server does not answer. What was not finished was not done. Check the network, then try "
        "again.",
    ),
    ConsentCode.SERVER_REFUSED: QT_TRANSLATE_NOOP(
        "messages",
        "The school's server did not let Greenlight in. Nothing was changed. Ask who looks after the server.",
    ),
    ConsentCode.SERVER_NOT_TRUSTED: QT_TRANSLATE_NOOP(
        "messages",
        "The school's server did not prove who it is. Nothing was sent to it. Ask who looks after the server.",
    ),
}

ALONE = QT_TRANSLATE_NOOP(
    "messages",
    "The second person must be someone else, with the same role. Nothing was changed. Ask a colleague.",
)
"""Where two must agree, and the second name was one's own or of someone who may not do this."""
