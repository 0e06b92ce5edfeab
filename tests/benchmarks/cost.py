"""What a photo costs by its size and by the number of faces in it: a table, and a drawing of it.

Run as a program: `python -m tests.benchmarks.cost resources/decisions/cost.svg`.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.work.sandbox import Sandbox
from tests.benchmarks.made_crests import DESIGNS
from tests.benchmarks.made_photos import a_photo, as_jpeg
from vision.findings import Seconds, Wanted

SIZES = ((1632, 1224), (4032, 3024), (5664, 4248), (8064, 6048))  # 2, 12, 24 and 48 Mpx
FACES = (0, 6, 30, 120)
USUAL_SIZE, USUAL_FACES = (4032, 3024), 6
ROUNDS = 2
PARTS = ("decode", "faces", "text", "uniform", "match")
WANTED = Wanted(
    names=("Asha Example", "Ben Sample"),
    school_names=("Hill Green Primary School",),
    crests=(DESIGNS[0].reference(),),
    uniform_colours=((40, 45, 60),),
    templates=True,
)


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one photo, at the best of some rounds: seconds of the processor and by the wall, and its parts' by the wall.

    `peak` is the most memory in bytes that the vision process has had so far.
    """

    width: int
    height: int
    faces: int
    found: int
    processor: float
    wall: float
    parts: Seconds
    peak: int

    @property
    def megapixels(self) -> int:
        return round(self.width * self.height / 1e6)


def measured(portrait: Path) -> Iterator[Cost]:
    """By size with six faces, then by faces at 12 Mpx; with every engine on, in the vision process."""
    asked = [(size, USUAL_FACES) for size in SIZES] + [(USUAL_SIZE, faces) for faces in FACES]
    with Sandbox() as vision:
        vision.analyse(
            as_jpeg(a_photo(portrait, width=1200, height=900, faces=1)), WANTED
        )  # the engines start
        for (width, height), faces in dict.fromkeys(asked):
            photo = as_jpeg(a_photo(portrait, width=width, height=height, faces=faces))
            yield min(
                (_once(vision, photo, (width, height), faces) for _ in range(ROUNDS)),
                key=lambda cost: cost.processor,
            )


def _once(vision: Sandbox, photo: bytes, size: tuple[int, int], faces: int) -> Cost:
    assert vision.pid is not None
    spent, start = processor_seconds(vision.pid), time.perf_counter()
    analysis = vision.analyse(photo, WANTED)
    wall = time.perf_counter() - start
    return Cost(
        *size,
        faces,
        len(analysis.faces),
        processor_seconds(vision.pid) - spent,
        wall,
        analysis.seconds,
        vision.doctor().peak_memory,
    )


def processor_seconds(pid: int) -> float:
    """In all threads of a process so far; proc(5): fields 14 and 15, counted behind the name in brackets."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def table(costs: Sequence[Cost]) -> str:
    """As it stands in accuracy.md."""
    rows = [
        "| photo | faces (found) | processor | wall | " + " | ".join(PARTS) + " | peak memory so far |",
        "|---" * (len(PARTS) + 5) + "|",
    ]
    for cost in costs:
        parts = " | ".join(f"{getattr(cost.parts, part):.2f}" for part in PARTS)
        rows.append(
            f"| {cost.megapixels} Mpx | {cost.faces} ({cost.found}) | {cost.processor:.2f} s | {cost.wall:.2f} s "
            f"| {parts} | {cost.peak / 1e9:.2f} GB |"
        )
    return "\n".join(rows)


def drawing(costs: Sequence[Cost]) -> str:
    """An SVG of two panels: seconds of the processor by size, and by faces."""
    by_size = [(cost.megapixels, cost.processor) for cost in costs if cost.faces == USUAL_FACES]
    by_faces = [(cost.faces, cost.processor) for cost in costs if (cost.width, cost.height) == USUAL_SIZE]
    highest = max(seconds for _, seconds in (*by_size, *by_faces)) * 1.15
    return "\n".join(
        (
            '<svg xmlns="http://www.w3.org/2000/svg" width="720" height="300" font-family="sans-serif" font-size="12">',
            '<rect width="720" height="300" fill="#fff"/>',
            *_panel(40, "Megapixels, six faces", sorted(by_size), highest),
            *_panel(390, "Faces, 12 megapixels", sorted(by_faces), highest),
            '<text x="40" y="18">Seconds of the processor for one photo, all finders on</text>',
            "</svg>\n",
        )
    )


def _panel(left: int, title: str, points: Sequence[tuple[int, float]], highest: float) -> Iterator[str]:
    """One curve; the axis across is as wide as its largest value, the axis up as `highest`."""
    wide, top, bottom = 290, 40, 250
    across = max(value for value, _ in points)
    places = [
        (left + wide * value / across, bottom - (bottom - top) * seconds / highest)
        for value, seconds in points
    ]
    yield f'<path d="M{left} {top}V{bottom}H{left + wide}" fill="none" stroke="#444"/>'
    yield f'<text x="{left + wide / 2}" y="288" text-anchor="middle">{title}</text>'
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in places)
    yield f'<polyline points="{line}" fill="none" stroke="#1b6e4b" stroke-width="2"/>'
    for (value, seconds), (x, y) in zip(points, places, strict=True):
        yield f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4" fill="#1b6e4b"/>'
        yield f'<text x="{x:.0f}" y="{y - 10:.0f}" text-anchor="middle">{seconds:.1f} s</text>'
        yield f'<text x="{x:.0f}" y="{bottom + 18}" text-anchor="middle">{value}</text>'


def main() -> int:
    import skimage  # noqa: PLC0415 - a slow import, only for the one portrait in it

    costs = list(measured(Path(skimage.__file__).parent / "data" / "astronaut.png"))
    print(table(costs))
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(drawing(costs), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
