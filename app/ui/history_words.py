"""What the reports of History share: their form, the words of ids, and moments as this language writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from app.ui.marked import QT_TRANSLATE_NOOP
from app.ui.widgets.records_table import Record
from consent.accounts import SYSTEM

Rows = tuple[tuple[str, ...], Sequence[Record], str]
"""Columns, rows, and a sentence above them."""

SEAL_SHOWN = 16
"""So many signs of a seal are enough to compare by eye; the printed anchor has all."""

SOMEONE = QT_TRANSLATE_NOOP("history", "someone whose record was erased")
ITSELF = QT_TRANSLATE_NOOP("history", "Greenlight itself")
RULES = QT_TRANSLATE_NOOP("history", "the school's rules")


def words(text: str) -> str:
    """One of the marked texts, in the language in force."""
    return QCoreApplication.translate("history", text)


def whom(actor: str, staff: Mapping[str, str]) -> str:
    """Who did something, by name where it is known; the program's own doing is told as such."""
    return words(ITSELF) if actor in {"", SYSTEM} else staff.get(actor, actor)


def moment(value: datetime) -> str:
    """A day and time on this computer's clock, as this language writes it."""
    local = value.astimezone()
    shown = QDateTime(local.year, local.month, local.day, local.hour, local.minute, local.second)
    return QLocale().toString(shown, "d MMM yyyy HH:mm")
