"""One of a few: radio buttons under a name, each with its own words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QRadioButton, QWidget

from app.ui.access import describe
from app.ui.theme import LARGE
from app.ui.widgets.flow_layout import FlowLayout


class Choice(QGroupBox):
    """`chosen` tells the value that a person chose; setting it from outside tells nothing."""

    chosen = Signal(str)

    def __init__(
        self, name: str, values: Sequence[tuple[str, str]], now: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self.setAccessibleName(name)
        self.buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        row = FlowLayout(spacing=LARGE)
        for value, text in values:
            button = QRadioButton(text, self)
            describe(button, f"{name}: {text}")
            button.setToolTip("")
            button.setChecked(value == now)
            button.clicked.connect(lambda _checked=False, chosen=value: self.chosen.emit(chosen))
            self._group.addButton(button)
            self.buttons[value] = button
            row.addWidget(button)
        self.setLayout(row)

    @property
    def value(self) -> str:
        """The value that is chosen, or "" for none."""
        return next((value for value, button in self.buttons.items() if button.isChecked()), "")

    def choose(self, value: str) -> None:
        """Choose without telling anyone."""
        if value in self.buttons:
            self.buttons[value].setChecked(True)
