"""The cards, phones and watched folders that are there, each with how many new photos it holds and a way on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.access import describe
from app.ui.count import counted
from app.ui.theme import LARGE, MEDIUM, Theme

if TYPE_CHECKING:
    from app.offers import Offer


class OfferList(QFrame):
    """Hidden while there is none."""

    chosen = Signal(object)  # Offer

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        self._column.setSpacing(MEDIUM)
        self._rows: list[QWidget] = []
        self.buttons: list[QPushButton] = []
        self.hide()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """One row for each."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.buttons = [], []
        for offer in offers:
            self._add(offer)
        self.setVisible(bool(self._rows))

    @property
    def words(self) -> list[str]:
        """What is said of each."""
        return [label.text() for row in self._rows for label in row.findChildren(QLabel)]

    def _add(self, offer: Offer) -> None:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        label = QLabel(self._said(offer), row)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        line.addWidget(label, 1)
        if offer.approved and offer.photos:
            button = QPushButton(self.tr("Bring these in"), row)
            describe(button, self.tr("Bring in from {device}").format(device=offer.device.name))
            button.clicked.connect(lambda: self.chosen.emit(offer))
            line.addWidget(button)
            self.buttons.append(button)
        self._rows.append(row)
        self._column.addWidget(row)

    def _said(self, offer: Offer) -> str:
        photos = counted("%n photo(s)", offer.photos)
        if not offer.approved:
            return self.tr(
                "{device}: {photos}. Nobody has approved this device yet, so nothing on it is read. Ask an admin to approve it."
            ).format(device=offer.device.name, photos=photos)
        if not offer.photos:
            return self.tr(
                "{device}: the deletion of {photos} on it is not proven. Look at them on the device."
            ).format(device=offer.device.name, photos=counted("%n photo(s)", offer.unsettled))
        return self.tr("{device}: {photos} not brought in yet").format(
            device=offer.device.name, photos=photos
        )
