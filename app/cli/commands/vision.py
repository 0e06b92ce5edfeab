"""The vision process for commands that need no store, open for the length of a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.work.vision import Vision


@contextmanager
def vision_process() -> Iterator[Vision]:
    """One process for all photos of a command; it starts with the first call, or with `warm`."""
    from app.wiring import open_vision  # noqa: PLC0415 - brings the store's libraries, which --help need not wait for

    vision = open_vision()
    try:
        yield vision
    finally:
        vision.close()
