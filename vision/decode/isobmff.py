"""Walks the boxes of a HEIC, HEIF or AVIF file: whether each lies inside the file."""

from __future__ import annotations

from vision.errors import Code, PhotoRefusedError

_MOST_BOXES = 10_000


def check_boxes(untrusted: bytes) -> None:
    """Raise TRUNCATED where a box reaches beyond the end, BROKEN where there is no picture's description.

    The size and the pieces of the picture are checked by the decoder's own parser, which reads them without
    unpacking anything. Source: ISO/IEC 14496-12, section 4.2.
    """
    names: list[bytes] = []
    at = 0
    while at < len(untrusted):
        if at + 8 > len(untrusted):
            raise PhotoRefusedError(Code.TRUNCATED, "box cut off")
        size = int.from_bytes(untrusted[at : at + 4], "big")
        names.append(untrusted[at + 4 : at + 8])
        head = 8
        if size == 1:
            head = 16
            size = int.from_bytes(untrusted[at + 8 : at + 16], "big")
        elif size == 0:  # to the end of the file
            size = len(untrusted) - at
        if size < head:
            raise PhotoRefusedError(Code.BROKEN, "box size")
        if at + size > len(untrusted):
            raise PhotoRefusedError(Code.TRUNCATED, "box cut off")
        at += size
        if len(names) > _MOST_BOXES:
            raise PhotoRefusedError(Code.BROKEN, "too many boxes")
    if b"meta" not in names and b"moov" not in names:
        raise PhotoRefusedError(Code.BROKEN, "no picture")


def heif_orientation(untrusted: bytes) -> int:
    """The turn, as an EXIF orientation, that the file orders for its primary picture; 1 where none is found.

    Covers need it to know where the block grid lies. Source: ISO/IEC 23008-12, sections 6.5.10 and 6.5.12
    (`irot`: quarter turns against the clock; `imir`: mirror about an axis), 9.3 (`ipma`).
    """
    orientation = 1
    for name, start, end in _properties_of_primary(untrusted):
        if start < end and name == b"irot":
            orientation = _then(orientation, {0: 1, 1: 8, 2: 3, 3: 6}[untrusted[start] & 3])
        elif start < end and name == b"imir":
            orientation = _then(orientation, 2 if untrusted[start] & 1 else 4)
    return orientation


def heif_is_cropped(untrusted: bytes) -> bool:
    """Whether only a part of the primary picture is shown, so that its block grid may begin anywhere (`clap`)."""
    return any(name == b"clap" for name, _, _ in _properties_of_primary(untrusted))


def _properties_of_primary(untrusted: bytes) -> list[_Span]:
    """What the file says of its primary picture, in the order in which it is done; empty where that is not found."""
    meta = _find(_boxes(untrusted, 0, len(untrusted)), b"meta")
    if meta is None:
        return []
    inside = _boxes(untrusted, meta[0] + 4, meta[1])
    item, properties = _find(inside, b"pitm"), _find(inside, b"iprp")
    if item is None or properties is None:
        return []
    wide = untrusted[item[0]] > 0
    primary = int.from_bytes(untrusted[item[0] + 4 : item[0] + (8 if wide else 6)], "big")
    groups = _boxes(untrusted, *properties)
    listed = _find(groups, b"ipco")
    if listed is None:
        return []
    every = _boxes(untrusted, *listed)
    # there may be several lists of links, in narrow and in wide numbers
    links = [untrusted[start:end] for name, start, end in groups if name == b"ipma"]
    indices = (index for one in links for index in _links_of(one, primary))
    return [every[index - 1] for index in indices if 1 <= index <= len(every)]


_Span = tuple[bytes, int, int]
# Each orientation as what it does to a point: swap the axes first, then mirror across, then mirror down.
_STEPS = {
    1: (0, 0, 0), 2: (0, 1, 0), 3: (0, 1, 1), 4: (0, 0, 1),
    5: (1, 0, 0), 6: (1, 1, 0), 7: (1, 1, 1), 8: (1, 0, 1),
}  # fmt: skip


def _then(first: int, second: int) -> int:
    """The one orientation that does `first` and after it `second`."""
    swap1, across1, down1 = _STEPS[first]
    swap2, across2, down2 = _STEPS[second]
    if swap2:
        across1, down1 = down1, across1
    wanted = (swap1 ^ swap2, across1 ^ across2, down1 ^ down2)
    return next(orientation for orientation, steps in _STEPS.items() if steps == wanted)


def _boxes(untrusted: bytes, at: int, end: int) -> list[_Span]:
    """Name, start and end of the content of each box; stops where a box does not fit."""
    found: list[_Span] = []
    while at + 8 <= end and len(found) < _MOST_BOXES:
        size = int.from_bytes(untrusted[at : at + 4], "big")
        head = 8
        if size == 1:
            head, size = 16, int.from_bytes(untrusted[at + 8 : at + 16], "big")
        elif size == 0:
            size = end - at
        if size < head or at + size > end:
            break
        found.append((untrusted[at + 4 : at + 8], at + head, at + size))
        at += size
    return found


def _find(boxes: list[_Span], name: bytes) -> tuple[int, int] | None:
    return next(((start, end) for found, start, end in boxes if found == name), None)


def _links_of(links: bytes, primary: int) -> list[int]:
    """The one-based places in `ipco` of the properties of one picture, in their order."""
    if len(links) < 8:
        return []
    wide_item, wide_link = links[0] > 0, links[3] & 1
    at = 8
    for _ in range(min(int.from_bytes(links[4:8], "big"), _MOST_BOXES)):
        head = 4 if wide_item else 2
        item = int.from_bytes(links[at : at + head], "big")
        count = links[at + head] if at + head < len(links) else 0
        at += head + 1
        step = 2 if wide_link else 1
        if item == primary:
            mask = 0x7FFF if wide_link else 0x7F
            places = range(at, at + count * step, step)
            return [int.from_bytes(links[place : place + step], "big") & mask for place in places]
        at += count * step
    return []
