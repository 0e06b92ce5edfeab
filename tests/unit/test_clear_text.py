"""The search for words in clear finds each form in which they may have been written."""

from __future__ import annotations

import base64
import json
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest

from tests import clear_text
from tests.clear_text import OVERLAP, found_below, found_in_bytes, found_in_file

WORD = "Zoë-Canária Ólafsdóttir"
COMPOSED, APART = WORD.encode(), unicodedata.normalize("NFD", WORD).encode()


@pytest.mark.parametrize(
    "written",
    [
        COMPOSED,
        APART,
        WORD.encode("utf-16"),
        WORD.encode("utf-16-be"),
        json.dumps({"name": WORD}).encode(),
        f"https://x/?q={quote(WORD)}".encode(),
        COMPOSED.hex().upper().encode(),
        *(base64.b64encode(b"?" * before + COMPOSED + b"!") for before in range(4)),
        *(base64.urlsafe_b64encode(b"?" * before + APART + b"!") for before in range(4)),
        *(base64.b64encode(b"?" * before + WORD.encode("utf-16-le") + b"!") for before in range(4)),
    ],
)
def test_every_form_of_a_word_is_found(written: bytes) -> None:
    assert found_in_bytes(b"\x00\xff" + written + b"\xfe", [WORD])
    assert not found_in_bytes(b"\x00\xff" + bytes(len(written)), [WORD])


def test_a_word_across_two_pieces_of_a_file_and_in_a_files_name_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clear_text, "PIECE", 2 * OVERLAP)
    (tmp_path / "file").write_bytes(bytes(2 * OVERLAP - 5) + COMPOSED)
    assert found_in_file(tmp_path / "file", [WORD]) == [COMPOSED.lower()]
    (tmp_path / WORD).touch()
    assert {name for name, _ in found_below(tmp_path, [WORD])} == {"file", WORD}
