"""The process in which Tesseract reads single lines: it shuts itself and Tesseract in before the first one.

Nothing is written: the line's pixels go to Tesseract's standard input and its words come from its standard output.
"""

from __future__ import annotations

import json
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from io import FileIO
from pathlib import Path

from app.work import confine, frames
from app.work.frames import FrameError, Message
from app.work.second_reader import LONGEST_TEXT, SECONDS, installed

LARGEST_LINE = 512 * 1024
"""Pixels: the longest strip has 3,200 × 48, with its rim 3,224 × 72."""

MOST_MEMORY = 512 * 1024**2
"""Bytes of data; reading a line takes 60 MB."""

MOST_OUTPUT = 64 * 1024

_BLANK = b"P5 16 16 255\n" + b"\xff" * 256
_VERSION = re.compile(rb"""name=['"]ocr-system['"] content=['"](tesseract [\w.+-]{1,30})['" ]""")
"""What makes Tesseract name itself, and where in its page it does (hOCR 1.2, `ocr-system`)."""

_TSV_CONFIDENCE, _TSV_WORD = 10, 11
"""Columns of Tesseract's table (its manual, `tesseract(1)`, output format tsv)."""

ENVIRONMENT = {"OMP_THREAD_LIMIT": "1", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
"""One thread: a line is too short to be shared out, and the vision process needs the other core."""


def main() -> int:
    """Answer until the pipe ends; the exit status. Without every wall there is no reader."""
    program = installed()
    threads = list(Path("/proc/self/task").iterdir())  # a second one would stand outside the walls
    if program is None or len(threads) > 1:
        return 1
    walls = confine.shut_in_with(program, MOST_MEMORY)
    if not all(wall.works for wall in walls):
        return 1
    with FileIO(0, "rb", closefd=False) as incoming, FileIO(1, "wb", closefd=False) as outgoing:
        frames.write(outgoing, Message(b"ready"))
        try:
            while (question := frames.read(incoming, most_bytes=LARGEST_LINE)) is not None:
                frames.write(outgoing, Message(answer(question, lambda *given: run(program, *given))))
        except (FrameError, OSError):
            return 1  # what asks is gone, or does not speak as agreed
    return 0


def answer(question: Message, tesseract: Callable[..., bytes]) -> bytes:
    """What Tesseract says to one question, as the head of a message. Raises FrameError where it is none."""
    if question.head == b"version" and not question.blocks:
        return version_in(tesseract(_BLANK, "stdin", "stdout", "-l", "eng", "-c", "tessedit_create_hocr=1"))
    picture = as_pnm(question)
    words = spoken(tesseract(picture, "stdin", "stdout", "--psm", "7", "-l", "eng", "tsv"))
    return json.dumps(words).encode()


def version_in(hocr: bytes) -> bytes:
    """Such as `tesseract 5.3.0`, from the head of an empty page in hOCR; empty where it names no version.

    Not asked with `--version`: that also asks libcurl for its version, which starts libldap, which asks the
    network's name server for this computer's name.
    """
    named = _VERSION.search(hocr)
    return named[1] if named else b""


def as_pnm(question: Message) -> bytes:
    """The line in the plainest picture format there is. Raises FrameError.

    The header is made here, so that whoever asks can reach none of the decoders that Tesseract carries.
    """
    try:
        (pixels,) = question.blocks
        width, height = (int(side) for side in question.head.split())
    except ValueError:
        raise FrameError from None
    if width < 1 or height < 1 or width * height != len(pixels):
        raise FrameError
    return b"P5 %d %d 255\n" % (width, height) + pixels


def spoken(table: bytes) -> dict[str, str | float]:
    """The words of Tesseract's table with the mean of their confidence, from 0 to 1."""
    words: list[tuple[str, float]] = []
    for row in table.decode("utf-8", "replace").splitlines()[1:]:
        columns = row.split("\t")
        try:
            word, sure = columns[_TSV_WORD].strip(), float(columns[_TSV_CONFIDENCE])
        except (IndexError, ValueError):
            continue
        if word and 0 <= sure <= 100:  # -1 marks rows that are no words
            words.append((word, sure / 100))
    if not words:
        return {"text": "", "score": 0.0}
    text = " ".join(word for word, _ in words)[:LONGEST_TEXT]
    return {"text": text, "score": sum(sure for _, sure in words) / len(words)}


def run(program: Path, given: bytes, *arguments: str) -> bytes:
    """What the program says to `given`; nothing where it fails or takes too long.

    Its complaints go where this process's own go, which is nowhere: no other place could still be opened.
    """
    try:
        done = subprocess.run(  # noqa: S603 - the one program that the walls allow, with fixed words
            [str(program), *arguments],
            input=given,
            stdout=subprocess.PIPE,
            env=ENVIRONMENT,
            check=False,
            preexec_fn=_bounded,
        )
    except OSError:
        return b""
    return done.stdout[:MOST_OUTPUT] if done.returncode == 0 else b""


def _bounded() -> None:
    """Bound the program that is about to start. An alarm survives that start, and needs no right to signal."""
    signal.alarm(int(SECONDS))
    resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS), int(SECONDS)))


if __name__ == "__main__":
    sys.exit(main())
