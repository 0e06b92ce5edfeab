"""Promise 41: a photo that was cut short is never shown as whole."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.pictures import a_file, a_jpeg, a_scene
from vision.decode import decode
from vision.errors import Code, PhotoRefusedError
from vision.image import Container

CUTS = 50

WHOLE = {container.value: a_file(container, a_scene()) for container in Container}
WHOLE["jpeg-progressive"] = a_jpeg(a_scene(), progressive=1)
WHOLE["jpeg-restarts"] = a_jpeg(a_scene(), restart=2)
WHOLE["jpeg-444"] = a_jpeg(a_scene(), sampling="4:4:4")


def plain_tiff() -> bytes:
    written = io.BytesIO()
    Image.fromarray(a_scene()).save(written, "TIFF")
    return written.getvalue()


WHOLE["tiff-plain"] = plain_tiff()
JPEGS = [name for name in WHOLE if name.startswith("jpeg")]


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_promise_41_a_file_cut_at_fifty_points_is_always_refused(name: str) -> None:
    whole = WHOLE[name]
    assert decode(whole).width == 160
    for cut in range(CUTS):
        with pytest.raises(PhotoRefusedError):
            decode(whole[: len(whole) * cut // CUTS])
    for missing in (1, 2, 3, 5):
        with pytest.raises(PhotoRefusedError):
            decode(whole[:-missing])


@pytest.mark.parametrize("name", JPEGS)
def test_promise_41_a_cut_file_that_was_closed_with_an_end_marker_is_refused_too(name: str) -> None:
    whole = WHOLE[name]
    scan = whole.index(b"\xff\xda") + 20
    for cut in range(CUTS):
        at = scan + (len(whole) - 40 - scan) * cut // CUTS
        with pytest.raises(PhotoRefusedError) as caught:
            decode(whole[:at].rstrip(b"\xff") + b"\xff\xd9")
        assert caught.value.code in {Code.TRUNCATED, Code.BROKEN}, cut
