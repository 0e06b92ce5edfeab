"""A phone that has taken over the process which speaks to it, and answers in its place: `python -m tests.hostile_phone LIE`."""

from __future__ import annotations

import json
import os
import struct
import sys
import time
from typing import Any

from app.work import frames
from app.work.frames import Message

HONEST: dict[str, Any] = {
    "open": "S1",
    "plugged_in": [["Phone", "usb:1"]],
    "entries": {"files": [["/DCIM", "a.jpg", 3, 0]], "too_deep": 0},
    "read": None,
    "delete": None,
}
NAMES = ("../up.jpg", "..", "", "a/b.jpg", "nul\0.jpg", "a.jpg")


def main(lie: str) -> None:  # noqa: C901 - one case for each lie
    """Greet as the real one does, open as asked, and lie from then on."""
    incoming, outgoing = frames.take_streams()
    frames.write(outgoing, Message(b'{"said": []}'))
    while (question := frames.read(incoming, most_bytes=0)) is not None:
        asked = json.loads(question.head)["ask"]
        said = HONEST[asked]
        blocks = (b"abc",) if asked == "read" else ()
        if asked in {"open", "plugged_in"} or lie == "honest":
            frames.write(outgoing, Message(json.dumps({"said": said}).encode(), blocks))
            continue
        match lie:
            case "silence":
                time.sleep(60)
            case "nested":
                frames.write(outgoing, Message(b"[" * 100_000, blocks))
            case "shape":
                frames.write(
                    outgoing, Message(b'{"said": {"files": [["/", "a.jpg", -5, 0]], "too_deep": 0}}')
                )
            case "number":
                frames.write(outgoing, Message(b'{"failed": "none"}', blocks))
            case "unreadable" if asked == "read":
                frames.write(outgoing, Message(b'{"failed": -1}'))
            case "crash" | "unreadable":
                os.abort()
            case "frame":
                outgoing.write(b"no message at all, and not a short one either")
            case "endless":
                head = b'{"said": null}'
                outgoing.write(struct.pack(">4sIBQ", b"GLW1", len(head), 1, 2**40) + head)
            case "names":
                files = [*(["/DCIM", name, 3, 0] for name in NAMES), ["/../etc", "b.jpg", 3, 0]]
                frames.write(
                    outgoing, Message(json.dumps({"said": {"files": files, "too_deep": 2}}).encode())
                )


if __name__ == "__main__":
    main(sys.argv[1])
