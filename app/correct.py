"""What a person of the office may correct in a photo: each correction gives new sightings, so undo is free."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable
from dataclasses import replace

from consent.errors import Code, ConsentError
from consent.people import PersonId
from consent.sightings import Because, Certainty, Mark, Origin, RegionId, Sighting, What

Sightings = tuple[Sighting, ...]
Outline = tuple[tuple[float, float], ...]
BoxF = tuple[float, float, float, float]

PEOPLE = frozenset({What.FACE, What.TINY_FACE, What.PERSON})
"""What stands for a person, who can be named."""

NAMES = frozenset({What.ROLL_NAME, What.LIKELY_NAME})


def confirm(sightings: Sightings, region: RegionId, person: PersonId) -> Sightings:
    """This region is this person (or this person's name). One person has one face in a photo."""
    target = find(sightings, region)
    if target.what not in PEOPLE | NAMES:
        raise ConsentError(Code.INVALID, "only a person or a name can be named")
    if target.what in PEOPLE:
        sightings = _release(sightings, person, besides=region)
    what = What.ROLL_NAME if target.what in NAMES else target.what
    return _put(
        sightings,
        replace(
            target,
            what=what,
            certainty=Certainty.CONFIRMED,
            people=(person,),
            distances=(),
            rejected=tuple(other for other in target.rejected if other != person),
            mark=Mark.NONE if target.mark is Mark.DISMISSED else target.mark,
            because=Because.NONE,
        ),
    )


def not_this_person(sightings: Sightings, region: RegionId, person: PersonId) -> Sightings:
    """Not this one: the next candidate comes forward, and the answer is remembered."""
    target = find(sightings, region)
    kept = [
        (who, distance)
        for who, distance in zip(target.people, _distances(target), strict=True)
        if who != person
    ]
    return _put(
        sightings,
        replace(
            target,
            certainty=Certainty.UNSURE if kept else Certainty.UNKNOWN,
            people=tuple(who for who, _ in kept),
            distances=tuple(distance for _, distance in kept) if target.distances else (),
            rejected=(*target.rejected, person) if person not in target.rejected else target.rejected,
        ),
    )


def not_listed(sightings: Sightings, region: RegionId) -> Sightings:
    """No one on the register."""
    target = find(sightings, region)
    rejected = (*target.rejected, *(who for who in target.people if who not in target.rejected))
    return _put(
        sightings,
        replace(target, certainty=Certainty.NOT_LISTED, people=(), distances=(), rejected=rejected),
    )


def dismiss(sightings: Sightings, region: RegionId, because: Because = Because.NOTHING_THERE) -> Sightings:
    """There is no face, name or crest here: the finder was wrong. What was covered is seen from now on."""
    target = find(sightings, region)
    if target.what is What.AREA:
        raise ConsentError(Code.INVALID, "a drawn area is removed, not dismissed")
    if because is Because.NONE:
        raise ConsentError(Code.INVALID, "a rule is not set aside without a reason")
    return _put(
        sightings,
        replace(
            target,
            mark=Mark.DISMISSED,
            certainty=Certainty.UNKNOWN,
            people=(),
            distances=(),
            because=because,
        ),
    )


def reasons_for(what: What) -> tuple[Because, ...]:
    """What may be said against a finding of this kind, the likeliest first."""
    if what in PEOPLE:
        return (Because.NOTHING_THERE, Because.NOT_A_PERSON)
    if what in {What.CREST, What.UNIFORM_COLOUR}:
        return (Because.NOTHING_THERE,)
    return (Because.NOT_PERSONAL, Because.NOTHING_THERE)


def cover(sightings: Sightings, region: RegionId) -> Sightings:
    """Cover this, whatever the rules allow."""
    return _put(sightings, replace(find(sightings, region), mark=Mark.COVER, because=Because.NONE))


def uncover(sightings: Sightings, region: RegionId) -> Sightings:
    """Take back what a person decided by hand; the rules decide again."""
    return _put(sightings, replace(find(sightings, region), mark=Mark.NONE, because=Because.NONE))


def same_person(
    sightings: Sightings, person: PersonId, certainties: Collection[Certainty] = (Certainty.SUGGESTED,)
) -> RegionId | None:
    """The region of a photo that the comparison takes for this person, if no one there is confirmed as them.

    With Certainty.UNSURE among `certainties`, also one for which several come into question.
    """
    people = [sighting for sighting in sightings if sighting.what in PEOPLE]
    if any(one.certainty is Certainty.CONFIRMED and one.people == (person,) for one in people):
        return None
    likely = [
        one
        for one in people
        if one.certainty in certainties and person in one.people[:2] and person not in one.rejected
    ]
    likely.sort(key=lambda one: (one.certainty is not Certainty.SUGGESTED, one.people.index(person)))
    return likely[0].region if likely else None


def same_stranger(sightings: Sightings, taken_for: Collection[PersonId]) -> RegionId | None:
    """The region of a photo that the comparison takes for the same people as a stranger in another photo.

    By nothing else can one be told: of a stranger no template is kept.

    One that is unsure comes before one that is suggested: that may well be the person of the register.
    """
    likely = [
        one
        for one in sightings
        if one.what in PEOPLE
        and one.certainty in {Certainty.UNSURE, Certainty.SUGGESTED}
        and any(person in taken_for for person in one.people[:1])
    ]
    likely.sort(key=lambda one: one.certainty is Certainty.SUGGESTED)
    return likely[0].region if likely else None


def add(sightings: Sightings, what: What, outline: Outline) -> Sightings:
    """A region that the finders missed, drawn by hand; it is covered until someone is named."""
    region = Sighting(
        region=RegionId(f"hand-{secrets.token_hex(6)}"),
        what=what,
        box=box_of(outline),
        outline=outline,
        origin=Origin.BY_HAND,
        found_by="hand",
    )
    return (*sightings, region)


def remove(sightings: Sightings, region: RegionId) -> Sightings:
    """Take away a region that was drawn by hand; a finder's region is dismissed instead, and stays known."""
    if find(sightings, region).origin is Origin.FOUND:
        return dismiss(sightings, region)
    return tuple(sighting for sighting in sightings if sighting.region != region)


def reshape(sightings: Sightings, region: RegionId, box: BoxF) -> Sightings:
    """Move or resize a region to `box` (x1, y1, x2, y2 in upright full-size pixels); its outline goes with it.

    So a head stays covered with hair and chin, and a shape drawn freely keeps its form.
    """
    target = find(sightings, region)
    corners = ((box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3]))
    outline = tuple(_moved(point, target.box, box) for point in target.outline)
    return _put(sightings, replace(target, outline=outline or corners, box=box_of(corners)))


def hide_everyone_but(sightings: Sightings, keep: Collection[RegionId]) -> Sightings:
    """Cover every person apart from these; for those the rules decide, also where they were covered by hand."""
    return tuple(
        replace(sighting, mark=Mark.NONE if sighting.region in keep else Mark.COVER)
        if sighting.what in PEOPLE and sighting.mark is not Mark.DISMISSED
        else sighting
        for sighting in sightings
    )


def travel(now: Sightings, left: Sightings, wanted: Sightings) -> Sightings:
    """A correction taken back, or done again: `wanted` where the photo is as it was `left`.

    What came since, from a colleague or from the second look, stays as it is: no cover goes with another's undo.
    """
    if now == left:
        return wanted
    then, to = ({one.region: one for one in each} for each in (left, wanted))
    here = {one.region for one in now}
    moved = [to.get(one.region) if one == then.get(one.region) else one for one in now]
    back = (one for one in wanted if one.region not in here and one.region not in then)
    mixed = (*(one for one in moved if one is not None), *back)
    for one in now:
        if one in mixed and one.what in PEOPLE and one.certainty is Certainty.CONFIRMED:
            mixed = _release(mixed, one.people[0], besides=one.region)
    return mixed


def find(sightings: Iterable[Sighting], region: RegionId) -> Sighting:
    """The sighting of this region; ConsentError(INVALID) where there is none."""
    for sighting in sightings:
        if sighting.region == region:
            return sighting
    raise ConsentError(Code.INVALID, "no such region")


def box_of(outline: Outline) -> tuple[int, int, int, int]:
    """The smallest whole-pixel box around an outline of three or more corners."""
    if len(outline) < 3:
        raise ConsentError(Code.INVALID, "an outline has three or more corners")
    xs = [x for x, _ in outline]
    ys = [y for _, y in outline]
    box = (int(min(xs) // 1), int(min(ys) // 1), int(-(-max(xs) // 1)), int(-(-max(ys) // 1)))
    if box[2] - box[0] < 2 or box[3] - box[1] < 2:
        raise ConsentError(Code.INVALID, "a region has two pixels or more on each side")
    return box


def _moved(point: tuple[float, float], old: BoxF, new: BoxF) -> tuple[float, float]:
    """Where a point that belongs to the box `old` lies when that becomes `new`."""
    x, y = point
    across = (new[2] - new[0]) / max(1e-9, old[2] - old[0])
    down = (new[3] - new[1]) / max(1e-9, old[3] - old[1])
    return new[0] + (x - old[0]) * across, new[1] + (y - old[1]) * down


def _release(sightings: Sightings, person: PersonId, *, besides: RegionId) -> Sightings:
    """Whoever else was confirmed as this person is unsure again: nobody stands in a photo twice."""
    return tuple(
        replace(sighting, certainty=Certainty.UNSURE)
        if sighting.what in PEOPLE
        and sighting.region != besides
        and sighting.people[:1] == (person,)
        and sighting.certainty in {Certainty.CONFIRMED, Certainty.SUGGESTED}
        else sighting
        for sighting in sightings
    )


def _distances(sighting: Sighting) -> tuple[float, ...]:
    return sighting.distances or (0.0,) * len(sighting.people)


def _put(sightings: Sightings, changed: Sighting) -> Sightings:
    return tuple(changed if sighting.region == changed.region else sighting for sighting in sightings)
