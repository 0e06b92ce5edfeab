"""Promises about the process in which Tesseract reads: it writes nothing, reaches no one, and starts nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.work.sandbox import Sandbox
from app.work.second_reader import SecondReader, installed
from app.work.vision import Readers

pytestmark = pytest.mark.skipif(installed() is None, reason="tesseract is not installed, or not on Linux")

ATTACK = """
import json, os, socket, subprocess, sys
from app.work import confine
from app.work.frames import Message
from app.work.second_process import MOST_MEMORY, answer, installed, run

program = installed()
parent = os.getppid()
secret = sys.argv[1]
walls = confine.shut_in_with(program, MOST_MEMORY)
tries = {
    "read a file": lambda: open(secret).read(),
    "list a folder": lambda: os.listdir(os.path.dirname(secret)),
    "write a file": lambda: open(secret + ".new", "w"),
    "write to the place for temporary files": lambda: open("/tmp/" + os.path.basename(secret) + ".new", "w"),
    "remove a file": lambda: os.unlink(secret),
    "open a file to others": lambda: os.chmod(secret, 0o777),
    "open a socket": lambda: socket.socket(),
    "open a local socket": lambda: socket.socket(socket.AF_UNIX),
    "start another program": lambda: subprocess.run(["/bin/true"]),
    "become another program": lambda: os.execv("/bin/true", ["true"]),
    "signal its parent": lambda: os.kill(parent, 0),
    "fill the memory": lambda: bytearray(2 * 2**30),
}
done = []
for name, act in tries.items():
    try:
        act()
    except (OSError, ValueError, MemoryError):
        continue
    done.append(name)
picture = b"P5 60 40 255\\n" + bytes([220]) * 2400
# Tesseract is asked to write its words to a file, to read a file, and last for what it is there for
run(program, picture, "stdin", secret + ".words")
read = run(program, b"", secret, "stdout")
version = answer(Message(b"version"), lambda *given: run(program, *given))
print(json.dumps({
    "done": done, "read": read.decode(), "version": version.decode()[:10],
    "walls": [[w.name, w.works] for w in walls],
}))
"""


def test_promise_42_a_captured_second_reader_reaches_no_file_no_network_and_no_other_program(
    tmp_path: Path,
) -> None:
    secret = tmp_path / "secret.pgm"
    secret.write_bytes(b"P5 60 40 255\n" + bytes(2400))
    run = subprocess.run(
        [sys.executable, "-c", ATTACK, str(secret)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={"OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
    )
    report = json.loads(run.stdout)
    missing = [name for name, works in report["walls"] if not works]
    if missing:
        pytest.skip(f"this kernel lacks: {', '.join(missing)}")
    assert report["done"] == []
    assert report["read"] == ""
    assert report["version"] == "tesseract "
    assert [path.name for path in tmp_path.iterdir()] == ["secret.pgm"]


def test_promise_42_the_vision_process_keeps_every_wall_beside_a_second_reader() -> None:
    with Sandbox() as running:
        engines = running.doctor()
    assert engines.second_reader.startswith("tesseract ")
    assert len(engines.walls) == 7
    assert all(wall.works for wall in engines.walls)


def test_without_the_second_reader_everything_else_works() -> None:
    with Sandbox(readers=Readers.ONE) as running:
        engines = running.doctor()
    assert engines.second_reader == ""
    assert all(part.works for part in engines.parts)


def test_the_second_reader_ends_with_the_process_that_asks_it() -> None:
    reader = SecondReader()
    assert reader.version()
    process = reader._process
    assert process is not None
    reader.close()
    ended, _ = os.waitpid(process.pid, 0)
    assert ended == process.pid
