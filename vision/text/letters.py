"""Put letters that stand apart together again: on bunting, one beneath the other, very large or widely spaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from vision.boxes import Box, Quad
from vision.catalogue import names as catalogue
from vision.findings import TextFinding, TextKind
from vision.text.names import Roll
from vision.text.naming import people_in
from vision.text.second import ADDED

_STROKES = frozenset("_-|/")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A letter or a few."""

    text: TextFinding
    letters: str
    box: Box


def spelt_apart(texts: Sequence[TextFinding], roll: Roll) -> tuple[TextFinding, ...]:
    """Names of the roll spelt by lines of a few letters beside or below each other, each with a place around all.

    A letter that was not found counts as one that was misread, and lies within the place all the same.
    """
    pieces = [piece for text in texts if (piece := _piece_of(text)) is not None]
    found = []
    for chain in (*_chains(pieces, _to_the_right), *_chains(pieces, _below)):
        spelt = "".join(piece.letters for piece in chain)
        single = sum(len(piece.letters) == 1 for piece in chain)
        if len(spelt) < catalogue.LETTERS_APART or 2 * single < len(chain):
            continue
        if people := people_in(spelt, roll):
            score = float(np.mean([piece.text.score for piece in chain]))
            found.append(
                TextFinding(_around(chain), spelt, score, TextKind.ROLL_NAME, people, chain[0].text.found_by)
            )
    return tuple(found)


def _piece_of(text: TextFinding) -> _Piece | None:
    letters = "".join(sign for sign in text.text if sign.isalnum())
    if not letters and text.text in _STROKES and text.box.height > text.box.width:
        letters = "I"  # read lying, as a patch that is higher than wide is
    if text.kind is not TextKind.OTHER or text.found_by in ADDED:
        return None
    return _Piece(text, letters, text.box) if 0 < len(letters) <= catalogue.LETTERS_OF_A_PIECE else None


Step = float | None
"""How far off the next piece is, in pixels; None where it is none."""


def _to_the_right(one: _Piece, other: _Piece) -> Step:
    sizes = (one.box.height, other.box.height)
    off = abs(one.box.centre[1] - other.box.centre[1])
    return _step(sizes, off, gap=other.box.x1 - one.box.x2, ahead=other.box.x1 - one.box.x1)


def _below(one: _Piece, other: _Piece) -> Step:
    sizes = (_across(one), _across(other))
    off = abs(one.box.centre[0] - other.box.centre[0])
    return _step(sizes, off, gap=other.box.y1 - one.box.y2, ahead=other.box.y1 - one.box.y1)


def _across(piece: _Piece) -> float:
    """The size of a letter that stands above others: an I is hardly as wide as it is high."""
    return max(piece.box.width, piece.box.height / len(piece.letters))


def _step(sizes: tuple[float, float], off: float, *, gap: int, ahead: int) -> Step:
    small, large = sorted(sizes)
    if large > catalogue.LETTERS_ALIKE * small or off > catalogue.LETTERS_OFF * large or ahead <= 0:
        return None
    return float(gap) if -catalogue.LETTERS_OVERLAP * large <= gap <= catalogue.LETTERS_GAP * large else None


def _chains(pieces: Sequence[_Piece], step: Callable[[_Piece, _Piece], Step]) -> Iterator[list[_Piece]]:
    """Runs of pieces of which each is the next of the one before, two pieces or more."""
    after: dict[int, int] = {}
    for i, one in enumerate(pieces):
        steps = [
            (far, j) for j, other in enumerate(pieces) if j != i and (far := step(one, other)) is not None
        ]
        if steps:
            after[i] = min(steps)[1]
    for first in after.keys() - set(after.values()):
        chain = [first]
        while chain[-1] in after:
            chain.append(after[chain[-1]])
        yield [pieces[i] for i in chain]


def _around(chain: Sequence[_Piece]) -> Quad:
    corners = np.array([point for piece in chain for point in piece.text.quad.points], np.float32)
    box = cv2.boxPoints(cv2.minAreaRect(corners))
    first = int(np.argmin(box.sum(axis=1)))
    a, b, c, d = ((float(x), float(y)) for x, y in np.roll(box, -first, axis=0))
    return Quad((a, b, c, d))
