"""Uniform: pictures of the crest, the colours, and the names on clothes and signs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QColorDialog, QFileDialog, QListWidget, QListWidgetItem, QPushButton

from app.school import policy as school_policy
from app.ui.access import describe
from app.ui.desk import Desk
from app.ui.settings.section import SettingsSection
from app.ui.theme import SMALL, Theme
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import Form

if TYPE_CHECKING:
    from app.services import Services
    from consent.policy import Policy

SWATCH = 40


class UniformSection(SettingsSection):
    """What is looked for in photos; each platform's rule says what follows."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.begin_with(
            self.tr("Uniform"),
            self.tr("What is looked for in photos. Each platform's rule says what follows."),
        )
        self._policy: Policy | None = None
        form = Form(self)
        self.names = form.line(
            self.tr("&Names on clothes and signs"), tip=self.tr("With commas between them")
        )
        self.save = QPushButton(self.tr("Change the names"), self)
        self.items = QListWidget(self)
        describe(self.items, self.tr("Crests and colours"))
        self.items.setToolTip("")
        self.items.setMinimumHeight(theme.pixels(160))
        self.crest = QPushButton(self.tr("Add a picture of the crest…"), self)
        self.colour = QPushButton(self.tr("Add a colour…"), self)
        self.remove = QPushButton(self.tr("Take away"), self)
        frame, column = self.card()
        column.addWidget(form)
        column.addLayout(self.row(self.save, None))
        self.body.addWidget(frame)
        self.body.addWidget(self.items, 1)
        buttons = FlowLayout(spacing=SMALL)
        for button in (self.crest, self.colour, self.remove):
            buttons.addWidget(button)
        self.body.addLayout(buttons)
        self.save.clicked.connect(lambda _checked=False: self._save_names())
        self.crest.clicked.connect(lambda _checked=False: self._choose_crest())
        self.colour.clicked.connect(lambda _checked=False: self._choose_colour())
        self.remove.clicked.connect(lambda _checked=False: self._take_away())

    def enter(self) -> None:
        self.desk.ask(school_policy.policy, done=self._show, failed=self.tell)

    def _show(self, policy: Policy) -> None:
        if self.desk.is_locked:
            return
        self._policy = policy
        self.names.setText(", ".join(policy.school_names))
        self.items.clear()
        for place, content in enumerate(policy.crests, start=1):
            picture = QPixmap.fromImage(QImage.fromData(content)).scaledToHeight(SWATCH)
            entry = QListWidgetItem(self.tr("Crest {n}").format(n=place))
            if not picture.isNull():
                entry.setIcon(QIcon(picture))
            self.items.addItem(entry)
        for red, green, blue in policy.uniform_colours:
            colour = QColor(red, green, blue)
            swatch = QPixmap(SWATCH, SWATCH)
            swatch.fill(colour)
            self.items.addItem(
                QListWidgetItem(QIcon(swatch), self.tr("Colour {code}").format(code=colour.name()))
            )
        self.remove.setEnabled(self.items.count() > 0)
        self.items.setCurrentRow(0)

    def _save_names(self) -> None:
        if self._policy is not None:
            names = tuple(name.strip() for name in self.names.text().split(",") if name.strip())
            self._put(replace(self._policy, school_names=names))

    def _choose_crest(self) -> None:
        dialog = QFileDialog(
            self, self.tr("Choose a picture of the crest"), "", self.tr("Pictures (*.png *.jpg *.jpeg)")
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.add_crest(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_crest(self, file: Path) -> None:
        """Look at the picture behind walls, then keep it."""
        policy = self._policy
        if policy is None:
            return

        def add(services: Services) -> None:
            from app.people.reading import read_file  # noqa: PLC0415

            content = school_policy.crest_of(services, read_file(file, school_policy.LARGEST_CREST))
            school_policy.change(services, replace(policy, crests=(*policy.crests, content)))

        self.do(add, self.tr("Added. It is looked for in every photo from now on."))

    def _choose_colour(self) -> None:
        dialog = QColorDialog(self)
        dialog.colorSelected.connect(self.add_colour)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_colour(self, colour: QColor) -> None:
        """One more colour of the uniform."""
        if self._policy is not None:
            colours = (*self._policy.uniform_colours, (colour.red(), colour.green(), colour.blue()))
            self._put(replace(self._policy, uniform_colours=colours))

    def _take_away(self) -> None:
        policy, row = self._policy, self.items.currentRow()
        if policy is None or row < 0:
            return
        crests, colours = list(policy.crests), list(policy.uniform_colours)
        if row < len(crests):
            del crests[row]
        else:
            del colours[row - len(crests)]
        self._put(replace(policy, crests=tuple(crests), uniform_colours=tuple(colours)))

    def _put(self, after: Policy) -> None:
        def change(services: Services) -> None:
            school_policy.change(services, after)

        self.do(change, self.tr("Changed."))
