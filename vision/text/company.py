"""Tell from the lines around a line whether it stands in a list of names, or among words of one kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from vision.boxes import Quad
from vision.catalogue import names as catalogue
from vision.findings import TextFinding, TextKind
from vision.text.alone import is_mark, kinds_of
from vision.text.hits import Setting
from vision.text.names import Roll
from vision.text.naming import named_in
from vision.text.second import ADDED
from vision.text.words import Word, words_of

Links = NDArray[np.bool_]
"""Shape (lines, lines): which two stand below or beside each other."""


_LISTS = re.compile(r"[,;:=(\-–—…]")
"""Signs between a name and a post: "Rose, third shepherd"."""


class Bearing(Enum):
    """What one end of a line tells: surely a name of the roll, common words that are one (with a capital, or small), or none."""

    NAME = "name"
    WORD = "word"
    SMALL = "small"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Ends:
    """What the first and the last words of a line tell; the same where a name is the whole line."""

    first: Bearing = Bearing.OTHER
    last: Bearing = Bearing.OTHER

    def has(self, bearing: Bearing) -> bool:
        return bearing in {self.first, self.last}


def settings_of(texts: Sequence[TextFinding], roll: Roll) -> tuple[Setting, ...]:
    """For each line OPEN, or what the lines of its column or its row make of it."""
    settings = [Setting.OPEN] * len(texts)
    lines = [i for i, text in enumerate(texts) if _is_line(text)]
    if len(lines) < 2 or not roll.names:
        return tuple(settings)
    ends = {i: ends_of(texts[i].text, roll) for i in lines}
    if all(one == Ends() for one in ends.values()):
        return tuple(settings)
    columns, rows = _links([texts[i].quad for i in lines])
    for links in (columns, rows):
        for group in _groups(links, lines):
            if _is_list_of_names([ends[place] for place in group]):
                for place in group:
                    settings[place] = Setting.LISTED
    for group in _groups(columns | rows, lines):
        for place in _among_their_kind(group, texts, ends):
            settings[place] = Setting.AMONG_ITS_KIND
    return tuple(settings)


def _is_line(text: TextFinding) -> bool:
    """Not a code, nothing without a word, and no further reading of a line that stands there already."""
    return text.kind is not TextKind.CODE and text.found_by not in ADDED and bool(words_of(text.text))


def ends_of(text: str, roll: Roll) -> Ends:
    """Whether a name begins or ends the line, numbers and initials beside it left out; nothing for a sentence."""
    words = words_of(text)
    inner = [place for place, word in enumerate(words) if not is_mark(word)]
    if not inner or len(inner) > catalogue.WORDS_OF_A_LISTED_LINE:
        return Ends()
    ends = Ends()
    for name in named_in(text, roll, Setting.LISTED):
        told = _bearing([words[place] for place in name.places])
        after = [words[place] for place in inner if place > max(name.places)]
        if inner[0] in name.places and (
            told is Bearing.NAME or len(after) < 2 or _LISTS.search(after[0].before)
        ):
            ends = replace(ends, first=told)
        if inner[-1] in name.places:
            ends = replace(ends, last=told)
    return ends


def _bearing(words: Sequence[Word]) -> Bearing:
    if not all(word.ordinary for word in words):
        return Bearing.NAME
    return Bearing.WORD if all(word.capital for word in words) else Bearing.SMALL


def _is_list_of_names(lines: Sequence[Ends]) -> bool:
    """Whether most lines begin, or most end with a name: "Rose, narrator", "GK Mark"."""
    for bearings in ([line.first for line in lines], [line.last for line in lines]):
        names = sum(one is not Bearing.OTHER for one in bearings)
        if Bearing.NAME in bearings and names >= max(2, catalogue.LIST_SHARE * len(lines)):
            return True
    words = sum(line.last is Bearing.WORD for line in lines)
    return words >= max(catalogue.LIST_OF_WORDS, catalogue.LIST_SHARE_OF_WORDS * len(lines))


def _among_their_kind(group: Sequence[int], texts: Sequence[TextFinding], ends: dict[int, Ends]) -> set[int]:
    """The lines of the group that share their kind with enough others that are nobody's name.

    None where a sure name is among them: "April" between "Emma" and "Yusuf" is a girl.
    """
    if any(ends[place].has(Bearing.NAME) for place in group):
        return set()
    by_kind: dict[int, set[int]] = {}
    for place in group:
        for kind in kinds_of(words_of(texts[place].text)):
            by_kind.setdefault(kind, set()).add(place)
    return {
        place
        for places in by_kind.values()
        if sum(ends[other] == Ends() for other in places) >= catalogue.OF_ONE_KIND
        for place in places
    }


def _groups(links: Links, lines: Sequence[int]) -> list[list[int]]:
    """Lines that hang together, by their place in the photo; a line by itself is no group."""
    left, groups = set(range(len(lines))), []
    while left:
        group, fresh = set[int](), {left.pop()}
        while fresh:
            group |= fresh
            near = set(np.flatnonzero(links[sorted(fresh)].any(axis=0)).tolist())
            fresh = near - group
        left -= group
        if len(group) > 1:
            groups.append(sorted(lines[i] for i in group))
    return groups


def _links(quads: Sequence[Quad]) -> tuple[Links, Links]:
    """Which lines stand below each other, and which beside each other, each seen along the other's writing."""
    corners = np.array([quad.points for quad in quads], np.float64)  # (lines, 4, 2)
    along, down = corners[:, 1] - corners[:, 0], corners[:, 3] - corners[:, 0]
    width, height = (np.maximum(np.linalg.norm(side, axis=1), 1e-6) for side in (along, down))
    along, down = along / width[:, None], down / height[:, None]
    # [i, j]: line j as line i sees it, in heights of i, from i's top left corner
    seen = corners[None] - corners[:, None, :1]
    x = np.einsum("ijkc,ic->ijk", seen, along) / height[:, None, None]
    y = np.einsum("ijkc,ic->ijk", seen, down) / height[:, None, None]
    own = (width / height)[:, None]
    low, high = x.min(axis=2), x.max(axis=2)
    off = np.abs(y.mean(axis=2) - 0.5)
    alike = (
        np.maximum(height[:, None], height) <= catalogue.LINES_ALIKE * np.minimum(height[:, None], height)
    ) & (along @ along.T > 0.9)
    edge = np.minimum(np.minimum(np.abs(low), np.abs(high - own)), np.abs((low + high - own) / 2))
    column = alike & (edge <= catalogue.LIST_EDGE) & (off > catalogue.LIST_ROW) & (off <= catalogue.LIST_STEP)
    gap = np.maximum(low - own, -high)
    row = alike & (off <= catalogue.LIST_ROW) & (gap <= catalogue.LIST_REACH)
    return column | column.T, row | row.T
