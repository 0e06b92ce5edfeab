"""Faults on purpose: stops, fills or falsifies the disk at any write, sync, rename, unlink or commit of a program.

`Disk` stands between the program and the system's calls while it is used as a context. Every call that changes
a disk is one *operation*, numbered from 0. What an operation does is decided by a `Fault`:

    with Disk(KillAt(17)): ...             # SIGKILL in place of operation 17 (a write: after half of it)
    with Disk(PowerCutAt(17)): ...         # the same, and all that was not synced is lost
    with Disk(FullFrom(17)) as disk: ...   # no space from operation 17 on
    with Disk() as disk: ...; disk.count   # how many there are

An audit hook sees every file that Python opens for writing, renames or removes behind the shim's back, so that
no operation is missed: `disk.missed` must stay empty. What the database does inside its own commits is its own
affair; each commit and each checkpoint is one operation here.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, Self

import pytest
from sqlalchemy import Engine, event

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
NAMED = ("rename", "replace", "link", "unlink", "remove", "mkdir", "rmdir", "truncate", "utime")
COMMITS = ("COMMIT", "PRAGMA WAL_CHECKPOINT")


@dataclass(frozen=True)
class Operation:
    """One call that changes a disk. `path` is "" for a commit; `data` what is to be written."""

    number: int
    what: str
    path: str = ""
    data: bytes = b""


class Fault(Protocol):
    """What becomes of an operation: returns what is to be written instead, or None for what was asked; may raise or kill."""

    def at(self, operation: Operation, disk: Disk) -> bytes | None: ...


class NoFault:
    """Everything is done as asked."""

    def at(self, operation: Operation, disk: Disk) -> bytes | None:
        return None


@dataclass(frozen=True)
class KillAt:
    """The process is killed in place of one operation; of a write half is done."""

    number: int

    def at(self, operation: Operation, disk: Disk) -> bytes | None:
        if operation.number == self.number:
            disk.write_half(operation)
            kill()
        return None


@dataclass(frozen=True)
class CrashAt:
    """The process crashes in place of one operation, as a fault in a library would make it."""

    number: int
    signal: signal.Signals = signal.SIGSEGV

    def at(self, operation: Operation, disk: Disk) -> bytes | None:
        if operation.number == self.number:
            os.kill(os.getpid(), self.signal)
        return None


@dataclass(frozen=True)
class PowerCutAt:
    """The process is killed in place of one operation, and all that was not synced until then is lost."""

    number: int

    def at(self, operation: Operation, disk: Disk) -> bytes | None:
        if operation.number == self.number:
            disk.lose_unsynced()
            kill()
        return None


@dataclass(frozen=True)
class FailFrom:
    """From one operation on everything fails with this error (a full disk: ENOSPC) until `until`."""

    number: int
    error: int = errno.ENOSPC
    until: int = sys.maxsize
    what: frozenset[str] = frozenset({"write", "fsync", "open", "link", "rename", "replace", "mkdir"})

    def at(self, operation: Operation, disk: Disk) -> bytes | None:
        if self.number <= operation.number < self.until and operation.what in self.what:
            raise OSError(self.error, os.strerror(self.error))
        return None


@dataclass(frozen=True)
class FlipBit:
    """One bit of one write arrives wrong."""

    number: int
    bit: int = 0

    def at(self, operation: Operation, disk: Disk) -> bytes | None:
        if operation.number != self.number or not operation.data:
            return None
        changed = bytearray(operation.data)
        at = self.bit % (len(changed) * 8)
        changed[at // 8] ^= 1 << at % 8
        return bytes(changed)


class UnlinkLies:
    """Every unlink below a folder says that it was done, and was not."""

    def __init__(self, below: Path) -> None:
        self._below = str(below)

    def at(self, operation: Operation, disk: Disk) -> bytes | None:
        if operation.what == "unlink" and operation.path.startswith(self._below):
            raise Skipped
        return None


class Skipped(Exception):  # noqa: N818 - no error: the call returns as if it had worked
    """The operation is not done, and says that it was."""


def kill() -> None:
    """As a power cut ends a process: nothing of it runs any more."""
    os.kill(os.getpid(), signal.SIGKILL)


@dataclass
class Disk:
    """The shim. `stash` is a folder on the same file system in which names are kept that a power cut brings back."""

    fault: Fault = field(default_factory=NoFault)
    stash: Path | None = None
    log: list[Operation] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._inside = threading.local()
        self._synced: dict[str, int] = {}
        self._undo: list[
            tuple[str, Callable[[], None]]
        ] = []  # folder whose sync makes it last, how to undo it
        self._patch = pytest.MonkeyPatch()

    @property
    def count(self) -> int:
        return len(self.log)

    def __enter__(self) -> Self:
        _LISTENERS.append(self)
        real_open, real_fdopen, io_open = os.open, os.fdopen, io.open

        def opened(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
            if self.is_inside or not flags & WRITING:
                return real_open(path, flags, mode, dir_fd=dir_fd)
            name = full_name(path, dir_fd)
            self._note_new(name)
            number: int = self._do("open", name, lambda _: real_open(path, flags, mode, dir_fd=dir_fd))
            return number

        def fdopened(file: int, mode: str = "r", *rest: Any, **named: Any) -> Any:
            if not self.is_inside and set(mode) & set("wax+"):
                return Writing(self, file, mode.replace("t", ""))
            return real_fdopen(file, mode, *rest, **named)

        def file_opened(path: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
            if self.is_inside or not set(mode) & set("wax+") or isinstance(path, int):
                return io_open(path, mode, *rest, **named)
            self._note_new(str(path))
            raw = self._do("open", os.fspath(path), lambda _: Writing(self, path, mode.replace("b", "")))
            return raw if "b" in mode else io.TextIOWrapper(raw, encoding=named.get("encoding") or "utf-8")

        for name in ("supports_dir_fd", "supports_fd", "supports_follow_symlinks"):
            self._patch.setattr(os, name, set(getattr(os, name)))
        for name in NAMED:
            self._shim(name)
        self._shim("fsync", of_file=True)
        self._shim("ftruncate", of_file=True)
        os.supports_dir_fd.add(opened)
        for holder, name, new in (
            (os, "open", opened),
            (os, "fdopen", fdopened),
            (io, "open", file_opened),
            (builtins, "open", file_opened),
        ):
            self._patch.setattr(holder, name, new)
        event.listen(Engine, "before_cursor_execute", self._statement)
        return self

    def __exit__(self, *_: object) -> None:
        event.remove(Engine, "before_cursor_execute", self._statement)
        self._patch.undo()
        _LISTENERS.remove(self)

    def _shim(self, name: str, *, of_file: bool = False) -> None:
        real = getattr(os, name)

        def call(first: Any, *rest: Any, **named: Any) -> Any:
            if self.is_inside:
                return real(first, *rest, **named)
            place = name_of(first) if of_file else full_name(first, named.get("dir_fd"))
            what = "unlink" if name == "remove" else name

            def do(_: bytes | None) -> Any:
                self._before(what, place, rest)
                outcome = real(first, *rest, **named)
                if what == "fsync":
                    self._after_sync(place)
                return outcome

            return self._do(what, place, do)

        for known in (os.supports_dir_fd, os.supports_fd, os.supports_follow_symlinks):
            if real in known:
                known.add(call)
        self._patch.setattr(os, name, call)

    def _statement(self, _connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.upper().startswith(COMMITS):
            self._do("commit", "", lambda _: None)

    def _do(self, what: str, path: str, do: Callable[[bytes | None], Any], data: bytes = b"") -> Any:
        """One operation: numbered, exposed to the fault, then done."""
        operation = Operation(len(self.log), what, path, data)
        self.log.append(operation)
        with self.inside():
            try:
                instead = self.fault.at(operation, self)
            except Skipped:
                return None
            return do(instead)

    @contextmanager
    def inside(self) -> Iterator[None]:
        """The shim's own calls are no operations of the program."""
        before, self._inside.now = getattr(self._inside, "now", False), True
        try:
            yield
        finally:
            self._inside.now = before

    @property
    def is_inside(self) -> bool:
        return getattr(self._inside, "now", False)

    def written(self, file: Writing, data: bytes) -> int:
        """One write of the program."""

        def do(instead: bytes | None) -> int:
            file.really_write(data if instead is None else instead)
            return len(data)

        outcome: int = self._do("write", name_of(file.fileno()), do, data)
        return outcome

    def write_half(self, operation: Operation) -> None:
        """Half of a write that is torn by a kill."""
        if operation.what == "write" and operation.path:
            with self.inside(), io.FileIO(operation.path, "r+") as file:
                file.seek(0, os.SEEK_END)
                file.write(operation.data[: len(operation.data) // 2])

    # --- what a power cut takes away

    def _note_new(self, path: str) -> None:
        if self.stash is not None and not os.path.lexists(path):
            self._synced[path] = 0
            self._undo.append((os.path.dirname(path), lambda: _remove(path)))  # noqa: PTH120

    def _before(self, what: str, path: str, rest: tuple[Any, ...]) -> None:
        """Remember how a change of names is undone, until its folder is synced."""
        if self.stash is None:
            return
        folder = os.path.dirname(path)  # noqa: PTH120
        match what:
            case "unlink" if os.path.lexists(path):
                self._undo.append((folder, self._kept(path)))
            case "link":
                target = os.fspath(rest[0])
                self._undo.append((os.path.dirname(target), lambda: _remove(target)))  # noqa: PTH120
            case "rename" | "replace":
                target = os.fspath(rest[0])
                back = self._kept(target) if os.path.lexists(target) else lambda: None
                source = self._kept(path)

                def undo() -> None:
                    _remove(target)
                    back()
                    source()

                self._undo.append((folder, undo))

    def _kept(self, path: str) -> Callable[[], None]:
        assert self.stash is not None
        kept = self.stash / f"{len(self.log)}-{len(os.listdir(self.stash))}"  # noqa: PTH208
        shutil.copy2(path, kept)

        def back() -> None:
            _remove(path)
            shutil.copy2(kept, path)

        return back

    def _after_sync(self, path: str) -> None:
        if os.path.isdir(path):  # noqa: PTH112
            self._undo = [(folder, undo) for folder, undo in self._undo if folder != path]
        elif os.path.lexists(path):
            self._synced[path] = os.stat(path).st_size  # noqa: PTH116

    def lose_unsynced(self) -> None:
        """What a power cut leaves: files as long as they were synced, names as their folders were synced."""
        with self.inside():
            for _, undo in reversed(self._undo):
                undo()
            for path, size in self._synced.items():
                if os.path.isfile(path) and os.stat(path).st_size > size:  # noqa: PTH113, PTH116
                    os.truncate(path, size)


class Writing(io.FileIO):
    """A file whose every write is an operation."""

    def __init__(self, disk: Disk, file: Any, mode: str) -> None:
        super().__init__(file, mode.replace("b", ""))
        self._disk = disk

    def write(self, data: Any, /) -> int:
        return self._disk.written(self, bytes(data))

    def really_write(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[super().write(view) :]


def name_of(file: Any) -> str:
    """The path behind a descriptor."""
    number = file if isinstance(file, int) else file.fileno()
    return os.readlink(f"/proc/self/fd/{number}")  # noqa: PTH115


def full_name(path: Any, folder: int | None) -> str:
    """The path of a file that is named by path, inside an open folder, or by its descriptor."""
    if isinstance(path, int):
        return name_of(path)
    name = os.fspath(path)
    return os.path.join(name_of(folder), name) if folder is not None else name  # noqa: PTH118


def _remove(path: str) -> None:
    if os.path.lexists(path):
        os.unlink(path)  # noqa: PTH108


_LISTENERS: list[Disk] = []
_SEEN = {"os.remove", "os.rename", "os.link", "os.mkdir", "os.rmdir", "os.truncate", "os.symlink"}


def _hook(name: str, arguments: tuple[Any, ...]) -> None:
    if not _LISTENERS:
        return
    if arguments and isinstance(arguments[0], int):
        return  # a descriptor that was opened before
    changing = name in _SEEN or (name == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING)
    if changing and not str(arguments[0]).startswith("/dev/"):
        for disk in _LISTENERS:
            if not disk.is_inside:
                disk.missed.append(f"{name} {arguments[0]}")


sys.addaudithook(_hook)
