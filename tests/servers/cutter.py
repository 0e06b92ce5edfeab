"""A line that breaks where a test says: between the program and a server, counting bytes both ways."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Line:
    """Passes bytes on until as many went by as it may carry in that direction; then every connection breaks.

    After the break no new connection is let through until `mend`. With `mute_after` the line holds, and answers
    are no longer passed on once that many bytes of them were.
    """

    target: int
    to_server: int | None = None
    to_client: int | None = None
    mute_after: int | None = None
    port: int = 0
    sent: int = 0
    answered: int = 0
    broken: bool = False
    connections: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _open: list[socket.socket] = field(default_factory=list)

    def mend(self) -> None:
        """The line holds from now on."""
        self.to_server = self.to_client = self.mute_after = None
        self.broken = False

    def reset(self) -> None:
        self.sent = self.answered = self.connections = 0
        self.mend()

    def _cut_off(self) -> list[socket.socket]:
        """No new connection from here on; the ends of the old ones, which are still to be closed.

        Whoever gets the last bytes may mend the line at once: a cut must never reach what is opened after that.
        """
        with self._lock:
            self.broken = True
            gone, self._open[:] = list(self._open), []
        return gone

    def _break(self, last: bytes = b"", sink: socket.socket | None = None) -> None:
        """The line breaks behind the `last` bytes that it still carries to `sink`."""
        gone = self._cut_off()
        with contextlib.suppress(OSError):
            if sink is not None:
                sink.sendall(last)
        for one in gone:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            with contextlib.suppress(OSError):
                one.close()

    def serve(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            if self.broken:
                client.close()
                continue
            self.connections += 1
            try:
                server = socket.create_connection(("127.0.0.1", self.target), 5)
            except OSError:
                client.close()
                continue
            if not self._holds(client, server):  # it broke while the way to the server was being made
                client.close()
                server.close()
                continue
            for source, sink, up in ((client, server, True), (server, client, False)):
                threading.Thread(target=self._pass, args=(source, sink, up), daemon=True).start()

    def _holds(self, *ends: socket.socket) -> bool:
        """Whether the line is whole; then these ends belong to it."""
        with self._lock:
            if not self.broken:
                self._open += ends
            return not self.broken

    def _pass(self, source: socket.socket, sink: socket.socket, up: bool) -> None:  # noqa: FBT001
        with contextlib.suppress(OSError):
            while piece := source.recv(4096):
                if not up and self.mute_after is not None and self.answered >= self.mute_after:
                    continue
                left = self._left(up)
                if left is not None and len(piece) >= left:
                    self._break(piece[: max(left, 0)], sink)
                    return
                self._count(up, len(piece))
                sink.sendall(piece)
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_WR)

    def _left(self, up: bool) -> int | None:  # noqa: FBT001
        limit, passed = (self.to_server, self.sent) if up else (self.to_client, self.answered)
        return None if limit is None else limit - passed

    def _count(self, up: bool, size: int) -> None:  # noqa: FBT001
        with self._lock:
            if up:
                self.sent += size
            else:
                self.answered += size


@contextlib.contextmanager
def line_to(port: int) -> Iterator[Line]:
    """A whole line to a server on this computer."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = Line(port, port=int(listener.getsockname()[1]))
        thread = threading.Thread(target=line.serve, args=(listener,), daemon=True)
        thread.start()
        yield line
        line._break()
