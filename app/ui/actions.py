"""One table of everything that a key can do: its name, its key, its tip, and where the key counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.ui.marked import QT_TRANSLATE_NOOP


class Scope(StrEnum):
    """Where a key counts. Typing in a field always goes to the field."""

    PAGE = "page"  # anywhere on the page
    PHOTO = "photo"  # on the photo and the list beside it, so that buttons keep Enter for themselves


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table. `keys` are portable text; the first is the one that is told."""

    name: str
    text: str
    keys: tuple[str, ...]
    tip: str
    scope: Scope = Scope.PAGE
    icon: str = ""


REVIEW: tuple[Entry, ...] = (
    Entry(
        "accept",
        QT_TRANSLATE_NOOP("actions", "Accept"),
        ("Return", "Enter"),
        QT_TRANSLATE_NOOP("actions", "Accept what is suggested and go on"),
        Scope.PHOTO,
        "tick",
    ),
    Entry(
        "accept_all",
        QT_TRANSLATE_NOOP("actions", "Accept all"),
        ("Shift+Return", "Shift+Enter"),
        QT_TRANSLATE_NOOP("actions", "Accept every person suggested in this photo and go on"),
        Scope.PHOTO,
        "everyone",
    ),
    Entry(
        "first",
        QT_TRANSLATE_NOOP("actions", "First"),
        ("1",),
        QT_TRANSLATE_NOOP("actions", "Choose the first person suggested"),
    ),
    Entry(
        "second",
        QT_TRANSLATE_NOOP("actions", "Second"),
        ("2",),
        QT_TRANSLATE_NOOP("actions", "Choose the second person suggested"),
    ),
    Entry(
        "third",
        QT_TRANSLATE_NOOP("actions", "Third"),
        ("3",),
        QT_TRANSLATE_NOOP("actions", "Choose the third person suggested"),
    ),
    Entry(
        "name",
        QT_TRANSLATE_NOOP("actions", "Name"),
        ("N",),
        QT_TRANSLATE_NOOP("actions", "Type a name"),
        icon="name",
    ),
    Entry(
        "not_listed",
        QT_TRANSLATE_NOOP("actions", "Not on the list"),
        ("Backspace",),
        QT_TRANSLATE_NOOP("actions", "No one on the register"),
        Scope.PHOTO,
        "dismiss",
    ),
    Entry(
        "cover",
        QT_TRANSLATE_NOOP("actions", "Cover"),
        ("C",),
        QT_TRANSLATE_NOOP("actions", "Cover this on every platform"),
        icon="cover",
    ),
    Entry(
        "show",
        QT_TRANSLATE_NOOP("actions", "Show"),
        ("S",),
        QT_TRANSLATE_NOOP("actions", "Take the cover back and let the permissions decide"),
        icon="show",
    ),
    Entry(
        "remove",
        QT_TRANSLATE_NOOP("actions", "Nothing here"),
        ("Del",),
        QT_TRANSLATE_NOOP("actions", "There is no person, name or crest here; remove what was drawn"),
        Scope.PHOTO,
        "remove",
    ),
    Entry(
        "draw",
        QT_TRANSLATE_NOOP("actions", "Draw"),
        ("B",),
        QT_TRANSLATE_NOOP("actions", "Draw a box round someone or something that was missed"),
        icon="draw",
    ),
    Entry(
        "lasso",
        QT_TRANSLATE_NOOP("actions", "Draw freely"),
        ("L",),
        QT_TRANSLATE_NOOP(
            "actions", "Draw round something of an odd shape with the mouse; by keyboard, paint over it (O)"
        ),
        icon="lasso",
    ),
    Entry(
        "brush",
        QT_TRANSLATE_NOOP("actions", "Paint over"),
        ("O",),
        QT_TRANSLATE_NOOP(
            "actions", "Paint over something of an odd shape with a brush, by mouse or by keyboard"
        ),
        icon="brush",
    ),
    Entry(
        "everyone",
        QT_TRANSLATE_NOOP("actions", "Hide everyone but…"),
        ("H",),
        QT_TRANSLATE_NOOP("actions", "Choose who may stay; every other person in the photo is covered"),
        icon="everyone",
    ),
    Entry(
        "same",
        QT_TRANSLATE_NOOP("actions", "Same person"),
        ("A",),
        QT_TRANSLATE_NOOP(
            "actions",
            "Whoever was named last, or was not on the list: see the other photos of this batch, and confirm them",
        ),
        icon="everyone",
    ),
    Entry(
        "compare",
        QT_TRANSLATE_NOOP("actions", "Before and after"),
        ("V",),
        QT_TRANSLATE_NOOP(
            "actions", "The photo beside itself as published; Shift and the arrows move the divider"
        ),
        icon="compare",
    ),
    Entry(
        "words",
        QT_TRANSLATE_NOOP("actions", "Words"),
        ("W",),
        QT_TRANSLATE_NOOP("actions", "Write what stands beside the photo: caption, what it shows, source"),
        icon="words",
    ),
    Entry(
        "ask",
        QT_TRANSLATE_NOOP("actions", "Ask for approval"),
        ("Ctrl+Return", "Ctrl+Enter"),
        QT_TRANSLATE_NOOP("actions", "Send the answered photos to a colleague, who looks and says go live"),
    ),
    Entry(
        "platform",
        QT_TRANSLATE_NOOP("actions", "Next platform"),
        ("P",),
        QT_TRANSLATE_NOOP("actions", "Look at the next platform"),
    ),
    Entry(
        "next",
        QT_TRANSLATE_NOOP("actions", "Next photo"),
        ("Right",),
        QT_TRANSLATE_NOOP("actions", "Next photo"),
        Scope.PHOTO,
        "next",
    ),
    Entry(
        "previous",
        QT_TRANSLATE_NOOP("actions", "Previous photo"),
        ("Left",),
        QT_TRANSLATE_NOOP("actions", "Previous photo"),
        Scope.PHOTO,
        "previous",
    ),
    Entry(
        "undo",
        QT_TRANSLATE_NOOP("actions", "Undo"),
        ("Ctrl+Z",),
        QT_TRANSLATE_NOOP("actions", "Take back the last correction"),
        icon="undo",
    ),
    Entry(
        "redo",
        QT_TRANSLATE_NOOP("actions", "Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        QT_TRANSLATE_NOOP("actions", "Do it again after all"),
        icon="redo",
    ),
    Entry(
        "delete",
        QT_TRANSLATE_NOOP("actions", "Delete this photo"),
        ("Shift+Del",),
        QT_TRANSLATE_NOOP("actions", "Delete this photo on this computer; asks once more"),
        icon="delete",
    ),
    Entry(
        "zoom_in",
        QT_TRANSLATE_NOOP("actions", "Larger"),
        ("+", "="),
        QT_TRANSLATE_NOOP("actions", "Zoom in"),
        icon="zoom_in",
    ),
    Entry(
        "zoom_out",
        QT_TRANSLATE_NOOP("actions", "Smaller"),
        ("-",),
        QT_TRANSLATE_NOOP("actions", "Zoom out"),
        icon="zoom_out",
    ),
    Entry(
        "fit",
        QT_TRANSLATE_NOOP("actions", "Whole photo"),
        ("F", "0"),
        QT_TRANSLATE_NOOP("actions", "Fit the whole photo"),
        icon="fit",
    ),
    Entry(
        "keys",
        QT_TRANSLATE_NOOP("actions", "All keys"),
        ("?",),
        QT_TRANSLATE_NOOP("actions", "Show all keys"),
        icon="keys",
    ),
)

HELD: tuple[Entry, ...] = (
    Entry(
        "peek",
        QT_TRANSLATE_NOOP("actions", "As published"),
        ("Space",),
        QT_TRANSLATE_NOOP("actions", "Hold to see the photo as it would be published"),
        Scope.PHOTO,
        "peek",
    ),
    Entry(
        "open",
        QT_TRANSLATE_NOOP("actions", "Next open one"),
        ("Tab",),
        QT_TRANSLATE_NOOP("actions", "Go to the next person or name that waits for you"),
        Scope.PHOTO,
    ),
    Entry(
        "move",
        QT_TRANSLATE_NOOP("actions", "Move"),
        ("Ctrl+Right",),
        QT_TRANSLATE_NOOP(
            "actions",
            "Move the chosen region with Ctrl and the arrows; resize with Ctrl, Shift and the arrows",
        ),
        Scope.PHOTO,
    ),
)
"""Keys that the photo itself hears, because they are held down, or move the focus."""
