"""A report as a PDF: what it says can be read, what it shows is on the page, and nothing is fetched for it."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from app.errors import AppError, Trouble
from app.reports.markup import bullets, document, heading, paragraph, picture, table
from app.work.paper import pdf_of

RED = (200, 30, 30)


def pages_of(pdf: bytes) -> list[str]:
    book = pypdfium2.PdfDocument(pdf)
    return [book[number].get_textpage().get_text_range() for number in range(len(book))]


def drawn(pdf: bytes) -> np.ndarray:
    """The first page as it would be printed, at 72 pixels an inch."""
    return np.asarray(pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("RGB"))


def red_jpeg(side: int = 400) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (side, side), RED).save(written, "JPEG", quality=95)
    return written.getvalue()


def test_what_a_report_says_can_be_read_in_every_script_that_has_a_font() -> None:
    html = document(
        "Żółć & Søn", heading("Ἑλλάς"), paragraph("Іван.", "Zoë <b>O’Neill</b>"), bullets(["=1+1"])
    )
    (page,) = pages_of(pdf_of(html, title="Pack"))
    for words in ("Żółć & Søn", "Ἑλλάς", "Іван.", "Zoë <b>O’Neill</b>", "=1+1", "Pack · page 1 of 1"):
        assert words in page


def test_a_long_table_goes_over_pages_with_its_headings_and_loses_no_row() -> None:
    rows = [(f"row-{number}", "some words " * 12) for number in range(120)]
    pages = pages_of(pdf_of(document("Long", table(("Number", "Words"), rows)), title="Long"))
    assert len(pages) > 2
    assert all("Number" in page for page in pages)
    assert all(f"page {number} of {len(pages)}" in page for number, page in enumerate(pages, start=1))
    assert {row[0] for row in rows} <= set(" ".join(pages).split())


def test_a_picture_is_on_the_page_at_the_width_that_was_asked_for() -> None:
    page = drawn(pdf_of(document("Picture", picture(red_jpeg(), 216, "below")), title="Picture"))
    red = np.abs(page.astype(int) - RED).max(axis=2) < 12
    across = red.any(axis=0).sum()
    assert abs(across - 216) <= 3  # three inches


@pytest.mark.parametrize("address", ["file://{path}", "{path}", "qrc:/x.jpg", "data:image/jpeg;base64,%%%"])
def test_nothing_is_fetched_from_the_disk(address: str, tmp_path: Path) -> None:
    path = tmp_path / "red.jpg"
    path.write_bytes(red_jpeg())
    html = f'<p>x<img src="{address.format(path=path)}" width="300"></p>'
    page = drawn(pdf_of(html, title="t"))
    assert not (np.abs(page.astype(int) - RED).max(axis=2) < 40).any()


def test_a_title_of_several_lines_cannot_become_part_of_the_report() -> None:
    (page,) = pages_of(pdf_of("<p>all</p>", title="one\n<p>two</p>"))
    assert page.startswith("all")


def test_a_printer_that_cannot_start_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "none"))
    with pytest.raises(AppError) as raised:
        pdf_of("<p>x</p>", title="t")
    assert raised.value.code is Trouble.NOT_PRINTED
