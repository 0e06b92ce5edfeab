"""Landlock: a Linux process gives up all files but those it names (see the kernel's `userspace-api/landlock`)."""

from __future__ import annotations

import ctypes
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from app.work.vision import Part

# system call numbers, the same on every architecture
_CREATE_RULESET = 444
_ADD_RULE = 445
_RESTRICT_SELF = 446

_ASK_VERSION = 1
_RULE_PATH_BENEATH = 1
_PR_SET_NO_NEW_PRIVS = 38

_EXECUTE = 1 << 0
_WRITE_FILE = 1 << 1
_READ_FILE = 1 << 2
_READ_DIR = 1 << 3
# which rights each version of landlock knows, as the number of lowest bits
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
_FILE_RIGHTS_SINCE_5 = 16
_IOCTL_DEVICE = 1 << 15  # since version 5; before it was never forbidden
_ALL_TCP = 0b11  # bind and connect, since version 4
_ALL_SCOPES = 0b11  # abstract sockets and signals to processes outside, since version 6


class _Ruleset(ctypes.Structure):
    """`struct landlock_ruleset_attr`: what is forbidden unless a rule allows it."""

    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _PathBeneath(ctypes.Structure):
    """`struct landlock_path_beneath_attr`: what is allowed below a folder."""

    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def restrict(
    name: str, readable: Iterable[Path], *, runnable: Iterable[Path] = (), spoken_to: Iterable[Path] = ()
) -> Part:
    """Leave this thread, and those it starts, nothing but reading below `readable`. Writing ends everywhere.

    Devices below `spoken_to` may still be written to; nothing can be made or removed there either. The files `runnable` may also be started as programs; those stand behind the same walls. Descriptors that are open already stay usable.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _ASK_VERSION)
    if version < 1:
        return Part(name, works=False, detail="the kernel has no landlock")
    rights = (1 << _FILE_RIGHTS.get(version, _FILE_RIGHTS_SINCE_5)) - 1
    rules = _Ruleset(rights, _ALL_TCP if version >= 4 else 0, _ALL_SCOPES if version >= 6 else 0)
    # an older kernel refuses fields that it does not know
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = libc.syscall(_CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(size), 0)
    if ruleset < 0:
        return Part(name, works=False, detail=f"errno {ctypes.get_errno()}")
    try:
        for place in readable:
            _allow(libc, ruleset, place, _READ_FILE)
        for file in runnable:
            _allow(libc, ruleset, file, _READ_FILE | _EXECUTE)
        for place in spoken_to:
            _allow(libc, ruleset, place, (_READ_FILE | _WRITE_FILE | _IOCTL_DEVICE) & rights)
        done = (
            libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
            and libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0
        )
    finally:
        os.close(ruleset)
    return Part(name, works=done, detail=f"landlock {version}" if done else f"errno {ctypes.get_errno()}")


def _allow(libc: ctypes.CDLL, ruleset: int, place: Path, rights: int) -> None:
    """Allow `rights`, and listing, below one place; a place that cannot be opened stays forbidden."""
    try:
        parent = os.open(place, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        is_folder = stat.S_ISDIR(os.fstat(parent).st_mode)
        rule = _PathBeneath(rights | (_READ_DIR if is_folder else 0), parent)
        libc.syscall(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(parent)
