"""Ten thousand harmed photos, given to the real vision process as `inspect` gives it a photo."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from app.settings import Settings
from app.work.sandbox import Load, Sandbox
from tests.pictures import a_file, a_jpeg, a_scene
from vision.errors import Code, VisionError
from vision.findings import Wanted
from vision.image import Container

MUTANTS = 10_000
LOOKED_AT = 40
"""That many of those that can be read are also looked at with every model: it takes a hundred times as long."""

BAD_END = frozenset({Code.CRASHED, Code.TOO_SLOW, Code.OUT_OF_MEMORY, Code.MODEL_MISSING})


def mutants(seed: int) -> list[bytes]:
    """Whole photos of every kind with bytes changed, taken out or put in twice, mostly near their beginning."""
    chance = random.Random(seed)  # noqa: S311 - which harm, not a secret
    whole = [a_file(container, a_scene(64, 48)) for container in Container]
    whole += [a_jpeg(a_scene(64, 48), progressive=1)]
    found = []
    for number in range(MUTANTS):
        content = bytearray(whole[number % len(whole)])
        for _ in range(chance.randint(1, 5)):
            near = chance.random() < 0.5
            at = chance.randrange(min(400, len(content)) if near else len(content))
            content[at] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))
        if chance.random() < 0.3:
            start, end = sorted((chance.randrange(len(content)), chance.randrange(len(content))))
            content[start:end] = chance.choice((b"", content[start:end] * 2, bytes(end - start)))
        found.append(bytes(content))
    return found


@pytest.mark.slow
def test_promise_39_ten_thousand_mutants_are_each_refused_or_read(capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings()
    ends: Counter[Code | None] = Counter()
    readable: list[bytes] = []
    with Sandbox(
        Load.NOTHING, seconds=settings.seconds_per_photo, memory=settings.memory_for_vision
    ) as light:
        for content in mutants(39):
            try:
                light.preview(content, 64)
            except VisionError as refused:
                ends[refused.code] += 1
            else:
                ends[None] += 1
                readable.append(content)
    assert ends.total() == MUTANTS
    assert BAD_END.isdisjoint(ends)
    assert ends[None] > MUTANTS / 20  # harm that always shows at once would try little
    assert ends.total() - ends[None] > MUTANTS / 20
    with Sandbox(Load.MODELS, seconds=settings.seconds_per_photo, memory=settings.memory_for_vision) as whole:
        for content in readable[:: max(1, len(readable) // LOOKED_AT)]:
            assert whole.analyse(content, Wanted()).width > 0
    with capsys.disabled():
        print(f"\n10,000 mutants: { {code or 'read': count for code, count in ends.most_common()} }")
