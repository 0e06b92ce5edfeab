"""How the window looks: one palette for each of light, dark and high contrast, one grid, one type scale."""

from __future__ import annotations

import weakref
from dataclasses import asdict, dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from string import Template

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from shiboken6 import isValid

from app.ui.contrast import TEXT_CONTRAST, contrast
from app.ui.icons import GAP, SIZE, icon

Bearer = QAbstractButton | QAction

STEP = 4
SMALL, MEDIUM, LARGE, HUGE = 8, 12, 16, 24
"""Distances in pixels, all on a grid of four."""

TYPE_SMALL, TYPE_BODY, TYPE_HEADING, TYPE_TITLE = 12, 14, 17, 22
"""Type sizes in pixels at 100 %."""

LINE_BODY = 20
"""Pixels of a line of body text at 100 %: no control is ever lower, however little room there is."""

RADIUS = 6

TICK, DOT = 16, 14
"""Sides in pixels at 100 % of a box to tick, and of a round one to choose."""


class Look(StrEnum):
    """Which palette; SYSTEM follows the computer's own setting."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by what they are for, as #rrggbb. Text on its ground has 4.5:1 or more, marks 3:1 or more."""

    window: str
    surface: str
    sunken: str
    text: str
    muted: str
    line: str
    field_line: str  # around what can be typed in or ticked
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    focus: str
    show: str
    cover: str
    unsure: str
    block: str
    photo_ground: str


LIGHT = Colours(
    window="#f3f5f7",
    surface="#ffffff",
    sunken="#e9edf1",
    text="#1a2128",
    muted="#525e69",
    line="#d6dce2",
    field_line="#7d8894",
    accent="#245a9c",
    accent_hover="#1c4a83",
    on_accent="#ffffff",
    accent_soft="#e3edf8",
    focus="#245a9c",
    show="#1e7a3c",
    cover="#4a5c6e",
    unsure="#a35f00",
    block="#b3261e",
    photo_ground="#dfe4e9",
)

DARK = Colours(
    window="#171b1f",
    surface="#20262b",
    sunken="#12161a",
    text="#e9edf0",
    muted="#a9b4be",
    line="#363f47",
    field_line="#7b8792",
    accent="#7fb2f0",
    accent_hover="#9cc5f6",
    on_accent="#0d1b2a",
    accent_soft="#26384c",
    focus="#7fb2f0",
    show="#5bc581",
    cover="#9fb3c6",
    unsure="#f0b04a",
    block="#ff8a80",
    photo_ground="#0d1013",
)

HIGH_CONTRAST = Colours(
    window="#000000",
    surface="#000000",
    sunken="#000000",
    text="#ffffff",
    muted="#ffffff",
    line="#ffffff",
    field_line="#ffffff",
    accent="#ffd500",
    accent_hover="#ffe566",
    on_accent="#000000",
    accent_soft="#333300",
    focus="#00e5ff",
    show="#00e676",
    cover="#c8d8e8",
    unsure="#ffb300",
    block="#ff6e6e",
    photo_ground="#000000",
)


def colours_of(look: Look) -> Colours:
    """The palette of a look; SYSTEM asks the computer whether it is dark."""
    match look:
        case Look.DARK:
            return DARK
        case Look.HIGH_CONTRAST:
            return HIGH_CONTRAST
        case Look.LIGHT:
            return LIGHT
        case _:
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if dark else LIGHT


class Theme:
    """The colours in force, put on the application as palette and style sheet."""

    def __init__(self, look: Look = Look.SYSTEM, *, text_percent: int = 100) -> None:
        self.look = look
        self.text_percent = text_percent
        self._with_icons: list[tuple[weakref.ref[Bearer], str, str]] = []

    @property
    def colours(self) -> Colours:
        return colours_of(self.look)

    def pixels(self, size: int) -> int:
        """A type size at the chosen text size."""
        return round(size * self.text_percent / 100)

    def sign(self, size: int = SIZE) -> int:
        """The size of an icon or a mark: it grows half as fast as the letters, which need the room more."""
        return round(size * (100 + self.text_percent) / 200)

    def font(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The system's font at a size of the scale."""
        font = QFont(QApplication.font())
        font.setPixelSize(self.pixels(size))
        font.setWeight(weight)
        return font

    def put_icon(self, bearer: Bearer, name: str, role: str = "text") -> None:
        """An icon in the colour of this role, which follows when the look is changed."""
        self._with_icons.append((weakref.ref(bearer), name, role))
        self._draw_icon(bearer, name, role)

    def _draw_icon(self, bearer: Bearer, name: str, role: str) -> None:
        gap = GAP if isinstance(bearer, QPushButton) else 0
        colours = self.colours
        # what cannot be used in high contrast is told by its dashed edge
        off = colours.field_line if self.look is not Look.HIGH_CONTRAST else colours.muted
        size = self.sign()
        bearer.setIcon(icon(name, getattr(colours, role), size=size, gap=gap, off=off))
        if isinstance(bearer, QAbstractButton):
            bearer.setIconSize(QSize(size + gap, size))

    def put_on(self, application: QApplication) -> None:
        """Dress the application; may be called again at any time."""
        application.setStyle("Fusion")
        application.setPalette(palette_of(self.colours))
        font = QFont(application.font())
        font.setPixelSize(self.pixels(TYPE_BODY))
        application.setFont(font)
        application.setStyleSheet(style_sheet(self))
        alive = [(bearer, name, role) for bearer, name, role in self._with_icons if is_alive(bearer())]
        self._with_icons = alive
        for reference, name, role in alive:
            bearer = reference()
            if bearer is not None:
                self._draw_icon(bearer, name, role)


def is_alive(bearer: Bearer | None) -> bool:
    """Whether Qt still has the widget behind a Python object."""
    return bearer is not None and isValid(bearer)


def palette_of(colours: Colours) -> QPalette:
    """The palette for whatever the style sheet does not name."""
    palette = QPalette()
    role = QPalette.ColorRole
    for part, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.sunken),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, colours.text),
        (role.ToolTipText, colours.surface),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
    ):
        palette.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(colours.muted))
    return palette


def style_sheet(theme: Theme) -> str:
    """The style sheet of `resources/styles` with this theme's values."""
    text = files("resources").joinpath("styles", "desk.qss").read_text("utf-8")
    sizes = {
        "type_small": theme.pixels(TYPE_SMALL),
        "type_body": theme.pixels(TYPE_BODY),
        "type_heading": theme.pixels(TYPE_HEADING),
        "type_title": theme.pixels(TYPE_TITLE),
        "line_body": theme.pixels(LINE_BODY),
        "tick_side": theme.sign(TICK),
        "dot_side": theme.sign(DOT),
        "dot_radius": theme.sign(DOT) // 2 + 1,
        "dot_chosen": theme.sign(DOT) - 8,
        "line_off": "dashed"
        if theme.look is Look.HIGH_CONTRAST
        else "solid",  # there is no paler colour there
        "radius": RADIUS,
        "tick": tick_file(theme.colours),
        "down": down_file(theme.colours),
    }
    return Template(text).substitute(asdict(theme.colours), **{k: str(v) for k, v in sizes.items()})


def down_file(colours: Colours) -> str:
    """The arrow of a drop-down list, in a colour that stands out from its ground."""
    name = "down_light.svg" if contrast(colours.surface, "#ffffff") > TEXT_CONTRAST else "down_dark.svg"
    return Path(str(files("resources").joinpath("icons", name))).as_posix()


def tick_file(colours: Colours) -> str:
    """The tick of a check box, in the colour that stands out from the accent; style sheets want a file."""
    name = "check_light.svg" if contrast(colours.accent, "#ffffff") > TEXT_CONTRAST else "check_dark.svg"
    return Path(str(files("resources").joinpath("icons", name))).as_posix()
