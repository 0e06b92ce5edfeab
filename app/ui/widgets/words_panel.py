"""What is written beside a photo: caption, what it shows, source, and what whoever writes confirms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.ui.access import describe
from app.ui.theme import MEDIUM, SMALL, STEP, Theme
from consent.publications import Confirmation, Words

REST_MS = 300
"""What is typed is kept and looked through when the hand has rested so long."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at in the words. `start` and `end` are letters of the caption, equal where it is elsewhere."""

    words: str
    start: int = 0
    end: int = 0
    forbids: bool = False


class WordsPanel(QFrame):
    """Tells when something was written; whoever owns it keeps it and says what is to be looked at."""

    written = Signal()
    whole_batch_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filling = False
        self.heading = QLabel(self)
        self.heading.setObjectName("strong")
        self.heading.setWordWrap(True)
        self.everywhere = QCheckBox(self.tr("The same on every platform"), self)
        self.caption = QPlainTextEdit(self)
        self.alt_text = QPlainTextEdit(self)
        for field, high in ((self.caption, 84), (self.alt_text, 58)):
            field.setTabChangesFocus(True)
            field.setFixedHeight(theme.pixels(high))
        self.source = QLineEdit(self)
        self.confirmed = {
            Confirmation.PURPOSE: QCheckBox(self.tr("It serves a purpose of the school"), self),
            Confirmation.POSITIVE: QCheckBox(self.tr("It is positive and relevant"), self),
            Confirmation.NO_ONE_DISPARAGED: QCheckBox(self.tr("It disparages no one"), self),
        }
        self.whole_batch = QPushButton(self.tr("Use for every photo of the batch"), self)
        self.back = QPushButton(self.tr("Back to the photo"), self)
        theme.put_icon(self.back, "back")
        self._findings = QVBoxLayout()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        inner = QWidget(self)
        inner.setObjectName("told")
        column = QVBoxLayout(inner)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(STEP)
        column.addWidget(self.heading)
        column.addWidget(self.everywhere)
        for text, field in (
            (self.tr("&Caption"), self.caption),
            (self.tr("&What the photo shows, for those who cannot see it"), self.alt_text),
            (self.tr("&Source, where it is not the school's own"), self.source),
        ):
            label = QLabel(text, self)
            label.setWordWrap(True)
            label.setBuddy(field)
            describe(field, text.replace("&", ""))
            field.setToolTip("")
            column.addSpacing(STEP)
            column.addWidget(label)
            column.addWidget(field)
            if field is self.caption:
                column.addLayout(self._findings)
        column.addSpacing(SMALL)
        column.addWidget(QLabel(self.tr("I confirm:"), self))
        for box in self.confirmed.values():
            column.addWidget(box)
        column.addSpacing(SMALL)
        column.addWidget(self.whole_batch)
        column.addWidget(self.back)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _connect(self) -> None:
        for text in (self.caption.textChanged, self.alt_text.textChanged, self.source.textChanged):
            text.connect(self._typed)
        for box in (*self.confirmed.values(), self.everywhere):
            box.toggled.connect(self._typed)
        self._rest.timeout.connect(self.written)
        self.whole_batch.clicked.connect(self.whole_batch_wanted)
        self.back.clicked.connect(self.left)

    def show_words(self, heading: str, words: Words, *, same_everywhere: bool) -> None:
        """Fill it; what is being typed elsewhere is kept first."""
        self._filling = True
        self.heading.setText(heading)
        self.caption.setPlainText(words.caption)
        self.alt_text.setPlainText(words.alt_text)
        self.source.setText(words.source)
        for confirmation, box in self.confirmed.items():
            box.setChecked(confirmation in words.confirmed)
        self.everywhere.setChecked(same_everywhere)
        self._filling = False
        self.show_findings(())

    def words(self) -> Words:
        """What stands there now."""
        ticked = frozenset(one for one, box in self.confirmed.items() if box.isChecked())
        return Words(
            self.caption.toPlainText().strip(),
            self.alt_text.toPlainText().strip(),
            self.source.text().strip(),
            ticked,
        )

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """What is to be looked at, marked in the caption and told below it."""
        while (item := self._findings.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for finding in findings:
            label = QLabel(finding.words, self)
            label.setObjectName("forbidden" if finding.forbids else "hint")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._findings.addWidget(label)
        self.caption.setExtraSelections([self._marked(one) for one in findings if one.end > one.start])

    def findings(self) -> tuple[str, ...]:
        """What is told below the caption."""
        items = (self._findings.itemAt(place) for place in range(self._findings.count()))
        found = (item.widget() for item in items if item is not None)
        return tuple(one.text() for one in found if isinstance(one, QLabel))

    def keep_now(self) -> None:
        """Do not wait for the hand to rest: another photo comes, or the desk is locked."""
        if self._rest.isActive():
            self._rest.stop()
            self.written.emit()

    def clear(self) -> None:
        """Forget everything that was written."""
        self._rest.stop()
        self.show_words("", Words(), same_everywhere=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape goes back to the photo; what was written stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _typed(self) -> None:
        if not self._filling:
            self._rest.start()

    def _marked(self, finding: Finding) -> QTextEdit.ExtraSelection:
        colours = self._theme.colours
        marked = QTextCharFormat()
        marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        marked.setUnderlineColor(QColor(colours.block if finding.forbids else colours.unsure))
        cursor = QTextCursor(self.caption.document())
        last = len(self.caption.toPlainText())
        cursor.setPosition(min(finding.start, last))
        cursor.setPosition(min(finding.end, last), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, marked
        return selection
