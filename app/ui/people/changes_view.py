"""What taking the roll over would change: each kind of change with its number, and whom it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui.access import describe
from app.ui.people.roll_words import HELD, REASONS, field_words, words
from app.ui.people_words import KINDS
from app.ui.people_words import words as people_words
from app.ui.theme import MEDIUM, SMALL
from app.ui.why import REASONS as WHYS
from app.ui.why import words as why_words
from app.ui.widgets.records_table import Record, RecordsTable

if TYPE_CHECKING:
    from app.people.changes import Changed, Changes
    from app.people.row_values import Question
    from consent.people import Person, PersonId

Rows = tuple[tuple[str, ...], list[tuple[str, ...]]]
"""The columns of a table, and its cells."""


class ChangesView(QWidget):
    """The list at the left, its details at the right. Kinds of change without anyone are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = 0
        self._names: dict[PersonId, Person] = {}
        self._tables: list[Rows] = []
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.list = QListWidget(self)
        describe(self.list, self.tr("Kinds of change"))
        self.list.setToolTip("")
        self.list.setWordWrap(True)
        self.table = RecordsTable(self.tr("Whom it is about"), self)
        self.table.setMinimumHeight(200)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self.list, 1)
        row.addWidget(self.table, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.summary)
        column.addLayout(row, 1)
        self.list.currentRowChanged.connect(self._show)

    def know(self, names: dict[PersonId, Person]) -> None:
        """The people of the register, so that changes can be told by name."""
        self._names = dict(names)

    def clear(self) -> None:
        """Forget every name."""
        self._names.clear()
        self._tables.clear()
        self.list.clear()
        self.table.fill((), ())
        self.summary.clear()

    def show_changes(self, changes: Changes) -> None:
        """Fill list and table."""
        for group in (changes.joined, changes.left):
            self._names.update({person.id: person for person in group})
        for moved in (*changes.changed, *changes.returned):
            self._names[moved.after.id] = moved.after
        self.people = len(changes.joined) + len(changes.left) + len(changes.changed) + len(changes.returned)
        self.list.blockSignals(True)
        self.list.clear()
        self._tables = []
        for title, rows in self._groups(changes):
            if rows[1]:
                entry = QListWidgetItem(self.tr("{what}: {n}").format(what=title, n=len(rows[1])))
                entry.setTextAlignment(Qt.AlignmentFlag.AlignLeft)
                self.list.addItem(entry)
                self._tables.append(rows)
        self.list.blockSignals(False)
        said = self.tr("{n} stay as they are.").format(n=len(changes.unchanged))
        if not self._tables:
            said = self.tr("The file and the register are the same. There is nothing to take over.")
        elif changes.leavers_held:
            said += " " + self.tr("No one leaves: a row without a number could be anyone.")
        self.summary.setText(said)
        self.list.setCurrentRow(0)
        self._show(0)

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._tables):
            self.table.fill((), ())
            return
        columns, cells = self._tables[row]
        self.table.fill(columns, [Record(str(place), line) for place, line in enumerate(cells)])
        self.table.fit_columns()

    def _name(self, person: PersonId | None) -> str:
        known = self._names.get(person) if person is not None else None
        return known.shown_name if known is not None else ""

    def _groups(self, changes: Changes) -> list[tuple[str, Rows]]:
        whom = (self.tr("Name"), self.tr("Number"), self.tr("Class"))
        moved = (self.tr("Name"), self.tr("What changes"))
        answer = (self.tr("Name"), self.tr("About"), self.tr("Before"), self.tr("After"))
        return [
            (self.tr("Join"), (whom, [(p.shown_name, p.school_id, p.class_name) for p in changes.joined])),
            (self.tr("Leave"), (whom, [(p.shown_name, p.school_id, p.class_name) for p in changes.left])),
            (self.tr("Return"), (moved, [_moved(one) for one in changes.returned])),
            (self.tr("Change"), (moved, [_moved(one) for one in changes.changed])),
            (
                self.tr("Permissions"),
                (
                    answer,
                    [
                        (
                            self._name(one.person),
                            _about(one.question),
                            why_words(WHYS[one.before]),
                            why_words(WHYS[one.after]),
                        )
                        for one in changes.permissions
                    ],
                ),
            ),
            (
                self.tr("Not recorded"),
                (
                    (self.tr("Name"), self.tr("About"), self.tr("Why")),
                    [
                        (self._name(one.person), _about(one.question), words(HELD[one.why]))
                        for one in changes.held
                    ],
                ),
            ),
            (
                self.tr("Neither yes nor no"),
                (
                    (self.tr("Row"), self.tr("Column")),
                    [(str(one.row), one.column) for one in changes.unknown_words],
                ),
            ),
            (
                self.tr("Posts to take down"),
                (
                    (self.tr("Platform"), self.tr("Name"), self.tr("Why")),
                    [
                        (one.publication.platform, self._name(one.person), why_words(WHYS[one.why]))
                        for one in changes.posts
                    ],
                ),
            ),
            (
                self.tr("Refused rows"),
                (
                    (self.tr("Row"), self.tr("Column"), self.tr("Why")),
                    [(str(one.row), one.column, words(REASONS[one.reason])) for one in changes.refused],
                ),
            ),
        ]


def _about(question: Question) -> str:
    about = people_words(KINDS[question.kind])
    return f"{about}: {question.platform}" if question.platform else about


def _moved(one: Changed) -> tuple[str, ...]:
    return one.after.shown_name, ", ".join(field_words(field) for field in one.fields)
