"""How far a long piece of work has come, told after each photo."""

from __future__ import annotations

from dataclasses import dataclass

from consent.publications import PhotoId
from consent.stages import Stage


@dataclass(frozen=True, slots=True)
class Progress:
    """One step forward: `done` of `total` photos (or files) at `stage`.

    `photo` is the one that was just handled, where it has an id already. `trouble` is the code for which it
    was refused or left out (of `vision.errors`, `app.errors` or `consent.errors`), "" when all went well.
    `name` is the file's name for the screen only; it goes into no log.
    """

    stage: Stage
    done: int
    total: int
    photo: PhotoId | None = None
    trouble: str = ""
    name: str = ""
