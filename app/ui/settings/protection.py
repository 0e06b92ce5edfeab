"""The rules that protect people above every permission; loosening one of them takes two."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.theme import LARGE, MEDIUM
from app.ui.widgets.form import Form
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.picker import Picker
from consent.policy import LARGEST_COVERED_FACE, LARGEST_GROUP, LONGEST_SPELL, NeverPublishRule, Policy


class ProtectionCard(QFrame):
    """What the lead may set; `wanted` tells the policy as it would be."""

    wanted = Signal(object)  # Policy

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._policy: Policy | None = None
        heading = QLabel(self.tr("Rules that protect people"), self)
        heading.setObjectName("heading")
        words = QLabel(self.tr("To make one of them looser, a second lead agrees here."), self)
        words.setObjectName("muted")
        words.setWordWrap(True)
        form = Form(self)
        self.never = Picker(self.tr("Someone whom the school never publishes"), self)
        self.never.offer(
            [
                (NeverPublishRule.BLOCK.value, self.tr("block the whole photo")),
                (NeverPublishRule.COVER.value, self.tr("cover the person")),
            ]
        )
        form.add(self.tr("&Someone whom the school never publishes"), self.never)
        self.group = NumberField(2, LARGEST_GROUP, self)
        form.add(self.tr("People who make a &group"), self.group)
        self.smallest = NumberField(0, LARGEST_COVERED_FACE, self)
        self.smallest.setSpecialValueText(self.tr("no limit"))
        form.add(
            self.tr("S&mallest face that is shown, in pixels"),
            self.smallest,
            tip=self.tr("As published; a smaller face is covered, whoever it is"),
        )
        self.approval = NumberField(1, LONGEST_SPELL, self)
        form.add(self.tr("Days for which an approval &holds"), self.approval)
        self.save = QPushButton(self.tr("Change these rules…"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        for part in (heading, words, form, self.save):
            column.addWidget(part)
        self.save.clicked.connect(lambda _checked=False: self._tell())

    def show_policy(self, policy: Policy) -> None:
        """As it is in force."""
        self._policy = policy
        self.never.pick(policy.never_publish.value)
        self.group.setValue(policy.group_size)
        self.smallest.setValue(policy.smallest_face)
        self.approval.setValue(policy.approval_days)

    def _tell(self) -> None:
        if self._policy is not None:
            self.wanted.emit(
                replace(
                    self._policy,
                    never_publish=NeverPublishRule(self.never.value),
                    group_size=self.group.value(),
                    smallest_face=self.smallest.value(),
                    approval_days=self.approval.value(),
                )
            )
