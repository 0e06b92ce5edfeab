"""Proposes what the columns of a school's spreadsheet mean, from their headings; a person looks and corrects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.people.spoken import heading

KNOWN: Mapping[str, tuple[str, ...]] = {
    "school_id": (
        "school id",
        "upn",
        "adno",
        "admission number",
        "admission no",
        "pupil id",
        "staff id",
        "id",
    ),
    "legal_name": ("legal name", "full name", "name", "pupil name", "pupil"),
    "forename": ("legal forename", "forename", "first name", "given name"),
    "surname": ("legal surname", "surname", "last name", "family name"),
    "known_as": ("preferred forename", "preferred name", "known as", "chosen name"),
    "class_name": ("reg group", "registration group", "reg", "class", "form", "tutor group"),
    "year": ("year group", "year", "nc year", "national curriculum year"),
}
"""How records systems of schools in the United Kingdom call these columns (SIMS, Arbor, Bromcom; November 2026)."""


def proposed(headings: Sequence[str]) -> dict[str, str]:
    """A heading for each field of `app.people.mapping.Columns`; "" where none is known."""
    compared = {heading(text): text for text in headings if text}
    return {
        field: next((compared[name] for name in names if name in compared), "")
        for field, names in KNOWN.items()
    }
