"""The breaking line itself: a break that is over must not touch what is opened after it."""

from __future__ import annotations

import contextlib
import socket
import threading

from tests.servers.cutter import Line, line_to

ANSWER = b"0123456789"
TIMES = 100
"""Of 300 breaks a third reached the connection made after them, when the last byte went out before the break."""


def answering(listener: socket.socket) -> None:
    """Answers every question on every connection, one connection at a time."""
    while True:
        try:
            client, _ = listener.accept()
        except OSError:
            return
        with client, contextlib.suppress(OSError):
            while client.recv(100):
                client.sendall(ANSWER)


def asked(line: Line) -> bytes:
    with socket.create_connection(("127.0.0.1", line.port), 5) as client:
        client.sendall(b"a question")
        told = b""
        while len(told) < len(ANSWER) and (piece := client.recv(100)):
            told += piece
        return told


def test_a_line_mended_as_soon_as_the_last_byte_came_stays_whole() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=answering, args=(server,), daemon=True).start()
        with line_to(int(server.getsockname()[1])) as line:
            for _ in range(TIMES):
                line.reset()
                line.to_client = len(ANSWER)
                assert asked(line) == ANSWER
                line.mend()
                assert asked(line) == ANSWER
