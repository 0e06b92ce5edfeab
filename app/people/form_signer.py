"""Whoever signed the school's own form, where nobody says which carer it was."""

from __future__ import annotations

from consent.people import Carer

FORM_CARER = Carer("school-form", "", "carer")
"""One for each pupil, without a name, with parental responsibility: whoever may not sign the form does not."""


def is_form_signer(carer: Carer) -> bool:
    """Whether this is whoever signed the form, and nobody has named them."""
    return carer.id == FORM_CARER.id and not carer.name
