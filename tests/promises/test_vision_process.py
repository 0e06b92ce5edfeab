"""Promises about the process that opens strangers' photos: it is shut in, and what it loses is one photo."""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import skimage
from PIL import Image

from app.work.sandbox import Load, Sandbox
from vision.boxes import Box
from vision.copies import Cover, Output
from vision.errors import Code, ModelError, PhotoRefusedError
from vision.image import Container

linux = pytest.mark.skipif(sys.platform != "linux", reason="the walls of Linux")
PORTRAIT = (Path(skimage.__file__).parent / "data" / "astronaut.png").read_bytes()

ATTACK = """
import json, os, socket, subprocess, sys, threading
from pathlib import Path
from app.work import confine

before = os.open(sys.argv[1], os.O_RDONLY)
parent = os.getppid()
own = Path(confine.__file__).resolve().parents[2]
walls = confine.shut_in(3 * 2**30, own=(own,))
tries = {
    "read a file": lambda: open(sys.argv[1]).read(),
    "list a folder": lambda: os.listdir(Path(sys.argv[1]).parent),
    "write a file": lambda: open(sys.argv[1] + ".new", "w"),
    "write beside its own code": lambda: open(own / "stolen.py", "w"),
    "remove a file": lambda: os.unlink(sys.argv[1]),
    "open a file to others": lambda: os.chmod(sys.argv[1], 0o777),
    "open an open file to others": lambda: os.fchmod(before, 0o777),
    "change a time": lambda: os.utime(sys.argv[1]),
    "open a socket": lambda: socket.socket(),
    "open a local socket": lambda: socket.socket(socket.AF_UNIX),
    "start a program": lambda: subprocess.run(["/bin/true"]),
    "become a program": lambda: os.execv("/bin/true", ["true"]),
    "fork": lambda: os.fork() or os._exit(0),
    "signal its parent": lambda: os.kill(parent, 0),
    "read its parent's memory": lambda: open(f"/proc/{parent}/mem", "rb").read(1),
    "raise a limit": lambda: __import__("resource").setrlimit(__import__("resource").RLIMIT_DATA, (-1, -1)),
    "fill the memory": lambda: bytearray(4 * 2**30),
}
done = []
for name, act in tries.items():
    try:
        act()
    except (OSError, ValueError, MemoryError):
        continue
    done.append(name)
worked = []
thread = threading.Thread(target=lambda: worked.append(len(Path(confine.__file__).read_bytes()) > 0))
thread.start(); thread.join()
print(json.dumps({"done": done, "worked": worked, "walls": [[w.name, w.works, w.detail] for w in walls]}))
"""


@linux
def test_promise_42_a_captured_process_reaches_no_file_no_network_and_no_program(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    run = subprocess.run(
        [sys.executable, "-c", ATTACK, str(secret)], capture_output=True, text=True, check=True, timeout=60
    )
    report = json.loads(run.stdout)
    missing = [name for name, works, _ in report["walls"] if not works]
    if missing:
        pytest.skip(f"this kernel lacks: {', '.join(missing)}")
    assert report["done"] == []
    assert report["worked"] == [True]  # threads still start, and its own code can be read
    assert [path.name for path in tmp_path.iterdir()] == ["secret.txt"]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A light process, shared by the tests that do not end it."""
    with Sandbox(Load.NOTHING) as running:
        yield running


@linux
def test_promise_42_the_running_process_stands_behind_every_wall(sandbox: Sandbox) -> None:
    walls = sandbox.doctor().walls
    assert len(walls) == 7
    assert {wall.name: wall.works for wall in walls} == {wall.name: True for wall in walls}


@linux
def test_promise_42_the_process_gets_no_secret_of_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREENLIGHT_PASSWORD_FILE", "/canary")
    monkeypatch.setenv("SECRET_TOKEN", "canary")
    with Sandbox(Load.NOTHING) as running:
        running.preview(PORTRAIT, 100)
        process = Path(f"/proc/{running.pid}")
        try:
            environment = (process / "environ").read_bytes()
            opened = {str(entry.readlink()) for entry in (process / "fd").iterdir()}
        except PermissionError:
            return  # it is closed even to the account that started it
    assert b"canary" not in environment
    assert {name.partition(":")[0] for name in opened} <= {"pipe", "/dev/null"}


def test_a_preview_is_upright_small_and_knows_the_full_size(sandbox: Sandbox) -> None:
    picture = sandbox.preview(PORTRAIT, 200)
    assert (picture.width, picture.height, picture.full_width, picture.full_height) == (200, 200, 512, 512)
    pixels = np.frombuffer(picture.rgb, np.uint8).reshape(200, 200, 3)
    with Image.open(io.BytesIO(PORTRAIT)) as image:
        expected = np.asarray(image.convert("RGB").resize((200, 200), Image.Resampling.BOX), np.int16)
    assert np.abs(pixels - expected).mean() < 8


def test_a_large_jpeg_is_previewed_as_large_as_asked(sandbox: Sandbox) -> None:
    out = io.BytesIO()
    Image.new("RGB", (4032, 3024), (200, 100, 50)).save(out, "JPEG")
    picture = sandbox.preview(out.getvalue(), 1600)
    assert (picture.width, picture.height, picture.full_width) == (1600, 1200, 4032)


def test_a_copy_is_covered_where_asked_and_the_same_each_time(sandbox: Sandbox) -> None:
    covers = (Cover.of_box(Box(170, 60, 280, 210)),)
    output = Output(Container.PNG, 0)
    first = sandbox.publish(PORTRAIT, covers, output, seed=3)
    assert first == sandbox.publish(PORTRAIT, covers, output, seed=3)
    with Image.open(io.BytesIO(first)) as copy, Image.open(io.BytesIO(PORTRAIT)) as original:
        difference = np.abs(np.asarray(copy, np.int16) - np.asarray(original.convert("RGB"), np.int16)).max(2)
    assert difference[60:210, 170:280].mean() > 10
    assert difference[:, 350:].max() == 0


@pytest.mark.parametrize(
    ("untrusted", "code"),
    [(b"", Code.EMPTY), (b"hello", Code.NOT_A_PHOTO), (PORTRAIT[:5000], Code.TRUNCATED)],
)
def test_promise_39_a_bad_photo_is_refused_by_its_code_and_the_process_goes_on(
    sandbox: Sandbox, untrusted: bytes, code: Code
) -> None:
    sandbox.warm()
    before = sandbox.pid
    with pytest.raises(PhotoRefusedError) as caught:
        sandbox.preview(untrusted, 100)
    assert caught.value.code is code
    assert sandbox.pid == before is not None


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
def test_promise_39_a_crash_costs_one_photo_and_the_next_process_is_there() -> None:
    with Sandbox(Load.NOTHING) as running:
        running.preview(PORTRAIT, 100)
        first = running.pid
        assert first is not None
        os.kill(first, signal.SIGSTOP)  # so that the crash surely comes in the middle of the question
        threading.Timer(0.3, os.kill, (first, signal.SIGKILL)).start()
        with pytest.raises(PhotoRefusedError) as caught:
            running.preview(PORTRAIT, 100)
        assert caught.value.code is Code.CRASHED
        assert running.pid not in {None, first}
        assert running.preview(PORTRAIT, 100).width == 100


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX systems")
def test_promise_39_a_hang_costs_one_photo_within_the_time_allowed() -> None:
    with Sandbox(Load.NOTHING, seconds=3.0) as running:
        running.preview(PORTRAIT, 100)
        assert running.pid is not None
        os.kill(running.pid, signal.SIGSTOP)
        start = time.perf_counter()
        with pytest.raises(PhotoRefusedError) as caught:
            running.preview(PORTRAIT, 100)
        assert caught.value.code is Code.TOO_SLOW
        assert time.perf_counter() - start < 6


@linux
def test_promise_39_a_lack_of_memory_costs_one_photo() -> None:
    out = io.BytesIO()
    Image.new("RGB", (7000, 7000)).save(out, "PNG", compress_level=1)
    with Sandbox(Load.NOTHING, memory=300 * 2**20) as running:
        with pytest.raises(PhotoRefusedError) as caught:
            running.preview(out.getvalue(), 100)
        assert caught.value.code is Code.OUT_OF_MEMORY
        assert running.preview(PORTRAIT, 100).width == 100


def test_a_closed_sandbox_ends_its_process_and_answers_no_more() -> None:
    running = Sandbox(Load.NOTHING)
    running.preview(PORTRAIT, 100)
    pid = running.pid
    running.close()
    running.close()
    assert pid is not None
    assert not alive(pid)
    with pytest.raises(ModelError):
        running.preview(PORTRAIT, 100)


def test_several_threads_take_turns(sandbox: Sandbox) -> None:
    widths: list[int] = []
    threads = [
        threading.Thread(target=lambda side=side: widths.append(sandbox.preview(PORTRAIT, side).width))
        for side in (50, 60, 70, 80)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(widths) == [50, 60, 70, 80]


ORPHAN = """
import os, sys
from app.work.sandbox import Load, Sandbox
running = Sandbox(Load.NOTHING)
running.warm()
print(running.pid, flush=True)
os._exit(9)
"""


@linux
def test_the_process_ends_when_the_program_that_asks_is_killed() -> None:
    run = subprocess.run(
        [sys.executable, "-c", ORPHAN], capture_output=True, text=True, timeout=60, check=False
    )
    pid = int(run.stdout)
    until = time.monotonic() + 10
    while alive(pid) and time.monotonic() < until:
        time.sleep(0.1)
    assert not alive(pid)


def alive(pid: int) -> bool:
    """Whether a process runs; one that only waits to be counted by its parent does not."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    return False


WINDOW = """
import sys
import app.services, app.work.sandbox, app.vault, app.devices.folder, app.destinations.folder, app.health
print([name for name in ("cv2", "openvino", "PIL", "pillow_heif", "skimage", "PySide6") if name in sys.modules])
"""


def test_the_process_of_the_window_loads_no_engine() -> None:
    run = subprocess.run([sys.executable, "-c", WINDOW], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@linux
def test_a_process_that_holds_much_memory_makes_room_for_a_fresh_one_between_two_photos() -> None:
    out = io.BytesIO()
    Image.new("RGB", (1000, 1000)).save(out, "PNG")
    # so little is allowed that the libraries alone are more than two thirds of it
    with Sandbox(Load.NOTHING, memory=128 * 2**20) as running:
        seen = set()
        for _ in range(3):
            assert running.preview(out.getvalue(), 100).width == 100
            seen.add(running.pid)
        assert len(seen) == 3
