"""Names someone by typing: three letters of any part of the name bring up who is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from app.ui.access import describe
from app.ui.regions import full_name
from consent.people import Person, PersonId

PERSON = Qt.ItemDataRole.UserRole + 1


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
        self._model = QStandardItemModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        completer.activated.connect(self._choose_text)
        self.setCompleter(completer)
        self.returnPressed.connect(self._choose_only)

    def set_people(self, people: Mapping[PersonId, Person]) -> None:
        """The register, by name; who has left stands last."""
        self._model.clear()
        known = sorted(people.values(), key=lambda p: (p.left_on is not None, p.shown_name.casefold()))
        for person in known:
            item = QStandardItem(_words(person))
            item.setData(person.id, PERSON)
            self._model.appendRow(item)

    def found(self) -> Sequence[str]:
        """The ids of those whom the typed letters may mean."""
        letters = self.text().strip()
        if not letters:
            return ()
        proxy = QSortFilterProxyModel()
        proxy.setSourceModel(self._model)
        proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        proxy.setFilterFixedString(letters)
        return tuple(str(proxy.index(row, 0).data(PERSON)) for row in range(proxy.rowCount()))

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
