"""One person: what counts today for each platform and why, every answer ever recorded, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from app.ui.access import describe
from app.ui.count import counted
from app.ui.people_words import ANSWERS, COUNTS, KINDS, WHO, carer_words, day, explained, giver_of, words
from app.ui.reading_people import KINDS as ASKED
from app.ui.reading_people import NO_ANSWER, Count, PersonView
from app.ui.theme import HUGE, MEDIUM, SMALL, Theme
from app.ui.why import REASONS
from app.ui.why import words as why_words
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.notice import Notice
from app.ui.widgets.records_table import Record, RecordsTable
from consent.platforms import PlatformId
from consent.scans import Media
from consent.standing import Standing, spoken_for


class PersonCard(QWidget):
    """The sentence beneath the table explains the row in front."""

    back_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: PersonView | None = None
        self.notice = Notice(theme, self)
        self.back = QPushButton(self.tr("Everyone"), self)
        theme.put_icon(self.back, "back")
        describe(self.back, self.tr("Back to the register"), key="Esc")
        self.name = QLabel(self)
        self.name.setObjectName("title")
        self.name.setWordWrap(True)
        self.about = QLabel(self)
        self.about.setObjectName("muted")
        self.about.setWordWrap(True)
        self.answers = RecordsTable(self.tr("What counts today"), self)
        self.why = QLabel(self)
        self.why.setWordWrap(True)
        self.history = RecordsTable(self.tr("Every answer that was recorded"), self)
        self.face = QLabel(self)
        self.face.setWordWrap(True)
        self.record = QPushButton(self.tr("Record an answer…"), self)
        self.record.setObjectName("primary")
        theme.put_icon(self.record, "add", "on_accent")
        self.picture = QPushButton(self.tr("Add a picture…"), self)
        self.forget = QPushButton(self.tr("Remove the pictures…"), self)
        self.never = QPushButton(self)
        self.leave = QPushButton(self.tr("Has left…"), self)
        self.back_on_roll = QPushButton(self.tr("Is back"), self)
        self.edit = QPushButton(self.tr("Change…"), self)
        describe(self.edit, self.tr("Change…"), tip=self.tr("Name, class and numbers, where they are wrong"))
        self.carers = QPushButton(self.tr("Carers…"), self)
        describe(
            self.carers, self.tr("Carers…"), tip=self.tr("Who speaks for this person, and whose yes counts")
        )
        self.same = QPushButton(self.tr("Same person as…"), self)
        describe(
            self.same,
            self.tr("Same person as…"),
            tip=self.tr("This person stands on the register a second time"),
        )
        self.two = QPushButton(self.tr("Two people after all…"), self)
        describe(
            self.two,
            self.tr("Two people after all…"),
            tip=self.tr("Two records were made one by mistake"),
        )
        self.papers = RecordsTable(self.tr("Signed papers"), self)
        self.no_paper = QLabel(
            self.tr("No signed paper is kept yet. Scan a form, and add it here as the proof of an answer."),
            self,
        )
        self.no_paper.setWordWrap(True)
        self.add_paper = QPushButton(self.tr("Add a scan…"), self)
        self.see_paper = QPushButton(self.tr("Look at it"), self)
        self.told = QPushButton(self.tr("Parents were told…"), self)
        self.pack = QPushButton(self.tr("Everything held…"), self)
        describe(
            self.pack,
            self.tr("Everything held…"),
            tip=self.tr("A folder with all that is held about this person, for a subject access request"),
        )
        self.request = QPushButton(self)
        self._build()
        self.back.clicked.connect(lambda _checked=False: self.back_wanted.emit())
        self.answers.current_changed.connect(self._explain)
        QShortcut(QKeySequence("Esc"), self, self.back_wanted.emit)

    def _build(self) -> None:
        counts = QWidget(self)
        column = QVBoxLayout(counts)
        column.setContentsMargins(0, MEDIUM, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self.answers, 1)
        column.addWidget(self.why)
        recorded = QWidget(self)
        column = QVBoxLayout(recorded)
        column.setContentsMargins(0, MEDIUM, 0, 0)
        column.addWidget(self.history, 1)
        recognise = QWidget(self)
        column = QVBoxLayout(recognise)
        column.setContentsMargins(0, MEDIUM, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self.face)
        row = FlowLayout(spacing=SMALL)
        row.addWidget(self.told)
        row.addWidget(self.picture)
        row.addWidget(self.forget)
        column.addLayout(row)
        column.addStretch(1)
        self._papers = QWidget(self)
        column = QVBoxLayout(self._papers)
        column.setContentsMargins(0, MEDIUM, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self.no_paper)
        column.addWidget(self.papers, 10)
        row = FlowLayout(spacing=SMALL)
        row.addWidget(self.add_paper)
        row.addWidget(self.see_paper)
        column.addLayout(row)
        column.addStretch(1)
        self.tabs = QTabWidget(self)
        describe(self.tabs, self.tr("About this person"))
        self.tabs.setToolTip("")
        self.tabs.addTab(counts, self.tr("What counts today"))
        self._for_the_lead = (recorded, recognise, self._papers)
        for part, words_ in zip(
            self._for_the_lead,
            (self.tr("Every answer"), self.tr("Recognising"), self.tr("Papers")),
            strict=True,
        ):
            self.tabs.addTab(part, words_)
        acts = FlowLayout(spacing=SMALL)
        for button in (
            self.back, self.record, self.edit, self.carers, self.never, self.leave, self.back_on_roll, self.same,
            self.two, self.request, self.pack,
        ):  # fmt: skip
            acts.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(HUGE, HUGE, HUGE, MEDIUM)
        whole.setSpacing(SMALL)
        whole.addWidget(self.name)
        whole.addWidget(self.about)
        whole.addLayout(acts)
        whole.addWidget(self.notice)
        whole.addWidget(self.tabs, 1)

    def show_person(self, view: PersonView) -> None:
        """Fill everything."""
        self.view = view
        person = view.person
        self.name.setText(person.shown_name)
        said = [words(WHO[person.kind])]
        if person.legal_name != person.shown_name:
            said.append(person.legal_name)
        said += [part for part in (person.class_name, person.school_id) if part]
        said += [
            carer_words(one)
            if one.responsible
            else self.tr("{carer}, without parental responsibility").format(carer=carer_words(one))
            for one in person.carers
        ]
        if person.left_on is not None:
            said.append(self.tr("left on {day}").format(day=day(person.left_on)))
        said += [
            self.tr("asked on {asked} for what is held: answer by {due}").format(
                asked=day(one.received_on), due=day(one.due)
            )
            for one in view.requests
        ]
        self.about.setText(" · ".join(said))
        self.request.setText(self.tr("Answer went out…") if view.requests else self.tr("Asked what is held…"))
        for button in (
            self.record, self.edit, self.same, self.pack, self.request, self.told, self.picture, self.forget,
        ):  # fmt: skip
            button.setVisible(view.may_change)
        self.carers.setVisible(view.may_change and spoken_for(person))
        self.two.setVisible(view.may_change and bool(person.once))
        self.never.setVisible(view.may_mark)
        left = person.left_on is not None
        self.leave.setVisible(view.may_change and not left)
        self.back_on_roll.setVisible(view.may_change and left)
        self.never.setText(
            self.tr("Lift “never publish”…") if view.never_publish else self.tr("Never publish…")
        )
        for part in self._for_the_lead:
            self.tabs.setTabVisible(self.tabs.indexOf(part), view.may_change)
        self._show_answers(view)
        self._show_history(view)
        self._show_face(view)
        self._show_papers(view)

    def _show_answers(self, view: PersonView) -> None:
        columns = [self.tr("Platform"), *(words(KINDS[kind]) for kind in ASKED)]
        records = [
            Record(
                platform.id,
                (
                    platform.name,
                    *(told(view.explanations[platform.id, kind].standing) for kind in ASKED),
                ),
            )
            for platform in view.platforms
        ]
        self.answers.fill(columns, records)
        self.answers.fit_columns()
        self._explain(self.answers.current())

    def _explain(self, platform: str) -> None:
        view = self.view
        if view is None or not platform:
            self.why.clear()
            return
        self.why.setText(
            "\n".join(
                self.tr("{kind}: {sentence}").format(
                    kind=words(KINDS[kind]), sentence=explained(view.explanations[PlatformId(platform), kind])
                )
                for kind in ASKED
            )
        )

    def _show_history(self, view: PersonView) -> None:
        names = {platform.id: platform.name for platform in view.platforms}
        columns = [
            self.tr("Day"), self.tr("Platform"), self.tr("About"), self.tr("Answer"), self.tr("From whom"),
            self.tr("Until"), self.tr("Form"), self.tr("Recorded by"),
        ]  # fmt: skip
        records = [
            Record(
                str(record.sequence),
                (
                    day(record.given_on),
                    names.get(record.platform, record.platform) if record.platform is not None else "–",
                    words(KINDS[record.kind]),
                    words(ANSWERS[record.answer]),
                    giver_of(record, view.person),
                    day(record.valid_until),
                    record.form,
                    view.staff.get(record.recorded_by, record.recorded_by),
                ),
                order=(
                    record.given_on.isoformat(), str(record.platform), record.kind.value, record.answer.value,
                    giver_of(record, view.person), str(record.valid_until or ""), record.form, record.recorded_by,
                ),
            )
            for record in view.history
        ]  # fmt: skip
        self.history.fill(columns, records)
        self.history.fit_columns()

    def _show_papers(self, view: PersonView) -> None:
        """Scans of signed forms, for whoever keeps the register, and how many answers rest on each."""
        columns = (
            self.tr("Received"), self.tr("Form"), self.tr("Answers"), self.tr("Kept by"), self.tr("What"),
        )  # fmt: skip
        records = [
            Record(
                scan.id,
                (
                    day(scan.received_on),
                    scan.form,
                    str(sum(record.evidence == scan.id for record in view.history)),
                    view.staff.get(scan.kept_by, scan.kept_by),
                    "PDF" if scan.media is Media.PDF else self.tr("picture"),
                ),
                order=(scan.received_on.isoformat(), scan.form, "", scan.kept_by, scan.media.value),
            )
            for scan in reversed(view.scans)
        ]
        self.papers.fill(columns, records)
        self.papers.fit_columns()
        self.papers.setVisible(bool(records))
        self.no_paper.setVisible(not records)
        self.see_paper.setVisible(bool(records))

    def _show_face(self, view: PersonView) -> None:
        """What is kept to recognise this person, and whether it may be."""
        kept = counted("%n picture(s)", view.templates)
        if not view.matching:
            said = self.tr(
                "Matching is off for this school, so no picture can be added. Nothing is lost by it."
            )
        elif view.biometric.allowed:
            said = self.tr("There is a biometric consent. Kept as numbers: {pictures}.").format(pictures=kept)
        else:
            said = self.tr(
                "No picture may be kept: {reason}. Whoever reviews names this person by hand."
            ).format(reason=why_words(REASONS[view.biometric.why]))
        if view.grown_old is not None:
            old = self.tr("The newest picture is from {day}. Children change: add a new one.")
            said = f"{said}\n{old.format(day=day(view.grown_old))}"
        self.face.setText(said)
        self.told.setEnabled(bool(view.person.carers))
        self.picture.setEnabled(view.matching and view.biometric.allowed)
        self.forget.setEnabled(view.templates > 0)

    def clear(self) -> None:
        """Forget the person."""
        self.view = None
        for label in (self.name, self.about, self.why, self.face):
            label.clear()
        self.answers.fill((), ())
        self.history.fill((), ())
        self.papers.fill((), ())
        self.notice.hide()


def told(standing: Standing) -> str:
    """One cell: yes, no, or no answer, with the last day where there is one."""
    if standing.allowed:
        ends = standing.permission.valid_until if standing.permission is not None else None
        return f"{words(COUNTS[Count.YES])} → {day(ends)}" if ends is not None else words(COUNTS[Count.YES])
    return words(COUNTS[Count.NO_ANSWER if standing.why in NO_ANSWER else Count.NO])
