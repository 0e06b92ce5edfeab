"""A server that answers as WordPress 6 does on the few addresses that are asked of it.

Slugs, statuses, codes and the shape of the answers follow the REST API handbook (media, posts, users). What
is drawn from a real site: a slug taken already gets "-2", 401 without a password, 400 for no bytes, and a
`source_url` under wp-content/uploads that anyone may read.
"""

from __future__ import annotations

import base64
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from consent.destinations import DestinationId, DestinationKind, DestinationRecord
from tests.servers.running import SECRET, USER, Server


@dataclass
class Site:
    """What the site holds."""

    uploads: dict[str, bytes] = field(default_factory=dict)
    media: list[dict[str, Any]] = field(default_factory=list)
    posts: list[dict[str, Any]] = field(default_factory=list)
    rewrites: bool = False  # a plug-in that squeezes pictures
    fails_after_saving: bool = False  # a 500 although the picture is there: out of memory while resizing
    lock: threading.Lock = field(default_factory=threading.Lock)

    def clear(self) -> None:
        self.uploads.clear()
        self.media.clear()
        self.posts.clear()
        self.rewrites = self.fails_after_saving = False

    def slug(self, wanted: str, among: list[dict[str, Any]]) -> str:
        taken, slug, number = {one["slug"] for one in among}, wanted, 1
        while slug in taken:
            number += 1
            slug = f"{wanted}-{number}"
        return slug


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:  # noqa: C901 - one class, its site around it
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            at = urlsplit(self.path)
            if at.path.startswith("/wp-content/uploads/"):
                content = site.uploads.get(at.path.rsplit("/", 1)[1])
                self._answer(404 if content is None else 200, content or b"", "image/jpeg")
                return
            if not self._let_in():
                return
            asked = {name: value[0] for name, value in parse_qs(at.query).items()}
            match at.path.removeprefix("/wp-json/wp/v2/"):
                case "media":
                    self._json(200, [one for one in site.media if one["slug"] == asked["slug"]])
                case "posts":
                    states = asked.get("status", "publish").split(",")
                    found = [
                        one for one in site.posts if one["slug"] == asked["slug"] and one["status"] in states
                    ]
                    self._json(200, found)
                case "users/me":
                    self._json(200, {"id": 1, "capabilities": {"upload_files": True, "edit_posts": True}})
                case _:
                    self._json(404, {"code": "rest_no_route"})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if len(body) < int(self.headers.get("Content-Length", 0)):
                self.close_connection = True  # PHP never sees a request that was cut
                return
            if not self._let_in():
                return
            path = urlsplit(self.path).path.removeprefix("/wp-json/wp/v2/")
            with site.lock:
                if path == "media":
                    self._media(body)
                elif re.fullmatch(r"media/\d+", path):
                    found = self._find(site.media, path)
                    found.update(json.loads(body))
                    self._json(200, found)
                elif path == "posts":
                    self._post(json.loads(body))
                else:
                    self._json(404, {"code": "rest_no_route"})

        def do_DELETE(self) -> None:
            if self._let_in():
                path = urlsplit(self.path).path.removeprefix("/wp-json/wp/v2/")
                gone = self._find(site.media, path)
                site.media.remove(gone)
                site.uploads.pop(gone["source_url"].rsplit("/", 1)[1], None)
                self._json(200, {"deleted": True})

        def _media(self, body: bytes) -> None:
            name = re.search(r'filename="([^"]+)"', self.headers["Content-Disposition"])
            if not body or name is None:
                self._json(400, {"code": "rest_upload_no_data"})
                return
            stem, ending = name.group(1).rsplit(".", 1)
            slug = site.slug(stem, site.media)
            site.uploads[f"{slug}.{ending}"] = body[:-1] if site.rewrites else body
            made = {
                "id": len(site.media) + 100,
                "slug": slug,
                "source_url": f"http://{self.headers['Host']}/wp-content/uploads/{slug}.{ending}",
                "media_details": {},
            }
            site.media.append(made)
            if site.fails_after_saving:
                site.fails_after_saving = False
                self._json(500, {"code": "internal_server_error"})
            else:
                self._json(201, made)

        def _post(self, asked: dict[str, Any]) -> None:
            number = len(site.posts) + 500
            made = {
                **asked,
                "id": number,
                "slug": site.slug(asked["slug"], site.posts),
                "link": f"http://{self.headers['Host']}/?p={number}",
            }
            site.posts.append(made)
            self._json(201, made)

        def _find(self, among: list[dict[str, Any]], path: str) -> dict[str, Any]:
            return next(one for one in among if one["id"] == int(path.rsplit("/", 1)[1]))

        def _let_in(self) -> bool:
            expected = "Basic " + base64.b64encode(f"{USER}:{SECRET}".encode()).decode()
            if self.headers.get("Authorization") != expected:
                self._json(401, {"code": "rest_not_logged_in"})
                return False
            return True

        def _json(self, status: int, value: object) -> None:
            self._answer(status, json.dumps(value).encode(), "application/json")

        def _answer(self, status: int, content: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    return Handler


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A line that broke is what the tests are about."""


@contextmanager
def wordpress_server(site: Site) -> Iterator[Server]:
    server = _Quiet(("127.0.0.1", 0), _handler(site))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    port = server.server_address[1]
    record = DestinationRecord(
        DestinationId("wordpress"),
        "School website",
        DestinationKind.WORDPRESS,
        address=f"http://127.0.0.1:{port}",
        user=USER,
    )
    try:
        yield Server(record, port, lambda: dict(site.uploads), site.clear)
    finally:
        server.shutdown()
        thread.join(5)
        server.server_close()
