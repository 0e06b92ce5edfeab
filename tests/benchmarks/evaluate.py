"""Runs the program over the evaluation pictures, writes its records, and reads the figures of `score.py`."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vision.analyse import Analyser
from vision.decode import decode
from vision.faces.compare import compare
from vision.findings import Analysis, Match, Template, Wanted


@dataclass(frozen=True, slots=True)
class Run:
    """What `score.py` printed, and the seconds for each part summed over all photos."""

    printed: str
    photos: int
    seconds: Mapping[str, float]

    def figure(self, pattern: str) -> float:
        """The number that the first group of `pattern` finds in what was printed."""
        found = re.search(pattern, self.printed)
        assert found is not None, pattern
        return float(found[1])

    def report(self) -> str:
        seconds = ", ".join(f"{part} {total:.1f}" for part, total in self.seconds.items() if total)
        return f"{self.printed}\n{self.photos} photos; seconds: {seconds}"


def evaluate(
    kind: str,
    truth: Path,
    records: Path,
    *,
    photos: Iterable[Path],
    analyser: Analyser,
    wanted: Wanted,
    references: Mapping[str, Sequence[Template]] | None = None,
) -> Run:
    """Analyses `photos`, writes one record for each to `records`, and scores them against `truth`."""
    seconds: dict[str, float] = {}
    lines = []
    for path in photos:
        start = time.perf_counter()
        photo = decode(path.read_bytes())
        opened = time.perf_counter()
        analysis = analyser.analyse(photo, wanted)
        matches = compare(analysis.templates, references) if references else ()
        done = time.perf_counter()
        took = replace(
            analysis.seconds,
            decode=opened - start,
            match=analysis.seconds.match + done - opened - analysis.seconds.total,
            total=done - start,
        )
        for part in ("decode", "faces", "text", "uniform", "match", "total"):
            seconds[part] = seconds.get(part, 0.0) + getattr(took, part)
        lines.append(json.dumps(_record(path.relative_to(truth.parent).as_posix(), analysis, matches)))
    records.write_text("\n".join(lines), encoding="utf-8")
    score = truth.parent.parent / "score.py"
    ran = subprocess.run(
        [sys.executable, str(score), kind, str(truth), str(records)],
        capture_output=True,
        text=True,
        check=True,
    )
    return Run(ran.stdout.strip(), len(lines), seconds)


def references_in(folder: Path, analyser: Analyser) -> dict[str, list[Template]]:
    """One folder for each person, as `greenlight match --people` takes them; the largest face of each picture."""
    known: dict[str, list[Template]] = {}
    for path in sorted(folder.glob("*/*")):
        analysis = analyser.analyse(decode(path.read_bytes()), Wanted(templates=True))
        pairs = zip(analysis.faces, analysis.templates, strict=True)
        described = [(face.box.area, template) for face, template in pairs if template is not None]
        if described:
            known.setdefault(path.parent.name, []).append(max(described)[1])
    return known


def _record(name: str, analysis: Analysis, matches: Sequence[Match]) -> dict[str, object]:
    faces: list[dict[str, object]] = [
        {"box": face.box.as_list(), "score": face.score} for face in analysis.faces
    ]
    for face, match in zip(faces, matches, strict=False):
        face["verdict"] = match.verdict.value
        face["candidates"] = [{"person": c.person, "distance": c.distance} for c in match.candidates]
    return {
        "photo": name,
        "width": analysis.width,
        "height": analysis.height,
        "faces": faces,
        "texts": [
            {
                "box": text.box.as_list(),
                "quad": text.quad.as_list(),
                "text": text.text,
                "score": text.score,
                "kind": text.kind.value,
                "people": list(text.people),
            }
            for text in analysis.texts
        ],
        "uniforms": [
            {"box": one.box.as_list(), "cue": one.cue.value, "score": one.score, "which": one.which}
            for one in analysis.uniforms
        ],
    }
