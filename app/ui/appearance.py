"""How this computer account likes the window: language, colours, size of text; nothing of any person or photo."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings

from app.ui.language import Language, computers_own
from app.ui.theme import Look

TEXT_SIZES = (100, 125, 150, 175, 200)
"""In per cent."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """What can be chosen under Settings, and on the page to sign in."""

    language: Language = Language.ENGLISH
    look: Look = Look.SYSTEM
    text_percent: int = 100


def load(file: Path) -> Appearance:
    """What was chosen before; what is missing or makes no sense is as the computer has it."""
    kept = QSettings(str(file), QSettings.Format.IniFormat)
    language, look, text = (str(kept.value(name, "")) for name in ("language", "look", "text_percent"))
    return Appearance(
        Language(language) if language in {one.value for one in Language} else computers_own(),
        Look(look) if look in {one.value for one in Look} else Look.SYSTEM,
        int(text) if text in {str(size) for size in TEXT_SIZES} else 100,
    )


def keep(file: Path, chosen: Appearance) -> None:
    """Remember it for the next start. Where the disk refuses, the choice still holds until the window closes."""
    kept = QSettings(str(file), QSettings.Format.IniFormat)
    kept.setValue("language", chosen.language.value)
    kept.setValue("look", chosen.look.value)
    kept.setValue("text_percent", chosen.text_percent)
    kept.sync()
