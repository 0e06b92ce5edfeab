"""Draws a kept paper or picture page by page, in the walled process; nothing of it is ever a file."""

from __future__ import annotations

from collections.abc import Iterator

from app.services import Services
from app.work.vision import Picture
from consent.scans import Media, media_of

MOST_PAGES = 30
"""A signed form has one to four; a scan that holds a whole class's is shown as far as this."""

LONGEST = 1800
"""Side of a page in pixels: A4 at 150 dots an inch, on which small print can be read."""


def pages_of(services: Services, content: bytes) -> Iterator[Picture]:
    """Each page of a PDF, or the one picture. Raises VisionError where it cannot be drawn."""
    if media_of(content) is not Media.PDF:
        yield services.preview.preview(content, LONGEST)
        return
    number, pages = 0, 1
    while number < min(pages, MOST_PAGES):
        picture, pages = services.preview.page(content, number, LONGEST)
        yield picture
        number += 1
