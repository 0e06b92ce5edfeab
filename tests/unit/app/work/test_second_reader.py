"""The second reader answers from its own process, and a missing, late, dead or lying one is just absent."""

from __future__ import annotations

import sys
import time
from contextlib import closing
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from app.work import second_process
from app.work.frames import FrameError, Message
from app.work.second_process import answer, as_pnm, spoken
from app.work.second_reader import SecondReader, installed
from vision.catalogue import writing as catalogue

with_tesseract = pytest.mark.skipif(installed() is None, reason="tesseract is not installed, or not on Linux")

SPEAKS = """
import sys
from app.work import frames
from app.work.frames import Message
frames.write(sys.stdout.buffer, Message(b"ready"))
frames.read(sys.stdin.buffer, most_bytes=10**6)
frames.write(sys.stdout.buffer, Message({answer!r}))
"""
HEAD = b"level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def a_line(text: str = "Bethan Hargreaves") -> NDArray[np.uint8]:
    strip = np.full((72, 500), 220, np.uint8)
    cv2.putText(strip, text, (20, 48), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 20, 2, cv2.LINE_AA)
    return strip


def reader_that(code: str, *, patience: float = 20.0) -> SecondReader:
    return SecondReader(sys.executable, "-c", code, patience=patience)


@with_tesseract
def test_a_line_is_read_behind_the_walls() -> None:
    reader = SecondReader()
    assert reader.version().startswith("tesseract ")
    read = reader.read(a_line())
    assert read is not None
    assert read[0] == "Bethan Hargreaves"
    assert read[1] > 0.8
    nothing = reader.read(np.full((72, 200), 220, np.uint8))
    assert nothing is not None
    assert nothing[1] < catalogue.SECOND_SCORE
    reader.close()
    reader.close()
    assert reader.read(a_line()) is None


@pytest.mark.parametrize("command", [("/nowhere/at/all",), (sys.executable, "-c", "")])
def test_a_reader_that_cannot_start_is_absent(command: tuple[str, ...]) -> None:
    reader = SecondReader(*command)
    assert reader.version() == ""
    assert reader.read(a_line()) is None


def test_a_late_reader_is_waited_for_once() -> None:
    with closing(reader_that("import sys; sys.stdin.read()", patience=0.2)) as reader:
        start = time.perf_counter()
        assert [reader.read(a_line()) for _ in range(5)] == [None] * 5
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\xff",
        b"[]",
        b"[" * 5000,
        b'{"text": "a"}',
        b'{"text": 1, "score": 0.5}',
        b'{"text": "a", "score": 2.0}',
        b'{"text": "a", "score": NaN}',
    ],
)
def test_an_answer_that_is_none_counts_as_no_answer(said: bytes) -> None:
    with closing(reader_that(SPEAKS.format(answer=said))) as reader:
        assert reader.read(a_line()) is None


def test_a_long_answer_is_cut() -> None:
    said = b'{"text": "' + b"a" * 5000 + b'", "score": 0.5}'
    with closing(reader_that(SPEAKS.format(answer=said))) as reader:
        assert reader.read(a_line()) == ("a" * 200, 0.5)


def test_the_words_of_the_table_are_joined_with_their_mean_confidence() -> None:
    table = HEAD + b"5\t1\t1\t1\t1\t1\t0\t0\t1\t1\t90.0\tMia\n5\t1\t1\t1\t1\t2\t0\t0\t1\t1\t70\tChen\n"
    assert spoken(table) == {"text": "Mia Chen", "score": pytest.approx(0.8)}


@pytest.mark.parametrize(
    "table",
    [
        b"",
        HEAD,
        HEAD + b"4\t1\t1\t1\t1\t0\t0\t0\t1\t1\t-1\t\n",
        HEAD + b"5\t1\n\xff\n",
        HEAD + b"\t" * 10 + b"nan\tx",
    ],
)
def test_a_table_without_words_says_nothing(table: bytes) -> None:
    assert spoken(table) == {"text": "", "score": 0.0}


def test_the_picture_that_tesseract_gets_is_ours_to_describe() -> None:
    assert as_pnm(Message(b"3 2", (b"abcdef",))) == b"P5 3 2 255\nabcdef"


@pytest.mark.parametrize(
    "question",
    [
        Message(b"3 2"),
        Message(b"3 2", (b"abcde",)),
        Message(b"3 2", (b"abcdef", b"")),
        Message(b"-3 -2", (b"abcdef",)),
        Message(b"0 0", (b"",)),
        Message(b"P6", (b"abcdef",)),
        Message(b"version", (b"abcdef",)),
    ],
)
def test_a_question_that_is_none_is_refused(question: Message) -> None:
    with pytest.raises(FrameError):
        answer(question, lambda *_: b"")


@pytest.mark.parametrize(
    ("page", "version"),
    [
        (b"<meta name='ocr-system' content='tesseract 5.3.0' />", b"tesseract 5.3.0"),
        (
            b'<meta name="ocr-system" content="tesseract 4.1.1-rc2-22-g08899"/>',
            b"tesseract 4.1.1-rc2-22-g08899",
        ),
        (b"<meta name='ocr-system' content='another 1' />", b""),
        (b"<meta name='ocr-system' content='tesseract " + b"5" * 50, b""),
        (b"", b""),
    ],
)
def test_the_version_stands_in_the_head_of_an_empty_page(page: bytes, version: bytes) -> None:
    assert answer(Message(b"version"), lambda *_: page) == version


@pytest.mark.skipif(sys.platform != "linux", reason="programs and alarms of Linux")
def test_a_program_that_hangs_is_ended_by_its_own_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_process, "SECONDS", 1.0)
    start = time.perf_counter()
    assert second_process.run(Path("/bin/sleep"), b"", "30") == b""
    assert time.perf_counter() - start < 10


def test_only_the_administrators_program_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    false = tmp_path / "tesseract"
    false.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert installed() != false
