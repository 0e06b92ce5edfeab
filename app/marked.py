"""Marks a text for translation where it is written, long before it is shown."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - Qt's translation tools look for this name
    """The text itself; the tools find it by this function's name, as in Qt's own."""
    return text
