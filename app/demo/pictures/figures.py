"""Simple people with real faces: a drawn body in the uniform, drawn hair, and a face from the samples."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from PIL import Image

from app.demo.pictures import faces
from app.demo.pictures.draw import Colour, Layer, Point, lay, lit, shadow


class Hair(StrEnum):
    """What is drawn round a face."""

    SHORT = "short"
    CURLY = "curly"
    BOB = "bob"
    LONG = "long"
    BUN = "bun"
    SCARF = "scarf"
    BALD = "bald"


HAIR_COLOURS: dict[str, Colour] = {
    "black": (30, 26, 28),
    "brown": (78, 52, 36),
    "chestnut": (112, 66, 38),
    "blond": (196, 156, 96),
    "red": (158, 78, 36),
    "grey": (150, 148, 146),
    "teal": (34, 104, 112),  # scarves
    "plum": (104, 52, 94),
}


@dataclass(frozen=True, slots=True)
class Look:
    """How one person looks in every photo. `face` is the number of a sample face; -1 is the portrait."""

    face: int
    hair: Hair
    hair_colour: Colour


@dataclass(frozen=True, slots=True)
class Outfit:
    """What a person wears in one photo. `crest` is laid on the chest where there is one."""

    top: Colour
    collar: Colour
    legs: Colour
    crest: Image.Image | None = None
    lanyard: Colour | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One drawn person, RGBA, with the middle of the face in the sheet's own pixels."""

    sheet: Image.Image
    face: Point


def _darker(colour: Colour, by: float) -> Colour:
    return (int(colour[0] * by), int(colour[1] * by), int(colour[2] * by))


def _behind(layer: Layer, look: Look, centre: Point, side: float) -> None:
    """The hair that is seen behind the head."""
    x, y = centre
    colour = look.hair_colour
    match look.hair:
        case Hair.LONG:
            layer.rounded(
                (x - 0.58 * side, y - 0.5 * side, x + 0.58 * side, y + 0.98 * side), 0.4 * side, colour
            )
        case Hair.BOB:
            layer.rounded(
                (x - 0.6 * side, y - 0.6 * side, x + 0.6 * side, y + 0.5 * side), 0.4 * side, colour
            )
        case Hair.BUN:
            layer.ellipse((x, y - 0.74 * side), (0.26 * side, 0.24 * side), colour)
        case Hair.SCARF:
            layer.rounded(
                (x - 0.6 * side, y - 0.62 * side, x + 0.6 * side, y + 0.86 * side), 0.5 * side, colour
            )
        case Hair.SHORT | Hair.CURLY | Hair.BALD:
            pass


def _head(layer: Layer, look: Look, centre: Point, side: float, rng: np.random.Generator) -> None:
    """Ears, the top of the head and the hair on it; the face is laid on afterwards."""
    x, y = centre
    tone = faces.skin(look.face)
    if look.hair is not Hair.SCARF:
        for ear in (-1, 1):
            layer.ellipse(
                (x + ear * 0.44 * side, y + 0.03 * side), (0.07 * side, 0.13 * side), _darker(tone, 0.9)
            )
    top = tone if look.hair is Hair.BALD else look.hair_colour
    layer.ellipse((x, y - 0.12 * side), (0.5 * side, 0.54 * side), top)
    if look.hair is Hair.CURLY:
        for angle in np.linspace(np.pi * 0.98, np.pi * 2.02, 13):
            reach = float(rng.uniform(0.44, 0.52)) * side
            at = (x + reach * float(np.cos(angle)), y - 0.14 * side + reach * float(np.sin(angle)))
            layer.ellipse(at, (0.15 * side, 0.15 * side), top)
    layer.ellipse((x, y + 0.1 * side), (0.41 * side, 0.4 * side), tone)


def _fringe(layer: Layer, look: Look, centre: Point, side: float) -> None:
    """The hair that falls over the upper edge of the face."""
    x, y = centre
    colour = look.hair_colour
    if look.hair is Hair.BALD:
        return
    box = (x - 0.49 * side, y - 0.62 * side, x + 0.49 * side, y + 0.62 * side)
    layer.arc(box, (200, 340), 0.19 * side, colour)
    if look.hair in {Hair.LONG, Hair.BOB, Hair.SCARF}:
        layer.arc(box, (168, 205), 0.1 * side, colour)
        layer.arc(box, (335, 372), 0.1 * side, colour)
    if look.hair is Hair.SCARF:
        layer.arc(
            (x - 0.5 * side, y - 0.62 * side, x + 0.5 * side, y + 0.6 * side), (0, 180), 0.13 * side, colour
        )


def _body(layer: Layer, outfit: Outfit, tone: Colour, centre: Point, side: float) -> None:
    """Legs, jumper, arms and collar. Measures are in sides of the face."""
    x, y = centre
    shoulder, hip = y + 0.86 * side, y + 2.75 * side
    for leg in (-1, 1):
        foot = (x + leg * 0.36 * side, hip + 1.95 * side)
        layer.limb([(x + leg * 0.3 * side, hip - 0.1 * side), foot], 0.5 * side, outfit.legs)
        layer.ellipse(
            (foot[0] + leg * 0.07 * side, foot[1] + 0.16 * side), (0.34 * side, 0.17 * side), (30, 28, 30)
        )
    sleeve = _darker(outfit.top, 0.92)
    for arm in (-1, 1):
        elbow = (x + arm * 0.88 * side, shoulder + 0.95 * side)
        hand = (x + arm * 0.8 * side, shoulder + 1.75 * side)
        layer.ellipse((hand[0], hand[1] + 0.1 * side), (0.16 * side, 0.2 * side), tone)
        layer.limb([(x + arm * 0.62 * side, shoulder + 0.2 * side), elbow, hand], 0.36 * side, sleeve)
    layer.polygon(
        [
            (x - 0.34 * side, shoulder - 0.12 * side),
            (x + 0.34 * side, shoulder - 0.12 * side),
            (x + 0.66 * side, shoulder + 0.03 * side),
            (x + 0.76 * side, shoulder + 0.2 * side),
            (x + 0.7 * side, hip),
            (x - 0.7 * side, hip),
            (x - 0.76 * side, shoulder + 0.2 * side),
            (x - 0.66 * side, shoulder + 0.03 * side),
        ],
        outfit.top,
    )
    layer.rounded(
        (x - 0.71 * side, hip - 0.14 * side, x + 0.71 * side, hip + 0.04 * side), 0.08 * side, sleeve
    )
    layer.rounded(
        (x - 0.2 * side, y + 0.3 * side, x + 0.2 * side, shoulder + 0.08 * side),
        0.1 * side,
        _darker(tone, 0.86),
    )
    for wing in (-1, 1):
        layer.polygon(
            [
                (x + wing * 0.24 * side, shoulder - 0.2 * side),
                (x, shoulder + 0.2 * side),
                (x + wing * 0.2 * side, shoulder + 0.34 * side),
                (x + wing * 0.44 * side, shoulder - 0.02 * side),
            ],
            outfit.collar,
        )
    if outfit.lanyard is not None:
        for strap in (-1, 1):
            layer.limb(
                [(x + strap * 0.36 * side, shoulder - 0.08 * side), (x, shoulder + 1.05 * side)],
                0.07 * side,
                outfit.lanyard,
            )


def figure(look: Look, side: int, outfit: Outfit, rng: np.random.Generator) -> Figure:
    """One standing person whose face is `side` pixels high."""
    width, height = round(2.6 * side), round(6.0 * side)
    centre = (width / 2, 1.02 * side)
    tone = faces.skin(look.face) if look.face >= 0 else (226, 176, 150)
    body = Layer(width, height)
    if look.face >= 0:
        _behind(body, look, centre, side)
    _body(body, outfit, tone, centre, side)
    sheet = lit(body.finished(), rng)
    if outfit.crest is not None:
        badge = outfit.crest.resize((round(0.56 * side), round(0.66 * side)), Image.Resampling.LANCZOS)
        lay(sheet, badge, (round(centre[0] + 0.1 * side), round(centre[1] + 1.26 * side)))
    if look.face < 0:
        head = faces.portrait_head(round(1.5 * side))
        under = Image.new("RGBA", sheet.size)
        under.paste(
            head, (round(centre[0] - head.width / 2 + 0.02 * side), round(centre[1] - 0.59 * head.height))
        )
        return Figure(Image.alpha_composite(sheet, under), centre)
    crown = Layer(width, height)
    _head(crown, look, centre, side, rng)
    sheet = Image.alpha_composite(sheet, lit(crown.finished(), rng, 8))
    real = Image.new("RGBA", sheet.size)
    real.paste(faces.face(look.face, side), (round(centre[0] - side / 2), round(centre[1] - side / 2)))
    sheet = Image.alpha_composite(sheet, real)
    front = Layer(width, height)
    _fringe(front, look, centre, side)
    return Figure(Image.alpha_composite(sheet, lit(front.finished(), rng, 10)), centre)


def stand(photo: Image.Image, person: Figure, face_at: tuple[int, int]) -> None:
    """Lay a person on the photo so that the middle of the face is at `face_at`, with a soft shade behind."""
    at = (round(face_at[0] - person.face[0]), round(face_at[1] - person.face[1]))
    soft = max(2, person.sheet.width // 40)
    shadow(photo, person.sheet, (at[0] + soft, at[1] + soft), soft=soft, strength=90)
    lay(photo, person.sheet, at)
