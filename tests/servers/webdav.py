"""A WebDAV server (wsgidav behind cheroot)."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cheroot import wsgi
from wsgidav.wsgidav_app import WsgiDAVApp

from consent.destinations import DestinationId, DestinationKind, DestinationRecord
from tests.servers.running import FOLDER, SECRET, USER, Server, empty, shown_in


@contextmanager
def webdav_server(folder: Path) -> Iterator[Server]:
    folder.mkdir(parents=True, exist_ok=True)
    logging.getLogger("wsgidav").setLevel(logging.CRITICAL)
    app = WsgiDAVApp(
        {
            "provider_mapping": {"/": str(folder)},
            "simple_dc": {"user_mapping": {"*": {USER: {"password": SECRET}}}},
            "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
            "logging": {"enable": False},
            "verbose": 0,
        }
    )
    server = wsgi.Server(("127.0.0.1", 0), app, numthreads=4)
    server.error_log = lambda *_, **__: None  # type: ignore[method-assign]
    server.prepare()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    port = server.bind_addr[1]
    record = DestinationRecord(
        DestinationId("webdav"),
        "Nextcloud",
        DestinationKind.WEBDAV,
        address=f"http://127.0.0.1:{port}",
        folder=FOLDER,
        user=USER,
    )
    try:
        yield Server(record, port, lambda: shown_in(folder / FOLDER), lambda: empty(folder / FOLDER))
    finally:
        server.stop()
        thread.join(5)
