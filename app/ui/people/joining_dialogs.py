"""Two records that are one person, and one that is two after all: what comes of it is shown before it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.count import counted
from app.ui.people_words import KINDS, carer_words, words
from app.ui.reading_people import KINDS as ASKED
from app.ui.regions import full_name
from app.ui.theme import Theme
from app.ui.widgets.ask_dialog import AskDialog
from app.ui.widgets.name_box import NameBox
from app.ui.widgets.notice import Tone
from app.ui.widgets.records_table import Record, RecordsTable
from consent.people import Person, PersonId
from consent.platforms import Platform

if TYPE_CHECKING:
    from app.people.foreseeing import Counts, Foreseen

Told = Callable[["Counts", Platform], str]


class JoiningDialog(AskDialog):
    """A table of what counts before and after; the yes is only there once that was shown."""

    def __init__(self, theme: Theme, platforms: Sequence[Platform], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._platforms = platforms
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.table = RecordsTable(self.tr("What counts before and after"), self)
        self.table.setMinimumHeight(theme.pixels(150))
        self.yes.setEnabled(False)
        self.yes.setDefault(False)
        for button in (self.yes, self.no):
            button.setAutoDefault(False)  # Enter chooses the other record, and nothing more
        self.setMinimumWidth(min(theme.pixels(720), 1100))

    def put_table(self) -> None:
        """Below whatever is asked."""
        self.form.column.addWidget(self.about)
        self.form.column.addWidget(self.table)
        self.table.hide()

    def show_foreseen(self, heads: Sequence[str], counts: Sequence[Counts], said: str) -> None:
        """One row for each platform and kind where these differ; from now on it can be done."""
        rows = [
            (platform, kind, [one.answers[platform.id, kind].allowed for one in counts])
            for platform in self._platforms
            for kind in ASKED
        ]
        yes, no = self.tr("yes"), self.tr("no")
        differ = [row for row in rows if len(set(row[2])) > 1]
        self.table.fill(
            (self.tr("Platform"), self.tr("About"), *heads),
            [
                Record(
                    f"{platform.id} {kind.value}",
                    (platform.name, words(KINDS[kind]), *(yes if allowed else no for allowed in answers)),
                )
                for platform, kind, answers in differ
            ],
        )
        self.table.fit_columns()
        self.table.setVisible(bool(differ))
        if not differ:
            said += "\n" + self.tr("Nothing changes in what may be shown.")
        self.about.setText(said)
        self.yes.setEnabled(True)
        self.fit()  # the preview came after the dialog was laid out


class MergeDialog(JoiningDialog):
    """Someone stands twice on the register. `foresee_wanted` tells the id of the second record."""

    foresee_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        kept: Person,
        others: Mapping[PersonId, Person],
        platforms: Sequence[Platform],
        *,
        act: Callable[[PersonId], None],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, platforms, parent)
        self.say(
            self.tr("The same person as {name}").format(name=kept.shown_name),
            self.tr("They are one person"),
            self.tr("A no of either record then counts for both. It can be taken back: nothing is lost."),
        )
        self._act, self._kept, self._others = act, kept, others
        self._gone: PersonId | None = None
        self.name = NameBox(self)
        self.name.set_people(others)
        self.form.add(self.tr("&The other record"), self.name, tip=self.tr("Type a few letters of the name"))
        self.put_table()
        self.name.setFocus()
        self.name.person_chosen.connect(self._chosen)
        self.name.no_one_taken.connect(self._no_one)

    def _chosen(self, person: str) -> None:
        self._gone = PersonId(person)
        self.name.setText(full_name(self._others[self._gone]))
        self.yes.setEnabled(False)
        self.about.setText(self.tr("Looking at what comes of it…"))
        self.foresee_wanted.emit(person)

    def _no_one(self, meant: int) -> None:
        self.notice.say(
            self.tr("No one is called so.") if not meant else self.tr("Several are meant: choose one."),
            Tone.ATTENTION,
        )

    def foreseen(self, found: Foreseen) -> None:
        """Show it, and let it be done."""
        self.notice.hide()
        (after,), (first, second) = found.after, found.before
        person = after.person
        facts = [
            self.tr("One record: {name}").format(
                name=" · ".join(
                    part
                    for part in (person.legal_name, person.class_name, person.school_id, person.upn)
                    if part
                )
            ),
            self.tr("Parents and carers: {names}").format(
                names="; ".join(map(carer_words, person.carers)) or "–"
            ),
        ]
        lost = first.templates + second.templates - after.templates
        if lost:
            facts.append(
                self.tr("Destroyed, because together they are not agreed to: {pictures}").format(
                    pictures=counted("%n picture(s)", lost)
                )
            )
        if found.come_down:
            facts.append(self.tr("Posts that then must come down: {n}").format(n=found.come_down))
        heads = (
            self.tr("{name}, kept").format(name=first.person.shown_name),
            self.tr("{name}, joined").format(name=second.person.shown_name),
            self.tr("together"),
        )
        self.show_foreseen(heads, (first, second, after), "\n".join(facts))

    def try_it(self) -> None:
        if self._gone is not None:
            self._act(self._gone)
            self.accept()


class SplitDialog(JoiningDialog):
    """Two records were made one, and are two people after all."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        platforms: Sequence[Platform],
        act: Callable[[], None],
        *,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, platforms, parent)
        self.say(
            self.tr("{name}: two people after all").format(name=name),
            self.tr("They are two people"),
            self.tr(
                "Each gets their own records back. A no from the time in between counts for both; a yes stays with "
                "the record that was kept."
            ),
        )
        self._act = act
        self.put_table()
        self.no.setDefault(True)
        self.no.setFocus()

    def foreseen(self, found: Foreseen) -> None:
        """Show it, and let it be done."""
        (before,), (kept, alone) = found.before, found.after
        facts = [
            self.tr("Two records: {first} and {second}").format(
                first=full_name(kept.person), second=full_name(alone.person)
            )
        ]
        if found.posts:
            facts.append(
                self.tr("Posts that show one of the two, to be looked at: {n}").format(n=found.posts)
            )
        heads = (
            self.tr("until now"),
            self.tr("{name}, kept").format(name=kept.person.shown_name),
            self.tr("{name}, alone").format(name=alone.person.shown_name),
        )
        self.show_foreseen(heads, (before, kept, alone), "\n".join(facts))

    def try_it(self) -> None:
        self._act()
        self.accept()
