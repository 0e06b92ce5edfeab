"""The corpus from which the fuzzing grows: small files of every kind, made by our own code."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

from tests.pictures import a_file, a_jpeg, a_png_header, a_scene, exif, with_segment
from vision.image import Container


def make_corpus(folder: Path) -> None:
    """Write every seed as folder/target/name, each a few kilobytes at most."""
    for target, name, content in seeds():
        place = folder / target
        place.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)


def seeds() -> Iterator[tuple[str, str, bytes]]:
    """Target, name and bytes."""
    scene = a_scene(24, 16)
    for container in Container:
        yield "photo", container.name.lower(), a_file(container, scene)
    plain = a_jpeg(scene)
    turned = with_segment(plain, 0xE1, exif(6))
    for target in ("photo", "structure"):
        yield target, "progressive", a_jpeg(scene, progressive=1)
        yield target, "turned", turned
        yield target, "claims", a_png_header(30_000, 30_000)
    yield "structure", "jpeg", plain
    yield "structure", "png", a_file(Container.PNG, scene)
    yield "structure", "trailing", plain + b"trailing"
    yield from (("roll", name, content) for name, content in _rolls())
    yield (
        "settings",
        "all",
        b'seconds_per_photo = 20\nregister_url = "postgresql://u@h/d"\nlock_after_minutes = 3\n',
    )
    yield "settings", "wrong", b"lock_after_minutes = 99\nunknown = true\n"
    box = {
        "salt": "AAAA",
        "nonce": "AAAA",
        "sealed": "AAAA",
        "cost": {"memory_kib": 8, "passes": 1, "lanes": 1},
    }
    keys = {"store": "s", "name_salt": "AAAA", "recovery": box, "boxes": {"a1": box}, "names": {"t": "a1"}}
    yield (
        "key_file",
        "whole",
        json.dumps({**keys, "failures": {"a1": {"count": 2, "last": None}}, "format": 1}).encode(),
    )
    yield "key_file", "newer", json.dumps({**keys, "format": 99}).encode()
    yield "vault", "header", b"GREENLIGHT PHOTO\x01" + bytes(7 + 16)
    yield "vault", "longer", b"GREENLIGHT PHOTO\x01" + bytes(7) + bytes(200)


def _rolls() -> Iterator[tuple[str, bytes]]:
    rows = [
        ["Admission number", "Surname", "Forename", "Consent: website"],
        ["17", "Ólafsdóttir", "Zoë", "Yes"],
    ]
    for name, separator in (("comma", ","), ("semicolon", ";"), ("tab", "\t")):
        yield name, "\r\n".join(separator.join(row) for row in rows).encode()
    yield "utf16", "\r\n".join(",".join(row) for row in rows).encode("utf-16")
    yield "quoted", b'a,"b ""c"" \n d",=1+1\n'
    yield "old", b"\xd0\xcf\x11\xe0 no more read"
    book = Workbook()
    for row in rows:
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    yield "workbook", written.getvalue()
