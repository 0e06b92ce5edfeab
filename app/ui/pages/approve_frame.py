"""How approving is laid out: before and after, platforms, strip, who can be seen, and the two answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.access import describe
from app.ui.pages.photo_frame import PhotoFrame
from app.ui.theme import MEDIUM, SMALL, STEP, Theme
from app.ui.widgets.before_after import BeforeAfter
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.notice import Notice


class ApproveFrame(PhotoFrame):
    """Widgets and their places; no meaning."""

    link_ticked = Signal(str, bool)

    def __init__(self, theme: Theme, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.name_parts(self.tr("The photos that wait"), self.tr("What happens to whom, and why"))
        self.seen = QLabel(self)
        self.seen.setObjectName("muted")
        self.next_unseen = QPushButton(self.tr("Next unseen"), self)
        theme.put_icon(self.next_unseen, "next")
        describe(
            self.next_unseen,
            self.tr("Next unseen"),
            tip=self.tr("Go to the next photo or platform that you have not seen yet"),
            key="N",
        )
        self.back = QPushButton(self.tr("Send back…"), self)
        theme.put_icon(self.back, "back")
        describe(
            self.back, self.tr("Send back"), tip=self.tr("Back to the office with a word on why"), key="B"
        )
        self.live = QPushButton(self.tr("Go live"), self)
        theme.put_icon(self.live, "tick", "on_accent")
        self.live.setObjectName("primary")
        tip = self.tr("This photo may go out exactly as it is shown")
        describe(self.live, self.tr("Go live"), tip=tip, key="Ctrl+Return")
        self.all_live = QPushButton(self)
        self.pictures = BeforeAfter(theme, self)
        self.prepared = self.small(name="small")
        self.stands_in = self.small(name="small")
        self.sections = QVBoxLayout()
        self._told: list[QWidget] = []
        self._links = QVBoxLayout()
        self.lay_out(self._bar(), notice, self.pictures, self._side())

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.addWidget(self.title)
        bar.addWidget(self.seen)
        answers = FlowLayout(spacing=MEDIUM, edge=Qt.Edge.RightEdge)  # large text needs two rows for them
        for button in (self.next_unseen, self.back, self.all_live, self.live):
            answers.addWidget(button)
        bar.addLayout(answers, 1)
        return bar

    def _side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        inner = QWidget(self)
        inner.setObjectName("told")
        self.sections = QVBoxLayout(inner)
        self.sections.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, SMALL)
        self.sections.setSpacing(STEP)
        area = QScrollArea(self)
        area.setObjectName("bare")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        describe(area, self.tr("Who can be seen, and what was decided by hand"))
        area.setToolTip("")
        for line in (self.prepared, self.stands_in):
            line.setContentsMargins(MEDIUM, SMALL, MEDIUM, 0)
        self.stands_in.setTextFormat(Qt.TextFormat.PlainText)
        self.stands_in.hide()
        self._links.setContentsMargins(MEDIUM, 0, MEDIUM, 0)
        column.addWidget(self.stands_in)
        column.addWidget(area, 2)
        column.addLayout(self._links)
        column.addWidget(self.line())
        column.addWidget(self.prepared)
        column.addWidget(self.regions, 3)
        return column

    def tell(self, sections: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Headings, each with its lines; a section without lines is left out."""
        self._forget()
        for heading, lines in sections:
            if not lines:
                continue
            self._add(self.small(heading, name="strong"))
            for line in lines:
                label = self.small(line, name="told")
                label.setTextFormat(Qt.TextFormat.PlainText)
                self._add(label)
            self.sections.addSpacing(SMALL)
        self.sections.addStretch(1)

    def show_seen(self, title: str, seen: int, photos: int) -> None:
        """How far whoever looks has come."""
        self.title.setText(title)
        self.next_unseen.setEnabled(seen < photos)
        self.seen.setText(self.tr("{seen} of {total} seen").format(seen=seen, total=photos))
        text = self.tr("Go live with all {n}").format(n=photos)
        self.all_live.setText(text)
        self.all_live.setVisible(photos > 1)
        describe(
            self.all_live, text, tip=self.tr("Possible when each photo was seen as each platform shows it")
        )

    def show_stands_in(self, head: str) -> None:
        """In whose place whoever is at the desk says go live; nothing where it is their own."""
        words = self.tr("You stand in for {name}: you say go live in their place, and the log says so.")
        self.stands_in.setText(words.format(name=head) if head else "")
        self.stands_in.setVisible(bool(head))

    def show_links(self, links: Mapping[str, bool]) -> None:
        """One box for each link in the words: ticked when it was looked at."""
        while (item := self._links.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for link, ticked in links.items():
            box = QCheckBox(self.tr("I looked at {link}").format(link=link.replace("&", "&&")), self)
            box.setChecked(ticked)
            box.toggled.connect(lambda on, which=link: self.link_ticked.emit(which, on))
            self._links.addWidget(box)

    def told(self) -> tuple[str, ...]:
        """Everything that is said beside the photo."""
        return tuple(widget.text() for widget in self._told if isinstance(widget, QLabel))

    def _add(self, widget: QWidget) -> None:
        self._told.append(widget)
        self.sections.addWidget(widget)

    def _forget(self) -> None:
        while (item := self.sections.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._told.clear()

    def clear(self) -> None:
        super().clear()
        self._forget()
        self.show_links({})
        self.pictures.clear()
        self.prepared.clear()
        self.show_stands_in("")
