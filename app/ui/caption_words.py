"""What is to be looked at in a caption, as sentences."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.ui.marked import QT_TRANSLATE_NOOP
from app.ui.regions import name_of
from app.ui.widgets.words_panel import Finding
from consent.captions import Concern, Part, Remark
from consent.people import Person, PersonId
from consent.publications import Confirmation, Words

CONCERNS: dict[Concern, str] = {
    Concern.NAME: QT_TRANSLATE_NOOP("captions", "“{letters}” names someone who may not be named here."),
    Concern.NAME_NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "captions", "“{letters}” is a name, and this platform shows none."
    ),
    Concern.FULL_NAME_AND_FACE: QT_TRANSLATE_NOOP(
        "captions", "“{letters}” is the full name of someone who can be seen. Use the first name alone."
    ),
    Concern.MAYBE_NAME: QT_TRANSLATE_NOOP("captions", "“{letters}” is also someone's name. Is it meant so?"),
    Concern.EMAIL: QT_TRANSLATE_NOOP("captions", "“{letters}” is an e-mail address. Leave it out."),
    Concern.PHONE: QT_TRANSLATE_NOOP("captions", "“{letters}” is a telephone number. Leave it out."),
    Concern.SWEARING: QT_TRANSLATE_NOOP("captions", "“{letters}” does not belong into a school's post."),
    Concern.SOURCE_MISSING: QT_TRANSLATE_NOOP("captions", "Say whose it is, under Source."),
    Concern.LINK: QT_TRANSLATE_NOOP(
        "captions", "“{letters}” is a link: whoever approves looks at it and ticks it."
    ),
    Concern.SLANG: QT_TRANSLATE_NOOP(
        "captions", "“{letters}” is slang. Would it suit the school's letterhead?"
    ),
    Concern.SHOUTING: QT_TRANSLATE_NOOP("captions", "“{letters}” in capitals reads like shouting."),
    Concern.EXCLAMATION: QT_TRANSLATE_NOOP("captions", "One exclamation mark is enough."),
    Concern.NEGATIVE: QT_TRANSLATE_NOOP("captions", "“{letters}” may sound negative."),
    Concern.ALT_TEXT_MISSING: QT_TRANSLATE_NOOP(
        "captions", "Say what the photo shows, for those who cannot see it."
    ),
    Concern.ALT_TEXT_LONG: QT_TRANSLATE_NOOP(
        "captions", "What the photo shows is long; a sentence or two will do."
    ),
    Concern.ALT_TEXT_OPENING: QT_TRANSLATE_NOOP(
        "captions", "There is no need to begin with “photo of”: readers say so by themselves."
    ),
}

MISSING = QT_TRANSLATE_NOOP("captions", "Tick the three sentences below before you ask for approval.")


def words(text: str) -> str:
    """One of the marked texts, in the language in force."""
    return QCoreApplication.translate("captions", text)


def finding_of(remark: Remark, written: Words, people: Mapping[PersonId, Person], platform: str) -> Finding:
    """A remark as a sentence, with the platform's name where one is given."""
    text = {Part.CAPTION: written.caption, Part.ALT_TEXT: written.alt_text, Part.SOURCE: written.source}
    said = words(CONCERNS[remark.concern]).format(letters=text[remark.part][remark.start : remark.end])
    meant = ", ".join(name_of(person, people) for person in remark.people[:3])
    if meant and remark.concern in {Concern.NAME, Concern.MAYBE_NAME}:
        said = f"{said} ({meant})"
    if platform:
        said = f"{platform}: {said}"
    in_caption = remark.part is Part.CAPTION
    return Finding(
        said, remark.start if in_caption else 0, remark.end if in_caption else 0, forbids=remark.forbids
    )


def lines_of(written: Words) -> tuple[str, ...]:
    """The words as whoever approves reads them."""
    pairs = (
        (written.caption, QT_TRANSLATE_NOOP("captions", "“{text}”")),
        (written.alt_text, QT_TRANSLATE_NOOP("captions", "Shows: {text}")),
        (written.source, QT_TRANSLATE_NOOP("captions", "Source: {text}")),
    )
    lines = [words(pattern).format(text=text) for text, pattern in pairs if text]
    if lines and written.confirmed == frozenset(Confirmation):
        lines.append(
            words(
                QT_TRANSLATE_NOOP(
                    "captions",
                    "Confirmed by whoever wrote it: for a purpose of the school, positive and relevant, no one "
                    "disparaged.",
                )
            )
        )
    return tuple(lines)
