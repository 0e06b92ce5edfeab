"""Looks whether each solid cover lies where it should, by its colour alone: no finder has to see what is beneath."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from vision.boxes import Box, Point
from vision.catalogue import rechecks as catalogue
from vision.copies import BENEATH, Flaw, Problem
from vision.hide.cover import SOLID
from vision.image import Pixels

Outline = tuple[Point, ...]


def missing_covers(published: Pixels, outlines: Sequence[Outline]) -> list[Problem]:
    """A problem for each outline, in pixels of the published picture, that is not filled with the covers' colour.

    Finders miss writing that stands among dark covers, so where something was covered the cover itself is looked
    for. What would be too small to be read is not.
    """
    return [
        Problem(Flaw.COVER_MISSING, BENEATH, box)
        for outline in outlines
        if (box := _around(outline, published)).area
        and _share(published, outline, box) < catalogue.COVERED_SHARE
    ]


def _around(outline: Outline, published: Pixels) -> Box:
    xs, ys = zip(*outline, strict=True)
    height, width = published.shape[:2]
    return Box(int(min(xs)), int(min(ys)), int(max(xs)) + 1, int(max(ys)) + 1).clipped(width, height)


def _share(published: Pixels, outline: Outline, box: Box) -> float:
    """How much within the outline has the colour; 1 where that is too little to be read."""
    inside = np.zeros((box.height, box.width), np.uint8)
    corners = np.round(np.array(outline, np.float64) - (box.x1, box.y1)).astype(np.int32)
    cv2.fillPoly(inside, [corners], (1,))
    inside = np.asarray(
        cv2.erode(inside, np.ones((3, 3), np.uint8)), np.uint8
    )  # the rim is mixed with what is beside
    seen = published[box.y1 : box.y2, box.x1 : box.x2][inside > 0].astype(np.int16)
    if len(seen) < catalogue.COVERED_LEAST:
        return 1.0
    return float((np.abs(seen - np.array(SOLID, np.int16)).max(axis=1) <= catalogue.COVERED_LEVELS).mean())
