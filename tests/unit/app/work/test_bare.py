"""How a process ended is told as it was: our own signal is not taken for the cause."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.work import bare
from app.work.bare import BareProcess


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
