"""Read every line of writing that was found in a photo, whichever way it is turned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.boxes import Box, Quad
from vision.catalogue import writing as catalogue
from vision.findings import TextFinding
from vision.image import Photo, Pixels
from vision.sessions import SecondReader, Sessions, TextReader
from vision.text.find import Corners, Line, find_lines
from vision.text.second import MIRRORED, is_worth_asking, read_again

HEIGHT = 48
"""Pixels: the reader takes lines of exactly this height."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line says and the mean probability of its letters, 0 to 1."""

    text: str
    score: float


def read_text(
    photo: Photo,
    sessions: Sessions,
    *,
    published_side: int,
    read_twice_in: Sequence[Box] | None = None,
) -> tuple[TextFinding, ...]:
    """Every line of writing, found at the published size and read from the photo's full pixels.

    `published_side` is the longest side in pixels of the published photo, 0 for full size. The kind is left
    at OTHER: `kinds.sort_texts` gives it. A line that cannot be read is handed on with what little was read.
    What a mirror and a second reader say to doubtful lines comes after all others: `second.without_repetition` sifts it.
    `read_twice_in` as in `Wanted`.
    """
    reader = sessions.text_reader()
    lines = find_lines(photo, reader, published_side=published_side)
    levels = _levels(photo)
    read = read_lines([line.corners for line in lines], levels, reader)
    again = [i for i, reading in enumerate(read) if _is_doubtful(reading)]
    corners = [line.corners for line in lines]
    for turn in (2, 1, 3):
        turned = [(i, np.roll(lines[i].corners, -turn, axis=0)) for i in again if _may_turn(lines[i], turn)]
        for (i, shape), reading in zip(
            turned, read_lines([shape for _, shape in turned], levels, reader), strict=True
        ):
            if reading.score > read[i].score + catalogue.TURNED_MARGIN:
                read[i], corners[i] = reading, shape
        again = [i for i in again if _is_doubtful(read[i])]
    found = [
        (shape, _finding(shape, reading))
        for shape, reading in zip(corners, read, strict=True)
        if _says_something(shape, reading)
    ]
    twice = [one for one in found if read_twice_in is None or _lies_in(one[1].box, read_twice_in)]
    mirrored = _mirrored(
        [(lines[i], corners[i], read[i]) for i in again if _is_wide(lines[i])], levels, reader
    )
    second = _second_readings(twice, levels, sessions.second_reader())
    return (*(text for _, text in found), *mirrored, *second)


def _mirrored(
    doubtful: Sequence[tuple[Line, Corners, Reading]], levels: Sequence[_Level], reader: TextReader
) -> Iterator[TextFinding]:
    """Doubtful lines that read better in a mirror: a window from inside, a telephone's picture of its owner.

    They come beside what was read first, as it stood then, and never replace it: some capitals are letters in a
    mirror, too.
    """
    shapes = [line.corners[[1, 0, 3, 2]] for line, _, _ in doubtful]
    for (_, corners, first), reading in zip(doubtful, read_lines(shapes, levels, reader), strict=True):
        if reading.score > first.score + catalogue.TURNED_MARGIN and len(reading.text) > 2:
            yield replace(_finding(corners, reading), found_by=MIRRORED)


def _lies_in(line: Box, places: Sequence[Box]) -> bool:
    """Whether any part of it does."""
    return any(line.intersection(place).area for place in places)


def _second_readings(
    lines: Sequence[tuple[Corners, TextFinding]], levels: Sequence[_Level], reader: SecondReader | None
) -> tuple[TextFinding, ...]:
    """What a second reader says to doubtful lines; nothing where there is none, and at no cost without them."""
    if reader is None:
        return ()
    doubtful = []
    for shape, text in lines:
        width, height = _size(shape)
        if is_worth_asking(text, width, height):
            doubtful.append((text, _cut(shape, levels)))
    return read_again(doubtful, reader)


def _says_something(corners: Corners, reading: Reading) -> bool:
    """Not a single doubtful sign in a patch that is not even shaped like a line: folds, bricks, windows."""
    if len(reading.text) > 1 or reading.score >= catalogue.SIGN_ALONE:
        return True
    width, height = _size(corners)
    return width >= catalogue.LINE_SHAPE * height


def _is_doubtful(reading: Reading) -> bool:
    return reading.score < catalogue.READ_WELL or len(reading.text) < 2


def _may_turn(line: Line, turn: int) -> bool:
    """Half a turn is always possible; a quarter only where the patch is short enough to be either way."""
    if turn == 2:
        return True
    width, height = _size(line.corners)
    return width < catalogue.EITHER_WAY_UNTIL * height


def _is_wide(line: Line) -> bool:
    """Wide enough for three letters."""
    width, height = _size(line.corners)
    return width >= catalogue.THREE_LETTERS * height


def _finding(corners: Corners, reading: Reading) -> TextFinding:
    points = [(float(x), float(y)) for x, y in corners]
    return TextFinding(
        Quad((points[0], points[1], points[2], points[3])), reading.text, reading.score, found_by="ppocr"
    )


def _size(corners: Corners) -> tuple[float, float]:
    """Width along the writing and height across it, in pixels."""
    width = (np.linalg.norm(corners[1] - corners[0]) + np.linalg.norm(corners[2] - corners[3])) / 2
    height = (np.linalg.norm(corners[3] - corners[0]) + np.linalg.norm(corners[2] - corners[1])) / 2
    return float(width), float(height)


@dataclass(frozen=True, slots=True, eq=False)
class _Level:
    """The photo at one size; `scale` leads from full-size pixels to its own."""

    pixels: Pixels
    scale: float


def _levels(photo: Photo) -> list[_Level]:
    """The photo at full, half, quarter … size, so that large writing is averaged down and not skipped."""
    levels = [_Level(photo.pixels, photo.pixels.shape[1] / photo.width)]
    while max(levels[-1].pixels.shape[:2]) > 1200:
        last = levels[-1].pixels
        half = cv2.resize(last, (last.shape[1] // 2, last.shape[0] // 2), interpolation=cv2.INTER_AREA)
        levels.append(_Level(np.asarray(half, np.uint8), half.shape[1] / photo.width))
    return levels


def _cut(corners: Corners, levels: Sequence[_Level]) -> Pixels:
    """The line as an upright strip of HEIGHT pixels."""
    width, height = _size(corners)
    level = next((level for level in reversed(levels) if height * level.scale >= HEIGHT), levels[0])
    wide = int(min(catalogue.LONGEST_STRIP, max(16, round(HEIGHT * width / max(height, 1.0)))))
    target = np.array([[0, 0], [wide, 0], [wide, HEIGHT], [0, HEIGHT]], np.float32)
    matrix = cv2.getPerspectiveTransform((corners * level.scale).astype(np.float32), target)
    strip = cv2.warpPerspective(
        level.pixels, matrix, (wide, HEIGHT), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(strip, np.uint8)


def read_lines(shapes: Sequence[Corners], levels: Sequence[_Level], reader: TextReader) -> list[Reading]:
    """Read the strips in batches of like width, since every strip of a batch is padded to the widest."""
    strips = [_cut(shape, levels) for shape in shapes]
    order = sorted(range(len(strips)), key=lambda i: strips[i].shape[1])
    read = [Reading("", 0.0)] * len(strips)
    for batch in _batches(order, strips):
        widest = -(-max(320, *(strips[i].shape[1] for i in batch)) // 64) * 64
        stack = np.full((len(batch), HEIGHT, widest, 3), 127, np.uint8)
        for row, i in enumerate(batch):
            stack[row, :, : strips[i].shape[1]] = strips[i]
        for i, chances in zip(batch, reader.reader(stack)[0], strict=True):
            read[i] = spell(chances, reader.alphabet)
    return read


def _batches(order: Sequence[int], strips: Sequence[Pixels]) -> Iterable[list[int]]:
    batch: list[int] = []
    for i in order:
        if batch and (len(batch) == 8 or strips[i].shape[1] > 1.5 * max(320, strips[batch[0]].shape[1])):
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def spell(chances: NDArray[np.float32], alphabet: Sequence[str]) -> Reading:
    """The most likely letters: of each run of one letter one is kept, and 'no letter' parts runs (CTC).

    `chances` has shape (steps, letters).
    """
    best = chances.argmax(axis=1)
    kept = np.ones(len(best), bool)
    kept[1:] = best[1:] != best[:-1]
    kept &= best != 0
    if not kept.any():
        return Reading("", 0.0)
    text = "".join(alphabet[i] for i in best[kept])
    return Reading(text.strip(), float(chances[kept, best[kept]].mean()))
