"""Things with writing on them: a certificate, a notice with contact data, name pegs, a QR code."""

from __future__ import annotations

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.demo.pictures.draw import Colour, Layer, gradient, lay, uneven, write

_INK: Colour = (38, 40, 52)
_GOLD: Colour = (190, 146, 46)


def certificate(
    size: tuple[int, int], lines: dict[str, str], crest: Image.Image, rng: np.random.Generator
) -> Image.Image:
    """A framed certificate. `lines` holds `school`, `name`, `for`, `date` and `signed`."""
    width, height = size
    paper = uneven(gradient(size, [(252, 248, 236), (244, 238, 222)]), rng, 4)
    pen = ImageDraw.Draw(paper)
    edge = width // 40
    pen.rectangle((edge, edge, width - edge, height - edge), outline=_GOLD, width=edge // 3)
    pen.rectangle(
        (edge * 2, edge * 2, width - edge * 2, height - edge * 2), outline=(18, 84, 58), width=edge // 6
    )
    badge = crest.resize(
        (width // 7, round(width / 7 * crest.height / crest.width)), Image.Resampling.LANCZOS
    )
    paper.paste(badge, ((width - badge.width) // 2, round(height * 0.09)), badge)
    middle = width / 2
    write(paper, (middle, height * 0.34), lines["school"], size=width // 28, colour=_INK)
    write(paper, (middle, height * 0.44), "Certificate of Achievement", size=width // 17, colour=(18, 84, 58))
    write(paper, (middle, height * 0.54), "awarded to", size=width // 36, colour=_INK)
    write(paper, (middle, height * 0.63), lines["name"], size=width // 15, colour=(30, 44, 110))
    pen.line(
        (width * 0.2, height * 0.685, width * 0.8, height * 0.685), fill=_GOLD, width=max(2, width // 400)
    )
    write(paper, (middle, height * 0.735), lines["for"], size=width // 36, colour=_INK)
    for x, words, under in ((0.27, lines["date"], "Date"), (0.73, lines["signed"], "Head teacher")):
        write(paper, (width * x, height * 0.835), words, size=width // 38, colour=(30, 44, 110))
        pen.line((width * (x - 0.14), height * 0.87, width * (x + 0.14), height * 0.87), fill=_INK, width=2)
        write(paper, (width * x, height * 0.9), under, size=width // 52, colour=(96, 96, 104))
    return paper


def qr_code(words: str, side: int) -> Image.Image:
    """A QR code with its quiet zone."""
    modules = cv2.QRCodeEncoder.create().encode(words)
    code = Image.fromarray(np.asarray(modules, dtype=np.uint8)).convert("RGB")
    quiet = Image.new("RGB", (code.width + 8, code.height + 8), (255, 255, 255))
    quiet.paste(code, (4, 4))
    return quiet.resize((side, side), Image.Resampling.NEAREST)


def notice(size: tuple[int, int], title: str, lines: list[str], link: str) -> Image.Image:
    """A poster with a coloured head, a few lines and a QR code."""
    width, height = size
    paper = gradient(size, [(255, 253, 246), (246, 242, 230)])
    pen = ImageDraw.Draw(paper)
    pen.rectangle((0, 0, width, height // 6), fill=(192, 84, 58))
    write(paper, (width / 2, height / 12), title, size=width // 9, colour=(255, 250, 240))
    for row, words in enumerate(lines):
        write(paper, (width / 2, height * (0.25 + 0.085 * row)), words, size=width // 17, colour=_INK)
    code = qr_code(link, round(width * 0.5))
    paper.paste(code, ((width - code.width) // 2, height - code.height - height // 30))
    return paper


def peg(name: str, width: int, colour: Colour) -> Image.Image:
    """A name label with a coat hook below it, RGBA."""
    height = round(width * 0.78)
    layer = Layer(width, height)
    label = round(width * 0.34)
    layer.rounded((2, 2, width - 2, label), 10, colour)
    layer.rounded((8, 8, width - 8, label - 6), 7, (252, 250, 242))
    middle = width / 2
    layer.limb([(middle, label), (middle, label + width * 0.16)], width * 0.07, (150, 146, 140))
    layer.limb(
        [(middle, label + width * 0.16), (middle + width * 0.1, label + width * 0.2)],
        width * 0.07,
        (150, 146, 140),
    )
    layer.ellipse(
        (middle + width * 0.12, label + width * 0.18), (width * 0.05, width * 0.05), (176, 172, 164)
    )
    sheet = layer.finished()
    write(sheet, (middle, label / 2), name, size=round(width * 0.15), colour=_INK)
    return sheet


def pinned(photo: Image.Image, paper: Image.Image, at: tuple[int, int], *, turn: float = 0) -> None:
    """Hang a sheet of paper on the wall, slightly turned."""
    sheet = paper.convert("RGBA").rotate(turn, Image.Resampling.BICUBIC, expand=True)
    lay(photo, sheet, at)
