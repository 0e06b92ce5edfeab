"""What this program holds in memory stays there: no dump when it crashes, and no other program may read it."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path

_PR_SET_DUMPABLE = 4
_NO_QUESTION, _NO_FAULT_BOX = 0x0001, 0x0002
_NO_HEAP = 1  # WER_FAULT_REPORTING_FLAG_NOHEAP

_POLICIES = r"SYSTEM\CurrentControlSet\Policies"
_FILE_SYSTEM = r"SYSTEM\CurrentControlSet\Control\FileSystem"
_MEMORY_MANAGEMENT = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management"


def no_core_dump() -> str:
    """From now on a crash leaves no dump of this process; "" or why the system did not go along.

    Children inherit the limit, but not the rest: each process asks for itself.
    """
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32")
        kernel.SetErrorMode(_NO_QUESTION | _NO_FAULT_BOX)
        # what Windows collects of a crash holds stacks, but none of the heap where names and pictures are
        return "" if kernel.WerSetFlags(_NO_HEAP) == 0 else "crash reports may hold memory"
    import resource  # noqa: PLC0415 - not on every system

    if sys.platform == "linux":
        # the limit alone does not hold back a dump that the system pipes to a crash reporter; this does,
        # and also keeps other programs of the same account from reading this one's memory
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError) as error:
        return type(error).__name__
    return ""


def _registered(key: str, name: str) -> object:
    """A value that Windows keeps for the whole computer; None where there is none, or on another system."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - not on every system

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
                return winreg.QueryValueEx(opened, name)[0]
        except OSError:
            return None
    return None


def written_out(
    swaps: Path = Path("/proc/swaps"),
    system: Path = Path("/sys"),
    *,
    platform: str = sys.platform,
    registered: Callable[[str, str], object] = _registered,
) -> bool | None:
    """Whether the system may write memory to a disk in clear; None where that cannot be told here.

    The store's key alone is pinned (`consent.pinned`); names and pictures are not, for most accounts may lock
    8 MiB and no more. So what counts is where the system writes memory to: nowhere, a compressed part of memory
    (zram), or an encrypted disk. macOS encrypts it whether FileVault is on or not (Apple, "OS X Mavericks: Secure
    virtual memory", 2015: "always on"). `registered` tells what Windows has in its registry.
    """
    if platform == "darwin":
        return False
    if platform == "win32":
        return _page_file_in_clear(registered)
    if platform != "linux":
        return None
    try:
        places = [
            line.split()[0] for line in swaps.read_text(encoding="utf-8").splitlines()[1:] if line.strip()
        ]
    except OSError:
        return None
    return any(not _keeps_to_itself(Path(place), system) for place in places)


def _page_file_in_clear(registered: Callable[[str, str], object]) -> bool | None:
    """False where Windows has no page file or encrypts it; else None: BitLocker may, and only an administrator may ask.

    The first is read from what Windows made at its start; the second is what `fsutil behavior set EncryptPagingFile 1`
    or the policy "Enable NTFS pagefile encryption" sets.
    """
    if registered(_MEMORY_MANAGEMENT, "ExistingPageFiles") in ([], [""]):
        return False
    encrypted = (registered(key, "NtfsEncryptPagingFile") for key in (_POLICIES, _FILE_SYSTEM))
    return False if next((one for one in encrypted if one is not None), 0) == 1 else None


def _keeps_to_itself(place: Path, system: Path) -> bool:
    name = place.resolve().name
    if name.startswith("zram"):
        return True
    try:
        kind = (system / "class" / "block" / name / "dm" / "uuid").read_text(encoding="utf-8")
    except OSError:
        return False  # a plain disk, or a file, whose disk `doctor` judges on its own
    return kind.startswith("CRYPT-")
