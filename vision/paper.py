"""Draws a page of a scanned form (PDF), so that it can be looked at without being opened anywhere else."""

from __future__ import annotations

import numpy as np
import pypdfium2

from vision.errors import Code, PhotoRefusedError
from vision.image import Pixels

LARGEST_PAGE = 14_400.0
"""Points: the largest page that the format allows (ISO 32000-1, annex C.2)."""


def draw_page(untrusted: bytes, number: int, longest_side: int) -> tuple[Pixels, int]:
    """One page (counted from 0) as rows from the top, RGB, its longer side `longest_side`; and how many there are.

    Raises PhotoRefusedError: BROKEN for what cannot be read, UNSUPPORTED for a file that is locked with a password
    or a page that is not there.
    """
    try:
        book = pypdfium2.PdfDocument(untrusted)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise PhotoRefusedError(Code.UNSUPPORTED if locked else Code.BROKEN) from None
    try:
        pages = len(book)
        if not 0 <= number < pages:
            raise PhotoRefusedError(Code.UNSUPPORTED if pages else Code.BROKEN)
        book.init_forms()  # a form that was filled in on a screen keeps its answers beside the page
        return _drawn(book, number, longest_side), pages
    except pypdfium2.PdfiumError:
        raise PhotoRefusedError(Code.BROKEN) from None
    finally:
        book.close()


def _drawn(book: pypdfium2.PdfDocument, number: int, longest_side: int) -> Pixels:
    page = book[number]
    side = max(page.get_size())
    if not 0 < side <= LARGEST_PAGE:
        raise PhotoRefusedError(Code.BROKEN)
    # half a pixel less: the drawing rounds up
    drawn = page.render(scale=(longest_side - 0.5) / side, rev_byteorder=True).to_numpy()
    return np.ascontiguousarray(drawn[:longest_side, :longest_side, :3])
