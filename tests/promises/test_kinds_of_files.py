"""Promise 43: what a file is, is judged by its bytes; a name that says something else neither helps nor harms."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image

from app.work.sandbox import Load, Sandbox
from vision.errors import Code, PhotoRefusedError

EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n(/etc/passwd) run\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
SVG_AS_XML = b'<?xml version="1.0"?>\n' + SVG
CANON_RAW = b"\x00\x00\x00\x18ftypcrx \x00\x00\x00\x01crx isom" + bytes(1000)
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\n"
PROGRAM = b"MZ\x90\x00" + bytes(1000)
ELF = b"\x7fELF\x02\x01\x01" + bytes(1000)
PAGE = b"<!doctype html><script>alert(1)</script>"
PLAYLIST = b"#EXTM3U\nfile:///etc/passwd\n"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(Load.NOTHING) as running:
        yield running


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (EPS, Code.UNSUPPORTED), (SVG, Code.UNSUPPORTED), (SVG_AS_XML, Code.NOT_A_PHOTO),
        (CANON_RAW, Code.UNSUPPORTED), (PDF, Code.NOT_A_PHOTO), (PROGRAM, Code.NOT_A_PHOTO),
        (ELF, Code.NOT_A_PHOTO), (PAGE, Code.NOT_A_PHOTO), (PLAYLIST, Code.NOT_A_PHOTO),
    ],
    ids=["eps", "svg", "svg as xml", "raw", "pdf", "exe", "elf", "html", "playlist"],
)  # fmt: skip
def test_promise_43_what_is_no_photo_is_refused_with_its_reason_whatever_it_is_called(
    sandbox: Sandbox, content: bytes, code: Code
) -> None:
    with pytest.raises(PhotoRefusedError) as refused:
        sandbox.preview(content, 64)
    assert refused.value.code is code


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_promise_43_a_photo_is_read_by_its_bytes_under_any_name(sandbox: Sandbox, kind: str) -> None:
    out = io.BytesIO()
    Image.new("RGB", (320, 240), (10, 120, 200)).save(out, kind)
    shown = sandbox.preview(out.getvalue(), 64)
    assert (shown.full_width, shown.full_height) == (320, 240)


def test_promise_43_a_tiff_that_holds_a_cameras_raw_picture_is_no_whole_photo(sandbox: Sandbox) -> None:
    # as DNG, CR2 and NEF do: a small picture for show, and data of another kind behind it
    out = io.BytesIO()
    Image.new("RGB", (320, 240)).save(out, "TIFF", tiffinfo={50706: b"\x01\x04\x00\x00", 271: "Maker"})
    with pytest.raises(PhotoRefusedError) as refused:
        sandbox.preview(out.getvalue(), 64)
    assert refused.value.code in {Code.UNSUPPORTED, Code.NOT_A_PHOTO, Code.BROKEN}
