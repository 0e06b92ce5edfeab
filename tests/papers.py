"""Small papers for tests, written by hand: a PDF of empty A4 pages."""

from __future__ import annotations


def a_pdf(pages: int = 1) -> bytes:
    """As many empty A4 pages as are asked for."""
    kids = " ".join(f"{number + 3} 0 R" for number in range(pages))
    parts = [
        "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
        f"2 0 obj\n<< /Type /Pages /Kids [{kids}] /Count {pages} >>\nendobj\n",
        *(
            f"{number + 3} 0 obj\n<< /Type /Page\n/Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n"
            for number in range(pages)
        ),
    ]
    body, places = "%PDF-1.4\n", []
    for part in parts:
        places.append(len(body))
        body += part
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        f"{body}xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{rows}"
        f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    ).encode()
