"""Messages between the two processes arrive whole, or are refused before they cost memory."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.work import frames, messages
from app.work.frames import FrameError, Message
from app.work.messages import Call
from vision.boxes import Box, Quad
from vision.copies import Expected, Verified
from vision.errors import Code, ModelError, PhotoRefusedError
from vision.findings import Analysis, FaceFinding, TextFinding, Wanted


class Dripping(io.RawIOBase):
    """A stream that hands over one byte at a time, as a slow pipe may."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override] # any buffer
        return self._content.readinto(memoryview(buffer)[:1])


def sent(message: Message) -> bytes:
    stream = io.BytesIO()
    frames.write(stream, message)
    return stream.getvalue()


@given(st.binary(max_size=50), st.lists(st.binary(max_size=50), max_size=5))
def test_what_is_written_is_read_however_slowly_it_comes(head: bytes, blocks: list[bytes]) -> None:
    message = Message(head, tuple(blocks))
    stream = Dripping(sent(message) * 2)
    assert frames.read(stream, most_bytes=1000) == message
    assert frames.read(stream, most_bytes=1000) == message
    assert frames.read(stream, most_bytes=1000) is None


@given(st.binary(min_size=1, max_size=200))
def test_whatever_comes_is_a_message_or_refused(content: bytes) -> None:
    try:
        frames.read(io.BytesIO(content), most_bytes=1000)
    except FrameError:
        return
    assert content.startswith(b"GLW1")


@pytest.mark.parametrize("keep", [1, 8, 9, 12, -1])
def test_a_message_that_ends_too_early_is_refused(keep: int) -> None:
    with pytest.raises(FrameError):
        frames.read(io.BytesIO(sent(Message(b"head", (b"block",)))[:keep]), most_bytes=100)


@pytest.mark.parametrize(
    "start",
    [
        struct.pack(">4sIB", b"GLW1", 2**32 - 1, 0),
        struct.pack(">4sIB", b"GLW1", 4, 255),
        struct.pack(">4sIBQ", b"GLW1", 4, 1, 2**63),
        struct.pack(">4sIBQQ", b"GLW1", 4, 2, 60, 60),
    ],
)
def test_lengths_are_judged_before_memory_is_set_aside(start: bytes) -> None:
    with pytest.raises(FrameError):
        frames.read(io.BytesIO(start + b"\x00" * 200), most_bytes=100)


def test_an_analysis_arrives_as_it_was_sent() -> None:
    analysis = Analysis(
        4032,
        3024,
        faces=(FaceFinding(Box(1, 2, 30, 40), 0.93, "whole", ((1.5, 2.5),) * 5, tiny=True),),
        texts=(TextFinding(Quad(((0, 0), (9, 0), (9, 3), (0, 3))), "Zoë Ó Briain 😀", 0.5),),
        templates=((0.1,) * 128, None),
    )
    assert messages.read_answer(Call.ANALYSE, messages.answer(Call.ANALYSE, analysis)) == analysis


def test_a_question_arrives_as_it_was_asked() -> None:
    wanted = Wanted(0, ("Anna",), ("Alder",), (), ((1, 2, 3),), templates=True)
    asked = messages.question(Call.ANALYSE, wanted, (b"photo",))
    assert messages.read_question(asked) == (Call.ANALYSE, wanted)


def test_an_answer_to_another_question_is_refused() -> None:
    looked = messages.answer(Call.LOOK_AGAIN, messages.Looked(verified=Verified("00", 1, 1, 0)))
    with pytest.raises(FrameError):
        messages.read_answer(Call.ANALYSE, looked)
    with pytest.raises(FrameError):
        messages.read_answer(Call.LOOK_AGAIN, messages.question(Call.LOOK_AGAIN, Expected(), ()))


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"[]", b'{"width": "x", "height": 1}', b"\xff", b'{"width": NaN, "height": 1}']
)
def test_an_answer_of_another_shape_is_refused(body: bytes) -> None:
    with pytest.raises(FrameError):
        messages.read_answer(Call.ANALYSE, Message(b"answer analyse\n" + body))


def test_errors_keep_their_class_and_code_and_lose_everything_strange_in_their_words() -> None:
    with pytest.raises(PhotoRefusedError) as refused:
        messages.read_answer(
            Call.ANALYSE, messages.failure(PhotoRefusedError(Code.TRUNCATED, "<Anna> " * 50))
        )
    assert refused.value.code is Code.TRUNCATED
    assert "<" not in refused.value.detail
    assert len(refused.value.detail) <= 80
    with pytest.raises(ModelError):
        messages.read_answer(Call.ANALYSE, messages.failure(ModelError(Code.MODEL_MISSING)))
