"""How two processes pass messages: a short text and a few blocks of bytes, each announced with its length."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from io import BufferedIOBase, FileIO, RawIOBase

Stream = RawIOBase | BufferedIOBase
"""A binary stream, with or without a buffer."""

_MAGIC = b"GLW1"
_START = struct.Struct(">4sIB")  # magic, length of the text, number of blocks
_LENGTH = struct.Struct(">Q")

LARGEST_HEAD = 32 * 1024 * 1024
"""Bytes of text: an analysis of a crowd with 2,000 faces and their templates has 6 MB."""

MOST_BLOCKS = 64
"""A photo and the school's crests."""


class FrameError(Exception):
    """What came is not a message, or is larger than was asked for. The stream cannot be used any further."""


@dataclass(frozen=True, slots=True)
class Message:
    """`head` is JSON; `blocks` are raw bytes that it speaks of. There is nothing in it that could be run."""

    head: bytes
    blocks: tuple[bytes, ...] = ()


def take_streams() -> tuple[FileIO, FileIO]:
    """This process's two pipes under new numbers; what libraries print to the old ones goes nowhere."""
    incoming, outgoing = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    os.close(nowhere)
    return FileIO(incoming, "rb"), FileIO(outgoing, "wb")


def write(stream: Stream, message: Message) -> None:
    """Write a whole message. Raises OSError where the other side is gone."""
    if len(message.head) > LARGEST_HEAD or len(message.blocks) > MOST_BLOCKS:
        raise FrameError
    lengths = b"".join(_LENGTH.pack(len(block)) for block in message.blocks)
    start = _START.pack(_MAGIC, len(message.head), len(message.blocks))
    for part in (start + lengths + message.head, *message.blocks):
        rest = memoryview(part)
        while rest:
            written = stream.write(rest)
            rest = rest[written or 0 :]
    stream.flush()


def read(stream: Stream, *, most_bytes: int) -> Message | None:
    """The next message, or None where the stream ends between two messages.

    The lengths are judged before memory is set aside for them: no more than `most_bytes` for all blocks.
    Raises FrameError.
    """
    start = _exactly(stream, _START.size)
    if not start:
        return None
    magic, head_length, count = _START.unpack(start)
    if magic != _MAGIC or head_length > LARGEST_HEAD or count > MOST_BLOCKS:
        raise FrameError
    table = _exactly(stream, _LENGTH.size * count)
    lengths = [length for (length,) in _LENGTH.iter_unpack(table)]
    if len(lengths) != count or sum(lengths) > most_bytes:
        raise FrameError
    head, *blocks = (_whole(stream, length) for length in (head_length, *lengths))
    return Message(head, tuple(blocks))


def _whole(stream: Stream, length: int) -> bytes:
    content = _exactly(stream, length)
    if len(content) != length:
        raise FrameError
    return content


def _exactly(stream: Stream, length: int) -> bytes:
    """`length` bytes, or nothing at the very end of the stream. Raises FrameError in between."""
    buffer = bytearray(length)
    filled = 0
    with memoryview(buffer) as view:
        while filled < length:
            taken = stream.readinto(view[filled:])
            if not taken:
                break
            filled += taken
    if 0 < filled < length:
        raise FrameError
    return bytes(buffer[:filled])
