"""Asks the process that speaks to phones, and believes nothing of what comes back before it was looked at."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import Field, TypeAdapter

from app.devices.folder import DEEPEST, LARGEST_FILE, MOST_FILES
from app.errors import AppError, Trouble
from app.work.bare import BareProcess
from app.work.frames import FrameError, Message

MODULE: Final = "app.devices.phone_process"
ABSENT: Final = "absent"
"""The detail of AppError(FILE_UNREADABLE) for a file that is not there."""

START_SECONDS: Final = 30.0
OPEN_SECONDS: Final = 60.0
"""For finding and opening a phone: one that asks its owner for permission answers when they have given it."""

LIST_SECONDS: Final = 900.0
"""For a list of everything: an old camera takes 10 ms for each file, and 10,000 of them are a minute and a half."""

READ_SECONDS: Final = 300.0
"""For one file: 200 MB at the slowest that a cable carries (USB 1.1, 1 MB/s)."""

_LIBRARYS_OWN: Final = ("IOLIBS", "CAMLIBS", "VCAMERADIR")
"""Variables by which libgphoto2 finds drivers, and its virtual camera its pictures."""

_ABSENT: Final = frozenset({-107, -108})
_OF_A_FILE: Final = frozenset({-6, -108, -107, -103, -102, -2, -1})
"""Unsupported, not found, and what cameras say of one file; every other error is of the cable (gphoto2-result.h)."""

_NO_ANSWER: Final = "an answer that is none"
_LARGEST_TIME: Final = 2**40  # seconds since 1970: the year 36812


@dataclass(frozen=True, slots=True)
class Entry:
    """One file as a phone lists it. `folder` begins with "/"; `modified` is in seconds since 1970."""

    folder: str
    name: str
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Listing:
    """All files of a phone, how many folders lie too deep, and how many names cannot be names of files."""

    files: tuple[Entry, ...]
    too_deep: int
    nameless: int


class Cable:
    """The process, started with the first question. Used by one thread at a time. Close it.

    All calls raise AppError: DEVICE_GONE where the phone, the cable or the process is gone, is late or does not speak
    as agreed; FILE_UNREADABLE for one file ("absent" where it is not there).
    """

    def __init__(self, module: str = MODULE, *arguments: str) -> None:
        """`module` is what is started; another one than our own only in tests."""
        self._command = (module, *arguments)
        self._process: BareProcess | None = None
        self.walls: dict[str, bool] = {}

    def plugged_in(self) -> tuple[tuple[str, str], ...]:
        """Model and port of everything that answers, without opening it."""
        found: tuple[tuple[str, str], ...] = self._ask({"ask": "plugged_in"}, _PAIRS, seconds=OPEN_SECONDS)
        return found

    def open(self, port: str) -> str:
        """Open the phone at this port, another one before it is closed; its serial number, "" where it gives none."""
        serial: str = self._ask({"ask": "open", "port": port}, _TEXT, seconds=OPEN_SECONDS)
        return serial

    def entries(self, within: str) -> Listing:
        """Everything on the open phone, or in one folder of it."""
        question = {"ask": "entries", "folder": within, "deepest": DEEPEST, "most": MOST_FILES}
        listed: _Listed = self._ask(question, _ENTRIES, seconds=LIST_SECONDS)
        files = tuple(Entry(*one) for one in listed.files if _is_name(one[1]) and _is_folder(one[0]))
        return Listing(files, listed.too_deep, len(listed.files) - len(files))

    def read(self, folder: str, name: str, size: int) -> bytes:
        """A file's bytes; one more than `size` where there are more than that."""
        question = {"ask": "read", "folder": folder, "name": name, "most": min(size, LARGEST_FILE)}
        answer = self._asked(question, READ_SECONDS, most_bytes=LARGEST_FILE + 1)
        self._said(answer, _NOTHING)
        if len(answer.blocks) != 1:
            raise self._broken(_NO_ANSWER)
        return answer.blocks[0]

    def delete(self, folder: str, name: str) -> None:
        """Ask the phone to delete a file."""
        self._ask({"ask": "delete", "folder": folder, "name": name}, _NOTHING, seconds=OPEN_SECONDS)

    @property
    def is_up(self) -> bool:
        """Whether the process runs in which a phone was opened."""
        return self._process is not None and self._process.is_running

    def close(self) -> None:
        """End the process. May be called twice."""
        process, self._process = self._process, None
        if process is not None:
            process.end()

    def _ask(self, question: Mapping[str, object], shape: TypeAdapter[Any], *, seconds: float) -> Any:
        """What was said, of this shape."""
        return self._said(self._asked(question, seconds), shape)

    def _asked(self, question: Mapping[str, object], seconds: float, *, most_bytes: int = 0) -> Message:
        return self._told(self._started(), seconds, most_bytes, Message(json.dumps(question).encode()))

    def _started(self) -> BareProcess:
        if self._process is None:
            known = {name: os.environ[name] for name in _LIBRARYS_OWN if name in os.environ}
            # the library keeps its settings in a home, and this one is not there
            process = BareProcess(*self._command, environment={"HOME": "/nonexistent", **known})
            self._process = process
            self.walls = dict(self._said(self._told(process, START_SECONDS, 0, None), _WALLS))
        return self._process

    def _told(self, process: BareProcess, seconds: float, most_bytes: int, body: Message | None) -> Message:
        try:
            answer = process.within(seconds, most_bytes, body)
        except FrameError:
            raise self._broken(_NO_ANSWER) from None
        if answer is None:
            raise self._broken("too slow" if process.was_late else process.ended_how())
        return answer

    def _said(self, answer: Message, shape: TypeAdapter[Any]) -> Any:
        """What an answer says, if it is of this shape and tells of no failure."""
        try:
            told = _ANSWER.validate_python(json.loads(answer.head))
            if told.failed is None:
                return shape.validate_python(told.said)
        except (ValueError, RecursionError):  # ValidationError is a ValueError
            raise self._broken(_NO_ANSWER) from None
        if told.failed in _OF_A_FILE:
            detail = ABSENT if told.failed in _ABSENT else f"code {told.failed}"
            raise AppError(Trouble.FILE_UNREADABLE, detail)
        raise AppError(Trouble.DEVICE_GONE, f"code {told.failed}")

    def _broken(self, how: str) -> AppError:
        """What spoke wrongly once is not asked again; the next question starts another process."""
        self.close()
        return AppError(Trouble.DEVICE_GONE, how)


def _is_name(name: str) -> bool:
    """Whether this can be one file's name: it leads nowhere else, on the phone or here."""
    return name not in {"", ".", ".."} and "/" not in name and "\0" not in name


def _is_folder(path: str) -> bool:
    return path == "/" or (path.startswith("/") and all(map(_is_name, path[1:].split("/"))))


@dataclass(frozen=True, slots=True)
class _Answer:
    said: Any = None
    failed: int | None = None


_Bytes = Annotated[int, Field(ge=0)]
_Time = Annotated[int, Field(ge=-_LARGEST_TIME, le=_LARGEST_TIME)]


@dataclass(frozen=True, slots=True)
class _Listed:
    files: tuple[tuple[str, str, _Bytes, _Time], ...]
    too_deep: _Bytes


_ANSWER: Final = TypeAdapter(_Answer)
_NOTHING: Final = TypeAdapter(None)
_TEXT: Final = TypeAdapter(str)
_PAIRS: Final = TypeAdapter(tuple[tuple[str, str], ...])
_ENTRIES: Final = TypeAdapter(_Listed)
_WALLS: Final = TypeAdapter(tuple[tuple[str, bool], ...])
