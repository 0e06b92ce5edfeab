"""Find QR codes and bar codes, also those that cannot be read: another camera might read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.boxes import Box, Quad
from vision.catalogue import codes as catalogue
from vision.findings import TextFinding, TextKind
from vision.image import Photo

Grey = NDArray[np.uint8]
Corners = NDArray[np.float32]
"""Shape (4, 2): the corners of a code in pixels."""


def find_codes(photo: Photo, *, published_side: int = catalogue.CODE_SIDE) -> tuple[TextFinding, ...]:
    """Every QR code and bar code, kind CODE, in upright full-size pixels.

    Looked for at `catalogue.CODE_SIDE`, and in pieces of that size where the photo is published larger
    (`published_side` in pixels, 0: full size), because a stranger's camera reads whatever is published.
    `text` is the code's content, or "" when it was found and could not be decoded; the score is then
    `catalogue.CODE_UNREAD`, else 1.
    """
    grey = np.asarray(cv2.cvtColor(photo.pixels, cv2.COLOR_RGB2GRAY), np.uint8)
    to_photo = np.array([photo.width / grey.shape[1], photo.height / grey.shape[0]], np.float32)
    found: list[TextFinding] = []
    taken: list[Box] = []
    for view in _views(grey, published_side):
        for corners, text, kind in _codes_in(view.pixels):
            shape = np.asarray((corners + view.corner) / view.scale, np.float32)
            if any(2 * _box(shape).intersection(other).area > _box(shape).area for other in taken):
                continue  # seen before, in a coarser view or in the piece beside
            taken.append(_box(shape))
            meant = text or (_read_enlarged(grey, shape) if kind == "qr" else "")
            found.append(_finding(shape * to_photo, meant, kind))
    return tuple(found)


@dataclass(frozen=True, slots=True, eq=False)
class _View:
    """A piece of the photo at some size: `corner` (x, y) in pixels of the photo's array times `scale`."""

    pixels: Grey
    corner: NDArray[np.float32]
    scale: float


def _views(grey: Grey, published_side: int) -> Iterator[_View]:
    """The whole photo; then, where it is published larger, overlapping pieces at that size."""
    longest, side = max(grey.shape), catalogue.CODE_SIDE
    shrink = min(1.0, side / longest)
    yield _View(grey if shrink == 1.0 else _resized(grey, shrink), np.zeros(2, np.float32), shrink)
    scale = min(1.0, published_side / longest) if published_side else 1.0
    if longest * scale <= side:
        return
    published = grey if scale == 1.0 else _resized(grey, scale)
    for top in _starts(published.shape[0]):
        for left in _starts(published.shape[1]):
            piece = published[top : top + side, left : left + side]
            yield _View(piece, np.array([left, top], np.float32), scale)


def _starts(length: int) -> Iterator[int]:
    """Where pieces of CODE_SIDE begin that overlap by CODE_OVERLAP or more and fill `length`."""
    side, overlap = catalogue.CODE_SIDE, catalogue.CODE_OVERLAP
    count = max(1, -(-(length - overlap) // (side - overlap)))
    yield from (round(max(0, length - side) * place / max(1, count - 1)) for place in range(count))


def _codes_in(grey: Grey) -> Iterator[tuple[Corners, str, str]]:
    """Corners in pixels of this picture, what was decoded, and which kind it is."""
    large = list(_qr_codes(grey))
    taken = [_box(corners) for corners, _ in large]
    for corners, text in (*large, *_small_qr_codes(grey, taken)):
        yield corners, text, "qr"
    for corners, text in _bar_codes(grey):
        if not is_regular(grey, corners) and (text or is_striped(grey, corners)):
            yield corners, text, "barcode"


def _resized(grey: Grey, scale: float) -> Grey:
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=way), np.uint8)


def _finding(corners: Corners, text: str, found_by: str) -> TextFinding:
    points = [(float(x), float(y)) for x, y in corners]
    score = 1.0 if text else catalogue.CODE_UNREAD
    quad = Quad((points[0], points[1], points[2], points[3]))
    return TextFinding(quad, text, score, TextKind.CODE, found_by=found_by)


def _qr_codes(grey: Grey) -> Iterator[tuple[Corners, str]]:
    # of OpenCV's two detectors the one made for markers finds codes from 2 pixels a module, the other from 5
    found, texts, corners, _ = cv2.QRCodeDetectorAruco().detectAndDecodeMulti(grey)
    if found and corners is not None:
        yield from _pairs(corners, texts)


def _small_qr_codes(grey: Grey, taken: list[Box]) -> Iterator[tuple[Corners, str]]:
    """QR codes of less than 2 pixels a module, none of `taken`: the places that are all edges, enlarged."""
    reach, zoom = catalogue.SMALL_CODE_REACH, catalogue.SMALL_CODE_ZOOM
    for x, y in _all_edges(grey):
        left, top = max(0, x - reach), max(0, y - reach)
        for corners, text in _qr_codes(_resized(grey[top : y + reach, left : x + reach], zoom)):
            whole = corners.mean(axis=0) + (corners - corners.mean(axis=0)) * catalogue.SMALL_CODE_GROWN
            shape = np.asarray(whole / zoom + np.array([left, top]), np.float32)
            if not any(_box(shape).intersection(other).area for other in taken):
                taken.append(_box(shape))
                yield shape, text


def _all_edges(grey: Grey) -> Iterator[tuple[int, int]]:
    """Middles of the places where light and dark change from pixel to pixel, the busiest first."""
    if min(grey.shape) < catalogue.SMALL_CODE_REACH // 2:
        return
    edges = np.clip(np.abs(cv2.Laplacian(grey, cv2.CV_16S)), 0, 255).astype(np.uint8)
    scale = catalogue.SMALL_CODE_CELL
    busy = cv2.blur(_resized(edges, 1 / scale), (7, 7)).astype(np.float32)
    for _ in range(catalogue.SMALL_CODES_MOST):
        _, most, _, (x, y) = cv2.minMaxLoc(busy)
        if most < catalogue.SMALL_CODE_EDGES:
            return
        yield x * scale, y * scale
        cv2.circle(busy, (x, y), catalogue.SMALL_CODE_REACH // scale - 2, (0,), -1)


def _bar_codes(grey: Grey) -> Iterator[tuple[Corners, str]]:
    """Each code once, the decoded first, from a coarse look for wide bars and a finer one for narrow bars."""
    detector = cv2.barcode.BarcodeDetector()
    seen: list[tuple[Corners, str]] = []
    for side in catalogue.BARCODE_SIDES:
        detector.setDownsamplingThreshold(side)
        _, texts, _, corners = detector.detectAndDecodeWithType(grey)
        if corners is not None:
            seen += _pairs(corners, texts)
    taken: list[Box] = []
    for shape, text in sorted(seen, key=lambda each: each[1] == ""):
        box = _box(shape)
        if not any(box.intersection(other).area > box.area // 2 for other in taken):
            taken.append(box)
            yield shape, text


def _box(corners: Corners) -> Box:
    left, top = np.floor(corners.min(axis=0)).astype(int)
    right, bottom = np.ceil(corners.max(axis=0)).astype(int)
    return Box(int(left), int(top), int(right), int(bottom))


def _pairs(corners: NDArray[np.float32], texts: Sequence[str]) -> Iterator[tuple[Corners, str]]:
    shapes = np.asarray(corners, np.float32).reshape(-1, 4, 2)
    for i, shape in enumerate(shapes):
        yield shape, texts[i] if i < len(texts) else ""


def _read_enlarged(grey: Grey, corners: Corners) -> str:
    """Try once more on the code alone, enlarged and with both decoders; "" when neither can."""
    margin = catalogue.CODE_MARGIN
    left, top = np.maximum(0, np.floor(corners.min(axis=0)) - margin).astype(int)
    right, bottom = (np.ceil(corners.max(axis=0)) + margin).astype(int)
    cut = grey[top:bottom, left:right]
    if min(cut.shape) < 2 * margin:
        return ""
    scale = min(4.0, catalogue.CODE_SIDE / max(cut.shape))
    large = _resized(cut, scale)
    for decoder in (cv2.QRCodeDetector(), cv2.QRCodeDetectorAruco()):
        found, texts, _, _ = decoder.detectAndDecodeMulti(large)
        if found and any(texts):
            return next(text for text in texts if text)
    return ""


def is_striped(grey: Grey, corners: Corners) -> bool:
    """Whether the patch holds many bars that run straight through it, as only a bar code does.

    The detector takes blinds, books and brickwork for codes; a real one looks the same in every row.
    """
    sides = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    for turn in (0, 1):  # the bars may run along either pair of sides
        long, short = sides[turn], max(sides[1 - turn], 1.0)
        if long < 2 * catalogue.FEWEST_BARS or not 1 <= long / short <= catalogue.BARCODE_SHAPE:
            continue
        patch = _unrolled(grey, np.roll(corners, -turn, axis=0))
        across, total = float(patch.mean(axis=0).std()), float(patch.std())
        if across < catalogue.STRIPE_CONTRAST or across < catalogue.STRIPE_SHARE * total:
            continue
        if len(_widths(patch)) >= 2 * catalogue.FEWEST_BARS:
            return True
    return False


def is_regular(grey: Grey, corners: Corners) -> bool:
    """Whether all bars are of one width: railings and blinds, which decode by chance."""
    for turn in (0, 1):
        patch = _unrolled(grey, np.roll(corners, -turn, axis=0))
        widths = _widths(patch)[1:-1]
        if float(patch.mean(axis=0).std()) < 0.5 * float(patch.std()) or len(widths) < catalogue.FEWEST_BARS:
            continue
        narrow, wide = np.percentile(widths, (15, 85))
        return float(wide) < catalogue.BARS_VARY * float(narrow)
    return False


def _unrolled(grey: Grey, corners: Corners) -> NDArray[np.float32]:
    """The patch stretched to STRIPE_WIDTH × 32 levels."""
    width, height = catalogue.STRIPE_WIDTH, 32
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    return np.asarray(cv2.warpPerspective(grey, matrix, (width, height)), np.float32)


def _widths(patch: NDArray[np.float32]) -> NDArray[np.int64]:
    """How wide the dark and light bars of an unrolled patch are, one after the other."""
    row = patch.mean(axis=0)
    local = cv2.blur(row[None], (catalogue.STRIPE_WIDTH // 6, 1))[0]
    return np.diff(np.flatnonzero(np.diff(row > local)), prepend=0)
