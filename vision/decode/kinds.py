"""Which kind of file this is, judged by its first bytes and never by its name."""

from __future__ import annotations

from vision.errors import Code, PhotoRefusedError
from vision.image import Container

_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"mif2", b"heif"}
_AVIF_BRANDS = {b"avif", b"avis"}

# Pictures that are known and not read here. The list only chooses a kinder message: whatever is not on the
# allow-list below is refused in any case.
_OTHER_PICTURES = (
    b"GIF87a",
    b"GIF89a",
    b"BM",
    b"8BPS",
    b"\x00\x00\x00\x0cjP  ",
    b"\xff\x4f\xff\x51",
    b"\x00\x00\x00\x0cJXL ",
    b"\xff\x0a",
    b"II+\x00",
    b"MM\x00+",
    b"FUJIFILMCCD-RAW",
    b"IIRO",
    b"IIU\x00",
    b"\x00\x00\x01\x00",
    b"%!PS",
    b"<svg",
    b"DDS ",
    b"\x01\xda",
    b"BLP",
    b"v/1\x01",
    b"#?RADIANCE",
    b"gimp xcf",
    b"DanM",
    b"LinS",
)
_OTHER_BRANDS = {b"crx ", b"jxl ", b"jp2 "}


def kind_of(untrusted: bytes) -> Container:
    """The container of these bytes.

    Raises `PhotoRefusedError`: EMPTY, NOT_A_PHOTO, or UNSUPPORTED for a picture of a kind not read here.
    """
    if not untrusted:
        raise PhotoRefusedError(Code.EMPTY, "no bytes")
    if untrusted.startswith(b"\xff\xd8\xff"):
        return Container.JPEG
    if untrusted.startswith(b"\x89PNG\r\n\x1a\n"):
        return Container.PNG
    if untrusted.startswith(b"RIFF") and untrusted[8:12] == b"WEBP":
        return Container.WEBP
    if untrusted.startswith((b"II*\x00", b"MM\x00*")):
        return Container.TIFF
    if untrusted[4:8] == b"ftyp":
        return _kind_of_brands(untrusted)
    if untrusted.startswith(_OTHER_PICTURES):
        raise PhotoRefusedError(Code.UNSUPPORTED, "known picture format that is not read")
    if len(untrusted) < 16 and b"\x89PNG\r\n\x1a\n".startswith(untrusted):
        raise PhotoRefusedError(Code.TRUNCATED, "only a part of a signature")
    if len(untrusted) < 3 and b"\xff\xd8\xff".startswith(untrusted):
        raise PhotoRefusedError(Code.TRUNCATED, "only a part of a signature")
    raise PhotoRefusedError(Code.NOT_A_PHOTO, "unknown signature")


def _kind_of_brands(untrusted: bytes) -> Container:
    size = min(int.from_bytes(untrusted[:4], "big"), len(untrusted), 256)
    major = untrusted[8:12]
    brands = {major} | {untrusted[at : at + 4] for at in range(16, size - 3, 4)}
    if major in _AVIF_BRANDS:
        return Container.AVIF
    if major in _HEIF_BRANDS and not (major in {b"mif1", b"msf1", b"mif2"} and brands & _AVIF_BRANDS):
        return Container.HEIF
    if brands & _AVIF_BRANDS:
        return Container.AVIF
    if major in _OTHER_BRANDS:
        raise PhotoRefusedError(Code.UNSUPPORTED, "known picture format that is not read")
    raise PhotoRefusedError(Code.NOT_A_PHOTO, "unknown brand")
