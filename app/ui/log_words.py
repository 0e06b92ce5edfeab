"""What stands in the log as a code, as a sentence; the chain itself holds codes, so that it means the same for ever."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.ui.marked import QT_TRANSLATE_NOOP
from app.ui.people_words import day

ACTS: dict[str, str] = {
    "store_created": QT_TRANSLATE_NOOP("log", "The school's store was made"),
    "store_restored": QT_TRANSLATE_NOOP("log", "The store was restored from a backup"),
    "school.set_up": QT_TRANSLATE_NOOP("log", "The school was set up"),
    "sign_in": QT_TRANSLATE_NOOP("log", "Signed in"),
    "sign_in_failed": QT_TRANSLATE_NOOP("log", "Someone could not sign in"),
    "recovery_key_used": QT_TRANSLATE_NOOP("log", "The recovery key opened the store"),
    "recovery.confirmed": QT_TRANSLATE_NOOP("log", "The recovery key was typed back"),
    "recovery.renewed": QT_TRANSLATE_NOOP("log", "A new recovery key was made"),
    "recovery.password_given": QT_TRANSLATE_NOOP("log", "Gave a new password by the recovery key"),
    "backup_made": QT_TRANSLATE_NOOP("log", "A backup was made"),
    "backup.written": QT_TRANSLATE_NOOP("log", "Wrote a backup"),
    "register_moved": QT_TRANSLATE_NOOP("log", "The register moved to a server"),
    "computer.remembered": QT_TRANSLATE_NOOP("log", "A computer now opens the store by itself"),
    "computer.forgotten": QT_TRANSLATE_NOOP("log", "A computer was forgotten"),
    "staff.listed": QT_TRANSLATE_NOOP("log", "Looked at the list of accounts"),
    "staff.invited": QT_TRANSLATE_NOOP("log", "Added an account"),
    "staff.roles": QT_TRANSLATE_NOOP("log", "Changed what someone may do"),
    "staff.disabled": QT_TRANSLATE_NOOP("log", "Shut someone out"),
    "staff.enabled": QT_TRANSLATE_NOOP("log", "Let someone in again"),
    "staff.password_given": QT_TRANSLATE_NOOP("log", "Gave someone a new first password"),
    "staff.password_changed": QT_TRANSLATE_NOOP("log", "Changed the own password"),
    "staff.trained": QT_TRANSLATE_NOOP("log", "Entered someone's training"),
    "policy.read": QT_TRANSLATE_NOOP("log", "Read the policy and confirmed it"),
    "policy.changed": QT_TRANSLATE_NOOP("log", "Changed the policy"),
    "clock.put_right": QT_TRANSLATE_NOOP("log", "Said that the clock is right again"),
    "two.agreed": QT_TRANSLATE_NOOP("log", "Two people agreed"),
    "platform.added": QT_TRANSLATE_NOOP("log", "Added a platform"),
    "platform.changed": QT_TRANSLATE_NOOP("log", "Changed a platform"),
    "platform.destination": QT_TRANSLATE_NOOP("log", "Chose where a platform's copies go"),
    "destination.put": QT_TRANSLATE_NOOP("log", "Put down a destination"),
    "destination.removed": QT_TRANSLATE_NOOP("log", "Removed a destination"),
    "device.seen": QT_TRANSLATE_NOOP("log", "A device was seen for the first time"),
    "device.judged": QT_TRANSLATE_NOOP("log", "Decided on a device"),
    "device.camera_known": QT_TRANSLATE_NOOP("log", "Named a camera whose photos are expected"),
    "person.added": QT_TRANSLATE_NOOP("log", "Added a person"),
    "person.changed": QT_TRANSLATE_NOOP("log", "Changed a person's record"),
    "person.left": QT_TRANSLATE_NOOP("log", "Recorded that someone has left"),
    "person.returned": QT_TRANSLATE_NOOP("log", "Recorded that someone is back"),
    "person.merged": QT_TRANSLATE_NOOP("log", "Made two records one person"),
    "person.split": QT_TRANSLATE_NOOP("log", "Made one record two people again"),
    "person.erased": QT_TRANSLATE_NOOP("log", "Erased a person's record"),
    "person.shown": QT_TRANSLATE_NOOP("log", "Looked at a person's page"),
    "person.history_shown": QT_TRANSLATE_NOOP("log", "Looked at a person's history"),
    "people.listed": QT_TRANSLATE_NOOP("log", "Looked people up"),
    "people_exported": QT_TRANSLATE_NOOP("log", "Wrote the list of people to a file"),
    "roll_compared": QT_TRANSLATE_NOOP("log", "Compared a roll with the register"),
    "roll_imported": QT_TRANSLATE_NOOP("log", "Took a roll over"),
    "roll_mapping.kept": QT_TRANSLATE_NOOP("log", "Kept what the columns of a roll mean"),
    "permissions_recorded": QT_TRANSLATE_NOOP("log", "Recorded answers"),
    "permissions.history_shown": QT_TRANSLATE_NOOP("log", "Looked at someone's answers"),
    "permissions.due_listed": QT_TRANSLATE_NOOP("log", "Listed the answers that run out"),
    "notice_recorded": QT_TRANSLATE_NOOP("log", "Recorded that a parent was told of recognising faces"),
    "notice_excused": QT_TRANSLATE_NOOP("log", "Recorded why a parent need not be told"),
    "enrolment_record.shown": QT_TRANSLATE_NOOP("log", "Looked at the record of an enrolment"),
    "enrol": QT_TRANSLATE_NOOP("log", "Kept a picture's numbers to recognise someone"),
    "templates_destroyed": QT_TRANSLATE_NOOP("log", "What recognised someone was destroyed"),
    "templates.destroyed": QT_TRANSLATE_NOOP("log", "What recognised someone was destroyed"),
    "scan.kept": QT_TRANSLATE_NOOP("log", "Kept the scan of a signed paper"),
    "scan.shown": QT_TRANSLATE_NOOP("log", "Looked at a signed paper"),
    "never_publish.marked": QT_TRANSLATE_NOOP("log", "Marked someone “never publish”"),
    "never_publish.lifted": QT_TRANSLATE_NOOP("log", "Lifted a “never publish”"),
    "never_publish.listed": QT_TRANSLATE_NOOP("log", "Listed who is never published"),
    "never_publish.reason_shown": QT_TRANSLATE_NOOP("log", "Looked at the reason of a “never publish”"),
    "batch.opened": QT_TRANSLATE_NOOP("log", "Began a batch"),
    "intake": QT_TRANSLATE_NOOP("log", "Brought a photo in"),
    "analyse": QT_TRANSLATE_NOOP("log", "Looked through a photo"),
    "analyse.refused": QT_TRANSLATE_NOOP("log", "A photo could not be used"),
    "match": QT_TRANSLATE_NOOP("log", "Compared the faces in a photo"),
    "decide": QT_TRANSLATE_NOOP("log", "Decided what may be shown in a photo"),
    "review.words": QT_TRANSLATE_NOOP("log", "Wrote words beside a photo"),
    "review.change": QT_TRANSLATE_NOOP("log", "Corrected a photo"),
    "approve.shown": QT_TRANSLATE_NOOP(
        "log", "Wrote copies that wait for a go live into a folder, to look at"
    ),
    "review.prepare": QT_TRANSLATE_NOOP("log", "Asked for approval of a photo"),
    "approve": QT_TRANSLATE_NOOP("log", "Said go live to a photo"),
    "approve.back": QT_TRANSLATE_NOOP("log", "Sent a photo back"),
    "approve.refused": QT_TRANSLATE_NOOP("log", "Was not allowed to say go live"),
    "render": QT_TRANSLATE_NOOP("log", "Made the copies of a photo"),
    "render.void": QT_TRANSLATE_NOOP("log", "An approval no longer held"),
    "verify": QT_TRANSLATE_NOOP("log", "Checked a copy before it goes out"),
    "verify.refused": QT_TRANSLATE_NOOP("log", "A copy did not pass the check"),
    "export": QT_TRANSLATE_NOOP("log", "A copy went into a folder"),
    "upload": QT_TRANSLATE_NOOP("log", "A copy was sent"),
    "delivery.begun": QT_TRANSLATE_NOOP("log", "Began to send a copy"),
    "delivery.sending": QT_TRANSLATE_NOOP("log", "A copy is on its way"),
    "delivery.sent": QT_TRANSLATE_NOOP("log", "A copy has arrived"),
    "delivery.not_sent": QT_TRANSLATE_NOOP("log", "A copy did not arrive"),
    "delivery.doubtful": QT_TRANSLATE_NOOP("log", "It is not known whether a copy arrived"),
    "delivery.seen": QT_TRANSLATE_NOOP("log", "Said what is to be seen where a copy was sent"),
    "erase": QT_TRANSLATE_NOOP("log", "Deleted a photo here for good"),
    "original": QT_TRANSLATE_NOOP("log", "Saw to an original on its device"),
    "original.seen_to": QT_TRANSLATE_NOOP("log", "Said that an original is gone from its device"),
    "post.address": QT_TRANSLATE_NOOP("log", "Put down where a post can be seen"),
    "takedown.listed": QT_TRANSLATE_NOOP("log", "A post must come down"),
    "takedown.undone": QT_TRANSLATE_NOOP("log", "Said that a post is there after all"),
    "takedown.done": QT_TRANSLATE_NOOP("log", "Put a post down as gone"),
    "takedown.proof_shown": QT_TRANSLATE_NOOP("log", "Looked at the proof that a post is gone"),
    "reaudit": QT_TRANSLATE_NOOP("log", "Judged every post by today's register"),
    "delegation.given": QT_TRANSLATE_NOOP("log", "Let someone stand in to say go live"),
    "delegation.revoked": QT_TRANSLATE_NOOP("log", "Took back that someone stands in"),
    "incident.opened": QT_TRANSLATE_NOOP("log", "Put an incident down"),
    "incident.noted": QT_TRANSLATE_NOOP("log", "Added what is known of an incident"),
    "incident.closed": QT_TRANSLATE_NOOP("log", "Closed an incident"),
    "retention.told": QT_TRANSLATE_NOOP("log", "Told that photos which lie nowhere else will be deleted"),
    "overdue.listed": QT_TRANSLATE_NOOP("log", "Listed what is kept for too long"),
    "request.received": QT_TRANSLATE_NOOP("log", "Put down that someone asked for what is held about them"),
    "request.answered": QT_TRANSLATE_NOOP("log", "Put down that such a request was answered"),
    "report.access": QT_TRANSLATE_NOOP("log", "Gathered everything held about someone"),
    "report.audit": QT_TRANSLATE_NOOP("log", "Looked at the log"),
    "report.deletions": QT_TRANSLATE_NOOP("log", "Looked at what was deleted"),
    "report.due": QT_TRANSLATE_NOOP("log", "Looked at what runs out"),
    "report.impact": QT_TRANSLATE_NOOP("log", "Made the impact assessment pack"),
    "report.incident": QT_TRANSLATE_NOOP("log", "Made the report of an incident"),
    "report.posts": QT_TRANSLATE_NOOP("log", "Looked at everything that was posted"),
    "report.saved": QT_TRANSLATE_NOOP("log", "Saved a report as PDF"),
    "report.takedown": QT_TRANSLATE_NOOP("log", "Looked at what must come down"),
    "report.without_record": QT_TRANSLATE_NOOP("log", "Listed who has no answer yet"),
}
"""Every act that the house writes; a test compares them with the source."""

DETAILS: dict[str, str] = {
    "backups": QT_TRANSLATE_NOOP("log", "backups"),
    "changed": QT_TRANSLATE_NOOP("log", "changed"),
    "consents": QT_TRANSLATE_NOOP("log", "columns with answers"),
    "copies": QT_TRANSLATE_NOOP("log", "copies"),
    "deletions": QT_TRANSLATE_NOOP("log", "deletions"),
    "due": QT_TRANSLATE_NOOP("log", "until"),
    "for": QT_TRANSLATE_NOOP("log", "in the place of"),
    "found": QT_TRANSLATE_NOOP("log", "to come down"),
    "goes_on": QT_TRANSLATE_NOOP("log", "on"),
    "held": QT_TRANSLATE_NOOP("log", "kept back"),
    "joined": QT_TRANSLATE_NOOP("log", "new"),
    "leavers": QT_TRANSLATE_NOOP("log", "who have left"),
    "left": QT_TRANSLATE_NOOP("log", "left"),
    "lines": QT_TRANSLATE_NOOP("log", "lines"),
    "notices": QT_TRANSLATE_NOOP("log", "parents who were told"),
    "other": QT_TRANSLATE_NOOP("log", "the other record"),
    "people": QT_TRANSLATE_NOOP("log", "people"),
    "permissions": QT_TRANSLATE_NOOP("log", "answers"),
    "photos": QT_TRANSLATE_NOOP("log", "photos"),
    "posts": QT_TRANSLATE_NOOP("log", "posts"),
    "refused": QT_TRANSLATE_NOOP("log", "refused"),
    "returned": QT_TRANSLATE_NOOP("log", "back again"),
    "templates": QT_TRANSLATE_NOOP("log", "templates"),
    "templates_destroyed": QT_TRANSLATE_NOOP("log", "templates destroyed"),
    "to": QT_TRANSLATE_NOOP("log", "to"),
    "unchanged": QT_TRANSLATE_NOOP("log", "as before"),
    "void": QT_TRANSLATE_NOOP("log", "approvals that no longer hold"),
    "with": QT_TRANSLATE_NOOP("log", "agreed with"),
}
"""What the parts of a detail are called; a test compares them with the source."""

_ID = re.compile(r"[\w.:-]+")


def told(act: str) -> str:
    """An act as a sentence; a code that an older or newer program wrote stands as it is."""
    return QCoreApplication.translate("log", ACTS[act]) if act in ACTS else act


def about(words: str, names: Mapping[str, str]) -> str:
    """Ids in a subject or a detail by what they are called, where that is known; all else as it stands."""
    return _ID.sub(lambda found: names.get(found[0], found[0]), words)


def detail(words: str, names: Mapping[str, str]) -> str:
    """A detail in words; how often something did not happen is left out. What is written otherwise stands as it is."""
    pairs = [part.partition("=") for part in words.split()]
    if not all(sign and key in DETAILS for key, sign, _value in pairs):
        return about(words, names)
    return ", ".join(
        f"{QCoreApplication.translate('log', DETAILS[key])}: {_value(value, names)}"
        for key, _sign, value in pairs
        if value != "0"
    )


def _value(value: str, names: Mapping[str, str]) -> str:
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return about(value, names)
