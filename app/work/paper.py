"""Turns a report that was laid out as HTML into a PDF that can be read, printed and handed over."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import app
from app.errors import AppError, Trouble

SECONDS = 180.0
"""How long one document may take; a pack of 100 photos takes about 10 s (2 cores, November 2026)."""

_PDF = b"%PDF-"
_KEPT = ("HOME", "LANG", "LC_ALL", "LC_CTYPE", "SYSTEMROOT", "WINDIR", "XDG_CACHE_HOME", "FONTCONFIG_FILE")
"""What finding fonts needs of this process's surroundings."""


def pdf_of(html: str, *, title: str) -> bytes:
    """The document as a PDF (A4, with `title` and the page's number at the foot of each page).

    `html` is what Qt's rich text knows: headings, paragraphs, lists, tables, and pictures as
    `data:image/jpeg;base64,…`; nothing else is fetched. Raises AppError(NOT_PRINTED).
    """
    heading = " ".join(title.split())
    try:
        done = subprocess.run(  # our own interpreter and our own module
            [sys.executable, "-P", "-s", "-m", "app.work.paper_process"],
            input=f"{heading}\n{html}".encode(errors="replace"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a complaint about a font may quote what it could not draw
            cwd=os.sep,
            env=_environment(),
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise AppError(Trouble.NOT_PRINTED, "too slow") from None
    except OSError:
        raise AppError(Trouble.NOT_PRINTED, "not started") from None
    if done.returncode or not done.stdout.startswith(_PDF):
        raise AppError(Trouble.NOT_PRINTED, f"status {done.returncode}")
    return done.stdout


def _environment() -> dict[str, str]:
    """Where the code lies, and where fonts are."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "PYTHONPATH": str(Path(app.__file__).resolve().parent.parent)}
