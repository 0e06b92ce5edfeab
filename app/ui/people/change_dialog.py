"""Corrects a person's record: names, class, year and numbers; the record before stays in their history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme
from app.ui.widgets.ask_dialog import AskDialog
from app.ui.widgets.notice import Tone
from consent.people import Person, is_upn


class ChangePersonDialog(AskDialog):
    """`act` is called with the whole record as it is from now on."""

    def __init__(
        self, theme: Theme, person: Person, act: Callable[[Person], None], *, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.say(
            self.tr("Change {name}").format(name=person.shown_name),
            self.tr("Change"),
            self.tr("The next roll may say otherwise: then correct it in the school's own records, too."),
        )
        self._act, self._person = act, person
        self.name = self.form.line(self.tr("&Name"), tip=self.tr("As on official papers"))
        self.known_as = self.form.line(self.tr("&Known as"), tip=self.tr("Only where it differs"))
        self.class_name = self.form.line(self.tr("&Class"))
        self.year = self.form.line(self.tr("&Year"))
        self.school_id = self.form.line(self.tr("N&umber"), tip=self.tr("In the school's own records"))
        self.upn = self.form.line(self.tr("U&PN"))
        for field, text in (
            (self.name, person.legal_name),
            (self.known_as, person.known_as),
            (self.class_name, person.class_name),
            (self.year, person.year),
            (self.school_id, person.school_id),
            (self.upn, person.upn),
        ):
            field.setText(text)

    def try_it(self) -> None:
        upn = self.upn.text().strip()
        if not self.name.text().strip():
            self.notice.say(self.tr("Type the name."), Tone.ATTENTION)
            self.name.setFocus()
            return
        if upn and not is_upn(upn):
            self.notice.say(
                self.tr("This is no UPN: one of its thirteen places is mistyped."), Tone.ATTENTION
            )
            self.upn.setFocus()
            return
        self._act(
            replace(
                self._person,
                legal_name=self.name.text().strip(),
                known_as=self.known_as.text().strip(),
                class_name=self.class_name.text().strip(),
                year=self.year.text().strip(),
                school_id=self.school_id.text().strip(),
                upn=upn,
            )
        )
        self.accept()
