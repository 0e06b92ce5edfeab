"""Made photos of crests on jumpers, turned, folded and in shade; where each lies is known because it was put there."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.boxes import Box
from vision.image import Container, Photo, Pixels, StoredGrid

Floats = NDArray[np.float32]
Colour = tuple[int, int, int]
SIDE = 400  # pixels of a design


@dataclass(frozen=True, slots=True)
class Design:
    """A crest by its shape and three colours (ground, ink, third); `alike` tells how its colours differ."""

    name: str
    shape: str  # shield, round, square
    colours: tuple[Colour, Colour, Colour]
    cloth: Colour

    def drawn(self) -> tuple[Pixels, Floats]:
        """(SIDE, SIDE, 3) in RGB and the share of each pixel that is crest, 0 to 1."""
        ground, ink, third = self.colours
        pixels = np.full((SIDE, SIDE, 3), ground, np.uint8)
        share = np.zeros((SIDE, SIDE), np.uint8)
        match self.shape:
            case "shield":
                outline = np.array([[20, 15], [380, 15], [380, 260], [200, 392], [20, 260]], np.int32)
                cv2.fillPoly(share, [outline], 255)
                cv2.fillPoly(pixels, [np.array([[20, 15], [200, 15], [20, 250]], np.int32)], third)
                _star(pixels, (265, 115), 75, ink)
                cv2.line(pixels, (30, 270), (370, 190), ink, 30, cv2.LINE_AA)
                cv2.putText(pixels, "B", (150, 360), cv2.FONT_HERSHEY_TRIPLEX, 3.4, third, 10, cv2.LINE_AA)
            case "round":
                cv2.circle(share, (200, 200), 190, 255, -1)
                cv2.circle(pixels, (200, 200), 150, third, 26, cv2.LINE_AA)
                for turn in (0.3, 2.4, 4.5):
                    cv2.line(pixels, (200, 200), _at(turn, 120), ink, 34, cv2.LINE_AA)
                _star(pixels, (140, 140), 50, ink)
            case _:
                cv2.rectangle(share, (20, 60), (380, 340), 255, -1)
                cv2.rectangle(pixels, (20, 60), (150, 340), third, -1)
                cv2.putText(pixels, "SJ", (160, 290), cv2.FONT_HERSHEY_TRIPLEX, 4.6, ink, 16, cv2.LINE_AA)
                cv2.circle(pixels, (85, 150), 48, ink, -1, cv2.LINE_AA)
                cv2.line(pixels, (30, 310), (140, 240), ink, 22, cv2.LINE_AA)
        return pixels, np.asarray(share.astype(np.float32) / 255, np.float32)

    def reference(self) -> bytes:
        """The picture that a school would give: the crest on white, as a PNG."""
        pixels, share = self.drawn()
        on_white = pixels * share[..., None] + 255 * (1 - share[..., None])
        return bytes(cv2.imencode(".png", cv2.cvtColor(on_white.astype(np.uint8), cv2.COLOR_RGB2BGR))[1])


DESIGNS = (
    Design("navy and gold shield", "shield", ((22, 34, 92), (240, 205, 60), (250, 250, 245)), (40, 45, 60)),
    Design("green and white round", "round", ((20, 96, 60), (250, 250, 245), (214, 180, 60)), (110, 20, 40)),
    Design("red and white square", "square", ((250, 248, 244), (190, 30, 40), (30, 60, 140)), (70, 75, 85)),
    # lightness of Lab 55 throughout
    Design("hues alone, shield", "shield", ((196, 104, 118), (84, 148, 104), (110, 132, 206)), (90, 95, 100)),
    Design("hues alone, round", "round", ((84, 146, 128), (188, 112, 96), (150, 122, 190)), (60, 70, 120)),
    Design(
        "hues alone, square", "square", ((150, 132, 70), (96, 136, 190), (196, 100, 140)), (200, 200, 195)
    ),
    Design("near black shield", "shield", ((20, 22, 30), (74, 78, 92), (52, 30, 36)), (12, 13, 18)),
    Design("near black round", "round", ((30, 30, 34), (84, 76, 60), (46, 50, 70)), (16, 16, 20)),
    Design(
        "black and white square", "square", ((24, 24, 26), (235, 235, 230), (120, 120, 120)), (20, 20, 22)
    ),
)


def _star(pixels: Pixels, middle: tuple[int, int], size: int, colour: Colour) -> None:
    turns = np.arange(10) * np.pi / 5
    reach = np.array([size, 0.45 * size] * 5)
    points = np.stack([middle[0] + reach * np.sin(turns), middle[1] - reach * np.cos(turns)], axis=1)
    cv2.fillPoly(pixels, [points.astype(np.int32)], colour, cv2.LINE_AA)


def _at(turn: float, reach: float) -> tuple[int, int]:
    return round(200 + reach * np.cos(turn)), round(200 + reach * np.sin(turn))


@dataclass(frozen=True, slots=True)
class Scene:
    """One made photo and the boxes of the crests in it."""

    photo: Photo
    boxes: tuple[Box, ...]


def scene(design: Design, sizes: tuple[int, ...], *, seed: int) -> Scene:
    """People in jumpers of the crest's cloth, one for each of `sizes` (pixels of the crest's longer side).

    Each crest is turned by up to 35 degrees, foreshortened by up to a quarter, laid on rippled cloth, and
    stands in light of its own between 0.55 and 1.1, with a shadow's edge across it in one of three; then the
    whole is softened, given noise, and written as JPEG.
    """
    rng = np.random.default_rng(seed)
    width, height = 1600, 1200
    rough = rng.integers(40, 220, (9, 12, 3)).astype(np.uint8)
    made = cv2.resize(rough, (width, height), interpolation=cv2.INTER_CUBIC).astype(np.float32)
    boxes = []
    step = width // len(sizes)
    for place, size in enumerate(sizes):
        middle = (place * step + step / 2, height * rng.uniform(0.45, 0.6))
        boxes.append(_wear(made, design, middle, size, step, rng))
    made = cv2.GaussianBlur(made, (0, 0), 0.7) + rng.normal(0, 3.5, made.shape)
    encoded = cv2.imencode(
        ".jpg", np.clip(made, 0, 255).astype(np.uint8)[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 88]
    )[1]
    back = cv2.cvtColor(cv2.imdecode(encoded, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)
    photo = Photo(np.asarray(back, np.uint8), width, height, 1, Container.JPEG, StoredGrid(16, 16, 1, 1))
    return Scene(photo, tuple(boxes))


def _wear(
    made: Floats, design: Design, middle: tuple[float, float], size: int, step: int, rng: np.random.Generator
) -> Box:
    """Lay a jumper with the crest into the picture; where the crest lies in it."""
    pixels, share = design.drawn()
    longer = max(np.ptp(np.nonzero(share > 0.5)[axis]) + 1 for axis in (0, 1))
    scale = size / longer
    turn, squeeze = np.deg2rad(rng.uniform(-35, 35)), rng.uniform(0.75, 1.0)
    cos, sin = np.cos(turn) * scale, np.sin(turn) * scale
    matrix = np.array([[cos * squeeze, -sin, 0], [sin * squeeze, cos, 0]])
    matrix[:, 2] = np.array(middle) - matrix[:, :2] @ (SIDE / 2, SIDE / 2)
    high, wide = made.shape[:2]
    soft = pixels.astype(np.float32)
    if scale < 0.5:  # averaged first, as a lens and a sensor do
        soft = np.asarray(cv2.GaussianBlur(soft, (0, 0), 0.35 / scale), np.float32)
        share = np.asarray(cv2.GaussianBlur(share, (0, 0), 0.35 / scale), np.float32)
    laid = cv2.warpAffine(soft, matrix, (wide, high), flags=cv2.INTER_LINEAR)
    mask = np.asarray(cv2.warpAffine(share, matrix, (wide, high)), np.float32)
    # ripples: the cloth moves by up to a twentieth of the crest, in folds about as wide as the crest
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    phase, reach = rng.uniform(0, 6.3, 2), 0.05 * size
    moved_x = x + reach * np.sin(y / (0.25 * size) + phase[0]).astype(np.float32)
    moved_y = y + reach * np.sin(x / (0.3 * size) + phase[1]).astype(np.float32)
    laid = cv2.remap(laid, moved_x, moved_y, cv2.INTER_LINEAR)
    mask = np.asarray(cv2.remap(mask, moved_x, moved_y, cv2.INTER_LINEAR), np.float32)
    body = np.zeros((high, wide), np.float32)
    reach_x, reach_y = min(0.46 * step, 3.2 * size), min(0.38 * high, 4.5 * size)
    cv2.ellipse(
        body,
        (round(middle[0]), round(middle[1] + 0.2 * reach_y)),
        (round(reach_x), round(reach_y)),
        0,
        0,
        360,
        (1,),
        -1,
    )
    cloth = np.array(design.cloth, np.float32)
    light = rng.uniform(0.55, 1.1) * (1 + 0.12 * np.sin(x / (0.35 * size) + phase[0]))
    if rng.random() < 1 / 3:
        light = light * np.where(
            x * np.cos(phase[1]) + y * np.sin(phase[1])
            > middle[0] * np.cos(phase[1]) + middle[1] * np.sin(phase[1]),
            0.6,
            1.0,
        )
    worn = (cloth * (1 - mask[..., None]) + laid * mask[..., None]) * light[..., None]
    made[:] = made * (1 - body[..., None]) + worn * body[..., None]
    rows, columns = np.nonzero(mask > 0.5)
    return Box(int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1)
