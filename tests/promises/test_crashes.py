"""A crash leaves nothing behind that tells of a person: no dump of memory, no file in clear, no name in the log."""

from __future__ import annotations

import resource
import secrets
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.own_memory import written_out
from consent.pinned import pin
from tests.canaries import in_clear
from tests.memory import lying
from tests.stores import make_store

# opens the store as the program does, fills it with canaries, holds them in memory too, and dies where it is told
VICTIM = """
import os, signal, sys
from pathlib import Path
from app import __main__, own_memory
if sys.argv[3] == "guarded":
    assert own_memory.no_core_dump() == ""
from app import logs
from tests.canaries import NAMES, fill
from tests.stores import opened
folder, place = Path(sys.argv[1]), sys.argv[2]
logs.start(folder / "log")
store = opened(folder)
def die(at):
    if at == place:
        os.kill(os.getpid(), getattr(signal, sys.argv[4]))
die("opened")
with store.transaction():
    template = fill(store)
    die("in a transaction")
die("filled")
held = [store.register.people(), store.audit.entries(), " ".join(NAMES).encode("utf-16")]
die("held")
store.shrink()
die("shrunk")
try:
    raise ValueError(NAMES[0])
except ValueError as error:
    logs.told(error)
die("an error told")
store.close()
die("closed")
"""
PLACES = ("opened", "in a transaction", "filled", "held", "shrunk", "an error told", "closed")


def crash(
    folder: Path, place: str, how: str, *, guard: str = "guarded"
) -> subprocess.CompletedProcess[bytes]:
    """Let a program with canaries in its hands die in a folder where a dump may be written."""
    (folder / "work").mkdir()
    root = Path(__file__).resolve().parents[2]
    return subprocess.run(
        [sys.executable, "-c", VICTIM, str(folder / "store"), place, guard, how],
        cwd=folder / "work", env={"PYTHONPATH": str(root), "PATH": "/usr/bin:/bin", "HOME": str(folder / "work")},
        capture_output=True, check=False, timeout=120,
        preexec_fn=_dumps_allowed,
    )  # fmt: skip


def _dumps_allowed() -> None:
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_store(tmp_path / "store")
    (tmp_path / "store" / "log").mkdir(mode=0o700)
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("how", ["SIGSEGV", "SIGABRT", "SIGKILL"])
@pytest.mark.parametrize("place", PLACES)
def test_promise_48_a_crash_leaves_no_dump_and_nothing_in_clear(folder: Path, place: str, how: str) -> None:
    ended = crash(folder, place, how)
    assert ended.returncode == -getattr(signal, how), ended.stderr.decode()
    assert list((folder / "work").iterdir()) == []
    assert in_clear(folder) == []
    assert not any(name in ended.stdout + ended.stderr for name in (b"Canaryella", b"Featherstone"))


def test_promise_48_a_crash_with_everything_in_memory_leaves_no_dump(folder: Path) -> None:
    ended = crash(folder, "held", "SIGSEGV")
    assert ended.returncode == -signal.SIGSEGV, ended.stderr.decode()
    assert list((folder / "work").iterdir()) == []
    assert in_clear(folder) == []


def test_without_the_guard_this_machine_would_have_written_a_dump(folder: Path) -> None:
    pattern = Path("/proc/sys/kernel/core_pattern").read_text().strip()
    if pattern.startswith("|") or "/" in pattern or resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        pytest.skip("this system writes no dump into the working folder")
    crash(folder, "held", "SIGSEGV", guard="unguarded")
    assert [path.name for path in (folder / "work").iterdir()] != []
    assert in_clear(folder / "work")  # names of children, in a file that nobody asked for


@pytest.mark.parametrize(
    ("swaps", "expected"),
    [
        ("", False),
        ("/dev/zram0 partition 100 0 5\n", False),
        ("/dev/sda2 partition 100 0 -2\n", True),
        ("/dev/zram0 partition 100 0 5\n/swapfile file 100 0 -2\n", True),
        ("/dev/dm-1 partition 100 0 -2\n", False),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
def test_memory_is_kept_where_nobody_reads_it_or_doctor_says_so(
    tmp_path: Path, swaps: str, expected: object
) -> None:
    (tmp_path / "swaps").write_text("Filename Type Size Used Priority\n" + swaps)
    place = tmp_path / "sys/class/block/dm-1/dm"
    place.mkdir(parents=True)
    (place / "uuid").write_text("CRYPT-PLAIN-swap")
    assert written_out(tmp_path / "swaps", tmp_path / "sys") is expected


@pytest.mark.parametrize(
    ("page_files", "policy", "file_system", "expected"),
    [
        ([r"\??\C:\pagefile.sys"], None, None, None),
        ([r"\??\C:\pagefile.sys"], None, 0, None),
        ([r"\??\C:\pagefile.sys"], None, 1, False),
        ([r"\??\C:\pagefile.sys"], 1, None, False),
        ([r"\??\C:\pagefile.sys"], 0, 1, None),  # what the school's policy says goes before
        ([], None, None, False),
        (None, None, None, None),  # the registry says nothing: nothing is promised
    ],
)
def test_on_windows_the_page_file_is_in_clear_until_the_registry_says_otherwise(
    page_files: object, policy: object, file_system: object, expected: object
) -> None:
    told = {"Memory Management": page_files, "Policies": policy, "FileSystem": file_system}

    def registered(key: str, name: str) -> object:
        assert name == ("ExistingPageFiles" if key.endswith("Management") else "NtfsEncryptPagingFile")
        return told[key.rpartition("\\")[2]]

    assert written_out(platform="win32", registered=registered) is expected


def test_macos_always_encrypts_what_it_swaps_and_an_unknown_system_is_not_trusted() -> None:
    assert written_out(Path("/nowhere"), platform="darwin") is False
    assert written_out(Path("/nowhere"), platform="freebsd14") is None


# opens the store, works a little, tells its key, and waits to be looked through
OPEN = """
import os, sys
from pathlib import Path
from tests.stores import opened
store = opened(Path(sys.argv[1]))
store.register.people()
os.write(1, store._keyring.data_key)  # no buffer, which would keep a copy
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks through another process as Linux lets it")
def test_promise_48_an_open_stores_key_lies_in_memory_once_and_that_page_is_never_written_out(
    folder: Path,
) -> None:
    if not pin(secrets.token_bytes(32)):
        pytest.skip("this account may lock no memory")
    command = [sys.executable, "-c", OPEN, str(folder / "store")]
    environment = {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        key = running.stdout.read(32)
        try:
            found = list(lying(running.pid, (key, key.hex().encode(), key.hex().upper().encode())))
        except PermissionError:
            pytest.skip("this machine does not let a test look through a program")
        finally:
            running.communicate(timeout=60)
    assert len(key) == 32
    assert found == [True], "one place, and that one locked"
