"""Policy: the school's text and its review, matching with its impact assessment, how long things are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFrame, QPlainTextEdit, QPushButton

from app.school import clock
from app.school import policy as school_policy
from app.ui.desk import Desk
from app.ui.people_words import day
from app.ui.settings.caption_words import CaptionWordsCard
from app.ui.settings.clock import ClockCard
from app.ui.settings.protection import ProtectionCard
from app.ui.settings.section import SettingsSection
from app.ui.theme import Theme
from app.ui.widgets.day_field import DayField
from app.ui.widgets.form import Form
from app.ui.widgets.notice import Tone
from app.ui.widgets.number_field import NumberField
from consent.accounts import Act, Role
from consent.governing import to_agree
from consent.policy import LONGEST_KEPT, LONGEST_SPELL

if TYPE_CHECKING:
    from consent.policy import Policy

A_YEAR = timedelta(days=365)


class PolicySection(SettingsSection):
    """The text is the admin's, what protects people is the lead's."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.begin_with(
            self.tr("Policy"),
            self.tr("Staff read and confirm each new version before they go on working."),
        )
        self._policy: Policy | None = None
        self.clock = ClockCard(self)
        self.clock.wanted.connect(self._put_clock_right)
        self.text_card = self._text()
        self.matching_card = self._matching()
        self.keeping_card = self._keeping()
        self.protection = ProtectionCard(self)
        self.words = CaptionWordsCard(self)
        self.originals = self._originals()
        for card in (
            self.clock, self.text_card, self.words, self.originals, self.matching_card, self.protection, self.keeping_card
        ):  # fmt: skip
            self.body.addWidget(card)
        for card in (self.protection, self.words):
            card.wanted.connect(lambda after: self._put(after, self.tr("Changed.")))
        self.body.addStretch(1)

    def _text(self) -> QFrame:
        frame, column = self.card()
        column.addWidget(self.heading(self.tr("Text and review"), name="heading"))
        form = Form(self)
        self.version = form.line(
            self.tr("&Version"), tip=self.tr("A new one makes everybody read the policy again")
        )
        self.owner = form.line(self.tr("&Who looks after it"))
        self.review = DayField(date.today() + A_YEAR, self)  # noqa: DTZ011 - the day on this computer's calendar
        form.add(self.tr("&Next review"), self.review)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(self.theme.pixels(140))
        form.add(self.tr("&Text that staff read and confirm"), self.text)
        self.save_text = QPushButton(self.tr("Put into force"), self)
        self.save_text.clicked.connect(lambda _checked=False: self._save_text())
        column.addWidget(form)
        column.addLayout(self.row(self.save_text, None))
        return frame

    def _originals(self) -> QFrame:
        frame, column = self.card()
        column.addWidget(self.heading(self.tr("Originals on the school's own devices"), name="heading"))
        self.delete_own = QCheckBox(self.tr("Delete them when their copies are proven"), self)
        words = self.tr("Without it they stay where they are. To switch it on, a second admin agrees here.")
        self.save_own = QPushButton(self.tr("Change this…"), self)
        column.addWidget(self.delete_own)
        column.addWidget(self.heading(words, name="muted"))
        column.addLayout(self.row(self.save_own, None))
        self.save_own.clicked.connect(lambda _checked=False: self._save_own())
        return frame

    def _matching(self) -> QFrame:
        frame, column = self.card()
        column.addWidget(self.heading(self.tr("Recognising faces"), name="heading"))
        self.matching_words = self.heading("", name="body")
        column.addWidget(self.matching_words)
        form = Form(self)
        self.assessment = form.line(
            self.tr("&Impact assessment"), tip=self.tr("Its reference in the school's papers")
        )
        self.assessed = DayField(date.today(), self)  # noqa: DTZ011 - as above
        form.add(self.tr("&Day of the assessment"), self.assessed)
        column.addWidget(form)
        self.switch_on = QPushButton(self.tr("Switch matching on"), self)
        self.switch_off = QPushButton(self.tr("Switch matching off…"), self)
        column.addLayout(self.row(self.switch_on, self.switch_off, None))
        self.switch_on.clicked.connect(lambda _checked=False: self._switch_on())
        self.switch_off.clicked.connect(lambda _checked=False: self._ask_off())
        return frame

    def _keeping(self) -> QFrame:
        frame, column = self.card()
        column.addWidget(self.heading(self.tr("How long things are kept"), name="heading"))
        form = Form(self)
        self.retention = NumberField(1, LONGEST_KEPT, self)
        form.add(self.tr("&Photos, in days"), self.retention)
        self.notice_days = NumberField(1, LONGEST_SPELL, self)
        form.add(self.tr("&Told before photos go, in days"), self.notice_days)
        self.leavers = NumberField(1, LONGEST_KEPT, self)
        form.add(self.tr("Records of who has &left, in days"), self.leavers)
        self.pictures = QCheckBox(self.tr("Keep reference faces, to compare by eye"), self)
        form.column.addWidget(self.pictures)
        column.addWidget(form)
        self.save_keeping = QPushButton(self.tr("Change"), self)
        self.save_keeping.clicked.connect(lambda _checked=False: self._save_keeping())
        column.addLayout(self.row(self.save_keeping, None))
        return frame

    def enter(self) -> None:
        self.desk.ask(school_policy.policy, done=self._show, failed=self.tell)
        if self.desk.who is not None and Role.LEAD in self.desk.who.roles:
            self.desk.ask(clock.behind, done=self.clock.show_moment, failed=self.tell)

    def _show(self, policy: Policy) -> None:
        who = self.desk.who
        if self.desk.is_locked or who is None:
            return
        self._policy = policy
        self.version.setText(policy.version)
        self.owner.setText(policy.owner)
        self.text.setPlainText(policy.text)
        if policy.next_review is not None:
            self.review.put(policy.next_review)
        self.assessment.setText(policy.impact_assessment)
        if policy.impact_assessed_on is not None:
            self.assessed.put(policy.impact_assessed_on)
        self.retention.setValue(policy.retention_days)
        self.notice_days.setValue(policy.notice_days)
        self.leavers.setValue(policy.leavers_days)
        self.pictures.setChecked(policy.face_pictures)
        self.text_card.setVisible(Role.ADMIN in who.roles)
        lead = Role.LEAD in who.roles
        self.matching_card.setVisible(lead)
        self.keeping_card.setVisible(lead)
        self.protection.setVisible(lead)
        self.protection.show_policy(policy)
        self.originals.setVisible(Role.ADMIN in who.roles)
        self.words.setVisible(Role.ADMIN in who.roles)
        self.words.show_policy(policy)
        self.delete_own.setChecked(bool(policy.delete_own_originals))
        self.switch_on.setVisible(not policy.matching)
        self.switch_off.setVisible(policy.matching)
        for field in (self.assessment, self.assessed):
            field.setEnabled(not policy.matching)
        if policy.matching:
            said = self.tr(
                "Matching is on, by {assessment} of {day}. Only people with a biometric consent are matched."
            )
            said = said.format(assessment=policy.impact_assessment, day=day(policy.impact_assessed_on))
        else:
            said = self.tr("Matching is off. Name the impact assessment to switch it on.")
        self.matching_words.setText(said)

    def _save_text(self) -> None:
        if self._policy is not None:
            after = replace(
                self._policy,
                version=self.version.text().strip(),
                owner=self.owner.text().strip(),
                next_review=self.review.day,
                text=self.text.toPlainText().strip(),
            )
            self._put(after, self.tr("In force. Staff are asked to read it when they sign in."))

    def _switch_on(self) -> None:
        if not self.assessment.text().strip():
            self.notice.say(self.tr("Name the impact assessment first."), Tone.ATTENTION)
            self.assessment.setFocus()
        elif self._policy is not None:
            after = replace(
                self._policy,
                impact_assessment=self.assessment.text().strip(),
                impact_assessed_on=self.assessed.day,
            )
            self._put(after, self.tr("Matching is on for people with a biometric consent."))

    def _ask_off(self) -> None:
        policy = self._policy
        if policy is None:
            return
        after = replace(policy, impact_assessment="", impact_assessed_on=None)
        self.confirm(
            self.tr("Switch matching off? Everything that is kept to recognise people is destroyed."),
            self.tr("Switch off and destroy"),
            many=1,
            act=lambda: self._put(after, self.tr("Matching is off. Nothing is kept to recognise people.")),
        )

    def _save_keeping(self) -> None:
        if self._policy is not None:
            after = replace(
                self._policy,
                retention_days=self.retention.value(),
                notice_days=self.notice_days.value(),
                leavers_days=self.leavers.value(),
                face_pictures=self.pictures.isChecked(),
            )
            self._put(after, self.tr("Changed."))

    def _save_own(self) -> None:
        policy = self._policy
        if policy is None or self.delete_own.isChecked() == bool(policy.delete_own_originals):
            return
        # who the two are is put down by the house, from their agreement
        by = (self.desk.services.account.id,) if self.delete_own.isChecked() else ()
        self._put(replace(policy, delete_own_originals=by), self.tr("Changed."))

    def _put(self, after: Policy, said: str) -> None:
        """Change the policy; where that loosens a protection, a second person agrees first."""
        before = self._policy
        acts = frozenset() if before is None else to_agree(before, after)
        if not acts:
            self.do(lambda services: school_policy.change(services, after), said)
            return
        (act,) = acts
        words = (
            self.tr(
                "This makes a rule looser that protects people. A second data protection lead agrees here."
            )
            if act is Act.KEEP_REGISTER
            else self.tr(
                "Originals would be deleted from the school's own devices. A second admin agrees here."
            )
        )

        self.do_by_two(
            words,
            act,
            lambda services, agreed: school_policy.change(services, after, agreed=agreed),
            said=said,
        )

    def _put_clock_right(self) -> None:
        words = self.tr("Permissions that ran out by the wrong clock count again. A second lead agrees here.")
        said = self.tr("The clock counts again.")
        self.do_by_two(words, Act.KEEP_REGISTER, clock.put_right, said=said)
