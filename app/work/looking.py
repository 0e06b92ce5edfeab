"""Answers the questions inside the vision process: opens the photo, and asks the finders and writers of `vision`."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_never

from app.work import messages
from app.work.frames import Message
from app.work.messages import Call, Looked, Nothing, OnePage, PageSizes, Publish, Side, Sizes
from app.work.second_reader import SecondReader
from app.work.vision import Engines, Part, Reference
from vision.boxes import Box
from vision.copies import CopyWanted, Expected, Output, Verified
from vision.errors import Code, PhotoRefusedError, VisionError
from vision.faces.quality import Quality
from vision.findings import Analysis, Wanted
from vision.image import Photo

if TYPE_CHECKING:
    from vision.analyse import Analyser
    from vision.sessions import Sessions

FACE_SIDE = 160
FACE_QUALITY = 85
FACE_MARGIN = 0.35
"""Longest side in pixels, quality, and how much of a face's size is shown around it: enough to compare by eye."""

Answer = tuple[object, tuple[bytes, ...]]


class Looking:
    """The calls of `app.work.vision.Vision`, done here.

    Heavy packages are imported by the first call that needs them, so that a process for previews stays light.
    """

    def __init__(self, walls: tuple[Part, ...], second: SecondReader | None = None) -> None:
        self._walls = walls
        self._second = second
        self._kept: Sessions | None = None
        self._analyser: Analyser | None = None
        self._building = threading.Lock()

    def answer(self, call: Call, body: Any, blocks: tuple[bytes, ...]) -> Message:
        """The answer or the failure as a message; never raises for anything that a photo may cause."""
        try:
            reply, bytes_back = self._do(call, body, blocks)
        except VisionError as error:
            return messages.failure(error)
        except MemoryError:
            return messages.failure(PhotoRefusedError(Code.OUT_OF_MEMORY))
        except Exception as error:  # noqa: BLE001 - the process's end: one photo must not cost the next
            code = Code.OUT_OF_MEMORY if _is_lack_of_memory(error) else Code.CRASHED
            return messages.failure(PhotoRefusedError(code, _place(error)))
        return messages.answer(call, reply, bytes_back)

    def warm(self) -> None:
        """Build every model, in the order in which the first photo needs them."""
        try:
            for _, build in self._models():
                build()
        except Exception:  # noqa: BLE001 - the first photo that needs the model will say what is wrong
            return

    def _do(self, call: Call, body: Any, blocks: tuple[bytes, ...]) -> Answer:
        reply: Answer
        match call:
            case Call.ANALYSE:
                reply = self._analyse(body, blocks)
            case Call.REFERENCE:
                reply = self._reference(*blocks)
            case Call.PUBLISH:
                reply = _publish(body, _open(*blocks))
            case Call.LOOK_AGAIN:
                reply = self._look_again(body, blocks)
            case Call.PREVIEW:
                reply = _preview(body, *blocks)
            case Call.PAGE:
                reply = _page(body, *blocks)
            case Call.DOCTOR:
                reply = (self._doctor(), ())
            case _:
                assert_never(call)
        return reply

    def _analyse(self, wanted: Wanted, blocks: tuple[bytes, ...]) -> Answer:
        from vision.camera import camera_of  # noqa: PLC0415

        untrusted, *crests = blocks
        start = time.perf_counter()
        photo = _open(untrusted)
        decoded = time.perf_counter() - start
        analysis: Analysis = self._eyes().analyse(photo, replace(wanted, crests=tuple(crests)))
        # the analyser starts from an opened photo, so opening it is added here
        spent = replace(analysis.seconds, decode=decoded, total=analysis.seconds.total + decoded)
        return replace(analysis, seconds=spent, camera=camera_of(untrusted)), ()

    def _reference(self, untrusted: bytes) -> Answer:
        from vision.faces.describe import describe  # noqa: PLC0415
        from vision.faces.find import find_faces  # noqa: PLC0415
        from vision.faces.quality import SEARCHED_SIDE, judge  # noqa: PLC0415

        photo = _open(untrusted)
        sessions = self._sessions()
        quality, face = judge(photo, find_faces(photo, sessions, published_side=SEARCHED_SIDE))
        sessions.rest()
        if quality is not Quality.GOOD or face is None:
            return Reference(None, quality, None if face is None else face.box), ()
        (template,) = describe(photo, (face,), sessions)
        if not template:
            return Reference(None, Quality.TOO_SMALL, face.box), ()
        return Reference(template, quality, face.box), (_face_picture(photo, face.box),)

    def _look_again(self, expected: Expected, blocks: tuple[bytes, ...]) -> Answer:
        from vision.check.look_again import look_again  # noqa: PLC0415

        published, *crests = blocks
        sought = replace(expected, crests=replace(expected.crests, pictures=tuple(crests)))
        outcome = look_again(published, sought, self._eyes())
        if isinstance(outcome, Verified):
            return Looked(verified=outcome), ()
        return Looked(refused=outcome), ()

    def _doctor(self) -> Engines:
        version = self._second.version() if self._second else ""
        return Engines(
            tuple(tried(name, build) for name, build in self._models()), self._walls, peak_memory(), version
        )

    def _models(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        """Every engine with its builder, in the order in which a first photo needs them."""
        sessions = self._sessions()
        return (
            ("faces: CenterFace", sessions.centerface),
            ("text: PP-OCRv6", sessions.text_reader),
            ("templates: face_recognition", sessions.describer),
        )

    def _sessions(self) -> Sessions:
        """The one place that keeps built models."""
        with self._building:
            if self._kept is None:
                from vision.sessions import Sessions  # noqa: PLC0415

                self._kept = Sessions(second_reader=self._second.read if self._second else None)
            return self._kept

    def _eyes(self) -> Analyser:
        """The one analyser, which keeps prepared crests and rolls."""
        sessions = self._sessions()
        with self._building:
            if self._analyser is None:
                from vision.analyse import Analyser  # noqa: PLC0415

                self._analyser = Analyser(sessions)
            return self._analyser


def _open(untrusted: bytes) -> Photo:
    from vision.decode import decode  # noqa: PLC0415

    return decode(untrusted)


def _face_picture(photo: Photo, box: Box) -> bytes:
    """The face with its hair as a small JPEG: bare pixels, nothing of what the camera wrote."""
    from vision.hide.encode import encode  # noqa: PLC0415

    shown = box.grown(round(FACE_MARGIN * max(box.width, box.height))).clipped(photo.width, photo.height)
    by = photo.reduced
    pixels = photo.pixels[shown.y1 // by : -(-shown.y2 // by), shown.x1 // by : -(-shown.x2 // by)]
    return encode(pixels, Output(longest_side=FACE_SIDE, quality=FACE_QUALITY))


def _publish(wanted: Publish, photo: Photo) -> Answer:
    from vision.hide.cover import cover  # noqa: PLC0415
    from vision.hide.encode import encode  # noqa: PLC0415

    made: dict[CopyWanted, bytes] = {}
    for covers in dict.fromkeys(one.covers for one in wanted.copies):  # who hides the same shares one picture
        covered = cover(photo, covers, seed=wanted.seed)
        made |= {one: encode(covered, one.output) for one in wanted.copies if one.covers == covers}
    return Nothing(), tuple(made[one] for one in wanted.copies)


def _preview(wanted: Side, untrusted: bytes) -> Answer:
    from vision.decode import LIMITS, decode  # noqa: PLC0415
    from vision.hide.encode import resize  # noqa: PLC0415

    # A JPEG is read at the first reduction that has at most this many pixels. More than a quarter of them are
    # left then, so its longer side is still at least the one that is wanted; and the bound stays above what
    # the strongest reduction of the largest photo leaves.
    enough = max(4 * wanted.longest_side**2, LIMITS.jpeg_pixels // 32)
    is_jpeg = untrusted.startswith(b"\xff\xd8")
    photo = decode(untrusted, largest_pixels=enough) if is_jpeg else decode(untrusted)
    pixels = resize(photo.pixels, wanted.longest_side)
    height, width = pixels.shape[:2]
    return Sizes(width, height, photo.width, photo.height), (pixels.tobytes(),)


def _page(wanted: OnePage, untrusted: bytes) -> Answer:
    from vision.paper import draw_page  # noqa: PLC0415

    pixels, pages = draw_page(untrusted, wanted.number, wanted.longest_side)
    height, width = pixels.shape[:2]
    return PageSizes(width, height, pages), (pixels.tobytes(),)


def tried(name: str, build: Callable[[], object]) -> Part:
    """Whether an engine can be built, with the code where it cannot."""
    try:
        build()
    except VisionError as error:
        return Part(name, works=False, detail=error.code.value)
    except Exception as error:  # noqa: BLE001 - the answer is that it does not work
        return Part(name, works=False, detail=type(error).__name__)
    return Part(name, works=True)


def peak_memory() -> int:
    """The largest resident size of this process so far in bytes; 0 where the system does not tell."""
    return _own_memory("VmHWM:")


def reserved_memory() -> int:
    """The private memory of this process in bytes, touched or not; 0 where the system does not tell."""
    return _own_memory("VmData:")


def _own_memory(row: str) -> int:
    if sys.platform != "linux":
        return 0
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(row):
            return int(line.split()[1]) * 1024
    return 0


def _is_lack_of_memory(error: Exception) -> bool:
    """Whether a library of C++ means that memory ran out; OpenCV and OpenVINO say so in words alone."""
    words = str(error).lower()
    return "bad_alloc" in words or "insufficient memory" in words or "not enough memory" in words


def _place(error: Exception) -> str:
    """The kind of an error and the line of ours where it arose; never its words, which may quote the photo."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.startswith(("vision.", "app.")):
            place = f" {module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return type(error).__name__ + place
