"""One column of the roll that holds a carer: the heading, what they are to the pupil, and parental responsibility."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.people.mapping import CarerColumns
from app.ui.access import describe
from app.ui.theme import MEDIUM, SMALL
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.picker import Picker


class CarerLine(QFrame):
    """Responsibility is off until the school says it: only then does a carer's yes count."""

    gone = Signal()

    def __init__(self, headings: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.column = Picker(self.tr("Column with a carer's name"), self)
        self.column.offer([("", self.tr("Choose a column")), *((one, one) for one in headings if one)])
        self.relation = QLineEdit(self)
        self.relation.setPlaceholderText(self.tr("mother, father, …"))
        describe(self.relation, self.tr("What the carer is to the pupil"))
        self.responsible = QCheckBox(self.tr("has parental responsibility"), self)
        remove = QPushButton(self.tr("Leave out"), self)
        describe(remove, self.tr("Leave this carer out"))
        remove.clicked.connect(lambda _checked=False: self.gone.emit())
        row = FlowLayout(spacing=SMALL)
        for part in (self.column, self.relation, self.responsible, remove):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.addLayout(row)

    def carer(self) -> CarerColumns:
        return CarerColumns(
            self.column.value,
            responsible=self.responsible.isChecked(),
            relation=self.relation.text().strip() or "carer",
        )
