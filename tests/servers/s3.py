"""An S3 server (moto)."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from moto.backends import get_backend
from moto.server import ThreadedMotoServer

from consent.destinations import DestinationId, DestinationKind, DestinationRecord
from tests.servers.running import FOLDER, USER, Server

BUCKET = "school"


@contextmanager
def s3_server() -> Iterator[Server]:
    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    httpx.put(f"http://127.0.0.1:{port}/{BUCKET}").raise_for_status()

    def keys() -> Any:
        return get_backend("s3")["123456789012"]["aws"].buckets[BUCKET].keys

    def holds() -> dict[str, bytes]:
        return {name.split("/")[-1]: key.value for name, key in keys().items()}

    def clear() -> None:
        keys().clear()

    record = DestinationRecord(
        DestinationId("s3"),
        "Object store",
        DestinationKind.S3,
        address=f"http://127.0.0.1:{port}",
        folder=f"{BUCKET}/{FOLDER}",
        user=USER,
    )
    try:
        yield Server(record, port, holds, clear)
    finally:
        httpx.post(f"http://127.0.0.1:{port}/moto-api/reset")
        server.stop()
