"""Analyse: what is in the photo, found by the vision process and kept as regions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.services import Services
from consent.audit import Event
from consent.people import Person, PersonId
from consent.publications import PhotoId, PhotoRecord
from consent.sightings import RegionId, Sighting, What
from consent.stages import Stage
from vision.errors import VisionError
from vision.findings import Analysis, Cue, FaceFinding, TextFinding, TextKind, UniformFinding, Wanted
from vision.hide.outline import head_outline, text_outline

TEXTS = {
    TextKind.ROLL_NAME: What.ROLL_NAME,
    TextKind.LIKELY_NAME: What.LIKELY_NAME,
    TextKind.CONTACT: What.CONTACT,
    TextKind.PLATE: What.PLATE,
    TextKind.CODE: What.CODE,
    TextKind.SCHOOL: What.SCHOOL,
    TextKind.OTHER: What.OTHER_TEXT,
}
UNIFORMS = {Cue.CREST: What.CREST, Cue.COLOUR: What.UNIFORM_COLOUR, Cue.NAME: What.UNIFORM_NAME}


def analyse(services: Services, photo: PhotoId, wanted: Wanted) -> tuple[PhotoRecord, Analysis | None]:
    """Look at one photo and keep what was found; None where the photo is refused, with its trouble kept.

    It is looked at again where one of its platforms was set to a larger size meanwhile: nothing goes out larger than
    it was looked at, and from here on `app.school.platforms` sees to that.
    """
    record = services.store.ledger.photo(photo)
    untrusted, batch = services.vault.get(photo), services.store.ledger.batch(record.batch)
    while True:
        side = side_for(services, batch.platforms)
        try:
            analysis = services.vision.analyse(untrusted, replace(wanted, published_side=side))
        except VisionError as error:
            return _refuse(services, record, error.code.value), None
        found = _with_findings(services, record, analysis)
        with services.store.transaction():
            if not _has_outgrown(analysis, side_for(services, batch.platforms), side):
                moved = services.store.ledger.move_photo(found, Stage.ANALYSE)
                services.store.audit.append(Event("analyse", services.account.id, services.clock(), photo))
                return moved, analysis


def _with_findings(services: Services, record: PhotoRecord, analysis: Analysis) -> PhotoRecord:
    # most photos name no one: the whole register is read only for those that do
    named = any(text.people for text in analysis.texts)
    ids = ids_by_name(services.store.register.people()) if named else {}
    return replace(
        record,
        width=analysis.width,
        height=analysis.height,
        sightings=sightings_of(analysis, ids),
        trouble="",
        camera=analysis.camera,
    )


def _has_outgrown(analysis: Analysis, side: int, looked_at: int) -> bool:
    """Whether the photo would go out larger than it was looked at; 0 is its own size."""
    longest = max(analysis.width, analysis.height)
    return min(side or longest, longest) > min(looked_at or longest, longest)


def wanted_for(services: Services, platforms: Sequence[str]) -> Wanted:
    """What to look for in photos that are meant for these platforms."""
    register = services.store.register
    policy = register.policy()
    return Wanted(
        published_side=side_for(services, platforms),
        names=tuple(ids_by_name(register.people())),
        school_names=policy.school_names,
        crests=policy.crests,
        uniform_colours=policy.uniform_colours,
        templates=policy.matching,
    )


def side_for(services: Services, platforms: Sequence[str]) -> int:
    """The longest side in which a photo may go out to one of these platforms, in pixels; 0 is its own size."""
    sides = [one.longest_side for one in services.store.register.platforms() if one.id in platforms]
    return 0 if 0 in sides else max(sides, default=Wanted().published_side)


def ids_by_name(people: Iterable[Person]) -> dict[str, tuple[PersonId, ...]]:
    """Who is meant by each name of the roll; several where a name is shared."""
    ids: dict[str, tuple[PersonId, ...]] = {}
    for person in people:
        for name in dict.fromkeys((person.legal_name, person.known_as)):
            if name:
                ids[name] = (*ids.get(name, ()), person.id)
    return ids


def sightings_of(analysis: Analysis, ids: dict[str, tuple[PersonId, ...]]) -> tuple[Sighting, ...]:
    """The findings as regions, faces first and in the order of the analysis (its templates stand beside)."""
    return (
        *(_face(number, face) for number, face in enumerate(analysis.faces)),
        *(_text(number, text, ids) for number, text in enumerate(analysis.texts)),
        *(_uniform(number, uniform) for number, uniform in enumerate(analysis.uniforms)),
    )


def _face(number: int, face: FaceFinding) -> Sighting:
    return Sighting(
        region=RegionId(f"face-{number}"),
        what=What.TINY_FACE if face.tiny else What.FACE,
        box=(face.box.x1, face.box.y1, face.box.x2, face.box.y2),
        outline=head_outline(face),
        score=face.score,
        found_by=face.found_by,
    )


def _text(number: int, text: TextFinding, ids: dict[str, tuple[PersonId, ...]]) -> Sighting:
    box = text.box
    return Sighting(
        region=RegionId(f"text-{number}"),
        what=TEXTS[text.kind],
        box=(box.x1, box.y1, box.x2, box.y2),
        outline=text_outline(text.quad),
        people=tuple(dict.fromkeys(person for name in text.people for person in ids.get(name, ()))),
        text=text.text,
        score=text.score,
        found_by=text.found_by,
    )


def _uniform(number: int, uniform: UniformFinding) -> Sighting:
    box = uniform.box
    return Sighting(
        region=RegionId(f"uniform-{number}"),
        what=UNIFORMS[uniform.cue],
        box=(box.x1, box.y1, box.x2, box.y2),
        text=uniform.which,
        score=uniform.score,
        found_by=uniform.found_by,
    )


def _refuse(services: Services, record: PhotoRecord, trouble: str) -> PhotoRecord:
    with services.store.transaction():
        moved = services.store.ledger.move_photo(replace(record, trouble=trouble), Stage.REFUSED)
        services.store.audit.append(
            Event("analyse.refused", services.account.id, services.clock(), record.id, trouble)
        )
    return moved
