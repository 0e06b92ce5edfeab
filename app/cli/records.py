"""The JSON records of the command line: findings as plain values, boxes in upright full-size pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.cli.sentences import sentence
from app.steps.analyse import TEXTS, UNIFORMS
from consent.people import PersonId
from consent.publications import PhotoRecord
from consent.sightings import Certainty, Sighting, What
from vision.errors import VisionError
from vision.findings import Analysis, FaceFinding, Match, Seconds, TextFinding, UniformFinding, Verdict

Record = dict[str, object]

HEADS = frozenset({What.FACE, What.TINY_FACE})

# from the store's words back to those of the finders
_KINDS = {what: kind for kind, what in TEXTS.items()}
_CUES = {what: cue for cue, what in UNIFORMS.items()}
_VERDICTS = {
    Certainty.CONFIRMED: Verdict.SUGGESTED,
    Certainty.SUGGESTED: Verdict.SUGGESTED,
    Certainty.UNSURE: Verdict.UNSURE,
    Certainty.UNKNOWN: Verdict.UNKNOWN,
    Certainty.NOT_LISTED: Verdict.UNKNOWN,
}


def record_of(photo: str, analysis: Analysis, matches: Sequence[Match] | None = None) -> Record:
    """Everything found in one photo; with `matches` (one for each face) also who the faces may be."""
    faces = [face_record(face) for face in analysis.faces]
    if matches is not None:
        faces = [{**face, **match_record(match)} for face, match in zip(faces, matches, strict=True)]
    return {
        "photo": photo,
        "width": analysis.width,
        "height": analysis.height,
        "faces": faces,
        "texts": [text_record(text) for text in analysis.texts],
        "uniforms": [uniform_record(uniform) for uniform in analysis.uniforms],
        "seconds": seconds_record(analysis.seconds),
    }


def refusal_record(photo: str, error: VisionError) -> Record:
    """A photo that cannot be used."""
    return {"photo": photo, "error": {"code": error.code.value, "message": sentence(error.code)}}


def face_record(face: FaceFinding) -> Record:
    """One face."""
    return {"box": face.box.as_list(), "score": round(face.score, 3), "found_by": face.found_by}


def match_record(match: Match) -> Record:
    """The candidates for one face, nearest first."""
    candidates = [
        {"person": candidate.person, "distance": round(candidate.distance, 4)}
        for candidate in match.candidates
    ]
    return {"candidates": candidates, "verdict": match.verdict.value}


def text_record(text: TextFinding) -> Record:
    """One piece of writing or one code."""
    return {
        "box": text.box.as_list(),
        "quad": text.quad.as_list(),
        "text": text.text,
        "score": round(text.score, 3),
        "kind": text.kind.value,
        "people": list(text.people),
        "found_by": text.found_by,
    }


def uniform_record(uniform: UniformFinding) -> Record:
    """One sight of the uniform."""
    return {
        "box": uniform.box.as_list(),
        "cue": uniform.cue.value,
        "score": round(uniform.score, 3),
        "which": uniform.which,
        "found_by": uniform.found_by,
    }


def seconds_record(seconds: Seconds) -> Record:
    """How long each part took, to the millisecond."""
    return {
        "decode": round(seconds.decode, 3),
        "faces": round(seconds.faces, 3),
        "text": round(seconds.text, 3),
        "uniform": round(seconds.uniform, 3),
        "match": round(seconds.match, 3),
        "total": round(seconds.total, 3),
    }


def record_of_sightings(photo: str, record: PhotoRecord, names: Mapping[PersonId, str]) -> Record:
    """The same record from a photo in the store; `names` are the register's names by id."""
    return {
        "photo": photo,
        "width": record.width,
        "height": record.height,
        "faces": [_sighted_face(s) for s in record.sightings if s.what in HEADS],
        "texts": [_sighted_text(s, names) for s in record.sightings if s.what in _KINDS],
        "uniforms": [_sighted_uniform(s) for s in record.sightings if s.what in _CUES],
    }


def _sighted_face(sighting: Sighting) -> Record:
    distances = sighting.distances or (0.0,) * len(sighting.people)
    candidates = [
        {"person": person, "distance": round(distance, 4)}
        for person, distance in zip(sighting.people, distances, strict=True)
    ]
    return {
        "box": list(sighting.box),
        "score": round(sighting.score, 3),
        "found_by": sighting.found_by,
        "candidates": candidates,
        "verdict": _VERDICTS[sighting.certainty].value,
    }


def _sighted_text(sighting: Sighting, names: Mapping[PersonId, str]) -> Record:
    return {
        "box": list(sighting.box),
        "quad": [[round(x, 1), round(y, 1)] for x, y in sighting.outline],
        "text": sighting.text,
        "score": round(sighting.score, 3),
        "found_by": sighting.found_by,
        "kind": _KINDS[sighting.what].value,
        "people": [names.get(person, person) for person in sighting.people],
    }


def _sighted_uniform(sighting: Sighting) -> Record:
    return {
        "box": list(sighting.box),
        "cue": _CUES[sighting.what].value,
        "score": round(sighting.score, 3),
        "found_by": sighting.found_by,
        "which": sighting.text,
    }
