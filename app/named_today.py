"""Reads a photo's writing against today's register: someone may have joined since the photo was looked at."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from app.captions import Register, roll_of
from consent.facts import Facts
from consent.people import PersonId
from consent.sightings import Certainty, Mark, RegionId, Sighting, What
from vision.text.naming import each_named
from vision.text.school import names_school, without_school

_WRITTEN = frozenset({What.OTHER_TEXT, What.SCHOOL, What.ROLL_NAME})
"""Writing that may be seen, or whose owners may let it be seen; all other is covered whoever it names."""


def named_today(sightings: tuple[Sighting, ...], facts: Facts) -> tuple[Sighting, ...]:
    """The same regions; and a new one, covered until it may be seen, for each name that no region stood for.

    A name that several bear now may mean each of them, also where it meant one alone before. What staff said of a
    line stays said. Asked again, it adds nothing.
    """
    register = roll_of(facts)
    read: list[Sighting] = []
    done: set[tuple[object, str]] = set()
    for one in sightings:
        # several regions may stand for one line: one for each name, and what each of two readers read
        beside = [each for each in sightings if each.outline == one.outline and each.what in _WRITTEN]
        if one not in beside or one.mark is Mark.DISMISSED:
            read.append(one)
            continue
        names = _names(one.text, register, facts.policy.school_names)
        read.append(_with_namesakes(one, names))
        known = {who for each in beside for who in (*each.people, *each.rejected)}
        said = any(each.mark is Mark.DISMISSED for each in beside)
        if not said and (one.outline, one.text) not in done:
            read += [_name(one, people) for people in names if known.isdisjoint(people)]
        done.add((one.outline, one.text))
    return tuple(read)


def _names(text: str, register: Register, schools: Sequence[str]) -> list[tuple[PersonId, ...]]:
    """Who may be meant by each name in the line."""
    roll, ids = register
    told = without_school(text, schools) if names_school(text, schools) else text
    return [
        tuple(dict.fromkeys(who for name in group for who in ids[name])) for group in each_named(told, roll)
    ]


def _with_namesakes(one: Sighting, names: list[tuple[PersonId, ...]]) -> Sighting:
    if one.what is not What.ROLL_NAME or one.certainty is not Certainty.UNKNOWN:
        return one
    alike = (people for people in names if not set(people).isdisjoint(one.people))
    return replace(
        one, people=tuple(dict.fromkeys((*one.people, *(who for people in alike for who in people))))
    )


def _name(line: Sighting, people: tuple[PersonId, ...]) -> Sighting:
    """Whom the line names, as an open question of its own in the same place."""
    mark = hashlib.sha256("|".join(people).encode()).hexdigest()[:8]
    return Sighting(
        RegionId(f"{line.region}-{mark}"),
        What.ROLL_NAME,
        line.box,
        line.outline,
        people=people,
        text=line.text,
        score=line.score,
        found_by=line.found_by,
    )
