"""Asks ExifTool, where it is installed, what else a finished copy holds: a second opinion on our own check."""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import app
from vision.copies import Flaw, Problem

log = logging.getLogger(__name__)

SECONDS = 20.0
"""For one copy: usually 0.5 s, most of it for starting (November 2026). Later there is no opinion."""

MOST_TOLD = 1024 * 1024

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
"""Times and rights of the pipe through which it reads: nothing of the file."""

_GROUP = re.compile(r"[A-Za-z0-9_-]{1,24}")


def installed() -> tuple[Path, Path] | None:
    """Perl and ExifTool, or None. Only on Linux: elsewhere nothing could shut them in."""
    if sys.platform != "linux":
        return None
    perl, tool = (shutil.which(name, path=_PLACES) for name in ("perl", "exiftool"))
    return (Path(perl), Path(tool)) if perl and tool else None


def second_opinion(published: bytes) -> tuple[Problem, ...]:
    """What ExifTool finds in a finished copy beside its pixels; nothing where it is not there or does not answer.

    It is a second opinion: what our own check refuses never comes here, and silence proves nothing. The bytes
    go in by a pipe, so that no name of a file is ever an argument. Never raises.
    """
    if installed() is None:
        return ()
    try:
        done = subprocess.run(
            (sys.executable, "-P", "-s", "-m", "app.work.opinion_process"),
            input=published,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=os.sep,
            env={"PYTHONPATH": str(Path(app.__file__).resolve().parent.parent), "OPENBLAS_NUM_THREADS": "1"},
            timeout=SECONDS,
            check=False,
        )
        told = judged(done.stdout[:MOST_TOLD])
    except (OSError, subprocess.TimeoutExpired):
        told = None
    if told is None:
        log.warning("no second opinion on a finished copy")
    return told or ()


def judged(told: bytes) -> tuple[Problem, ...] | None:
    """One problem for each group of tags that a bare picture does not have; None where it is no answer.

    The group alone is named: a tag's own name may have been taken from the file.
    """
    try:
        answers = json.loads(told)
    except (ValueError, RecursionError):
        return None
    if not isinstance(answers, list) or len(answers) != 1 or not isinstance(answers[0], dict):
        return None
    tags: dict[str, object] = answers[0]
    groups = [name.partition(":")[::2] for name in tags if name != "SourceFile"]
    beyond = {
        group
        for group, tag in groups
        if group != _SYSTEM and tag not in _WORDS_OF_A_BARE_PICTURE.get(group, frozenset())
    }
    named = (group if _GROUP.fullmatch(group) else "a group" for group in sorted(beyond))
    return tuple(Problem(Flaw.METADATA, f"{group} (ExifTool)") for group in named)
