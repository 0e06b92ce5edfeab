"""For posting by hand: the copy and, beside it, its caption as a text; a person posts them, and notes where."""

from __future__ import annotations

from pathlib import Path

from app.destinations.base import NO_WORDS, Receipt
from app.destinations.folder import FolderDestination, write_proven
from consent.publications import Words

ENDING = ".txt"


class ByHandDestination(FolderDestination):
    """A folder with copies to post. The words go first: a copy that is there has its caption beside it."""

    def __init__(self, folder: Path, label: str = "") -> None:
        super().__init__(folder, label)
        self._words_folder = folder

    def send(self, name: str, content: bytes, words: Words = NO_WORDS) -> Receipt:
        """See `Destination.send`."""
        self._prepare()
        beside = self._words_folder / (Path(name).stem + ENDING)
        if words.caption or words.alt_text or words.source:
            # left by an attempt that was cut; the approved words may have changed since
            beside.unlink(missing_ok=True)
            write_proven(beside, text_of(words).encode("utf-8"))
        return super().send(name, content)


def text_of(words: Words) -> str:
    """What is to be copied beside the photo: the caption, then what the picture shows, then its source."""
    parts = [words.caption]
    if words.alt_text:
        parts.append(f"[alt] {words.alt_text}")
    if words.source:
        parts.append(f"© {words.source}")
    return "\n\n".join(part for part in parts if part) + "\n"
