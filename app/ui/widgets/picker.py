"""A drop-down list with a value behind each of its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from app.ui.access import describe


class Picker(QComboBox):
    """`value` is what stands behind the chosen words; "" may mean all."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name)
        self.setToolTip("")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(4)

    def offer(self, values: Sequence[tuple[str, str]]) -> None:
        """Exchange what can be chosen; the choice stays where it still exists. Tells nobody."""
        before = self.value
        self.blockSignals(True)
        self.clear()
        for value, text in values:
            self.addItem(text, value)
        self.blockSignals(False)
        self.pick(before)

    @property
    def value(self) -> str:
        return str(self.currentData() or "")

    def pick(self, value: str) -> None:
        """Choose a value, or the first where there is no such; tells nobody."""
        self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(value)))
        self.blockSignals(False)
