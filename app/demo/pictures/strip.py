"""Puts photos above their published copies, for the README: `python -m app.demo.pictures.strip OUT BEFORE AFTER …`."""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

from app.demo.pictures.draw import write

WIDTH = 1500
_GAP = 12
_HEAD = 44
_PAPER = (250, 249, 246)
_INK = (60, 62, 70)


def strip(pairs: list[tuple[Path, Path]]) -> Image.Image:
    """All photos of one height in a row, as taken above and as published below."""
    rows = [[_upright(pair[row]) for pair in pairs] for row in (0, 1)]
    shapes = sum(picture.width / picture.height for picture in rows[0])
    height = round((WIDTH - _GAP * (len(pairs) + 1)) / shapes)
    sheet = Image.new("RGB", (WIDTH, 2 * (height + _HEAD) + _GAP), _PAPER)
    for row, words in enumerate(("As taken", "As published on Facebook")):
        top = row * (height + _HEAD)
        write(sheet, (_GAP, top + _HEAD / 2), words, size=24, colour=_INK, anchor="lm")
        left = _GAP
        for picture in rows[row]:
            small = picture.resize(
                (round(picture.width / picture.height * height), height), Image.Resampling.LANCZOS
            )
            sheet.paste(small, (left, top + _HEAD))
            ImageDraw.Draw(sheet).rectangle(
                (left, top + _HEAD, left + small.width - 1, top + _HEAD + height - 1), outline=(200, 198, 192)
            )
            left += small.width + _GAP
    return sheet


def _upright(file: Path) -> Image.Image:
    with Image.open(file) as opened:
        return ImageOps.exif_transpose(opened).convert("RGB")


if __name__ == "__main__":
    out, *files = map(Path, sys.argv[1:])
    strip(list(zip(files[::2], files[1::2], strict=True))).save(out, "JPEG", quality=82, optimize=True)
