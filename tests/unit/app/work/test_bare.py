"""How a process ended is told as it was: our own signal is not taken for the cause."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.work import bare, frames
from app.work.bare import BareProcess
from app.work.frames import Message


@pytest.mark.parametrize(
    ("does", "how"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "signal 9"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "signal 11"),
        ("raise SystemExit(3)", "status 3"),
        ("import os, time; os.close(1); time.sleep(60)", "closed its end"),
    ],
)
def test_how_a_process_ended_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, how: str
) -> None:
    monkeypatch.setattr(bare, "_LAST_BREATH", 2.0)
    (tmp_path / "stranger.py").write_text(does)
    process = BareProcess("stranger", environment={"PYTHONPATH": str(tmp_path)})
    assert process.within(30, 1, None) is None
    assert process.ended_how() == how
    assert not process.is_running


ECHO = """
from app.work import frames
incoming, outgoing = frames.take_streams()
while (asked := frames.read(incoming, most_bytes=0)) is not None:
    frames.write(outgoing, asked)
"""


@pytest.mark.parametrize("what", [KeyboardInterrupt, MemoryError, RuntimeError])
def test_an_answer_that_was_not_waited_for_is_never_the_answer_to_the_next_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: type[BaseException]
) -> None:
    def broken_off(*_: object, **__: object) -> Message:
        raise what

    (tmp_path / "stranger.py").write_text(ECHO)
    ours = Path(frames.__file__).resolve().parents[2]
    process = BareProcess("stranger", environment={"PYTHONPATH": f"{tmp_path}:{ours}"})
    with monkeypatch.context() as now:
        now.setattr(frames, "read", broken_off)
        with pytest.raises(what):
            process.within(30, 0, Message(b"what is in the first photo?"))
    assert process.within(30, 0, Message(b"and in the second?")) is None
    assert not process.is_running
