"""The process that speaks to phones and cameras: it shuts itself in first, then answers until the pipe ends.

libgphoto2 takes apart whatever a phone says, and a phone may say anything. Nothing is decided here: what is left
out, believed or called deleted is judged by who asks.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import app
from app.work import confine, frames
from app.work.frames import FrameError, Message

OWN: Final = ("app", "vision", "consent", "resources")
"""Our own packages, which the process may read."""

MOST_MEMORY: Final = 1024 * 1024**2
"""Bytes of data: the largest file of 200 MB is held twice while it is handed on."""

VIRTUAL: Final = "VCAMERADIR"
"""libgphoto2's own variable: the folder that its virtual camera shows, which must be readable then."""


def main() -> int:
    """Run until the other side closes the pipe; the exit status."""
    incoming, outgoing = frames.take_streams()
    root = Path(app.__file__).resolve().parent.parent
    virtual = (Path(os.environ[VIRTUAL]),) if VIRTUAL in os.environ else ()
    walls = confine.shut_in_with_cables(MOST_MEMORY, own=(*(root / name for name in OWN), *virtual))
    frames.write(outgoing, _said([(wall.name, wall.works) for wall in walls]))
    # only now, with the walls up, comes the library and whatever a phone may do to it
    speaker = Speaker()
    try:
        while (question := frames.read(incoming, most_bytes=0)) is not None:
            frames.write(outgoing, speaker.answer(json.loads(question.head)))
    except (FrameError, OSError):
        return 1  # what asks is gone, or does not speak as agreed
    return 0


class Speaker:
    """One phone at a time, through libgphoto2."""

    def __init__(self) -> None:
        import gphoto2  # noqa: PLC0415 - behind the walls

        self._gp = gphoto2
        self._camera: Any = None

    def answer(self, question: dict[str, Any]) -> Message:
        """What came of one question; the library's own error number where it failed."""
        try:
            match question:
                case {"ask": "plugged_in"}:
                    return _said(self._plugged_in())
                case {"ask": "open", "port": str(port)}:
                    return _said(self._open(port))
                case {"ask": "entries", "folder": str(folder), "deepest": int(deepest), "most": int(most)}:
                    return _said(self._entries(folder, deepest=deepest, most=most))
                case {"ask": "read", "folder": str(folder), "name": str(name), "most": int(most)}:
                    return self._read(folder, name, most)
                case {"ask": "delete", "folder": str(folder), "name": str(name)}:
                    return _said(self._camera.file_delete(folder, name))
        except self._gp.GPhoto2Error as error:
            return Message(json.dumps({"failed": int(error.code)}).encode())
        raise FrameError

    def _plugged_in(self) -> list[tuple[str, str]]:
        found = self._gp.Camera.autodetect()
        return [(found.get_name(number), found.get_value(number)) for number in range(found.count())]

    def _open(self, port: str) -> str:
        """The serial number; "" where it gives none."""
        self._close()
        camera, ports = self._gp.Camera(), self._gp.PortInfoList()
        ports.load()
        camera.set_port_info(ports[ports.lookup_path(port)])
        camera.init()
        self._camera = camera
        try:
            return str(camera.get_single_config("serialnumber").get_value()).strip()
        except self._gp.GPhoto2Error:
            return ""

    def _close(self) -> None:
        if self._camera is not None:
            camera, self._camera = self._camera, None
            camera.exit()

    def _entries(self, within: str, *, deepest: int, most: int) -> dict[str, Any]:
        """Folder, name, size and time of every file, one more than `most` at the most; how many folders lie too deep."""
        files: list[tuple[str, str, int, int]] = []
        too_deep = 0
        for folder, name in self._walk(within, deepest):
            if not name:
                too_deep += 1
                continue
            about = self._camera.file_get_info(folder, name).file
            files.append((folder, name, int(about.size), int(about.mtime)))
            if len(files) > most:
                break
        return {"files": files, "too_deep": too_deep}

    def _walk(self, within: str, deepest: int) -> Iterator[tuple[str, str]]:
        """Folder and name of every file; a folder without a name for each that lies too deep to be opened."""
        waiting = [("/" + within, 0)]
        while waiting:
            folder, depth = waiting.pop()
            files = self._camera.folder_list_files(folder)
            yield from ((folder, files.get_name(number)) for number in range(files.count()))
            folders = self._camera.folder_list_folders(folder)
            for number in range(folders.count()):
                if depth >= deepest:
                    yield folder, ""
                else:
                    waiting.append((f"{folder.rstrip('/')}/{folders.get_name(number)}", depth + 1))

    def _read(self, folder: str, name: str, most: int) -> Message:
        # kept by name: the library frees the bytes with the file that it handed over
        handed = self._camera.file_get(folder, name, self._gp.GP_FILE_TYPE_NORMAL)
        content = memoryview(handed.get_data_and_size())
        # what is longer than it may be is wrong already; its first bytes show that
        return Message(_said(None).head, (bytes(content[: most + 1]),))


def _said(answer: object) -> Message:
    return Message(json.dumps({"said": answer}).encode())


if __name__ == "__main__":
    sys.exit(main())
