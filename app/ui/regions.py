"""From what is known of a region to what the screen says about it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.count import counted
from app.ui.marked import QT_TRANSLATE_NOOP
from app.ui.why import KINDS, reason, short_reason
from app.ui.why import words as why_words
from app.ui.widgets.marks import Mark, mark_of
from app.ui.widgets.region_mark import RegionMark
from consent.decisions import Decision, HeadCount, Outcome, PhotoDecision, Why
from consent.people import Person, PersonId
from consent.sightings import SECOND_LOOK, Certainty, Origin, RegionId, Sighting, What

if TYPE_CHECKING:
    from app.steps.decide import PhotoView

PEOPLE = frozenset({What.FACE, What.TINY_FACE, What.PERSON})

QUIET = frozenset({Why.HARMLESS, Why.TOO_SMALL, Why.DISMISSED})
"""Reasons that need no one's attention."""


def words(text: str) -> str:
    """One of the marked texts, in the language in force."""
    return QCoreApplication.translate("regions", text)


def decision_on(view: PhotoView, platform: int) -> PhotoDecision | None:
    """The decision for the platform in this place of the batch's list."""
    return view.decisions[platform] if 0 <= platform < len(view.decisions) else None


def regions_of(
    view: PhotoView, decision: PhotoDecision, platform: str, *, people: Mapping[PersonId, Person]
) -> tuple[RegionMark, ...]:
    """The regions of a photo as one platform (by name) sees them, in the order of the photo."""
    by_region = {one.region: one for one in decision.decisions}
    waits = open_regions(view)
    return tuple(
        _mark(sighting, by_region[sighting.region], platform, people=people, waits=sighting.region in waits)
        for sighting in view.record.sightings
        if sighting.region in by_region
    )


def open_regions(view: PhotoView) -> tuple[str, ...]:
    """The regions that wait for a person, on whichever platform."""
    waits = {one.region for decision in view.decisions for one in decision.decisions if one.open}
    return tuple(sighting.region for sighting in view.record.sightings if sighting.region in waits)


def nearest_region(view: PhotoView, regions: Sequence[str], place: tuple[float, float]) -> str:
    """Of these regions the one whose middle is nearest to a place of the photo."""
    boxes = {sighting.region: sighting.box for sighting in view.record.sightings}

    def distance(region: str) -> float:
        x1, y1, x2, y2 = boxes[RegionId(region)]
        return math.hypot(x1 + x2 - 2 * place[0], y1 + y2 - 2 * place[1])

    return min(regions, key=distance)


def name_of(person: PersonId, people: Mapping[PersonId, Person]) -> str:
    """The name that staff use, or a word for someone who is no longer on the register."""
    found = people.get(person)
    return found.shown_name if found is not None else words(QT_TRANSLATE_NOOP("regions", "someone"))


def full_name(person: Person) -> str:
    """The known name with the class, to tell two of one name apart."""
    return f"{person.shown_name} ({person.class_name})" if person.class_name else person.shown_name


def title_of(sighting: Sighting, people: Mapping[PersonId, Person]) -> str:
    """Who or what it is, in few words."""
    if sighting.what in PEOPLE:
        return _who(sighting, people)
    kind = why_words(KINDS[sighting.what])
    if sighting.text and sighting.what not in {What.CREST, What.UNIFORM_COLOUR}:
        shown = " ".join(sighting.text.split())
        return f"{kind}: “{shown}”"
    return kind


def _who(sighting: Sighting, people: Mapping[PersonId, Person]) -> str:
    names = [name_of(person, people) for person in sighting.people[:2]]
    match sighting.certainty:
        case Certainty.CONFIRMED if names:
            return names[0]
        case Certainty.SUGGESTED if names:
            return words(QT_TRANSLATE_NOOP("regions", "{name}?")).format(name=names[0])
        case Certainty.UNSURE if len(names) == 2:
            text = QT_TRANSLATE_NOOP("regions", "Unsure: {first} or {second}?")
            return words(text).format(first=names[0], second=names[1])
        case Certainty.UNSURE if names:
            return words(QT_TRANSLATE_NOOP("regions", "Unsure: {name}?")).format(name=names[0])
        case Certainty.NOT_LISTED:
            return words(QT_TRANSLATE_NOOP("regions", "Not on the register"))
        case _:
            kind = why_words(KINDS[sighting.what])
            return words(QT_TRANSLATE_NOOP("regions", "{kind}, not known")).format(kind=kind)


def _mark(
    sighting: Sighting,
    decision: Decision,
    platform: str,
    *,
    people: Mapping[PersonId, Person],
    waits: bool,
) -> RegionMark:
    dismissed = decision.why is Why.DISMISSED
    mark = Mark.NONE if dismissed else mark_of(decision)
    if waits and mark is Mark.COVER:
        mark = Mark.UNSURE
    return RegionMark(
        region=sighting.region,
        box=sighting.box,
        outline=sighting.outline,
        mark=mark,
        title=title_of(sighting, people),
        reason=_reason(sighting, decision, platform),
        short=short_reason(decision.outcome, decision.why),
        quiet=decision.why in QUIET and decision.outcome is not Outcome.BLOCK,
        is_person=sighting.what in PEOPLE,
        drawn_by_hand=sighting.origin is Origin.BY_HAND,
    )


def _reason(sighting: Sighting, decision: Decision, platform: str) -> str:
    """What becomes of it and why; and that a finished copy showed it, where that is how it was found."""
    said = reason(decision.outcome, decision.why, platform)
    if sighting.found_by != SECOND_LOOK:
        return said
    seen = QT_TRANSLATE_NOOP("regions", "It was seen in a finished copy, which did not go out.")
    return f"{said} {words(seen)}"


def in_order(regions: Sequence[RegionMark]) -> tuple[RegionMark, ...]:
    """As the list shows them: what waits first, then people from left to right, then writing, then the rest."""
    return tuple(
        sorted(
            regions,
            key=lambda r: (
                r.mark is not Mark.UNSURE,
                r.quiet,
                not r.is_person,
                r.mark is not Mark.BLOCK,
                r.box,
            ),
        )
    )


def head_line(heads: HeadCount, waits: int) -> str:
    """Such as "6 people · 2 open · 4 named · 3 covered"; what is none is left out."""
    parts = (
        ("%n open", waits),
        ("%n named", heads.named),
        ("%n covered", heads.covered),
        ("%n not known", heads.unknown),
        ("%n tiny", heads.tiny),
        ("%n added by hand", heads.added_by_hand),
        ("%n removed by hand", heads.removed_by_hand),
    )
    people = counted("%n person(s)", heads.shown + heads.covered)
    return " · ".join((people, *(counted(text, number) for text, number in parts if number)))
