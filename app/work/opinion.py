"""Asks ExifTool, where it is installed, what else finished copies hold: a second opinion on our own check."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import app
from vision.copies import Flaw, Problem

log = logging.getLogger(__name__)

Problems = tuple[Problem, ...]
SecondOpinion = Callable[[Sequence[bytes]], tuple[Problems, ...]]
"""What another program finds in each of these finished copies beside its pixels."""

SECONDS = 20.0
"""For the copies of one photo: usually 0.5 s, most of it for starting (November 2026). Later there is no opinion."""

MOST_TOLD = 1024 * 1024
"""Bytes about one copy; of a bare picture it tells 900."""

Tags = Mapping[str, object]
"""What it tells of one file: each tag with its group before it."""

_SMALLEST = b"\xff\xd8\xff\xd9"  # the beginning and the end of a JPEG: enough to be told a version

_COPY = "finished-copy"  # the file in memory has no name that anyone could open

_PLACES = "/usr/bin:/usr/local/bin:/bin"
"""Where the programs may lie: what the system's administrator installed, never a folder of an account."""

_WORDS_OF_A_BARE_PICTURE: Mapping[str, frozenset[str]] = {
    "ExifTool": frozenset({"ExifToolVersion"}),
    "File": frozenset(
        {
            "FileType", "FileTypeExtension", "MIMEType", "ImageWidth", "ImageHeight", "EncodingProcess",
            "BitsPerSample", "ColorComponents", "YCbCrSubSampling",
        }
    ),
    "JFIF": frozenset({"JFIFVersion", "ResolutionUnit", "XResolution", "YResolution"}),
    "PNG": frozenset({"ImageWidth", "ImageHeight", "BitDepth", "ColorType", "Compression", "Filter", "Interlace"}),
    "Composite": frozenset({"ImageSize", "Megapixels"}),
}  # fmt: skip
"""What ExifTool says of a file that holds nothing but its pixels (12.57; `-G1`)."""

_SYSTEM = "System"
"""Times and rights of the open file from which it reads: nothing of the picture."""

_GROUP = re.compile(r"[A-Za-z0-9_-]{1,24}")


def installed() -> tuple[Path, Path] | None:
    """Perl and ExifTool, or None. Only on Linux: elsewhere nothing could shut them in."""
    if sys.platform != "linux":
        return None
    perl, tool = (shutil.which(name, path=_PLACES) for name in ("perl", "exiftool"))
    return (Path(perl), Path(tool)) if perl and tool else None


def second_opinion(copies: Sequence[bytes]) -> tuple[Problems, ...]:
    """What ExifTool finds in each finished copy beside its pixels; nothing where it is not there or silent.

    It is a second opinion: silence proves nothing. One process reads all of them, for it costs most to start.
    They lie in memory, and it is told the numbers of its own open files, so that no name of a file is ever an
    argument. Never raises.
    """
    nothing: tuple[Problems, ...] = ((),) * len(copies)
    if not copies or installed() is None:
        return nothing
    answers = _asked(copies)
    if answers is None:
        log.warning("no second opinion on a finished copy")
        return nothing
    return tuple(beyond_a_bare_picture(tags) for tags in answers)


def version() -> str:
    """Such as `ExifTool 12.57`, as it answers from behind its walls; empty where it is not there or does not."""
    answers = _asked([_SMALLEST]) if installed() else None
    told = answers[0].get("ExifTool:ExifToolVersion") if answers else None
    return f"ExifTool {told}" if isinstance(told, float) else ""


def _asked(copies: Sequence[bytes]) -> list[Tags] | None:
    try:
        with contextlib.ExitStack() as held:
            files = [held.enter_context(_in_memory(one)) for one in copies]
            return understood(_told_of(files)[: MOST_TOLD * len(files)], files)
    except (OSError, subprocess.TimeoutExpired):
        return None


@contextlib.contextmanager
def _in_memory(copy: bytes) -> Iterator[int]:
    """The copy as an open file that lies in no folder; its number."""
    number = os.memfd_create(_COPY)
    try:
        left = memoryview(copy)
        while left:
            left = left[os.write(number, left) :]
        yield number
    finally:
        os.close(number)


def _told_of(files: Sequence[int]) -> bytes:
    done = subprocess.run(  # noqa: S603 - our own interpreter and our own module
        (sys.executable, "-P", "-s", "-m", "app.work.opinion_process", *map(str, files)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=files,
        cwd=os.sep,
        env={"PYTHONPATH": str(Path(app.__file__).resolve().parent.parent), "OPENBLAS_NUM_THREADS": "1"},
        timeout=SECONDS,
        check=False,
    )
    return done.stdout


def name_of(file: int) -> str:
    """How a process calls its own open file."""
    return f"/proc/self/fd/{file}"


def understood(told: bytes, files: Sequence[int]) -> list[Tags] | None:
    """The tags of each file, in their order; None where it is no such answer."""
    try:
        answers = json.loads(told)
    except (ValueError, RecursionError):
        return None
    if not isinstance(answers, list) or not all(isinstance(one, dict) for one in answers):
        return None
    named = [one.get("SourceFile") for one in answers]
    return answers if named == [name_of(file) for file in files] else None


def beyond_a_bare_picture(tags: Tags) -> Problems:
    """One problem for each group of tags that a bare picture does not have.

    The group alone is named: a tag's own name may have been taken from the file.
    """
    groups = [name.partition(":")[::2] for name in tags if name != "SourceFile"]
    beyond = {
        group
        for group, tag in groups
        if group != _SYSTEM and tag not in _WORDS_OF_A_BARE_PICTURE.get(group, frozenset())
    }
    named = (group if _GROUP.fullmatch(group) else "a group" for group in sorted(beyond))
    return tuple(Problem(Flaw.METADATA, f"{group} (ExifTool)") for group in named)
