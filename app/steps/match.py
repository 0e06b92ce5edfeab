"""Match: faces are compared with the templates of people who agreed to it; a suggestion, never a decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.services import Services
from consent.audit import Event
from consent.people import PersonId
from consent.publications import PhotoRecord
from consent.rules import biometric_allowed
from consent.sightings import Certainty, Sighting, What
from consent.stages import Stage
from vision.faces.compare import compare
from vision.findings import Analysis, Match, Template, Verdict

CERTAINTY = {
    Verdict.SUGGESTED: Certainty.SUGGESTED,
    Verdict.UNSURE: Certainty.UNSURE,
    Verdict.UNKNOWN: Certainty.UNKNOWN,
}

References = Mapping[str, Sequence[Template]]


def match(services: Services, record: PhotoRecord, analysis: Analysis, references: References) -> PhotoRecord:
    """Put candidates beside each face; without matching the faces stay unknown, and no template is kept."""
    sightings = record.sightings
    if references and analysis.templates:
        sightings = with_matches(sightings, compare(analysis.templates, references))
    with services.store.transaction():
        moved = services.store.ledger.move_photo(replace(record, sightings=sightings), Stage.MATCH)
        services.store.audit.append(Event("match", services.account.id, services.clock(), record.id))
    return moved


def references_for(services: Services) -> References:
    """The templates that may be used today: matching is on, and the person's biometric consent is live."""
    register = services.store.register
    if not register.policy().matching:
        return {}
    today = services.today()
    templates: dict[str, list[Template]] = {}
    for stored in register.templates():
        templates.setdefault(stored.person, []).append(stored.numbers)
    people = {person.id: person for person in register.people()}
    kept = [PersonId(person) for person in templates]
    given, told = register.permissions(kept), register.notices(kept)
    return {
        person: numbers
        for person, numbers in templates.items()
        if person in people and biometric_allowed(people[PersonId(person)], given, told, today=today)
    }


def with_matches(sightings: Sequence[Sighting], matches: Sequence[Match]) -> tuple[Sighting, ...]:
    """The sightings with each face's candidates; faces stand first, in the order of the matches."""
    faces = (matched for matched in matches)
    return tuple(
        _with_match(sighting, next(faces)) if sighting.what in {What.FACE, What.TINY_FACE} else sighting
        for sighting in sightings
    )


def _with_match(sighting: Sighting, found: Match) -> Sighting:
    if sighting.what is What.TINY_FACE:
        return sighting
    return replace(
        sighting,
        certainty=CERTAINTY[found.verdict],
        people=tuple(PersonId(candidate.person) for candidate in found.candidates),
        distances=tuple(candidate.distance for candidate in found.candidates),
    )
