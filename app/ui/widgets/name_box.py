"""Names someone by typing: a few letters with which a part of the name begins bring up who is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from app.ui.access import describe
from app.ui.regions import full_name
from consent.people import Person, PersonId
from consent.spelling import folded

PERSON = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class _Entry:
    """Someone of the register: as shown, and as compared with what is typed."""

    person: PersonId
    words: str
    plain: str


class NameBox(QLineEdit):
    """A line in which a person of the register is chosen; never takes a name that is not on it."""

    person_chosen = Signal(str)
    no_one_taken = Signal(int)  # how many are meant: none, or several
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, self.tr("Name this person"), tip=self.tr("Type a few letters of the name"), key="N")
        self.setPlaceholderText(self.tr("Type a name…"))
        self.setClearButtonEnabled(True)
        self._entries: tuple[_Entry, ...] = ()
        self._model = QStandardItemModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(8)
        completer.activated.connect(self._choose_text)
        self.setCompleter(completer)
        self.textEdited.connect(lambda _text: self._offer())  # before the list is shown
        self.returnPressed.connect(self._choose_only)

    def set_people(self, people: Mapping[PersonId, Person]) -> None:
        """The register, by name; who has left stands last."""
        known = sorted(people.values(), key=lambda p: (p.left_on is not None, p.shown_name.casefold()))
        self._entries = tuple(_Entry(one.id, _words(one), folded(_words(one))) for one in known)
        self._offer()

    def found(self) -> Sequence[str]:
        """The ids of those whom the typed letters may mean."""
        return tuple(entry.person for entry in self._meant())

    def _meant(self) -> Sequence[_Entry]:
        """Of whom a part of the name begins with these letters; if of nobody, then whoever has them anywhere."""
        letters = re.escape(folded(self.text().strip()))
        if not letters:
            return ()
        at_start = [one for one in self._entries if re.search(rf"(?<!\w){letters}", one.plain)]
        return at_start or [one for one in self._entries if re.search(letters, one.plain)]

    def _offer(self) -> None:
        """In the list below the line."""
        self._model.clear()
        for entry in self._meant():
            item = QStandardItem(entry.words)
            item.setData(entry.person, PERSON)
            self._model.appendRow(item)

    def _choose_text(self, text: str) -> None:
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            if item.text() == text:
                self._tell(str(item.data(PERSON)))
                return

    def _choose_only(self) -> None:
        """Enter takes the only one who is meant; among several it takes no one."""
        found = self.found()
        if len(found) == 1:
            self._tell(found[0])
        elif self.text().strip():
            self.no_one_taken.emit(len(found))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape goes back to the photo without naming anyone."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _tell(self, person: str) -> None:
        popup = self.completer().popup()
        if popup is not None:
            popup.hide()
        self.clear()
        self.person_chosen.emit(person)


def _words(person: Person) -> str:
    """Both names, so that either is found, with the class."""
    if person.legal_name == person.shown_name:
        return full_name(person)
    return f"{full_name(person)} · {person.legal_name}"
