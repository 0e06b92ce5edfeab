"""Help inside the program: short pages of text in the language in force, without any network."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.ui.access import describe
from app.ui.language import spoken
from app.ui.theme import LARGE, MEDIUM, Theme

PAGES = (
    "start", "bring_in", "review", "approve", "deliver", "people", "import", "history", "settings", "safety",
)  # fmt: skip
"""The help pages in their order; each is a file `resources/help/<language>/<page>.md`."""


def help_text(page: str) -> str:
    """One page as Markdown; its first line is its title."""
    return files("resources").joinpath("help", spoken().value, f"{page}.md").read_text("utf-8")


class HelpWindow(QDialog):
    """Stays open beside the work; closed with Escape."""

    def __init__(self, theme: Theme, page: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Greenlight: help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget(self)
        describe(self.list, self.tr("Help pages"))
        self.list.setToolTip("")
        self.list.setWordWrap(True)
        self.list.setFixedWidth(min(theme.pixels(200), 320))
        self.text = QTextBrowser(self)
        describe(self.text, self.tr("Help text"))
        self.text.setToolTip("")
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self.list)
        row.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.addLayout(row)
        for name in PAGES:
            entry = QListWidgetItem(help_text(name).splitlines()[0].lstrip("# "))
            entry.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(entry)
        self.list.currentRowChanged.connect(self._show)
        QShortcut(QKeySequence("Ctrl+W"), self, self.close)
        self.resize(min(theme.pixels(820), 1200), min(theme.pixels(560), 700))
        self.open_page(page)

    def open_page(self, page: str) -> None:
        """Turn to a page; the first one where there is none of this name."""
        self.list.setCurrentRow(PAGES.index(page) if page in PAGES else 0)

    def _show(self, row: int) -> None:
        if row >= 0:
            self.text.setMarkdown(help_text(PAGES[row]))

    def _follow(self, link: QUrl) -> None:
        """Links lead to other help pages only."""
        self.open_page(link.path())
