"""The process that prints: it takes a report as HTML from its input and gives the PDF to its output.

Beside the window this is the only place that knows Qt, because Qt shapes every script that a name can be
written in with the fonts of this computer. A process of its own needs no window, stalls none, and takes none
along. Nothing is written to a disk, and nothing is fetched: pictures come inside the HTML.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import os
import sys
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

DOTS_PER_INCH = 300
MARGIN = 18.0  # millimetres
FOOT = 0.35  # inches kept free below the text, for the line with the page's number
TEXT_POINTS, FOOT_POINTS = 10, 8
NO_FONTS = 3
"""Exit status where this computer has no font at all: the pages would be blank."""

_PICTURE = "data:image/jpeg;base64,"
STYLE = """
h1 { font-size: 19pt; margin-bottom: 4px; } h2 { font-size: 14pt; margin-top: 18px; } h3 { font-size: 11pt; }
p { margin-top: 3px; margin-bottom: 5px; } .quiet { color: #555555; }
table { border-collapse: collapse; border: 1px solid #b8c0c8; margin-top: 6px; margin-bottom: 10px; }
th, td { border: 1px solid #b8c0c8; padding: 4px; } th { background-color: #e6eaee; text-align: left; }
"""


class Sheets(QTextDocument):
    """A document that reaches for nothing outside itself, whatever its HTML asks for."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802 - Qt's name
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return QByteArray()
        address = QUrl(name).toString()
        content = b""
        if address.startswith(_PICTURE):
            with contextlib.suppress(binascii.Error):
                content = base64.b64decode(address.removeprefix(_PICTURE), validate=True)
        picture = QImage.fromData(content, "JPEG")  # type: ignore[arg-type]  # the stub is wrong
        # where it is given no picture, Qt goes and opens a file of that name
        return QImage(1, 1, QImage.Format.Format_Mono) if picture.isNull() else picture


def printed(html: str, title: str) -> bytes:
    """The PDF: A4, one line at the foot of each page with the title and the page's number."""
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(target)
    writer.setTitle(title)
    writer.setCreator("Greenlight")
    writer.setResolution(DOTS_PER_INCH)
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    sheets = Sheets()
    sheets.documentLayout().setPaintDevice(writer)
    sheets.setDefaultFont(_font(TEXT_POINTS))
    sheets.setDefaultStyleSheet(STYLE)
    sheets.setDocumentMargin(0)
    sheets.setHtml(html)
    width, height = writer.width(), writer.height() - FOOT * DOTS_PER_INCH
    sheets.setPageSize(QSizeF(width, height))
    painter = QPainter(writer)
    count = sheets.pageCount()
    for page in range(count):
        if page:
            writer.newPage()
        _paint(painter, sheets, QRectF(0, page * height, width, height))
        _paint_foot(
            painter, f"{title} · page {page + 1} of {count}", QRectF(0, height, width, FOOT * DOTS_PER_INCH)
        )
    painter.end()
    return bytes(target.data().data())


def _paint(painter: QPainter, sheets: QTextDocument, page: QRectF) -> None:
    painter.save()
    painter.translate(0, -page.top())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = page
    # a dark desktop must not print white letters on white paper
    context.palette.setColor(QPalette.ColorRole.Text, QColor(Qt.GlobalColor.black))
    # what begins on the next page must not show its first line of dots on this one
    painter.setClipRect(page.adjusted(0, 0, 0, -2))
    sheets.documentLayout().draw(painter, context)
    painter.restore()


def _paint_foot(painter: QPainter, words: str, place: QRectF) -> None:
    painter.setFont(_font(FOOT_POINTS))
    painter.setPen(QColor(Qt.GlobalColor.darkGray))
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, words)


def _font(points: int) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPointSize(points)
    return font


def main() -> int:
    """Print one document: its title is the first line of the input, all else its HTML. The exit status."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(["greenlight"])
    if not QFontDatabase.families():
        return NO_FONTS
    title, _, html = sys.stdin.buffer.read().decode("utf-8").partition("\n")
    sys.stdout.buffer.write(printed(html, title))
    sys.stdout.buffer.flush()
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
