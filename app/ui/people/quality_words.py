"""How well a picture serves to recognise someone, in one sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.ui.marked import QT_TRANSLATE_NOOP

QUALITY: dict[str, str] = {
    "GOOD": QT_TRANSLATE_NOOP("quality", "A good picture; its numbers are kept, the picture is not."),
    "NO_FACE": QT_TRANSLATE_NOOP(
        "quality", "No face was found. Use a picture in which this person looks at you."
    ),
    "SEVERAL_FACES": QT_TRANSLATE_NOOP(
        "quality", "There are several faces. Cut it so that only this person is in it."
    ),
    "TOO_SMALL": QT_TRANSLATE_NOOP("quality", "The face is too small. Use a picture in which it is larger."),
    "TOO_BLURRED": QT_TRANSLATE_NOOP("quality", "The face is blurred. Use a sharper picture."),
    "TOO_DARK": QT_TRANSLATE_NOOP("quality", "The face is too dark. Use a brighter picture."),
    "TURNED_AWAY": QT_TRANSLATE_NOOP("quality", "The face is turned away. Use a picture from the front."),
}
"""By the names of `vision.faces.quality.Quality`, which the window does not load; a test keeps them equal."""


def said_of(quality: str) -> str:
    """The sentence for a quality, in the language in force."""
    return QCoreApplication.translate("quality", QUALITY[quality])
