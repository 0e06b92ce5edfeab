"""The register as a table: search as you type, filters for class, year and answers, and what can be done from here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.access import describe
from app.ui.count import counted
from app.ui.people_words import COUNTS, KINDS, WHO, words
from app.ui.reading_people import KINDS as ASKED
from app.ui.reading_people import Count, Filter, RegisterView
from app.ui.theme import HUGE, MEDIUM, SMALL, Theme
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.notice import Notice
from app.ui.widgets.picker import Picker
from app.ui.widgets.records_table import Record, RecordsTable
from consent.people import Person, PersonKind
from consent.permissions import Kind
from consent.platforms import PlatformId


class RegisterList(QWidget):
    """Filters work on what was read; nothing is asked of the store while someone types."""

    person_wanted = Signal(str)

    def __init__(self, theme: Theme, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: RegisterView | None = None
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Name, class or number"))
        self.search.setMinimumWidth(theme.pixels(220))
        describe(
            self.search, self.tr("Search"), tip=self.tr("Part of a name, a class or a number"), key="Ctrl+F"
        )
        self.classes = Picker(self.tr("Class"), self)
        self.years = Picker(self.tr("Year"), self)
        self.who = Picker(self.tr("Who"), self)
        self.platforms = Picker(self.tr("Platform"), self)
        self.kinds = Picker(self.tr("What the answer is about"), self)
        self.counts = Picker(self.tr("Answer"), self)
        self.left = QCheckBox(self.tr("Who has left"), self)
        self.table = RecordsTable(self.tr("The register"), self)
        self.table.when_empty(self.tr("No one is found. Ask for less above, or bring the roll in."))
        self.found = QLabel(self)
        self.found.setObjectName("muted")
        self.open = QPushButton(self.tr("Open"), self)
        self.add = QPushButton(self.tr("Add a person…"), self)
        self.roll = QPushButton(self.tr("Bring in the roll…"), self)
        self.group = QPushButton(self.tr("Answers for a class…"), self)
        for button, icon in ((self.add, "add"), (self.roll, "import"), (self.group, "everyone")):
            theme.put_icon(button, icon)
        self._build(notice)
        self._wire()

    def _build(self, notice: Notice) -> None:
        title = QLabel(self.tr("People and permissions"), self)
        title.setObjectName("title")
        filters = FlowLayout(spacing=SMALL)
        for part in (
            self.search,
            self.classes,
            self.years,
            self.who,
            self.platforms,
            self.kinds,
            self.counts,
        ):
            filters.addWidget(part)
        filters.addWidget(self.left)
        buttons = FlowLayout(spacing=SMALL)
        for button in (self.open, self.group, self.roll, self.add):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(HUGE, HUGE, HUGE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addWidget(title)
        column.addWidget(notice)
        column.addLayout(filters)
        column.addWidget(self.table, 1)
        column.addWidget(self.found)
        column.addLayout(buttons)

    def _wire(self) -> None:
        self.search.textChanged.connect(lambda _text: self._show())
        for picker in (self.classes, self.years, self.who, self.platforms, self.kinds, self.counts):
            picker.currentIndexChanged.connect(lambda _index: self._show())
        self.left.toggled.connect(lambda _on: self._show())
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.chosen.connect(self.person_wanted)
        self.table.current_changed.connect(lambda key: self.open.setEnabled(bool(key)))
        self.open.clicked.connect(lambda _checked=False: self.person_wanted.emit(self.table.current()))
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)

    def show_register(self, view: RegisterView) -> None:
        """Fill table and filters; what was chosen in the filters stays."""
        self._view = view
        self.classes.offer([("", self.tr("Every class")), *((one, one) for one in view.classes)])
        self.years.offer(
            [
                ("", self.tr("Every year")),
                *((one, self.tr("Year {year}").format(year=one)) for one in view.years),
            ]
        )
        self.who.offer([("", self.tr("Everyone")), *((one.value, words(WHO[one])) for one in PersonKind)])
        self.platforms.offer([(one.id, one.name) for one in view.platforms])
        self.kinds.offer([(one.value, words(KINDS[one])) for one in ASKED])
        self.counts.offer([("", self.tr("Any answer")), *((one.value, words(COUNTS[one])) for one in Count)])
        for button in (self.add, self.roll, self.group):
            button.setVisible(view.may_change)
        self._show()

    def wanted(self) -> Filter:
        """What the filters say."""
        return Filter(
            self.search.text(),
            self.classes.value,
            self.years.value,
            PersonKind(self.who.value) if self.who.value else None,
            PlatformId(self.platforms.value) if self.platforms.value else None,
            Kind(self.kinds.value) if self.kinds.value else Kind.PHOTO,
            Count(self.counts.value) if self.counts.value else None,
            left=self.left.isChecked(),
        )

    def people(self) -> tuple[Person, ...]:
        """Who is in the table now."""
        return tuple(self._view.found(self.wanted())) if self._view is not None else ()

    def clear(self) -> None:
        """Forget every name."""
        self._view = None
        self.search.clear()
        self.table.fill((), ())
        self.found.clear()

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        wanted = self.wanted()
        people = view.found(wanted)
        platform = next((one for one in view.platforms if one.id == wanted.platform), None)
        about = words(KINDS[wanted.kind])
        columns = [self.tr("Name"), self.tr("Class"), self.tr("Year"), self.tr("Who")]
        if platform is not None:
            columns.append(self.tr("{platform}: {kind}").format(platform=platform.name, kind=about.lower()))
        columns.append(self.tr("Yes for"))
        records = []
        for person in people:
            cells = [person.shown_name, person.class_name, person.year, words(WHO[person.kind])]
            if platform is not None:
                cells.append(words(COUNTS[view.count(person, platform.id, wanted.kind)]))
            agreed = view.agreed(person, wanted.kind)
            cells.append(", ".join(one.name for one in agreed) or "–")
            records.append(Record(person.id, tuple(cells)))
        self.table.fill(columns, records)
        self.found.setText(counted("%n person(s)", len(people)))
        self.open.setEnabled(bool(people))
