"""One person whom a face may be: picture, number, name, and how alike in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.access import describe
from app.ui.icons import pixmap
from app.ui.theme import SMALL, STEP, TYPE_SMALL, Theme
from consent.people import PersonId

FACE = 64


@dataclass(frozen=True, slots=True)
class Offer:
    """A person whom the region may be. `full` tells two of one name apart; `likeness` is in words."""

    person: PersonId
    name: str
    full: str
    likeness: str


class CandidateButton(QPushButton):
    """Takes the key of its number; the picture is there to be held against the face in question."""

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("candidate")
        self._theme, self._number = theme, number
        self._offer: Offer | None = None
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_offer(self, offer: Offer | None) -> None:
        """None hides it, and forgets name and picture."""
        if offer is None or self._offer is None or offer.person != self._offer.person:
            self._picture = None
        self._offer = offer
        self.setVisible(offer is not None)
        if offer is not None:
            describe(self, f"{offer.full}, {offer.likeness}", key=str(self._number))
        else:
            self.setAccessibleName("")
            self.setToolTip("")
        self.update()

    def set_picture(self, picture: QImage) -> None:
        """A reference picture, or another photo of the same person."""
        self._picture = QPixmap.fromImage(picture)
        self.update()

    def has_picture(self) -> bool:
        return self._picture is not None

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        small = QFontMetrics(self._theme.font(TYPE_SMALL)).height()
        return QSize(FACE + SMALL, FACE + 3 * small + 2 * SMALL)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        offer, colours = self._offer, self._theme.colours
        if offer is None:
            return
        painter = QPainter(self)
        small = self._theme.font(TYPE_SMALL)
        high = QFontMetrics(small).height()
        self._paint_picture(painter, QRect((self.width() - FACE) // 2, SMALL, FACE, FACE))
        self._paint_number(painter)
        room = QRect(STEP, SMALL + FACE + STEP, self.width() - 2 * STEP, 2 * high)
        painter.setFont(fitting(small, offer.name, room.width()))
        painter.setPen(QColor(colours.text))
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, centred | Qt.TextFlag.TextWordWrap, offer.name)
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        likeness = QFontMetrics(small).elidedText(offer.likeness, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room.translated(0, 2 * high), centred, likeness)
        painter.end()

    def _paint_number(self, painter: QPainter) -> None:
        colours = self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        font = self._theme.font(TYPE_SMALL, QFont.Weight.DemiBold)
        side = QFontMetrics(font).height() + STEP
        plate = QRect(STEP, STEP, side, side)
        painter.drawEllipse(plate)
        painter.setPen(QColor(colours.on_accent))
        painter.setFont(font)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_picture(self, painter: QPainter, where: QRect) -> None:
        if self._picture is None or self._picture.isNull():
            colour = self._theme.colours.muted
            middle = QRect(0, 0, FACE // 2, FACE // 2)
            middle.moveCenter(where.center())
            painter.drawPixmap(middle, pixmap("user", colour, size=FACE // 2, ratio=self.devicePixelRatio()))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._picture.size().scaled(where.size(), Qt.AspectRatioMode.KeepAspectRatio)
        shown = QRect(0, 0, size.width(), size.height())
        shown.moveCenter(where.center())
        painter.drawPixmap(shown, self._picture)


def fitting(font: QFont, words: str, width: int) -> QFont:
    """The font, smaller where the longest word would not fit into `width` pixels: half a name names no one."""
    longest = max((QFontMetrics(font).horizontalAdvance(word) for word in words.split()), default=0)
    if longest <= width:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(1, font.pixelSize() * width // longest))
    return smaller
