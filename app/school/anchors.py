"""Anchors: the end of the log, kept once a day in a folder outside the store, so that a cut tail is found."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterable, Sequence
from io import FileIO
from pathlib import Path

from app.disk import write_new
from app.errors import AppError
from app.services import Services
from consent.audit import Anchor, anchor_of, read_anchors, written

_NAME = "greenlight-log-{day}.txt"
_PATTERN = "greenlight-log-*.txt"
_DRAFT = ".new"
_LARGEST = 1_000_000  # bytes; an anchor has a hundred

log = logging.getLogger(__name__)


def keep_daily(services: Services) -> Path | None:
    """Write today's anchor into the folder of the settings, where it is not there yet; the file, if one was.

    A folder that cannot be reached (a stick that is not in) stops no one from working.
    """
    folder, last = services.settings.anchor_folder, services.store.audit.last()
    if folder is None or last is None:
        return None
    anchor = anchor_of(last)
    target = folder / _NAME.format(day=services.clock().date().isoformat())
    try:
        if target.exists():
            return None
        save(target, [anchor])
    except (AppError, OSError) as error:
        log.warning("no anchor was written: %s", type(error).__name__)
        return None
    return target


def keep_last(services: Services) -> Path | None:
    """At closing: the anchor of the day's last entry, in place of the one of its beginning; the file, if one was.

    The new one is whole beside it before the old one goes, and only where the log still is the one of which the
    old one was taken: else that one is the proof that it was cut. Whatever hinders it stops no one from going home.
    """
    folder, last = services.settings.anchor_folder, services.store.audit.last()
    if folder is None or last is None:
        return None
    target = folder / _NAME.format(day=services.clock().date().isoformat())
    try:
        before = read_file(target) if target.exists() else ()
        if not all(_holds(services, anchor) for anchor in before):
            log.warning("no anchor was written: the one that is there does not fit the log")
            return None
        after = sorted({*before[:1], anchor_of(last)}, key=lambda anchor: anchor.number)
        if list(before) == after:
            return None
        draft = target.with_name(f"{target.name}.{secrets.token_hex(4)}{_DRAFT}")
        save(draft, after)
        draft.replace(target)
    except (AppError, OSError) as error:
        log.warning("no anchor was written: %s", type(error).__name__)
        return None
    return target


def save(target: Path, anchors: Iterable[Anchor]) -> None:
    """Write anchors into a new text file, to be printed or kept. Raises AppError as `disk.write_new`."""
    content = "".join(f"{written(anchor)}\n" for anchor in anchors).encode("ascii")

    def holds(file: FileIO) -> bool:
        return file.read() == content

    write_new(target, [content], prove=holds)


def kept(folder: Path | None) -> Sequence[Anchor]:
    """All anchors in the folder of the settings, oldest first; none where it cannot be reached."""
    if folder is None:
        return ()
    found: set[Anchor] = set()
    try:
        for file in sorted(folder.glob(_PATTERN)):
            found.update(read_file(file))
    except OSError as error:
        log.warning("the anchors were not read: errno %s", error.errno)
    return sorted(found, key=lambda anchor: (anchor.number, anchor.day))


def _holds(services: Services, anchor: Anchor) -> bool:
    entry = services.store.audit.entry(anchor.number)
    return entry is not None and entry.seal == anchor.seal


def read_file(file: Path) -> Sequence[Anchor]:
    """The anchors in a text file, or in a report of the log as JSON; lines that are none are passed over."""
    with file.open("rb") as opened:
        return read_anchors(opened.read(_LARGEST).decode("utf-8", errors="replace"))
