"""Who is in a photo for certain, who may be, and who of them may be seen together on one platform."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consent.decisions import Why
from consent.facts import Facts
from consent.people import PersonId
from consent.permissions import Kind
from consent.platforms import Platform
from consent.sightings import Certainty, Mark, Origin, Sighting, What

_SHOWABLE = frozenset({What.FACE, What.PERSON})
_SOMEONE = frozenset({What.FACE, What.PERSON, What.TINY_FACE, What.AREA})
_TEXTS = frozenset({What.ROLL_NAME, What.OTHER_TEXT, What.SCHOOL, What.LIKELY_NAME})


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everyone who is certainly in the photo, and whether there are enough for a `group` permission."""

    facts: Facts
    platform: Platform
    enough: bool  # as things stand
    enough_if_confirmed: bool  # at best, when every open face gets a name

    def why(self, person: PersonId) -> Why:
        """GRANTED where this person may be seen, else what is missing."""
        photo = self.facts.standing(person, self.platform.id, Kind.PHOTO)
        if photo.allowed and (self.enough or not self.platform.group_only):
            return Why.GRANTED
        group = self.facts.standing(person, self.platform.id, Kind.GROUP)
        if photo.allowed or group.allowed:
            return Why.GRANTED if self.enough else Why.GROUP_TOO_SMALL
        return group.why if photo.why is Why.NO_RECORD else photo.why

    def might_show(self, person: PersonId) -> bool:
        """Whether this person could be seen if every open question were answered well."""
        if person in self.facts.never_publish:
            return False
        at_best = Crowd(self.facts, self.platform, enough=self.enough_if_confirmed, enough_if_confirmed=True)
        return at_best.why(person) is Why.GRANTED


def gather(sightings: Sequence[Sighting], facts: Facts, platform: Platform) -> Crowd:
    """Count who would be visible.

    Everyone with a `photo` or `group` permission counts, because all `group` permissions ask for the same
    number: either all of them hold together, or none does. A further no only makes the count smaller, so
    it can only hide more.
    """
    sure: set[PersonId] = set()
    open_regions = 0
    possible: set[PersonId] = set()
    for sighting in sightings:
        if sighting.what not in _SHOWABLE or sighting.mark is not Mark.NONE or forbidden(sighting, facts):
            continue
        person = sure_of(sighting, facts)
        if person is not None:
            if _has_yes(person, facts, platform):
                sure.add(person)
            continue
        willing = {facts.kept(one) for one in _answerable(sighting) if _has_yes(one, facts, platform)}
        open_regions += bool(willing)
        possible |= willing
    needed = facts.policy.group_size
    at_best = len(sure) + min(open_regions, len(possible - sure))
    return Crowd(facts, platform, enough=len(sure) >= needed, enough_if_confirmed=at_best >= needed)


def _has_yes(person: PersonId, facts: Facts, platform: Platform) -> bool:
    return person not in facts.never_publish and any(
        facts.standing(person, platform.id, kind).allowed for kind in (Kind.PHOTO, Kind.GROUP)
    )


def _answerable(sighting: Sighting) -> tuple[PersonId, ...]:
    """The candidates among whom a person can still choose."""
    if sighting.certainty in {Certainty.SUGGESTED, Certainty.UNSURE, Certainty.CONFIRMED}:
        return candidates(sighting)
    return ()


def candidates(sighting: Sighting) -> tuple[PersonId, ...]:
    """Who comes into question, likeliest first, without those of whom staff said "not this one"."""
    return tuple(person for person in sighting.people if person not in sighting.rejected)


def sure_of(sighting: Sighting, facts: Facts) -> PersonId | None:
    """The one person who is certain enough to be shown, or None.

    Confirmed by staff; or, where the school allows it, a single suggestion within the policy's distance
    with no one else as near and no one marked among the candidates.
    """
    named = candidates(sighting)
    match sighting.certainty:
        case Certainty.CONFIRMED:
            return facts.kept(named[0]) if len(named) == 1 and sighting.people == named else None
        case Certainty.SUGGESTED:
            return _confirmed_by_distance(sighting, facts)
        case _:
            return None


def _confirmed_by_distance(sighting: Sighting, facts: Facts) -> PersonId | None:
    limit = facts.policy.auto_confirm_distance
    if limit is None or len(sighting.distances) != len(sighting.people):
        return None
    if not facts.never_publish.isdisjoint(sighting.people):
        return None
    near = [
        one for one, distance in zip(sighting.people, sighting.distances, strict=True) if distance <= limit
    ]
    named = candidates(sighting)
    if len(near) != 1 or named[:1] != tuple(near):
        return None
    # "not this one" was said of a person, under whatever id they stood then
    person = facts.kept(near[0])
    return None if person in {facts.kept(one) for one in sighting.rejected} else person


def forbidden(sighting: Sighting, facts: Facts) -> bool:
    """Whether someone marked "never publish" is known to be here.

    Confirmed, or suggested as the likeliest, in the picture; or the only one whom a text can name.
    """
    if sighting.certainty is Certainty.CONFIRMED:
        return not facts.never_publish.isdisjoint(sighting.people)
    named = candidates(sighting)
    if not named or named[0] not in facts.never_publish:
        return False
    if sighting.what in _TEXTS:
        return len(named) == 1
    return sighting.what in _SOMEONE and sighting.certainty is Certainty.SUGGESTED


def is_dismissed(sighting: Sighting) -> bool:
    """Whether "there is nothing here" counts.

    Only against a machine that found something; not for what a person drew, and not where a person is
    confirmed to be, which contradicts it.
    """
    return (
        sighting.mark is Mark.DISMISSED
        and sighting.origin is Origin.FOUND
        and sighting.what is not What.AREA
        and sighting.certainty is not Certainty.CONFIRMED
    )
