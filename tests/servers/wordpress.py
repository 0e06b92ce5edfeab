"""A server that answers as WordPress 6 does on the few addresses that are asked of it.

Slugs, statuses, codes and the shape of the answers are those of Debian's WordPress 6.1, which keeps the same
contract (`real_wordpress`): a slug that is taken or a number gets "-2" and a file that is taken "-1"; a picture's
slug is no post's either; a large or turned JPEG is shown by another file beside it; no answer tells its length.
"""

from __future__ import annotations

import base64
import io
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qs, urlsplit

from PIL import Image

from consent.destinations import DestinationId, DestinationKind, DestinationRecord
from tests.servers.running import SECRET, USER, Server

_SHOWN_PIXELS = 2560
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG")


@dataclass
class Site:
    """What the site holds."""

    uploads: dict[str, bytes] = field(default_factory=dict)
    media: list[dict[str, Any]] = field(default_factory=list)
    posts: list[dict[str, Any]] = field(default_factory=list)
    misbehaves: set[str] = field(default_factory=set)
    numbers: Iterator[int] = field(default_factory=lambda: count(100))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def clear(self) -> None:
        self.uploads.clear()
        self.media.clear()
        self.posts.clear()
        self.misbehaves.clear()

    def slug(self, wanted: str, among: list[dict[str, Any]], *, number: int = 1) -> str:
        """What `wanted` becomes; `number` is 2 where it may not be had as it is."""
        taken, slug = {one["slug"] for one in among}, wanted
        while slug in taken or (number > 1 and slug == wanted):
            number = max(number, 2)
            slug, number = f"{wanted}-{number}", number + 1
        return slug

    def file(self, stem: str, ending: str) -> str:
        name, number = f"{stem}{ending}", 0
        while name in self.uploads:
            number += 1
            name = f"{stem}-{number}{ending}"
        return name


def _shown(content: bytes) -> str:
    """What is put behind the name of the file that WordPress shows in place of this one."""
    if not content.startswith(b"\xff\xd8"):
        return ""
    with Image.open(io.BytesIO(content)) as image:
        large, turned = max(image.size) > _SHOWN_PIXELS, image.getexif().get(0x0112, 1) != 1
    return "-scaled" if large else "-rotated" if turned else ""


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
            path, asked = self._asked()
            if path is None or not self._let_in():
                return
            match path:
                case "media":
                    self._json(
                        200, [one for one in site.media if one["slug"] == asked.get("slug", one["slug"])]
                    )
                case "posts":
                    states = asked.get("status", "publish").split(",")
                    found = [
                        one
                        for one in site.posts
                        if one["slug"] == asked.get("slug", one["slug"]) and one["status"] in states
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
            path, _ = self._asked()
            if path is None or not self._let_in():
                return
            with site.lock:
                if path == "media":
                    self._media(body)
                elif re.fullmatch(r"media/\d+", path):
                    found = self._find(site.media, path)
                    found.update(json.loads(body))
                    self._json(200, found)
                elif path == "posts" and "takes no posts" in site.misbehaves:
                    self._json(403, {"code": "rest_cannot_create"})
                elif path == "posts":
                    self._post(json.loads(body))
                else:
                    self._json(404, {"code": "rest_no_route"})

        def do_DELETE(self) -> None:
            path, _ = self._asked()
            if path is not None and self._let_in():
                if "deletes nothing" in site.misbehaves:
                    self._json(500, {"code": "rest_cannot_delete"})
                    return
                gone = self._find(site.media, path)
                site.media.remove(gone)
                site.uploads.pop(gone["file"])
                self._json(200, {"deleted": True})

        def _asked(self) -> tuple[str | None, dict[str, str]]:
            """What is asked of the interface and how; None where it is not there, which is answered."""
            at = urlsplit(self.path)
            asked = {name: value[0] for name, value in parse_qs(at.query).items()}
            if "rest_route" in asked:
                return asked["rest_route"].removeprefix("/wp/v2/"), asked
            if "has plain addresses" in site.misbehaves:
                self._answer(404, b"<h1>Not Found</h1>", "text/html")
                return None, asked
            return at.path.removeprefix("/wp-json/wp/v2/"), asked

        def _media(self, body: bytes) -> None:
            name = re.search(r'filename="([^"]+)"', self.headers["Content-Disposition"])
            if not body or name is None:
                self._json(400, {"code": "rest_upload_no_data"})
                return
            if not body.startswith(_PICTURES):
                self._json(500, {"code": "rest_upload_sideload_error"})
                return
            wanted = PurePosixPath(name.group(1))
            file = site.file(wanted.stem, wanted.suffix)
            stem, ending = PurePosixPath(file).stem, wanted.suffix
            site.uploads[file] = body[:-1] if "rewrites" in site.misbehaves else body
            fails = "fails after saving" in site.misbehaves
            site.misbehaves.discard("fails after saving")
            shown = "" if fails else _shown(body)
            made = {
                "id": next(site.numbers),
                "slug": site.slug(stem, site.media + site.posts),
                "file": file,
                "source_url": f"http://{self.headers['Host']}/wp-content/uploads/2026/11/{stem}{shown}{ending}",
                "media_details": {"original_image": file} if shown else {},
            }
            site.media.append(made)
            if fails:
                self._answer(500, b"<p>There has been a critical error on this website.</p>", "text/html")
            else:
                self._json(201, made)

        def _post(self, asked: dict[str, Any]) -> None:
            number = next(site.numbers)
            made = {
                **asked,
                "id": number,
                "slug": site.slug(asked["slug"], site.posts, number=2 if asked["slug"].isdigit() else 1),
                "content": {"raw": asked["content"]},
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
            if not kind.endswith("json"):  # what a program answers ends where the line ends
                self.send_header("Content-Length", str(len(content)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(content)

    return Handler


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A line that broke is what the tests are about."""


def record_of(port: int) -> DestinationRecord:
    """How the register knows a site on this computer's own loopback."""
    return DestinationRecord(
        DestinationId("wordpress"),
        "School website",
        DestinationKind.WORDPRESS,
        address=f"http://127.0.0.1:{port}",
        user=USER,
    )


@contextmanager
def wordpress_server(site: Site) -> Iterator[Server]:
    server = _Quiet(("127.0.0.1", 0), _handler(site))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    port = server.server_address[1]
    try:
        yield Server(
            record_of(port), port, lambda: dict(site.uploads), site.clear, misbehave=site.misbehaves.add
        )
    finally:
        server.shutdown()
        thread.join(5)
        server.server_close()
