"""Paints the camera card and the reference pictures of the demo school: `python -m app.demo.pictures FOLDER`."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from app.demo.cast import Cast, Member, read_cast
from app.demo.pictures import camera, scenes
from app.demo.pictures.camera import Orientation, Shot
from app.demo.pictures.crest import crest
from app.demo.pictures.draw import as_image, as_numbers, clouds, gradient
from app.demo.pictures.figures import HAIR_COLOURS, Hair, Look, Outfit, figure, stand

_SEED = 20261017
_REFERENCE = 150
"""Height of the face in a reference picture, in pixels: the samples hold no more detail anyway."""

Painter = Callable[[Cast, np.random.Generator], scenes.Scene]
Writer = Callable[[Image.Image], bytes]


@dataclass(frozen=True, slots=True)
class _Frame:
    """One picture on the card."""

    name: str
    paint: Painter
    write: Writer


def _as_jpeg(
    taken: str, orientation: Orientation = Orientation.UPRIGHT, *, subsampling: str = "4:2:0"
) -> Writer:
    return lambda image: camera.jpeg(image, Shot(taken, orientation), subsampling=subsampling)


FRAMES = (
    _Frame("class-photo.jpg", scenes.class_photo, _as_jpeg("2026:10:05 09:30:11")),
    _Frame(
        "sports-day.jpg",
        scenes.sports_day,
        _as_jpeg("2026:10:09 13:12:40", Orientation.UPSIDE_DOWN, subsampling="4:2:2"),
    ),
    _Frame("certificate.jpg", scenes.certificate, _as_jpeg("2026:10:17 11:02:33", Orientation.TURNED_RIGHT)),
    _Frame("volunteer.jpg", scenes.volunteer, _as_jpeg("2026:10:17 14:45:00", subsampling="4:4:4")),
    _Frame("visitor.jpg", scenes.visitor, _as_jpeg("2026:10:19 10:20:08", Orientation.TURNED_LEFT)),
    _Frame("assembly.jpg", scenes.assembly, _as_jpeg("2026:10:19 15:00:59")),
    _Frame("cloakroom.jpg", scenes.cloakroom, _as_jpeg("2026:10:20 16:31:20")),
    _Frame(
        "reading-corner.heic",
        scenes.reading_corner,
        lambda image: camera.heic(image, Shot("2026:10:21 09:05:05")),
    ),
    _Frame(
        "science-club.png", scenes.science_club, lambda image: camera.png(image, Shot("2026:10:22 15:40:00"))
    ),
)
BROKEN = "broken.jpg"

PAINTERS = 2
"""Processes that paint side by side: what the smallest computers have."""

LONGEST_FIRST = (2, 1, 0, 7, 8, 4, 5, 3, 6)
"""The order in which FRAMES are painted, so that no painter is left with the longest."""


def main(folder: Path) -> None:
    """Write `device/`, `references/`, `crest.png` and `truth.json` into `folder`."""
    card = folder / "device" / "DCIM" / "100ALDER"
    references = folder / "references"
    card.mkdir(parents=True)
    references.mkdir()
    enrolled = [member.id for member in read_cast().members if member.biometric]
    with ProcessPoolExecutor(max_workers=PAINTERS) as painters:
        truths = [painters.submit(paint_frame, number, card) for number in LONGEST_FIRST]
        pictures = [painters.submit(paint_reference, member, references) for member in enrolled]
        painted = dict(zip(LONGEST_FIRST, (truth.result() for truth in truths), strict=True))
        for picture in pictures:
            picture.result()
    whole = (card / "assembly.jpg").read_bytes()
    (card / BROKEN).write_bytes(whole[: len(whole) * 2 // 3])
    with (folder / "crest.png").open("wb") as out:
        crest(300).save(out, "PNG")
    truth = {frame.name: painted[number] for number, frame in enumerate(FRAMES)}
    (folder / "truth.json").write_text(json.dumps(truth, indent=1), encoding="utf-8")


def paint_frame(number: int, card: Path) -> dict[str, object]:
    """Paint one of FRAMES onto the card; what is true about it."""
    frame = FRAMES[number]
    scene = frame.paint(read_cast(), np.random.default_rng((_SEED, number)))
    (card / frame.name).write_bytes(frame.write(scene.photo))
    return {
        "faces": [{"person": placed.person, "box": list(placed.box)} for placed in scene.faces],
        "names": scene.names,
    }


def paint_reference(member_id: str, references: Path) -> None:
    """Paint the reference picture of one member."""
    member = read_cast().member(member_id)
    content = reference(member, np.random.default_rng((_SEED, 1000, member.face + 1)))
    (references / f"{member_id}.jpg").write_bytes(content)


def reference(member: Member, rng: np.random.Generator) -> bytes:
    """A close picture of one person, as a carer would bring it: other light, other size, some noise."""
    side = _REFERENCE + int(rng.integers(-15, 16))
    top = (int(rng.integers(60, 200)), int(rng.integers(60, 200)), int(rng.integers(60, 200)))
    look = Look(member.face, Hair(member.hair), HAIR_COLOURS[member.hair_colour])
    painted = figure(look, side, Outfit(top, (238, 238, 232), (60, 60, 66)), rng)
    photo = gradient((round(side * 2.6), round(side * 3)), [(196, 204, 210), (172, 182, 190)])
    stand(photo, painted, (round(side * 1.3), round(side * 1.25)))
    values = as_numbers(photo)
    light = 1 + 0.12 * clouds(photo.size, 3, rng)[:, :, None]
    noise = rng.normal(0, 4, values.shape).astype(np.float32)
    out = io.BytesIO()
    as_image(values * light * float(rng.uniform(0.88, 1.08)) + noise).save(out, "JPEG", quality=90)
    return out.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
