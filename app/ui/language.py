"""English and Welsh: which one the window speaks, with its words, its plural forms and its dates."""

from __future__ import annotations

from enum import StrEnum
from importlib.resources import files

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication


class Language(StrEnum):
    """The value is the language's code (ISO 639-1), as in the names of the translation files."""

    ENGLISH = "en"
    WELSH = "cy"


LOCALES = {Language.ENGLISH: "en_GB", Language.WELSH: "cy_GB"}

OWN_NAMES = {Language.ENGLISH: "English", Language.WELSH: "Cymraeg"}
"""Each language is called by its own name, so that whoever reads only that one finds it."""


def speak(application: QApplication, language: Language) -> None:
    """Let the application speak this language from now on; texts that are already shown stay as they are."""
    QLocale.setDefault(QLocale(LOCALES[language]))
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    if language is Language.ENGLISH:
        return  # the texts are written in it
    translator = QTranslator(application)
    name = f"greenlight_{language.value}.qm"
    if translator.load(str(files("resources").joinpath("translations", name))):
        application.installTranslator(translator)


def spoken() -> Language:
    """The language in force."""
    return Language.WELSH if QLocale().language() is QLocale.Language.Welsh else Language.ENGLISH


def computers_own() -> Language:
    """The computer's own language where it is one of ours, else English."""
    return Language.WELSH if QLocale.system().language() is QLocale.Language.Welsh else Language.ENGLISH
