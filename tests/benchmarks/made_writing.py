"""Names written in odd ways on a made wall: curved, turned, mirrored, letter by letter, embossed, broken."""

from __future__ import annotations

import math
from collections.abc import Iterator
from importlib.resources import files

import numpy as np
from PIL import Image, ImageDraw, ImageFont, ImageOps

PEOPLE = (
    "Emma Patel", "Oluwaseun Adeyemi", "Zoë O'Brien", "Mohammed Hussain", "Mary-Jane Smith", "Rose Hill",
    'Katherine "Kit" Nowak',
)  # fmt: skip

_SIZE = (1600, 1200)
_INK = (25, 25, 60)
_FONT = str(files("resources").joinpath("fonts", "DejaVuSans-Bold.ttf"))


_TEXTS = (
    "EMMA PATEL", "Zoe OBrien", "O’BRIEN", "Kit", "KIT NOWAK", "emma.patel@school.org", "@emmapatel", "emmapatel07",
    "emma_patel", "epatel", "epatel07", "patele", "rhill", "EmmaPatel_Homework.docx", "C:\\Users\\epatel",
    "emma-patel.jpg", "MaryJane", "mjsmith", "E. Patel", "Patel E", "EP",
)  # fmt: skip
_BROKEN = (
    ("Oluwaseun", "Adeyemi"),
    ("Oluwa-", "seun made this"),
    ("by Moham-", "med in Year 4"),
    ("PATEL", "7"),
)


def scenes() -> Iterator[tuple[str, Image.Image]]:
    """Each way of writing with a wall on which it says one of PEOPLE."""
    yield from (("plain", _lines("Emma Patel")), ("embossed", _embossed("Emma Patel")))
    yield from (
        (f"white on white, {240 - ink} levels", _lines("Emma Patel", ink=ink, wall=240)) for ink in (230, 224)
    )
    yield from (
        (f"on an arc of {radius} px", _arc("Emma Patel", 60, radius)) for radius in (600, 350, 220, 160)
    )
    yield from _turned()
    yield from _apart()
    yield from ((" / ".join(lines), _lines(*lines)) for lines in _BROKEN)
    yield from ((text, _lines(text)) for text in _TEXTS)


def _turned() -> Iterator[tuple[str, Image.Image]]:
    for degrees in (30, 60, 180):
        yield f"turned by {degrees}°", _lines("Emma Patel").rotate(degrees, fillcolor=(200, 195, 185))
    for text, size in (("Emma Patel", 60), ("OLUWASEUN ADEYEMI", 60), ("Mohammed", 60), ("Emma Patel", 26)):
        yield f"in a mirror: {text}, {size} px", ImageOps.mirror(_lines(text, size=size))


def _apart() -> Iterator[tuple[str, Image.Image]]:
    for text, size, gap in (
        ("ADEYEMI", 60, 1.1),
        ("ADEYEMI", 60, 1.5),
        ("Mohammed", 60, 1.0),
        ("PATEL", 180, 1.1),
    ):
        yield f"one letter below the other: {text}, {size} px, {gap}", _spelt(text, size, down=gap * size)
    for text, gap in (("EMMA", 40), ("ADEYEMI", 90), ("ADEYEMI", 140)):
        yield f"spaced by {gap} px: {text}", _spelt(text, 60, across=gap)
    for text, size in (("MOHAMMED", 70), ("PATEL", 100)):
        yield f"on bunting: {text}, {size} px", _bunting(text, size)
    for text in ("EMMA", "PATEL", "ADEYEMI", "MOHAMMED"):
        yield f"across the picture: {text}", _spelt(text, int(1700 / len(text)), across=0, left=40)


def _wall(level: int = 205) -> Image.Image:
    width, height = _SIZE
    rng = np.random.default_rng(1)
    light = level + np.linspace(-20, 20, width)[None, :, None] + rng.normal(0, 3, (height, width, 1))
    return Image.fromarray(np.clip(light - np.array([0, 5, 15]), 0, 255).astype(np.uint8))


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONT, size)


def _lines(*lines: str, size: int = 60, ink: int | None = None, wall: int = 205) -> Image.Image:
    made = _wall(wall)
    for row, line in enumerate(lines):
        fill = _INK if ink is None else (ink, ink - 5, ink - 15)
        ImageDraw.Draw(made).text((400, 300 + 1.3 * row * size), line, font=_font(size), fill=fill)
    return made


def _embossed(text: str) -> Image.Image:
    made = _wall(230)
    for off, level in ((3, 205), (-2, 246), (0, 229)):
        ImageDraw.Draw(made).text(
            (400 + off, 500 + off), text, font=_font(60), fill=(level, level - 2, level - 5)
        )
    return made


def _spelt(
    text: str, size: int, *, across: float | None = None, down: float = 0, left: int = 140
) -> Image.Image:
    """Letter by letter: `across` pixels between them, or `down` from one to the next."""
    made, x, y = _wall(), float(left if across is not None else 760), 400.0 if across is not None else 80.0
    for letter in text:
        ImageDraw.Draw(made).text(
            (x, y), letter, font=_font(size), fill=_INK, anchor="lt" if across is None else "lm"
        )
        x += 0 if across is None else _font(size).getlength(letter) + across
        y += down
    return made


def _tilted(letter: str, size: int, degrees: float) -> Image.Image:
    sheet = Image.new("RGBA", (2 * size, 2 * size))
    ImageDraw.Draw(sheet).text((size, size), letter, font=_font(size), fill=(*_INK, 255), anchor="mm")
    return sheet.rotate(degrees, resample=Image.Resampling.BICUBIC)


def _arc(text: str, size: int, radius: int) -> Image.Image:
    made = _wall()
    widths = [_font(size).getlength(letter) + 2 for letter in text]
    angle = -sum(widths) / 2 / radius
    for letter, width in zip(text, widths, strict=True):
        angle += width / 2 / radius
        sheet = _tilted(letter, size, -math.degrees(angle))
        where = (round(800 + radius * math.sin(angle)) - size, round(800 - radius * math.cos(angle)) - size)
        made.paste(sheet, where, sheet)
        angle += width / 2 / radius
    return made


def _bunting(text: str, size: int) -> Image.Image:
    made, rng = _wall(), np.random.default_rng(3)
    for place, letter in enumerate(text):
        flag = Image.new("RGBA", (2 * size, 2 * size))
        draw = ImageDraw.Draw(flag)
        colour = tuple(int(part) for part in rng.integers(90, 250, 3))
        draw.polygon([(size // 6, 0), (2 * size - size // 6, 0), (size, 2 * size)], fill=(*colour, 255))
        draw.text((size, size // 10), letter, font=_font(size), fill=(20, 20, 40, 255), anchor="mt")
        flag = flag.rotate(float(rng.uniform(-12, 12)), expand=True, resample=Image.Resampling.BICUBIC)
        hangs = round(40 * math.sin(math.pi * place / len(text)))
        made.paste(flag, (100 + round(1.85 * size * place), 450 + hangs), flag)
    return made
