"""Says which person on the list a face may be, and how sure that is; in doubt it says "unsure"."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from vision.catalogue import people as catalogue
from vision.findings import Candidate, Match, Template, Verdict

Distances = NDArray[np.float64]
"""Shape (faces, people): Euclidean distance to the nearest reference of each person."""

Numbers = NDArray[np.float64]
"""Shape (any, 128): templates, or their means."""


def compare(
    templates: Sequence[Template | None], references: Mapping[str, Sequence[Template]]
) -> tuple[Match, ...]:
    """A match for each face of *one* photo, in the same order, candidates nearest first.

    A person is suggested for at most one face of the photo, and only where the face is near (distance), much
    nearer than to the next person (margin), does not lie between that person and another, and no other face of the
    photo is about as near to that person.
    A face without a template is unknown. Uses numpy alone, so that it can run beside the window.
    """
    people = [person for person, known in references.items() if known]
    described = [index for index, template in enumerate(templates) if template is not None]
    matches = [Match(Verdict.UNKNOWN)] * len(templates)
    if not people or not described:
        return tuple(matches)
    faces = np.array([template for template in templates if template is not None], np.float64)
    known = [np.asarray(references[who], np.float64) for who in people]
    centres = np.stack([numbers.mean(axis=0) for numbers in known])
    distances = _distances(faces, known)
    assigned = _one_face_each(distances)
    for row, index in enumerate(described):
        verdict = _verdict(distances, row, assigned=assigned[row])
        between = towards_another(faces[row], centres, nearest=int(np.argmin(distances[row])))
        if verdict is Verdict.SUGGESTED and between > catalogue.TOWARDS_ANOTHER:
            verdict = Verdict.UNSURE
        matches[index] = Match(verdict, _candidates(distances[row], people))
    return tuple(matches)


def towards_another(face: Numbers, centres: Numbers, *, nearest: int) -> float:
    """How far a face (128,) lies on the way from the nearest person to whoever else it lies nearest to so.

    `centres` (people, 128) are the means of each person's references. 0 is at the person, or off the line; 0.5 is
    halfway to another, as a look-alike of both would lie. Being measured against how far apart the two people are,
    it holds for siblings as for strangers.
    """
    lines = np.delete(centres, nearest, axis=0) - centres[nearest]
    lengths = np.square(lines).sum(axis=1)
    if not lines.size:
        return 0.0
    if not lengths.all():
        return math.inf  # one person stands on the list twice
    return max(0.0, float((lines @ (face - centres[nearest]) / lengths).max()))


def _distances(faces: Numbers, references: Sequence[Numbers]) -> Distances:
    columns = [
        np.linalg.norm(faces[:, None, :] - known[None, :, :], axis=2).min(axis=1) for known in references
    ]
    return np.stack(columns, axis=1)


def _one_face_each(distances: Distances) -> list[int | None]:
    """Which person each face gets when every person may have one face only and the sum is smallest.

    Not greedy: a face that could only be A must not lose A to a face that could as well be B.
    """
    # here, not above: scipy takes 0.2 s to import, which a start without matching need not pay
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415

    faces, people = distances.shape
    # where two ways have the same sum, the order in which the faces were found must not choose
    order = np.lexsort(distances.T)
    # one empty place for each face, so that "no one on the list" is always possible
    nobody = np.full((faces, faces), catalogue.UNSURE_WITHIN)
    rows, columns = linear_sum_assignment(np.hstack([distances[order], nobody]))
    assigned: list[int | None] = [None] * faces
    for row, column in zip(rows, columns, strict=True):
        if column < people:
            assigned[int(order[row])] = int(column)
    return assigned


def _verdict(distances: Distances, row: int, *, assigned: int | None) -> Verdict:
    nearest = int(np.argmin(distances[row]))
    distance = float(distances[row, nearest])
    if distance > catalogue.UNSURE_WITHIN:
        return Verdict.UNKNOWN
    next_person = _smallest(np.delete(distances[row], nearest))
    next_face = _smallest(np.delete(distances[:, nearest], row))
    sure = (
        assigned == nearest
        and distance <= catalogue.SUGGESTED_WITHIN
        and next_person - distance >= catalogue.MARGIN_TO_NEXT
        and next_face - distance >= catalogue.MARGIN_TO_NEXT
    )
    return Verdict.SUGGESTED if sure else Verdict.UNSURE


def _smallest(values: Distances) -> float:
    return float(values.min()) if values.size else math.inf


def _candidates(distances: Distances, people: Sequence[str]) -> tuple[Candidate, ...]:
    order = np.argsort(distances, kind="stable")[: catalogue.CANDIDATES_SHOWN]
    return tuple(Candidate(people[i], float(distances[i])) for i in order)
