"""The first two people of a school, side by side: whoever sets it up, and the data protection lead."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from app.school.set_up import NewPerson, Problem
from app.ui.theme import HUGE
from app.ui.widgets.day_field import DayField
from app.ui.widgets.form import Form


class FirstTwo(QWidget):
    """What is typed of them; `admin` and `lead` as the plan wants them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HUGE)
        for column in (self._you(), self._the_lead()):
            column.column.addStretch(1)
            row.addWidget(column, 1)

    def _you(self) -> Form:
        form = self._form(self.tr("You, the admin"))
        self.name = form.line(self.tr("&Your name"))
        self.user_name = form.line(self.tr("Your &user name"))
        self.password = form.line(
            self.tr("Your &password"),
            tip=self.tr("Three words of your own are easy to remember"),
            secret=True,
        )
        self.again = form.line(self.tr("Your password &again"), secret=True)
        self.trained = DayField(date.today(), self)  # noqa: DTZ011 - the day on this computer's calendar
        form.add(self.tr("&Day of your training in data protection"), self.trained)
        return form

    def _the_lead(self) -> Form:
        form = self._form(self.tr("The data protection lead"))
        self.lead = Form(self)
        self.lead_name = self.lead.line(self.tr("The &lead's name"))
        self.lead_user = self.lead.line(self.tr("The lead's us&er name"))
        self.lead_password = self.lead.line(
            self.tr("The lead's &first password"),
            tip=self.tr("To be handed over; it must be changed at the first sign-in"),
        )
        form.column.addWidget(self.lead)
        self.both = QCheckBox(self.tr("I am the lead too, for now"), self)
        self.both.toggled.connect(lambda on: self.lead.setVisible(not on))
        form.column.addWidget(self.both)
        return form

    def _form(self, title: str) -> Form:
        form = Form(self)
        heading = QLabel(title, self)
        heading.setObjectName("strong")
        heading.setWordWrap(True)
        form.column.addWidget(heading)
        return form

    def plan_of_admin(self) -> NewPerson:
        return NewPerson(self.user_name.text(), self.name.text(), self.password.text())

    def plan_of_lead(self) -> NewPerson | None:
        """None where the admin is the lead for now."""
        if self.both.isChecked():
            return None
        return NewPerson(self.lead_user.text(), self.lead_name.text(), self.lead_password.text())

    def field_of(self, problem: Problem) -> QWidget:
        """Where this is put right."""
        match problem:
            case Problem.NO_ADMIN_NAME:
                return self.name if not self.name.text().strip() else self.user_name
            case Problem.TRAINED_IN_THE_FUTURE:
                return self.trained
            case Problem.NO_LEAD_NAME:
                return self.lead_name if not self.lead_name.text().strip() else self.lead_user
            case Problem.SAME_USER_NAME:
                return self.lead_user
            case Problem.WEAK_LEAD_PASSWORD | Problem.SAME_PASSWORD:
                return self.lead_password
            case _:
                return self.password

    def forget_passwords(self) -> None:
        for field in (self.password, self.again, self.lead_password):
            field.clear()
