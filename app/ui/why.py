"""Reasons, verdicts and kinds of region in the office's words; taken when they are shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.ui.marked import QT_TRANSLATE_NOOP
from consent.decisions import Outcome, Verdict, Why
from consent.sightings import Because, What

REASONS: dict[Why, str] = {
    Why.GRANTED: QT_TRANSLATE_NOOP("why", "permission on record"),
    Why.NO_RECORD: QT_TRANSLATE_NOOP("why", "no answer on record"),
    Why.REFUSED: QT_TRANSLATE_NOOP("why", "permission was refused"),
    Why.WITHDRAWN: QT_TRANSLATE_NOOP("why", "permission was withdrawn"),
    Why.REQUESTED: QT_TRANSLATE_NOOP("why", "no answer from a parent or carer yet"),
    Why.EXPIRED: QT_TRANSLATE_NOOP("why", "permission has run out"),
    Why.NOT_YET: QT_TRANSLATE_NOOP("why", "permission has not begun yet"),
    Why.CARER_REFUSED: QT_TRANSLATE_NOOP("why", "one parent or carer refused"),
    Why.OWN_OBJECTION: QT_TRANSLATE_NOOP("why", "the pupil does not want it"),
    Why.NO_NOTICE: QT_TRANSLATE_NOOP("why", "not every parent has been told"),
    Why.GROUP_TOO_SMALL: QT_TRANSLATE_NOOP("why", "allowed only among three or more people who can be seen"),
    Why.UNSURE_WHO: QT_TRANSLATE_NOOP("why", "not clear who this is"),
    Why.NOT_CONFIRMED: QT_TRANSLATE_NOOP("why", "not confirmed yet"),
    Why.UNKNOWN_PERSON: QT_TRANSLATE_NOOP("why", "not known yet"),
    Why.NOT_LISTED: QT_TRANSLATE_NOOP("why", "not on the register"),
    Why.LEFT: QT_TRANSLATE_NOOP("why", "has left the school"),
    Why.TOO_SMALL: QT_TRANSLATE_NOOP("why", "a face too small to recognise"),
    Why.SCHOOL_RULE: QT_TRANSLATE_NOOP("why", "the school's rules"),
    Why.NAME_NOT_ALLOWED: QT_TRANSLATE_NOOP("why", "this platform does not show names"),
    Why.LIKELY_NAME: QT_TRANSLATE_NOOP("why", "this looks like a name"),
    Why.CONTACT_DATA: QT_TRANSLATE_NOOP("why", "an address, number or code"),
    Why.UNIFORM_RULE: QT_TRANSLATE_NOOP("why", "this platform does not show the uniform"),
    Why.COVERED_BY_HAND: QT_TRANSLATE_NOOP("why", "covered by hand"),
    Why.HARMLESS: QT_TRANSLATE_NOOP("why", "nothing personal"),
    Why.DISMISSED: QT_TRANSLATE_NOOP("why", "marked as nothing"),
}

SENTENCES: dict[Outcome, str] = {
    Outcome.SHOW: QT_TRANSLATE_NOOP("why", "Shown on {platform}: {reason}."),
    Outcome.COVER: QT_TRANSLATE_NOOP("why", "Covered on {platform}: {reason}."),
    Outcome.BLOCK: QT_TRANSLATE_NOOP("why", "Keeps the photo off {platform}: {reason}."),
}

SHORT: dict[Outcome, str] = {
    Outcome.SHOW: QT_TRANSLATE_NOOP("why", "Shown: {reason}"),
    Outcome.COVER: QT_TRANSLATE_NOOP("why", "Covered: {reason}"),
    Outcome.BLOCK: QT_TRANSLATE_NOOP("why", "Blocks: {reason}"),
}

VERDICTS: dict[Verdict, str] = {
    Verdict.CLEAR: QT_TRANSLATE_NOOP("why", "clear"),
    Verdict.CLEAR_WITH_COVERS: QT_TRANSLATE_NOOP("why", "clear with covers"),
    Verdict.NEEDS_A_PERSON: QT_TRANSLATE_NOOP("why", "needs a person"),
    Verdict.BLOCKED: QT_TRANSLATE_NOOP("why", "blocked"),
}

KINDS: dict[What, str] = {
    What.FACE: QT_TRANSLATE_NOOP("why", "A person"),
    What.TINY_FACE: QT_TRANSLATE_NOOP("why", "A tiny face"),
    What.PERSON: QT_TRANSLATE_NOOP("why", "A person, drawn by hand"),
    What.ROLL_NAME: QT_TRANSLATE_NOOP("why", "A name of the register"),
    What.LIKELY_NAME: QT_TRANSLATE_NOOP("why", "Perhaps a name"),
    What.CONTACT: QT_TRANSLATE_NOOP("why", "An address or number"),
    What.PLATE: QT_TRANSLATE_NOOP("why", "A number plate"),
    What.CODE: QT_TRANSLATE_NOOP("why", "A code"),
    What.SCHOOL: QT_TRANSLATE_NOOP("why", "The school's name"),
    What.OTHER_TEXT: QT_TRANSLATE_NOOP("why", "Other writing"),
    What.CREST: QT_TRANSLATE_NOOP("why", "The school's crest"),
    What.UNIFORM_COLOUR: QT_TRANSLATE_NOOP("why", "Uniform colours"),
    What.UNIFORM_NAME: QT_TRANSLATE_NOOP("why", "A name on the uniform"),
    What.AREA: QT_TRANSLATE_NOOP("why", "An area, drawn by hand"),
}


BECAUSE: dict[Because, str] = {
    Because.NONE: QT_TRANSLATE_NOOP("why", "no reason was given"),
    Because.NOTHING_THERE: QT_TRANSLATE_NOOP("why", "There is nothing here"),
    Because.NOT_A_PERSON: QT_TRANSLATE_NOOP("why", "A drawing, a statue or a toy"),
    Because.NOT_PERSONAL: QT_TRANSLATE_NOOP("why", "Nobody's name, number or address"),
}
"""Why staff set a finding aside."""


def words(text: str) -> str:
    """One of the marked texts, in the language in force."""
    return QCoreApplication.translate("why", text)


def reason(outcome: Outcome, why: Why, platform: str) -> str:
    """Such as "Covered on Facebook: no answer from a parent or carer yet."."""
    return words(SENTENCES[outcome]).format(platform=platform, reason=words(REASONS[why]))


def short_reason(outcome: Outcome, why: Why) -> str:
    """Such as "Covered: permission was refused", where the platform is plain from elsewhere."""
    return words(SHORT[outcome]).format(reason=words(REASONS[why]))


LOOKS_VERY_LIKE = 0.45
"""Distance up to which 36 of 38 pairs of one person lay, with no other person below 0.57
(measured on adults, November 2026, design notes "Recognising faces")."""

LOOKS_LIKE = 0.55
"""The nearest stranger stood at 0.57 in the same measurement."""


def likeness(distance: float | None) -> str:
    """How like a face is to the references, in words; a number would look like a certainty."""
    if distance is None:
        return words(QT_TRANSLATE_NOOP("why", "not compared"))
    if distance <= LOOKS_VERY_LIKE:
        return words(QT_TRANSLATE_NOOP("why", "looks very like"))
    if distance <= LOOKS_LIKE:
        return words(QT_TRANSLATE_NOOP("why", "looks like"))
    return words(QT_TRANSLATE_NOOP("why", "some likeness"))
