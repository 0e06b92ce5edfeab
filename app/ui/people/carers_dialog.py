"""Who speaks for a person: their carers, each with a name, a relation and whether they may agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.people.form_signer import is_form_signer
from app.people.spoken import name_key
from app.ui.access import describe
from app.ui.people_words import carer_words
from app.ui.theme import LARGE, MEDIUM, SMALL, Theme
from app.ui.widgets.ask_dialog import AskDialog
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import Form
from app.ui.widgets.notice import Tone
from consent.people import Carer, Person

NEW = Carer("", "", "", responsible=False)
"""Responsibility is off until the school says it: only then does a carer's yes count."""


class CarerFields(QFrame):
    """One carer. Who was heard stays on the record; whoever signed the form is not named."""

    gone = Signal()

    def __init__(self, carer: Carer, *, was_heard: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._carer = carer
        left, right = Form(self), Form(self)
        self.name = left.line(self.tr("Name"))
        self.name.setText(carer.name)
        self.relation = right.line(self.tr("What they are to the person"))
        self.relation.setPlaceholderText(self.tr("mother, father, …"))
        self.relation.setText(carer.relation)
        for form in (left, right):
            form.column.addStretch(1)
        self.responsible = QCheckBox(self.tr("has parental responsibility"), self)
        self.responsible.setChecked(carer.responsible)
        self.remove = QPushButton(self.tr("Take off the record"), self)
        self.remove.clicked.connect(lambda _checked=False: self.gone.emit())
        self.remove.setVisible(not was_heard)
        stays = QLabel(self.tr("Has answered or was told, and so stays on the record."), self)
        stays.setObjectName("small")
        stays.setWordWrap(True)
        stays.setVisible(was_heard)
        fields = QWidget(self)
        row = QHBoxLayout(fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.addWidget(left, 3)
        row.addWidget(right, 2)
        below = FlowLayout(spacing=SMALL)
        below.addWidget(self.responsible)
        below.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        if is_form_signer(carer):
            fields.hide()
            column.addWidget(QLabel(carer_words(carer), self))
        column.addWidget(fields)
        column.addLayout(below)
        column.addWidget(stays)
        self.name.textChanged.connect(lambda _text: self._name_it())
        self._name_it()

    def carer(self) -> Carer:
        """As typed now."""
        return replace(
            self._carer,
            name=self.name.text().strip(),
            relation=self.relation.text().strip(),
            responsible=self.responsible.isChecked(),
        )

    def _name_it(self) -> None:
        """So that whoever hears the page read out knows whose control this is."""
        whom = carer_words(self.carer()) or self.tr("the new carer")
        for control in (self.responsible, self.remove):
            describe(control, self.tr("{words}: {carer}").format(words=control.text(), carer=whom))
            control.setToolTip("")


class CarersDialog(AskDialog):
    """`act` is called with all carers as they are typed, where something is different."""

    def __init__(
        self,
        theme: Theme,
        person: Person,
        heard: frozenset[str],
        *,
        act: Callable[[Sequence[Carer]], None],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        self._act, self._person = act, person
        self.say(
            self.tr("Parents and carers of {name}").format(name=person.shown_name),
            self.tr("Save"),
            self.tr(
                "The yes of a carer counts only with parental responsibility; a no always counts. Where someone no "
                "longer answers for the child, take the tick away: what they said stays on the record."
            ),
        )
        self.rows: list[CarerFields] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(MEDIUM)
        self.form.column.addLayout(self._lines)
        self.more = QPushButton(self.tr("Add a parent or carer"), self)
        theme.put_icon(self.more, "add")
        self.more.clicked.connect(lambda _checked=False: self.add().name.setFocus())
        adding = FlowLayout()
        adding.addWidget(self.more)
        self.form.column.addLayout(adding)
        self.setMinimumWidth(min(theme.pixels(640), 1100))
        for carer in person.carers or (NEW,):
            self.add(carer, was_heard=carer.id in heard)
        (self.rows[0].name if self.rows[0].name.isVisibleTo(self) else self.rows[0].responsible).setFocus()

    def add(self, carer: Carer = NEW, *, was_heard: bool = False) -> CarerFields:
        """One more carer, below the others."""
        row = CarerFields(carer, was_heard=was_heard, parent=self)
        row.gone.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._lines.addWidget(row)
        if self.isVisible():
            row.show()
            QTimer.singleShot(0, self, self._fit)
        return row

    def _remove(self, row: CarerFields) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Room for the row that came, and that row in sight."""
        self.fit()
        if self.rows:
            self._area.ensureWidgetVisible(self.rows[-1])

    def try_it(self) -> None:
        carers = [row.carer() for row in self.rows]
        kept = [one for one in carers if one.id or one.name or one.relation]  # a row left empty is none
        for row, carer in zip(self.rows, carers, strict=True):
            if carer.id and not carer.name and not carer.relation:
                self.notice.say(self.tr("Type a name, or what this person is to them."), Tone.ATTENTION)
                row.name.setFocus()
                return
        names = [name_key(one.name) for one in kept if one.name]
        if len(set(names)) < len(names):
            self.notice.say(self.tr("Two of them have the same name: tell them apart."), Tone.ATTENTION)
            return
        if tuple(kept) != self._person.carers:
            self._act(kept)
        self.accept()
