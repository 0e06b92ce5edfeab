"""From decisions to covers: what is laid over a photo for one platform, and what its copy may then show."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.correct import NAMES, PEOPLE
from consent.decisions import Outcome, PhotoDecision
from consent.people import Person, PersonId
from consent.platforms import Platform, UniformRule
from consent.policy import Policy
from consent.publications import PhotoRecord
from consent.sightings import Mark, Sighting, What
from vision.boxes import Box, Point
from vision.copies import Cover, Crests, Expected, Output, Style, Watermark
from vision.image import Container, reduction

SOFT = frozenset({*PEOPLE, What.UNIFORM_COLOUR, What.AREA})
"""What is covered with the soft fill; writing, codes and crests get a solid cover."""

_SPARED = frozenset({What.UNIFORM_COLOUR, What.UNIFORM_NAME, What.AREA})
"""What a watermark may lie over where it is shown."""

FULL = 0.7
"""A shape that fills this share of its box counts as the box: an ellipse fills 0.79, a rounded head 0.9."""

BANDS = 8


def covers_for(record: PhotoRecord, decision: PhotoDecision) -> tuple[Cover, ...]:
    """The covers for every region that is not shown, in upright full-size pixels.

    A region of which the decision says nothing, because it was drawn since, is not shown.
    """
    shown = _shown(decision)
    return tuple(_cover(sighting, record) for sighting in record.sightings if sighting.region not in shown)


def output_for(platform: Platform, watermark: Watermark | None = None) -> Output:
    """How this platform's copies are written."""
    return Output(
        container=Container(platform.published_as.value),
        longest_side=platform.longest_side,
        quality=platform.quality,
        watermark=watermark,
    )


def watermark_for(
    record: PhotoRecord, decision: PhotoDecision, platform: Platform, *, owner: str
) -> Watermark | None:
    """The line that says whose picture it is, where the platform wants one; over no one, and over no cover.

    Where a uniform may be seen it may stand over that: a class in uniform fills every rim of its photo.
    """
    if not platform.watermark or not owner.strip():
        return None
    scale = published_scale(record, platform)
    shown = _shown(decision)
    taken = [
        scaled(_bounds(sighting, record), scale)
        for sighting in record.sightings
        if sighting.region not in shown or sighting.what not in _SPARED
    ]
    return Watermark(f"© {owner.strip()}", tuple(taken))


def _bounds(sighting: Sighting, record: PhotoRecord) -> tuple[int, int, int, int]:
    """The box around the whole cover that a region has or would have."""
    outline = _cover(sighting, record).outline
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    return math.floor(min(xs)), math.floor(min(ys)), math.ceil(max(xs)), math.ceil(max(ys))


def published_scale(record: PhotoRecord, platform: Platform) -> float:
    """Published pixels for each pixel of the photo; never more than 1, as nothing is enlarged.

    The largest photos are read at a part of their size, and are published no larger than that.
    """
    longest = max(record.width, record.height)
    reduced = reduction(record.width, record.height) or 1
    at_most = min(platform.longest_side or longest, -(-longest // reduced))
    return min(1.0, at_most / longest) if longest else 1.0


def with_small_faces(record: PhotoRecord, platform: Platform, policy: Policy) -> tuple[Sighting, ...]:
    """The regions as this platform's readers see them: faces below the school's limit are tiny ones there.

    Tiny faces are covered without asking, count towards no group, and are still known for "never publish".
    """
    if not policy.smallest_face:
        return record.sightings
    scale = published_scale(record, platform)
    return tuple(
        replace(one, what=What.TINY_FACE)
        if one.what is What.FACE and _shorter_side(one, scale) < policy.smallest_face
        else one
        for one in record.sightings
    )


def smallest_visible_face(record: PhotoRecord, decision: PhotoDecision, platform: Platform) -> int | None:
    """The shorter side, in published pixels, of the smallest face that stays visible; None where none does."""
    scale = published_scale(record, platform)
    shown = _shown(decision)
    faces = [one for one in record.sightings if one.what is What.FACE and one.region in shown]
    return min(
        (int(_shorter_side(one, scale)) for one in faces if one.mark is not Mark.DISMISSED), default=None
    )


def _shorter_side(sighting: Sighting, scale: float) -> float:
    x1, y1, x2, y2 = sighting.box
    return min(x2 - x1, y2 - y1) * scale


def expected_for(
    record: PhotoRecord,
    decision: PhotoDecision,
    *,
    platform: Platform,
    people: dict[PersonId, Person],
) -> Expected:
    """What the published copy may show, in its own pixels, for the second look."""
    scale = published_scale(record, platform)
    shown = _shown(decision)
    visible = [s for s in record.sightings if s.region in shown and s.what in PEOPLE]
    hidden = [s for s in record.sightings if s.region not in shown]
    names = {
        name
        for sighting in hidden
        if sighting.what in NAMES
        for person in sighting.people
        if person in people
        for name in (people[person].legal_name, people[person].known_as)
        if name
    }
    return Expected(
        visible=tuple(scaled(sighting.box, scale) for sighting in visible),
        hidden=tuple(
            scaled(box, scale) for sighting in hidden for box in boxes_of(_cover(sighting, record).outline)
        ),
        solid=tuple(
            tuple((x * scale, y * scale) for x, y in cover.outline)
            for cover in covers_for(record, decision)
            if cover.style is Style.SOLID
        ),
        hidden_names=tuple(sorted(names)),
        visible_codes=tuple(
            scaled(one.box, scale)
            for one in record.sightings
            if one.region in shown and one.what is What.CODE
        ),
    )


def crests_for(record: PhotoRecord, decision: PhotoDecision, platform: Platform) -> Crests:
    """Where the published copy may show a crest, in its own pixels, and where not; without the school's pictures."""
    scale = published_scale(record, platform)
    shown = _shown(decision)
    crests = [one for one in record.sightings if one.what is What.CREST]
    return Crests(
        hidden=tuple(scaled(one.box, scale) for one in crests if one.region not in shown),
        visible=tuple(scaled(one.box, scale) for one in crests if one.region in shown),
        may_be_elsewhere=platform.uniform is UniformRule.ALLOWED,
    )


def _shown(decision: PhotoDecision) -> frozenset[str]:
    """The regions that may be seen; of two outcomes for one region, the other one wins."""
    hidden = {d.region for d in decision.decisions if d.outcome is not Outcome.SHOW}
    return frozenset(d.region for d in decision.decisions if d.region not in hidden)


def _cover(sighting: Sighting, record: PhotoRecord) -> Cover:
    style = Style.BLUR if sighting.what in SOFT else Style.SOLID
    if sighting.outline:
        return Cover(sighting.outline, style)
    return Cover.of_box(Box(*sighting.box).clipped(record.width, record.height), style)


def boxes_of(outline: Sequence[Point]) -> tuple[tuple[int, int, int, int], ...]:
    """The box around an outline; several, one below the other, for a shape that leaves much of its box bare.

    So that writing which stands beside an odd shape is not taken for writing beneath it.
    """
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    if _area(outline) >= FULL * (right - left) * (bottom - top):
        return ((int(left), int(top), round(right), round(bottom)),)
    edges = [top + (bottom - top) * step / BANDS for step in range(BANDS + 1)]
    return tuple(
        (math.floor(min(span)), int(upper), math.ceil(max(span)), round(lower))
        for upper, lower in pairwise(edges)
        if (span := _span(outline, upper, lower))
    )


def _area(outline: Sequence[Point]) -> float:
    """By the shoelace formula."""
    ends = (*outline[1:], outline[0])
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(outline, ends, strict=True))) / 2


def _span(outline: Sequence[Point], upper: float, lower: float) -> list[float]:
    """Where the edges of an outline lie, from left to right, between two heights."""
    found: list[float] = []
    for (x1, y1), (x2, y2) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if max(y1, y2) < upper or min(y1, y2) > lower:
            continue
        for y in (min(max(y1, upper), lower), min(max(y2, upper), lower)):
            share = (y - y1) / (y2 - y1) if y1 != y2 else 0.0
            found.append(x1 + share * (x2 - x1))
    return found


def scaled(box: tuple[int, int, int, int], scale: float) -> Box:
    """The box in the pixels of a copy, widened to whole ones; `scale` is copy pixels per photo pixel."""
    x1, y1, x2, y2 = box
    return Box(int(x1 * scale // 1), int(y1 * scale // 1), int(-(-x2 * scale // 1)), int(-(-y2 * scale // 1)))
