"""How well one colour stands out from another, by WCAG 2.2."""

from __future__ import annotations

TEXT_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""

MARK_CONTRAST = 3.0
"""WCAG 2.2, success criterion 1.4.11."""


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two #rrggbb colours, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
