"""What the columns of the school's roll mean, said once and kept in the store."""

from __future__ import annotations

from collections.abc import Sequence

from app.people.mapping import (
    Mapping,
    check_mapping,
    check_platforms,
    headings,
    mapping_text,
    read_mapping,
)
from app.people.refusals import MappingRefusedError
from app.people.spoken import heading
from app.services import Services
from consent.accounts import Act

USUAL = "pupils"
"""The mapping that is meant where none is named."""


def kept(services: Services) -> dict[str, Mapping]:
    """Every mapping that the school keeps, by its name. Raises MappingRefusedError for one that is read no more."""
    services.require(Act.KEEP_REGISTER)
    documents = services.store.register.roll_mappings()
    return {name: read_mapping(document.encode()) for name, document in documents.items()}


def fitting(services: Services, found: Sequence[str]) -> dict[str, Mapping]:
    """Those of which every column is among the headings `found`, by name; one that is read no more is passed over."""
    services.require(Act.KEEP_REGISTER)
    here = {heading(text) for text in found}
    fits: dict[str, Mapping] = {}
    for name, document in sorted(services.store.register.roll_mappings().items()):
        try:
            mapping = read_mapping(document.encode())
        except MappingRefusedError:
            continue
        if here.issuperset(heading(text) for text in headings(mapping)):
            fits[name] = mapping
    return fits


def keep(services: Services, name: str, mapping: Mapping) -> None:
    """Keep a mapping under a name, in place of the one before.

    Each platform must be written out in it, and be one of the school's: a tick that the school's system has only
    once becomes a permission for several platforms only where the school says so here. Raises MappingRefusedError.
    """
    services.require(Act.KEEP_REGISTER)
    check_mapping(mapping)
    register = services.store.register
    check_platforms(mapping, frozenset(platform.id for platform in register.platforms()))
    with services.store.transaction():
        register.put_roll_mapping(name, mapping_text(mapping))
        services.note("roll_mapping.kept", detail=f"consents={len(mapping.consents)}")
