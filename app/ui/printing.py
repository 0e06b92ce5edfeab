"""Prints the recovery key by the computer's own print dialog; nothing is written to a file by us."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.marked import QT_TRANSLATE_NOOP

HEADING = QT_TRANSLATE_NOOP("printing", "Greenlight: recovery key")
WORDS = QT_TRANSLATE_NOOP(
    "printing",
    "Whoever holds this key can give an admin a new password, and so open the register. Keep it in the school's "
    "safe, where this computer is not.",
)


def print_key(key: str, school: str, parent: QWidget) -> None:
    """Ask for a printer and print the key."""
    printer = QPrinter()
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        document = QTextDocument()
        document.setHtml(sheet(key, school))
        document.print_(printer)


def sheet(key: str, school: str) -> str:
    """The printed page as HTML."""
    translate = QCoreApplication.translate
    return (
        f"<h1>{escape(translate('printing', HEADING))}</h1><p>{escape(school)}</p>"
        f"<p style='font-family: monospace; font-size: 20pt'>{escape(key)}</p>"
        f"<p>{escape(translate('printing', WORDS))}</p>"
    )
