"""Marks a text of the window for translation; see `app.marked`, which the parts without a window use."""

from __future__ import annotations

from app.marked import QT_TRANSLATE_NOOP

__all__ = ["QT_TRANSLATE_NOOP"]
