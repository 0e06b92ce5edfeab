"""Language and look: how this computer account likes the window."""

from __future__ import annotations

from app.ui.appearance import TEXT_SIZES, Appearance
from app.ui.desk import Desk
from app.ui.language import OWN_NAMES, Language, spoken
from app.ui.pages.page import Page
from app.ui.theme import Look, Theme
from app.ui.widgets.choice import Choice


class AppearanceSection(Page):
    """Every choice holds at once and is remembered for this computer account."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        looks = (
            (Look.SYSTEM, self.tr("As the computer")),
            (Look.LIGHT, self.tr("Light")),
            (Look.DARK, self.tr("Dark")),
            (Look.HIGH_CONTRAST, self.tr("High contrast")),
        )
        self.languages = Choice(
            self.tr("Language"), [(one.value, OWN_NAMES[one]) for one in Language], spoken().value, self
        )
        self.looks = Choice(
            self.tr("Colours"), [(one.value, words) for one, words in looks], theme.look.value, self
        )
        self.sizes = Choice(
            self.tr("Size of text"),
            [(str(size), self.tr("{n} %").format(n=size)) for size in TEXT_SIZES],
            str(theme.text_percent),
            self,
        )
        column = self.column()
        column.addWidget(self.heading(self.tr("Language and look")))
        column.addWidget(
            self.heading(
                self.tr(
                    "These hold for whoever uses this computer account, and change nothing of the school's."
                ),
                name="muted",
            )
        )
        column.addWidget(self.notice)
        for choice in (self.languages, self.looks, self.sizes):
            column.addWidget(choice)
            choice.chosen.connect(lambda _value: self._take())
        column.addStretch(1)

    def enter(self) -> None:
        self.looks.choose(self.theme.look.value)

    def _take(self) -> None:
        chosen = Appearance(Language(self.languages.value), Look(self.looks.value), int(self.sizes.value))
        if any(lane.busy for lane in (self.desk.long, self.desk.side)):
            self.notice.say(self.tr("The words and sizes change when the work in hand is done."))
        self.appearance_wanted.emit(chosen)
