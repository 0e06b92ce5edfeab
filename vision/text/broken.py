"""Find names that a hyphen breaks at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vision.findings import TextFinding, TextKind
from vision.text.hits import Setting
from vision.text.labels import next_below
from vision.text.names import Roll
from vision.text.naming import named_in
from vision.text.words import words_of

_BROKEN = re.compile(r"[^\W\d_]\s?[-\u2010\u00ad\u2013]\s*$")
"""A letter and a hyphen at the end of a line."""


def broken_names(texts: Sequence[TextFinding], roll: Roll) -> Iterator[tuple[TextFinding, tuple[str, ...]]]:
    """Both lines of every name of the roll that is broken between them, with the people whom it may mean."""
    for place, text in enumerate(texts):
        if text.kind is TextKind.CODE or not _BROKEN.search(text.text):
            continue
        below = next_below(place, texts)
        if below is None:
            continue
        before = text.text.rstrip()[:-1].rstrip()
        across = len(words_of(before)) - 1
        named = named_in(before + texts[below].text.lstrip(), roll, Setting.OPEN)
        people = {who for name in named if across in name.places for who in name.people}
        if people:
            names = tuple(roll.names[who] for who in sorted(people))
            yield text, names
            yield texts[below], names
