"""Promise 39: whatever happens to the bytes of a file, it is read or refused by a code, soon."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pictures import a_file, a_jpeg, a_scene
from vision.check.file_structure import walk
from vision.decode import decode
from vision.errors import PhotoRefusedError
from vision.image import Container

WHOLE = [a_file(container, a_scene(64, 48)) for container in Container] + [
    a_jpeg(a_scene(64, 48), progressive=1)
]
MOST_SECONDS = 10.0


@st.composite
def harmed(draw: st.DrawFn) -> bytes:
    """A whole file with some bytes changed, a piece taken out, or a piece put in twice."""
    content = bytearray(draw(st.sampled_from(WHOLE)))
    # Headers say more than pixels do, so half of the harm is done to the first bytes.
    place = st.one_of(st.integers(0, min(400, len(content) - 1)), st.integers(0, len(content) - 1))
    for at in draw(st.lists(place, max_size=6)):
        content[at] = draw(st.one_of(st.integers(0, 255), st.sampled_from([0, 1, 0x7F, 0x80, 0xFF])))
    if draw(st.booleans()):
        start, end = sorted((draw(place), draw(place)))
        piece = bytes(content[start:end])
        content[start:end] = draw(st.sampled_from([b"", piece * 2, b"\x00" * len(piece), b"\xff" * 8]))
    return bytes(content)


def read_or_refuse(content: bytes) -> None:
    start = time.monotonic()
    try:
        photo = decode(content, largest_pixels=4_000_000)
    except PhotoRefusedError:
        pass
    else:
        rows, columns = -(-photo.height // photo.reduced), -(-photo.width // photo.reduced)
        assert photo.pixels.shape == (rows, columns, 3)
    assert time.monotonic() - start < MOST_SECONDS


@given(harmed())
@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_promise_39_a_harmed_file_is_read_or_refused_by_a_code(content: bytes) -> None:
    read_or_refuse(content)
    walk(content)


@pytest.mark.slow
@given(harmed())
@settings(max_examples=8_000, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_promise_39_thousands_of_harmed_files_are_read_or_refused_by_a_code(content: bytes) -> None:
    read_or_refuse(content)


@given(st.binary(max_size=400))
@settings(max_examples=300)
def test_promise_39_random_bytes_are_refused(content: bytes) -> None:
    for start in (b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"RIFF\x40\x00\x00\x00WEBP"):
        with pytest.raises(PhotoRefusedError):
            decode(start + content)
        walk(start + content)
