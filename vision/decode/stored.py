"""What a file's header says about its picture, before a single pixel is unpacked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stored:
    """Size of the stored (not yet upright) picture in pixels, and how it is cut into blocks.

    `block_width`, `block_height` and `reach` mean what they mean in `vision.image.StoredGrid`.
    """

    width: int
    height: int
    block_width: int = 1
    block_height: int = 1
    reach: int = 0

    @property
    def pixels(self) -> int:
        return self.width * self.height
