"""Every threshold by which writing is told to be a name, and where its number comes from."""

from __future__ import annotations

WORDS_BETWEEN = 2
"""How many words may stand between first name and surname (middle names, initials)."""

SLIPS_IN_FULL_NAME = 0.25
"""Share of a full name's letters that may differ."""

WORDS_OF_A_NAME_LINE = 4
"""A line of more words is a sentence and not a name with lost spaces."""

SLIPS_RUN_TOGETHER = 0.28
"""Share of letters that may differ when a whole line is compared with whole names."""

SLIPS_EXPECTED = 0.42
"""The same beside "Name:" and the like, where any likeness counts."""

SHORTEST_RUN_TOGETHER = 7
"""Letters below which a whole line is too short to be compared so loosely."""

LABEL_REACH_RIGHT = 8.0
"""How far to the right of "Name:" a name is looked for, in heights of the label."""

LABEL_REACH_BELOW = 3.5
"""How far below, in heights of the label."""

SCHOOL_LIKENESS = 86.0
"""Likeness (rapidfuzz, 0 to 100) from which a line gives the school's name."""

SCHOOL_SHARE = 0.7
"""A line shorter than this share of the school's name is compared by the name's own words alone."""

SCHOOL_SHORTEST = 4
"""Letters below which the school's own words are too few to be told by themselves."""

UNREADABLE = 0.8
"""Score below which a line of letters is flagged as a likely name: on the 36 face photos of the evaluation,
which hold about 90 lines of ordinary writing, this flags 3 (November 2026)."""

LETTERS_OF_A_NAME = 4
"""Different letters that such a line must have."""

SHARE_OF_LETTERS = 0.8
"""Share of its signs that must be letters."""
