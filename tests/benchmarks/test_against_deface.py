"""How many more photos a minute are analysed, with every engine on, than the tool `deface` covers faces in."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.work.sandbox import Sandbox
from tests.benchmarks.cost import WANTED, processor_seconds
from tests.benchmarks.made_photos import a_photo, as_jpeg

pytestmark = [
    pytest.mark.evaluation,
    pytest.mark.skipif(
        sys.platform != "linux", reason="the time and memory of a process are read as Linux tells them"
    ),
]

ROUNDS = 3


def test_a_photo_is_analysed_many_times_as_fast_as_deface_covers_its_faces(
    portrait: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both look at the same photo in turn, so that whatever else the machine does slows both."""
    encoded = as_jpeg(a_photo(portrait, width=4032, height=3024, faces=6))
    source, target = tmp_path / "photo.jpg", tmp_path / "covered.jpg"
    source.write_bytes(encoded)
    ours, theirs = _Clock(), _Clock()
    with (
        Sandbox() as vision,
        subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.peer"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        ) as peer,
    ):
        assert peer.stdin is not None
        assert peer.stdout is not None
        analysis = vision.analyse(encoded, WANTED)  # the engines start
        assert vision.pid is not None
        for _ in range(ROUNDS):
            with ours.running(vision.pid):
                analysis = vision.analyse(encoded, WANTED)
            with theirs.running(peer.pid):
                peer.stdin.write(f"{source}\t{target}\n")
                peer.stdin.flush()
                peer.stdout.readline()
        memory = vision.doctor().peak_memory / 1e6
        their_memory = _status(peer.pid, "VmHWM") / 1000
        peer.stdin.close()
    with capsys.disabled():
        parts = ", ".join(
            f"{part} {getattr(analysis.seconds, part):.2f}"
            for part in ("decode", "faces", "text", "uniform", "match", "total")
        )
        print(
            f"\nours {ours} (the last: {parts}), peak {memory:.0f} MB\n"
            f"deface {theirs}, peak {their_memory:.0f} MB\n"
            f"{theirs.wall() / ours.wall():.1f} times as many photos a minute, by the best of each; "
            f"by processor time {theirs.processor() / ours.processor():.1f} times"
        )
    assert len([face for face in analysis.faces if not face.tiny]) == 6
    assert any("Asha Example" in text.people for text in analysis.texts)
    assert memory < 1500


class _Clock:
    """Seconds by the wall and of the processor, for one process."""

    def __init__(self) -> None:
        self._walls: list[float] = []
        self._processors: list[float] = []

    @contextmanager
    def running(self, pid: int) -> Iterator[None]:
        spent, start = processor_seconds(pid), time.perf_counter()
        yield
        self._walls.append(time.perf_counter() - start)
        self._processors.append(processor_seconds(pid) - spent)

    def wall(self) -> float:
        return min(self._walls)

    def processor(self) -> float:
        return min(self._processors)

    def __str__(self) -> str:
        walls = ", ".join(f"{seconds:.2f}" for seconds in self._walls)
        return f"{walls} s; of the processor {', '.join(f'{seconds:.2f}' for seconds in self._processors)} s"


def _status(pid: int, name: str) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith(name))
