"""The technical log: what happened when, in codes and ids, so that it can be shown to anyone who helps.

It lies in the store's own folder `log` (private, and gone with the store) as `greenlight.log`, at most four
files of 1 MB. No name, path, caption or text of a photo may enter it, whoever calls: the formatter lets
through only numbers, codes and ids, and of an error only its kind, its code and the lines of this program.
"""

from __future__ import annotations

import logging
import logging.handlers
import os
import re
import sys
import time
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Final

OUR_PACKAGES: Final = ("app", "vision", "consent")
WITHHELD: Final = "(withheld)"

FILE = "greenlight.log"
_MOST_BYTES = 1_000_000
_OLDER_FILES = 3
_PRIVATE_FILE = 0o600

_ID = re.compile(r"[0-9a-f]{8,64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")  # random digits, made here
_KIND = re.compile(r"[A-Z][A-Za-z]*(Error|Exception|Warning|Interrupt|Exit)")  # an error's class
_PLACE = re.compile(r"[A-Za-z]+ (app|vision|consent)(\.[a-z_]+)+:\d+")  # an error's class and line of ours
_ENDED = re.compile(r"(signal|status|errno) \d+")
_CODED = ("AppError", "ConsentError", "VisionError", "PhotoRefusedError", "ModelError")


class CodesOnly(logging.Formatter):
    """Formats a record from its fixed message and from those arguments that can tell nothing about a person.

    A message of this program must be a constant of its source (a rule of the linter). Of other packages only
    the level and the logger's name are kept: their messages may quote anything.
    """

    def __init__(self) -> None:
        # UTC: the log of a day on which the clock changes must still be in order
        super().__init__("{asctime}Z {levelname} {name} {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line and, for an error, the places in our code that it came through."""
        record.message = _message(record)
        record.asctime = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line = self.formatMessage(record)
        if record.exc_info and record.exc_info[1] is not None:
            line = f"{line}\n{told(record.exc_info[1])}"
        return line


def start(folder: Path, level: int = logging.INFO) -> None:
    """Write the log of this run into `folder`, which must be private. A second call replaces the first.

    What `show` set stays: --verbose goes on telling once a store is open.
    """
    _take_back(_PrivateFile)
    handler = _PrivateFile(folder / FILE, maxBytes=_MOST_BYTES, backupCount=_OLDER_FILES, encoding="utf-8")
    _attach(handler, level)


def show(level: int = logging.DEBUG) -> None:
    """Write the log to standard error, for `--verbose`; in the same words as to the file."""
    _attach(logging.StreamHandler(sys.stderr), level)


def stop() -> None:
    """Close the log's file and take back what `start` and `show` set."""
    _take_back(logging.Handler)


def told(error: BaseException) -> str:
    """An error as a log may hold it: its kind, its code, and the lines of this program; never its words."""
    code = getattr(error, "code", None)
    kind = type(error).__name__
    first = f"  {kind} {code.value}" if isinstance(code, Enum) and kind in _CODED else f"  {kind}"
    lines = [first, *_places(error.__traceback__)]
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n".join(lines if cause is None else [*lines, "  because of", told(cause)])


class _PrivateFile(logging.handlers.RotatingFileHandler):
    """A rotating file that only this account may read."""

    def _open(self) -> object:  # type: ignore[override] # the declared type is a private name of typeshed
        stream = super()._open()
        if os.name == "posix":
            os.fchmod(stream.fileno(), _PRIVATE_FILE)
        return stream


def _take_back(kind: type[logging.Handler]) -> None:
    """Remove and close our own handlers of this kind, and no one else's."""
    root = logging.getLogger()
    ours = [h for h in root.handlers if isinstance(h.formatter, CodesOnly) and isinstance(h, kind)]
    for handler in ours:
        root.removeHandler(handler)
        handler.close()


def _attach(handler: logging.Handler, level: int) -> None:
    handler.setFormatter(CodesOnly())
    handler.setLevel(level)
    root = logging.getLogger()
    root.addHandler(handler)
    for package in OUR_PACKAGES:
        logging.getLogger(package).setLevel(min(level, logging.INFO))


def _message(record: logging.LogRecord) -> str:
    if record.name.partition(".")[0] not in OUR_PACKAGES or not isinstance(record.msg, str):
        return WITHHELD
    if not record.args:
        return record.msg
    try:
        if isinstance(record.args, Mapping):
            return record.msg % {name: _harmless(value) for name, value in record.args.items()}
        return record.msg % tuple(map(_harmless, record.args))
    except (TypeError, ValueError, KeyError):
        return WITHHELD


def _harmless(value: object) -> object:
    """`value` if it can tell nothing about a person, else a word in its place.

    A code is a member of one of our enumerations: in plain words, ANNA_SMITH looks like one.
    """
    match value:
        case Enum():
            return value.value
        case bool() | int() | float() | None:
            return value
        case str() if any(shape.fullmatch(value) for shape in (_ID, _KIND, _PLACE, _ENDED)):
            return value
        case _:
            return WITHHELD


def _places(trace: TracebackType | None) -> list[str]:
    """Module and line of each step through our own code; nothing of the values there."""
    places = []
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.partition(".")[0] in OUR_PACKAGES:
            places.append(f"    {module}:{trace.tb_lineno}")
        trace = trace.tb_next
    return places
