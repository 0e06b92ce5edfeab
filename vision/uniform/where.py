"""Say where in a photo a crest could be at all, by its colours, so that only there it is looked for closely."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.catalogue import crests as catalogue
from vision.image import Pixels
from vision.uniform.reference import Picture

_BITS = 5
"""Bits of each colour channel in the table: 32 × 32 × 32 colours."""


@dataclass(frozen=True, slots=True, eq=False)
class Palette:
    """A crest's main colours.

    `table` gives for each coarse colour a bit for every main colour that it may be, in light or shade;
    `shares` is how much of the crest each main colour takes, `filled` how much of its box the crest takes.
    """

    table: NDArray[np.uint8]
    shares: tuple[float, ...]
    filled: float


def palette_of(picture: Picture) -> Palette:
    """Up to four main colours, by k-means in Lab with a fixed start."""
    lab = cv2.cvtColor(picture.pixels.astype(np.float32) / 255, cv2.COLOR_RGB2Lab)[picture.inside > 0]
    sample = np.ascontiguousarray(lab[:: max(1, len(lab) // 4000)])
    cv2.setRNGSeed(1)
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 0.5)
    start = np.zeros((len(sample), 1), np.int32)
    _, nearest, centres = cv2.kmeans(sample, 4, start, stop, 4, cv2.KMEANS_PP_CENTERS)
    counts = np.bincount(nearest.ravel(), minlength=4) / len(sample)
    merged = _merged([(float(counts[i]), centres[i].astype(np.float32)) for i in range(4)])
    main = [each for each in merged if each[0] >= catalogue.PALETTE_SHARE]
    table = np.zeros(1 << (3 * _BITS), np.uint8)
    for bit, (_, colour) in enumerate(main):
        table |= (_may_be(colour).astype(np.uint8) << bit).astype(np.uint8)
    return Palette(table, tuple(share for share, _ in main), float(picture.inside.mean()))


def _merged(colours: list[tuple[float, NDArray[np.float32]]]) -> list[tuple[float, NDArray[np.float32]]]:
    """The colours, largest first, with those that are nearly the same made one."""
    kept: list[tuple[float, NDArray[np.float32]]] = []
    for share, colour in sorted(colours, key=lambda each: -each[0]):
        for i, (other_share, other) in enumerate(kept):
            if float(np.linalg.norm(colour - other)) < catalogue.PALETTE_APART:
                kept[i] = (other_share + share, other)
                break
        else:
            kept.append((share, colour))
    return kept


def _may_be(colour: NDArray[np.float32]) -> NDArray[np.bool_]:
    """For each coarse colour of the table whether it is `colour` (Lab) in some light."""
    steps = (np.arange(1 << _BITS, dtype=np.float32) + 0.5) / (1 << _BITS)
    red, green, blue = np.meshgrid(steps, steps, steps, indexing="ij")
    every = cv2.cvtColor(np.stack([red, green, blue], axis=-1).reshape(-1, 1, 3), cv2.COLOR_RGB2Lab)[:, 0]
    rgb = cv2.cvtColor(colour.reshape(1, 1, 3), cv2.COLOR_Lab2RGB)[0, 0]
    lit = np.stack([np.clip(rgb * gain, 0, 1) for gain in catalogue.LIGHTS]).astype(np.float32)
    lit_lab = cv2.cvtColor(lit.reshape(-1, 1, 3), cv2.COLOR_RGB2Lab)[:, 0]
    apart = np.linalg.norm(every[:, None] - lit_lab[None], axis=2).min(axis=1)
    return np.asarray(apart <= catalogue.PALETTE_REACH, np.bool_)


def coarse(pixels: Pixels) -> NDArray[np.uint16]:
    """The place in a palette's table of every pixel."""
    drop = 8 - _BITS
    wide = (pixels >> drop).astype(np.uint16)
    return np.asarray((wide[..., 0] << (2 * _BITS)) | (wide[..., 1] << _BITS) | wide[..., 2], np.uint16)


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """How much of each main colour, and of any of them (the first), there is in every COARSENESS² pixels."""

    layers: tuple[NDArray[np.uint8], ...]
    wanted: tuple[float, ...]


COARSENESS = 4
"""Pixels of the picture along a side of one cell of `Shares`."""


def shares_in(indices: NDArray[np.uint16], palette: Palette) -> Shares:
    """The main colours of a crest in a picture that was made `coarse`."""
    bits = palette.table[indices]
    size = (max(1, bits.shape[1] // COARSENESS), max(1, bits.shape[0] // COARSENESS))
    masks = [bits > 0, *((bits >> i) & 1 for i in range(len(palette.shares)))]
    layers = (cv2.resize(mask.astype(np.uint8) * 255, size, interpolation=cv2.INTER_AREA) for mask in masks)
    present = (catalogue.PALETTE_PRESENT * share for share in palette.shares)
    wanted = tuple(palette.filled * share for share in (catalogue.PALETTE_FILLED, *present))
    return Shares(tuple(np.asarray(layer, np.uint8) for layer in layers), wanted)


def places(shares: Shares, window: float) -> NDArray[np.uint8]:
    """1 for the cells around which a window (in pixels of the picture) holds enough of every main colour."""
    cells = max(3, round(window / COARSENESS))
    enough = np.ones(shares.layers[0].shape, bool)
    for layer, wanted in zip(shares.layers, shares.wanted, strict=True):
        enough &= cv2.blur(layer, (cells, cells)) >= 255 * wanted
    return enough.astype(np.uint8)
