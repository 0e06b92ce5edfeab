"""A day, typed or stepped, as this language writes it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QDateEdit, QWidget

from app.ui.theme import SMALL


class DayField(QDateEdit):
    """`day` is a plain date."""

    def __init__(self, value: date, parent: QWidget | None = None) -> None:
        super().__init__(QDate(value.year, value.month, value.day), parent)
        self.setLocale(QLocale())  # the months in the language that is spoken now, as everywhere else
        self.setDisplayFormat("d MMMM yyyy")
        # the style sheet's padding does not reach the line inside
        self.lineEdit().setTextMargins(SMALL, 0, SMALL, 0)

    @property
    def day(self) -> date:
        value = self.date()
        return date(value.year(), value.month(), value.day())

    def put(self, value: date) -> None:
        """Show another day."""
        self.setDate(QDate(value.year, value.month, value.day))

    def not_after(self, value: date) -> None:
        """Later days cannot be chosen."""
        self.setMaximumDate(QDate(value.year, value.month, value.day))
