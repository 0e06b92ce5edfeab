"""Promise 40: bombs are refused at once, and the largest phone photos are read within 1.5 GB and 10 seconds."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.pictures import a_chunk, a_file, a_jpeg, a_png_header, a_scene
from vision.decode import LIMITS, decode
from vision.errors import Code, PhotoRefusedError
from vision.image import Container

MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 10.0
"""Of the processor: a loaded machine must not fail a test."""
NO_MORE_THAN_STARTING = 150_000_000
"""Python and the decoders themselves take 62 to 70 MB."""

READ = """
import json, resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]),) * 2)
from vision.decode import decode
from vision.errors import PhotoRefusedError
content = open(sys.argv[1], "rb").read()
start = time.process_time()
try:
    photo = decode(content)
    result = [photo.width, photo.height, photo.reduced]
except PhotoRefusedError as refused:
    result = refused.code.value
# not getrusage: its peak counts the parent, from which this process was forked
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) * 1024
print(json.dumps({"result": result, "peak": peak, "seconds": time.process_time() - start}))
"""


def read_in_bounds(path: Path, root: Path, *, memory: int = MOST_MEMORY) -> object:
    """What decoding gives in a process that may not have more address space than the promise allows."""
    if not Path("/proc/self/status").exists():
        pytest.skip("address space is bounded and measured on Linux only")
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path), str(MOST_MEMORY)], cwd=root, capture_output=True, check=True
    )
    measured = json.loads(done.stdout)
    print(path.name, measured)
    assert measured["peak"] <= memory
    assert measured["seconds"] <= MOST_SECONDS
    return measured["result"]


def a_png_bomb(side: int) -> bytes:
    """A whole PNG of black: some hundred kilobytes for 196 Mpx."""
    packing = zlib.compressobj(9)
    row = bytes(1 + 3 * side)
    packed = b"".join(packing.compress(row) for _ in range(side)) + packing.flush()
    header = a_png_header(side, side)[:33]
    return header + a_chunk(b"IDAT", packed) + a_chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [7_200, 14_000, 65_535, 1_000_000])
def test_promise_40_a_png_bomb_is_refused_from_its_header(side: int) -> None:
    start = time.process_time()
    with pytest.raises(PhotoRefusedError) as caught:
        decode(a_png_header(side, side))
    assert caught.value.code is Code.TOO_LARGE
    assert time.process_time() - start < 1


def test_promise_40_a_jpeg_that_only_claims_its_size_is_refused() -> None:
    jpeg = a_jpeg(a_scene())
    frame = jpeg.index(b"\xff\xc0")
    for side, code in ((12_000, Code.TRUNCATED), (20_000, Code.TOO_LARGE)):
        claimed = side.to_bytes(2, "big")
        with pytest.raises(PhotoRefusedError) as caught:
            decode(jpeg[: frame + 5] + claimed + claimed + jpeg[frame + 9 :])
        assert caught.value.code is code


def with_its_size_as(container: Container, size: bytes, claimed: bytes) -> bytes:
    """A small whole file that claims another size."""
    whole = a_file(container, a_scene(160, 120))
    assert whole.count(size) == 1
    return whole.replace(size, claimed)


def a_tiff_header(width: int, height: int) -> bytes:
    """The tags of an uncompressed TIFF whose one strip is not there."""
    tags = {
        256: width,
        257: height,
        258: 8,
        259: 1,
        262: 1,
        273: 8,
        277: 1,
        278: height,
        279: width * height % 2**32,
    }
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags.items())
    return b"II*\x00" + struct.pack("<IH", 8, len(tags)) + entries + bytes(4)


REFUSED = ("TOO_LARGE", "BROKEN", "TRUNCATED")
BOMBS = {
    "webp of 34 bytes for 268 Mpx": bytes.fromhex(
        "524946461a000000574542505650384c0e0000002ffebfff0f071011fd0f4444ff03"
    ),
    "tiff": a_tiff_header(60_000, 60_000),
    **{
        f"{container.value}": with_its_size_as(
            container, struct.pack(">II", 160, 120), struct.pack(">II", 30_000, 30_000)
        )
        for container in (Container.AVIF, Container.HEIF)
    },
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=list(BOMBS))
def test_promise_40_a_bomb_of_every_other_kind_is_refused_before_it_is_unpacked(
    bomb: bytes, tmp_path: Path, root: Path
) -> None:
    (tmp_path / "bomb").write_bytes(bomb)
    assert read_in_bounds(tmp_path / "bomb", root, memory=NO_MORE_THAN_STARTING) in REFUSED


@pytest.mark.slow
def test_promise_40_an_avif_whose_frame_is_larger_than_it_says_stays_in_bounds(
    tmp_path: Path, root: Path
) -> None:
    """The box says 640×480, the film in it 10,000×10,000: only the decoder itself can find out."""
    written = io.BytesIO()
    Image.new("RGB", (10_000, 10_000)).save(written, "AVIF", speed=10)
    told, lied = struct.pack(">II", 10_000, 10_000), struct.pack(">II", 640, 480)
    assert written.getvalue().count(told) == 1
    (tmp_path / "lying").write_bytes(written.getvalue().replace(told, lied))
    assert read_in_bounds(tmp_path / "lying", root) in ([640, 480, 1], "BROKEN", "TOO_LARGE")


def test_promise_40_a_file_of_too_many_bytes_is_refused_unread() -> None:
    with pytest.raises(PhotoRefusedError) as caught:
        decode(b"\xff\xd8\xff" + bytes(LIMITS.file_bytes))
    assert caught.value.code is Code.TOO_LARGE


@pytest.mark.slow
def test_promise_40_a_whole_bomb_of_196_mpx_is_refused_in_bounds(tmp_path: Path, root: Path) -> None:
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(a_png_bomb(14_000))
    assert bomb.stat().st_size < 1_000_000
    assert read_in_bounds(bomb, root) == "TOO_LARGE"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("across", "down", "options", "result"),
    [
        (4032, 3024, {}, [4032, 3024, 1]),
        (8160, 6120, {"subsampling": 0}, [8160, 6120, 1]),
        (12_000, 9_000, {}, [12_000, 9_000, 2]),
        (16_320, 12_240, {}, [16_320, 12_240, 2]),
        (16_320, 12_240, {"progressive": True}, "TOO_LARGE"),
        (20_000, 15_000, {}, "TOO_LARGE"),
    ],
)
def test_promise_40_a_ladder_of_jpegs_is_read_or_refused_in_bounds(
    tmp_path: Path, root: Path, across: int, down: int, options: dict[str, Any], result: object
) -> None:
    photo = tmp_path / "photo.jpg"
    Image.new("RGB", (across, down), (90, 120, 60)).save(photo, quality=85, **options)
    assert read_in_bounds(photo, root) == result


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF", "AVIF"])
def test_promise_40_other_files_at_the_limit_are_read_in_bounds(
    tmp_path: Path, root: Path, kind: str
) -> None:
    photo = tmp_path / "photo"
    written = io.BytesIO()
    options: dict[str, Any] = {"compress_level": 1} if kind == "PNG" else {"speed": 10}
    Image.new("RGBA", (8160, 6120), (90, 120, 60, 128)).save(written, kind, **options)
    photo.write_bytes(written.getvalue())
    assert read_in_bounds(photo, root) == [8160, 6120, 1]
