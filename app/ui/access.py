"""Gives every control a name and a description for screen readers, and a tip that tells its key."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget


def describe(widget: QWidget, name: str, *, tip: str = "", key: str = "") -> None:
    """Set the accessible name; the tip is shown on hover with the key (portable text such as `Ctrl+Z`)."""
    widget.setAccessibleName(name)
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) if key else ""
    words = tip or name
    if tip:
        widget.setAccessibleDescription(tip)
    widget.setToolTip(f"{words} ({shown})" if shown else words)
