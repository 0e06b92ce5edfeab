"""Words that must never lie on a disk in clear, in every form in which a program or a file system may write them."""

from __future__ import annotations

import base64
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

PIECE = 16 * 1024 * 1024
OVERLAP = 4096
SHORTEST = 8
_EMPTY = re.compile(rb"\0{64,}(?=\0{8})")
"""Most of a database or a disk: no form holds so many noughts, and looking through them is what takes time."""


def forms(words: Iterable[str]) -> Sequence[bytes]:
    """Each word however it may be spelt, as UTF-8 and UTF-16 of both orders, and these in hex and base 64; lower case."""
    found: set[bytes] = set()
    for word in words:
        for spelt in _spellings(word):
            for plain in (spelt.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")):
                found |= {plain.lower(), plain.hex().encode(), *_in_base_64(plain)}
    return sorted(found)


def _spellings(word: str) -> set[str]:
    """With accents composed and apart, escaped as in JSON, and as in an address."""
    apart = unicodedata.normalize("NFD", word)
    return {unicodedata.normalize("NFC", word), apart, json.dumps(word)[1:-1], quote(word), quote(apart)}


def _in_base_64(plain: bytes) -> Iterator[bytes]:
    """The part of each base 64 text that does not depend on what stands around it, in both alphabets."""
    for shift in range(3):
        for coded in (base64.b64encode, base64.urlsafe_b64encode):
            sure = coded(b"x" * shift + plain)[4:-4]
            if len(sure) >= SHORTEST:  # shorter ones would be found by chance
                yield sure.lower()


def found_in_bytes(content: bytes, words: Iterable[str]) -> list[bytes]:
    """Which forms lie in the content, whatever the case of letters."""
    small = _EMPTY.sub(b"", content).lower()
    return [form for form in forms(words) if form in small]


def found_in_file(path: Path, words: Iterable[str]) -> list[bytes]:
    """The same for a file of any size, such as the image of a disk."""
    words, found, tail = list(words), set[bytes](), b""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            found.update(found_in_bytes(tail + piece, words))
            tail = piece[-OVERLAP:]
    return sorted(found)


def found_below(folder: Path, words: Iterable[str]) -> list[tuple[str, bytes]]:
    """Each file below the folder that holds one, and names of files that do."""
    words = list(words)
    return [
        (path.name, form)
        for path in sorted(folder.rglob("*"))
        for form in (
            *found_in_bytes(str(path.relative_to(folder)).encode("utf-8", "surrogateescape"), words),
            *(found_in_file(path, words) if path.is_file() else ()),
        )
    ]
