"""What the columns of the roll mean: one list of headings for each field, and a line for each consent column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QGroupBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.people.mapping import Asks, Columns, ConsentColumn, Listed, Mapping, Speaker
from app.people.proposing import proposed
from app.ui.access import describe
from app.ui.people.carer_line import CarerLine
from app.ui.people.roll_words import FIELDS
from app.ui.people.roll_words import words as roll_words
from app.ui.people_words import KINDS, WHO, words
from app.ui.theme import LARGE, MEDIUM, SMALL, Theme
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import Form
from app.ui.widgets.picker import Picker
from consent.people import PersonKind
from consent.permissions import Kind
from consent.platforms import Platform, PlatformId

COLUMNS = ("school_id", "legal_name", "forename", "surname", "known_as", "class_name", "year")

BY_COLUMN = "column:"
"""Before a heading: that column names who answered."""


class MappingForm(QWidget):
    """Begins with what is recognised in the headings; nothing is taken over by it."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ()
        self._platforms: tuple[Platform, ...] = ()
        self.kind = Picker(self.tr("Whom the file holds"), self)
        self.listed = Picker(self.tr("Who is missing from the file"), self)
        self.columns = {name: Picker(roll_words(FIELDS[name]), self) for name in COLUMNS}
        self.form = Form(self)
        self.form_name = self.form.line(
            self.tr("Form of these answers"),
            tip=self.tr("Which wording was signed, and where the papers lie"),
        )
        self.carers: list[CarerLine] = []
        self._carer_lines = QVBoxLayout()
        self._carer_lines.setSpacing(SMALL)
        self.more_carers = QPushButton(self.tr("Add a column with a carer"), self)
        theme.put_icon(self.more_carers, "add")
        self.more_carers.clicked.connect(lambda _checked=False: self.add_carer())
        self.answered_by = Picker(self.tr("Who gave these answers"), self)
        self.form.add(self.tr("Who gave these answers"), self.answered_by)
        self.consents: list[ConsentLine] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SMALL)
        self.more = QPushButton(self.tr("Add a column with answers"), self)
        theme.put_icon(self.more, "add")
        self.more.clicked.connect(lambda _checked=False: self.add_consent())
        self._build()

    def _build(self) -> None:
        whom = Form(self)
        whom.add(self.tr("Whom the file holds"), self.kind)
        whom.add(self.tr("Who is missing from the file"), self.listed)
        grid = QGridLayout()
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(SMALL)
        for place, (name, picker) in enumerate(self.columns.items()):
            label = QLabel(roll_words(FIELDS[name]), self)
            label.setBuddy(picker)
            label.setWordWrap(True)
            grid.addWidget(label, place, 0)
            grid.addWidget(picker, place, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        column.addWidget(whom)
        columns = QGroupBox(self.tr("Columns"), self)
        columns.setLayout(grid)
        column.addWidget(columns)
        carers = QGroupBox(self.tr("Carers"), self)
        inside = QVBoxLayout(carers)
        inside.setSpacing(MEDIUM)
        inside.addLayout(self._carer_lines)
        row = FlowLayout()
        row.addWidget(self.more_carers)
        inside.addLayout(row)
        column.addWidget(carers)
        answers = QGroupBox(self.tr("Answers"), self)
        inside = QVBoxLayout(answers)
        inside.setSpacing(MEDIUM)
        inside.addLayout(self._lines)
        row = FlowLayout()
        row.addWidget(self.more)
        inside.addLayout(row)
        inside.addWidget(self.form)
        column.addWidget(answers)

    def begin(self, headings: Sequence[str], platforms: Sequence[Platform]) -> None:
        """A new file: offer its headings, with what is recognised chosen."""
        self._headings, self._platforms = tuple(headings), tuple(platforms)
        self.kind.offer([(one.value, words(WHO[one])) for one in PersonKind])
        self.listed.offer(
            [
                (Listed.SOME.value, self.tr("Nothing happens to them")),
                (Listed.EVERYONE.value, self.tr("They have left the school")),
            ]
        )
        found = proposed(headings)
        for name, picker in self.columns.items():
            picker.offer([("", self.tr("Not in this file")), *((one, one) for one in headings if one)])
            picker.pick(found[name])
        for line in (*self.consents, *self.carers):
            line.deleteLater()
        self.consents.clear()
        self.carers.clear()
        self._offer_givers()

    def add_carer(self) -> CarerLine:
        """One more column with a carer."""
        line = CarerLine(self._headings, self)
        line.gone.connect(lambda: self._remove_carer(line))
        self.carers.append(line)
        self._carer_lines.addWidget(line)
        self._offer_givers()
        line.column.setFocus()
        return line

    def _remove_carer(self, line: CarerLine) -> None:
        self.carers.remove(line)
        line.deleteLater()
        self._offer_givers()
        self.more_carers.setFocus()

    def _offer_givers(self) -> None:
        """With carers in the file, whose answers these are has to be said; else only the signer of a form is left."""
        was_asked = self.answered_by.findData("") >= 0
        givers = [
            (Speaker.CARER.value, self.tr("Whoever signed the school's form; the file does not say who"))
        ]
        if self.carers:
            givers = [
                ("", self.tr("Choose who answered")),
                (Speaker.FIRST_CARER.value, self.tr("The first carer above who is named in the row")),
                *givers,
            ]
        columns = [
            (f"{BY_COLUMN}{one}", self.tr("Whom the column “{heading}” names").format(heading=one))
            for one in self._headings
            if one
        ]
        self.answered_by.offer([*givers, *columns])
        if self.carers and not was_asked and self.answered_by.value == Speaker.CARER.value:
            self.answered_by.pick("")  # until now it was all there was to choose

    @property
    def says_who_answered(self) -> bool:
        """Whether it is clear whose the answers are; without answers there is nothing to say."""
        return not self.consents or bool(self.answered_by.value)

    def add_consent(self) -> ConsentLine:
        """One more column with answers."""
        line = ConsentLine(self._headings, self._platforms, self)
        line.gone.connect(lambda: self._remove(line))
        self.consents.append(line)
        self._lines.addWidget(line)
        line.column.setFocus()
        return line

    def _remove(self, line: ConsentLine) -> None:
        self.consents.remove(line)
        line.deleteLater()
        self.more.setFocus()

    def mapping(self) -> Mapping:
        """What is chosen now; `check_mapping` says whether it is whole."""
        said = self.answered_by.value
        by_column = said.removeprefix(BY_COLUMN) if said.startswith(BY_COLUMN) else ""
        return Mapping(
            Columns(**{name: picker.value for name, picker in self.columns.items()}),
            kind=PersonKind(self.kind.value),
            listed=Listed(self.listed.value),
            carers=tuple(line.carer() for line in self.carers),
            consents=tuple(replace(line.consent(), given_by=by_column) for line in self.consents),
            given_by=Speaker.CARER if by_column or not said else Speaker(said),
            form=self.form_name.text().strip(),
        )


class ConsentLine(QFrame):
    """One column of the file with answers."""

    gone = Signal()

    def __init__(self, headings: Sequence[str], platforms: Sequence[Platform], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.column = Picker(self.tr("Column with answers"), self)
        self.column.offer([("", self.tr("Choose a column")), *((one, one) for one in headings if one)])
        self.kind = Picker(self.tr("What the answers are about"), self)
        self.kind.offer([(one.value, words(KINDS[one])) for one in Kind])
        self.asks = Picker(self.tr("What a yes in it means"), self)
        self.asks.offer(
            [
                (Asks.PERMISSION.value, self.tr("A yes agrees")),
                (Asks.OBJECTION.value, self.tr("A yes objects")),
            ]
        )
        self.boxes = {platform.id: QCheckBox(platform.name, self) for platform in platforms}
        remove = QPushButton(self.tr("Leave out"), self)
        describe(remove, self.tr("Leave this column out"))
        remove.clicked.connect(lambda _checked=False: self.gone.emit())
        first = FlowLayout(spacing=SMALL)
        for part in (self.column, self.kind, self.asks, remove):
            first.addWidget(part)
        second = FlowLayout(spacing=MEDIUM)
        for box in self.boxes.values():
            second.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        column.addLayout(first)
        column.addLayout(second)

    def consent(self) -> ConsentColumn:
        ticked = tuple(PlatformId(platform) for platform, box in self.boxes.items() if box.isChecked())
        kind = Kind(self.kind.value)
        return ConsentColumn(
            self.column.value,
            kind,
            () if kind is Kind.BIOMETRIC else ticked,
            asks=Asks(self.asks.value),
        )
