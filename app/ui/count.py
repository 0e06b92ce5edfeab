"""Counted words, such as "1 photo" and "3 photos", for any language that Qt knows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.ui.marked import QT_TRANSLATE_NOOP

ENGLISH: dict[str, tuple[str, str]] = {
    "%n person(s)": ("%n person", "%n people"),
    "%n photo(s)": ("%n photo", "%n photos"),
    "%n file(s)": ("%n file", "%n files"),
    "%n page(s)": ("%n page", "%n pages"),
    "%n day(s)": ("%n day", "%n days"),
    "%n copy(s)": ("%n copy", "%n copies"),
    "%n batch(es)": ("%n batch", "%n batches"),
    "%n picture(s)": ("%n picture", "%n pictures"),
    "%n account(s)": ("%n account", "%n accounts"),
}
"""English needs no translation file; other languages bring their own plural forms."""

MARKED = (
    QT_TRANSLATE_NOOP("count", "%n person(s)"),
    QT_TRANSLATE_NOOP("count", "%n photo(s)"),
    QT_TRANSLATE_NOOP("count", "%n file(s)"),
    QT_TRANSLATE_NOOP("count", "%n page(s)"),
    QT_TRANSLATE_NOOP("count", "%n day(s)"),
    QT_TRANSLATE_NOOP("count", "%n copy(s)"),
    QT_TRANSLATE_NOOP("count", "%n batch(es)"),
    QT_TRANSLATE_NOOP("count", "%n picture(s)"),
    QT_TRANSLATE_NOOP("count", "%n account(s)"),
    QT_TRANSLATE_NOOP("count", "%n open"),
    QT_TRANSLATE_NOOP("count", "%n named"),
    QT_TRANSLATE_NOOP("count", "%n covered"),
    QT_TRANSLATE_NOOP("count", "%n not known"),
    QT_TRANSLATE_NOOP("count", "%n tiny"),
    QT_TRANSLATE_NOOP("count", "%n added by hand"),
    QT_TRANSLATE_NOOP("count", "%n removed by hand"),
)


def counted(text: str, number: int) -> str:
    """The text with its number, in the language in force."""
    translated = QCoreApplication.translate("count", text, "", number)
    if translated in {text, text.replace("%n", str(number))} and text in ENGLISH:
        translated = ENGLISH[text][number != 1]
    return translated.replace("%n", str(number))
