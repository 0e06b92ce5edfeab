"""The school's own words for captions: never, with a hint, and allowed although the kept lists name them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.theme import LARGE, MEDIUM
from app.ui.widgets.form import Form
from consent.captions import as_listed
from consent.policy import Policy


class CaptionWordsCard(QFrame):
    """What the admin may set; `wanted` tells the policy as it would be."""

    wanted = Signal(object)  # Policy

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._policy: Policy | None = None
        heading = QLabel(self.tr("Words in captions"), self)
        heading.setObjectName("heading")
        said = QLabel(
            self.tr("Greenlight brings a list of swear words and slang. Put commas between your own words."),
            self,
        )
        said.setObjectName("muted")
        said.setWordWrap(True)
        form = Form(self)
        self.refused = form.line(self.tr("Words that may not stand in a ca&ption"))
        self.advised = form.line(self.tr("Words that &give a hint and no more"))
        self.allowed = form.line(self.tr("Words of the list that are fine he&re"))
        self.save = QPushButton(self.tr("Change these words"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        for part in (heading, said, form, self.save):
            column.addWidget(part)
        self.save.clicked.connect(lambda _checked=False: self._tell())

    def show_policy(self, policy: Policy) -> None:
        """As it is in force."""
        self._policy = policy
        for line, words in (
            (self.refused, policy.words_refused),
            (self.advised, policy.words_advised),
            (self.allowed, policy.words_allowed),
        ):
            line.setText(", ".join(words))

    def _tell(self) -> None:
        if self._policy is not None:
            self.wanted.emit(
                replace(
                    self._policy,
                    words_refused=as_listed(self.refused.text()),
                    words_advised=as_listed(self.advised.text()),
                    words_allowed=as_listed(self.allowed.text()),
                )
            )
