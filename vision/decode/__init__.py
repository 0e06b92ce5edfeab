"""Opens a photo once: within limits, upright, in plain colours; or says by a code why it cannot be used."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Callable

from PIL import AvifImagePlugin, Image, JpegImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin
from pillow_heif import HeifImageFile

from vision.decode.colour import to_srgb
from vision.decode.isobmff import check_boxes, heif_is_cropped, heif_orientation
from vision.decode.jpeg import JpegHead, read_jpeg
from vision.decode.jpeg_end import is_cut_short
from vision.decode.kinds import kind_of
from vision.decode.limits import LIMITS, Limits
from vision.decode.png import read_png
from vision.decode.stored import Stored
from vision.decode.tiff import read_tiff
from vision.decode.turn import SIDEWAYS, turn_upright
from vision.decode.webp import read_webp
from vision.errors import Code, PhotoRefusedError
from vision.image import Container, Photo, StoredGrid, reduction

__all__ = ["LIMITS", "READER_ERRORS", "Limits", "decode", "head_of"]

# One reader for each container and no other: Pillow's `open` would try all the formats that it knows.
_READERS: dict[Container, Callable[[io.BytesIO], Image.Image]] = {
    Container.JPEG: JpegImagePlugin.JpegImageFile,
    Container.PNG: PngImagePlugin.PngImageFile,
    Container.WEBP: WebPImagePlugin.WebPImageFile,
    Container.TIFF: TiffImagePlugin.TiffImageFile,
    Container.HEIF: HeifImageFile,
    Container.AVIF: AvifImagePlugin.AvifImageFile,
}
# What the readers raise on harmful files; anything else is a fault of ours and is meant to be seen.
READER_ERRORS = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    AssertionError,
    EOFError,
    RuntimeError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)
# HEVC transforms blocks of up to 32×32 on a grid of 32, then smooths up to four pixels beyond an edge and
# up to four more where colour is upsampled (ITU-T H.265, 8.6 and 8.7). AV1 transforms up to 64×64 and its
# three filters reach up to 13 pixels (AV1 specification, 7.14 to 7.17). What prediction carries beyond
# that is below a step of the quantiser.
_HEIF_BLOCK, _HEIF_REACH = 32, 8
_AVIF_BLOCK, _AVIF_REACH = 64, 16


def decode(untrusted: bytes, *, largest_pixels: int = LIMITS.full_pixels) -> Photo:
    """The photo in these bytes: its first picture, upright, RGB, sRGB, in a read-only array.

    `largest_pixels` bounds the array: a larger JPEG (up to `LIMITS.jpeg_pixels`) is read at 1/2, 1/4 or 1/8
    by the decoder's own scaling, any other larger file is refused. Sizes are taken from the header and
    judged before anything is unpacked.

    Raises `PhotoRefusedError`: EMPTY, NOT_A_PHOTO, UNSUPPORTED, TRUNCATED, BROKEN, TOO_LARGE, TOO_SMALL.
    """
    limits = Limits(full_pixels=min(largest_pixels, LIMITS.full_pixels))
    kind = kind_of(untrusted)
    if len(untrusted) > limits.file_bytes:
        raise PhotoRefusedError(Code.TOO_LARGE, "too many bytes")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # readers warn about metadata, which is not used
            return _read(untrusted, kind, limits)
    except PhotoRefusedError:
        raise
    except MemoryError:
        raise PhotoRefusedError(Code.OUT_OF_MEMORY, "while reading") from None
    except READER_ERRORS as error:
        # The reader's own words may quote the file, so only the kind of failure is kept.
        cut = "truncated" in str(error) or "End of file" in str(error) or isinstance(error, EOFError)
        raise PhotoRefusedError(Code.TRUNCATED if cut else Code.BROKEN, type(error).__name__) from None


def head_of(untrusted: bytes) -> Image.Image:
    """The file as the one reader of its container has it, with nothing unpacked: for what it says beside its picture.

    Raises `PhotoRefusedError` where it is none that is read, and any of `READER_ERRORS`.
    """
    return _READERS[kind_of(untrusted)](io.BytesIO(untrusted))


def _read(untrusted: bytes, kind: Container, limits: Limits) -> Photo:
    head: JpegHead | None = None
    stored: Stored | None = None
    match kind:
        case Container.JPEG:
            head = read_jpeg(untrusted, limits)
            stored = head.stored
        case Container.PNG:
            stored = read_png(untrusted, limits)
        case Container.WEBP:
            stored = read_webp(untrusted, limits)
        case Container.TIFF:
            stored = read_tiff(untrusted, limits)
        case Container.HEIF | Container.AVIF:
            check_boxes(untrusted)
    image = _READERS[kind](io.BytesIO(untrusted))
    if stored is None:
        stored = _of_video_codec(kind, image, untrusted)
    _check(stored, limits, scalable=head is not None)
    if image.size not in {(stored.width, stored.height), (stored.height, stored.width)}:
        raise PhotoRefusedError(Code.BROKEN, "sizes contradict")
    reduced = _reduction(stored, limits)
    if reduced > 1:
        image.draft(None, (stored.width // reduced, stored.height // reduced))
    orientation = heif_orientation(untrusted) if kind is Container.HEIF else _orientation(image)
    image.load()
    if head is not None and is_cut_short(untrusted, head, image, reduced=reduced):
        raise PhotoRefusedError(Code.TRUNCATED, "less data than the size needs")
    return _upright(kind, image, stored, reduced=reduced, orientation=orientation)


def _of_video_codec(kind: Container, image: Image.Image, untrusted: bytes) -> Stored:
    """HEIF and AVIF: their readers have parsed the size and unpacked nothing yet."""
    width, height = image.size
    if kind is Container.HEIF:
        out_of_step = _HEIF_BLOCK - 1 if heif_is_cropped(untrusted) else 0
        return Stored(width, height, _HEIF_BLOCK, _HEIF_BLOCK, _HEIF_REACH + out_of_step)
    return Stored(width, height, _AVIF_BLOCK, _AVIF_BLOCK, _AVIF_REACH)


def _check(stored: Stored, limits: Limits, *, scalable: bool) -> None:
    if stored.width <= 0 or stored.height <= 0:
        raise PhotoRefusedError(Code.BROKEN, "no width or height")
    most = limits.jpeg_pixels if scalable else limits.full_pixels
    if stored.pixels > most or max(stored.width, stored.height) > limits.longest_side:
        raise PhotoRefusedError(Code.TOO_LARGE, "too many pixels")
    if min(stored.width, stored.height) < limits.smallest_side:
        raise PhotoRefusedError(Code.TOO_SMALL, "fewer pixels than could be published")


def _upright(kind: Container, image: Image.Image, stored: Stored, *, reduced: int, orientation: int) -> Photo:
    pixels = to_srgb(image)
    if kind not in {Container.HEIF, Container.TIFF}:  # their readers have turned them already
        pixels = turn_upright(pixels, orientation)
    width, height = stored.width, stored.height
    if orientation in SIDEWAYS and kind is not Container.HEIF:
        width, height = height, width
    if pixels.shape != (-(-height // reduced), -(-width // reduced), 3):
        raise PhotoRefusedError(Code.BROKEN, "sizes contradict")
    pixels.flags.writeable = False
    grid = StoredGrid(stored.block_width, stored.block_height, stored.reach, orientation)
    return Photo(pixels, width, height, reduced, kind, grid)


def _reduction(stored: Stored, limits: Limits) -> int:
    """1, or the decoder's own scaling (only a JPEG comes here with more pixels than are read in full)."""
    reduced = reduction(stored.width, stored.height, limits.full_pixels)
    if reduced is None:
        raise PhotoRefusedError(Code.TOO_LARGE, "too many pixels")
    return reduced


def _orientation(image: Image.Image) -> int:
    """1 to 8 from EXIF, or from XMP where EXIF says nothing; 1 where neither can be read."""
    try:
        orientation = image.getexif().get(0x0112, 1)
    except READER_ERRORS:
        return 1
    return orientation if isinstance(orientation, int) and 1 <= orientation <= 8 else 1
