"""The places of the demo school: playground, field, library, hall, cloakroom, each an empty photo."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from app.demo.pictures.draw import (
    Colour,
    Layer,
    Point,
    as_image,
    as_numbers,
    clouds,
    gradient,
    lay,
    texture,
    uneven,
    write,
)

Size = tuple[int, int]

_SPINES: tuple[Colour, ...] = (
    (124, 62, 54), (58, 84, 112), (196, 170, 118), (74, 102, 78), (152, 108, 62),
    (92, 74, 104), (206, 198, 180), (60, 60, 66), (168, 84, 66), (98, 132, 140),
)  # fmt: skip


def _clouded_sky(size: Size, rng: np.random.Generator) -> Image.Image:
    sky = as_numbers(gradient(size, [(92, 150, 206), (150, 192, 228), (214, 228, 238)]))
    drift = clouds(size, 7, rng) * 0.6 + clouds(size, 15, rng) * 0.4
    white = np.clip((drift - 0.05) * 1.5, 0, 0.8)[:, :, None]
    return as_image(sky * (1 - white) + 248 * white)


def _tree(photo: Image.Image, foot: Point, height: int, rng: np.random.Generator) -> None:
    layer = Layer(height, height)
    middle = height / 2
    layer.limb([(middle, height), (middle, height * 0.5)], height * 0.06, (92, 70, 54))
    for _ in range(34):
        angle, reach = rng.uniform(0, 2 * np.pi), rng.uniform(0, 0.28) * height
        green: Colour = (int(rng.integers(44, 92)), int(rng.integers(104, 142)), int(rng.integers(46, 76)))
        at = (middle + 1.2 * reach * float(np.cos(angle)), height * 0.36 + reach * float(np.sin(angle)))
        radius = height * float(rng.uniform(0.07, 0.14))
        layer.ellipse(at, (radius, radius), green)
    sheet = layer.finished().filter(ImageFilter.GaussianBlur(3))
    lay(photo, sheet, (round(foot[0] - middle), round(foot[1] - height)))


def _window(photo: Image.Image, box: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = box
    pane = gradient((right - left, bottom - top), [(150, 178, 196), (96, 122, 142), (120, 146, 160)])
    photo.paste(pane, (left, top))
    pen = ImageDraw.Draw(photo)
    frame = max(4, (right - left) // 24)
    pen.rectangle(box, outline=(240, 240, 236), width=frame)
    pen.line(((left + right) // 2, top, (left + right) // 2, bottom), fill=(240, 240, 236), width=frame)
    pen.line((left, (top + bottom) // 2, right, (top + bottom) // 2), fill=(240, 240, 236), width=frame)
    pen.rectangle((left - frame, bottom, right + frame, bottom + frame), fill=(216, 212, 202))


def playground(size: Size, sign: str, crest: Image.Image, rng: np.random.Generator) -> Image.Image:
    """The school's front with its name above, and grass before it."""
    width, height = size
    photo = _clouded_sky(size, rng)
    wall = texture("brick.png", (width, round(height * 0.52)), (170, 104, 82), tile=300, contrast=0.5)
    photo.paste(wall, (0, round(height * 0.12)))
    pen = ImageDraw.Draw(photo)
    pen.rectangle((0, round(height * 0.1), width, round(height * 0.13)), fill=(90, 94, 102))
    for middle in (0.1, 0.24, 0.76, 0.9):
        _window(
            photo,
            (
                round(width * (middle - 0.05)),
                round(height * 0.2),
                round(width * (middle + 0.05)),
                round(height * 0.42),
            ),
        )
    board = (round(width * 0.32), round(height * 0.155), round(width * 0.68), round(height * 0.245))
    pen.rounded_rectangle(board, 14, fill=(18, 84, 58), outline=(232, 184, 62), width=5)
    badge = crest.resize((round(height * 0.06), round(height * 0.071)), Image.Resampling.LANCZOS)
    lay(photo, badge, (board[0] + 24, board[1] + 14))
    write(
        photo,
        ((board[0] + board[2]) / 2 + 46, height * 0.2),
        sign,
        size=round(width * 0.0185),
        colour=(250, 246, 232),
    )
    lawn = texture(
        "grass.png", (width, height - round(height * 0.62)), (104, 142, 74), tile=560, contrast=0.42
    )
    photo.paste(lawn, (0, round(height * 0.62)))
    path = gradient((width, round(height * 0.035)), [(186, 180, 170), (160, 154, 146)])
    photo.paste(path, (0, round(height * 0.6)))
    return photo


def field(size: Size, rng: np.random.Generator) -> Image.Image:
    """A sports field with lanes, trees and bunting."""
    width, height = size
    photo = _clouded_sky(size, rng)
    horizon = round(height * 0.36)
    for x in np.linspace(0, width, 12):
        _tree(
            photo,
            (float(x + rng.uniform(-60, 60)), horizon + 20),
            round(height * float(rng.uniform(0.2, 0.3))),
            rng,
        )
    lawn = texture("grass.png", (width, height - horizon), (112, 156, 78), tile=640, contrast=0.4)
    photo.paste(lawn, (0, horizon))
    layer = Layer(width, height)
    for lane in range(-6, 7):
        top, bottom = width / 2 + lane * width * 0.06, width / 2 + lane * width * 0.22
        layer.polygon(
            [(top - 1, horizon), (top + 1, horizon), (bottom + 7, height), (bottom - 7, height)],
            (236, 240, 232),
        )
    flags: list[Colour] = [(214, 72, 60), (240, 190, 60), (60, 118, 186), (246, 244, 236), (40, 128, 84)]
    for flag in range(26):
        x = width * flag / 25
        y = height * 0.1 + height * 0.05 * float(np.sin(np.pi * flag / 25))
        layer.polygon([(x - 34, y), (x + 34, y), (x, y + 76)], flags[flag % len(flags)])
    lay(photo, layer.finished(), (0, 0))
    return photo


def _floor(photo: Image.Image, top: int, colour: Colour) -> None:
    width, height = photo.size
    boards = gradient((width, height - top), [colour, (colour[0] - 26, colour[1] - 26, colour[2] - 24)])
    pen = ImageDraw.Draw(boards)
    for line in range(-20, 40):
        x = width * line / 20
        pen.line(
            (width / 2 + (x - width / 2) * 0.6, 0, x, height - top),
            fill=(colour[0] - 34, colour[1] - 34, colour[2] - 32),
            width=3,
        )
    photo.paste(boards, (0, top))


def _books(photo: Image.Image, box: tuple[int, int, int, int], rng: np.random.Generator) -> None:
    left, top, right, bottom = box
    pen = ImageDraw.Draw(photo)
    pen.rectangle(box, fill=(118, 88, 62))
    rows = 4
    tall = (bottom - top) // rows
    for row in range(rows):
        shelf = top + (row + 1) * tall
        x = left + 16
        while x < right - 50:
            thick, high = int(rng.integers(16, 44)), int(rng.integers(tall * 6 // 10, tall * 9 // 10))
            colour = _SPINES[int(rng.integers(len(_SPINES)))]
            pen.rectangle((x, shelf - 14 - high, x + thick, shelf - 14), fill=colour, outline=(50, 40, 34))
            x += thick + int(rng.integers(1, 4))
        pen.rectangle((left, shelf - 14, right, shelf), fill=(146, 112, 80))
    shelf_image = photo.crop(box).filter(ImageFilter.GaussianBlur(2.2))
    photo.paste(shelf_image, (left, top))


def library(size: Size, rng: np.random.Generator) -> Image.Image:
    """Shelves with books, a window, a wooden floor."""
    width, height = size
    photo = uneven(gradient(size, [(226, 216, 196), (214, 202, 180)]), rng, 6)
    _floor(photo, round(height * 0.74), (176, 138, 98))
    _books(photo, (round(width * 0.04), round(height * 0.14), round(width * 0.4), round(height * 0.74)), rng)
    _books(photo, (round(width * 0.62), round(height * 0.14), round(width * 0.97), round(height * 0.74)), rng)
    _window(photo, (round(width * 0.44), round(height * 0.12), round(width * 0.58), round(height * 0.5)))
    return photo


def hall(size: Size, rng: np.random.Generator) -> Image.Image:
    """A stage with a curtain and a wooden floor."""
    width, height = size
    photo = gradient(size, [(70, 26, 38), (132, 40, 56), (110, 34, 48)])
    values = as_numbers(photo)
    folds = np.sin(np.linspace(0, 68 * np.pi, width, dtype=np.float32)) * 16
    photo = uneven(as_image(values + folds[None, :, None]), rng, 8)
    _floor(photo, round(height * 0.72), (188, 150, 106))
    ImageDraw.Draw(photo).rectangle((0, 0, width, round(height * 0.09)), fill=(58, 22, 32))
    return photo


def wall(size: Size, rng: np.random.Generator, *, paint: Colour = (232, 226, 210)) -> Image.Image:
    """A painted wall with a darker lower half and a floor."""
    width, height = size
    lower = (paint[0] - 62, paint[1] - 40, paint[2] - 50)
    photo = gradient(size, [paint, (paint[0] - 10, paint[1] - 10, paint[2] - 12)])
    pen = ImageDraw.Draw(photo)
    pen.rectangle((0, round(height * 0.62), width, height), fill=lower)
    pen.rectangle((0, round(height * 0.61), width, round(height * 0.625)), fill=(246, 242, 232))
    photo = uneven(photo, rng, 7)
    _floor(photo, round(height * 0.88), (150, 142, 132))
    return photo


def backdrop(size: Size, rng: np.random.Generator) -> Image.Image:
    """A photographer's mottled grey cloth."""
    return uneven(
        uneven(gradient(size, [(186, 182, 184), (206, 202, 202), (160, 158, 164)]), rng, 16, cells=5),
        rng,
        6,
        cells=24,
    )
