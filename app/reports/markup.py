"""Lays a report out as HTML, from which the PDF is printed; whatever people typed is shown, never obeyed."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from html import escape


def document(title: str, *parts: str) -> str:
    """A whole document: its title as the first heading, then the parts in their order."""
    return f"<html><head><title>{_text(title)}</title></head><body>{heading(title, 1)}{''.join(parts)}</body></html>"


def heading(words: str, level: int = 2) -> str:
    """A heading; 1 is the title's, 3 the smallest."""
    return f"<h{level}>{_text(words)}</h{level}>"


def paragraph(*sentences: str) -> str:
    """One paragraph of these sentences."""
    return f"<p>{' '.join(map(_text, sentences))}</p>"


def bullets(lines: Iterable[str]) -> str:
    """A list, one line for each."""
    return f"<ul>{''.join(f'<li>{_text(line)}</li>' for line in lines)}</ul>"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as wide as the page, whose headings come again on each page."""
    head = "".join(f"<th>{_text(column)}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f'<table width="100%" cellspacing="0"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def picture(jpeg: bytes, width: int, caption: str) -> str:
    """A picture `width` points wide (a page has 492) with its caption below."""
    content = base64.b64encode(jpeg).decode("ascii")
    pixels = round(width * 96 / 72)  # in HTML an inch has 96 of them, and 72 points
    return f'<p><img src="data:image/jpeg;base64,{content}" width="{pixels}"><br>{_text(caption)}</p>'


def _text(words: str) -> str:
    """The words as text; direction signs are kept, since names in Arabic and Hebrew may need them."""
    return escape(words, quote=True)
