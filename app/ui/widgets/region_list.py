"""The list of regions beside the photo: mark, who or what, and the reason as a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.theme import MEDIUM, SMALL, TYPE_BODY, TYPE_SMALL, Theme
from app.ui.widgets.marks import Mark, paint_badge
from app.ui.widgets.region_mark import RegionMark

ROLE = Qt.ItemDataRole.UserRole + 1
BADGE = 20
"""Side of a mark at 100 %."""
Index = QModelIndex | QPersistentModelIndex


class RegionList(QListView):
    """Works by keyboard alone; says which region is chosen."""

    region_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bare")
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._delegate = _RegionDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(96)
        self.selectionModel().currentChanged.connect(self._tell)

    def set_regions(self, regions: Sequence[RegionMark], chosen: str) -> None:
        """Show regions in this order; `chosen` is in focus. Lines that stay as they were are left alone."""
        self.selectionModel().blockSignals(True)
        if not regions:
            self._delegate.forget()
        self._model.setRowCount(min(self._model.rowCount(), len(regions)))
        for row, region in enumerate(regions):
            if row == self._model.rowCount():
                self._model.appendRow(QStandardItem())
            item = self._model.item(row)
            if item.data(ROLE) != region:
                item.setText(region.title)
                item.setData(region, ROLE)
                item.setData(f"{region.title}. {region.reason}", Qt.ItemDataRole.AccessibleTextRole)
                item.setData(region.reason, Qt.ItemDataRole.ToolTipRole)
        self.selectionModel().blockSignals(False)
        self.choose(chosen)

    def choose(self, region: str) -> None:
        """Put the focus on a region without telling it."""
        self.selectionModel().blockSignals(True)
        row = next((r for r in range(self._model.rowCount()) if self._region(r).region == region), -1)
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            index = self._model.index(row, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def chosen(self) -> str:
        """The region in focus, or nothing."""
        index = self.currentIndex()
        return self._region(index.row()).region if index.isValid() else ""

    def regions(self) -> tuple[RegionMark, ...]:
        return tuple(self._region(row) for row in range(self._model.rowCount()))

    def _region(self, row: int) -> RegionMark:
        found = self._model.index(row, 0).data(ROLE)
        assert isinstance(found, RegionMark)  # noqa: S101 - this list alone fills the model
        return found

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.region_chosen.emit(self._region(current.row()).region)


class _RegionDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._badge = theme, theme.sign(BADGE)
        self._heights: dict[tuple[str, str, bool, int], int] = {}

    def _fonts(self, region: RegionMark) -> tuple[QFont, QFont]:
        weight = QFont.Weight.DemiBold if region.mark in {Mark.UNSURE, Mark.BLOCK} else QFont.Weight.Normal
        return self._theme.font(TYPE_BODY, weight), self._theme.font(TYPE_SMALL)

    def _text_width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        whole = option.rect.width()
        if isinstance(view, QListView):
            # as if the bar were always there: when it comes, lines are not measured again
            whole = view.width() - 2 * view.frameWidth() - view.verticalScrollBar().sizeHint().width()
        return whole - self._badge - 2 * MEDIUM - SMALL

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        region, width = index.data(ROLE), max(60, self._text_width(option))
        title, small = self._fonts(region)
        # a view asks for every line at each change, and breaking lines is dear: a class photo has a hundred
        key = (region.title, region.short, title.bold(), width)
        if key not in self._heights:
            wrap, room = int(Qt.TextFlag.TextWordWrap), QRect(0, 0, width, 1000)
            height = QFontMetrics(title).boundingRect(room, wrap, region.title).height()
            height += QFontMetrics(small).boundingRect(room, wrap, region.short).height()
            self._heights[key] = height + 2 * SMALL
        return QSize(60, self._heights[key])

    def forget(self) -> None:
        """Names are not kept longer than they are shown."""
        self._heights.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        region = index.data(ROLE)
        colours = self._theme.colours
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, QColor(colours.accent_soft))
            bar = QRect(option.rect.left(), option.rect.top(), 4, option.rect.height())
            painter.fillRect(bar, QColor(colours.accent))
        left, top = option.rect.left() + MEDIUM, option.rect.top() + SMALL
        paint_badge(painter, QRectF(left, top, self._badge, self._badge), region.mark, colours=colours)
        title, small = self._fonts(region)
        wrap = int(Qt.TextFlag.TextWordWrap)
        room = QRect(left + self._badge + SMALL, top, self._text_width(option), 1000)
        painter.setFont(title)
        painter.setPen(QPen(QColor(colours.muted if region.quiet else colours.text)))
        used = painter.boundingRect(room, wrap, region.title)
        painter.drawText(room, wrap, region.title)
        room.setTop(used.bottom() + 1)
        painter.setFont(small)
        painter.setPen(QPen(QColor(colours.text if chosen else colours.muted)))
        painter.drawText(room, wrap, region.short)
        painter.restore()
