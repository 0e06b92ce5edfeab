"""The photos on the demo school's camera card, one function for each."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageFilter

from app.demo.cast import Cast
from app.demo.pictures import papers, places
from app.demo.pictures.crest import crest
from app.demo.pictures.draw import Colour, Layer, lay, shadow, vignette_and_grain
from app.demo.pictures.figures import HAIR_COLOURS, Figure, Hair, Look, Outfit, figure, stand

_WHITE: Colour = (244, 244, 240)
_GREY: Colour = (70, 72, 80)
_STRANGER = Look(89, Hair.SHORT, HAIR_COLOURS["grey"])


@dataclass(frozen=True, slots=True)
class Placed:
    """One face that was painted: whose (empty: no one on the register) and its box, half-open pixels."""

    person: str
    box: tuple[int, int, int, int]


@dataclass(slots=True)
class Scene:
    """A photo being painted, and what is true about it."""

    photo: Image.Image
    cast: Cast
    rng: np.random.Generator
    faces: list[Placed] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def outfit(self, kind: str) -> Outfit:
        top = self.cast.uniform_colour
        match kind:
            case "sports":
                return Outfit(top, (232, 184, 62), (34, 36, 44), crest(300))
            case "suit":
                return Outfit((74, 78, 92), _WHITE, (58, 60, 72), lanyard=(196, 60, 52))
            case "cardigan":
                return Outfit((112, 62, 92), _WHITE, _GREY)
            case _:
                return Outfit(top, _WHITE, _GREY, crest(300))

    def look(self, person: str) -> Look:
        if not person:
            return _STRANGER
        member = self.cast.member(person)
        return Look(member.face, Hair(member.hair), HAIR_COLOURS[member.hair_colour])

    def put(self, person: str, side: int, at: tuple[int, int], *, wears: str = "uniform") -> Figure:
        """Stand someone in the photo with the middle of the face at `at`; an empty person is a stranger."""
        painted = figure(self.look(person), side, self.outfit(wears), self.rng)
        stand(self.photo, painted, at)
        half = side // 2
        self.faces.append(Placed(person, (at[0] - half, at[1] - half, at[0] + half, at[1] + half)))
        return painted

    def finish(self) -> Scene:
        self.photo = vignette_and_grain(self.photo, self.rng)
        return self


def class_photo(cast: Cast, rng: np.random.Generator) -> Scene:
    """Thirty pupils in three rows before the school; faces of 48 to 56 pixels."""
    scene = Scene(places.playground((2400, 1600), cast.school.upper(), crest(300), rng), cast, rng)
    pupils = [member.id for member in cast.members if member.class_name == "4 Oak"]
    for row, (side, y, shift) in enumerate(((48, 590, 0), (52, 790, 100), (56, 1010, 0))):
        for place, person in enumerate(pupils[row * 10 : row * 10 + 10]):
            at = (230 + shift + place * 205 + int(rng.integers(-10, 11)), y + int(rng.integers(-18, 19)))
            scene.put(person, side, at)
    return scene.finish()


def sports_day(cast: Cast, rng: np.random.Generator) -> Scene:
    """Nine pupils on the field, near and far."""
    scene = Scene(places.field((3000, 2000), rng), cast, rng)
    runners = (
        ("P15", 62, 420, 800), ("P04", 66, 880, 830), ("P18", 60, 1400, 800), ("P28", 64, 2040, 820),
        ("P13", 78, 2560, 930), ("P09", 92, 640, 1080), ("P01", 98, 1240, 1120), ("P20", 96, 1820, 1100),
        ("P07", 104, 2300, 1240),
    )  # fmt: skip
    for person, side, x, y in runners:
        scene.put(person, side, (x, y), wears="sports")
    return scene.finish()


def certificate(cast: Cast, rng: np.random.Generator) -> Scene:
    """A pupil, a little out of focus, who holds a certificate with her name to the camera."""
    size = (3024, 4032)
    scene = Scene(places.wall(size, rng, paint=(206, 220, 226)), cast, rng)
    winner = cast.member("P06")
    scene.photo = scene.photo.filter(ImageFilter.GaussianBlur(4))
    scene.put(winner.id, 640, (1512, 1120))
    words = {
        "school": cast.school,
        "name": winner.name,
        "for": "for kindness and hard work in science",
        "date": "17 October 2026",
        "signed": "O. Beacontree",
    }
    paper = papers.certificate((2200, 1560), words, crest(500), rng).convert("RGBA")
    at = (412, 2200)
    shadow(scene.photo, paper, (at[0] + 20, at[1] + 30), soft=30, strength=120)
    lay(scene.photo, paper, at)
    hands = Layer(2480, 700)
    tone = (206, 156, 128)
    for x in (100, 2380):
        hands.ellipse((x, 420), (92, 190), (188, 138, 112))
        for finger in range(4):
            hands.limb(
                [(x, 300 + finger * 80), (x + (110 if x < 1000 else -110), 290 + finger * 80)], 66, tone
            )
    lay(scene.photo, hands.finished(), (272, 2640))
    scene.names.append(winner.name)
    return scene.finish()


def volunteer(cast: Cast, rng: np.random.Generator) -> Scene:
    """A portrait of a volunteer before a photographer's cloth."""
    scene = Scene(places.backdrop((2000, 2500), rng), cast, rng)
    scene.put("V01", 400, (1000, 960), wears="cardigan")
    return scene.finish()


def visitor(cast: Cast, rng: np.random.Generator) -> Scene:
    """Three pupils in the library with a visitor whom no one wrote down."""
    scene = Scene(places.library((2400, 1600), rng), cast, rng)
    for person, side, x, y in (("P03", 150, 460, 590), ("P08", 156, 960, 560), ("P14", 150, 1440, 600)):
        scene.put(person, side, (x, y))
    scene.put("", 172, (1960, 470), wears="suit")
    return scene.finish()


def assembly(cast: Cast, rng: np.random.Generator) -> Scene:
    """Four pupils on the stage, one of whom may never be published."""
    scene = Scene(places.hall((2400, 1600), rng), cast, rng)
    stage = (
        ("P02", 150, 420, 560), ("P31", 154, 930, 590), ("P23", 148, 1460, 560), ("P29", 152, 1980, 590),
    )  # fmt: skip
    for person, side, x, y in stage:
        scene.put(person, side, (x, y))
    return scene.finish()


def cloakroom(cast: Cast, rng: np.random.Generator) -> Scene:
    """No one: name pegs, coats, a notice with contact data and a QR code."""
    scene = Scene(places.wall((2800, 2100), rng), cast, rng)
    rail = Layer(2000, 70)
    rail.rounded((0, 10, 2000, 60), 12, (158, 118, 80))
    lay(scene.photo, rail.finished(), (90, 1000))
    colours: list[Colour] = [
        (206, 84, 62),
        (64, 122, 180),
        (226, 172, 60),
        (78, 148, 96),
        (140, 96, 168),
        (60, 150, 156),
    ]
    for place, person in enumerate(("P01", "P08", "P10", "P20", "P24", "P09")):
        name = cast.member(person).known_as or cast.member(person).name.split()[0]
        x = 130 + place * 330
        coat = Layer(280, 640)
        if place % 3 != 1:
            coat.polygon([(140, 20), (215, 90), (250, 600), (30, 600), (65, 90)], colours[(place + 2) % 6])
            coat.limb([(72, 100), (40, 430)], 62, colours[(place + 2) % 6])
            coat.limb([(208, 100), (240, 430)], 62, colours[(place + 2) % 6])
            coat.limb([(140, 40), (140, 590)], 6, (60, 60, 66))
        sheet = coat.finished()
        shadow(scene.photo, sheet, (x + 20, 1150), soft=12, strength=90)
        lay(scene.photo, sheet, (x + 10, 1140))
        lay(scene.photo, papers.peg(name, 290, colours[place]), (x, 960))
        scene.names.append(name)
    lines = [
        "Any questions? Ask the office",
        "01632 960 417",
        "office@aldergreen.example",
        "Open from 8.15 to 4.30",
    ]
    poster = papers.notice(
        (620, 900), "Science Week", lines, "https://aldergreen.example/science-week?class=4"
    )
    papers.pinned(scene.photo, poster, (2110, 240), turn=1.5)
    return scene.finish()


def reading_corner(cast: Cast, rng: np.random.Generator) -> Scene:
    """Carers who disagree, a pupil who objects, and one who agreed to groups only."""
    scene = Scene(places.library((1800, 1350), rng), cast, rng)
    for person, side, x, y in (("P24", 130, 390, 470), ("P27", 126, 900, 520), ("P25", 130, 1390, 480)):
        scene.put(person, side, (x, y))
    return scene.finish()


def science_club(cast: Cast, rng: np.random.Generator) -> Scene:
    """Three pupils at a table; the office will not be sure who one of them is."""
    scene = Scene(places.wall((2000, 1500), rng, paint=(214, 226, 220)), cast, rng)
    for person, side, x, y in (("P05", 150, 440, 520), ("P17", 152, 1000, 480), ("P11", 148, 1560, 520)):
        scene.put(person, side, (x, y))
    table = Layer(2000, 520)
    table.polygon([(120, 60), (1880, 60), (2000, 200), (0, 200)], (186, 146, 104))
    table.polygon([(0, 200), (2000, 200), (2000, 520), (0, 520)], (150, 114, 78))
    for x, colour in (
        (420, (84, 160, 206)),
        (720, (214, 96, 92)),
        (1180, (120, 190, 110)),
        (1560, (236, 190, 80)),
    ):
        table.rounded((x, 40, x + 90, 160), 20, (222, 232, 236))
        table.rounded((x + 8, 90, x + 82, 154), 16, colour)
        table.rounded((x + 25, 0, x + 65, 60), 6, (222, 232, 236))
    lay(scene.photo, table.finished(), (0, 980))
    return scene.finish()
