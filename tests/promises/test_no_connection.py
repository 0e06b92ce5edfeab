"""Nothing phones home: the system itself is asked for every call by which a program could reach a network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CALLS = "socket,connect,sendto,sendmsg,sendmmsg,bind"
TO_A_NETWORK = re.compile(r"AF_INET6?|AF_PACKET|NETLINK_ROUTE")
"""Whoever looks for a network asks the kernel for its routes; by other such sockets it tells what was plugged in."""

WHOLE_WAY = "import sys; from pathlib import Path; from tests.path.power_cut import *; run_to_the_end(build(Path(sys.argv[1])))"


def network_calls(tmp_path: Path, *command: str) -> list[str]:
    """The calls of a program and its children that name a network; skips where nothing can be watched."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed on this machine")
    told = tmp_path / "calls"
    watched = ["strace", "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(told), sys.executable, *command]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    done = subprocess.run(watched, cwd=ROOT, env=environment, capture_output=True, check=False, text=True)
    if "ptrace" in done.stderr and not told.stat().st_size:
        pytest.skip("this machine does not let a test watch a program")
    assert done.returncode == 0, done.stderr[-2000:]
    return [line for line in told.read_text(errors="replace").splitlines() if TO_A_NETWORK.search(line)]


def test_promise_49_bringing_in_to_erasing_asks_for_no_network(tmp_path: Path) -> None:
    assert network_calls(tmp_path, "-c", WHOLE_WAY, str(tmp_path / "world")) == []


@pytest.mark.slow
def test_promise_49_every_engine_and_reader_starts_without_a_network(tmp_path: Path) -> None:
    calls = network_calls(tmp_path, "-m", "app", "doctor", "--store", str(tmp_path / "none"))
    assert calls == []


def test_a_connection_would_be_seen(tmp_path: Path) -> None:
    program = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    assert network_calls(tmp_path, "-c", program) != []
